//! A request and its timeline as the API shows them.

use super::client::{Clients, Kind};
use super::life::Life;
use crate::support::*;

#[derive(Debug)]
pub struct Shown {
    pub status: String,
    pub scheduled_at: Timestamp,
    pub entries: Vec<Entry>,
}

#[derive(Debug)]
pub struct Entry {
    pub at: Timestamp,
    pub what: String,
    /// The message, such as `reminder 1 by email`; `None` if the entry is about the request.
    pub message: Option<String>,
    pub reason: Option<String>,
}

impl Entry {
    fn is_about(&self, message: &str) -> bool {
        self.message.as_deref() == Some(message)
    }
}

impl Shown {
    /// A request's messages, in the order of their first entries, which is the order of their steps.
    pub fn labels(&self, kind: Kind) -> Vec<String> {
        let mut labels = vec![label(0, kind.channels()[0])];
        // The entry for a creation names no channel, and belongs to the first message.
        let is_of_it = |message: &&String| kind.channels().iter().any(|channel| message.ends_with(channel));
        for message in self.entries.iter().filter_map(|entry| entry.message.as_ref()).filter(is_of_it) {
            if !labels.contains(message) {
                labels.push(message.clone());
            }
        }
        labels
    }

    /// How many entries about a message are one of these.
    pub fn count(&self, message: &str, whats: &[&str]) -> usize {
        let is_counted = |entry: &&Entry| entry.is_about(message) && whats.contains(&entry.what.as_str());
        self.entries.iter().filter(is_counted).count()
    }

    /// Whether a message was claimed although an earlier entry says that it is settled, or that its request is over.
    pub fn is_claimed_after_its_end(&self, message: &str) -> bool {
        let is_end = |entry: &Entry| match entry.what.as_str() {
            "sent" | "unconfirmed" | "failed" | "skipped" => entry.is_about(message),
            "cancelled" | "completed" | "expired" => true,
            _ => false,
        };
        let after_its_end = self.entries.iter().skip_while(|entry| !is_end(entry));
        after_its_end.filter(|entry| entry.is_about(message)).any(|entry| entry.what == "claimed")
    }
}

pub fn label(reminder: u8, channel: &str) -> String {
    match reminder {
        0 => channel.to_owned(),
        reminder => format!("reminder {reminder} by {channel}"),
    }
}

/// A request as the API shows it.
/// Errors: The status of an answer other than 200.
pub fn show(life: &mut Life, clients: &Clients, id: u64) -> Result<Shown, u16> {
    let one = life.executor.run(clients.shop.get(format!("/api/v1/review-requests/{id}")));
    if one.status != 200 {
        return Err(one.status.as_u16());
    }
    let timeline = life.executor.run(clients.shop.get(format!("/api/v1/review-requests/{id}/timeline"))).json();
    let (one, entries) = (one.json(), timeline["timeline"].list().iter().map(entry).collect());
    let status = one["status"].owned();
    Ok(Shown { status, scheduled_at: instant(&one["scheduled_at"]), entries })
}

fn entry(entry: &Value) -> Entry {
    const OF_ONE: &str = "claimed sent throttled outcome_unknown unconfirmed failed skipped scheduled deferred";
    let (what, detail) = (entry["what"].owned(), entry["detail"].as_str());
    let is_about_one = OF_ONE.split(' ').any(|of_one| of_one == what);
    // `sms` or `reminder 2 by email`, with or without a reason after it. For a first email, the detail is something
    // else or missing.
    let message = detail.and_then(|detail| detail.split(": ").next());
    let message = message.filter(|message| *message == "sms" || message.starts_with("reminder "));
    let reason = detail.and_then(|detail| detail.rsplit(": ").next()).map(str::to_owned);
    let reason = reason.filter(|_| matches!(what.as_str(), "failed" | "skipped"));
    Entry {
        at: instant(&entry["at"]),
        what,
        message: is_about_one.then(|| message.unwrap_or("email").to_owned()),
        reason,
    }
}

fn instant(value: &Value) -> Timestamp {
    value.text().parse().unwrap()
}
