//! Legal duties for emails and public reviews: a postal address, and notices by readers (Regulation (EU) 2022/2065,
//! Art. 16 and 17).

use crate::console::{MARA, Visitor, member, shop};
use crate::operators::admin::run;
use crate::privacy::export::exported;
use crate::support::*;

const OWNER: &str = "owner@fernandoak.example";

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
        let new = json!({"create_shop": {"tenant": id, "mode": "live", "shop_name": "Moss"}});
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
    let why = run(&moss.world, json!({"why": {"tenant": "moss", "mode": "live", "request": request}})).await.unwrap();
    why.to_string().shows(["or has no postal address yet"]);
    let timeline = moss.timeline(request).await;
    assert!(timeline.len() < 30, "{timeline:?}");

    member(&moss, MARA, "owner").await;
    let today = || async { Visitor::signed_in(&moss, MARA).await.get("/console/today").await };
    today().await.shows(["Your emails wait for a postal address", "<b>Say where you are</b>"]);
    moss.sets(json!({"shop_address": "1 Hill", "country": "DE"})).await;
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

/// A shop whose reviews are public, with a published review of the mug by jane@example.com.
async fn public_shop() -> (Shop, u64) {
    let shop = shop().await;
    shop.sets(json!({"owner_email": OWNER, "public_display": true})).await;
    let (review, _) = shop.written(json!({})).await;
    (shop, review)
}

async fn report(shop: &Shop, review: u64, from: &str, reason: &str, email: &str) -> Reply {
    let id = review.to_string();
    let form = [("shop", "fern"), ("review", &id), ("reason", reason), ("words", "I know her."), ("email", email)];
    shop.call("POST", "/review/report").without_key().header("x-forwarded-for", from).form(&form).send().await
}

fn mails_to(shop: &Shop, email: &str) -> Vec<Mail> {
    shop.notifications().into_iter().filter(|mail| mail.to == email).collect()
}

#[tokio::test]
async fn notices_are_always_taken_and_the_owner_gets_one_email_a_day() {
    let (shop, review) = public_shop().await;
    for n in 0..20 {
        report(&shop, review, &format!("198.51.{n}.1"), "fake", "").await.is(200);
    }
    report(&shop, review, "203.0.113.1", "fake", "").await.is(429);
    // Neither these nor other notices close the form for a notice, also from the same network.
    for n in 0..30 {
        report(&shop, review, &format!("203.0.{n}.1"), "personal_data", "").await.is(200);
    }
    for _ in 0..8 {
        report(&shop, review, "192.0.2.1", "unlawful", "").await.is(200);
    }
    shop.advance(MINUTE * 7).await;
    assert_eq!(mails_to(&shop, OWNER).len(), 1);
    report(&shop, review, "192.0.3.1", "unlawful", "").await.is(200);
    shop.advance(MINUTE * 60 * 23).await;
    assert_eq!(mails_to(&shop, OWNER).len(), 1, "the day is not over");
    shop.advance(MINUTE * 70).await;
    assert_eq!(mails_to(&shop, OWNER).len(), 2);
    // What is stored of a day's notices about a review has a limit: 20 with a place each, and 64 places for the others.
    for n in 0..255 {
        report(&shop, review, &format!("100.64.{n}.1"), "unlawful", "").await.is(200);
    }
    let stored = table(&shop.world).await.iter().filter(|row| row["PK"]["S"].text().contains("#RVR#")).count();
    assert!((90..=20 + 3 * (20 + 64)).contains(&stored), "{stored}");
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = format!("href=\"/console/reviews/{review}\"");
    mara.get("/console/today").await.shows(["Readers reported a review", &path]);
}

#[tokio::test]
async fn a_readers_address_is_exported_and_erased_with_the_reader() {
    let (shop, review) = public_shop().await;
    report(&shop, review, "192.0.2.1", "unlawful", "Rita@example.com").await.is(200);
    report(&shop, review, "192.0.3.1", "fake", "rolf@example.com").await.is(200);
    let stored = format!("{:?}", table(&shop.world).await);
    assert!(!stored.to_lowercase().contains("rita") && !stored.contains("I know her"), "sealed");
    let reports = async || exported(&shop, json!({"email": "rita@example.com"})).await.0["reports"].clone();
    let own = reports().await;
    assert_eq!(own.list().len(), 1);
    has(
        &own[0],
        json!({"review_id": review, "reason": "unlawful", "words": "I know her.", "email": "Rita@example.com"}),
    );
    shop.post("/api/v1/privacy/erase", json!({"email": "rita@example.com"})).await.is(202);
    shop.advance_days(1).await;
    assert_eq!(reports().await, json!([]));
    // The report stays, and the other reader's is whole.
    let page = Visitor::signed_in(&shop, MARA).await.get(&format!("/console/reviews/{review}")).await.body;
    assert_eq!((page.matches("Reported by a reader").count(), page.matches("I know her.").count()), (2, 1), "{page}");
    shop.patch(format!("/api/v1/reviews/{review}/reject"), json!({"reason": "fake"})).await.is(200);
    shop.advance(MINUTE * 7).await;
    assert_eq!(mails_to(&shop, "Rita@example.com").len() + mails_to(&shop, "rita@example.com").len(), 1, "the receipt");
    assert_eq!(mails_to(&shop, "rolf@example.com").len(), 2);
}
