//! Parses the last segments of a public path: a list of reviews, one of its pages, and a format.

use app::error::Error;
use app::review::{PublicList, ReviewSort};
use domain::values::ReviewId;

pub(crate) const SORTS: [(&str, ReviewSort); 2] =
    [("highest", ReviewSort::HighestRated), ("lowest", ReviewSort::LowestRated)];

pub(crate) struct Folders<'a> {
    /// The start of all addresses.
    pub(crate) base_url: &'a str,
    pub(crate) slug: &'a str,
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
    /// The review after which the page begins, if its number alone does not reach it.
    pub(crate) after: Option<ReviewId>,
    pub(crate) format: Format,
}

impl Address {
    /// The first page of a list, from a name such as `shopify-1.json`.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn first(file: &str) -> Result<Self, Error> {
        let (list, format) = split(file)?;
        Ok(Self { list: parse_list(list)?, page: 1, after: None, format })
    }

    /// A later page of a list, from a name such as `2.json`.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn numbered(list: &str, file: &str, after: Option<&str>) -> Result<Self, Error> {
        let (number, format) = split(file)?;
        let plain = !number.starts_with(['0', '+']);
        let page = number.parse().ok().filter(|_| plain).ok_or(Error::NotFound)?;
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

#[cfg(test)]
mod tests {
    use super::*;

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
