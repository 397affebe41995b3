//! Notifications: to a review's author when it is withheld or answered for the first time, and to the shop's owner
//! about things that need attention. Each is sent once, and only while it is true.

mod end;
mod owner;
mod provider;
mod waiting;

use domain::review::WithholdReason;
use domain::values::Language;
use texts::Texts;

use crate::support::*;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const REVIEWS: &str = "/api/v1/reviews";

impl Shop {
    /// Writes a review by a customer with an address; returns its id and its hub.
    pub async fn written(&self, fields: Value) -> (u64, String) {
        let mut body = json!({"product_ids": [MUG], "skip_email": true, "customer_name": "Jane Doe"});
        body.as_object_mut().unwrap().extend(fields.object().clone());
        // Ids from the same millisecond are in any order.
        self.jump(SignedDuration::from_millis(1));
        let (_, hub) = self.created(body).await;
        self.review(&hub, 0).await;
        let id = self.get(format!("{REVIEWS}?limit=1")).await.json()["reviews"][0]["id"].number();
        (id, hub)
    }

    async fn decide(&self, review: u64, method: &str, action: &str, body: Value) {
        self.call(method, format!("{REVIEWS}/{review}/{action}")).json(&body).send().await.is(200);
    }

    pub async fn withhold(&self, review: u64, reason: &str) {
        self.decide(review, "PATCH", "reject", json!({"reason": reason})).await;
    }

    pub async fn publish(&self, review: u64) {
        self.decide(review, "PATCH", "approve", json!({})).await;
    }

    pub async fn answer(&self, review: u64, text: &str) {
        self.decide(review, "PUT", "reply", json!({"text": text})).await;
    }

    /// Lets a notification's minute pass, and then the time until reconcile runs.
    async fn later(&self) {
        self.advance(MINUTE * 7).await;
    }

    /// The sent notifications, oldest first, without invitations.
    pub fn notifications(&self) -> Vec<Mail> {
        let is_other = |name: &String| !name.starts_with("invited-");
        self.inbox().into_iter().filter(|mail| mail.tags.get("letter").is_some_and(is_other)).collect()
    }
}

fn text(mail: &Mail) -> &str {
    mail.text.as_deref().unwrap()
}

/// The HTML as a mail program reads it: askama writes these characters as numbers, and ends lines with tags.
fn html(mail: &Mail) -> String {
    let html = mail.html.as_deref().unwrap().replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"");
    html.replace("&#60;", "<").replace("&#62;", ">")
}

#[tokio::test]
async fn the_author_is_emailed_of_withholding_with_its_reason_and_may_change_the_review() {
    let shop = Shop::new().await;
    let (id, hub) = shop.written(json!({})).await;
    shop.withhold(id, "abusive").await;
    shop.settle().await;
    assert_eq!(shop.notifications().len(), 0, "it waits a minute");
    shop.later().await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        ("jane@example.com", "Your review for Fern & Oak is not shown")
    );
    assert!(mail.from.starts_with("\"Fern & Oak\" <"), "{}", mail.from);
    for part in [text(mail), &html(mail)] {
        for fact in [
            "Your review is not shown",
            "★★★★★",
            "Lovely.",
            "Fern & Oak decided not to show your review of Stoneware mug.",
            "The reason: it contains insults or threats.",
            "You can change your review until 18 February 2027.",
            "Change your review",
            "1 Example Street",
        ] {
            assert!(part.contains(fact), "{fact} is missing in {part}");
        }
        let at = |words: &str| part.rfind(words).unwrap();
        assert!(at("Lovely.") < at("The reason:") && !part.contains("Hello"), "{part}");
    }
    // The link leads to the item's form, and a changed review waits again.
    let start = text(mail).find("http").unwrap();
    let link = path_of(text(mail)[start..].split_whitespace().next().unwrap());
    assert_eq!(token_of(link.split('&').next().unwrap()), token_of(&hub));
    shop.browse(link.split('#').next().unwrap()).await.is(200);
    shop.writes(&hub, &[("rating", "5"), ("text", "Polite."), ("display_name", "")]).await.is(303);
    assert_eq!(shop.get(format!("{REVIEWS}/{id}")).await.json()["status"], "pending");
    shop.advance_days(3).await;
    assert_eq!(shop.notifications().len(), 1, "once");
}

#[tokio::test]
async fn a_notification_unsubscribes_as_any_email_does() {
    let shop = Shop::new().await;
    let (id, _) = shop.written(json!({})).await;
    shop.withhold(id, "fake").await;
    shop.later().await;
    let [mail] = &shop.notifications()[..] else { panic!("one") };
    assert_eq!(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    let link = path_of(mail.headers["List-Unsubscribe"].trim_matches(['<', '>']));
    assert!(text(mail).contains(&link) && html(mail).contains(&link));
    shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
    shop.answer(id, "Sorry!").await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 1, "who unsubscribed gets nothing more");
}

#[tokio::test]
async fn each_reason_is_given_in_plain_words_in_each_language() {
    let shop = Shop::new().await;
    for language in Language::ALL {
        let fields = json!({"language": language.as_str(), "email": format!("{}@example.com", language.as_str())});
        let (id, _) = shop.written(fields).await;
        for reason in WithholdReason::NAMED.into_iter().chain([WithholdReason::Unspecified]) {
            let body =
                if reason == WithholdReason::Unspecified { json!({}) } else { json!({"reason": reason.as_str()}) };
            shop.decide(id, "PATCH", "reject", body).await;
            shop.later().await;
            let mail = shop.notifications().pop().unwrap();
            let sentence = Texts::mail(language).say(&format!("withheld-{}", reason.as_str())).to_string();
            assert!(!sentence.is_empty(), "{language:?} {reason:?}");
            for part in [text(&mail), &html(&mail)] {
                assert!(part.contains(&sentence), "{sentence} is missing in {part}");
            }
            assert!(html(&mail).contains(&format!("lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction())));
        }
    }
    assert_eq!(shop.notifications().len(), Language::ALL.len() * (WithholdReason::NAMED.len() + 1));
}

#[tokio::test]
async fn a_withholding_that_no_longer_holds_is_not_sent() {
    let shop = Shop::new().await;
    let (id, _) = shop.written(json!({})).await;
    shop.withhold(id, "abusive").await;
    shop.publish(id).await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "published within the minute");
    shop.withhold(id, "abusive").await;
    shop.publish(id).await;
    shop.withhold(id, "unlawful").await;
    shop.later().await;
    let [mail] = &shop.notifications()[..] else { panic!("one notification for both") };
    assert!(text(mail).contains("something unlawful"), "{}", text(mail));
    shop.withhold(id, "unlawful").await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 1, "nothing changed");
}

#[tokio::test]
async fn the_author_hears_of_a_new_reason_and_of_another_withholding() {
    let shop = Shop::new().await;
    let (id, _) = shop.written(json!({})).await;
    for reason in ["abusive", "unlawful"] {
        shop.withhold(id, reason).await;
        shop.later().await;
    }
    shop.publish(id).await;
    shop.withhold(id, "unlawful").await;
    shop.later().await;
    let reasons: Vec<_> = shop.notifications().iter().map(|mail| text(mail).contains("something unlawful")).collect();
    assert_eq!(reasons, [false, true, true]);
}

#[tokio::test]
async fn the_author_is_emailed_of_the_first_reply_with_its_words_and_can_see_it() {
    let shop = Shop::new().await;
    let (id, hub) = shop.written(json!({})).await;
    shop.answer(id, "Thank you, Jane!").await;
    shop.answer(id, "Thank you, Jane!\n\n<Come> & see us again.").await;
    shop.later().await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(mail.subject, "Fern & Oak replied to your review");
    for part in [text(mail), &html(mail)] {
        let story = [
            "Fern & Oak replied to you",
            "You wrote about Stoneware mug:",
            "★★★★★",
            "Lovely.",
            "Fern & Oak replied:",
            "<Come> & see us again.",
        ];
        let places = story.map(|fact| part.rfind(fact).unwrap_or_else(|| panic!("{fact} is missing in {part}")));
        assert!(places.is_sorted() && part.contains("Thank you, Jane!"), "{places:?} {part}");
    }
    assert!(!mail.html.as_ref().unwrap().contains("<Come>"), "it is escaped");
    shop.browse(hub.as_str()).await.shows(["Reply from <bdi>Fern &#38; Oak</bdi>", "see us again."]);
    shop.answer(id, "Another.").await;
    shop.later().await;
    shop.delete(format!("{REVIEWS}/{id}/reply")).await.is(200);
    shop.answer(id, "Once more.").await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 1, "the first alone");
}

#[tokio::test]
async fn a_notification_quotes_what_its_author_wrote_last_and_of_much_the_beginning() {
    let shop = Shop::new().await;
    let (id, hub) = shop.written(json!({})).await;
    let long = format!("<Split> at the rim.\n\n{}", "It broke again. ".repeat(60));
    shop.writes(&hub, &[("rating", "2"), ("headline", "Twice broken"), ("text", &long), ("display_name", "Jane")])
        .await
        .is(303);
    shop.answer(id, "We are sorry.").await;
    shop.later().await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    for part in [text(mail), &html(mail)] {
        for fact in ["★★☆☆☆", "Twice broken", "<Split> at the rim."] {
            assert!(part.contains(fact), "{fact} is missing in {part}");
        }
        assert!(!part.contains("Lovely") && part.contains('…'), "{part}");
        assert!((30..40).contains(&part.matches("It broke again").count()), "{part}");
    }
    let html = mail.html.as_ref().unwrap();
    assert!(html.contains("role=\"img\" aria-label=\"2 stars\"") && !html.contains("<Split>"), "{html}");
}

#[tokio::test]
async fn a_reply_that_was_taken_back_within_the_minute_is_not_sent() {
    let shop = Shop::new().await;
    let (id, _) = shop.written(json!({})).await;
    shop.answer(id, "Oops.").await;
    shop.delete(format!("{REVIEWS}/{id}/reply")).await.is(200);
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0);
}

#[tokio::test]
async fn every_dialect_that_withholds_or_replies_sends_the_notifications() {
    let shop = Shop::new().await;
    let (id, _) = shop.written(json!({})).await;
    let uuid = shop.get(format!("{REVIEWS}/{id}")).await.json()["uuid"].owned();
    let wix = format!("/reviews/v1/reviews/{uuid}");
    shop.patch(format!("{wix}/moderate"), json!({"status": "REJECTED"})).await.is(200);
    shop.patch(format!("{wix}/reply"), json!({"message": "Sorry."})).await.is(200);
    shop.later().await;
    let mut kinds: Vec<_> = shop.notifications().iter().map(|mail| mail.tags["letter"].clone()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [format!("replied-{id}"), format!("withheld-{id}")]);
}

#[tokio::test]
async fn a_notification_of_an_expired_link_has_no_link_that_does_not_work() {
    let shop = Shop::new().await;
    let (id, hub) = shop.written(json!({})).await;
    shop.advance_days(91).await;
    shop.withhold(id, "unrelated").await;
    shop.answer(id, "Thank you!").await;
    shop.later().await;
    let notifications = shop.notifications();
    assert_eq!(notifications.len(), 2);
    for mail in &notifications {
        assert!(!text(mail).contains(token_of(&hub)) && !html(mail).contains(token_of(&hub)), "{}", text(mail));
    }
    assert!(notifications.iter().any(|mail| text(mail).contains("The link to your review no longer works")));
}

#[tokio::test]
async fn suppressed_and_erased_persons_get_no_notification() {
    let shop = Shop::new().await;
    let (unsubscribed, _) = shop.written(json!({})).await;
    shop.suppresses("jane@example.com").await;
    shop.withhold(unsubscribed, "fake").await;
    let (erased, _) = shop.written(json!({"email": "june@example.com"})).await;
    shop.withhold(erased, "fake").await;
    shop.post("/api/v1/privacy/erase", json!({"email": "june@example.com", "reviews": "anonymise"})).await.is(202);
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0);
    shop.answer(erased, "Sorry!").await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0);
    assert!(table(&shop.world).await.iter().all(|row| !row["PK"]["S"].text().contains("LET#")), "dropped");
}

#[tokio::test]
async fn authors_without_an_address_get_no_notification() {
    let shop = Shop::new().await;
    let csv = "title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n\
               ,Lovely.,5,2025-03-02 10:12:00 UTC,Jane,jane@example.com,7\n";
    let import = shop
        .call("POST", "/api/v1/imports?format=judgeme&platform=shopify")
        .header("content-type", "text/csv")
        .body(csv);
    import.send().await.is(201);
    shop.settle().await;
    for (path, body) in [
        ("/beacon/customers", json!({"first_name": "Jo", "phone": "+491711234567"})),
        ("/beacon/asks", json!({"phone": "+491711234567", "channels": ["sms"]})),
    ] {
        shop.post(path, body).await.is(200);
    }
    shop.settle().await;
    let sms = shop.inbox().into_iter().find(|mail| mail.channel == "sms").unwrap();
    let page = shop.browse(&crate::support::link_in(&sms)).await.body;
    let token = page.split_once("name=\"token\" value=\"").unwrap().1.split('"').next().unwrap();
    let form = [("token", token), ("item", "0"), ("rating", "4"), ("text", "Fine."), ("display_name", "")];
    shop.submit("/review/hub/review", &form).await.is(303);
    let reviews = shop.get(REVIEWS).await.json()["reviews"].list().clone();
    assert_eq!(reviews.len(), 2);
    for review in reviews {
        let id = review["id"].number();
        shop.withhold(id, "fake").await;
        shop.answer(id, "Hm.").await;
    }
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0);
}

#[tokio::test]
async fn in_test_mode_no_notification_leaves() {
    let shop = Shop::new().await.in_test_mode().await;
    let (id, _) = shop.written(json!({})).await;
    shop.withhold(id, "fake").await;
    shop.later().await;
    assert_eq!(shop.inbox().len(), 0);
    assert!(table(&shop.world).await.iter().all(|row| row["due_shard"]["S"] != "L#00"), "nothing is owed");
}

#[tokio::test]
async fn notifications_to_authors_follow_the_send_window() {
    let shop = Shop::new().await;
    let window = json!({"from": "09:00", "to": "17:00", "days": ["friday"], "time_zone": "UTC"});
    shop.sets(json!({"send_window": window})).await;
    let (id, _) = shop.written(json!({})).await;
    shop.withhold(id, "fake").await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "it is six in the morning");
    shop.advance(HOUR * 3).await;
    let [mail] = &shop.notifications()[..] else { panic!("one") };
    let minutes = mail.sent_at.duration_since("2026-11-20T09:00:00Z".parse().unwrap()).as_mins();
    assert!((0..=10).contains(&minutes), "{}", mail.sent_at);
}
