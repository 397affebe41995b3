//! URLs that customers' browsers and email programs load: pictures and shop pages.

use crate::Invalid;

/// An absolute `https` URL with a host of at most 253 characters, and at most 2,048 printable ASCII characters.
///
/// The caller percent-encodes all other characters. A user name before the host is refused: it makes one
/// host look like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpsUrl(String);

impl HttpsUrl {
    /// The longest URL, in characters.
    pub const CHARACTERS_MAX: usize = 2_048;

    /// The longest host name, in characters (RFC 1035 §2.3.4, without the final dot).
    pub const HOST_CHARACTERS_MAX: usize = 253;

    /// Reads a URL of a call.
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

    /// The URL as read from the table; `http` in the local process, which has no certificate.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The URL as given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
