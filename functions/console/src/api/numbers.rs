//! `GET /api/v1/numbers`: the outcomes of the shop's requests and reviews, as on the page *Numbers*.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::message::Cause;
use domain::request::{Compared, Counter, Responses, ReviewedBy, reviewed_by_day};
use domain::review::{DecisionHours, Rating, ReviewState};
use domain::shop::{MailCounts, SES_BOUNCES, SES_COMPLAINTS};
use domain::values::{Channel, Dialect, SCOPE_READ};
use edge::native::Failure;
use edge::openapi::words;
use edge::respond::json;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use store::message::failures::Failures;
use store::request::counters::Counts;
use store::review::moderation_counters::ModerationCounts;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::parts::Parts;
use crate::use_cases::{Numbers, Period};

/// Outcomes of the requests of the last 28 days, and counts of all reviews
///
/// Each request counts on the UTC day on which it was created, even if it was sent, opened or reviewed later. The
/// numbers are exact at any time.
#[utoipa::path(
    get, path = "/api/v1/numbers", operation_id = "getNumbers",
    security(("key" = [SCOPE_READ])),
    responses((status = 200, body = NumbersBody, description = "The numbers.")),
)]
pub(crate) async fn show(State(parts): State<Arc<Parts>>, headers: HeaderMap) -> Result<Response, Failure> {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let (store, tenant) = (&parts.console.store, &call.caller.tenant);
    let numbers = Numbers::read(store, tenant, Period::FourWeeks, call.now).await?;
    let reviews = store.moderation_counts(tenant).await.map_err(app::error::Error::from)?;
    Ok(json(StatusCode::OK, &NumbersBody::new(&numbers, &reviews))?)
}

#[derive(Serialize, ToSchema)]
#[schema(as = Numbers)]
pub(crate) struct NumbersBody {
    /// The first of the 28 days.
    #[schema(format = Date)]
    pub from: String,
    /// The last of the 28 days, which is today.
    #[schema(format = Date)]
    pub to: String,
    pub requests: FunnelBody,
    /// `requests` by the API that created them.
    pub by_dialect: Vec<DialectBody>,
    /// `requests` by the channel of the first message. Requests that were reviewed before the first message are left
    /// out.
    pub by_channel: Vec<ChannelBody>,
    /// `requests` for each of the days.
    pub by_day: Vec<DayBody>,
    /// Messages that failed or came back on these days, by cause, most frequent first.
    pub not_sent: Vec<NotSentBody>,
    pub emails: EmailsBody,
    /// All reviews, imported ones included, by stars from one to five. Reviews by people who work for the shop do not count.
    pub stars: Vec<StarsBody>,
    /// How soon the requests of the last 90 days, until the end of yesterday (UTC), were reviewed.
    pub responses: ResponsesBody,
}

/// Requests by how far they came.
#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfRequests)]
pub(crate) struct FunnelBody {
    /// Requests created.
    pub created: u64,
    /// Requests with at least one sent message.
    pub sent: u64,
    /// Requests whose link was opened.
    pub opened: u64,
    /// Requests on whose page a person did something.
    pub engaged: u64,
    /// Requests with at least one review.
    pub completed: u64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfDay)]
pub(crate) struct DayBody {
    /// The UTC day.
    #[schema(format = Date)]
    pub day: String,
    #[serde(flatten)]
    pub requests: FunnelBody,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersNotSent)]
pub(crate) struct NotSentBody {
    /// The rule that stopped the message, or what the provider reported.
    #[schema(schema_with = causes)]
    pub cause: &'static str,
    /// Messages with this cause.
    #[schema(minimum = 1)]
    pub count: u64,
    /// One of the last requests with this cause; `null` if none is stored.
    #[schema(required)]
    pub request_id: Option<u64>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfDialect)]
pub(crate) struct DialectBody {
    /// The API.
    #[schema(schema_with = dialects)]
    pub dialect: &'static str,
    #[serde(flatten)]
    pub requests: FunnelBody,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfChannel)]
pub(crate) struct ChannelBody {
    /// The channel of the first message.
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    /// Requests with at least one sent message.
    pub sent: u64,
    /// Requests whose link was opened after the message.
    pub opened: u64,
    /// Requests on whose page a person did something after the message.
    pub engaged: u64,
    /// Requests with at least one review.
    pub completed: u64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfResponses)]
pub(crate) struct ResponsesBody {
    /// By the number of days since the first message. The list ends when fewer than ten requests are left without a
    /// review.
    pub by_day: Vec<ReviewedBody>,
    /// How many messages led to a review within 14 days, by the number of days between the request and the first
    /// message. Messages from the last 14 days are left out.
    pub by_delay: Vec<DelayBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersReviewed)]
pub(crate) struct ReviewedBody {
    /// Days since the first message.
    pub day: usize,
    /// Requests whose first message is at least this many days old, and which had no review when the day began.
    pub at_risk: u64,
    /// How many of these requests were reviewed on this day.
    pub reviewed: u64,
    /// The share of all requests, from 0 to 1, that is reviewed by the end of this day. It is estimated as by Kaplan
    /// and Meier, so that requests that are not yet this old also count.
    #[schema(minimum = 0, maximum = 1)]
    pub part: f64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfDelay)]
pub(crate) struct DelayBody {
    /// The number of days between the request and its first message.
    #[schema(maximum = 90)]
    pub days: u16,
    /// How many first messages were sent after that many days.
    pub sent: u64,
    /// How many of these messages led to a review within 14 days.
    pub reviewed: u64,
    /// The share that led to a review; `null` for fewer than 30 messages.
    #[schema(required)]
    pub part: Option<PartBody>,
}

/// A share, from 0 to 1, with Wilson's 95 % interval.
#[derive(Serialize, ToSchema)]
#[schema(as = NumbersPart)]
pub(crate) struct PartBody {
    pub low: f64,
    pub part: f64,
    pub high: f64,
}

/// The last 1,000 emails, and the rates at which SES reviews an account.
#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfEmails)]
pub(crate) struct EmailsBody {
    /// Emails that were sent, at most 1,000.
    pub sent: u32,
    /// Hard bounces.
    pub bounced: u32,
    /// Emails that were marked as spam.
    pub complained: u32,
    /// The share of bounces, from 0 to 1, at which SES reviews an account.
    pub bounces_reviewed_at: f64,
    /// The share of complaints, from 0 to 1, at which SES reviews an account.
    pub complaints_reviewed_at: f64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfStars)]
pub(crate) struct StarsBody {
    /// The stars of the rating.
    #[schema(minimum = 1, maximum = 5)]
    pub stars: u8,
    /// All submitted reviews, also those that were withheld or removed later.
    pub submitted: u64,
    /// Public reviews.
    pub published: u64,
    /// The hours within which half of the first decisions were made; `null` before the first decision.
    #[schema(required)]
    pub median_hours: Option<u16>,
    /// First decisions by the hours that they took.
    pub decided: Vec<DecidedBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersDecided)]
pub(crate) struct DecidedBody {
    /// The upper bound of the step in hours. The lower bound is the upper bound of the previous step. The last step,
    /// 8,760, has no upper bound.
    pub hours: u16,
    /// How many first decisions took this long.
    pub count: u64,
}

fn causes() -> Object {
    words(Cause::WORDS)
}

fn dialects() -> Object {
    words(Dialect::WORDS)
}

fn channels() -> Object {
    words(Channel::WORDS)
}

impl NumbersBody {
    pub(crate) fn new(numbers: &Numbers, reviews: &ModerationCounts) -> Self {
        let Numbers { days: [first, last], requests, long, failures, mails, .. } = numbers;
        let none = Counts::default();
        let day = |day: Date| {
            let counts = long.by_day.get(&day).unwrap_or(&none);
            DayBody { day: day.to_string(), requests: FunnelBody::new(|counter| counts.of(counter)) }
        };
        let of_dialect = |dialect: Dialect| DialectBody {
            dialect: dialect.as_str(),
            requests: FunnelBody::new(|counter| requests.of_dialect(dialect, counter)),
        };
        Self {
            from: first.to_string(),
            to: last.to_string(),
            requests: FunnelBody::new(|counter| requests.of(counter)),
            by_dialect: Dialect::ALL.map(of_dialect).into(),
            by_channel: Channel::ALL.map(|channel| ChannelBody::new(requests, channel)).into(),
            by_day: first.series(1.day()).take_while(|day| day <= last).map(day).collect(),
            not_sent: not_sent(failures),
            emails: EmailsBody::new(mails.counts()),
            stars: Rating::ALL.map(|rating| StarsBody::new(reviews, rating)).into(),
            responses: ResponsesBody::new(&long.responses, *last),
        }
    }
}

impl FunnelBody {
    fn new(of: impl Fn(Counter) -> u64) -> Self {
        Self {
            created: of(Counter::Created),
            sent: of(Counter::Sent),
            opened: of(Counter::Opened),
            engaged: of(Counter::Engaged),
            completed: of(Counter::Completed),
        }
    }
}

impl ChannelBody {
    fn new(counts: &Counts, channel: Channel) -> Self {
        let of = |counter| counts.of_channel(channel, counter);
        Self {
            channel: channel.as_str(),
            sent: of(Counter::Sent),
            opened: of(Counter::Opened),
            engaged: of(Counter::Engaged),
            completed: of(Counter::Completed),
        }
    }
}

impl ResponsesBody {
    fn new(responses: &BTreeMap<(Date, u16), Responses>, today: Date) -> Self {
        let mut compared = BTreeMap::<u16, Compared>::new();
        let mut groups = Vec::new();
        for ((sent, after), group) in responses {
            // Messages that were sent today have not been observed for a whole day yet.
            let Ok(last) = u16::try_from((today - *sent).get_days() - 1) else { continue };
            compared.entry(*after).or_default().add(last, group);
            groups.push((last, group));
        }
        Self {
            by_day: reviewed_by_day(&groups).iter().enumerate().map(ReviewedBody::new).collect(),
            by_delay: compared.into_iter().filter(|(_, of)| of.sent > 0).map(DelayBody::new).collect(),
        }
    }
}

impl ReviewedBody {
    fn new((day, &ReviewedBy { at_risk, reviewed, part }): (usize, &ReviewedBy)) -> Self {
        Self { day, at_risk, reviewed, part: thousandths(part) }
    }
}

impl DelayBody {
    fn new((days, of): (u16, Compared)) -> Self {
        let part = of.part().map(|parts| parts.map(thousandths)).map(|[low, part, high]| PartBody { low, part, high });
        Self { days, sent: of.sent, reviewed: of.reviewed, part }
    }
}

fn thousandths(part: f64) -> f64 {
    (part * 1_000.0).round() / 1_000.0
}

fn not_sent(failures: &BTreeMap<Cause, Failures>) -> Vec<NotSentBody> {
    let row = |(cause, failed): (&Cause, &Failures)| NotSentBody {
        cause: cause.as_str(),
        count: failed.count,
        request_id: failed.requests.first().map(|id| id.get()),
    };
    let mut rows: Vec<_> = failures.iter().filter(|(_, failed)| failed.count > 0).map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

impl EmailsBody {
    fn new(MailCounts { sent, bounced, complained }: MailCounts) -> Self {
        Self { sent, bounced, complained, bounces_reviewed_at: SES_BOUNCES, complaints_reviewed_at: SES_COMPLAINTS }
    }
}

impl StarsBody {
    fn new(reviews: &ModerationCounts, rating: Rating) -> Self {
        let live = reviews.live.total(|kind| kind.rating == rating);
        let ended = ReviewState::ALL.into_iter().filter(|state| state.is_final());
        let decided = reviews.decided(rating);
        Self {
            stars: rating.stars(),
            submitted: live + ended.map(|state| reviews.ended(state, rating)).sum::<u64>(),
            published: reviews.live.published_with(rating),
            median_hours: DecisionHours::median(&decided).map(DecisionHours::get),
            decided: decided
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(hours, count)| DecidedBody { hours: hours.get(), count })
                .collect(),
        }
    }
}
