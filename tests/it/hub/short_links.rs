//! The code in an SMS: short, kept from everybody else, and cheap to refuse. `tests/stories/hub/short_links.story` tells
//! what its link does.

use vault::ShortCode;

use crate::support::*;

/// A shop that asked a customer by SMS, and the path of the link.
async fn asked() -> (Shop, String) {
    let (shop, phone) = (Shop::new().await, "+491711234567");
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": phone, "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    let link = link_in(&shop.inbox()[0]);
    (shop, link)
}

#[tokio::test]
async fn an_sms_has_a_link_of_12_characters_that_leaks_nothing_and_is_erased() {
    let (shop, link) = asked().await;
    let code = link.strip_prefix("/r/").unwrap();
    assert!(ShortCode::parse(code).is_some_and(|parsed| parsed.to_string() == code), "{link}");
    assert_eq!(app::message::sms::segments(shop.inbox()[0].text.as_ref().unwrap()), 1);
    let page = shop.browse(format!("/r/{}", code.to_lowercase())).await.is(200);
    let token = between(&page.body, "name=\"token\" value=\"", "\"");

    let rows = table(&shop.world).await;
    // Neither is in the table, nor a digest that somebody could search by.
    format!("{rows:?}").lacks([code, token, &*vault::sha256_hex(code.as_bytes())]);
    shop.created(json!({"email": "june@example.com"})).await;
    let rows = table(&shop.world).await;
    let personal = rows.iter().filter(|row| row["SK"]["S"].text().starts_with("PII#"));
    let coded = personal.filter(|row| row.get("code_digest").is_some()).count();
    assert_eq!(coded, 1, "only what may be sent by SMS has a code");
    shop.post("/api/v1/privacy/erase", json!({"phone": "+491711234567"})).await.is(202);
    shop.advance(MINUTE).await;
    shop.browse(&link).await.is(404);
    assert!(table(&shop.world).await.iter().all(|row| row.get("code").is_none()));
}

#[tokio::test]
async fn a_wrong_code_costs_one_read_a_malformed_one_nothing_and_a_code_is_only_read() {
    let (shop, link) = asked().await;
    shop.browse(&link).await;
    let code = link.strip_prefix("/r/").unwrap();
    let wrong = format!("{}{}", if code.starts_with('0') { '1' } else { '0' }, &code[1..]);
    for (code, expected) in
        [(&*wrong, &["GetItem"][..]), (&code[1..], &[]), ("UUUUUUUUUUUU", &[]), ("0123456789AB?x=y", &["GetItem"])]
    {
        shop.aws().take_calls();
        // A person may have mistyped it.
        shop.browse(format!("/r/{code}")).await.is(404).shows(["Page not found"]);
        assert_eq!(shop.operations(), expected, "{code}");
    }
    let unknown = shop.browse("/review/unknown-token").await.body;
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let page = shop.call(method, &link).without_key().send().await.is(405);
        assert_eq!((page.header("allow"), &page.body), ("GET, HEAD", &unknown), "{method}");
        let page = shop.call(method, format!("{link}/x")).without_key().send().await.is(404);
        assert_eq!(page.body, unknown, "{method}");
    }
}
