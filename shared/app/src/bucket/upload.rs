//! Uploads in parts, so that a function needs memory for only one part of a file.

use bytes::Bytes;
use jiff::Timestamp;

use super::Bucket;
use super::call::unavailable;
use crate::error::Error;
use crate::raw_call::text_in;

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
