//! GUIDs. Our GUIDs are computed from ids; GUIDs from other systems are kept unchanged.

use std::fmt;

use uuid::Uuid;

use crate::values::ids::{EPOCH_MS, RANDOM_BITS};
use crate::values::{Invalid, RequestId, stored_as_text};

/// The kind of a first step's message; each further step of a request has the next number.
const MESSAGE: u64 = 1 << 9;

/// A GUID in the form of RFC 9562.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid(Uuid);

impl Guid {
    /// Reads 32 hexadecimal digits with four hyphens, of any version, in upper or lower case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const LENGTH: usize = 36;
        let parsed = Uuid::try_parse(text).ok().filter(|_| text.len() == LENGTH);
        parsed.map(Self).ok_or(Invalid("A GUID must look like \"6f4770fc-b8ee-4bf2-9977-d048a7f27987\"."))
    }

    /// A version 4 GUID of these random bits.
    pub fn random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    pub fn message(request: RequestId, step: usize) -> Self {
        Self::from_id(request.get(), MESSAGE + step as u64)
    }

    /// A version 7 GUID. The first half is the id: milliseconds and 12 bits. The second half is a hash of the id and
    /// its kind, which shows that the GUID is ours.
    pub(crate) fn from_id(id: u64, kind: u64) -> Self {
        let elapsed_ms = i64::try_from(id >> RANDOM_BITS).unwrap_or_default();
        let unix_ms = u64::try_from(EPOCH_MS + elapsed_ms).unwrap_or_default();
        let mut tail = [0; 10];
        tail[..2].copy_from_slice(&u16::try_from(id & 0x0fff).unwrap_or_default().to_be_bytes());
        tail[2..].copy_from_slice(&mixed(id ^ (kind << 53)).to_be_bytes());
        Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &tail).into_uuid())
    }

    /// The id in the first half, whether the GUID is ours or not.
    pub(crate) fn number(self) -> Option<u64> {
        let (head, _) = self.0.as_u64_pair();
        let elapsed_ms = (head >> 16).checked_sub(u64::try_from(EPOCH_MS).ok()?)?;
        Some(elapsed_ms << RANDOM_BITS | head & 0x0fff)
    }
}

stored_as_text!(Guid, Self::to_string, |text| Self::parse(text).ok());

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

/// SplitMix64's finaliser, so that GUIDs of neighbouring ids do not look alike.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_is_36_characters() {
        let upper = Guid::parse("6F4770FC-B8EE-4BF2-9977-D048A7F27987").unwrap();
        assert_eq!(upper.to_string(), "6f4770fc-b8ee-4bf2-9977-d048a7f27987");
        for bad in ["", "x", "6f4770fcb8ee4bf29977d048a7f27987", "{6f4770fc-b8ee-4bf2-9977-d048a7f27987}"] {
            assert!(Guid::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_review_and_message_of_a_request_has_its_own() {
        let request = RequestId::new(123_456_789).unwrap();
        let guids = [request.guid(), Guid::message(request, 0), Guid::message(request, 1)];
        for (index, guid) in guids.iter().enumerate() {
            assert!(!guids[index + 1..].contains(guid), "{guid}");
        }
    }
}
