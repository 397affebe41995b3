//! A caller's proof of identity, as the program `afterword` makes it.

use crate::support::*;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;

const BODY: &[u8] = b"Action=GetCallerIdentity&Version=2011-06-15";
/// The header that names the function for which a request is signed.
const FUNCTION: &str = "x-afterword-function";

/// The `caller` of an event: a `GetCallerIdentity` that is signed for this function in its region, but not sent.
pub fn signed(credentials: &Credentials, region: &str, function: &str, at: Timestamp) -> Value {
    let mut caller = headers(credentials, region, &[(FUNCTION, function)], at);
    caller[FUNCTION] = function.into();
    caller
}

/// The headers that the signature of such a request adds to `headers`.
pub fn headers(credentials: &Credentials, region: &str, headers: &[(&str, &str)], at: Timestamp) -> Value {
    let identity = credentials.clone().into();
    let params = SigningParams::builder().identity(&identity).region(region).name("sts").time(at.try_into().unwrap());
    let params = params.settings(SigningSettings::default()).build().unwrap().into();
    let address = format!("https://sts.{region}.amazonaws.com/");
    let request = SignableRequest::new("POST", address, headers.iter().copied(), SignableBody::Bytes(BODY)).unwrap();
    let (instructions, _) = sign(request, &params).unwrap().into_parts();
    instructions.headers().map(|(name, value)| (name.to_owned(), Value::from(value))).collect()
}
