//! Explains why somebody got or did not get a message: the outcome of a request in words, and what happens next.

mod facts;
mod names;
mod next;
mod not_found;
mod sentence;
mod timeline;
mod words;

use std::sync::Arc;

use domain::message::{Cause, EntryKind};
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
pub use self::words::meaning;

/// Who reads an explanation, because operators and shops can do different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Operator,
    Shop,
}

pub struct Explain<'a> {
    pub store: &'a Store,
    /// Unwraps the service's keys, by which numbers that replied `STOP` are found.
    pub vault: &'a Arc<Vault>,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
    pub now: Timestamp,
    pub speech: Speech<'a>,
    pub reader: Reader,
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
        let &Self { store, vault, tenant, keys, now, speech, reader } = self;
        let facts = &ReadFacts { store, vault, tenant, keys, now }.of(context, sending).await?;
        let request = &context.request;
        let (cause, step) = request.outcome(tenant.mode, &facts.obstacles, &context.tenant.rules, now);
        let about = About { request, facts, now, speech, reader };
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
}
