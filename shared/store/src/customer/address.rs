//! A postal address as a part of an item.

use domain::{Detail, PostalAddress};
use serde::{Deserialize, Serialize};

use crate::table::Error;

/// A postal address, of a customer or a location.
#[derive(Serialize, Deserialize)]
pub(crate) struct AddressPart {
    #[serde(skip_serializing_if = "Option::is_none")]
    address1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
}

impl From<&PostalAddress> for AddressPart {
    fn from(address: &PostalAddress) -> Self {
        let PostalAddress { address1, address2, city, state, postal_code } = address;
        let [address1, address2, city, state, postal_code] = [address1, address2, city, state, postal_code]
            .map(|part| part.as_ref().map(|part| part.as_str().to_owned()));
        Self { address1, address2, city, state, postal_code }
    }
}

impl TryFrom<AddressPart> for PostalAddress {
    type Error = Error;

    fn try_from(part: AddressPart) -> Result<Self, Error> {
        let AddressPart { address1, address2, city, state, postal_code } = part;
        let read = |part: Option<String>| part.map(|part| Detail::parse(&part)).transpose();
        Ok(Self {
            address1: read(address1)?,
            address2: read(address2)?,
            city: read(city)?,
            state: read(state)?,
            postal_code: read(postal_code)?,
        })
    }
}
