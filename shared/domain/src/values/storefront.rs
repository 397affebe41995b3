//! A shop's own domain, which replaces Shopify's in the addresses of products.

use crate::values::{HttpsUrl, Invalid, stored_as_text, words};

/// The domain that Shopify gives to every shop. Calls of its webhooks name no other.
const SHOPIFYS: &str = "myshopify.com";
const SCHEME: &str = "https://";

/// The address at which customers know a shop: `https://` and a host, without a path, and not at `myshopify.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storefront(String);

stored_as_text!(Storefront, Self::as_str, |text| Self::parse(text).ok());

impl Storefront {
    /// The error of [`parse`](Self::parse).
    pub const RULE: Invalid = Invalid(
        "`storefront_url` must be the address of the shop's own domain, without a path and not at myshopify.com, such as \
         https://fern.example; null clears it.",
    );

    /// Reads an address. A slash at its end is dropped.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let url = HttpsUrl::parse(text.strip_suffix('/').unwrap_or(text)).map_err(|_| Self::RULE)?;
        let is_plain = !url.as_str()[SCHEME.len()..].contains(['/', '?', '#']);
        let is_named = url.host().contains('.') && !url.host().starts_with('.') && !url.host().ends_with('.');
        let fits = is_plain && is_named && !is_at_shopify(&url);
        fits.then(|| Self(url.as_str().to_ascii_lowercase())).ok_or(Self::RULE)
    }

    /// The address, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host, without the port.
    pub fn host(&self) -> &str {
        let host = self.0.strip_prefix(SCHEME).unwrap_or_default();
        host.split(':').next().unwrap_or_default()
    }

    /// The same page at this domain, if its address is at Shopify's; otherwise the address as it is.
    pub fn page(&self, url: &HttpsUrl) -> HttpsUrl {
        if !is_at_shopify(url) {
            return url.clone();
        }
        let rest = url.as_str().strip_prefix(SCHEME).unwrap_or_default();
        let path = rest.find(['/', '?', '#']).map_or("", |start| &rest[start..]);
        HttpsUrl::stored(format!("{}{path}", self.0))
    }
}

/// Whether an address is at the domain that Shopify gives to every shop, and which customers do not know.
pub fn is_at_shopify(url: &HttpsUrl) -> bool {
    let host = url.host().to_ascii_lowercase();
    host.strip_suffix(SHOPIFYS).is_some_and(|name| name.is_empty() || name.ends_with('.'))
}

// The systems that shops sell with.
words! {
    pub enum ShopSystem {
        Shopify = "shopify",
        WooCommerce = "woocommerce",
        /// The shop's own program, or any other that has a key.
        Own = "own",
    }
}

impl ShopSystem {
    /// The systems that others make, whose products have ids that begin with the system's name.
    pub const PLATFORMS: [Self; 2] = [Self::Shopify, Self::WooCommerce];
    /// Their words.
    pub const PLATFORM_WORDS: [&'static str; 2] = [Self::Shopify.as_str(), Self::WooCommerce.as_str()];

    /// The platform with this word.
    pub fn platform(word: &str) -> Option<Self> {
        Self::PLATFORMS.into_iter().find(|system| system.as_str() == word)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Shopify => "Shopify",
            Self::WooCommerce => "WooCommerce",
            Self::Own => "API",
        }
    }

    /// Whether it calls about each shipment by itself. Otherwise, each call about an order has all its shipments.
    pub const fn calls_about_shipments(self) -> bool {
        matches!(self, Self::Shopify)
    }

    /// Whether it says when a shipment arrived. Otherwise, what left counts as arrived.
    pub const fn reports_arrivals(self) -> bool {
        !matches!(self, Self::WooCommerce)
    }

    /// The prefix of its products' ids. A shop's own program may write any products.
    pub const fn product_prefix(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::WooCommerce => "woo",
            Self::Own => "own",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_storefront_is_a_domain_of_the_shops_own() {
        for (text, read) in [
            ("https://fern.example", "https://fern.example"),
            ("https://Fern.Example/", "https://fern.example"),
            ("https://www.fern.example:8443", "https://www.fern.example:8443"),
            ("https://notmyshopify.com", "https://notmyshopify.com"),
        ] {
            assert_eq!(Storefront::parse(text).unwrap().as_str(), read, "{text}");
        }
        for bad in [
            "",
            "https://",
            "fern.example",
            "http://fern.example",
            "https://fern",
            "https://fern.example/shop",
            "https://fern.example//",
            "https://fern.example?a=b",
            "https://fern.example/#top",
            "https://fern.myshopify.com",
            "https://Fern.MyShopify.com/",
            "https://myshopify.com",
            "https://jane@fern.example",
        ] {
            assert!(Storefront::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn only_addresses_at_shopify_are_replaced() {
        let storefront = Storefront::parse("https://fern.example").unwrap();
        for (url, page) in [
            ("https://fern.myshopify.com/products/mug?v=1#a", "https://fern.example/products/mug?v=1#a"),
            ("https://FERN.myshopify.com:443/products/mug", "https://fern.example/products/mug"),
            ("https://fern.myshopify.com", "https://fern.example"),
            ("https://fern.myshopify.com?v=1", "https://fern.example?v=1"),
            ("https://other.example/products/mug", "https://other.example/products/mug"),
            ("https://myshopify.com.other.example/mug", "https://myshopify.com.other.example/mug"),
        ] {
            assert_eq!(storefront.page(&HttpsUrl::parse(url).unwrap()).as_str(), page, "{url}");
        }
        assert_eq!(storefront.host(), "fern.example");
    }
}
