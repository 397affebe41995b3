//! The stylesheet and scripts that pages load. Each file costs a call of API Gateway and Lambda, so there are few.

use edge::asset::Asset;

const FOLDER: &str = "/review/assets/";

pub(crate) static HUB_CSS: Asset = Asset::new(
    FOLDER,
    "hub",
    "css",
    "text/css; charset=utf-8",
    concat!(include_str!("../../../shared/edge/assets/tokens.css"), "\n", include_str!("../assets/hub.css")),
);
/// The script of every page except the one for unknown links: one module from two files. All pages also work without it.
pub(crate) static HUB_JS: Asset =
    script("hub", concat!(include_str!("../assets/hub.js"), "\n", include_str!("../assets/photo.js")));
pub(crate) static REOPEN_JS: Asset = script("reopen", include_str!("../assets/reopen.js"));

const fn script(stem: &'static str, content: &'static str) -> Asset {
    Asset::new(FOLDER, stem, "js", "text/javascript; charset=utf-8", content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_is_small() {
        assert!(HUB_CSS.content.len() <= 23_200 && !HUB_CSS.content.contains("url("));
        assert!(HUB_JS.content.len() <= 20_000, "{}", HUB_JS.content.len());
    }
}
