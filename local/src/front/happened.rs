//! The events while the clock moved, in words: the difference between before and after.

use std::collections::BTreeMap;

use domain::EntryKind;
use store::{End, Reading};

use super::error::FrontError;
use crate::{World, demo};

/// Requests read in one call.
const PAGE_ROWS: u32 = 500;

/// How often each thing has happened so far.
pub(super) struct Happened {
    emails: usize,
    sms: usize,
    /// Entries in the timelines of the demo shop's requests, by their kind's word.
    entries: BTreeMap<&'static str, usize>,
}

impl Happened {
    /// All that has happened until now.
    pub(super) async fn so_far(world: &World) -> Result<Self, FrontError> {
        let inbox = world.aws().inbox();
        let sms = inbox.iter().filter(|mail| mail.channel == "sms").count();
        let (store, mut entries) = (world.store()?, BTreeMap::new());
        for tenant in demo::tenants()? {
            let mut reading = Reading::first(End::Newest, PAGE_ROWS);
            loop {
                let page = store.requests(&tenant, reading.clone()).await?;
                for entry in page.rows.iter().flat_map(|request| request.timeline.entries()) {
                    let count = usize::try_from(entry.count()).unwrap_or(usize::MAX);
                    *entries.entry(entry.kind.as_str()).or_default() += count;
                }
                reading.after = page.rows.last().map(|request| request.id);
                if !page.more {
                    break;
                }
            }
        }
        Ok(Self { emails: inbox.len() - sms, sms, entries })
    }

    /// The events since `earlier`, such as `2 emails left` and `1 link expired`. Empty if nothing happened that
    /// concerns a customer.
    pub(super) fn since(&self, earlier: &Self) -> Vec<String> {
        let entries = |kind: EntryKind| {
            let count = |all: &Self| all.entries.get(kind.as_str()).copied().unwrap_or_default();
            count(self).saturating_sub(count(earlier))
        };
        let sent = [
            (self.emails.saturating_sub(earlier.emails), ("email left", "emails left")),
            (self.sms.saturating_sub(earlier.sms), ("SMS left", "SMS left")),
        ];
        let noted = EntryKind::ALL.into_iter().filter_map(|kind| Some((entries(kind), words(kind)?)));
        let happened = sent.into_iter().chain(noted).filter(|(count, _)| *count > 0);
        happened.map(|(count, (one, many))| format!("{count} {}", if count == 1 { one } else { many })).collect()
    }
}

/// How one and several entries are reported. `None` for what the inbox counts, for what only prepares something else, and
/// for what a customer or a shop does, which no clock does.
const fn words(kind: EntryKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        EntryKind::Captured => ("message was captured in test mode", "messages were captured in test mode"),
        EntryKind::Throttled => ("message was throttled and waits", "messages were throttled and wait"),
        EntryKind::OutcomeUnknown => ("answer of a provider was lost", "answers of providers were lost"),
        EntryKind::Unconfirmed => ("message stays unconfirmed", "messages stay unconfirmed"),
        EntryKind::Failed => ("message was refused", "messages were refused"),
        EntryKind::Skipped => ("message was skipped", "messages were skipped"),
        EntryKind::Expired => ("link expired", "links expired"),
        EntryKind::Delivered => ("message was delivered", "messages were delivered"),
        EntryKind::Delayed => ("delivery is delayed", "deliveries are delayed"),
        EntryKind::SoftBounced => ("message came back for now", "messages came back for now"),
        EntryKind::Bounced => ("message bounced", "messages bounced"),
        EntryKind::Complained => ("message was marked as spam", "messages were marked as spam"),
        EntryKind::Rejected => ("delivery was refused", "deliveries were refused"),
        EntryKind::SuppressedByProvider => ("message was accepted and not sent", "messages were accepted and not sent"),
        EntryKind::Held => ("message is held", "messages are held"),
        EntryKind::Paused => ("message waits for the end of a pause", "messages wait for the end of a pause"),
        EntryKind::Deferred => ("message was deferred", "messages were deferred"),
        EntryKind::Sent
        | EntryKind::Created
        | EntryKind::Scheduled
        | EntryKind::SendAsked
        | EntryKind::Claimed
        | EntryKind::Opened
        | EntryKind::Engaged
        | EntryKind::Reviewed
        | EntryKind::ReviewEdited
        | EntryKind::Completed
        | EntryKind::Cancelled
        | EntryKind::NewLinkAsked
        | EntryKind::Postponed => return None,
    })
}
