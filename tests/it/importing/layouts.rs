//! What was public stays public, what was hidden is withheld, and ids, dates, words, stars and answers stay what they were: random
//! reviews of a random catalog, written out as each system writes them, and imported.

mod writers;

use self::writers::{LAYOUTS, Layout};
use super::uploads::{form, take_long, take_no_longer};
use super::{numbers, shown};
use crate::reviews::fetched_photos::FETCHED;
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;

/// The layouts with which a whole shop moves: a table, UTF-16, and one list of objects.
const WHOLE: [&str; 3] = ["Judge.me export", "Loox template", "WooCommerce REST"];
/// The longest import of a whole shop, in seconds: twice what is allowed with nothing beside it, because other tests run beside it.
const WHOLE_S_MAX: u64 = 120;

/// The reviews of a file of random reviews. `ROWS=2300` tries a whole shop with each layout.
fn rows() -> usize {
    std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(60)
}

/// The shops that move with each layout, and the number of layouts in [`WHOLE`] with which a whole shop moves. Only `MOVES=2` or
/// more moves 2,300 reviews at once.
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
    /// Whether the shop described it here. Otherwise only its number leads to it.
    pub is_described: bool,
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
    pub pictures: Vec<String>,
}

const NAMES: [&str; 9] = ["Ada", "Jürgen", "O'Neil", "李雷", "d’Arc", "Anna-Lena", "Łukasz", "Lee, Jr.", "Ng"];
const HANDLES: [&str; 4] = ["oak-board", "tea-cup", "7-candles", "xl"];
const WORDS: [&str; 15] = [
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
    "[1}",
    "l’été",
];

fn words(dice: &mut Dice, most: u64) -> String {
    (0..=dice.below(most)).map(|_| dice.one(&WORDS)).collect::<Vec<_>>().join(" ")
}

/// A shop's products and the reviews that the other system has of them. Every twelfth review has pictures on the host, if there is
/// one.
fn world(seed: u64, count: usize, host: Option<&Host>) -> (Vec<Sold>, Vec<Review>) {
    let dice = &mut Dice::new(seed);
    let sold = |number: u64, dice: &mut Dice| Sold {
        number: 7_000 + 10 * number + dice.below(10),
        handle: format!("{}-{number}", dice.one(&HANDLES)),
        title: format!("Thing & {number}"),
        is_described: number == 0 || dice.below(4) > 0,
    };
    let products: Vec<_> = (0..2 + dice.below(9)).map(|number| sold(number, dice)).collect();
    let start: Timestamp = "2021-01-01T00:00:00Z".parse().unwrap();
    let review = |number: usize, dice: &mut Dice| {
        let at = start + SignedDuration::from_secs(i64::try_from(dice.below(150_000_000)).unwrap());
        let replied = at + HOUR * 30;
        let product = usize::try_from(dice.below(u64::try_from(products.len()).unwrap() + 1)).unwrap();
        let pictures = match host {
            Some(host) if number.is_multiple_of(12) => {
                (20..=20 + u32::try_from(dice.below(2)).unwrap()).map(|width| host.photo(width)).collect()
            }
            _ => Vec::new(),
        };
        Review {
            id: 100_000 + u64::try_from(number).unwrap(),
            product: Some(product).filter(|product| *product < products.len()),
            stars: u8::try_from(1 + dice.below(5)).unwrap(),
            title: if dice.below(2) == 0 { String::new() } else { words(dice, 3).replace('\n', " ") },
            text: format!("No. {number}: {}", words(dice, 12)),
            name: format!("{} {}", dice.one(&NAMES), dice.one(&NAMES)),
            email: format!("buyer{number}@example.com"),
            at,
            is_public: dice.below(5) > 0,
            reply: (dice.below(4) == 0).then(|| (format!("Thanks! {}", words(dice, 4)), replied)),
            is_verified: dice.below(2) == 0,
            pictures,
        }
    };
    let reviews = (0..count).map(|number| review(number, dice)).collect();
    (products, reviews)
}

async fn open(world: &local::World, name: &str, layout: &Layout, products: &[Sold]) -> Shop {
    let shop = Shop::in_world(world.clone(), name, Mode::Live).await;
    for Sold { number, handle, title, is_described: _ } in products.iter().filter(|product| product.is_described) {
        let product = json!({"title": title, "url": format!("https://shop.example/products/{handle}"), "sku": format!("S-{number}")});
        shop.put(format!("/api/v1/products/{}-{number}", layout.prefix), &product).await.is(200);
    }
    shop
}

/// Whether nothing in a review's row leads to its product.
fn is_lost(layout: &Layout, products: &[Sold], review: &Review) -> bool {
    review.product.is_some_and(|product| !products[product].is_described) && !(layout.is_numbered)(review)
}

/// Uploads a file, and waits until it was read.
async fn import(shop: &Shop, query: &str, file: &[u8]) -> Value {
    let asked = shop.call("POST", format!("/api/v1/imports?{query}")).send().await.is(201).json();
    assert_eq!(form(&asked).send(shop, file).status(), 204);
    shop.settle().await;
    shown(shop, &asked["id"]).await
}

/// All reviews of a shop by the number in their text.
async fn all(shop: &Shop) -> BTreeMap<u64, Value> {
    let lines = shop.get("/api/v1/reviews.jsonl").await.body;
    let reviews = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let numbered = reviews.map(|review| {
        let text = review["content"].text();
        (text["No. ".len()..].split(':').next().unwrap().parse().unwrap(), review)
    });
    numbered.collect()
}

/// Compares a review with what it was, as far as its layout has that.
fn compare(layout: &Layout, products: &[Sold], was: &Review, is: &Value) {
    let context = || format!("{}: {was_id} is {is}", layout.name, was_id = was.id);
    let product = was.product.map(|product| format!("{}-{}", layout.prefix, products[product].number));
    assert_eq!(is["external_product_id"], json!(product), "{}", context());
    assert_eq!(is["status"], if was.is_public { "approved" } else { "rejected" }, "{}", context());
    assert_eq!((&is["rating"], &is["content"]), (&json!(was.stars), &json!(was.text)), "{}", context());
    assert_eq!((&is["reviewer_name"], &is["platform"]), (&json!(was.name), &json!(layout.platform)), "{}", context());
    if layout.holds("title") {
        assert_eq!(is["title"], if was.title.is_empty() { Value::Null } else { json!(was.title) }, "{}", context());
    }
    if layout.holds("id") {
        assert!(is["external_review_id"].text().ends_with(&was.id.to_string()), "{}", context());
    }
    let at = was.at.strftime(if layout.holds("time") { "%FT%TZ" } else { "%FT00:00:00Z" }).to_string();
    assert_eq!(is["review_created_at"], at, "{}", context());
    if layout.holds("reply") {
        assert_eq!(is["reply"]["text"], json!(was.reply.as_ref().map(|(text, _)| text)), "{}", context());
        if let Some((_, at)) = was.reply.as_ref().filter(|_| layout.holds("replied")) {
            assert_eq!(is["reply"]["created_at"], json!(format!("{at:.0}")), "{}", context());
        }
    }
    let pictures = if layout.holds("pictures") { was.pictures.len() } else { 0 };
    assert_eq!(is["photos"].list().len(), pictures, "{}", context());
    let claimed = if layout.holds("verified") && was.is_verified { "claimed" } else { "none" };
    assert_eq!((&is["verification"], &is["is_verified_buyer"]), (&json!(claimed), &json!(false)), "{}", context());
}

/// Tries, imports and imports again a file of all reviews, and compares them with what they were.
async fn move_all(shop: &Shop, layout: &Layout, products: &[Sold], reviews: &[Review]) {
    let name = layout.name;
    let file = (layout.write)(products, reviews);
    let (lost, kept): (Vec<_>, Vec<_>) = reviews.iter().partition(|review| is_lost(layout, products, review));
    let mut skipped_for = json!({});
    if !lost.is_empty() {
        skipped_for["unknown_product"] = json!(lost.len());
    }
    let [count, lost] = [reviews.len(), lost.len()].map(|count| u64::try_from(count).unwrap());
    let dry = import(shop, &format!("{}&dry_run=true", layout.query), &file).await;
    let mut done = import(shop, layout.query, &file).await;
    assert_eq!(done["format"], layout.format, "{name}: {done}");
    assert_eq!(numbers(&done), (count, count - lost, lost), "{name}: {done}");
    assert_eq!(done["skipped_for"], skipped_for, "{name}: {done}");
    let public = kept.iter().filter(|review| review.is_public).count();
    has(&done, json!({"published": public, "waiting": 0, "earlier_system": kept.len() - public}));
    let again = import(shop, layout.query, &file).await;
    skipped_for["duplicate"] = json!(count - lost);
    assert_eq!((numbers(&again), &again["skipped_for"]), ((count, 0, count), &skipped_for), "{name}: {again}");
    shop.advance(FETCHED).await;
    let here = all(shop).await;
    assert_eq!(here.len(), kept.len(), "{name}");
    for was in kept {
        compare(layout, products, was, &here[&(was.id - 100_000)]);
    }
    // A dry run says what a run does.
    for name in ["id", "dry_run"] {
        done[name] = dry[name].clone();
    }
    assert_eq!(dry, done, "{name}");
}

#[tokio::test]
async fn every_systems_files_come_over_as_they_were() {
    let (machine, host) = (Shop::new().await.world, Host::new().await);
    for seed in 0..moves() {
        for (number, layout) in LAYOUTS.iter().enumerate() {
            let seeded = seed * 100 + u64::try_from(number).unwrap();
            let (products, mut reviews) = world(seeded, rows(), Some(&host));
            layout.limit(&mut reviews);
            let shop = open(&machine, &format!("s{seed}-{number}"), layout, &products).await;
            move_all(&shop, layout, &products, &reviews).await;
        }
    }
}

/// A shop, a file of this layout with random reviews, and what is in it.
async fn with_file(name: &str, seed: u64, count: usize) -> (Shop, &'static Layout, Vec<Sold>, Vec<Review>, Vec<u8>) {
    let layout = LAYOUTS.iter().find(|layout| layout.name == name).unwrap();
    let (products, mut reviews) = world(seed, count, None);
    layout.limit(&mut reviews);
    let shop = open(&Shop::new().await.world, "move", layout, &products).await;
    let file = (layout.write)(&products, &reviews);
    (shop, layout, products, reviews, file)
}

#[tokio::test]
async fn whole_shops_move_in_time() {
    let count: u64 = if moves() > 1 { 2_300 } else { 230 };
    for name in WHOLE.iter().take(usize::try_from(moves()).unwrap()) {
        let (shop, layout, _, reviews, file) = with_file(name, 7, usize::try_from(count).unwrap()).await;
        let started = std::time::Instant::now();
        let done = import(&shop, layout.query, &file).await;
        let seconds = started.elapsed().as_secs();
        assert_eq!(numbers(&done), (count, count, 0), "{done}");
        println!("{name}: {count} reviews in {seconds} s");
        assert!(seconds <= WHOLE_S_MAX, "{name}: {seconds} s");
        let id = done["id"].text();
        let tallies = shop.get(format!("/api/v1/imports/{id}/products")).await.json()["products"].clone();
        let tallies = tallies.list();
        let rows: u64 = tallies.iter().map(|product| product["rows"].number()).sum();
        let named: BTreeSet<_> = reviews.iter().map(|review| review.product).collect();
        assert_eq!((rows, tallies.len()), (count, named.len()));
        let csv = shop.get(format!("/api/v1/imports/{id}/report.csv")).await.body;
        csv.shows(["what,line,column,", &format!("\r\ntotal,,,,,{},{count},", layout.format)]);
        let again = import(&shop, layout.query, &file).await;
        assert_eq!((numbers(&again), &again["skipped_for"]), ((count, 0, count), &json!({"duplicate": count})));
    }
}

#[tokio::test]
async fn a_file_in_utf_16_and_one_list_go_on_where_the_last_run_ended() {
    for name in ["Loox template", "WooCommerce REST"] {
        let (shop, layout, products, reviews, file) = with_file(name, 11, 320).await;
        take_long(&shop, 150);
        shop.aws().take_calls();
        let done = import(&shop, layout.query, &file).await;
        take_no_longer(&shop);
        let runs = shop.aws().calls().iter().filter(|call| call.operation == "SendMessage").count();
        assert!(runs >= 2, "{name}: {runs} more runs");
        assert_eq!(numbers(&done), (320, 320, 0), "{name}: {done}");
        let here = all(&shop).await;
        for was in &reviews {
            compare(layout, &products, was, &here[&(was.id - 100_000)]);
        }
    }
}
