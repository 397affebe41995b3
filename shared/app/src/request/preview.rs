//! Previews the outcome of a request: the customer may have been asked before, or get no emails.
//!
//! Told by `tests/stories/console/earlier_orders.story`.

use domain::customer::CustomerKey;
use domain::order::ProductIds;
use domain::shop::ShopRules;
use domain::values::{CustomerId, RequestId};
use jiff::Timestamp;

use crate::caller::Caller;
use crate::error::Error;
use crate::request::rules::CachedRules;
use crate::request::{AskedPerson, CreateRequest, NewReviewRequest, Recipient, not_asked_before};

/// The outcome that a request would have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// The request asks about these products. Empty if the request is about the shop, or takes the products from its
    /// order.
    Asked(ProductIds),
    /// The customer was asked about the order before.
    Duplicate,
    /// The customer was asked about all of its products before.
    AskedBefore,
    /// The address unsubscribed, bounced or complained.
    Suppressed,
}

/// A request to create, without the products that the customer was asked about before.
pub(super) struct AskedOnce {
    pub new: NewReviewRequest,
    /// Whether no product was left, so that nothing may be asked.
    pub was_asked: bool,
    /// The customer whose uniqueness key the request takes, and the last request that had it.
    pub customer_key: Option<(CustomerId, Option<RequestId>)>,
}

impl CreateRequest {
    /// The outcome that a request to an address would have if it were created now.
    pub async fn preview(&self, caller: &Caller, new: NewReviewRequest, now: Timestamp) -> Result<Preview, Error> {
        if self.uniqueness_key_owner(caller, &new, now).await?.is_some() {
            return Ok(Preview::Duplicate);
        }
        if let Recipient::Addressee { email, name: _ } = &new.recipient
            && self.store.is_suppressed(&caller.tenant, &caller.keys.email_index(email), None).await?
        {
            return Ok(Preview::Suppressed);
        }
        let CachedRules { rules, .. } = self.rules.of(&self.store, &caller.tenant, now).await?;
        let AskedOnce { new, was_asked, customer_key: _ } = self.asked_once(caller, new, &rules, now).await?;
        Ok(if was_asked { Preview::AskedBefore } else { Preview::Asked(new.products) })
    }

    /// If the shop asks only once, leaves out products that the customer was asked about before.
    pub(super) async fn asked_once(
        &self,
        caller: &Caller,
        new: NewReviewRequest,
        rules: &ShopRules,
        now: Timestamp,
    ) -> Result<AskedOnce, Error> {
        let unlimited = |new| AskedOnce { new, was_asked: false, customer_key: None };
        if !rules.ask_once.applies(new.origin) || new.products.is_empty() || new.channels.is_empty() {
            return Ok(unlimited(new));
        }
        let (tenant, keys) = (&caller.tenant, &caller.keys);
        let (customer, email_index) = match &new.recipient {
            Recipient::Addressee { email, name: _ } => {
                let customer = self.store.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
                (customer, Some(keys.email_index(email)))
            }
            Recipient::Customer(customer) => {
                (Some(customer.id), customer.email.as_ref().map(|email| keys.email_index(email)))
            }
            Recipient::Unknown => (None, None),
        };
        if customer.is_none() && email_index.is_none() {
            return Ok(unlimited(new));
        }
        // Read before the requests, so that a request that is made meanwhile collides with this one. A person who is
        // not a customer yet may have written an imported review.
        let customer_key = match customer {
            Some(id) => Some((id, self.store.uniqueness_key_owner(tenant, &customer_uniqueness_key(id), now).await?)),
            None => None,
        };
        let person = AskedPerson { customer, email_index: email_index.as_deref() };
        let products = not_asked_before(&self.store, (tenant, keys), person, &new.products, None, now).await?;
        Ok(AskedOnce { was_asked: products.is_empty(), new: NewReviewRequest { products, ..new }, customer_key })
    }
}

/// The uniqueness key of a customer who is asked only once, so that simultaneous requests to the customer collide.
pub(super) fn customer_uniqueness_key(customer: CustomerId) -> String {
    format!("once-{customer}")
}
