//! `afterword shops`.

use clap::Subcommand;
use serde_json::{Value, json};

use super::call::{Call, either};
use crate::output::{field, fields, rows, table};

/// A line about a new shop without a postal address.
const NO_ADDRESS: &str = "\nIt has no postal address: no email leaves to a customer until its settings give one, or the stack's PostalAddress, which counts within five minutes.";

/// Shops
#[derive(Subcommand)]
pub enum Shops {
    /// Create a shop, unless it exists
    #[command(after_help = "Example:\n  afterword shops create acme --name 'Acme Kitchen' --language de")]
    Create {
        /// Its id, with .test for its test mode
        shop: String,
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
    },
    /// List all shops
    #[command(after_help = "Example:\n  afterword shops list --json")]
    List,
    /// End a shop, with its test mode; `restore` reverses that within 30 days
    #[command(after_help = "Example:\n  afterword shops delete acme\n\n\
        Nothing leaves from then on, and its keys, links and pages are refused. After 30 days its data is destroyed.")]
    Delete {
        /// Its id; with .test, its test mode alone
        shop: String,
    },
    /// Reverse the end of a shop
    #[command(after_help = "Example:\n  afterword shops restore acme")]
    Restore {
        /// Its id; with .test, its test mode alone
        shop: String,
    },
    /// Show a shop
    #[command(after_help = "Example:\n  afterword shops show acme")]
    Show {
        /// Its id, with .test for its test mode
        shop: String,
    },
}

impl Shops {
    pub(super) fn call(self) -> Call {
        match self {
            Self::Create { shop, name, address, privacy_url, language } => {
                let input = json!({"shop": shop, "shop_name": name, "shop_address": address, "privacy_url": privacy_url,
                    "language": language});
                Call::new("create_shop", input, move |answer| {
                    let has_address = rows(answer, "lacks").all(|lacked| lacked != "shop_address");
                    let after = if has_address { "" } else { NO_ADDRESS };
                    let created = format!(
                        "{shop} is created. Next: afterword console-link {shop}, or for a program: afterword keys create {shop}{after}"
                    );
                    either(answer, "created", &created, &format!("{shop} existed already; nothing of it is changed."))
                })
            }
            Self::List => {
                let list = Call::new("list_shops", json!({}), |answer| {
                    let row = |shop: &_| ["tenant", "mode", "created_at", "lacks"].map(|name| field(shop, name));
                    table(["shop", "mode", "created", "lacks"], rows(answer, "shops").map(row))
                });
                Call { merge: Some(all), ..list }
            }
            Self::Delete { shop } => Call::new("delete_shop", json!({"shop": shop}), move |answer| {
                let until = field(answer, "restored_until");
                format!("{shop} has ended. Until {until} this takes that back: afterword shops restore {shop}")
            }),
            Self::Restore { shop } => Call::new("restore_shop", json!({"shop": shop}), move |answer| {
                let restored = format!("{shop} is restored; its keys and links work again.");
                either(answer, "restored", &restored, &format!("{shop} had not ended."))
            }),
            Self::Show { shop } => Call::new("show_shop", json!({"shop": shop}), fields),
        }
    }
}

fn all(pages: &[Value]) -> Value {
    let shops: Vec<_> = pages.iter().flat_map(|page| rows(page, "shops")).collect();
    json!({"shops": shops})
}
