//! Signature Version 4, checked as on AWS: the signature is computed again from the request.

use aws_lc_rs::{constant_time::verify_slices_are_equal, digest, hmac};

use super::{
    iam::{Iam, Principal},
    names::CREDENTIALS,
};

/// The principal who signed the string on the scope's day for this region and service. The scope is
/// `<access key>/<day>/<region>/<service>/aws4_request`.
pub(super) fn signer<'a>(
    iam: &Iam,
    [region, service]: [&str; 2],
    text: &str,
    scope: &'a str,
    signature: &str,
) -> Option<Principal<'a>> {
    let mut parts = scope.split('/');
    let (key, day) = (parts.next()?, parts.next()?);
    if !parts.eq([region, service, "aws4_request"]) {
        return None;
    }
    let mut signing = format!("AWS4{}", CREDENTIALS.1).into_bytes();
    for part in [day, region, service, "aws4_request"] {
        signing = sign(&signing, part);
    }
    let expected = hex(&sign(&signing, text));
    verify_slices_are_equal(expected.as_bytes(), signature.as_bytes()).ok()?;
    iam.principal(key)
}

fn sign(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

pub(super) fn digest_of(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
