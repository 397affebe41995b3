//! Columns in parts, stars in words, addresses without a scheme, and the shop by another system's word.

use small_aws::Call;

use super::{errors, import, import_as, numbers, post, reviews};
use crate::console::{MARA, Visitor};
use crate::reviews::fetched_photos::FETCHED;
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;

const OKENDO: &str = "format=okendo";

/// The name and the number of photos of the shop's only review.
async fn name_and_photos(shop: &Shop) -> (Value, usize) {
    shop.advance(FETCHED).await;
    let [review] = &reviews(shop).await[..] else { panic!("one review") };
    (review["reviewer_name"].clone(), review["photos"].list().len())
}

#[tokio::test]
async fn names_and_photos_may_come_in_several_columns() {
    let host = Host::new().await;
    let [a, b, c] = [30, 31, 32].map(|width| host.photo(width));
    let columns =
        "columns=name=author_first_name,name=author_last_name,photo_urls=photo_1,photo_urls=photo_2,photo_urls=photo_3";
    let head = "product_id,rating,author_first_name,author_last_name,body,created_at,photo_1,photo_2,photo_3\n";
    let json = json!({"last": "Doe", "first": "Jane", "pics": [a, b], "more": {"url": c}, "product_id": 7, "rating": 5,
        "created_at": "2024-01-05"});
    let semicolons =
        format!("Nachname;Vorname;Bild A;Bild B;product_id;rating;created_at\nDoe;Jane;{a};{b};7;5;2024-01-05\n");
    for (query, content_type, file, expected) in [
        (columns, "text/csv", format!("{head}8400,5,Jane,Doe,Good.,2024-01-05,{a},{b},{c}\n"), ("Jane Doe", 3)),
        // Empty parts leave nothing behind, and a part may be a list.
        (columns, "text/csv", format!("{head}8400,5, ,Doe,Good.,2024-01-05,,\"{a},{b}\",{c}\n"), ("Doe", 3)),
        (
            "columns=name=first,name=last,photo_urls=pics,photo_urls=more_url",
            "application/json",
            json.to_string(),
            ("Jane Doe", 3),
        ),
        // The order is that of the call.
        (
            "columns=photo_urls=Bild A,name=Vorname,name=Nachname,photo_urls=Bild B",
            "text/csv",
            semicolons,
            ("Jane Doe", 2),
        ),
    ] {
        let shop = Shop::new().await;
        let query = format!("format=generic&platform=shopify&{}", query.replace(' ', "%20"));
        let done = import_as(&shop, &query, content_type, &file).await;
        assert_eq!((numbers(&done), &done["unread_columns"]), ((1, 1, 0), &json!([])), "{done}");
        assert_eq!(name_and_photos(&shop).await, (json!(expected.0), expected.1), "{file}");
    }
    let shop = Shop::new().await;
    for field in ["rating", "status", "created_at", "body"] {
        let query = format!("format=generic&platform=shopify&columns={field}=A,{field}=B");
        let refused = post(&shop, &query, "text/csv", "").await;
        refused.is_error(422, "invalid_columns");
        refused.shows([&*format!("`columns` names {field} twice")]);
    }
}

#[tokio::test]
async fn stars_are_read_in_any_case_and_in_words() {
    let shop = Shop::new().await;
    let read = [
        ("5.0 out of 5 stars", 5),
        ("5 STARS", 5),
        ("4/5 Stars", 4),
        ("1 Star", 1),
        ("3 out of 5", 3),
        ("Rated 2 out of 5", 2),
        ("Rated 4 out of 5 stars", 4),
        ("⭐⭐⭐⭐⭐", 5),
        ("⭐️⭐️⭐️", 3),
        ("★★★★☆", 4),
        ("4,0 / 5", 4),
        ("5 ★", 5),
    ];
    let row = |(n, text): (usize, &str)| format!("8399,\"{text}\",s{n},2024-01-05\n");
    let file = |texts: &[&str]| {
        "productId,rating,body,dateCreated\n".to_owned()
            + &texts.iter().copied().enumerate().map(row).collect::<String>()
    };
    assert_eq!(numbers(&import(&shop, OKENDO, &file(&read.map(|(text, _)| text))).await), (12, 12, 0));
    let found = reviews(&shop).await;
    for (n, (text, stars)) in read.iter().enumerate() {
        let review = found.iter().find(|review| review["content"] == format!("s{n}")).unwrap();
        assert_eq!(review["rating"], *stars, "{text}");
    }
    let told =
        ["4.8 out of 5", "out of 5", "10 out of 5", "9/10", "five stars", "5 von 5 Sternen", "⭐⭐⭐⭐⭐⭐", "Rated"];
    let done = import(&shop, OKENDO, &file(&told)).await;
    let lines = (2..).take(told.len()).map(|line| (line, Some("rating"), "invalid_rating"));
    assert_eq!(errors(&done), lines.collect::<Vec<_>>());
    let half = file(&["4.5 Out Of 5 Stars"]).replace("s0", "half");
    let rounded = import(&shop, OKENDO, &half).await;
    assert_eq!((numbers(&rounded), &rounded["notes"]), ((1, 1, 0), &json!({"half_stars": 1})));
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
    // Without slashes it may be anything.
    for cell in ["cdn.example/a.jpg", "/a.jpg"] {
        let done = import(
            &shop,
            OKENDO,
            &format!("productId,rating,body,dateCreated,imageUrls\n7,5,{cell},2024-01-05,{cell}\n"),
        )
        .await;
        assert_eq!(errors(&done), [(2, Some("imageUrls"), "photos_not_imported")], "{cell}");
    }
}

#[tokio::test]
async fn a_systems_word_for_the_shop_itself_is_no_product() {
    let head = "review_content,review_score,date,product_id,display_name,email,order_id,media\n";
    let yotpo = "review_id,published,review_score,date,product_id\n1,true,5,2024-01-05,yotpo_site_reviews\n";
    for (query, file, product) in [
        (
            "format=cusrev",
            format!("{head}Good shop.,5,\"2026-11-17 04:03:47\",-1,Fay,fay@example.com,,\n"),
            Value::Null,
        ),
        ("", format!("{head}Good shop.,5,2026-11-17 04:03:47,'-1,Fay,fay@example.com,,\n"), Value::Null),
        ("format=yotpo&platform=shopify", yotpo.to_owned(), Value::Null),
        ("format=cusrev", format!("{head}Good board.,5,2026-11-17 04:03:47,1,Fay,fay@example.com,,\n"), json!("woo-1")),
    ] {
        let shop = Shop::new().await;
        let done = import(&shop, query, &file).await;
        assert_eq!(numbers(&done), (1, 1, 0), "{done}");
        assert_eq!(reviews(&shop).await[0]["external_product_id"], product, "{file}");
    }
    // In other systems' files it is nothing.
    let done = import(&Shop::new().await, OKENDO, "productId,rating,dateCreated\n-1,5,2024-01-05\n").await;
    assert_eq!(errors(&done), [(2, Some("productId"), "unknown_product")]);
}

const COMMENTS: &str = "comment_ID,comment_post_ID,product_SKU,comment_author,comment_author_url,comment_author_email,comment_date,\
    comment_date_gmt,comment_content,comment_approved,comment_parent,user_id,comment_alter_id,rating\n";

/// A comment of WooCommerce's: its id, the review that it comments on, who wrote it with which user's number, and its stars.
fn comment(id: u32, parent: u32, email: &str, user: u32, text: &str, stars: &str) -> String {
    let day = "2025-03-01 10:00:00,2025-03-01 09:00:00";
    format!("{id},13,B-1,Who,,{email},{day},{text},1,{parent},{user},{id},{stars}\n")
}

#[tokio::test]
async fn the_shops_answers_come_with_their_reviews_and_nobody_elses() {
    let review = |id| comment(id, 0, "zoe@example.com", 0, &format!("Review {id}."), "5");
    let first_user = comment(13, 4, "admin@shop.example", 1, "Thanks!", "");
    let member = comment(13, 4, MARA, 0, "Thanks!", "");
    let customer = comment(14, 4, "carl@example.com", 0, "I agree.", "");
    let registered = comment(15, 4, "ida@example.com", 23, "Me too.", "");
    let waiting = first_user.replace(",1,4,1,", ",0,4,1,");
    let elsewhere = comment(16, 99, "admin@shop.example", 1, "Thanks!", "");
    let to_customer = comment(18, 14, "admin@shop.example", 1, "Thanks!", "");
    for (rows, answered, answers, skipped) in [
        (vec![review(4), review(5), first_user.clone(), customer.clone()], true, 1, 1),
        // Also before its review, and by a member of the shop; of two answers, the first.
        (vec![member, comment(17, 4, MARA, 1, "Once more.", ""), review(4), review(5)], true, 1, 1),
        (vec![review(4), review(5), registered, waiting, elsewhere, customer, to_customer], false, 0, 5),
    ] {
        let shop = Shop::new().await;
        let mara = Visitor::member(&shop, MARA, "owner").await;
        let file = COMMENTS.to_owned() + &rows.concat();
        for dry in ["&dry_run=true", ""] {
            let done = import(&shop, &format!("format=webtoffee{dry}"), &file).await;
            assert_eq!(
                (&done["answers"], numbers(&done)),
                (&json!(answers), (answers + skipped + 2, 2, skipped)),
                "{done}"
            );
            assert_eq!(done["skipped_for"], json!({"comment_on_review": skipped}));
        }
        let found = reviews(&shop).await;
        let of = |text: &str| found.iter().find(|review| review["content"] == text).unwrap()["reply"].clone();
        let expected = json!({"text": "Thanks!", "created_at": "2025-03-01T09:00:00Z", "updated_at": "2025-03-01T09:00:00Z",
            "before_edit": false});
        assert_eq!((of("Review 4."), of("Review 5.")), (if answered { expected } else { Value::Null }, Value::Null));
        let again = import(&shop, "format=webtoffee", &file).await;
        let page = mara.get(&format!("/console/files/{}", again["id"].text())).await.body;
        assert_eq!(page.contains("Your answers, which came with their reviews: 1"), answers == 1, "{page}");
        assert_eq!((&again["answers"], numbers(&again).1), (&json!(answers), 0));
    }
}
