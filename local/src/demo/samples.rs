//! The demo shop's samples: four weeks in which customers are asked, and most of them review. They are marked as samples.
//! Requests, emails, reviews and decisions happen in the usual way, so that every number of the shop is true.

use std::collections::BTreeMap;

use anyhow::{Context as _, ensure};
use axum::body::Body;
use form_urlencoded::Serializer;
use http::{Method, Request, header};
use jiff::Timestamp;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::{Asked, Demo, PRODUCTS};
use crate::World;

/// How many days the samples' history has besides the last one. The console shows 28 days.
pub const HISTORY_DAYS: u16 = 27;
/// The customers of [`SAMPLES`], who review.
const REVIEWERS: u16 = 40;
/// The last customer who is asked in the history. Those after the reviewers write nothing.
const ASKED: u16 = 64;
/// The customers who are asked on the last day, after the others: how many days later they get their email.
const PLANNED: [(u16, u16); 2] = [(65, 3), (66, 7)];
/// How many days after the email a customer opens the page, by the customer's number.
const WAITS: [u16; 8] = [1, 3, 0, 1, 5, 2, 2, 3];

const MARK: &str = "Sample: ";
/// The user agent for the links: a program, but not a scanner.
const AGENT: &str = "Afterword's samples";

/// The product's place in the demo's list, `None` for the shop itself; the stars; the shown name, if any; the text.
type Sample = (Option<usize>, u8, &'static str, &'static str);

/// The last four contain contact data, so they wait.
#[rustfmt::skip]
const SAMPLES: [Sample; 40] = [
    (Some(0), 5, "Sample customer 1", "The grain is beautiful, and it came oiled and ready to use."),
    (Some(0), 5, "S. A.", "We use it every day for bread. No cracks after a month of washing by hand."),
    (Some(0), 4, "Sample customer 3", "Heavier than I expected, which I have come to like. The handle could be longer."),
    (Some(0), 3, "Sample customer 4", "A good board, but one corner was rough and I had to sand it myself."),
    (Some(0), 2, "S. B.", "It warped a little after the second wash. The instructions came in another parcel."),
    (Some(0), 5, "Sample customer 6", "A present for my parents. They serve cheese on it whenever we visit."),
    (Some(0), 1, "Sample customer 7", "Arrived with a crack along the middle. I had to ask twice for a new one."),
    (Some(0), 4, "", "Solid walnut, nicely rounded edges. It smelled of oil for a few days."),
    (Some(1), 5, "Sample customer 9", "The glaze is even nicer than in the picture, and the saucer does not leak."),
    (Some(1), 4, "S. C.", "Exactly the size for my fern. The color is a little darker than shown."),
    (Some(1), 4, "Sample customer 11", "Well packed and quick. The hole in the bottom is small, so water drains slowly."),
    (Some(1), 3, "Sample customer 12", "Fine for the price. Two of the three pots I bought differ in height."),
    (Some(1), 5, "Sample customer 13", "Third one I have bought. They look good next to each other."),
    (Some(1), 1, "S. D.", "The pot was broken when it came, and the box was too large for it."),
    (Some(1), 2, "Sample customer 15", "The saucer scratches the window sill. I put felt under it."),
    (Some(1), 5, "", "Simple and heavy enough that the cat cannot push it over."),
    (Some(2), 5, "Sample customer 17", "They burn for hours and smell of honey, not of perfume."),
    (Some(2), 5, "S. E.", "No soot, no dripping. The set of three looks lovely on the table."),
    (Some(2), 4, "Sample customer 19", "Good candles. One wick was off the middle and burned down on one side."),
    (Some(2), 3, "Sample customer 20", "Nice, but smaller than I thought from the photo. I should have read the measurements."),
    (Some(2), 5, "Sample customer 21", "Bought again. They last longer than the ones from the market."),
    (Some(2), 2, "Sample customer 22", "Two of the three went out again and again until I trimmed the wicks."),
    (Some(2), 4, "S. F.", "Lovely warm light. The paper wrapping was a nice touch."),
    (Some(2), 1, "", "They melted in the parcel on a hot day. Nobody answered my first email."),
    (Some(3), 5, "Sample customer 25", "Soft from the first day, and the pockets are where you need them."),
    (Some(3), 5, "S. G.", "Washed ten times already and it only got better."),
    (Some(3), 4, "Sample customer 27", "The straps are long enough to tie in front. It wrinkles a lot, as linen does."),
    (Some(3), 3, "Sample customer 28", "Good linen, but the color faded at the seams after some washes."),
    (Some(3), 5, "Sample customer 29", "My husband took it, so I ordered a second one."),
    (Some(3), 2, "Sample customer 30", "Too wide for me, and there is only one size."),
    (Some(3), 4, "", "Well sewn. I would have liked a loop to hang it up."),
    (Some(3), 5, "Sample customer 32", "Fits over a winter sweater and still looks neat."),
    (None, 5, "Sample customer 33", "They found my parcel within a day when the courier had lost it."),
    (None, 4, "S. H.", "Good shop with honest pictures. Delivery took a week."),
    (None, 3, "Sample customer 35", "Everything was fine in the end, but I got the invoice twice."),
    (None, 1, "Sample customer 36", "I waited three weeks for an answer about a return."),
    (Some(0), 5, "Sample customer 37", "Lovely board. If you have questions about the oil, write to sample37@example.com."),
    (Some(1), 2, "Sample customer 38", "The color is not what I ordered. Call me on 030 1234567 about the exchange."),
    (Some(2), 4, "Sample customer 39", "I wrote more about them on www.example.com, with pictures."),
    (Some(3), 5, "Sample customer 40", "A great apron. I sell similar ones at www.example.com."),
];

/// The samples that the shop withheld, by their number from 1, each with the reason.
const WITHHELD: [(u16, &str); 3] = [(12, "unrelated"), (33, "confidential"), (40, "fake")];
/// The samples that the shop answered, by their number from 1, each with the answer.
const ANSWERED: [(u16, &str); 5] = [
    (1, "Thank you! A few drops of oil twice a year keep it like that."),
    (7, "We are sorry, and have changed how we pack the boards. A new one is on its way."),
    (14, "Sorry about that. The next one comes in a smaller box, at our cost."),
    (25, "Thank you, that is good to read."),
    (36, "You are right, that took too long. Your refund was sent today."),
];

/// Whether an address is a sample's author's.
pub(crate) fn is_sample(address: &str) -> bool {
    address.starts_with("sample") && address.ends_with("@example.com")
}

/// The day of the history, from 0, on which a customer is asked.
fn asked_on(number: u16) -> u16 {
    match number {
        // The last ones have four days in which they can review.
        1..=REVIEWERS => (number - 1) * (HISTORY_DAYS - 3) / REVIEWERS,
        _ => (number - REVIEWERS - 1) * HISTORY_DAYS / (ASKED - REVIEWERS),
    }
}

/// The day on which a customer opens their page; reviewers then review. Of the others, two of five open it.
fn opened_on(number: u16) -> Option<u16> {
    let opens = number <= REVIEWERS || number % 5 < 2;
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
    let products: Vec<_> = places.into_iter().map(|place| PRODUCTS[place].0).collect();
    json!({
        "email": format!("sample{number}@example.com"),
        "customer_name": format!("Sample customer {number}"),
        "order_id": format!("S-{}", 1_000 + number),
        "product_ids": products,
        "delay_days": delay_days,
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
        let mut morning = world.aws().clock().now();
        let day = until.duration_since(morning) / i32::from(HISTORY_DAYS);
        let mut asked = BTreeMap::new();
        for today in 0..=HISTORY_DAYS {
            if today > 0 && day.is_positive() {
                morning = morning.checked_add(day)?;
                world.advance(morning.duration_since(world.aws().clock().now())).await?;
            }
            for number in (1..=ASKED).filter(|number| asked_on(*number) == today) {
                asked.insert(number, self.request(world, request(number, 0)).await?);
            }
            world.settle().await?;
            for (number, asked) in asked.iter().filter(|(number, _)| opened_on(**number) == Some(today)) {
                match sample(*number) {
                    Some(sample) => write(world, asked, sample).await?,
                    None => open(world, asked).await?,
                }
                self.decide(world, *number, asked).await?;
            }
        }
        for (number, days) in PLANNED {
            self.request(world, request(number, days)).await?;
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

/// Opens the customer's page.
async fn open(world: &World, asked: &Asked) -> anyhow::Result<()> {
    let get = Request::get(&asked.page).header(header::USER_AGENT, AGENT);
    let answer = world.router().oneshot(get.body(Body::empty())?).await?;
    ensure!(answer.status().is_success(), "a sample's page is answered with {}", answer.status());
    Ok(())
}

/// Writes a review on the customer's page.
async fn write(world: &World, asked: &Asked, (_, stars, name, text): Sample) -> anyhow::Result<()> {
    let (_, token) = asked.page.split_once("token=").context("a link")?;
    let form = Serializer::new(String::new())
        .extend_pairs([("token", token), ("item", "0"), ("rating", &stars.to_string()), ("display_name", name)])
        .append_pair("text", &format!("{MARK}{text}"))
        .finish();
    let post = Request::post("/review/hub/review")
        .header(header::USER_AGENT, AGENT)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = world.router().oneshot(post.body(Body::from(form))?).await?;
    ensure!(answer.status().is_redirection(), "a sample's review is answered with {}", answer.status());
    Ok(())
}
