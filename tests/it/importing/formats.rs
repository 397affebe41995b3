//! The headings of each vendor.

use super::{errors, import, import_as, numbers, reviews};
use crate::support::*;

/// Imports one row; the review, and what is reported.
async fn one(format: &str, csv: &str) -> (Option<Value>, Value) {
    let shop = Shop::new().await;
    let done = import(&shop, &format!("format={format}&platform=shopify"), csv).await;
    (reviews(&shop).await.pop(), done)
}

fn is(review: &Value, expected: &[(&str, Value)]) {
    for (field, expected) in expected {
        assert_eq!(review[field], *expected, "{field}");
    }
}

#[tokio::test]
async fn okendo_template() {
    let csv = "name,body,handle,productId,rating,sku,dateCreated,countryCode,email,imageUrls,isApproved,isIncentivized,\
        isRecommended,rejectedImageUrls,reply,replyDateCreated,replyIsPublic,title,videoUrls,isVerifiedBuyer,variantId\n\
        Jane D.,Holds two cups.,mug,7125386199075,4,M-1,2025-03-02T10:12:00Z,us,jane@example.com,\
        \"https://a.example/1.jpg,https://a.example/2.jpg\",true,false,true,,Thanks!,2025-03-03,true,Fine,,true,\n";
    let (review, done) = one("okendo", csv).await;
    is(
        &review.unwrap(),
        &[
            ("platform", json!("okendo")),
            ("external_product_id", json!("shopify-7125386199075")),
            ("rating", json!(4)),
            ("title", json!("Fine")),
            ("content", json!("Holds two cups.")),
            ("reviewer_name", json!("Jane D.")),
            ("review_created_at", json!("2025-03-02T10:12:00Z")),
            ("verification", json!("claimed")),
            ("is_verified_buyer", json!(false)),
            ("status", json!("approved")),
            (
                "reply",
                json!({"text": "Thanks!", "created_at": "2025-03-03T00:00:00Z", "updated_at": "2025-03-03T00:00:00Z", "before_edit": false}),
            ),
        ],
    );
    assert_eq!(errors(&done), [], "the photos are fetched afterwards");
    let (_, done) = one("okendo", &csv.replace("https://a.example/2", "http://a.example/2")).await;
    assert_eq!(errors(&done), [], "by https");
    let (_, done) = one("okendo", &csv.replace("https://a.example/2", " a.example/2")).await;
    assert_eq!(errors(&done), [(2, Some("imageUrls"), "photos_not_imported")]);
    let (review, _) = one("okendo", &csv.replace("2025-03-03,true", "2025-03-03,FALSE")).await;
    assert_eq!(review.unwrap()["reply"], Value::Null, "a private answer stays private");
    let (review, done) = one("okendo", &csv.replace(",7125386199075,", ",,")).await;
    assert_eq!((review, errors(&done)), (None, vec![(2, Some("handle"), "unknown_product")]));
    let (review, done) = one("okendo", &csv.replace(",mug,7125386199075,4,M-1,", ",,,4,,")).await;
    assert_eq!((review, errors(&done)), (None, vec![(2, Some("productId"), "invalid_product_id")]));
}

#[tokio::test]
async fn okendo_lines_of_json_have_the_same_names_and_an_id() {
    let shop = Shop::new().await;
    let line = json!({"reviewId": "o-1", "productId": "shopify-7", "rating": 5, "dateCreated": "2025-03-02T10:12:00.123Z",
        "body": "Lovely.", "name": "Jane", "email": "jane@example.com"});
    let done = import_as(&shop, "format=okendo", "application/x-ndjson", &line.to_string()).await;
    assert_eq!(numbers(&done), (1, 1, 0));
    is(&reviews(&shop).await[0], &[("external_review_id", json!("o-1")), ("external_product_id", json!("shopify-7"))]);
}

#[tokio::test]
async fn judgeme_export_and_template() {
    let csv = "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,\
        reply_date,picture_urls,ip_address,location\n\
        Fine,Holds two cups.,4,2025-03-02 10:12:00 UTC,web,ok,Jane,jane@example.com,7,mug,Thanks!,2025-03-03 08:00:00 UTC,\
        https://a.example/1.jpg,203.0.113.7,US\n";
    let (review, done) = one("judgeme", csv).await;
    is(
        &review.unwrap(),
        &[
            ("platform", json!("judgeme")),
            ("external_product_id", json!("shopify-7")),
            ("title", json!("Fine")),
            ("content", json!("Holds two cups.")),
            ("reviewer_name", json!("Jane")),
            ("review_created_at", json!("2025-03-02T10:12:00Z")),
            (
                "reply",
                json!({"text": "Thanks!", "created_at": "2025-03-03T08:00:00Z", "updated_at": "2025-03-03T08:00:00Z", "before_edit": false}),
            ),
        ],
    );
    assert_eq!(errors(&done), [], "the photo is fetched afterwards");
    let (_, done) = one("judgeme", &csv.replace("https://", "/")).await;
    assert_eq!(errors(&done), [(2, Some("picture_urls"), "photos_not_imported")]);
    let (review, _) = one("judgeme", &csv.replace("2025-03-02 10:12:00 UTC", "2/3/2025")).await;
    assert_eq!(review.unwrap()["review_created_at"], "2025-03-02T00:00:00Z", "the template's dd/mm/yyyy");
    let (review, _) = one("judgeme", &csv.replace(",7,mug,", ",,,")).await;
    assert_eq!(review.unwrap()["external_product_id"], Value::Null, "a review of the shop");
    let (_, done) = one("judgeme", &csv.replace(",7,mug,", ",,mug,")).await;
    assert_eq!(errors(&done), [(2, Some("product_handle"), "unknown_product")]);
}

#[tokio::test]
async fn yotpo_export_with_either_spelling() {
    let snake = "published,review_title,review_content,review_score,date,product_id,product_url,product_title,display_name,\
        email,comment_content,comment_public,comment_created_at,published_image_url\n";
    let spaced = "Published,Review Title,Review Content,Review Score,Date,Product ID,Product URL,Product Title,Display Name,\
        Email,Comment Content,Comment Public,Comment Created At,Published Image URL\n";
    let row = "true,Fine,Holds two cups.,4,2025-03-02,7,https://a.example/mug,Mug,Jane,jane@example.com,Thanks!,true,2025-03-03,\n";
    for head in [snake, spaced] {
        let (review, done) = one("yotpo", &(head.to_owned() + row)).await;
        is(
            &review.unwrap(),
            &[
                ("platform", json!("yotpo")),
                ("external_product_id", json!("shopify-7")),
                ("rating", json!(4)),
                ("title", json!("Fine")),
                ("content", json!("Holds two cups.")),
                ("reviewer_name", json!("Jane")),
                ("review_created_at", json!("2025-03-02T00:00:00Z")),
            ],
        );
        assert_eq!(done["errors"], json!([]));
    }
    let (review, _) = one("yotpo", &format!("{snake}{}", row.replace("Thanks!,true", "Thanks!,false"))).await;
    assert_eq!(review.unwrap()["reply"], Value::Null);
    let (review, _) = one("yotpo", &format!("{snake}{}", row.replace(",7,https://a.example/mug,Mug,", ",,,,"))).await;
    assert_eq!(review.unwrap()["external_product_id"], Value::Null, "a review of the shop");
}

#[tokio::test]
async fn loox_template_and_export() {
    let template = "product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase\n\
        mug,7,4,Jane D.,jane@example.com,Holds two cups.,2025-03-02,https://a.example/1.jpg,Thanks!,2025-03-03,true\n";
    let (review, done) = one("loox", template).await;
    is(
        &review.unwrap(),
        &[
            ("platform", json!("loox")),
            ("external_product_id", json!("shopify-7")),
            ("content", json!("Holds two cups.")),
            ("reviewer_name", json!("Jane D.")),
            ("is_verified_buyer", json!(false)),
            (
                "reply",
                json!({"text": "Thanks!", "created_at": "2025-03-03T00:00:00Z", "updated_at": "2025-03-03T00:00:00Z", "before_edit": false}),
            ),
        ],
    );
    assert_eq!(errors(&done), [], "the photo is fetched afterwards");
    let (_, done) = one("loox", &template.replace("https://", "/")).await;
    assert_eq!(errors(&done), [(2, Some("photo_url"), "photos_not_imported")]);
    let export = "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n\
        l-1,Active,5,j@example.com,Jane,Jane Doe,Lovely.,2025-03-02T08:00:00.000Z,7,mug,,M,true\n";
    let (review, _) = one("loox", export).await;
    let expected =
        [("external_review_id", json!("l-1")), ("reviewer_name", json!("Jane")), ("content", json!("Lovely."))];
    is(&review.unwrap(), &expected);
}

#[tokio::test]
async fn nothing_of_an_address_is_stored_in_clear() {
    let shop = Shop::new().await;
    let csv = "review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n\
        canary-id,,canary text,4,2025-03-02,canary name,canary@example.com,7\n";
    assert_eq!(numbers(&import(&shop, "format=judgeme&platform=shopify", csv).await), (1, 1, 0));
    let table = serde_json::to_string(&crate::support::table(&shop.world).await).unwrap();
    assert!(!table.contains("canary"), "sealed, or digests");
}
