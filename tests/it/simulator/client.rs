//! A shop's programs and customers, and the promises in the answers that they get.

use std::cell::RefCell;

use admin::Failure;
use domain::shop::{Suspension, SuspensionReason};
use domain::values::RequestId;

use super::{files::Import, life::Rules, notifications::Decision};
use crate::support::*;

const TRIES: u32 = 4;
/// The time between two tries.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    #[default]
    NotAsked,
    /// The change was requested but never acknowledged, so it may have been made.
    Asked,
    /// The change was acknowledged at this time.
    Acknowledged(Timestamp),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    Native {
        delay_days: u8,
    },
    /// A request by More Good Reviews' API, due now.
    Ask {
        by: Channels,
        reminders: u8,
    },
    #[default]
    Invitation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channels {
    Email,
    Sms,
    /// An email and an SMS for each message.
    Both,
}

impl Channels {
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Email => &["email"],
            Self::Sms => &["sms"],
            Self::Both => &["email", "sms"],
        }
    }
}

impl Kind {
    /// The channels of its messages, in the order in which they are used.
    pub const fn channels(self) -> &'static [&'static str] {
        match self {
            Self::Native { .. } | Self::Invitation => Channels::Email.names(),
            Self::Ask { by, .. } => by.names(),
        }
    }

    /// The maximum number of reminders after its first messages.
    pub const fn reminders(self) -> u8 {
        match self {
            Self::Native { .. } | Self::Invitation => 0,
            Self::Ask { reminders, .. } => reminders,
        }
    }
}

pub fn phone(number: usize) -> String {
    format!("+49171123456{number}")
}

/// A request, as its client knows it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub kind: Kind,
    pub address: String,
    pub order: String,
    pub at: Timestamp,
    pub id: Option<u64>,
    pub hub: Option<String>,
    pub cancelled: Outcome,
    pub erased: Outcome,
    pub reviewed: Outcome,
    pub sent_now: Outcome,
    pub duplicated: Outcome,
}

/// A time in which nothing leaves: whether it was acknowledged, the time at which it ends by itself, and the time at which somebody
/// first requested its end.
#[derive(Clone, Copy, Default)]
pub struct Halt {
    pub outcome: Outcome,
    pub until: Timestamp,
    pub ended_at: Option<Timestamp>,
}

/// The facts that all clients know.
#[derive(Default)]
pub struct Facts {
    pub asked: Vec<Asked>,
    /// Addresses that must not get messages, with the time from which this is so.
    pub stopped: Vec<(String, Outcome)>,
    /// Why nothing leaves: the shop's pause of sending, the suspension of its emails, and its end.
    pub halts: BTreeMap<&'static str, Halt>,
    /// The endpoint's path in the API, and whether it was removed.
    pub hook: Option<(String, Outcome)>,
    pub decisions: Vec<Decision>,
    pub import: Option<Import>,
    /// Answers that contradict the API's promises.
    pub unexpected: Vec<String>,
    pub log: Vec<String>,
}

pub struct Clients {
    pub shop: Shop,
    pub rules: Rules,
    pub facts: RefCell<Facts>,
}

impl Clients {
    pub fn inbox(&self) -> Vec<Mail> {
        let tenant = self.shop.tenant.id.as_str();
        self.shop.inbox().into_iter().filter(|mail| mail.tags["tenant"] == tenant).collect()
    }

    pub fn now(&self) -> Timestamp {
        self.shop.world.aws().clock().now()
    }

    /// Repeats a call like a patient client until it succeeds. Returns the answer, or `None` if the call never
    /// succeeded.
    pub async fn done(&self, what: &str, statuses: &[u16], call: impl AsyncFn() -> Reply) -> Option<Reply> {
        for tried in 0..TRIES {
            let reply = call().await;
            let status = reply.status.as_u16();
            self.facts.borrow_mut().log.push(format!("{} {what}: {status}", self.now()));
            if statuses.contains(&status) {
                return Some(reply);
            }
            match status {
                // A missing permission is our fault, so the client tries again. The keys of a shop that ended work
                // again when it is restored.
                500 | 503 => self.shop.world.aws().sleep(PATIENCE * tried).await,
                401 if self.facts.borrow().halts.contains_key("end") => {
                    self.shop.world.aws().sleep(PATIENCE * tried).await
                }
                _ => {
                    self.facts.borrow_mut().unexpected.push(format!("{what}: {status} {}", reply.body));
                    return None;
                }
            }
        }
        None
    }

    /// Makes a change to a request, and notes its outcome. The first statuses acknowledge the change; the others refuse it.
    async fn change(
        &self,
        number: usize,
        what: &str,
        [done, refused]: [&[u16]; 2],
        outcome: fn(&mut Asked) -> &mut Outcome,
        call: impl AsyncFn() -> Reply,
    ) {
        *outcome(&mut self.facts.borrow_mut().asked[number]) = Outcome::Asked;
        let reply = self.done(&format!("{what} {number}"), &[done, refused].concat(), call).await;
        if reply.is_some_and(|reply| done.contains(&reply.status.as_u16())) {
            let now = self.now();
            *outcome(&mut self.facts.borrow_mut().asked[number]) = Outcome::Acknowledged(now);
        }
    }

    pub async fn create(&self, number: usize) {
        let Asked { kind, address, order, .. } = self.facts.borrow().asked[number].clone();
        let (id, hub) = match kind {
            Kind::Native { delay_days } => {
                let key = format!("create-{number}");
                let call = async || self.create_for(&address, &order, delay_days, &key).await;
                let Some(reply) = self.done(&format!("create {number}"), &[201, 409], call).await else { return };
                if reply.status == 409 {
                    let asked = &self.facts.borrow().asked[number];
                    assert!(asked.duplicated != Outcome::NotAsked, "nobody else asked: {}", reply.body);
                    return;
                }
                let reply = reply.json();
                (reply["request_id"].as_u64(), reply["hub_url"].as_str().map(path_of))
            }
            Kind::Ask { by, reminders } => {
                let Some(reply) = self.ask(number, &address, by, reminders).await else { return };
                let guid = Guid::parse(reply["data"]["id"].as_str().unwrap()).unwrap();
                (RequestId::from_guid(guid).map(RequestId::get), None)
            }
            Kind::Invitation => {
                let Some(hub) = self.invite(number, &address, &order).await else { return };
                (self.id_of(&order).await, Some(hub))
            }
        };
        let mut facts = self.facts.borrow_mut();
        let asked = &mut facts.asked[number];
        if asked.id.is_some_and(|known| Some(known) != id) {
            facts.unexpected.push(format!("create {number}: another id"));
        } else {
            (asked.id, asked.hub) = (id, hub);
        }
    }

    async fn create_for(&self, address: &str, order: &str, delay_days: u8, key: &str) -> Reply {
        let body = json!({"email": address, "order_id": order, "product_ids": [MUG], "delay_days": delay_days});
        let call = self.shop.call("POST", "/api/v1/review-requests/send").json(&body);
        call.header("idempotency-key", key).send().await
    }

    async fn ask(&self, number: usize, address: &str, by: Channels, reminders: u8) -> Option<Value> {
        let customer = match by {
            Channels::Email => json!({"email": address}),
            Channels::Sms => json!({"phone": address}),
            Channels::Both => json!({"email": address, "phone": phone(number)}),
        };
        let named = with(customer.clone(), json!({"first_name": "Jane"}));
        let call = async || self.shop.post("/beacon/customers", &named).await;
        self.done(&format!("customer {number}"), &[200], call).await?;
        let ask = with(customer, json!({"channels": by.names(), "reminders_count": reminders}));
        let key = format!("ask-{number}");
        let call =
            async || self.shop.call("POST", "/beacon/asks").json(&ask).header("idempotency-key", &key).send().await;
        Some(self.done(&format!("ask {number}"), &[200], call).await?.json())
    }

    async fn invite(&self, number: usize, address: &str, order: &str) -> Option<String> {
        let body = json!({"email": address, "name": "Jane", "order_ref": order});
        let call = async || self.shop.post("/api/v1/invitations", body.clone()).await;
        let reply = self.done(&format!("invite {number}"), &[200], call).await?.json();
        let token = reply["review_url"].as_str()?.rsplit('/').next()?.to_owned();
        Some(format!("/review/hub?token={token}"))
    }

    /// The id of an order's request, because the answer to an invitation does not contain it.
    async fn id_of(&self, order: &str) -> Option<u64> {
        let call = async || self.shop.get("/api/v1/review-requests").await;
        let listed = self.done(&format!("find {order}"), &[200], call).await?.json();
        let found = listed["requests"].as_array()?.iter().find(|row| row["order_id"] == order)?["id"].as_u64();
        if found.is_none() {
            self.facts.borrow_mut().unexpected.push(format!("{order} is lost"));
        }
        found
    }

    /// Requests the same order again, as another program of the shop does. The call fails unless the first request is
    /// over.
    pub async fn duplicate(&self, number: usize) {
        let Asked { kind: Kind::Native { .. }, address, order, .. } = self.facts.borrow().asked[number].clone() else {
            return;
        };
        let key = format!("again-{number}");
        let call = async || self.create_for(&address, &order, 0, &key).await;
        self.change(number, "duplicate", [&[201], &[409]], |asked| &mut asked.duplicated, call).await;
    }

    pub async fn cancel(&self, number: usize) {
        let Some(id) = self.facts.borrow().asked[number].id else { return };
        let call = async || self.shop.delete(format!("/api/v1/review-requests/{id}")).await;
        // 404: it was erased meanwhile.
        self.change(number, "cancel", [&[200, 404], &[]], |asked| &mut asked.cancelled, call).await;
    }

    /// Wix' delete, which accepts only cancelled requests.
    pub async fn erase(&self, number: usize) {
        self.cancel(number).await;
        let Asked { id: Some(id), cancelled: Outcome::Acknowledged(_), .. } = self.facts.borrow().asked[number] else {
            return;
        };
        let guid = RequestId::new(id).unwrap().guid();
        let call = async || self.shop.delete(format!("/reviews/v2/review-requests/{guid}")).await;
        // 404: an earlier try erased it, and its answer was lost.
        self.change(number, "erase", [&[200, 404], &[]], |asked| &mut asked.erased, call).await;
    }

    fn halts(&self, why: &'static str, outcome: Outcome, until: Timestamp) {
        let mut facts = self.facts.borrow_mut();
        let halt = facts.halts.entry(why).or_default();
        (halt.outcome, halt.until) = (outcome, until);
    }

    fn ends(&self, why: &'static str) {
        self.facts.borrow_mut().halts.entry(why).or_default().ended_at.get_or_insert(self.now());
    }

    pub async fn pause(&self, minutes: u16) {
        let until = self.now() + MINUTE * i32::from(minutes);
        self.halts("pause", Outcome::Asked, until);
        if self.pause_until("pause", json!(until.to_string())).await {
            self.halts("pause", Outcome::Acknowledged(self.now()), until);
        }
    }

    pub async fn resume(&self) {
        self.ends("pause");
        self.pause_until("resume", Value::Null).await;
    }

    /// Suspends the shop's emails, as `mail-events` does after too many bounces.
    pub async fn suspend(&self, days: u8) {
        let (store, since) = (self.shop.world.store().unwrap(), self.now());
        let (suspension, until) =
            (Suspension { since, reason: SuspensionReason::Bounces }, since + DAY * i32::from(days));
        self.halts("suspension", Outcome::Asked, until);
        while !matches!(store.suspension(&self.shop.tenant).await, Ok(Some(_))) {
            let mut transaction = store.transaction(&self.shop.tenant);
            transaction.suspend_mails(suspension, until);
            // If the answer was lost, the next try finds the suspension.
            let _ = transaction.commit().await;
        }
        self.halts("suspension", Outcome::Acknowledged(self.now()), until);
    }

    pub async fn release(&self) {
        self.ends("suspension");
        let call = async || self.shop.post("/api/v1/deliverability/release", json!({})).await;
        self.done("release", &[200], call).await;
    }

    pub async fn end(&self) {
        // Unlike a pause, it does not end at a time.
        self.halts("end", Outcome::Asked, Timestamp::MAX);
        self.operate("delete_shop").await;
        self.halts("end", Outcome::Acknowledged(self.now()), Timestamp::MAX);
    }

    pub async fn restore(&self) {
        // One operator does one thing after the other.
        while self.facts.borrow().halts.get("end").is_some_and(|end| end.outcome == Outcome::Asked) {
            self.shop.world.aws().sleep(PATIENCE).await;
        }
        self.ends("end");
        self.operate("restore_shop").await;
    }

    /// An operation on the shop, repeated until it is acknowledged.
    async fn operate(&self, operation: &str) {
        let event = json!({"operation": {operation: {"shop": self.shop.tenant.to_string()}}});
        loop {
            let done = self.shop.world.admin(event.clone()).await;
            self.facts.borrow_mut().log.push(format!("{} {operation}: {}", self.now(), done.is_ok()));
            match done {
                Ok(_) => return,
                Err(Failure::Unavailable(_) | Failure::Internal(_)) => self.shop.world.aws().sleep(PATIENCE).await,
                Err(refused) => {
                    self.facts.borrow_mut().unexpected.push(format!("{operation}: {refused}"));
                    return;
                }
            }
        }
    }

    async fn pause_until(&self, what: &str, until: Value) -> bool {
        let settings = json!({ "paused_until": until });
        let call = async || self.shop.call("PUT", "/api/v1/settings").json(&settings).send().await;
        self.done(what, &[200], call).await.is_some()
    }

    pub async fn send_now(&self, number: usize) {
        let Some(id) = self.facts.borrow().asked[number].id else { return };
        // 409: the message was sent, or never will be.
        let call = async || self.shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await;
        self.change(number, "send", [&[200, 404, 409], &[]], |asked| &mut asked.sent_now, call).await;
    }

    /// The customer loads the page and reviews the product.
    pub async fn review(&self, number: usize) {
        let Some(hub) = self.facts.borrow().asked[number].hub.clone() else { return };
        // 410: the link no longer works, because the request was cancelled.
        let call = async || self.shop.browse(&hub).await;
        let opened = self.done(&format!("open {number}"), &[200, 404, 410], call).await;
        if opened.is_none_or(|reply| reply.status != 200) {
            return;
        }
        let form =
            [("token", token_of(&hub)), ("item", "0"), ("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")];
        let call = async || self.shop.submit("/review/hub/review", &form).await;
        self.change(number, "review", [&[303], &[404, 410]], |asked| &mut asked.reviewed, call).await;
    }

    /// The customer unsubscribes with the link in a message. If there is no message yet, the shop suppresses the
    /// address.
    pub async fn stop(&self, number: usize) {
        let Asked { id, address, .. } = self.facts.borrow().asked[number].clone();
        let place = {
            let mut facts = self.facts.borrow_mut();
            facts.stopped.push((address.clone(), Outcome::Asked));
            facts.stopped.len() - 1
        };
        let of_request =
            self.inbox().into_iter().filter(|mail| local::request_of(mail) == id && mail.channel == "email");
        let link = of_request.filter_map(|mail| mail.headers.get("List-Unsubscribe").cloned()).next();
        let link = link.map(|link| path_of(link.trim_matches(['<', '>'])));
        let call = async || match &link {
            Some(link) => self.shop.submit(link, &[("List-Unsubscribe", "One-Click")]).await,
            None => self.shop.call("PUT", format!("/api/v1/suppressions/{address}")).send().await,
        };
        if self.done(&format!("stop {number}"), &[200], call).await.is_some() {
            self.facts.borrow_mut().stopped[place].1 = Outcome::Acknowledged(self.now());
        }
    }
}
