//! What a member enters so that Afterword can make the webhooks in their shop's system and read its products: the shop's
//! address, and a key. They are stored only sealed, until everything is read, and cannot be printed.

use domain::values::{Reach, RemoteUrl, ShopSystem};
use serde::{Deserialize, Serialize};
use url::Url;

use super::InboundSecret;

/// The maximum length of a key, in characters. WooCommerce's have 43, Shopify's up to some dozens.
const KEY_CHARACTERS_MAX: usize = 200;
/// The maximum length of a Shopify shop's name, in characters: that of a label in DNS (RFC 1035 §2.3.4).
const SHOPIFY_NAME_MAX: usize = 63;
const SHOPIFY_HOST: &str = ".myshopify.com";
/// The start of Shopify's access tokens (`shpat_`, `shpca_`, `shppa_`). A client ID is hexadecimal.
const TOKEN: &str = "shp";

/// A shop's own domain at Shopify, such as `fern.myshopify.com`, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopifyDomain(String);

impl ShopifyDomain {
    /// Reads a domain; `None` for any other host.
    pub fn parse(text: &str) -> Option<Self> {
        let domain = text.to_ascii_lowercase();
        let name = domain.strip_suffix(SHOPIFY_HOST)?;
        let fits = (1..=SHOPIFY_NAME_MAX).contains(&name.len())
            && name.starts_with(|first: char| first.is_ascii_alphanumeric())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        fits.then_some(Self(domain))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A shop's system with a key to its API.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShopAccess {
    WooCommerce {
        /// The shop's address, without a slash at its end.
        address: String,
        consumer_key: String,
        consumer_secret: String,
    },
    Shopify {
        /// The shop's address, without a slash at its end.
        address: String,
        app: ShopifyApp,
        /// The app's secret, with which Shopify signs the calls of the app's webhooks.
        client_secret: String,
    },
}

/// How Afterword gets access to Shopify's Admin API.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShopifyApp {
    /// With the app's client ID, which is exchanged together with the client secret for a token.
    ClientId(String),
    /// With the token of an app that was made in the shop's admin.
    Token(String),
}

impl ShopAccess {
    pub fn address(&self) -> &str {
        match self {
            Self::WooCommerce { address, .. } | Self::Shopify { address, .. } => address,
        }
    }

    pub const fn system(&self) -> ShopSystem {
        match self {
            Self::WooCommerce { .. } => ShopSystem::WooCommerce,
            Self::Shopify { .. } => ShopSystem::Shopify,
        }
    }

    /// Reads the address of a WooCommerce shop, with the consumer key and the consumer secret.
    /// Errors: The name of the invalid field: `address`, `consumer_key` or `consumer_secret`.
    pub fn woocommerce(address: &str, key: &str, secret: &str, reach: Reach) -> Result<Self, &'static str> {
        Ok(Self::WooCommerce {
            address: woocommerce_address(address, reach).ok_or("address")?,
            consumer_key: key_of(key).filter(|key| key.starts_with("ck_")).ok_or("consumer_key")?,
            consumer_secret: key_of(secret).filter(|key| key.starts_with("cs_")).ok_or("consumer_secret")?,
        })
    }

    /// Reads the domain of a Shopify shop, with an app's client ID or access token, and its client secret.
    /// Errors: The name of the invalid field: `domain`, `app` or `client_secret`.
    pub fn shopify(domain: &str, app: &str, client_secret: &str, reach: Reach) -> Result<Self, &'static str> {
        let address = shopify_address(domain, reach).ok_or("domain")?;
        let app = key_of(app).ok_or("app")?;
        let client_secret =
            key_of(client_secret).filter(|secret| InboundSecret::parse(secret).is_ok()).ok_or("client_secret")?;
        let app = if app.starts_with(TOKEN) { ShopifyApp::Token(app) } else { ShopifyApp::ClientId(app) };
        Ok(Self::Shopify { address, app, client_secret })
    }
}

/// A key of visible ASCII characters, so that it fits into a header.
fn key_of(typed: &str) -> Option<String> {
    let key = typed.trim();
    let fits = (1..=KEY_CHARACTERS_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| key.to_owned())
}

/// The address without a slash at its end, and without the path that a browser shows while somebody manages the shop.
pub fn woocommerce_address(typed: &str, reach: Reach) -> Option<String> {
    let typed = typed.trim();
    let typed = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&typed).ok()?;
    let managed = ["/wp-admin", "/wp-json", "/wp-login.php"].into_iter().filter_map(|part| url.path().find(part)).min();
    let path = managed.map_or(url.path(), |end| &url.path()[..end]).trim_end_matches('/');
    let address = format!("{}{path}", url.origin().ascii_serialization());
    RemoteUrl::parse(&address, reach).is_ok().then_some(address)
}

/// The address of a shop, from its name, its `.myshopify.com` domain or the address of its admin. In the local process,
/// a loopback URL is also accepted.
fn shopify_address(typed: &str, reach: Reach) -> Option<String> {
    let typed = typed.trim();
    if typed.starts_with("http://") && RemoteUrl::parse(typed, reach).is_ok() {
        return Some(typed.trim_end_matches('/').to_owned());
    }
    let rest = typed.strip_prefix("https://").unwrap_or(typed);
    let rest = rest.strip_prefix("admin.shopify.com/store/").unwrap_or(rest);
    let name = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let name = name.strip_suffix(SHOPIFY_HOST).unwrap_or(&name);
    let address = format!("https://{}", ShopifyDomain::parse(&format!("{name}{SHOPIFY_HOST}"))?.as_str());
    RemoteUrl::parse(&address, reach).is_ok().then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_woocommerce_shop_is_given_as_a_browser_shows_it() {
        let read = |typed: &str| woocommerce_address(typed, Reach::Internet);
        for (typed, address) in [
            ("https://fern.example", "https://fern.example"),
            (" fern.example/ ", "https://fern.example"),
            ("https://Fern.example/shop/?utm=1#x", "https://fern.example/shop"),
            ("https://fern.example/shop/wp-admin/admin.php?page=wc-settings", "https://fern.example/shop"),
            ("https://fern.example:8443/wp-json/wc/v3", "https://fern.example:8443"),
            ("https://färn.example", "https://xn--frn-qla.example"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(address), "{typed}");
        }
        for typed in [
            "",
            "http://fern.example",
            "https://localhost",
            "https://127.0.0.1",
            "https://2130706433",
            "https://0x7f.1",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "https://fern.example@10.0.0.1/",
            "http://127.0.0.1:3000",
            "file:///etc/passwd",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(
            woocommerce_address("http://127.0.0.1:3000/", Reach::Local).as_deref(),
            Some("http://127.0.0.1:3000")
        );
    }

    #[test]
    fn a_shopify_shop_is_always_at_shopify() {
        let read = |typed: &str| shopify_address(typed, Reach::Internet);
        for typed in [
            "fern-and-oak",
            "Fern-and-Oak.myshopify.com",
            "https://fern-and-oak.myshopify.com/admin",
            "https://admin.shopify.com/store/fern-and-oak/settings/domains",
        ] {
            assert_eq!(read(typed).as_deref(), Some("https://fern-and-oak.myshopify.com"), "{typed}");
        }
        for typed in
            ["", "fern.example", "https://fern.example/x.myshopify.com", "a@b.myshopify.com", "http://127.0.0.1:3000"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(shopify_address("http://127.0.0.1:3000/", Reach::Local).as_deref(), Some("http://127.0.0.1:3000"));
    }

    #[test]
    fn each_key_is_what_it_says() {
        let woocommerce = |key, secret| ShopAccess::woocommerce("fern.example", key, secret, Reach::Internet).err();
        assert_eq!(woocommerce("ck_1", " cs_2\n"), None);
        assert_eq!(woocommerce("cs_2", "ck_1"), Some("consumer_key"), "swapped");
        assert_eq!(woocommerce("ck_1", "cs_ 2"), Some("consumer_secret"));
        let shopify = |app, secret| ShopAccess::shopify("fern", app, secret, Reach::Internet);
        let app = |app| match shopify(app, "shpss_0123456789") {
            Ok(ShopAccess::Shopify { app: ShopifyApp::Token(_), .. }) => "token",
            Ok(ShopAccess::Shopify { app: ShopifyApp::ClientId(_), .. }) => "client ID",
            _ => "refused",
        };
        assert_eq!((app("shpat_1"), app("0123abcd"), app("")), ("token", "client ID", "refused"));
        assert_eq!(shopify("0123abcd", "short").err(), Some("client_secret"));
    }
}
