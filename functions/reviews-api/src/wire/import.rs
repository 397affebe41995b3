//! The JSON of imports.

use std::collections::BTreeMap;

use app::bucket::UploadForm;
use app::idempotency::Reply;
use domain::import::{FaultAt, ImportFault, ImportFormat, ImportStatus};
use domain::values::{Guid, Invalid};
use edge::body::Fields;
use edge::error::Error;
use edge::openapi::words;
use serde::Serialize;
use store::import::ImportJob;
use utoipa::ToSchema;
use utoipa::openapi::Object;

pub(crate) struct ImportQuery {
    pub format: ImportFormat,
    pub is_dry_run: bool,
}

impl ImportQuery {
    /// Reads a query. Unknown parameters are ignored.
    ///
    /// # Errors
    /// [`Error::Field`] for the first invalid parameter.
    pub(crate) fn parse(query: Option<&str>) -> Result<Self, Error> {
        let fields = Fields::of_query(query);
        let format = ImportFormat::parse(fields.text("format"))
            .ok_or(Invalid("`format` must be one of afterword, okendo, judgeme, yotpo, loox."));
        let is_dry_run = fields.find("dry_run").map_or(Ok(false), str::parse);
        Ok(Self {
            format: format.map_err(Error::field("format"))?,
            is_dry_run: is_dry_run
                .map_err(|_| Invalid("`dry_run` must be true or false."))
                .map_err(Error::field("dry_run"))?,
        })
    }
}

/// The import in a path. A malformed id is answered like an unknown one.
///
/// # Errors
/// [`app::error::Error::NotFound`].
pub(crate) fn import_id(segment: &str) -> Result<Guid, app::error::Error> {
    Guid::parse(segment).map_err(|_| app::error::Error::NotFound)
}

fn formats() -> Object {
    words(ImportFormat::WORDS)
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
    /// The vendor whose column headings the file has.
    #[schema(schema_with = formats)]
    format: &'static str,
    /// Whether the import only reports what it would do.
    dry_run: bool,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// Rows that were read.
    rows: u64,
    /// Rows whose review was imported or, in a dry run, would be.
    imported: u64,
    /// Rows that were skipped, because they are duplicates or invalid.
    skipped: u64,
    /// The first 20 errors of each code, by line.
    errors: Vec<ImportErrorBody<'a>>,
    /// The form to upload the file within an hour; `null` once the file is there.
    #[schema(required)]
    upload: Option<ImportUpload<'a>>,
}

/// A problem of a row or of the file.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportError)]
struct ImportErrorBody<'a> {
    /// The line on which the row begins, from 1.
    line: u64,
    /// The heading of the column; `null` if the error is about the whole row.
    #[schema(required)]
    column: Option<&'a str>,
    #[schema(schema_with = codes)]
    code: &'static str,
    /// One sentence that says what to do.
    message: &'static str,
}

/// A form of `multipart/form-data` for S3: these fields, then the file as `file`.
#[derive(Serialize, ToSchema)]
struct ImportUpload<'a> {
    /// The URL to post the form to.
    #[schema(format = "uri")]
    url: &'a str,
    /// The form's fields by name.
    fields: BTreeMap<&'a str, &'a str>,
}

impl<'a> ImportBody<'a> {
    pub(crate) fn new(job: &'a ImportJob, upload: Option<&'a UploadForm>) -> Self {
        let error = |FaultAt { line, column, fault }: &'a FaultAt| ImportErrorBody {
            line: *line,
            column: column.as_deref(),
            code: fault.as_str(),
            message: fault.message(),
        };
        Self {
            id: job.id.to_string(),
            format: job.format.as_str(),
            dry_run: job.is_dry_run,
            status: job.status.as_str(),
            rows: job.report.rows,
            imported: job.report.imported,
            skipped: job.report.skipped(),
            errors: job.report.faults.iter().map(error).collect(),
            upload: upload.map(|UploadForm { url, fields }| ImportUpload {
                url,
                fields: fields.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            }),
        }
    }
}

/// The answer with an import.
///
/// # Errors
/// [`app::error::Error::Internal`] if it cannot be written as JSON.
pub(crate) fn accepted_import(job: &ImportJob, upload: Option<&UploadForm>) -> Result<Reply, app::error::Error> {
    Reply::json(201, &ImportBody::new(job, upload))
}
