//! What is said of an order a second before is what leaves, or does not. The lives of ten orders each are chosen by a seed: reports,
//! rules, decisions, pauses, and people who unsubscribe.
//!
//! `LIVES=2000` sets how many orders live, `FROM=17` the first seed.

use std::collections::{BTreeMap, BTreeSet};

use small_aws::Chance;

use super::System;
use super::payloads::woo_order;
use crate::support::*;

/// How many orders live, unless `LIVES` is set.
const LIVES: u64 = 20;
const ORDERS: u64 = 10;
const DAYS: i64 = 14;
/// An email leaves within this time of its hour, and orders are planned again within it.
const WITHIN: SignedDuration = SignedDuration::from_mins(4);
const SECOND: SignedDuration = SignedDuration::from_secs(1);

struct Life {
    shop: Shop,
    system: System,
    chance: Chance,
    /// The orders by the ids of their requests.
    orders: BTreeMap<String, u64>,
    wrong: Vec<String>,
}

/// What is said of each order: the sentence, and when its email leaves if it says so.
type Said = BTreeMap<u64, (String, Option<Timestamp>)>;

impl Life {
    async fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed, "asks");
        let shop = Shop::new().await;
        let countries = [json!(["DE"]), json!(["DE", "US"])][chance.below(2) as usize].clone();
        let rules = json!({"ask_days_after": chance.below(4), "countries": countries});
        let system = shop.connect("woocommerce", rules).await;
        let window = json!({"from": "06:00", "to": "20:00", "time_zone": "UTC"});
        let window = [Value::Null, window][chance.below(2) as usize].clone();
        let cap = [Value::Null, json!(1), json!(2)][chance.below(3) as usize].clone();
        shop.put("/api/v1/settings", json!({"send_window": window, "messages_a_month": cap})).await.is(200);
        Self { shop, system, chance, orders: BTreeMap::new(), wrong: Vec::new() }
    }

    async fn said(&mut self) -> Said {
        let mut said = Said::new();
        for order in 0..ORDERS {
            let reply = self.shop.get(format!("/api/v1/orders/{order}")).await;
            let json = reply.json();
            let Some(text) = json["ask"]["text"].as_str() else { continue };
            if let Some(request) = json["ask"]["request_id"].as_str() {
                self.orders.insert(request.to_owned(), order);
            }
            let leaves = text.contains("ill be asked on") || text.contains("will be sent on");
            let at = json["ask"]["at"].as_str().filter(|_| leaves && !text.contains("not be sent"));
            said.insert(order, (text.to_owned(), at.map(|at| at.parse().unwrap())));
        }
        said
    }

    fn left(&self, since: usize) -> BTreeSet<u64> {
        let mails = self.shop.inbox();
        let requests = mails[since..].iter().filter_map(|mail| mail.tags.get("request"));
        requests.map(|request| self.orders.get(request).copied().unwrap_or(u64::MAX)).collect()
    }

    /// Advances to this instant, and compares before each hour that is said.
    async fn until(&mut self, end: Timestamp) {
        loop {
            let now = self.shop.now();
            let next = self.said().await.into_values().filter_map(|(_, at)| at).filter(|at| *at > now).min();
            let Some(next) = next.filter(|next| *next + WITHIN < end) else { break };
            self.shop.advance((next - SECOND).duration_since(now).max(SignedDuration::ZERO)).await;
            let (before, said) = (self.shop.inbox().len(), self.said().await);
            self.shop.advance(WITHIN).await;
            let to_leave = |(order, (_, at)): (&u64, &(String, Option<Timestamp>))| {
                at.is_some_and(|at| at <= next + SECOND * 60).then_some(*order)
            };
            let (expected, left) = (said.iter().filter_map(to_leave).collect::<BTreeSet<_>>(), self.left(before));
            if left != expected {
                let orders = left.symmetric_difference(&expected);
                let told: Vec<_> = orders.map(|order| format!("{order}: {:?}", said.get(order))).collect();
                self.wrong.push(format!("at {next}, {left:?} left and not {expected:?}: {told:?}"));
            }
        }
        let now = self.shop.now();
        if now < end {
            let (before, said) = (self.shop.inbox().len(), self.said().await);
            self.shop.advance(end.duration_since(now)).await;
            // What a pause kept back, or was to leave at once, leaves at no hour that was said.
            for order in self.left(before) {
                let text = said.get(&order).map(|(text, _)| text.as_str()).unwrap_or_default();
                if text.starts_with("Not asked") || text.contains("not be sent:") {
                    self.wrong.push(format!("{order} left, although: {text}"));
                }
            }
        }
    }

    async fn change(&mut self) {
        let (order, kind) = (self.chance.below(ORDERS), self.chance.below(30));
        let buyer = format!("buyer{}@example.com", order % 7);
        let shop = self.shop.clone();
        match kind {
            0..=15 => {
                let status = ["refunded", "cancelled", "placed", "fulfilled"];
                let status = status[self.chance.below(12).min(3) as usize];
                let product = format!("woo-{}", self.chance.below(5));
                let line = json!({"id": "1", "catalog_item_id": product, "title": "A thing", "unit_price": 100});
                let other = json!({"id": "2", "catalog_item_id": format!("woo-{}", order + 20), "title": "Another", "unit_price": 100});
                let country = ["DE", "DE", "US"][self.chance.below(3) as usize];
                // No two are due in the same minute: a cap would choose one of them.
                let completed_at = format!("{:.0}", shop.now() - SECOND * i32::try_from(order * 300 + 1).unwrap());
                let (id, now) = (order.to_string(), completed_at.clone());
                let fields = json!({"id": id, "system_id": id, "status": status, "country": country, "completed_at": completed_at,
                    "placed_at": format!("{:.0}", START), "buyer": {"email": buyer}, "lines": [line, other]});
                self.system.tells("order", &woo_order(&now, fields)).await.is(200);
            }
            16 => drop(shop.put(format!("/api/v1/suppressions/{buyer}"), json!({})).await),
            17 | 18 => drop(shop.put(format!("/api/v1/products/woo-{}", order % 5), json!({"ask": kind == 17})).await),
            19..=21 => {
                let countries = [json!([]), json!(["DE"])][self.chance.below(2) as usize].clone();
                let rules = json!({"ask_days_after": self.chance.below(4), "countries": countries});
                shop.put("/api/v1/integrations/woocommerce", rules).await.is(200);
            }
            22 => drop(shop.delete(format!("/api/v1/asks/{order}")).await),
            23 | 24 => drop(shop.post(format!("/api/v1/asks/{order}"), json!({})).await),
            25 => {
                let until = shop.now() + SignedDuration::from_hours(20);
                shop.put("/api/v1/settings", json!({"paused_until": format!("{until:.0}")})).await.is(200);
            }
            26 | 27 => drop(shop.put("/api/v1/settings", json!({"paused_until": null})).await.is(200)),
            _ => drop(shop.delete(format!("/api/v1/suppressions/{buyer}")).await),
        }
        // What follows at once is no hour that was said before.
        shop.advance(WITHIN).await;
        self.said().await;
    }

    async fn lived(mut self) -> (usize, Vec<String>) {
        let end = self.shop.now() + SignedDuration::from_hours(24 * DAYS);
        while self.shop.now() < end {
            self.change().await;
            let pause = SignedDuration::from_mins(i64::try_from(self.chance.below(11 * 60)).unwrap());
            let until = self.shop.now() + pause;
            self.until(until).await;
        }
        (self.shop.inbox().len(), self.wrong)
    }
}

#[tokio::test]
async fn what_is_said_of_an_order_a_second_before_is_what_leaves_or_does_not() {
    let lives: u64 = std::env::var("LIVES").map_or(LIVES, |lives| lives.parse().unwrap());
    let (mut emails, mut wrong) = (0, Vec::new());
    let from: u64 = std::env::var("FROM").map_or(0, |from| from.parse().unwrap());
    for seed in from..from + lives / ORDERS {
        let (sent, violations) = Life::new(seed).await.lived().await;
        emails += sent;
        wrong.extend(violations.into_iter().map(|violation| format!("seed {seed}: {violation}")));
    }
    println!("{lives} lives, {emails} emails, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
