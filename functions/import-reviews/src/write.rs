//! Writes a row's review, and decides how far its purchase is verified. A dry run only finds out what the result would be.

use app::error::{Error, TryError, retry};
use app::review::photos::order_photos;
use domain::customer::CustomerKey;
use domain::import::ImportFault;
use domain::order::{Order, ProductId};
use domain::review::{
    Brought, Checks, DisplayName, ExternalId, HoldRule, LedgerEntry, NewReview, Origin, Review, ReviewState,
};
use domain::values::{RemoteUrl, ReviewId, Verification};
use jiff::SignedDuration;
use jiff::civil::Date;
use store::import::{ImportedBy, RowDigests};
use store::review::list_pages::ReviewList;
use store::table::{CommitError, End, Part, Reading, Span};

use crate::layouts::Layout;
use crate::products::{Named, Products};
use crate::row::{ImportRow, ReadRow, RowFault};
use crate::run::{Halt, ImportRun, ImportWork, RowAt};

/// The most reviews of the row's second that are searched for the same product and stars.
const SAME_SECOND_MAX: u32 = 1_000;
/// The most reviews of the same second, product and stars whose texts are compared with the row.
const COMPARED_MAX: usize = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The review was imported in this state, and waits by this rule if by one.
    Imported(ReviewState, Option<HoldRule>),
    Duplicate,
    /// The author's data was erased.
    Erased,
    /// Another run continues, or the import was undone.
    Superseded,
}

/// A row with what is needed to write its review.
struct Prepared<'a> {
    at: RowAt,
    row: &'a ImportRow,
    product: Option<ProductId>,
    verification: Verification,
    /// The UTC day on which the author got the product, if an order says it.
    ordered_at: Option<Date>,
    digests: RowDigests,
}

impl ImportRun<'_> {
    /// Reads the shop's products. A run calls this once.
    pub(crate) async fn read_products(&mut self) -> Result<(), Error> {
        let system = self.job.options.system(self.job.format);
        self.products = Some(Products::read(&self.work.store, &self.tenant, system).await?);
        Ok(())
    }

    pub(crate) async fn take_row(&mut self, at: RowAt, read: ReadRow) -> Result<(), Halt> {
        let ReadRow { named, product_column, is_answer: _, mut notes, row } = read;
        let found = self.products.as_ref().map_or(Err(ImportFault::Product), |products| products.find(&named));
        let listed = match &found {
            Ok(product) => Some((ProductId::name_of(product.as_ref()).to_owned(), false)),
            Err(ImportFault::UnknownProduct | ImportFault::LeftOut) => {
                Some((named.names().into_iter().next().unwrap_or_default(), true))
            }
            Err(_) => None,
        };
        let is_described = |id: &ProductId| self.products.as_ref().is_some_and(|products| products.is_described(id));
        // A draft of the shop is described when it is published.
        let is_draft = row.as_ref().is_ok_and(|row| row.is_product_hidden);
        let is_undescribed = !is_draft && matches!(&found, Ok(Some(id)) if !is_described(id));
        if let Some((name, is_unknown)) = listed {
            let tally = self.part.product(&name, is_unknown);
            tally.is_undescribed |= is_undescribed;
            tally.rows += 1;
        }
        let made = self.products.as_ref().and_then(|products| products.made_of(&named));
        if made.is_some() && matches!(&found, Ok(product) if *product == made) {
            notes.push((product_column.clone(), ImportFault::MadeProduct));
        }
        match (found, row) {
            (Ok(product), Ok(row)) => self.take_review(at, &row, product, &named, &notes).await,
            (found, row) => {
                let of_product = found.err().map(|fault| (product_column, fault));
                let faults: Vec<RowFault> = of_product.into_iter().chain(row.err().into_iter().flatten()).collect();
                self.skip(at, &faults);
                Ok(())
            }
        }
    }

    async fn take_review(
        &mut self,
        at: RowAt,
        row: &ImportRow,
        product: Option<ProductId>,
        named: &Named,
        notes: &[RowFault],
    ) -> Result<(), Halt> {
        let photos = self.photos(row);
        let (verification, ordered_at) = self.purchase(row, product.as_ref()).await?;
        let digests = self.digests(row, product.as_ref());
        let prepared = Prepared { at, row, product, verification, ordered_at, digests };
        let is_known = self.is_of_handle(&prepared, named).await? || self.is_known_here(&prepared).await?;
        let outcome = match is_known {
            true => Outcome::Duplicate,
            false if self.job.is_dry_run => self.rehearse(&prepared).await?,
            false => self.write(&prepared, &photos).await?,
        };
        match outcome {
            Outcome::Superseded => return Err(Halt::Later),
            Outcome::Duplicate => self.skip(at, &[(None, ImportFault::Duplicate)]),
            Outcome::Erased => self.skip(at, &[(None, ImportFault::Erased)]),
            Outcome::Imported(state, rule) => {
                let report = &mut self.job.report;
                match state {
                    ReviewState::Published => report.published += 1,
                    ReviewState::Withheld => report.hidden += 1,
                    _ => report.waiting += 1,
                }
                report.contact_data += u64::from(rule == Some(HoldRule::ContactData));
                notes.iter().for_each(|(column, fault)| self.note(at, column.as_deref(), *fault));
                if photos.len() < row.photos.len() {
                    self.note(at, row.photos_column.as_deref(), ImportFault::PhotosNotImported);
                }
                self.describe(prepared.product.as_ref(), named).await?;
            }
        }
        Ok(())
    }

    /// The row's photos at addresses from which photos may be fetched. `http://` is tried as `https://`, because most hosts that
    /// old files name have HTTPS today.
    fn photos(&self, row: &ImportRow) -> Vec<RemoteUrl> {
        let is_ours = self.job.format.is_some_and(|format| Layout::of(format).is_ours);
        let parse_url = |url: &str| RemoteUrl::parse(url, self.work.reach).ok();
        let parse = |url: &String| {
            let safer = || url.strip_prefix("http://").filter(|_| !is_ours).map(|rest| format!("https://{rest}"));
            parse_url(url).or_else(|| parse_url(&safer()?))
        };
        row.photos.iter().filter_map(parse).collect()
    }

    /// Stores the product's title and page from the file if it has no title here. A dry run stores nothing.
    async fn describe(&mut self, product: Option<&ProductId>, named: &Named) -> Result<(), Error> {
        let products = self.products.as_mut().filter(|_| !self.job.is_dry_run);
        let titled = products.zip(product).and_then(|(products, id)| products.entitle(id, named));
        if let Some(product) = titled {
            self.work.store.note_product(&self.tenant, &product).await?;
        }
        Ok(())
    }

    /// The result that the row of a dry run would have in a real import.
    async fn rehearse(&self, prepared: &Prepared<'_>) -> Result<Outcome, Error> {
        let Prepared { row, digests, .. } = prepared;
        if self.work.store.imported_by(&self.tenant, digests).await?.is_some() {
            return Ok(Outcome::Duplicate);
        }
        Ok(if self.is_erased(row).await? { Outcome::Erased } else { self.imported(prepared) })
    }

    /// Writes a row's review unless the review is known or its author was erased.
    async fn write(&self, prepared: &Prepared<'_>, photos: &[RemoteUrl]) -> Result<Outcome, Error> {
        let Self { work: ImportWork { store, clock, .. }, tenant, keys, job, .. } = self;
        let Prepared { at, row, digests, .. } = prepared;
        let by = ImportedBy { import: job.id, line: at.line, row: at.row, with_ids: None };
        // These reads come before the photos are queued, so that no photo of a duplicate or of an erased author is fetched.
        if !photos.is_empty() {
            if let Some(outcome) = self.known_from_file(prepared, by).await? {
                return Ok(outcome);
            }
            if self.is_erased(row).await? {
                return Ok(Outcome::Erased);
            }
        }
        let mut tried = 0;
        retry!(store, {
            // The id is computed from the row, so that a repeated run tries the same ids.
            let id = ReviewId::written(row.written_at, start(digests.own()).wrapping_add(tried));
            let (mut review, ledger) = self.review(prepared, id);
            review.set_photos(order_photos(&self.work.photos, tenant, keys, &review, photos, clock.now()).await?);
            let index = row.email.as_ref().map(|email| keys.email_index(email));
            let mut transaction = store.transaction(tenant);
            transaction.save_imported(None, &review, &ledger, keys, &self.subscriptions);
            transaction.bring(job, by, id, digests, index.as_deref());
            if let Some(index) = &index {
                // An erasure first marks the address as erased and then searches for its reviews. So the erasure finds this
                // review, or this transaction is refused.
                transaction.require_not_erased(index);
            }
            match transaction.commit().await {
                Ok(()) => Ok(Outcome::Imported(review.state, review.held_by())),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Import) => Ok(Outcome::Superseded),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Imported) => {
                    Ok(self.known_from_file(prepared, by).await?.unwrap_or(Outcome::Duplicate))
                }
                Err(error @ CommitError::Refused(_)) if error.refused(Part::Suppression) => Ok(Outcome::Erased),
                Err(error) => {
                    // Another review has the id, so the next attempt uses the next id.
                    tried += u64::from(error.refused(Part::Review));
                    Err(TryError::<Error>::from(error))
                }
            }
        })
    }

    /// The review of a row with this id, and its history.
    fn review(&self, prepared: &Prepared<'_>, id: ReviewId) -> (Review, Vec<LedgerEntry>) {
        let Prepared { row, product, verification, ordered_at, .. } = prepared;
        let new = NewReview {
            id,
            origin: Origin::Import { platform: row.platform, from_shop: self.job.options.from_shop },
            author: None,
            product: product.clone(),
            language: row.language,
            verification: *verification,
            incentivized: row.incentivized,
            experienced_at: row.experienced_at.or(*ordered_at),
            visitor: false,
            version: row.version.clone(),
        };
        let is_hidden = |id: &ProductId| self.products.as_ref().is_some_and(|products| products.is_hidden(id));
        let brought = Brought {
            external_id: row.external_id.clone(),
            written_at: row.written_at,
            edited_at: row.edited_at,
            was_hidden: row.was_hidden,
            is_product_hidden: row.is_product_hidden || product.as_ref().is_some_and(is_hidden),
            reply: row.reply.clone(),
        };
        let is_insider = row.email.as_ref().is_some_and(|email| self.insiders.has(email));
        let checks = Checks { is_insider, ..self.checks };
        Review::import(new, brought, self.job.by.clone(), checks, self.work.clock.now())
    }

    /// The result of a row whose review is imported.
    fn imported(&self, prepared: &Prepared<'_>) -> Outcome {
        let id = ReviewId::written(prepared.row.written_at, start(prepared.digests.own()));
        let review = self.review(prepared, id).0;
        Outcome::Imported(review.state, review.held_by())
    }

    /// The result of a row whose review came from a file before; `None` if it did not. The row counts as imported if the earlier
    /// run of this row died after it wrote the review.
    async fn known_from_file(&self, prepared: &Prepared<'_>, by: ImportedBy) -> Result<Option<Outcome>, Error> {
        let known = self.work.store.imported_by(&self.tenant, &prepared.digests).await?;
        Ok(known.map(|known| if known.is(by) { self.imported(prepared) } else { Outcome::Duplicate }))
    }

    /// Whether the review came from a file while no product had its handle.
    async fn is_of_handle(&self, prepared: &Prepared<'_>, named: &Named) -> Result<bool, Error> {
        let Prepared { row, product, .. } = prepared;
        let made = self.products.as_ref().and_then(|products| products.made_before(named));
        let Some(made) = made.filter(|made| Some(made) != product.as_ref()) else { return Ok(false) };
        Ok(self.work.store.imported_by(&self.tenant, &self.digests(row, Some(&made))).await?.is_some())
    }

    async fn is_erased(&self, row: &ImportRow) -> Result<bool, Error> {
        match &row.email {
            Some(email) => Ok(self.work.store.is_erased(&self.tenant, &self.keys.email_index(email)).await?),
            None => Ok(false),
        }
    }

    /// Whether the shop has the review from another source than a file: with the row's id or, if the row has no id, with its
    /// product, name, stars, text and date.
    async fn is_known_here(&self, prepared: &Prepared<'_>) -> Result<bool, Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        let Prepared { row, product, .. } = prepared;
        if let Some(id) = &row.external_id {
            let Some(id) = ExternalId::guid(id).and_then(ReviewId::from_guid) else { return Ok(false) };
            let is_here = store.review_row(tenant, id).await?.is_some();
            return Ok(is_here || !store.ledger(tenant, id, keys).await?.is_empty());
        }
        let (first, last) = ReviewId::of_second(row.written_at);
        let reading = Reading { span: Some(Span { first, last }), ..Reading::first(End::Oldest, SAME_SECOND_MAX) };
        let mut rows = store.review_rows(tenant, &ReviewList::All, reading).await?.rows;
        rows.retain(|known| known.product == *product && known.rating == row.version.rating);
        rows.truncate(COMPARED_MAX);
        let known = store.reviews_of_rows(tenant, &rows, keys).await?;
        Ok(known.iter().any(|known| {
            let words = known.content.words.as_ref();
            !matches!(known.origin, Origin::Import { .. })
                && words.is_some_and(|words| words.text == row.version.words.text)
                && words.is_some_and(|words| words.display_name == row.version.words.display_name)
        }))
    }

    /// The digests that identify a review: of its id in the other system, and of its content and its author's address.
    fn digests(&self, row: &ImportRow, product: Option<&ProductId>) -> RowDigests {
        let ImportRow { platform, external_id, version, written_at, email, .. } = row;
        let id = external_id.as_ref().map(|id| format!("import\0{}\0{}", platform.as_str(), id.as_str()));
        let (product, stars) = (product.map(ProductId::as_str), version.rating.stars());
        let name = version.words.display_name.as_ref().map(DisplayName::as_str);
        let (text, second) = (version.words.text.as_str(), written_at.as_second());
        let author = email.as_ref().map(|email| self.keys.email_index(email));
        // The separator is NUL, because no part contains it.
        let content = format!("import\0{product:?}\0{name:?}\0{stars}\0{text}\0{second}\0{author:?}");
        let digest = |text: String| self.keys.fingerprint(text.as_bytes());
        RowDigests { id: id.map(digest), content: digest(content) }
    }
}

/// The first eight bytes of a digest.
fn start(digest: &str) -> u64 {
    digest.get(..16).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or_default()
}

/// The most orders of a buyer that are read.
const ORDERS_MAX: u32 = 50;
/// How long after the review an order may have been placed: many files give only the day of a review.
const WITHIN_THE_DAY: SignedDuration = SignedDuration::from_hours(24);

impl ImportRun<'_> {
    /// The verification of a row's review: `Order` if its author ordered the product, and the order was neither cancelled nor
    /// refunded; otherwise what the other system claims. Beside it, the last UTC day before the review on which the author got
    /// the product, if such an order says it.
    pub(crate) async fn purchase(
        &self,
        row: &ImportRow,
        product: Option<&ProductId>,
    ) -> Result<(Verification, Option<Date>), Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        // A claim is shown with the system's name, so it counts only if the system has a name.
        let claimed =
            if row.is_claimed && row.platform.name().is_some() { Verification::Claimed } else { Verification::None };
        let Some(email) = &row.email else { return Ok((claimed, None)) };
        let Some(buyer) = store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await? else {
            return Ok((claimed, None));
        };
        let latest = row.written_at.saturating_add(WITHIN_THE_DAY).unwrap_or(row.written_at);
        let proves = |order: &Order| order.proves(product) && order.placed_at.is_none_or(|placed| placed <= latest);
        let orders = store.orders(tenant, Some(buyer), Reading::first(End::Newest, ORDERS_MAX), keys).await?.found();
        let proofs: Vec<_> = orders.iter().filter(|order| proves(order)).collect();
        let verification = if proofs.is_empty() { claimed } else { Verification::Order };
        Ok((verification, proofs.iter().filter_map(|order| order.experienced_at(product, latest)).max()))
    }
}
