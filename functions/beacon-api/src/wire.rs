//! The JSON of More Good Reviews, one noun a file.
//!
//! Ids are GUIDs, and times are whole Unix seconds. A blank string counts as `null`, because the vendor's own clients send
//! empty form fields.

pub(crate) mod ask;
pub(crate) mod charge;
pub(crate) mod customer;
pub(crate) mod location;
pub(crate) mod page;
pub(crate) mod time;
pub(crate) mod violations;

use domain::customer::PostalAddress;
use domain::values::{Detail, Guid, Id, Kind};
use serde::Serialize;
use utoipa::ToSchema;

use crate::use_cases::AddressChanges;
use crate::wire::violations::{Change, Violations};

/// The id in a path's GUID. A malformed GUID becomes an id that no item has, so that its lookup fails after the same
/// work as the lookup of an unknown id.
pub(crate) fn parse_id<K: Kind>(guid: &str) -> Result<Id<K>, app::error::Error> {
    /// Ids begin with the year 2025, and no id was made in that year's first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(Id::from_guid);
    id.or(Id::new(UNUSED)).ok_or(app::error::Error::NotFound)
}

// A postal address, as part of a customer or a location.
edge::input! {
    /// The address fields of a body.
    pub(crate) struct AddressInput as BeaconAddressInput {
        address1: Change<Detail>;
        address2: Change<Detail>;
        city: Change<Detail>;
        state: Change<Detail>;
        postal_code: Change<Detail>;
    }
}

impl AddressInput {
    fn parse(self, violations: &mut Violations) -> AddressChanges {
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
    fn new(address: &'a PostalAddress) -> Self {
        let PostalAddress { address1, address2, city, state, postal_code } = address;
        let [address1, address2, city, state, postal_code] =
            [address1, address2, city, state, postal_code].map(|line| line.as_ref().map(Detail::as_str));
        Self { address1, address2, city, state, postal_code }
    }
}
