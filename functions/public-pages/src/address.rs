//! Parses the last segment of a public path: a product or the shop itself, a page of its reviews, and a format.

use app::Error;
use domain::ProductId;

/// The formats of a page of reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Html,
    JsonLd,
}

/// A page of reviews.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// The product; `None` for the shop itself.
    pub(crate) product: Option<ProductId>,
    /// The page's number, from 1.
    pub(crate) page: u32,
    pub(crate) format: Format,
}

impl Address {
    /// The first page of a product, by a name such as `shopify-1.json`.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn first(file: &str) -> Result<Self, Error> {
        let (product, format) = split(file)?;
        Ok(Self { product: parse_product(product)?, page: 1, format })
    }

    /// A later page of a product, by a name such as `2.json`.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn numbered(product: &str, file: &str) -> Result<Self, Error> {
        let (number, format) = split(file)?;
        let plain = !number.starts_with(['0', '+']);
        let page = number.parse().ok().filter(|_| plain).ok_or(Error::NotFound)?;
        Ok(Self { product: parse_product(product)?, page, format })
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

fn parse_product(name: &str) -> Result<Option<ProductId>, Error> {
    ProductId::named(name).map_err(|_| Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_product_and_a_format() {
        let first = Address::first("shopify-1.5.jsonld").unwrap();
        assert_eq!((first.product.unwrap().as_str(), first.page, first.format), ("shopify-1.5", 1, Format::JsonLd));
        assert_eq!(Address::first("@shop.html").unwrap(), Address { product: None, page: 1, format: Format::Html });
        let third = Address::numbered("shopify-1", "3.json").unwrap();
        assert_eq!((third.page, third.format), (3, Format::Json));
        for bad in ["", "shopify-1", "shopify-1.xml", "shopify-1.", ".json", "a b.json", "@all.json"] {
            assert!(Address::first(bad).is_err(), "{bad}");
        }
        for bad in ["", "json", ".json", "02.json", "+2.json", "-2.json", "2.5.json", "two.json", "99999999999.json"] {
            assert!(Address::numbered("shopify-1", bad).is_err(), "{bad}");
        }
    }
}
