//! The command line.

use clap::Parser;

use crate::commands::Command;
use crate::target::Target;

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
