//! The console's secrets: 256 bits each. The table has only their digests.

use std::fmt;

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Random, ServiceKeys, sha256_hex};

/// The letters of a code: without vowels, so that no words appear, and without letters that look alike.
const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

/// A secret of 256 bits: for a session, for a browser that requests a sign-in, or for a link that signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    pub fn mint(random: &Random) -> Self {
        Self(random.bytes())
    }

    /// The secret in a sign-in's link. It is stored nowhere, because the sender of the email computes the same secret.
    pub fn of_sign_in(id: &str, keys: &ServiceKeys) -> Self {
        Self(first_32(hmac::sign(&keys.links.sign_in, id.as_bytes())))
    }

    /// The proof that the browser with this secret has signed in with an identity.
    pub fn of_known_browser(index: &str, browser: &Self, keys: &ServiceKeys) -> Self {
        Self(first_32(hmac::sign(&keys.links.sign_in, &known(index, browser))))
    }

    /// Whether this is such a proof, made with any of the service's keys.
    pub fn proves_known_browser(&self, index: &str, browser: &Self, keys: &ServiceKeys) -> bool {
        keys.all().any(|keys| hmac::verify(&keys.sign_in, &known(index, browser), &self.0).is_ok())
    }

    /// Parses a secret as [`reveal`](Self::reveal) writes it.
    pub fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The secret's SHA-256 in hexadecimal, under which the table stores it.
    pub fn digest(&self) -> String {
        sha256_hex(&self.0)
    }

    /// The secret itself: 43 characters, for a cookie or a link.
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
}

domain::hidden! { Secret }

/// A code of eight letters, which is typed into the window that waits for it. There are 20⁸ codes, or 2.6 × 10¹⁰.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCode(String);

impl SignInCode {
    pub const LETTERS: usize = 8;

    /// The code that belongs to a link. Whoever has the link can compute the code; the code does not lead to the link.
    pub fn of_link(link: &Secret) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &link.0);
        let bytes = first_32(hmac::sign(&key, b"code"));
        // 16 bytes for 35 bits, so that the bias of the remainder is below 2^-90.
        let mut number = bytes.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        let letters = (0..Self::LETTERS).map(|_| {
            let letter = usize::try_from(number % LETTERS.len() as u128).unwrap_or_default();
            number /= LETTERS.len() as u128;
            char::from(LETTERS[letter])
        });
        Self(letters.collect())
    }

    /// Parses a code as somebody typed it: in upper or lower case, with spaces or hyphens.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let code = typed.to_ascii_uppercase();
        let is_code = code.len() == Self::LETTERS && code.bytes().all(|byte| LETTERS.contains(&byte));
        is_code.then_some(Self(code))
    }

    /// The digest under which the table stores the code. It also depends on the browser's secret, because 35 bits alone
    /// could be found by trying.
    pub fn digest(&self, browser: &Secret) -> String {
        sha256_hex(&[&browser.0, self.0.as_bytes()].concat())
    }
}

/// Two groups of four letters, with a hyphen.
impl fmt::Display for SignInCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(Self::LETTERS / 2);
        write!(f, "{first}-{second}")
    }
}

domain::hidden! { SignInCode }

/// A sign-in's id, from which the same key makes links, never begins with these bytes.
fn known(index: &str, browser: &Secret) -> Vec<u8> {
    [b"known browser ", index.as_bytes(), &browser.0].concat()
}

fn first_32(tag: hmac::Tag) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(&tag.as_ref()[..32]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_belongs_to_its_sign_in_and_its_code_to_the_link() {
        let keys = ServiceKeys::derive(&[3; 32]).unwrap();
        let link = Secret::of_sign_in("a", &keys);
        assert_eq!(Secret::parse(&link.reveal()), Some(link.clone()));
        assert_eq!(Secret::of_sign_in("a", &keys), link);
        assert_ne!(Secret::of_sign_in("b", &keys), link);
        let code = SignInCode::of_link(&link);
        let shown = code.to_string();
        assert_eq!(shown.len(), 9);
        for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', ""), shown.replace('-', " ")] {
            assert_eq!(SignInCode::parse(&typed), Some(code.clone()), "{typed}");
        }
        for wrong in ["", "BCDF-GHJ", "BCDF-GHJKL", "ABCD-EFGH", "1234-5678"] {
            assert_eq!(SignInCode::parse(wrong), None, "{wrong}");
        }
        let browsers = [1, 2].map(|fill| Secret([fill; 32]));
        assert_ne!(code.digest(&browsers[0]), code.digest(&browsers[1]));
    }
}
