//! Stars in the fields that a theme at Shopify reads. A stand-in, also of other tests, answers as Shopify's reference says, and refuses
//! what it refuses; what a theme makes of the fields is compared with `ratings.json`.
//!
//! `LIVES=10000` sets how many products live, `PRODUCTS=25000` how many a large shop has.

use axum::body::Bytes;
use axum::http::{Request, Response};
use small_aws::{Answer, Chance};

use super::SECRET;
use super::payloads::uninstalled;
use crate::console::{MARA, Visitor};
use crate::failures::death_at_each_await::{Life, shop as simulated, survives_one_in};
use crate::importing::{file, import, numbers};
use crate::sending::backlog;
use crate::support::*;

/// The system of the shop. Hosts in a simulated world speak plain HTTP.
pub const HOST: &str = "http://127.0.0.1:1";
pub const CLIENT_ID: &str = "0123456789abcdef0123456789abcdef";
const IN_SHOP: &str = "/console/in-shop";
pub const SHOPIFY: &str = "/console/connections/shopify";
/// What each token begins with.
pub const TOKEN: &str = "budgerigarbudgerigarbudgeri-";
const SCOPES: &str = "read_orders,read_fulfillments,write_products";
/// How many products live, unless `LIVES` is set: ten of each shop.
const LIVES: u64 = 20;
const OF_SHOP: u64 = 10;
/// Public pages and fields are as far behind at most.
const QUIET: SignedDuration = SignedDuration::from_mins(10);
/// How long a token is valid
/// (shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant).
const TOKEN_FOR: SignedDuration = SignedDuration::from_hours(24);
/// The points of a shop with the smallest plan, those that come back in a second, and what a mutation costs
/// (shopify.dev/docs/api/usage/limits).
const POINTS: f64 = 2_000.0;
const POINTS_A_SECOND: f64 = 100.0;
const MUTATION: f64 = 10.0;
/// The most points of one query (shopify.dev/docs/api/usage/limits#single-query-limit).
const QUERY_MAX: f64 = 1_000.0;
/// The most fields of one call (shopify.dev/docs/api/admin-graphql/2026-10/mutations/metafieldsSet).
const FIELDS_MAX: usize = 25;

/// What each document is about that may leave, sorted.
const DOCUMENTS: [&str; 7] = [
    "metafieldsDelete",
    "metafieldsSet",
    "nodes",
    "products",
    "standardMetafieldDefinitionEnable",
    "webhookSubscriptionCreate",
    "webhookSubscriptions",
];

/// A product's average, as Shopify's type `rating` writes it, and number of reviews.
type Fields = BTreeMap<String, String>;

/// A status, headers and a body.
pub type Reply3 = (u16, Vec<(&'static str, String)>, Value);

pub struct Site {
    now: app::clock::Clock,
    /// The products of its list, and the pages that were read: how many products, after which place.
    pub listed: Vec<Value>,
    pub pages: Vec<String>,
    pub hooks: Vec<Value>,
    /// The topics whose webhooks it refuses.
    pub refuses: Vec<&'static str>,
    /// What a call whose document has this text is answered instead; every call, if the text is empty.
    pub instead: Option<(&'static str, Reply3)>,
    /// The secrets of the app.
    pub secrets: Vec<&'static str>,
    products: BTreeMap<u64, Fields>,
    definitions: BTreeSet<String>,
    is_installed: bool,
    scopes: &'static str,
    tokens: Vec<Timestamp>,
    points: (f64, Timestamp),
    /// What was sent: the beginning of each document.
    documents: BTreeSet<String>,
    pub calls: usize,
    /// How many calls the last token was used for.
    used: usize,
    /// Which answers are lost, although the call was carried out.
    losing: Option<Chance>,
    /// Whether the answers to writes are lost.
    loses_writes: bool,
    /// How often a token was asked for.
    tried: usize,
    /// With how many calls each token ends.
    calls_a_token: usize,
}

/// An answer of GraphQL: data, or an error with this code.
type Answered = Result<Value, &'static str>;

impl Site {
    fn answer(&mut self, request: &Request<Bytes>) -> Reply3 {
        let now = self.now.now();
        let call: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        let document = call["query"].as_str().unwrap_or_default();
        let (first, after) = (&call["variables"]["first"], &call["variables"]["after"]);
        if document.contains("products(") {
            self.pages.push(format!("{first} {}", after.as_str().unwrap_or("0")));
        }
        if let Some((_, instead)) = self.instead.as_ref().filter(|(of, _)| document.contains(of)) {
            return instead.clone();
        }
        if request.uri().path() == "/admin/oauth/access_token" {
            self.tried += 1;
            let form: BTreeMap<_, _> = form_urlencoded::parse(request.body()).into_owned().collect();
            let is_app = form["client_id"] == CLIENT_ID && self.secrets.contains(&form["client_secret"].as_str());
            if !is_app || !self.is_installed {
                return (400, vec![], json!({"error": "application_cannot_be_found"}));
            }
            self.tokens.push(now + TOKEN_FOR);
            self.used = 0;
            let token = format!("{TOKEN}{}", self.tokens.len());
            return (200, vec![], json!({"access_token": token, "scope": self.scopes, "expires_in": 86_399}));
        }
        (self.calls, self.used) = (self.calls + 1, self.used + 1);
        let token = request.headers()["x-shopify-access-token"].to_str().unwrap().strip_prefix(TOKEN);
        let until = token.and_then(|number| self.tokens.get(number.parse::<usize>().ok()? - 1));
        if !self.is_installed || until.is_none_or(|until| *until <= now) || self.used > self.calls_a_token {
            return (401, vec![], json!({"errors": "[API] Invalid API key or access token"}));
        }
        let answer = match self.run(document, &call["variables"], now) {
            Ok(data) => json!({"data": data}),
            Err(code) => json!({"errors": [{"message": code, "extensions": {"code": code}}]}),
        };
        (200, vec![], answer)
    }

    fn run(&mut self, document: &str, variables: &Value, now: Timestamp) -> Answered {
        let is_of = |name: &&str| document.contains(&format!("{name}("));
        let name = DOCUMENTS.into_iter().find(is_of).expect("a document that may leave").to_owned();
        self.documents.insert(name.clone());
        let none = Vec::new();
        let ids = variables["ids"].as_array().unwrap_or(&none);
        let cost = if document.starts_with("mutation") { MUTATION } else { 3.0 * ids.len() as f64 };
        assert!(cost <= QUERY_MAX, "{document} costs {cost}");
        let restored = now.duration_since(self.points.1).as_secs_f64() * POINTS_A_SECOND;
        self.points = ((self.points.0 + restored).min(POINTS), now);
        if self.points.0 < cost {
            return Err("THROTTLED");
        }
        self.points.0 -= cost;
        match name.as_str() {
            "webhookSubscriptions" => {
                let nodes: Vec<_> = self.hooks.iter().filter(|hook| hook["uri"] == variables["uri"]).collect();
                let shop = json!({"myshopifyDomain": "fern.myshopify.com"});
                Ok(json!({"shop": shop, "webhookSubscriptions": {"nodes": nodes}}))
            }
            "products" => {
                let first = usize::try_from(variables["first"].number()).unwrap();
                let from = variables["after"].as_str().map_or(0, |after| after.parse().unwrap());
                let nodes: Vec<_> = self.listed.iter().skip(from).take(first).collect();
                let end = from + nodes.len();
                let page = json!({"hasNextPage": end < self.listed.len(), "endCursor": end.to_string()});
                Ok(json!({"products": {"nodes": nodes, "pageInfo": page}}))
            }
            "nodes" => Ok(json!({"nodes": ids.iter().map(|id| self.node(id.text())).collect::<Vec<_>>()})),
            _ if !self.scopes.contains("write_products") && !document.contains("webhookSubscriptionCreate") => {
                Err("ACCESS_DENIED")
            }
            "standardMetafieldDefinitionEnable" => {
                let mut made = serde_json::Map::new();
                for (alias, key) in [("average", "rating"), ("number", "rating_count")] {
                    assert!(document.contains(&format!("{alias}: standardMetafieldDefinitionEnable(namespace: \"reviews\", key: \"{key}\", ownerType: PRODUCT)")));
                    let is_used = self.products.values().any(|fields| fields.contains_key(key));
                    let errors = match (self.definitions.contains(key), is_used) {
                        (true, _) => json!([{"code": "TAKEN"}]),
                        (false, true) => json!([{"code": "UNSTRUCTURED_ALREADY_EXISTS"}]),
                        (false, false) => json!([]),
                    };
                    self.definitions.insert(key.to_owned());
                    made.insert(alias.to_owned(), json!({"userErrors": errors}));
                }
                Ok(Value::Object(made))
            }
            "metafieldsDelete" | "metafieldsSet" => {
                let errors = self.change(&name, variables["fields"].list());
                Ok(json!({name: {"userErrors": errors}}))
            }
            _ => {
                let topics = document.split("webhookSubscriptionCreate(topic: ").skip(1);
                let mut made = json!({});
                for topic in topics.map(|rest| rest.split(',').next().unwrap()) {
                    assert!(
                        document.contains(&format!("{topic}: webhookSubscriptionCreate(topic: {topic},")),
                        "{document}"
                    );
                    assert_eq!(variables["webhook"]["format"], "JSON");
                    let hook = json!({"topic": topic, "uri": variables["webhook"]["uri"]});
                    made[topic] = if self.hooks.contains(&hook) || self.refuses.contains(&topic) {
                        json!({"webhookSubscription": null, "userErrors": [{"message": "It is taken, or not allowed."}]})
                    } else {
                        self.hooks.push(hook);
                        json!({"webhookSubscription": {"id": "gid://shopify/WebhookSubscription/1"}, "userErrors": []})
                    };
                }
                Ok(made)
            }
        }
    }

    fn node(&self, id: &str) -> Value {
        let fields = product(id).and_then(|number| self.products.get(&number));
        let Some(fields) = fields else { return Value::Null };
        let field = |key: &str| fields.get(key).map(|value| json!({"value": value}));
        json!({"id": id, "average": field("rating"), "number": field("rating_count")})
    }

    /// Carries out all changes, or none.
    fn change(&mut self, name: &str, fields: &[Value]) -> Vec<Value> {
        assert!((1..=FIELDS_MAX).contains(&fields.len()), "{}", fields.len());
        let mut products = self.products.clone();
        let mut errors = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let key = field["key"].text();
            assert!(field["namespace"] == "reviews" && ["rating", "rating_count"].contains(&key), "{field}");
            let mut error = |message: &str| errors.push(json!({"message": message, "elementIndex": index}));
            let Some(owner) = product(field["ownerId"].text()).and_then(|number| products.get_mut(&number)) else {
                error("Owner does not exist.");
                continue;
            };
            if name == "metafieldsDelete" {
                owner.remove(key);
                continue;
            }
            let value = field["value"].text();
            let is_valid = match field["type"].text() {
                "rating" if key == "rating" => {
                    let rating: Value = serde_json::from_str(value).unwrap();
                    let [least, is, most] =
                        ["scale_min", "value", "scale_max"].map(|name| rating[name].text().parse::<f64>().unwrap());
                    least <= is && is <= most
                }
                "number_integer" if key == "rating_count" => value.parse::<u32>().is_ok(),
                _ => false,
            };
            if is_valid { drop(owner.insert(key.to_owned(), value.to_owned())) } else { error("Value is invalid.") }
        }
        if errors.is_empty() {
            self.products = products;
        }
        errors
    }
}

fn product(id: &str) -> Option<u64> {
    id.strip_prefix("gid://shopify/Product/")?.parse().ok()
}

#[derive(Clone)]
pub struct Shopify(Arc<Mutex<Site>>);

impl Shopify {
    pub fn new(shop: &Shop, products: u64) -> Self {
        let site = Site {
            now: shop.world.env().clock.clone(),
            listed: Vec::new(),
            pages: Vec::new(),
            hooks: Vec::new(),
            refuses: Vec::new(),
            instead: None,
            secrets: vec![SECRET],
            products: (1..=products).map(|number| (number, Fields::new())).collect(),
            definitions: BTreeSet::new(),
            is_installed: true,
            scopes: SCOPES,
            tokens: Vec::new(),
            points: (POINTS, shop.now()),
            documents: BTreeSet::new(),
            calls: 0,
            used: 0,
            losing: None,
            loses_writes: false,
            tried: 0,
            calls_a_token: usize::MAX,
        };
        let site = Arc::new(Mutex::new(site));
        let answering = Arc::clone(&site);
        shop.aws().set_hosts(move |request| {
            let mut site = answering.lock().unwrap();
            let (status, headers, body) = site.answer(request);
            let is_write = request.body().windows(13).any(|word| word == b"metafieldsSet");
            let is_lost = site.losing.as_mut().is_some_and(|chance| chance.below(8) == 0);
            let is_lost = is_lost || site.loses_writes && is_write;
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            let response = response.body(Bytes::from(body.to_string())).unwrap();
            Answer { after: Duration::ZERO, response: (!is_lost).then_some(response) }
        });
        Self(site)
    }

    pub fn site(&self) -> std::sync::MutexGuard<'_, Site> {
        self.0.lock().unwrap()
    }

    /// What a theme shows: the average and the number of each product that has an average.
    fn shown(&self) -> BTreeMap<String, (String, u64)> {
        let site = self.site();
        let shown = site.products.iter().filter_map(|(number, fields)| {
            let rating: Value = serde_json::from_str(fields.get("rating")?).unwrap();
            assert_eq!((&rating["scale_min"], &rating["scale_max"]), (&json!("1.0"), &json!("5.0")));
            let count = fields.get("rating_count").map_or(0, |count| count.parse().unwrap());
            Some((format!("shopify-{number}"), (rating["value"].owned(), count)))
        });
        shown.collect()
    }

    /// How many products have any field.
    fn marked(&self) -> usize {
        self.site().products.values().filter(|fields| !fields.is_empty()).count()
    }
}

/// What readers see of the products that Shopify has.
async fn ratings(shop: &Shop, shopify: &Shopify) -> BTreeMap<String, (String, u64)> {
    let reply = shop.reads(format!("/p/{}/ratings.json", shop.tenant.id.as_str())).await;
    if reply.status == 404 {
        return BTreeMap::new();
    }
    let json = reply.is(200).json();
    let products: BTreeSet<_> = shopify.site().products.keys().map(|number| format!("shopify-{number}")).collect();
    let rated = json.object().iter().filter(|(id, rating)| products.contains(*id) && rating[1].number() > 0);
    rated
        .map(|(id, rating)| (id.clone(), (format!("{:.1}", rating[0].as_f64().unwrap()), rating[1].number())))
        .collect()
}

/// A connected shop with so many products at Shopify, and its owner.
async fn at_shopify(shop: Shop, products: u64) -> (Shop, Visitor, Shopify) {
    let shopify = Shopify::new(&shop, products);
    let mara = Visitor::member(&shop, MARA, "owner").await;
    let fields = [("domain", HOST), ("app", CLIENT_ID), ("client_secret", SECRET)];
    mara.post(&format!("{SHOPIFY}/webhooks"), &fields).await.is(200);
    shop.settle().await;
    (shop, mara, shopify)
}

/// Brings reviews of products with these stars.
async fn reviewed(shop: &Shop, name: &str, rows: &[(u64, u64)]) -> Value {
    let row = |(at, (product, stars)): (usize, &(u64, u64))| {
        format!("{name}-{at},shopify-{product},{stars},,{name} {at}.,,,,,2024-03-02")
    };
    let rows: Vec<_> = rows.iter().enumerate().map(row).collect();
    let done = import(shop, "format=afterword", &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert_eq!(numbers(&done).1, rows.len() as u64, "{done}");
    done
}

async fn switch(mara: &Visitor, on: bool) -> Reply {
    let fields: &[_] = if on { &[("show", "yes")] } else { &[] };
    mara.post("/console/in-shop/stars", fields).await.is(303);
    mara.get(IN_SHOP).await
}

/// The same, and what follows half a minute later, when a step that goes on is over.
async fn switched(shop: &Shop, mara: &Visitor, on: bool) {
    switch(mara, on).await;
    shop.advance(MINUTE).await;
}

#[tokio::test]
async fn a_theme_shows_the_stars_of_the_public_pages_until_they_are_taken_away() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 30).await;
    let mut rows: Vec<_> = (1..=20).map(|product| (product, 1 + product % 5)).collect();
    rows.extend([(3, 5), (3, 5), (3, 4), (4, 2)]);
    reviewed(&shop, "old", &rows).await;
    shop.put("/api/v1/products/shopify-21", json!({"title": "Blue", "of": "shopify-3"})).await.is(200);
    // Nothing is called before the shop switches it on.
    shop.advance(HOUR).await;
    let before = shopify.site().calls;
    mara.get(IN_SHOP).await.shows([
        "Stars in the theme’s lists and search",
        "Show stars in lists and search",
        "the last one wins",
    ]);
    shop.advance(HOUR).await;
    let calls = shopify.site().calls;
    assert_eq!((calls, shopify.marked()), (before, 0));
    switch(&mara, true).await.shows(["Your products get their stars now"]);
    shop.settle().await;
    let shown = shopify.shown();
    assert_eq!(shown, ratings(&shop, &shopify).await);
    assert_eq!((&shown["shopify-3"], &shown["shopify-21"]), (&("4.5".to_owned(), 4), &("4.5".to_owned(), 4)));
    assert_eq!(shopify.site().definitions.len(), 2);
    mara.get(IN_SHOP).await.shows(["Products with stars: 21.", "Last written"]);
    // A quiet shop is not called.
    let quiet = shopify.site().calls;
    shop.advance(HOUR * 3).await;
    assert_eq!(shopify.site().calls, quiet);
    // A product whose last review goes has no average, and a number of 0.
    let id = shop.get("/api/v1/reviews?product_id=shopify-7").await.json()["reviews"][0]["id"].number();
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).json(&json!({})).send().await.is(200);
    shop.advance(QUIET).await;
    let mut expected = shown.clone();
    expected.remove("shopify-7");
    assert_eq!(shopify.shown(), expected);
    // A product that leaves its group has its own stars, of which there are none.
    shop.put("/api/v1/products/shopify-21", json!({"title": "Blue", "of": null})).await.is(200);
    shop.advance(QUIET).await;
    expected.remove("shopify-21");
    assert_eq!(shopify.shown(), expected);
    assert_eq!(shopify.site().products[&7], Fields::from([("rating_count".to_owned(), "0".to_owned())]));
    // Nobody may see reviews any more, and then they may again.
    for (is_public, shows) in [(false, BTreeMap::new()), (true, expected)] {
        shop.put("/api/v1/settings", json!({"public_display": is_public})).await.is(200);
        shop.advance(QUIET).await;
        assert_eq!(shopify.shown(), shows);
    }
    switch(&mara, false).await.shows(["The stars are being taken away", "still to be taken away: 19."]);
    shop.advance(MINUTE).await;
    assert_eq!(shopify.marked(), 0);
    mara.get(IN_SHOP).await.shows(["Show stars in lists and search", "the last one wins"]);
    let documents: Vec<_> = shopify.site().documents.iter().cloned().collect();
    assert_eq!(documents, DOCUMENTS);
}

#[tokio::test]
async fn an_app_that_may_not_write_products_is_told_what_it_lacks() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 3).await;
    reviewed(&shop, "old", &[(1, 5)]).await;
    shopify.site().scopes = "read_orders,read_fulfillments,read_products";
    switch(&mara, true).await.shows(["add the scope write_products", "Show stars in lists and search"]);
    // The merchant takes it back while the stars are shown.
    shopify.site().scopes = SCOPES;
    switched(&shop, &mara, true).await;
    assert_eq!(shopify.shown().len(), 1);
    shopify.site().scopes = "read_products";
    reviewed(&shop, "new", &[(2, 5)]).await;
    shop.advance(QUIET).await;
    mara.get(IN_SHOP).await.shows(["add the scope write_products", "Afterword tries again"]);
    shopify.site().scopes = SCOPES;
    shop.advance(HOUR).await;
    assert_eq!(shopify.shown(), ratings(&shop, &shopify).await);
    mara.get(IN_SHOP).await.lacks(["write_products"]);
}

#[tokio::test]
async fn a_token_that_ends_is_fetched_again() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 40).await;
    reviewed(&shop, "old", &(1..=40).map(|product| (product, 4)).collect::<Vec<_>>()).await;
    shopify.site().calls_a_token = 3;
    switch(&mara, true).await;
    shop.settle().await;
    assert_eq!(shopify.shown().len(), 12);
    shop.advance(QUIET).await;
    assert_eq!(shopify.shown(), ratings(&shop, &shopify).await);
    // A day later, the first token has ended, too.
    shop.advance_days(1).await;
    reviewed(&shop, "new", &[(1, 1)]).await;
    shop.advance(QUIET).await;
    assert_eq!(shopify.shown(), ratings(&shop, &shopify).await);
}

/// What was written although its answer was lost is known, whatever comes before the next try.
#[tokio::test]
async fn a_lost_answer_and_the_way_back_leave_nothing_wrong() {
    for way in ["rejected", "taken away"] {
        let (shop, mara, shopify) = at_shopify(simulated().await, 3).await;
        reviewed(&shop, "old", &[(1, 5)]).await;
        switched(&shop, &mara, true).await;
        shopify.site().loses_writes = true;
        reviewed(&shop, "new", &[(2, 4)]).await;
        while !shopify.shown().contains_key("shopify-2") {
            shop.advance(MINUTE).await;
        }
        shopify.site().loses_writes = false;
        if way == "rejected" {
            let id = shop.get("/api/v1/reviews?product_id=shopify-2").await.json()["reviews"][0]["id"].number();
            shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).json(&json!({})).send().await.is(200);
        } else {
            switch(&mara, false).await;
        }
        shop.advance(QUIET).await;
        assert_eq!(shopify.shown().len(), usize::from(way == "rejected"), "{way}");
    }
}

#[tokio::test]
async fn a_shop_that_was_given_up_is_tried_again_when_something_changes() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 3).await;
    reviewed(&shop, "old", &[(1, 5)]).await;
    switched(&shop, &mara, true).await;
    shopify.site().is_installed = false;
    reviewed(&shop, "new", &[(2, 4)]).await;
    shop.advance(HOUR * 26).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get(IN_SHOP).await.shows(["Shopify refused the app", "Afterword tried for a day"]);
    let tried = shopify.site().tried;
    shop.advance_days(1).await;
    assert_eq!(shopify.site().tried, tried);
    shopify.site().is_installed = true;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.post(&format!("{SHOPIFY}/disconnect"), &[]).await.is(303);
    shop.advance(QUIET).await;
    assert_eq!(shopify.marked(), 0);
}

#[tokio::test]
async fn a_refused_product_is_named_and_does_not_keep_the_others() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 30).await;
    let rows: Vec<_> = (1..=30).map(|product| (product, 4)).collect();
    reviewed(&shop, "old", &rows).await;
    shop.put("/api/v1/products/shopify-8", json!({"title": "Lost mug"})).await.is(200);
    shopify.site().products.remove(&8);
    switch(&mara, true).await;
    shop.settle().await;
    assert_eq!(shopify.shown().len(), 29);
    mara.get(IN_SHOP)
        .await
        .shows(["Products with stars: 29.", "1 of your products, maybe because they are deleted: Lost mug"]);
    let calls = shopify.site().calls;
    shop.advance(HOUR).await;
    assert_eq!(shopify.site().calls, calls, "it is not tried again as long as it has the same stars");
    switched(&shop, &mara, false).await;
    assert_eq!(shopify.marked(), 0);
}

#[tokio::test]
async fn what_another_app_wrote_is_named_and_written_again() {
    let (shop, mara, shopify) = at_shopify(simulated().await, 20).await;
    let rows: Vec<_> = (1..=20).map(|product| (product, 4)).collect();
    reviewed(&shop, "old", &rows).await;
    let rating = |value: &str| json!({"value": value, "scale_min": "1.0", "scale_max": "5.0"}).to_string();
    let others = |numbers: std::ops::RangeInclusive<u64>| {
        for number in numbers {
            let fields = [("rating".to_owned(), rating("2.3")), ("rating_count".to_owned(), "17".to_owned())];
            shopify.site().products.insert(number, Fields::from(fields));
        }
    };
    others(3..=3);
    switch(&mara, true).await;
    shop.settle().await;
    assert_eq!(shopify.shown(), ratings(&shop, &shopify).await);
    mara.get(IN_SHOP).await.shows(["Another app writes these fields", "they said 2.3 (17)"]);
    // What it replaces later is noticed with the next change of such a product. Then all are written again, at most once a day.
    shop.advance(HOUR).await;
    others(4..=9);
    reviewed(&shop, "new", &[(5, 1)]).await;
    shop.advance(QUIET).await;
    assert_eq!(shopify.shown(), ratings(&shop, &shopify).await);
    // Whoever goes over to the other app keeps its values.
    shop.advance(HOUR * 26).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    others(1..=2);
    reviewed(&shop, "newest", &[(3, 1)]).await;
    switched(&shop, &mara, false).await;
    assert_eq!((shopify.marked(), shopify.shown().contains_key("shopify-2")), (2, true));
}

#[tokio::test]
async fn the_end_of_a_connection_or_of_the_shop_takes_the_stars_away_first() {
    for end in ["disconnect", "close", "uninstall", "uninstalled before"] {
        let (shop, mara, shopify) = at_shopify(simulated().await, 5).await;
        reviewed(&shop, "old", &[(1, 5), (2, 5), (3, 4)]).await;
        switch(&mara, true).await;
        shop.settle().await;
        assert_eq!(shopify.marked(), 3);
        if end.starts_with("uninstall") {
            shopify.site().is_installed = false;
        }
        match end {
            "uninstall" => shop.system("shopify").says("app/uninstalled", &uninstalled()).await,
            "close" => {
                let by = app::caller::Author { by: None };
                let queue = shop.world.env().privacy_queue().unwrap();
                app::shop::end::EndShop { store: shop.store(), queue }
                    .end(&by, None, &shop.tenant, shop.now())
                    .await
                    .unwrap();
            }
            _ => drop(mara.post(&format!("{SHOPIFY}/disconnect"), &[]).await.is(303)),
        }
        shop.advance(QUIET).await;
        let is_gone = !end.starts_with("uninstall");
        assert_eq!(shopify.marked(), if is_gone { 0 } else { 3 }, "{end}");
        if end.starts_with("uninstall") {
            let page = mara.get(IN_SHOP).await;
            page.shows([if end == "uninstall" { "Products with stars: 3." } else { "still to be taken away: 3." }]);
        }
        // Uninstalled, it tries for a day.
        shop.advance(if is_gone { HOUR } else { HOUR * 26 }).await;
        let calls = shopify.site().tried;
        shop.advance_days(1).await;
        assert_eq!(shopify.site().tried, calls, "{end}");
    }
}

/// An import of so many rows waits, so that the time must pass.
#[test]
fn a_large_shop_waits_for_points_and_is_done_in_ten_minutes() {
    let products = std::env::var("PRODUCTS").map_or(2_600, |products| products.parse().unwrap());
    let world =
        World::simulated(BASE_URL.to_owned(), MovableClock::frozen(START.parse().unwrap()), seeded_random(1)).unwrap();
    let aws = world.aws().clone();
    backlog::run(&aws, async {
        let (shop, mara, shopify) = at_shopify(Shop::in_world(world, "fern", Mode::Live).await, products).await;
        let mut imports = Vec::new();
        for (at, some) in (1..=products).collect::<Vec<_>>().chunks(5_000).enumerate() {
            let done =
                reviewed(&shop, &format!("old{at}"), &some.iter().map(|product| (*product, 4)).collect::<Vec<_>>())
                    .await;
            imports.push(done);
        }
        let began = shop.now();
        switch(&mara, true).await;
        shop.settle().await;
        while (shopify.shown().len() as u64) < products {
            shop.advance(SECOND * 10).await;
        }
        let took = shop.now().duration_since(began);
        let rows = table(&shop.world).await;
        let size = rows.iter().find(|row| row["SK"]["S"] == "STARS#written").map(|row| row.to_string().len());
        println!("{products} products: {took:#}, {size:?} bytes");
        assert!(took > SECOND * 5 && took <= QUIET, "the points are used up, and come back: {took:#}");
        for import in &imports {
            shop.post(format!("/api/v1/imports/{}/undo", import["id"].text()), json!({})).await.is(202);
        }
        shop.advance(QUIET * 2).await;
        assert!(shopify.shown().is_empty() && shopify.marked() as u64 == products, "each has a number of 0");
        switch(&mara, false).await;
        shop.advance(QUIET).await;
        assert_eq!(shopify.marked(), 0);
    });
}

struct Switched {
    shop: Shop,
    mara: Visitor,
    shopify: Shopify,
}

impl Life for Switched {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        switch(&self.mara, true).await;
        self.shop.advance(MINUTE * 50).await;
    }

    async fn check(&self, name: &str) {
        assert_eq!(self.shopify.shown(), ratings(&self.shop, &self.shopify).await, "{name}");
        self.mara.get(IN_SHOP).await.shows(["Products with stars: 14.", "Last written"]);
    }
}

#[tokio::test]
async fn a_step_goes_on_wherever_it_died() {
    let new = async || {
        let (shop, mara, shopify) = at_shopify(simulated().await, 20).await;
        reviewed(&shop, "old", &(1..=14).map(|product| (product, 3)).collect::<Vec<_>>()).await;
        Switched { shop, mara, shopify }
    };
    survives_one_in(4, new, |function| function == "take-orders", 20).await;
}

/// The life of a shop with ten products, chosen by a seed. What is wrong at the end.
async fn lived(seed: u64) -> Vec<String> {
    let mut chance = Chance::new(seed, "stars");
    let (shop, mara, shopify) = at_shopify(simulated().await, OF_SHOP).await;
    let rows: Vec<_> = (0..12).map(|_| (1 + chance.below(OF_SHOP), 1 + chance.below(5))).collect();
    reviewed(&shop, "old", &rows).await;
    switch(&mara, true).await;
    if chance.below(2) == 0 {
        shopify.site().losing = Some(Chance::new(seed, "answers"));
    }
    let (mut imports, mut is_on) = (Vec::new(), true);
    for round in 0..12 {
        let (product, other) = (1 + chance.below(OF_SHOP), 1 + chance.below(OF_SHOP));
        match chance.below(10) {
            0..=2 => {
                imports.push(reviewed(&shop, &format!("r{round}"), &[(product, 1 + chance.below(5)), (other, 5)]).await)
            }
            3 | 4 => {
                let of = if chance.below(3) == 0 { Value::Null } else { json!(format!("shopify-{other}")) };
                let named = shop.call("PUT", format!("/api/v1/products/shopify-{product}"));
                drop(named.json(&json!({"title": "A mug", "of": of})).send().await);
            }
            5 | 6 => {
                let reviews = shop.get(format!("/api/v1/reviews?product_id=shopify-{product}")).await.json();
                if let Some(review) = reviews["reviews"].as_array().and_then(|all| all.first()) {
                    let verb = ["reject", "approve"][chance.below(2) as usize];
                    let path = format!("/api/v1/reviews/{}/{verb}", review["id"].number());
                    drop(shop.call("PATCH", path).json(&json!({})).send().await);
                }
            }
            7 if !imports.is_empty() => {
                let import = imports.swap_remove(chance.below(imports.len() as u64) as usize);
                shop.post(format!("/api/v1/imports/{}/undo", import["id"].text()), json!({})).await;
            }
            // Somebody reviews a product, and is erased at once.
            7 => {
                let about = json!({"product_ids": [format!("shopify-{product}")], "skip_email": true});
                let (_, hub) = shop.created(with(about, json!({"email": format!("buyer{round}@example.com")}))).await;
                shop.writes(&hub, &[("rating", "2"), ("text", "Not mine.")]).await.is(303);
                shop.advance(MINUTE * 11).await;
                let erased = json!({"email": format!("buyer{round}@example.com")});
                shop.post("/api/v1/privacy/erase", erased).await.is(202);
            }
            switched => {
                // Nothing is switched on if the answer to it was lost.
                let page = switch(&mara, switched == 9).await;
                is_on = (is_on || page.body.contains("get their stars now")) && switched == 9;
            }
        }
        shop.advance(SECOND * i32::try_from(chance.below(400)).unwrap()).await;
    }
    shopify.site().losing = None;
    // Most lives end without a switch, which would have everything looked at again.
    if chance.below(4) == 0 {
        is_on = !is_on;
        switch(&mara, is_on).await;
    }
    shop.advance(QUIET).await;
    let (shown, expected) = (shopify.shown(), if is_on { ratings(&shop, &shopify).await } else { BTreeMap::new() });
    let mut wrong = Vec::new();
    if shown != expected || !is_on && shopify.marked() > 0 {
        wrong.push(format!("seed {seed}, on {is_on}: {shown:?} and not {expected:?}"));
    }
    wrong
}

#[tokio::test]
async fn after_ten_quiet_minutes_each_product_has_what_readers_see() {
    let lives: u64 = std::env::var("LIVES").map_or(LIVES, |lives| lives.parse().unwrap());
    let from: u64 = std::env::var("FROM").map_or(0, |from| from.parse().unwrap());
    let mut wrong = Vec::new();
    for seed in from..from + lives / OF_SHOP {
        wrong.extend(lived(seed).await);
    }
    println!("{lives} lives, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
