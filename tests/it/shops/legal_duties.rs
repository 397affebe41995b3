//! Legal duties for emails and public reviews: a postal address, and notices by readers (Regulation (EU) 2022/2065,
//! Art. 16 and 17).

use crate::console::{MARA, Visitor, shop};
use crate::operators::admin::run;
use crate::privacy::export::exported;
use crate::privacy::{ERASE, done};
use crate::support::*;

/// Asks a customer; returns the HTML and the text of the email.
async fn asked(shop: &Shop, email: &str) -> [String; 2] {
    shop.sent(json!({"email": email, "product_ids": [MUG], "delay_days": 0})).await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == email).unwrap();
    [mail.html.unwrap(), mail.text.unwrap()]
}

/// Runs reconcile with the operator's postal address.
async fn reconcile_with(shop: &Shop, address: &str) {
    let mut env = shop.world.env_of("reconcile");
    env.settings = env.settings.with("POSTAL_ADDRESS", address);
    reconcile::handle(reconcile::start(&env).unwrap(), json!({})).await.unwrap();
}

#[tokio::test]
async fn every_email_to_customers_ends_with_an_address() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let missing = "Your emails have no postal address";
    mara.get("/console/today").await.lacks([missing]);
    shop.sets(json!({"shop_address": null})).await;
    mara.get("/console/today").await.shows([missing, "href=\"/console/settings#look\""]);

    let operators = "Example Ltd, 7 Operator Road";
    reconcile_with(&shop, operators).await;
    // Functions read the setting once an hour.
    shop.jump(MINUTE * 61);
    mara.get("/console/today").await.lacks([missing]);
    for part in asked(&shop, "jane@example.com").await {
        part.shows([operators]);
    }
    shop.sets(json!({"shop_address": "2 Own Street"})).await;
    for part in asked(&shop, "june@example.com").await {
        part.shows(["2 Own Street"]).lacks([operators]);
    }
}

/// The shop's own address is in `tests/stories/shops/legal_duties.story`.
#[tokio::test]
async fn the_emails_of_a_new_shop_wait_for_the_operators_postal_address() {
    let older = shop().await;
    run(&older.world, json!({"create_shop": {"shop": "oak", "shop_name": "Oak"}})).await.unwrap();
    let oak = older.beside("oak").await;
    let (request, _) = oak.created(json!({"email": "june@example.com", "delay_days": 0})).await;
    older.advance(DAY).await;
    let timeline = oak.timeline(request).await;
    assert!(timeline.len() < 30, "{timeline:?}");
    reconcile_with(&oak, "7 Operator Road").await;
    for _ in 0..24 {
        older.jump(MINUTE * 10);
        reconcile_with(&oak, "7 Operator Road").await;
        older.settle().await;
    }
    let last = older.inbox().pop().unwrap();
    assert!(last.to == "june@example.com" && last.text.unwrap().contains("7 Operator Road"));
}

#[tokio::test]
async fn a_readers_address_is_exported_and_erased_with_the_reader() {
    let shop = shop().await;
    shop.sets(json!({"public_display": true})).await;
    let (review, _) = shop.written(json!({})).await;
    for (from, reason, email) in
        [("192.0.2.1", "unlawful", "Rita@example.com"), ("192.0.3.1", "fake", "rolf@example.com")]
    {
        let id = review.to_string();
        let form = [("shop", "fern"), ("review", &id), ("reason", reason), ("words", "I know her."), ("email", email)];
        let call = shop.call("POST", "/review/report").without_key().header("x-forwarded-for", from);
        call.form(&form).send().await.is(200);
    }
    format!("{:?}", table(&shop.world).await).to_lowercase().lacks(["rita", "i know her"]);
    let reports = async || exported(&shop, json!({"email": "rita@example.com"})).await.0["reports"].clone();
    let own = reports().await;
    assert_eq!(own.list().len(), 1);
    let said = json!({"review_id": review, "reason": "unlawful", "words": "I know her.", "email": "Rita@example.com"});
    has(&own[0], said);
    done(&shop, ERASE, json!({"email": "rita@example.com"})).await;
    assert_eq!(reports().await, json!([]));
}
