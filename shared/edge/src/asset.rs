//! Files that pages load. A file's name changes with its content, so that browsers may store the file for good.

use std::fmt;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

/// For a file whose name changes with its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// A file that pages load. Its `Display` form is its address.
pub struct Asset {
    folder: &'static str,
    stem: &'static str,
    extension: &'static str,
    pub content_type: &'static str,
    pub content: &'static str,
    digest: u64,
}

impl Asset {
    /// A file in a folder. The folder's path ends with a slash.
    pub const fn new(
        folder: &'static str,
        stem: &'static str,
        extension: &'static str,
        content_type: &'static str,
        content: &'static str,
    ) -> Self {
        Self { folder, stem, extension, content_type, content, digest: digest(FNV_OFFSET, content.as_bytes()) }
    }

    /// The digest of the content with `added` after it, as 16 digits.
    pub fn digest(&self, added: &str) -> String {
        format!("{:016x}", digest(self.digest, added.as_bytes()))
    }

    /// The address of this file, with `added` appended to its content.
    pub fn address(&self, added: &str) -> String {
        let Self { folder, stem, extension, .. } = self;
        format!("{folder}{stem}.{}.{extension}", self.digest(added))
    }

    /// Whether a name is this file's in any version, or without a digest.
    pub fn is_named(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.stem).and_then(|rest| rest.strip_suffix(self.extension));
        let is_digest = |digest: &str| digest.len() == 16 && digest.bytes().all(is_hex);
        let in_dots =
            |rest: &str| rest.strip_prefix('.').and_then(|rest| rest.strip_suffix('.')).is_some_and(is_digest);
        rest.is_some_and(|rest| rest == "." || in_dots(rest))
    }

    /// Answers a request for `name` with the file and `added` after its content. The name of another version gets the
    /// current file, which browsers may not store. So a page that was loaded during a deployment gets all its files.
    pub fn answer(&self, name: &str, added: &str) -> Response {
        let is_this_version = self.address(added).ends_with(name);
        let cache_control = if is_this_version { FOR_GOOD } else { "no-store" };
        let headers = [(CONTENT_TYPE, self.content_type), (CACHE_CONTROL, cache_control)];
        (headers, format!("{}{added}", self.content)).into_response()
    }
}

impl fmt::Display for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address(""))
    }
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Continues an FNV-1a digest, which the compiler can compute. It only distinguishes our own files, so it need not
/// resist an attacker.
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

    const fn style(content: &'static str) -> Asset {
        Asset::new("/assets/", "hub", "css", "text/css", content)
    }

    #[test]
    fn the_digest_is_fnv_1a_and_of_all_that_a_file_holds() {
        assert_eq!(digest(FNV_OFFSET, b"foobar"), 0x8594_4171_f739_67e8, "the specification's test vector");
        let [one, other] = ["a {}", "b {}"].map(style);
        assert_ne!(one.to_string(), other.to_string());
        assert_eq!(one.address(" b {}"), style("a {} b {}").to_string());
    }

    #[test]
    fn a_name_of_any_version_is_known_and_nothing_else() {
        let (style, own) = (style("a {}"), style("a {}").to_string());
        for name in [own.rsplit('/').next().unwrap(), "hub.css", "hub.0123456789abcdef.css"] {
            assert!(style.is_named(name), "{name}");
        }
        for name in ["hub.js", "hubcss", "hub..css", "hub.0123456789ABCDEF.css", "hub.12.css", "x.css", "hub.css.css"] {
            assert!(!style.is_named(name), "{name}");
        }
    }
}
