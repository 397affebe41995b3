//! The page *Files*: imports of reviews, with the upload to the bucket and the report by line, and exports of reviews and of
//! everything.

mod import;
mod moving;

use app::error::Error;
use app::privacy::whole::gone_at;
use app::review::{ExportPage, ReviewFilter, export};
use askama::Template;
use axum::http::StatusCode;
use domain::values::{ReviewId, ShopSystem};
use edge::body::Fields;
use edge::csv;
use edge::page::see_other;
use edge::respond::{attachment, linked};
use edge::review::{csv_head, csv_row};
use integrations::Rows;
use jiff::{SignedDuration, Timestamp};
use store::privacy::shop_export::ExportFile;

use self::import::{HERE, answer, import, read_again, report, undo};
use self::moving::MoveForm;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::progress::Progress;

page! {
    get Owner "/console/files" => show;
    get Owner "/console/files/reviews.csv" => download;
    post Owner "/console/files" => begin;
    post Owner "/console/files/everything" => export_shop;
    get Owner "/console/files/everything/{name}" => shop_file;
    post Owner "/console/files/products" => answer;
    get Owner "/console/files/{id}" => import;
    get Owner "/console/files/{id}/report.csv" => report;
    post Owner "/console/files/{id}/undo" => undo;
    post Owner "/console/files/{id}/again" => read_again;
}

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    shell: Shell,
    title: String,
    /// How many reviews there are to download.
    reviews: u64,
    form: MoveForm,
    export: Option<ExportView>,
}

/// The newest export of all data of the shop.
enum ExportView {
    Running(Progress),
    /// With the text about it, and each file's name and number of lines.
    Done(String, Vec<(String, String)>),
}

impl ExportView {
    async fn find(parts: &Parts, viewer: &Viewer) -> Result<Option<Self>, Failure> {
        let Some(export) = parts.privacy.shop_export(&viewer.caller(), viewer.now).await? else { return Ok(None) };
        let (texts, asked) = (viewer.texts, viewer.day_and_time(export.asked_at));
        let lines = |count: u64| texts.say("everything-lines").count("count", count).to_string();
        if export.finished_at.is_none() {
            let running = texts.say("everything-running").words("asked", &asked);
            let progress = Progress::begun(viewer, running, format!("{HERE}#everything"));
            return Ok(Some(Self::Running(progress.so_far(export.rows(), &lines(export.rows())))));
        }
        let gone = viewer.day_and_time(gone_at(&export));
        let about = texts.say("everything-made").words("asked", &asked).words("gone", &gone).to_string();
        let files = export.files.into_iter().map(|ExportFile { name, rows }| (name, lines(rows))).collect();
        Ok(Some(Self::Done(about, files)))
    }
}

async fn page(parts: &Parts, viewer: &Viewer, refused: Option<(&Fields, &'static str)>) -> Result<FilesPage, Failure> {
    let export = ExportView::find(parts, viewer).await?;
    let form = MoveForm::new(viewer, connected(parts, viewer).await?, refused);
    let (heading, reviews) = (viewer.texts.say("files-page"), viewer.reviews.live.listed(|_| true));
    let title = match &export {
        Some(ExportView::Running(progress)) => progress.title(heading),
        _ => heading.to_string(),
    };
    Ok(FilesPage { shell: viewer.shell("connections"), title, reviews, form, export })
}

/// The system that the shop is connected with, if there is exactly one.
async fn connected(parts: &Parts, viewer: &Viewer) -> Result<Option<ShopSystem>, Failure> {
    Ok(Rows(&parts.imports.store).only_system(&viewer.tenant).await.map_err(Error::from)?)
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = page(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn export_shop(Click { parts, viewer, .. }: Click) -> Served {
    parts.privacy.export_shop(&viewer.caller(), viewer.now).await?;
    Ok(see_other(&format!("{HERE}#everything")))
}

/// Redirects to a file of the export.
pub(crate) async fn shop_file(Click { parts, viewer, id: name, .. }: Click<String>) -> Served {
    Ok(see_other(&parts.privacy.shop_file(&viewer.caller(), &name, viewer.now).await?))
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

/// For how long after its begin a download is continued without an entry in the audit log.
const CONTINUED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// The address of a part of the CSV that continues a download. It is signed, so that nobody begins a download in its
/// middle without an entry in the audit log.
fn continued(viewer: &Viewer, after: ReviewId, begun: Timestamp) -> String {
    format!("{HERE}/reviews.csv?after={after}&begun={}&signed={}", begun.as_second(), signed(viewer, after, begun))
}

fn signed(viewer: &Viewer, after: ReviewId, begun: Timestamp) -> String {
    let what = format!("reviews.csv {} {after} {}", viewer.session, begun.as_second());
    viewer.keys.fingerprint(what.as_bytes())
}

/// When the download that this query continues began; `None` if it begins one.
fn begun(viewer: &Viewer, fields: &Fields, after: Option<ReviewId>) -> Option<Timestamp> {
    let seconds = fields.find("begun")?.parse().ok();
    let begun = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok())?;
    let is_ours = signed(viewer, after?, begun) == fields.text("signed");
    (is_ours && viewer.now.duration_since(begun) < CONTINUED_FOR).then_some(begun)
}

/// A part of the CSV with all reviews, with a byte order mark for Excel. The `Link` header names the next part.
pub(crate) async fn download(Click { parts, viewer, fields, .. }: Click) -> Served {
    let after = fields.find("after").map(ReviewId::parse);
    let after = after.transpose().map_err(|_| Failure::NotFound)?;
    let begun = begun(&viewer, &fields, after);
    if begun.is_none() {
        viewer.record(&parts, "take_reviews", viewer.tenant.id.as_str()).await?;
    }
    let (reviews, filter) = (&parts.reviews.reviews, ReviewFilter::default());
    let head = format!("{}{}", csv::MARK, csv_head()?);
    let ExportPage { body, next } =
        export(reviews, &viewer.caller(), &filter, after, &parts.clock, head, csv_row).await?;
    let next = next.map(|next| continued(&viewer, next, begun.unwrap_or(viewer.now)));
    Ok(linked(attachment("reviews.csv", csv::TYPE, body), next))
}
