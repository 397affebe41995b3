//! Sealed parts of items: JSON, bound to its item's sort key and to a name.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use super::error::Error;
use super::transaction::CommitError;

/// Seals a part of an item.
/// Errors: [`CommitError::Vault`] if it cannot be sealed.
pub fn seal(
    part: &impl Serialize,
    sk: &str,
    name: &str,
    keys: &TenantKeys,
    random: &Random,
) -> Result<ByteBuf, CommitError> {
    let plain = serde_json::to_string(part).map_err(|error| Error::Refused(error.to_string()))?;
    Ok(keys.seal(sk, name, &plain, random)?.into())
}

pub fn open<T: DeserializeOwned>(sealed: &[u8], sk: &str, name: &str, keys: &TenantKeys) -> Result<T, Error> {
    let unreadable = || Error::Unreadable(format!("the sealed {name}"));
    let plain = keys.open(sk, name, sealed).map_err(|_| unreadable())?;
    serde_json::from_str(&plain).map_err(|_| unreadable())
}
