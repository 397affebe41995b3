//! The code in an SMS: short, and kept from everybody else. `tests/stories/hub/short_links.story` and `codes.story` tell
//! what its link does.

use vault::ShortCode;

use crate::support::*;

#[tokio::test]
async fn an_sms_has_a_link_of_12_characters_that_leaks_nothing_and_is_erased() {
    let (shop, phone) = (Shop::new().await, "+491711234567");
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": phone, "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    let link = link_in(&shop.inbox()[0]);
    let code = link.strip_prefix("/r/").unwrap();
    assert!(ShortCode::parse(code).is_some_and(|parsed| parsed.to_string() == code), "{link}");
    assert_eq!(app::message::sms::segments(shop.inbox()[0].text.as_ref().unwrap()), 1);
    let page = shop.browse(format!("/r/{}", code.to_lowercase())).await.is(200);
    let token = between(&page.body, "name=\"token\" value=\"", "\"");

    // Neither is in the table, nor a digest that somebody could search by.
    format!("{:?}", table(&shop.world).await).lacks([code, token, &*vault::sha256_hex(code.as_bytes())]);
    shop.created(json!({"email": "june@example.com"})).await;
    let coded = table(&shop.world).await.iter().filter(|row| row.get("code_digest").is_some()).count();
    assert_eq!(coded, 1, "only what may be sent by SMS has a code");
    shop.post("/api/v1/privacy/erase", json!({"phone": phone})).await.is(202);
    shop.advance(MINUTE).await;
    shop.browse(&link).await.is(404);
    assert!(table(&shop.world).await.iter().all(|row| row.get("code_digest").is_none()));
}
