//! The page *More*: its parts, and the way to it.

use super::*;

#[tokio::test]
async fn more_keeps_pages_the_public_the_account_keys_and_help_apart() {
    let (_, mara) = signed_in().await;
    let today = mara.get("/console/today").await.body;
    assert!(today.contains("<a href=\"/console/more\">More</a>"), "on a desk, too: {today}");
    let page = mara.get("/console/more").await.body;
    let (_, mut rest) = page.split_once("<main").unwrap();
    for part in [
        ">Pages</h2>",
        "href=\"/console/numbers\"",
        ">In public</h2>",
        ">Your account</h2>",
        "action=\"/console/more/language\"",
        "action=\"/console/sign-out\"",
        ">Keyboard shortcuts</h2>",
        "<kbd>j</kbd>",
        ">If something isn’t working</h2>",
        concat!("Afterword ", env!("CARGO_PKG_VERSION")),
        "</main>",
    ] {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not at its place: {page}")).1;
    }
}
