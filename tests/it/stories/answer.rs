//! What is expected of the answer to a call.

use super::matching::{Known, is_text};
use super::step::Step;
use crate::repository::docs::shape::one_line;
use crate::support::*;

/// Checks an answer against the rest of a step, which begins with the status. Returns the name for its request.
pub fn check(step: &mut Step<'_>, known: &mut Known, reply: &Reply) -> Option<String> {
    let (start, mut name) = (step.here(), None);
    let status = reply.status.as_u16();
    if step.word() != status.to_string() {
        let body = if reply.header("content-type").starts_with("application/json") { &*reply.body } else { "" };
        step.differs(start, format!("{status} {body}"));
        step.end();
        return None;
    }
    while !step.is_over() {
        let start = step.here();
        if step.peek() == "exactly" || step.rest().starts_with(['{', '[']) {
            compare(step, known, &reply.json());
        } else if step.peek().starts_with('/') || step.peek().starts_with('$') {
            let path = known.filled(step.word());
            if !is_text(&path, reply.header("location")) {
                step.differs(start, reply.header("location"));
            }
        } else {
            let word = step.word();
            match word {
                "as" => name = Some(step.word().to_owned()),
                "shows" | "lacks" => contains(step, known, word == "shows", &reply.body),
                "times" => {
                    let (text, start) = (known.filled(&step.text()), step.here());
                    let count = reply.body.matches(&text).count().to_string();
                    if step.word() != count {
                        step.differs(start, count);
                    }
                }
                "costs" => compare_text(step, known, known.get("costs").text()),
                "header" => {
                    let name = step.word();
                    is_or_named(step, known, reply.header(name));
                }
                "leads" => {
                    let (before, after) = (known.filled(&step.text()), known.filled(&step.text()));
                    is_or_named(step, known, between(reply.header("location"), &before, &after));
                }
                "is" => is_or_named(step, known, &reply.body),
                "between" => {
                    let (before, after) = (known.filled(&step.text()), known.filled(&step.text()));
                    is_or_named(step, known, between(&reply.body, &before, &after));
                }
                code => {
                    if reply.json()["error"] != code {
                        step.differs(start, reply.json()["error"].as_str().unwrap_or(&reply.body));
                    }
                    reply.is_error(status, reply.json()["error"].text());
                }
            }
        }
    }
    name
}

/// The JSON that is expected, with `exactly` before it if there may be no other field.
pub fn compare(step: &mut Step<'_>, known: &mut Known, real: &Value) {
    let (exactly, start, expected) = (step.is("exactly"), step.here(), step.json());
    if !known.is_like(&expected, Some(real), exactly) {
        step.differs(start, one_line(&known.shown(&expected, Some(real), exactly)));
    }
}

/// The rest of the step is this text.
pub fn compare_text(step: &mut Step<'_>, known: &Known, real: &str) {
    let start = step.here();
    let expected = words(&known.filled(step.end())).join(" ");
    if !is_text(&expected, real) {
        step.differs(start, real);
    }
}

/// A text that is expected or, as a name that is used for the first time, is known by it from now on.
fn is_or_named(step: &mut Step<'_>, known: &mut Known, found: &str) {
    let (start, expected, found) = (step.here(), step.text(), json!(found));
    if !known.is_like(&json!(expected), Some(&found), false) {
        step.differs(start, found.to_string());
    }
}

/// All texts in quotes that follow are in the text, or none is.
pub fn contains(step: &mut Step<'_>, known: &Known, shows: bool, text: &str) {
    assert!(step.rest().starts_with('"'), "a text in quotes is missing");
    while step.rest().starts_with('"') {
        let expected = known.filled(&step.text());
        let is_there = if expected.contains('…') {
            is_text(&format!("…{expected}…"), text)
        } else {
            text.contains(&expected)
        };
        assert!(is_there == shows, "{expected} is {}: {text}", if shows { "missing" } else { "there" });
    }
}

/// The id and the page of the request in an answer.
pub fn page_of(reply: &Reply) -> Option<(u64, String)> {
    let body: Value = serde_json::from_str(&reply.body).ok()?;
    Some((body["request_id"].as_u64()?, path_of(body["hub_url"].as_str()?)))
}
