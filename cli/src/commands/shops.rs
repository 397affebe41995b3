//! `afterword shops` and `console-link`.

use clap::{Args, Subcommand};
use serde_json::json;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{Output, field, fields, rows, table};
use crate::shop::{ShopName, about};

/// A line about a new shop without a postal address.
const NO_ADDRESS: &str = "\nIt has no postal address: no email leaves to a customer until its settings or the stack's PostalAddress give one.";

/// Shops
#[derive(Subcommand)]
pub enum Shops {
    /// Create a shop, unless it exists
    #[command(after_help = "Example:\n  afterword shops create acme --name 'Acme Kitchen' --language de")]
    Create {
        /// Its id, with .test for its test mode
        shop: ShopName,
        /// Its name, as customers know it
        #[arg(long)]
        name: String,
        /// Its postal address, at the foot of emails
        #[arg(long)]
        address: Option<String>,
        /// Its privacy policy, to which emails link
        #[arg(long, value_name = "URL")]
        privacy_url: Option<String>,
        /// Tag of the language for customers whose request names none
        #[arg(long)]
        language: Option<String>,
        /// The days after a first message on which its reminders are sent
        #[arg(long, value_delimiter = ',', num_args = 3, value_name = "DAYS")]
        reminder_days: Option<Vec<u8>>,
    },
    /// List all shops
    #[command(after_help = "Example:\n  afterword shops list --json")]
    List,
    /// End a shop, with its test mode; `restore` reverses that within 30 days
    #[command(after_help = "Example:\n  afterword shops delete acme\n\n\
        Nothing leaves from then on, and its keys, links and pages are refused. After 30 days its data is destroyed.")]
    Delete {
        /// Its id; with .test, its test mode alone
        shop: ShopName,
    },
    /// Reverse the end of a shop
    #[command(after_help = "Example:\n  afterword shops restore acme")]
    Restore {
        /// Its id; with .test, its test mode alone
        shop: ShopName,
    },
    /// Show a shop
    #[command(after_help = "Example:\n  afterword shops show acme")]
    Show {
        /// Its id, with .test for its test mode
        shop: ShopName,
    },
}

impl Shops {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let admin = Admin::connect(target).await?;
        match self {
            Self::Create { shop, name, address, privacy_url, language, reminder_days } => {
                let input = json!({
                    "shop_name": name,
                    "shop_address": address,
                    "privacy_url": privacy_url,
                    "language": language,
                    "reminder_days": reminder_days,
                });
                let answer = admin.call("create_shop", about(Some(&shop), input)).await?;
                let has_address = rows(&answer, "lacks").all(|lacked| lacked != "shop_address");
                let after = if has_address { "" } else { NO_ADDRESS };
                output.answer(&answer, |answer| match answer["created"].as_bool() {
                    Some(true) => format!("{shop} is created. Next: afterword keys create {shop}{after}"),
                    _ => format!("{shop} existed already; nothing of it is changed."),
                });
            }
            Self::List => {
                let pages = admin.pages("list_shops", json!({})).await?;
                let shops: Vec<_> = pages.iter().flat_map(|page| rows(page, "shops")).collect();
                output.answer(&json!({"shops": shops}), |answer| {
                    let row = |shop: &_| ["tenant", "mode", "created_at", "lacks"].map(|name| field(shop, name));
                    table(["shop", "mode", "created", "lacks"], rows(answer, "shops").map(row))
                });
            }
            Self::Delete { shop } => {
                let answer = admin.call("delete_shop", &shop).await?;
                output.answer(&answer, |answer| {
                    let until = field(answer, "restored_until");
                    format!("{shop} has ended. Until {until} this takes that back: afterword shops restore {shop}")
                });
            }
            Self::Restore { shop } => {
                let answer = admin.call("restore_shop", &shop).await?;
                output.answer(&answer, |answer| match answer["restored"].as_bool() {
                    Some(true) => format!("{shop} is restored; its keys and links work again."),
                    _ => format!("{shop} had not ended."),
                });
            }
            Self::Show { shop } => output.answer(&admin.call("show_shop", shop).await?, fields),
        }
        Ok(())
    }
}

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
