//! Explains why somebody got or did not get a message: the outcome of a request in words, and what happens next; or, if
//! there is no request, what was searched.
//!
//! Told by `tests/stories/operators/why_not_received.story`.

mod facts;
mod names;
mod next;
mod sentence;
mod timeline;

use std::sync::Arc;

use domain::customer::CustomerKey;
use domain::message::{Cause, EntryKind};
use domain::order::{OrderId, OrderStatus};
use domain::values::Tenant;
use jiff::Timestamp;
use store::context::{RequestContext, SendingState};
use store::table::Store;
use vault::{TenantKeys, Vault};

use self::facts::ReadFacts;
use self::sentence::About;
use crate::error::Error;

pub use self::names::Speech;
pub use self::next::Next;
pub use self::timeline::text as entry_text;

pub struct Explain<'a> {
    pub store: &'a Store,
    /// Unwraps the service's keys, by which numbers that replied `STOP` are found.
    pub vault: &'a Arc<Vault>,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
    pub now: Timestamp,
    pub speech: Speech<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub cause: Cause,
    /// The outcome in one or two sentences.
    pub summary: String,
    /// What happens next; `None` if nothing happens by itself.
    pub next: Option<Next>,
    /// Everything that happened, oldest first.
    pub timeline: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When it happened; if it happened more than once, the first time.
    pub at: Timestamp,
    pub kind: EntryKind,
    pub text: String,
    /// Who did it, in the words of the audit log, if that is recorded.
    pub by: Option<String>,
}

impl Explain<'_> {
    pub async fn explained(&self, context: &RequestContext, sending: &SendingState) -> Result<Explained, Error> {
        let &Self { store, vault, tenant, keys, now, speech } = self;
        let facts = &ReadFacts { store, vault, tenant, keys, now }.of(context, sending).await?;
        let request = &context.request;
        let (cause, step) = request.outcome(tenant.mode, &facts.obstacles, &context.tenant.rules, now);
        let about = About { request, facts, now, speech };
        let history = request.history();
        let lines = history.iter().map(|entry| {
            let text = timeline::text(entry, speech);
            Line { at: entry.first_at(), kind: entry.kind, text, by: entry.by().map(ToOwned::to_owned) }
        });
        Ok(Explained {
            cause,
            summary: about.summary(cause, step),
            next: Next::of(cause, step, &about),
            timeline: lines.collect(),
        })
    }

    /// The answer if there is no request to an address or number: whether anything stops messages to it.
    pub async fn nothing_at(&self, address: &CustomerKey) -> Result<(Cause, String), Error> {
        let kind = match address {
            CustomerKey::Email(_) => "address",
            CustomerKey::Phone(_) => "number",
        };
        let index = self.keys.recipient_index(address);
        Ok(match self.store.suppression(self.tenant, &index, self.keys).await? {
            Some(suppressed) => {
                let reason = suppressed.reason.reason();
                let values: [(&str, &str); 2] =
                    [("since", &self.speech.when(suppressed.since)), ("reason", &self.speech.because(reason))];
                (Cause::of_stop(reason), self.speech.say(&format!("why-stopped-{kind}"), &values))
            }
            None => (Cause::NotFound, self.speech.say(&format!("why-nobody-{kind}"), &[])),
        })
    }

    /// The answer if there is no request about an order: what the shop said about the order.
    pub async fn nothing_about(&self, order: &OrderId) -> Result<(Cause, String), Error> {
        let order = self.store.order(self.tenant, order, None, self.keys).await?;
        let summary = match order.map(|order| order.status()) {
            None => self.speech.say("why-order-unknown", &[]),
            Some(status) => {
                let known = match status {
                    OrderStatus::Pending | OrderStatus::Placed | OrderStatus::Fulfilled | OrderStatus::Delivered => {
                        "why-order-waits"
                    }
                    OrderStatus::Failed | OrderStatus::Cancelled | OrderStatus::Refunded | OrderStatus::Deleted => {
                        "why-order-over"
                    }
                };
                let status = self.speech.say(&format!("why-order-{}", status.as_str()), &[]);
                self.speech.say(known, &[("status", &status)])
            }
        };
        Ok((Cause::NotFound, summary))
    }
}
