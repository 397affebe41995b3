//! Each call, parameter and error.

use super::{IMPORTS, file, import, numbers, post, reviews, shown};
use crate::support::*;

fn row() -> String {
    file(&[&format!("r-1,{MUG},4,Fine,Holds two cups.,Jane,,,,2025-03-02T10:12:00Z")])
}

#[tokio::test]
async fn an_import_has_exactly_its_fields() {
    let shop = Shop::new().await;
    let asked = post(&shop, "format=afterword", "text/csv", &row()).await.is(201);
    let fields = words(
        "answers contact_data dry_run earlier_system errors format id imported kept notes platform published rows skipped \
        skipped_for status undone unread_columns upload waiting",
    );
    assert_eq!(keys(&asked.json()), fields);
    let (id, running) = (asked.json()["id"].clone(), shown(&shop, &asked.json()["id"]).await);
    assert_eq!(running, asked.json(), "the answer is that of GET");
    assert_eq!((&running["status"], numbers(&running)), (&json!("running"), (0, 0, 0)));
    shop.settle().await;
    let done = shown(&shop, &id).await;
    has(&done, json!({"status": "done", "format": "afterword", "dry_run": false}));
    assert_eq!((numbers(&done), &done["errors"], &done["upload"]), ((1, 1, 0), &json!([]), &Value::Null));
    assert_eq!(shop.aws().objects(), [""; 0], "the file is gone");
    shop.call("HEAD", format!("{IMPORTS}/{}", id.text())).send().await.is(200);
}

#[tokio::test]
async fn format_is_a_system_or_recognised_by_the_headings() {
    let shop = Shop::new().await;
    for query in ["format=", "format=x", "format=Okendo", "format=wix"] {
        post(&shop, query, "text/csv", &row()).await.is_error(422, "invalid_format");
    }
    for format in domain::import::ImportFormat::WORDS {
        let query = format!("format={format}&platform=shopify");
        assert_eq!(post(&shop, &query, "text/csv", &row()).await.json()["format"], format);
    }
    shop.settle().await;
    let asked = post(&shop, "", "text/csv", &row()).await.json();
    assert_eq!(asked["format"], Value::Null);
    shop.settle().await;
    assert_eq!(shown(&shop, &asked["id"]).await["format"], "afterword");
    let unknown = import(&shop, "", "colour,size\nred,4\n").await;
    assert_eq!((&unknown["status"], &unknown["errors"][0]["code"]), (&json!("failed"), &json!("unknown_format")));
}

#[tokio::test]
async fn other_parameters_have_rules() {
    let shop = Shop::new().await;
    for (query, code) in [
        ("platform=wix", "invalid_platform"),
        ("dates=year_first", "invalid_dates"),
        ("columns=stars", "invalid_columns"),
        ("columns=stars=Rating", "invalid_columns"),
    ] {
        post(&shop, query, "text/csv", &row()).await.is_error(422, code);
    }
}

#[tokio::test]
async fn numbers_of_products_need_their_platform() {
    let shop = Shop::new().await;
    for format in ["judgeme", "yotpo", "stamped", "generic"] {
        post(&shop, &format!("format={format}"), "text/csv", &row()).await.is_error(422, "platform_needed");
        post(&shop, &format!("format={format}&platform=woocommerce"), "text/csv", "").await.is(201);
    }
    for (format, platform) in [("okendo", "shopify"), ("loox", "shopify"), ("woocommerce", "woocommerce")] {
        let asked = post(&shop, &format!("format={format}"), "text/csv", "").await;
        assert_eq!((asked.status.as_u16(), &asked.json()["platform"]), (201, &json!(platform)));
    }
    let csv = "title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n,Fine.,4,2025-03-02,Jane,,7\n";
    let unknown = import(&shop, "", csv).await;
    assert_eq!((&unknown["status"], &unknown["errors"][0]["code"]), (&json!("failed"), &json!("platform_needed")));
    shop.connect("woocommerce", json!({"secret": "lettersanddigits0"})).await;
    let known = import(&shop, "format=judgeme", csv).await;
    assert_eq!((&known["platform"], numbers(&known)), (&json!("woocommerce"), (1, 1, 0)));
    assert_eq!(reviews(&shop).await[0]["external_product_id"], "woo-7");
    shop.connect("shopify", json!({})).await;
    post(&shop, "format=judgeme", "text/csv", csv).await.is_error(422, "platform_needed");
}

#[tokio::test]
async fn numbers_of_a_systems_own_file_stay_its_own_whatever_the_shop_is_connected_with() {
    let webtoffee = "comment_ID,comment_post_ID,comment_author,comment_date_gmt,comment_content,comment_approved,comment_parent,rating\n\
        5,7,Jo,2025-03-02 10:12:00,Heavy.,1,0,5\n";
    let loox = "id,status,rating,email,nickname,review,date,productId\nL1,Active,5,,Jo,Heavy.,2025-03-02,7\n";
    let secret = json!({"secret": "lettersanddigits0"});
    for (connection, body, csv, format, platform, product) in [
        ("shopify", json!({}), webtoffee, "webtoffee", "woocommerce", "woo-7"),
        ("woocommerce", secret, loox, "loox", "shopify", "shopify-7"),
    ] {
        let shop = Shop::new().await;
        shop.connect(connection, body).await;
        for query in [format!("format={format}&dry_run=true"), String::new()] {
            let done = import(&shop, &query, csv).await;
            assert_eq!((&done["format"], &done["platform"]), (&json!(format), &json!(platform)));
            assert_eq!(numbers(&done), (1, 1, 0), "{done}");
        }
        assert_eq!(reviews(&shop).await[0]["external_product_id"], product);
    }
    let shop = Shop::new().await;
    import(&shop, "platform=shopify", webtoffee).await;
    assert_eq!(reviews(&shop).await[0]["external_product_id"], "shopify-7", "the call's word comes first");
}

#[tokio::test]
async fn dry_run_is_true_or_false_and_writes_nothing() {
    let shop = Shop::new().await;
    for value in ["", "1", "yes", "True"] {
        let query = format!("format=afterword&dry_run={value}");
        post(&shop, &query, "text/csv", &row()).await.is_error(422, "invalid_dry_run");
    }
    let csv = format!("{}r-2,{MUG},9,,,,,,,2025-03-02\r\n", row());
    let before = crate::support::table(&shop.world).await;
    let dry = import(&shop, "format=afterword&dry_run=true", &csv).await;
    assert_eq!((&dry["dry_run"], &dry["status"], numbers(&dry)), (&json!(true), &json!("done"), (2, 1, 1)));
    assert_eq!(dry["skipped_for"], json!({"invalid_rating": 1}));
    let mut after = crate::support::table(&shop.world).await;
    after.retain(|item| !item["SK"]["S"].text().starts_with("IM"));
    let sorted = |mut items: Vec<Value>| {
        items.retain(|item| !item["SK"]["S"].text().starts_with("AK#"));
        items.sort_by_key(|item| format!("{} {}", item["PK"], item["SK"]));
        items
    };
    assert_eq!(sorted(after), sorted(before), "the import's record alone is new");
    let real = import(&shop, "format=afterword&dry_run=false", &csv).await;
    assert_eq!((numbers(&real), &real["errors"]), ((2, 1, 1), &dry["errors"]), "as the dry run said");
    let again = import(&shop, "format=afterword&dry_run=true", &csv).await;
    assert_eq!(numbers(&again), (2, 0, 2), "a dry run knows what is there");
}

#[tokio::test]
async fn the_body_is_csv_or_json_of_at_most_1_mib() {
    let shop = Shop::new().await;
    for content_type in ["application/xml", "text/plain", "", "multipart/form-data"] {
        post(&shop, "format=afterword", content_type, &row()).await.is_error(415, "unsupported_media_type");
    }
    let json = ["application/json", "Application/JSON; charset=utf-8", "application/x-ndjson"];
    for content_type in ["text/csv", "text/csv; charset=utf-8", "Text/CSV"].into_iter().chain(json) {
        assert_eq!(post(&shop, "format=afterword", content_type, &row()).await.status, 201, "{content_type}");
    }
    let encoded = shop.call("POST", format!("{IMPORTS}?format=afterword")).header("content-type", "text/csv");
    encoded.header("content-encoding", "gzip").body(row()).send().await.is_error(415, "unsupported_media_type");
    let long = format!("{}{}", row(), "x".repeat(1024 * 1024));
    let refused = post(&shop, "format=afterword", "text/csv", &long).await;
    refused.is_error(413, "payload_too_large");
    refused.shows(["1 MiB"]);
    let most = format!("{}{}", row(), "\n".repeat(1024 * 1024 - row().len()));
    assert_eq!(numbers(&import(&shop, "format=afterword", &most).await).0, 1);
}

#[tokio::test]
async fn a_record_is_stored_for_90_days() {
    let shop = Shop::new().await;
    import(&shop, "format=afterword", &row()).await;
    let items = crate::support::table(&shop.world).await;
    let record = items.iter().find(|item| item["SK"]["S"].text().starts_with("IMP#")).unwrap();
    let ttl: i64 = record["ttl"]["N"].text().parse().unwrap();
    assert_eq!(ttl, (shop.now() + SignedDuration::from_hours(24 * 90)).as_second());
}
