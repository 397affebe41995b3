//! How a review's purchase is verified: by an order of the shop, or else by the other system's claim.

use app::error::Error;
use domain::customer::CustomerKey;
use domain::order::{Order, ProductId};
use domain::values::Verification;
use jiff::SignedDuration;

use crate::row::ImportRow;
use crate::run::{ImportRun, ImportWork};

/// The most orders of a buyer that are read.
const ORDERS_MAX: u32 = 50;
/// How long after the review an order may have been placed: many files give only the day of a review.
const WITHIN_THE_DAY: SignedDuration = SignedDuration::from_hours(24);

impl ImportRun<'_> {
    /// The verification of a row's review: `Order` if its author ordered the product, and the order was neither cancelled nor
    /// refunded; otherwise what the other system claims.
    pub(crate) async fn verification(
        &self,
        row: &ImportRow,
        product: Option<&ProductId>,
    ) -> Result<Verification, Error> {
        let Self { work: ImportWork { store, .. }, tenant, keys, .. } = self;
        // A claim is shown with the system's name, so it counts only if the system has a name.
        let claimed =
            if row.is_claimed && row.platform.name().is_some() { Verification::Claimed } else { Verification::None };
        let Some(email) = &row.email else { return Ok(claimed) };
        let Some(buyer) = store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await? else {
            return Ok(claimed);
        };
        let latest = row.written_at.saturating_add(WITHIN_THE_DAY).unwrap_or(row.written_at);
        let proves = |order: &Order| order.proves(product) && order.placed_at.is_none_or(|placed| placed <= latest);
        let orders = store.some_orders_of(tenant, buyer, ORDERS_MAX, keys).await?.rows;
        Ok(if orders.iter().any(proves) { Verification::Order } else { claimed })
    }
}
