//! A provider's reports about a message that it accepted.
//!
//! Reports come late, in any order, and more than once. Only the earliest time of each kind counts, so any order and any number
//! of copies lead to the same request.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::message::{EntryKind, StopReason, Suppression};
use crate::values::words;

words! {
    pub enum ReportKind {
        /// The provider accepted the message. Every other report implies it.
        Accepted = "accepted",
        /// The recipient's server does not accept the message for now; the provider keeps trying.
        Delayed = "delayed",
        /// The message came back for a reason that may pass, such as a full mailbox or an absence.
        SoftBounced = "soft_bounced",
        Delivered = "delivered",
        /// The provider accepted the message, then refused to deliver it because of its content. For an SMS, the
        /// carrier may have refused.
        Rejected = "rejected",
        /// The provider accepted the message but did not send it: the address is on its own suppression list, which all shops
        /// share. That says nothing about this shop's message, so the address stays in use.
        SuppressedByProvider = "suppressed_by_provider",
        /// The message can never be delivered: the address or number does not exist.
        Bounced = "bounced",
        /// The recipient marked it as spam.
        Complained = "complained",
    }
}

impl ReportKind {
    /// Why the address or number must not be written to again; `None` if it may.
    pub const fn suppression(self) -> Option<Suppression> {
        match self {
            Self::Bounced => Some(Suppression::Bounced),
            Self::Complained => Some(Suppression::Complained),
            Self::Accepted
            | Self::Delayed
            | Self::SoftBounced
            | Self::Delivered
            | Self::Rejected
            | Self::SuppressedByProvider => None,
        }
    }

    /// The report's timeline entry; `None` for the acceptance, because settling the message writes that entry.
    pub(crate) const fn entry(self) -> Option<EntryKind> {
        match self {
            Self::Accepted => None,
            Self::Delayed => Some(EntryKind::Delayed),
            Self::SoftBounced => Some(EntryKind::SoftBounced),
            Self::Delivered => Some(EntryKind::Delivered),
            Self::Rejected => Some(EntryKind::Rejected),
            Self::SuppressedByProvider => Some(EntryKind::SuppressedByProvider),
            Self::Bounced => Some(EntryKind::Bounced),
            Self::Complained => Some(EntryKind::Complained),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageReport {
    /// The message's place in the request.
    pub step: usize,
    pub message_id: String,
    /// When the provider accepted the message; the same in all reports about one message.
    pub accepted_at: Timestamp,
    pub kind: ReportKind,
    pub at: Timestamp,
}

/// The reports about a step so far: the earliest time of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<ReportKind, i64>", into = "BTreeMap<ReportKind, i64>")]
pub struct Reports(BTreeMap<ReportKind, Timestamp>);

impl Reports {
    /// When this kind was first reported; `None` if it was not.
    pub fn at(&self, kind: ReportKind) -> Option<Timestamp> {
        self.0.get(&kind).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (ReportKind, Timestamp)> + '_ {
        self.0.iter().map(|(&kind, &at)| (kind, at))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the provider reported what became of the message, and not only that it accepted it or keeps trying.
    pub fn have_outcome(&self) -> bool {
        self.0.keys().any(|kind| !matches!(kind, ReportKind::Accepted | ReportKind::Delayed))
    }

    /// Why the message will never arrive; `None` if it has arrived or may still arrive.
    pub fn failure(&self) -> Option<&'static str> {
        self.failed().map(|(kind, _)| kind.as_str())
    }

    /// When it was reported that the message will never arrive.
    pub fn failed_at(&self) -> Option<Timestamp> {
        self.failed().map(|(_, at)| at)
    }

    pub(crate) fn failed(&self) -> Option<(ReportKind, Timestamp)> {
        let failures = [ReportKind::Bounced, ReportKind::Rejected, ReportKind::SuppressedByProvider];
        failures.into_iter().find_map(|kind| Some((kind, self.at(kind)?)))
    }

    /// Why nothing more may be sent to the address or number. A complaint outranks a bounce.
    pub(crate) fn stop_reason(&self) -> Option<StopReason> {
        self.0.keys().rev().find_map(|kind| kind.suppression()).map(Suppression::reason)
    }

    pub(crate) fn add(&mut self, kind: ReportKind, at: Timestamp) {
        self.0.entry(kind).and_modify(|first| *first = at.min(*first)).or_insert(at);
    }
}

impl From<Reports> for BTreeMap<ReportKind, i64> {
    fn from(Reports(reports): Reports) -> Self {
        reports.into_iter().map(|(kind, at)| (kind, at.as_millisecond())).collect()
    }
}

impl TryFrom<BTreeMap<ReportKind, i64>> for Reports {
    type Error = jiff::Error;

    fn try_from(stored: BTreeMap<ReportKind, i64>) -> Result<Self, jiff::Error> {
        let reports = stored.into_iter().map(|(kind, at)| Ok((kind, Timestamp::from_millisecond(at)?)));
        reports.collect::<Result<_, _>>().map(Self)
    }
}
