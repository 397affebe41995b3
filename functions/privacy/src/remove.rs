//! Removes each kind of data, or all but what stays of it. Every removal may be repeated. A removal that conflicts with another call's change is
//! repeated immediately, so that two erasures of the same person do not delay each other.

use app::error::{Error, TryError, retry};
use app::privacy::export_key;
use domain::privacy::ReviewsChoice;
use domain::review::{LedgerEntry, PhotoPlace, Review, ReviewPlace};
use domain::values::{CustomerId, Guid, ReviewId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::privacy::erasure::PersonItem;
use store::privacy::{Person, PrivacyJob};
use store::table::keys::ExportSubject;
use vault::TenantKeys;

use crate::found::Found;
use crate::person::{Asked, PersonSearch};
use crate::work::PrivacyWork;

impl Found {
    pub async fn remove(
        self,
        search: &PersonSearch<'_>,
        work: &PrivacyWork,
        job: &PrivacyJob,
        now: Timestamp,
    ) -> Result<(), Error> {
        let PersonSearch { store, tenant, keys, .. } = search;
        match self {
            // The erased address or number gets no more messages.
            Self::Suppression { channel, index, stored: _ } => {
                retry!(store, { Ok::<_, TryError<Error>>(store.bar(tenant, channel, &index, search.until).await?) })?
            }
            Self::Reply { customer, name } => store.erase_reply(tenant, customer, &name).await?,
            Self::Export { of, receipt } => remove_export(search, work, &of, receipt, now).await?,
            // The shop's export contains the data of everybody.
            Self::ShopExport(export) => work.remove_shop_export(tenant, &export).await?,
            Self::Request(parts) => {
                retry!(store, { Ok::<_, TryError<Error>>(store.erase_request(tenant, &parts, keys).await?) })?
            }
            Self::Draft { request, draft } => store.erase(tenant, PersonItem::Draft(request, draft.item)).await?,
            Self::Problem { request, number, problem: _ } => {
                store.erase(tenant, PersonItem::Problem(request, number)).await?;
            }
            Self::Photo { place, review: _, size: _, created_at: _ } => {
                remove_files(work, &place, now).await?;
                // A photo without a slot is listed in the review's own item, and is removed with the rest of its content.
                if let ReviewPlace::Item(request, item) = place.review {
                    store.erase(tenant, PersonItem::Photo(request, item, place.slot)).await?;
                }
            }
            Self::Review { customer, review } => {
                remove_review(search, work, job, &review, now).await?;
                store.erase(tenant, PersonItem::CustomersReview(customer, review.place())).await?;
            }
            Self::Imported { index, review } => {
                remove_review(search, work, job, &review, now).await?;
                store.erase(tenant, PersonItem::ImportedReview(&index, review.id)).await?;
            }
            Self::Report { index, place, report: _ } => store.erase_reader(tenant, &index, place).await?,
            // A notification names nobody, is not sent after its review is erased, and is deleted after 30 days.
            Self::Notification(_) => {}
            Self::Message(message) => {
                retry!(store, { Ok::<_, TryError<Error>>(store.erase_message(tenant, &message).await?) })?
            }
            Self::Order { customer, order, is_theirs } => retry!(store, {
                Ok::<_, TryError<Error>>(store.erase_buyer(tenant, customer, &order, is_theirs, keys, now).await?)
            })?,
            Self::Charge(charge) => store.erase(tenant, PersonItem::Charge(charge.customer, charge.id)).await?,
            Self::Customer(customer) => remove_customer(search, job, customer.id, now).await?,
            Self::KeptAuthor { index, customer } => {
                store.erase(tenant, PersonItem::KeptAuthor(&index, customer)).await?;
            }
            Self::RequestList(Asked { customer, request }) => {
                store.erase(tenant, PersonItem::CustomersRequest(customer, request)).await?;
            }
        }
        Ok(())
    }
}

async fn remove_export(
    search: &PersonSearch<'_>,
    work: &PrivacyWork,
    of: &ExportSubject,
    receipt: Guid,
    now: Timestamp,
) -> Result<(), Error> {
    let PersonSearch { store, tenant, .. } = search;
    if let Some(export) = store.one::<PrivacyJob>(tenant, receipt).await? {
        work.remove_parts(tenant, &export).await?;
    }
    work.bucket.delete(&export_key(tenant, receipt), now).await?;
    Ok(store.erase(tenant, PersonItem::Export(of, receipt)).await?)
}

/// Deletes the files of a photo: the upload or the task to process it, and the processed photo.
async fn remove_files(work: &PrivacyWork, place: &PhotoPlace, now: Timestamp) -> Result<(), Error> {
    work.bucket.delete(&place.upload_path(), now).await?;
    work.bucket.delete_photo(place, now).await
}

/// Erases a customer, with the data that is stored now. If published reviews stay, an erasure still finds their author.
async fn remove_customer(
    search: &PersonSearch<'_>,
    job: &PrivacyJob,
    id: CustomerId,
    now: Timestamp,
) -> Result<(), Error> {
    let PersonSearch { store, tenant, keys, by_retention, webhooks, .. } = search;
    let alone = Person { customers: vec![id], ..Person::default() };
    let is_kept = *by_retention && search.has_published(&alone).await?;
    retry!(store, {
        let Some(customer) = store.customer(tenant, id, keys).await? else { return Ok(()) };
        let email = customer.email.as_ref().map(|email| keys.email_index(email));
        let phone = customer.phone.as_ref().map(|phone| keys.phone_index(phone));
        for index in email.into_iter().chain(phone).filter(|_| is_kept) {
            store.keep_author(tenant, &index, id).await?;
        }
        store.erase_customer(tenant, &customer, keys, job.receipt, webhooks, now).await?;
        Ok::<_, TryError<Error>>(())
    })
}

/// Erases a review or only its author, and the shop's notes about it.
async fn remove_review(
    search: &PersonSearch<'_>,
    work: &PrivacyWork,
    job: &PrivacyJob,
    review: &Review,
    now: Timestamp,
) -> Result<(), Error> {
    let PersonSearch { store, tenant, keys, webhooks, plans, .. } = search;
    let erase = |review: &mut Review| {
        Some(match job.reviews {
            ReviewsChoice::Delete => review.erase(job.by.clone(), now),
            ReviewsChoice::Anonymise => review.anonymise(job.by.clone(), *plans, now),
        })
    };
    work.end_review((tenant, keys, webhooks), review.place(), now, erase).await?;
    Ok(store.erase_notes(tenant, review.id).await?)
}

impl PrivacyWork {
    /// Ends a review again from its record: its author withdrew it, or the shop removed it.
    pub(crate) async fn end_review_again(&self, key: &str, (tenant, id): (&Tenant, ReviewId)) -> Result<(), Error> {
        let now = self.clock.now();
        let file = self.bucket.get(key, now).await?;
        let removed: Option<LedgerEntry> =
            serde_json::from_slice(&file).map_err(|_| Error::Internal("the record of a review's end".to_owned()))?;
        let Some((shop, keys)) = self.shop(tenant).await? else { return Ok(()) };
        let Some(row) = self.store.review_row(tenant, id).await? else { return Ok(()) };
        let end = |review: &mut Review| match &removed {
            _ if review.id != id || review.state.is_final() => None,
            None => Some(review.withdraw(now)),
            Some(removed) => Some(review.remove_again(removed, now)),
        };
        self.end_review((tenant, &keys, &shop.webhooks), row.place, now, end).await
    }

    /// Removes the files of a review and makes a change to it, which returns the ledger's lines, or `None` to leave the review
    /// as it is.
    async fn end_review(
        &self,
        (tenant, keys, webhooks): (&Tenant, &TenantKeys, &[Subscription]),
        place: ReviewPlace,
        now: Timestamp,
        change: impl Fn(&mut Review) -> Option<Vec<LedgerEntry>>,
    ) -> Result<(), Error> {
        retry!(self.store, {
            let Some(before) = self.store.review(tenant, place, keys).await? else { return Ok(()) };
            let mut review = before.clone();
            let Some(ledger) = change(&mut review) else { return Ok(()) };
            // The files come first, because the ended review no longer lists them. If `take-photo` makes a file meanwhile,
            // it deletes the file itself.
            for photo in before.photos.iter().chain(before.pending_photos.iter().flatten()) {
                remove_files(self, &photo.place(tenant, place), now).await?;
            }
            // If the review had already ended, its ledger stays and only the author is removed.
            if review != before {
                let mut transaction = self.store.transaction(tenant);
                transaction.save_review(Some(&before), &review, &ledger, keys, webhooks);
                transaction.commit().await?;
            }
            Ok::<_, TryError<Error>>(())
        })
    }
}
