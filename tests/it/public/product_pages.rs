//! The public pages of a product's reviews: as JSON, as HTML for the shop's own page, and as JSON-LD.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::importing::{file, import};
use crate::support::*;

const HOSTILE: &str = "</script><script>alert(1)</script>\"'<!--&lt; <img src=x onerror=alert(1)>";

/// A page's path, such as `/p/fern/<mug>.json`.
fn path(rest: &str) -> String {
    format!("/p/fern/{MUG}{rest}")
}

async fn write(shop: &Shop, fields: &[(&str, &str)]) -> String {
    let form = over([("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")], fields);
    let hub = shop.rates(&form).await;
    shop.jump(MINUTE);
    hub
}

/// A page as JSON, after the minute for which an answer is kept.
pub async fn json_of(shop: &Shop, path: impl Into<String>) -> Value {
    shop.jump(MINUTE);
    shop.reads(path).await.is(200).json()
}

fn json_ld(html: &str) -> Option<Value> {
    let (_, script) = html.split_once("<script type=\"application/ld+json\">")?;
    Some(serde_json::from_str(script.split_once("</script>").unwrap().0).unwrap())
}

pub fn gzip_bytes(html: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(html.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

#[tokio::test]
async fn a_page_has_the_product_its_rating_and_its_published_reviews() {
    let shop = Shop::new().await;
    let url = json!({"title": "Stoneware mug", "image_url": "https://cdn.example/mug.png", "url": "https://fern.example/mug"});
    shop.put(format!("/api/v1/products/{MUG}"), &url).await.is(200);
    write(&shop, &[("rating", "2"), ("text", "It broke.")]).await;
    write(&shop, &[("text", "Call 0171 2345678")]).await;
    write(&shop, &[("display_name", "")]).await;
    let page = json_of(&shop, path(".json")).await;
    assert_eq!(
        keys(&page),
        ["page", "pages", "product", "rating", "reviews", "total", "trust_url", "updated_at", "write_url"]
    );
    let product = json!({"id": MUG, "title": "Stoneware mug", "url": "https://fern.example/mug"});
    assert_eq!(page["product"], product);
    let by_star = json!({"1": 0, "2": 1, "3": 0, "4": 0, "5": 1});
    has(&page, json!({"rating": {"average": 3.5, "count": 2, "by_star": by_star}, "page": 1, "pages": 1}));
    let [newest, oldest] = page["reviews"].list().as_slice() else { panic!("{page}") };
    let expected = json!({"id": oldest["id"], "rating": 2, "title": null, "text": "It broke.", "name": "Jane",
        "verified": false, "verification": "none", "claimed_by": null, "incentivized": false,
        "language": "en", "date": "2026-11-20", "edited_at": null, "experienced_at": null, "photos": [], "reply": null,
        "imported": false});
    assert_eq!(*oldest, expected);
    assert_eq!((&newest["text"], &newest["name"]), (&json!("Lovely."), &Value::Null));

    let reply = shop.call("PUT", format!("/api/v1/reviews/{}/reply", newest["id"])).json(&json!({"text": "Thanks!"}));
    reply.send().await.is(200);
    let answered = json_of(&shop, path(".json")).await;
    assert_eq!(answered["reviews"][0]["reply"], json!({"text": "Thanks!", "date": "2026-11-20", "before_edit": false}));
    assert!(answered["updated_at"].as_str() > page["updated_at"].as_str(), "{answered}");
    shop.call("PATCH", format!("/api/v1/reviews/{}/reject", newest["id"])).send().await.is(200);
    assert_eq!(json_of(&shop, path(".json")).await["rating"]["count"], 1);
}

#[tokio::test]
async fn pages_have_ten_reviews_each_newest_first() {
    let shop = Shop::new().await;
    for number in 1..=21 {
        write(&shop, &[("text", &format!("Number {number}."))]).await;
    }
    for (path, texts) in [
        (path(".json"), (12..=21).rev().collect::<Vec<_>>()),
        (path("/1.json"), (12..=21).rev().collect()),
        (path("/2.json"), (2..=11).rev().collect()),
        (path("/3.json"), vec![1]),
    ] {
        let page = json_of(&shop, &path).await;
        assert_eq!((&page["pages"], &page["rating"]["count"]), (&json!(3), &json!(21)), "{path}");
        let shown: Vec<_> = page["reviews"].list().iter().map(|review| review["text"].clone()).collect();
        assert_eq!(shown, texts.iter().map(|number| json!(format!("Number {number}."))).collect::<Vec<_>>(), "{path}");
    }
    for wrong in ["/4.json", "/0.json", "/02.json", "/1001.json", "/two.json", "/2.xml", "/2"] {
        shop.reads(path(wrong)).await.is_error(404, "not_found");
    }
    let html = shop.reads(path("/2.html")).await.body;
    let base = format!("http://shop.example/p/fern/{MUG}");
    html.shows([&format!("<a rel=\"prev\" href=\"{base}.html\">Newer reviews</a>")]);
    html.shows([&format!("<a rel=\"next\" href=\"{base}/3.html\">Older reviews</a>")]);
    assert!(html.contains("Page 2 of 3"));
    shop.reads(path(".html")).await.shows(["rel=\"next\""]).lacks(["rel=\"prev\""]);
}

#[tokio::test]
async fn only_shown_shops_have_pages_of_any_product() {
    let shop = Shop::new().await;
    write(&shop, &[]).await;
    for id in [TRAY, "shopify-9"] {
        let empty = json_of(&shop, format!("/p/fern/{id}.json")).await;
        assert_eq!(
            (&empty["rating"]["count"], &empty["pages"], &empty["updated_at"]),
            (&json!(0), &json!(1), &Value::Null)
        );
    }
    for unknown in [
        "/p/fern/shopify-9/2.json".to_owned(),
        format!("/p/moss/{MUG}.json"),
        path(".xml"),
        path(""),
        "/p/fern/%ff.json".to_owned(),
        "/p/fern/@any.json".to_owned(),
        format!("/p/%2e%2e/{MUG}.html"),
    ] {
        let refused = shop.reads(&unknown).await;
        refused.is_error(404, "not_found");
        assert_eq!(refused.header("access-control-allow-origin"), "*", "{unknown}");
    }
    shop.sets(json!({"public_display": false})).await;
    for rest in [".json", ".html", ".jsonld", "/1.json"] {
        shop.reads(path(rest)).await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn a_product_that_the_shop_did_not_provide_is_shown_by_its_id() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": ["shopify-9"], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    let page = json_of(&shop, "/p/fern/shopify-9.json").await;
    assert_eq!(page["product"], json!({"id": "shopify-9", "title": null, "url": null}));
    let html = shop.reads("/p/fern/shopify-9.html").await.body;
    html.shows(["Product shopify-9"]);
    assert_eq!(json_ld(&html).unwrap()["name"], "Product shopify-9");
}

#[tokio::test]
async fn any_page_may_read_them_and_caches_keep_them_for_a_minute() {
    let shop = Shop::new().await;
    write(&shop, &[]).await;
    for rest in [".json", ".html", ".jsonld", "/1.json", "/1.html"] {
        let reply = shop.reads(path(rest)).await;
        let kept = match rest.ends_with(".json") {
            true => "public, max-age=60, stale-while-revalidate=60, stale-if-error=600",
            false => "public, max-age=60",
        };
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, kept), "{rest}");
        for header in ["access-control-allow-origin", "timing-allow-origin"] {
            assert_eq!(reply.header(header), "*", "{rest}");
        }
        let tag = reply.header("etag").to_owned();
        shop.jump(MINUTE * 10);
        let again = shop.call("GET", path(rest)).without_key().header("if-none-match", &tag).send().await;
        assert_eq!(
            (again.status.as_u16(), again.body.as_str(), again.header("etag")),
            (304, "", tag.as_str()),
            "{rest}"
        );
        let head = shop.call("HEAD", path(rest)).without_key().send().await;
        assert_eq!((head.status.as_u16(), head.body.as_str(), head.header("etag")), (200, "", tag.as_str()), "{rest}");
        let asked = shop.call("OPTIONS", path(rest)).without_key().send().await;
        assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-methods")), (204, "GET, HEAD, OPTIONS"));
        let posted = shop.call("POST", path(rest)).without_key().send().await;
        assert_eq!((posted.status.as_u16(), posted.header("allow")), (405, "GET, HEAD, OPTIONS"));
    }
    let tag = shop.reads(path(".json")).await.header("etag").to_owned();
    write(&shop, &[("text", "Also lovely.")]).await;
    shop.call("GET", path(".json")).without_key().header("if-none-match", &tag).send().await.is(200);
    for (rest, kind) in
        [(".json", "application/json"), (".html", "text/html; charset=utf-8"), (".jsonld", "application/ld+json")]
    {
        assert_eq!(shop.reads(path(rest)).await.header("content-type"), kind);
    }
}

#[tokio::test]
async fn whatever_people_write_stays_text() {
    let shop = Shop::new().await;
    let name = "<b>\"Jane\"</b>";
    write(&shop, &[("text", &format!("{HOSTILE}\nSecond line.")), ("display_name", name)]).await;
    let id = json_of(&shop, path(".json")).await["reviews"][0]["id"].clone();
    let reply = json!({"text": HOSTILE});
    shop.put(format!("/api/v1/reviews/{id}/reply"), &reply).await.is(200);
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": HOSTILE})).await.is(200);
    let html = shop.reads(path(".html")).await.body;
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    assert_eq!(
        (html.matches("</script>").count(), html.matches("<img").count(), html.matches("<b>\"").count()),
        (1, 0, 0)
    );
    html.shows(["&#60;/script&#62;&#60;script&#62;alert(1)"]);
    assert!(html.contains("<br>Second line."));
    let ld = json_ld(&html).unwrap();
    assert_eq!(ld["review"][0]["reviewBody"], format!("{HOSTILE}\nSecond line."));
    assert_eq!((&ld["review"][0]["author"]["name"], &ld["name"]), (&json!(name), &json!(HOSTILE)));
    let script = between(&html, "ld+json\">", "</script>");
    assert!(script.contains("\\u003c/script>") && !script.contains('<'), "{script}");
    assert!(!shop.reads(path(".jsonld")).await.body.contains('<'));
}

#[tokio::test]
async fn the_json_ld_says_what_is_visible() {
    let shop = Shop::new().await;
    let product = json!({"title": "Stoneware mug", "image_url": "https://cdn.example/mug.png", "url": "https://fern.example/mug",
        "sku": "MUG-1", "mpn": "M1", "gtin": ["4006381333931"], "brand": "Fern"});
    shop.put(format!("/api/v1/products/{MUG}"), &product).await.is(200);
    write(&shop, &[("rating", "4"), ("text", "Good.\nVery good.")]).await;
    write(&shop, &[("display_name", "")]).await;
    let html = shop.reads(path(".html")).await.body;
    let rating = |stars: u8| json!({"@type": "Rating", "ratingValue": stars, "bestRating": 5, "worstRating": 1});
    let expected = json!({
        "@context": "https://schema.org", "@type": "Product", "name": "Stoneware mug",
        "url": "https://fern.example/mug", "image": "https://cdn.example/mug.png",
        "sku": "MUG-1", "mpn": "M1", "gtin": ["4006381333931"], "brand": {"@type": "Brand", "name": "Fern"},
        "aggregateRating": {
            "@type": "AggregateRating", "ratingValue": 4.5, "reviewCount": 2, "bestRating": 5, "worstRating": 1
        },
        "review": [
            {"@type": "Review", "author": {"@type": "Person", "name": "Anonymous"}, "datePublished": "2026-11-20",
                "reviewBody": "Lovely.", "reviewRating": rating(5)},
            {"@type": "Review", "author": {"@type": "Person", "name": "Jane"}, "datePublished": "2026-11-20",
                "reviewBody": "Good.\nVery good.", "reviewRating": rating(4)},
        ],
    });
    assert_eq!(json_ld(&html).unwrap(), expected);
    assert_eq!(shop.reads(path(".jsonld")).await.json(), expected);
    html.shows(["Stoneware mug", "4.5 out of 5", "2 reviews", ">Anonymous<", ">Jane<", "Good.<br>Very good."]);
    assert_eq!(html.matches("datetime=\"2026-11-20\">20 November 2026<").count(), 2, "{html}");
    assert_eq!(html.matches("aria-label=\"4 stars\"").count(), 1);
    // Four stars and a half of 24 each, after a margin of 12.
    assert_eq!(html.matches("<svg width=\"120.0\">").count(), 1, "{html}");
}

#[tokio::test]
async fn json_ld_joins_the_product_of_the_page_by_its_id() {
    let shop = Shop::new().await;
    write(&shop, &[]).await;
    let node = "https://fern.example/products/mug#product";
    let encoded = "https%3A%2F%2Ffern.example%2Fproducts%2Fmug%23product";
    let ld = shop.reads(path(&format!(".jsonld?id={encoded}"))).await.json();
    assert_eq!(keys(&ld), ["@context", "@id", "@type", "aggregateRating", "review"]);
    assert_eq!((&ld["@id"], &ld["aggregateRating"]["reviewCount"]), (&json!(node), &json!(1)));
    assert_eq!(json_ld(&shop.reads(path(&format!(".html?id={encoded}"))).await.body).unwrap(), ld);
    for bad in [String::new(), "x".repeat(2_049)] {
        shop.reads(path(&format!(".jsonld?id={bad}"))).await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn the_shop_itself_and_a_product_without_reviews_have_no_json_ld() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    let page = json_of(&shop, "/p/fern/@shop.json").await;
    assert_eq!(page["product"], json!({"id": "@shop", "title": "Fern & Oak", "url": null}));
    assert_eq!(page["rating"]["count"], 1);
    let tray = format!("/p/fern/{TRAY}");
    for (address, says) in [("/p/fern/@shop", "Lovely."), (tray.as_str(), "Nobody has reviewed this yet.")] {
        let html = shop.reads(format!("{address}.html")).await.body;
        assert!(html.contains(says) && !html.contains("<script"), "{html}");
        shop.reads(format!("{address}.jsonld")).await.is_error(404, "not_found");
    }
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
        write(&shop, &[("text", &noise(5_000)), ("display_name", &noise(60))]).await;
    }
    for review in json_of(&shop, path(".json")).await["reviews"].list() {
        let reply = json!({"text": noise(10_000)});
        shop.put(format!("/api/v1/reviews/{}/reply", review["id"]), &reply).await.is(200);
    }
    let url = format!("https://fern.example/{}", "mug/".repeat(400));
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": noise(60), "url": url})).await.is(200);
    let all = shop.reads("/p/fern/@all.html").await.body;
    assert!(!all.contains("mug/mug") && all.contains("<p class=\"afterword-about\"><bdi>"), "{all}");
    let html = shop.reads(path(".html")).await.body;
    for html in [&html, &all] {
        assert!(gzip_bytes(html) <= 12 * 1_024, "{}", gzip_bytes(html));
        assert_eq!(html.matches("<article").count(), 10);
    }
    let shown =
        html.split_once("class=\"afterword-text\"").unwrap().1.split_once('>').unwrap().1.split_once('<').unwrap().0;
    assert!(shown.ends_with('…') && shown.chars().count() >= 50, "{shown}");
    assert_eq!(json_ld(&html).unwrap()["review"][0]["reviewBody"], shown, "the JSON-LD has what is visible");
    assert_eq!(json_of(&shop, path(".json")).await["reviews"][0]["text"].text().chars().count(), 5_000);
}

#[tokio::test]
async fn ten_long_reviews_in_plain_words_are_shown_whole() {
    let shop = Shop::new().await;
    let words: Vec<_> = include_str!("product_pages.rs")
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    for number in 0..10 {
        let text = (0..90).map(|word| words[(word * 7 + number * 31) % words.len()]).collect::<Vec<_>>().join(" ");
        write(&shop, &[("text", &text)]).await;
    }
    let html = shop.reads(path(".html")).await.body;
    assert!(!html.contains('…') && gzip_bytes(&html) <= 12 * 1_024, "{} {html}", gzip_bytes(&html));
}

#[tokio::test]
async fn the_page_speaks_the_shops_language_else_the_browsers() {
    let shop = Shop::new().await;
    write(&shop, &[("rating", "4")]).await;
    write(&shop, &[]).await;
    let read_in = |language: &'static str| {
        shop.call("GET", path(".html")).without_key().header("accept-language", language).send()
    };
    for (language, tag, says) in [
        ("en", "lang=\"en\" dir=\"ltr\"", "4.5 out of 5"),
        ("de-AT", "lang=\"de\" dir=\"ltr\"", "4,5 von 5"),
        ("fr", "lang=\"fr\" dir=\"ltr\"", "4,5 sur 5"),
        ("es", "lang=\"es\" dir=\"ltr\"", "4,5 de 5"),
        ("ar", "lang=\"ar\" dir=\"rtl\"", "4.5 من 5"),
        ("ko", "lang=\"en\" dir=\"ltr\"", "2 reviews"),
    ] {
        let reply = read_in(language).await;
        assert!(reply.body.contains(tag) && reply.body.contains(says), "{language}: {}", reply.body);
        assert_eq!(reply.header("vary"), "accept-language, sec-fetch-dest, accept, accept-encoding");
    }
    shop.sets(json!({"language": "de"})).await;
    shop.jump(MINUTE);
    assert!(read_in("fr").await.body.contains("4,5 von 5"));
}

#[tokio::test]
async fn verification_origin_and_language_of_a_review_are_shown() {
    let shop = Shop::new().await;
    let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
    let order = json!({"status": "fulfilled", "currency": "EUR", "lines": [line]});
    shop.put("/api/v1/orders/A", &order).await.is(200);
    for order in ["A", "B"] {
        let fields = json!({"product_ids": [MUG], "order_id": order, "skip_email": true, "language": "de"});
        let (_, hub) = shop.created(fields).await;
        shop.review(&hub, 0).await;
        shop.jump(SECOND);
    }
    import(&shop, "format=afterword", &file(&[&format!("a,{MUG},3,,,Ann,,,,{}", shop.now())])).await;
    let page = json_of(&shop, path(".json")).await;
    let of = |name: &str| page["reviews"].list().iter().map(|review| review[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("imported"), [json!(true), json!(false), json!(false)]);
    assert_eq!(of("verified"), [json!(false), json!(false), json!(true)]);
    assert_eq!(of("verification"), ["none", "request", "order"]);
    assert_eq!(of("language"), [Value::Null, json!("de"), json!("de")]);
    assert_eq!(of("text"), [json!(""), json!("Lovely."), json!("Lovely.")]);
    let html = shop.reads(path(".html")).await.body;
    // Only `afterword-verified` has a check mark.
    for says in [
        "<span class=\"afterword-verified\">Verified purchase</span>",
        "<span class=\"afterword-asked\">Asked after an order</span>",
        "Written elsewhere",
    ] {
        assert_eq!(html.matches(says).count(), 1, "{says}: {html}");
    }
    assert_eq!(html.matches("<p class=\"afterword-text\" lang=\"de\" dir=\"auto\">").count(), 2, "{html}");
    let ld = json_ld(&html).unwrap();
    assert_eq!((&ld["review"][0]["author"]["name"], ld["review"][0].get("reviewBody")), (&json!("Ann"), None));
}

#[tokio::test]
async fn the_ground_that_all_reviews_have_is_said_once() {
    let shop = Shop::new().await;
    let mug = json!({"title": "Mug", "image_url": "https://cdn.example/mug.png", "url": "https://fern.example/mug"});
    shop.put(format!("/api/v1/products/{MUG}"), &mug).await.is(200);
    let said = async |reviews: u64, times: usize| {
        let page = json_of(&shop, path(".json?lang=en")).await;
        let says = "Asked after an order";
        let is_common = reviews == 2 && times == 1;
        assert_eq!(page["ground"], if is_common { json!(says) } else { Value::Null }, "{page}");
        assert_eq!((&page["rating"]["count"], &page["reviews"][0].get("marks").is_some()), (&json!(reviews), &true));
        let html = shop.reads(path(".html")).await.body;
        assert_eq!(html.matches(says).count(), times, "{html}");
        html
    };
    for (order, reviews) in [("A", 1), ("B", 2)] {
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "order_id": order, "skip_email": true})).await;
        shop.review(&hub, 0).await;
        said(reviews, 1).await;
    }
    write(&shop, &[]).await;
    let html = said(3, 2).await;
    // Beside the average, and in the line of the name.
    html.shows([
        "3 reviews</span> <span class=\"afterword-write\"><a rel=\"nofollow\"",
        " · <span class=\"afterword-report\"><a",
    ]);
    html.lacks(["afterword-picture"]);
    let page =
        shop.call("GET", path(".html")).without_key().header("sec-fetch-dest", "document").send().await.is(200).body;
    page.shows([
        "<a href=\"https://fern.example/mug\"><img class=\"afterword-picture\" src=\"https://cdn.example/mug.png\"",
        "<h1 class=\"afterword-title\"><a href=\"https://fern.example/mug\">",
    ]);
}
