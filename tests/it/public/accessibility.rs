//! The accessibility statement: what it says is what the tests in a browser look at, in every language.

use domain::values::Language;

use crate::support::*;

const STATEMENT: &str = "/review/accessibility";

async fn read(shop: &Shop, path: &str, language: &str) -> String {
    let reply = shop.call("GET", path).without_key().header("accept-language", language).send().await.is(200);
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    reply.body
}

/// The numbers in a list of the configuration of the tests in a browser.
fn widths(config: &str, screen: &str) -> Vec<String> {
    let (_, of_screen) = config.split_once(&format!("const {screen} = ")).unwrap();
    let (_, list) = of_screen.split_once("widths: [").unwrap();
    list.split(']').next().unwrap().split(", ").map(str::to_owned).collect()
}

#[tokio::test]
async fn the_statement_names_the_screens_and_languages_of_the_tests_in_a_browser() {
    let shop = Shop::new().await;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/browser");
    let config = std::fs::read_to_string(format!("{folder}/playwright.config.js")).unwrap();
    let (phone, desk) = (widths(&config, "PHONE"), widths(&config, "DESK"));
    assert_eq!((phone.len(), desk.len()), (3, 2));
    let english = read(&shop, STATEMENT, "en").await;
    english.shows(["What was tested", "Known limits", "If you meet a barrier", "Afterword 0.1.0"]);
    let languages = Language::ALL.len().to_string();
    for language in Language::ALL {
        let page = read(&shop, STATEMENT, language.as_str()).await;
        page.shows([format!("<html lang=\"{}\"", language.as_str())]);
        let numbers = page.replace([',', '.', '\u{a0}', '\u{202f}'], "");
        // Some languages put a plain space between thousands.
        let numbers = numbers.replace("1 024", "1024").replace("1 280", "1280");
        numbers.shows(phone.iter().chain(&desk));
        assert!(language == Language::Arabic || numbers.contains(&languages), "{language:?}");
        page.shows(["axe-core", "WCAG 2.2", "EN 301 549", "2019/882"]);
        assert!(language == Language::English || !page.contains("What was tested"), "{language:?}");
    }
}

#[tokio::test]
async fn every_foot_leads_to_the_statement_and_a_public_shops_to_its_contact() {
    let shop = Shop::new().await;
    shop.sets(json!({"contact_url": "https://fern.example/help"})).await;
    let led = async |path: &str| shop.reads(path).await.is(303).header("location").to_owned();
    assert_eq!(led("/accessibility").await, STATEMENT);
    assert_eq!(led("/accessibility?shop=fern").await, format!("{STATEMENT}?shop=fern"));
    assert_eq!(led("/accessibility?shop=%0d%0aX:").await, STATEMENT);
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    for path in [hub.as_str(), "/review/unsubscribe?token=x"] {
        assert!(shop.browse(path).await.body.contains("href=\"/accessibility\""), "{path}");
    }
    shop.review(&hub, 0).await;
    for (path, href) in
        [("/trust/fern", "../accessibility"), ("/p/fern/@all.html", &format!("{BASE_URL}/accessibility"))]
    {
        let page = shop.call("GET", path).without_key().header("sec-fetch-dest", "document").send().await;
        page.shows([format!("<footer><a href=\"{href}?shop=fern\">Accessibility</a></footer>")]);
    }
    let named = read(&shop, &format!("{STATEMENT}?shop=fern"), "en").await;
    named.shows(["Please tell <bdi>Fern &#38; Oak</bdi>", "href=\"https://fern.example/help\""]);
    shop.sets(json!({"public_display": false})).await;
    for other in ["fern", "nobody", "%20"] {
        let general = read(&shop, &format!("{STATEMENT}?shop={other}"), "en").await;
        general.shows(["Please tell the shop whose page or email led you here"]);
        assert!(!general.contains("Fern"), "{other}");
    }
}
