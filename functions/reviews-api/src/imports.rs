//! The calls below `/api/v1/imports`: to create, show and undo imports, and to answer which products a file means.

use app::bucket::Afterwards;
use app::error::Error as UseCase;
use app::idempotency::{Reply, once};
use app::import::{CSV, JSON_TYPES, NewImport};
use axum::extract::{RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::import::ImportFormat;
use domain::values::{SCOPE_REVIEWS_WRITE, Tenant};
use edge::body::essence;
use edge::call::Call;
use edge::csv::{self, report_csv};
use edge::http::Segment;
use edge::native::{Failure, Served};
use edge::respond::{attachment, json, reply};
use integrations::Rows;
use store::request::idempotency::ReplyAbout;

use crate::wire::{
    AnswersBody, DateOrderWord, FormatWord, ImportBody, ImportProducts, ImportQuery, SystemWord, accepted_import,
    answers as read_answers, import_id,
};
use crate::{Parts, SharedParts};

/// Import reviews
///
/// Send a file of at most 1 MiB as the body. Without a body, the answer contains a form, `upload`, which posts one file of at
/// most 100 MB to S3 within an hour. The file is read in the background. Reviews that a connection sends with its key were written
/// in this very shop, so nothing says that they are from elsewhere.
#[utoipa::path(
    post, path = "/api/v1/imports", operation_id = "importReviews",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(
        ("format" = Option<FormatWord>, Query, description = "The system whose column headings the file uses. By default, the headings decide."),
        ("platform" = Option<SystemWord>, Query, description = "The system whose products the numbers in the file are. Default: the system to which the format belongs, or else the shop's only connection."),
        ("dates" = Option<DateOrderWord>, Query, description = "Whether the day or the month comes first in dates such as 03/02/2025."),
        ("columns" = Option<String>, Query, max_length = 2000, description = "The headings of a file's columns, by the field names of the format `generic`: `rating=Stars,created_at=Date`. `name`, `photo_urls` and `facts` may be given several times."),
        ("product" = Option<String>, Query, pattern = "^@shop$", description = "`@shop`: all rows are about the shop itself, whatever product they name."),
        ("dry_run" = Option<bool>, Query, description = "Whether to report what would be imported, and to create no reviews. Default: `false`."),
    ),
    request_body(content((Option<String> = "text/csv"), ("application/json"), (Option<String> = "application/x-ndjson"))),
    responses(
        (status = 201, body = ImportBody, description = "Accepted; the import runs in the background."),
        (status = 409, description = "The key of a connection was used from another shop (`other_shop`)."),
        (status = 413, description = "The body is longer than 1 MiB."),
        (status = 415, description = "The `Content-Type` is neither CSV nor JSON."),
        (status = 422, description = "A parameter is invalid, or it is unknown which system's products the numbers in the file are."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, RawQuery(query): RawQuery, request: Request) -> Served {
    let (head, body) = request.into_parts();
    let declared = essence(&head.headers);
    let (call, from_shop) = parts.imports(&head.headers).await?;
    let call = call.optional_rows(&head.headers, body).await?;
    let ImportQuery { format, mut options, is_dry_run } = ImportQuery::parse(query.as_deref())?;
    let asked = format!("{:?} {options:?}", format.map(ImportFormat::as_str));
    let idempotency = call.idempotency(&format!("POST /api/v1/imports {asked} {is_dry_run}"))?;
    let content_type = JSON_TYPES.into_iter().find(|json| *json == declared).unwrap_or(CSV);
    let file = Some(call.input).filter(|file| !file.is_empty()).map(|file| (content_type, file));
    options.from_shop = from_shop;
    if options.lacks_system(format) {
        options.connected = only_system(&parts, &call.caller.tenant).await?;
    }
    let new = NewImport { format, options, is_dry_run, file };
    let done = parts.imports.create(&call.caller, new, idempotency.as_ref(), call.now, accepted_import).await?;
    Ok(reply(done))
}

impl Parts {
    /// A call about an import, and whether the connected shop makes it.
    async fn imports(&self, headers: &HeaderMap) -> Result<(Call<()>, bool), edge::error::Error> {
        let call = self.calls.or_connected().bare(headers, SCOPE_REVIEWS_WRITE).await?;
        let connection = self.integrations.connection(&call.caller, headers, call.now).await?;
        Ok((call, connection.is_some()))
    }
}

async fn only_system(parts: &Parts, tenant: &Tenant) -> Result<Option<domain::values::ShopSystem>, Failure> {
    Ok(Rows(&parts.imports.store).only_system(tenant).await?)
}

/// The progress of an import
///
/// The record of an import is stored for 90 days. The key of a connection reads those of a connection.
#[utoipa::path(
    get, path = "/api/v1/imports/{id}", operation_id = "getImport",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The import's `id`.")),
    responses((status = 200, body = ImportBody, description = "The progress of the import.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let (call, from_shop) = parts.imports(&headers).await?;
    let (job, upload) = parts.imports.show(&call.caller, import_id(&id)?, Afterwards::Silence, call.now).await?;
    if from_shop && !job.options.from_shop {
        return Err(UseCase::NotFound.into());
    }
    Ok(json(StatusCode::OK, &ImportBody::new((&job, upload.as_ref())))?)
}

/// The products of an import
///
/// The number of rows about each product. `unknown` lists products that the shop does not have or leaves out.
#[utoipa::path(
    get, path = "/api/v1/imports/{id}/products", operation_id = "getImportProducts",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The import's `id`.")),
    responses((status = 200, body = ImportProducts, description = "The products that the file names.")),
)]
pub(crate) async fn products(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_WRITE).await?;
    let (_, part) = parts.imports.whole_report(&call.caller, import_id(&id)?).await?;
    Ok(json(StatusCode::OK, &ImportProducts::new(&part))?)
}

/// The report of an import as CSV
///
/// One line is about the whole import, and one about the products that the shop never described. Each product has a line, and
/// each error and note has a line with its line number in the file.
#[utoipa::path(
    get, path = "/api/v1/imports/{id}/report.csv", operation_id = "getImportReport",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The import's `id`.")),
    responses((status = 200, body = String, content_type = "text/csv", description = "The report.")),
)]
pub(crate) async fn report(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_WRITE).await?;
    let (job, part) = parts.imports.whole_report(&call.caller, import_id(&id)?).await?;
    Ok(attachment("import.csv", csv::TYPE, report_csv(&job, &part)?))
}

/// Undo an import
///
/// Deletes every review that the import created, in the background. Afterwards, the same file can be imported again. The call is
/// refused if somebody decided about, answered or changed one of the reviews. An import that still reads its file stops.
#[utoipa::path(
    post, path = "/api/v1/imports/{id}/undo", operation_id = "undoImport",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The import's `id`.")),
    responses(
        (status = 202, body = ImportBody, description = "Accepted; the import's `status` is `undoing`, and later `undone`."),
        (status = 409, description = "There is nothing to undo, or somebody changed a review of the import."),
    ),
)]
pub(crate) async fn undo(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.any(request, SCOPE_REVIEWS_WRITE).await?;
    let idempotency = call.idempotency(&format!("POST /api/v1/imports/{id}/undo"))?;
    let (id, imports) = (import_id(&id)?, &parts.imports);
    let undone = async {
        let job = imports.undo(&call.caller, id, call.now).await?;
        Reply::json(202, &ImportBody::new((&job, None)))
    };
    let about = ReplyAbout::Nobody;
    Ok(reply(once(idempotency.as_ref(), &imports.store, &call.caller, about, call.now, undone).await?))
}

/// The shop's answers about products
///
/// The shop's answers about products that files name and that the shop does not have.
#[utoipa::path(
    get, path = "/api/v1/imports/products", operation_id = "getImportAnswers",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    responses((status = 200, body = AnswersBody, description = "The answers.")),
)]
pub(crate) async fn answers(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_WRITE).await?;
    let answers = parts.imports.product_answers(&call.caller).await?;
    Ok(json(StatusCode::OK, &AnswersBody::new(&answers))?)
}

/// Answer which products files mean
///
/// A CSV file of two columns replaces all answers. The first column has what files call a product: its old id, handle or SKU. The
/// second column has the product's id here, `@shop` for the shop itself, or `-` to leave the product's reviews out. The first
/// line is a heading. Then import the reviews' file again.
#[utoipa::path(
    put, path = "/api/v1/imports/products", operation_id = "answerImportProducts",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    request_body(content = String, content_type = "text/csv"),
    responses(
        (status = 200, body = AnswersBody, description = "The answers as stored."),
        (status = 413, description = "The body is longer than 1 MiB."),
        (status = 415, description = "The body is not declared as CSV."),
        (status = 422, description = "A line does not consist of a name and a product."),
    ),
)]
pub(crate) async fn answer(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.optional_rows(request, SCOPE_REVIEWS_WRITE).await?;
    let answers = read_answers(&call.input)?;
    parts.imports.answer_products(&call.caller, &answers, call.now).await?;
    Ok(json(StatusCode::OK, &AnswersBody::new(&answers))?)
}
