//! `afterword layout`.

use clap::Args;
use serde_json::json;

use crate::admin::Admin;
use crate::failure::Failure;
use crate::output::Output;
use crate::target::Target;

/// A change of the table's layout
#[derive(Args)]
pub struct Layout {
    /// The layout before the change
    #[arg(long)]
    from: u32,
    /// The layout after it: releases of an earlier layout no longer start
    #[arg(long)]
    to: u32,
}

impl Layout {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { from, to } = self;
        let answer = Admin::connect(target).await?.call("set_layout", json!({"from": from, "layout": to})).await?;
        output
            .answer(&answer, |_| format!("The table has the layout {to}. Versions that do not know it do not start."));
        Ok(())
    }
}
