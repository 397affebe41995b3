//! The secrets of webhook endpoints, and the signatures made with them (Standard Webhooks 1.0.0).

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use crate::Random;

const PREFIX: &str = "whsec_";
const LEN: usize = 32;

/// The secret that signs calls to an endpoint. Only the shop and its endpoint know it.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(Zeroizing<[u8; LEN]>);

domain::stored_as_text!(WebhookSecret, Self::reveal, Self::parse);

impl WebhookSecret {
    pub fn mint(random: &Random) -> Self {
        Self(Zeroizing::new(random.bytes()))
    }

    /// The secret that [`reveal`](Self::reveal) returned; `None` for any other string.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64.decode(text.strip_prefix(PREFIX)?).ok()?;
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The secret as the shop sees it, once: `whsec_` and base64.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", BASE64.encode(*self.0))
    }

    /// The signature of a call with this id, time in seconds since 1970, and body.
    pub fn sign(&self, id: &str, timestamp: i64, body: &str) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &*self.0);
        let tag = hmac::sign(&key, format!("{id}.{timestamp}.{body}").as_bytes());
        format!("v1,{}", BASE64.encode(tag))
    }
}

/// Whether a base64 signature was made for these bytes with this secret. The comparison takes equally long for any
/// signature.
pub fn is_signed(secret: &str, bytes: &[u8], signature: &str) -> bool {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    BASE64.decode(signature.trim()).is_ok_and(|tag| hmac::verify(&key, bytes, &tag).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_was_shown() {
        let secret = WebhookSecret::mint(&Random::new(|bytes| bytes.fill(7)));
        let shown = secret.reveal();
        assert!(shown.starts_with("whsec_") && WebhookSecret::parse(&shown) == Some(secret));
        for bad in ["", "whsec_", "whsec_AAAA", &shown[6..], &format!("{shown}AAAA")] {
            assert!(WebhookSecret::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn another_program_signs_the_same() {
        // printf '%s' '{"id":1}' | openssl dgst -sha256 -hmac 'a secret of the shop' -binary | base64
        const SIGNATURE: &str = "nbCdkjaiUmqKiGA8EqZk1fXIuVrHwVTy1A+Pbh6pOIc=";
        let (secret, body) = ("a secret of the shop", br#"{"id":1}"#);
        assert!(is_signed(secret, body, SIGNATURE));
        assert!(is_signed(secret, body, &format!(" {SIGNATURE} ")));
        assert!(!is_signed(secret, br#"{"id":2}"#, SIGNATURE));
        assert!(!is_signed("another secret", body, SIGNATURE));
        for bad in ["", "AAAA", "%%%", &SIGNATURE[1..]] {
            assert!(!is_signed(secret, body, bad), "{bad}");
        }
    }
}
