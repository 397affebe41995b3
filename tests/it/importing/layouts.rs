//! What was public stays public, what was hidden waits, and ids, dates, words, stars and answers stay what they were: random
//! reviews of a random catalog, written out as each system writes them, and imported.

mod writers;

use std::collections::BTreeMap;

use domain::values::Mode;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use self::writers::{LAYOUTS, Layout};
use super::uploads::form;
use super::{numbers, shown};
use crate::support::Shop;

/// The reviews of a file. `ROWS=2300` has a shop's move tried with each layout.
fn rows() -> usize {
    std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(60)
}

/// The shops that move with each layout.
fn moves() -> u64 {
    std::env::var("MOVES").ok().and_then(|moves| moves.parse().ok()).unwrap_or(1)
}

/// Numbers that look random, the same for every run of a seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        let most = u64::try_from(of.len()).unwrap();
        of[usize::try_from(self.below(most)).unwrap()]
    }
}

/// A product of the shop.
pub struct Sold {
    pub number: u64,
    pub handle: String,
    pub title: String,
}

/// A review as it was in the other system.
pub struct Review {
    pub id: u64,
    /// None for one of the shop itself.
    pub product: Option<usize>,
    pub stars: u8,
    pub title: String,
    pub text: String,
    pub name: String,
    pub email: String,
    pub at: Timestamp,
    pub is_public: bool,
    pub reply: Option<(String, Timestamp)>,
    pub is_verified: bool,
}

const WORDS: [&str; 14] = [
    "heavy",
    "warm, and",
    "fits; well",
    "it's",
    "\"fine\"",
    "5\" wide",
    "Müller & Söhne",
    "<3",
    "a < b > c",
    "日本の皿",
    "🍵",
    "100%",
    "said:\nno",
    "l’été",
];

fn words(dice: &mut Dice, most: u64) -> String {
    (0..=dice.below(most)).map(|_| dice.one(&WORDS)).collect::<Vec<_>>().join(" ")
}

/// A shop's products and the reviews that the other system has of them.
fn world(seed: u64, count: usize) -> (Vec<Sold>, Vec<Review>) {
    let dice = &mut Dice::new(seed);
    let sold = |number: u64| Sold {
        number: 7_000 + number,
        handle: format!("thing-no-{number}"),
        title: format!("Thing & {number}"),
    };
    let products: Vec<_> = (0..5).map(sold).collect();
    let start: Timestamp = "2021-01-01T00:00:00Z".parse().unwrap();
    let review = |number: usize, dice: &mut Dice| {
        let at = start + SignedDuration::from_secs(i64::try_from(dice.below(150_000_000)).unwrap());
        let replied = at + SignedDuration::from_hours(30);
        Review {
            id: 100_000 + u64::try_from(number).unwrap(),
            product: Some(usize::try_from(dice.below(6)).unwrap()).filter(|product| *product < 5),
            stars: u8::try_from(1 + dice.below(5)).unwrap(),
            title: if dice.below(2) == 0 { String::new() } else { words(dice, 3).replace('\n', " ") },
            text: format!("No. {number}: {}", words(dice, 12)),
            name: format!("Buyer {}", dice.below(9)),
            email: format!("buyer{number}@example.com"),
            at,
            is_public: dice.below(5) > 0,
            reply: (dice.below(4) == 0).then(|| (format!("Thanks! {}", words(dice, 4)), replied)),
            is_verified: dice.below(2) == 0,
        }
    };
    let reviews = (0..count).map(|number| review(number, dice)).collect();
    (products, reviews)
}

async fn open(world: &local::World, name: &str, layout: &Layout, products: &[Sold]) -> Shop {
    let shop = Shop::in_world(world.clone(), name, Mode::Live).await;
    for Sold { number, handle, title } in products {
        let product = json!({"title": title, "url": format!("https://shop.example/products/{handle}"), "sku": format!("S-{number}")});
        let path = format!("/api/v1/products/{}-{number}", layout.prefix);
        assert_eq!(shop.call("PUT", path).json(&product).send().await.status, 200);
    }
    shop
}

/// Uploads a file, and waits until it was read.
async fn import(shop: &Shop, query: &str, file: &[u8]) -> Value {
    let asked = shop.call("POST", format!("/api/v1/imports?{query}")).send().await;
    assert_eq!(asked.status, 201, "{}", asked.body);
    let asked = asked.json();
    assert_eq!(form(&asked).send(shop, file).status(), 204);
    shop.settle().await;
    shown(shop, &asked["id"]).await
}

/// All reviews of a shop by the number in their text.
async fn all(shop: &Shop) -> BTreeMap<u64, Value> {
    let lines = shop.get("/api/v1/reviews.jsonl").await.body;
    let reviews = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let numbered = reviews.map(|review| {
        let text = review["content"].as_str().unwrap();
        (text["No. ".len()..].split(':').next().unwrap().parse().unwrap(), review)
    });
    numbered.collect()
}

/// Compares a review with what it was, as far as its layout has that.
fn compare(layout: &Layout, products: &[Sold], was: &Review, is: &Value) {
    let context = || format!("{}: {was_id} is {is}", layout.name, was_id = was.id);
    let product = was.product.map(|product| format!("{}-{}", layout.prefix, products[product].number));
    assert_eq!(is["external_product_id"], json!(product), "{}", context());
    assert_eq!(is["status"], if was.is_public { "approved" } else { "pending" }, "{}", context());
    assert_eq!((&is["rating"], &is["content"]), (&json!(was.stars), &json!(was.text)), "{}", context());
    assert_eq!((&is["reviewer_name"], &is["platform"]), (&json!(was.name), &json!(layout.platform)), "{}", context());
    if layout.has_title {
        assert_eq!(is["title"], if was.title.is_empty() { Value::Null } else { json!(was.title) }, "{}", context());
    }
    if layout.has_id {
        assert!(is["external_review_id"].as_str().unwrap().ends_with(&was.id.to_string()), "{}", context());
    }
    let at = if layout.has_time {
        was.at
    } else {
        was.at.to_string()[..10]
            .parse::<jiff::civil::Date>()
            .unwrap()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .unwrap()
            .timestamp()
    };
    assert_eq!(is["review_created_at"], json!(format!("{at:.0}")), "{}", context());
    if layout.has_reply {
        assert_eq!(is["reply"]["text"], json!(was.reply.as_ref().map(|(text, _)| text)), "{}", context());
        if let Some((_, at)) = was.reply.as_ref().filter(|_| layout.has_reply_time) {
            assert_eq!(is["reply"]["created_at"], json!(format!("{at:.0}")), "{}", context());
        }
    }
    let claimed = if layout.has_verified && was.is_verified { "claimed" } else { "none" };
    assert_eq!((&is["verification"], &is["is_verified_buyer"]), (&json!(claimed), &json!(false)), "{}", context());
}

#[tokio::test]
async fn every_systems_files_come_over_as_they_were() {
    let machine = Shop::new().await.world;
    for seed in 0..moves() {
        for (number, layout) in LAYOUTS.iter().enumerate() {
            let (products, mut reviews) = world(seed * 100 + u64::try_from(number).unwrap(), rows());
            (layout.limits)(&mut reviews);
            let shop = open(&machine, &format!("s{seed}-{number}"), layout, &products).await;
            let file = (layout.write)(&products, &reviews);
            let shown = reviews.iter().filter(|review| review.is_public);
            let said = format!("{}&old_reviews={}", layout.query, shown.clone().count());
            let dry = import(&shop, &format!("{said}&dry_run=true"), &file).await;
            let mut done = import(&shop, &said, &file).await;
            assert_eq!(done["format"], layout.format, "{}: {done}", layout.name);
            let count = u64::try_from(reviews.len()).unwrap();
            assert_eq!(
                (numbers(&done), &done["comparison"]["unexplained"]),
                ((count, count, 0), &json!(0)),
                "{}: {done}",
                layout.name
            );
            assert_eq!(done["published"], shown.count(), "{}", layout.name);
            let again = import(&shop, &said, &file).await;
            assert_eq!(
                (numbers(&again), &again["skipped_for"]),
                ((count, 0, count), &json!({"duplicate": count})),
                "{}",
                layout.name
            );
            let here = all(&shop).await;
            assert_eq!(here.len(), reviews.len(), "{}", layout.name);
            for (number, was) in reviews.iter().enumerate() {
                compare(layout, &products, was, &here[&u64::try_from(number).unwrap()]);
            }
            // A dry run says what a run does.
            for name in ["id", "dry_run"] {
                done[name] = dry[name].clone();
            }
            assert_eq!(dry, done, "{}", layout.name);
        }
    }
}

/// A shop's whole move. How long it takes is printed: on two cores that have nothing else to do, about 20 seconds.
#[tokio::test]
async fn a_shop_with_2300_reviews_moves_with_nothing_unexplained() {
    let layout = &LAYOUTS[0];
    let (products, reviews) = world(7, 2_300);
    let machine = Shop::new().await.world;
    let shop = open(&machine, "move", layout, &products).await;
    let file = (layout.write)(&products, &reviews);
    let started = std::time::Instant::now();
    let done = import(&shop, layout.query, &file).await;
    let seconds = started.elapsed().as_secs();
    assert_eq!((numbers(&done), &done["comparison"]["unexplained"]), ((2_300, 2_300, 0), &json!(0)), "{done}");
    println!("2,300 reviews in {seconds} s");
    let id = done["id"].as_str().unwrap();
    let products = shop.get(format!("/api/v1/imports/{id}/products")).await.json();
    let rows: u64 =
        products["products"].as_array().unwrap().iter().map(|product| product["rows"].as_u64().unwrap()).sum();
    assert_eq!((rows, products["products"].as_array().unwrap().len()), (2_300, 6));
    let csv = shop.get(format!("/api/v1/imports/{id}/report.csv")).await.body;
    assert!(csv.starts_with("what,line,column,") && csv.contains("\r\ntotal,,,,,judgeme,2300,"), "{csv}");
}
