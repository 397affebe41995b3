//! A reader reports a published review. This adds an entry to the review's history and notifies the shop's owner.

use std::sync::Arc;

use app::review::Reviews;
use domain::message::{Notification, NotificationName};
use domain::review::{ReaderReport, Review, ReviewState};
use domain::values::{Mode, ReviewId, Tenant, TenantId};
use jiff::Timestamp;
use store::shop::TenantRecord;
use vault::TenantKeys;

use crate::use_cases::{Hub, LinkError};

/// A published review, of a shop that shows its reviews in public.
pub struct Reportable {
    pub record: TenantRecord,
    pub review: Review,
    tenant: Tenant,
    keys: Arc<TenantKeys>,
}

impl Hub {
    /// A review, found by the ids of the shop and the review.
    /// Errors: [`LinkError::Unknown`], also if the review is not public; [`LinkError::App`].
    pub async fn reportable(&self, shop: &str, review: &str, now: Timestamp) -> Result<Reportable, LinkError> {
        let tenant = Tenant { id: TenantId::parse(shop).map_err(|_| LinkError::Unknown)?, mode: Mode::Live };
        let id = ReviewId::parse(review).map_err(|_| LinkError::Unknown)?;
        let record = self.store.tenant(&tenant).await?.and_then(TenantRecord::living);
        let record = record.filter(|record| record.review_settings.public_display).ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let reviews = Reviews { store: self.store.clone(), bucket: self.bucket.clone() };
        let review = reviews.find(&tenant, &keys, id).await?;
        let review = review.filter(|review| review.state == ReviewState::Published).ok_or(LinkError::Unknown)?;
        Ok(Reportable { record, review, tenant, keys })
    }

    /// Records a report that came from a network, and requests a notification unless one about the review is already
    /// planned. Returns `false` if there were too many reports lately.
    pub async fn report(
        &self,
        Reportable { record, review, tenant, keys }: &Reportable,
        report: &ReaderReport,
        network: &str,
    ) -> Result<bool, LinkError> {
        let network = keys.fingerprint(format!("network {network}").as_bytes());
        if !self.store.count_reader_report(tenant, &network, report.at).await? {
            return Ok(false);
        }
        self.store.add_reader_report(tenant, review.id, report, keys).await?;
        if record.has_owner_email() {
            let notification = Notification::new(NotificationName::Reported(review.id), None, None, report.at);
            self.order_unless_owed(tenant, &notification).await?;
        }
        Ok(true)
    }
}
