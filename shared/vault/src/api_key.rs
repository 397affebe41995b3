//! API keys: `<prefix>_<live|test>_` + 30 random base62 characters + 6 of CRC-32.
//!
//! The checksum tells a mistyped key from an unknown one without a read, and lets secret scanners
//! recognise a leaked one. The table knows only the key's SHA-256.

use domain::Mode;

use crate::{Random, sha256_hex};

const RANDOM: usize = 30;
const CHECK: usize = 6;
const PREFIX_MAX: usize = 16;
const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A well-formed API key. Whether anybody holds it, the table says.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Draws a new key. It is shown once and never stored.
    #[must_use]
    pub fn mint(prefix: &str, mode: Mode, random: &Random) -> Self {
        let mut key = format!("{prefix}_{}_", mode.as_str());
        let mut drawn = 0;
        while drawn < RANDOM {
            // 6 random bits are one of 64; the two that are no base62 digit are drawn again.
            let digit = usize::from(random.bytes::<1>()[0] & 63);
            if let Some(&character) = BASE62.get(digit) {
                key.push(char::from(character));
                drawn += 1;
            }
        }
        let check = checksum(&key);
        key.push_str(&check);
        Self(key)
    }

    /// Reads a key; `None` for what cannot be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '_');
        let (prefix, mode, secret) = (parts.next()?, parts.next()?, parts.next()?);
        let formed = (1..=PREFIX_MAX).contains(&prefix.len())
            && prefix.bytes().all(|b| b.is_ascii_lowercase())
            && Mode::parse(mode).is_ok()
            && secret.len() == RANDOM + CHECK
            && secret.bytes().all(|b| b.is_ascii_alphanumeric());
        if !formed {
            return None;
        }
        let (signed, check) = text.split_at(text.len() - CHECK);
        (checksum(signed) == check).then(|| Self(text.to_owned()))
    }

    /// What the table knows the key by.
    #[must_use]
    pub fn digest(&self) -> String {
        sha256_hex(self.0.as_bytes())
    }

    /// The key itself, to be shown once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

fn checksum(text: &str) -> String {
    let mut rest = u64::from(crc32fast::hash(text.as_bytes()));
    let mut digits = [b'0'; CHECK];
    for digit in digits.iter_mut().rev() {
        *digit = BASE62[usize::try_from(rest % 62).unwrap_or(0)];
        rest /= 62;
    }
    digits.iter().map(|&digit| char::from(digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_and_one_wrong_character_does_not() {
        let key = ApiKey::mint("aw", Mode::Live, &Random::system());
        let text = key.reveal();
        assert!(text.starts_with("aw_live_"));
        assert_eq!(text.len(), "aw_live_".len() + 36);
        assert_eq!(ApiKey::parse(text), Some(key.clone()));
        for index in 0..text.len() {
            let mut wrong = text.as_bytes().to_vec();
            wrong[index] = if wrong[index] == b'x' { b'y' } else { b'x' };
            assert_eq!(ApiKey::parse(std::str::from_utf8(&wrong).unwrap()), None, "{index}");
        }
        for bad in ["", "aw", "aw_live", "aw_live_", "aw_live_é", "_live_x"] {
            assert_eq!(ApiKey::parse(bad), None);
        }
    }
}
