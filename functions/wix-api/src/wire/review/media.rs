//! The images of a review that a call gives as URLs. Videos are not supported.

use app::review::photos::{PhotoUrl, PhotoUrls};
use domain::review::IMPORTED_PHOTOS_MAX;
use edge::field::Field;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};

/// An image of a review.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewMediaInput)]
pub(super) struct MediaInput {
    #[schema(value_type = ImageInput)]
    image: Field<ImageInput>,
    /// Must be omitted, because videos are not supported.
    #[schema(value_type = Option<Object>)]
    video: Field<Value>,
}

/// An image's URL. Other fields are ignored.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewImageInput)]
struct ImageInput {
    /// An `https` URL with a public host name. To keep one of the review's photos, send that photo's `url`.
    #[schema(value_type = String, format = "uri", max_length = 2048)]
    url: Field<String>,
}

/// The URLs of the images; `None` without a list.
pub(super) fn parse(
    media: &Field<Vec<Field<MediaInput>>>,
    path: &str,
    urls: &PhotoUrls,
) -> Result<Option<Vec<PhotoUrl>>, Vec<Violation>> {
    let list = "Send a list of at most 10 objects, each with an image.";
    let media = match media {
        Field::Absent => return Ok(None),
        Field::Null => return Ok(Some(Vec::new())),
        Field::Invalid => return Err(vec![Violation::new(path, Rule::Format, list)]),
        Field::Value(media) if media.len() > IMPORTED_PHOTOS_MAX => {
            return Err(vec![Violation::new(path, Rule::MaxSize, list)]);
        }
        Field::Value(media) => media,
    };
    let (mut found, mut violations) = (Vec::with_capacity(media.len()), Vec::new());
    for (index, one) in media.iter().enumerate() {
        match image(one, &format!("{path}[{index}]"), urls) {
            Ok(url) => found.push(url),
            Err(violation) => violations.push(violation),
        }
    }
    if violations.is_empty() { Ok(Some(found)) } else { Err(violations) }
}

fn image(media: &Field<MediaInput>, path: &str, urls: &PhotoUrls) -> Result<PhotoUrl, Violation> {
    const IMAGE: &str = "Send an object with an image, an object with its url.";
    match media {
        Field::Value(MediaInput { video, .. }) if !matches!(video, Field::Absent | Field::Null) => {
            Err(Violation::new(format!("{path}.video"), Rule::Other, "A review has no videos here."))
        }
        Field::Value(MediaInput { image: Field::Value(ImageInput { url }), .. }) => {
            let path = format!("{path}.image.url");
            match url {
                Field::Value(url) => {
                    urls.parse(url).map_err(|rule| Violation::new(path, Rule::Format, rule.to_string()))
                }
                Field::Absent | Field::Null | Field::Invalid => Err(Violation::new(path, Rule::RequiredField, IMAGE)),
            }
        }
        Field::Value(MediaInput { image: Field::Invalid, .. }) => {
            Err(Violation::new(format!("{path}.image"), Rule::Format, IMAGE))
        }
        _ => Err(Violation::new(path, Rule::Format, IMAGE)),
    }
}
