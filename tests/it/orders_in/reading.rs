//! A shop is read once after its webhooks were made: its published products and its newest orders. The shops are hosts
//! of a simulated world, which answer as WooCommerce's controllers and Shopify's reference say.

use axum::body::Bytes;
use axum::http::{Request, Response};
use small_aws::Answer;

use super::payloads::{at, file as real, uninstalled, woo_order};
use super::signed;
use crate::console::{MARA, Visitor};
use crate::failures::death_at_each_await::{Life, shop as simulated, survives_one_in};
use crate::privacy::secrets::Log;
use crate::sending::backlog;
use crate::support::*;

/// The system of the shop. Hosts in a simulated world speak plain HTTP.
const HOST: &str = "http://127.0.0.1:1";
pub(super) const WOO: &str = "/console/connections/woocommerce";
pub(super) const SHOPIFY: &str = "/console/connections/shopify";
const KEY: &str = "ck_kestrelkestrelkestrelkestrelkestrelkestr";
const KEY_SECRET: &str = "cs_goldfinchgoldfinchgoldfinchgoldfinchgold";
const TOKEN: &str = "shpat_budgerigarbudgerigarbudgeri";
const APP_SECRET: &str = "shpss0123456789abcdef";

type Reply3 = (u16, Vec<(&'static str, String)>, Value);

/// What a shop has, and how it answers lists.
#[derive(Default)]
pub(super) struct Site {
    pub products: Vec<Value>,
    pub orders: Vec<Value>,
    pub hooks: Vec<Value>,
    /// The lists that were asked for, such as `products 100 2`.
    pub lists: Vec<String>,
    /// The answer to every list; `None` for the list itself.
    pub instead: Option<Reply3>,
    /// Whether WooCommerce's own review request is on; `None` before version 10.8.
    asks_itself: Option<bool>,
    /// Lists that Shopify's app may not read.
    pub denied: Vec<&'static str>,
}

#[derive(Clone, Default)]
pub(super) struct System(Arc<Mutex<Site>>);

impl System {
    fn answers(&self, shop: &Shop) {
        let site = Arc::clone(&self.0);
        shop.aws().set_hosts(move |request| {
            let mut site = site.lock().unwrap();
            let path = request.uri().path().to_owned();
            let answer = match path.strip_prefix("/wp-json/wc/v3/") {
                Some(list) => site.woocommerce(list, request),
                None => site.shopify(request),
            };
            let (status, headers, body) = answer;
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            let response = response.body(Bytes::from(body.to_string())).unwrap();
            Answer { after: Duration::ZERO, response: Some(response) }
        });
    }

    pub(super) fn site(&self) -> std::sync::MutexGuard<'_, Site> {
        self.0.lock().unwrap()
    }

    pub(super) fn lists(&self) -> Vec<String> {
        self.site().lists.clone()
    }
}

fn parameters(request: &Request<Bytes>) -> BTreeMap<String, String> {
    let query = request.uri().query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

impl Site {
    fn woocommerce(&mut self, list: &str, request: &Request<Bytes>) -> Reply3 {
        let basic = base64(&format!("{KEY}:{KEY_SECRET}"));
        assert_eq!(request.headers()["authorization"], format!("Basic {basic}"));
        let rows = match list {
            "webhooks" => {
                let status = parameters(request)["status"].clone();
                let is_shown = |hook: &&Value| status == "all" || hook["status"] == status.as_str();
                return (200, vec![], self.hooks.iter().filter(is_shown).cloned().collect());
            }
            "webhooks/batch" => {
                let batch: Value = serde_json::from_slice(request.body()).unwrap();
                let lists = ["create", "update"].map(|list| batch[list].as_array().cloned().unwrap_or_default());
                let [create, update] = lists;
                let updated: Vec<_> = update.iter().map(|hook| self.update(hook)).collect();
                let made = create.into_iter().enumerate();
                self.hooks.extend(made.map(|(number, hook)| with(hook, json!({"id": number + 1}))));
                return (200, vec![], json!({"create": self.hooks, "update": updated}));
            }
            "settings/email_customer_review_request/enabled" => {
                return match self.asks_itself {
                    Some(is_on) => (200, vec![], json!({"id": "enabled", "value": if is_on { "yes" } else { "no" }})),
                    None => (404, vec![], json!({"code": "rest_setting_setting_group_invalid"})),
                };
            }
            "products" => &self.products,
            "orders" => &self.orders,
            other => panic!("{other}"),
        };
        let asked = parameters(request);
        let after = asked.get("modified_after");
        let list = if after.is_some() { "changed" } else { list };
        let (size, page) = (asked["per_page"].parse::<usize>().unwrap(), asked["page"].parse::<usize>().unwrap());
        self.lists.push(format!("{list} {size} {page}"));
        if let Some(instead) = &self.instead {
            return instead.clone();
        }
        let order = if after.is_some() { "asc" } else { "desc" };
        assert_eq!((asked["orderby"].as_str(), asked["order"].as_str(), size <= 100), ("id", order, true));
        assert_eq!(asked.get("dates_are_gmt").map(String::as_str), after.map(|_| "true"));
        let is_wanted = |row: &&Value| {
            asked.get("status").is_none_or(|status| row["status"] == status.as_str())
                && after.is_none_or(|after| row["date_modified_gmt"].text() > after.as_str())
        };
        let mut rows: Vec<_> = rows.iter().filter(is_wanted).collect();
        rows.sort_by_key(|row| row["id"].as_u64());
        if after.is_none() {
            rows.reverse();
        }
        let pages = rows.len().div_ceil(size);
        let fields: Vec<_> = asked["_fields"].split(',').collect();
        let shown = |row: &Value| -> Value {
            row.object()
                .iter()
                .filter(|(name, _)| fields.contains(&name.as_str()))
                .map(|(n, v)| (n.clone(), v.clone()))
                .collect()
        };
        let rows: Vec<_> = rows.into_iter().skip((page - 1) * size).take(size).map(shown).collect();
        (200, vec![("x-wp-totalpages", pages.to_string())], json!(rows))
    }

    fn update(&mut self, changed: &Value) -> Value {
        let hook = self.hooks.iter_mut().find(|hook| hook["id"] == changed["id"]).unwrap();
        *hook = with(hook.clone(), changed.clone());
        hook.clone()
    }

    fn shopify(&mut self, request: &Request<Bytes>) -> Reply3 {
        assert_eq!(request.headers()["x-shopify-access-token"], TOKEN);
        let call: Value = serde_json::from_slice(request.body()).unwrap();
        let (query, variables) = (call["query"].text(), &call["variables"]);
        if query.contains("webhookSubscriptions(") {
            let shop = json!({"myshopifyDomain": "fern.myshopify.com"});
            return (200, vec![], json!({"data": {"shop": shop, "webhookSubscriptions": {"nodes": self.hooks}}}));
        }
        if query.starts_with("mutation") {
            let topics = query.split("webhookSubscriptionCreate(topic: ").skip(1);
            let made = topics.map(|rest| rest.split(',').next().unwrap().to_owned());
            let topics: Vec<_> = made.collect();
            let uri = &variables["webhook"]["uri"];
            self.hooks.extend(topics.iter().map(|topic| json!({"topic": topic, "uri": uri})));
            let made = json!({"webhookSubscription": {"id": "1"}, "userErrors": []});
            let made: serde_json::Map<_, _> = topics.into_iter().map(|topic| (topic, made.clone())).collect();
            return (200, vec![], json!({"data": made}));
        }
        let (list, rows) = match query.contains("products(") {
            true => ("products", &self.products),
            false => ("orders", &self.orders),
        };
        let after = variables["query"].as_str().map(|query| between(query, "updated_at:>='", "'"));
        let of_orders = (list == "orders").then(|| (&variables["sort"], &variables["newest"]));
        let expected =
            if after.is_some() { (json!("UPDATED_AT"), json!(false)) } else { (json!("PROCESSED_AT"), json!(true)) };
        assert!(of_orders.is_none_or(|asked| asked == (&expected.0, &expected.1)), "{variables}");
        let is_wanted = |row: &&Value| after.as_ref().is_none_or(|after| row["updatedAt"].text() >= *after);
        let rows: Vec<_> = rows.iter().filter(is_wanted).collect();
        let list = if after.is_some() { "changed" } else { list };
        let first = usize::try_from(variables["first"].number()).unwrap();
        let from = variables["after"].as_str().map_or(0, |after| after.parse::<usize>().unwrap());
        self.lists.push(format!("{list} {first} {from}"));
        if let Some(instead) = &self.instead {
            return instead.clone();
        }
        if self.denied.contains(&list) {
            let error = json!({"message": "Access denied", "extensions": {"code": "ACCESS_DENIED"}, "path": [list]});
            return (200, vec![], json!({"data": null, "errors": [error]}));
        }
        let nodes: Vec<_> = rows.iter().skip(from).take(first).collect();
        let end = from + nodes.len();
        let page = json!({"hasNextPage": end < rows.len(), "endCursor": end.to_string()});
        let list = if list == "changed" { "orders" } else { list };
        (200, vec![], json!({"data": {list: {"nodes": nodes, "pageInfo": page}}}))
    }
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}

fn woo_product(id: u64, changed: &str, fields: Value) -> Value {
    let product = json!({"id": id, "name": format!("Board {id}"), "type": "simple", "status": "publish",
        "permalink": format!("https://fern.example/product/board-{id}/"), "catalog_visibility": "visible", "sku": format!("B-{id}"),
        "date_modified_gmt": changed.trim_end_matches('Z'), "images": [], "tags": [], "reviews_allowed": true, "description": "long"});
    with(product, fields)
}

/// An order that a customer of its own completed at this time.
pub(super) fn completed(id: u64, when: &str) -> Value {
    let order = woo_order(when, json!({"id": id, "number": id.to_string()}));
    with(order, json!({"billing": {"email": format!("buyer-{id}@example.com"), "first_name": "Bo", "country": "DE"}}))
}

/// The field of a key that is kept.
pub(super) const KEPT: [(&str, &str); 1] = [("keep_key", "on")];

/// Adds the webhooks of WooCommerce.
pub(super) async fn connect(mara: &Visitor, more: &[(&str, &str)]) -> Reply {
    let fields = [("address", HOST), ("consumer_key", KEY), ("consumer_secret", KEY_SECRET)];
    mara.post(&format!("{WOO}/webhooks"), &[&fields, more].concat()).await
}

/// The same, and everything that follows at once.
pub(super) async fn connects(shop: &Shop, mara: &Visitor, more: &[(&str, &str)]) {
    connect(mara, more).await.is(200);
    shop.settle().await;
}

pub(super) async fn connect_shopify(mara: &Visitor, more: &[(&str, &str)]) -> Reply {
    let fields = [("domain", HOST), ("app", TOKEN), ("client_secret", APP_SECRET)];
    mara.post(&format!("{SHOPIFY}/webhooks"), &[&fields, more].concat()).await
}

/// Shopify's order 4001, as its lists have it.
pub(super) fn shopify_order(when: &str, fields: Value) -> Value {
    let line = json!({"id": "gid://shopify/LineItem/11", "title": "Mug 1", "quantity": 1, "currentQuantity": 1, "sku": "M",
        "requiresShipping": true, "isGiftCard": false, "product": {"id": "gid://shopify/Product/1"}, "lineItemGroup": null,
        "originalUnitPriceSet": {"shopMoney": {"amount": "24.00"}}});
    let order = json!({"id": "gid://shopify/Order/4001", "name": "#1001", "email": "jane@example.com", "createdAt": when,
        "updatedAt": when, "cancelledAt": null, "test": false, "currencyCode": "EUR", "tags": [], "sourceName": "web",
        "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "UNFULFILLED", "customerLocale": "de",
        "customerAcceptsMarketing": false, "customer": null, "shippingAddress": {"countryCodeV2": "DE"},
        "billingAddress": null, "lineItems": {"nodes": [line]}, "fulfillments": []});
    with(order, fields)
}

/// A shop with an owner, and its system, which has products.
pub(super) async fn shop_with(products: Vec<Value>) -> (Shop, Visitor, System) {
    owned(simulated().await, products).await
}

async fn owned(shop: Shop, products: Vec<Value>) -> (Shop, Visitor, System) {
    let system = System::default();
    system.site().products = products;
    system.answers(&shop);
    let mara = Visitor::member(&shop, MARA, "owner").await;
    (shop, mara, system)
}

/// Tells a story of such a shop in which functions wait for each other, so that the time must pass.
pub(super) fn passing(products: Vec<Value>, story: impl AsyncFnOnce(Shop, Visitor, System)) {
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
    let aws = world.aws().clone();
    backlog::run(&aws, async {
        let (shop, mara, system) = owned(Shop::in_world(world, "fern", Mode::Live).await, products).await;
        story(shop, mara, system).await;
    });
}

async fn products(shop: &Shop) -> BTreeMap<String, Value> {
    let (mut all, mut after) = (BTreeMap::new(), String::new());
    loop {
        let body = shop.get(format!("/api/v1/products?limit=100{after}")).await.is(200).json();
        all.extend(body["products"].list().iter().map(|product| (product["id"].owned(), product.clone())));
        let Some(next) = body["next_cursor"].as_str() else { return all };
        after = format!("&cursor={next}");
    }
}

async fn reading_rows(shop: &Shop) -> usize {
    rows_of_kind(shop, "INR#").await
}

pub(super) async fn rows_of_kind(shop: &Shop, start: &str) -> usize {
    let rows = table(&shop.world).await;
    rows.iter().filter(|row| row["SK"]["S"].text().starts_with(start)).count()
}

/// The system of a shop whose webhooks were made says something.
pub(super) async fn says(shop: &Shop, system: &System, topic: &str, body: &Value) {
    let body = body.to_string();
    let signature = signed(system.site().hooks[0]["secret"].text(), body.as_bytes());
    let call = shop.call("POST", "/in/woocommerce/fern").without_key().header("x-wc-webhook-topic", topic);
    call.header("x-wc-webhook-signature", signature).body(body).send().await.is(200);
    shop.settle().await;
}

#[tokio::test]
async fn all_published_products_are_read_a_hundred_a_call_and_the_key_is_deleted() {
    let log = Log::default();
    let logging = log.listen();
    let changed = "2025-12-01T10:00:00Z";
    let mut all: Vec<_> = (1..=230).map(|id| woo_product(id, changed, json!({}))).collect();
    all.push(woo_product(301, changed, json!({"status": "draft"})));
    all.push(woo_product(302, changed, json!({"catalog_visibility": "hidden"})));
    all.push(woo_product(303, changed, json!({"post_password": "oak"})));
    all.extend(["real-product-draft", "real-product-private"].map(real));
    all.push(woo_product(304, changed, json!({"name": "<em>Oak</em> &amp; Fern"})));
    let (shop, mara, system) = shop_with(all).await;
    system.site().orders = vec![real("real-order-variation-and-html-name")];
    let before = products(&shop).await.len();
    let done = connect(&mara, &[]).await.is(200);
    done.body.shows(["Products read: 0. It goes on in the background.", "data-again"]);
    mara.get("/console/today").await.shows(["Products read: 0. It goes on in the background."]);
    // A second click begins nothing.
    connect(&mara, &[]).await.is(200);
    assert_eq!(reading_rows(&shop).await, 1);
    shop.settle().await;
    assert_eq!(system.lists(), ["products 100 1", "products 100 2", "products 100 3", "orders 50 1"]);
    let known = products(&shop).await;
    assert_eq!(known.len() - before, 232, "neither drafts nor, although it was read, the one with a password");
    has(
        &known["woo-230"],
        json!({"title": "Board 230", "url": "https://fern.example/product/board-230/", "sku": "B-230"}),
    );
    assert_eq!((&known["woo-304"]["title"], &known["woo-302"]["url"]), (&json!("Oak & Fern"), &Value::Null));
    for page in [WOO, "/console/today"] {
        mara.get(page).await.shows(["Products read: 233. Newest orders read: 1."]);
    }
    mara.get(WOO).await.shows([&format!("{HOST}/wp-admin/plugin-install.php?tab=upload")]);
    shop.browse("/p/fern/woo-7.html").await.is(200).shows(["Board 7"]);
    drop(logging);
    assert_eq!(reading_rows(&shop).await, 0);
    let kept: String = table(&shop.world).await.into_iter().chain(log.take()).map(|row| row.to_string()).collect();
    kept.lacks([KEY, KEY_SECRET, &base64(&format!("{KEY}:{KEY_SECRET}"))]);
}

#[test]
fn nobody_is_asked_about_an_order_that_was_completed_before_the_shop_connected() {
    passing(Vec::new(), async |shop, mara, system| {
        let (hour, day, month) = (at(&shop, -1), at(&shop, -24), at(&shop, -24 * 29));
        system.site().orders = [&hour, &day, &month].iter().zip(1..).map(|(when, id)| completed(id, when)).collect();
        let open = woo_order(&hour, json!({"id": 9, "number": "9", "status": "processing"}));
        system.site().orders.push(open.clone());
        // The merchant wants earlier orders, too, but that is what calls are asked about.
        connect(&mara, &[]).await.is(200);
        let since = json!({"since": at(&shop, -24 * 60)});
        shop.put("/api/v1/integrations/woocommerce", &since).await.is(200);
        shop.settle().await;
        assert_eq!(shop.get("/api/v1/orders/1").await.is(200).json()["status"], "fulfilled");
        mara.get(WOO).await.shows(["Your last order", "<bdi>9</bdi>", "Newest orders read: 4."]);
        assert_eq!(shop.get("/api/v1/review-requests").await.json()["requests"], json!([]));

        // An order that was open then is asked about when its call says that it is completed.
        let now = at(&shop, 0);
        let done = with(
            open,
            json!({"status": "completed", "date_completed_gmt": now.trim_end_matches('Z'),
        "date_modified_gmt": now.trim_end_matches('Z')}),
        );
        says(&shop, &system, "order.updated", &done).await;
        shop.advance_days(8).await;
        let to: Vec<_> = shop.inbox().into_iter().map(|mail| mail.to).filter(|to| to != MARA).collect();
        assert_eq!(to, ["jane@example.com"]);
    });
}

#[tokio::test]
async fn only_the_newest_fifty_orders_are_read() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    let when = at(&shop, -24);
    system.site().orders = (1..=70).map(|id| completed(id, &when)).collect();
    connects(&shop, &mara, &[]).await;
    assert_eq!(system.lists(), ["products 100 1", "orders 50 1"]);
    shop.get("/api/v1/orders/20").await.is_error(404, "not_found");
    for id in [21, 70] {
        shop.get(format!("/api/v1/orders/{id}")).await.is(200);
    }
    let page = mara.get(WOO).await;
    page.shows(["<bdi>70</bdi>", "Newest orders read: 50."]).lacks(["WooCommerce’s own review request"]);
    // A later version has a review request of its own.
    for (is_on, sentences) in [(false, 0), (true, 1)] {
        system.site().asks_itself = Some(is_on);
        connects(&shop, &mara, &[]).await;
        let page = mara.get(WOO).await.body;
        assert_eq!(
            page.matches("When your shop was read, WooCommerce’s own review request was on.").count(),
            sentences
        );
    }
}

#[tokio::test]
async fn a_call_that_comes_meanwhile_wins_over_what_was_read() {
    let changed = "2025-12-01T10:00:00Z";
    let (shop, mara, system) = shop_with((1..=3).map(|id| woo_product(id, changed, json!({}))).collect()).await;
    // The page is read after the calls, as if they came between the shop's answer and what follows from it.
    system.site().instead = Some((503, vec![], json!({})));
    connects(&shop, &mara, &[]).await;
    let again = json!({"name": "Renamed", "sku": "NEW"});
    says(&shop, &system, "product.updated", &woo_product(1, changed, again)).await;
    says(&shop, &system, "product.deleted", &json!({"id": 2})).await;
    system.site().instead = None;
    shop.advance(MINUTE * 2).await;
    assert_eq!(system.lists(), ["products 100 1", "products 50 1", "orders 50 1"]);
    let known = products(&shop).await;
    assert_eq!((&known["woo-1"]["title"], &known["woo-1"]["sku"]), (&json!("Renamed"), &json!("NEW")));
    assert!(!known.contains_key("woo-2") && known.contains_key("woo-3"), "{known:?}");
}

#[tokio::test]
async fn a_shop_that_refuses_is_asked_again_for_a_day_and_then_given_up() {
    let after = |seconds: &str| vec![("retry-after", seconds.to_owned())];
    let html = json!("<!doctype html>");
    for (instead, cause) in [
        ((429, after("1200"), json!({})), "it answered with an error"),
        ((503, vec![], json!({})), "it answered with an error"),
        ((401, vec![], json!({})), "it refused the key"),
        ((403, vec![], json!({})), "the key may not do this"),
        (
            (301, vec![("location", "https://elsewhere.example/".to_owned())], json!(null)),
            "its address leads to another",
        ),
        ((200, vec![], html), "it answered with an error"),
    ] {
        let (shop, mara, system) = shop_with(vec![woo_product(1, "2025-12-01T10:00:00Z", json!({}))]).await;
        system.site().instead = Some(instead.clone());
        connect(&mara, &[]).await.is(200).shows(["Added"]);
        shop.settle().await;
        mara.get(WOO).await.shows(["Products read so far: 0.", cause]);
        shop.advance(MINUTE * 19).await;
        assert_eq!(system.lists().len() == 1, instead.0 == 429, "a busy shop is left alone as long as it says");
        shop.advance(MINUTE * 101).await;
        let tries = system.lists().len();
        assert!((3..=9).contains(&tries), "{instead:?}: {tries}");
        shop.advance(HOUR * 24).await;
        let tries = system.lists().len();
        assert!((10..=25).contains(&tries), "{instead:?}: {tries}");
        let mara = Visitor::signed_in(&shop, MARA).await;
        mara.get(WOO).await.shows(["Your shop did not give out the rest for a day.", cause]);
        assert_eq!(reading_rows(&shop).await, 0);
        shop.advance(HOUR * 24).await;
        assert_eq!(system.lists().len(), tries, "{instead:?}");
        // Whoever adds the webhooks again begins anew.
        system.site().instead = None;
        let mara = Visitor::signed_in(&shop, MARA).await;
        connects(&shop, &mara, &[]).await;
        mara.get(WOO).await.shows(["Products read: 1."]);
    }
}

#[tokio::test]
async fn shopify_is_read_by_cursor_and_what_the_app_may_not_read_is_named() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    let changed = at(&shop, -24);
    let node = |id: u64| {
        json!({"id": format!("gid://shopify/Product/{id}"), "title": format!("Mug {id}"), "handle": format!("mug-{id}"),
            "status": "ACTIVE", "vendor": "Kiln", "productType": "Mugs", "tags": ["blue"], "updatedAt": changed,
            "publishedAt": changed, "featuredMedia": {"preview": {"image": {"url": "https://cdn.example/mug.png"}}},
            "variants": {"nodes": [{"sku": "M", "barcode": "4006381333931"}]}})
    };
    system.site().products = (1..=120).map(node).collect();
    let sent = json!({"id": "gid://shopify/Fulfillment/91", "status": "SUCCESS", "displayStatus": "DELIVERED",
        "createdAt": changed, "updatedAt": changed,
        "fulfillmentLineItems": {"nodes": [{"quantity": 1, "lineItem": {"id": "gid://shopify/LineItem/11"}}]}});
    let fulfilled = json!({"displayFulfillmentStatus": "FULFILLED", "fulfillments": [sent]});
    system.site().orders = vec![shopify_order(&changed, fulfilled)];
    connect_shopify(&mara, &[]).await.is(200).shows(["Added"]);
    shop.settle().await;
    assert_eq!(system.lists(), ["products 100 0", "products 100 100", "orders 50 0"]);
    has(
        &products(&shop).await["shopify-120"],
        json!({"title": "Mug 120", "url": "https://fern.myshopify.com/products/mug-120", "brand": "Kiln", "gtin": ["4006381333931"],
            "image_url": "https://cdn.example/mug.png"}),
    );
    mara.get(SHOPIFY).await.shows(["Products read: 120. Newest orders read: 1.", "<bdi>#1001</bdi>"]);
    let stored = shop.get("/api/v1/orders/%231001").await.is(200).json();
    assert_eq!((&stored["status"], &stored["lines"][0]["catalog_item_id"]), (&json!("delivered"), &json!("shopify-1")));
    shop.advance_days(40).await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.to == "jane@example.com").count(), 0);
    assert_eq!(reading_rows(&shop).await, 0);

    let mara = Visitor::signed_in(&shop, MARA).await;
    system.site().denied = vec!["products", "orders"];
    connect_shopify(&mara, &[]).await.is(200);
    shop.settle().await;
    mara.get(SHOPIFY).await.shows(["Give the app the scope read_products", "Give it the scope read_orders"]);
    assert_eq!(shop.get("/api/v1/integrations/shopify").await.json()["state"], "active", "the webhooks stand");
}

#[tokio::test]
async fn the_key_goes_with_the_connection_and_with_the_shop() {
    for end in ["disconnect", "uninstall", "close"] {
        let (shop, mara, system) = shop_with(Vec::new()).await;
        system.site().instead = Some((503, vec![], json!({})));
        connect_shopify(&mara, &KEPT).await.is(200);
        shop.settle().await;
        assert_eq!((reading_rows(&shop).await, rows_of_kind(&shop, "INK#").await), (1, 1), "{end}");
        match end {
            "disconnect" => drop(mara.post(&format!("{SHOPIFY}/disconnect"), &[]).await.is(303)),
            "uninstall" => {
                let body = uninstalled().to_string();
                let call = shop.call("POST", "/in/shopify/fern").without_key();
                let call = call.header("x-shopify-topic", "app/uninstalled");
                let call = call.header("x-shopify-hmac-sha256", signed(APP_SECRET, body.as_bytes()));
                call.body(body).send().await.is(200);
                shop.settle().await;
            }
            _ => {
                let by = app::caller::Author { by: None };
                let end =
                    app::shop::end::EndShop { store: shop.store(), queue: shop.world.env().privacy_queue().unwrap() };
                end.end(&by, None, &shop.tenant, shop.now()).await.unwrap();
            }
        }
        assert_eq!((reading_rows(&shop).await, rows_of_kind(&shop, "INK#").await), (0, 0), "{end}");
        let tries = system.lists().len();
        shop.advance(HOUR * 4).await;
        assert_eq!(system.lists().len(), tries, "{end}");
    }
}

#[test]
fn doubled_messages_count_nothing_twice() {
    let all: Vec<_> = (1..=230).map(|id| woo_product(id, "2025-12-01T10:00:00Z", json!({}))).collect();
    passing(all, async |shop, mara, system| {
        shop.fails("SendMessage", Fault::Repeat);
        connects(&shop, &mara, &[]).await;
        let mut lists = system.lists();
        lists.dedup();
        assert_eq!(lists, ["products 100 1", "products 100 2", "products 100 3", "orders 50 1"]);
        mara.get(WOO).await.shows(["Products read: 230."]);
    });
}

/// A shop with a product and an order gives its key, which is kept. It was connected two days ago, so that the first look
/// begins at once.
struct Connected {
    shop: Shop,
    mara: Visitor,
}

impl Life for Connected {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        connects(&self.shop, &self.mara, &KEPT).await;
        self.shop.advance(MINUTE * 80).await;
    }

    async fn check(&self, name: &str) {
        let known = products(&self.shop).await;
        assert_eq!(
            known.keys().filter(|id| id.starts_with("woo-")).count(),
            2,
            "{name}: one, and one that the order names"
        );
        self.shop.get("/api/v1/orders/5").await.is(200);
        self.mara.get(WOO).await.shows(["Products read: 1. Newest orders read: 1."]);
        assert_eq!(reading_rows(&self.shop).await, 0, "{name}");
        self.mara.get(WOO).await.shows(["New or changed orders: "]);
    }
}

#[tokio::test]
async fn a_reading_and_a_look_go_on_wherever_they_died() {
    let new = async || {
        let shop = simulated().await;
        shop.put("/api/v1/integrations/woocommerce", json!({})).await.is(200);
        shop.jump(HOUR * 48);
        let when = at(&shop, -24);
        let (shop, mara, system) = owned(shop, vec![woo_product(1, &when, json!({}))]).await;
        system.site().orders = vec![woo_order(&when, json!({"id": 5, "number": "5", "status": "processing"}))];
        Connected { shop, mara }
    };
    survives_one_in(13, new, |function| function == "take-orders", 40).await;
}
