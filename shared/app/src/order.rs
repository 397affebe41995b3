//! Stores orders.

use domain::customer::{Customer, CustomerKey};
use domain::order::Order;
use domain::values::{CustomerId, Tenant};
use jiff::Timestamp;
use store::table::Store;
use vault::{Random, TenantKeys};

use crate::error::Error;
use crate::retry::retry;

/// Creates or replaces an order, and makes its buyer a customer. Requests read the order when their emails are due, so
/// nothing else has to change.
///
/// # Errors
/// Storage failures.
pub async fn put_order(
    store: &Store,
    random: &Random,
    (tenant, keys): (&Tenant, &TenantKeys),
    order: &Order,
    now: Timestamp,
) -> Result<(), Error> {
    // The customer is read first: an order is replaced at every step of its life, and a refused transaction costs more
    // than a read.
    let Some(buyer) = &order.buyer else { return Ok(store.put_order(tenant, order, keys).await?) };
    retry!(store, {
        let known = store.customer_id(tenant, &CustomerKey::Email(buyer.email.clone()), keys).await?;
        let id = known.unwrap_or_else(|| CustomerId::mint(now, random.u16()));
        let mut transaction = store.transaction(tenant);
        transaction.put_order(order, id, keys, now);
        if known.is_none() {
            let customer = Customer::from_email(id, buyer.email.clone(), buyer.name.as_ref(), now);
            transaction.insert_customer(&customer, keys);
        }
        // A conflict is about the address or the id: either the customer exists by now, or another customer of the same
        // millisecond has the id.
        Ok(transaction.commit().await?)
    })
}
