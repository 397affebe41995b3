//! The AWS that a measured function finds: the small one, behind TLS, with a shop and a request in
//! it.

use std::{
    fs, mem,
    net::Ipv4Addr,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::Context;
use app::Clock;
use axum::body::{Body, to_bytes};
use domain::{Mode, Shop, Tenant, TenantId};
use http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use local::{Options, SCOPES, seeded_random};
use serde_json::{Value, json};
use small_aws::{MovableClock, REGION};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use crate::tls::{Identity, TlsFront};

/// A person's browser, so that opening the page counts.
pub(crate) const BROWSER: &str =
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36";
const BASE_URL: &str = "https://reviews.example.com";
/// The answer to a create is far smaller.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// One system with its own data; stopped when dropped.
pub struct World {
    system: local::World,
    plain: JoinHandle<()>,
    env: Vec<(String, String)>,
    /// The placeholders in an event's text, each with its value here.
    names: [(&'static str, String); 4],
    numbers: AtomicUsize,
    exchanges: Mutex<Vec<Exchange>>,
    _front: TlsFront,
}

/// A call through API Gateway, and its answer.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) status: u16,
    /// Of the answer: its status line, its headers and its body.
    pub(crate) bytes: u64,
}

impl World {
    /// A new world in memory, with a request whose mail is due. Its root certificate is written to
    /// `scratch`.
    ///
    /// # Errors
    ///
    /// No port is free, `scratch` cannot be written, or the request cannot be made.
    pub async fn start(identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        Self::begun(SignedDuration::ZERO, identity, scratch).await
    }

    /// The same, begun so long before now.
    ///
    /// # Errors
    ///
    /// As [`World::start`].
    pub async fn begun(ago: SignedDuration, identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        let system = Clock::system();
        Self::at(MovableClock::following(move || system.now(), -ago), identity, scratch).await
    }

    /// The same, at an instant at which time stands still until it is moved.
    ///
    /// # Errors
    ///
    /// As [`World::start`].
    pub async fn frozen(at: Timestamp, identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        Self::at(MovableClock::frozen(at), identity, scratch).await
    }

    async fn at(clock: MovableClock, identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        let base_url = BASE_URL.to_owned();
        let world = local::World::open(Options { data: None, base_url, clock, random: seeded_random(1) })?;
        world.verify_mail_domain();
        let names = names(&world).await?;
        let (address, plain) = world.aws().listen((Ipv4Addr::LOCALHOST, 0).into()).await?;
        let front = TlsFront::start(identity, address).await?;
        let roots = scratch.join("roots.pem");
        fs::write(&roots, identity.root_pem())?;
        let env = settings([
            ("AWS_CA_BUNDLE", &roots.display().to_string()),
            ("AWS_ENDPOINT_URL", &front.url()),
            ("AWS_ENDPOINT_URL_SESV2", &front.other_url()),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        ]);
        let (numbers, exchanges) = (AtomicUsize::new(0), Mutex::default());
        Ok(Self { system: world, plain, env, names, numbers, exchanges, _front: front })
    }

    /// The system that it is.
    #[must_use]
    pub fn system(&self) -> &local::World {
        &self.system
    }

    /// Lets time pass in which nobody does anything.
    ///
    /// # Errors
    ///
    /// The clock cannot be stored.
    pub fn pass(&self, by: SignedDuration) -> anyhow::Result<()> {
        let aws = self.system.aws();
        aws.move_clock(aws.clock().now() + by)
    }

    /// Lets the time until now pass.
    ///
    /// # Errors
    ///
    /// As [`World::pass`].
    pub fn catch_up(&self) -> anyhow::Result<()> {
        self.system.aws().move_clock(Clock::system().now())
    }

    /// A number that it did not give before.
    pub fn next_number(&self) -> usize {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    /// Notes a call through API Gateway.
    pub(crate) fn note(&self, exchange: Exchange) {
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
    }

    /// The calls that were noted since the last look.
    pub(crate) fn take_exchanges(&self) -> Vec<Exchange> {
        mem::take(&mut self.exchanges.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The header's value for its native API.
    #[must_use]
    pub fn authorization(&self) -> String {
        let [(_, key), ..] = &self.names;
        format!("Bearer {key}")
    }

    /// A call as API Gateway hands it to a function (payload format 2.0).
    #[must_use]
    pub fn http(&self, method: &str, path_and_query: &str, body: Option<&str>, content_type: &str) -> Value {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let mut event = json!({
            "version": "2.0",
            "routeKey": format!("{method} {path}"),
            "rawPath": path,
            "rawQueryString": query,
            "headers": {
                "accept": "*/*",
                "authorization": self.authorization(),
                "content-type": content_type,
                "host": "reviews.example.com",
                "user-agent": BROWSER,
                "x-amzn-trace-id": "Root=1-6740a1b2-0123456789abcdef01234567",
                "x-forwarded-for": "203.0.113.7",
                "x-forwarded-port": "443",
                "x-forwarded-proto": "https",
            },
            "requestContext": {
                "accountId": "123456789012",
                "apiId": "example0id",
                "domainName": "reviews.example.com",
                "domainPrefix": "reviews",
                "http": {
                    "method": method,
                    "path": path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "203.0.113.7",
                    "userAgent": BROWSER,
                },
                "requestId": "Bexample0request1",
                "routeKey": format!("{method} {path}"),
                "stage": "$default",
                "time": "20/Nov/2026:06:00:00 +0000",
                "timeEpoch": 1_795_154_400_000_u64,
            },
            "isBase64Encoded": false,
        });
        if let Some(body) = body {
            event["headers"]["content-length"] = json!(body.len().to_string());
            event["body"] = json!(body);
        }
        event
    }

    /// The function's environment.
    #[must_use]
    pub fn env(&self) -> &[(String, String)] {
        &self.env
    }

    /// A sample event with this world's key, request and hub token where it says `{{api_key}}`,
    /// `{{request_id}}`, `{{hub_token}}` and `{{shop}}`.
    ///
    /// # Errors
    ///
    /// If the text is no JSON.
    pub fn event(&self, text: &str) -> anyhow::Result<Value> {
        let text = self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
        Ok(serde_json::from_str(&text)?)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.plain.abort();
    }
}

/// Sets up a shop and, through the product's own route, a request.
async fn names(world: &local::World) -> anyhow::Result<[(&'static str, String); 4]> {
    let tenant = Tenant { id: TenantId::parse("demo")?, mode: Mode::Live };
    let shop = Shop::new("Demo Shop", None)?;
    world.set_up_shop(&tenant, shop).await?;
    let key = world.api_key(&tenant, SCOPES).await?;
    let order = json!({
        "email": "customer@example.com",
        "customer_name": "A Customer",
        "order_id": "measured",
        "product_ids": ["shopify-1", "shopify-2"],
        "delay_days": 0,
    });
    let create = Request::post("/api/v1/review-requests/send")
        .header(header::AUTHORIZATION, format!("Bearer {}", key.reveal()))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(order.to_string()))?;
    let answer = world.router().oneshot(create).await?.into_body();
    let answer: Value = serde_json::from_slice(&to_bytes(answer, ANSWER_BYTES_MAX).await?)?;
    let token = answer["hub_url"].as_str().and_then(|url| url.split_once("token="));
    let (_, token) = token.with_context(|| format!("no request was made: {answer}"))?;
    Ok([
        ("{{api_key}}", key.reveal().to_owned()),
        ("{{request_id}}", answer["request_id"].to_string()),
        ("{{hub_token}}", token.to_owned()),
        ("{{shop}}", tenant.id.as_str().to_owned()),
    ])
}

/// The settings of a function that is not to call AWS while it starts, so that what is measured is
/// init alone, with the embedded roots.
#[must_use]
pub fn unprimed() -> Vec<(String, String)> {
    settings([])
}

/// Every function's settings; each reads those it uses.
fn settings<const N: usize>(more: [(&str, &str); N]) -> Vec<(String, String)> {
    let more = [("AWS_REGION", REGION)].into_iter().chain(more).map(|(name, value)| (name, value.to_owned()));
    local::settings(BASE_URL).into_iter().chain(more).map(|(name, value)| (name.to_owned(), value)).collect()
}
