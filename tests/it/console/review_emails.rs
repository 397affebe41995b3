//! Emails to members about waiting reviews: immediately, in the morning, or never.

use super::*;
use crate::importing::{HEAD, import};

const JO: &str = "jo@example.com";

/// A shop in which every review waits, at ten in the morning.
async fn holding() -> Shop {
    let shop = shop().await;
    let window = json!({"from": "00:00", "to": "23:59", "days": ["monday"], "time_zone": "Europe/Berlin"});
    shop.put("/api/v1/settings", json!({"moderation": "hold", "send_window": window})).await.is(200);
    let now: Timestamp = shop.now();
    let morning = now.in_tz("Europe/Berlin").unwrap().date().tomorrow().unwrap().at(10, 0, 0, 0);
    shop.advance(morning.in_tz("Europe/Berlin").unwrap().timestamp().duration_since(now)).await;
    shop
}

async fn choose(shop: &Shop, email: &str, preference: &str) {
    let visitor = Visitor::signed_in(shop, email).await;
    assert_eq!(visitor.post("/console/more/told", &[("told", preference)]).await.header("location"), "/console/more");
    visitor.get("/console/more").await.shows([&format!("value=\"{preference}\" selected")]);
}

async fn written(shop: &Shop, order: &str) -> u64 {
    shop.written(json!({"order_id": order})).await.0
}

fn notifications_to(shop: &Shop, email: &str) -> Vec<Mail> {
    shop.notifications().into_iter().filter(|mail| mail.to == email).collect()
}

fn subjects(shop: &Shop, email: &str) -> Vec<String> {
    notifications_to(shop, email).into_iter().map(|mail| mail.subject).collect()
}

#[tokio::test]
async fn a_member_is_emailed_within_minutes_and_once_an_hour_at_most() {
    let shop = holding().await;
    choose(&shop, MARA, "at_once").await;
    written(&shop, "A").await;
    written(&shop, "B").await;
    shop.advance(MINUTE * 11).await;
    let [mail] = &notifications_to(&shop, MARA)[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(mail.subject, "2 reviews for Fern & Oak are waiting for you");
    let text = mail.text.as_deref().unwrap();
    assert_eq!(text.matches("★★★★★").count(), 2, "{text}");
    let link = "http://shop.example/console/sign-in?shop=fern.live&to=%2Fconsole%2Freviews%3Fshow%3Dwaiting";
    text.shows([link]);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let led = mara.get(link.strip_prefix("http://shop.example").unwrap()).await;
    assert_eq!(led.header("location"), "/console/reviews?show=waiting");
    mara.get("/console/today").await.shows(["<title>(2) Today"]);

    written(&shop, "C").await;
    shop.advance(MINUTE * 30).await;
    assert_eq!(notifications_to(&shop, MARA).len(), 1, "an hour is not over");
    shop.advance(MINUTE * 30).await;
    let mails = notifications_to(&shop, MARA);
    assert_eq!(mails.len(), 2);
    let again = &mails[1];
    assert_eq!(again.subject, "3 reviews for Fern & Oak are waiting for you");
    assert_eq!(again.text.as_deref().unwrap().matches("★★★★★").count(), 1, "the new one alone");
    shop.advance(MINUTE * 60 * 30).await;
    assert_eq!(notifications_to(&shop, MARA).len(), 2, "nobody gets it twice for one review");
}

#[tokio::test]
async fn nobody_is_notified_of_an_imports_reviews_that_wait() {
    let shop = holding().await;
    choose(&shop, MARA, "at_once").await;
    let rows = ["1", "2"].map(|id| format!("{id},{MUG},5,,Imported.,,,,,2025-03-02\r\n")).concat();
    import(&shop, "format=afterword", &format!("{HEAD}{rows}")).await;
    shop.advance(MINUTE * 70).await;
    assert_eq!(notifications_to(&shop, MARA).len(), 0, "nobody is notified of them");
    written(&shop, "A").await;
    shop.advance(MINUTE * 11).await;
    let [mail] = &notifications_to(&shop, MARA)[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(mail.subject, "3 reviews for Fern & Oak are waiting for you");
    assert!(!mail.text.as_deref().unwrap().contains("Imported."), "{mail:?}");
}

#[tokio::test]
async fn by_default_members_who_may_decide_are_emailed_in_the_morning() {
    let shop = holding().await;
    member(&shop, JO, "reader").await;
    for email in [MARA, JO] {
        Visitor::signed_in(&shop, email).await;
    }
    member(&shop, "invited@example.com", "owner").await;
    let decided = written(&shop, "A").await;
    written(&shop, "B").await;
    shop.advance(MINUTE * 60 * 21).await;
    assert_eq!(shop.notifications().len(), 0, "it is seven in the morning");
    shop.publish(decided).await;
    shop.advance(MINUTE * 70).await;
    assert_eq!(subjects(&shop, MARA), ["A review for Fern & Oak is waiting for you"]);
    assert_eq!(shop.notifications().len(), 1, "no reader, and nobody who is only invited");
    // Reviews about which the shop decided before the morning are left out.
    let decided = written(&shop, "C").await;
    shop.advance(MINUTE * 20).await;
    shop.publish(decided).await;
    shop.advance(MINUTE * 60 * 48).await;
    assert_eq!(shop.notifications().len(), 1);
    choose(&shop, MARA, "never").await;
    written(&shop, "D").await;
    shop.advance(MINUTE * 60 * 48).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn each_shop_emails_its_members_separately_and_in_their_language() {
    let shop = holding().await;
    choose(&shop, MARA, "at_once").await;
    let other = shop.beside("zzz").await;
    other.sets(json!({"shop_name": "Zzz Pots", "moderation": "hold"})).await;
    member(&other, MARA, "moderator").await;
    let mara = Visitor::new(&other);
    mara.ask(MARA).await;
    mara.press(&super::sign_in_link(&shop, MARA)).await;
    assert_eq!(mara.choose(&other).await.header("location"), "/console");
    for (path, field) in [("told", ("told", "at_once")), ("language", ("language", "de"))] {
        mara.post(&format!("/console/more/{path}"), &[field]).await.is(303);
    }
    written(&shop, "A").await;
    written(&other, "A").await;
    shop.advance(MINUTE * 11).await;
    let mut got = subjects(&shop, MARA);
    got.sort();
    assert_eq!(got, ["A review for Fern & Oak is waiting for you", "Eine Bewertung für Zzz Pots wartet auf Sie"]);
}
