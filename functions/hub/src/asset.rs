//! The files that pages load: a stylesheet and a script. Each is a call of API Gateway and Lambda, so there are no more.
//!
//! Each has a name that changes with its content, so that browsers may store it for good.

use std::fmt;

/// The one stylesheet.
pub(crate) static HUB_CSS: Asset =
    Asset::new("hub", "css", "text/css; charset=utf-8", include_str!("../assets/hub.css"));
/// The script of every page except the one for unknown links: one module of two files. No page depends on it.
pub(crate) static HUB_JS: Asset =
    script("hub", concat!(include_str!("../assets/hub.js"), "\n", include_str!("../assets/photo.js")));
/// The script of the page for unknown links.
pub(crate) static REOPEN_JS: Asset = script("reopen", include_str!("../assets/reopen.js"));

/// A file that pages load. Displayed, it is its address.
pub(crate) struct Asset {
    stem: &'static str,
    extension: &'static str,
    pub content_type: &'static str,
    pub content: &'static str,
    digest: u64,
}

impl Asset {
    const fn new(
        stem: &'static str,
        extension: &'static str,
        content_type: &'static str,
        content: &'static str,
    ) -> Self {
        Self { stem, extension, content_type, content, digest: digest(FNV_OFFSET, content.as_bytes()) }
    }

    /// The address of this file with something added to its content.
    pub(crate) fn address(&self, added: &str) -> String {
        let Self { stem, extension, digest, .. } = self;
        format!("/review/assets/{stem}.{:016x}.{extension}", self::digest(*digest, added.as_bytes()))
    }

    /// Whether a file's name is this one's in some version: also without a digest.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.stem).and_then(|rest| rest.strip_suffix(self.extension));
        let is_digest = |digest: &str| digest.len() == 16 && digest.bytes().all(is_hex);
        let in_dots =
            |rest: &str| rest.strip_prefix('.').and_then(|rest| rest.strip_suffix('.')).is_some_and(is_digest);
        rest.is_some_and(|rest| rest == "." || in_dots(rest))
    }
}

impl fmt::Display for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address(""))
    }
}

const fn script(stem: &'static str, content: &'static str) -> Asset {
    Asset::new(stem, "js", "text/javascript; charset=utf-8", content)
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Goes on with an FNV-1a digest. It distinguishes versions of our own files, so it need not resist an attacker, and
/// the compiler can compute it.
const fn digest(mut digest: u64, bytes: &[u8]) -> u64 {
    let mut index = 0;
    while index < bytes.len() {
        digest = (digest ^ bytes[index] as u64).wrapping_mul(FNV_PRIME);
        index += 1;
    }
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_is_small() {
        assert!(HUB_CSS.content.len() <= 20_000 && !HUB_CSS.content.contains("url("));
        assert!(HUB_JS.content.len() <= 20_000, "{}", HUB_JS.content.len());
    }

    #[test]
    fn the_digest_is_fnv_1a_and_of_all_that_a_file_holds() {
        assert_eq!(digest(FNV_OFFSET, b"foobar"), 0x8594_4171_f739_67e8, "the specification's test vector");
        let [one, other] = ["a {}", "b {}"].map(|css| Asset::new("hub", "css", "text/css", css));
        assert_ne!(one.to_string(), other.to_string());
        assert_eq!(one.address(" b {}"), Asset::new("hub", "css", "text/css", "a {} b {}").to_string());
    }

    #[test]
    fn a_name_of_any_version_is_known_and_nothing_else() {
        let own = HUB_CSS.to_string();
        for name in [own.rsplit('/').next().unwrap(), "hub.css", "hub.0123456789abcdef.css"] {
            assert!(HUB_CSS.is_named(name), "{name}");
        }
        for name in ["hub.js", "hubcss", "hub..css", "hub.0123456789ABCDEF.css", "hub.12.css", "x.css", "hub.css.css"] {
            assert!(!HUB_CSS.is_named(name), "{name}");
        }
    }
}
