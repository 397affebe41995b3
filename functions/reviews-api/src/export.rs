//! `GET /api/v1/reviews.csv` and `/api/v1/reviews.jsonl`.

use app::review::{ExportPage, ShownReview};
use axum::extract::RawQuery;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::values::{ReviewId, SCOPE_REVIEWS_READ};
use edge::csv;
use edge::native::{Failure, Served};
use edge::respond::{attachment, linked};
use edge::review::{csv_head, csv_row, json_line};

use crate::wire::{ExportQuery, FilterParams};
use crate::{Parts, SharedParts};

/// All reviews as CSV
///
/// Oldest first, in pages of 5,000 reviews, or fewer if the texts are long. Follow the `Link` header for the next page.
/// The file is UTF-8, its lines end in CR LF, and each page begins with the headings. A cell that a spreadsheet would
/// read as a formula begins with an apostrophe. The audit log records once a day which key calls.
#[utoipa::path(
    get, path = "/api/v1/reviews.csv", operation_id = "exportReviewsCsv",
    security(("key" = [SCOPE_REVIEWS_READ])),
    params(
        FilterParams,
        ("cursor" = Option<String>, Query, pattern = "^[1-9][0-9]{0,15}$", description = "Part of the `Link` to the next page; follow it unchanged."),
        ("bom" = Option<String>, Query, pattern = "^[01]$", description = "`1`: each page begins with a byte order mark, without which Excel does not read UTF-8. Default: `0`."),
    ),
    responses(
        (status = 200, body = String, content_type = "text/csv", description = "A page. Its `Link` leads to the next page."),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn csv(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let head = |is_marked| Ok(if is_marked { format!("{}{}", csv::MARK, csv_head()?) } else { csv_head()? });
    let page = page(&parts, &headers, query.as_deref(), head, csv_row).await?;
    Ok(answer("reviews.csv", csv::TYPE, query.as_deref(), page))
}

/// All reviews as JSON Lines
///
/// Each line is a review as in `GET /api/v1/reviews`. The pages are those of `/api/v1/reviews.csv`.
#[utoipa::path(
    get, path = "/api/v1/reviews.jsonl", operation_id = "exportReviewsJsonLines",
    security(("key" = [SCOPE_REVIEWS_READ])),
    params(
        FilterParams,
        ("cursor" = Option<String>, Query, pattern = "^[1-9][0-9]{0,15}$", description = "Part of the `Link` to the next page; follow it unchanged."),
    ),
    responses(
        (status = 200, body = String, content_type = "application/x-ndjson", description = "A page. Its `Link` leads to the next page."),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn json_lines(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let page = page(&parts, &headers, query.as_deref(), |_| Ok(String::new()), |shown, _| json_line(shown)).await?;
    Ok(answer("reviews.jsonl", "application/x-ndjson; charset=utf-8", query.as_deref(), page))
}

async fn page(
    parts: &Parts,
    headers: &HeaderMap,
    query: Option<&str>,
    head: impl Fn(bool) -> Result<String, app::error::Error>,
    write: impl Fn(&ShownReview, Option<&str>) -> Result<String, app::error::Error>,
) -> Result<ExportPage, Failure> {
    let call = parts.calls.bare(headers, SCOPE_REVIEWS_READ).await?;
    let ExportQuery { filter, after, is_marked } = ExportQuery::parse(query.unwrap_or_default())?;
    // With each page, because a program may begin anywhere; one entry a day stays.
    let (store, caller) = (&parts.reviews.store, &call.caller);
    caller.record_download(store, "take_reviews", caller.tenant.id.as_str(), call.now).await?;
    Ok(app::review::export(&parts.reviews, &call.caller, &filter, after, &parts.clock, head(is_marked)?, write).await?)
}

fn answer(file: &str, content_type: &'static str, query: Option<&str>, page: ExportPage) -> Response {
    let next = page.next.map(|next| next_page(file, query, next));
    linked(attachment(file, content_type, page.body), next)
}

pub(crate) fn next_page(file: &str, query: Option<&str>, next: ReviewId) -> String {
    let same = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let same = same.filter(|(name, _)| name != "cursor" && name != "offset");
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(same)
        .append_pair("cursor", &next.to_string())
        .finish();
    format!("/api/v1/{file}?{query}")
}
