//! A reader reports a published review. This adds an entry to the review's history, notifies the shop's owner and, if the reader leaves
//! an address, orders a receipt.
//!
//! Told by `tests/stories/shops/legal_duties.story`.

use std::sync::Arc;

use app::review::Reviews;
use domain::message::{Notification, NotificationName, ReportPlace};
use domain::review::{ReaderReport, Review, ReviewState};
use domain::values::{ReviewId, Tenant};
use jiff::{SignedDuration, Timestamp};
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
        let id = ReviewId::parse(review).map_err(|_| LinkError::Unknown)?;
        let (tenant, record, keys) = self.public_shop(shop, now).await?;
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
        mut report: ReaderReport,
        network: &str,
    ) -> Result<bool, LinkError> {
        let now = report.at;
        let of_network = keys.fingerprint(format!("network {network}").as_bytes());
        let about = (review.id, report.reason);
        let Some(number) = self.store.count_reader_report(tenant, about, &of_network, now).await? else {
            return Ok(false);
        };
        self.count_receipt(&mut report, network).await?;
        // A reader who gets a receipt is promised the decision, so no later report may take the place.
        let number = if report.email.is_some() { now.as_millisecond() } else { number };
        let place = ReportPlace { review: review.id, number };
        let place = self.store.add_reader_report(tenant, place, &report, keys).await?;
        if let Some(id) = report.id {
            let receipt =
                Notification { report: Some(place), ..Notification::new(NotificationName::ToReader(id), now) };
            self.store.add(tenant, &receipt).await?;
            self.queue.wake_notification(tenant, receipt.name, SignedDuration::ZERO).await;
        }
        if record.has_owner_email() {
            let name = NotificationName::Reported(review.id);
            let earlier = self.store.one::<Notification>(tenant, name).await?;
            if earlier.as_ref().is_none_or(|earlier| earlier.step.owed_at().is_none()) {
                let told_at = earlier.as_ref().and_then(|earlier| earlier.since);
                let notification = Notification::reported_again(review.id, told_at, now);
                self.store.order_notification(tenant, &notification, earlier.as_ref()).await?;
            }
        }
        Ok(true)
    }

    /// Gives a report with an address its own id, by which its reader gets a receipt. If the network or the mailbox gets no more emails
    /// that somebody requests on a page, the report loses the address, so that the decision is not sent there either. The page must not
    /// show this.
    async fn count_receipt(&self, report: &mut ReaderReport, network: &str) -> Result<(), LinkError> {
        let Some(email) = &report.email else { return Ok(()) };
        let (now, service) = (report.at, self.links.keys(report.at).await?);
        let (network, mailbox) = (service.network_index(network), service.mailbox_index(email));
        if self.store.count_link_of_network(&network, now).await?
            && self.store.count_link_of_mailbox(&mailbox, now).await?
        {
            report.id = Some(ReviewId::mint(now, self.random.u16()));
        } else {
            report.email = None;
        }
        Ok(())
    }
}
