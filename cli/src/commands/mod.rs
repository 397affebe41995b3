//! The commands.

mod shops;

use std::process::ExitCode;

use clap::Subcommand;

use crate::args::Target;
use crate::failure::Failure;
use crate::output::Output;

/// A command.
#[derive(Subcommand)]
pub enum Command {
    /// Shops: create, list, show
    #[command(subcommand)]
    Shops(shops::Shops),
}

/// Runs a command.
///
/// # Errors
/// Why it did not do what it was asked for.
pub async fn run(target: &Target, output: Output, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Shops(shops) => shops::run(target, output, shops).await?,
    }
    Ok(ExitCode::SUCCESS)
}
