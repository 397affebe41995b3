//! Secrets and personal data: envelope encryption, blind indexes, tokens and API keys.
//!
//! KMS wraps one root key per tenant; everything else is derived from it here, with the same
//! AWS-LC that the SDK's TLS already links.

mod api_key;
mod envelope;
mod keys;
mod later;
mod random;
mod token;
mod vault;

pub use api_key::ApiKey;
pub use keys::{ServiceKeys, TenantKeys};
pub use later::LazyClient;
pub use random::Random;
pub use token::{Purpose, Token};
pub use vault::{KEYS_CACHED_FOR, Vault};

/// Why a secret could not be had.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// KMS did not answer, or asked to slow down: trying again may help.
    #[error("KMS is out of reach: {0}")]
    Unavailable(String),
    /// KMS answered no: the key, its policy or the wrapped bytes are wrong.
    #[error("KMS refused: {0}")]
    Refused(String),
    /// Sealed bytes that were not sealed with this key for this place, or were changed since.
    #[error("a sealed field is not authentic")]
    NotAuthentic,
    /// AWS-LC refused an operation that cannot fail with the sizes used here.
    #[error("the cipher failed")]
    Cipher,
}

/// SHA-256, for values with enough entropy of their own: tokens and API keys.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
