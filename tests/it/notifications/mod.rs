//! Notifications: to a review's author when it is withheld or answered for the first time, and to the shop's owner
//! about things that need attention. Each is sent once, and only while it is true.

mod end;
mod reviews;
mod waiting;

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

    pub async fn withhold(&self, review: u64, reason: &str) {
        self.patch(format!("{REVIEWS}/{review}/reject"), json!({"reason": reason})).await.is(200);
    }

    pub async fn publish(&self, review: u64) {
        self.patch(format!("{REVIEWS}/{review}/approve"), json!({})).await.is(200);
    }

    pub async fn owned_by(&self, email: Value) {
        self.sets(json!({"owner_email": email})).await;
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
