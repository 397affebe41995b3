//! The bucket's answers to a customer's browser, which has no credentials. The browser may do only what somebody with
//! credentials signed, and only until the signature expires.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use bytes::Bytes;
use http::{
    HeaderValue, Method, Request, Response, StatusCode,
    header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, HOST, LOCATION, ORIGIN},
};
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::Value;

use super::{Bucket, S3, Service, denied, etag_of};
use crate::{
    iam::{Iam, Principal},
    names::{REGION, SESSION_TOKEN},
    policy::Access,
    signature::{digest_of, signer},
    wire::Refusal,
};

const UNNAMED: [&str; 4] = ["policy", "x-amz-signature", "file", "bucket"];

impl S3 {
    /// Answers a browser at `path`, which starts with the bucket's name; `request` has the whole path as it was signed.
    pub(crate) fn browse(&self, iam: &Iam, path: &str, request: &Request<Bytes>, now: Timestamp) -> Response<Bytes> {
        let answered = match (request.method(), self.bucket().key_of(path)) {
            (&Method::GET, Some(key)) => check_view(iam, request, now)
                .and_then(|scope| allowed(iam, &scope, "s3:GetObject", self.bucket(), key))
                .and_then(|()| self.read(key)),
            (&Method::POST, _) if path.trim_matches('/') == self.bucket().name => self.upload(iam, request, now),
            _ => Err(Refusal::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "MethodNotAllowed",
                "not allowed against this resource",
            )),
        };
        let mut response = answered.unwrap_or_else(|refusal| refusal.into_response(Service::S3));
        let is_open = self.bucket().open_methods.iter().any(|open| open == request.method().as_str());
        if is_open && request.headers().contains_key(ORIGIN) {
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        response
    }

    fn upload(&self, iam: &Iam, request: &Request<Bytes>, now: Timestamp) -> Result<Response<Bytes>, Refusal> {
        let malformed = |message: &str| Refusal::new(StatusCode::BAD_REQUEST, "MalformedPOSTRequest", message);
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let mut fields = fields(content_type.unwrap_or_default(), request.body())
            .ok_or_else(|| malformed("The body of your POST request is not well-formed multipart/form-data."))?;
        // S3 ignores the fields after the file.
        let file = fields.iter().position(|(name, _)| name == "file");
        fields.truncate(file.map_or(0, |file| file + 1));
        let (_, file) = fields.pop().ok_or_else(|| malformed("POST requires exactly one file upload per request."))?;
        let form = Form(fields);
        form.check(iam, self.bucket(), file.len(), now)?;
        let key = form.text("key").to_owned();
        allowed(iam, form.text("x-amz-credential"), "s3:PutObject", self.bucket(), &key)?;
        let content_type = Some(form.text("Content-Type")).filter(|given| !given.is_empty());
        self.keep(&key, &file, content_type, now)?;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = match form.text("success_action_redirect") {
            "" => StatusCode::NO_CONTENT,
            to => {
                let joint = if to.contains('?') { '&' } else { '?' };
                let etag = etag_of(&file);
                let parameters = form_urlencoded::Serializer::new(String::new())
                    .extend_pairs([("bucket", &*self.bucket().name), ("key", &key), ("etag", &etag)])
                    .finish();
                let to = HeaderValue::try_from(format!("{to}{joint}{parameters}"));
                response.headers_mut().insert(LOCATION, to.map_err(|_| malformed("bad success_action_redirect"))?);
                StatusCode::SEE_OTHER
            }
        };
        Ok(response)
    }
}

struct Form(Vec<(String, Bytes)>);

impl Form {
    fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| std::str::from_utf8(value).ok()).unwrap_or_default()
    }

    /// Checks the form and a file of this size against the form's policy.
    fn check(&self, iam: &Iam, bucket: &Bucket, size: usize, now: Timestamp) -> Result<(), Refusal> {
        let encoded = self.text("policy");
        let scope = self.text("x-amz-credential");
        check_signature(iam, encoded, scope, self.text("x-amz-signature"), self.text("x-amz-security-token"))?;
        let policy = BASE64.decode(encoded).ok().and_then(|policy| serde_json::from_slice::<Value>(&policy).ok());
        let invalid = |why: &str| denied(&format!("Invalid according to Policy: {why}"));
        let policy = policy.ok_or_else(|| invalid("Invalid JSON."))?;
        let expires: Option<Timestamp> = policy["expiration"].as_str().and_then(|at| at.parse().ok());
        if expires.is_none_or(|expires| expires <= now) {
            return Err(invalid("Policy expired."));
        }
        let mut named = UNNAMED.map(str::to_owned).to_vec();
        for condition in policy["conditions"].as_array().into_iter().flatten() {
            named.extend(self.meets(condition, bucket, size)?);
        }
        let extra = self.0.iter().find(|(name, _)| !named.contains(&name.to_ascii_lowercase()));
        extra.map_or(Ok(()), |(name, _)| Err(invalid(&format!("Extra input fields: {name}"))))
    }

    /// The field that a condition names, if the form meets it.
    fn meets(&self, condition: &Value, bucket: &Bucket, size: usize) -> Result<Option<String>, Refusal> {
        let failed = || denied(&format!("Invalid according to Policy: Policy Condition failed: {condition}"));
        let field = |name: &str| match name {
            "bucket" => bucket.name.clone(),
            name => self.text(name).to_owned(),
        };
        if let Some(exact) = condition.as_object() {
            let (name, value) = exact.iter().next().ok_or_else(failed)?;
            let met = value.as_str().is_some_and(|value| field(name) == value);
            return if met { Ok(Some(name.to_ascii_lowercase())) } else { Err(failed()) };
        }
        match condition.as_array().map(Vec::as_slice).unwrap_or_default() {
            [Value::String(word), least, most] if word == "content-length-range" => {
                let size = u64::try_from(size).unwrap_or(u64::MAX);
                let sized = |code, message: &str| Err(Refusal::new(StatusCode::BAD_REQUEST, code, message));
                match (least.as_u64(), most.as_u64()) {
                    (Some(least), _) if size < least => {
                        sized("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
                    }
                    (_, Some(most)) if size > most => {
                        sized("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
                    }
                    _ => Ok(None),
                }
            }
            [Value::String(word), Value::String(name), Value::String(value)] if word == "starts-with" => {
                let name = name.trim_start_matches('$');
                if field(name).starts_with(value) { Ok(Some(name.to_ascii_lowercase())) } else { Err(failed()) }
            }
            _ => Err(failed()),
        }
    }
}

/// Checks a signature against the credentials in its scope, and these against their session's token.
fn check_signature(iam: &Iam, text: &str, scope: &str, signature: &str, token: &str) -> Result<(), Refusal> {
    match signer(iam, [REGION, "s3"], text, scope, signature) {
        None => {
            let message = "The request signature we calculated does not match the signature you provided.";
            Err(Refusal::new(StatusCode::FORBIDDEN, "SignatureDoesNotMatch", message))
        }
        Some(Principal::Function(_)) if token != SESSION_TOKEN => {
            let message = "The provided token is malformed or otherwise invalid.";
            Err(Refusal::new(StatusCode::BAD_REQUEST, "InvalidToken", message))
        }
        Some(_) => Ok(()),
    }
}

/// Checks that the signer may still do what the signature allows.
fn allowed(iam: &Iam, scope: &str, action: &str, bucket: &Bucket, key: &str) -> Result<(), Refusal> {
    let access = Access::new(action, format!("arn:aws:s3:::{}/{key}", bucket.name));
    let signer = scope.split_once('/').and_then(|(key, _)| iam.principal(key));
    match signer.map(|signer| iam.denial(signer, &[access])) {
        Some(None) => Ok(()),
        Some(Some(message)) => Err(denied(&message)),
        None => Err(denied("Access Denied")),
    }
}

/// Checks the signature and the time of a signed URL, and returns the signature's scope.
fn check_view(iam: &Iam, request: &Request<Bytes>, now: Timestamp) -> Result<String, Refusal> {
    let query = request.uri().query().unwrap_or_default();
    // Each part is used as it is in the URL, because the encoded form was signed.
    let pairs: Vec<_> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let raw = |name: &str| pairs.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| value);
    let decoded = |name: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(found, _)| found == name);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    if raw("X-Amz-Signature").is_empty() {
        return Err(denied("Access Denied"));
    }
    let (scope, date) = (decoded("X-Amz-Credential"), raw("X-Amz-Date"));
    let mut signed: Vec<_> = pairs.iter().filter(|(name, _)| *name != "X-Amz-Signature").collect();
    signed.sort();
    let signed: Vec<_> = signed.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let canonical = format!(
        "{}\n{}\n{}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD",
        request.method(),
        request.uri().path(),
        signed.join("&")
    );
    let day = scope.split_once('/').map_or("", |(_, rest)| rest);
    let text = format!("AWS4-HMAC-SHA256\n{date}\n{day}\n{}", digest_of(canonical.as_bytes()));
    check_signature(iam, &text, &scope, raw("X-Amz-Signature"), &decoded("X-Amz-Security-Token"))?;
    let from = DateTime::strptime("%Y%m%dT%H%M%SZ", date).and_then(|at| at.to_zoned_datetime(TimeZone::UTC));
    let seconds = raw("X-Amz-Expires").parse().map(SignedDuration::from_secs);
    let until = from.ok().zip(seconds.ok()).and_then(|(from, long)| from.timestamp().checked_add(long).ok());
    if until.is_none_or(|until| until < now) { Err(denied("Request has expired")) } else { Ok(scope) }
}

/// The fields of a form of `multipart/form-data` (RFC 7578), as browsers write it, in their order, including the file;
/// `None` if it is no such form.
fn fields(content_type: &str, body: &Bytes) -> Option<Vec<(String, Bytes)>> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let first = format!("--{}", boundary.trim_matches('"'));
    let next = format!("\r\n{first}");
    let mut at = find(body, first.as_bytes(), 0)? + first.len();
    let mut fields = Vec::new();
    while body.get(at..at + 2)? == b"\r\n" {
        let content = find(body, b"\r\n\r\n", at)? + 4;
        let head = std::str::from_utf8(body.get(at..content)?).ok()?;
        let end = find(body, next.as_bytes(), content)?;
        fields.push((named(head)?, body.slice(content..end)));
        at = end + next.len();
    }
    (body.get(at..at + 2)? == b"--").then_some(fields)
}

fn named(head: &str) -> Option<String> {
    let disposition = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let (_, name) = disposition.split_once(" name=\"")?;
    name.split_once('"').map(|(name, _)| name.to_owned())
}

fn find(body: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let (first, mut at) = (*wanted.first()?, from);
    loop {
        at += body.get(at..)?.iter().position(|&byte| byte == first)?;
        if body[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}
