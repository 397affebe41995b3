//! STS: the identity of a caller (AWS STS API reference, `GetCallerIdentity`). The call needs no permission, but its
//! signature is checked. Whoever has the signed request can send it, so it proves only the identity.

use bytes::Bytes;
use http::{
    Request, Response, StatusCode,
    header::{AUTHORIZATION, HOST},
};
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};

use super::{
    iam::{Iam, Principal},
    names::{ACCOUNT, CREDENTIALS, REGION, SESSION_TOKEN},
    signature::{digest_of, signer},
    wire::{self, Call, Refusal, Service},
};

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The largest difference between a signature's time and STS' own.
const SKEW: SignedDuration = SignedDuration::from_mins(15);

/// Answers a call with the identity of its signer. `now` is the time with which clients sign.
pub(super) fn answer(iam: &Iam, call: &Call, request: &Request<Bytes>, now: Timestamp, id: &str) -> Response<Bytes> {
    if call.operation != "GetCallerIdentity" {
        return Refusal::new(StatusCode::BAD_REQUEST, "InvalidAction", "Could not find operation")
            .into_response(Service::Sts);
    }
    match caller(iam, request, now) {
        Ok(principal) => wire::answer(Service::Sts, identity(principal, id).into()),
        Err(refusal) => refusal.into_response(Service::Sts),
    }
}

fn identity(principal: Principal<'_>, id: &str) -> String {
    let (arn, user) = match principal {
        Principal::Operator => (format!("arn:aws:iam::{ACCOUNT}:user/{}", CREDENTIALS.0), CREDENTIALS.0.to_owned()),
        Principal::Function(name) => {
            (format!("arn:aws:sts::{ACCOUNT}:assumed-role/{name}/session"), format!("{name}:session"))
        }
    };
    format!(
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n  <GetCallerIdentityResult>\n    \
         <Arn>{arn}</Arn>\n    <UserId>{user}</UserId>\n    <Account>{ACCOUNT}</Account>\n  </GetCallerIdentityResult>\n  \
         <ResponseMetadata>\n    <RequestId>{id}</RequestId>\n  </ResponseMetadata>\n</GetCallerIdentityResponse>\n"
    )
}

fn caller<'a>(iam: &Iam, request: &'a Request<Bytes>, now: Timestamp) -> Result<Principal<'a>, Refusal> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let incomplete =
        || Refusal::new(StatusCode::BAD_REQUEST, "IncompleteSignature", "Authorization header is incomplete.");
    let authorization = header(AUTHORIZATION.as_str()).strip_prefix(ALGORITHM).ok_or_else(incomplete)?;
    let part = |name: &str| {
        let mut parts = authorization.split(',').filter_map(|part| part.trim().split_once('='));
        parts.find(|(of, _)| *of == name).map(|(_, value)| value).ok_or_else(incomplete)
    };
    let (scope, signed, signature) = (part("Credential")?, part("SignedHeaders")?, part("Signature")?);
    let key = scope.split('/').next().unwrap_or_default();
    let known = iam.principal(key).ok_or_else(invalid_token)?;
    if known != Principal::Operator && header("x-amz-security-token") != SESSION_TOKEN {
        return Err(invalid_token());
    }
    let date = header("x-amz-date");
    let at = DateTime::strptime("%Y%m%dT%H%M%SZ", date).ok().and_then(|at| at.to_zoned_datetime(TimeZone::UTC).ok());
    let at = at.ok_or_else(incomplete)?.timestamp();
    if now.duration_since(at).abs() > SKEW {
        return Err(mismatch(&format!("Signature expired: {date} is not within {SKEW:#} of now.")));
    }
    let names: Vec<_> = signed.split(';').collect();
    if !names.contains(&"host") || !names.contains(&"x-amz-date") {
        return Err(mismatch("'Host' and 'X-Amz-Date' must be 'SignedHeaders' in the AWS Authorization."));
    }
    // Each region has its own STS; this one stands for all of them.
    let (_, rest) = scope.split_once('/').ok_or_else(incomplete)?;
    let region = rest.split('/').nth(1).unwrap_or(REGION);
    let sent_to = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let sent_to = sent_to.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    // A client may have signed for the address for which this STS stands.
    let hosts = [sent_to.unwrap_or_default().to_owned(), format!("sts.{region}.amazonaws.com")];
    let by = hosts.iter().find_map(|host| {
        let lines = names.iter().map(|name| match *name {
            "host" => format!("host:{host}\n"),
            name => format!("{name}:{}\n", header(name).split_whitespace().collect::<Vec<_>>().join(" ")),
        });
        let canonical = format!("POST\n/\n\n{}\n{signed}\n{}", lines.collect::<String>(), digest_of(request.body()));
        let text = format!("{ALGORITHM}\n{date}\n{rest}\n{}", digest_of(canonical.as_bytes()));
        signer(iam, [region, "sts"], &text, scope, signature)
    });
    by.ok_or_else(|| mismatch("The request signature we calculated does not match the signature you provided."))
}

fn invalid_token() -> Refusal {
    let message = "The security token included in the request is invalid.";
    Refusal::new(StatusCode::FORBIDDEN, "InvalidClientTokenId", message)
}

fn mismatch(message: &str) -> Refusal {
    Refusal::new(StatusCode::FORBIDDEN, "SignatureDoesNotMatch", message)
}
