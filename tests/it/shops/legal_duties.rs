//! Legal duties for emails and public reviews: a postal address, and notices by readers (Regulation (EU) 2022/2065,
//! Art. 16 and 17).

use crate::console::{MARA, Visitor, member, shop};
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

#[tokio::test]
async fn the_emails_of_a_new_shop_wait_for_a_postal_address() {
    let older = shop().await;
    older.sets(json!({"shop_address": null})).await;
    asked(&older, "jane@example.com").await;
    let new = async |id: &str| {
        let new = json!({"create_shop": {"shop": id, "shop_name": "Moss"}});
        run(&older.world, new).await.unwrap();
        let shop = older.beside(id).await;
        let asked = json!({"email": "june@example.com", "product_ids": [MUG], "delay_days": 0});
        let (request, _) = shop.created(asked).await;
        (shop, request)
    };
    let ((moss, request), (oak, _)) = (new("moss").await, new("oak").await);
    let arrived = || older.inbox().into_iter().filter(|mail| mail.to == "june@example.com").count();
    older.advance(HOUR * 24).await;
    assert_eq!(arrived(), 0, "but a local shop sends");
    let why = run(&moss.world, json!({"why": {"shop": "moss", "request": request}})).await.unwrap();
    why.to_string().shows(["\"cause\":\"no_address\"", "waits for a postal address"]);
    let timeline = moss.timeline(request).await;
    assert!(timeline.len() < 30, "{timeline:?}");

    member(&moss, MARA, "owner").await;
    let today = || async { Visitor::signed_in(&moss, MARA).await.get("/console/today").await };
    today().await.shows(["Your emails wait for a postal address", "<b>Say where you are</b>"]);
    moss.sets(json!({"shop_address": "1 Hill", "country": "DE", "privacy_url": "https://moss.example/privacy"})).await;
    older.advance(HOUR * 4).await;
    assert_eq!(arrived(), 1);
    today().await.shows(["<s>Say where you are</s>"]);

    // The operator's is enough, too.
    reconcile_with(&oak, "7 Operator Road").await;
    for _ in 0..24 {
        older.jump(MINUTE * 10);
        reconcile_with(&oak, "7 Operator Road").await;
        older.settle().await;
    }
    let last = older.inbox().pop().unwrap();
    assert!(arrived() == 2 && last.text.unwrap().contains("7 Operator Road"));
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
    // The report stays, and the other reader's is whole.
    let page = Visitor::signed_in(&shop, MARA).await.get(&format!("/console/reviews/{review}")).await.body;
    assert_eq!((page.matches("Reported by a reader").count(), page.matches("I know her.").count()), (2, 1), "{page}");
    shop.patch(format!("/api/v1/reviews/{review}/reject"), json!({"reason": "fake"})).await.is(200);
    shop.advance(MINUTE * 7).await;
    let told = |email: &str| shop.inbox().iter().filter(|mail| mail.to.eq_ignore_ascii_case(email)).count();
    assert_eq!(
        (told("rita@example.com"), told("rolf@example.com")),
        (1, 2),
        "the receipt alone, and the decision, too"
    );
}
