//! The reviews in a shop's page, and on their own page.

use crate::public::product_pages::gzip_bytes;
use crate::support::*;

const ALL: &str = "/p/fern/@all";

fn path(rest: &str) -> String {
    format!("/p/fern/{MUG}{rest}")
}

async fn open(shop: &Shop, path: String) -> String {
    shop.call("GET", path).without_key().header("sec-fetch-dest", "document").send().await.is(200).body
}

async fn write(shop: &Shop, stars: &[u8]) {
    for (number, stars) in stars.iter().enumerate() {
        let (stars, text) = (stars.to_string(), format!("Number {}.", number + 1));
        shop.rates(&[("rating", &stars), ("text", &text), ("display_name", "")]).await;
        shop.jump(SECOND);
    }
}

#[tokio::test]
async fn opened_by_itself_it_is_a_whole_page() {
    let shop = Shop::new().await;
    write(&shop, &[5, 4]).await;
    let contact = json!({"contact_url": "https://fern.example/contact"});
    shop.sets(&contact).await;
    let page = open(&shop, path(".html")).await;
    page.shows([
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>Reviews of Stoneware mug · Fern &#38; Oak</title>",
        "<a href=\"https://fern.example/contact\" dir=\"auto\">Fern &#38; Oak</a>",
        "<h1 class=\"afterword-title\">",
        "<a href=\"http://shop.example/trust/fern\">How <bdi>Fern &#38; Oak</bdi> publishes reviews</a>",
    ]);
    let fragment = shop.get(path(".html")).await;
    assert!(!fragment.body.contains("<html") && fragment.body.contains("<h2 class=\"afterword-title\">"));
    assert!(fragment.header("vary").contains("sec-fetch-dest"), "{}", fragment.header("vary"));
    for html in [&page, &fragment.body] {
        assert_eq!(html.matches("rel=\"stylesheet\"").count(), 1, "{html}");
    }
    open(&shop, format!("{ALL}.html")).await.shows(["<title>Reviews of Fern &#38; Oak</title>", "<h1 class="]);
}

#[tokio::test]
async fn who_opens_it_gets_a_whole_page_and_who_includes_it_a_fragment() {
    let shop = Shop::new().await;
    write(&shop, &[5]).await;
    for (name, value, is_whole) in [
        ("sec-fetch-dest", "document", true),
        ("sec-fetch-dest", "iframe", true),
        ("sec-fetch-dest", "empty", false),
        // Safari before 16.4, and Internet Explorer's successors behind proxies.
        ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
        ("accept", "text/html, application/xhtml+xml, image/jxr, */*", true),
        // PHP's and Ruby's clients, curl, and a script's `fetch`.
        ("accept", "*/*", false),
        ("accept", "*/*; q=0.5, text/html", false),
        ("accept", "application/json, text/html", false),
    ] {
        let page = shop.call("GET", path(".html")).without_key().header(name, value).send().await.is(200);
        assert_eq!(page.body.contains("<!doctype html>"), is_whole, "{name}: {value}");
        page.header("vary").shows(["sec-fetch-dest", "accept,"]);
    }
}

#[tokio::test]
async fn all_reviews_of_a_shop_name_what_they_are_about() {
    let shop = Shop::new().await;
    let mug = json!({"title": "Stoneware mug", "url": "https://fern.example/mug"});
    shop.put(format!("/api/v1/products/{MUG}"), &mug).await.is(200);
    for products in [json!([MUG]), json!(["shopify-9"]), json!([])] {
        let (_, hub) = shop.created(json!({"product_ids": products, "skip_email": true})).await;
        shop.review(&hub, 0).await;
        shop.jump(SECOND);
    }
    let page = shop.reads(format!("{ALL}.json")).await.json();
    let of_shop = |id: &str| json!({"id": id, "title": "Fern & Oak", "url": null});
    assert_eq!((&page["product"], &page["rating"]["count"]), (&of_shop("@all"), &json!(3)));
    assert_eq!((&page["pages"], &page["updated_at"]), (&json!(1), &json!(null)));
    let about: Vec<_> = page["reviews"].list().iter().map(|review| review["product"].clone()).collect();
    let unknown = json!({"id": "shopify-9", "title": null, "url": null});
    let known = json!({"id": MUG, "title": "Stoneware mug", "url": "https://fern.example/mug"});
    assert_eq!(about, [of_shop("@shop"), unknown, known]);
    let html = shop.reads(format!("{ALL}.html")).await.body;
    html.shows([
        "<h2 class=\"afterword-title\">Reviews of <bdi>Fern &#38; Oak</bdi></h2>",
        "<p class=\"afterword-about\"><bdi>Fern &#38; Oak</bdi></p>",
        "<p class=\"afterword-about\"><bdi>Product shopify-9</bdi></p>",
        "<p class=\"afterword-about\"><a href=\"https://fern.example/mug\" dir=\"auto\">Stoneware mug</a></p>",
    ]);
    html.lacks(["<script"]);
    shop.get(format!("{ALL}.jsonld")).await.is_error(404, "not_found");
    // A page about one product does not repeat its name.
    assert!(!shop.get(path(".html")).await.body.contains("afterword-about"));
    assert_eq!(shop.get(path(".json")).await.json()["reviews"][0].get("product"), None);
}

#[tokio::test]
async fn its_style_is_small_and_stored_for_good() {
    let shop = Shop::new().await;
    write(&shop, &[5]).await;
    let address = between(&shop.get(path(".html")).await.body, "rel=\"stylesheet\" href=\"", "\"").to_owned();
    let own = address.strip_prefix("http://shop.example").unwrap();
    let style = shop.reads(own).await;
    assert_eq!((style.status.as_u16(), style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(gzip_bytes(&style.body) <= 1_024, "{}", gzip_bytes(&style.body));
    let names = ["--afterword-accent", "--afterword-star", "--afterword-line"];
    assert!(names.iter().all(|name| style.body.contains(name)) && !style.body.contains("url("));
    let earlier = shop.reads("/p/fern/afterword.0123456789abcdef.css").await;
    assert_eq!((earlier.header("cache-control"), &earlier.body), ("no-store", &style.body));
    let page = open(&shop, path(".html")).await;
    let own = between(&page, "rel=\"stylesheet\" href=\"", "\"");
    let whole = shop.reads(format!("/p/fern/{own}")).await;
    assert_eq!(whole.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(whole.body.starts_with(&style.body), "one file, which has both: {}", whole.body);
}

#[test]
fn pages_have_the_colors_and_the_type_of_the_customers_page() {
    let [own, hub] = [
        include_str!("../../../functions/public-pages/assets/page.css"),
        include_str!("../../../shared/edge/assets/tokens.css"),
    ]
    .map(|css| css.replace(": ", ":").replace(", ", ","));
    let (own, hub) = (own.split_once("prefers-color-scheme").unwrap(), hub.split_once("prefers-color-scheme").unwrap());
    let mut count = 0;
    for (own, hub) in [(own.0, hub.0), (own.1, hub.1)] {
        for property in own.split(['{', ';', '}']).filter(|part| part.starts_with("--") && !part.contains("afterword"))
        {
            assert!(hub.contains(&format!("{property};")), "{property}");
            count += 1;
        }
    }
    assert_eq!(count, 14);
}

#[tokio::test]
async fn readers_choose_stars_and_order() {
    let shop = Shop::new().await;
    write(&shop, &[5, 3, 5, 1, 4, 5, 5, 5, 5, 5, 5, 5, 5]).await;
    for (list, calls) in [(format!("/p/fern/{MUG}"), 5), (ALL.to_owned(), 9)] {
        choose(&shop, &list, calls).await;
    }
}

async fn choose(shop: &Shop, list: &str, calls: usize) {
    let path = |rest: &str| format!("{list}{rest}");
    let numbers = async |query: &str| {
        let page = shop.reads(path(query)).await.json();
        let texts = page["reviews"].list().iter().map(|review| review["text"].owned());
        let numbers: Vec<usize> =
            texts.map(|text| text.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap()).collect();
        (numbers, page["pages"].number())
    };
    assert_eq!(numbers(".json").await, ((4..=13).rev().collect(), 2));
    assert_eq!(numbers(".json?stars=3").await, (vec![2], 1));
    assert_eq!(numbers(".json?stars=2").await, (vec![], 1));
    assert_eq!(numbers(".json?stars=5").await, (vec![13, 12, 11, 10, 9, 8, 7, 6, 3, 1], 1));
    assert_eq!(numbers(".json?sort=lowest").await, (vec![4, 2, 5, 13, 12, 11, 10, 9, 8, 7], 2));
    assert_eq!(numbers("/2.json?sort=highest").await, (vec![5, 2, 4], 2));
    for unknown in [".json?stars=6", ".json?stars=", ".html?sort=helpful", "/2.json?stars=3"] {
        shop.get(path(unknown)).await.is_error(404, "not_found");
    }
    let html = shop.get(path(".html?stars=5&sort=lowest")).await.body;
    let base = format!("http://shop.example{list}.html");
    html.shows([
        format!("<a href=\"{base}?stars=5&#38;sort=lowest\" aria-current=\"true\">5 stars</a>"),
        format!("<a href=\"{base}?stars=3&#38;sort=lowest\">3 stars</a>"),
        "<b>2 stars</b> <meter max=\"13\" value=\"0\" aria-hidden=\"true\"></meter> <span>0</span>".to_owned(),
        format!("<a href=\"{base}?stars=5&#38;sort=lowest\" aria-current=\"true\">Lowest rating</a>"),
        format!("<a href=\"{base}?stars=5\">Newest first</a>"),
        format!("<a href=\"{base}?sort=lowest\">All reviews</a>"),
    ]);
    shop.aws().take_calls();
    shop.get(path(".html?sort=lowest")).await;
    assert_eq!(shop.aws().take_calls().len(), calls, "as many as without");
}
