//! Notices and decisions (Regulation (EU) 2022/2065, Art. 16 and 17): reports by readers with receipt and decision, and statements of
//! reasons to authors.

use crate::console::{MARA, Visitor, shop};
use crate::support::*;

const OWNER: &str = "owner@fernandoak.example";
const REVIEWS: &str = "/api/v1/reviews";

/// A shop whose reviews are public, with a published review of the mug by jane@example.com.
async fn public_shop() -> (Shop, u64) {
    let shop = shop().await;
    shop.sets(json!({"owner_email": OWNER, "public_display": true, "privacy_url": "https://fern.example/privacy"}))
        .await;
    let (review, _) = shop.written(json!({})).await;
    (shop, review)
}

async fn report(shop: &Shop, review: u64, from: &str, reason: &str, email: &str) -> Reply {
    let id = review.to_string();
    let form = [("shop", "fern"), ("review", &id), ("reason", reason), ("words", "I know her."), ("email", email)];
    shop.call("POST", "/review/report").without_key().header("x-forwarded-for", from).form(&form).send().await
}

async fn reject(shop: &Shop, review: u64, body: Value) {
    shop.call("PATCH", format!("{REVIEWS}/{review}/reject")).json(&body).send().await.is(200);
}

/// Lets a notification's minute pass, and then the time until reconcile runs.
async fn later(shop: &Shop) {
    shop.advance(MINUTE * 7).await;
}

fn mails_to(shop: &Shop, email: &str) -> Vec<Mail> {
    shop.notifications().into_iter().filter(|mail| mail.to == email).collect()
}

fn only(shop: &Shop, email: &str) -> String {
    let [mail] = &mails_to(shop, email)[..] else { panic!("not one email: {:?}", mails_to(shop, email)) };
    mail.text.clone().unwrap()
}

async fn history(mara: &Visitor, review: u64) -> String {
    mara.get(&format!("/console/reviews/{review}")).await.body
}

/// What the console's page needs for a decision about a review as it is now.
fn revision(page: &str) -> &str {
    between(page, "name=\"revision\" value=\"", "\"")
}

#[tokio::test]
async fn an_author_who_unsubscribed_learns_facts_ground_and_redress() {
    let (shop, review) = public_shop().await;
    shop.sent(json!({"email": "jane@example.com", "order_id": "B", "delay_days": 0})).await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == "jane@example.com").unwrap();
    shop.submit("/review/unsubscribe", &[("token", token_of(&unsubscribe_link(&mail)))]).await.is(200);
    reject(&shop, review, json!({"reason": "abusive"})).await;
    later(&shop).await;
    only(&shop, "jane@example.com").shows([
        "decided not to show your review of Stoneware mug",
        "The reason: it contains insults or threats.",
        "has the rule not to show reviews for this reason, however many stars they give",
        "decided this on",
        "The decision applies everywhere, until Fern & Oak decides otherwise.",
        "If you disagree, write to Fern & Oak",
        "a court or to an out-of-court body",
    ]);
    // The law as the ground; replies that reach the shop.
    shop.sets(json!({"reply_to": "help@fern.example"})).await;
    reject(&shop, review, json!({"reason": "unlawful"})).await;
    later(&shop).await;
    let mail = mails_to(&shop, "jane@example.com").pop().unwrap();
    mail.text.unwrap().shows(["holds that the law does not allow this content", "just reply to this email"]);
    // An answer is no statement of reasons.
    shop.answer(review, "Sorry!").await;
    later(&shop).await;
    assert_eq!(mails_to(&shop, "jane@example.com").len(), 2);
}

#[tokio::test]
async fn a_missing_reason_is_asked_for_and_given_later() {
    let (shop, review) = public_shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    reject(&shop, review, json!({})).await;
    later(&shop).await;
    only(&shop, "jane@example.com").shows(["The shop gave no reason.", "To learn the reason, or if you disagree"]);
    let path = format!("/console/reviews/{review}");
    mara.get("/console/today").await.shows(["A review was withheld without a reason", &format!("href=\"{path}\"")]);
    let page = mara.get(&path).await.body;
    page.shows(["Say why it is withheld", "Save the reason and email the author"]);
    // The console takes no decision without a reason.
    mara.post(&format!("{path}/withhold"), &[("revision", revision(&page))]).await.is(422);
    mara.post(&format!("{path}/withhold"), &[("revision", revision(&page)), ("reason", "fake")]).await.is(303);
    later(&shop).await;
    let mails = mails_to(&shop, "jane@example.com");
    assert_eq!(mails.len(), 2);
    mails[1].text.as_deref().unwrap().shows(["it does not seem to come from a real experience"]);
    assert!(!mara.get("/console/today").await.body.contains("without a reason"));
}

#[tokio::test]
async fn an_author_learns_why_an_edit_was_dropped_and_a_review_removed() {
    let (shop, _) = public_shop().await;
    let (review, hub) = shop.written(json!({"email": "june@example.com"})).await;
    let edit = [("rating", "1"), ("text", "Call 0171 2345678."), ("display_name", "")];
    shop.writes(&hub, &edit).await.is(303);
    reject(&shop, review, json!({"reason": "personal_data", "edit": true})).await;
    later(&shop).await;
    let dropped = mails_to(&shop, "june@example.com").pop().unwrap();
    assert_eq!(dropped.subject, "Your change to a review for Fern & Oak is not shown");
    dropped.text.unwrap().shows(["The earlier version stays", "Lovely.", "somebody’s personal data"]);
    // Authors who replace their own edit are told nothing.
    shop.writes(&hub, &edit).await.is(303);
    shop.writes(&hub, &[("rating", "4"), ("text", "Fine."), ("display_name", "")]).await.is(303);
    shop.call("DELETE", format!("{REVIEWS}/{review}?reason=unlawful")).send().await.is(200);
    later(&shop).await;
    let mails = mails_to(&shop, "june@example.com");
    assert_eq!((mails.len(), mails[1].subject.as_str()), (2, "Your review for Fern & Oak was removed"));
    let text = mails[1].text.as_deref().unwrap();
    text.shows(["removed your review of Stoneware mug for good", "something unlawful", "out-of-court"]);
    assert!(!text.contains(token_of(&hub)), "nothing is left to change: {text}");
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
    later(&shop).await;
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
    mara.get("/console/today")
        .await
        .shows(["Readers reported a review", &format!("href=\"/console/reviews/{review}\"")]);
}

#[tokio::test]
async fn a_reader_who_leaves_an_address_gets_a_receipt_and_the_decision() {
    let (shop, review) = public_shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let form = shop.browse(format!("/review/report?shop=fern&review={review}")).await.body;
    form.shows(["name=\"email\"", "href=\"https://fern.example/privacy\""]);
    let wrong = report(&shop, review, "192.0.2.1", "unlawful", "rita at example").await.is(422).body;
    wrong.shows([
        "value=\"rita at example\"",
        "I know her.",
        "value=\"unlawful\" required checked",
        "Please enter an email",
    ]);
    report(&shop, review, "192.0.2.1", "unlawful", "rita@example.com").await.shows(["a confirmation arrives soon"]);
    report(&shop, review, "192.0.3.1", "fake", "rolf@example.com").await.is(200);
    later(&shop).await;
    let receipt = only(&shop, "rita@example.com");
    receipt.shows(["You reported a review of Stoneware mug on", "reads your report and decides"]);
    assert!(!receipt.contains("I know her."), "a stranger may have typed the address: {receipt}");

    // The shop keeps the review: no decision without a reason, and both readers get it.
    let page = history(&mara, review).await;
    page.shows(["Reported by readers", "Keep the review"]);
    let keep = format!("/console/reviews/{review}/keep");
    mara.post(&keep, &[("revision", revision(&page)), ("kept", " ")]).await.is(422);
    mara.post(&keep, &[("revision", revision(&page)), ("kept", "It is an opinion.")]).await.is(303);
    later(&shop).await;
    for reader in ["rita@example.com", "rolf@example.com"] {
        let decision = mails_to(&shop, reader).pop().unwrap();
        assert_eq!(decision.subject, "The decision of Fern & Oak about your report");
        decision.text.unwrap().shows(["stays public", "It is an opinion.", "If you disagree", "out-of-court"]);
    }
    let page = history(&mara, review).await;
    page.shows(["Kept", "It is an opinion."]);
    assert!(!page.contains("Keep the review") && !mara.get("/console/today").await.body.contains("reported"));
    mara.post(&keep, &[("revision", revision(&page)), ("kept", "Again.")]).await.is(409);

    // A later report is ended by withholding, unless that is undone. Nobody gets a decision twice.
    report(&shop, review, "192.0.4.1", "abusive", "rosa@example.com").await.is(200);
    later(&shop).await;
    let withhold = format!("/console/reviews/{review}/withhold");
    let page = history(&mara, review).await;
    mara.post(&withhold, &[("revision", revision(&page)), ("reason", "abusive")]).await.is(303);
    assert!(!mara.get("/console/today").await.body.contains("reported"));
    let page = history(&mara, review).await;
    mara.post(&format!("/console/reviews/{review}/undo"), &[("revision", revision(&page))]).await.is(303);
    later(&shop).await;
    mara.get("/console/today").await.shows(["Readers reported a review"]);
    assert_eq!(mails_to(&shop, "rosa@example.com").len(), 1, "the receipt alone");
    reject(&shop, review, json!({"reason": "abusive"})).await;
    later(&shop).await;
    let decision = mails_to(&shop, "rosa@example.com").pop().unwrap().text.unwrap();
    decision.shows(["no longer public", "insults or threats", "out-of-court"]);
    assert_eq!(mails_to(&shop, "rita@example.com").len(), 2);
    assert_eq!(mails_to(&shop, OWNER).len(), 1, "a decided report is no news");
}

#[tokio::test]
async fn strangers_cannot_have_many_receipts_sent_and_false_addresses_harm_no_shop() {
    let (shop, review) = public_shop().await;
    for n in 0..8 {
        // The page is the same when nothing leaves.
        let said = report(&shop, review, &format!("198.51.{n}.1"), "unlawful", &format!("vi.c+{n}@example.com")).await;
        said.is(200).shows(["a confirmation arrives soon"]);
    }
    later(&shop).await;
    assert_eq!(shop.notifications().iter().filter(|mail| mail.to.starts_with("vi.c+")).count(), 2);
    reject(&shop, review, json!({"reason": "unlawful"})).await;
    later(&shop).await;
    assert_eq!(shop.notifications().iter().filter(|mail| mail.to.starts_with("vi.c+")).count(), 3, "one decision");
    let dead = [0, 1, 2].map(|n| format!("bounce@{n}.example.com"));
    shop.publish(review).await;
    for address in &dead {
        report(&shop, review, "192.0.2.1", "unlawful", address).await.is(200);
    }
    later(&shop).await;
    let last = shop.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    assert_eq!((&last["bounced"], shop.notifications().len()), (&json!(0), 3 + 2 + dead.len()), "{last}");
}

#[tokio::test]
async fn a_readers_address_is_exported_and_erased_with_the_reader() {
    let (shop, review) = public_shop().await;
    report(&shop, review, "192.0.2.1", "unlawful", "Rita@example.com").await.is(200);
    report(&shop, review, "192.0.3.1", "fake", "rolf@example.com").await.is(200);
    let stored = format!("{:?}", table(&shop.world).await);
    assert!(!stored.to_lowercase().contains("rita") && !stored.contains("I know her"), "sealed");
    let (exported, _) = crate::privacy::export::exported(&shop, json!({"email": "rita@example.com"})).await;
    let [own] = &exported["reports"].list()[..] else { panic!("{exported}") };
    has(own, json!({"review_id": review, "reason": "unlawful", "words": "I know her.", "email": "Rita@example.com"}));
    shop.post("/api/v1/privacy/erase", json!({"email": "rita@example.com"})).await.is(202);
    shop.advance_days(1).await;
    let (exported, _) = crate::privacy::export::exported(&shop, json!({"email": "rita@example.com"})).await;
    assert_eq!(exported["reports"], json!([]));
    // The report stays, and the other reader's is whole.
    let page = history(&Visitor::signed_in(&shop, MARA).await, review).await;
    assert_eq!((page.matches("Reported by a reader").count(), page.matches("I know her.").count()), (2, 1), "{page}");
    reject(&shop, review, json!({"reason": "fake"})).await;
    later(&shop).await;
    assert_eq!(mails_to(&shop, "Rita@example.com").len() + mails_to(&shop, "rita@example.com").len(), 1, "the receipt");
    assert_eq!(mails_to(&shop, "rolf@example.com").len(), 2);
}
