//! Notifications: to a review's author when it is withheld or answered for the first time, and to the shop's owner
//! about things that need attention. Each is sent once, and only while it is true.

mod end;
mod reviews;
mod waiting;

use domain::review::WithholdReason;
use domain::values::Language;
use texts::Texts;

use crate::support::*;

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

    pub async fn owned_by(&self, email: Value) {
        self.sets(json!({"owner_email": email})).await;
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
