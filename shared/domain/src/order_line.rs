//! What an order is made of: one line for each thing bought.

use crate::money::whole;
use crate::{Amount, HttpsUrl, Invalid, ProductId, Title};

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
    pub item: Option<ProductId>,
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
