//! The tests' vocabulary: a whole world, its shop, the calls from the shop's client, and what every file of tests
//! imports with `use crate::support::*`.

pub use std::collections::{BTreeMap, BTreeSet};
pub use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
pub use std::sync::{Arc, Mutex};
pub use std::time::Duration;
use std::{borrow::Borrow, fs, io::Read as _, path::Path};

pub use aws_sdk_dynamodb::types::AttributeValue;
pub use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::order::{Product, ProductId};
use domain::shop::Shop as Face;
pub use domain::values::{Guid, Mode};
use domain::values::{HttpsUrl, Tenant, TenantId, Title};
use flate2::read::GzDecoder;
pub use futures_util::future::join_all;
pub use http_body_util::BodyExt;
pub use jiff::{SignedDuration, Timestamp};
use local::{Options, SCOPES};
pub use local::{Work, World, seeded_random};
pub use serde_json::{Value, json};
pub use small_aws::{Fault, Mail, MovableClock, Service, SmallAws};
pub use tower::ServiceExt;

use crate::deployment::permissions;
use crate::deployment::template::root;
use crate::repository::openapi;

pub const START: &str = "2026-11-20T06:00:00Z";
pub const BASE_URL: &str = "http://shop.example";
pub const MUG: &str = "shopify-7125386199075";
pub const TRAY: &str = "shopify-7125386199076";
pub const SECOND: SignedDuration = SignedDuration::from_secs(1);
pub const MINUTE: SignedDuration = SignedDuration::from_mins(1);
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);
pub const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A world with one shop, as the shop's client sees it.
#[derive(Clone)]
pub struct Shop {
    pub world: World,
    pub tenant: Tenant,
    pub key: String,
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The decompressed body.
    pub body: String,
    /// The same, for a picture.
    pub bytes: Vec<u8>,
    /// The bytes of the body as sent.
    pub body_bytes: usize,
}

pub struct Call<'a> {
    shop: &'a Shop,
    method: &'a str,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// A world with the machine's clock, as in `cargo dev`.
pub fn machines_world() -> World {
    let clock = MovableClock::following(|| app::clock::Clock::system().now(), SignedDuration::ZERO);
    World::open(Options {
        data: None,
        base_url: BASE_URL.to_owned(),
        clock,
        random: seeded_random(1),
        has_model: false,
        shop_rate: None,
    })
    .unwrap()
}

/// The calls that fail: those of a service, or of an operation.
pub enum Failing {
    Service(Service),
    Operation(&'static str),
}

impl Failing {
    fn is(&self, call: &small_aws::Call) -> bool {
        match self {
            Self::Service(service) => call.service == *service,
            Self::Operation(operation) => call.operation == *operation,
        }
    }
}

impl From<Service> for Failing {
    fn from(service: Service) -> Self {
        Self::Service(service)
    }
}

impl From<&'static str> for Failing {
    fn from(operation: &'static str) -> Self {
        Self::Operation(operation)
    }
}

impl Shop {
    pub async fn new() -> Self {
        Self::with_seed(1).await
    }

    pub async fn with_seed(seed: u64) -> Self {
        Self::open(seed, None).await
    }

    pub async fn open(seed: u64, data: Option<&Path>) -> Self {
        let clock = MovableClock::frozen(START.parse().unwrap());
        let options = Options {
            data: data.map(Path::to_owned),
            base_url: BASE_URL.to_owned(),
            clock,
            random: seeded_random(seed),
            has_model: false,
            shop_rate: None,
        };
        let world = World::open(options).unwrap();
        Self::in_world(world, "fern", Mode::Live).await
    }

    /// Another shop in the same world, or the same shop's other mode.
    pub async fn in_world(world: World, id: &str, mode: Mode) -> Self {
        small_aws::observe_actions(permissions::note);
        let tenant = Tenant { id: TenantId::parse(id).unwrap(), mode };
        world.verify_mail_domain();
        let face = Face::new("Fern & Oak", Some("1 Example Street")).unwrap();
        world.set_up_shop(&tenant, face).await.unwrap();
        for (id, title, image_url) in
            [(MUG, "Stoneware mug", Some("https://cdn.example/mug.png")), (TRAY, "Oak tray", None)]
        {
            let (id, title) = (ProductId::parse(id).unwrap(), Title::parse(title).unwrap());
            let image_url = image_url.map(|url| HttpsUrl::parse(url).unwrap());
            let identifiers = domain::order::Identifiers::default();
            let product = Product { id, title, description: None, image_url, url: None, identifiers };
            let now = world.env().clock.now();
            world
                .store()
                .unwrap()
                .put_product(&tenant, &product.into(), store::order::DescribedBy::Api, now)
                .await
                .unwrap();
        }
        let key = world.api_key(&tenant, SCOPES).await.unwrap().reveal().to_owned();
        Self { world, tenant, key }
    }

    /// A new shop with a request: its id, and the path of the customer's page.
    pub async fn asking(fields: Value) -> (Self, u64, String) {
        let shop = Self::new().await;
        let (id, hub) = shop.created(fields).await;
        (shop, id, hub)
    }

    /// Another shop in the same world.
    pub async fn beside(&self, id: &str) -> Self {
        Self::in_world(self.world.clone(), id, Mode::Live).await
    }

    pub fn aws(&self) -> &SmallAws {
        self.world.aws()
    }

    pub fn store(&self) -> store::table::Store {
        self.world.store().unwrap()
    }

    /// From now on, calls of this service or operation have this fault.
    pub fn fails(&self, what: impl Into<Failing>, fault: Fault) {
        let what = what.into();
        self.aws().set_faults(move |call| if what.is(call) { fault } else { Fault::None });
    }

    /// The next call of this service or operation takes so long.
    pub fn slows(&self, what: impl Into<Failing>, by: SignedDuration) {
        let (what, clock, left) = (what.into(), self.aws().clock().clone(), AtomicBool::new(true));
        self.aws().set_faults(move |call| {
            if what.is(call) && left.swap(false, Ordering::SeqCst) {
                clock.set(clock.now() + by);
            }
            Fault::None
        });
    }

    /// From now on, every call succeeds.
    pub fn heals(&self) {
        self.aws().set_faults(|_| Fault::None);
    }

    pub fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        aws_sdk_dynamodb::Client::new(&self.world.env().sdk)
    }

    /// The operations of AWS that were called since the last look, in their order.
    pub fn operations(&self) -> Vec<String> {
        self.aws().take_calls().into_iter().map(|call| call.operation).collect()
    }

    pub fn call<'a>(&'a self, method: &'a str, path: impl Into<String>) -> Call<'a> {
        let key = ("authorization".to_owned(), format!("Bearer {}", self.key));
        Call { shop: self, method, path: path.into(), headers: vec![key], body: Vec::new() }
    }

    pub async fn get(&self, path: impl Into<String>) -> Reply {
        self.call("GET", path).send().await
    }

    pub async fn delete(&self, path: impl Into<String>) -> Reply {
        self.call("DELETE", path).send().await
    }

    pub async fn post(&self, path: impl Into<String>, body: impl Borrow<Value>) -> Reply {
        self.call("POST", path).json(body.borrow()).send().await
    }

    pub async fn put(&self, path: impl Into<String>, body: impl Borrow<Value>) -> Reply {
        self.call("PUT", path).json(body.borrow()).send().await
    }

    pub async fn patch(&self, path: impl Into<String>, body: impl Borrow<Value>) -> Reply {
        self.call("PATCH", path).json(body.borrow()).send().await
    }

    /// Changes settings, which must succeed.
    pub async fn sets(&self, settings: impl Borrow<Value>) {
        self.put("/api/v1/settings", settings).await.is(200);
    }

    /// Creates a request from the smallest body, with these fields added or replaced.
    pub async fn create(&self, fields: Value) -> Reply {
        self.post("/api/v1/review-requests/send", with(json!({"email": "jane@example.com"}), fields)).await
    }

    /// Creates a request, which must succeed; returns its id and hub path.
    pub async fn created(&self, fields: Value) -> (u64, String) {
        let body = self.create(fields).await.is(201).json();
        (body["request_id"].number(), path_of(body["hub_url"].text()))
    }

    /// Creates a request, and lets all happen that is due.
    pub async fn sent(&self, fields: Value) -> (u64, String) {
        let created = self.created(fields).await;
        self.settle().await;
        created
    }

    /// Loads a page as a person's browser does, without a key.
    pub async fn browse(&self, path: impl Into<String>) -> Reply {
        self.call("GET", path).without_key().header("user-agent", BROWSER).send().await
    }

    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.call("POST", path).without_key().header("user-agent", BROWSER).form(fields).send().await
    }

    /// Reviews an item with five stars, which must succeed.
    pub async fn review(&self, hub: &str, item: usize) {
        let fields = [("item", &*item.to_string()), ("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")];
        self.writes(hub, &fields).await.is(303);
    }

    /// Sends the form with which a review is written, about the first item or about that of the field `item`.
    pub async fn writes(&self, hub: &str, fields: &[(&str, &str)]) -> Reply {
        self.sends("review", hub, fields).await
    }

    /// Sends another form of the customer's page, such as `draft`.
    pub async fn sends(&self, form: &str, hub: &str, fields: &[(&str, &str)]) -> Reply {
        let item = fields.iter().find(|(name, _)| *name == "item").map_or("0", |(_, item)| *item);
        let others = fields.iter().filter(|(name, _)| *name != "item").copied();
        let fields: Vec<_> = [("token", token_of(hub)), ("item", item)].into_iter().chain(others).collect();
        self.submit(&format!("/review/hub/{form}"), &fields).await
    }

    /// Asks for a new link.
    pub async fn renews(&self, hub: &str) -> Reply {
        let reply = self.submit("/review/hub/renew", &[("token", token_of(hub))]).await;
        self.settle().await;
        reply
    }

    pub async fn suppresses(&self, address: &str) {
        self.call("PUT", format!("/api/v1/suppressions/{address}")).send().await.is(200);
    }

    pub async fn newest_review(&self) -> Value {
        self.get("/api/v1/reviews").await.json()["reviews"][0].clone()
    }

    /// The same shop for a client with only these scopes.
    pub async fn with_scopes(&self, scopes: &[&str]) -> Self {
        let key = self.world.api_key(&self.tenant, scopes).await.unwrap();
        self.with_key(key.reveal())
    }

    pub fn with_key(&self, key: &str) -> Self {
        Self { key: key.to_owned(), ..self.clone() }
    }

    /// The function's event in `events/`, about a request of this shop.
    pub fn event(&self, function: &str, request: u64, hub_token: &str) -> Value {
        let text = fs::read_to_string(root().join("events").join(function).with_extension("json")).unwrap();
        let text = text
            .replace("{{api_key}}", &self.key)
            .replace("{{request_id}}", &request.to_string())
            .replace("{{shop}}", self.tenant.id.as_str())
            .replace("{{hub_token}}", hub_token);
        serde_json::from_str(&text).unwrap()
    }

    pub async fn status(&self, id: u64) -> String {
        let reply = self.get(format!("/api/v1/review-requests/{id}")).await;
        reply.json()["status"].as_str().unwrap_or_else(|| panic!("{}", reply.body)).to_owned()
    }

    pub async fn timeline(&self, id: u64) -> Vec<String> {
        let reply = self.get(format!("/api/v1/review-requests/{id}/timeline")).await;
        reply.json()["timeline"].list().iter().map(|entry| entry["what"].owned()).collect()
    }

    pub async fn advance_days(&self, days: i64) {
        self.advance(SignedDuration::from_hours(24 * days)).await;
    }

    pub async fn advance(&self, by: SignedDuration) {
        self.world.advance(by).await.unwrap();
    }

    /// Only moves the clock, to the millisecond. Nothing that is due happens.
    pub fn jump(&self, by: SignedDuration) {
        self.world.aws().move_clock(self.now() + by).unwrap();
    }

    pub async fn settle(&self) {
        self.world.settle().await.unwrap();
    }

    /// The wake-up for the message that a request owes.
    pub async fn wake(&self, id: u64) -> app::message::wake::Wake {
        let id = domain::values::RequestId::new(id).unwrap();
        let request = self.world.store().unwrap().request(&self.tenant, id).await.unwrap().unwrap();
        app::message::wake::Wake::new(&self.tenant, &request)
    }

    /// The messages that left. Each email says that a program wrote it, so that no absence notice answers (RFC 3834).
    pub fn inbox(&self) -> Vec<Mail> {
        let mails = self.world.aws().inbox();
        let is_marked = |mail: &Mail| mail.channel == "sms" || mail.headers["Auto-Submitted"] == "auto-generated";
        assert!(mails.iter().all(is_marked));
        mails
    }

    pub fn now(&self) -> Timestamp {
        self.world.env().clock.now()
    }

    /// The tenant's counters, summed over days and shards.
    pub async fn counters(&self) -> BTreeMap<String, u64> {
        let client = self.dynamodb();
        let partition = AttributeValue::S(format!("T#{}#CNT#days", self.tenant));
        let query = client.query().table_name(local::TABLE).key_condition_expression("PK = :partition");
        let answer = query.expression_attribute_values(":partition", partition).send().await.unwrap();
        let mut sums = BTreeMap::new();
        for (name, value) in answer.items().iter().flatten() {
            if let (Ok(count), Some(name)) = (value.as_n(), name.strip_prefix("all_")) {
                *sums.entry(name.to_owned()).or_default() += count.parse::<u64>().unwrap();
            }
        }
        sums
    }
}

pub fn unzipped(compressed: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    GzDecoder::new(compressed).read_to_end(&mut body).unwrap();
    body
}

/// The addresses of the files that a page loads from our host.
pub fn assets_of(body: &str) -> Vec<&str> {
    let addresses = body.split('"').filter(|part| part.starts_with("/review/assets/"));
    addresses.collect()
}

pub const BROWSER: &str =
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36";

impl Call<'_> {
    pub fn without_key(mut self) -> Self {
        self.headers.retain(|(name, _)| name != "authorization");
        self
    }

    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.retain(|(held, _)| held != name);
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub fn json(self, body: &Value) -> Self {
        self.raw_json(body.to_string())
    }

    pub fn raw_json(self, body: impl Into<Vec<u8>>) -> Self {
        self.header("content-type", "application/json").body(body)
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.header("content-type", "application/x-www-form-urlencoded").body(form.finish())
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub async fn send(self) -> Reply {
        let Self { shop, method, path, headers, body } = self;
        let (mut request, sent) = (Request::builder().method(method).uri(&path), body.clone());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let reply = shop.world.router().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (head, body) = reply.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let (body_bytes, is_compressed) = (body.len(), head.headers.contains_key("content-encoding"));
        let bytes = if is_compressed && !body.is_empty() { unzipped(&body) } else { body.to_vec() };
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let reply = Reply { status: head.status, headers: head.headers, body, bytes, body_bytes };
        openapi::check(method, &path, &sent, &reply);
        reply
    }
}

/// What is certainly there in a value of JSON.
pub trait Certain {
    fn text(&self) -> &str;
    fn owned(&self) -> String {
        self.text().to_owned()
    }
    fn number(&self) -> u64;
    fn list(&self) -> &Vec<Value>;
    fn object(&self) -> &serde_json::Map<String, Value>;
}

impl Certain for Value {
    #[track_caller]
    fn text(&self) -> &str {
        self.as_str().unwrap_or_else(|| panic!("no text: {self}"))
    }

    #[track_caller]
    fn number(&self) -> u64 {
        self.as_u64().unwrap_or_else(|| panic!("no number: {self}"))
    }

    #[track_caller]
    fn list(&self) -> &Vec<Value> {
        self.as_array().unwrap_or_else(|| panic!("no list: {self}"))
    }

    #[track_caller]
    fn object(&self) -> &serde_json::Map<String, Value> {
        self.as_object().unwrap_or_else(|| panic!("no object: {self}"))
    }
}

pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The body with these fields added or replaced.
pub fn with(mut body: Value, fields: Value) -> Value {
    for (name, value) in fields.object() {
        body[name] = value.clone();
    }
    body
}

#[track_caller]
pub fn has(value: &Value, fields: Value) {
    for (name, expected) in fields.object() {
        assert_eq!(&value[name], expected, "{name} of {value}");
    }
}

pub trait Page {
    fn text(&self) -> &str;

    #[track_caller]
    fn shows<T: AsRef<str>>(&self, texts: impl IntoIterator<Item = T>) -> &Self {
        for text in texts {
            assert!(self.text().contains(text.as_ref()), "{} is missing: {}", text.as_ref(), self.text());
        }
        self
    }

    /// Asserts that none of the texts is there.
    #[track_caller]
    fn lacks<T: AsRef<str>>(&self, texts: impl IntoIterator<Item = T>) -> &Self {
        for text in texts {
            assert!(!self.text().contains(text.as_ref()), "{} is there: {}", text.as_ref(), self.text());
        }
        self
    }
}

impl Page for str {
    fn text(&self) -> &str {
        self
    }
}

impl Page for Reply {
    fn text(&self) -> &str {
        &self.body
    }
}

/// The text between the first `start` and the next `end`.
#[track_caller]
pub fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("no {start}: {page}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}: {rest}")).0
}

impl Reply {
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The address of the next page, which the header `link` has.
    pub fn next(&self) -> Option<String> {
        Some(self.header("link").strip_prefix('<')?.split_once('>').unwrap().0.to_owned())
    }

    /// Asserts that the browser is sent on to this address.
    #[track_caller]
    pub fn leads(&self, path: &str) {
        assert_eq!((self.status.as_u16(), self.header("location")), (303, path), "{}", self.body);
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts an error in the native format: exactly three keys, a sentence, a request id.
    #[track_caller]
    pub fn is_error(&self, status: u16, code: &str) {
        assert_eq!(self.status, status, "{}", self.body);
        let body = self.json();
        assert_eq!(keys(&body), ["error", "message", "ok"], "{}", self.body);
        assert_eq!((&body["ok"], &body["error"]), (&json!(false), &json!(code)), "{}", self.body);
        assert!(body["message"].as_str().unwrap().ends_with('.'), "{}", self.body);
        assert_eq!(self.header("content-type"), "application/json");
        assert!(!self.header("x-request-id").is_empty());
    }
}

pub fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// The request from which API Gateway made an event.
pub fn request_of(event: &Value) -> Request<Body> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    // In the event, the path is decoded.
    let path = text(&event["rawPath"]).replace('#', "%23");
    let uri = format!("{path}?{}", text(&event["rawQueryString"]));
    let mut request = Request::builder().method(&*text(&event["requestContext"]["http"]["method"])).uri(uri);
    for (name, value) in event["headers"].as_object().unwrap() {
        request = request.header(name, text(value));
    }
    request.body(Body::from(text(&event["body"]))).unwrap()
}

/// The path and query of one of our links.
pub fn path_of(url: &str) -> String {
    url.strip_prefix(BASE_URL).unwrap_or_else(|| panic!("not ours: {url}")).to_owned()
}

/// The path that stops a message's kind.
pub fn unsubscribe_link(mail: &Mail) -> String {
    path_of(mail.headers["List-Unsubscribe"].trim_matches(['<', '>']))
}

pub fn token_of(hub: &str) -> &str {
    hub.split_once("token=").unwrap().1
}

/// The hub path in an email or SMS.
pub fn link_in(mail: &Mail) -> String {
    let text = mail.text.as_ref().unwrap();
    let start = text.find(BASE_URL).unwrap();
    path_of(text[start..].split_whitespace().next().unwrap())
}

pub async fn item(world: &World, pk: &str, sk: &str) -> Option<Value> {
    let client = aws_sdk_dynamodb::Client::new(&world.env().sdk);
    let key = |value: &str| AttributeValue::S(value.to_owned());
    let get = client.get_item().table_name(local::TABLE).key("PK", key(pk)).key("SK", key(sk));
    let item = get.send().await.unwrap().item?;
    Some(item.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<serde_json::Map<_, _>>().into())
}

pub async fn table(world: &World) -> Vec<Value> {
    let client = aws_sdk_dynamodb::Client::new(&world.env().sdk);
    let (mut items, mut start) = (Vec::new(), None);
    loop {
        let answer = client.scan().table_name(local::TABLE).set_exclusive_start_key(start).send().await.unwrap();
        items.extend(answer.items().iter().map(|item| {
            item.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<serde_json::Map<_, _>>().into()
        }));
        start = answer.last_evaluated_key;
        if start.is_none() {
            return items;
        }
    }
}

fn plain(value: &AttributeValue) -> Value {
    use AttributeValue as A;
    match value {
        A::S(text) => json!({"S": text}),
        A::N(number) => json!({"N": number}),
        A::Bool(bool) => json!({"BOOL": bool}),
        A::Null(_) => json!({"NULL": true}),
        A::L(list) => json!({"L": list.iter().map(plain).collect::<Vec<_>>()}),
        A::M(map) => {
            json!({"M": map.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<serde_json::Map<_, _>>()})
        }
        A::B(blob) => json!({"B": String::from_utf8_lossy(blob.as_ref())}),
        other => panic!("{other:?}"),
    }
}
