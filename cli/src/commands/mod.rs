//! The commands.

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
        Command::Shops(shops) => shops::run(target, output, shops).await?,
        Command::Check(options) => return Ok(check::run(target, output, &options).await),
        Command::ProductionAccess(options) => return production_access::run(target, output, &options).await,
    }
    Ok(ExitCode::SUCCESS)
}
