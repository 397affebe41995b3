//! `afterword tail`.

use std::collections::BTreeMap;
use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::admin::Admin;
use crate::failure::{Failure, Kind};
use crate::output::{Output, field, rows};
use crate::shop::{ShopName, about};
use crate::since::{Since, since};
use crate::target::Target;

/// The wait between two looks while something happens.
const SHORTEST: Duration = Duration::from_secs(2);
/// The longest wait while nothing happens.
const LONGEST_IDLE: Duration = Duration::from_secs(10);
/// The longest wait while looks fail.
const LONGEST_FAILING: Duration = Duration::from_secs(30);
/// The looks that may fail in a row: about four minutes.
const FAILURES_MAX: u32 = 10;

/// What happens in a shop.
#[derive(Args)]
pub struct Tail {
    /// The shop, with .test for its test mode
    shop: ShopName,
    /// What happened since then, too: a time such as 10m, or an instant, at most 24 hours ago
    #[arg(long, value_parser = since)]
    since: Option<Since>,
}

/// The events that were printed. Each look has the last minutes again, because an event may become known late.
#[derive(Default)]
struct Printed(BTreeMap<String, String>);

impl Printed {
    /// The events of an answer that were not printed yet.
    fn new_ones<'a>(&mut self, answer: &'a Value) -> Vec<&'a Value> {
        let is_first = |event: &&Value| self.0.insert(event.to_string(), field(event, "at")).is_none();
        let events = rows(answer, "events").filter(is_first).collect();
        // Times in one form, which sort as they are.
        let next = field(answer, "next");
        self.0.retain(|_, at| *at >= next);
        events
    }
}

impl Tail {
    /// Runs the command, which goes on until it is interrupted or nobody reads its output.
    ///
    /// # Errors
    /// What the operation says; of AWS, if it does not answer at first or for some minutes.
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { shop, since } = self;
        let admin = Admin::connect(target).await?;
        let mut input = about(&shop, json!({"since": since.map(Since::to_operation)}));
        let mut printed = Printed::default();
        let (mut wait, mut failures, mut was_complete) = (SHORTEST, None, true);
        loop {
            match admin.read("recent", &input).await {
                Ok(answer) => {
                    failures = Some(0);
                    let events = printed.new_ones(&answer);
                    wait = if events.is_empty() { (wait * 3 / 2).min(LONGEST_IDLE) } else { SHORTEST };
                    for event in events {
                        if !output.line(event, line) {
                            return Ok(());
                        }
                    }
                    let is_complete = answer["complete"] != false;
                    if was_complete && !is_complete {
                        Output::note(
                            "More happens than can be shown: these are the newest requests, messages and reviews.",
                        );
                    }
                    was_complete = is_complete;
                    input["since"] = answer["next"].clone();
                }
                Err(failure) => {
                    let failed = failures.filter(|failed| failure.kind == Kind::Unreachable && *failed < FAILURES_MAX);
                    // The first look says whether there is anything to see.
                    let Some(failed) = failed else { return Err(failure) };
                    if failed == 0 {
                        Output::note(&format!("{} Trying again.", failure.message));
                    }
                    failures = Some(failed + 1);
                    wait = (wait * 2).min(LONGEST_FAILING);
                }
            }
            sleep(wait).await;
        }
    }
}

/// An event in columns.
fn line(event: &Value) -> String {
    let about = ["request", "review", "webhook"].into_iter().find(|name| !event[*name].is_null());
    let about = about.map_or_else(|| "shop".to_owned(), |name| format!("{name} {}", field(event, name)));
    let [at, what, text] = ["at", "what", "text"].map(|name| field(event, name));
    format!("{at}  {what:<16}  {about:<24}  {text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_again_is_printed_once() {
        let event = |at: &str, what: &str| json!({"at": at, "what": what, "request": 7, "text": "It happened."});
        let (sent, delivered) = (event("2026-11-23T06:00:00Z", "sent"), event("2026-11-23T06:00:03Z", "delivered"));
        let answer = |events: &[&Value], next: &str| json!({"events": events, "next": next, "complete": true});
        let mut printed = Printed::default();
        assert_eq!(printed.new_ones(&answer(&[&sent], "2026-11-23T06:00:00Z")), [&sent]);
        assert_eq!(printed.new_ones(&answer(&[&sent, &delivered], "2026-11-23T06:00:00Z")), [&delivered]);
        assert_eq!(printed.new_ones(&answer(&[&sent, &delivered], "2026-11-23T06:00:01Z")), [&sent; 0]);
        assert_eq!(printed.0.len(), 1, "what no look has again is forgotten");
    }

    #[test]
    fn an_event_is_one_line_that_says_what_it_is_about() {
        let sent = json!({"at": "2026-11-23T06:00:00Z", "what": "sent", "request": 7, "text": "The provider accepted the email."});
        let expected =
            "2026-11-23T06:00:00Z  sent              request 7                 The provider accepted the email.";
        assert_eq!(line(&sent), expected);
        let held =
            json!({"at": "2026-11-23T06:00:00Z", "what": "operator", "text": "An unknown operator ran `pause`."});
        assert!(line(&held).contains("  shop  "), "{}", line(&held));
    }
}
