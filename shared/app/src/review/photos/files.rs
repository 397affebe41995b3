//! A photo's two files in the bucket: the photo, and the small copy that lists show.

use bytes::Bytes;
use domain::review::{PhotoPlace, SMALL_BYTES_MAX};
use jiff::Timestamp;

use crate::bucket::{Bucket, FileLost};
use crate::error::Error;

/// What was made of a customer's file: JPEGs that contain only the picture.
#[derive(Debug, Clone)]
pub struct PhotoFile {
    pub full: Bytes,
    pub small: Bytes,
}

impl Bucket {
    /// Stores a photo, which the bucket deletes after `unsent_days` unless it is kept before.
    pub async fn put_photo(
        &self,
        place: &PhotoPlace,
        PhotoFile { full, small }: PhotoFile,
        unsent_days: i64,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.put_jpeg(&place.small_path(), small, unsent_days, now).await?;
        self.put_jpeg(&place.photo_path(), full, unsent_days, now).await
    }

    /// Keeps a photo for good.
    pub async fn keep_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<(), Error> {
        self.keep(&place.photo_path(), now).await?;
        self.keep(&place.small_path(), now).await
    }

    pub async fn small_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<Option<Bytes>, Error> {
        let most = u64::try_from(SMALL_BYTES_MAX).unwrap_or(u64::MAX);
        // Read as a range, for which S3 reports that a file is gone.
        match self.get_range(&place.small_path(), 0, most, None, now).await? {
            Ok(file) => Ok(Some(file.bytes)),
            Err(FileLost::Gone | FileLost::Changed) => Ok(None),
        }
    }

    pub async fn delete_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<(), Error> {
        self.delete(&place.small_path(), now).await?;
        self.delete(&place.photo_path(), now).await
    }
}
