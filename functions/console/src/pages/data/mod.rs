//! The shop's data: how long it is kept, exports of reviews and of everything, and the end of the shop.

use app::privacy::whole::gone_at;
use app::review::{ExportPage, ReviewFilter, export};
use askama::Template;
use axum::http::StatusCode;
use domain::values::ReviewId;
use edge::csv;
use edge::page::see_other;
use edge::respond::{attachment, linked};
use edge::review::{csv_head, csv_row};
use store::privacy::shop_export::ExportFile;

use crate::click::Click;
use crate::fields::{Refused, Shown};
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::pages::end::{about, may_end};
use crate::pages::settings::{self, DATA, keeping};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::progress::Progress;

page! {
    get Owner "/console/data" => show;
    post Owner "/console/data/keeping" => keep;
    get Owner "/console/data/reviews.csv" => download;
    post Owner "/console/data/everything" => export_shop;
    get Owner "/console/data/everything/{name}" => shop_file;
}

pub(crate) const HERE: &str = "/console/data";

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    shell: Shell,
    title: String,
    /// How many reviews there are to download.
    reviews: u64,
    export: Option<ExportView>,
    /// For how long old data is kept.
    keeping: Vec<Shown>,
    may_end: bool,
    /// The shop's id, which an owner types to end the shop, and the text about the end.
    shop: String,
    end_about: &'static str,
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

/// The page or, if the months were refused, the page with the form's input.
async fn page(parts: &Parts, viewer: &Viewer, refused: Option<Refused<'_>>) -> Result<DataPage, Failure> {
    let export = ExportView::find(parts, viewer).await?;
    let heading = viewer.texts.say("way-data");
    Ok(DataPage {
        shell: viewer.shell("data"),
        title: match &export {
            Some(ExportView::Running(progress)) => progress.title(heading),
            _ => heading.to_string(),
        },
        reviews: viewer.reviews.listed(|_| true),
        export,
        keeping: keeping(viewer, refused)?,
        may_end: may_end(viewer),
        shop: viewer.tenant.id.as_str().to_owned(),
        end_about: about(viewer),
    })
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = page(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Changes for how long old data is kept.
pub(crate) async fn keep(Click { parts, viewer, fields, .. }: Click) -> Served {
    match settings::change(&parts, &viewer, &DATA, &fields).await? {
        Ok(said) => Ok(Flash::new(said).then(&format!("{HERE}#data"))),
        Err(wrong) => {
            let page = page(&parts, &viewer, Some(Refused::new(&fields, wrong))).await?;
            Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
        }
    }
}

pub(crate) async fn export_shop(Click { parts, viewer, .. }: Click) -> Served {
    parts.privacy.export_shop(&viewer.caller(), viewer.now).await?;
    Ok(see_other(&format!("{HERE}#everything")))
}

/// Redirects to a file of the export.
pub(crate) async fn shop_file(Click { parts, viewer, id: name, .. }: Click<String>) -> Served {
    Ok(see_other(&parts.privacy.shop_file(&viewer.caller(), &name, viewer.now).await?))
}

/// A part of the CSV with all reviews, with a byte order mark for Excel. The `Link` header names the next part.
pub(crate) async fn download(Click { parts, viewer, fields, .. }: Click) -> Served {
    let after = fields.find("after").map(ReviewId::parse);
    let after = after.transpose().map_err(|_| Failure::NotFound)?;
    viewer.record(&parts, "take_reviews", viewer.tenant.id.as_str()).await?;
    let (reviews, filter) = (&parts.reviews.reviews, ReviewFilter::default());
    let head = format!("{}{}", csv::MARK, csv_head()?);
    let ExportPage { body, next } =
        export(reviews, &viewer.caller(), &filter, after, &parts.clock, head, csv_row).await?;
    let next = next.map(|next| format!("{HERE}/reviews.csv?after={next}"));
    Ok(linked(attachment("reviews.csv", csv::TYPE, body), next))
}
