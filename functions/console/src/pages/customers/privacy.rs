//! Exports and erasures. An erasure needs a second confirmation, on a page that says what will be erased.

use app::privacy::{DataSubject, PrivacyRequest, stored_about};
use askama::Template;
use axum::http::StatusCode;
use domain::customer::Customer;
use domain::privacy::{PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::review::Actor;
use domain::values::{CustomerId, Guid};
use edge::page::see_other;
use store::privacy::PrivacyJob;

use super::HERE;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed, secret};
use crate::ui::progress::Progress;
use crate::ui::{called, path_of};

#[derive(Template)]
#[template(path = "customer-erase.html")]
struct ErasePage {
    shell: Shell,
    id: String,
    name: String,
    /// How much of each kind of data will be erased.
    lost: Vec<String>,
    /// Whether there are more orders than were counted.
    has_more: bool,
    address: Option<String>,
    wrong: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    shell: Shell,
    job: PrivacyJob,
    /// The person, as long as they are stored.
    person: Option<Customer>,
    counts: Vec<String>,
    download: Option<String>,
    /// Until the work is over.
    progress: Option<Progress>,
}

async fn begin(
    parts: &Parts,
    viewer: &Viewer,
    customer: CustomerId,
    kind: PrivacyKind,
    reviews: ReviewsChoice,
) -> Served {
    let asked = PrivacyRequest { kind, subject: DataSubject::Customer(customer), reviews };
    let receipt = parts.privacy.begin(&viewer.caller(), asked, viewer.now).await?;
    Ok(see_other(&format!("{HERE}/receipts/{receipt}")))
}

pub(crate) async fn export(Click { parts, viewer, id, .. }: Click<CustomerId>) -> Served {
    let customer = parts.customers.get(&viewer, id).await?;
    begin(&parts, &viewer, customer.id, PrivacyKind::Export, ReviewsChoice::Delete).await
}

pub(crate) async fn ask_to_erase(Click { parts, viewer, id, .. }: Click<CustomerId>) -> Served {
    let customer = parts.customers.get(&viewer, id).await?;
    let page = erase_page(&parts, &viewer, &customer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn erase(Click { parts, viewer, id, fields }: Click<CustomerId>) -> Served {
    let customer = parts.customers.get(&viewer, id).await?;
    let choice = ReviewsChoice::parse(fields.text("reviews"));
    let wrong = match (fields.find("sure"), choice) {
        (Some(_), Some(reviews)) => {
            return begin(&parts, &viewer, customer.id, PrivacyKind::Erase, reviews).await;
        }
        (None, _) => "customer-erase-tick",
        (Some(_), None) => "customer-erase-choose",
    };
    let page = erase_page(&parts, &viewer, &customer, Some(wrong)).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

async fn erase_page(
    parts: &Parts,
    viewer: &Viewer,
    customer: &Customer,
    wrong: Option<&'static str>,
) -> Result<ErasePage, Failure> {
    let (stored, has_more) = stored_about(&parts.customers.store, &viewer.tenant, &viewer.keys, customer).await?;
    let address = customer.email.as_ref().map(|email| email.as_typed().to_owned());
    Ok(ErasePage {
        shell: viewer.shell("customers"),
        id: customer.id.guid().to_string(),
        name: called(viewer, customer),
        lost: counted(viewer, stored),
        has_more,
        address: address.or_else(|| customer.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        wrong,
    })
}

/// How much there is of each kind of data.
fn counted(viewer: &Viewer, found: PersonCounts) -> Vec<String> {
    let counts = [
        (found.requests, "receipt-requests"),
        (found.messages, "receipt-messages"),
        (found.reviews, "receipt-reviews"),
        (found.photos, "review-photos"),
        (found.orders, "receipt-orders"),
        (found.charges, "receipt-charges"),
    ];
    let some = counts.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, text)| viewer.texts.say(text).count("count", count).to_string()).collect()
}

pub(crate) async fn receipt(Click { parts, viewer, id: receipt, .. }: Click<Guid>) -> Served {
    let (job, download) = parts.privacy.show(&viewer.tenant, receipt, viewer.now).await?;
    if download.is_some() {
        // A person has now downloaded the file, so the request that came from the shop's system is done.
        if job.by == Actor::System {
            parts.privacy.store.forget_data_request(&viewer.tenant, receipt).await?;
        }
        viewer.record(&parts, "take_customer_file", receipt).await?;
    }
    let person = match job.person.customers.first() {
        Some(&id) => parts.customers.find(&viewer, id).await?,
        None => None,
    };
    let page = receipt_page(&viewer, job, person, download);
    // Whoever knows the download's address can download the file.
    Ok(secret(&page, &page.shell))
}

impl ReceiptPage {
    fn heading(&self) -> &'static str {
        if self.job.kind == PrivacyKind::Erase { "receipt-erasure" } else { "receipt-export" }
    }

    fn title(&self) -> String {
        let heading = self.shell.texts.say(self.heading());
        self.progress.as_ref().map_or_else(|| heading.to_string(), |progress| progress.title(&heading))
    }

    /// The text about how it ended.
    fn status(&self) -> &'static str {
        match self.job.status {
            PrivacyStatus::Done if self.job.kind == PrivacyKind::Erase => "receipt-erased",
            PrivacyStatus::Done if self.download.is_none() => "receipt-over",
            PrivacyStatus::Done => "receipt-exported",
            PrivacyStatus::Failed | PrivacyStatus::Running => "receipt-failed",
        }
    }
}

fn receipt_page(viewer: &Viewer, job: PrivacyJob, person: Option<Customer>, download: Option<String>) -> ReceiptPage {
    let found = job.counts.or_else(|| Some(job.progress.as_ref()?.counts)).unwrap_or_default();
    let counts = counted(viewer, found);
    let progress = (job.status == PrivacyStatus::Running).then(|| progress(viewer, &job, found, &counts));
    ReceiptPage { shell: viewer.shell("customers"), job, person, counts, download, progress }
}

/// How far the search or the removal is. Only once everything is found, an erasure's end is known.
fn progress(viewer: &Viewer, job: &PrivacyJob, found: PersonCounts, counts: &[String]) -> Progress {
    let again = format!("{HERE}/receipts/{}", job.receipt);
    let begun = |text| Progress::begun(viewer, viewer.texts.say(text), again);
    match (&job.progress, job.counts, job.removed_at) {
        (_, _, Some(_)) => begun("receipt-removed").with_lines(counts.to_vec()),
        (Some(removal), Some(all), None) => {
            begun("receipt-removing").of(removal.counts.sum(), all.sum(), removal.since).with_lines(counts.to_vec())
        }
        _ => begun("receipt-running").so_far(found.sum(), &counts.join(" · ")),
    }
}
