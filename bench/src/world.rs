//! The AWS that a measured function finds: the small one, behind TLS, with a shop and a request in
//! it.

use std::{fs, net::Ipv4Addr, path::Path};

use anyhow::Context;
use app::Clock;
use axum::body::{Body, to_bytes};
use domain::{Mode, Shop, Tenant, TenantId};
use http::{Request, header};
use jiff::SignedDuration;
use local::{Options, SCOPES, aws::REGION, clock::MovableClock, seeded_random};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use crate::tls::{Identity, TlsFront};

const BASE_URL: &str = "https://reviews.example.com";
/// The answer to a create is far smaller.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// One system with its own data; stopped when dropped.
pub struct World {
    plain: JoinHandle<()>,
    env: Vec<(String, String)>,
    /// What an event's text says, and what it means here.
    names: [(&'static str, String); 4],
    _front: TlsFront,
}

impl World {
    /// A new world in memory, with a request whose mail is due. Its root certificate is written to
    /// `scratch`.
    ///
    /// # Errors
    ///
    /// No port is free, `scratch` cannot be written, or the request cannot be made.
    pub async fn start(identity: &Identity, scratch: &Path) -> anyhow::Result<Self> {
        let world = local::World::open(Options {
            data: None,
            base_url: BASE_URL.to_owned(),
            clock: MovableClock::following(Clock::system(), SignedDuration::ZERO),
            random: seeded_random(1),
        })?;
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
        Ok(Self { plain, env, names, _front: front })
    }

    /// What the function receives about it.
    #[must_use]
    pub fn env(&self) -> &[(String, String)] {
        &self.env
    }

    /// A sample event with this world's key, request and hub token where it says `{{api_key}}`,
    /// `{{request_id}}`, `{{hub_token}}` and `{{shop}}`.
    ///
    /// # Errors
    ///
    /// It is not JSON.
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
