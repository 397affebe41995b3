//! Checks signatures of other systems: HMAC-SHA256 of a body, as base64.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

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
