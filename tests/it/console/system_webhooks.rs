//! Webhooks that the console makes in a shop's system, with a key that is stored nowhere. Here the systems are
//! imitations on loopback. They check, store and answer as WooCommerce's controllers and Shopify's reference say, and
//! call the shop with what they stored.

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response};
use tokio::net::TcpListener;

use super::*;
use crate::orders_in::payloads::{at, order};
use crate::orders_in::signed;
use crate::privacy::secrets::Log;

const SHOPIFY: &str = "/console/connections/shopify";
const CLIENT_ID: &str = "0123456789abcdef0123456789abcdef";
const CLIENT_SECRET: &str = "shpss_nightjarnightjarnightjar01";
const TOKEN: &str = "budgerigarbudgerigarbudgeri";
/// The secret that the app gets later.
const NEXT_SECRET: &str = "shpss_thirdsecret0";

struct Asked {
    method: String,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Asked {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

type Answer = Box<dyn FnMut(&Asked) -> (u16, Value) + Send>;

/// Starts a host on loopback, and returns its address.
async fn host(answer: impl FnMut(&Asked) -> (u16, Value) + Send + 'static) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer: Answer = Box::new(answer);
    let router = Router::new().fallback(take).with_state(Arc::new(Mutex::new(answer)));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}

async fn take(State(answer): State<Arc<Mutex<Answer>>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap().to_vec();
    let (method, path) = (head.method.to_string(), head.uri.to_string());
    let asked = Asked { method, path, headers: head.headers, body };
    let (status, answer) = (*answer.lock().unwrap())(&asked);
    Response::builder().status(status).body(Body::from(answer.to_string())).unwrap()
}

/// The webhooks of a system, and the topics whose webhooks it rejects.
#[derive(Default)]
struct Site {
    hooks: Vec<Value>,
    refuses: Vec<&'static str>,
    calls: usize,
}

#[derive(Clone)]
struct System {
    url: String,
    site: Arc<Mutex<Site>>,
}

impl System {
    async fn new(answer: fn(&mut Site, &Asked) -> (u16, Value)) -> Self {
        let site = Arc::<Mutex<Site>>::default();
        let shared = Arc::clone(&site);
        let url = host(move |asked| {
            let mut site = shared.lock().unwrap();
            site.calls += 1;
            answer(&mut site, asked)
        });
        Self { url: url.await, site }
    }

    fn hooks(&self) -> Vec<Value> {
        self.site.lock().unwrap().hooks.clone()
    }

    fn calls(&self) -> usize {
        self.site.lock().unwrap().calls
    }

    fn refuse(&self, topics: &[&'static str]) {
        self.site.lock().unwrap().refuses = topics.to_vec();
    }

    fn topics(&self) -> Vec<String> {
        let mut topics: Vec<_> = self.hooks().iter().map(|hook| hook["topic"].owned()).collect();
        topics.sort();
        topics
    }
}

/// Shopify's exchange of a client ID and secret for a token, and its Admin API of October 2026.
fn shopify(site: &mut Site, asked: &Asked) -> (u16, Value) {
    match (asked.method.as_str(), asked.path.as_str()) {
        ("POST", "/admin/oauth/access_token") => {
            let form: Vec<_> = form_urlencoded::parse(&asked.body).into_owned().collect();
            let expected = |secret: &str| {
                let form = [("grant_type", "client_credentials"), ("client_id", CLIENT_ID), ("client_secret", secret)];
                form.map(|(name, value)| (name.to_owned(), value.to_owned()))
            };
            match [CLIENT_SECRET, NEXT_SECRET].iter().any(|secret| form == expected(secret)) {
                true => (200, json!({"access_token": TOKEN, "scope": "read_orders", "expires_in": 86_399})),
                false => (400, json!({"error": "invalid_client"})),
            }
        }
        ("POST", "/admin/api/2026-10/graphql.json") if asked.header("x-shopify-access-token") != TOKEN => {
            (401, json!({"errors": "[API] Invalid API key or access token (unrecognized login or wrong password)"}))
        }
        ("POST", "/admin/api/2026-10/graphql.json") => {
            let call = asked.json();
            let (query, variables) = (call["query"].text(), &call["variables"]);
            if query.contains("webhookSubscriptions(first: 100, uri: $uri)") {
                let nodes: Vec<_> = site.hooks.iter().filter(|hook| hook["uri"] == variables["uri"]).collect();
                let shop = json!({"myshopifyDomain": "fern-2.myshopify.com"});
                return (200, json!({"data": {"shop": shop, "webhookSubscriptions": {"nodes": nodes}}}));
            }
            let mut data = json!({});
            for field in query.split("webhookSubscriptionCreate(topic: ").skip(1) {
                let topic = field.split(',').next().unwrap();
                assert!(query.contains(&format!("{topic}: webhookSubscriptionCreate(topic: {topic},")), "{query}");
                let hook = json!({"topic": topic, "uri": variables["webhook"]["uri"]});
                let refusal = if site.hooks.contains(&hook) {
                    Some("Address for this topic has already been taken")
                } else if site.refuses.contains(&topic) {
                    Some("You cannot create a webhook subscription with the specified topic")
                } else {
                    None
                };
                data[topic] = match refusal {
                    Some(message) => json!({"webhookSubscription": null, "userErrors": [{"message": message}]}),
                    None => {
                        assert_eq!(variables["webhook"]["format"], "JSON");
                        site.hooks.push(hook);
                        json!({"webhookSubscription": {"id": "gid://shopify/WebhookSubscription/1"}, "userErrors": []})
                    }
                };
            }
            (200, json!({"data": data}))
        }
        _ => (404, json!({"errors": "Not Found"})),
    }
}

fn shopify_fields<'a>(shopify: &'a str, app: &'a str, secret: &'a str) -> [(&'a str, &'a str); 3] {
    [("domain", shopify), ("app", app), ("client_secret", secret)]
}

async fn add(mara: &Visitor, system: &str, fields: &[(&str, &str)]) -> Reply {
    let reply = mara.post(&format!("{system}/webhooks"), fields).await;
    // Short texts may be on a page by chance.
    let is_key = |name: &str, value: &str| !["address", "domain"].contains(&name) && value.len() > 9;
    for (name, value) in fields.iter().copied().filter(|(name, value)| is_key(name, value)) {
        let answer = format!("{}{:?}", reply.body, reply.headers);
        assert!(!answer.contains(value), "{name} is in the answer: {answer}");
    }
    reply
}

/// How many webhooks were added, existed already, and were rejected.
fn outcomes(reply: &Reply) -> [usize; 3] {
    assert_eq!(reply.status, 200, "{}", reply.body);
    [">Added</span>", ">There already</span>", ">Refused</span>"].map(|chip| reply.body.matches(chip).count())
}

/// All rows of the table and all lines of the log.
async fn kept(shop: &Shop, log: &Log) -> String {
    let rows = table(&shop.world).await.into_iter().chain(log.take());
    rows.map(|row| row.to_string()).collect()
}

#[tokio::test]
async fn each_refusal_is_explained_and_connects_nothing() {
    let (shop, mara) = signed_in().await;
    let answers = [
        (301, json!(null), "This domain leads to another one."),
        (404, json!({}), "Shopify has no shop with this domain."),
        (503, json!({}), "Your shop answered with an error."),
    ];
    for (status, body, said) in answers {
        let url = host(move |_| (status, body.clone())).await;
        let refused = add(&mara, SHOPIFY, &shopify_fields(&url, CLIENT_ID, CLIENT_SECRET)).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{status}: {}", refused.body);
    }
    let port = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let nobody =
        add(&mara, SHOPIFY, &shopify_fields(&format!("http://127.0.0.1:{port}"), CLIENT_ID, CLIENT_SECRET)).await;
    assert!(nobody.status == 422 && nobody.body.contains("Nothing answers at this address."), "{}", nobody.body);

    for domain in ["", "fern.example", "https://fern.example/x.myshopify.com"] {
        let refused = add(&mara, SHOPIFY, &shopify_fields(domain, CLIENT_ID, CLIENT_SECRET)).await;
        assert!(refused.status == 422 && refused.body.contains("Please give the domain"), "{domain}");
    }
    assert_eq!(shop.get("/api/v1/integrations").await.json(), json!({"integrations": []}));
}

#[tokio::test]
async fn one_form_connects_shopify_by_an_app_whose_secret_signs_the_calls() {
    let log = Log::default();
    let logging = log.listen();
    let (shop, shopify) = (shop().await, System::new(shopify).await);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let wrong = add(&mara, SHOPIFY, &shopify_fields(&shopify.url, CLIENT_ID, "shpss_anotherapplication")).await;
    assert!(wrong.status == 422 && wrong.body.contains("Shopify refused the app."), "{}", wrong.body);
    shop.get("/api/v1/integrations/shopify").await.is_error(404, "not_found");

    // At first, the app lacks a scope.
    let fields = shopify_fields(&shopify.url, CLIENT_ID, CLIENT_SECRET);
    shopify.refuse(&["FULFILLMENTS_UPDATE"]);
    let calls = shopify.calls();
    let half = add(&mara, SHOPIFY, &fields).await;
    assert_eq!((outcomes(&half), shopify.calls() - calls), ([7, 0, 1], 3));
    half.shows(["Shopify refused some of them."]);
    shopify.refuse(&[]);
    assert_eq!(outcomes(&add(&mara, SHOPIFY, &fields).await), [1, 7, 0]);
    assert_eq!(outcomes(&add(&mara, SHOPIFY, &fields).await), [0, 8, 0]);
    assert!(shopify.hooks().iter().all(|hook| hook["uri"] == "http://shop.example/in/shopify/fern"));
    let topics = "APP_UNINSTALLED FULFILLMENTS_UPDATE ORDERS_CREATE ORDERS_DELETE ORDERS_UPDATED PRODUCTS_CREATE \
        PRODUCTS_DELETE PRODUCTS_UPDATE";
    assert_eq!(shopify.topics().join(" "), topics);

    let body = order(&at(&shop, 0), json!({})).to_string();
    // Shopify names the shop, whatever the member typed, so that the first call decides nothing.
    for domain in ["oak.myshopify.com", "fern-2.myshopify.com"] {
        let call = shop.call("POST", "/in/shopify/fern").without_key().header("x-shopify-topic", "orders/create");
        let call = call.header("x-shopify-hmac-sha256", signed(CLIENT_SECRET, body.as_bytes()));
        call.header("x-shopify-shop-domain", domain).body(body.clone()).send().await.is(200);
        shop.settle().await;
    }
    let calls = shop.get("/api/v1/integrations/shopify/deliveries").await.json();
    let reasons: Vec<_> = calls["deliveries"].list().iter().map(|call| call["reason"].clone()).collect();
    assert_eq!(reasons, [json!("not_shipped"), json!("other_shop")]);
    drop(logging);
    kept(&shop, &log).await.lacks([CLIENT_SECRET, TOKEN]);
}

#[tokio::test]
async fn the_apps_secret_replaces_that_of_webhooks_made_by_hand() {
    let (shop, shopify) = (shop().await, System::new(shopify).await);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let by_hand = "shpss0123456789abcdef";
    mara.post(SHOPIFY, &[("secret", by_hand)]).await.is(303);
    let done = add(&mara, SHOPIFY, &shopify_fields(&shopify.url, CLIENT_ID, CLIENT_SECRET)).await;
    assert_eq!((outcomes(&done), shopify.calls()), ([8, 0, 0], 3));

    let status = async |secret: &str| {
        let body = order(&at(&shop, 0), json!({})).to_string();
        let call = shop.call("POST", "/in/shopify/fern").without_key().header("x-shopify-topic", "orders/updated");
        let call = call.header("x-shopify-hmac-sha256", signed(secret, body.as_bytes()));
        call.body(body).send().await.status.as_u16()
    };
    assert_eq!((status(by_hand).await, status(CLIENT_SECRET).await), (200, 200));
    let third = add(&mara, SHOPIFY, &shopify_fields(&shopify.url, CLIENT_ID, NEXT_SECRET)).await;
    assert_eq!(third.header("location"), SHOPIFY);
    assert!(mara.get(SHOPIFY).await.body.contains("Not replaced: the previous secret still works."));
    shop.advance(HOUR * 2).await;
    assert_eq!((status(by_hand).await, status(CLIENT_SECRET).await), (401, 200));
}
