//! What follows from the last order, in words.

use integrations::{Inbound, InboundResult};
use texts::Wording;

use crate::parts::Viewer;
use crate::use_cases::{LastOrder, Outcome, PlannedEmail};

pub(super) struct OrderView {
    pub number: String,
    pub reported: String,
    /// Sentences, each with the titles of the products about which its email asks.
    pub lines: Vec<(String, Vec<String>)>,
    pub is_outdated: bool,
    /// The page of the order's request.
    pub request: Option<String>,
}

impl OrderView {
    pub(super) fn new(viewer: &Viewer, order: LastOrder) -> Self {
        let LastOrder { number, reported_at, request, outcome, if_delivered, is_outdated } = order;
        let texts = viewer.texts;
        let email = |id: &str, PlannedEmail { at, products }: PlannedEmail| {
            (texts.say(id).words("at", &viewer.day_and_time(at)).to_string(), products)
        };
        let sentence = |text: Wording<'_>| (text.to_string(), Vec::new());
        let follows = match outcome {
            Outcome::Sent(at) => sentence(texts.say("sys-order-sent").words("at", &viewer.day_and_time(at))),
            Outcome::Tried => sentence(texts.say("sys-order-tried")),
            Outcome::Planned(one) if one.at <= viewer.now => email("sys-order-due", one),
            Outcome::Planned(one) => email("sys-order-planned", one),
            Outcome::Nobody(reason) => {
                let reason = viewer.word("sys-reason", reason);
                sentence(texts.say("sys-order-nobody").words("reason", &reason))
            }
        };
        let if_delivered = if_delivered.map(|one| email("sys-order-delivered", one));
        Self {
            number,
            reported: texts.say("sys-order-reported").words("ago", &viewer.ago(reported_at)).to_string(),
            lines: std::iter::once(follows).chain(if_delivered).collect(),
            is_outdated,
            request: request.map(|id| format!("/console/requests/{}", id.get())),
        }
    }
}

/// The last calls of a system.
pub(super) struct CallRow {
    pub at: String,
    /// What happened, in the system's own words.
    pub topic: String,
    pub order: String,
    pub result: &'static str,
    /// Why; empty if the result says enough.
    pub reason: String,
    /// The ignored fields; empty if there are none.
    pub ignored: String,
    /// The page of the call's request.
    pub request: Option<String>,
}

impl CallRow {
    pub(super) fn new(
        viewer: &Viewer,
        Inbound { id, topic, order, system_id: _, domain: _, due_at: _, result, reason, request, ignored }: Inbound,
    ) -> Self {
        // For an export or an erasure, this is the id of its receipt.
        let said = |code: &str| viewer.word("sys-reason", code);
        Self {
            at: viewer.day_and_time(id.minted_at()),
            topic,
            order: order.unwrap_or_default(),
            result: match result {
                Some(InboundResult::Asked) => "sys-asked",
                Some(InboundResult::Planned) => "sys-planned",
                Some(InboundResult::Stopped) => "sys-stopped",
                Some(InboundResult::Ignored) => "sys-ignored",
                Some(InboundResult::Refused) => "sys-refused",
                None => "sys-pending",
            },
            reason: reason.as_deref().map(said).unwrap_or_default(),
            ignored: match ignored.join(", ") {
                names if names.is_empty() => names,
                names => viewer.texts.say("sys-fields").with("names", &names).to_string(),
            },
            request: request.map(|id| format!("/console/requests/{}", id.get())),
        }
    }
}
