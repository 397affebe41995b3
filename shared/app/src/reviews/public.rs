//! What anybody may read: the published reviews of shops that show them.

use std::sync::Arc;

use domain::{Mode, ReviewState, Tenant, TenantId};
use jiff::Timestamp;
use store::ReviewCounts;
use vault::Vault;

use super::{ReviewFilter, ReviewPage, ReviewSort, ReviewStart, Reviews, Total};
use crate::{Caller, Error};

/// Reads the published reviews of a shop, without an API key.
#[derive(Clone)]
pub struct PublicReviews {
    /// Reads them.
    pub reviews: Reviews,
    /// Unwraps the shop's keys.
    pub vault: Arc<Vault>,
}

/// A shop whose published reviews anybody may read.
pub struct PublicShop {
    /// Its name.
    pub name: String,
    /// In whose name they are read.
    caller: Caller,
}

impl PublicReviews {
    /// The shop with this slug, which is its tenant's id, in live mode.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown shop and for one that does not show its reviews; storage or KMS failures.
    pub async fn shop(&self, slug: &str, now: Timestamp) -> Result<PublicShop, Error> {
        let tenant = Tenant { id: TenantId::parse(slug).map_err(|_| Error::NotFound)?, mode: Mode::Live };
        let record = self.reviews.store.tenant(&tenant).await?;
        let record = record.filter(|record| record.review_settings.public_display).ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let caller = Caller { tenant, keys, identity: None, key_id: String::new() };
        Ok(PublicShop { name: record.shop.name, caller })
    }

    /// A page of its published reviews that pass.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn page(
        &self,
        shop: &PublicShop,
        filter: ReviewFilter,
        sort: ReviewSort,
        skip: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<ReviewPage, Error> {
        let filter = published(filter);
        self.reviews.list(&shop.caller, &filter, sort, ReviewStart::Skip(skip), limit, now).await
    }

    /// How many of its published reviews pass.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn total(&self, shop: &PublicShop, filter: ReviewFilter) -> Result<Total, Error> {
        self.reviews.total(&shop.caller, &published(filter)).await
    }

    /// The counters of its reviews.
    ///
    /// # Errors
    /// Storage failures.
    pub async fn counts(&self, shop: &PublicShop) -> Result<ReviewCounts, Error> {
        self.reviews.counts(&shop.caller).await
    }
}

fn published(filter: ReviewFilter) -> ReviewFilter {
    ReviewFilter { state: Some(ReviewState::Published), ..filter }
}

impl PublicShop {
    /// A name for an answer, which changes with it and which nobody else can make.
    #[must_use]
    pub fn fingerprint(&self, answer: &str) -> String {
        self.caller.keys.fingerprint(answer.as_bytes())
    }
}
