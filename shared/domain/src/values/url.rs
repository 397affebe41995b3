//! URLs that customers' browsers and email programs load (pictures, shop pages), and URLs that our functions call.

use crate::values::{Invalid, stored_as_text};

/// An absolute `https` URL with a host of at most 253 characters, and at most 2,048 printable ASCII characters.
///
/// The caller percent-encodes all other characters. A user name before the host is refused, because it makes one host
/// look like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpsUrl(String);

stored_as_text!(HttpsUrl, Self::as_str, |text| Some(Self::stored(text.to_owned())));

impl HttpsUrl {
    /// The longest URL, in characters.
    pub const CHARACTERS_MAX: usize = 2_048;

    /// The longest host name, in characters (RFC 1035 §2.3.4, without the final dot).
    pub const HOST_CHARACTERS_MAX: usize = 253;

    /// Reads a URL from a call.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let named = |host: &str| {
            let (name, port) = host.split_once(':').unwrap_or((host, "443"));
            name.len() <= Self::HOST_CHARACTERS_MAX
                && name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
                && port.parse::<u16>().is_ok()
                && !port.starts_with('+')
        };
        let plain = text.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b));
        let fits = text.len() <= Self::CHARACTERS_MAX && plain && host.is_some_and(named);
        fits.then(|| Self(text.to_owned())).ok_or(Invalid(
            "A URL must be absolute, start with https://, have at most 2,048 characters and be percent-encoded.",
        ))
    }

    /// The URL as read from the table. In the local process, which has no certificate, it is `http`.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without the port; empty in the local process.
    pub fn host(&self) -> &str {
        host(&self.0)
    }
}

/// The addresses that our functions may call for a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Only addresses on the public internet.
    Internet,
    /// Also `http://127.0.0.1:<port>/`, in the local process.
    Local,
}

/// A URL that our functions call for a shop: an [`HttpsUrl`] whose host is a DNS name. Whether the name leads to a
/// public address is checked at each call. Empty until it is unsealed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RemoteUrl(String);

stored_as_text!(RemoteUrl, Self::as_str, |text| Some(Self::stored(text.to_owned())));

impl RemoteUrl {
    /// The start of every loopback URL of the local process, before the port.
    const LOOPBACK: &str = "http://127.0.0.1:";

    pub fn parse(text: &str, reach: Reach) -> Result<Self, Invalid> {
        let is_loopback = reach == Reach::Local && text.strip_prefix(Self::LOOPBACK).is_some_and(is_port_and_path);
        let url = HttpsUrl::parse(text);
        let is_named = url.is_ok() && is_dns_name(host(text));
        (is_loopback || is_named).then(|| Self(text.to_owned())).ok_or(Invalid(
            "The URL must start with https:// and the name of a host, and have at most 2,048 characters.",
        ))
    }

    /// The URL as read from the table.
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn host(text: &str) -> &str {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// Whether a host has two or more labels and the last is not a number: some resolvers read `0x7f.1` and `2130706433` as
/// addresses (WHATWG URL, "ends in a number").
fn is_dns_name(host: &str) -> bool {
    let labels: Vec<_> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let is_label = |label: &&str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    let last = labels.last().copied().unwrap_or_default();
    labels.len() >= 2 && labels.iter().all(is_label) && !last.starts_with(|c: char| c.is_ascii_digit())
}

fn is_port_and_path(rest: &str) -> bool {
    let (port, path) = rest.split_once('/').unwrap_or((rest, ""));
    port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && path.len() <= HttpsUrl::CHARACTERS_MAX - 32
        && path.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remote_url_has_a_name_and_no_address() {
        for good in ["https://hooks.example", "https://hooks.example:8443/a?b=c", "https://a.b-c.example./x"] {
            assert!(RemoteUrl::parse(good, Reach::Internet).is_ok(), "{good}");
        }
        for bad in [
            "http://hooks.example/",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7f.1/",
            "https://0177.0.0.01/",
            "https://10.0.0.1.",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://jane@hooks.example/",
            "https://jane:secret@hooks.example/",
            "https://hooks.example@127.0.0.1/",
            "https://hooks..example/",
            "https://-.example/",
            "https://hooks.example\\@127.0.0.1/",
            "ftp://hooks.example/",
            "http://127.0.0.1:3000/",
        ] {
            assert!(RemoteUrl::parse(bad, Reach::Internet).is_err(), "{bad}");
        }
        let long =
            |length: usize| format!("https://hooks.example/{}", "a".repeat(length - "https://hooks.example/".len()));
        assert!(RemoteUrl::parse(&long(2_048), Reach::Internet).is_ok());
        assert!(RemoteUrl::parse(&long(2_049), Reach::Internet).is_err());
    }

    #[test]
    fn the_local_process_calls_one_loopback_address_too() {
        for good in
            ["http://127.0.0.1:3000/", "http://127.0.0.1:3000", "http://127.0.0.1:1/a?b=c", "https://hooks.example/"]
        {
            assert!(RemoteUrl::parse(good, Reach::Local).is_ok(), "{good}");
        }
        for bad in [
            "http://127.0.0.1/",
            "http://127.0.0.1:0/",
            "http://127.0.0.1:70000/",
            "http://127.0.0.1:80@169.254.169.254/",
            "http://127.0.0.2:3000/",
            "http://localhost:3000/",
            "https://127.0.0.1:3000/",
        ] {
            assert!(RemoteUrl::parse(bad, Reach::Local).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_url_is_absolute_https_and_plain() {
        for good in ["https://cdn.example/a.png?v=1#x", "https://cdn.example:8443", "https://x.example/%C3%A9"] {
            assert!(HttpsUrl::parse(good).is_ok(), "{good}");
        }
        let long = format!("https://cdn.example/{}", "a".repeat(HttpsUrl::CHARACTERS_MAX));
        let long_host = format!("https://{}.example/", "a.".repeat(123));
        assert!(HttpsUrl::parse(&long_host.replacen("a.", "", 1)).is_ok());
        for bad in [
            "",
            "cdn.example/a.png",
            "//cdn.example/a.png",
            "http://cdn.example/a.png",
            "HTTPS://cdn.example/",
            "https://",
            "https:///a.png",
            "https://jane@cdn.example/",
            "https://cdn.example/a b",
            "https://cdn.example/é",
            "https://cdn.example/\"onload=",
            "javascript:alert(1)",
            "data:image/png;base64,AAAA",
            "https://cdn.example:/",
            "https://cdn.example:70000/",
            "https://cdn.example:+443/",
            "https://a:b:c/",
            &long_host,
            &long,
        ] {
            assert!(HttpsUrl::parse(bad).is_err(), "{bad}");
        }
    }
}
