//! A notification is an email outside a request: to a review's author, the shop, its owner or a member of its console.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::message::{MessageReport, Step, StepState};
use crate::values::{Channel, Guid, Invalid, MemberId, RequestId, ReviewId, ShopSystem, WebhookId, ms, stored_as_text};

/// How long a notification waits before it is sent. If the event is undone meanwhile, the notification is never sent.
pub const NOTIFICATION_WAIT: SignedDuration = SignedDuration::from_secs(60);
/// How long after a review was written every reader sees it. Longer than the longest call that writes a
/// review (the functions' `Timeout` is at most 60 seconds) and the difference between two clocks together.
pub const SEEN_AFTER: SignedDuration = SignedDuration::from_secs(90);
/// How long after an email about reports of a review the owner gets the next one about the same review.
const REPORTED_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// What an id in a notification's name is.
trait NameId: Sized {
    fn read(text: &str) -> Option<Self>;

    /// Empty if there is none.
    fn text(self) -> String;
}

macro_rules! name_ids {
    ($($id:ty: $read:expr;)+) => {$(
        impl NameId for $id {
            fn read(text: &str) -> Option<Self> {
                $read(text)
            }

            fn text(self) -> String {
                self.to_string()
            }
        }
    )+};
}

name_ids! {
    ReviewId: |text| Self::parse(text).ok();
    RequestId: |text| Self::parse(text).ok();
    WebhookId: |text| Self::parse(text).ok();
    MemberId: |text| Self::parse(text).ok();
    Guid: |text| Self::parse(text).ok();
}

impl NameId for ShopSystem {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }

    fn text(self) -> String {
        self.as_str().to_owned()
    }
}

impl NameId for Option<MemberId> {
    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { NameId::read(text).map(Some) }
    }

    fn text(self) -> String {
        self.map_or_else(String::new, NameId::text)
    }
}

impl NameId for (RequestId, u32) {
    fn read(text: &str) -> Option<Self> {
        let (request, number) = text.split_once('-')?;
        Some((NameId::read(request)?, number.parse().ok()?))
    }

    fn text(self) -> String {
        format!("{}-{}", self.0, self.1)
    }
}

/// Who gets a notification. This decides what holds it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A customer, or a reader of reviews. What stops the shop's messages to customers also stops this one.
    Customer,
    /// Somebody who waits for the email on a page. If it cannot leave now, it is dropped, because they can ask again.
    Visitor,
    /// Somebody of the shop. Pauses of sending and suspensions are about emails to customers, so they do not stop this one.
    Shop,
    /// Somebody whom the shop invites to its console. A suspension stops the email, and a pause of the operator, but no pause of the shop.
    Invited,
}

/// What else may be true of a kind of notification.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trait {
    /// Somebody waits for the email, so it is due at once and not after [`NOTIFICATION_WAIT`].
    AtOnce,
    /// The shop causes the email, so that it counts for the shop's suspension.
    OfShop,
    /// The law asks for the email.
    ByLaw,
}

struct Row {
    word: &'static str,
    id: String,
    reader: Reader,
    traits: &'static [Trait],
}

macro_rules! names {
    ($($(#[$doc:meta])* $kind:ident$(($id:ident: $type:ty))? = $word:literal, $reader:ident $(, $trait:ident)*;)+) => {
        /// The subject of a notification. Each subject has at most one unsent notification: a later one replaces it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum NotificationName {
            $($(#[$doc])* $kind$(($type))?,)+
        }

        impl NotificationName {
            fn row(self) -> Row {
                match self {
                    $(Self::$kind$(($id))? => Row {
                        word: $word,
                        id: String::new() $(+ &NameId::text($id))?,
                        reader: Reader::$reader,
                        traits: &[$(Trait::$trait),*],
                    },)+
                }
            }

            fn read(word: &str, id: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$kind$((<$type as NameId>::read(id)?))?),)+
                    _ => None,
                }
            }
        }
    };
}

// Each kind's name, who gets it, and what else is true of it. Their address, the text, and whether it is still true are in
// `functions/send-request/src/notifications`.
names! {
    /// Tells the author that the shop withheld or removed the review, or dropped an edit of it: the statement of reasons (Regulation
    /// (EU) 2022/2065, Art. 17).
    Withheld(review: ReviewId) = "withheld", Customer, OfShop, ByLaw;
    /// Tells the author that the shop replied to the review for the first time.
    Replied(review: ReviewId) = "replied", Customer, OfShop;
    /// Tells the owner that a webhook endpoint failed for three days, or answered 410, and is disabled.
    WebhookDisabled(webhook: WebhookId) = "disabled", Shop;
    /// Tells the owner that the shop's emails are suspended.
    Held = "held", Shop;
    /// Tells the owner that emails no longer leave from the shop's own address.
    SenderLost = "sender", Shop;
    /// Tells the owner that the shop's system has sent no order, or no call, for much longer than usual.
    Silent(system: ShopSystem) = "silent", Shop;
    /// Tells the owner that the shop's system was connected.
    Connected(system: ShopSystem) = "connected", Shop;
    /// Tells the owner that the shop's system asked for the erasure of its orders.
    ShopRedacted(system: ShopSystem) = "redacted", Shop;
    /// Tells the owner that a customer asked the shop's system for their data. The GUID is the receipt of the file.
    DataAsked(receipt: Guid) = "data", Shop;
    /// Tells the owner that readers reported a published review, and orders the emails about the decision to these readers.
    Reported(review: ReviewId) = "reported", Shop;
    /// Tells a reader that their report came or, later, what was decided (Art. 16). The id is the report's own.
    ToReader(report: ReviewId) = "reader", Customer, AtOnce, ByLaw;
    /// Tells the owner (`None`), or a member who is one, that the shop has ended, or that its end was taken back.
    ShopEnd(member: Option<MemberId>) = "end", Shop, AtOnce;
    /// Tells a member of the console, or the owner's address (`None`), of new reviews and of those that wait for a decision.
    Reviews(member: Option<MemberId>) = "reviews", Shop;
    /// Invites somebody to the console.
    Invitation(member: MemberId) = "invited", Invited, AtOnce, OfShop;
    /// Sends the link of this request to the person who asked for it on a page of the shop.
    Link(request: RequestId) = "link", Visitor, AtOnce;
    /// Tells the shop what a customer wrote about a problem with the order: the request, and the problem's number in it.
    Problem(problem: (RequestId, u32)) = "problem", Shop, AtOnce;
}

/// Where a reader's report is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReportPlace {
    pub review: ReviewId,
    /// The number in the report's key: the milliseconds at which it came, or of a place that a day's last reports share.
    pub number: i64,
}

/// An email about an event. The row stores nothing that anybody wrote: the words are read when the email is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    pub name: NotificationName,
    /// For a notification to a review's author, the place of the review: the request, and the item's place in it, from
    /// 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<(RequestId, usize)>,
    /// When a webhook endpoint began to fail, `None` if it answered 410. For a silent system, when the last call came;
    /// for one that wants its orders erased, when it called. For news of reviews, the time after which they are new. For
    /// reports of a review, when the owner last got an email about them. `None` for all other notifications.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// For news of reviews, set when it is claimed, or when it turns out that there is nothing to tell: it covers what
    /// happened until then.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub told_until: Option<Timestamp>,
    /// For an email to a reader, the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportPlace>,
    /// For a decision that an author gets to know, the review's revision after it, which leads to the entry of the ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    #[serde(with = "ms::required")]
    pub ordered_at: Timestamp,
    /// The message to the provider. It is retried like a request's first email.
    pub step: Step,
    /// Grows by 1 with every change. It starts at the time in milliseconds, so that a notification that replaces
    /// another never has the same version.
    #[serde(skip)]
    pub version: u64,
}

impl NotificationName {
    const RULE: Invalid = Invalid("a notification's name is unknown or has an invalid id");

    /// Reads a name in its `Display` form.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        let (word, id) = name.split_once('-').unwrap_or((name, ""));
        Self::read(word, id).filter(|read| read.to_string() == name).ok_or(Self::RULE)
    }

    fn is(self, what: Trait) -> bool {
        self.row().traits.contains(&what)
    }

    /// Whether the shop causes the email. If so, the email and its bounce or complaint count for the shop's suspension,
    /// like an email to a customer.
    pub fn is_of_shops_making(self) -> bool {
        self.is(Trait::OfShop)
    }

    /// Whether the law asks for this email, so that it also goes to people who unsubscribed.
    pub fn is_due_by_law(self) -> bool {
        self.is(Trait::ByLaw)
    }

    pub fn reader(self) -> Reader {
        self.row().reader
    }
}

/// The name in keys, queue messages and the email's tags.
impl fmt::Display for NotificationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Row { word, id, .. } = self.row();
        f.write_str(word)?;
        if id.is_empty() { Ok(()) } else { write!(f, "-{id}") }
    }
}

/// The time until which every reader sees the reviews that were written.
pub fn seen_until(now: Timestamp) -> Timestamp {
    now.saturating_sub(SEEN_AFTER).unwrap_or(now)
}

stored_as_text!(NotificationName, Self::to_string, |name| Self::parse(name).ok());

impl Notification {
    /// A notification that is due at its kind's time.
    pub fn new(name: NotificationName, now: Timestamp) -> Self {
        let wait = if name.is(Trait::AtOnce) { SignedDuration::ZERO } else { NOTIFICATION_WAIT };
        let step = Step::due(Channel::Email, now.saturating_add(wait).unwrap_or(now));
        let (item, since, told_until, report, revision) = (None, None, None, None, None);
        Self {
            name,
            item,
            since,
            told_until,
            report,
            revision,
            ordered_at: now,
            step,
            version: now.as_millisecond().unsigned_abs(),
        }
    }

    /// A new report of a review, of which the owner is told a day after the last email about its reports.
    pub fn reported_again(review: ReviewId, told_at: Option<Timestamp>, now: Timestamp) -> Self {
        let new = Self { since: told_at, ..Self::new(NotificationName::Reported(review), now) };
        let due_at = new.step.owed_at().max(new.owner_from()).unwrap_or(now);
        Self { step: Step::due(Channel::Email, due_at), ..new }
    }

    /// For reports of a review: from when the owner may get an email about them.
    pub fn owner_from(&self) -> Option<Timestamp> {
        self.since.and_then(|told_at| told_at.checked_add(REPORTED_EVERY).ok())
    }

    /// Claims the notification for the sender `owner`.
    pub fn claim(&mut self, owner: u64, now: Timestamp) {
        self.cover(now);
        if let NotificationName::Reported(_) = self.name {
            self.since = Some(now);
        }
        self.step.claim(owner, now);
    }

    /// Settles a notification that is not sent, for this reason.
    pub fn settle(&mut self, why: &str, now: Timestamp) {
        self.cover(now);
        self.step.failed(why, now);
    }

    fn cover(&mut self, now: Timestamp) {
        if let NotificationName::Reviews(_) = self.name {
            self.told_until = Some(seen_until(now));
        }
    }

    /// For news of reviews: the time after which reviews are still new to the recipient.
    pub fn new_since(&self) -> Option<Timestamp> {
        self.told_until.or(self.since)
    }

    /// Records a provider's report, which proves that the email left. Returns whether this is the first report, and
    /// whether it is the first report of its kind; `None` if nothing changes.
    pub fn reported(&mut self, report: &MessageReport) -> Option<(bool, bool)> {
        let earlier = self.step.reports.clone();
        if !self.step.was_tried() || self.step.knew(report) {
            return None;
        }
        if let StepState::Pending | StepState::Submitting { .. } | StepState::Unconfirmed { .. } = self.step.state {
            self.step.sent(report.message_id.clone(), report.accepted_at);
        }
        self.step.take_report(report);
        (self.step.reports != earlier).then(|| (earlier.is_empty(), earlier.at(report.kind).is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::ReportKind;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_name_is_read_as_it_is_displayed() {
        for name in [
            "withheld-7",
            "held",
            "reviews",
            "reviews-090909090909",
            "redacted-shopify",
            "data-0193b8a2-0000-4000-8000-000000000001",
            "end",
            "end-090909090909",
            "problem-9-12",
        ] {
            assert_eq!(NotificationName::parse(name).map(|read| read.to_string()).as_deref(), Ok(name));
        }
        for bad in ["", "withheld", "withheld-", "withheld-0", "withheld-x", "held-1", "removed-7", "problem-9", "7"] {
            assert_eq!(NotificationName::parse(bad), Err(NotificationName::RULE), "{bad}");
        }
    }

    #[test]
    fn any_report_settles_it_and_a_copy_changes_nothing() {
        let report =
            |kind| MessageReport { step: 0, message_id: "id".to_owned(), accepted_at: at(61), kind, at: at(62) };
        let mut notification = Notification::new(NotificationName::Held, at(0));
        let bounced = report(ReportKind::Bounced);
        assert_eq!(notification.reported(&bounced), None, "about a notification whose place it took");
        notification.step.claim(7, at(60));
        assert_eq!(notification.reported(&bounced), Some((true, true)));
        assert_eq!(notification.step.sent_at(), Some(at(61)));
        assert_eq!(notification.reported(&bounced), None);
        assert_eq!(notification.reported(&report(ReportKind::Accepted)), None);
        assert_eq!(notification.reported(&report(ReportKind::Complained)), Some((false, true)));
    }
}
