//! Renewing a request: a new one replaces its expired link, or the link of a reviewed request works again.

use jiff::{SignedDuration, Timestamp};

use crate::message::EntryKind;
use crate::order::ProductIds;
use crate::request::{NewRequest, Request, days_after};
use crate::shop::ShopRules;
use crate::values::{Channel, Delivery, LINK_DAYS, RequestId};

/// The shortest time between two renewals of one request.
pub const RENEWAL_GAP: SignedDuration = SignedDuration::from_hours(24);
pub const RENEWALS_MAX: usize = 3;

impl Request {
    /// Replaces an expired link: the link of this request or of its last renewal.
    ///
    /// The renewal asks at once, even outside the send window, about the items that were reviewed neither in this
    /// request nor in the `earlier` renewals. The renewal takes over the uniqueness key of the `expired` request, and
    /// `self` records the renewal. `None` if the request was cancelled, if nothing is left to review, or if there were
    /// too many renewals or a too recent one.
    pub fn renew(
        &mut self,
        id: RequestId,
        expired: &Self,
        earlier: &[Self],
        channel: Channel,
        rules: &ShopRules,
        now: Timestamp,
    ) -> Option<Self> {
        let mut items = self.unreviewed();
        let reviewed = earlier.iter().flat_map(|renewal| &renewal.items).filter(|item| item.reviewed_at.is_some());
        let reviewed: Vec<_> = reviewed.map(|item| &item.subject).collect();
        items.retain(|item| !reviewed.contains(&&item.subject));
        let too_soon = self.renewals.last().is_some_and(|last| now.duration_since(last.minted_at()) < RENEWAL_GAP);
        if self.cancelled_at.is_some() || items.is_empty() || too_soon || self.renewals.len() >= RENEWALS_MAX {
            return None;
        }
        self.0.renewals.push(id);
        self.0.timeline.note(now, EntryKind::NewLinkAsked);
        let mut renewal = Self::create(
            id,
            NewRequest {
                dialect: self.dialect,
                origin: self.origin,
                requested_by: self.requested_by,
                by: None,
                customer: self.customer,
                location: self.location,
                order: Some(self.order.clone()),
                products: ProductIds::default(),
                scheduled_at: now,
                delivery: Delivery::once(channel),
                options: self.options.clone(),
                uniqueness_key: expired.uniqueness_key.clone(),
            },
            &ShopRules { send_window: None, ..rules.clone() },
            now,
        );
        renewal.0.steps.iter_mut().for_each(|step| step.at_once = true);
        renewal.0.items = items;
        renewal.0.renewal_of = Some(self.id);
        Some(renewal)
    }

    /// Makes an expired link work again, as long as a new one would. The author asked for it to change a review.
    pub fn extend_link(&mut self, now: Timestamp) {
        self.0.expires_at = days_after(now, LINK_DAYS);
        self.0.timeline.note(now, EntryKind::NewLinkAsked);
    }
}
