//! The commands that are one operation each.

use clap::Subcommand;
use serde_json::{Value, json};

use super::call::{Call, either};
use super::keys::Keys;
use super::shops::Shops;
use super::why::{Failed, Why};
use crate::output::{field, rows, table};

/// A command that is one operation
#[derive(Subcommand)]
pub enum Operation {
    /// Shops: create, list, show, delete, restore
    #[command(subcommand)]
    Shops(Shops),
    /// API keys of a shop: create, list, revoke
    #[command(subcommand)]
    Keys(Keys),
    /// Make a link into a shop's console: single use, 15 minutes, no email
    #[command(after_help = "Example:\n  afterword console-link acme")]
    ConsoleLink {
        /// The shop, with .test for its test mode
        shop: String,
    },
    /// Why a customer did or did not get a message
    #[command(
        after_help = "Examples:\n  afterword why acme --email jane@example.com\n  afterword why acme --order 1001 --json"
    )]
    Why(Why),
    /// How many messages failed, and why
    #[command(after_help = "Example:\n  afterword failed --since 24h")]
    Failed(Failed),
    /// Pause sending of one shop or of all
    #[command(after_help = "Examples:\n  afterword pause\n  afterword pause acme --until 2026-12-01T08:00:00Z")]
    Pause {
        /// The shop, with .test for its test mode; without a shop, everything
        shop: Option<String>,
        /// The instant at which it ends by itself
        #[arg(long)]
        until: Option<String>,
    },
    /// End a pause
    #[command(after_help = "Examples:\n  afterword resume\n  afterword resume acme")]
    Resume {
        /// The shop, with .test for its test mode; without a shop, everything
        shop: Option<String>,
    },
    /// After a restore of the table: keep what may have left since the moment of the backup from leaving again
    #[command(after_help = "Example:\n  afterword restored --to 2026-11-20T07:40:00Z")]
    Restored {
        /// The moment to which the table was put back
        #[arg(long)]
        to: String,
    },
    /// Shops whose emails are suspended: release one
    #[command(subcommand)]
    Hold(Hold),
    /// Domains from which shops' emails leave: release one
    #[command(subcommand)]
    Sender(Sender),
    /// Lift a new shop's limit of emails a day
    #[command(after_help = "Example:\n  afterword lift-cap acme")]
    LiftCap {
        /// The shop
        shop: String,
    },
    /// Let SMS leave again to a number that replied STOP
    #[command(after_help = "Example:\n  afterword lift-stop +491711234567")]
    LiftStop {
        /// The number in E.164, such as +491711234567
        number: String,
    },
    /// Who changed what: of a shop or of the service
    #[command(after_help = "Examples:\n  afterword audit acme\n  afterword audit --json")]
    Audit {
        /// The shop, with .test for its test mode; without a shop, the log of the service
        shop: Option<String>,
        /// Page to show: the `next` of the page before it
        #[arg(long)]
        after: Option<String>,
    },
}

/// Suspensions of a shop's emails
#[derive(Subcommand)]
pub enum Hold {
    /// End the suspension of a shop's emails
    #[command(after_help = "Example:\n  afterword hold release acme")]
    Release {
        /// The shop, with .test for its test mode
        shop: String,
    },
}

/// Domains from which shops' emails leave
#[derive(Subcommand)]
pub enum Sender {
    /// End a shop's hold of a domain, so that its owner can have it
    #[command(after_help = "Example:\n  afterword sender release shop.example")]
    Release {
        /// The domain
        domain: String,
    },
}

impl Operation {
    pub(super) fn call(self) -> Call {
        match self {
            Self::Shops(shops) => shops.call(),
            Self::Keys(keys) => keys.call(),
            Self::ConsoleLink { shop } => Call::new("console_link", json!({"shop": shop}), |answer| {
                let (url, until) = (field(answer, "url"), field(answer, "expires_at"));
                format!(
                    "{url}\n\nIt signs in as an owner, once, until {until}. This is the only time that it is shown."
                )
            }),
            Self::Why(why) => why.call(),
            Self::Failed(failed) => failed.call(),
            Self::Pause { shop, until } => pause(shop, until),
            Self::Resume { shop } => Call::new("resume", json!({"shop": shop}), |answer| {
                either(answer, "resumed", "What waits leaves within minutes, in order.", "Nothing was paused.")
            }),
            Self::Restored { to } => Call::new("restored", json!({"to": to}), |answer| {
                let until = field(answer, "until");
                format!("What was due until {until} counts as sent and does not leave. Later messages do.")
            }),
            Self::Hold(Hold::Release { shop }) => Call::new("release_hold", json!({"shop": shop}), move |answer| {
                let released = format!("{shop} is released. Its emails that wait leave within ten minutes.");
                either(answer, "released", &released, &format!("{shop} was not suspended."))
            }),
            Self::Sender(Sender::Release { domain }) => {
                Call::new("release_sender", json!({"domain": domain}), move |answer| {
                    let released =
                        format!("No email leaves from {domain} any more. In ten minutes another shop can have it.");
                    either(answer, "released", &released, &format!("No shop's emails leave from {domain}."))
                })
            }
            Self::LiftCap { shop } => Call::new("lift_cap", json!({"shop": shop}), move |answer| {
                let lifted = "may leave in a day. Those that wait leave tomorrow.";
                let lifted = format!("Any number of emails of {shop} {lifted}");
                either(answer, "lifted", &lifted, &format!("{shop} had no limit a day."))
            }),
            Self::LiftStop { number } => Call::new("lift_stop", json!({"number": number}), |answer| {
                either(answer, "lifted", "SMS to this number leave again.", "This number was not stopped.")
            }),
            Self::Audit { shop, after } => Call::new("audit", json!({"shop": shop, "after": after}), log),
        }
    }
}

fn pause(shop: Option<String>, until: Option<String>) -> Call {
    Call::new("pause", json!({"shop": shop, "until": until}), move |_| {
        let resume = || format!("afterword resume {}", shop.as_deref().unwrap_or_default());
        let end = until.map_or_else(resume, |at| format!("at {at}"));
        let whose = shop.as_deref().unwrap_or("any shop");
        format!("Within a minute nothing of {whose} leaves to customers. It waits and is not lost. The end: {end}")
    })
}

fn log(answer: &Value) -> String {
    let columns = ["at", "what", "by", "target", "before", "after"];
    let mut text = table(columns, rows(answer, "entries").map(|entry| columns.map(|name| field(entry, name))));
    if let Some(next) = answer["next"].as_str() {
        text += &format!("\n\nOlder ones: --after {next}");
    }
    text
}
