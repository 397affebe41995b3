//! A review request. Every change of its state is a method, in this file or in another file of this folder; so is how far a
//! purchase is verified.

mod create;
mod last_reminder;
mod messages;
mod outcome;
mod paused;
mod postpone;
mod problem;
mod rate_limit;
mod renewal;
mod replan;
mod reported;
mod status;
mod stuck;
mod timeline;
mod verdict;

use crate::message::EntryKind;
use std::ops::Deref;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use create::{Item, Subject};
pub use create::{NewRequest, RequestOptions};
#[cfg(test)]
pub(crate) use messages::tests as examples;
pub use outcome::Obstacles;
pub use postpone::POSTPONED_DAYS;
pub use problem::{Problem, ProblemWords};
pub use rate_limit::PHOTO_SLOTS_MAX;
pub use rate_limit::{FreeSlot, Quota, SLOTS, Slots, WINDOW};
pub use renewal::{RENEWAL_GAP, RENEWALS_MAX};
pub use reported::Reported;
pub use status::Counter;
pub use status::{NotSendable, Status};
pub use stuck::Stuck;
pub use timeline::{Earlier, Entry, TIMELINE_MAX, Timeline};

use crate::message::{Step, StepState, StopReason};
use crate::order::{Order, OrderId, ProductId};
use crate::shop::ShopRules;
use crate::values::{
    Channel, CustomerId, Delivery, Dialect, DuplicateRule, Guid, Identity, LocationId, RequestId, RequestOrigin,
    ReviewId, Saves, Verification, is_default, ms,
};

/// A request for reviews of a customer's items. All code can read its [`RequestFields`]; only the methods in this
/// module change them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request(RequestFields);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFields {
    /// Unique within its tenant.
    pub id: RequestId,
    /// The API through which the request was created.
    #[serde(rename = "api")]
    pub dialect: Dialect,
    #[serde(rename = "from", default, skip_serializing_if = "is_default")]
    pub origin: RequestOrigin,
    /// The holder of the API key that created the request; `None` for a key without an identity.
    #[serde(rename = "by", skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<Identity>,
    /// The customer; `None` if Wix named a contact that is unknown here.
    #[serde(rename = "cust", skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The location that asks; `None` for the shop as a whole.
    #[serde(rename = "loc", skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// The order that the request is about: the shop's reference, or one that was made up.
    pub order: OrderId,
    /// The items to review, in the order shown; never empty.
    pub items: Vec<Item>,
    #[serde(rename = "made", with = "ms::required")]
    pub created_at: Timestamp,
    /// When the first message is due; for a manual request, when it would have been due.
    #[serde(rename = "due", with = "ms::required")]
    pub scheduled_at: Timestamp,
    /// The first instant at which the link no longer works.
    #[serde(rename = "until", with = "ms::required")]
    pub expires_at: Timestamp,
    /// How the link reaches the customer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delivery: Delivery,
    /// The messages so far, oldest first; empty for a manual request. Only the last can be unsettled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Options that only some calls give.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: RequestOptions,
    /// When a person first followed the link.
    #[serde(rename = "opened", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Timestamp>,
    /// When a person first did something on the page.
    #[serde(rename = "engaged", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub engaged_at: Option<Timestamp>,
    /// When the customer postponed the request, which is possible once.
    #[serde(rename = "postponed", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub postponed_at: Option<Timestamp>,
    /// When the customer last wrote to the shop that something is wrong.
    #[serde(rename = "problem", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub problem_at: Option<Timestamp>,
    /// How many photos were added on the last day (UTC) with an added photo.
    #[serde(rename = "photos", skip_serializing_if = "Option::is_none")]
    pub photo_slots: Option<Saves>,
    /// When the last item was reviewed.
    #[serde(rename = "completed", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    #[serde(rename = "cancelled", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Timestamp>,
    /// When the expiry was recorded, for the counters. Whether the link works depends only on
    /// [`expires_at`](Self::expires_at).
    #[serde(rename = "expired", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub expired_at: Option<Timestamp>,
    /// The request whose expired link this one replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal_of: Option<RequestId>,
    /// The request's renewals, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renewals: Vec<RequestId>,
    /// The key of the row that makes duplicates impossible; `None` if duplicates are allowed.
    #[serde(rename = "guard", skip_serializing_if = "Option::is_none")]
    pub uniqueness_key: Option<String>,
    /// The events so far, for the shop.
    #[serde(rename = "log")]
    pub timeline: Timeline,
    /// Starts at 1 and grows by 1 with each save; the table rejects a save of an older version.
    #[serde(skip)]
    pub version: u64,
}

impl Deref for Request {
    type Target = RequestFields;

    fn deref(&self) -> &RequestFields {
        &self.0
    }
}

impl Request {
    /// The request as read from the table, which stores its version beside it.
    #[must_use]
    pub const fn at_version(mut self, version: u64) -> Self {
        self.0.version = version;
        self
    }

    /// Starts a save: increments the version and returns the one that the table must still hold.
    pub const fn advance_version(&mut self) -> u64 {
        let read = self.0.version;
        self.0.version += 1;
        read
    }

    /// Undoes [`advance_version`](Self::advance_version), so that a save can be repeated if the table rejected it
    /// because of another item.
    pub const fn revert_version(&mut self) {
        self.0.version -= 1;
    }

    /// Gives up the uniqueness key, because a newer request already has it.
    pub fn give_up_uniqueness_key(&mut self) {
        self.0.uniqueness_key = None;
    }

    /// The items without a review, in their order.
    pub fn unreviewed(&self) -> Vec<Item> {
        self.items.iter().filter(|item| item.reviewed_at.is_none()).cloned().collect()
    }

    /// The products among the items; empty if the request asks about the shop itself.
    pub fn products(&self) -> Vec<ProductId> {
        self.items.iter().filter_map(|item| item.subject.product().cloned()).collect()
    }

    /// The last message: the only one that can be unsettled. `None` for a manual request.
    pub fn step(&self) -> Option<&Step> {
        self.steps.last()
    }

    /// The message that is sent next, unless something stops it. `None` while a message is being sent.
    pub fn planned(&self, now: Timestamp) -> Option<&Step> {
        self.step().filter(|step| step.state == StepState::Pending && self.is_open(now))
    }

    /// The index of [`step`](Self::step) in `steps`; 0 if there is none.
    pub fn step_number(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// When the request last changed: every change is a timeline entry or a provider's report.
    pub fn updated_at(&self) -> Timestamp {
        let noted = self.timeline.entries().last().map_or(self.created_at, |entry| entry.at);
        let reported = self.steps.iter().flat_map(|step| step.reports.iter()).map(|(_, at)| at);
        reported.fold(noted, Timestamp::max)
    }

    /// The contact of the customer: the one that Wix named, or else the customer's own GUID.
    pub fn contact(&self) -> Option<Guid> {
        self.options.contact.or_else(|| self.customer.map(|customer| customer.guid()))
    }

    /// Whether this is a completed request from More Good Reviews' API, which allows to ask the customer again.
    pub fn is_answered_ask(&self) -> bool {
        self.dialect.policy().duplicates == DuplicateRule::Customer && self.completed_at.is_some()
    }

    pub fn is_reviewed(&self) -> bool {
        self.items.iter().any(|item| item.reviewed_at.is_some())
    }

    /// The channel of the first message, if it left before anything was reviewed. A later review then counts as the response.
    pub fn first_channel(&self) -> Option<Channel> {
        let (channel, sent_at) = self.steps.iter().find_map(|step| Some((step.channel, step.sent_at()?)))?;
        let is_earlier = self.items.iter().any(|item| item.reviewed_at.is_some_and(|at| at < sent_at));
        (!is_earlier).then_some(channel)
    }

    /// Whether the link has expired. It expires exactly at `expires_at`.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now >= self.expires_at
    }

    /// Whether the link works: the request is neither cancelled nor expired.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.cancelled_at.is_none() && !self.is_expired(now)
    }

    /// When the first message was sent, by whichever channel.
    pub fn sent_at(&self) -> Option<Timestamp> {
        self.steps.iter().find_map(Step::sent_at)
    }

    /// The first instant from `at` on at which the shop's rules let a message to the customer leave.
    pub(crate) fn next_open(&self, rules: &ShopRules, at: Timestamp) -> Timestamp {
        rules.next_open(at, self.options.time_zone.as_ref())
    }

    /// When a sender or `reconcile` must look at the request again: for its message, then for its expiry.
    pub fn owed_at(&self) -> Option<Timestamp> {
        let message = self.step().and_then(Step::owed_at);
        message.or((!self.is_over()).then_some(self.expires_at))
    }

    /// Whether the request is settled: only edits of reviews can still change it.
    pub(crate) fn is_over(&self) -> bool {
        self.cancelled_at.is_some() || self.completed_at.is_some() || self.expired_at.is_some()
    }

    /// Whether the request counts: no trial does, nor what a visitor asked for before its link is opened.
    pub const fn is_counted(&self) -> bool {
        let RequestFields { origin, options, opened_at, renewal_of, .. } = &self.0;
        !options.trial && (!matches!(origin, RequestOrigin::Visitor) || opened_at.is_some() || renewal_of.is_some())
    }

    /// A person followed the link. Returns what to count: nothing after the first time.
    pub fn opened(&mut self, now: Timestamp) -> Vec<Counter> {
        if self.opened_at.is_some() {
            return Vec::new();
        }
        let counters = if self.is_counted() { vec![Counter::Opened] } else { vec![Counter::Created, Counter::Opened] };
        self.0.opened_at = Some(now);
        self.0.timeline.note(now, EntryKind::Opened);
        counters
    }

    /// A person did something on the page. Returns what to count: nothing after the first time.
    pub fn engaged(&mut self, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.opened(now);
        if self.engaged_at.is_none() {
            self.0.engaged_at = Some(now);
            counters.push(Counter::Engaged);
        }
        counters
    }

    /// The customer began a review: a draft was saved. Returns what to count: nothing after the first time.
    pub fn began(&mut self, now: Timestamp) -> Vec<Counter> {
        if self.engaged_at.is_some() {
            return Vec::new();
        }
        let counters = self.engaged(now);
        self.0.timeline.note(now, EntryKind::Engaged);
        counters
    }

    /// How far the purchase of `product` (or of anything, if `None`) is verified. `order` is the request's order, if
    /// the shop described it.
    pub fn verification(&self, product: Option<&ProductId>, order: Option<&Order>) -> Verification {
        match order {
            _ if !self.order.is_given() => Verification::None,
            None => Verification::Request,
            Some(order) if order.proves(product) => Verification::Order,
            Some(_) => Verification::None,
        }
    }

    /// The UTC day on which the customer got `product`, if the request or its order says it, and the day is not still to come.
    pub fn experienced_at(&self, product: Option<&ProductId>, order: Option<&Order>, now: Timestamp) -> Option<Date> {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let said = self.options.experienced_at.filter(|day| *day <= today);
        said.or_else(|| order?.experienced_at(product, now))
    }

    /// The customer reviewed item `index` or edited its review, which is `None` in a trial. Returns what to count.
    /// Ignores an index without an item.
    pub fn reviewed(&mut self, index: usize, review: impl Into<Option<ReviewId>>, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.engaged(now);
        let first = !self.is_reviewed();
        let Some(item) = self.0.items.get_mut(index) else { return counters };
        item.review = review.into();
        if item.reviewed_at.is_some() {
            self.0.timeline.note_with(now, EntryKind::ReviewEdited, format!("item {}", index + 1));
            return counters;
        }
        item.reviewed_at = Some(now);
        self.0.timeline.note_with(now, EntryKind::Reviewed, format!("item {}", index + 1));
        if first {
            counters.push(Counter::Completed);
        }
        if self.unreviewed().is_empty() {
            self.0.completed_at = Some(now);
            self.0.timeline.note(now, EntryKind::Completed);
            self.skip_pending(StopReason::NothingLeft, now);
        } else if self.step().is_some_and(|step| step.reminder > 0) {
            self.skip_pending(StopReason::Reviewed, now);
        }
        counters
    }

    /// The review of item `index` of a trial was withdrawn. Ignores an index without an item.
    pub fn withdrawn_in_trial(&mut self, index: usize) {
        if let Some(item) = self.0.items.get_mut(index) {
            (item.reviewed_at, self.0.completed_at) = (None, None);
        }
    }

    /// The shop cancels the request. `by` is recorded. Returns what to count; `None` if the request was cancelled
    /// before.
    pub fn cancel(&mut self, by: Option<&str>, now: Timestamp) -> Option<Vec<Counter>> {
        if self.cancelled_at.is_some() {
            return None;
        }
        self.0.cancelled_at = Some(now);
        self.0.timeline.note_by(now, EntryKind::Cancelled, by);
        self.skip_pending(StopReason::Cancelled, now);
        Some(vec![Counter::Cancelled])
    }

    /// Records that the link has expired. Returns what to count; `None` if there is nothing to record.
    pub fn expire(&mut self, now: Timestamp) -> Option<Vec<Counter>> {
        if self.is_over() || !self.is_expired(now) {
            return None;
        }
        self.0.expired_at = Some(now);
        self.0.timeline.note(now, EntryKind::Expired);
        self.skip_pending(StopReason::Expired, now);
        Some(if self.is_reviewed() { Vec::new() } else { vec![Counter::Expired] })
    }
}

pub(crate) fn days_after(instant: Timestamp, days: i64) -> Timestamp {
    instant.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}
