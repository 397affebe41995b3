//! `afterword audit`.

use clap::Args;
use serde_json::json;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{Output, field, rows, table};
use crate::shop::{ShopName, about};

/// An audit log
#[derive(Args)]
pub struct Audit {
    /// The shop, with .test for its test mode; without a shop, the log of the service
    shop: Option<ShopName>,
    /// Page to show: the `next` of the page before it
    #[arg(long)]
    after: Option<String>,
}

impl Audit {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let input = about(self.shop.as_ref(), json!({"after": self.after}));
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
