//! Lists: the eleven keys of a page, and what is on it.

use app::requests::Reply;
use app::{PageAsked, PageOf};
use domain::{Channel, Customer, DisplayName, Guid, Invalid, ProductId, Review, Step, StepState};
use edge::Fields;
use edge::openapi::words;
use jiff::Timestamp;
use serde::Serialize;
use store::{CustomerMessage, CustomerReview};
use utoipa::ToSchema;
use utoipa::openapi::Object as Schema;

use super::answer;
use super::customers::CustomerData;
use crate::error::Failure;

/// How many rows a page shows unless it is told.
const PER_PAGE: u32 = 50;
/// The most rows of a page.
const PER_PAGE_MAX: u32 = 100;
/// The last page's number, whatever the list.
const PAGE_MAX: u64 = 1_000_000_000;

/// Reads `?page=&per_page=&after=`.
pub(crate) fn page_asked(query: &str) -> Result<PageAsked, Failure> {
    let fields = Fields::of_query(Some(query));
    let number = |name, default: u64, most: u64| match fields.find(name) {
        None => Some(default),
        Some(text) if text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok().filter(|number| (1..=most).contains(number))
        }
        Some(_) => None,
    };
    let mut wrong = Vec::new();
    let page = number("page", 1, PAGE_MAX).unwrap_or_else(|| {
        wrong.push(("page", Invalid("Pages are counted from 1, in whole numbers.")));
        1
    });
    let per_page = number("per_page", PER_PAGE.into(), PER_PAGE_MAX.into());
    let per_page = per_page.and_then(|number| u32::try_from(number).ok()).unwrap_or_else(|| {
        wrong.push(("per_page", Invalid("A page shows 1 to 100.")));
        PER_PAGE
    });
    if !wrong.is_empty() {
        return Err(Failure::Fields(wrong));
    }
    Ok(PageAsked { page, per_page, after: fields.find("after").map(str::to_owned) })
}

/// Where a list's page stands. Its URLs are to be followed as they are: their `after` makes a
/// page deep in a list as quick as the first.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconPagination)]
struct Pagination {
    current_page: u64,
    /// The list's URL.
    #[schema(format = "uri")]
    path: String,
    #[schema(format = "uri")]
    first_page_url: String,
    #[schema(format = "uri")]
    last_page_url: String,
    #[schema(required, format = "uri")]
    prev_page_url: Option<String>,
    #[schema(required, format = "uri")]
    next_page_url: Option<String>,
    /// The number of the page's first row, from 1.
    #[schema(required)]
    from: Option<u64>,
    /// The number of the page's last row.
    #[schema(required)]
    to: Option<u64>,
    /// How many rows all pages have.
    total: u64,
    per_page: u32,
    last_page: u64,
}

impl Pagination {
    fn new<T>(page: PageOf<T>, path: String) -> (Vec<T>, Self) {
        let PageOf { rows, page: current_page, per_page, from, to, total, last_page, next, prev } = page;
        let url = |page: u64, after: Option<&str>| {
            let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
            format!("{path}?page={page}&per_page={per_page}{after}")
        };
        let pagination = Self {
            current_page,
            first_page_url: url(1, None),
            last_page_url: url(last_page, None),
            prev_page_url: (current_page > 1).then(|| url(current_page - 1, prev.as_deref())),
            next_page_url: next.map(|after| url(current_page + 1, Some(&after))),
            from,
            to,
            total,
            per_page,
            last_page,
            path,
        };
        (rows, pagination)
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCustomersPage)]
pub(crate) struct CustomersPage<'a> {
    data: Vec<CustomerData<'a>>,
    pagination: Pagination,
}

/// The answer that shows customers; `path` is the list's URL.
pub(crate) fn customers_page(page: PageOf<Customer>, path: String) -> Reply {
    let (customers, pagination) = Pagination::new(page, path);
    answer(&CustomersPage { data: customers.iter().map(CustomerData::new).collect(), pagination })
}

/// A message to a customer, through whichever API it was asked for.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessage)]
struct MessageData {
    #[schema(format = "uuid")]
    id: String,
    /// The ask, or another API's request, that it is of.
    #[schema(format = "uuid")]
    ask_id: String,
    #[schema(schema_with = channels)]
    channel: &'static str,
    #[schema(schema_with = message_statuses)]
    status: &'static str,
    /// Why it was not sent.
    #[schema(required)]
    failed_reason: Option<String>,
    /// When it was due, in Unix seconds.
    scheduled_at: i64,
    /// When it was dealt with, in Unix seconds.
    #[schema(required)]
    processed_at: Option<i64>,
    /// When its provider took it, in Unix seconds.
    #[schema(required)]
    sent_at: Option<i64>,
    /// When it arrived, in Unix seconds, as far as the provider tells.
    #[schema(required)]
    delivered_at: Option<i64>,
}

fn channels() -> Schema {
    words(Channel::ALL.map(Channel::as_str))
}

fn message_statuses() -> Schema {
    words(["scheduled", "sending", "sent", "failed", "skipped", "unconfirmed"])
}

impl MessageData {
    fn new(message: CustomerMessage) -> Self {
        let CustomerMessage { request, number, step } = message;
        let Step { channel, reminder: _, due_at, state, throttled: _, unknown: _ } = step;
        let (status, failed_reason, processed_at, sent_at) = match state {
            StepState::Pending => ("scheduled", None, None, None),
            StepState::Submitting { owner: _, since } => ("sending", None, Some(since), None),
            StepState::Sent { at, message_id: _ } => ("sent", None, Some(at), Some(at)),
            StepState::Failed { at, reason } => ("failed", Some(reason), Some(at), None),
            StepState::Skipped { at, reason } => ("skipped", Some(reason.as_str().to_owned()), Some(at), None),
            StepState::Unconfirmed { at } => ("unconfirmed", None, Some(at), None),
        };
        Self {
            id: Guid::message(request, number).to_string(),
            ask_id: request.guid().to_string(),
            channel: channel.as_str(),
            status,
            failed_reason,
            scheduled_at: due_at.as_second(),
            processed_at: processed_at.map(Timestamp::as_second),
            sent_at: sent_at.map(Timestamp::as_second),
            // Nobody reports deliveries yet.
            delivered_at: None,
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconMessagesPage)]
pub(crate) struct MessagesPage {
    data: Vec<MessageData>,
    pagination: Pagination,
}

/// The answer that shows a customer's messages.
pub(crate) fn messages_page(page: PageOf<CustomerMessage>, path: String) -> Reply {
    let (messages, pagination) = Pagination::new(page, path);
    answer(&MessagesPage { data: messages.into_iter().map(MessageData::new).collect(), pagination })
}

/// A customer's review.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReview)]
struct ReviewData<'a> {
    #[schema(format = "uuid")]
    id: String,
    /// The ask, or another API's request, that it answers.
    #[schema(format = "uuid")]
    ask_id: String,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    text: &'a str,
    /// The name to show; null is anonymous.
    #[schema(required)]
    display_name: Option<&'a str>,
    /// The product that it is about; null is the business itself.
    #[schema(required)]
    item: Option<&'a str>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

impl<'a> ReviewData<'a> {
    fn new(review: &'a CustomerReview) -> Self {
        let CustomerReview { request, product, review } = review;
        let Review { item, rating, text, display_name, created_at, updated_at } = review;
        Self {
            id: Guid::review(*request, *item).to_string(),
            ask_id: request.guid().to_string(),
            rating: rating.stars(),
            text: text.as_str(),
            display_name: display_name.as_ref().map(DisplayName::as_str),
            item: product.as_ref().map(ProductId::as_str),
            created_at: created_at.as_second(),
            updated_at: updated_at.as_second(),
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewsPage)]
pub(crate) struct ReviewsPage<'a> {
    data: Vec<ReviewData<'a>>,
    pagination: Pagination,
}

/// The answer that shows a customer's reviews.
pub(crate) fn reviews_page(page: PageOf<CustomerReview>, path: String) -> Reply {
    let (reviews, pagination) = Pagination::new(page, path);
    answer(&ReviewsPage { data: reviews.iter().map(ReviewData::new).collect(), pagination })
}
