//! Orders from shops' own systems: what their calls cause, and which calls cause nothing. Shopify signs its calls, whose
//! signatures another program computes; WooCommerce's plug-in has a key, and so has a program of the shop.

mod asks;
mod calls;
pub mod payloads;
mod payment;
mod plans;
mod privacy;
mod reading;
pub mod stars;

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

#[derive(Clone)]
pub struct System {
    shop: Shop,
    pub platform: String,
    /// With which Shopify signs, or the key of the plug-in.
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

    pub async fn connect(&self, platform: &str, rules: Value) -> System {
        let mut system = self.system(platform);
        let fields = match platform {
            "shopify" => with(json!({"secret": SECRET}), rules),
            "woocommerce" => {
                system.secret = self.connect_plug_in().await;
                rules
            }
            _ => rules,
        };
        if platform == "woocommerce" && fields.object().is_empty() {
            return system;
        }
        let reply = self.put(format!("{INTEGRATIONS}/{platform}"), fields).await.is(200);
        if platform == "shopify" {
            assert_eq!(path_of(reply.json()["url"].text()), system.path());
        }
        system
    }

    /// Connects WooCommerce's plug-in, and returns its key. Who is let in by the operator's link approves.
    pub async fn connect_plug_in(&self) -> String {
        let link = json!({"console_link": {"shop": self.tenant.to_string()}});
        let link = crate::operators::admin::run(&self.world, link).await.unwrap()["url"].owned();
        let owner = Visitor::new(self);
        owner.press(&link).await.is(303);
        let back = owner.post("/console/connect", &ASKED).await.is(303);
        let code = between(back.header("location"), "code=", "&");
        let call = placed(self.call("POST", "/api/v1/connection").without_key());
        call.json(&json!({"code": code, "verifier": VERIFIER})).send().await.is(200).json()["key"].owned()
    }

    /// The shop's system. That of WooCommerce has no key yet.
    pub fn system(&self, platform: &str) -> System {
        let (platform, secret) = (platform.to_owned(), SECRET.to_owned());
        System { shop: self.clone(), platform, secret, headers: Vec::new() }
    }

    fn written_to(&self) -> Vec<String> {
        self.inbox().into_iter().map(|mail| mail.to).collect()
    }
}

/// The call with the plug-in's headers.
pub fn placed(call: Call<'_>) -> Call<'_> {
    PLACE.iter().fold(call, |call, (name, value)| call.header(name, *value))
}

impl System {
    fn path(&self) -> String {
        format!("/in/{}/{}", self.platform, self.shop.tenant.id.as_str())
    }

    pub async fn post(&self, topic: &str, body: &[u8], signature: &str) -> Reply {
        let call = self.shop.call("POST", self.path()).without_key();
        // A repeated call has the same id.
        let call = call.header("x-shopify-webhook-id", signature);
        let call = call.header("x-shopify-topic", topic).header("x-shopify-hmac-sha256", signature);
        self.sends_call(call.body(body)).await
    }

    async fn sends_call(&self, call: Call<'_>) -> Reply {
        self.headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await
    }

    /// Sends the rows of the plug-in's outbox, or of the shop's own program, which it has just read unless they say when.
    pub async fn posts(&self, topic: &str, rows: &[Value]) -> Reply {
        let read = json!({"as_of": self.shop.now().as_millisecond()});
        let rows: Vec<_> = rows.iter().map(|row| with(read.clone(), row.clone())).collect();
        let list = format!("{topic}s");
        let (path, rows) = (format!("/api/v1/{list}"), json!({ list: rows }));
        if self.platform == "own" {
            return self.shop.post(path, rows).await;
        }
        let plug_in = self.shop.with_key(&self.secret);
        self.sends_call(placed(plug_in.call("POST", path).json(&rows))).await
    }

    /// Sends a call with a signed object, or a row of the plug-in, and waits until the shop has processed it. The call is made
    /// after all times in its body.
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
        assert_eq!(refused(&self.tells(topic, body).await.is(200)), None);
    }

    /// Sends the call of `tells`, but it is not processed.
    pub async fn tries(&self, topic: &str, body: &Value) -> Reply {
        if self.platform != "shopify" {
            return self.posts(topic, std::slice::from_ref(body)).await;
        }
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

/// What became of the first row of a plug-in's call, if it was not stored: `kept`, or `refused` and why.
pub fn refused(reply: &Reply) -> Option<String> {
    let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
    let row = &body["results"].as_array()?[0];
    let words = [row["outcome"].as_str(), row["code"].as_str()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    (words != "stored").then_some(words)
}

/// Makes a shop process an order from its system, so that it has rows of each kind; a second call still waits.
pub async fn live(shop: &Shop) {
    let woo = shop.connect("woocommerce", json!({})).await;
    let body = payloads::of("order", "", &payloads::at(shop, 0), json!({}));
    woo.tries("order", &body).await.is(200);
    shop.settle().await;
    woo.tries("order", &with(body, json!({"status": "refunded"}))).await.is(200);
}

fn result(result: &str, reason: &str) -> (String, String) {
    (result.to_owned(), reason.to_owned())
}
