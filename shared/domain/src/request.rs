//! A review request and its life. Every change of state is a method here, and nowhere else.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Counter, Dialect, Item, NotSendable, OrderId, ProductId, ProductIds, RequestId, Status, Step, StepState,
    StopReason, Subject, Timeline, What,
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
    /// The order it is about.
    pub order: OrderId,
    /// What to review, in the order shown; never empty.
    pub items: Vec<Item>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its mail is to leave; for a manual one, when it would have.
    pub scheduled_at: Timestamp,
    /// The first instant at which its link no longer works.
    pub expires_at: Timestamp,
    /// The mail; `None` for a manual request.
    pub mail: Option<Step>,
    /// When a person first followed the link.
    pub opened_at: Option<Timestamp>,
    /// When a person first did something on the page.
    pub engaged_at: Option<Timestamp>,
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

/// How the link reaches the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The shop shares it.
    Manual,
    /// By mail, at the scheduled time.
    Email,
}

/// What a new request is made of.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// The API it is made through.
    pub dialect: Dialect,
    /// The shop's order, if it named one.
    pub order: Option<OrderId>,
    /// The products; none is one card for the shop itself.
    pub products: ProductIds,
    /// When its mail is to leave.
    pub scheduled_at: Timestamp,
    /// How the link travels.
    pub delivery: Delivery,
}

impl Request {
    /// A new request.
    #[must_use]
    pub fn create(id: RequestId, new: NewRequest, now: Timestamp) -> Self {
        let NewRequest { dialect, order, products, scheduled_at, delivery } = new;
        let products = products.into_vec();
        let subjects = if products.is_empty() {
            vec![Subject::Shop]
        } else {
            products.into_iter().map(Subject::Product).collect()
        };
        let mut request = Self {
            id,
            dialect,
            order: order.unwrap_or_else(|| OrderId::automatic(id)),
            items: subjects.into_iter().map(|subject| Item { subject, reviewed_at: None }).collect(),
            created_at: now,
            scheduled_at,
            expires_at: days_after(now, LINK_DAYS),
            mail: matches!(delivery, Delivery::Email).then(|| Step::due(scheduled_at)),
            opened_at: None,
            engaged_at: None,
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
        if request.mail.is_some() && scheduled_at > now {
            request.timeline.note(now, What::Scheduled);
        }
        request
    }

    /// The request that replaces this one's expired link: only what is left to review, mailed at
    /// once. `None` when a new link may not be made: nothing expired or left, cancelled, too many
    /// or too soon. `self` records the asking.
    #[must_use]
    pub fn renew(&mut self, id: RequestId, left: Vec<Item>, now: Timestamp) -> Option<Self> {
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
                order: Some(self.order.clone()),
                products: ProductIds::default(),
                scheduled_at: now,
                delivery: Delivery::Email,
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
        match self.mail.as_ref().map(|step| &step.state) {
            Some(StepState::Failed { .. }) => Status::Failed,
            Some(StepState::Skipped { reason, .. }) if *reason != StopReason::Expired => Status::Failed,
            _ if self.is_expired(now) => Status::Expired,
            None => Status::Manual,
            Some(StepState::Pending) => Status::Scheduled,
            Some(StepState::Submitting { .. }) => Status::Sending,
            Some(StepState::Skipped { .. } | StepState::Sent { .. } | StepState::Unconfirmed { .. }) => Status::Sent,
        }
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

    /// When the mail was handed to the provider.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        match self.mail.as_ref()?.state {
            StepState::Sent { at, .. } | StepState::Unconfirmed { at } => Some(at),
            StepState::Pending
            | StepState::Submitting { .. }
            | StepState::Failed { .. }
            | StepState::Skipped { .. } => None,
        }
    }

    /// When somebody has to look at the request again: its mail, then its expiry.
    #[must_use]
    pub fn owed_at(&self) -> Option<Timestamp> {
        let mail = self.mail.as_ref().and_then(Step::owed_at);
        let over = self.cancelled_at.is_some() || self.completed_at.is_some() || self.expired_at.is_some();
        mail.or((!over).then_some(self.expires_at))
    }

    /// Makes the mail due now, also for a manual request.
    ///
    /// # Errors
    /// [`NotSendable`] when it was sent, or never will be.
    pub fn send_now(&mut self, now: Timestamp) -> Result<(), NotSendable> {
        match self.status(now) {
            Status::Manual | Status::Scheduled => {}
            Status::Sending | Status::Sent => return Err(NotSendable::Sent),
            Status::Completed => return Err(NotSendable::Completed),
            Status::Cancelled => return Err(NotSendable::Cancelled),
            Status::Expired => return Err(NotSendable::Expired),
            Status::Failed if matches!(self.mail, Some(Step { state: StepState::Skipped { .. }, .. })) => {
                return Err(NotSendable::Skipped);
            }
            Status::Failed => return Err(NotSendable::Failed),
        }
        self.mail = Some(Step::due(now));
        self.scheduled_at = now;
        self.timeline.note(now, What::SendAsked);
        Ok(())
    }

    /// One sender takes the mail. A claim that finds another's lapsed one counts its outcome as
    /// unknown.
    pub fn claim(&mut self, owner: u64, now: Timestamp) {
        let Some(step) = &mut self.mail else { return };
        if matches!(step.state, StepState::Submitting { .. }) {
            step.unknown += 1;
        }
        step.state = StepState::Submitting { owner, since: now };
        self.timeline.note(now, What::Claimed);
    }

    /// Whether the mail is claimed by `owner`.
    #[must_use]
    pub fn is_claimed_by(&self, owner: u64) -> bool {
        matches!(&self.mail, Some(Step { state: StepState::Submitting { owner: mine, .. }, .. }) if *mine == owner)
    }

    /// The provider accepted the mail, or, in test mode, it was captured.
    pub fn sent(&mut self, message_id: String, how: What, now: Timestamp) -> Vec<Counter> {
        self.settle(StepState::Sent { at: now, message_id });
        self.timeline.note(now, how);
        vec![Counter::Sent]
    }

    /// The provider asked to slow down: the mail is due again then.
    pub fn throttled(&mut self, again_at: Timestamp, now: Timestamp) {
        if let Some(step) = &mut self.mail {
            step.throttled += 1;
            step.due_at = again_at;
            step.state = StepState::Pending;
        }
        self.timeline.note(now, What::Throttled);
    }

    /// The provider's answer was lost. The claim stays: it is what keeps others away meanwhile.
    pub fn outcome_unknown(&mut self, now: Timestamp) {
        self.timeline.note(now, What::OutcomeUnknown);
    }

    /// The outcome stayed unknown too often to try again.
    pub fn unconfirmed(&mut self, now: Timestamp) -> Vec<Counter> {
        let at = match &self.mail {
            Some(Step { state: StepState::Submitting { since, .. }, .. }) => *since,
            _ => now,
        };
        self.settle(StepState::Unconfirmed { at });
        self.timeline.note(now, What::Unconfirmed);
        vec![Counter::Sent]
    }

    /// The provider refused the mail for good.
    pub fn failed(&mut self, reason: &str, now: Timestamp) -> Vec<Counter> {
        self.settle(StepState::Failed { at: now, reason: reason.to_owned() });
        self.timeline.note_with(now, What::Failed, reason);
        vec![Counter::Failed]
    }

    /// A stop rule holds the mail back.
    pub fn skipped(&mut self, reason: StopReason, now: Timestamp) {
        self.settle(StepState::Skipped { at: now, reason });
        self.timeline.note_with(now, What::Skipped, reason.word());
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

    /// The customer reviewed, or reviewed anew, item `index` (which must exist).
    pub fn reviewed(&mut self, index: usize, now: Timestamp) -> Vec<Counter> {
        let mut counters = self.opened(now);
        if self.engaged_at.is_none() {
            self.engaged_at = Some(now);
            counters.push(Counter::Engaged);
        }
        let first = self.items.iter().all(|item| item.reviewed_at.is_none());
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
        let over = self.cancelled_at.is_some() || self.completed_at.is_some() || self.expired_at.is_some();
        if over || !self.is_expired(now) {
            return None;
        }
        self.expired_at = Some(now);
        self.timeline.note(now, What::Expired);
        self.skip_pending(StopReason::Expired, now);
        let reviewed = self.items.iter().any(|item| item.reviewed_at.is_some());
        Some(if reviewed { Vec::new() } else { vec![Counter::Expired] })
    }

    fn settle(&mut self, state: StepState) {
        if let Some(step) = &mut self.mail {
            step.state = state;
        }
    }

    fn skip_pending(&mut self, reason: StopReason, now: Timestamp) {
        if matches!(&self.mail, Some(step) if step.state == StepState::Pending) {
            self.skipped(reason, now);
        }
    }
}

fn days_after(instant: Timestamp, days: i64) -> Timestamp {
    instant.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}
