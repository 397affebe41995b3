//! Tokens: 44 characters that give access to a customer's hub.
//!
//! `version 1 | random 24 | HMAC 8`, base64url. The HMAC rejects forged tokens without a read.
//! An email's unsubscribe link carries the same random bytes under another label: it leads to the same
//! request, but does not open the hub.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Random, ServiceKeys, sha256_hex};

const VERSION: u8 = 1;
const MAC: usize = 8;
const LENGTH: usize = 1 + Token::RANDOM + MAC;

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Opens the hub.
    Hub,
    /// Stops further messages to the customer.
    Unsubscribe,
}

/// The random part of a token that was minted with these keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; Token::RANDOM]);

impl Token {
    pub(crate) const RANDOM: usize = 24;

    /// The token of a short code.
    pub(crate) const fn of_random(random: [u8; Self::RANDOM]) -> Self {
        Self(random)
    }

    /// A new token.
    #[must_use]
    pub fn mint(random: &Random) -> Self {
        Self(random.bytes())
    }

    /// Parses a token from a link. `None` if it was not minted with these keys for this purpose.
    #[must_use]
    pub fn parse(token: &str, purpose: Purpose, keys: &ServiceKeys) -> Option<Self> {
        let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let (signed, mac) = bytes.split_at(LENGTH - MAC);
        let (&version, random) = signed.split_first()?;
        let expected = hmac::sign(key(purpose, keys), signed);
        let authentic = aws_lc_rs::constant_time::verify_slices_are_equal(&expected.as_ref()[..MAC], mac).is_ok();
        (version == VERSION && authentic).then(|| random.try_into().ok().map(Self))?
    }

    /// The token as a link carries it.
    #[must_use]
    pub fn encode(&self, purpose: Purpose, keys: &ServiceKeys) -> String {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.0);
        let mac = hmac::sign(key(purpose, keys), &bytes);
        bytes.extend_from_slice(&mac.as_ref()[..MAC]);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// A token of ours, such as one that was sealed; nothing is verified. `None` for anything else.
    #[must_use]
    pub fn decode(token: &str) -> Option<Self> {
        let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        bytes[1..=Self::RANDOM].try_into().ok().map(Self)
    }

    /// The SHA-256 of its random part in hexadecimal, by which the table has it.
    #[must_use]
    pub fn digest(&self) -> String {
        sha256_hex(&self.0)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

fn key(purpose: Purpose, keys: &ServiceKeys) -> &hmac::Key {
    match purpose {
        Purpose::Hub => &keys.hub,
        Purpose::Unsubscribe => &keys.unsubscribe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_for_its_own_purpose_only() {
        let keys = ServiceKeys::derive(&[3; 32]).unwrap();
        let token = Token::mint(&Random::system());
        let encoded = token.encode(Purpose::Hub, &keys);
        assert_eq!(encoded.len(), 44);
        assert_eq!(Token::parse(&encoded, Purpose::Hub, &keys), Some(token.clone()));
        assert_eq!(Token::decode(&encoded), Some(token.clone()));
        assert_eq!(Token::parse(&encoded, Purpose::Unsubscribe, &keys), None);
        assert_eq!(Token::parse(&encoded, Purpose::Hub, &ServiceKeys::derive(&[4; 32]).unwrap()), None);
    }

    #[test]
    fn a_damaged_token_is_rejected() {
        let keys = ServiceKeys::derive(&[3; 32]).unwrap();
        let encoded = Token::mint(&Random::system()).encode(Purpose::Hub, &keys);
        for index in 0..encoded.len() {
            let mut damaged = encoded.clone().into_bytes();
            damaged[index] = if damaged[index] == b'A' { b'B' } else { b'A' };
            let damaged = String::from_utf8(damaged).unwrap();
            assert_eq!(Token::parse(&damaged, Purpose::Hub, &keys), None, "{index}");
        }
        for bad in ["", "abc", &encoded[1..], &format!("{encoded}A"), &format!("{encoded}=")] {
            assert_eq!(Token::parse(bad, Purpose::Hub, &keys), None);
        }
    }
}
