//! The style sheets, at addresses in each shop's folder.

use edge::asset::Asset;

const CSS: &str = "text/css; charset=utf-8";

/// The style sheet of reviews on a shop's page.
pub(crate) static STYLE: Asset = Asset::new("", "afterword", "css", CSS, include_str!("../assets/afterword.css"));
/// The style sheet of our whole pages: of the reviews and of the page around them.
pub(crate) static PAGE_STYLE: Asset = Asset::new(
    "",
    "page",
    "css",
    CSS,
    concat!(include_str!("../assets/afterword.css"), include_str!("../assets/page.css")),
);

/// The style sheet with this file name, in any version.
pub(crate) fn named(file: &str) -> Option<&'static Asset> {
    [&STYLE, &PAGE_STYLE].into_iter().find(|style| style.is_named(file))
}
