//! The type of keys; [`super`] builds them.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::values::Tenant;

use crate::table::kinds::partition;

pub(crate) const PK: &str = "PK";
pub const SK: &str = "SK";

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(crate) pk: String,
    /// The sort key, to which sealed fields are bound.
    pub sk: String,
}

impl Key {
    pub(crate) fn new(tenant: &Tenant, sk: String) -> Self {
        Self { pk: partition(tenant, &sk), sk }
    }

    /// An item with a partition to itself.
    pub(super) fn alone(key: String) -> Self {
        Self { pk: key.clone(), sk: key }
    }

    pub fn attributes(&self) -> HashMap<String, AttributeValue> {
        let Self { pk, sk } = self;
        HashMap::from([(PK.to_owned(), AttributeValue::S(pk.clone())), (SK.to_owned(), AttributeValue::S(sk.clone()))])
    }
}
