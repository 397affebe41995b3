//! How large the public pages are at most, and what holds for their styles and all languages.

use std::io::Write as _;

use domain::values::Language;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::*;

const PAGE: &str = "/p/fern/shopify-7125386199075";

async fn write(shop: &Shop, text: &str, name: &str) {
    shop.rates(&[("rating", "5"), ("text", text), ("display_name", name)]).await;
    shop.jump(MINUTE);
}

fn gzip_bytes(html: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(html.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

#[tokio::test]
async fn a_fragment_has_at_most_12_kb_whatever_is_written() {
    let shop = Shop::new().await;
    let random = local::seeded_random(5);
    // Each character has three bytes, and there is no pattern that could be compressed.
    let noise = |length: usize| {
        let character = |_| char::from_u32(0x4e00 + u32::try_from(random.below(20_000)).unwrap()).unwrap();
        (0..length).map(character).collect::<String>()
    };
    for _ in 0..10 {
        write(&shop, &noise(5_000), &noise(60)).await;
    }
    for review in shop.reads(format!("{PAGE}.json")).await.json()["reviews"].list() {
        let reply = json!({"text": noise(10_000)});
        shop.put(format!("/api/v1/reviews/{}/reply", review["id"]), &reply).await.is(200);
    }
    let url = format!("https://fern.example/{}", "mug/".repeat(400));
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": noise(60), "url": url})).await.is(200);
    let all = shop.reads("/p/fern/@all.html").await.body;
    assert!(!all.contains("mug/mug") && all.contains("<p class=\"afterword-about\"><bdi>"), "{all}");
    let html = shop.reads(format!("{PAGE}.html")).await.body;
    for html in [&html, &all] {
        assert!(gzip_bytes(html) <= 12 * 1_024, "{}", gzip_bytes(html));
        assert_eq!(html.matches("<article").count(), 10);
    }
    let shown = between(between(&html, "class=\"afterword-text\"", "/p>"), ">", "<");
    assert!(shown.ends_with('…') && shown.chars().count() >= 50, "{shown}");
    let ld: Value = serde_json::from_str(between(&html, "ld+json\">", "</script>")).unwrap();
    assert_eq!(ld["review"][0]["reviewBody"], shown, "the JSON-LD has what is visible");
    let whole = shop.reads(format!("{PAGE}.json")).await.json();
    assert_eq!(whole["reviews"][0]["text"].text().chars().count(), 5_000);
}

#[tokio::test]
async fn ten_long_reviews_in_plain_words_are_shown_whole() {
    let shop = Shop::new().await;
    let words: Vec<_> = include_str!("review_lists.rs")
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    for number in 0..10 {
        let text = (0..90).map(|word| words[(word * 7 + number * 31) % words.len()]).collect::<Vec<_>>().join(" ");
        write(&shop, &text, "Jane").await;
    }
    let html = shop.reads(format!("{PAGE}.html")).await.body;
    assert!(!html.contains('…') && gzip_bytes(&html) <= 12 * 1_024, "{} {html}", gzip_bytes(&html));
    let style = shop.reads(path_of(between(&html, "rel=\"stylesheet\" href=\"", "\""))).await.is(200).body;
    assert!(gzip_bytes(&style) <= 1_200, "the style has {}", gzip_bytes(&style));
}

#[test]
fn pages_have_the_colors_and_the_type_of_the_customers_page() {
    let [own, hub] = [
        include_str!("../../../functions/public-pages/assets/page.css"),
        include_str!("../../../shared/edge/assets/tokens.css"),
    ]
    .map(|css| css.replace(": ", ":").replace(", ", ","));
    let mut count = 0;
    for (own, hub) in own.split("prefers-color-scheme").zip(hub.split("prefers-color-scheme")) {
        let properties =
            own.split(['{', ';', '}']).filter(|part| part.starts_with("--") && !part.contains("afterword"));
        for property in properties {
            assert!(hub.contains(&format!("{property};")), "{property}");
            count += 1;
        }
    }
    assert_eq!(count, 14);
}

#[tokio::test]
async fn the_trust_page_has_words_everywhere_in_each_language() {
    let shop = Shop::new().await;
    shop.sets(json!({"incentives": "5 % off", "contact_url": "https://fern.example/contact"})).await;
    for number in 0..6 {
        write(&shop, &format!("Number {number}."), "").await;
    }
    let id = shop.newest_review().await["id"].clone();
    shop.patch(format!("/api/v1/reviews/{id}/reject"), json!({"reason": "abusive"})).await.is(200);
    for language in Language::ALL {
        let accepts = shop.call("GET", "/trust/fern").without_key().header("accept-language", language.as_str());
        let page = accepts.send().await.body;
        page.shows([&format!("lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction())]);
        page.lacks(["<span></span>", "<h2></h2>", "<p></p>", "\"row\"></th>", "  "]);
    }
}
