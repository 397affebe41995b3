//! What the shop knows of a purchase: an order of its own counts, and another system's word only as that system's.

use app::error::Error;
use domain::customer::CustomerKey;
use domain::order::{Order, OrderStatus, ProductId};
use domain::values::Verification;
use jiff::SignedDuration;

use crate::run::{ImportRow, ImportRun, ImportWork};

/// The orders of a buyer that are looked at.
const ORDERS_MAX: u32 = 50;
/// How much later than the review an order may have been placed: many files say no more than the review's day.
const WITHIN_THE_DAY: SignedDuration = SignedDuration::from_hours(24);

impl ImportRun<'_> {
    /// What the shop knows of the purchase that a row's review is about: an order of its author's with the product that was
    /// neither cancelled nor refunded, or what the other system claims.
    pub(crate) async fn verification(
        &self,
        row: &ImportRow,
        product: Option<&ProductId>,
    ) -> Result<Verification, Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        // A claim is shown with its system's name.
        let claimed =
            if row.is_claimed && row.platform.name().is_some() { Verification::Claimed } else { Verification::None };
        let Some(email) = &row.email else { return Ok(claimed) };
        let Some(buyer) = store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await? else {
            return Ok(claimed);
        };
        let latest = row.written_at.saturating_add(WITHIN_THE_DAY).unwrap_or(row.written_at);
        let proves = |order: &Order| {
            product.is_none_or(|product| order.sells(product))
                && !matches!(order.status, OrderStatus::Cancelled | OrderStatus::Refunded)
                && order.placed_at.is_none_or(|placed| placed <= latest)
        };
        let orders = store.some_orders_of(tenant, buyer, ORDERS_MAX, keys).await?.rows;
        Ok(if orders.iter().any(proves) { Verification::Order } else { claimed })
    }
}
