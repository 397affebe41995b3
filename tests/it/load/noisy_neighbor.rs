//! Even if some shops do everything at the same time that uses the account's resources, another shop is not slowed
//! down. [`concurrency`](super::concurrency) is about the account's quota of invocations.
//!
//! Time is the machine's, as in `cargo dev`, but waits for foreign servers are a tenth as long, because waits in this
//! process take longer while it is busy.
//!
//! `SECONDS=60 cargo it noisy_neighbor -- --nocapture` prints the figure.

use std::cell::RefCell;
use std::future::Future;
use std::time::Instant;

use crate::hub::photos::{Upload, jpeg, upload, wants};
use crate::importing::{file, post};
use crate::orders_in::payloads::{at, order, shipment};
use crate::orders_in::{SECRET, signed};
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

/// How long the noise lasts, unless `SECONDS` is set.
const SECONDS: u64 = 5;
/// For each second, this many of the loud shop's emails are due at the start: more than SES accepts during the test.
const DUE: u64 = 100;
const A_SECOND: f64 = 14.0;
const AT_ONCE: u32 = 14;
/// The time in which everything of the quiet shop is done.
const WITHIN: Duration = Duration::from_secs(60);
/// The time between two of its requests, and two of its orders. It then has less than a tenth of the emails that this process sends
/// in a second; SQS' fair queues would count a shop with more as noisy itself.
const PAUSE: Duration = Duration::from_millis(2_500);
const CALLS: usize = 500;
const PAGES: usize = 17;
const ERASURES: usize = 20;
const UPLOADS: usize = 50;
/// Calls of a shop's system that another secret signed.
const FORGED: usize = 300;
/// Half of an account's concurrent invocations: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const CONCURRENCY: usize = 500;

struct Neighbours {
    world: World,
    /// This shop has many emails due, an import, a webhook that hangs, a loop of calls, an editor, many readers and
    /// erasures, and somebody who sends one upload form without end. Somebody else forges calls of its system, and as many
    /// of the quiet shop's.
    loud: Shop,
    /// This shop sends to a bought list.
    spammer: Shop,
    quiet: Shop,
    silent_host: Host,
    hanging: Receiver,
    receiver: Receiver,
    /// The signed calls of the quiet shop's system, one for each of its orders.
    orders: Vec<(String, String)>,
    due: usize,
    until: Instant,
}

#[derive(Default)]
struct Noise(RefCell<BTreeMap<(&'static str, u16), usize>>);

impl Noise {
    fn note(&self, what: &'static str, reply: &Reply) {
        *self.0.borrow_mut().entry((what, reply.status.as_u16())).or_default() += 1;
    }
}

#[derive(Default)]
struct Took(RefCell<Vec<f64>>);

impl Took {
    /// Waits until it is done, which must be soon.
    async fn until(&self, what: &str, is_done: impl AsyncFn() -> bool) {
        let began = Instant::now();
        while !is_done().await {
            assert!(began.elapsed() < WITHIN, "{what}: not within {WITHIN:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.0.borrow_mut().push(began.elapsed().as_secs_f64());
    }

    fn p99(&self) -> f64 {
        let mut took = self.0.borrow().clone();
        took.sort_by(f64::total_cmp);
        took[(took.len() * 99).div_ceil(100) - 1]
    }
}

fn buyer(number: usize) -> String {
    format!("buyer-{number}@example.com")
}

/// A call about an order that left the shop, and its signature.
fn ordered(shop: &Shop, number: usize) -> (String, String) {
    let (now, id) = (at(shop, 0), 5_000 + number);
    let left = shipment(&now, &now, json!({"id": id, "order_id": id}));
    let fields = json!({"id": id, "name": format!("#{id}"), "email": buyer(number), "fulfillment_status": "fulfilled",
        "created_at": now, "fulfillments": [left]});
    let body = order(&now, fields).to_string();
    let signature = signed(SECRET, body.as_bytes());
    (body, signature)
}

/// Makes a call as a shop's system.
async fn say(shop: &Shop, body: &str, signature: &str) -> Reply {
    let call = shop.call("POST", format!("/in/shopify/{}", shop.tenant.id.as_str())).without_key();
    let call = call.header("x-shopify-topic", "orders/fulfilled").header("x-shopify-hmac-sha256", signature);
    call.body(body).send().await
}

impl Neighbours {
    async fn new(seconds: u64) -> Self {
        let world = machines_world();
        let [loud, spammer, quiet] =
            ["fern", "moss", "acme"].map(|name| Shop::in_world(world.clone(), name, Mode::Live));
        let (loud, spammer, quiet) = (loud.await, spammer.await, quiet.await);
        let silent_host = Host::new().await;
        let hanging = Receiver::answering(|_| Answer::Nothing).await;
        let receiver = Receiver::new().await;
        let hook = json!({"events": ["review.submitted", "review.updated"]});
        loud.hook(&hanging, hook.clone()).await;
        quiet.hook(&receiver, hook).await;
        for shop in [&loud, &quiet] {
            let rules = json!({"after": "fulfilled", "ask_days_after": 0, "since": "2020-01-01T00:00:00Z"});
            shop.connect("shopify", rules).await;
        }
        let count = usize::try_from(Duration::from_secs(seconds).as_millis() / PAUSE.as_millis()).unwrap();
        let orders = (0..count).map(|number| ordered(&quiet, number)).collect();
        let due = usize::try_from(seconds * DUE).unwrap();
        for order in 0..due {
            let order = order.to_string();
            loud.created(json!({"email": format!("loud-{order}@example.com"), "order_id": order, "delay_days": 0}))
                .await;
        }
        let photos = (0..10).map(|photo| silent_host.at(&format!("/hangs?{photo}"))).collect::<Vec<_>>().join(" ");
        for part in 0..5 {
            let row = |row| format!("old-{part}-{row},{MUG},5,,Fine,Jane,,{photos},en,2024-05-01");
            let rows: Vec<_> = (0..40).map(row).collect();
            let csv = file(&rows.iter().map(String::as_str).collect::<Vec<_>>());
            post(&loud, "format=afterword", "text/csv", &csv).await.is(201);
        }
        world.aws().limit_mails(Some((A_SECOND, AT_ONCE)));
        world.aws().set_concurrency(CONCURRENCY);
        let until = Instant::now() + Duration::from_secs(seconds);
        Self { world, loud, spammer, quiet, silent_host, hanging, receiver, orders, due, until }
    }

    /// Repeats an action at this rate until the time is over.
    async fn keep<W: Future<Output = ()>>(&self, a_second: usize, mut work: impl FnMut(usize) -> W) {
        let mut often = tokio::time::interval(Duration::from_secs(1) / u32::try_from(a_second).unwrap());
        let mut number = 0;
        while Instant::now() < self.until {
            often.tick().await;
            work(number).await;
            number += 1;
        }
    }

    async fn make_noise(&self, noise: &Noise) {
        let Self { loud, spammer, .. } = self;
        let (_, hub) = loud.created(json!({"order_id": "edited", "product_ids": [MUG], "skip_email": true})).await;
        let edit = async |number: usize| {
            let text = format!("It is fine, {number}.");
            let form =
                [("token", token_of(&hub)), ("item", "0"), ("rating", "5"), ("text", &text), ("display_name", "Jane")];
            noise.note("edits", &loud.submit("/review/hub/review", &form).await);
        };
        let call = async |_| noise.note("calls", &loud.get("/api/v1/suppressions").await);
        let page = async |number: usize| {
            let path = format!("/p/fern/@all/{}.json", 1 + number % 15);
            noise.note("pages", &loud.reads(path).await);
        };
        let form = Upload::of(&wants(loud, &hub, "0").await.json());
        let post_form = async |_| assert_eq!(form.send(loud, &jpeg(8, 8)).status(), 204);
        // These emails are due last.
        let erase = async |number: usize| {
            let person = json!({"email": format!("loud-{}@example.com", self.due - 1 - number)});
            noise.note("erasures", &loud.post("/api/v1/privacy/erase", person).await);
        };
        let list = async |number: usize| {
            let kind = if number % 5 < 3 { "bounce" } else { "fine" };
            let fields = json!({"email": format!("{kind}+{number}@example.com"), "order_id": number.to_string(), "delay_days": 0});
            noise.note("list", &spammer.create(fields).await);
            if spammer.get("/api/v1/deliverability").await.json()["brake"]["held"] == true {
                let released = spammer.post("/api/v1/deliverability/release", json!({})).await;
                noise.note("releases", &released);
            }
        };
        let (body, signature) = &self.orders[0];
        let other = signed("another", body.as_bytes());
        assert_ne!(other, *signature);
        let forge = async |number: usize| {
            let shop = if number.is_multiple_of(2) { loud } else { &self.quiet };
            noise.note("forged", &say(shop, body, &other).await);
        };
        let (edits, calls, pages, lists) =
            (self.keep(50, edit), self.keep(CALLS, call), self.keep(PAGES, page), self.keep(10, list));
        let (erasures, uploads, forged) =
            (self.keep(ERASURES, erase), self.keep(UPLOADS, post_form), self.keep(FORGED, forge));
        tokio::join!(edits, calls, pages, lists, erasures, uploads, forged);
    }

    /// The numbers and the times at which the quiet shop's requests and orders begin, from now on.
    fn starts(&self) -> impl Iterator<Item = (usize, Duration)> {
        let until = self.until;
        (0..).map(|number| PAUSE * number).take_while(move |at| Instant::now() + *at < until).enumerate()
    }

    /// Creates requests one after the other, and measures how long their email, webhook, photo and erasure or export
    /// take, and how long the email about an order that the shop's system reports.
    async fn live(&self, privacy: &str) -> [Took; 5] {
        let [mails, hooks, photos, persons, orders] = <[Took; 5]>::default();
        let Self { quiet, receiver, .. } = self;
        let reports = self.starts().zip(&self.orders).map(async |((number, at), (body, signature))| {
            tokio::time::sleep(at).await;
            say(quiet, body, signature).await.is(200);
            let email = buyer(number);
            orders.until("the email about its order", async || quiet.inbox().iter().any(|mail| mail.to == email)).await;
        });
        let lives = self.starts().map(async |(number, at)| {
            tokio::time::sleep(at).await;
            let email = format!("quiet-{number}@example.com");
            let (request, hub) = quiet.created(json!({"email": email, "product_ids": [MUG], "delay_days": 0})).await;
            mails.until("its email", async || quiet.inbox().iter().any(|mail| mail.to == email)).await;
            let key = upload(quiet, &hub, &jpeg(40, 20)).await;
            photos.until("its photo", async || !quiet.aws().objects().contains(&key)).await;
            quiet.review(&hub, 0).await;
            let request = request.to_string();
            let is_called = async || receiver.calls().iter().any(|call| call.json().to_string().contains(&request));
            hooks.until("its webhook", is_called).await;
            quiet.get("/api/v1/reviews").await.is(200);
            let asked = quiet.post(format!("/api/v1/privacy/{privacy}"), json!({"email": email})).await.is(202);
            let receipt = format!("/api/v1/privacy/{}", asked.json()["receipt"].text());
            persons.until(privacy, async || quiet.get(&receipt).await.json()["status"] == "done").await;
        });
        tokio::join!(join_all(lives), join_all(reports));
        [mails, hooks, photos, persons, orders]
    }
}

#[tokio::test]
#[ignore = "for .ci/nightly: it measures time, so nothing may run beside it"]
async fn a_shop_that_does_everything_at_once_is_not_noticed_by_another() {
    let asked = std::env::var("SECONDS");
    // An erasure waits half a minute between its two runs.
    let privacy = if asked.is_ok() { "erase" } else { "export" };
    let seconds = asked.map_or(SECONDS, |seconds| seconds.parse().unwrap());
    let neighbours = Neighbours::new(seconds).await;
    neighbours.world.aws().hurry(10);
    let Neighbours { world, spammer, quiet, silent_host, hanging, .. } = &neighbours;
    let (serving, noise) = (world.clone(), Noise::default());
    let serving = tokio::spawn(async move { serving.run_until(std::future::pending()).await });
    let (took, ()) = tokio::join!(neighbours.live(privacy), neighbours.make_noise(&noise));
    println!("{:<24}{:>8}{:>14}", "the quiet shop's", "done", "99 % within");
    for (what, took) in ["email", "webhook", "photo", privacy, "order"].iter().zip(&took) {
        println!("{what:<24}{:>8}{:>12.2} s", took.0.borrow().len(), took.p99());
        assert_eq!(took.0.borrow().len(), neighbours.orders.len(), "{what}");
    }
    println!("the others' calls, by their status");
    let calls = noise.0.take();
    for ((what, status), count) in &calls {
        println!("{:<24}{count:>8}", format!("{what}, {status}"));
    }

    // Each part of the noise still goes on, or was stopped.
    let (left, due) = (quiet.inbox().iter().filter(|mail| mail.to.starts_with("loud-")).count(), neighbours.due);
    assert!((1..due).contains(&left), "{left} of {due} emails left");
    assert!(!silent_host.asked().is_empty() && !hanging.calls().is_empty(), "they hang");
    assert!(calls.keys().all(|(what, status)| *status < 500 && (*what != "forged" || *status == 401)));
    assert!(calls.contains_key(&("forged", 401)));
    let is_held = spammer.get("/api/v1/deliverability").await.json()["brake"]["held"] == true;
    let releases = calls.get(&("releases", 200)).copied().unwrap_or_default();
    assert!(is_held || releases == 1, "it was held");
    assert!(releases <= 1, "it releases itself once in seven days");
    assert_eq!(quiet.get("/api/v1/deliverability").await.json()["brake"]["held"], false);
    serving.abort();
}
