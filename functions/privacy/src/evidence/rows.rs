//! The rows of the evidence: ids, words of ours and times. Whatever a person wrote, and every address, stays out.

use app::error::Error;
use domain::review::{
    LedgerEntry, Origin, ReaderReport, ReportOutcome, Review, ReviewFields, ReviewState, WithholdReason,
    report_outcomes,
};
use domain::values::{Guid, RequestId, ReviewId, Tenant};
use edge::csv;
use edge::native::seconds;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde_json::{Map, Value};
use store::request::listed::RequestList;
use store::review::list_pages::ReviewList;
use store::shop::audit::AuditEntry;
use store::table::{End, ListKey, Page, Reading, Store};
use vault::TenantKeys;

use crate::work::AT_ONCE;

/// How many reviews, requests or entries are read at a time.
const PAGE: u32 = 100;
/// The operations in the audit log that are about reviews. Decisions about single reviews are in the reviews' histories.
const ABOUT_REVIEWS: [&str; 9] = [
    "import_reviews",
    "undo_import",
    "publish_import",
    "withhold_import",
    "undo_import_decision",
    "answer_import_products",
    "take_reviews",
    "make_evidence",
    "take_evidence",
];
const CHANGE_SETTINGS: &str = "change_settings";
/// The settings that are about reviews.
const SETTINGS: [&str; 4] = ["moderation", "public_display", "incentives", "keep_months"];
/// The beginning of an operator's name in the log, which may be a person's.
const OPERATOR: &str = "arn:";

pub(super) struct Source<'a> {
    pub store: &'a Store,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
}

pub(super) fn head(file: &str) -> Result<String, Error> {
    let columns = match file {
        "decisions" => &["review_id", "at", "what", "by", "by_id", "reason", "rule", "revision"][..],
        "reports" => &["review_id", "at", "reason", "outcome", "outcome_at", "outcome_reason"],
        "audit" => &["at", "what", "by", "target", "before", "after"],
        _ => &[
            "review_id",
            "written_at",
            "arrived_at",
            "published_at",
            "state",
            "origin",
            "platform",
            "import_id",
            "verification",
            "incentivized",
            "works_for_shop",
        ],
    };
    csv::line(columns.iter().copied())
}

/// The rows of a file from a page of a list, and the place after which the next page begins; `None` at the end.
pub(super) async fn page(
    source: &Source<'_>,
    file: &str,
    list: &str,
    after: Option<&str>,
) -> Result<(String, Option<String>), Error> {
    if list == "log" {
        return log_page(source, after).await;
    }
    let after = after.and_then(|place| place.parse().ok());
    let (reviews, next) = match list {
        "ended" => ended_page(source, after.and_then(RequestId::new)).await?,
        _ => reviews_page(source, after.and_then(ReviewId::new)).await?,
    };
    let rows: Vec<_> = reviews.iter().map(|review| rows_of(source, file, review)).collect();
    let rows: Vec<String> = stream::iter(rows).buffered(AT_ONCE).try_collect().await?;
    Ok((rows.concat(), next.map(|place| place.to_string())))
}

async fn rows_of(source: &Source<'_>, file: &str, review: &Review) -> Result<String, Error> {
    let Source { store, tenant, keys } = source;
    let ledger = async || match review.first_lines() {
        Some(first) => Ok(first),
        None => store.ledger(tenant, review.id, keys).await,
    };
    match file {
        "decisions" => ledger().await?.iter().map(|entry| decision(review.id, entry)).collect(),
        "reports" => {
            let reports = store.reader_reports(tenant, review.id, keys).await?;
            if reports.is_empty() {
                return Ok(String::new());
            }
            let outcomes = report_outcomes(&ledger().await?, &store.kept(tenant, review.id, keys).await?);
            reports.iter().map(|(_, reported)| report(review, reported, &outcomes)).collect()
        }
        "incentives" if !review.incentivized => Ok(String::new()),
        "insiders" if !review.works_for_shop => Ok(String::new()),
        "imported" if !review.origin.is_imported() => Ok(String::new()),
        _ => marks(review),
    }
}

async fn reviews_page(source: &Source<'_>, after: Option<ReviewId>) -> Result<(Vec<Review>, Option<u64>), Error> {
    let Source { store, tenant, keys } = source;
    let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
    let Page { rows, more } = store.review_rows(tenant, &ReviewList::All, reading).await?;
    let next = rows.last().filter(|_| more).map(|row| row.id.get());
    Ok((store.reviews_of_rows(tenant, &rows, keys).await?, next))
}

/// The reviews that were removed, withdrawn or erased. They are in no list any more, but still at their requests.
async fn ended_page(source: &Source<'_>, after: Option<RequestId>) -> Result<(Vec<Review>, Option<u64>), Error> {
    let Source { store, tenant, keys: _ } = source;
    let reading = Reading { after, ..Reading::first(End::Oldest, PAGE) };
    let Page { rows, more } = store.listed_requests(tenant, &RequestList::Shop, reading).await?;
    let next = rows.last().filter(|_| more).map(|row| row.id.get());
    let all: Vec<_> = rows.iter().map(|row| store.request_reviews(tenant, row.id)).collect();
    let all: Vec<_> = stream::iter(all).buffered(AT_ONCE).try_collect().await?;
    let reviews = all.into_iter().flat_map(|of_request| of_request.reviews).map(|review| review.unopened());
    Ok((reviews.filter(|review| review.state.is_final()).collect(), next))
}

fn decision(review: ReviewId, entry: &LedgerEntry) -> Result<String, Error> {
    let LedgerEntry { at, what, by, reason, rule, note: _ /* somebody's words */, revision } = entry;
    csv::line([
        review.to_string().as_str(),
        &seconds(*at),
        what.as_str(),
        by.as_str(),
        by.id().unwrap_or_default(),
        reason.map(WithholdReason::as_str).unwrap_or_default(),
        rule.map(|rule| rule.as_str()).unwrap_or_default(),
        &revision.to_string(),
    ])
}

/// A report, without what names or identifies its reader, and what ended it.
fn report(review: &Review, report: &ReaderReport, outcomes: &[ReportOutcome]) -> Result<String, Error> {
    let outcome = report.outcome(outcomes, review.state == ReviewState::Published);
    csv::line([
        review.id.to_string().as_str(),
        &seconds(report.at),
        report.reason.as_str(),
        outcome.map(ReportOutcome::as_str).unwrap_or_default(),
        &outcome.map(|outcome| seconds(outcome.at())).unwrap_or_default(),
        outcome.and_then(ReportOutcome::reason).map(WithholdReason::as_str).unwrap_or_default(),
    ])
}

/// Where a review is from, and its marks.
fn marks(review: &Review) -> Result<String, Error> {
    let ReviewFields { id, origin, verification, works_for_shop, incentivized, state, .. } = &**review;
    let import = match origin {
        Origin::Import { import, platform: _ /* beside it */ } => import.as_ref().map(Guid::to_string),
        Origin::Hub { .. } | Origin::Api { .. } => None,
    };
    csv::line([
        id.to_string().as_str(),
        &seconds(review.created_at),
        &seconds(id.minted_at()),
        &review.published_at.map(seconds).unwrap_or_default(),
        ReviewState::as_str(*state),
        origin.as_str(),
        origin.platform().as_str(),
        &import.unwrap_or_default(),
        verification.as_str(),
        &incentivized.to_string(),
        &works_for_shop.to_string(),
    ])
}

async fn log_page(source: &Source<'_>, after: Option<&str>) -> Result<(String, Option<String>), Error> {
    let Source { store, tenant, keys: _ } = source;
    let after = after.map(|after| ListKey::from(after.to_owned()));
    let limit = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let Page { rows, more } = store.audit_log(Some(tenant), after.as_ref(), limit).await?;
    let next = rows.last().filter(|_| more).map(|(place, _)| place.as_str().to_owned());
    let entries = rows.iter().filter_map(|(_, entry)| logged(entry));
    Ok((entries.collect::<Result<_, _>>()?, next))
}

/// The row of an entry of the audit log; `None` if it is not about reviews.
fn logged(entry: &AuditEntry) -> Option<Result<String, Error>> {
    let AuditEntry { at, what, by, target, before, after } = entry;
    let [before, after] = match what.as_str() {
        CHANGE_SETTINGS => [before, after].map(about_reviews),
        other if ABOUT_REVIEWS.contains(&other) => [before.clone(), after.clone()],
        _ => return None,
    };
    if what == CHANGE_SETTINGS && before.is_null() && after.is_null() {
        return None;
    }
    let by = by.as_deref().unwrap_or_default();
    let by = if by.starts_with(OPERATOR) { "operator" } else { by };
    let shown = |state: &Value| if state.is_null() { String::new() } else { state.to_string() };
    Some(csv::line([seconds(*at).as_str(), what, by, target, &shown(&before), &shown(&after)]))
}

/// The settings about reviews; null if none changed.
fn about_reviews(state: &Value) -> Value {
    let settings = state.as_object().into_iter().flatten().filter(|(name, _)| SETTINGS.contains(&name.as_str()));
    let settings: Map<_, _> = settings.map(|(name, value)| (name.clone(), value.clone())).collect();
    if settings.is_empty() { Value::Null } else { settings.into() }
}
