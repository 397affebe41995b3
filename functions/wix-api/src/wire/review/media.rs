//! The images and videos of a review that a call gives. None can be taken yet: an image would have to be fetched from
//! an address that a stranger chose.

use edge::Field;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};

/// The most images of a review.
const MEDIA_MAX: usize = 10;

/// An image.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewMediaInput)]
pub(super) struct MediaInput {
    /// Images cannot be fetched yet, so that this is refused.
    #[schema(value_type = Option<Object>)]
    image: Field<Value>,
    /// Videos are refused.
    #[schema(value_type = Option<Object>)]
    video: Field<Value>,
}

/// Whether a list of media is given, which is empty: any other is refused.
pub(super) fn parse(media: &Field<Vec<Field<MediaInput>>>, path: &str) -> Result<Option<()>, Vec<Violation>> {
    let list = "Send a list of at most 10 objects, each with an image.";
    let media = match media {
        Field::Absent => return Ok(None),
        Field::Null => return Ok(Some(())),
        Field::Invalid => return Err(vec![Violation::new(path, Rule::Format, list)]),
        Field::Value(media) if media.len() > MEDIA_MAX => {
            return Err(vec![Violation::new(path, Rule::MaxSize, list)]);
        }
        Field::Value(media) => media,
    };
    let refused: Vec<_> =
        media.iter().enumerate().map(|(index, one)| refused(one, &format!("{path}[{index}]"))).collect();
    if refused.is_empty() { Ok(Some(())) } else { Err(refused) }
}

fn refused(media: &Field<MediaInput>, path: &str) -> Violation {
    let is_given = |field: &Field<Value>| !matches!(field, Field::Absent | Field::Null);
    match media {
        Field::Value(MediaInput { video, .. }) if is_given(video) => {
            Violation::new(format!("{path}.video"), Rule::Other, "A review has no videos here.")
        }
        Field::Value(MediaInput { image, .. }) if is_given(image) => {
            Violation::new(format!("{path}.image"), Rule::Other, "Images cannot be fetched yet; omit them.")
        }
        _ => Violation::new(path, Rule::Format, "Send an object with an image."),
    }
}
