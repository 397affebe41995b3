//! The JSON of imports.

mod query;
mod report;

use std::collections::BTreeMap;

use app::bucket::UploadForm;
use app::idempotency::Reply;
use domain::import::{FaultAt, ImportFault, ImportFormat, ImportStatus, Weighs};
use domain::values::{Guid, ShopSystem};
use edge::openapi::{words, words_or_null};
use serde::Serialize;
use store::import::ImportJob;
use utoipa::ToSchema;
use utoipa::openapi::Object;

pub(crate) use self::query::{DateOrderWord, HalfStarsWord, ImportQuery, SystemWord};
use self::report::ComparisonBody;
pub(crate) use self::report::{AnswersBody, ImportProducts, answers};

/// The import in a path. A malformed id is as unknown as any other.
///
/// # Errors
/// [`app::error::Error::NotFound`].
pub(crate) fn import_id(segment: &str) -> Result<Guid, app::error::Error> {
    Guid::parse(segment).map_err(|_| app::error::Error::NotFound)
}

fn formats() -> Object {
    words_or_null(ImportFormat::WORDS)
}

fn systems() -> Object {
    words_or_null(ShopSystem::WORDS)
}

fn statuses() -> Object {
    words(ImportStatus::WORDS)
}

fn codes() -> Object {
    words(ImportFault::ALL.iter().map(|fault| fault.as_str()))
}

/// An import of reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub(crate) struct ImportBody<'a> {
    #[schema(format = "uuid")]
    id: String,
    /// The system whose column headings the file uses; `null` until they were recognised.
    #[schema(schema_with = formats, required)]
    format: Option<&'static str>,
    /// The program whose products the numbers in the file are; `null` if the format says it, or nobody.
    #[schema(schema_with = systems, required)]
    platform: Option<&'static str>,
    /// Whether it only reports what it would do.
    dry_run: bool,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// The number of rows that were read.
    rows: u64,
    /// The number of rows whose review was imported, or would be.
    imported: u64,
    /// Those of the imported that are public.
    published: u64,
    /// Those of the imported that wait for the shop.
    waiting: u64,
    /// Those of the waiting that the other system did not show.
    hidden_before: u64,
    /// The number of rows that were left out: duplicates and invalid rows.
    skipped: u64,
    /// The number of rows that were left out, by the code of their first error.
    skipped_for: BTreeMap<&'static str, u64>,
    /// The number of parts of imported reviews that were left out or cut, by code.
    notes: BTreeMap<&'static str, u64>,
    comparison: ComparisonBody,
    /// The headings of columns that hold something and are not imported, at most 50.
    unread_columns: &'a [String],
    /// The number of reviews that were taken out again.
    undone: u64,
    /// The first 20 errors and notes of each code, by line.
    errors: Vec<ImportErrorBody<'a>>,
    /// The form by which the file is uploaded, within an hour; `null` once the file is there.
    #[schema(required)]
    upload: Option<ImportUpload<'a>>,
}

/// A problem of a row or of the file.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportError)]
struct ImportErrorBody<'a> {
    /// The line on which the row begins, from 1.
    line: u64,
    /// The heading of the column; `null` if it is about the whole row.
    #[schema(required)]
    column: Option<&'a str>,
    #[schema(schema_with = codes)]
    code: &'static str,
    /// Whether the review was imported all the same, without the part that is at fault.
    is_note: bool,
    /// One sentence that says what to do.
    message: &'static str,
}

/// A form of `multipart/form-data` for S3: these fields, then the file as `file`.
#[derive(Serialize, ToSchema)]
struct ImportUpload<'a> {
    /// The address to post the form to.
    #[schema(format = "uri")]
    url: &'a str,
    /// The value of each field by its name.
    fields: BTreeMap<&'a str, &'a str>,
}

impl<'a> ImportBody<'a> {
    pub(crate) fn new(job: &'a ImportJob, upload: Option<&'a UploadForm>) -> Self {
        let error = |FaultAt { line, column, fault }: &'a FaultAt| ImportErrorBody {
            line: *line,
            column: column.as_deref(),
            code: fault.as_str(),
            is_note: fault.weighs() == Weighs::Note,
            message: fault.message(),
        };
        let report = &job.report;
        Self {
            id: job.id.to_string(),
            format: job.format.map(ImportFormat::as_str),
            platform: job.options.platform.map(ShopSystem::as_str),
            dry_run: job.is_dry_run,
            status: job.status.as_str(),
            rows: report.rows,
            imported: report.imported(),
            published: report.published,
            waiting: report.waiting,
            hidden_before: report.hidden,
            skipped: report.skipped(),
            skipped_for: by_code(&report.skipped_for),
            notes: by_code(&report.notes),
            comparison: ComparisonBody::new(job),
            unread_columns: &report.unread,
            undone: report.undone,
            errors: report.faults.iter().map(error).collect(),
            upload: upload.map(|UploadForm { url, fields }| ImportUpload {
                url,
                fields: fields.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            }),
        }
    }
}

fn by_code(counts: &BTreeMap<ImportFault, u64>) -> BTreeMap<&'static str, u64> {
    counts.iter().map(|(fault, count)| (fault.as_str(), *count)).collect()
}

/// The answer to a call.
///
/// # Errors
/// [`app::error::Error::Internal`] if it cannot be written as JSON.
pub(crate) fn accepted_import(job: &ImportJob, upload: Option<&UploadForm>) -> Result<Reply, app::error::Error> {
    Reply::json(201, &ImportBody::new(job, upload))
}
