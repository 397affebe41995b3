//! GUIDs: ours are derived from ids, others' are kept as they are.

use std::fmt;

use uuid::Uuid;

use crate::id::{EPOCH_MS, RANDOM_BITS};
use crate::{Invalid, RequestId};

/// A review's number among the kinds of ids; each item of a request has one more.
const REVIEW: u64 = 1 << 8;
/// A message's number among the kinds of ids; each step of a request has one more.
const MESSAGE: u64 = 1 << 9;

/// A GUID in RFC 9562's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid(Uuid);

impl Guid {
    /// Reads 32 hexadecimal digits with hyphens, of any version and in any case.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const LENGTH: usize = 36;
        let parsed = Uuid::try_parse(text).ok().filter(|_| text.len() == LENGTH);
        parsed.map(Self).ok_or(Invalid("A GUID looks like \"6f4770fc-b8ee-4bf2-9977-d048a7f27987\"."))
    }

    /// The GUID of these random bits.
    #[must_use]
    pub fn random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The GUID of the review of a request's item.
    #[must_use]
    pub fn review(request: RequestId, item: usize) -> Self {
        Self::of(request.get(), REVIEW + item as u64)
    }

    /// The GUID of the message that a request's step became.
    #[must_use]
    pub fn message(request: RequestId, step: usize) -> Self {
        Self::of(request.get(), MESSAGE + step as u64)
    }

    /// A version 7 GUID: an id is milliseconds and 12 bits, and so is its first half. The second
    /// half follows from the id and its kind; it is the proof that the GUID is ours.
    pub(crate) fn of(id: u64, kind: u64) -> Self {
        let elapsed_ms = i64::try_from(id >> RANDOM_BITS).unwrap_or_default();
        let unix_ms = u64::try_from(EPOCH_MS + elapsed_ms).unwrap_or_default();
        let mut tail = [0; 10];
        tail[..2].copy_from_slice(&u16::try_from(id & 0x0fff).unwrap_or_default().to_be_bytes());
        tail[2..].copy_from_slice(&mixed(id ^ (kind << 53)).to_be_bytes());
        Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &tail).into_uuid())
    }

    /// The id that this would be the GUID of.
    pub(crate) fn number(self) -> Option<u64> {
        let (head, _) = self.0.as_u64_pair();
        let elapsed_ms = (head >> 16).checked_sub(u64::try_from(EPOCH_MS).ok()?)?;
        Some(elapsed_ms << RANDOM_BITS | head & 0x0fff)
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

/// SplitMix64's finaliser: neighbours' GUIDs shall not look alike.
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
        let guids = [request.guid(), Guid::review(request, 0), Guid::review(request, 1), Guid::message(request, 0)];
        for (index, guid) in guids.iter().enumerate() {
            assert!(!guids[index + 1..].contains(guid), "{guid}");
        }
    }
}
