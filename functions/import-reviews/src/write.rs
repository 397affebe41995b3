//! A row's review: written, or only looked for in a dry run.

use app::error::Error;
use app::retry::{TryError, retry};
use app::review::photos::{PhotoUrl, PhotoUrls, order_photos};
use domain::import::ImportFault;
use domain::order::ProductId;
use domain::review::{Brought, DisplayName, ExternalId, Moderation, NewReview, Origin, Review};
use domain::values::{ReviewId, Verification};
use store::import::ImportedBy;
use store::review::list_pages::ReviewList;
use store::table::{CommitError, End, Part, Reading, Span};

use crate::run::{ImportRow, ImportRun, ImportWork};

/// Reviews of the same second among which those to compare a row with are looked for.
const SAME_SECOND_MAX: u32 = 1_000;
/// Reviews of the same product, second and stars that a row is compared with.
const COMPARED_MAX: usize = 100;

/// The result of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Imported,
    Duplicate,
    /// The author was erased.
    Erased,
}

impl ImportRun<'_> {
    pub(crate) async fn take_review(&mut self, line: u64, row: &ImportRow) -> Result<(), Error> {
        let digests = self.digests(row);
        let urls = PhotoUrls { bucket: self.work.bucket.clone(), reach: self.work.reach };
        let photos: Vec<_> = row.photos.iter().filter_map(|url| urls.parse(url).ok()).collect();
        let outcome = match self.is_known_here(row).await? {
            true => Outcome::Duplicate,
            false if self.job.is_dry_run => self.rehearse(row, &digests).await?,
            false => self.write(line, row, &photos, &digests).await?,
        };
        match outcome {
            Outcome::Duplicate => self.job.report.note(line, None, ImportFault::Duplicate),
            Outcome::Erased => self.job.report.note(line, None, ImportFault::Erased),
            Outcome::Imported => {
                self.job.report.imported += 1;
                if photos.len() < row.photos.len() {
                    self.job.report.note(line, Some(row.photos_column), ImportFault::PhotosNotImported);
                }
            }
        }
        Ok(())
    }

    /// The result that a row of a dry run would have.
    async fn rehearse(&mut self, row: &ImportRow, digests: &[String]) -> Result<Outcome, Error> {
        let is_known = !self.work.store.imported_by(&self.tenant, digests).await?.is_empty();
        let is_seen = digests.iter().any(|digest| self.seen.contains(&start(digest)));
        if is_known || is_seen {
            return Ok(Outcome::Duplicate);
        }
        if self.is_erased(row).await? {
            return Ok(Outcome::Erased);
        }
        for digest in digests.iter().map(|digest| start(digest)) {
            self.seen.insert(digest);
            self.unsaved_seen.push(digest);
        }
        Ok(Outcome::Imported)
    }

    /// Writes a row's review, unless the row or another one did, or its author was erased.
    async fn write(
        &self,
        line: u64,
        row: &ImportRow,
        photos: &[PhotoUrl],
        digests: &[String],
    ) -> Result<Outcome, Error> {
        let Self { work: ImportWork { store, clock, .. }, tenant, keys, job, .. } = self;
        let by = ImportedBy { import: job.id, line };
        // Nothing is ordered for one that is known or whose author was erased.
        if !photos.is_empty() {
            if let Some(outcome) = self.known_from_file(digests, by).await? {
                return Ok(outcome);
            }
            if self.is_erased(row).await? {
                return Ok(Outcome::Erased);
            }
        }
        // Any number that is always the same for this row.
        let first = digests.last().map_or(line, |digest| start(digest));
        let mut tried = 0;
        retry!(store, {
            let id = ReviewId::written(row.written_at, first.wrapping_add(tried));
            let new = NewReview {
                id,
                origin: Origin::Import { platform: row.platform },
                author: None,
                product: row.product.clone(),
                language: row.language,
                verification: Verification::None,
                works_for_shop: row.email.as_ref().is_some_and(|email| self.insiders.has(email)),
                incentivized: row.incentivized,
                visitor: false,
                version: row.version.clone(),
            };
            let brought =
                Brought { external_id: row.external_id.clone(), written_at: row.written_at, reply: row.reply.clone() };
            let moderation = if row.waits { Moderation::Hold } else { self.moderation };
            let (mut review, ledger) = Review::import(new, brought, job.by.clone(), moderation, clock.now());
            review.set_photos(order_photos(&self.work.photos, tenant, keys, &review, photos, clock.now()).await?);
            let mut transaction = store.transaction(tenant);
            transaction.save_review(None, &review, &ledger, keys, &self.subscriptions);
            transaction.guard_import(digests, by);
            if let Some(email) = &row.email {
                let index = keys.email_index(email);
                // An erasure bars the address before it looks for what it removes: either it finds this, or this is refused.
                transaction.require_not_erased(&index);
                transaction.note_imported_review(&index, id);
            }
            match transaction.commit().await {
                Ok(()) => Ok(Outcome::Imported),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Imported) => {
                    Ok(self.known_from_file(digests, by).await?.unwrap_or(Outcome::Duplicate))
                }
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Suppression) => Ok(Outcome::Erased),
                Err(error) => {
                    // Its id is taken: the next try has another one.
                    tried += u64::from(error.refused(Part::Review));
                    Err(TryError::<Error>::from(error))
                }
            }
        })
    }

    /// The result of a row whose review a file brought: imported, if this row brought it in a run that died afterwards.
    /// `None` if no file did.
    async fn known_from_file(&self, digests: &[String], by: ImportedBy) -> Result<Option<Outcome>, Error> {
        let known = self.work.store.imported_by(&self.tenant, digests).await?;
        let outcome = if known.contains(&by) { Outcome::Imported } else { Outcome::Duplicate };
        Ok((!known.is_empty()).then_some(outcome))
    }

    async fn is_erased(&self, row: &ImportRow) -> Result<bool, Error> {
        match &row.email {
            Some(email) => Ok(self.work.store.is_erased(&self.tenant, &self.keys.email_index(email)).await?),
            None => Ok(false),
        }
    }

    /// Whether the shop has the review, and not from a file: it has its id, or its product, name, stars, text and date.
    async fn is_known_here(&self, row: &ImportRow) -> Result<bool, Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        let id = row.external_id.as_ref().and_then(ExternalId::guid).and_then(ReviewId::from_guid);
        if let Some(id) = id
            && (store.review_row(tenant, id).await?.is_some() || !store.ledger(tenant, id, keys).await?.is_empty())
        {
            return Ok(true);
        }
        let (first, last) = ReviewId::of_second(row.written_at);
        let reading = Reading { span: Some(Span { first, last }), ..Reading::first(End::Oldest, SAME_SECOND_MAX) };
        let mut rows = store.review_rows(tenant, &ReviewList::All, reading).await?.rows;
        rows.retain(|known| known.product == row.product && known.rating == row.version.rating);
        rows.truncate(COMPARED_MAX);
        let known = store.reviews_of_rows(tenant, &rows, keys).await?;
        Ok(known.iter().any(|known| {
            let words = known.content.words.as_ref();
            !matches!(known.origin, Origin::Import { .. })
                && words.is_some_and(|words| words.text == row.version.words.text)
                && words.is_some_and(|words| words.display_name == row.version.words.display_name)
        }))
    }

    /// By what a review is known again: its content, and its id where it was written.
    fn digests(&self, row: &ImportRow) -> Vec<String> {
        let ImportRow { platform, external_id, product, version, written_at, .. } = row;
        let (product, stars) = (product.as_ref().map(ProductId::as_str), version.rating.stars());
        let name = version.words.display_name.as_ref().map(DisplayName::as_str);
        let (text, second) = (version.words.text.as_str(), written_at.as_second());
        // No part contains a NUL.
        let content = format!("import\0{product:?}\0{name:?}\0{stars}\0{text}\0{second}");
        let id = external_id.as_ref().map(|id| format!("import\0{}\0{}", platform.as_str(), id.as_str()));
        id.into_iter().chain([content]).map(|known_by| self.keys.fingerprint(known_by.as_bytes())).collect()
    }
}

/// The start of a digest: eight bytes for each row of a dry run have to fit into memory. Among a million rows two are the
/// same by chance once in 30 million runs.
fn start(digest: &str) -> u64 {
    digest.get(..16).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or_default()
}
