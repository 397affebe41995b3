//! A shop's evidence of how it decides about reviews: one ZIP file for authorities and lawyers, with ids and without anything
//! that people wrote. It is written in one pass, so that a run needs memory for a page of rows and one part of the file.

mod policy;
mod rows;
mod zip;

use app::bucket::PART_BYTES_MIN;
use app::error::Error;
use app::privacy::PrivacyTask;
use app::privacy::evidence::{evidence_gone_at, evidence_key};
use app::review::{PublicReviews, Reviews};
use domain::values::{Language, Tenant};
use edge::trust::{TrustBody, TrustPage};
use jiff::{SignedDuration, Timestamp};
use store::privacy::evidence::Evidence;
use store::review::feeds::UploadedParts;
use store::shop::TenantRecord;
use texts::Texts;

use self::policy::text_of;
use self::rows::{Source, head, page};
use self::zip::Zip;
use crate::work::{PrivacyWork, RUN_FOR};

const TYPE: &str = "application/zip";
/// What fills the files with rows, in this order: a file, and a list that is read for it. A file may have two lists.
const STEPS: [&str; 8] = [
    "decisions reviews",
    "decisions ended",
    "reports reviews",
    "reports ended",
    "incentives reviews",
    "insiders reviews",
    "imported reviews",
    "audit log",
];
/// The files, each with the id of the text that explains it.
const FILES: [(&str, &str); 8] = [
    ("policy.txt", "evidence-policy"),
    ("trust.json", "evidence-trust"),
    ("decisions.csv", "evidence-decisions"),
    ("reports.csv", "evidence-reports"),
    ("incentives.csv", "evidence-incentives"),
    ("insiders.csv", "evidence-insiders"),
    ("imported.csv", "evidence-imported"),
    ("audit.csv", "evidence-audit"),
];

impl PrivacyWork {
    /// Continues a shop's evidence. What does not fit into this run is queued, until the evidence would be deleted.
    pub(crate) async fn write_evidence(&self, tenant: &Tenant) -> Result<(), Error> {
        let started = self.clock.now();
        let Some(mut evidence) = self.store.begin_evidence_run(tenant).await? else { return Ok(()) };
        if evidence.finished_at.is_some() || started >= evidence_gone_at(&evidence) {
            return Ok(());
        }
        let Some(record) = self.store.tenant(tenant).await? else { return Ok(()) };
        let keys = self.vault.tenant(tenant, &record.root, started).await?;
        let source = Source { store: &self.store, tenant, keys: &keys };
        let mut zip = self.unfinished_zip(tenant, &mut evidence).await?;
        if evidence.step.is_none() {
            self.write_papers(tenant, record, &mut zip).await?;
        }
        let first = evidence.step.as_deref().and_then(|step| STEPS.iter().position(|other| *other == step));
        for step in &STEPS[first.unwrap_or_default()..] {
            let (file, list) = step.split_once(' ').unwrap_or((step, ""));
            if evidence.step.as_deref() != Some(*step) {
                (evidence.step, evidence.after) = (Some((*step).to_owned()), None);
                let name = format!("{file}.csv");
                if zip.files.last().is_none_or(|last| last.name != name) {
                    zip.begin(&name, &head(file)?)?;
                }
            }
            loop {
                if self.clock.now().duration_since(started) > RUN_FOR {
                    return self.leave_zip(tenant, evidence, zip).await;
                }
                let (rows, next) = page(&source, file, list, evidence.after.as_deref()).await?;
                zip.add(&rows)?;
                if zip.rest.len() >= PART_BYTES_MIN {
                    self.upload_zip(tenant, &mut evidence, &mut zip).await?;
                }
                evidence.after = next;
                if evidence.after.is_none() {
                    break;
                }
            }
        }
        zip.end()?;
        self.finish_evidence(tenant, evidence, zip).await
    }

    /// The ZIP file as the previous run left it.
    async fn unfinished_zip(&self, tenant: &Tenant, evidence: &mut Evidence) -> Result<Zip, Error> {
        let rest = match evidence.rest.take() {
            Some(run) => self.bucket.get(&rest_key(tenant, evidence, run), self.clock.now()).await?.to_vec(),
            None => Vec::new(),
        };
        Ok(Zip::new(std::mem::take(&mut evidence.files), evidence.uploaded, rest, evidence.asked_at))
    }

    /// Writes the files that are not rows: what the others are, what the shop's public page says, and the same as JSON.
    async fn write_papers(&self, tenant: &Tenant, record: TenantRecord, zip: &mut Zip) -> Result<(), Error> {
        let now = self.clock.now();
        let reviews = Reviews { store: self.store.clone(), bucket: self.bucket.clone() };
        let public = PublicReviews { reviews, vault: self.vault.clone() };
        let shop = public.as_shown(tenant.clone(), record, now).await?;
        let trust = public.trust(&shop).await?;
        let body = TrustBody::new(tenant.id.as_str(), &shop, &trust, now);
        let language = shop.shop.language.unwrap_or(Language::English);
        zip.begin("README.txt", &readme(language, &shop.shop.name, now))?;
        let page = TrustPage::new(Texts::page(language), &shop.shop, &body, "").html()?;
        zip.begin("policy.txt", &text_of(&page))?;
        let json = serde_json::to_string_pretty(&body).map_err(|error| Error::Internal(error.to_string()))?;
        zip.begin("trust.json", &json)
    }

    async fn upload_zip(&self, tenant: &Tenant, evidence: &mut Evidence, zip: &mut Zip) -> Result<(), Error> {
        let (key, uploaded) = (evidence_key(tenant, evidence.receipt), zip.bytes());
        self.upload_next((&key, TYPE), &mut evidence.parts, std::mem::take(&mut zip.rest).into()).await?;
        zip.uploaded = uploaded;
        Ok(())
    }

    /// Stores the rest for the next run, and queues that run.
    async fn leave_zip(&self, tenant: &Tenant, mut evidence: Evidence, zip: Zip) -> Result<(), Error> {
        let run = evidence.version;
        self.bucket.put(&rest_key(tenant, &evidence, run), TYPE, zip.rest.into(), self.clock.now()).await?;
        (evidence.files, evidence.uploaded, evidence.rest) = (zip.files, zip.uploaded, Some(run));
        if self.store.save_evidence(tenant, &evidence).await? {
            self.queue.send(&PrivacyTask::of_evidence(tenant), SignedDuration::ZERO).await?;
        }
        Ok(())
    }

    async fn finish_evidence(&self, tenant: &Tenant, mut evidence: Evidence, zip: Zip) -> Result<(), Error> {
        let (key, bytes) = (evidence_key(tenant, evidence.receipt), zip.bytes());
        let parts = std::mem::take(&mut evidence.parts);
        if let Err(error) = self.finish_file((&key, TYPE), parts, zip.rest.into()).await {
            // Another run may have replaced a part, so the next try begins a new upload.
            let anew = Evidence { version: evidence.version, ..Evidence::new(evidence.receipt, evidence.asked_at) };
            self.store.save_evidence(tenant, &anew).await?;
            return Err(error);
        }
        evidence.parts = UploadedParts::default();
        (evidence.files, evidence.bytes, evidence.finished_at) = (zip.files, bytes, Some(self.clock.now()));
        if self.store.save_evidence(tenant, &evidence).await? {
            tracing::info!(shop = %tenant, bytes, "evidence written");
        }
        Ok(())
    }
}

/// What each file is, in the shop's language.
fn readme(language: Language, shop_name: &str, now: Timestamp) -> String {
    let texts = Texts::papers(language);
    let day = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let made = texts.say("evidence-made").words("day", &texts.day(day.year(), day.month(), day.day())).to_string();
    let heading = texts.say("evidence-heading").with("shop", shop_name).to_string();
    let mut readme = format!("{heading}\n\n{made}\n{}\n", texts.say("evidence-ids"));
    for (file, text) in FILES {
        readme += &format!("\n{file}\n    {}\n", texts.say(text));
    }
    readme
}

/// The key of the bytes that a run left.
fn rest_key(tenant: &Tenant, evidence: &Evidence, run: u32) -> String {
    format!("{}-{run}", evidence_key(tenant, evidence.receipt))
}
