//! The commands.

mod deploy;
mod production_access;
mod shops;

use std::process::ExitCode;

use clap::Subcommand;

use crate::args::Target;
use crate::check;
use crate::failure::Failure;
use crate::output::Output;

/// A command.
#[derive(Subcommand)]
pub enum Command {
    /// Deploy a release: make its stack, or change the one that is there
    #[command(
        after_help = "Example:\n  afterword deploy ./afterword-1.2.0 --region eu-central-1 --mail-from reviews@example.com \\\n    \
                            --alarm-email ops@example.com\n\nUploads the release into a bucket of the account, shows what would \
                            change and what it costs, asks, and waits until it is done."
    )]
    Deploy(deploy::Deploy),
    /// Put a release in the place of the one that runs
    #[command(
        after_help = "Example:\n  afterword upgrade ./afterword-1.3.0 --yes --json\n\nRefuses what docs/upgrade.md forbids: \
                            a release that is not the next one or the one before, or that does not know the table's layout."
    )]
    Upgrade(deploy::Upgrade),
    /// Take the release that runs back, to the one before
    #[command(after_help = "Example:\n  afterword rollback --yes")]
    Rollback(deploy::Rollback),
    /// Show what runs, since when, and what failed
    #[command(
        after_help = "Example:\n  afterword status --json\n\nThe exit code is 1 if the last deployment failed, or is not done."
    )]
    Status,
    /// Show the stack's outputs: its address, table, queues
    #[command(after_help = "Example:\n  afterword outputs --json")]
    Outputs,
    /// Shops: create, list, show
    #[command(subcommand)]
    Shops(shops::Shops),
    /// Read the account: what an email needs, each with a verdict and what fixes it
    #[command(
        after_help = "Example:\n  afterword check --no-email --json\n\nIt changes nothing. docs/check.md has a paragraph for each line."
    )]
    Check(check::Options),
    /// Show SES' questions to an account in its sandbox, and ask to leave it
    ProductionAccess(production_access::Options),
}

/// Runs a command.
///
/// # Errors
/// Why it did not do what it was asked for.
pub async fn run(target: &Target, output: Output, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Deploy(deploy) => deploy::deploy(target, output, deploy).await?,
        Command::Upgrade(upgrade) => deploy::upgrade(target, output, upgrade).await?,
        Command::Rollback(rollback) => deploy::rollback(target, output, rollback).await?,
        Command::Status => return deploy::status(target, output).await,
        Command::Outputs => deploy::outputs(target, output).await?,
        Command::Shops(shops) => shops::run(target, output, shops).await?,
        Command::Check(options) => return Ok(check::run(target, output, &options).await),
        Command::ProductionAccess(options) => return production_access::run(target, output, &options).await,
    }
    Ok(ExitCode::SUCCESS)
}
