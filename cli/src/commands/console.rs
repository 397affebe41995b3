//! `afterword console-link`.

use clap::Args;

use crate::admin::Admin;
use crate::failure::Failure;
use crate::output::{Output, field};
use crate::shop::ShopName;
use crate::target::Target;

/// A link into a shop's console
#[derive(Args)]
pub struct ConsoleLink {
    /// The shop, with .test for its test mode
    shop: ShopName,
}

impl ConsoleLink {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let admin = Admin::connect(target).await?;
        let answer = admin.call("console_link", self.shop).await?;
        output.answer(&answer, |answer| {
            let (url, until) = (field(answer, "url"), field(answer, "expires_at"));
            format!("{url}\n\nIt signs in as an owner, once, until {until}. This is the only time that it is shown.")
        });
        Ok(())
    }
}
