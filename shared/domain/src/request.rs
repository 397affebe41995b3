//! A review request and its life. Every change of state is a method here, and nowhere else.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id, unique within its tenant.
    pub id: RequestId,
    /// The API it was made through.
    pub dialect: Dialect,
    /// Who asked for it.
    pub requested_by: Option<Identity>,
    /// Who is asked; `None` for a contact of Wix whom nobody told of.
    pub customer: Option<CustomerId>,
    /// The place of business that asks, where it is not the shop as a whole.
    pub location: Option<LocationId>,
    /// The order it is about.
    pub order: OrderId,
    /// What to review, in the order shown; never empty.
    pub items: Vec<Item>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its first message is to leave; for a manual one, when it would have.
    pub scheduled_at: Timestamp,
    /// The first instant at which its link no longer works.
    pub expires_at: Timestamp,
    /// How its link reaches the customer.
    pub delivery: Delivery,
    /// Its messages so far: the next one is owed only once the one before is settled. None for a
    /// manual request.
    pub steps: Vec<Step>,
    /// The language that the shop told.
    pub language: Option<Language>,
    /// What the Wix dialect told beside.
    pub wix: WixFields,
    /// When a person first followed the link.
    pub opened_at: Option<Timestamp>,
    /// When a person first did something on the page.
    pub engaged_at: Option<Timestamp>,
    /// When its customer put it off.
    pub postponed_at: Option<Timestamp>,
    /// When the last item was reviewed.
    pub completed_at: Option<Timestamp>,
    /// When the shop withdrew it.
    pub cancelled_at: Option<Timestamp>,
    /// When its expiry was recorded. The truth is [`Request::expires_at`]; this is for counters.
    pub expired_at: Option<Timestamp>,
    /// The request whose expired link this one replaces.
    pub renewal_of: Option<RequestId>,
    /// When new links were asked for after this one expired.
    pub renewals: Vec<Timestamp>,
    /// The key under which the table refuses a duplicate, when it holds one.
    pub guard: Option<String>,
    /// Every decision so far.
    pub timeline: Timeline,
    /// Changes so far; the table accepts a change only of the version that was read.
    pub version: u64,
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
        } = new;
        let products = products.into_vec();
        let subjects = if products.is_empty() {
            vec![Subject::Shop]
        } else {
            products.into_iter().map(Subject::Product).collect()
        };
        let mut request = Self {
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
            guard: None,
            timeline: Timeline::default(),
            version: 1,
        };
        request.timeline.note(now, What::Created);
        if request.step().is_some() && scheduled_at > now {
            request.timeline.note(now, What::Scheduled);
        }
        request
    }

    /// The request that replaces this one's expired link: only what is left to review, sent at
    /// once. `None` when a new link may not be made: nothing expired or left, cancelled, too many
    /// or too soon. `self` records the asking.
    #[must_use]
    pub fn renew(&mut self, id: RequestId, left: Vec<Item>, channel: Channel, now: Timestamp) -> Option<Self> {
        let too_soon = self.renewals.last().is_some_and(|&last| now.duration_since(last) < RENEWAL_GAP);
        if self.cancelled_at.is_some() || left.is_empty() || too_soon || self.renewals.len() >= RENEWALS_MAX {
            return None;
        }
        self.renewals.push(now);
        self.timeline.note(now, What::NewLinkAsked);
        let mut renewed = Self::create(
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
            },
            now,
        );
        renewed.items = left;
        renewed.renewal_of = Some(self.id);
        Some(renewed)
    }

    /// The items nobody reviewed yet.
    #[must_use]
    pub fn left(&self) -> Vec<Item> {
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
        self.opened_at = Some(now);
        self.timeline.note(now, What::Opened);
        vec![Counter::Opened]
    }

    /// A person did something on the page. Says what to count; nothing after the first time.
    pub fn engaged(&mut self, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.opened(now);
        if self.engaged_at.is_none() {
            self.engaged_at = Some(now);
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
        self.timeline.note(now, What::Engaged);
        counters
    }

    /// The customer reviewed, or reviewed anew, item `index` (which must exist).
    pub fn reviewed(&mut self, index: usize, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.engaged(now);
        let first = !self.is_reviewed();
        let Some(item) = self.items.get_mut(index) else { return counters };
        if item.reviewed_at.is_some() {
            self.timeline.note_with(now, What::ReviewEdited, format!("item {}", index + 1));
            return counters;
        }
        item.reviewed_at = Some(now);
        self.timeline.note_with(now, What::Reviewed, format!("item {}", index + 1));
        if first {
            counters.push(Counter::Completed);
        }
        if self.left().is_empty() {
            self.completed_at = Some(now);
            self.timeline.note(now, What::Completed);
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
        self.cancelled_at = Some(now);
        self.timeline.note(now, What::Cancelled);
        self.skip_pending(StopReason::Cancelled, now);
        Some(vec![Counter::Cancelled])
    }

    /// Records that the link's lifetime is over. `None` when there is nothing to record.
    pub fn expire(&mut self, now: Timestamp) -> Option<Vec<Counter>> {
        if self.is_over() || !self.is_expired(now) {
            return None;
        }
        self.expired_at = Some(now);
        self.timeline.note(now, What::Expired);
        self.skip_pending(StopReason::Expired, now);
        Some(if self.is_reviewed() { Vec::new() } else { vec![Counter::Expired] })
    }
}

pub(crate) fn days_after(instant: Timestamp, days: i64) -> Timestamp {
    instant.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}
