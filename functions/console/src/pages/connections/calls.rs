//! The last calls of a system: what each was about, and what followed from it.

use integrations::{Inbound, InboundResult};

use crate::parts::Viewer;

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
