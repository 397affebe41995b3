//! Uploads of files that are written part by part, maybe by several runs.

use app::error::Error;
use bytes::Bytes;
use store::review::feeds::UploadedParts;

use crate::work::PrivacyWork;

impl PrivacyWork {
    pub(crate) async fn upload_next(
        &self,
        (key, content_type): (&str, &str),
        parts: &mut UploadedParts,
        bytes: Bytes,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let upload = match parts.upload.take() {
            Some(upload) => upload,
            None => self.bucket.begin_upload(key, content_type, now).await?,
        };
        let etag = self.bucket.upload_part(key, &upload, parts.etags.len() + 1, bytes, now).await?;
        parts.etags.push(etag);
        parts.upload = Some(upload);
        Ok(())
    }

    /// Finishes a file with the bytes that are in no part yet. It then replaces an earlier file.
    pub(crate) async fn finish_file(
        &self,
        (key, content_type): (&str, &str),
        mut parts: UploadedParts,
        rest: Bytes,
    ) -> Result<(), Error> {
        if parts.upload.is_none() {
            return self.bucket.put(key, content_type, rest, self.clock.now()).await;
        }
        if !rest.is_empty() {
            self.upload_next((key, content_type), &mut parts, rest).await?;
        }
        let UploadedParts { upload, etags } = parts;
        self.bucket.finish_upload(key, &upload.unwrap_or_default(), &etags, self.clock.now()).await
    }
}
