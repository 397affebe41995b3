//! The parameters that select a list's page, and its `pagination`.

use app::idempotency::Reply;
use domain::review::Review;
use domain::values::Invalid;
use edge::beacon::{CustomersById, MessageRow, ReviewRow};
use edge::body::Fields;
use serde::Serialize;
use store::message::CustomerMessage;
use utoipa::{IntoParams, ToSchema};

use crate::error::Failure;
use crate::use_cases::{NumberedPage, PageAsked};

const PER_PAGE: u32 = 50;
const PER_PAGE_MAX: u32 = 100;
const PAGE_MAX: u64 = 1_000_000_000;

/// The parameters that select a page, in OpenAPI.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only OpenAPI's description is made of it")]
pub(crate) struct PageParams {
    /// The page's number, from 1; 1 if omitted.
    #[param(minimum = 1, maximum = 1000000000)]
    page: Option<u64>,
    /// Rows on a page; 50 if omitted.
    #[param(minimum = 1, maximum = 100)]
    per_page: Option<u32>,
    /// Part of the URLs in `pagination`. Follow these URLs unchanged.
    after: Option<String>,
}

/// Reads `?page=&per_page=&after=`.
pub(crate) fn parse(query: Option<&str>) -> Result<PageAsked, Failure> {
    let fields = Fields::of_query(query);
    let number = |name, default: u64, max: u64| match fields.find(name) {
        None => Some(default),
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().ok().filter(|number| (1..=max).contains(number))
        }
        Some(_) => None,
    };
    let page = number("page", 1, PAGE_MAX);
    let per_page = number("per_page", PER_PAGE.into(), PER_PAGE_MAX.into()).and_then(|rows| u32::try_from(rows).ok());
    match (page, per_page) {
        (Some(page), Some(per_page)) => {
            Ok(PageAsked { page, per_page, after: fields.find("after").map(str::to_owned) })
        }
        (page, per_page) => {
            let page = page.is_none().then_some(("page", Invalid("`page` must be a whole number from 1.")));
            let rows =
                per_page.is_none().then_some(("per_page", Invalid("`per_page` must be a whole number from 1 to 100.")));
            Err(Failure::Fields(page.into_iter().chain(rows).collect()))
        }
    }
}

/// The page's place in the list. Follow the URLs unchanged: with their `after`, every page is as fast as the first.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconPagination)]
pub(super) struct Pagination {
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
    /// The number of the page's first row, from 1; `null` if the page is empty.
    #[schema(required)]
    from: Option<u64>,
    /// The number of the page's last row; `null` if the page is empty.
    #[schema(required)]
    to: Option<u64>,
    /// Rows on all pages.
    total: u64,
    per_page: u32,
    last_page: u64,
}

impl Pagination {
    pub(super) fn new<T>(page: NumberedPage<T>, path: String) -> (Vec<T>, Self) {
        let NumberedPage { rows, page: current_page, per_page, from, to, total, last_page, next, prev } = page;
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
#[schema(as = BeaconMessagesPage)]
pub(crate) struct MessagesPage {
    /// Always `true`.
    success: bool,
    data: Vec<MessageRow>,
    pagination: Pagination,
}

/// A messages of messages with their customers; `path` is the list's URL.
pub(crate) fn messages(
    messages: NumberedPage<CustomerMessage>,
    customers: &CustomersById,
    path: String,
) -> Result<Reply, app::error::Error> {
    let (messages, pagination) = Pagination::new(messages, path);
    let data = messages.into_iter().map(|message| MessageRow::new(message, customers)).collect();
    Reply::json(200, &MessagesPage { success: true, data, pagination })
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewsPage)]
pub(crate) struct ReviewsPage<'a> {
    /// Always `true`.
    success: bool,
    data: Vec<ReviewRow<'a>>,
    pagination: Pagination,
}

/// A reviews of reviews; `path` is the list's URL.
pub(crate) fn reviews(reviews: NumberedPage<Review>, path: String) -> Result<Reply, app::error::Error> {
    let (reviews, pagination) = Pagination::new(reviews, path);
    Reply::json(200, &ReviewsPage { success: true, data: reviews.iter().map(ReviewRow::new).collect(), pagination })
}
