//! The command line.

use clap::Parser;

use crate::commands::Command;

/// Operates an installation of Afterword: its shops, and why a message was not sent.
#[derive(Parser)]
#[command(
    name = "afterword",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 it is done · 1 it was refused or failed, and the message says why · 2 the command line is wrong · \
                  3 AWS cannot be reached or does not accept the credentials"
)]
pub struct Args {
    #[command(flatten)]
    pub target: Target,
    /// Print one JSON object instead of text
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// The installation
#[derive(clap::Args)]
pub struct Target {
    /// Name of the CloudFormation stack
    #[arg(long, global = true, env = "AFTERWORD_STACK", default_value = "afterword")]
    pub stack: String,
    /// Region of the stack; else AWS_REGION, or that of the profile
    #[arg(long, global = true)]
    pub region: Option<String>,
    /// Profile of the AWS configuration; else AWS_PROFILE
    #[arg(long, global = true)]
    pub profile: Option<String>,
    /// Address that answers instead of AWS, such as `http://127.0.0.1:3000` for `cargo dev`
    #[arg(long, global = true, env = "AWS_ENDPOINT_URL")]
    pub endpoint: Option<String>,
}
