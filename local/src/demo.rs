//! The demo shop, which the first start creates, so that a first call needs no preparation.

mod commands;
mod member;
mod product;
pub mod samples;

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write as _},
    net::SocketAddr,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

pub(crate) use member::OWNER;
pub(crate) use product::{DemoProduct, PRODUCTS};

use anyhow::{Context as _, ensure};
use app::caller::Access;
use axum::body::{Body, to_bytes};
use domain::order::{
    Buyer, Identifiers, Order, OrderId, OrderLine, OrderPlace, OrderStatus, Product, ProductId, Quantity,
};
use domain::shop::Shop;
use domain::values::{
    Amount, Currency, Dialect, EmailAddress, HttpsUrl, Mode, SCOPE_CATALOG_READ, SCOPES, ShopSystem, Tenant, TenantId,
    Title,
};
use http::{Method, Request, header};
use integrations::TakenOrder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use vault::ApiKey;

use crate::{TABLE, World};

pub(crate) const TENANT: &str = "demo";
pub(crate) const SHOP_NAME: &str = "Fern & Oak";
const FILE: &str = "demo.json";

/// The demo's order: the first two products, delivered.
pub(crate) const ORDER: &str = "ORD-1000";
/// The same order under an id of Wix.
const WIX_ORDER: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
const BUYER: &str = "customer@example.com";

/// The addresses and keys of the system, for people and scripts: the content of `<data>/demo.json`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demo {
    pub base_url: String,
    pub keys: Keys,
    pub dynamodb: Endpoint,
}

/// An API key for each dialect, with the scopes that `create_key` gives a deployed key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// For BetterReviews and the native API, live.
    pub api: String,
    /// For BetterReviews and the native API, in test mode: nothing is sent.
    pub api_test: String,
    pub amino: String,
    /// For More Good Reviews.
    pub beacon: String,
    pub wix: String,
}

/// A table of the small AWS.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The URL for `--endpoint-url`.
    pub endpoint: String,
    pub table: String,
}

pub(crate) struct Asked {
    pub(crate) request: u64,
    pub(crate) page: String,
}

impl Demo {
    /// Verifies the mail domain, and creates the shop in both modes unless it exists. Keys in `<data>/demo.json` are
    /// used again; without a folder nothing is written.
    pub async fn set_up(world: &World, data: Option<&Path>, dynamodb: SocketAddr) -> anyhow::Result<Self> {
        world.verify_mail_domain();
        let earlier = data.map(|folder| read(&folder.join(FILE))).transpose()?.flatten();
        let stored = |key: fn(&Keys) -> &String| earlier.as_ref().map(|demo| key(&demo.keys).as_str());
        let demo = Self {
            base_url: world.base_url().to_owned(),
            keys: Keys {
                api: shop(world, Mode::Live, stored(|keys| &keys.api)).await?,
                api_test: shop(world, Mode::Test, stored(|keys| &keys.api_test)).await?,
                amino: key(world, &tenant(Mode::Live)?, Dialect::Amino, stored(|keys| &keys.amino)).await?,
                beacon: key(world, &tenant(Mode::Live)?, Dialect::MoreGoodReviews, stored(|keys| &keys.beacon)).await?,
                wix: key(world, &tenant(Mode::Live)?, Dialect::Wix, stored(|keys| &keys.wix)).await?,
            },
            dynamodb: Endpoint { endpoint: format!("http://{dynamodb}"), table: TABLE.to_owned() },
        };
        member::owner(world, &tenant(Mode::Live)?).await?;
        if let Some(folder) = data
            && earlier.as_ref() != Some(&demo)
        {
            write(&folder.join(FILE), &demo)?;
        }
        Ok(demo)
    }

    /// Asks a customer about three products through the API, and sends the email now. Each time, the customer has
    /// another address, so that an unsubscription does not stop the next email.
    pub(crate) async fn ask(&self, world: &World) -> anyhow::Result<Asked> {
        let email = format!("jane+{}@example.com", world.aws().clock().now().as_millisecond() % 1_000_000);
        let products: Vec<_> = PRODUCTS.iter().take(3).map(|product| product.id).collect();
        let request = json!({"email": email, "customer_name": "Jane Doe", "product_ids": products, "delay_days": 0});
        let asked = self.request(world, request).await?;
        world.settle().await?;
        Ok(asked)
    }

    /// Makes a request for reviews through the API.
    async fn request(&self, world: &World, request: Value) -> anyhow::Result<Asked> {
        let asked = self.call(world, Method::POST, "/api/v1/review-requests/send", Some(request)).await?;
        let page = asked["hub_url"].as_str().and_then(|url| url.strip_prefix(&self.base_url));
        Ok(Asked {
            request: asked["request_id"].as_u64().context("a request's id")?,
            page: page.context("a link of this machine")?.to_owned(),
        })
    }

    /// Makes a call to the native API, which must succeed.
    async fn call(&self, world: &World, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let call = Request::builder().method(method).uri(path);
        let call = call.header(header::AUTHORIZATION, format!("Bearer {}", self.keys.api));
        let call = call.header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let answer = world.router().oneshot(call.body(body)?).await?;
        ensure!(answer.status().is_success(), "{path} is answered with {}", answer.status());
        Ok(serde_json::from_slice(&to_bytes(answer.into_body(), usize::MAX).await?)?)
    }
}

/// Creates the shop in one mode and returns its key: the earlier key if it still works.
async fn shop(world: &World, mode: Mode, earlier: Option<&str>) -> anyhow::Result<String> {
    let (tenant, store) = (tenant(mode)?, world.store()?);
    let shop = Shop::new(SHOP_NAME, None)?;
    world.set_up_shop(&tenant, shop).await?;
    for &DemoProduct { id, title, picture, .. } in &PRODUCTS {
        let image_url = Some(HttpsUrl::stored(format!("{}/local/pictures/{picture}.svg", world.base_url())));
        let (id, title, identifiers) = (ProductId::parse(id)?, Title::parse(title)?, Identifiers::default());
        let product = Product { id, title, description: None, image_url, url: None, identifiers };
        // At every start, because the base URL may have changed.
        store.put_product(&tenant, &product.into(), store::order::DescribedBy::Api, world.env().clock.now()).await?;
    }
    let key = key(world, &tenant, Dialect::BetterReviews, earlier).await?;
    for id in [ORDER, WIX_ORDER] {
        order(world, &key, id).await?;
    }
    Ok(key)
}

fn tenant(mode: Mode) -> anyhow::Result<Tenant> {
    Ok(Tenant { id: TenantId::parse(TENANT)?, mode })
}

/// A key of the shop for a dialect's clients: the earlier key if it still works.
async fn key(world: &World, tenant: &Tenant, dialect: Dialect, earlier: Option<&str>) -> anyhow::Result<String> {
    if let Some(key) = earlier.and_then(ApiKey::parse)
        && let Some(record) = world.store()?.api_key(&key.digest()).await?
        && record.active
        && record.tenant == *tenant
    {
        return Ok(key.reveal().to_owned());
    }
    // A developer's own key may do everything.
    let scopes = if dialect == Dialect::BetterReviews { SCOPES } else { dialect.policy().key_scopes };
    Ok(world.api_key_for(tenant, dialect, scopes).await?.reveal().to_owned())
}

/// Saves the shop's order unless it exists, because the developer may have changed it.
async fn order(world: &World, key: &str, id: &str) -> anyhow::Result<()> {
    let (env, store) = (world.env(), world.store()?);
    let access = Access::new(store.clone(), env.vault()?);
    let caller = access.authenticate(Some(key), [SCOPE_CATALOG_READ; 2], 1, env.clock.now()).await?;
    let (tenant, keys, now) = (&caller.tenant, &*caller.keys, env.clock.now());
    let id = OrderId::parse(id)?.context("the demo's order has an id")?;
    if store.order(tenant, &id, None, keys).await?.is_some() {
        return Ok(());
    }
    let line = |(place, product): (usize, &DemoProduct)| -> anyhow::Result<OrderLine> {
        Ok(OrderLine {
            id: place.to_string(),
            item: Some(ProductId::in_catalog(product.id)?),
            title: Title::parse(product.title)?,
            catalog_title: None,
            image_url: None,
            url: None,
            unit_price: Amount::stored(product.cents),
            quantity: Quantity::ONE,
            is_gift_card: false,
            needs_no_shipping: false,
            is_part: false,
            sku: None,
            gtin: None,
        })
    };
    let place = OrderPlace { system: ShopSystem::Own, id: id.as_str().to_owned() };
    let order = Order {
        id,
        as_of: Some(now),
        reported: OrderStatus::Delivered,
        buyer: Some(Buyer { email: EmailAddress::parse(BUYER)?, name: None }),
        currency: Currency::parse("EUR")?,
        lines: PRODUCTS[..2].iter().enumerate().map(line).collect::<Result<_, _>>()?,
        placed_at: Some(now),
        ..Order::unknown(place)
    };
    let known = store.order_record(tenant, &order.place, keys).await?;
    let mut taken = TakenOrder::merged(&store, tenant, known, order, None, now).await?;
    taken.save(&store, (tenant, keys), now).await.map_err(|_| anyhow::anyhow!("the demo's order changed meanwhile"))
}

/// Reads the file from an earlier start. A file from another version is ignored and later replaced.
fn read(path: &Path) -> anyhow::Result<Option<Demo>> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}

/// Writes the file whole or not at all. Only its owner can read it, because it contains keys.
fn write(path: &Path, demo: &Demo) -> anyhow::Result<()> {
    let half = path.with_extension("json.half");
    let mut json = serde_json::to_vec_pretty(demo)?;
    json.push(b'\n');
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&half)?;
        file.write_all(&json)?;
        file.sync_all()?;
        fs::rename(&half, path)
    })();
    written.with_context(|| format!("writing {}", path.display()))
}
