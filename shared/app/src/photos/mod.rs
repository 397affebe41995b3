//! A review's photos: each takes a slot in the table and a file that the browser uploads straight to S3.
//!
//! The table says what exists; a file in the bucket without a slot is deleted.

mod bucket;
mod take;

pub use bucket::{Afterwards, Bucket, UploadForm, Uploaded};
pub use take::{Developed, TakePhoto};
