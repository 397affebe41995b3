//! The command line and its commands.

mod call;
mod erase;
mod keys;
mod operations;
mod outputs;
mod rotate;
mod shops;
mod status;
mod why;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use self::operations::Operation;
use crate::args::{EVERYWHERE, Target};
use crate::check;
use crate::failure::Failure;
use crate::output::{Output, print};

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
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// A command
#[derive(Subcommand)]
pub enum Command {
    /// Show the last request that left, what is late or stopped, dead letters and costs
    #[command(after_help = "Example:\n  afterword status\n\n\
        AWS charges 0.01 USD each time for the costs, to whoever may call ce:GetCostAndUsage.")]
    Status,
    /// Show the stack's outputs: its address, table, queues
    #[command(after_help = "Example:\n  afterword outputs --json")]
    Outputs,
    #[command(flatten)]
    Operation(Operation),
    /// Erase a person's data, their reviews too, after a question
    #[command(after_help = "Examples:\n  afterword erase acme --email jane@example.com\n  \
        afterword erase acme --status 6f4770fc-b8ee-4bf2-9977-d048a7f27987")]
    Erase(erase::Erase),
    /// Replace a root key
    #[command(after_help = "Examples:\n  afterword rotate acme --wait\n  afterword rotate --service")]
    Rotate(rotate::Rotate),
    /// Check everything that an email needs in the AWS account, with a fix for each fault
    #[command(after_help = "Example:\n  afterword check --json\n\nIt changes nothing.")]
    Check(check::Options),
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  afterword completions bash\n\nBash reads it with: source <(afterword completions bash)"
    )]
    Completions {
        /// The shell that reads them
        shell: Shell,
    },
}

pub async fn run(target: &Target, output: Output, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Status => status::run(target, output).await?,
        Command::Outputs => outputs::run(target, output).await?,
        Command::Operation(operation) => operation.call().run(target, output).await?,
        Command::Erase(erase) => erase.run(target, output).await?,
        Command::Rotate(rotate) => rotate.run(target, output).await?,
        Command::Check(options) => return Ok(check::run(target, output, &options).await),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "afterword", &mut script);
            print(String::from_utf8_lossy(&script).trim_end());
        }
    }
    Ok(ExitCode::SUCCESS)
}
