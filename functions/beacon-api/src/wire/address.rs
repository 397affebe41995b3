//! A postal address, as part of a customer or a location.

use domain::customer::PostalAddress;
use domain::values::Detail;
use edge::field::Field;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::use_cases::AddressChanges;
use crate::wire::violations::Violations;

/// The address fields of a body.
#[derive(Deserialize, ToSchema)]
#[schema(as = BeaconAddressInput)]
pub(super) struct AddressInput {
    #[schema(value_type = Option<String>, max_length = 255)]
    address1: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    address2: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    city: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    state: Field<String>,
    #[schema(value_type = Option<String>, max_length = 255)]
    postal_code: Field<String>,
}

impl AddressInput {
    pub(super) fn parse(self, violations: &mut Violations) -> AddressChanges {
        let Self { address1, address2, city, state, postal_code } = self;
        AddressChanges {
            address1: violations.patch("address1", address1, Detail::parse),
            address2: violations.patch("address2", address2, Detail::parse),
            city: violations.patch("city", city, Detail::parse),
            state: violations.patch("state", state, Detail::parse),
            postal_code: violations.patch("postal_code", postal_code, Detail::parse),
        }
    }
}

/// A postal address. Unknown fields are `null`.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconAddress)]
pub(super) struct AddressData<'a> {
    #[schema(required)]
    address1: Option<&'a str>,
    #[schema(required)]
    address2: Option<&'a str>,
    #[schema(required)]
    city: Option<&'a str>,
    #[schema(required)]
    state: Option<&'a str>,
    #[schema(required)]
    postal_code: Option<&'a str>,
}

impl<'a> AddressData<'a> {
    pub(super) fn new(address: &'a PostalAddress) -> Self {
        let PostalAddress { address1, address2, city, state, postal_code } = address;
        let [address1, address2, city, state, postal_code] =
            [address1, address2, city, state, postal_code].map(|line| line.as_ref().map(Detail::as_str));
        Self { address1, address2, city, state, postal_code }
    }
}
