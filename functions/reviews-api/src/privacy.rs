//! `POST /api/v1/privacy/export` and `/erase`, `GET /api/v1/privacy/{receipt}`, and the export of the whole shop.

use app::idempotency::{Reply, once};
use app::privacy::PrivacyRequest;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::privacy::{PrivacyKind, ReviewsChoice};
use domain::values::SCOPE_PRIVACY;
use edge::http::Segment;
use edge::native::Served;
use edge::respond::{json, reply};
use store::request::idempotency::ReplyAbout;

use crate::SharedParts;
use crate::wire::{EraseInput, PrivacyStatusBody, ShopExportBody, SubjectInput, accepted, receipt};

/// Export a person's data
///
/// The answer is the same for an unknown person. Within a minute, `GET /api/v1/privacy/{receipt}` shows a link to a
/// JSON file. The link works for 24 hours.
#[utoipa::path(
    post, path = "/api/v1/privacy/export", operation_id = "exportPerson",
    security(("key" = [SCOPE_PRIVACY])),
    request_body = SubjectInput,
    responses(
        (status = 202, body = crate::wire::PrivacyReceipt, description = "Accepted; the export runs in the background."),
        (status = 422, description = "Not exactly one of `email`, `phone` and `customer_id` is given, or it is invalid."),
    ),
)]
pub(crate) async fn export(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<SubjectInput>(request, SCOPE_PRIVACY).await?;
    let idempotency = call.idempotency("POST /api/v1/privacy/export")?;
    let asked =
        PrivacyRequest { kind: PrivacyKind::Export, subject: call.input.parse()?, reviews: ReviewsChoice::Delete };
    let done = parts.privacy.ask(&call.caller, asked, idempotency.as_ref(), call.now, accepted).await?;
    Ok(reply(done))
}

/// Erase a person's data
///
/// The answer is the same for an unknown person. After the erasure, only counters, reviews without words, and digests
/// that prevent further messages are left.
#[utoipa::path(
    post, path = "/api/v1/privacy/erase", operation_id = "erasePerson",
    security(("key" = [SCOPE_PRIVACY])),
    request_body = EraseInput,
    responses(
        (status = 202, body = crate::wire::PrivacyReceipt, description = "Accepted; the erasure runs in the background."),
        (status = 422, description = "Not exactly one of `email`, `phone` and `customer_id` is given, or a field is invalid."),
    ),
)]
pub(crate) async fn erase(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<EraseInput>(request, SCOPE_PRIVACY).await?;
    let idempotency = call.idempotency("POST /api/v1/privacy/erase")?;
    let (subject, reviews) = call.input.parse()?;
    let asked = PrivacyRequest { kind: PrivacyKind::Erase, subject, reviews };
    let done = parts.privacy.ask(&call.caller, asked, idempotency.as_ref(), call.now, accepted).await?;
    Ok(reply(done))
}

/// The progress of an export or erasure
///
/// Receipts are stored for a year. The audit log records once a day which key gets the URL of an export's file.
#[utoipa::path(
    get, path = "/api/v1/privacy/{receipt}", operation_id = "getPrivacyReceipt",
    security(("key" = [SCOPE_PRIVACY])),
    params(("receipt" = String, Path, format = "uuid", description = "The `receipt` from the answer to the erasure or export call.")),
    responses((status = 200, body = PrivacyStatusBody, description = "The progress of the export or erasure."), (status = 404)),
)]
pub(crate) async fn show(parts: SharedParts, Segment(segment): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_PRIVACY).await?;
    let (job, download) = parts.privacy.show(&call.caller.tenant, receipt(&segment)?, call.now).await?;
    if download.is_some() {
        call.caller.record_download(&parts.privacy.store, "take_customer_file", job.receipt, call.now).await?;
    }
    Ok(json(StatusCode::OK, &PrivacyStatusBody::new((&job, download)))?)
}

/// Export all the shop's data
///
/// Makes files of JSON Lines: one for each kind of data, or several if there is much of a kind. If an export is already
/// running, the call starts no new one.
#[utoipa::path(
    post, path = "/api/v1/privacy/shop-export", operation_id = "exportShop",
    security(("key" = [SCOPE_PRIVACY])),
    responses((status = 202, body = ShopExportBody, description = "Accepted; the export runs in the background.")),
)]
pub(crate) async fn export_shop(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.any(request, SCOPE_PRIVACY).await?;
    let idempotency = call.idempotency("POST /api/v1/privacy/shop-export")?;
    let export = async {
        let export = parts.privacy.export_shop(&call.caller, call.now).await?;
        Reply::json(202, &ShopExportBody::new((&export, Vec::new())))
    };
    let (store, about) = (&parts.privacy.store, ReplyAbout::Nobody);
    Ok(reply(once(idempotency.as_ref(), store, &call.caller, about, call.now, export).await?))
}

/// The newest export of all the shop's data
///
/// A finished export's files can be downloaded until 24 hours after the export was requested. The audit log records each call
/// that returns their URLs.
#[utoipa::path(
    get, path = "/api/v1/privacy/shop-export", operation_id = "getShopExport",
    security(("key" = [SCOPE_PRIVACY])),
    responses((status = 200, body = ShopExportBody, description = "The progress of the export, and its files."), (status = 404)),
)]
pub(crate) async fn show_shop_export(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_PRIVACY).await?;
    let (export, files) = parts.privacy.shop_files(&call.caller, call.now).await?;
    Ok(json(StatusCode::OK, &ShopExportBody::new((&export, files)))?)
}
