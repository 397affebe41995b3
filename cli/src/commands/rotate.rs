//! `afterword rotate`.

use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{Output, field};

/// The shortest wait between two steps.
const WAIT_MIN: Duration = Duration::from_secs(1);

/// The replacement of a root key
#[derive(Args)]
pub struct Rotate {
    /// The shop, with .test for its test mode
    #[arg(required_unless_present = "service", conflicts_with = "service")]
    shop: Option<String>,
    /// Replace the root key of the service, from which the keys of links are derived
    #[arg(long)]
    service: bool,
    /// Continue a replacement that has begun; without one, nothing happens
    #[arg(long = "continue")]
    go_on: bool,
    /// Continue, and end all links that were made with the old key
    #[arg(long, requires = "service", conflicts_with = "go_on")]
    end: bool,
    /// Take all steps, which takes a quarter of an hour for a shop
    #[arg(long)]
    wait: bool,
}

impl Rotate {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let admin = Admin::connect(target).await?;
        let mut call = match self {
            Self { end: true, .. } => "end",
            Self { go_on: true, .. } => "continue",
            _ => "begin",
        };
        loop {
            let answer =
                admin.call("rotate", json!({"shop": self.shop, "service": self.service, "rotate": call})).await?;
            let is_done = answer["done"].as_bool() == Some(true);
            if is_done || !self.wait {
                output.answer(&answer, |answer| text(answer, is_done));
                return Ok(());
            }
            Output::note(&text(&answer, is_done));
            sleep(wait(&answer)).await;
            // After the first step, the replacement is continued and not begun again.
            call = if call == "end" { "end" } else { "continue" };
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
fn wait(answer: &Value) -> Duration {
    let at = answer["continue_at"].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    let wait = at.and_then(|at| Duration::try_from(at.duration_since(Timestamp::now())).ok());
    wait.unwrap_or_default() + WAIT_MIN
}

fn text(answer: &Value, is_done: bool) -> String {
    let generation = field(answer, "generation");
    if is_done {
        return format!("Done: root key {generation} is the only one.");
    }
    format!("Root key {generation} seals. The next step is --continue, from {} on.", field(answer, "continue_at"))
}
