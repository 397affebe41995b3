//! The photos of a file's rows: in several columns, in lists, and addresses without a scheme.

use small_aws::Call;

use super::{errors, import, import_as, numbers, reviews};
use crate::reviews::fetched_photos::FETCHED;
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;

#[tokio::test]
async fn each_systems_photos_are_fetched_also_from_several_columns_and_lists() {
    let host = Host::new().await;
    let [a, b, c] = [30, 31, 32].map(|width| host.photo(width));
    let comma = host.at("/w_100,h_100/e.png");
    let three = "format=generic&platform=shopify&columns=photo_urls=photo_1,photo_urls=photo_2,photo_urls=photo_3";
    let columns = "product_id,rating,created_at,photo_1,photo_2,photo_3\n7,5,2024-01-05";
    let json = json!({"pics": [a, b], "more": {"url": c}, "product_id": 7, "rating": 5, "created_at": "2024-01-05"});
    let of_json = "format=generic&platform=shopify&columns=photo_urls=pics,photo_urls=more_url";
    let okendo = "productId,rating,dateCreated,imageUrls\n7,5,2025-03-02";
    let yotpo = "Review ID;Review Creation Date;Review Score;Product ID;Published Image URLs\n1;2025-03-02;5;7";
    let webtoffee =
        "comment_ID,comment_post_ID,comment_date_gmt,comment_approved,rating,photo_urls\n1,7,2025-03-02,1,5";
    for (query, file, photos) in [
        (three, format!("{columns},{a},{b},{c}\n"), 3),
        // A part may be a list, or empty.
        (three, format!("{columns},,\"{a},{b}\",{c}\n"), 3),
        (of_json, json.to_string(), 3),
        ("format=okendo", format!("{okendo},{a};{b}\n"), 2),
        ("format=okendo", format!("{okendo},\"[\"\"{a}\"\",\"\"{b}\"\"]\"\n"), 2),
        // There is no picture at this address, which has a comma.
        ("format=okendo", format!("{okendo},\"{comma}\"\n"), 0),
        ("format=loox", format!("id,status,rating,date,productId,img\n1,Active,5,2025-03-02,7,\"{a},{b}\"\n"), 2),
        ("format=loox", format!("product_Id,rating,created_at,photo_url\n7,5,2025-03-02,{a}\n"), 1),
        ("format=yotpo&platform=shopify", format!("{yotpo};\"{a};{b}\"\n"), 2),
        ("format=cusrev", format!("id,review_score,date,product_id,media\n1,5,02.03.2025,7,\"{a},{b}\"\n"), 2),
        ("format=webtoffee", format!("{webtoffee},{a} {b}\n"), 2),
    ] {
        let shop = Shop::new().await;
        let content_type = if file.starts_with('{') { "application/json" } else { "text/csv" };
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
    let judgeme = ("judgeme", "body,rating,review_date,product_id,picture_urls\nA,5,2024-01-05,7");
    let yotpo =
        ("yotpo", "review_id,published,review_score,date,product_id,published_image_url\n1,true,5,2024-01-05,7");
    for ((format, row), cell, photos) in [
        (judgeme, "//cdn.example/a.jpg", &["a.jpg"][..]),
        (judgeme, "http://cdn.example/g.jpg", &["g.jpg"]),
        (yotpo, "//cdn.example/b.jpg;//cdn.example/b,c.jpg", &["b.jpg", "b,c.jpg"]),
        (judgeme, "https://cdn.example/d.jpg,//cdn.example/e.jpg", &["d.jpg", "e.jpg"]),
        (judgeme, "[\"\"//cdn.example/f.jpg\"\"]", &["f.jpg"]),
    ] {
        let row = row.replace("\nA", &format!("\n{}", photos[0]));
        let done = import(&shop, &format!("format={format}&platform=shopify"), &format!("{row},\"{cell}\"\n")).await;
        assert_eq!((numbers(&done).1, errors(&done)), (1, vec![]), "{cell}: {done}");
        for photo in photos {
            assert!(ordered.lock().unwrap().contains(&format!("https://cdn.example/{photo}")), "{photo}");
        }
    }
}
