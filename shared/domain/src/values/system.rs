//! The programs that shops sell with.

use super::Identity;
use crate::values::Guid;
use crate::values::word::words;

words! {
    /// The program that a shop sells with.
    pub enum ShopSystem {
        Shopify = "shopify",
        WooCommerce = "woocommerce",
    }
}

impl ShopSystem {
    /// The name that people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shopify => "Shopify",
            Self::WooCommerce => "WooCommerce",
        }
    }

    /// The start of the ids of its products.
    #[must_use]
    pub const fn product_prefix(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::WooCommerce => "woo",
        }
    }

    /// The identity of the requests that its orders lead to, by which they are distinguished from those of other callers.
    #[must_use]
    pub fn identity(self) -> Identity {
        let bytes = match self {
            Self::Shopify => *b"afterword-shopif",
            Self::WooCommerce => *b"afterword-woocom",
        };
        Identity::App(Guid::random(bytes))
    }
}
