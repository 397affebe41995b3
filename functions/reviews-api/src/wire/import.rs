//! The JSON of imports.

mod report;

use std::collections::BTreeMap;

use app::bucket::UploadForm;
use app::idempotency::Reply;
use domain::import::{DateOrder, FaultAt, FileColumns, ImportFault, ImportFormat, ImportOptions, ImportStatus, Weighs};
use domain::order::ProductId;
use domain::values::value::Kind;
use domain::values::{Guid, Invalid, ShopSystem};
use edge::body::Fields;
use edge::error::Error;
use edge::shown::{OneOf, Url, Uuid};
use store::import::ImportJob;

pub(crate) use self::report::{AnswersBody, ImportProducts, answers};

/// The import's id in a path.
/// Errors: [`app::error::Error::NotFound`] for a malformed id, as for an unknown id.
pub(crate) fn import_id(segment: &str) -> Result<Guid, app::error::Error> {
    Guid::parse(segment).map_err(|_| app::error::Error::NotFound)
}

/// An import, and the form that uploads its file.
type ShownImport<'a> = (&'a ImportJob, Option<&'a UploadForm>);

edge::shown! {
    /// An import of reviews.
    pub(crate) struct ImportBody as Import ((job, upload): ShownImport<'_>) {
        id: Uuid = job.id;
        /// The system whose column headings the file uses; `null` until the headings are recognised.
        format: Option<OneOf<ImportFormat>> = job.format;
        /// The system whose products the numbers in the file are; `null` if neither the call, the format nor the shop's only
        /// connection names it.
        platform: Option<String> = job.options.system(job.format).map(ShopSystem::as_str), as Kind::Word(ShopSystem::PLATFORM_WORDS.to_vec());
        /// Whether the import is a dry run, which creates no reviews.
        dry_run: bool = job.is_dry_run;
        status: OneOf<ImportStatus> = job.status;
        /// The number of rows that were read.
        rows: u64 = job.report.rows;
        /// The number of rows whose review was imported or, in a dry run, would be.
        imported: u64 = job.report.imported();
        /// The number of imported reviews that are public.
        published: u64 = job.report.published;
        /// The number of imported reviews that wait for the shop, or for their product to be published.
        waiting: u64 = job.report.waiting;
        /// The number of imported reviews that are withheld, because the earlier system did not show them or because their
        /// authors work for the shop.
        earlier_system: u64 = job.report.hidden;
        /// The number of reviews in `waiting` that say how to contact somebody.
        contact_data: u64 = job.report.contact_data;
        /// The number of rows that are the shop's answers to reviews of the file, with which they come.
        answers: u64 = job.report.answers;
        /// The number of rows that were skipped: duplicates and invalid rows.
        skipped: u64 = job.report.skipped();
        /// The number of skipped rows by the code of the row's first error.
        skipped_for: BTreeMap<String, u64> = job.report.skipped_for.iter().map(|(fault, rows)| (fault.as_str(), *rows));
        /// The number of notes by code. A note says that a part of an imported review was changed or left out.
        notes: BTreeMap<String, u64> = job.report.notes.iter().map(|(fault, rows)| (fault.as_str(), *rows));
        /// The headings of columns that contain text and are not imported, at most 50.
        unread_columns: Vec<String> = &job.report.unread;
        /// The number of reviews that an undo deleted.
        undone: u64 = job.report.undone;
        /// The number of reviews that an undo did not delete, because somebody decided about, answered, changed or erased them before.
        kept: u64 = job.report.kept;
        /// The first 20 errors and notes of each code, by line.
        errors: Vec<ImportErrorBody> = &job.report.faults;
        /// The form that uploads the file, valid for an hour; `null` after the upload.
        upload: Option<ImportUpload> = upload;
    }

    /// A fault of a row or of the file.
    struct ImportErrorBody as ImportError (found: &FaultAt) {
        /// The line on which the row begins, from 1.
        line: u64 = found.line;
        /// The row's number in the file, from 1; `null` if the fault is about the file.
        row: Option<u64> = found.row;
        /// The heading of the column; `null` if the fault is about the whole row.
        column: Option<String> = found.column.as_deref();
        code: OneOf<ImportFault> = found.fault;
        /// Whether the review was imported in spite of the fault.
        is_note: bool = found.fault.weighs() == Weighs::Note;
        /// One sentence that says what to do.
        message: String = found.fault.message();
    }

    /// A form of `multipart/form-data` for S3: these fields, then the file as `file`.
    struct ImportUpload(form: &UploadForm) {
        /// The URL to which the form is posted.
        url: Url = &*form.url;
        /// The form's fields: names and values.
        fields: BTreeMap<String, String> = form.fields.iter().map(|(name, value)| (*name, value));
    }
}

pub(crate) fn accepted_import(job: &ImportJob, upload: Option<&UploadForm>) -> Result<Reply, app::error::Error> {
    Reply::json(201, &ImportBody::new((job, upload)))
}

const FORMAT_RULE: Invalid = Invalid(
    "`format` must be one of afterword, okendo, judgeme, yotpo, loox, stamped, spr, woocommerce, cusrev, webtoffee, generic.",
);
const DRY_RUN_RULE: Invalid = Invalid("`dry_run` must be true or false.");
const PLATFORM_RULE: Invalid = Invalid("`platform` must be shopify or woocommerce.");
const PRODUCT_RULE: Invalid = Invalid("`product` must be @shop.");
const DATES_RULE: Invalid = Invalid("`dates` must be day_first or month_first.");

pub(crate) struct ImportQuery {
    pub format: Option<ImportFormat>,
    pub options: ImportOptions,
    pub is_dry_run: bool,
}

impl ImportQuery {
    /// Reads a query. Unknown parameters are ignored.
    pub(crate) fn parse(query: Option<&str>) -> Result<Self, Error> {
        let fields = Fields::of_query(query);
        let dry_run = fields.find("dry_run").map_or(Ok(false), str::parse);
        let columns = fields.find("columns").map(FileColumns::parse).transpose();
        Ok(Self {
            format: word(&fields, "format", ImportFormat::parse, FORMAT_RULE)?,
            options: ImportOptions {
                platform: word(&fields, "platform", ShopSystem::platform, PLATFORM_RULE)?,
                connected: None,
                dates: word(&fields, "dates", DateOrder::parse, DATES_RULE)?,
                columns: columns.map_err(Error::field("columns"))?,
                is_of_shop: word(&fields, "product", |word| (word == ProductId::SHOP).then_some(()), PRODUCT_RULE)?
                    .is_some(),
                from_shop: false,
            },
            is_dry_run: dry_run.map_err(|_| DRY_RUN_RULE).map_err(Error::field("dry_run"))?,
        })
    }
}

fn word<T>(
    fields: &Fields,
    name: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    rule: Invalid,
) -> Result<Option<T>, Error> {
    let word = fields.find(name).map(|word| parse(word).ok_or(rule));
    word.transpose().map_err(Error::field(name))
}

edge::word_schemas! {
    /// The systems whose products the numbers in a file may be.
    pub(crate) SystemWord, "ShopSystem" = ShopSystem::PLATFORM_WORDS;
    /// Whether dates have the day or the month first.
    pub(crate) DateOrderWord, "DateOrder" = DateOrder::WORDS;
}
