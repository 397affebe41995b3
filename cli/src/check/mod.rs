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
mod queue;
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
const NO_STACK: &str = "the stack comes first";
const NO_PARAMETERS: &str = "the stack's parameters could not be read";

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
        findings.push(shops::finding(&shops::read_all(target).await));
        return ended(findings, NO_AWS);
    }
    findings.push(stack::finding(&stack, name));
    findings.extend(stack.iter().flatten().filter(|stack| stack.is_made()).map(|stack| stack::protection(stack, name)));
    let stack = match stack {
        Ok(stack) => stack.filter(Stack::is_made).ok_or(NO_STACK),
        Err(_) => Err(NO_PARAMETERS),
    };
    if let Err(NO_STACK) = stack {
        return ended(findings, NO_STACK);
    }
    let place = Place::new(name, region, &who);
    findings.extend(
        Reading { target, config: &config, place: &place, stack: stack.ok().as_ref(), options }.findings().await,
    );
    ended(findings, NO_PARAMETERS)
}

/// A stack whose resources may exist. Its parameters are unknown if CloudFormation did not answer.
struct Reading<'a> {
    target: &'a Target,
    config: &'a SdkConfig,
    place: &'a Place,
    stack: Option<&'a Stack>,
    options: &'a Options,
}

impl Reading<'_> {
    async fn findings(&self) -> Vec<Finding> {
        let promised = concurrency::promised(|name| self.parameter(name));
        let reserved = self.parameter("OrdersInConcurrency");
        let concurrency = async { concurrency::finding(&concurrency::read_it(self.config).await, promised, reserved) };
        let (concurrency, path, mail, shops, alarms, sms) =
            join!(concurrency, self.path(), self.mail(), shops::read_all(self.target), self.alarms(), self.sms());
        // Alone, because its time counts.
        let model = self.model().await;
        [
            vec![concurrency],
            path,
            mail,
            vec![shops::finding(&shops), alarms],
            sms.into_iter().collect(),
            model.into_iter().collect(),
        ]
        .concat()
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.stack?.parameter(name).filter(|value| !value.is_empty())
    }

    fn sender(&self) -> Option<Sender<'_>> {
        let address = self.parameter("MailFrom")?;
        let domain = self.parameter("MailDomain").or_else(|| address.split_once('@').map(|(_, domain)| domain));
        Some(Sender { address, domain: domain? })
    }

    /// Checks that SES' reports arrive: EventBridge's rules, the queue, and the function that reads it.
    async fn path(&self) -> Vec<Finding> {
        let Self { config, place, .. } = *self;
        let (rules, queue, mappings) =
            join!(rules::read_all(config, place), queue::read_it(config, place), mappings::read_all(config, place));
        vec![rules::finding(&rules, place), queue::finding(&queue, place), mappings::finding(&mappings, &place.stack)]
    }

    async fn mail(&self) -> Vec<Finding> {
        let Self { config, place: Place { stack, region, .. }, options, .. } = *self;
        let (client, sender) = (SesClient::new(config), self.sender());
        let policy = async {
            match sender {
                Some(sender) => Some(dmarc::policy(sender.host(), options.resolver).await),
                None => None,
            }
        };
        let (ses, policy) = join!(ses::read_all(&client, stack, sender), policy);
        let copies = self.parameter("SendConcurrency").and_then(|copies| copies.parse().ok());
        let mut findings = ses::findings(&ses.account, copies);
        if let Some((sender, identities)) = sender.zip(ses.identities) {
            findings.extend(identities.findings(sender, region));
        }
        if let Some((sender, policy)) = sender.zip(policy) {
            findings.push(dmarc::finding(&policy, sender));
        }
        findings.extend(self.stack.map(shops::postal_address));
        findings.push(configuration_set::finding(&ses.set, &ses.destinations, stack));
        findings
    }

    async fn alarms(&self) -> Finding {
        let subscriptions = alarms::read_all(self.config, self.place).await;
        alarms::finding(&subscriptions, self.parameter("AlarmEmail"), self.place)
    }

    async fn model(&self) -> Option<Finding> {
        self.stack?;
        let Some(model) = self.parameter("BedrockModelId") else {
            return Some(Finding::skip(Check::Model, "BedrockModelId is empty: customers get ready-made questions"));
        };
        Some(model::finding(&model::ask_it(self.config, model).await, model))
    }

    async fn sms(&self) -> Option<Finding> {
        if self.stack?.parameter("SmsMonthlySegments") == Some("0") {
            return Some(Finding::skip(Check::Sms, "SmsMonthlySegments is 0: no SMS leaves"));
        }
        Some(sms::finding(&sms::read_all(self.config).await, self.parameter("SmsOriginationIdentity")))
    }
}
