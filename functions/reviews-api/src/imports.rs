//! `POST /api/v1/imports` and `GET /api/v1/imports/{id}`: reviews from other systems.

use std::sync::Arc;

use app::bucket::Afterwards;
use app::import::{CSV, JSON_LINES, NewImport};
use axum::extract::{RawQuery, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use domain::values::SCOPE_REVIEWS_WRITE;
use edge::http::Segment;
use edge::native::Failure;
use edge::respond::{json, reply};

use crate::Parts;
use crate::wire::{FormatWord, ImportBody, ImportQuery, accepted_import, import_id};

/// Import reviews
///
/// Send a file of at most 64 KiB as the body. Without a body, the answer has a form, `upload`, that posts one file of at most
/// 100 MB to S3 within an hour. The file is read in the background.
#[utoipa::path(
    post, path = "/api/v1/imports", operation_id = "importReviews",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(
        ("format" = FormatWord, Query, description = "The vendor whose column headings the file has."),
        ("dry_run" = Option<bool>, Query, description = "Whether to only report what would be imported; `false` if omitted."),
    ),
    request_body(content((Option<String> = "text/csv"), (Option<String> = "application/x-ndjson"))),
    responses(
        (status = 201, body = ImportBody, description = "Accepted; the import runs in the background."),
        (status = 413), (status = 415, description = "The `Content-Type` is neither CSV nor JSON Lines."),
        (status = 422, description = "`format` is unknown, or `dry_run` is neither `true` nor `false`."),
    ),
)]
pub(crate) async fn create(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Failure> {
    let declared = request.headers().get(CONTENT_TYPE).is_some_and(is_json_lines);
    let call = parts.calls.optional_rows(request, SCOPE_REVIEWS_WRITE).await?;
    let ImportQuery { format, is_dry_run } = ImportQuery::parse(query.as_deref())?;
    let route = format!("POST /api/v1/imports {} {is_dry_run}", format.as_str());
    let idempotency = call.idempotency(&route)?;
    let content_type = if declared { JSON_LINES } else { CSV };
    let file = Some(call.input).filter(|file| !file.is_empty()).map(|file| (content_type, file));
    let new = NewImport { format, is_dry_run, file };
    let done = parts.imports.create(&call.caller, new, idempotency.as_ref(), call.now, accepted_import).await?;
    Ok(reply(done))
}

/// Whether the type of a body is JSON Lines, whatever its parameters.
fn is_json_lines(declared: &HeaderValue) -> bool {
    let essence = declared.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(JSON_LINES)
}

/// The progress of an import
///
/// An import's record is stored for 90 days.
#[utoipa::path(
    get, path = "/api/v1/imports/{id}", operation_id = "getImport",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The import's `id`.")),
    responses((status = 200, body = ImportBody, description = "The progress of the import."), (status = 404)),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_WRITE).await?;
    let (job, upload) = parts.imports.show(&call.caller, import_id(&id)?, Afterwards::Silence, call.now).await?;
    Ok(json(StatusCode::OK, &ImportBody::new(&job, upload.as_ref()))?)
}
