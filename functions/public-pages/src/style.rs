//! The styles, which are served from each shop's own folder.

use edge::asset::Asset;

const CSS: &str = "text/css; charset=utf-8";

/// The style of reviews on a shop's own page.
pub(crate) static STYLE: Asset = Asset::new("", "afterword", "css", CSS, include_str!("../assets/afterword.css"));
/// The style of our own pages: that of reviews, and that of what surrounds them.
pub(crate) static PAGE_STYLE: Asset = Asset::new(
    "",
    "page",
    "css",
    CSS,
    concat!(include_str!("../assets/afterword.css"), include_str!("../assets/page.css")),
);

/// The style with this file name, in any version.
pub(crate) fn named(file: &str) -> Option<&'static Asset> {
    [&STYLE, &PAGE_STYLE].into_iter().find(|style| style.is_named(file))
}
