//! WooCommerce's plug-in, and from which site it calls: a copy of a shop has the key, too.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::values::{Reach, ShopSystem, ms};
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

const BYTES_MAX: usize = 500;
/// Calls from another place are counted once in this time, because a copy may call often.
const COUNTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A shop's plug-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlugIn {
    /// The id of the key with which it calls.
    pub key: String,
    pub place: ShopPlace,
    /// Another place that calls with this key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<OtherPlace>,
}

/// A site of WordPress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopPlace {
    /// The host, without `www.`, and the path.
    pub home: String,
    /// What WordPress calls `wp_get_environment_type`.
    pub environment: String,
}

/// Calls from a place that is not the connection's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherPlace {
    pub place: ShopPlace,
    /// In how many minutes it called.
    pub count: u32,
    #[serde(with = "ms::required")]
    pub last_at: Timestamp,
}

impl ShopPlace {
    /// The place that a call's headers name.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let value = |name: &str| headers.get(name)?.to_str().ok();
        let home = Self::home(&Url::parse(&format!("https://{}", value("afterword-home")?)).ok()?)?;
        let environment = value("afterword-environment").filter(|text| (1..=40).contains(&text.len()))?;
        Some(Self { home, environment: environment.to_owned() })
    }

    /// The host and path of a site's address, in the one form in which places are compared.
    pub fn home(url: &Url) -> Option<String> {
        let host = url.host_str()?;
        let home = format!("{}{}", host.strip_prefix("www.").unwrap_or(host), url.path().trim_end_matches('/'));
        let is_plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        (is_plain && home.len() <= BYTES_MAX).then_some(home)
    }
}

/// What a plug-in asks an owner to approve (RFC 6749 §4.1.1).
pub struct ConnectionRequest {
    /// The shop's place.
    pub home: String,
    /// The SHA-256 of the plug-in's secret (RFC 7636), in hexadecimal.
    pub challenge: String,
    /// Where the owner goes back to, and what the plug-in knows its request by.
    redirect: Url,
    state: String,
}

impl ConnectionRequest {
    /// Reads a request. `redirect` must be an `https` address of the host of `home`, or of one below it, where WordPress itself may be
    /// (`siteurl`); in the local process also of the same loopback address.
    pub fn parse(home: &str, redirect: &str, state: &str, challenge: &str, reach: Reach) -> Option<Self> {
        let (home, redirect) = (Url::parse(home).ok()?, Url::parse(redirect).ok()?);
        let (of_home, host) = (home.host_str()?, redirect.host_str()?);
        let site = of_home.strip_prefix("www.").unwrap_or(of_home);
        let is_within = host == site || host.strip_suffix(site).is_some_and(|rest| rest.ends_with('.'));
        let is_local = reach == Reach::Local && ["127.0.0.1", "localhost", "[::1]"].contains(&host);
        let is_safe = redirect.scheme() == "https" || is_local && redirect.scheme() == "http";
        let is_plain = redirect.username().is_empty() && redirect.password().is_none() && redirect.fragment().is_none();
        let is_request =
            is_within && is_safe && is_plain && redirect.port() == home.port() && home.scheme().starts_with("http");
        let is_state = (1..=200).contains(&state.len()) && state.bytes().all(|byte| byte.is_ascii_graphic());
        let challenge: [u8; 32] = URL_SAFE_NO_PAD.decode(challenge).ok()?.try_into().ok()?;
        (is_request && is_state).then_some(())?;
        let challenge = challenge.iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { home: ShopPlace::home(&home)?, challenge, redirect, state: state.to_owned() })
    }

    /// Who asks, as the owner is shown it: the shop's place, or the host that gets the code if it is another.
    pub fn shown(&self) -> &str {
        let host = self.redirect.host_str().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        if self.home.split('/').next() == Some(host) { &self.home } else { host }
    }

    /// The origin to which the owner goes back.
    pub fn origin(&self) -> String {
        self.redirect.origin().ascii_serialization()
    }

    /// Where the owner goes back to, with a `code`, or with an `error` (RFC 6749 §4.1.2).
    pub fn back(&self, name: &str, value: &str) -> String {
        let mut back = self.redirect.clone();
        back.query_pairs_mut().append_pair(name, value).append_pair("state", &self.state);
        back.into()
    }
}

impl PlugIn {
    pub const SYSTEM: ShopSystem = ShopSystem::WooCommerce;

    /// With a call from another place counted; `None` if it does not count.
    pub(crate) fn called_from(&self, place: ShopPlace, now: Timestamp) -> Option<Self> {
        let last = self.other.as_ref();
        if last.is_some_and(|last| now.duration_since(last.last_at) < COUNTED_EVERY) {
            return None;
        }
        let count = last.filter(|last| last.place == place).map_or(0, |last| last.count);
        let other = OtherPlace { place, count: count.saturating_add(1), last_at: now };
        Some(Self { other: Some(other), ..self.clone() })
    }

    /// The other place, once it has called often enough to be no accident.
    pub fn elsewhere(&self) -> Option<&OtherPlace> {
        self.other.as_ref().filter(|other| other.count >= 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_one_form() {
        let place = |home: &str, environment: &str| {
            let headers = [("afterword-home", home), ("afterword-environment", environment)];
            let headers = headers.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            ShopPlace::of(&HeaderMap::from_iter(headers)).map(|place| place.home)
        };
        for (home, form) in [
            ("fern.example", "fern.example"),
            ("www.Fern.Example:8080/shop/", "fern.example/shop"),
            ("l%C3%A4den.example", "xn--lden-loa.example"),
        ] {
            assert_eq!(place(home, "production").as_deref(), Some(form));
        }
        for bad in ["", "fern@evil.example", "fern.example?x", "a b"] {
            assert_eq!(place(bad, "production"), None, "{bad}");
        }
        assert_eq!(place("fern.example", ""), None);
    }

    #[test]
    fn a_request_goes_back_to_the_shop_that_it_names() {
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        let back = |home: &str, redirect: &str, reach| {
            let request = ConnectionRequest::parse(home, redirect, "x", challenge, reach)?;
            Some((request.home.clone(), request.back("code", "a b")))
        };
        let admin = "/wp-admin/admin-post.php?action=afterword";
        for (home, host) in [
            ("https://www.fern.example", "https://www.fern.example"),
            ("https://www.fern.example", "https://fern.example"),
            ("http://fern.example/", "https://fern.example"),
            ("https://fern.example", "https://wp.fern.example"),
        ] {
            let found = back(home, &format!("{host}{admin}"), Reach::Internet);
            assert_eq!(found, Some(("fern.example".to_owned(), format!("{host}{admin}&code=a+b&state=x"))));
        }
        let local = "http://127.0.0.1:8080";
        assert!(back(local, &format!("{local}{admin}"), Reach::Local).is_some());
        for (home, redirect) in [
            (local, "http://127.0.0.1:8080/"),
            ("https://fern.example", "http://fern.example/"),
            ("https://fern.example", "https://evilfern.example/"),
            ("https://fern.example", "https://fern.example.evil.example/"),
            ("https://fern.example", "https://fern.example@evil.example/"),
            ("https://fern.example", "https://fern.example:8443/"),
            ("https://fern.example", "https://jane@fern.example/"),
            ("https://fern.example", "https://fern.example/#x"),
            ("ftp://fern.example", "https://fern.example/"),
            ("fern.example", "https://fern.example/"),
        ] {
            assert_eq!(back(home, redirect, Reach::Internet), None, "{home} {redirect}");
        }
        let parse = |state: &str, challenge: &str| {
            let (home, redirect) = ("https://fern.example", "https://fern.example/");
            ConnectionRequest::parse(home, redirect, state, challenge, Reach::Internet).is_some()
        };
        assert!(parse(&"x".repeat(200), challenge) && !parse(&"x".repeat(201), challenge) && !parse("a b", challenge));
        assert!(!parse("", challenge) && !parse("x", &challenge[1..]) && !parse("x", &challenge.replace('-', "+")));
    }

    #[test]
    fn another_place_counts_once_a_minute() {
        let place = |home: &str| ShopPlace { home: home.to_owned(), environment: "staging".to_owned() };
        let mut plug_in = PlugIn { key: "1".to_owned(), place: place("fern.example"), other: None };
        let at = |seconds: i64| Timestamp::from_second(seconds).unwrap();
        for (seconds, is_shown) in [(0, false), (60, false), (120, true)] {
            plug_in = plug_in.called_from(place("copy.example"), at(seconds)).unwrap();
            assert_eq!(plug_in.called_from(place("copy.example"), at(seconds + 59)), None);
            assert_eq!(plug_in.elsewhere().is_some(), is_shown);
        }
        plug_in = plug_in.called_from(place("third.example"), at(180)).unwrap();
        assert_eq!(plug_in.elsewhere(), None);
    }
}
