//! Events, as webhooks report them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::message::{Step, StepState, Suppression};
use crate::order::ProductId;
use crate::request::{Request, Status};
use crate::review::{LedgerEntry, Review, ReviewState};
use crate::shop::{Releaser, Suspension};
use crate::values::{Channel, CustomerId, EventId, Guid, RequestId, ReviewId, is_default, ms};
use crate::webhook::EventKind;

type Is<T> = fn(&T) -> bool;

/// An event. It holds no personal data and no stars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The event's id, the same for every endpoint.
    pub id: EventId,
    pub kind: EventKind,
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub about: About,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Review(ReviewEvent),
    Request(RequestEvent),
    /// One of a request's messages.
    Message(MessageEvent),
    /// An address or number that must not be written to.
    Suppression(SuppressionEvent),
    /// A customer who was erased.
    Erasure(ErasureEvent),
    /// The suspension of the shop's emails.
    #[serde(rename = "hold")]
    Suspension(SuspensionEvent),
    /// Nothing: the event is a test.
    Nothing,
}

/// A review right after the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEvent {
    pub review: ReviewId,
    /// The request that the review answers; `None` if the review was not written on a request's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    /// The product; `None` for the shop itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    pub state: ReviewState,
    pub revision: u32,
    /// Whether an import added or removed the review. Such reviews were written long ago, so most receivers need no
    /// event.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of_import: bool,
}

/// A request right after the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestEvent {
    pub request: RequestId,
    /// The customer; `None` if Wix named a contact that is unknown here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    pub status: Status,
    /// When the first message is due; for a manual request, when it would have been due.
    #[serde(with = "ms::required")]
    pub scheduled_at: Timestamp,
    /// The first instant at which the link no longer works.
    #[serde(with = "ms::required")]
    pub expires_at: Timestamp,
    /// The place of the last message in the request, from 0; `None` for a manual request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<usize>,
}

/// A message right after the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageEvent {
    pub request: RequestId,
    /// The customer who gets the message; `None` if Wix named a contact that is unknown here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The message's place in its request, from 0.
    pub number: usize,
    pub channel: Channel,
    /// 0 for a first message, else the reminder's number.
    pub reminder: u8,
    /// Why the message failed or was skipped: the provider's code, or a stop rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When the provider accepted the message.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Timestamp>,
}

/// Why and by which channel a customer must not be written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuppressionEvent {
    /// The customer with the address or number, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The request whose message led to the suppression; `None` if the shop called for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    pub channel: Channel,
    pub reason: Suppression,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureEvent {
    pub customer: CustomerId,
    pub receipt: Guid,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionEvent {
    #[serde(rename = "hold")]
    pub suspension: Suspension,
    /// Who or what ended it; `None` when it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released_by: Option<Releaser>,
}

impl Event {
    /// The events of one change to a review. The 12 low bits of `random` are for the events' ids.
    pub fn of_review(review: &Review, ledger: &[LedgerEntry], random: u16) -> Vec<Self> {
        Self::of_change(review, ledger, false, random)
    }

    pub fn of_import(review: &Review, ledger: &[LedgerEntry], random: u16) -> Vec<Self> {
        Self::of_change(review, ledger, true, random)
    }

    fn of_change(review: &Review, ledger: &[LedgerEntry], of_import: bool, random: u16) -> Vec<Self> {
        let about = About::Review(ReviewEvent {
            review: review.id,
            request: review.origin.request(),
            product: review.product.clone(),
            state: review.state,
            revision: review.revision,
            of_import,
        });
        let kinds = ledger.iter().filter_map(|entry| Some((EventKind::of_ledger(entry.what)?, entry.at)));
        numbered(kinds.map(|(kind, at)| (kind, at, about.clone())), random)
    }

    /// The events of a change to a request and its messages: for everything that is true now and was not true in
    /// `before` (`None` if the request is new).
    pub fn of_request(before: Option<&Request>, after: &Request, now: Timestamp, random: u16) -> Vec<Self> {
        let became = |is: Is<Request>| is(after) && !before.is_some_and(is);
        let milestones: [(EventKind, Is<Request>); 4] = [
            (EventKind::RequestScheduled, |request| !request.steps.is_empty()),
            (EventKind::RequestCompleted, |request| request.completed_at.is_some()),
            (EventKind::RequestExpired, |request| request.expired_at.is_some()),
            (EventKind::RequestCancelled, |request| request.cancelled_at.is_some()),
        ];
        let reached = milestones.into_iter().filter(|(_, is)| became(*is));
        let of_request = reached.map(|(kind, _)| (kind, now, About::Request(RequestEvent::new(after, now))));
        let of_messages = after.steps.iter().enumerate().flat_map(|(number, step)| {
            let earlier = before.and_then(|before| before.steps.get(number));
            message_kinds(earlier, step).map(move |kind| {
                let about = MessageEvent::new(after, number, step);
                (kind, now, About::Message(about))
            })
        });
        numbered(of_request.chain(of_messages), random)
    }

    /// The event of a suppressed address or number.
    pub fn suppressed(about: SuppressionEvent, now: Timestamp, random: u16) -> Self {
        let (kind, about) = (EventKind::CustomerSuppressed, About::Suppression(about));
        Self { id: EventId::mint(now, random), kind, at: now, about }
    }

    pub fn erased(about: ErasureEvent, now: Timestamp, random: u16) -> Self {
        let (kind, about) = (EventKind::CustomerErased, About::Erasure(about));
        Self { id: EventId::mint(now, random), kind, at: now, about }
    }

    /// The event of a suspension's beginning or end.
    pub fn of_hold(about: SuspensionEvent, now: Timestamp, random: u16) -> Self {
        let kind = match about.released_by {
            None => EventKind::DeliverabilityHeld,
            Some(_) => EventKind::DeliverabilityReleased,
        };
        Self { id: EventId::mint(now, random), kind, at: now, about: About::Suspension(about) }
    }

    pub fn test(at: Timestamp, random: u16) -> Self {
        Self { id: EventId::mint(at, random), kind: EventKind::WebhookTest, at, about: About::Nothing }
    }
}

impl Event {
    pub(super) const fn is_of_import(&self) -> bool {
        matches!(&self.about, About::Review(ReviewEvent { of_import: true, .. }))
    }

    /// Whether the event is about a review or a message to a customer.
    pub(super) const fn has_row(&self) -> bool {
        match &self.about {
            About::Review(_) => true,
            About::Request(RequestEvent { customer, message, .. }) => customer.is_some() && message.is_some(),
            About::Message(MessageEvent { customer, .. }) => customer.is_some(),
            About::Suppression(_) | About::Erasure(_) | About::Suspension(_) | About::Nothing => false,
        }
    }
}

impl RequestEvent {
    fn new(request: &Request, now: Timestamp) -> Self {
        Self {
            request: request.id,
            customer: request.customer,
            status: request.status(now),
            scheduled_at: request.scheduled_at,
            expires_at: request.expires_at,
            message: request.steps.len().checked_sub(1),
        }
    }
}

impl MessageEvent {
    fn new(request: &Request, number: usize, step: &Step) -> Self {
        let reason = match &step.state {
            StepState::Failed { at: _, reason } => Some(reason.clone()),
            StepState::Skipped { at: _, reason } => Some(reason.as_str().to_owned()),
            StepState::Pending
            | StepState::Submitting { .. }
            | StepState::Sent { .. }
            | StepState::Unconfirmed { .. } => step.reports.failure().map(str::to_owned),
        };
        Self {
            request: request.id,
            customer: request.customer,
            number,
            channel: step.channel,
            reminder: step.reminder,
            reason,
            sent_at: step.sent_at(),
            delivered_at: step.delivered_at(),
        }
    }
}

/// The events of a change to a message: for everything that is true now and was not true before.
fn message_kinds(before: Option<&Step>, after: &Step) -> impl Iterator<Item = EventKind> {
    let states: [(EventKind, Is<Step>); 4] = [
        (EventKind::MessageSent, |step| step.sent_at().is_some()),
        (EventKind::MessageDelivered, |step| step.delivered_at().is_some()),
        (EventKind::MessageFailed, |step| {
            matches!(step.state, StepState::Failed { .. }) || step.reports.failure().is_some()
        }),
        (EventKind::MessageSkipped, |step| matches!(step.state, StepState::Skipped { .. })),
    ];
    let became: Vec<_> = states.into_iter().filter(|(_, is)| is(after) && !before.is_some_and(is)).collect();
    became.into_iter().map(|(kind, _)| kind)
}

/// Gives the events of one transaction their ids, which differ only in the last bits.
fn numbered(events: impl Iterator<Item = (EventKind, Timestamp, About)>, random: u16) -> Vec<Event> {
    let event = |(number, (kind, at, about))| {
        let id = EventId::mint(at, random.wrapping_add(number));
        Event { id, kind, at, about }
    };
    (0..).zip(events).map(event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{MessageReport, ReportKind, StopReason};
    use crate::request::examples::{ask, at, send};
    use crate::shop::ShopRules;

    fn kinds(before: &Request, after: &Request) -> Vec<&'static str> {
        let now = "2026-11-20T06:00:00Z".parse().unwrap();
        let events = Event::of_request(Some(before), after, now, 4_095);
        let ids: std::collections::BTreeSet<_> = events.iter().map(|event| event.id).collect();
        assert_eq!(ids.len(), events.len(), "ids differ");
        events.iter().map(|event| event.kind.as_str()).collect()
    }

    fn report(request: &mut Request, kind: ReportKind) {
        report_of(request, 0, kind);
    }

    fn report_of(request: &mut Request, step: usize, kind: ReportKind) {
        let report = MessageReport { step, message_id: "id".to_owned(), accepted_at: at(0), kind, at: at(1) };
        request.reported(&report, &ShopRules::default(), at(1));
    }

    /// DynamoDB accepts 100 items in a transaction. A report's other writes are at most ten.
    #[test]
    fn the_most_events_of_one_change_fit_into_a_transaction_for_all_endpoints() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 3);
        send(&mut request, at(0));
        report_of(&mut request, 0, ReportKind::Bounced);
        request.claim(7, at(0));
        let mut stopped = request.clone();
        report_of(&mut stopped, 1, ReportKind::Bounced);
        let events = kinds(&request, &stopped);
        assert_eq!(events[..2], ["message.sent", "message.failed"]);
        assert_eq!(events[2..], ["message.skipped"; 6], "every reminder");
        assert!(events.len() * crate::webhook::WEBHOOKS_MAX <= 90);
    }

    #[test]
    fn what_becomes_of_a_message_is_an_event_once() {
        let pending = ask(&[Channel::Email], 1);
        let mut sent = pending.clone();
        send(&mut sent, at(0));
        assert_eq!(kinds(&pending, &sent), ["message.sent"]);
        let mut delivered = sent.clone();
        report(&mut delivered, ReportKind::Delivered);
        assert_eq!(kinds(&sent, &delivered), ["message.delivered"]);
        let mut copied = delivered.clone();
        report(&mut copied, ReportKind::Delivered);
        assert_eq!(kinds(&delivered, &copied), [""; 0]);
        let mut bounced = delivered.clone();
        report(&mut bounced, ReportKind::Bounced);
        assert_eq!(kinds(&delivered, &bounced), ["message.failed", "message.skipped"], "and its reminder");
        let mut claimed = pending.clone();
        claimed.claim(7, at(0));
        let mut failed = claimed.clone();
        failed.failed("rejected", &ShopRules::default(), at(0));
        assert_eq!(kinds(&claimed, &failed), ["message.failed"]);
        let mut skipped = pending.clone();
        skipped.skipped(StopReason::Unsubscribed, &ShopRules::default(), at(0));
        assert_eq!(kinds(&pending, &skipped), ["message.skipped"]);
        let mut unconfirmed = claimed.clone();
        unconfirmed.unconfirmed(&ShopRules::default(), at(0));
        assert_eq!(kinds(&claimed, &unconfirmed), [""; 0], "nobody knows whether it left");
        let mut settled = unconfirmed.clone();
        report(&mut settled, ReportKind::Delivered);
        assert_eq!(kinds(&unconfirmed, &settled), ["message.sent", "message.delivered"]);
    }
}
