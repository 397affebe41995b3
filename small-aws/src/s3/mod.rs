//! S3's objects in one bucket: the calls of the functions, the browser's form upload, the browser's signed view, and
//! the event of an upload.

mod browser;
mod files;
mod multipart;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use bytes::Bytes;
use dynoxide::Database;
use http::{
    HeaderValue, Method, Request, Response, StatusCode,
    header::{CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_MATCH, RANGE},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::{files::Files, multipart::Uploads};
use super::{
    names::REGION,
    shelf::Shelf,
    signature::digest_of,
    stack::{Bucket, Stack},
    wire::{Call, Refusal, Service, query},
};

const LISTED_MAX: usize = 1_000;
const TAGGING: &str = "x-amz-tagging";

pub(super) struct S3 {
    stack: Arc<Stack>,
    files: Files,
    pub(super) uploads: Shelf<Upload>,
    /// The number of uploads since this bucket was opened.
    uploaded: AtomicUsize,
    in_parts: Uploads,
    pub(super) tags: Shelf<String>,
    /// The media type of each object, as its upload named it.
    types: Shelf<String>,
    etags: Shelf<String>,
    /// When each object was stored.
    stored_at: Shelf<Timestamp>,
}

/// An upload whose event is not delivered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// The upload's id; uploads under one key have different ids.
    pub id: String,
    pub bucket: String,
    pub key: String,
    /// The object's size in bytes.
    pub size: usize,
    pub stored_at: Timestamp,
}

impl S3 {
    /// Opens the bucket next to the file with the other data; in memory if there is no file.
    pub(super) fn open(db: &Database, path: Option<&Path>, stack: &Arc<Stack>) -> anyhow::Result<Self> {
        let folder = path.map(|path| path.with_file_name(&stack.bucket.folder));
        Ok(Self {
            stack: stack.clone(),
            files: Files::open(folder.as_deref()),
            uploads: Shelf::open(db, "upload")?,
            uploaded: AtomicUsize::new(0),
            in_parts: Uploads::default(),
            tags: Shelf::open(db, "tags")?,
            types: Shelf::open(db, "content-type")?,
            etags: Shelf::open(db, "etag")?,
            stored_at: Shelf::open(db, "stored-at")?,
        })
    }

    fn bucket(&self) -> &Bucket {
        &self.stack.bucket
    }

    /// The first thousand keys with the prefix in a call, in the order of their bytes.
    fn list(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let prefix = query(request, "prefix").unwrap_or_default();
        let mut keys: Vec<_> = self.keys().into_iter().filter(|key| key.starts_with(&prefix)).collect();
        keys.sort_unstable();
        let is_truncated = keys.len() > LISTED_MAX;
        keys.truncate(LISTED_MAX);
        let stored_at = self.stored_at.lock();
        let contents = keys.iter().filter_map(|key| {
            let at = stored_at.get(key)?;
            Some(format!("<Contents><Key>{key}</Key><LastModified>{at:.3}</LastModified></Contents>"))
        });
        let contents: String = contents.collect();
        Response::new(Bytes::from(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult><Prefix>{prefix}</Prefix><IsTruncated>{is_truncated}\
             </IsTruncated>{contents}</ListBucketResult>"
        )))
    }

    pub(super) fn answer(&self, call: &Call, request: &Request<Bytes>, now: Timestamp) -> Response<Bytes> {
        if call.operation == "ListObjectsV2" {
            return self.list(request);
        }
        let answered = match self.bucket().key_of(request.uri().path()) {
            None => Err(Refusal::new(StatusCode::NOT_FOUND, "NoSuchBucket", "The specified bucket does not exist")),
            Some(key) => match *request.method() {
                Method::GET => {
                    self.read(key).and_then(|whole| matched(whole, request)).and_then(|whole| ranged(whole, request))
                }
                Method::PUT if call.operation == "UploadPart" => self.keep_part(key, request),
                Method::POST if call.operation == "CreateMultipartUpload" => Ok(self.begin_parts(key, request)),
                Method::POST if call.operation == "CompleteMultipartUpload" => self.join_parts(key, request, now),
                Method::PUT => {
                    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
                    let tags = header(TAGGING);
                    self.keep(key, request.body(), header(CONTENT_TYPE.as_str()), now)
                        .and_then(|()| self.tag(key, tags))
                        .map(|()| Response::new(Bytes::new()))
                }
                Method::DELETE if call.operation == "DeleteObjectTagging" => match self.files.read(key) {
                    Ok(Some(_)) => self.tag(key, None).map(|()| gone()),
                    Ok(None) => Err(denied("Access Denied")),
                    Err(refusal) => Err(refusal),
                },
                Method::DELETE => self.files.remove(key).and_then(|()| self.tag(key, None)).map(|()| gone()),
                _ => Err(Refusal::unknown(call)),
            },
        };
        answered.unwrap_or_else(|refusal| refusal.into_response(Service::S3))
    }

    fn read(&self, key: &str) -> Result<Response<Bytes>, Refusal> {
        // No role may list the bucket, so S3 hides whether an object exists.
        let bytes = self.files.read(key)?.ok_or_else(|| denied("Access Denied"))?;
        let mut response = Response::new(bytes);
        // This is S3's own default.
        let default = HeaderValue::from_static("binary/octet-stream");
        let content_type = self.types.lock().get(key).and_then(|value| value.parse().ok()).unwrap_or(default);
        response.headers_mut().insert(CONTENT_TYPE, content_type);
        if let Some(etag) = self.etags.lock().get(key).and_then(|etag| etag.parse().ok()) {
            response.headers_mut().insert(ETAG, etag);
        }
        Ok(response)
    }

    fn keep(&self, key: &str, bytes: &Bytes, content_type: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
        self.files.write(key, bytes)?;
        self.etags.lock().put(key, etag_of(bytes))?;
        self.stored_at.lock().put(key, now)?;
        match content_type {
            Some(content_type) => self.types.lock().put(key, content_type.to_owned())?,
            None => self.types.lock().remove(key).map(drop)?,
        }
        if self.bucket().events_below.iter().any(|folder| key.starts_with(folder)) {
            let (bucket, key) = (self.bucket().name.clone(), key.to_owned());
            let id = format!("{key} {now} {}", self.number_of_upload());
            let upload = Upload { id, bucket, key, size: bytes.len(), stored_at: now };
            self.uploads.lock().put(&upload.id.clone(), upload)?;
        }
        Ok(())
    }

    fn number_of_upload(&self) -> usize {
        self.uploaded.fetch_add(1, Ordering::Relaxed)
    }

    fn tag(&self, key: &str, tags: Option<&str>) -> Result<(), Refusal> {
        let mut rows = self.tags.lock();
        match tags {
            Some(tags) => rows.put(key, tags.to_owned())?,
            None => rows.remove(key).map(drop)?,
        }
        Ok(())
    }

    pub(super) fn keys(&self) -> Vec<String> {
        self.files.keys()
    }

    pub(super) fn find(&self, key: &str) -> Option<Bytes> {
        self.files.read(key).ok().flatten()
    }

    pub(super) fn next_due(&self) -> Option<Timestamp> {
        self.uploads.lock().values().map(|upload| upload.stored_at).min()
    }
}

impl Upload {
    /// The upload as EventBridge's event describes it.
    pub fn event(&self) -> Value {
        let Self { id: _, bucket, key, size, stored_at } = self;
        json!({
            "version": "0",
            "detail-type": "Object Created",
            "source": "aws.s3",
            "time": format!("{stored_at:.0}"),
            "region": REGION,
            "detail": {"bucket": {"name": bucket}, "object": {"key": key, "size": size}, "reason": "PostObject"},
        })
    }
}

/// An object's ETag. S3 does not define how it is made (here not by MD5).
fn etag_of(bytes: &[u8]) -> String {
    format!("\"{}\"", &digest_of(bytes)[..32])
}

/// The object, unless a call's `If-Match` names another ETag.
fn matched(whole: Response<Bytes>, request: &Request<Bytes>) -> Result<Response<Bytes>, Refusal> {
    match request.headers().get(IF_MATCH) {
        Some(wanted) if whole.headers().get(ETAG) != Some(wanted) => {
            let message = "At least one of the pre-conditions you specified did not hold";
            Err(Refusal::new(StatusCode::PRECONDITION_FAILED, "PreconditionFailed", message))
        }
        _ => Ok(whole),
    }
}

fn ranged(mut whole: Response<Bytes>, request: &Request<Bytes>) -> Result<Response<Bytes>, Refusal> {
    let range =
        request.headers().get(RANGE).and_then(|range| range.to_str().ok()?.strip_prefix("bytes=")?.split_once('-'));
    let Some((first, last)) = range else { return Ok(whole) };
    let (Ok(first), Ok(last)) = (first.parse::<usize>(), last.parse::<usize>()) else { return Ok(whole) };
    let length = whole.body().len();
    if first >= length {
        let message = "The requested range is not satisfiable";
        return Err(Refusal::new(StatusCode::RANGE_NOT_SATISFIABLE, "InvalidRange", message));
    }
    let last = last.min(length - 1);
    *whole.body_mut() = whole.body().slice(first..=last);
    *whole.status_mut() = StatusCode::PARTIAL_CONTENT;
    if let Ok(range) = HeaderValue::try_from(format!("bytes {first}-{last}/{length}")) {
        whole.headers_mut().insert(CONTENT_RANGE, range);
    }
    Ok(whole)
}

fn gone() -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

fn denied(message: &str) -> Refusal {
    Refusal::denied(Service::S3, message.to_owned())
}
