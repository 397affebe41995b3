//! Which numbers are phone numbers: dates, sizes and numbers of orders are published at once, and phone numbers wait.

use crate::console::{MARA, Visitor, shop};
use crate::importing::import_as;
use crate::support::*;

/// Shops in Germany, in the United States, and one that names no country.
async fn shops() -> [Shop; 3] {
    let shops = [Shop::new().await, Shop::new().await, Shop::new().await];
    for (shop, country) in shops.iter().zip(["DE", "US"]) {
        shop.sets(json!({"country": country})).await;
    }
    shops
}

/// Whether a text waits that a customer sends from the page of a request with these fields.
async fn waits(shop: &Shop, fields: Value, text: &str) -> bool {
    let mut request = json!({"product_ids": [MUG], "skip_email": true});
    request.as_object_mut().unwrap().extend(fields.object().clone());
    let (_, hub) = shop.created(request).await;
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", "4"), ("text", text), ("display_name", "")];
    shop.jump(SECOND);
    shop.submit("/review/hub/review", &form).await.is(303);
    shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["status"] == "pending"
}

/// On an English page.
const INNOCENT: [&str; 28] = [
    "I ordered on 2025-03-02 and it came on 2025-03-05.",
    "Bestellt am 12.12.2024, geliefert am 14.12.2024.",
    "Bought every year, 2019-2024.",
    "Sizes 38/40/42/44 all fit.",
    "Von 12/2023 bis 3/2024 jeden Tag benutzt.",
    "iPhone 12/13/14/15 all fit.",
    "10/10 100/100",
    "5/5 5/5 5/5 5/5",
    "1.000.000 steps",
    "Vom 24.12.-26.12.2024 kam nichts.",
    "EAN 4006381333931",
    "4 006381 333931 is on the box",
    "My order 1002003 was late.",
    "Order #100200300 was late.",
    "12/24/2024 and 12/26/2024, nothing came.",
    "2024/12/24 - 2025/01/06",
    "20241224, 20241226",
    "120 x 200 x 75, 1200 x 2000",
    "1,299.00 instead of 1.499.00",
    "99.90 99.90 99.90",
    "v10.0.19045.3803",
    "8.00-12.00 13.00-18.00",
    "08.00-12.00 13.00-18.00",
    "SN0171234567",
    "52.520008 13.404954",
    "38 40 42 44 46 48",
    "ISBN 978-3-16-148410-0",
    "2018/19, 2019/20 and 2020/2021",
];
/// On an English page, with the shops in which they wait.
const NUMBERS: [(&str, [bool; 3]); 13] = [
    ("Call 0171 234 56 78", [true, false, true]),
    ("0171–234–5678", [true, false, true]),
    ("0171 - 234 - 5678", [true, false, true]),
    ("089/1234567-8, every day 24/7", [true, false, true]),
    ("Size 38, 0171 2345678 24 hours", [true, false, true]),
    ("Ordered on 12.12.2024 0171 2345678", [true, false, true]),
    ("+49 (171) 234-5678", [true; 3]),
    ("+49 (0) 171 2345678", [true; 3]),
    ("0049 171 2345678", [true; 3]),
    ("+33 6 12 34 56 78", [true; 3]),
    ("(212) 555-0123", [true; 3]),
    ("1-212-555-0123", [true; 3]),
    ("07400 123456", [true; 3]),
];
/// Numbers as people disguise them, on an English page.
const DISGUISES: [(&str, [bool; 3]); 8] = [
    ("Call 0171_234_56_78", [true, false, true]),
    ("０１７１２３４５６７８", [true, false, true]),
    ("٠١٧١٢٣٤٥٦٧٨", [true, false, true]),
    ("𝟎𝟏𝟕𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", [true, false, true]),
    (
        "0\u{200b}1\u{200b}7\u{200b}1\u{200b}2\u{200b}3\u{200b}4\u{200b}5\u{200b}6\u{200b}7\u{200b}8",
        [true, false, true],
    ),
    ("０１７１。２３４．５６７８", [true, false, true]),
    ("＋４９ １７１ ２３４５６７８", [true; 3]),
    ("2 1 2 5 5 5 0 1 2 3", [true; 3]),
];

#[tokio::test]
async fn a_number_waits_if_it_is_a_phone_number_in_the_shops_country_or_the_pages_language() {
    let shops = shops().await;
    let innocent = INNOCENT.map(|text| (text, [false; 3]));
    let mut wrong = Vec::new();
    for (text, right) in innocent.into_iter().chain(NUMBERS).chain(DISGUISES) {
        for ((shop, right), place) in shops.iter().zip(right).zip(["DE", "US", "none"]) {
            if waits(shop, json!({"language": "en"}), text).await != right {
                wrong.push((place, text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let [_, american, _] = &shops;
    for (language, number) in
        [("pl", "600 123 456"), ("es", "612 345 678"), ("da", "20 12 34 56"), ("de", "0171 234 56 78")]
    {
        assert!(waits(american, json!({"language": language}), number).await, "{language}: {number}");
    }
    assert!(!waits(american, json!({"language": "en"}), "600 123 456").await);
}

#[tokio::test]
async fn the_reviews_own_order_is_no_phone_number() {
    let [_, shop, _] = shops().await;
    let texts = ["Order 2125550123 was late.", "#2125550123!", "212-555-0123 was late, 212 555 0123."];
    for (order, right) in [("2125550123", false), ("212-555-0123", false), ("2125550124", true)] {
        for (number, text) in texts.into_iter().enumerate() {
            let fields = json!({"order_id": order, "email": format!("sample{number}@example.com")});
            assert_eq!(waits(&shop, fields, text).await, right, "{order}: {text}");
        }
    }
}

#[tokio::test]
async fn numbers_in_a_file_are_judged_as_numbers_on_the_page_and_its_report_says_how_many_wait() {
    let texts: Vec<Value> = serde_json::from_str(include_str!("contact_data.json")).unwrap();
    let row = |(number, text): (usize, &Value)| {
        let row = json!({"external_review_id": number.to_string(), "product_id": MUG, "rating": 2, "body": text["text"],
            "language": text["language"], "created_at": "2025-03-02T10:12:00Z"});
        format!("{row}\n")
    };
    let rows: String = texts.iter().enumerate().map(row).collect();
    for (shop, place) in shops().await.iter().zip(["DE", "US", "none"]) {
        let done = import_as(shop, "format=afterword", "application/x-ndjson", &rows).await;
        let (mut wrong, mut waiting) = (Vec::new(), 0);
        for offset in [0, 100] {
            let page = shop.get(format!("/api/v1/reviews?limit=100&offset={offset}")).await.json();
            for review in page["reviews"].list() {
                let number: usize = review["external_review_id"].text().parse().unwrap();
                let is = if review["status"] == "pending" { "waits" } else { "published" };
                let text = &texts[number];
                // A number that is none where its language is spoken may be one in the shop's country.
                let right = if text["valid_in"] == place { &json!("waits") } else { &text["right"] };
                waiting += u64::from(right == "waits");
                if right != is {
                    wrong.push(text.clone());
                }
            }
        }
        assert!(wrong.is_empty(), "{place}: {} are wrong: {wrong:#?}", wrong.len());
        let right = [json!(texts.len()), json!(waiting), json!(waiting)];
        assert_eq!(["imported", "waiting", "contact_data"].map(|count| done[count].clone()), right, "{done}");
    }
}

#[tokio::test]
async fn a_report_tells_reviews_that_wait_for_contact_data_from_others() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let rows = [
        json!({"body": "Lovely."}),
        json!({"body": "Write to jane@example.com."}),
        json!({"body": "Fine.", "name": "www.example.com"}),
        json!({"body": "Call +49 171 2345678.", "is_published": false}),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(number, mut row)| {
            row.as_object_mut().unwrap().extend([
                ("external_review_id".to_owned(), json!(number.to_string())),
                ("product_id".to_owned(), json!(MUG)),
                ("rating".to_owned(), json!(4)),
                ("created_at".to_owned(), json!("2025-03-02")),
            ]);
            row.to_string()
        })
        .collect();
    for (query, moderation, right) in [
        ("format=afterword&dry_run=true", "hold", [0, 3, 0]),
        ("format=afterword&dry_run=true", "publish", [1, 2, 2]),
        ("format=afterword", "publish", [1, 2, 2]),
    ] {
        shop.sets(json!({"moderation": moderation})).await;
        shop.jump(SECOND);
        let done = import_as(&shop, query, "application/x-ndjson", &rows.join("\n")).await;
        assert_eq!(
            ["published", "waiting", "contact_data"].map(|count| done[count].clone()),
            right.map(Value::from),
            "{done}"
        );
        let page = mara.get(&format!("/console/files/{}", done["id"].text())).await.body;
        assert_eq!(page.contains("Of these, with contact details in the text: 2"), right[2] == 2, "{page}");
    }
}
