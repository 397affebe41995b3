//! Calls as HTTP requests, and answers and errors in the services' formats.

use std::collections::HashMap;

use bytes::Bytes;
use dynoxide::DynoxideError;
use http::{
    HeaderName, HeaderValue, Method, Request, Response, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::stack::Bucket;

/// The services that answer here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    Bedrock,
    DynamoDb,
    /// Data keys.
    Kms,
    /// One-time schedules.
    Scheduler,
    S3,
    /// Emails (SES v2).
    Ses,
    /// End User Messaging SMS, v2.
    Sms,
    /// Notices to the operator.
    Sns,
    Sqs,
    /// The identity of a caller.
    Sts,
    /// Any other service, whose calls are rejected.
    Unknown,
}

/// A call, by AWS' names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub service: Service,
    /// `TransactWriteItems`, `SendEmail`, …; for an unknown service the method and path.
    pub operation: String,
}

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const QUERY_ERROR: HeaderName = HeaderName::from_static("x-amzn-query-error");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const TARGET: &str = "x-amz-target";
const IDENTITIES: &str = "/v2/email/identities/";
/// The path of the addresses on SES' suppression list.
const SUPPRESSED: &str = "/v2/email/suppression/addresses/";
const SCHEDULES: &str = "/schedules/";
const FORM: &str = "application/x-www-form-urlencoded";
/// The version of SNS' API, which its calls name.
const SNS_VERSION: &str = "2010-03-31";

impl Call {
    /// The JSON protocols name the operation in a header, the REST protocols by method and path.
    pub(super) fn of(request: &Request<Bytes>, bucket: &Bucket) -> Self {
        let target = request.headers().get(TARGET).and_then(|target| target.to_str().ok());
        let (service, operation) = match target.and_then(|target| target.split_once('.')) {
            Some(("DynamoDB_20120810", operation)) => (Service::DynamoDb, operation),
            Some(("AmazonSQS", operation)) => (Service::Sqs, operation),
            Some(("PinpointSMSVoiceV2", operation)) => (Service::Sms, operation),
            Some(("TrentService", operation)) => (Service::Kms, operation),
            Some(_) => (Service::Unknown, target.unwrap_or_default()),
            None => match (request.method(), request.uri().path()) {
                (&Method::POST, "/v2/email/outbound-emails") => (Service::Ses, "SendEmail"),
                (&Method::GET, "/v2/email/account") => (Service::Ses, "GetAccount"),
                (&Method::POST, "/v2/email/identities") => (Service::Ses, "CreateEmailIdentity"),
                (&Method::GET, path) if path.starts_with(IDENTITIES) => (Service::Ses, "GetEmailIdentity"),
                (&Method::DELETE, path) if path.starts_with(IDENTITIES) => (Service::Ses, "DeleteEmailIdentity"),
                (&Method::DELETE, path) if path.starts_with(SUPPRESSED) => {
                    (Service::Ses, "DeleteSuppressedDestination")
                }
                (&Method::POST, path) if path.starts_with("/model/") && path.ends_with("/converse") => {
                    (Service::Bedrock, "Converse")
                }
                (_, path) if path.strip_prefix('/').is_some_and(|path| path.starts_with(&bucket.name)) => {
                    (Service::S3, s3_operation(request))
                }
                (method, path) if path.starts_with(SCHEDULES) => match *method {
                    Method::POST => (Service::Scheduler, "CreateSchedule"),
                    Method::DELETE => (Service::Scheduler, "DeleteSchedule"),
                    _ => (Service::Scheduler, method.as_str()),
                },
                // The query protocol names the operation and the API's version in a form.
                (&Method::POST, "/") if content_type(request).starts_with(FORM) => {
                    let form = form(request);
                    let field = |name: &str| form.get(name).cloned().unwrap_or_default();
                    let service = if field("Version") == SNS_VERSION { Service::Sns } else { Service::Sts };
                    return Self { service, operation: field("Action") };
                }
                (method, path) => {
                    let operation = format!("{method} {path}");
                    return Self { service: Service::Unknown, operation };
                }
            },
        };
        Self { service, operation: operation.to_owned() }
    }
}

fn s3_operation(request: &Request<Bytes>) -> &str {
    let (method, query) = (request.method(), request.uri().query());
    match *method {
        Method::GET if query.is_some_and(|query| query.starts_with("list-type=2")) => "ListObjectsV2",
        Method::GET => "GetObject",
        Method::PUT if query.is_some_and(|query| query.starts_with("partNumber=")) => "UploadPart",
        Method::PUT => "PutObject",
        Method::POST if query == Some("uploads") => "CreateMultipartUpload",
        Method::POST if query.is_some_and(|query| query.starts_with("uploadId=")) => "CompleteMultipartUpload",
        Method::DELETE if query == Some("tagging") => "DeleteObjectTagging",
        Method::DELETE => "DeleteObject",
        _ => method.as_str(),
    }
}

fn content_type(request: &Request<Bytes>) -> &str {
    request.headers().get(CONTENT_TYPE).and_then(|media| media.to_str().ok()).unwrap_or_default()
}

pub(super) fn email_identity(request: &Request<Bytes>) -> Option<String> {
    request.uri().path().strip_prefix(IDENTITIES).and_then(unescaped)
}

pub(super) fn suppressed_address(request: &Request<Bytes>) -> Option<String> {
    request.uri().path().strip_prefix(SUPPRESSED).and_then(unescaped)
}

/// A part of a path after decoding. Unlike in a form, `+` does not mean a space.
fn unescaped(part: &str) -> Option<String> {
    let escaped = part.replace('+', "%2B");
    form_urlencoded::parse(escaped.as_bytes()).next().map(|(name, _)| name.into_owned())
}

/// The fields of a call in the query protocol.
pub(super) fn form(request: &Request<Bytes>) -> HashMap<String, String> {
    form_urlencoded::parse(request.body()).into_owned().collect()
}

/// The address in `a@b` or `Name <a@b>`.
pub(super) fn bare(address: &str) -> &str {
    address.rsplit_once('<').map_or(address, |(_, address)| address.trim_end_matches('>'))
}

/// The schedule in a path. No allowed name needs an escape.
pub(super) fn schedule_name(request: &Request<Bytes>) -> &str {
    request.uri().path().strip_prefix(SCHEDULES).unwrap_or_default()
}

/// The id of the access key that signed a request; `None` without a signature.
pub(super) fn access_key(request: &Request<Bytes>) -> Option<&str> {
    let authorization = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (_, credential) = authorization.split_once("Credential=")?;
    Some(credential.split_once('/')?.0)
}

pub(super) fn query(request: &Request<Bytes>, wanted: &str) -> Option<String> {
    let query = request.uri().query().unwrap_or_default().as_bytes();
    form_urlencoded::parse(query).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}

#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
    /// Further members of the error, where a service has them.
    details: Map<String, Value>,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), details: Map::new() }
    }

    /// A caller's error: 400.
    pub(super) fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// DynamoDB's error for a transaction that failed in some of its parts, for one reason.
    pub(super) fn cancelled(failed: &[bool], code: &str, why: &str) -> Self {
        let codes: Vec<_> = failed.iter().map(|failed| if *failed { code } else { "None" }).collect();
        let message = format!(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [{}]",
            codes.join(", ")
        );
        let reasons = codes.iter().map(|code| match *code {
            "None" => json!({"Code": code}),
            code => json!({"Code": code, "Message": why}),
        });
        Self::bad("TransactionCanceledException", message).with("CancellationReasons", reasons.collect())
    }

    pub(super) fn with(mut self, member: &str, value: Value) -> Self {
        self.details.insert(member.to_owned(), value);
        self
    }

    /// The error for one entry of a batch, whose other entries are performed.
    pub(super) fn of_entry(self, id: &str) -> Value {
        let Self { status, code, message, details: _ } = self;
        json!({"Id": id, "SenderFault": status.is_client_error(), "Code": code, "Message": message})
    }

    pub(super) fn unknown(call: &Call) -> Self {
        let Call { service, operation } = call;
        Self::bad("UnknownOperationException", format!("the small AWS has no {operation} ({service:?})"))
    }

    pub(super) fn throttled(service: Service) -> Self {
        const MESSAGE: &str = "Rate exceeded";
        match service {
            Service::DynamoDb | Service::Kms | Service::Sms | Service::Unknown => {
                Self::bad("ThrottlingException", MESSAGE)
            }
            Service::Sqs => Self::bad("RequestThrottled", MESSAGE),
            Service::Sns | Service::Sts => Self::bad("Throttling", MESSAGE),
            Service::Bedrock | Service::Scheduler => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "ThrottlingException", MESSAGE)
            }
            Service::S3 => Self::new(StatusCode::SERVICE_UNAVAILABLE, "SlowDown", "Please reduce your request rate."),
            Service::Ses => Self::new(StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsException", MESSAGE),
        }
    }

    pub(super) fn denied(service: Service, message: String) -> Self {
        match service {
            Service::DynamoDb | Service::Kms | Service::Sms => Self::bad("AccessDeniedException", message),
            Service::S3 | Service::Sts => Self::new(StatusCode::FORBIDDEN, "AccessDenied", message),
            Service::Sns => Self::new(StatusCode::FORBIDDEN, "AuthorizationError", message),
            Service::Bedrock | Service::Scheduler | Service::Ses | Service::Sqs | Service::Unknown => {
                Self::new(StatusCode::FORBIDDEN, "AccessDeniedException", message)
            }
        }
    }

    /// The answer of a service if the credentials belong to nobody, or lack their session's token.
    pub(super) fn unrecognized() -> Self {
        Self::bad("UnrecognizedClientException", "The security token included in the request is invalid.")
    }

    pub(super) fn broken(service: Service) -> Self {
        let code = match service {
            Service::DynamoDb => "InternalServerError",
            Service::Kms => "KMSInternalException",
            Service::Bedrock | Service::Scheduler | Service::Sms => "InternalServerException",
            Service::S3 => "InternalError",
            Service::Ses => "InternalServiceErrorException",
            Service::Sns | Service::Sqs | Service::Sts | Service::Unknown => "InternalFailure",
        };
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, code, "the service failed")
    }

    pub(super) fn into_response(self, service: Service) -> Response<Bytes> {
        if matches!(service, Service::S3 | Service::Sns | Service::Sts) {
            return self.into_xml(service);
        }
        // Only the error models of these two services use a capital M.
        let message = if matches!(service, Service::Scheduler | Service::Sms) { "Message" } else { "message" };
        let mut body = self.details;
        body.insert("__type".to_owned(), self.code.into());
        body.insert(message.to_owned(), self.message.into());
        let mut response = answer(service, Value::Object(body).to_string().into());
        *response.status_mut() = self.status;
        response.headers_mut().insert(ERROR_TYPE, HeaderValue::from_static(self.code));
        if let Some(former) = former_code(service, self.code).and_then(|former| former.parse().ok()) {
            response.headers_mut().insert(QUERY_ERROR, former);
        }
        response
    }

    /// S3 answers in XML, for people more than for clients, which use the status. SNS and STS add an envelope.
    fn into_xml(self, service: Service) -> Response<Bytes> {
        let Self { status, code, message, details: _ /* these have none */ } = self;
        let message = message.replace('&', "&amp;").replace('<', "&lt;");
        let error = format!("<Code>{code}</Code><Message>{message}</Message>");
        let body = match service {
            Service::Sns => format!(
                "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <Error><Type>Sender</Type>{error}</Error>\n</ErrorResponse>\n"
            ),
            Service::Sts => format!(
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n  <Error><Type>Sender</Type>{error}</Error>\n</ErrorResponse>\n"
            ),
            _ => format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>{error}</Error>"),
        };
        let mut response = answer(service, body.into());
        *response.status_mut() = status;
        response
    }
}

/// SQS sends the codes of its former XML protocol in a header. The SDKs use them where they differ from the present
/// codes.
fn former_code(service: Service, code: &'static str) -> Option<String> {
    let former = match code {
        "QueueDoesNotExist" => "NonExistentQueue",
        "BatchEntryIdsNotDistinct"
        | "BatchRequestTooLong"
        | "EmptyBatchRequest"
        | "InvalidBatchEntryId"
        | "TooManyEntriesInBatchRequest"
        | "UnsupportedOperation" => code,
        _ => return None,
    };
    (service == Service::Sqs).then(|| format!("AWS.SimpleQueueService.{former};Sender"))
}

/// For a file that could not be read or written.
impl From<DynoxideError> for Refusal {
    fn from(error: DynoxideError) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure", error.to_string())
    }
}

pub(super) fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|error| Refusal::bad("ValidationException", error.to_string()))
}

pub(super) fn respond(service: Service, result: Result<Value, Refusal>) -> Response<Bytes> {
    match result {
        Ok(body) => answer(service, body.to_string().into()),
        Err(refusal) => refusal.into_response(service),
    }
}

/// A 200 with the service's content type. No `x-amz-crc32`: the SDKs check it only where it is given.
pub(super) fn answer(service: Service, body: Bytes) -> Response<Bytes> {
    let content_type = match service {
        Service::DynamoDb | Service::Sms | Service::Sqs => "application/x-amz-json-1.0",
        Service::Kms => "application/x-amz-json-1.1",
        Service::S3 => "application/xml",
        Service::Sns | Service::Sts => "text/xml",
        Service::Bedrock | Service::Scheduler | Service::Ses | Service::Unknown => "application/json",
    };
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// Adds the request id that AWS' support would ask for.
pub(super) fn stamp(response: &mut Response<Bytes>, id: &str) {
    if let Ok(id) = HeaderValue::from_str(id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
}
