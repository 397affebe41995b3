//! Uploads in parts. They are in memory alone: a restart forgets those that are not finished, as S3 does after some days.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use http::{
    Request, Response, StatusCode,
    header::{CONTENT_TYPE, ETAG},
};
use jiff::Timestamp;

use super::{S3, etag_of};
use crate::wire::{Refusal, query};

/// The least bytes of a part, except the last:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>.
const PART_BYTES_MIN: usize = 5 * 1024 * 1024;
const PARTS_MAX: u16 = 10_000;

/// The uploads that are not finished, by their ids.
#[derive(Default)]
pub(super) struct Uploads(Mutex<BTreeMap<String, Parts>>);

struct Parts {
    key: String,
    content_type: Option<String>,
    by_number: BTreeMap<u16, Bytes>,
}

impl Uploads {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Parts>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn no_such_upload() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "NoSuchUpload", "The specified upload does not exist.")
}

fn invalid(code: &'static str, message: &str) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, code, message)
}

fn texts<'a>(element: &str, xml: &'a str) -> Vec<&'a str> {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    xml.split(&start).skip(1).filter_map(|rest| rest.split_once(&end).map(|(text, _)| text)).collect()
}

impl S3 {
    pub(super) fn begin_parts(&self, key: &str, request: &Request<Bytes>) -> Response<Bytes> {
        let mut uploads = self.in_parts.lock();
        let id = format!("upload-{}", self.number_of_upload());
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
        let parts =
            Parts { key: key.to_owned(), content_type: content_type.map(str::to_owned), by_number: BTreeMap::new() };
        uploads.insert(id.clone(), parts);
        Response::new(Bytes::from(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><InitiateMultipartUploadResult><Key>{key}</Key><UploadId>{id}</UploadId>\
             </InitiateMultipartUploadResult>"
        )))
    }

    pub(super) fn keep_part(&self, key: &str, request: &Request<Bytes>) -> Result<Response<Bytes>, Refusal> {
        let id = query(request, "uploadId").unwrap_or_default();
        let number = query(request, "partNumber").and_then(|number| number.parse::<u16>().ok());
        let number = number
            .filter(|number| (1..=PARTS_MAX).contains(number))
            .ok_or_else(|| invalid("InvalidArgument", "Part number must be an integer between 1 and 10000"))?;
        let mut uploads = self.in_parts.lock();
        let upload = uploads.get_mut(&id).filter(|upload| upload.key == key).ok_or_else(no_such_upload)?;
        upload.by_number.insert(number, request.body().clone());
        let mut response = Response::new(Bytes::new());
        if let Ok(etag) = etag_of(request.body()).parse() {
            response.headers_mut().insert(ETAG, etag);
        }
        Ok(response)
    }

    /// Puts the parts that a call names together, in their order.
    pub(super) fn join_parts(
        &self,
        key: &str,
        request: &Request<Bytes>,
        now: Timestamp,
    ) -> Result<Response<Bytes>, Refusal> {
        let id = query(request, "uploadId").unwrap_or_default();
        let mut uploads = self.in_parts.lock();
        let upload = uploads.get(&id).filter(|upload| upload.key == key).ok_or_else(no_such_upload)?;
        let body = String::from_utf8_lossy(request.body()).into_owned();
        let numbers = texts("PartNumber", &body).into_iter().map(|number| number.parse::<u16>().unwrap_or_default());
        let named: Vec<_> = numbers.zip(texts("ETag", &body)).collect();
        if named.is_empty() {
            return Err(invalid("MalformedXML", "The XML that you provided was not well formed"));
        }
        if !named.is_sorted_by(|(one, _), (other, _)| one < other) {
            return Err(invalid("InvalidPartOrder", "The list of parts was not in ascending order."));
        }
        let mut whole = Vec::new();
        for (index, (number, etag)) in named.iter().enumerate() {
            let part = upload.by_number.get(number).filter(|part| etag_of(part) == *etag).ok_or_else(|| {
                invalid("InvalidPart", "One or more of the specified parts could not be found or has another ETag.")
            })?;
            if index + 1 < named.len() && part.len() < PART_BYTES_MIN {
                return Err(invalid("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size"));
            }
            whole.extend_from_slice(part);
        }
        self.keep(key, &Bytes::from(whole), upload.content_type.as_deref(), now)?;
        uploads.remove(&id);
        Ok(Response::new(Bytes::from(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CompleteMultipartUploadResult><Key>{key}</Key>\
             </CompleteMultipartUploadResult>"
        ))))
    }
}
