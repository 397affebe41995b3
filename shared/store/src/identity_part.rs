//! Who speaks, as a part of an item.

use domain::{Guid, Identity};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::request_item::unreadable;

/// Who asked: the kind's word and a GUID.
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
        Self::parse(&is, Guid::parse(&guid)?).ok_or_else(|| unreadable("an identity"))
    }
}
