//! The photos of a file's rows: in several columns, in lists, and addresses without a scheme.

use small_aws::Call;

use super::{errors, import, import_as, numbers, reviews};
use crate::reviews::fetched_photos::FETCHED;
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;

#[tokio::test]
async fn photos_may_come_in_several_columns_and_in_lists() {
    let host = Host::new().await;
    let [a, b, c] = [30, 31, 32].map(|width| host.photo(width));
    let comma = host.at("/w_100,h_100/e.png");
    let three = "format=generic&platform=shopify&columns=photo_urls=photo_1,photo_urls=photo_2,photo_urls=photo_3";
    let json = json!({"pics": [a, b], "more": {"url": c}, "product_id": 7, "rating": 5, "created_at": "2024-01-05"});
    let of_json = "format=generic&platform=shopify&columns=photo_urls=pics,photo_urls=more_url";
    let head = "productId,rating,dateCreated,imageUrls\n";
    for (query, content_type, file, photos) in [
        (
            three,
            "text/csv",
            format!("product_id,rating,created_at,photo_1,photo_2,photo_3\n7,5,2024-01-05,{a},{b},{c}\n"),
            3,
        ),
        // A part may be a list, or empty.
        (
            three,
            "text/csv",
            format!("product_id,rating,created_at,photo_1,photo_2,photo_3\n7,5,2024-01-05,,\"{a},{b}\",{c}\n"),
            3,
        ),
        (of_json, "application/json", json.to_string(), 3),
        ("format=okendo", "text/csv", format!("{head}7,5,2025-03-02,{a};{b}\n"), 2),
        ("format=okendo", "text/csv", format!("{head}7,5,2025-03-02,\"[\"\"{a}\"\",\"\"{b}\"\"]\"\n"), 2),
        // There is no picture at this address, which has a comma.
        ("format=okendo", "text/csv", format!("{head}7,5,2025-03-02,\"{comma}\"\n"), 0),
    ] {
        let shop = Shop::new().await;
        let done = import_as(&shop, query, content_type, &file).await;
        assert_eq!((numbers(&done), &done["unread_columns"], errors(&done)), ((1, 1, 0), &json!([]), vec![]), "{done}");
        shop.advance(FETCHED).await;
        assert_eq!(reviews(&shop).await[0]["photos"].list().len(), photos, "{file}");
    }
    assert!(host.asked().iter().any(|path| path == "/w_100,h_100/e.png"), "{:?}", host.asked());
}

#[tokio::test]
async fn an_address_without_a_scheme_is_tried_as_https() {
    let shop = Shop::new().await;
    let ordered = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&ordered);
    shop.aws().set_tampering(move |call: &Call, body: &mut Value| {
        if call.operation.starts_with("SendMessage") {
            *log.lock().unwrap() += &body.to_string();
        }
    });
    let judgeme = "title,body,rating,review_date,reviewer_name,product_id,picture_urls\n,A,5,2024-01-05,Jo,7,";
    let yotpo = "review_id,published,review_score,date,product_id,published_image_url\n1,true,5,2024-01-05,7,";
    for (n, (query, row, cell, photos)) in [
        ("format=judgeme&platform=shopify", judgeme, "//cdn.example/a.jpg", &["a.jpg"][..]),
        ("format=judgeme&platform=shopify", judgeme, "http://cdn.example/g.jpg", &["g.jpg"]),
        ("format=yotpo&platform=shopify", yotpo, "//cdn.example/b.jpg;//cdn.example/b,c.jpg", &["b.jpg", "b,c.jpg"]),
        (
            "format=judgeme&platform=shopify",
            judgeme,
            "https://cdn.example/d.jpg,//cdn.example/e.jpg",
            &["d.jpg", "e.jpg"],
        ),
        ("format=judgeme&platform=shopify", judgeme, "[\"\"//cdn.example/f.jpg\"\"]", &["f.jpg"]),
    ]
    .into_iter()
    .enumerate()
    {
        let done = import(&shop, query, &format!("{}\"{cell}\"\n", row.replace(",A,", &format!(",{n},")))).await;
        assert_eq!((numbers(&done).1, errors(&done)), (1, vec![]), "{cell}: {done}");
        for photo in photos {
            assert!(ordered.lock().unwrap().contains(&format!("https://cdn.example/{photo}")), "{photo}");
        }
    }
}
