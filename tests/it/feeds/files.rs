//! The file for Google. A second reader computes it from the API and finds no difference. `tests/stories/feeds/google.story` tells
//! what is in it, when it is written anew, and who may fetch it.

use super::schema::{self, Element};
use crate::hub::photos::view;
use crate::importing::{file, import};
use crate::reviews::export::populate;
use crate::sending::reconcile;
use crate::support::*;

/// Longer than the time between two looks at a shop's file.
const LOOKED_AT_WITHIN: SignedDuration = SignedDuration::from_mins(70);

/// Publishes a review with a purchase behind it, of a product that has no page, and has the file made.
pub async fn turn_on(shop: &Shop) {
    let bea = json!({"email": "bea@example.com"});
    let order = json!({"status": "delivered", "currency": "EUR", "buyer": bea,
        "lines": [{"catalog_item_id": "shopify-77", "title": "Bowl", "unit_price": 900, "quantity": 1}]});
    shop.put("/api/v1/orders/bowl", &order).await.is(200);
    let request =
        json!({"email": "bea@example.com", "order_id": "bowl", "product_ids": ["shopify-77"], "skip_email": true});
    reviewed(shop, request).await;
    // Reconcile looks at what is two minutes late.
    shop.jump(MINUTE * 3);
    reconcile::run(shop).await;
    shop.settle().await;
}

pub async fn describe(shop: &Shop, product: &str, fields: Value) {
    shop.put(format!("/api/v1/products/{product}"), &fields).await.is(200);
}

pub async fn ask(shop: &Shop) -> Reply {
    shop.reads("/feeds/fern/google.xml").await
}

async fn fetch(shop: &Shop) -> String {
    let reply = ask(shop).await.is(302);
    let file = view(shop, reply.header("location"));
    assert_eq!(file.status(), 200);
    String::from_utf8(file.body().to_vec()).unwrap()
}

pub async fn google(shop: &Shop) -> Vec<Element> {
    schema::reviews(&fetch(shop).await)
}

pub async fn reviewed(shop: &Shop, request: Value) {
    let (_, hub) = shop.created(request).await;
    shop.review(&hub, 0).await;
}

/// What a review's row must have: id, whether it is verified, whether something was given for it, stars, name, time, headline,
/// text, language, product's page, GTINs, product's title, MPN, SKU, brand and how it was collected.
type Row = Vec<String>;

async fn recomputed(shop: &Shop) -> Vec<Row> {
    let (mut products, mut rows) = (BTreeMap::new(), Vec::new());
    let mut path = Some("/api/v1/reviews.jsonl?state=published".to_owned());
    while let Some(page) = path.take() {
        let reply = shop.get(page).await.is(200);
        path = reply.next();
        for line in reply.body.lines() {
            let review: Value = serde_json::from_str(line).unwrap();
            let Some(id) = review["external_product_id"].as_str() else { continue };
            if !products.contains_key(id) {
                let product = shop.get(format!("/api/v1/products/{id}")).await;
                products.insert(id.to_owned(), if product.status == 200 { product.json() } else { Value::Null });
            }
            rows.extend(expected(&review, &products[id]));
        }
    }
    rows.sort();
    rows
}

/// A text without characters that XML forbids.
fn printable(text: &str) -> String {
    let is_kept = |c: &char| *c == '\n' || *c == '\t' || !c.is_control() && *c != '\u{fffe}' && *c != '\u{ffff}';
    text.chars().filter(is_kept).collect::<String>().trim().to_owned()
}

fn expected(review: &Value, product: &Value) -> Option<Row> {
    let text = |value: &Value| printable(value.as_str().unwrap_or_default());
    let page = product["url"].as_str()?.replace("https://fern.myshopify.com", "https://fern.example");
    let content = text(&review["content"]);
    if content.is_empty() {
        return None;
    }
    let texts = |list: &Value| list.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(" ");
    let of = |value: &Value, names: &str| names.split(' ').map(|name| text(&value[name])).collect::<Vec<_>>();
    let is_verified = (review["verification"] == "order").to_string();
    let method = if review["origin"] == "hub" { "post_fulfillment" } else { "" };
    let numbers = ["id", "incentivized", "rating"].map(|name| review[name].to_string());
    let [id, incentivized, rating] = numbers;
    let review = of(review, "reviewer_name review_created_at title content language");
    let product = [vec![page, texts(&product["gtin"])], of(product, "title mpn sku brand")].concat();
    Some([vec![id, is_verified, incentivized, rating], review, product, vec![method.to_owned()]].concat())
}

fn of_google(review: &Element) -> Row {
    let text = |path: &[&str]| review.text_at(path).unwrap_or_default().to_owned();
    let product = |path: &[&str]| text(&[&["products", "product"][..], path].concat());
    let ids = |list: &str| review.texts_at(&["products", "product", "product_ids", list]).join(" ");
    let is_anonymous = !review.find("reviewer").unwrap().find("name").unwrap().attributes.is_empty();
    let name = if is_anonymous { String::new() } else { text(&["reviewer", "name"]) };
    assert_eq!(text(&["review_url"]), format!("{}#reviews", product(&["product_url"])));
    let of = |names: &str| names.split(' ').map(|name| text(&[name])).collect::<Vec<_>>();
    let of_product = vec![product(&["product_url"]), ids("gtins"), product(&["product_name"])];
    [
        of("review_id is_verified_purchase is_incentivized_review"),
        vec![text(&["ratings", "overall"]), name],
        of("review_timestamp title content review_language"),
        of_product,
        ["mpns", "skus", "brands"].map(ids).to_vec(),
        of("collection_method"),
    ]
    .concat()
}

/// Compares the file with what the API tells, and returns how many reviews it has.
async fn are_as_the_api_tells(shop: &Shop) -> usize {
    let expected = recomputed(shop).await;
    let mut of_google: Vec<_> = google(shop).await.iter().map(of_google).collect();
    of_google.sort();
    assert_eq!(of_google, expected);
    expected.len()
}

#[tokio::test]
async fn a_shop_without_pages_of_products_has_a_file_without_reviews() {
    let shop = Shop::new().await;
    ask(&shop).await.is_error(404, "not_found");
    // More products than DynamoDB reads in a call.
    let row = |n: usize| format!("r-{n},woo-{n},5,,{n}.,,,,,2024-01-01");
    let rows: Vec<_> = (0..150).map(row).collect();
    import(&shop, "format=afterword", &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    turn_on(&shop).await;
    assert_eq!(are_as_the_api_tells(&shop).await, 0);
    fetch(&shop).await.shows(["<publisher><name>Fern &amp; Oak</name></publisher>"]).lacks(["<reviews"]);
    let reply = ask(&shop).await;
    assert_eq!(reply.header("last-modified"), "Fri, 20 Nov 2026 06:03:00 GMT");
    assert_eq!(reply.header("cache-control"), "public, max-age=300");
    assert_eq!(view(&shop, reply.header("location")).headers()["content-type"], "application/xml; charset=utf-8");
    shop.sets(json!({"public_display": false})).await;
    shop.advance(LOOKED_AT_WITHIN).await;
    assert_eq!(shop.aws().objects(), [""; 0]);
}

/// Texts that are odd in XML.
const ODD: [&str; 8] = [
    "]]> and <![CDATA[ and &amp; and <!-- no comment",
    "=SUM(A1:A9), \"quoted\"; 'single'",
    "Line one.\nLine two.\n\nLine four.",
    "مراجعة رائعة جدا 👍🏽",
    "\u{202e}turned around\u{202c} and \u{fffe}no character\u{ffff}",
    "👨‍👩‍👧‍👦 liked it 🎉🎉🎉",
    "Größe paßt, naïve café, 日本語",
    "</content></review></reviews></feed>",
];

/// The emoji of all texts together, which are more than the five MiB of a part.
const LONG: u64 = 1_920_000;

/// `FEED_REVIEWS=100000` makes a long run.
#[tokio::test]
async fn six_hundred_reviews_with_odd_texts_are_written_in_parts() {
    let many: u64 = std::env::var("FEED_REVIEWS").map_or(600, |many| many.parse().unwrap());
    let shop = Shop::new().await;
    shop.sets(json!({"storefront_url": "https://fern.example"})).await;
    describe(&shop, MUG, json!({"title": "Mug", "url": "https://fern.myshopify.com/products/mug", "sku": "MUG"})).await;
    let long = "🧺".repeat(usize::try_from(LONG / many).unwrap().min(4_000));
    populate(&shop, many, |number| {
        let odd = ODD[usize::try_from(number % 8).unwrap()];
        if number % 10 < 9 { format!("{odd} {long}") } else { odd.to_owned() }
    })
    .await;
    shop.aws().take_calls();
    turn_on(&shop).await;
    let calls = shop.aws().take_calls();
    let count = |operation: &str| calls.iter().filter(|call| call.operation == operation).count();
    assert_eq!((count("CreateMultipartUpload"), count("CompleteMultipartUpload"), count("PutObject")), (1, 1, 0));
    assert!(count("UploadPart") >= 2, "{}", count("UploadPart"));
    assert_eq!(are_as_the_api_tells(&shop).await as u64, many);
    let mine = |key: &&String| key.starts_with("feeds/");
    assert_eq!(shop.aws().objects().iter().filter(mine).count(), 1);
}
