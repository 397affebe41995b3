//! The photos in a review's own item: reading the review reads them, too.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{PhotoId, ReviewPhoto, Size};
use serde::{Deserialize, Serialize};

use crate::table::{Error, number};

/// A photo in its review's item. One without a size is still to be fetched.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PhotoPart {
    slot: usize,
    photo: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

impl PhotoPart {
    pub fn new(&ReviewPhoto { slot, id, size }: &ReviewPhoto) -> Self {
        let (width, height) = (size.map(|size| size.width), size.map(|size| size.height));
        Self { slot, photo: id.to_string(), width, height }
    }

    pub fn read(&self) -> Result<ReviewPhoto, Error> {
        let Self { slot, photo, width, height } = self;
        let size = width.zip(*height).map(|(width, height)| Size { width, height });
        Ok(ReviewPhoto { slot: *slot, id: PhotoId::parse(photo)?, size })
    }

    fn attribute(&self) -> AttributeValue {
        let Self { slot, photo, width, height } = self;
        let size = [("width", width), ("height", height)];
        let size = size.into_iter().filter_map(|(name, side)| Some((name.to_owned(), number((*side)?))));
        let photo = [("slot", number(slot)), ("photo", AttributeValue::S(photo.clone()))];
        AttributeValue::M(photo.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(size).collect())
    }
}

/// Photos as the table compares them.
pub(crate) fn photo_list(photos: &[ReviewPhoto]) -> AttributeValue {
    AttributeValue::L(photos.iter().map(|photo| PhotoPart::new(photo).attribute()).collect())
}
