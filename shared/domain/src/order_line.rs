//! What an order is made of: one line for each thing bought.

use crate::money::whole;
use crate::{Amount, HttpsUrl, Invalid, ProductId, Title};

/// What a line sells, as the shop's platform names it: 1–97 of `[A-Za-z0-9_.:-]`.
///
/// It holds a [`ProductId`] as well as a Wix catalog item's GUID. Only what is a `ProductId` can be
/// an item of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogItemId(String);

impl CatalogItemId {
    /// The longest id, in characters: the longest product id.
    pub const LENGTH_MAX: usize = ProductId::LENGTH_MAX;

    /// Reads an id.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = (1..=Self::LENGTH_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b));
        fits.then(|| Self(text.to_owned())).ok_or(Invalid(
            "A catalog item's id has 1 to 97 letters, digits and _ . : - such as \"shopify-7125386199075\".",
        ))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The product that it names, if it is a product's id.
    #[must_use]
    pub fn product(&self) -> Option<ProductId> {
        ProductId::parse(&self.0).ok()
    }
}

/// How many were bought, 1–1,000,000, and how many of them the shop took back or paid back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    bought: u32,
    refunded: u32,
}

impl Quantity {
    /// The most of one line.
    pub const MAX: u32 = 1_000_000;
    /// The quantity of a line that names none.
    pub const ONE: Self = Self { bought: 1, refunded: 0 };

    /// That many bought, none refunded.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn new(bought: f64) -> Result<Self, Invalid> {
        let bought = whole(bought, 1, Self::MAX.into()).and_then(|bought| u32::try_from(bought).ok());
        let bought = bought.ok_or(Invalid("A quantity is a whole number from 1 to 1,000,000."))?;
        Ok(Self { bought, refunded: 0 })
    }

    /// That many of them refunded.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn with_refunded(self, refunded: f64) -> Result<Self, Invalid> {
        let refunded = whole(refunded, 0, self.bought.into()).and_then(|refunded| u32::try_from(refunded).ok());
        let refunded =
            refunded.ok_or(Invalid("A refunded quantity is a whole number from 0 to the line's quantity."))?;
        Ok(Self { refunded, ..self })
    }

    /// The quantity as stored.
    #[must_use]
    pub const fn stored(bought: u32, refunded: u32) -> Self {
        Self { bought, refunded }
    }

    /// How many were bought.
    #[must_use]
    pub const fn bought(self) -> u32 {
        self.bought
    }

    /// How many of them were refunded.
    #[must_use]
    pub const fn refunded(self) -> u32 {
        self.refunded
    }
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// What it sells; none for what is in no catalog, such as gift wrapping.
    pub item: Option<CatalogItemId>,
    /// Its name on the order.
    pub title: Title,
    /// Its picture.
    pub image_url: Option<HttpsUrl>,
    /// Its page in the shop.
    pub url: Option<HttpsUrl>,
    /// What one of it cost, in the order's currency.
    pub unit_price: Amount,
    /// How many.
    pub quantity: Quantity,
}

impl OrderLine {
    /// Whether nothing of it is left with the customer.
    #[must_use]
    pub fn is_refunded(&self) -> bool {
        self.quantity.refunded == self.quantity.bought
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalog_items_id_may_be_a_products_or_a_guid() {
        let product = CatalogItemId::parse("shopify-7125386199075").unwrap();
        assert_eq!(product.product().unwrap().as_str(), product.as_str());
        let guid = CatalogItemId::parse("6f4770fc-b8ee-4bf2-9977-d048a7f27987").unwrap();
        assert_eq!(guid.product(), None);
        let longest = format!("{}-{}", "a".repeat(32), "1".repeat(64));
        assert!(CatalogItemId::parse(&longest).unwrap().product().is_some());
        for bad in ["", "a b", "a/b", "é", "a#b", &format!("{longest}1")] {
            assert!(CatalogItemId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn no_more_is_refunded_than_was_bought() {
        let three = Quantity::new(3.0).unwrap();
        assert_eq!(three.with_refunded(3.0), Ok(Quantity::stored(3, 3)));
        for bad in [-1.0, 0.5, 4.0, f64::NAN] {
            assert!(three.with_refunded(bad).is_err(), "{bad}");
        }
        for bad in [0.0, -1.0, 1.5, 1_000_001.0, f64::NAN] {
            assert!(Quantity::new(bad).is_err(), "{bad}");
        }
    }
}
