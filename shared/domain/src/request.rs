//! A review request and its life. Every change of state is a method here, and nowhere else.

use std::ops::Deref;

use jiff::{SignedDuration, Timestamp};

use crate::{
    Channel, Counter, CustomerId, Delivery, Dialect, Guid, Identity, Item, Language, LocationId, OrderId, ProductId,
    ProductIds, RequestId, Status, Step, StepState, StopReason, Subject, Timeline, What,
};

/// A link's lifetime in days of 24 hours (the BetterReviews document).
pub const LINK_DAYS: i64 = 90;
/// The least time between two new links of one request.
pub const RENEWAL_GAP: SignedDuration = SignedDuration::from_hours(24);
/// The most new links of one request.
pub const RENEWALS_MAX: usize = 3;

/// A request for reviews of a customer's items.
///
/// Its fields can be read by everyone, through [`RequestFields`], and changed only by the methods here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request(pub(crate) RequestFields);

/// What a request consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestFields {
    /// Unique within its tenant.
    pub id: RequestId,
    /// The API it was created through.
    pub dialect: Dialect,
    /// Whose API key created it; `None` for a key without an identity.
    pub requested_by: Option<Identity>,
    /// Who is asked; `None` if Wix named a contact we don't have.
    pub customer: Option<CustomerId>,
    /// The place of business that asks; `None` for the shop as a whole.
    pub location: Option<LocationId>,
    /// The order it is about: the shop's reference, or one made up here.
    pub order: OrderId,
    /// What to review, in the order shown; never empty.
    pub items: Vec<Item>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When its first message is due. A manual request has none: its creation then.
    pub scheduled_at: Timestamp,
    /// The first instant at which its link no longer works.
    pub expires_at: Timestamp,
    /// How its link reaches the customer.
    pub delivery: Delivery,
    /// Its messages so far, oldest first; empty for a manual request. Only the last can be unsettled.
    pub steps: Vec<Step>,
    /// The customer's language, if the shop gave one that we support.
    pub language: Option<Language>,
    /// Fields of the Wix dialect only; empty in the others.
    pub wix: WixFields,
    /// When a person first followed the link.
    pub opened_at: Option<Timestamp>,
    /// When a person first did something on the page.
    pub engaged_at: Option<Timestamp>,
    /// When its customer postponed it, which they can do once.
    pub postponed_at: Option<Timestamp>,
    /// When the last item was reviewed.
    pub completed_at: Option<Timestamp>,
    /// When the shop withdrew it.
    pub cancelled_at: Option<Timestamp>,
    /// When its expiry was recorded, for the counters. Whether the link works depends on
    /// [`expires_at`](Self::expires_at) alone.
    pub expired_at: Option<Timestamp>,
    /// The request whose expired link this one replaces.
    pub renewal_of: Option<RequestId>,
    /// When each of its renewals was created, oldest first.
    pub renewals: Vec<Timestamp>,
    /// The key of the row that makes duplicates impossible; `None` if duplicates are allowed.
    pub guard: Option<String>,
    /// Every decision so far.
    pub timeline: Timeline,
    /// 1 at first, one more with every save. The table rejects a save of any version but the last.
    pub version: u64,
}

impl Deref for Request {
    type Target = RequestFields;

    fn deref(&self) -> &RequestFields {
        &self.0
    }
}

/// What a new request is made of.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// The API it is made through.
    pub dialect: Dialect,
    /// Who asked for it.
    pub requested_by: Option<Identity>,
    /// Who is asked.
    pub customer: Option<CustomerId>,
    /// The place of business that asks.
    pub location: Option<LocationId>,
    /// The shop's order, if it named one.
    pub order: Option<OrderId>,
    /// The products; none is one card for the shop itself.
    pub products: ProductIds,
    /// When its first message is to leave.
    pub scheduled_at: Timestamp,
    /// How the link travels.
    pub delivery: Delivery,
    /// The customer's language, if the shop tells one that we speak.
    pub language: Option<Language>,
    /// What the Wix dialect tells beside.
    pub wix: WixFields,
    /// The key of the row that makes duplicates impossible; `None` if duplicates are allowed.
    pub guard: Option<String>,
}

/// What a call of the Wix dialect tells and gets back, and nothing here acts on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WixFields {
    /// When the request was, or will be, sent by somebody else.
    pub send_date: Option<Timestamp>,
    /// The recipient's contact, who may be no customer of ours.
    pub contact: Option<Guid>,
    /// The automation that asked for it.
    pub automation: Option<Guid>,
}

impl Request {
    /// A new request.
    #[must_use]
    pub fn create(id: RequestId, new: NewRequest, now: Timestamp) -> Self {
        let NewRequest {
            dialect,
            requested_by,
            customer,
            location,
            order,
            products,
            scheduled_at,
            delivery,
            language,
            wix,
            guard,
        } = new;
        let products = products.into_vec();
        let subjects = if products.is_empty() {
            vec![Subject::Shop]
        } else {
            products.into_iter().map(Subject::Product).collect()
        };
        let mut request = Self(RequestFields {
            id,
            dialect,
            requested_by,
            customer,
            location,
            order: order.unwrap_or_else(|| OrderId::automatic(id)),
            items: subjects.into_iter().map(|subject| Item { subject, reviewed_at: None }).collect(),
            created_at: now,
            scheduled_at,
            expires_at: days_after(now, LINK_DAYS),
            steps: delivery.channels.first().map(|&channel| Step::due(channel, scheduled_at)).into_iter().collect(),
            delivery,
            language,
            wix,
            opened_at: None,
            engaged_at: None,
            postponed_at: None,
            completed_at: None,
            cancelled_at: None,
            expired_at: None,
            renewal_of: None,
            renewals: Vec::new(),
            guard,
            timeline: Timeline::default(),
            version: 1,
        });
        request.0.timeline.note(now, What::Created);
        if request.step().is_some() && scheduled_at > now {
            request.0.timeline.note(now, What::Scheduled);
        }
        request
    }

    /// The request that was read from the table, and only that: new ones come from
    /// [`create`](Self::create).
    #[must_use]
    pub const fn restore(fields: RequestFields) -> Self {
        Self(fields)
    }

    /// Starts a save: moves on to the next version and returns the one that the table must still hold.
    pub const fn advance_version(&mut self) -> u64 {
        let read = self.0.version;
        self.0.version += 1;
        read
    }

    /// Takes back [`advance_version`](Self::advance_version), to repeat a save that was refused for
    /// another item's sake.
    pub const fn revert_version(&mut self) {
        self.0.version -= 1;
    }

    /// Replaces an expired link of this request: that of the request itself, or of its last renewal.
    ///
    /// The renewal asks for what is unreviewed, at once, and takes over the guard of the `expired` request.
    /// `None` if it was cancelled or completed, or has too many renewals or too recent a one. `self` records
    /// the renewal.
    #[must_use]
    pub fn renew(&mut self, id: RequestId, expired: &Self, channel: Channel, now: Timestamp) -> Option<Self> {
        let items = expired.unreviewed();
        let too_soon = self.renewals.last().is_some_and(|&last| now.duration_since(last) < RENEWAL_GAP);
        if self.cancelled_at.is_some() || items.is_empty() || too_soon || self.renewals.len() >= RENEWALS_MAX {
            return None;
        }
        self.0.renewals.push(now);
        self.0.timeline.note(now, What::NewLinkAsked);
        let mut renewal = Self::create(
            id,
            NewRequest {
                dialect: self.dialect,
                requested_by: self.requested_by,
                customer: self.customer,
                location: self.location,
                order: Some(self.order.clone()),
                products: ProductIds::default(),
                scheduled_at: now,
                delivery: Delivery::once(channel),
                language: self.language,
                wix: self.wix.clone(),
                guard: expired.guard.clone(),
            },
            now,
        );
        renewal.0.items = items;
        renewal.0.renewal_of = Some(self.id);
        Some(renewal)
    }

    /// Leaves the guard to a newer request, which holds it already.
    pub fn give_up_guard(&mut self) {
        self.0.guard = None;
    }

    /// The items nobody reviewed yet.
    #[must_use]
    pub fn unreviewed(&self) -> Vec<Item> {
        self.items.iter().filter(|item| item.reviewed_at.is_none()).cloned().collect()
    }

    /// The products among its items.
    #[must_use]
    pub fn products(&self) -> Vec<ProductId> {
        let product = |item: &Item| match &item.subject {
            Subject::Product(id) => Some(id.clone()),
            Subject::Shop => None,
        };
        self.items.iter().filter_map(product).collect()
    }

    /// Where it stands at `now`.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        if self.cancelled_at.is_some() {
            return Status::Cancelled;
        }
        if self.completed_at.is_some() {
            return Status::Completed;
        }
        match self.step().map(|step| &step.state) {
            _ if self.has_failed() => Status::Failed,
            _ if self.is_expired(now) => Status::Expired,
            None if self.wix.send_date.is_some_and(|at| at < self.created_at) => Status::Sent,
            None => Status::Manual,
            _ if self.sent_at().is_some() => Status::Sent,
            Some(StepState::Submitting { .. }) => Status::Sending,
            Some(_) => Status::Scheduled,
        }
    }

    /// Whether no message left, and none will for a reason of its own.
    pub(crate) fn has_failed(&self) -> bool {
        let lost = |step: &Step| match &step.state {
            StepState::Failed { .. } => true,
            StepState::Skipped { reason, .. } => *reason != StopReason::Expired,
            StepState::Pending
            | StepState::Submitting { .. }
            | StepState::Sent { .. }
            | StepState::Unconfirmed { .. } => false,
        };
        !self.steps.is_empty() && self.steps.iter().all(lost)
    }

    /// The message that was last owed.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.steps.last()
    }

    /// The number of the message that was last owed, from 0.
    #[must_use]
    pub fn step_number(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// When it last changed: every change is an entry of the timeline.
    #[must_use]
    pub fn updated_at(&self) -> Timestamp {
        self.timeline.entries().last().map_or(self.created_at, |entry| entry.at)
    }

    /// Whether it asks a customer, and not about an order, and was answered: then they may be asked
    /// again (the More Good Reviews document).
    #[must_use]
    pub fn is_answered_ask(&self) -> bool {
        self.dialect == Dialect::MoreGoodReviews && self.completed_at.is_some()
    }

    /// Whether an item was reviewed.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.items.iter().any(|item| item.reviewed_at.is_some())
    }

    /// Whether the link's lifetime is over: at `expires_at` to the millisecond, and after.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now >= self.expires_at
    }

    /// Whether the link opens the page.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.cancelled_at.is_none() && !self.is_expired(now)
    }

    /// When the first message was handed to its provider.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        self.steps.iter().find_map(Step::sent_at)
    }

    /// When somebody has to look at the request again: its message, then its expiry.
    #[must_use]
    pub fn owed_at(&self) -> Option<Timestamp> {
        let message = self.step().and_then(Step::owed_at);
        message.or((!self.is_over()).then_some(self.expires_at))
    }

    /// Whether nothing can come of it any more but what its customer edits.
    pub(crate) fn is_over(&self) -> bool {
        self.cancelled_at.is_some() || self.completed_at.is_some() || self.expired_at.is_some()
    }

    /// A person followed the link. Says what to count; nothing after the first time.
    pub fn opened(&mut self, now: Timestamp) -> Vec<Counter> {
        if self.opened_at.is_some() {
            return Vec::new();
        }
        self.0.opened_at = Some(now);
        self.0.timeline.note(now, What::Opened);
        vec![Counter::Opened]
    }

    /// A person did something on the page. Says what to count; nothing after the first time.
    pub fn engaged(&mut self, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.opened(now);
        if self.engaged_at.is_none() {
            self.0.engaged_at = Some(now);
            counters.push(Counter::Engaged);
        }
        counters
    }

    /// The customer began a review that is kept, not sent. Says what to count; nothing after the first
    /// time.
    pub fn began(&mut self, now: Timestamp) -> Vec<Counter> {
        if self.engaged_at.is_some() {
            return Vec::new();
        }
        let counters = self.engaged(now);
        self.0.timeline.note(now, What::Engaged);
        counters
    }

    /// The customer reviewed, or reviewed anew, item `index` (which must exist).
    pub fn reviewed(&mut self, index: usize, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.engaged(now);
        let first = !self.is_reviewed();
        let Some(item) = self.0.items.get_mut(index) else { return counters };
        if item.reviewed_at.is_some() {
            self.0.timeline.note_with(now, What::ReviewEdited, format!("item {}", index + 1));
            return counters;
        }
        item.reviewed_at = Some(now);
        self.0.timeline.note_with(now, What::Reviewed, format!("item {}", index + 1));
        if first {
            counters.push(Counter::Completed);
        }
        if self.unreviewed().is_empty() {
            self.0.completed_at = Some(now);
            self.0.timeline.note(now, What::Completed);
            self.skip_pending(StopReason::NothingLeft, now);
        } else if self.step().is_some_and(|step| step.reminder > 0) {
            self.skip_pending(StopReason::Reviewed, now);
        }
        counters
    }

    /// The shop withdraws the request. `None` when it was withdrawn before.
    pub fn cancel(&mut self, now: Timestamp) -> Option<Vec<Counter>> {
        if self.cancelled_at.is_some() {
            return None;
        }
        self.0.cancelled_at = Some(now);
        self.0.timeline.note(now, What::Cancelled);
        self.skip_pending(StopReason::Cancelled, now);
        Some(vec![Counter::Cancelled])
    }

    /// Records that the link's lifetime is over. `None` when there is nothing to record.
    pub fn expire(&mut self, now: Timestamp) -> Option<Vec<Counter>> {
        if self.is_over() || !self.is_expired(now) {
            return None;
        }
        self.0.expired_at = Some(now);
        self.0.timeline.note(now, What::Expired);
        self.skip_pending(StopReason::Expired, now);
        Some(if self.is_reviewed() { Vec::new() } else { vec![Counter::Expired] })
    }
}

pub(crate) fn days_after(instant: Timestamp, days: i64) -> Timestamp {
    instant.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}
