//! The shop's own app at Shopify, with which Afterword makes webhooks, reads the products and writes stars. Its client ID is no
//! secret, and its client secret is the connection's.

use domain::values::{Reach, RemoteUrl};
use serde::{Deserialize, Serialize};

use super::InboundSecret;

/// The maximum length of a key, in characters. Shopify's have up to some dozens.
const KEY_CHARACTERS_MAX: usize = 200;
/// The maximum length of a Shopify shop's name, in characters: that of a label in DNS (RFC 1035 §2.3.4).
const SHOPIFY_NAME_MAX: usize = 63;
const SHOPIFY_HOST: &str = ".myshopify.com";

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

/// An app that is installed in a shop at Shopify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopifyApp {
    /// The shop's address, without a slash at its end.
    pub address: String,
    pub client_id: String,
}

/// A shop at Shopify with the keys to its API, which are exchanged for a token.
#[derive(Clone)]
pub struct ShopAccess {
    pub app: ShopifyApp,
    /// The app's secret, with which Shopify signs the calls of the app's webhooks.
    pub client_secret: InboundSecret,
}

impl ShopAccess {
    /// Reads the domain of a Shopify shop, with an app's client ID and its client secret.
    /// Errors: The name of the invalid field: `domain`, `app` or `client_secret`.
    pub fn parse(domain: &str, app: &str, client_secret: &str, reach: Reach) -> Result<Self, &'static str> {
        let address = shopify_address(domain, reach).ok_or("domain")?;
        let client_id = key_of(app).ok_or("app")?;
        let secret = key_of(client_secret).and_then(|secret| InboundSecret::parse(&secret).ok());
        Ok(Self { app: ShopifyApp { address, client_id }, client_secret: secret.ok_or("client_secret")? })
    }
}

/// A key of visible ASCII characters, so that it fits into a header.
fn key_of(typed: &str) -> Option<String> {
    let key = typed.trim();
    let fits = (1..=KEY_CHARACTERS_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| key.to_owned())
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
        let refused = |app, secret| ShopAccess::parse("fern", app, secret, Reach::Internet).err();
        assert_eq!(refused("0123abcd", "shpss_0123456789"), None);
        assert_eq!(refused("", "shpss_0123456789"), Some("app"));
        assert_eq!(refused("0123abcd", "short"), Some("client_secret"));
    }
}
