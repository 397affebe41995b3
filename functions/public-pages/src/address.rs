//! The addresses of public pages: of lists of reviews in several formats, and of photos.

use app::error::Error;
use app::review::{PublicList, PublicView, ReviewSort, photo_address, shown_photos};
use domain::review::{PhotoId, Review, Size};
use domain::values::ReviewId;
use edge::body::whole;

pub(crate) const SORTS: [(&str, ReviewSort); 2] =
    [("highest", ReviewSort::HighestRated), ("lowest", ReviewSort::LowestRated)];

#[derive(Clone, Copy)]
pub(crate) struct Folders<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) slug: &'a str,
}

impl Folders<'_> {
    pub(crate) fn page(&self, list: &PublicList, page: u32, view: PublicView, format: &str) -> String {
        let Self { base_url, slug } = self;
        let PublicView { stars, has_photos, sort, language, limit } = view;
        let stars = stars.map(|stars| format!("stars={}", stars.stars()));
        let photos = has_photos.then(|| "photos=true".to_owned());
        let sort = SORTS.iter().find(|(_, named)| *named == sort).map(|(name, _)| format!("sort={name}"));
        let limit = (limit != PublicView::LIMIT).then(|| format!("limit={limit}"));
        let language = language.map(|language| format!("lang={}", language.as_str()));
        let query = [stars, photos, sort, language, limit].into_iter().flatten().collect::<Vec<_>>().join("&");
        let page = if page == 1 { String::new() } else { format!("/{page}") };
        let query = if query.is_empty() { query } else { format!("?{query}") };
        format!("{base_url}/p/{slug}/{}{page}.{format}{query}", list.name())
    }

    /// The address of the page that says how the shop decides about reviews.
    pub(crate) fn trust(&self) -> String {
        format!("{}/trust/{}", self.base_url, self.slug)
    }

    /// What the addresses begin with at which readers report reviews; they end with the review's id.
    pub(crate) fn report(&self) -> String {
        format!("{}/review/report?shop={}&review=", self.base_url, self.slug)
    }

    /// The address of the page where anybody requests a link to review the list's product.
    pub(crate) fn write(&self, list: &PublicList) -> String {
        format!("{}/review/write/{}/{}", self.base_url, self.slug, list.name())
    }

    /// A photo's permanent address.
    pub(crate) fn photo(&self, file: PhotoFile) -> String {
        let Self { base_url, slug } = self;
        let PhotoFile { review, photo, is_small } = file;
        let small = if is_small { SMALL } else { "" };
        format!("{}{small}.jpg", photo_address(base_url, slug, review, photo))
    }
}

/// The end of a small copy's file name, before `.jpg`.
const SMALL: &str = "-320";

/// A photo's file: `<review>-<photo>.jpg`, or `<review>-<photo>-320.jpg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhotoFile {
    pub(crate) review: ReviewId,
    pub(crate) photo: PhotoId,
    pub(crate) is_small: bool,
}

impl PhotoFile {
    pub(crate) fn parse(file: &str) -> Result<Self, Error> {
        let name = file.strip_suffix(".jpg").ok_or(Error::NotFound)?;
        let (name, is_small) = name.strip_suffix(SMALL).map_or((name, false), |name| (name, true));
        let (review, photo) = name.split_once('-').ok_or(Error::NotFound)?;
        let review = ReviewId::parse(review).map_err(|_| Error::NotFound)?;
        Ok(Self { review, photo: PhotoId::parse(photo).map_err(|_| Error::NotFound)?, is_small })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Html,
    JsonLd,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) list: PublicList,
    /// The page's number, from 1.
    pub(crate) page: u32,
    /// The review after which the page begins. Only pages beyond the newest 300 reviews need it.
    pub(crate) after: Option<ReviewId>,
    pub(crate) format: Format,
}

impl Address {
    /// The first page of a list, from a name such as `shopify-1.json`.
    pub(crate) fn first(file: &str) -> Result<Self, Error> {
        let (list, format) = split(file)?;
        Ok(Self { list: parse_list(list)?, page: 1, after: None, format })
    }

    /// A later page of a list, from a name such as `2.json`.
    pub(crate) fn numbered(list: &str, file: &str, after: Option<&str>) -> Result<Self, Error> {
        let (number, format) = split(file)?;
        let page = whole(number).filter(|_| !number.starts_with('0')).ok_or(Error::NotFound)?;
        let after = after.map(|id| id.parse().ok().and_then(ReviewId::new).ok_or(Error::NotFound)).transpose()?;
        Ok(Self { list: parse_list(list)?, page, after, format })
    }
}

fn split(file: &str) -> Result<(&str, Format), Error> {
    let (name, extension) = file.rsplit_once('.').ok_or(Error::NotFound)?;
    let format = match extension {
        "json" => Format::Json,
        "html" => Format::Html,
        "jsonld" => Format::JsonLd,
        _ => return Err(Error::NotFound),
    };
    Ok((name, format))
}

fn parse_list(name: &str) -> Result<PublicList, Error> {
    PublicList::named(name).map_err(|_| Error::NotFound)
}

/// A review's photo, with its addresses.
pub(crate) struct PublicPhoto {
    pub(crate) url: String,
    pub(crate) small: String,
    pub(crate) size: Size,
}

/// The photos of a published review.
pub(crate) fn photos(review: &Review, folders: Folders<'_>) -> impl Iterator<Item = PublicPhoto> {
    shown_photos(review).map(move |(photo, size)| {
        let file = PhotoFile { review: review.id, photo, is_small: false };
        let small = folders.photo(PhotoFile { is_small: true, ..file });
        PublicPhoto { url: folders.photo(file), small, size }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_has_two_files() {
        let id = PhotoId::new(0xabc);
        for (name, is_small) in [(format!("7-{id}.jpg"), false), (format!("7-{id}-320.jpg"), true)] {
            let file = PhotoFile { review: ReviewId::new(7).unwrap(), photo: id, is_small };
            assert_eq!(PhotoFile::parse(&name).unwrap(), file);
            assert!(Folders { base_url: "https://x.example", slug: "fern" }.photo(file).ends_with(&name));
        }
        for bad in [format!("{id}.jpg"), format!("7-{id}"), format!("7-{id}-160.jpg"), "7-abc.jpg".to_owned()] {
            assert!(PhotoFile::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_file_is_a_list_and_a_format() {
        let first = Address::first("shopify-1.5.jsonld").unwrap();
        assert_eq!((first.list.name(), first.page, first.format), ("shopify-1.5", 1, Format::JsonLd));
        for (name, list) in [("@shop", PublicList::Shop), ("@all", PublicList::All)] {
            assert_eq!(list.name(), name);
            let address = Address { list, page: 1, after: None, format: Format::Html };
            assert_eq!(Address::first(&format!("{name}.html")).unwrap(), address);
        }
        let third = Address::numbered("shopify-1", "3.json", Some("7")).unwrap();
        assert_eq!((third.page, third.after, third.format), (3, ReviewId::new(7), Format::Json));
        assert!(Address::numbered("shopify-1", "3.json", Some("x")).is_err());
        for bad in ["", "shopify-1", "shopify-1.xml", "shopify-1.", ".json", "a b.json", "@any.json"] {
            assert!(Address::first(bad).is_err(), "{bad}");
        }
        for bad in ["", "json", ".json", "02.json", "+2.json", "-2.json", "2.5.json", "two.json", "99999999999.json"] {
            assert!(Address::numbered("shopify-1", bad, None).is_err(), "{bad}");
        }
    }
}
