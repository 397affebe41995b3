//! Products that join a group, leave it and take others along, while reviews are decided about, pages are read, calls fail and functions
//! die. At no time has a product a review of another group. A minute after the last change, each product of a group has the reviews of
//! all, and all groups together have each public review once.
//!
//! `GROUP_LIVES=2000` sets the number of lives, `GROUP_FROM=1694` the first one.

use std::rc::Rc;

use super::client::{Clients, Kind};
use super::executor::draw;
use super::life::{Guard, Life, Plan, Rules, Wishes};
use super::number;
use crate::support::*;
use small_aws::Chance;

/// The number of lives, unless `GROUP_LIVES` is set.
const LIVES: u64 = 15;
const PRODUCTS: usize = 5;
const REVIEWS: usize = 9;
const ROUNDS: u64 = 12;
/// Within it, everything that began at one moment has ended.
const ROUND: SignedDuration = SignedDuration::from_secs(20);

fn id(product: usize) -> String {
    format!("woo-{product}")
}

/// What is wrong at the end of a life.
fn live(seed: u64, without: Option<Guard>) -> Vec<String> {
    let idle = Wishes { requests: Vec::new(), changes: Vec::new(), rules: Rules::None, is_told: false };
    let calm = Plan::calm(Kind::Invitation, "", &[]);
    let Plan { faults, crashes, .. } = Plan::drawn(seed);
    let is_calm = faults == 0 && crashes.is_empty();
    let mut life = Life::new(Plan { seed, shops: vec![idle], faults, crashes, without, ..calm });
    let (clients, mut chance) = (Rc::clone(&life.shops[0]), Chance::new(seed, "groups"));
    let reviews = life.executor.run(written(&clients));
    life.begin();
    let mut wrong = Vec::new();
    for round in 0..ROUNDS {
        for _ in 0..2 + chance.below(5) {
            let [one, other] = [(); 2].map(|()| id(draw(&mut chance, PRODUCTS)));
            let (clients, review, kind) = (Rc::clone(&clients), reviews[draw(&mut chance, REVIEWS)], chance.below(6));
            life.executor.spawn(async move { act(&clients.shop, kind, (&one, &other), review).await });
        }
        let until = clients.now() + ROUND;
        life.executor.until(until);
        if round + 1 == ROUNDS {
            life.calm();
        }
        // The checker's own calls must not fail.
        if is_calm || round + 1 == ROUNDS {
            wrong.extend(life.executor.run(check(&clients.shop, Some(round))));
        }
    }
    // The sums may be a minute old; ratings.json, five minutes.
    let until = clients.now() + MINUTE * 6;
    life.executor.until(until);
    wrong.extend(life.executor.run(check(&clients.shop, None)));
    wrong
}

/// Reviews of all products, published one after the other.
async fn written(clients: &Clients) -> Vec<u64> {
    let shop = &clients.shop;
    let mut ids = Vec::new();
    for number in 0..REVIEWS {
        let product = id(number % PRODUCTS);
        shop.put(format!("/api/v1/products/{product}"), json!({"title": product})).await.is(200);
        let (_, hub) = shop.created(json!({"product_ids": [product], "skip_email": true})).await;
        shop.writes(&hub, &[("rating", "4"), ("text", "Fine.")]).await.is(303);
        ids.push(shop.newest_review().await["id"].number());
        shop.jump(SECOND);
    }
    ids
}

/// One thing that somebody does. Whether it succeeds is seen at the end.
async fn act(shop: &Shop, kind: u64, (one, other): (&str, &str), review: u64) {
    let names =
        async |of: Value| shop.call("PUT", format!("/api/v1/products/{one}")).json(&json!({"of": of})).send().await;
    let reply = match kind {
        0 | 1 => names(json!(other)).await,
        2 => names(Value::Null).await,
        3 => shop.call("PATCH", format!("/api/v1/reviews/{review}/reject")).json(&json!({})).send().await,
        4 => shop.call("PATCH", format!("/api/v1/reviews/{review}/approve")).json(&json!({})).send().await,
        _ => shop.call("GET", format!("/p/{}/{one}.json", shop.tenant.id.as_str())).without_key().send().await,
    };
    let known = [200, 304, 409, 412, 422, 500, 502, 503, 504];
    assert!(known.contains(&reply.status.as_u16()), "{kind} of {one}, {other}: {} {}", reply.status, reply.body);
}

/// What is wrong now, after a round; after `None`, sums must be right, too.
async fn check(shop: &Shop, round: Option<u64>) -> Vec<String> {
    // Each round asks for pages of another length, which no copy of the function has answered before; readers ask for 10.
    let limit = 11 + round.unwrap_or(ROUNDS);
    let read = async |path: String| shop.call("GET", path).send().await.is(200).json();
    let name = shop.tenant.id.as_str();
    let mut published = BTreeMap::<String, BTreeSet<u64>>::new();
    for review in read("/api/v1/reviews?status=approved&limit=50".to_owned()).await["reviews"].list() {
        let product = review["external_product_id"].owned();
        published.entry(product).or_default().insert(review["id"].number());
    }
    let ratings = read(format!("/p/{name}/ratings.json")).await;
    let (mut groups, mut wrong) = (BTreeMap::<String, Vec<String>>::new(), Vec::new());
    for product in (0..PRODUCTS).map(id) {
        let of = read(format!("/api/v1/products/{product}")).await["of"].as_str().map(str::to_owned);
        groups.entry(of.unwrap_or_else(|| product.clone())).or_default().push(product);
    }
    let mut seen = 0;
    for members in groups.values() {
        let all: BTreeSet<u64> =
            members.iter().filter_map(|product| published.get(product)).flatten().copied().collect();
        seen += all.len();
        for product in members {
            let page = read(format!("/p/{name}/{product}.json?limit={limit}")).await;
            let shown: Vec<_> = page["reviews"].list().iter().map(|review| review["id"].number()).collect();
            let rated = ratings[product][1].as_u64().unwrap_or_default();
            let is_of_group = shown.iter().all(|id| all.contains(id));
            let counts = [page["rating"]["count"].number(), page["total"].number(), shown.len() as u64, rated];
            if !is_of_group || round.is_none() && counts != [all.len() as u64; 4] {
                wrong.push(format!("{product} of {members:?} has {shown:?} and counts {counts:?} instead of {all:?}"));
            }
        }
    }
    let public: usize = published.values().map(BTreeSet::len).sum();
    if round.is_none() && seen != public {
        wrong.push(format!("{seen} reviews are in lists instead of {public}: {groups:?}"));
    }
    wrong
}

#[test]
fn groups_have_each_review_once_whatever_happens() {
    let first = number("GROUP_FROM").unwrap_or_default();
    for seed in first..first + number("GROUP_LIVES").unwrap_or(LIVES) {
        let wrong = live(seed, None);
        assert!(wrong.is_empty(), "life {seed}: {}", wrong.join("\n"));
    }
}

#[test]
fn a_summary_of_another_groups_members_is_noticed() {
    let found = (0..200).find_map(|seed| live(seed, Some(Guard::Group)).into_iter().next());
    println!("{}", found.expect("nobody misses the group's version in 200 lives"));
}
