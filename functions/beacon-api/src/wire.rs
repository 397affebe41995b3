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

edge::shown! {
    /// A postal address. Unknown fields are `null`.
    pub(super) struct AddressData as BeaconAddress (address: &PostalAddress) {
        address1: Option<String> = address.address1.as_ref().map(Detail::as_str);
        address2: Option<String> = address.address2.as_ref().map(Detail::as_str);
        city: Option<String> = address.city.as_ref().map(Detail::as_str);
        state: Option<String> = address.state.as_ref().map(Detail::as_str);
        postal_code: Option<String> = address.postal_code.as_ref().map(Detail::as_str);
    }
}
