//! Which requests a customer was ever asked with. Nothing shows this list: it is how a person's requests are found when
//! they want to know what is stored of them, or want it erased.

use domain::{CustomerId, Request, RequestId, Tenant};
use serde::{Deserialize, Serialize};

use crate::retention::request_ttl;
use crate::table::{Error, Part, SK, Store, Transaction, from_item, keys};

/// One of a customer's requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerRequest {
    /// The request, which the shop may have removed.
    pub request: RequestId,
    /// The digest of its token, which outlives the request's personal part; `None` if that has left the table as well.
    pub token_digest: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct CustomerRequestItem {
    token: String,
    ttl: i64,
}

impl Store {
    /// All of a customer's requests, oldest first.
    pub async fn customer_requests(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
    ) -> Result<Vec<CustomerRequest>, Error> {
        let prefix = keys::customer_requests(customer);
        let items = self.starting(tenant, &prefix).await?.into_iter().map(|item| {
            let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).and_then(|sk| sk.strip_prefix(&prefix));
            let request = keys::parse_customer_request(sk.unwrap_or_default())?;
            let CustomerRequestItem { token, ttl: _ /* DynamoDB's */ } = from_item(item)?;
            Ok(CustomerRequest { request, token_digest: Some(token) })
        });
        items.collect()
    }

    /// Removes a request from its customer's list.
    pub async fn forget_customer_request(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        request: RequestId,
    ) -> Result<(), Error> {
        self.remove(&keys::customer_request(tenant, customer, request)).await
    }
}

impl Transaction<'_> {
    /// Records that a customer was asked with a request.
    pub fn note_request(&mut self, customer: CustomerId, request: &Request, token_digest: &str) {
        let item = CustomerRequestItem { token: token_digest.to_owned(), ttl: request_ttl(request.expires_at) };
        let key = keys::customer_request(self.tenant, customer, request.id);
        self.put(Part::Other, &key, &item, "", []);
    }
}
