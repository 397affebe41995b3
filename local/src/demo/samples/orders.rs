//! The demo shop at Shopify: its signed webhooks report orders, about which Afterword asks by itself. The reviews of these
//! customers are of a verified purchase.

use anyhow::{Context as _, ensure};
use aws_lc_rs::hmac;
use axum::body::Body;
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use http::{Method, Request, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use small_aws::Mail;
use tower::ServiceExt as _;

use super::reviews::NAMES;
use super::{address, order, sample};
use crate::World;
use crate::demo::{Asked, Demo, PRODUCTS};
use crate::request_of;
use crate::world::link_of;

/// Customers are asked so many days after a delivery.
const ASK_DAYS_AFTER: u8 = 3;
/// How many days before its delivery an order left the shop.
const ON_ITS_WAY_DAYS: u8 = 2;
/// The reviewers of a product with an odd number up to this one ordered at Shopify. That makes 16 orders: from 20 on in four
/// weeks, the shop's owner would be told that Shopify went silent.
const LAST: u16 = 31;

/// Shopify, which signs its calls with the connection's secret.
pub(super) struct Shopify {
    key: hmac::Key,
}

/// Whether Shopify reports the order of a customer.
pub(super) fn is_ordered(number: u16) -> bool {
    number <= LAST && !number.is_multiple_of(2)
}

fn days(days: u8) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
}

impl Shopify {
    /// Connects the demo shop as its owner does. Orders that were shipped before it count, too.
    pub(super) async fn connect(demo: &Demo, world: &World) -> anyhow::Result<Self> {
        let secret = format!("shpss_{:032x}", u128::from_le_bytes(world.env().random.bytes()));
        let since = world.aws().clock().now().checked_sub(days(ASK_DAYS_AFTER + ON_ITS_WAY_DAYS))?;
        let connection = json!({"secret": secret, "ask_days_after": ASK_DAYS_AFTER, "since": format!("{since:.0}")});
        demo.call(world, Method::PUT, "/api/v1/integrations/shopify", Some(connection)).await?;
        Ok(Self { key: hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()) })
    }

    /// Reports the order of a customer, which was delivered so long ago that the customer is asked now.
    pub(super) async fn report(&self, world: &World, number: u16) -> anyhow::Result<()> {
        let now = world.aws().clock().now();
        let delivered = now.checked_sub(days(ASK_DAYS_AFTER))?;
        let sent = delivered.checked_sub(days(ON_ITS_WAY_DAYS))?;
        let at = |at: Timestamp| format!("{at:.0}");
        let (place, ..) = sample(number).context("a sample")?;
        let product = &PRODUCTS[place.context("a sample of a product")?];
        let body = json!({
            "id": 4_000 + number,
            "name": order(number),
            "email": address(number),
            "customer": {"first_name": NAMES[usize::from(number) - 1], "last_name": "Sample"},
            "created_at": at(sent),
            "updated_at": at(now),
            "cancelled_at": null,
            "financial_status": "paid",
            "fulfillment_status": "fulfilled",
            "currency": "EUR",
            "test": false,
            "source_name": "web",
            "line_items": [{
                "id": 1, "product_id": product.shopify_id(), "title": product.title, "quantity": 1,
                "price": product.price(),
            }],
            "fulfillments": [{
                "id": 1, "status": "success", "shipment_status": "delivered",
                "created_at": at(sent), "updated_at": at(delivered), "line_items": [{"id": 1, "quantity": 1}],
            }],
            "refunds": [],
        });
        let body = body.to_string();
        let signature = BASE64.encode(hmac::sign(&self.key, body.as_bytes()));
        let call = Request::post(format!("/in/shopify/{}", crate::demo::TENANT))
            .header("x-shopify-topic", "orders/updated")
            .header("x-shopify-hmac-sha256", signature)
            .header(header::CONTENT_TYPE, "application/json");
        let answer = world.router().oneshot(call.body(Body::from(body))?).await?;
        ensure!(answer.status().is_success(), "a sample's order is answered with {}", answer.status());
        Ok(())
    }
}

/// The request in the email that a customer got, one of these.
pub(super) fn asked(mails: &[Mail], number: u16, base_url: &str) -> anyhow::Result<Asked> {
    let mail = mails.iter().find(|mail| mail.to == address(number)).context("an email about a sample's order")?;
    let request = request_of(mail).context("an email about a request")?;
    let page = link_of(mail, base_url).and_then(|link| link.strip_prefix(base_url));
    Ok(Asked { request, page: page.context("a link of this machine")?.to_owned() })
}
