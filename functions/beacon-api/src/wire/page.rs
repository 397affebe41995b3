//! The parameters that select a list's page, and its `pagination`.

use app::idempotency::Reply;
use domain::review::Review;
use domain::values::Invalid;
use edge::beacon::{CustomersById, MessageRow, ReviewRow};
use edge::body::Fields;
use edge::shown::Url;
use store::message::CustomerMessage;
use utoipa::IntoParams;

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

/// A list's URL and the place of one of its pages.
pub(super) struct Place {
    path: String,
    page: NumberedPage<()>,
}

impl Place {
    fn url(&self, page: u64, after: Option<&str>) -> String {
        let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
        format!("{}?page={page}&per_page={}{after}", self.path, self.page.per_page)
    }
}

edge::shown! {
    /// The page's place in the list. Follow the URLs unchanged: with their `after`, every page is as fast as the first.
    pub(super) struct Pagination as BeaconPagination (at: &Place) {
        current_page: u64 = at.page.page;
        /// The list's URL.
        path: Url = &*at.path;
        first_page_url: Url = at.url(1, None);
        last_page_url: Url = at.url(at.page.last_page, None);
        prev_page_url: Option<Url> =
            (at.page.page > 1).then(|| at.url(at.page.page - 1, at.page.prev.as_deref()));
        next_page_url: Option<Url> = at.page.next.as_ref().map(|after| at.url(at.page.page + 1, Some(after)));
        /// The number of the page's first row, from 1; `null` if the page is empty.
        from: Option<u64> = at.page.from;
        /// The number of the page's last row; `null` if the page is empty.
        to: Option<u64> = at.page.to;
        /// Rows on all pages.
        total: u64 = at.page.total;
        per_page: u32 = at.page.per_page;
        last_page: u64 = at.page.last_page;
    }

    pub(crate) struct MessagesPage as BeaconMessagesPage ((rows, pagination): (Vec<MessageRow>, Pagination)) {
        /// Always `true`.
        success: bool = true;
        data: Vec<MessageRow> = rows;
        pagination: Pagination = pagination;
    }

    pub(crate) struct ReviewsPage as BeaconReviewsPage ((reviews, pagination): (Vec<Review>, Pagination)) {
        /// Always `true`.
        success: bool = true;
        data: Vec<ReviewRow> = &reviews;
        pagination: Pagination = pagination;
    }
}

impl Pagination {
    /// The rows of a page, and its place in the list at `path`.
    pub(super) fn of_page<T>(page: NumberedPage<T>, path: String) -> (Vec<T>, Self) {
        let NumberedPage { rows, page, per_page, from, to, total, last_page, next, prev } = page;
        let page = NumberedPage { rows: Vec::new(), page, per_page, from, to, total, last_page, next, prev };
        (rows, Self::new(&Place { path, page }))
    }
}

/// A page of messages with their customers; `path` is the list's URL.
pub(crate) fn messages(
    messages: NumberedPage<CustomerMessage>,
    customers: &CustomersById,
    path: String,
) -> Result<Reply, app::error::Error> {
    let (messages, pagination) = Pagination::of_page(messages, path);
    let rows = messages.iter().map(|message| MessageRow::of_message(message, customers)).collect();
    Reply::json(200, &MessagesPage::new((rows, pagination)))
}

/// A page of reviews; `path` is the list's URL.
pub(crate) fn reviews(reviews: NumberedPage<Review>, path: String) -> Result<Reply, app::error::Error> {
    Reply::json(200, &ReviewsPage::new(Pagination::of_page(reviews, path)))
}
