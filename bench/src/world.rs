//! The AWS for a measured function: the small AWS behind TLS, with a shop, and the actions of the shop and its
//! customers.

use std::{
    collections::BTreeSet,
    fs, mem,
    net::Ipv4Addr,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::{Context, ensure};
use app::clock::Clock;
use axum::body::{Body, to_bytes};
use domain::shop::Shop;
use domain::values::{Mode, Tenant, TenantId};
use http::{Method, Request, Response, header};
use jiff::SignedDuration;
use local::{Options, SCOPES, seeded_random};
use serde_json::{Value, json};
use small_aws::{MovableClock, REGION};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use crate::tls::{Identity, TlsFront};

/// A person's browser, so that the page's visit counts.
const BROWSER: &str =
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36";
const BASE_URL: &str = "https://reviews.example.com";
const FORM: &str = "application/x-www-form-urlencoded";
const CODINGS: &str = "gzip, deflate, br, zstd";
/// The maximum length of an answer, which is a page's.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// A system with its own data. Dropping this value stops it.
pub(crate) struct World {
    pub(crate) system: local::World,
    plain: JoinHandle<()>,
    pub(crate) env: Vec<(String, String)>,
    tenant: TenantId,
    key: String,
    made: Vec<Made>,
    numbers: AtomicUsize,
    exchanges: Mutex<Exchanges>,
    _front: TlsFront,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Exchanges {
    pub(crate) calls: usize,
    /// The bytes of the answers: status lines, headers and bodies.
    pub(crate) bytes: u64,
}

#[derive(Clone)]
pub(crate) struct Made {
    id: u64,
    pub(crate) token: String,
    /// The number of its customer and order.
    pub(crate) number: usize,
}

impl Made {
    pub(crate) fn page(&self) -> String {
        format!("/review/hub?token={}", self.token)
    }
}

impl World {
    /// A new world in memory with this many requests whose emails are due. Its root certificate is written to
    /// `scratch`.
    pub(crate) async fn filled(requests: usize, identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        let system = Clock::system();
        let clock = MovableClock::following(move || system.now(), SignedDuration::ZERO);
        let mut world = Self::at(clock, identity, scratch).await?;
        for _ in 0..requests {
            let made = world.create(0).await?;
            world.made.push(made);
        }
        Ok(world)
    }

    pub(crate) async fn at(clock: MovableClock, identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        let base_url = BASE_URL.to_owned();
        let random = seeded_random(1);
        let options = Options { data: None, base_url, clock, random, has_model: true, shop_rate: None };
        let system = local::World::open(options)?;
        system.verify_mail_domain();
        let tenant = Tenant { id: TenantId::parse("demo")?, mode: Mode::Live };
        system.set_up_shop(&tenant, Shop::new("Demo Shop", None)?).await?;
        let key = system.api_key(&tenant, SCOPES).await?.reveal().to_owned();
        let (address, plain) = system.aws().listen((Ipv4Addr::LOCALHOST, 0).into()).await?;
        let front = TlsFront::start(identity, address).await?;
        let roots = scratch.join("roots.pem");
        fs::write(&roots, &identity.root_pem)?;
        let env = settings([
            ("AWS_CA_BUNDLE", &roots.display().to_string()),
            ("AWS_ENDPOINT_URL", &front.url()),
            ("AWS_ENDPOINT_URL_SESV2", &front.other_url()),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        ]);
        let (tenant, made, numbers, exchanges) = (tenant.id, Vec::new(), AtomicUsize::new(0), Mutex::default());
        Ok(Self { system, plain, env, tenant, key, made, numbers, exchanges, _front: front })
    }

    /// Copies of a sample event. Each is about another of the world's requests, and about another order.
    pub(crate) fn events(&self, text: &str, count: usize) -> anyhow::Result<Vec<Value>> {
        let event = |(number, Made { id, token, .. }): (usize, &Made)| {
            let event = text.replace("{{api_key}}", &self.key).replace("{{shop}}", self.tenant.as_str());
            let event = event.replace("{{request_id}}", &id.to_string()).replace("{{hub_token}}", token);
            Ok(serde_json::from_str(&event.replace("ORD-1234", &format!("ORD-{number:04}")))?)
        };
        self.made.iter().enumerate().take(count).map(event).collect()
    }

    /// The calls through API Gateway since the last call of this method.
    pub(crate) fn take_exchanges(&self) -> Exchanges {
        mem::take(&mut self.exchanges.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) async fn create(&self, delay_days: u32) -> anyhow::Result<Made> {
        let unique = self.numbers.fetch_add(1, Ordering::Relaxed);
        let order = json!({
            "email": format!("customer{unique}@example.com"),
            "customer_name": "A Customer",
            "order_id": format!("customer-{unique}"),
            "product_ids": ["shopify-7125386199075", "shopify-7125386199076"],
            "delay_days": delay_days,
        });
        let answer = self.post("/api/v1/review-requests/send", &order).await?;
        let token = answer["hub_url"].as_str().and_then(|url| url.split_once("token="));
        let (_, token) = token.with_context(|| format!("no request was made: {answer}"))?;
        Ok(Made { id: answer["request_id"].as_u64().context("an id")?, token: token.to_owned(), number: unique })
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        self.call(Method::POST, path, body).await
    }

    pub(crate) async fn call(&self, method: Method, path: &str, body: &Value) -> anyhow::Result<Value> {
        let call = Request::builder().method(method).uri(path);
        let call = call.header(header::AUTHORIZATION, format!("Bearer {}", self.key));
        let call = call.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string()))?;
        Ok(serde_json::from_slice(&self.answer(call).await?.into_body())?)
    }

    pub(crate) async fn open(&self, path: &str) -> anyhow::Result<()> {
        let call = Request::get(path).header(header::USER_AGENT, BROWSER).header(header::ACCEPT_ENCODING, CODINGS);
        self.answer(call.body(Body::empty())?).await?;
        Ok(())
    }

    /// The paths that a browser loads with a customer's page: its scripts, pictures and linked files on this host.
    pub(crate) async fn files(&self, made: &Made) -> anyhow::Result<BTreeSet<String>> {
        let call = Request::get(made.page()).header(header::USER_AGENT, BROWSER).body(Body::empty())?;
        let page = String::from_utf8(self.answer(call).await?.into_body())?;
        let tags = page.split('<').filter(|tag| ["link ", "script ", "img "].iter().any(|name| tag.starts_with(name)));
        let address = |tag: &str| {
            let (_, value) = tag.split_once(" href=\"").or_else(|| tag.split_once(" src=\""))?;
            value.split('"').next().filter(|address| address.starts_with('/')).map(ToOwned::to_owned)
        };
        let files: BTreeSet<_> = tags.filter_map(address).collect();
        ensure!(!files.is_empty(), "the page loads nothing");
        Ok(files)
    }

    /// The reviews of that product, as a shop's own page reads them.
    pub(crate) fn reviews(&self) -> String {
        format!("/p/{}/shopify-7125386199075.json?lang=en", self.tenant.as_str())
    }

    pub(crate) fn ratings(&self) -> String {
        format!("/p/{}/ratings.json", self.tenant.as_str())
    }

    /// Sends a file with a review of each of so many products.
    pub(crate) async fn import(&self, products: usize) -> anyhow::Result<()> {
        let rows: String = (1..=products).map(|number| format!("woo-{number},5,2026-11-01\n")).collect();
        let call = Request::post("/api/v1/imports?format=afterword").header(header::CONTENT_TYPE, "text/csv");
        let call = call.header(header::AUTHORIZATION, format!("Bearer {}", self.key));
        self.answer(call.body(Body::from(format!("product_id,rating,created_at\n{rows}")))?).await?;
        Ok(())
    }

    /// Answers a question about the page's first product.
    pub(crate) async fn answers(&self, made: &Made, turn: usize, answer: &str) -> anyhow::Result<()> {
        let mut form = form_urlencoded::Serializer::new(format!("token={}&item=0&turn={turn}", made.token));
        let form = form.append_pair("answer", answer).finish();
        let call = Request::post("/review/hub/chat").header(header::USER_AGENT, BROWSER);
        self.answer(call.header(header::CONTENT_TYPE, FORM).body(Body::from(form))?).await?;
        Ok(())
    }

    /// Sends the form of the page's first product, and returns the page to which it leads.
    pub(crate) async fn review(&self, made: &Made) -> anyhow::Result<String> {
        let form = format!("token={}&item=0&rating=5&text=Lovely+tray.&display_name=Jane", made.token);
        let call = Request::post("/review/hub/review").header(header::USER_AGENT, BROWSER);
        let call = call.header(header::CONTENT_TYPE, FORM).header(header::ACCEPT_ENCODING, CODINGS);
        let answer = self.answer(call.body(Body::from(form))?).await?;
        let location = answer.headers().get(header::LOCATION).context("a review leads to a page")?;
        Ok(location.to_str()?.split('#').next().unwrap_or_default().to_owned())
    }

    /// An answer, which must not be an error.
    async fn answer(&self, call: Request<Body>) -> anyhow::Result<Response<Vec<u8>>> {
        let path = call.uri().path().to_owned();
        let (head, body) = self.system.router().oneshot(call).await?.into_parts();
        let body = Vec::from(to_bytes(body, ANSWER_BYTES_MAX).await?);
        let status = head.status;
        ensure!(status.as_u16() < 400, "{path} is answered with {status}: {}", String::from_utf8_lossy(&body));
        let lines = head.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
        let bytes = "HTTP/1.1 200 OK\r\n\r\n".len() + lines.sum::<usize>() + body.len();
        let mut exchanges = self.exchanges.lock().unwrap_or_else(PoisonError::into_inner);
        exchanges.calls += 1;
        exchanges.bytes += bytes as u64;
        Ok(Response::from_parts(head, body))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.plain.abort();
    }
}

/// Every function's settings; each function reads only those that it needs. Without `more`, a function does not call
/// AWS at its start, so that only its init is measured, with the embedded roots.
pub(crate) fn settings<const N: usize>(more: [(&str, &str); N]) -> Vec<(String, String)> {
    let more = [("AWS_REGION", REGION)].into_iter().chain(more).map(|(name, value)| (name, value.to_owned()));
    local::settings(BASE_URL).into_iter().chain(more).map(|(name, value)| (name.to_owned(), value)).collect()
}
