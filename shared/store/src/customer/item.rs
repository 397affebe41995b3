//! A customer as an item. The whole struct is sealed, because all of it is about a person.

use domain::customer::Customer;
use domain::values::{CustomerId, RequestId};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::table::{CommitError, Error, keys, open, seal};

/// The name to which the sealed customer is bound.
const PERSONAL: &str = "personal";

#[derive(Serialize, Deserialize)]
pub(crate) struct CustomerItem {
    personal: ByteBuf,
    /// In clear, for readers without keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) first_request: Option<RequestId>,
    version: u64,
}

impl CustomerItem {
    pub(crate) fn seal(customer: &Customer, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
        Ok(Self {
            personal: seal(customer, &keys::customer_sk(customer.id), PERSONAL, keys, random)?,
            first_request: customer.first_request,
            version: customer.version,
        })
    }

    pub(crate) fn open(self, id: CustomerId, keys: &TenantKeys) -> Result<Customer, Error> {
        let Self { personal, first_request, version } = self;
        Ok(Customer { first_request, version, ..open(&personal, &keys::customer_sk(id), PERSONAL, keys)? })
    }
}
