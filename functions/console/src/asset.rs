//! The files that pages load: a stylesheet and a script.

use edge::asset::Asset;
use edge::http::Segment;

use crate::form::{Failure, Served};
use crate::page::page;

const FOLDER: &str = "/console/assets/";

/// The stylesheet. It begins with the colors and fonts of the customer's page.
pub(crate) static CONSOLE_CSS: Asset = Asset::new(
    FOLDER,
    "console",
    "css",
    "text/css; charset=utf-8",
    concat!(
        include_str!("../../../shared/edge/assets/tokens.css"),
        "\n",
        include_str!("../assets/console.css"),
        "\n",
        include_str!("../assets/reviews.css"),
        "\n",
        include_str!("../assets/requests.css"),
        "\n",
        include_str!("../assets/members.css"),
        "\n",
        include_str!("../assets/settings.css")
    ),
);
/// The script of every page. All pages also work without it.
pub(crate) static CONSOLE_JS: Asset =
    Asset::new(FOLDER, "console", "js", "text/javascript; charset=utf-8", include_str!("../assets/console.js"));

page! {
    get Nobody "/console/assets/{file}" => asset;
}

static ASSETS: [&Asset; 2] = [&CONSOLE_CSS, &CONSOLE_JS];

pub(crate) async fn asset(Segment(file): Segment) -> Served {
    let asset = *ASSETS.iter().find(|asset| asset.is_named(&file)).ok_or(Failure::NotFound)?;
    Ok(asset.answer(&file, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_is_small() {
        assert!(CONSOLE_CSS.content.len() <= 26_000 && !CONSOLE_CSS.content.contains("url("));
        assert!(CONSOLE_JS.content.len() <= 20_000, "{}", CONSOLE_JS.content.len());
    }
}
