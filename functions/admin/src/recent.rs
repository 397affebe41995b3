//! The events of a shop, one by one, for an operator who watches it. Nothing in them is personal.

use app::request::why::{entry_text, held_because};
use domain::{Entry, EntryKind, Invalid, ReviewState, Subscription, Tenant, parse_time};
use edge::native::seconds;
use futures_util::future::try_join_all;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::{End, ListedReview, Reading, ReviewList, Store};

use crate::call::Call;
use crate::failure::Failure;

/// How far back a look may go.
const BACK_MAX: SignedDuration = SignedDuration::from_hours(24);
/// How late an event may become known: providers' reports have the providers' times. So a look has the events of this time
/// before it again.
const LATE_MAX: SignedDuration = SignedDuration::from_mins(10);
/// How many of the newest reviews a look reads.
const REVIEWS_READ: u32 = 50;
/// How many of the newest events to each endpoint it reads.
const DELIVERIES_READ: u32 = 20;
/// How many of the operators' newest changes it reads.
const CHANGES_READ: usize = 20;

/// A question about a shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recent {
    tenant: String,
    mode: String,
    /// RFC 3339, such as the last answer's `next`, or how far back, such as `10m`. By default now.
    since: Option<String>,
}

/// The events since then, oldest first.
#[derive(Serialize)]
pub(crate) struct RecentEvents {
    events: Vec<Event>,
    /// The `since` of the next look, which has events of this one again.
    next: String,
    /// Whether everything newer than `since` was looked at; if not, more happened than one look reads.
    complete: bool,
}

#[derive(Serialize)]
struct Event {
    at: String,
    what: String,
    /// The id of the request that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    webhook: Option<u64>,
    text: String,
}

/// The thing that an event is about.
#[derive(Clone, Copy)]
enum About {
    Request(u64),
    Review(u64),
    Webhook(u64),
    Shop,
}

/// Events with their times, in any order, and whether they are all.
type Found = (Vec<(Timestamp, Event)>, bool);

/// A look at a shop.
struct Look<'a> {
    /// The table as it was a moment ago, at half the price.
    store: &'a Store,
    tenant: &'a Tenant,
    since: Timestamp,
}

impl Recent {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<RecentEvents, Failure> {
        let since = beginning(self.since.as_deref(), call.now)?;
        let (tenant, record) = call.shop(&self.tenant, &self.mode).await?;
        let store = call.parts.store.clone().eventually_consistent();
        let look = Look { store: &store, tenant: &tenant, since };
        let (requests, reviews, webhooks, shop) =
            tokio::try_join!(look.requests(), look.reviews(), look.webhooks(&record.webhooks), look.shop())?;
        let found = [requests, reviews, webhooks, shop];
        let complete = found.iter().all(|(_, is_complete)| *is_complete);
        let mut events: Vec<_> = found.into_iter().flat_map(|(events, _)| events).collect();
        events.retain(|(at, _)| *at >= since);
        events.sort_by_key(|(at, _)| *at);
        let again = call.now.saturating_sub(LATE_MAX).unwrap_or(since);
        Ok(RecentEvents {
            events: events.into_iter().map(|(_, event)| event).collect(),
            next: seconds(whole_seconds(since.max(again))),
            complete,
        })
    }
}

/// The time from which on events are wanted.
fn beginning(since: Option<&str>, now: Timestamp) -> Result<Timestamp, Invalid> {
    const RULE: Invalid = Invalid(
        "`since` must be a time within the last 24 hours, such as 2026-11-20T06:00:00Z, or how far back, such as 10m.",
    );
    let Some(since) = since else { return Ok(whole_seconds(now)) };
    let ago = || now.checked_sub(since.parse::<SignedDuration>().ok()?).ok();
    let since = parse_time(since).or_else(ago).ok_or(RULE)?;
    let is_allowed = since <= now && now.duration_since(since) <= BACK_MAX;
    if is_allowed { Ok(whole_seconds(since)) } else { Err(RULE) }
}

/// The second in which an instant is: answers have whole seconds.
fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

impl Look<'_> {
    /// The timelines of the newest requests, and of those whose messages were settled last.
    async fn requests(&self) -> Result<Found, store::Error> {
        let recent = self.store.recent_requests(self.tenant, self.since).await?;
        let events = recent.requests.iter().flat_map(|request| {
            let about = About::Request(request.id.get());
            let entries = request.history().into_iter().filter(is_shown);
            entries.map(move |entry| event(entry.at, entry.kind.as_str(), about, entry_text(&entry, &TimeZone::UTC)))
        });
        Ok((events.collect(), recent.is_complete))
    }

    /// The newest reviews: when they were submitted, and last changed.
    async fn reviews(&self) -> Result<Found, store::Error> {
        let reading = Reading::first(End::Newest, REVIEWS_READ);
        let page = self.store.review_rows(self.tenant, &ReviewList::All, reading).await?;
        let oldest = page.rows.last().filter(|_| page.more).map(|row| row.id.minted_at());
        let events = page.rows.iter().flat_map(of_review);
        Ok((events.collect(), oldest.is_none_or(|oldest| oldest < self.since)))
    }

    /// The calls of endpoints that failed, and the endpoints that fail.
    async fn webhooks(&self, subscribed: &[Subscription]) -> Result<Found, store::Error> {
        if subscribed.is_empty() {
            return Ok((Vec::new(), true));
        }
        let newest = || Reading::first(End::Newest, DELIVERIES_READ);
        let logs = subscribed.iter().map(|one| self.store.delivery_log(self.tenant, one.webhook, newest()));
        let (logs, failing) = tokio::try_join!(try_join_all(logs), self.store.failing_webhooks(self.tenant))?;
        let mut events = Vec::new();
        for delivery in logs.into_iter().flat_map(|page| page.rows) {
            let (about, kind) = (About::Webhook(delivery.webhook.get()), delivery.event.kind.as_str());
            for attempt in delivery.attempts.iter().filter(|attempt| !attempt.succeeded()) {
                let answer = match (attempt.status_code, attempt.error.as_deref()) {
                    (Some(status), _) => format!("answered {status}"),
                    (None, Some(error)) => format!("did not answer ({error})"),
                    (None, None) => "did not answer".to_owned(),
                };
                let text = format!("The endpoint {answer} when it was called about `{kind}`.");
                events.push(event(attempt.at, "webhook_failed", about, text));
            }
        }
        let fails = "The endpoint has failed since then: one event a minute is tried, and the others wait.";
        let fails = failing
            .into_iter()
            .map(|(webhook, since)| event(since, "webhook_failing", About::Webhook(webhook.get()), fails.to_owned()));
        events.extend(fails);
        Ok((events, true))
    }

    /// The changes that operators made, and the hold on the shop's emails.
    async fn shop(&self) -> Result<Found, store::Error> {
        let changes = self.store.audit_log(Some(self.tenant), None, CHANGES_READ);
        let (changes, hold) = tokio::try_join!(changes, self.store.hold(self.tenant))?;
        let of_change = |change: &store::AuditEntry| {
            let by = change.by.as_deref().unwrap_or("An unknown operator");
            event(change.at, "operator", About::Shop, format!("{by} ran `{}`.", change.what))
        };
        let mut events: Vec<_> = changes.rows.iter().map(|(_, change)| of_change(change)).collect();
        if let Some(hold) = hold {
            let text = format!("The shop's emails are held, because {}.", held_because(hold.reason));
            events.push(event(hold.since, "shop_held", About::Shop, text));
        }
        Ok((events, true))
    }
}

fn event(at: Timestamp, what: &str, about: About, text: String) -> (Timestamp, Event) {
    let mut event = Event {
        at: seconds(whole_seconds(at)),
        what: what.to_owned(),
        request: None,
        review: None,
        webhook: None,
        text,
    };
    match about {
        About::Request(id) => event.request = Some(id),
        About::Review(id) => event.review = Some(id),
        About::Webhook(id) => event.webhook = Some(id),
        About::Shop => {}
    }
    (at, event)
}

/// Whether an entry of a timeline is an event of its own: what follows a claim says more, and reviews have their own events.
const fn is_shown(entry: &Entry) -> bool {
    !matches!(entry.kind, EntryKind::Claimed | EntryKind::Reviewed | EntryKind::ReviewEdited)
}

/// The events of a review. Its row has the time of its last change alone.
fn of_review(row: &ListedReview) -> Vec<(Timestamp, Event)> {
    let about = About::Review(row.id.get());
    let (submitted_at, stars) = (row.id.minted_at(), row.rating.stars());
    let submitted = format!("A review was submitted: {stars} of 5 stars.");
    let mut events = vec![event(submitted_at, "review_submitted", about, submitted)];
    if row.updated_at > submitted_at {
        let text = format!("The review changed; it {}.", standing(row.state));
        events.push(event(row.updated_at, "review_changed", about, text));
    } else if row.state == ReviewState::Published {
        events.push(event(submitted_at, "review_published", about, "The review is published.".to_owned()));
    }
    events
}

/// The state of a review, as the end of a sentence.
const fn standing(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "waits for the shop's decision",
        ReviewState::Published => "is published",
        ReviewState::Withheld => "is withheld",
        // No list has their rows.
        ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => "has ended",
    }
}
