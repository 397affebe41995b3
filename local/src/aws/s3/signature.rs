//! Signature Version 4, checked as S3 checks it: computed once more from what arrived.

use aws_lc_rs::{constant_time::verify_slices_are_equal, digest, hmac};

use super::super::{CREDENTIALS, REGION};

/// Whether the signature is the one that the credentials' owner makes of the string on the scope's day.
/// The scope is `<access key>/<day>/<region>/s3/aws4_request`.
pub(super) fn is_signed(text: &str, scope: &str, signature: &str) -> bool {
    let mut parts = scope.split('/');
    let (Some(key), Some(day)) = (parts.next(), parts.next()) else { return false };
    if key != CREDENTIALS.0 || !parts.eq([REGION, "s3", "aws4_request"]) {
        return false;
    }
    let mut signing = format!("AWS4{}", CREDENTIALS.1).into_bytes();
    for part in [day, REGION, "s3", "aws4_request"] {
        signing = sign(&signing, part);
    }
    let expected = hex(&sign(&signing, text));
    verify_slices_are_equal(expected.as_bytes(), signature.as_bytes()).is_ok()
}

fn sign(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

/// SHA-256, in hexadecimal digits.
pub(super) fn digest_of(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
