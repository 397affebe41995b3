//! The command line and its commands.

mod audit;
mod erase;
mod keys;
mod manual;
mod outputs;
mod rotate;
mod sending;
mod shops;
mod why;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::args::Target;
use crate::check;
use crate::failure::Failure;
use crate::output::Output;

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

/// A command
#[derive(Subcommand)]
pub enum Command {
    /// Show the stack's outputs: its address, table, queues
    #[command(after_help = "Example:\n  afterword outputs --json")]
    Outputs,
    /// Shops: create, list, show, delete, restore
    #[command(subcommand)]
    Shops(shops::Shops),
    /// API keys of a shop: create, list, revoke
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Make a link into a shop's console: single use, 15 minutes, no email
    #[command(after_help = "Example:\n  afterword console-link acme")]
    ConsoleLink(shops::ConsoleLink),
    /// Why a customer did or did not get a message
    #[command(
        after_help = "Examples:\n  afterword why acme --email jane@example.com\n  afterword why acme --order 1001 --json"
    )]
    Why(why::Why),
    /// How many messages failed, and why
    #[command(after_help = "Example:\n  afterword failed --since 24h")]
    Failed(why::Failed),
    /// Pause sending of one shop or of all
    #[command(after_help = "Examples:\n  afterword pause\n  afterword pause acme --until 2026-12-01T08:00:00Z")]
    Pause(sending::Pause),
    /// End a pause
    #[command(after_help = "Examples:\n  afterword resume\n  afterword resume acme")]
    Resume(sending::Resume),
    /// After a restore of the table: keep what may have left since the moment of the backup from leaving again
    #[command(after_help = "Example:\n  afterword restored --to 2026-11-20T07:40:00Z")]
    Restored(sending::Restored),
    /// Shops whose emails are suspended: release one
    #[command(subcommand)]
    Hold(sending::Hold),
    /// Domains from which shops' emails leave: release one
    #[command(subcommand)]
    Sender(sending::Sender),
    /// Lift a new shop's limit of emails a day
    #[command(after_help = "Example:\n  afterword lift-cap acme")]
    LiftCap(sending::LiftCap),
    /// Let SMS leave again to a number that replied STOP
    #[command(after_help = "Example:\n  afterword lift-stop +491711234567")]
    LiftStop(sending::LiftStop),
    /// Erase a person's data
    #[command(after_help = "Example:\n  afterword erase acme --email jane@example.com")]
    Erase(erase::Erase),
    /// Replace a root key
    #[command(after_help = "Examples:\n  afterword rotate acme --wait\n  afterword rotate --service")]
    Rotate(rotate::Rotate),
    /// Changes that operators made with this program, to a shop or to the service
    #[command(after_help = "Examples:\n  afterword audit acme\n  afterword audit --json")]
    Audit(audit::Audit),
    /// Check everything that an email needs in the AWS account, with a fix for each fault
    #[command(after_help = "Example:\n  afterword check --json\n\nIt changes nothing.")]
    Check(check::Options),
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  afterword completions bash\n\nBash reads it with: source <(afterword completions bash)"
    )]
    Completions(manual::Completions),
    /// Print the page of the manual, or write one for each command
    #[command(after_help = "Example:\n  afterword man\n\nRead it with: afterword man | man -l -")]
    Man(manual::Man),
}

pub async fn run(target: &Target, output: Output, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Outputs => outputs::run(target, output).await?,
        Command::Check(options) => return Ok(check::run(target, output, &options).await),
        Command::Shops(shops) => shops.run(target, output).await?,
        Command::Keys(keys) => keys.run(target, output).await?,
        Command::ConsoleLink(link) => link.run(target, output).await?,
        Command::Why(why) => why.run(target, output).await?,
        Command::Failed(failed) => failed.run(target, output).await?,
        Command::Pause(pause) => pause.run(target, output).await?,
        Command::Resume(resume) => resume.run(target, output).await?,
        Command::Restored(restored) => restored.run(target, output).await?,
        Command::Hold(hold) => hold.run(target, output).await?,
        Command::Sender(sender) => sender.run(target, output).await?,
        Command::LiftCap(lift) => lift.run(target, output).await?,
        Command::LiftStop(lift) => lift.run(target, output).await?,
        Command::Erase(erase) => erase.run(target, output).await?,
        Command::Rotate(rotate) => rotate.run(target, output).await?,
        Command::Audit(audit) => audit.run(target, output).await?,
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(output)?,
    }
    Ok(ExitCode::SUCCESS)
}
