//! Products that join a group, leave it and take others along, while reviews are decided about, pages are read, calls fail and functions
//! die. At no time has a product a review of another group. A minute after the last change, each product of a group has the reviews of
//! all, and all groups together have each public review once; bars are the answers of public reviews.
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
/// What an author may tap; the first takes a tap back.
const ANSWERS: [&str; 4] = ["", "small", "right", "large"];
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
            let (clients, review, kind) =
                (Rc::clone(&clients), reviews[draw(&mut chance, REVIEWS)].clone(), chance.below(10));
            let answer = draw(&mut chance, ANSWERS.len());
            life.executor.spawn(async move { act(&clients.shop, kind, (&one, &other), &review, answer).await });
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
    // The sums and ratings.json may be a minute old.
    let until = clients.now() + MINUTE * 2;
    life.executor.until(until);
    wrong.extend(life.executor.run(check(&clients.shop, None)));
    wrong
}

/// A review's id, the page of its author, and the author's address.
type Written = (u64, String, String);

/// Reviews of all products, published one after the other.
async fn written(clients: &Clients) -> Vec<Written> {
    let shop = &clients.shop;
    let answers: Vec<_> = ANSWERS[1..].iter().map(|id| json!({"id": id, "text": id})).collect();
    let facts = json!([{"id": "fit", "question": "How does it fit?", "answers": answers}]);
    shop.put("/api/v1/settings", json!({"facts": facts})).await.is(200);
    let mut written = Vec::new();
    for number in 0..REVIEWS {
        let product = id(number % PRODUCTS);
        shop.put(format!("/api/v1/products/{product}"), json!({"title": product})).await.is(200);
        let email = format!("jane{number}@example.com");
        let (_, hub) =
            shop.created(json!({"product_ids": [product], "customer_email": email, "skip_email": true})).await;
        let tap = format!("fit:{}", ANSWERS[number % ANSWERS.len()]);
        shop.writes(&hub, &[("rating", "4"), ("text", "Fine."), ("fact_0", &tap)]).await.is(303);
        written.push((shop.newest_review().await["id"].number(), hub, email));
        shop.jump(SECOND);
    }
    written
}

/// One thing that somebody does. Whether it succeeds is seen at the end.
async fn act(shop: &Shop, kind: u64, (one, other): (&str, &str), (review, hub, email): &Written, answer: usize) {
    let names =
        async |of: Value| shop.call("PUT", format!("/api/v1/products/{one}")).json(&json!({"of": of})).send().await;
    let tap = format!("fit:{}", ANSWERS[answer]);
    let reply = match kind {
        0 | 1 => names(json!(other)).await,
        2 => names(Value::Null).await,
        3 => shop.call("PATCH", format!("/api/v1/reviews/{review}/reject")).json(&json!({})).send().await,
        4 => shop.call("PATCH", format!("/api/v1/reviews/{review}/approve")).json(&json!({})).send().await,
        5 | 6 => {
            // Contact data waits.
            let text = if kind == 6 { "Write to jane@example.com" } else { "Fine." };
            let form = [("token", token_of(hub)), ("item", "0"), ("rating", "3"), ("text", text), ("fact_0", &tap)];
            shop.submit("/review/hub/review", &form).await
        }
        7 => shop.submit("/review/hub/withdraw", &[("token", token_of(hub)), ("item", "0")]).await,
        8 => shop.call("POST", "/api/v1/privacy/erase").json(&json!({"email": email})).send().await,
        _ => shop.call("GET", format!("/p/{}/{one}.json", shop.tenant.id.as_str())).without_key().send().await,
    };
    let known = [200, 202, 303, 304, 404, 409, 410, 412, 422, 429, 500, 502, 503, 504];
    assert!(known.contains(&reply.status.as_u16()), "{kind} of {one}, {other}: {} {}", reply.status, reply.body);
}

/// What is wrong now, after a round; after `None`, sums must be right, too.
async fn check(shop: &Shop, round: Option<u64>) -> Vec<String> {
    // Each round asks for pages of another length, which no copy of the function has answered before; readers ask for 10.
    let limit = 11 + round.unwrap_or(ROUNDS);
    let read = async |path: String| shop.call("GET", path).send().await.is(200).json();
    let name = shop.tenant.id.as_str();
    let mut published = BTreeMap::<String, BTreeSet<u64>>::new();
    let mut tapped = BTreeMap::<u64, String>::new();
    for review in read("/api/v1/reviews?status=approved&limit=50".to_owned()).await["reviews"].list() {
        let product = review["external_product_id"].owned();
        let id = review["id"].number();
        published.entry(product).or_default().insert(id);
        tapped.extend(review["facts"]["How does it fit?"].as_str().map(|answer| (id, answer.to_owned())));
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
            let bars = |answer: &str| all.iter().filter(|id| tapped.get(id).is_some_and(|text| text == answer)).count();
            let bars: Vec<_> = ANSWERS[1..].iter().map(|answer| bars(answer) as u64).collect();
            let right = if bars.iter().sum::<u64>() < 5 { Vec::new() } else { bars };
            let bars: Vec<_> = page["facts"][0]["answers"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|answer| answer["count"].number())
                .collect();
            if round.is_none() && bars != right {
                wrong.push(format!("{product} of {members:?} has the bars {bars:?} instead of {right:?}"));
            }
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
