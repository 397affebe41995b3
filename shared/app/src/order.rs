//! Stores orders, and says about which of their products customers are asked.

use domain::customer::{Customer, CustomerKey};
use domain::order::{Order, ProductIds};
use domain::values::{CustomerId, Tenant};
use jiff::Timestamp;
use store::table::{Part, Store};
use vault::{Random, TenantKeys};

use crate::error::{Error, retry};

/// Creates or replaces an order, and makes its buyer a customer; `false` if the stored one stays, because it is later or of a
/// connected system. Requests read the order when their emails are due, so nothing else has to change.
pub async fn put_order(
    store: &Store,
    random: &Random,
    (tenant, keys): (&Tenant, &TenantKeys),
    order: &Order,
    now: Timestamp,
) -> Result<bool, Error> {
    retry!(store, {
        let mut transaction = store.transaction(tenant);
        match &order.buyer {
            None => transaction.put_order(order, None, keys, now),
            // The customer is read first: an order is replaced at every step of its life, and a refused transaction costs
            // more than a read.
            Some(buyer) => {
                let known = store.customer_id(tenant, &CustomerKey::Email(buyer.email.clone()), keys).await?;
                let id = known.unwrap_or_else(|| CustomerId::mint(now, random.u16()));
                transaction.put_order(order, Some(id), keys, now);
                if known.is_none() {
                    let customer = Customer::from_email(id, buyer.email.clone(), buyer.name.as_ref(), now);
                    transaction.insert_customer(&customer, keys);
                }
            }
        }
        match transaction.commit().await {
            Err(error) if error.refused(Part::Order) => Ok(false),
            // Another conflict is about the address or the id: either the customer exists by now, or another customer of the
            // same millisecond has the id.
            done => Ok(done.map(|()| true)?),
        }
    })
}

/// Those of an order's products about which the shop asks customers.
pub async fn asked_about(store: &Store, tenant: &Tenant, products: ProductIds) -> Result<ProductIds, Error> {
    let products = products.into_vec();
    let mut known = store.known_products(tenant, &products).await?;
    known.retain(|known| !known.ask);
    let is_asked = |id: &_| known.iter().all(|known| known.product.id != *id);
    Ok(ProductIds::first(products.into_iter().filter(is_asked)))
}
