//! `afterword audit`.

use clap::Args;
use serde_json::json;

use crate::admin::Admin;
use crate::failure::Failure;
use crate::output::{Output, field, rows, table};
use crate::shop::{ShopName, about_any};
use crate::target::Target;

/// An audit log.
#[derive(Args)]
pub struct Audit {
    /// The shop, with .test for its test mode; without one, the service
    shop: Option<ShopName>,
    /// The page after this place, which is the `next` of the page before
    #[arg(long)]
    after: Option<String>,
}

impl Audit {
    /// Runs the command.
    ///
    /// # Errors
    /// What the operation says.
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let input = about_any(self.shop.as_ref(), json!({"after": self.after}));
        let answer = Admin::connect(target).await?.call("audit", input).await?;
        output.answer(&answer, |answer| {
            let columns = ["at", "what", "by", "target", "before", "after"];
            let mut text = table(columns, rows(answer, "entries").map(|entry| columns.map(|name| field(entry, name))));
            if let Some(next) = answer["next"].as_str() {
                text += &format!("\n\nOlder ones: --after {next}");
            }
            text
        });
        Ok(())
    }
}
