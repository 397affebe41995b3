//! The page of an import: its progress, its report, and the actions that are possible.

use app::bucket::{Afterwards, UploadForm, Uploaded};
use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::import::{
    FaultAt, ImportFault, ImportFormat, ImportPart, ImportReport, ImportStatus, ProductAnswers, ProductTally, Weighs,
};
use domain::order::ProductId;
use domain::values::Guid;
use edge::csv::{self, report_csv};
use edge::page::see_other;
use edge::respond::attachment;
use store::import::{ImportJob, ReadingFile};

use super::moving::{answer as said, asked, called};
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::progress::Progress;

pub(super) const HERE: &str = "/console/files";
/// The most products in each list of the page. The CSV report lists all products.
const PRODUCTS_SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    shell: Shell,
    job: ImportJob,
    stage: Stage,
    /// The products of the file, each with its title in the catalog.
    products: Vec<(ProductTally, String)>,
    unknown: Vec<ProductTally>,
    /// How many lines are about products that the shop never described.
    undescribed: u64,
    /// The reason for which the last action was refused.
    refused: Option<String>,
}

/// The progress of an import, with the id of its text.
enum Stage {
    /// The file is not uploaded yet. This form uploads it.
    Choosing(UploadForm),
    /// The file was not uploaded in time.
    Late,
    /// The text about the work, and its progress. Boxed because of its size.
    Reading(Box<Progress>),
    Over(&'static str),
}

impl Stage {
    fn of(viewer: &Viewer, job: &ImportJob, form: Option<UploadForm>, is_uploaded: bool) -> Self {
        match (job.status, form) {
            (ImportStatus::AwaitingUpload, _) if is_uploaded => Self::reading(viewer, job, "files-arrived"),
            (ImportStatus::AwaitingUpload, Some(form)) if viewer.now < job.asked_at + Uploaded::Reviews.within() => {
                Self::Choosing(form)
            }
            (ImportStatus::AwaitingUpload, _) => Self::Late,
            (ImportStatus::Running | ImportStatus::Undoing, _) => Self::reading(viewer, job, state(job)),
            (ImportStatus::Done | ImportStatus::Failed | ImportStatus::Undone, _) => Self::Over(state(job)),
        }
    }

    fn reading(viewer: &Viewer, job: &ImportJob, text: &str) -> Self {
        let progress = Progress::begun(viewer, viewer.texts.say(text), format!("{HERE}/{}?etag", job.id));
        let progress = progress.with_lines(counts(viewer, job));
        let (ImportReport { rows, undone, kept, .. }, reading) = (&job.report, job.reading);
        Self::Reading(Box::new(match (job.status, reading) {
            (ImportStatus::Undoing, _) => progress.of(undone + kept, job.report.imported(), None),
            (ImportStatus::Running, Some(ReadingFile { bytes, since })) if *rows > 0 && job.offset > 0 => {
                let all = rows * bytes / job.offset.min(bytes);
                let said = viewer.texts.say("files-progress").count("rows", rows).count("all", all).to_string();
                progress.share(job.offset, bytes, Some(since), said)
            }
            _ => progress,
        }))
    }
}

impl ImportPage {
    fn has_failed(&self) -> bool {
        self.job.status == ImportStatus::Failed && !is_of_undo(&self.job)
    }

    /// What the import asks for before the kept file can be read: the fault, the field's name and its choices.
    fn asked(&self) -> Option<(ImportFault, &'static str, &'static [&'static str])> {
        let fault = self.job.report.asks().filter(|_| self.job.asks())?;
        let (name, words) = asked(fault);
        Some((fault, name, words))
    }

    /// Whether there is something to report.
    fn has_report(&self) -> bool {
        self.job.report.rows > 0 || !self.job.report.faults.is_empty()
    }
}

/// What kind of import it is, and from which system.
pub(super) fn heading(viewer: &Viewer, job: &ImportJob) -> String {
    let heading = if job.is_dry_run { "files-heading-try" } else { "files-heading-do" };
    // Until the file is read, nobody knows the system.
    let format = if job.options.from_shop { Some(ImportFormat::WooCommerce) } else { job.format };
    match format.and_then(ImportFormat::name) {
        None => viewer.texts.say(&format!("{heading}-any")).to_string(),
        Some(system) => viewer.texts.say(heading).words("system", system).to_string(),
    }
}

/// The text about what became of an import.
pub(super) fn state(job: &ImportJob) -> &'static str {
    match job.status {
        ImportStatus::AwaitingUpload => "files-upload-over",
        ImportStatus::Running => "files-running",
        ImportStatus::Undoing => "files-undoing",
        ImportStatus::Done if job.is_dry_run => "files-tried",
        ImportStatus::Done => "files-done",
        ImportStatus::Failed if job.is_dry_run => "files-try-failed",
        ImportStatus::Failed if is_of_undo(job) => "fault-undo_incomplete",
        ImportStatus::Failed => "files-failed",
        ImportStatus::Undone => "files-undone",
    }
}

/// The text beside the button that undoes an import. Pressed again, the button wakes an undo whose call died before it woke it.
pub(super) fn undo_about(job: &ImportJob) -> Option<&'static str> {
    match job.status {
        _ if job.is_dry_run => None,
        ImportStatus::Running => Some("files-undo-about"),
        ImportStatus::Done | ImportStatus::Failed => (job.report.imported() > 0).then_some("files-undo-about"),
        ImportStatus::Undoing => Some("files-undo-stuck"),
        ImportStatus::AwaitingUpload | ImportStatus::Undone => None,
    }
}

/// The numbers so far; empty before the first row.
pub(super) fn counts(viewer: &Viewer, job: &ImportJob) -> Vec<String> {
    let report = &job.report;
    let imported = if job.is_dry_run { "files-would" } else { "files-imported" };
    let counts = [
        ("files-rows", report.rows),
        (imported, report.imported()),
        ("files-public", report.published),
        ("files-waiting", report.waiting),
        ("files-contact-data", report.contact_data),
        ("files-hidden", report.hidden),
        ("files-answers", report.answers),
        ("files-skipped", report.skipped()),
        ("files-removed", report.undone),
        ("files-kept", report.kept),
    ];
    let is_said = |(text, count): &(&str, u64)| {
        let is_always_said = ["files-rows", imported, "files-public", "files-skipped"].contains(text);
        report.rows > 0 && (*count > 0 || is_always_said)
    };
    let counts = counts.into_iter().filter(is_said);
    counts.map(|(text, count)| viewer.texts.say(text).count("count", count).to_string()).collect()
}

/// The progress of an import. After an upload, S3 redirects to this page and adds the file's tag to the address.
pub(crate) async fn import(Click { parts, viewer, id, fields: query }: Click<Guid>) -> Served {
    let is_uploaded = query.find("etag").is_some();
    let page = page(&parts, &viewer, id, is_uploaded, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

async fn page(
    parts: &Parts,
    viewer: &Viewer,
    id: Guid,
    is_uploaded: bool,
    refused: Option<String>,
) -> Result<ImportPage, Failure> {
    let here = format!("{}{HERE}/{id}", parts.base_url);
    let (job, form) = parts.imports.show(&viewer.caller(), id, Afterwards::To(&here), viewer.now).await?;
    let part = match job.report.rows {
        0 => ImportPart::default(),
        _ => parts.imports.whole_report(&viewer.caller(), id).await?.1,
    };
    let stage = Stage::of(viewer, &job, form, is_uploaded);
    let undescribed = part.undescribed();
    let (mut unknown, mut products): (Vec<_>, Vec<_>) = part.products.into_iter().partition(|it| it.is_unknown);
    for list in [&mut unknown, &mut products] {
        list.sort_by_key(|product| std::cmp::Reverse(product.rows));
        list.truncate(PRODUCTS_SHOWN);
    }
    let ids = products.iter().filter_map(|tally| ProductId::in_catalog(&tally.product).ok());
    let known = parts.console.store.products(&viewer.tenant, &ids.collect::<Vec<_>>()).await?;
    let titled = |tally: ProductTally| {
        let known = known.iter().find(|known| known.id.as_str() == tally.product);
        (tally, known.map(|known| known.title.as_str().to_owned()).unwrap_or_default())
    };
    let products = products.into_iter().map(titled).collect();
    Ok(ImportPage { shell: viewer.shell("reviews"), job, stage, products, unknown, undescribed, refused })
}

/// The whole report as CSV, with a byte order mark for Excel.
pub(crate) async fn report(Click { parts, viewer, id, .. }: Click<Guid>) -> Served {
    let (job, part) = parts.imports.whole_report(&viewer.caller(), id).await?;
    Ok(attachment("import.csv", csv::TYPE, format!("{}{}", csv::MARK, report_csv(&job, &part)?)))
}

pub(crate) async fn undo(Click { parts, viewer, id, .. }: Click<Guid>) -> Served {
    let refused = match parts.imports.undo(&viewer.caller(), id, viewer.now).await {
        Ok(_) => return Ok(see_other(&format!("{HERE}/{id}"))),
        Err(Error::ImportTouched(count)) => viewer.texts.say("files-undo-touched").count("count", count).to_string(),
        Err(error) => viewer.refusal(error)?,
    };
    let page = page(&parts, &viewer, id, false, Some(refused)).await?;
    Ok(framed(StatusCode::CONFLICT, &page, &page.shell))
}

/// Reads the kept file again with what the import asked for, so that nothing is uploaded again.
pub(crate) async fn read_again(Click { parts, viewer, id, fields }: Click<Guid>) -> Served {
    let Some(said) = said(&fields) else {
        let refused = Some(viewer.texts.say("files-again-choose").to_string());
        let page = page(&parts, &viewer, id, false, refused).await?;
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
    };
    parts.imports.read_again(&viewer.caller(), id, said, &parts.import_queue).await?;
    Ok(see_other(&format!("{HERE}/{id}")))
}

pub(crate) async fn for_good(Click { parts, viewer, id, .. }: Click<Guid>) -> Served {
    let import = parts.imports.for_good(&viewer.caller(), id, &parts.import_queue, viewer.now).await?;
    Ok(see_other(&format!("{HERE}/{import}")))
}

/// Adds answers about products to the shop's earlier answers, and redirects to the import.
pub(crate) async fn answer(Click { parts, viewer, fields, .. }: Click) -> Served {
    let id = Guid::parse(fields.text("import")).map_err(|_| Failure::NotFound)?;
    let mut answers = parts.imports.product_answers(&viewer.caller()).await?;
    let mut wrong = None;
    for number in 0..PRODUCTS_SHOWN {
        let (name, answer) = (fields.text(&format!("name.{number}")), fields.text(&format!("answer.{number}")).trim());
        if !answer.is_empty() && ProductAnswers::answer(&mut answers, name, answer).is_err() {
            wrong.get_or_insert_with(|| name.to_owned());
        }
    }
    if let Some(name) = wrong {
        let refused = viewer.texts.say("files-answer-wrong").words("name", &name).to_string();
        let page = page(&parts, &viewer, id, false, Some(refused)).await?;
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
    }
    parts.imports.answer_products(&viewer.caller(), &answers, viewer.now).await?;
    let refused = Some(viewer.texts.say("files-answered").to_string());
    let page = page(&parts, &viewer, id, false, refused).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Whether an import failed because its undo found too few reviews.
fn is_of_undo(job: &ImportJob) -> bool {
    job.report.faults.iter().any(|it| it.fault == ImportFault::UndoIncomplete)
}

const fn is_note(fault: &FaultAt) -> bool {
    matches!(fault.fault.weighs(), Weighs::Note)
}
