//! The images of a review that a call gives as URLs. Videos are not supported.

use app::review::photos::{PhotoUrl, PhotoUrls};
use domain::values::value::{Kind, Lenient, Text};
use domain::values::{Invalid, Patch};

use crate::error::violation::{Rule, Violation};
use crate::wire::parse::{AnyObject, Violations};

edge::input! {
    /// An image of a review.
    pub(crate) struct MediaInput as WixReviewMediaInput with ImageInput {
        image: Lenient<Option<ImageInput>, true>;
        /// Must be omitted, because videos are not supported.
        video: Option<AnyObject>;
    }
}

edge::input! {
    /// An image's URL. Other fields are ignored.
    pub(crate) struct ImageInput as WixReviewImageInput {
        /// An `https` URL with a public host name. To keep one of the review's photos, send that photo's `url`.
        url: String, as Kind::Text(Text { format: Some("uri"), ..Text::at_most(2048) });
    }
}

/// The URLs of the images; `None` without a list.
pub(super) fn parse(
    media: &Result<Patch<Vec<Result<MediaInput, Invalid>>>, Violation>,
    urls: &PhotoUrls,
    violations: &mut Violations,
) -> Option<Vec<PhotoUrl>> {
    let media = match media {
        Ok(Patch::Keep) => return None,
        Ok(Patch::Clear) => &Vec::new(),
        Ok(Patch::Set(media)) => media,
        Err(violation) => {
            violations.add(violation.clone());
            return None;
        }
    };
    let images = media.iter().enumerate().map(|(index, one)| image(one, &format!("content.media[{index}]"), urls));
    let found: Vec<_> = images.filter_map(|image| violations.check(&image.map(Some))).collect();
    (found.len() == media.len()).then_some(found)
}

fn image(media: &Result<MediaInput, Invalid>, path: &str, urls: &PhotoUrls) -> Result<PhotoUrl, Violation> {
    const IMAGE: &str = "Send an object with an image, an object with its url.";
    let wrong = |at, rule| Err(Violation::new(format!("{path}{at}"), rule, IMAGE));
    match media {
        Ok(MediaInput { video, .. }) if !matches!(video, Ok(None)) => {
            Err(Violation::new(format!("{path}.video"), Rule::Other, "A review has no videos here."))
        }
        Ok(MediaInput { image: Ok(Some(ImageInput { url: Ok(url) })), .. }) => {
            urls.parse(url).map_err(|rule| Violation::new(format!("{path}.image.url"), Rule::Format, rule.to_string()))
        }
        Ok(MediaInput { image: Ok(Some(ImageInput { url: Err(_) })), .. }) => wrong(".image.url", Rule::RequiredField),
        Ok(MediaInput { image: Err(_), .. }) => wrong(".image", Rule::Format),
        Ok(MediaInput { image: Ok(None), .. }) | Err(_) => wrong("", Rule::Format),
    }
}
