//! Short codes: the 12 characters of an SMS' link, which has no room for a token of 44.
//!
//! A code is too short to contain its request. The table has the token for the code's keyed digest, which does not
//! reveal the code.

use std::fmt;

use aws_lc_rs::hmac;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::keys::LinkKeys;
use crate::{Random, ServiceKeys};

/// Crockford's 32 digits and letters. `I`, `L`, `O` and `U` are left out, so that characters cannot be confused.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTER_BITS: u32 = ALPHABET.len().ilog2();

/// A code of [`BITS`](Self::BITS) random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct ShortCode(u64);

impl ShortCode {
    pub const CHARACTERS: u32 = 12;
    /// The random bits of a code. A guesser has to guess all of them.
    pub const BITS: u32 = Self::CHARACTERS * CHARACTER_BITS;

    pub fn mint(random: &Random) -> Self {
        Self(random.u64() >> (u64::BITS - Self::BITS))
    }

    /// Parses a code from a link, or as somebody typed it: in lower case, with `O` for `0`, with `I` or `L` for `1`.
    /// The code ends at the first character that is not an ASCII letter or digit, such as a full stop after a link.
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.find(|end: char| !end.is_ascii_alphanumeric()).map_or(code, |end| &code[..end]);
        if code.len() != Self::CHARACTERS as usize {
            return None;
        }
        let digit = |byte: u8| {
            let byte = match byte.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                byte => byte,
            };
            ALPHABET.iter().position(|&one| one == byte)
        };
        let mut digits = code.bytes().map(digit);
        digits.try_fold(0, |number, digit| Some(number << CHARACTER_BITS | digit? as u64)).map(Self)
    }

    /// The keyed digest under which the table stores the code's token.
    pub fn digest(&self, keys: &ServiceKeys) -> String {
        self.digest_with(&keys.links)
    }

    /// All digests under which the table may have the code: several while the service's root key is being replaced.
    pub fn digests(&self, keys: &ServiceKeys) -> impl Iterator<Item = String> {
        keys.all().map(|keys| self.digest_with(keys))
    }

    fn digest_with(&self, keys: &LinkKeys) -> String {
        URL_SAFE_NO_PAD.encode(hmac::sign(&keys.code, &self.0.to_be_bytes()))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..Self::CHARACTERS).rev().try_for_each(|place| {
            let digit = self.0 >> (place * CHARACTER_BITS) & (ALPHABET.len() as u64 - 1);
            write!(f, "{}", char::from(ALPHABET[digit as usize]))
        })
    }
}

domain::hidden! { ShortCode }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_12_characters_of_60_bits_and_reads_back() {
        assert_eq!(ShortCode::BITS, 60);
        for fill in [0x00, 0x5a, 0xff] {
            let code = ShortCode::mint(&Random::new(move |bytes| bytes.fill(fill)));
            let written = code.to_string();
            assert_eq!(written.len(), 12, "{written}");
            assert_eq!(ShortCode::parse(&written), Some(code));
        }
        assert_eq!(ShortCode((1 << 60) - 1).to_string(), "ZZZZZZZZZZZZ");
    }

    #[test]
    fn a_code_may_be_typed() {
        let code = ShortCode::parse("01ABCDEFGHJK").unwrap();
        for typed in ["01abcdefghjk", "OiABCDEFGHJK", "olAbcDEFGHJK", "01abcdefghjk.", "01abcdefghjk)"] {
            assert_eq!(ShortCode::parse(typed), Some(code.clone()), "{typed}");
        }
        for none in ["", "01ABCDEFGHJ", "01ABCDEFGHJKM", "01ABCDEFGHJU", "01ABCDEFGHJ-", "01ABCDEFGHÄ"] {
            assert_eq!(ShortCode::parse(none), None, "{none}");
        }
    }
}
