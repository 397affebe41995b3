//! The identity of an API key or of a request's initiator, as a part of an item.

use domain::{Guid, Identity};
use serde::{Deserialize, Serialize};

use crate::table::Error;

/// The kind of identity, and its GUID.
#[derive(Serialize, Deserialize)]
pub(crate) struct IdentityPart {
    is: String,
    guid: String,
}

impl From<Identity> for IdentityPart {
    fn from(identity: Identity) -> Self {
        Self { is: identity.as_str().to_owned(), guid: identity.guid().to_string() }
    }
}

impl TryFrom<IdentityPart> for Identity {
    type Error = Error;

    fn try_from(IdentityPart { is, guid }: IdentityPart) -> Result<Self, Error> {
        Self::stored(&is, Guid::parse(&guid)?).ok_or_else(|| Error::Unreadable("an identity".to_owned()))
    }
}
