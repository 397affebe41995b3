//! `afterword pause`, `resume`, `restored`, `hold`, `sender`, `lift-cap` and `lift-stop`.

use clap::{Args, Subcommand};
use serde_json::json;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::Output;
use crate::shop::{ShopName, about};

/// A pause
#[derive(Args)]
pub struct Pause {
    /// The shop, with .test for its test mode; without a shop, everything
    shop: Option<ShopName>,
    /// The instant at which it ends by itself
    #[arg(long)]
    until: Option<String>,
}

impl Pause {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { shop, until } = self;
        let input = about(shop.as_ref(), json!({"until": until}));
        let answer = Admin::connect(target).await?.call("pause", input).await?;
        output.answer(&answer, |_| {
            let end =
                until.map_or_else(|| format!("afterword resume {}", named(shop.as_ref(), "")), |at| format!("at {at}"));
            let whose = named(shop.as_ref(), "any shop");
            format!("Within a minute nothing of {whose} leaves to customers. It waits and is not lost. The end: {end}")
        });
        Ok(())
    }
}

/// The end of a pause
#[derive(Args)]
pub struct Resume {
    /// The shop, with .test for its test mode; without a shop, everything
    shop: Option<ShopName>,
}

impl Resume {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let input = about(self.shop.as_ref(), json!({}));
        let answer = Admin::connect(target).await?.call("resume", input).await?;
        output.answer(&answer, |answer| match answer["resumed"].as_bool() {
            Some(false) => "Nothing was paused.".to_owned(),
            _ => "What waits leaves within minutes, in order.".to_owned(),
        });
        Ok(())
    }
}

/// A restore of the table from a backup
#[derive(Args)]
pub struct Restored {
    /// The moment to which the table was put back
    #[arg(long)]
    to: String,
}

impl Restored {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let answer = Admin::connect(target).await?.call("restored", json!({"to": self.to})).await?;
        output.answer(&answer, |answer| {
            let until = answer["until"].as_str().unwrap_or_default();
            format!("What was due until {until} counts as sent and does not leave. Later messages do.")
        });
        Ok(())
    }
}

/// Suspensions of a shop's emails
#[derive(Subcommand)]
pub enum Hold {
    /// End the suspension of a shop's emails
    #[command(after_help = "Example:\n  afterword hold release acme")]
    Release {
        /// The shop, with .test for its test mode
        shop: ShopName,
    },
}

impl Hold {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self::Release { shop } = self;
        let answer = Admin::connect(target).await?.call("release_hold", &shop).await?;
        output.answer(&answer, |answer| match answer["released"].as_bool() {
            Some(true) => format!("{shop} is released. Its emails that wait leave within ten minutes."),
            _ => format!("{shop} was not suspended."),
        });
        Ok(())
    }
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

impl Sender {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self::Release { domain } = self;
        let answer = Admin::connect(target).await?.call("release_sender", json!({"domain": domain})).await?;
        output.answer(&answer, |answer| match answer["released"].as_bool() {
            Some(true) => format!("No email leaves from {domain} any more. In ten minutes another shop can have it."),
            _ => format!("No shop's emails leave from {domain}."),
        });
        Ok(())
    }
}

/// A new shop, whose emails have a limit a day
#[derive(Args)]
pub struct LiftCap {
    /// The shop
    shop: ShopName,
}

impl LiftCap {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { shop } = self;
        let answer = Admin::connect(target).await?.call("lift_cap", &shop).await?;
        output.answer(&answer, |answer| match answer["lifted"].as_bool() {
            Some(true) => format!("Any number of emails of {shop} may leave in a day. Those that wait leave tomorrow."),
            _ => format!("{shop} had no limit a day."),
        });
        Ok(())
    }
}

/// A number that replied STOP
#[derive(Args)]
pub struct LiftStop {
    /// The number in E.164, such as +491711234567
    number: String,
}

impl LiftStop {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let input = json!({"number": self.number});
        let answer = Admin::connect(target).await?.call("lift_stop", input).await?;
        output.answer(&answer, |answer| match answer["lifted"].as_bool() {
            Some(true) => "SMS to this number leave again.".to_owned(),
            _ => "This number was not stopped.".to_owned(),
        });
        Ok(())
    }
}

fn named(shop: Option<&ShopName>, without: &str) -> String {
    shop.map_or_else(|| without.to_owned(), ToString::to_string)
}
