//! API keys: `<prefix>_<live|test>_` + 30 random base62 characters + 6 of CRC-32.
//!
//! The checksum rejects a mistyped key without a read, and lets secret scanners recognise a leaked
//! one. The table has only the key's SHA-256.

use domain::values::Mode;

use crate::{Random, sha256_hex};

const RANDOM: usize = 30;
const CHECK: usize = 6;
/// How many characters a hint shows; below [`CHECK`].
const HINT: usize = 4;
const PREFIX_MAX: usize = 16;
const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A well-formed API key. The table may not know it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Makes a new key. The key is shown once and never stored.
    pub fn mint(prefix: &str, mode: Mode, random: &Random) -> Self {
        let mut key = format!("{prefix}_{}_", mode.as_str());
        let mut drawn = 0;
        while drawn < RANDOM {
            // 6 random bits have 64 values. For the two that are not base62 digits, new bits are used.
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

    /// Parses a key; `None` if its form or checksum is wrong.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.splitn(3, '_');
        let (prefix, mode, secret) = (parts.next()?, parts.next()?, parts.next()?);
        let well_formed = (1..=PREFIX_MAX).contains(&prefix.len())
            && prefix.bytes().all(|b| b.is_ascii_lowercase())
            && Mode::parse(mode).is_some()
            && secret.len() == RANDOM + CHECK
            && secret.bytes().all(|b| b.is_ascii_alphanumeric());
        if !well_formed {
            return None;
        }
        let (body, check) = key.split_at(key.len() - CHECK);
        (checksum(body) == check).then(|| Self(key.to_owned()))
    }

    /// The key's SHA-256 in hexadecimal, under which the table stores the key's record.
    pub fn digest(&self) -> String {
        sha256_hex(self.0.as_bytes())
    }

    /// The part that may be shown: the prefix and the last four characters, which belong to the checksum.
    pub fn hint(&self) -> String {
        let secret = self.0.rsplit('_').next().unwrap_or_default();
        let prefix = self.0.strip_suffix(secret).unwrap_or_default();
        format!("{prefix}…{}", &secret[secret.len() - HINT..])
    }

    /// The key itself, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

domain::hidden! { ApiKey }

fn checksum(body: &str) -> String {
    let mut rest = u64::from(crc32fast::hash(body.as_bytes()));
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
        let revealed = key.reveal();
        assert!(revealed.starts_with("aw_live_"));
        assert_eq!(revealed.len(), "aw_live_".len() + 36);
        assert_eq!(ApiKey::parse(revealed), Some(key.clone()));
        assert_eq!(key.hint(), format!("aw_live_…{}", &revealed[revealed.len() - 4..]));
        for index in 0..revealed.len() {
            let mut wrong = revealed.as_bytes().to_vec();
            wrong[index] = if wrong[index] == b'x' { b'y' } else { b'x' };
            assert_eq!(ApiKey::parse(std::str::from_utf8(&wrong).unwrap()), None, "{index}");
        }
        for bad in ["", "aw", "aw_live", "aw_live_", "aw_live_é", "_live_x"] {
            assert_eq!(ApiKey::parse(bad), None);
        }
    }
}
