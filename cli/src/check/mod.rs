//! `afterword check`: reads the account, and says of everything that an email needs whether it is as it should be.
//!
//! Each area reads what it is about and turns that into findings by functions without I/O. A call that fails makes its own
//! finding unknown, and the others go on.

mod account;
mod address;
mod alarms;
mod destination;
mod dmarc;
mod email;
mod finding;
mod functions;
mod identity;
mod queue;
mod read;
mod rules;
mod ses;
mod sms;
mod stack;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_sdk_sesv2::Client as SesClient;
use aws_types::SdkConfig;
use clap::Args;
use tokio::join;

use self::account::Place;
use self::finding::{Check, Finding, Report};
use self::identity::Sender;
use self::stack::Stack;
use crate::aws;
use crate::output::Output;
use crate::target::Target;

pub use self::read::{Unread, read};

/// SES takes one call a second of those that read, Lambda 15: one that is refused waits for its turn.
const TRIES: u32 = 5;
const NO_STACK: &str = "the stack comes first";
const NO_PARAMETERS: &str = "the stack's parameters could not be read";

/// The options of a check.
#[derive(Args)]
pub struct Options {
    /// Send no email to SES' mailbox simulator
    #[arg(long)]
    no_email: bool,
    /// Seconds to wait until that email's delivery is reported
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    email_wait: u64,
    /// DNS server that is asked for DMARC, such as 9.9.9.9:53; else this machine's
    #[arg(long, value_name = "ADDRESS:PORT")]
    resolver: Option<SocketAddr>,
}

/// Prints the report, and returns its exit code.
pub async fn run(target: &Target, output: Output, options: &Options) -> ExitCode {
    let report = report(target, options).await;
    output.answer(&report.json(), |_| report.text());
    report.exit_code()
}

async fn report(target: &Target, options: &Options) -> Report {
    let name = target.stack.as_str();
    let config = match aws::connect(target).await {
        Ok(config) => config.into_builder().retry_config(RetryConfig::standard().with_max_attempts(TRIES)).build(),
        Err(failure) => return Report::new(name, None, vec![account::no_region(&failure)], "the region comes first"),
    };
    let region = config.region().map(AsRef::as_ref).unwrap_or_default();
    let ended = |findings, first: &str| Report::new(name, Some(region), findings, first);
    if let Err(failure) = aws::credentials(&config).await {
        return ended(vec![account::no_credentials(&failure)], "the credentials come first");
    }
    let (who, stack) = join!(account::who(&config), Stack::read(&config, name));
    let mut findings = account::findings(&who, region);
    let Ok(who) = who else { return ended(findings, "the credentials come first") };
    findings.extend(stack::findings(&stack, name));
    let stack = match stack {
        Ok(stack) => stack.filter(Stack::is_made).ok_or(NO_STACK),
        Err(_) => Err(NO_PARAMETERS),
    };
    if let Err(NO_STACK) = stack {
        return ended(findings, NO_STACK);
    }
    let place = Place::new(name, region, &who);
    findings.extend(Reading { config: &config, place: &place, stack: stack.ok().as_ref(), options }.findings().await);
    ended(findings, NO_PARAMETERS)
}

/// A stack whose resources may exist; its parameters are unknown if CloudFormation did not say.
struct Reading<'a> {
    config: &'a SdkConfig,
    place: &'a Place,
    stack: Option<&'a Stack>,
    options: &'a Options,
}

impl Reading<'_> {
    async fn findings(&self) -> Vec<Finding> {
        let ses = SesClient::new(self.config);
        let (path, work, mail, alarms, sms, address) =
            join!(self.path(), self.work(), self.mail(&ses), self.alarms(), self.sms(), self.address());
        let mut findings = [path, work, mail, alarms, sms, address].concat();
        findings.extend(self.email(&ses, &findings).await);
        findings
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.stack?.parameter(name).filter(|value| !value.is_empty())
    }

    fn sender(&self) -> Option<Sender<'_>> {
        let address = self.parameter("MailFrom")?;
        let domain = self.parameter("MailDomain").or_else(|| address.split_once('@').map(|(_, domain)| domain));
        Some(Sender { address, domain: domain? })
    }

    /// EventBridge and the queue.
    async fn path(&self) -> Vec<Finding> {
        let Self { config, place, .. } = *self;
        let (rules, queue) = join!(rules::read_all(config, place), queue::read_it(config, place));
        [rules::findings(&rules, place), queue::findings(&queue, place)].concat()
    }

    /// Lambda.
    async fn work(&self) -> Vec<Finding> {
        let Self { config, place, .. } = *self;
        let (functions, mappings, settings) = join!(
            functions::read_functions(config, &place.stack),
            functions::read_mappings(config, place),
            functions::read_settings(config),
        );
        let (send, outbound) = (self.parameter("SendConcurrency"), self.parameter("OutboundConcurrency"));
        vec![
            functions::functions(&functions),
            functions::mappings(&mappings, &place.stack),
            functions::concurrency(&settings, send, outbound),
        ]
    }

    /// SES and DNS.
    async fn mail(&self, client: &SesClient) -> Vec<Finding> {
        let Self { place: Place { stack, region, .. }, options, .. } = *self;
        let sender = self.sender();
        let policy = async {
            match sender {
                Some(sender) => Some(dmarc::policy(sender.host(), options.resolver).await),
                None => None,
            }
        };
        let (ses, policy) = join!(ses::read_all(client, stack, sender.map(|sender| sender.domain)), policy);
        let mut findings = ses::findings(&ses.account, self.parameter("SendConcurrency"));
        if let Some((sender, identity)) = sender.zip(ses.identity) {
            findings.extend(identity::findings(&identity, sender, region));
        }
        if let Some((sender, policy)) = sender.zip(policy) {
            findings.push(dmarc::finding(&policy, sender));
        }
        findings.extend([destination::set(&ses.set, stack), destination::destination(&ses.destinations, stack)]);
        findings
    }

    async fn alarms(&self) -> Vec<Finding> {
        let subscriptions = alarms::read_all(self.config, self.place).await;
        vec![alarms::finding(&subscriptions, self.parameter("AlarmEmail"), self.place)]
    }

    async fn sms(&self) -> Vec<Finding> {
        let Some(stack) = self.stack else { return Vec::new() };
        let settings = sms::Settings {
            identity: self.parameter("SmsOriginationIdentity"),
            segments: self.parameter("SmsMonthlySegments"),
            topic: stack.output("SmsTopicArn"),
        };
        sms::findings(&sms::read_all(self.config).await, settings)
    }

    async fn address(&self) -> Vec<Finding> {
        let output = |name| self.stack.and_then(|stack| stack.output(name));
        let Some(address) = output("ApiUrl") else { return Vec::new() };
        let domain = self.parameter("DomainName").zip(output("DomainTarget"));
        vec![address::finding(address, domain, &address::call(address).await)]
    }

    async fn email(&self, ses: &SesClient, findings: &[Finding]) -> Option<Finding> {
        let Self { config, place, options, .. } = *self;
        let sender = self.sender()?;
        if options.no_email {
            return Some(Finding::skip(Check::Email, "--no-email"));
        }
        if let Some(check) = email::first_to_fix(findings) {
            return Some(Finding::skip(Check::Email, format!("{} comes first", check.as_str())));
        }
        let wait = Duration::from_secs(options.email_wait);
        let back = email::probe(config, ses, place, sender.address, wait).await;
        Some(email::finding(&back, place))
    }
}
