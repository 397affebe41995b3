//! A shop withholds or answers reviews. Each author gets one notification about it, and nobody who unsubscribed gets
//! any.

use small_aws::MailStanding;

use super::{
    checker::is_documented,
    client::{Asked, Clients, Outcome},
    life::{Change, Life},
    timeline::Shown,
};
use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";

pub struct Decision {
    pub request: u64,
    review: u64,
    /// The end of the path of the decision's call.
    pub path: &'static str,
    pub outcome: Outcome,
}

impl Clients {
    pub async fn decide(&self, number: usize, path: &'static str) {
        let Asked { id: Some(request), reviewed: Outcome::Acknowledged(_), .. } =
            self.facts.borrow().asked[number].clone()
        else {
            return;
        };
        let list = async || self.shop.get(format!("{REVIEWS}?limit=100")).await;
        let Some(listed) = self.done("reviews", &[200], list).await else { return };
        let listed = listed.json();
        let found = listed["reviews"].list().iter().find(|review| review["request_id"] == request);
        // Whoever works for the shop is withheld without a reason, and no decision changes that.
        let found = found.filter(|review| review["state"] != "withheld" || review["reason"].is_string());
        let Some(review) = found.and_then(|review| review["id"].as_u64()) else { return };
        let place = {
            let mut facts = self.facts.borrow_mut();
            facts.decisions.push(Decision { request, review, path, outcome: Outcome::Asked });
            facts.decisions.len() - 1
        };
        let (method, body) = match path {
            "reject" => ("PATCH", json!({"reason": "fake"})),
            _ => ("PUT", json!({"text": "Thank you!"})),
        };
        let call = async || self.shop.call(method, format!("{REVIEWS}/{review}/{path}")).json(&body).send().await;
        // 404: the review was erased meanwhile.
        if self.done(&format!("{path} {number}"), &[200, 404], call).await.is_some_and(|reply| reply.status == 200) {
            self.facts.borrow_mut().decisions[place].outcome = Outcome::Acknowledged(self.now());
        }
    }
}

/// The faults in a shop's notifications, when nothing more will happen.
pub fn check(life: &Life, clients: &Clients, mails: &[Mail], shown: &[(Asked, Shown)]) -> Vec<String> {
    let facts = clients.facts.borrow();
    let mut notifications = BTreeMap::<&str, Vec<&Mail>>::new();
    for mail in mails {
        if let Some(name) = mail.tags.get("letter") {
            notifications.entry(name).or_default().push(mail);
        }
    }
    // The owners get several emails about the end of a shop, and one if it is taken back: `notifications::end` counts them.
    let once = notifications.iter().filter(|(name, _)| **name != "end");
    let doubled = once.filter(|(_, mails)| !is_documented(mails, life));
    let doubled = doubled.map(|(name, mails)| format!("notification {name} left {} times", mails.len()));
    let is_written_to = |request: u64| {
        // An erased request is not shown.
        let asked = shown.iter().map(|(asked, _)| asked).find(|asked| asked.id == Some(request));
        let asked = asked.filter(|asked| !asked.address.starts_with("bounce"));
        asked.is_some_and(|asked| facts.stopped.iter().all(|(address, _)| *address != asked.address))
    };
    // No emails are sent then, so if the answer for a notification was lost, no report tells whether it was sent. It
    // stays unconfirmed.
    let mut changes = life.plan.shops.iter().flat_map(|shop| &shop.changes);
    let is_paused = changes
        .any(|(_, change, _)| matches!(change, Change::Stand(standing) if *standing != MailStanding::Production));
    let missed = facts.decisions.iter().filter(|decision| {
        let Decision { request, review, path, outcome } = decision;
        let kind = if *path == "reject" { "withheld" } else { "replied" };
        let is_sent = notifications.contains_key(format!("{kind}-{review}").as_str());
        // The author is not notified of an answer if the review was withheld before the notification was sent.
        let is_withheld = facts.decisions.iter().any(|other| other.review == *review && other.path == "reject");
        let is_due = *path == "reject" || !is_withheld;
        matches!(outcome, Outcome::Acknowledged(_)) && is_due && !is_sent && is_written_to(*request) && !is_paused
    });
    doubled.chain(missed.map(|lost| format!("no notification says {} of {}", lost.path, lost.review))).collect()
}
