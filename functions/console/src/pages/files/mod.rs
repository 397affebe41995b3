//! Moving in: imports of reviews from another system, with the upload to the bucket, the report by line, and the undo.

mod import;
mod moving;

use askama::Template;
use axum::http::StatusCode;
use domain::import::{DateOrder, ImportFormat, ImportStatus};
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::page::see_other;
use integrations::Rows;
use store::import::ImportJob;

use self::import::{HERE, answer, for_good, import, read_again, report, state, undo, undo_about};
use self::moving::FORMATS;
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
struct MovingPage<'a> {
    shell: Shell,
    /// What was typed into the form, if it is shown again because it does not say whose product numbers the file uses.
    refused: Option<&'a Fields>,
    /// The system that the shop is connected with, if with exactly one; otherwise somebody has to choose.
    connected: Option<ShopSystem>,
    imports: Vec<ImportJob>,
}

impl MovingPage<'_> {
    fn is_typed(&self, name: &str, word: &str) -> bool {
        self.refused.is_some_and(|fields| fields.text(name) == word)
    }

    /// The selects of the form: the name, the word of the first choice, which names nothing, and the others.
    fn selects(&self) -> [(&'static str, &'static str, &'static [&'static str]); 3] {
        let platform = if self.connected.is_some() { "auto" } else { "choose" };
        [
            ("format", "auto", FORMATS),
            ("platform", platform, &ShopSystem::PLATFORM_WORDS),
            ("dates", "auto", &DateOrder::WORDS),
        ]
    }

    fn can_undo(job: &ImportJob) -> bool {
        undo_about(job).is_some_and(|_| job.status != ImportStatus::Undoing)
    }
}

async fn page<'a>(parts: &Parts, viewer: &Viewer, refused: Option<&'a Fields>) -> Result<MovingPage<'a>, Failure> {
    let connected = connected(parts, viewer).await?;
    let imports = imports(&parts.imports.store, &viewer.tenant).await?;
    Ok(MovingPage { shell: viewer.shell("reviews"), refused, connected, imports })
}

/// The system that the shop is connected with, if there is exactly one.
async fn connected(parts: &Parts, viewer: &Viewer) -> Result<Option<ShopSystem>, Failure> {
    Ok(Rows(&parts.imports.store).only_system(&viewer.tenant).await?)
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = page(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Starts an import or a dry run, and redirects to its upload.
pub(crate) async fn begin(Click { parts, viewer, fields, .. }: Click) -> Served {
    let format = ImportFormat::parse(fields.text("format"));
    let mut options = moving::options(&fields);
    if options.lacks_system(format) {
        options.connected = connected(&parts, &viewer).await?;
    }
    // Without a format, the headings decide after the upload, which is too late to ask.
    if options.lacks_system(format) {
        let page = page(&parts, &viewer, Some(&fields)).await?;
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
    }
    let is_dry_run = fields.text("dry_run") == "true";
    match parts.imports.begin(&viewer.caller(), format, options, is_dry_run, viewer.now).await {
        Ok(id) => Ok(see_other(&format!("{HERE}/{id}"))),
        Err(error) => Err(error.into()),
    }
}
