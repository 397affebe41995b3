//! An order's lines: one for each thing bought.

use serde::{Deserialize, Serialize};

use crate::order::ProductId;
use crate::values::{Amount, HttpsUrl, Invalid, Title, is_default, whole};

/// How many were bought, 1–1,000,000, and how many of these were returned or refunded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    bought: u32,
    refunded: u32,
}

crate::reads_whole! { Quantity = 1_u32, Self::MAX; }

impl Quantity {
    /// The largest quantity.
    pub const MAX: u32 = 1_000_000;
    /// The quantity of a line that gives none.
    pub const ONE: Self = Self { bought: 1, refunded: 0 };

    /// The error for an invalid number of refunded items.
    pub const REFUNDED_RULE: Invalid =
        Invalid("A refunded quantity must be a whole number from 0 to the line's quantity.");

    /// A quantity of which nothing was refunded. The number comes from JSON and need not be whole.
    pub fn new(bought: f64) -> Result<Self, Invalid> {
        let bought = whole(bought, 1, Self::MAX.into()).and_then(|bought| u32::try_from(bought).ok());
        let bought = bought.ok_or(Invalid("A quantity must be a whole number from 1 to 1,000,000."))?;
        Ok(Self { bought, refunded: 0 })
    }

    /// The same quantity with this number refunded.
    pub fn with_refunded(self, refunded: f64) -> Result<Self, Invalid> {
        let refunded = whole(refunded, 0, self.bought.into()).and_then(|refunded| u32::try_from(refunded).ok());
        Ok(Self { refunded: refunded.ok_or(Self::REFUNDED_RULE)?, ..self })
    }

    /// The quantity as read from the table, unchecked.
    pub const fn stored(bought: u32, refunded: u32) -> Self {
        Self { bought, refunded }
    }

    pub const fn bought(self) -> u32 {
        self.bought
    }

    pub const fn refunded(self) -> u32 {
        self.refunded
    }
}

/// A line of an order. A line may be about nothing that can be reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The line's id in the shop's system, or its place in the order from 1.
    pub id: String,
    /// The catalog item; `None` for something in no catalog, such as gift wrapping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ProductId>,
    /// The name on the order.
    pub title: Title,
    /// The product's name, if the name on the order is that of one of its variants or parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog_title: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<HttpsUrl>,
    /// The item's page in the shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpsUrl>,
    /// The price of one, in the order's currency.
    pub unit_price: Amount,
    /// How many were bought, and how many of them were refunded or removed.
    pub quantity: Quantity,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_gift_card: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs_no_shipping: bool,
    /// Whether the line is a part of a kit that has a line of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_part: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
}

impl OrderLine {
    /// The product that was bought and can be reviewed, which a gift card cannot.
    pub fn product(&self) -> Option<&ProductId> {
        self.item.as_ref().filter(|_| !self.is_gift_card)
    }

    /// What the name on the order adds to the product's, as "Linen Shirt - Blue, M" does; `None` if it is another name.
    pub fn variant(&self) -> Option<&str> {
        self.title.as_str().strip_prefix(self.catalog_title.as_ref()?.as_str())?.strip_prefix(" - ")
    }

    pub fn is_refunded(&self) -> bool {
        self.quantity.refunded == self.quantity.bought
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
