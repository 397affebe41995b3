//! `afterword check`: reads the account and says whether everything that an email needs is correct.
//!
//! Each area reads its resources, and functions without I/O make findings from them. A call that fails makes only its
//! own finding unknown.

mod account;
mod alarms;
mod concurrency;
mod configuration_set;
mod dmarc;
mod finding;
mod identity;
mod mappings;
mod model;
mod read;
mod rules;
mod ses;
mod shops;
mod sms;
mod stack;

use std::net::SocketAddr;
use std::process::ExitCode;

use aws_config::retry::RetryConfig;
use aws_sdk_sesv2::Client as SesClient;
use aws_types::SdkConfig;
use clap::Args;
use tokio::join;

use self::account::Place;
use self::finding::{Check, Finding, Report};
use self::identity::Sender;
use crate::args::Target;
use crate::aws;
use crate::output::Output;

pub use self::read::{Read, Unread, read};
pub use self::stack::Stack;

/// The number of tries. SES allows one reading call a second, Lambda 15, so a throttled call is repeated.
const TRIES: u32 = 5;
const NO_AWS: &str = "there is no AWS here: `cargo dev` stands in for it";

/// Options of the check
#[derive(Args)]
pub struct Options {
    /// DNS server that is asked for DMARC, such as 9.9.9.9:53; else this machine's
    #[arg(long, value_name = "ADDRESS:PORT")]
    resolver: Option<SocketAddr>,
}

pub async fn run(target: &Target, output: Output, options: &Options) -> ExitCode {
    let report = report(target, options).await;
    output.answer(&report.json(), |_| report.text());
    report.exit_code()
}

async fn report(target: &Target, options: &Options) -> Report {
    let name = target.stack.as_str();
    let config = match aws::connect(target).await {
        Ok(config) => config.into_builder().retry_config(RetryConfig::standard().with_max_attempts(TRIES)).build(),
        Err(failure) => return Report::new(name, None, vec![account::nobody(&failure)], "the region comes first"),
    };
    let region = config.region().map(AsRef::as_ref).unwrap_or_default();
    let ended = |findings, first: &str| Report::new(name, Some(region), findings, first);
    if let Err(failure) = aws::credentials(&config).await {
        return ended(vec![account::nobody(&failure)], "the credentials come first");
    }
    let (who, stack) = join!(account::who(&config), Stack::read(&config, name));
    let mut findings = vec![account::finding(&who, region)];
    let Ok(who) = who else { return ended(findings, "the credentials come first") };
    if stack.as_ref().is_err_and(Unread::is_elsewhere) {
        findings.push(shops::finding(&shops::read_all(target).await, None));
        return ended(findings, NO_AWS);
    }
    findings.push(stack::finding(&stack, name));
    let Some(stack) = stack.ok().flatten().filter(Stack::is_made) else {
        return ended(findings, "the stack comes first");
    };
    findings.push(stack::protection(&stack, name));
    let place = Place::new(name, region, &who);
    findings.extend(Reading { target, config: &config, place: &place, stack: &stack, options }.findings().await);
    ended(findings, "the stack has no MailFrom")
}

/// A stack whose resources may exist.
struct Reading<'a> {
    target: &'a Target,
    config: &'a SdkConfig,
    place: &'a Place,
    stack: &'a Stack,
    options: &'a Options,
}

impl Reading<'_> {
    async fn findings(&self) -> Vec<Finding> {
        let Self { target, config, place, .. } = *self;
        let (mut findings, concurrency, rules, mappings, shops, alarms, sms) = join!(
            self.mail(),
            concurrency::read_it(config),
            rules::read_all(config, place),
            mappings::read_all(config, place),
            shops::read_all(target),
            alarms::read_all(config, place),
            self.sms(),
        );
        findings.extend([
            concurrency::finding(&concurrency, self.parameter("OrdersInConcurrency")),
            rules::finding(&rules, place),
            mappings::finding(&mappings, &place.stack),
            shops::finding(&shops, self.parameter("PostalAddress")),
            alarms::finding(&alarms, self.parameter("AlarmEmail"), place),
            sms,
            // Alone, because its time counts.
            self.model().await,
        ]);
        findings
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.stack.parameter(name).filter(|value| !value.is_empty())
    }

    async fn mail(&self) -> Vec<Finding> {
        let Self { config, place: Place { stack, region, .. }, options, .. } = *self;
        let Some(address) = self.parameter("MailFrom") else { return Vec::new() };
        let domain = self.parameter("MailDomain").or_else(|| address.split_once('@').map(|(_, domain)| domain));
        let sender = Sender { address, domain: domain.unwrap_or(address) };
        let client = SesClient::new(config);
        let (ses, policy) =
            join!(ses::read_all(&client, stack, sender), dmarc::policy(sender.host(), options.resolver));
        let copies = self.parameter("SendConcurrency").and_then(|copies| copies.parse().ok());
        let own = ses::Own { copies, domain: sender.domain, operator: self.parameter("AlarmEmail") };
        let mut findings = ses::findings(&ses.account, &own);
        findings.extend(ses.identities.findings(sender, region));
        findings.push(dmarc::finding(&policy, sender));
        findings.push(configuration_set::finding(&ses.set, &ses.destinations, stack));
        findings
    }

    async fn model(&self) -> Finding {
        let Some(model) = self.parameter("BedrockModelId") else {
            return Finding::skip(Check::Model, "BedrockModelId is empty: customers get ready-made questions");
        };
        model::finding(&model::ask_it(self.config, model).await, model)
    }

    async fn sms(&self) -> Finding {
        if self.parameter("SmsMonthlySegments") == Some("0") {
            return Finding::skip(Check::Sms, "SmsMonthlySegments is 0: no SMS leaves");
        }
        sms::finding(&sms::read_all(self.config).await, self.parameter("SmsOriginationIdentity"))
    }
}
