//! The demo shop's samples: four weeks in which customers are asked, and most of them review. They are marked as samples.
//! Orders, requests, emails, reviews, photos and decisions happen in the usual way, so that every number of the shop is true.

mod orders;
mod reviews;
mod visit;

use std::collections::BTreeMap;

use anyhow::Context as _;
use http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

use self::orders::{Shopify, is_ordered};
use self::reviews::{ANSWERED, EDITED, NAMES, PHOTOS, SAMPLES, Sample, WITHHELD};
use super::{Asked, Demo, OWNER, PRODUCTS};
use crate::World;

/// How many days the samples' history has besides the last one. The console shows 28 days.
pub const HISTORY_DAYS: u16 = 27;
/// The customers of [`SAMPLES`], who review.
const REVIEWERS: u16 = 40;
/// The last customer who is asked in the history. Those after the reviewers write nothing.
const ASKED: u16 = 64;
/// The customers who are asked on the last day, after the others: how many days later they get their email.
const PLANNED: [(u16, u16); 2] = [(65, 3), (66, 7)];
/// The customer whose mailbox does not exist, and the day on which they are asked.
const BOUNCED: (u16, u16) = (67, 9);
/// How many days after the email a customer opens the page, by the customer's number.
const WAITS: [u16; 8] = [1, 3, 0, 1, 5, 2, 2, 3];
/// Of so many customers, one gets a reminder, three days after the email, unless they reviewed before.
const REMINDED_OF: u16 = 4;

/// Whether an address is a sample's author's.
pub(crate) fn is_sample(address: &str) -> bool {
    address.ends_with("@example.com") && (address.starts_with("sample") || address == self::address(BOUNCED.0))
}

fn address(number: u16) -> String {
    // SES' simulator bounces this name.
    let bounces = if number == BOUNCED.0 { "bounce+" } else { "" };
    format!("{bounces}sample{number}@example.com")
}

fn order(number: u16) -> String {
    format!("S-{}", 1_000 + number)
}

/// The day of the history, from 0, on which a customer is asked.
fn asked_on(number: u16) -> u16 {
    match number {
        // The last ones have four days in which they can review.
        1..=REVIEWERS => (number - 1) * (HISTORY_DAYS - 3) / REVIEWERS,
        _ if number == BOUNCED.0 => BOUNCED.1,
        _ => (number - REVIEWERS - 1) * HISTORY_DAYS / (ASKED - REVIEWERS),
    }
}

/// The day on which a customer opens their page; reviewers then review. Of the others, two of five open it.
fn opened_on(number: u16) -> Option<u16> {
    let opens = number <= REVIEWERS || number != BOUNCED.0 && number % 5 < 2;
    opens.then(|| asked_on(number) + WAITS[usize::from(number) % WAITS.len()])
}

fn sample(number: u16) -> Option<Sample> {
    SAMPLES.get(usize::from(number) - 1).copied()
}

/// What the shop asks a customer: reviewers about what they review, the others about one or two products.
fn request(number: u16, delay_days: u16) -> Value {
    let place = usize::from(number) % PRODUCTS.len();
    let places: Vec<_> = match sample(number) {
        Some((product, ..)) => product.into_iter().collect(),
        None if number.is_multiple_of(3) => vec![place, (place + 1) % PRODUCTS.len()],
        None => vec![place],
    };
    let products: Vec<_> = places.into_iter().map(|place| PRODUCTS[place].id).collect();
    json!({
        "email": address(number),
        "customer_name": format!("{} Sample", NAMES[usize::from(number) - 1]),
        "order_id": order(number),
        "product_ids": products,
        "delay_days": delay_days,
        "reminders": u8::from(number.is_multiple_of(REMINDED_OF)),
    })
}

impl Demo {
    /// Adds the samples, unless the shop has reviews: their history begins now, and in [`HISTORY_DAYS`] steps the clock
    /// moves to `until`. If `until` is no later than now, everything happens now.
    pub async fn add_samples(&self, world: &World, until: Timestamp) -> anyhow::Result<()> {
        let found = self.call(world, Method::GET, "/api/v1/reviews?limit=1", None).await?;
        if found["total"] != 0 {
            return Ok(());
        }
        // With these, a customer can say that something is wrong with the order, and reach the shop.
        let reached = json!({"reply_to": "shop@example.com", "contact_url": "https://shop.example.com/contact"});
        self.call(world, Method::PUT, "/api/v1/settings", Some(reached)).await?;
        let shopify = Shopify::connect(self, world).await?;
        let mut morning = world.aws().clock().now();
        let day = until.duration_since(morning) / i32::from(HISTORY_DAYS);
        let mut asked = BTreeMap::new();
        for today in 0..=HISTORY_DAYS {
            if today > 0 && day.is_positive() {
                morning = morning.checked_add(day)?;
                world.advance(morning.duration_since(world.aws().clock().now())).await?;
            }
            self.ask_samples(world, &shopify, today, &mut asked).await?;
            self.open_samples(world, today, &asked).await?;
        }
        for (number, days) in PLANNED {
            self.request(world, request(number, days)).await?;
        }
        // From now on, not about the reviews of the history.
        self.call(world, Method::PUT, "/api/v1/settings", Some(json!({"owner_email": OWNER}))).await?;
        Ok(())
    }

    /// Asks the customers of a day, and sends their emails.
    async fn ask_samples(
        &self,
        world: &World,
        shopify: &Shopify,
        today: u16,
        asked: &mut BTreeMap<u16, Asked>,
    ) -> anyhow::Result<()> {
        let numbers: Vec<_> = (1..=ASKED).chain([BOUNCED.0]).filter(|number| asked_on(*number) == today).collect();
        for &number in &numbers {
            if is_ordered(number) {
                shopify.report(world, number).await?;
            } else {
                asked.insert(number, self.request(world, request(number, 0)).await?);
            }
        }
        world.settle().await?;
        let mails = world.aws().inbox();
        for number in numbers.into_iter().filter(|number| is_ordered(*number)) {
            asked.insert(number, orders::asked(&mails, number, world.base_url())?);
        }
        Ok(())
    }

    /// Lets the customers of a day open their pages, and the shop decide.
    async fn open_samples(&self, world: &World, today: u16, asked: &BTreeMap<u16, Asked>) -> anyhow::Result<()> {
        for (&number, asked) in asked.iter().filter(|(number, _)| opened_on(**number) == Some(today)) {
            let Some((_, stars, name, text)) = sample(number) else {
                visit::open(world, asked).await?;
                continue;
            };
            for (_, photo) in PHOTOS.iter().filter(|(of, _)| *of == number) {
                visit::add_photo(world, asked, photo).await?;
            }
            visit::write(world, asked, stars, name, text).await?;
            self.decide(world, number, asked).await?;
        }
        for (number, _, stars, text) in EDITED.into_iter().filter(|(_, day, ..)| *day == today) {
            let (_, _, name, _) = sample(number).context("a sample")?;
            visit::write(world, asked.get(&number).context("a sample's request")?, stars, name, text).await?;
        }
        Ok(())
    }

    /// Withholds or answers a sample's review, if the shop does one of these.
    async fn decide(&self, world: &World, number: u16, asked: &Asked) -> anyhow::Result<()> {
        let withheld = WITHHELD.iter().find(|(of, _)| *of == number);
        let withheld = withheld.map(|(_, reason)| (Method::PATCH, "reject", json!({ "reason": reason })));
        let answered = ANSWERED.iter().find(|(of, _)| *of == number);
        let answered = answered.map(|(_, text)| (Method::PUT, "reply", json!({ "text": text })));
        let Some((method, what, body)) = withheld.or(answered) else { return Ok(()) };
        let listed = self.call(world, Method::GET, "/api/v1/reviews?limit=100", None).await?;
        let mut reviews = listed["reviews"].as_array().context("a list of reviews")?.iter();
        let review = reviews.find(|review| review["request_id"] == asked.request);
        let id = review.and_then(|review| review["id"].as_u64()).context("a sample's review")?;
        self.call(world, method, &format!("/api/v1/reviews/{id}/{what}"), Some(body)).await?;
        Ok(())
    }
}
