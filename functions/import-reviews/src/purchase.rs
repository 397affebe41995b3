//! How a review's purchase is verified: by an order of the shop, or else by the other system's claim.

use app::error::Error;
use domain::customer::CustomerKey;
use domain::order::{Order, ProductId};
use domain::values::Verification;
use jiff::SignedDuration;
use jiff::civil::Date;

use crate::row::ImportRow;
use crate::run::{ImportRun, ImportWork};

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
        let orders = store.some_orders_of(tenant, buyer, ORDERS_MAX, keys).await?.rows;
        let proofs: Vec<_> = orders.iter().filter(|order| proves(order)).collect();
        let verification = if proofs.is_empty() { claimed } else { Verification::Order };
        Ok((verification, proofs.iter().filter_map(|order| order.experienced_at(product, latest)).max()))
    }
}
