//! The systems that shops sell with.

use super::Identity;
use crate::values::Guid;
use crate::values::word::words;

words! {
    pub enum ShopSystem {
        Shopify = "shopify",
        WooCommerce = "woocommerce",
    }
}

impl ShopSystem {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shopify => "Shopify",
            Self::WooCommerce => "WooCommerce",
        }
    }

    /// The prefix of its products' ids.
    pub const fn product_prefix(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::WooCommerce => "woo",
        }
    }

    /// The identity on requests that come from its orders; it distinguishes them from other callers' requests.
    pub fn identity(self) -> Identity {
        let bytes = match self {
            Self::Shopify => *b"afterword-shopif",
            Self::WooCommerce => *b"afterword-woocom",
        };
        Identity::App(Guid::random(bytes))
    }
}
