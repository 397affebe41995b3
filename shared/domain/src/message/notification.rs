//! A notification is an email outside a request: to a review's author, the shop, its owner or a member of its console.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::message::{MessageReport, Step, StepState};
use crate::values::{Channel, Guid, Invalid, MemberId, RequestId, ReviewId, ShopSystem, WebhookId, ms, stored_as_text};

/// How long a notification waits before it is sent. If the event is undone meanwhile, the notification is never sent.
pub const NOTIFICATION_WAIT: SignedDuration = SignedDuration::from_secs(60);
/// How long after a review began to wait every reader sees that it waits. Longer than the longest call that writes a
/// review (the functions' `Timeout` is at most 60 seconds) and the difference between two clocks together.
pub const SEEN_AFTER: SignedDuration = SignedDuration::from_secs(90);
/// How long after an email about reports of a review the owner gets the next one about the same review.
const REPORTED_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// The subject of a notification. Each subject has at most one unsent notification: a later one replaces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotificationName {
    /// Tells the author that the shop withheld or removed the review, or dropped an edit of it.
    Withheld(ReviewId),
    /// Tells the author that the shop replied to the review for the first time.
    Replied(ReviewId),
    /// Tells the owner that a webhook endpoint failed for three days, or answered 410, and is disabled.
    WebhookDisabled(WebhookId),
    /// Tells the owner that reviews have waited too long for a decision.
    Waiting,
    /// Tells the owner that the shop's emails are suspended.
    Held,
    /// Tells the owner that emails no longer leave from the shop's own address.
    SenderLost,
    /// Tells the owner that the shop's system has sent no order, or no call, for much longer than usual.
    Silent(ShopSystem),
    /// Tells the owner that the shop's system was connected.
    Connected(ShopSystem),
    /// Tells the owner that the shop's system asked for the erasure of its orders.
    ShopRedacted(ShopSystem),
    /// Tells the owner that a customer asked the shop's system for their data. The GUID is the receipt of the file.
    DataAsked(Guid),
    /// Tells the owner that readers reported a published review, and orders the emails about the decision to these readers. If the
    /// notification has a `report`, the id is the report's own, and the email goes to its reader.
    Reported(ReviewId),
    /// Tells the owner (`None`), or a member who is one, that the shop has ended, or that its end was taken back.
    ShopEnd(Option<MemberId>),
    /// Tells a member of the console that reviews began to wait for a decision.
    ToMember(MemberId),
    /// Invites somebody to the console.
    Invitation(MemberId),
    /// Sends the link of this request to the person who asked for it on a page of the shop.
    Link(RequestId),
    /// Tells the shop what a customer wrote about a problem with the order: the request, and the problem's number in it.
    Problem(RequestId, u32),
    /// Sends nothing. It makes `reconcile` delete what a decision about a review replaced, once the decision can no
    /// longer be undone.
    Replaced(ReviewId),
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
    /// for one that wants its orders erased, when it called. For a member, the time after which waiting reviews are new. For
    /// reports of a review, when the owner last got an email about them. `None` for all other notifications.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// For a notification to a member, set when it is claimed: the notification covers reviews that began to wait until
    /// then.
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
    pub version: i64,
}

impl NotificationName {
    const RULE: Invalid = Invalid("a notification's name is unknown or has an invalid id");

    /// Reads a name in its `Display` form.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        let (kind, id) = name.split_once('-').unwrap_or((name, ""));
        let review = || ReviewId::parse(id).map_err(|_| Self::RULE);
        match kind {
            "withheld" => review().map(Self::Withheld),
            "replied" => review().map(Self::Replied),
            "replaced" => review().map(Self::Replaced),
            "disabled" => WebhookId::parse(id).map(Self::WebhookDisabled).map_err(|_| Self::RULE),
            "waiting" if id.is_empty() => Ok(Self::Waiting),
            "held" if id.is_empty() => Ok(Self::Held),
            "sender" if id.is_empty() => Ok(Self::SenderLost),
            "member" => MemberId::parse(id).map(Self::ToMember).map_err(|_| Self::RULE),
            "invited" => MemberId::parse(id).map(Self::Invitation).map_err(|_| Self::RULE),
            "link" => RequestId::parse(id).map(Self::Link).map_err(|_| Self::RULE),
            "problem" => Self::problem(id).ok_or(Self::RULE),
            "reported" => review().map(Self::Reported),
            "end" if id.is_empty() => Ok(Self::ShopEnd(None)),
            "end" => MemberId::parse(id).map(Some).map(Self::ShopEnd).map_err(|_| Self::RULE),
            "data" => Guid::parse(id).map(Self::DataAsked).map_err(|_| Self::RULE),
            "silent" => ShopSystem::parse(id).map(Self::Silent).ok_or(Self::RULE),
            "connected" => ShopSystem::parse(id).map(Self::Connected).ok_or(Self::RULE),
            "redacted" => ShopSystem::parse(id).map(Self::ShopRedacted).ok_or(Self::RULE),
            _ => Err(Self::RULE),
        }
    }

    fn problem(id: &str) -> Option<Self> {
        let (request, number) = id.split_once('-')?;
        Some(Self::Problem(RequestId::parse(request).ok()?, number.parse().ok()?))
    }

    /// Whether the shop causes the email. If so, the email and its bounce or complaint count for the shop's suspension,
    /// like an email to a customer.
    pub const fn is_of_shops_making(self) -> bool {
        matches!(self, Self::Withheld(_) | Self::Replied(_) | Self::Invitation(_))
    }

    /// Its word in a person's archive, and the review that it is about.
    pub const fn archived(self) -> (&'static str, Option<ReviewId>) {
        match self {
            Self::Withheld(review) => ("review_withheld", Some(review)),
            Self::Replied(review) => ("review_replied", Some(review)),
            Self::WebhookDisabled(_) => ("webhook_disabled", None),
            Self::Waiting => ("reviews_waiting", None),
            Self::Held => ("emails_held", None),
            Self::SenderLost => ("sender_lost", None),
            Self::ToMember(_) | Self::Invitation(_) => ("to_member", None),
            Self::Silent(_) => ("orders_silent", None),
            Self::Connected(_) => ("shop_connected", None),
            Self::ShopRedacted(_) => ("shop_redacted", None),
            Self::DataAsked(_) => ("data_asked", None),
            Self::ShopEnd(_) => ("shop_end", None),
            Self::Reported(review) => ("review_reported", Some(review)),
            Self::Replaced(review) => ("review_replaced", Some(review)),
            Self::Link(_) => ("link_asked_for", None),
            Self::Problem(..) => ("problem", None),
        }
    }
}

/// The name in keys, queue messages and the email's tags.
impl fmt::Display for NotificationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Withheld(review) => write!(f, "withheld-{review}"),
            Self::Replied(review) => write!(f, "replied-{review}"),
            Self::WebhookDisabled(webhook) => write!(f, "disabled-{webhook}"),
            Self::Waiting => f.write_str("waiting"),
            Self::Held => f.write_str("held"),
            Self::SenderLost => f.write_str("sender"),
            Self::Silent(system) => write!(f, "silent-{}", system.as_str()),
            Self::Connected(system) => write!(f, "connected-{}", system.as_str()),
            Self::ShopRedacted(system) => write!(f, "redacted-{}", system.as_str()),
            Self::DataAsked(receipt) => write!(f, "data-{receipt}"),
            Self::Reported(review) => write!(f, "reported-{review}"),
            Self::ShopEnd(None) => f.write_str("end"),
            Self::ShopEnd(Some(member)) => write!(f, "end-{member}"),
            Self::ToMember(member) => write!(f, "member-{member}"),
            Self::Invitation(member) => write!(f, "invited-{member}"),
            Self::Replaced(review) => write!(f, "replaced-{review}"),
            Self::Link(request) => write!(f, "link-{request}"),
            Self::Problem(request, number) => write!(f, "problem-{request}-{number}"),
        }
    }
}

/// The time until which every reader sees the reviews that began to wait.
pub fn seen_until(now: Timestamp) -> Timestamp {
    now.saturating_sub(SEEN_AFTER).unwrap_or(now)
}

stored_as_text!(NotificationName, Self::to_string, |name| Self::parse(name).ok());

impl Notification {
    /// A notification that is due after [`NOTIFICATION_WAIT`].
    pub fn new(
        name: NotificationName,
        item: Option<(RequestId, usize)>,
        since: Option<Timestamp>,
        now: Timestamp,
    ) -> Self {
        let due_at = now.saturating_add(NOTIFICATION_WAIT).unwrap_or(now);
        let step = Step::due(Channel::Email, due_at);
        let version = now.as_millisecond();
        let (told_until, report, revision) = (None, None, None);
        Self { name, item, since, told_until, report, revision, ordered_at: now, step, version }
    }

    /// A notification that is due at once, because somebody waits for the email.
    pub fn at_once(name: NotificationName, now: Timestamp) -> Self {
        Self { step: Step::due(Channel::Email, now), ..Self::new(name, None, None, now) }
    }

    /// A new report of a review, of which the owner is told a day after the last email about its reports.
    pub fn reported_again(review: ReviewId, told_at: Option<Timestamp>, now: Timestamp) -> Self {
        let new = Self::new(NotificationName::Reported(review), None, told_at, now);
        let again = told_at.and_then(|told_at| told_at.checked_add(REPORTED_EVERY).ok());
        let due_at = new.step.owed_at().max(again).unwrap_or(now);
        Self { step: Step::due(Channel::Email, due_at), ..new }
    }

    /// The email to the reader of a report.
    pub fn to_reader(id: ReviewId, report: ReportPlace, now: Timestamp) -> Self {
        Self { report: Some(report), ..Self::at_once(NotificationName::Reported(id), now) }
    }

    /// Whether the law asks for this email, so that it also goes to people who unsubscribed: the statement of reasons to an author,
    /// the receipt and the decision to a reader (Regulation (EU) 2022/2065, Art. 16 and 17).
    pub const fn is_due_by_law(&self) -> bool {
        matches!(self.name, NotificationName::Withheld(_)) || self.report.is_some()
    }

    /// For reports of a review: from when the owner may get an email about them.
    pub fn owner_from(&self) -> Option<Timestamp> {
        self.since.and_then(|told_at| told_at.checked_add(REPORTED_EVERY).ok())
    }

    /// A notification to a member, due at `due_at`, about reviews that began to wait after `since`.
    pub fn to_member(member: MemberId, since: Timestamp, due_at: Timestamp, now: Timestamp) -> Self {
        let step = Step::due(Channel::Email, due_at);
        Self { step, ..Self::new(NotificationName::ToMember(member), None, Some(since), now) }
    }

    /// Claims the notification for the sender `owner`.
    pub fn claim(&mut self, owner: u64, now: Timestamp) {
        if let NotificationName::ToMember(_) = self.name {
            self.told_until = Some(seen_until(now));
        }
        if let (NotificationName::Reported(_), None) = (self.name, self.report) {
            self.since = Some(now);
        }
        self.step.claim(owner, now);
    }

    /// For a notification to a member: the time after which waiting reviews are still new to the member.
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
    use crate::message::{EVIDENCE_WAIT, ReportKind, Verdict};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn notification() -> Notification {
        let (review, request) = (ReviewId::new(7).unwrap(), RequestId::new(5).unwrap());
        Notification::new(NotificationName::Withheld(review), Some((request, 0)), None, at(0))
    }

    fn report(kind: ReportKind) -> MessageReport {
        MessageReport { step: 0, message_id: "id".to_owned(), accepted_at: at(61), kind, at: at(62) }
    }

    #[test]
    fn a_name_is_read_as_it_is_displayed() {
        let (review, webhook) = (ReviewId::new(7).unwrap(), WebhookId::new(8).unwrap());
        for name in [
            NotificationName::Withheld(review),
            NotificationName::Replied(review),
            NotificationName::WebhookDisabled(webhook),
            NotificationName::Waiting,
            NotificationName::Held,
            NotificationName::SenderLost,
            NotificationName::ShopRedacted(ShopSystem::Shopify),
            NotificationName::Connected(ShopSystem::WooCommerce),
            NotificationName::Reported(review),
            NotificationName::ShopEnd(None),
            NotificationName::ShopEnd(Some(MemberId::random([9; 6]))),
            NotificationName::ToMember(MemberId::random([9; 6])),
            NotificationName::Invitation(MemberId::random([9; 6])),
            NotificationName::Replaced(review),
            NotificationName::Link(RequestId::new(9).unwrap()),
            NotificationName::Problem(RequestId::new(9).unwrap(), 12),
        ] {
            assert_eq!(NotificationName::parse(&name.to_string()), Ok(name));
        }
        for bad in [
            "",
            "withheld",
            "withheld-",
            "withheld-0",
            "withheld-x",
            "waiting-1",
            "held-1",
            "removed-7",
            "problem-9",
            "7",
        ] {
            assert_eq!(NotificationName::parse(bad), Err(NotificationName::RULE), "{bad}");
        }
    }

    #[test]
    fn it_waits_and_then_one_sender_has_it() {
        let mut notification = notification();
        assert_eq!(notification.step.verdict(at(-1)), Verdict::Wait(at(60)));
        assert_eq!(notification.step.verdict(at(60)), Verdict::Send);
        notification.step.claim(7, at(60));
        assert_eq!(notification.step.verdict(at(61)), Verdict::Wait(at(60) + EVIDENCE_WAIT));
        notification.step.sent("id".to_owned(), at(61));
        assert_eq!((notification.step.verdict(at(90)), notification.step.owed_at()), (Verdict::Nothing, None));
    }

    #[test]
    fn without_a_report_an_unknown_outcome_is_tried_once_more() {
        let mut notification = notification();
        notification.step.claim(7, at(60));
        let lapsed = at(60) + EVIDENCE_WAIT;
        assert_eq!(notification.step.verdict(lapsed), Verdict::Send);
        notification.step.put_off(lapsed + NOTIFICATION_WAIT);
        assert_eq!(notification.step.unknown, 1, "what was put off is still unknown");
        notification.step.claim(8, lapsed);
        assert_eq!(notification.step.verdict(lapsed + EVIDENCE_WAIT), Verdict::GiveUp);
        notification.step.unconfirmed(lapsed + EVIDENCE_WAIT);
        assert_eq!(notification.step.owed_at(), None);
    }

    #[test]
    fn any_report_settles_it_and_a_copy_changes_nothing() {
        let mut pending = notification();
        assert_eq!(pending.reported(&report(ReportKind::Bounced)), None, "about a notification whose place it took");
        let mut notification = notification();
        notification.step.claim(7, at(60));
        assert_eq!(notification.reported(&report(ReportKind::Bounced)), Some((true, true)));
        assert_eq!(notification.step.sent_at(), Some(at(61)));
        assert_eq!(notification.reported(&report(ReportKind::Bounced)), None);
        assert_eq!(notification.reported(&report(ReportKind::Accepted)), None);
        assert_eq!(notification.reported(&report(ReportKind::Complained)), Some((false, true)));
    }

    #[test]
    fn a_throttled_one_is_due_again() {
        let mut notification = notification();
        notification.step.claim(7, at(60));
        notification.step.throttled(at(70));
        assert_eq!(
            (notification.step.owed_at(), notification.step.unknown, notification.step.throttled),
            (Some(at(70)), 0, 1)
        );
    }
}
