//! Reviews from files: where a file is from, its upload straight into the bucket, and what was read of it, line by line. And all
//! reviews as a file.

use std::sync::Arc;

use app::bucket::{Afterwards, UploadForm, Uploaded};
use app::privacy::whole::gone_at;
use app::review::{ExportPage, ReviewFilter, export};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::import::{FaultAt, ImportFormat, ImportStatus};
use domain::values::{Guid, ReviewId};
use edge::body::Fields;
use edge::csv;
use edge::http::Segment;
use edge::page::see_other;
use edge::respond::{attachment, linked};
use edge::review::{csv_head, csv_row};
use serde_json::Value;
use store::import::ImportJob;
use store::privacy::shop_export::ExportFile;

use crate::failure::Failure;
use crate::fields::{Context, Kind, Shown, Spec, spec};
use crate::form::Form;
use crate::page::page;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::viewer::Viewer;

page! {
    get Owner "/console/files" => show;
    get Owner "/console/files/reviews.csv" => download;
    post Owner "/console/files" => begin;
    post Owner "/console/files/everything" => export_shop;
    get Owner "/console/files/everything/{name}" => shop_file;
    get Owner "/console/files/{id}" => import;
}

/// This page.
const HERE: &str = "/console/files";
const FORMAT: Spec = spec("format", Kind::One(&ImportFormat::WORDS));

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    shell: Shell,
    format: Shown,
    export: Option<ExportView>,
}

/// The newest export of everything that the shop has.
struct ExportView {
    is_done: bool,
    about: String,
    /// The name and the number of lines of each file.
    files: Vec<(String, String)>,
}

impl ExportView {
    async fn find(parts: &Parts, viewer: &Viewer) -> Result<Option<Self>, Failure> {
        let Some(export) = parts.privacy.shop_export(&viewer.caller(), viewer.now).await? else { return Ok(None) };
        let (asked, gone) = (viewer.day_and_time(export.asked_at), viewer.day_and_time(gone_at(&export)));
        let is_done = export.finished_at.is_some();
        let about = match is_done {
            true => viewer.texts.say("everything-made").words("asked", &asked).words("gone", &gone).to_string(),
            false => viewer.texts.say("everything-running").words("asked", &asked).to_string(),
        };
        let rows = |count| usize::try_from(count).unwrap_or(usize::MAX);
        let lines = |count| viewer.texts.say("everything-lines").count("count", rows(count)).to_string();
        let files = export.files.into_iter().filter(|_| is_done);
        let files = files.map(|ExportFile { name, rows }| (name, lines(rows))).collect();
        Ok(Some(Self { is_done, about, files }))
    }
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    shell: Shell,
    heading: String,
    id: String,
    format: &'static str,
    is_dry_run: bool,
    stage: Stage,
    counts: Vec<String>,
    faults: Vec<FaultAt>,
}

/// How far an import is, with the text that says so.
enum Stage {
    /// Its file is chosen in this form.
    Choosing(UploadForm),
    /// Its file did not come in time.
    Late,
    Reading(&'static str),
    Over(&'static str),
}

impl ImportPage {
    /// What to do about a fault.
    fn what(&self, fault: &FaultAt) -> String {
        self.shell.texts.say(&format!("fault-{}", fault.fault.as_str())).to_string()
    }
}

async fn page(parts: &Parts, viewer: &Viewer, refused: Option<(&Fields, &str)>) -> Result<FilesPage, Failure> {
    let context = Context { texts: viewer.texts, prefix: "files", zone: viewer.zone(), rule: None };
    let format = FORMAT.show(&context, &Value::from("afterword"), refused);
    let export = ExportView::find(parts, viewer).await?;
    Ok(FilesPage { shell: viewer.shell("connections"), format, export })
}

pub(crate) async fn show(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    let page = page(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Begins an export of everything that the shop has.
pub(crate) async fn export_shop(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    parts.privacy.export_shop(&viewer.caller(), viewer.now).await?;
    Ok(see_other(&format!("{HERE}#everything")))
}

/// Leads to a file of the export.
pub(crate) async fn shop_file(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
) -> Result<Response, Failure> {
    Ok(see_other(&parts.privacy.shop_file(&viewer.caller(), &name, viewer.now).await?))
}

/// Begins an import, or a try, and leads to its upload.
pub(crate) async fn begin(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let Some(format) = ImportFormat::parse(fields.text(FORMAT.name)) else {
        let page = page(&parts, &viewer, Some((&fields, FORMAT.name))).await?;
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
    };
    let is_dry_run = fields.text("dry_run") == "true";
    let id = parts.imports.begin(&viewer.caller(), format, is_dry_run, viewer.now).await?;
    Ok(see_other(&format!("{HERE}/{id}")))
}

/// How far an import is. S3 leads here after the upload, with the file's tag in the address.
pub(crate) async fn import(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let id = Guid::parse(&id).map_err(|_| Failure::NotFound)?;
    let here = format!("{}{HERE}/{id}", parts.base_url);
    let (job, form) = parts.imports.show(&viewer.caller(), id, Afterwards::To(&here), viewer.now).await?;
    let is_uploaded = Fields::of_query(query.as_deref()).find("etag").is_some();
    let stage = match (job.status, form) {
        (ImportStatus::AwaitingUpload, _) if is_uploaded => Stage::Reading("files-arrived"),
        (ImportStatus::AwaitingUpload, Some(form)) if viewer.now < job.asked_at + Uploaded::Reviews.within() => {
            Stage::Choosing(form)
        }
        (ImportStatus::AwaitingUpload, _) => Stage::Late,
        (ImportStatus::Running, _) => Stage::Reading("files-running"),
        (ImportStatus::Done, _) if job.is_dry_run => Stage::Over("files-tried"),
        (ImportStatus::Done, _) => Stage::Over("files-done"),
        (ImportStatus::Failed, _) => Stage::Over("files-failed"),
    };
    let heading = if job.is_dry_run { "files-heading-try" } else { "files-heading-do" };
    let system = viewer.texts.say(&format!("files-format-{}", job.format.as_str())).to_string();
    let page = ImportPage {
        shell: viewer.shell("connections"),
        heading: viewer.texts.say(heading).words("system", &system).to_string(),
        id: id.to_string(),
        format: job.format.as_str(),
        is_dry_run: job.is_dry_run,
        stage,
        counts: counts(&viewer, &job),
        faults: job.report.faults,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// What was read until now; nothing before the first row.
fn counts(viewer: &Viewer, job: &ImportJob) -> Vec<String> {
    let imported = if job.is_dry_run { "files-would" } else { "files-imported" };
    let counts =
        [("files-rows", job.report.rows), (imported, job.report.imported), ("files-skipped", job.report.skipped())];
    let counts = counts.into_iter().filter(|_| job.report.rows > 0);
    let whole = |count| usize::try_from(count).unwrap_or(usize::MAX);
    counts.map(|(text, count)| viewer.texts.say(text).count("count", whole(count)).to_string()).collect()
}

/// A part of all reviews as CSV, with the `Link` to the next one.
pub(crate) async fn download(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let after = Fields::of_query(query.as_deref()).find("after").map(ReviewId::parse);
    let after = after.transpose().map_err(|_| Failure::NotFound)?;
    // A file is its first part and those that follow.
    if after.is_none() {
        viewer.record(&parts, "take_reviews", viewer.tenant.id.as_str()).await?;
    }
    let (reviews, filter) = (&parts.reviews.reviews, ReviewFilter::default());
    let head = csv_head()?;
    let ExportPage { body, next } =
        export(reviews, &viewer.caller(), &filter, after, &parts.clock, head, csv_row).await?;
    let next = next.map(|next| format!("{HERE}/reviews.csv?after={next}"));
    Ok(linked(attachment("reviews.csv", csv::TYPE, body), next))
}
