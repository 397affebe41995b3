//! `afterword shops`.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::Output;

/// What is done with shops.
#[derive(Subcommand)]
pub enum Shops {
    /// List all shops
    #[command(after_help = "Example:\n  afterword shops list --json")]
    List,
}

/// Runs the command.
///
/// # Errors
/// What the operation says.
pub async fn run(target: &Target, output: Output, shops: Shops) -> Result<(), Failure> {
    let admin = Admin::connect(target).await?;
    match shops {
        Shops::List => output.answer(&admin.call("list_shops", json!({})).await?, Value::to_string),
    }
    Ok(())
}
