//! `afterword deploy`, `upgrade`, `rollback`, `status` and `outputs`.

use std::process::ExitCode;

use clap::Args;

use crate::deploy::parameters::SHIFTING;
use crate::deploy::shown::{Deployed, Outputs, Status};
use crate::deploy::{Choices, Deployment};
use crate::failure::Failure;
use crate::output::Output;
use crate::target::Target;

/// A release to deploy.
#[derive(Args)]
pub struct Deploy {
    /// Folder of the release, or the https address of its files
    release: String,
    #[command(flatten)]
    settings: Settings,
}

/// A release to put in the place of the one that runs.
#[derive(Args)]
pub struct Upgrade {
    /// Folder of the release, or the https address of its files
    release: String,
    /// Version that the stack runs, if it was deployed from source and does not say it
    #[arg(long, value_name = "VERSION")]
    running: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

/// How a release is deployed. A stack keeps what is not given.
#[derive(Args)]
struct Settings {
    /// Address that every email comes from, on a domain that is verified in SES; needed for a new stack
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Verified domain identity in SES; else the domain of --mail-from
    #[arg(long, value_name = "DOMAIN")]
    mail_domain: Option<String>,
    /// Domain of yours for the API and the pages; else the API's own address
    #[arg(long, value_name = "DOMAIN")]
    domain_name: Option<String>,
    /// Certificate of --domain-name in AWS Certificate Manager, in the stack's region
    #[arg(long, value_name = "ARN")]
    certificate_arn: Option<String>,
    /// Hosted zone in Route 53 that gets the record of --domain-name; else its DNS record is yours to make
    #[arg(long, value_name = "ID")]
    hosted_zone_id: Option<String>,
    /// Address in links, if it is neither --domain-name nor the API's own, such as that of a CDN
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Address that alarms are emailed to
    #[arg(long, value_name = "ADDRESS")]
    alarm_email: Option<String>,
    /// Steps in which new versions get their calls, such as Canary10Percent15Minutes, or AllAtOnce
    #[arg(long, value_name = "STEPS")]
    traffic_shifting: Option<String>,
    /// Any other parameter of the template; may be repeated
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = name_and_value)]
    parameters: Vec<(String, String)>,
    /// Bucket of the account, in the stack's region; else the stack's, or one that is made
    #[arg(long)]
    bucket: Option<String>,
    /// Architecture of the functions; else the stack's, or arm64
    #[arg(long, value_parser = ["arm64", "x86_64"])]
    architecture: Option<String>,
    /// Change what is shown without asking
    #[arg(long, short)]
    yes: bool,
}

/// How a release is taken back.
#[derive(Args)]
pub struct Rollback {
    /// Change what is shown without asking
    #[arg(long, short)]
    yes: bool,
}

impl Settings {
    fn choices(self, running: Option<String>) -> Choices {
        let Self {
            mail_from,
            mail_domain,
            domain_name,
            certificate_arn,
            hosted_zone_id,
            base_url,
            alarm_email,
            traffic_shifting,
            parameters,
            bucket,
            architecture,
            yes,
        } = self;
        let options = [
            ("MailFrom", mail_from),
            ("MailDomain", mail_domain),
            ("DomainName", domain_name),
            ("CertificateArn", certificate_arn),
            ("HostedZoneId", hosted_zone_id),
            ("BaseUrl", base_url),
            ("AlarmEmail", alarm_email),
            (SHIFTING, traffic_shifting),
        ];
        let options = options.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Choices { bucket, architecture, parameters: parameters.into_iter().chain(options).collect(), running, yes }
    }
}

fn name_and_value(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').filter(|(name, _)| !name.is_empty());
    parts.map(|(name, value)| (name.to_owned(), value.to_owned())).ok_or_else(|| "write NAME=VALUE".to_owned())
}

/// Runs `deploy`.
///
/// # Errors
/// Why nothing was deployed.
pub async fn deploy(target: &Target, output: Output, Deploy { release, settings }: Deploy) -> Result<(), Failure> {
    let deployment = Deployment::find(target).await?;
    output.answer(&deployment.deploy(&release, settings.choices(None)).await?, Deployed::in_words);
    Ok(())
}

/// Runs `upgrade`.
///
/// # Errors
/// Why nothing was deployed.
pub async fn upgrade(target: &Target, output: Output, upgrade: Upgrade) -> Result<(), Failure> {
    let Upgrade { release, running, settings } = upgrade;
    let deployment = Deployment::find(target).await?;
    deployment.existing()?;
    output.answer(&deployment.deploy(&release, settings.choices(running)).await?, Deployed::in_words);
    Ok(())
}

/// Runs `rollback`.
///
/// # Errors
/// Why nothing was taken back.
pub async fn rollback(target: &Target, output: Output, Rollback { yes }: Rollback) -> Result<(), Failure> {
    let deployment = Deployment::find(target).await?;
    output.answer(&deployment.roll_back(yes).await?, Deployed::in_words);
    Ok(())
}

/// Runs `status`. Its exit code is 1 if the last deployment failed, or is not done.
///
/// # Errors
/// If there is no stack, or AWS does not answer.
pub async fn status(target: &Target, output: Output) -> Result<ExitCode, Failure> {
    let status = Deployment::find(target).await?.status().await?;
    output.answer(&status, Status::in_words);
    Ok(if status.is_well() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs `outputs`.
///
/// # Errors
/// If there is no stack, or AWS does not answer.
pub async fn outputs(target: &Target, output: Output) -> Result<(), Failure> {
    output.answer(&Deployment::find(target).await?.outputs()?, Outputs::in_words);
    Ok(())
}
