//! The size of answers as sent: the customer's page with few and with many products, and compressed answers.

use crate::support::*;

/// The maximum number of bytes for the customer's page and everything that it loads from our host.
const FIRST_VIEW_BYTES_MAX: usize = 60_000;
const CODINGS: &str = "gzip, deflate, br, zstd";
/// The path of the page of a request about this many products, each with a title and a picture.
async fn asked_about(shop: &Shop, products: usize) -> String {
    let kinds = ["Serving Board", "Plant Pot", "Linen Apron", "Candle Holder", "Tea Towel"];
    let mut ids = Vec::new();
    for number in 0..products {
        let id = format!("shopify-{}", 7_125_386_199_100_u64 + 7_919 * number as u64);
        let picture = format!("https://cdn.example/files/{:08x}/picture-{number}_640x.jpg", number * 2_654_435_761);
        let product = json!({"title": format!("{} {}", kinds[number % 5], number * 37), "image_url": picture});
        shop.put(format!("/api/v1/products/{id}"), &product).await.is(200);
        ids.push(id);
    }
    shop.created(json!({"skip_email": true, "name": "Jane Doe", "product_ids": ids})).await.1
}

/// Gives the first product a review of 600 characters.
async fn reviewed(shop: &Shop) {
    let hub = asked_about(shop, 1).await;
    let text = "It pours well, and it is easy to clean. ".repeat(15);
    shop.writes(&hub, &[("rating", "5"), ("text", &text), ("display_name", "Jane")]).await.is(303);
}

fn with_codings<'a>(shop: &'a Shop, method: &'a str, path: &str, codings: &str) -> Call<'a> {
    shop.call(method, path).header("user-agent", BROWSER).header("accept-encoding", codings)
}

/// The bytes of an answer: its status line, its headers and its body.
fn bytes_of(reply: &Reply) -> usize {
    let header =
        |(name, value): (&_, &axum::http::HeaderValue)| axum::http::HeaderName::as_str(name).len() + value.len() + 4;
    "HTTP/1.1 200 OK\r\n\r\n".len() + reply.headers.iter().map(header).sum::<usize>() + reply.body_bytes
}

#[tokio::test]
async fn a_first_view_has_at_most_60_kb_with_1_5_10_and_50_products() {
    for products in [1, 5, 10, 50] {
        let shop = Shop::new().await;
        let hub = asked_about(&shop, products).await;
        let page = with_codings(&shop, "GET", &hub, CODINGS).without_key().send().await;
        assert_eq!((page.status.as_u16(), page.body.matches("<img").count()), (200, products));
        let mut bytes = bytes_of(&page);
        let assets: BTreeSet<_> = assets_of(&page.body).into_iter().collect();
        assert_eq!(assets.len(), 2, "a stylesheet and a script");
        for asset in assets {
            bytes += bytes_of(&with_codings(&shop, "GET", asset, CODINGS).without_key().send().await);
        }
        println!("{products} products: {bytes} bytes, {} of them the page's {}", page.body_bytes, page.body.len());
        assert!(bytes <= FIRST_VIEW_BYTES_MAX, "{products} products: {bytes} bytes");
    }
}

#[tokio::test]
async fn pages_files_and_lists_are_compressed_for_clients_that_accept_it() {
    let shop = Shop::new().await;
    let hub = asked_about(&shop, 5).await;
    for _ in 0..5 {
        reviewed(&shop).await;
    }
    let page = shop.browse(&hub).await.body;
    let [public, product] = ["html", "json"].map(|kind| format!("/p/fern/shopify-7125386199100.{kind}"));
    let mut paths = vec![hub.as_str(), &public, &product, "/trust/fern", "/openapi.json", "/openapi.native.json"];
    paths.extend(["/api/v1/reviews", "/api/v1/reviews.csv", "/api/v1/reviews.jsonl", "/api/v1/review-requests"]);
    paths.extend(assets_of(&page));
    for path in paths {
        let read = async |method, codings| with_codings(&shop, method, path, codings).send().await;
        let [plain, small, head] = [read("GET", "br").await, read("GET", CODINGS).await, read("HEAD", CODINGS).await];
        assert_eq!((plain.status.as_u16(), small.status.as_u16()), (200, 200), "{path}");
        assert_eq!((plain.header("content-encoding"), small.header("content-encoding")), ("", "gzip"), "{path}");
        for reply in [&plain, &small, &head] {
            assert!(reply.header("vary").ends_with("accept-encoding"), "{path}: {:?}", reply.headers);
        }
        assert_eq!(small.body, plain.body, "{path}");
        assert!(small.body_bytes * 10 < plain.body_bytes * 7, "{path}: {} of {}", small.body_bytes, plain.body_bytes);
        assert_eq!((head.body_bytes, head.header("content-encoding")), (0, "gzip"), "{path}");
        assert_eq!(head.header("content-length"), small.body_bytes.to_string(), "{path}");
    }
    for path in ["/api/v1/stats", "/api/v1/settings"] {
        let reply = with_codings(&shop, "GET", path, CODINGS).send().await;
        assert!(reply.body_bytes < 1_024, "{path}");
        assert_eq!((reply.header("content-encoding"), reply.header("vary")), ("", ""), "{path} is small");
    }
}
