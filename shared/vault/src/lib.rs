//! Secrets and personal data: envelope encryption, blind indexes, tokens and API keys.
//!
//! KMS wraps one root key for each tenant. All other keys are derived from it in this crate, with the AWS-LC library
//! that the SDK's TLS links anyway.

mod api_key;
mod envelope;
mod keys;
mod mail_link;
mod random;
mod root_keys;
mod secret;
mod short_code;
mod token;
mod vault;
mod webhook_secret;

use std::sync::{Arc, LazyLock};

pub use api_key::ApiKey;
pub use keys::{RootOwner, ServiceKeys, TenantKeys};
pub use mail_link::{LinkAbout, MailLink};
pub use random::Random;
pub use root_keys::{RootKeys, Stage};
pub use secret::{Secret, SignInCode};
pub use short_code::ShortCode;
pub use token::{Purpose, Token};
pub use vault::{KEYS_CACHED_FOR, Vault};
pub use webhook_secret::WebhookSecret;
pub use webhook_secret::is_signed;

/// A service client that is built at its first use and shared from then on.
///
/// Building a client takes half a million instructions of a cold start, most of them to read the same list of regions,
/// and many calls do not use all of a function's clients. The type is in this crate because it is the lowest crate that
/// calls a service.
pub type LazyClient<C> = Arc<LazyLock<C, Box<dyn FnOnce() -> C + Send>>>;

/// Why a key could not be unwrapped, or a field not sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// KMS did not answer or throttled the call. A retry may help.
    #[error("KMS is unavailable: {0}")]
    Unavailable(String),
    /// KMS rejected the call: the KMS key, its policy or the wrapped key is wrong.
    #[error("KMS rejected the call: {0}")]
    Refused(String),
    /// The bytes were not sealed with this key for this field of this item, or were changed since.
    #[error("a sealed field is not authentic")]
    NotAuthentic,
    /// AWS-LC failed at an operation that cannot fail with the sizes used here.
    #[error("the cipher failed")]
    Cipher,
}

impl Error {
    /// Whether a wrapped key is damaged, so that no retry and no other permission can help.
    pub fn is_of_damaged_key(&self) -> bool {
        matches!(self, Self::Refused(code) if code == "InvalidCiphertextException")
    }
}

/// SHA-256 in hexadecimal, for values that are random enough without a key: tokens and API keys.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
