//! Moving in: imports of reviews from another system, with the upload to the bucket, the report by line, and the undo.

mod import;
mod moving;

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::import::ImportStatus;
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::page::see_other;
use integrations::Rows;
use store::import::ImportJob;

use self::import::{HERE, answer, counts, for_good, heading, import, read_again, report, state, undo, undo_about};
use self::moving::MoveForm;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::use_cases::imports;

page! {
    get Owner "/console/files" => show;
    post Owner "/console/files" => begin;
    post Owner "/console/files/products" => answer;
    get Owner "/console/files/{id}" => import;
    get Owner "/console/files/{id}/report.csv" => report;
    post Owner "/console/files/{id}/undo" => undo;
    post Owner "/console/files/{id}/again" => read_again;
    post Owner "/console/files/{id}/good" => for_good;
}

#[derive(Template)]
#[template(path = "moving.html")]
struct MovingPage {
    shell: Shell,
    form: MoveForm,
    imports: Vec<ImportRow>,
}

/// An import in the list.
struct ImportRow {
    id: String,
    heading: String,
    asked: String,
    /// What became of it.
    state: &'static str,
    counts: String,
    can_undo: bool,
}

impl ImportRow {
    fn new(viewer: &Viewer, job: &ImportJob) -> Self {
        Self {
            id: job.id.to_string(),
            heading: heading(viewer, job),
            asked: viewer.day_and_time(job.asked_at),
            state: state(job),
            counts: counts(viewer, job).join(" · "),
            can_undo: undo_about(job).is_some_and(|_| job.status != ImportStatus::Undoing),
        }
    }
}

async fn page(parts: &Parts, viewer: &Viewer, refused: Option<(&Fields, &'static str)>) -> Result<MovingPage, Failure> {
    let form = MoveForm::new(viewer, connected(parts, viewer).await?, refused);
    let imports = imports(&parts.imports.store, &viewer.tenant).await?;
    let imports = imports.iter().map(|job| ImportRow::new(viewer, job)).collect();
    Ok(MovingPage { shell: viewer.shell("reviews"), form, imports })
}

/// The system that the shop is connected with, if there is exactly one.
async fn connected(parts: &Parts, viewer: &Viewer) -> Result<Option<ShopSystem>, Failure> {
    Ok(Rows(&parts.imports.store).only_system(&viewer.tenant).await.map_err(Error::from)?)
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = page(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Starts an import or a dry run, and redirects to its upload.
pub(crate) async fn begin(Click { parts, viewer, fields, .. }: Click) -> Served {
    let refused = async |wrong| {
        let page = page(&parts, &viewer, Some((&fields, wrong))).await?;
        Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
    };
    let Some(format) = moving::format(&fields) else { return refused("files-format-wrong").await };
    let mut options = moving::options(&fields);
    if options.lacks_system(format) {
        options.connected = connected(&parts, &viewer).await?;
    }
    // Without a format, the headings decide after the upload, which is too late to ask.
    if options.lacks_system(format) {
        return refused("files-platform-needed").await;
    }
    let is_dry_run = fields.text("dry_run") == "true";
    match parts.imports.begin(&viewer.caller(), format, options, is_dry_run, viewer.now).await {
        Ok(id) => Ok(see_other(&format!("{HERE}/{id}"))),
        Err(error) => Err(error.into()),
    }
}
