//! A review's photos: files that a browser uploads straight to S3, or that are fetched from a URL in a file of reviews.
//!
//! The table says which photos exist. A file in the bucket that is not in the table is deleted.

mod copy;
mod discard;
mod event;
mod files;
mod order;

use domain::review::{Photo, PhotoPlace, Review, ReviewPlace};
use domain::values::Tenant;

pub use copy::PhotoCopy;
pub use discard::PhotoFiles;
pub use event::{PhotoDetail, PhotoEvent, PhotoObject};
pub use files::PhotoFile;
pub use order::order_photos;

/// The places of all files of a review that ends: those of its photos and of `slots`.
pub fn files_of(tenant: &Tenant, review: &Review, slots: &[Photo]) -> Vec<PhotoPlace> {
    match review.place() {
        ReviewPlace::Item(request, _) => slots.iter().map(|photo| photo.place(tenant, request)).collect(),
        place @ ReviewPlace::Own(_) => review.photos.iter().map(|photo| photo.place(tenant, place)).collect(),
    }
}
