//! Ids: increasing, unique, exact in JavaScript, and made without a shared counter.

mod guid;
mod written;

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use jiff::Timestamp;

pub use guid::Guid;

use crate::values::Invalid;

/// 2025-01-01T00:00:00Z in Unix milliseconds, from which ids count.
pub(crate) const EPOCH_MS: i64 = 1_735_689_600_000;
pub(crate) const RANDOM_BITS: u32 = 12;

/// `(milliseconds since 2025-01-01) << 12 | 12 random bits`: positive, below 2^53.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id<K>(u64, PhantomData<K>);

/// The noun to which an id belongs. It is part of the id's GUID, so that two nouns never share one.
pub trait Kind: fmt::Debug + Copy + Eq + Hash + Ord {
    /// A number that no other noun has.
    const NUMBER: u64;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident = $kind:ident $number:literal;)*) => {$(
        #[doc = concat!("The noun of a [`", stringify!($id), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $kind {}

        impl Kind for $kind {
            const NUMBER: u64 = $number;
        }

        $(#[$doc])*
        pub type $id = Id<$kind>;
    )*};
}

ids! {
    /// The id of a [`Request`](crate::request::Request).
    RequestId = OfRequest 1;
    /// The id of a [`Customer`](crate::customer::Customer).
    CustomerId = OfCustomer 2;
    /// The id of a [`Location`](crate::customer::Location).
    LocationId = OfLocation 3;
    /// The id of a [`Charge`](crate::customer::Charge).
    ChargeId = OfCharge 4;
    /// The id of a [`Review`](crate::review::Review).
    ReviewId = OfReview 5;
    /// The id of a [`Webhook`](crate::webhook::Webhook).
    WebhookId = OfWebhook 6;
    /// The id of an [`Event`](crate::webhook::Event).
    EventId = OfEvent 7;
    /// The id of a call that a shop's system made.
    InboundId = OfInbound 8;
}

impl<K: Kind> Id<K> {
    /// JavaScript's largest exact integer (2^53 - 1).
    pub const MAX: u64 = (1 << 53) - 1;
    pub const FIRST: Self = Self(1, PhantomData);
    pub const LAST: Self = Self(Self::MAX, PhantomData);

    /// Makes the id of something that was created `now`, with the low 12 bits of `random`. Two ids of the same
    /// millisecond can be equal, so a row is written only if its id is free; otherwise the caller makes another id.
    pub fn mint(now: Timestamp, random: u16) -> Self {
        let elapsed = u64::try_from(now.as_millisecond() - EPOCH_MS).unwrap_or(0);
        let id = (elapsed << RANDOM_BITS) | u64::from(random & 0x0fff);
        Self(id.clamp(1, Self::MAX), PhantomData)
    }

    /// When the id was minted, to the millisecond.
    pub fn minted_at(self) -> Timestamp {
        let elapsed = i64::try_from(self.0 >> RANDOM_BITS).unwrap_or(i64::MAX);
        Timestamp::from_millisecond(EPOCH_MS.saturating_add(elapsed)).unwrap_or(Timestamp::MAX)
    }

    /// Reads an id of a path or query: 1 to 2^53 - 1 in plain digits, no sign, no leading zero.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("An id must be a positive whole number below 2^53.");
        if text.starts_with('0') || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(RULE);
        }
        text.parse().ok().and_then(Self::new).ok_or(RULE)
    }

    /// The id with this number; `None` if it is 0 or above [`MAX`](Self::MAX).
    pub fn new(number: u64) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number, PhantomData))
    }

    /// The number, at most [`MAX`](Self::MAX).
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The GUID of this id, for the dialects that use GUIDs.
    pub fn guid(self) -> Guid {
        Guid::from_id(self.0, K::NUMBER)
    }

    /// The id with this GUID; `None` if the GUID is not ours or is another noun's.
    pub fn from_guid(guid: Guid) -> Option<Self> {
        Self::new(guid.number()?).filter(|id| id.guid() == guid)
    }
}

impl<K> serde::Serialize for Id<K> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de, K: Kind> serde::Deserialize<'de> for Id<K> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u64::deserialize(deserializer)?).ok_or_else(|| serde::de::Error::custom("no id"))
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_increase_with_time_and_stay_below_two_to_the_53() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let earlier = RequestId::mint(at("2026-11-20T06:00:00Z"), 0xffff);
        let later = RequestId::mint(at("2026-11-20T06:00:00.001Z"), 0);
        assert!(earlier < later);
        assert!(RequestId::mint(at("2090-01-01T00:00:00Z"), 0xffff).get() <= RequestId::MAX);
        assert_eq!(RequestId::mint(at("2020-01-01T00:00:00Z"), 0).get(), 1);
    }

    #[test]
    fn only_plain_positive_numbers_are_ids() {
        for bad in ["", "0", "01", "-1", "+1", "1.0", "1e3", " 1", "９", "9007199254740992", "x"] {
            assert!(RequestId::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(RequestId::parse("9007199254740991").unwrap().get(), RequestId::MAX);
    }

    #[test]
    fn an_id_and_its_guid_lead_to_each_other() {
        for number in [1, 4_095, 4_096, 244_000_000_000_123, RequestId::MAX] {
            let id = RequestId::new(number).unwrap();
            assert_eq!(RequestId::from_guid(id.guid()), Some(id));
            assert_eq!(CustomerId::from_guid(id.guid()), None, "another noun's");
        }
        let guid = Guid::parse("6f4770fc-b8ee-4bf2-9977-d048a7f27987").unwrap();
        assert_eq!(RequestId::from_guid(guid), None);
    }
}
