//! A postal address, as part of a customer or a location.

use domain::customer::PostalAddress;
use domain::values::Detail;
use serde::Serialize;
use utoipa::ToSchema;

use crate::use_cases::AddressChanges;
use crate::wire::violations::{Change, Violations};

edge::input! {
    /// The address fields of a body.
    pub(super) struct AddressInput as BeaconAddressInput {
        address1: Change<Detail>;
        address2: Change<Detail>;
        city: Change<Detail>;
        state: Change<Detail>;
        postal_code: Change<Detail>;
    }
}

impl AddressInput {
    pub(super) fn parse(self, violations: &mut Violations) -> AddressChanges {
        AddressChanges {
            address1: violations.take(self.address1),
            address2: violations.take(self.address2),
            city: violations.take(self.city),
            state: violations.take(self.state),
            postal_code: violations.take(self.postal_code),
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
