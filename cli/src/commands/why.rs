//! `afterword why` and `failed`.

use std::cmp::Reverse;

use clap::Args;
use jiff::{Span, SpanRelativeTo, Timestamp};
use serde_json::{Value, json};

use super::call::Call;
use crate::output::{field, rows, table};

/// A customer, an order or a request
#[derive(Args)]
#[group(skip)]
pub struct Why {
    /// The shop, with .test for its test mode
    shop: String,
    #[command(flatten)]
    what: What,
}

/// One of three ways to name it
#[derive(Args)]
#[group(required = true, multiple = false)]
struct What {
    /// The customer's email address
    #[arg(long)]
    email: Option<String>,
    /// The id of the order, as the shop has it
    #[arg(long)]
    order: Option<String>,
    /// The request's id
    #[arg(long)]
    request: Option<u64>,
}

impl Why {
    pub(super) fn call(self) -> Call {
        let Self { shop, what: What { email, order, request } } = self;
        Call::new("why", json!({"shop": shop, "email": email, "order_id": order, "request": request}), explained)
    }
}

fn explained(answer: &Value) -> String {
    let mut text: Vec<_> = rows(answer, "requests").map(request).collect();
    if let Some(summary) = answer["not_found"]["summary"].as_str() {
        text.push(summary.to_owned());
    }
    if answer["more"] == true {
        text.push("There are older requests.".to_owned());
    }
    text.join("\n\n")
}

fn request(of: &Value) -> String {
    let [id, order, origin, cause, summary] =
        ["request", "order_id", "origin", "cause", "summary"].map(|name| field(of, name));
    let mut lines = vec![format!("Request {id} for order {order} ({origin}): {cause}"), summary];
    match (of["next"]["at"].as_str(), of["next"]["text"].as_str()) {
        (Some(at), Some(text)) => lines.push(format!("Next, {at}: {text}")),
        (None, Some(text)) => lines.push(format!("Next: {text}")),
        (_, None) => {}
    }
    lines.extend(rows(of, "timeline").map(|line| format!("  {}  {}", field(line, "at"), field(line, "text"))));
    lines.join("\n")
}

/// Messages that failed
#[derive(Args)]
pub struct Failed {
    /// The shop, with .test for its test mode; without a shop, all
    shop: Option<String>,
    /// From when on: a span such as 24h or 7d, or an instant
    #[arg(long, value_parser = since)]
    since: Timestamp,
}

/// An instant, or that of some time ago by this machine's clock.
#[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
fn since(text: &str) -> Result<Timestamp, String> {
    let ago = |ago: Span| ago.to_duration(SpanRelativeTo::days_are_24_hours());
    let ago = || Timestamp::now().checked_sub(text.parse().and_then(ago)?);
    let fault = |_| "a time such as 24h or 7d, or an instant such as 2026-11-23T00:00:00Z".to_owned();
    text.parse().or_else(|_| ago()).map_err(fault)
}

impl Failed {
    pub(super) fn call(self) -> Call {
        let input = json!({"shop": self.shop, "since": self.since.to_string()});
        Call { merge: Some(sum), ..Call::new("failed", input, failed) }
    }
}

/// Merges the pages, each of which has the counts of some shops.
fn sum(pages: &[Value]) -> Value {
    let number = |of: &Value, name: &str| of[name].as_u64().unwrap_or_default();
    let mut causes: Vec<Value> = Vec::new();
    for cause in pages.iter().flat_map(|page| rows(page, "causes")) {
        match causes.iter_mut().find(|known| known["cause"] == cause["cause"]) {
            Some(known) => known["failed"] = json!(number(known, "failed") + number(cause, "failed")),
            None => causes.push(cause.clone()),
        }
    }
    let mut shops: Vec<_> = pages.iter().flat_map(|page| rows(page, "shops")).collect();
    causes.sort_by_key(|cause| Reverse(number(cause, "failed")));
    shops.sort_by_key(|shop| Reverse(number(shop, "failed")));
    let total = |name| pages.iter().map(|page| number(page, name)).sum::<u64>();
    let from = pages.first().map(|page| &page["from"]);
    json!({"from": from, "failed": total("failed"), "causes": causes, "shops": shops, "shops_read": total("shops_read")})
}

fn failed(answer: &Value) -> String {
    let head = format!("{} messages failed since {}.", field(answer, "failed"), field(answer, "from"));
    let cause = |of: &Value| ["cause", "failed", "meaning"].map(|name| field(of, name));
    let shop = |of: &Value| ["tenant", "mode", "failed", "causes"].map(|name| field(of, name));
    let mut parts = vec![head];
    if rows(answer, "causes").next().is_some() {
        parts.push(table(["cause", "failed", "what it means"], rows(answer, "causes").map(cause)));
        parts.push(table(["shop", "mode", "failed", "causes"], rows(answer, "shops").map(shop)));
    }
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_failures_add_up() {
        let page = |shop: &str, bounced: u64, capped: u64| {
            json!({
                "from": "2026-11-23T00:00:00Z", "failed": bounced + capped, "shops_read": 1,
                "causes": [{"cause": "bounced", "failed": bounced}, {"cause": "capped", "failed": capped}],
                "shops": [{"tenant": shop, "failed": bounced + capped}],
            })
        };
        let sum = sum(&[page("a", 1, 2), page("b", 5, 3)]);
        let expected = json!({
            "from": "2026-11-23T00:00:00Z", "failed": 11, "shops_read": 2,
            "causes": [{"cause": "bounced", "failed": 6}, {"cause": "capped", "failed": 5}],
            "shops": [{"tenant": "b", "failed": 8}, {"tenant": "a", "failed": 3}],
        });
        assert_eq!(sum, expected);
    }
}
