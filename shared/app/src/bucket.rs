//! The bucket with photos, exports and imports: makes signed forms and URLs for people without credentials, and our own
//! calls to S3.
//!
//! This code uses only the SDK's signer, because S3's SDK client would be larger than everything else that the hub
//! loads, and cannot make upload forms.

mod call;

use std::time::{Duration, SystemTime};

use aws_sigv4::http_request::SignatureLocation;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use aws_types::SdkConfig;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use domain::import::IMPORT_BYTES_MAX;
use domain::review::{PHOTO_BYTES_MAX, UPLOAD_WITHIN};
use http::Request;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use self::call::{origin, settings, unavailable};
use crate::error::Error;
use crate::raw_call::{credentials, text_in};

/// The folder of the records of people's decisions, which are repeated after the table was restored from a backup.
pub const DECISIONS: &str = "erasures/decisions/";

/// How long a page can load its photos: as long as a customer may write on the page.
const VIEW_FOR: Duration = Duration::from_secs(60 * 60);
/// The timeout of one attempt: 10 MB within a region take less than a second.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(4);
/// The timeout of all attempts together: sending a review waits for the call, and the hub has 28 seconds for
/// everything.
const CALL_TIMEOUT: Duration = Duration::from_secs(9);
const ATTEMPTS_MAX: u32 = 3;
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

#[derive(Clone)]
pub struct Bucket {
    sdk: SdkConfig,
    name: String,
    /// The URL for browsers.
    public: String,
    /// The URL for our own calls.
    endpoint: String,
}

/// The form with which a browser uploads one file to S3: these fields in this order, then the file as `file`.
pub struct UploadForm {
    pub url: String,
    /// The name and value of each hidden field.
    pub fields: Vec<(&'static str, String)>,
}

/// The kinds of files that a form may upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uploaded {
    Photo,
    Reviews,
}

impl Uploaded {
    /// The prefix that the file's type must have, and the type that the form declares until a script sets the real one.
    /// Without a script, nobody knows the type before a file is chosen.
    const fn types(self) -> (&'static str, &'static str) {
        match self {
            Self::Photo => ("image/", "image/jpeg"),
            // CSV or JSON Lines; the first byte of the file shows which.
            Self::Reviews => ("", "text/csv"),
        }
    }

    /// How long the form is valid.
    pub const fn within(self) -> SignedDuration {
        match self {
            Self::Photo => UPLOAD_WITHIN,
            Self::Reviews => SignedDuration::from_hours(1),
        }
    }

    const fn bytes_max(self) -> u64 {
        match self {
            Self::Photo => PHOTO_BYTES_MAX,
            Self::Reviews => IMPORT_BYTES_MAX,
        }
    }
}

/// What S3 does after an upload.
#[derive(Clone, Copy)]
pub enum Afterwards<'a> {
    /// Answers with just a success status, for scripts.
    Silence,
    /// Redirects to this URL, for browsers.
    To(&'a str),
}

#[derive(Debug)]
pub struct FilePart {
    /// The bytes; empty beyond the file's end.
    pub bytes: Bytes,
    /// The file's ETag, which changes when another file is uploaded under the same key; `None` beyond the file's end.
    pub etag: Option<String>,
    pub content_type: Option<String>,
    /// The length of the whole file in bytes; `None` beyond the file's end.
    pub length: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileLost {
    Gone,
    /// There is another file under this key.
    Changed,
}

impl Bucket {
    /// The bucket with this name, which browsers reach at this URL. Our own calls use the endpoint in the
    /// configuration, if there is one.
    pub fn new(sdk: &SdkConfig, name: &str, url: &str) -> Self {
        let endpoint = sdk.endpoint_url().map_or_else(|| url.to_owned(), |endpoint| format!("{endpoint}/{name}"));
        Self { sdk: sdk.clone(), name: name.to_owned(), public: url.to_owned(), endpoint }
    }

    /// The origin that a page's content security policy must allow.
    pub fn origin(&self) -> &str {
        origin(&self.public)
    }

    /// The form with which a browser uploads a file under exactly this key, replacing an earlier file (Amazon S3,
    /// "Creating a POST policy").
    /// Errors: [`Error::Internal`] without credentials.
    pub async fn upload_form(
        &self,
        key: &str,
        uploaded: Uploaded,
        then: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<UploadForm, Error> {
        let (type_start, type_given) = uploaded.types();
        let credentials = credentials(&self.sdk).await.map_err(|error| Error::Internal(error.to_owned()))?;
        let at = now.to_zoned_datetime(TimeZone::UTC);
        let region = self.region();
        let scope = format!("{}/{}/{region}/s3/aws4_request", credentials.access_key_id(), at.strftime("%Y%m%d"));
        let then = match then {
            Afterwards::Silence => ("success_action_status", "204".to_owned()),
            Afterwards::To(url) => ("success_action_redirect", url.to_owned()),
        };
        let mut exact = vec![("key", key.to_owned()), then, ("x-amz-algorithm", ALGORITHM.to_owned())];
        exact.push(("x-amz-credential", scope));
        exact.push(("x-amz-date", at.strftime("%Y%m%dT%H%M%SZ").to_string()));
        exact.extend(credentials.session_token().map(|token| ("x-amz-security-token", token.to_owned())));
        let mut conditions: Vec<_> = exact.iter().map(|(name, value)| json!({*name: value})).collect();
        conditions.push(json!({"bucket": self.name}));
        // The declared type is not trusted: the file's bytes later show what the file is.
        conditions.push(json!(["starts-with", "$Content-Type", type_start]));
        conditions.push(json!(["content-length-range", 1, uploaded.bytes_max()]));
        let expiration = now.saturating_add(uploaded.within()).unwrap_or(now);
        let policy = json!({"expiration": format!("{expiration:.3}"), "conditions": conditions}).to_string();
        let policy = BASE64.encode(policy);
        let day = SystemTime::try_from(now).map_err(|error| Error::Internal(format!("cannot sign a form: {error}")))?;
        let signing_key = generate_signing_key(credentials.secret_access_key(), day, &region, "s3");
        let signature = calculate_signature(signing_key, policy.as_bytes());
        let mut fields = exact;
        fields.extend([("Content-Type", type_given.to_owned()), ("policy", policy), ("x-amz-signature", signature)]);
        Ok(UploadForm { url: self.public.clone(), fields })
    }

    /// A URL at which a browser can load the file under this key, for an hour.
    /// Errors: [`Error::Internal`] without credentials.
    pub async fn view_url(&self, key: &str, now: Timestamp) -> Result<String, Error> {
        self.link(key, VIEW_FOR, now).await
    }

    /// A URL at which anyone can load the file under this key, for the time `lasts`, but no longer than the signing
    /// credentials are valid.
    /// Errors: [`Error::Internal`] without credentials.
    pub async fn link(&self, key: &str, lasts: Duration, now: Timestamp) -> Result<String, Error> {
        let url = format!("{}/{key}", self.public);
        let mut settings = settings(SignatureLocation::QueryParams);
        settings.expires_in = Some(lasts);
        let request = self.signed(settings, Request::get(url).body(Bytes::new()), now).await?;
        Ok(request.uri().to_string())
    }

    pub async fn get(&self, key: &str, now: Timestamp) -> Result<Bytes, Error> {
        self.call("GET", key, &[], Bytes::new(), now).await
    }

    /// At most `most` bytes of the file under a key, from byte `from` on. With an `etag`, only if the file still has
    /// this ETag.
    pub async fn get_range(
        &self,
        key: &str,
        from: u64,
        most: u64,
        etag: Option<&str>,
        now: Timestamp,
    ) -> Result<Result<FilePart, FileLost>, Error> {
        let range = format!("bytes={from}-{}", from + most - 1);
        let headers: Vec<_> = [("range", &*range)].into_iter().chain(etag.map(|etag| ("if-match", etag))).collect();
        let refused = match self.try_call("GET", key, &headers, Bytes::new(), now).await? {
            Ok(answer) => {
                let header = |name: &str| answer.headers.get(name).map(str::to_owned);
                let (etag, content_type) = (header("etag"), header("content-type"));
                let length = header("content-range").and_then(|range| range.rsplit_once('/')?.1.parse().ok());
                return Ok(Ok(FilePart { bytes: answer.bytes, etag, content_type, length }));
            }
            Err(refused) => refused,
        };
        match refused.status {
            // The range begins at the end of the file.
            416 => Ok(Ok(FilePart { bytes: Bytes::new(), etag: None, content_type: None, length: None })),
            412 => Ok(Err(FileLost::Changed)),
            404 => Ok(Err(FileLost::Gone)),
            // S3 answers this for a missing key if the role may not list the bucket.
            403 if refused.code == "AccessDenied" => Ok(Err(FileLost::Gone)),
            _ => Err(unavailable("GET", &refused)),
        }
    }

    /// Stores a file of this type under a key, replacing an earlier file.
    pub async fn put(&self, key: &str, content_type: &str, bytes: Bytes, now: Timestamp) -> Result<(), Error> {
        self.call("PUT", key, &[("content-type", content_type)], bytes, now).await.map(drop)
    }

    /// Stores a JSON document under a key, replacing an earlier file.
    pub async fn put_json(&self, key: &str, json: String, now: Timestamp) -> Result<(), Error> {
        self.put(key, "application/json", json.into(), now).await
    }

    /// Stores a JPEG under a key, replacing an earlier file. A tag makes the bucket delete the JPEG after `unsent_days`
    /// (template.yaml), unless [`Bucket::keep`] removes the tag before.
    pub async fn put_jpeg(&self, key: &str, jpeg: Bytes, unsent_days: i64, now: Timestamp) -> Result<(), Error> {
        let unsent = format!("unsent={unsent_days}");
        self.call("PUT", key, &[("content-type", "image/jpeg"), ("x-amz-tagging", &unsent)], jpeg, now).await.map(drop)
    }

    /// Keeps the photo under a key for good, by removing the tag with which the bucket would delete it.
    pub async fn keep(&self, key: &str, now: Timestamp) -> Result<(), Error> {
        self.call("DELETE", &format!("{key}?tagging"), &[], Bytes::new(), now).await.map(drop)
    }

    /// The keys below a folder: the first thousand.
    pub async fn list(&self, folder: &str, now: Timestamp) -> Result<Vec<String>, Error> {
        let prefix = folder.replace('/', "%2F");
        let listed = self.call("GET", &format!("?list-type=2&prefix={prefix}"), &[], Bytes::new(), now).await?;
        let listed = String::from_utf8_lossy(&listed);
        // None of our keys has a character that XML would escape.
        let keys = listed.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
        Ok(keys.map(str::to_owned).collect())
    }

    /// Deletes the object under a key, if there is one.
    pub async fn delete(&self, key: &str, now: Timestamp) -> Result<(), Error> {
        self.call("DELETE", key, &[], Bytes::new(), now).await.map(drop)
    }
}

/// The least bytes of each part except the last; an upload may have 10,000 parts (Amazon S3, "Amazon S3 multipart
/// upload limits").
pub const PART_BYTES_MIN: usize = 5 * 1024 * 1024;

impl Bucket {
    /// Begins an upload of a file of this type, and returns its id. The file is under the key only once the upload is
    /// finished. The bucket removes an unfinished upload after a day (template.yaml).
    pub async fn begin_upload(&self, key: &str, content_type: &str, now: Timestamp) -> Result<String, Error> {
        let headers = [("content-type", content_type)];
        let begun = self.call("POST", &format!("{key}?uploads"), &headers, Bytes::new(), now).await?;
        let begun = String::from_utf8_lossy(&begun);
        text_in("UploadId", &begun).map(str::to_owned).ok_or_else(|| unavailable("POST", &"no id of an upload"))
    }

    /// Uploads the part with this number, from 1, and returns its ETag. It replaces an earlier part with the number.
    pub async fn upload_part(
        &self,
        key: &str,
        upload: &str,
        number: usize,
        bytes: Bytes,
        now: Timestamp,
    ) -> Result<String, Error> {
        let part = format!("{key}?partNumber={number}&uploadId={upload}");
        let answer = self.try_call("PUT", &part, &[], bytes, now).await?;
        let answer = answer.map_err(|refused| unavailable("PUT", &refused))?;
        answer.headers.get("etag").map(str::to_owned).ok_or_else(|| unavailable("PUT", &"no ETag of a part"))
    }

    /// Finishes an upload, given the ETags of all its parts in order. The file then replaces an earlier file under the
    /// key.
    pub async fn finish_upload(&self, key: &str, upload: &str, etags: &[String], now: Timestamp) -> Result<(), Error> {
        let part = |(number, etag): (usize, &String)| {
            format!("<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>")
        };
        let parts: String = (1..).zip(etags).map(part).collect();
        let body = format!("<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
        let done = self.call("POST", &format!("{key}?uploadId={upload}"), &[], body.into(), now).await?;
        // S3 answers 200 before it knows whether it will succeed (Amazon S3, "CompleteMultipartUpload").
        match text_in("Code", &String::from_utf8_lossy(&done)) {
            None => Ok(()),
            Some(code) => Err(unavailable("POST", &code)),
        }
    }
}
