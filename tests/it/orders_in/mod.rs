//! Orders from shops' own systems: what their calls cause, and which calls cause nothing. Another program computes each
//! signature.

mod calls;
mod connections;
mod looks;
pub mod payloads;
mod payment;
mod plans;
mod privacy;
mod products;
mod reading;

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::console::Visitor;
use crate::support::*;

const INTEGRATIONS: &str = "/api/v1/integrations";
pub const SECRET: &str = "shpss0123456789abcdef";

/// What a plug-in asks an owner with, and what it proves the challenge by (RFC 7636, appendix B).
pub const ASKED: [(&str, &str); 4] = [
    ("home", "https://shop.fern.example"),
    ("redirect", "https://shop.fern.example/wp-admin/admin-post.php?action=afterword"),
    ("state", "x"),
    ("challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
];
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// The headers of the plug-in's calls.
pub const PLACE: [(&str, &str); 2] = [("afterword-home", "shop.fern.example"), ("afterword-environment", "production")];

pub struct System {
    shop: Shop,
    pub platform: String,
    path: String,
    pub secret: String,
    /// They replace those of a call.
    pub headers: Vec<(String, String)>,
}

/// The signature of a body, as openssl computes it.
pub fn signed(secret: &str, body: &[u8]) -> String {
    let script = format!("openssl dgst -sha256 -hmac {secret} -binary | openssl base64 -A");
    let mut openssl = Command::new("sh");
    let mut openssl =
        openssl.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("openssl runs");
    openssl.stdin.take().unwrap().write_all(body).unwrap();
    String::from_utf8(openssl.wait_with_output().unwrap().stdout).unwrap()
}

impl Shop {
    pub async fn connected(platform: &str, fields: Value) -> (Self, System) {
        let shop = Self::new().await;
        let system = shop.connect(platform, fields).await;
        (shop, system)
    }

    pub async fn connect(&self, platform: &str, fields: Value) -> System {
        let fields = with(json!({"secret": SECRET}), fields);
        let reply = self.put(format!("{INTEGRATIONS}/{platform}"), fields).await.is(200);
        assert_eq!(path_of(reply.json()["url"].text()), self.system(platform).path);
        self.system(platform)
    }

    /// Connects WooCommerce's plug-in, and returns its key. Who is let in by a link approves.
    pub async fn connect_plug_in(&self) -> String {
        let link = self.post("/api/v1/console-links", json!({})).await.is(201).json()["url"].owned();
        let owner = Visitor::new(self);
        owner.press(&link).await.is(303);
        let back = owner.post("/console/connect", &ASKED).await.is(303);
        let code = between(back.header("location"), "code=", "&");
        let call = PLACE.iter().fold(self.call("POST", "/api/v1/connection").without_key(), |call, (name, value)| {
            call.header(*name, *value)
        });
        let body = json!({"code": code, "verifier": VERIFIER}).to_string();
        call.header("content-type", "application/json").body(body).send().await.is(200).json()["key"].owned()
    }

    /// The shop's system, which is connected.
    pub fn system(&self, platform: &str) -> System {
        let path = format!("/in/{platform}/{}", self.tenant.id.as_str());
        let (platform, secret) = (platform.to_owned(), SECRET.to_owned());
        System { shop: self.clone(), platform, path, secret, headers: Vec::new() }
    }

    fn written_to(&self) -> Vec<String> {
        self.inbox().into_iter().map(|mail| mail.to).collect()
    }
}

impl System {
    async fn post(&self, topic: &str, body: &[u8], signature: &str) -> Reply {
        let (of_topic, of_signature) = match &*self.platform {
            "shopify" => ("x-shopify-topic", "x-shopify-hmac-sha256"),
            _ => ("x-wc-webhook-topic", "x-wc-webhook-signature"),
        };
        let call = self.shop.call("POST", &self.path).without_key();
        // A repeated call has the same id.
        let call = call.header("x-shopify-webhook-id", signature);
        let call = call.header(of_topic, topic).header(of_signature, signature);
        let call = self.headers.iter().fold(call, |call, (name, value)| call.header(name, value));
        call.body(body).send().await
    }

    /// Sends a call with a signed object, and waits until the shop has processed it. The call is made after all times in
    /// its body.
    pub async fn tells(&self, topic: &str, body: &Value) -> Reply {
        // Calls from the same millisecond are in any order.
        let later = payloads::latest(body).map(|at| at.duration_since(self.shop.now())).unwrap_or_default();
        self.shop.advance(later.max(SignedDuration::from_millis(1))).await;
        let reply = self.tries(topic, body).await;
        self.shop.settle().await;
        reply
    }

    /// The same, and the call must be accepted.
    pub async fn says(&self, topic: &str, body: &Value) {
        self.tells(topic, body).await.is(200);
    }

    /// Sends the call of `tells`, but it is not processed.
    pub async fn tries(&self, topic: &str, body: &Value) -> Reply {
        let body = body.to_string();
        self.post(topic, body.as_bytes(), &signed(&self.secret, body.as_bytes())).await
    }

    async fn sends(&self, topic: &str, body: &Value) {
        self.tries(topic, body).await.is(200);
    }

    async fn results(&self) -> Vec<(String, String)> {
        let rows = self.deliveries().await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        rows.iter().map(|row| (text(&row["result"]), text(&row["reason"]))).collect()
    }

    async fn deliveries(&self) -> Vec<Value> {
        self.shop.get(format!("{INTEGRATIONS}/{}/deliveries", self.platform)).await.is(200).json()["deliveries"]
            .list()
            .clone()
    }

    pub async fn last(&self) -> (String, String) {
        self.results().await.remove(0)
    }
}

/// Makes a shop process an order from its system, so that it has rows of each kind; a second call still waits.
pub async fn live(shop: &Shop) {
    let woo = shop.connect("woocommerce", json!({"secret": "lettersanddigits0"})).await;
    let body = payloads::woo_order(&payloads::at(shop, 0), json!({}));
    for status in ["completed", "refunded"] {
        let body = payloads::with(body.clone(), json!({"status": status})).to_string();
        woo.post("order.updated", body.as_bytes(), &signed("lettersanddigits0", body.as_bytes())).await.is(200);
        if status == "completed" {
            shop.settle().await;
        }
    }
}

fn result(result: &str, reason: &str) -> (String, String) {
    (result.to_owned(), reason.to_owned())
}
