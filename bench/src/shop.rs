//! What a shop and its customers do, in this process, so that there is something to measure.

use anyhow::{Context, ensure};
use axum::body::{Body, to_bytes};
use http::{Request, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::world::{BROWSER, World};

/// The route that creates requests.
pub(crate) const CREATE: &str = "/api/v1/review-requests/send";
/// The page's form.
pub(crate) const REVIEW: &str = "/review/hub/review";
/// What a form's fields are sent as.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";
/// The longest answer is a page.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// A request that was made.
pub(crate) struct Made {
    pub(crate) id: u64,
    pub(crate) token: String,
}

/// The body of a create: two products, seven days, with these fields over it.
pub(crate) fn order(prefix: &str, number: usize, fields: &Value) -> Value {
    let mut order = json!({
        "email": format!("{prefix}{number}@example.com"),
        "customer_name": "A Customer",
        "order_id": format!("{prefix}-{number}"),
        "product_ids": ["shopify-7125386199075", "shopify-7125386199076"],
        "delay_days": 7,
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        order[name] = value.clone();
    }
    order
}

/// The fields of a review of the first item.
pub(crate) fn review_form(token: &str) -> String {
    format!("token={token}&item=0&rating=5&text=Lovely+tray.&display_name=Jane")
}

impl World {
    /// Creates a request for a customer who is new.
    pub(crate) async fn create(&self, fields: &Value) -> anyhow::Result<Made> {
        let answer = self.post(CREATE, &order("customer", self.next_number(), fields)).await?;
        let token = answer["hub_url"].as_str().and_then(|url| url.split_once("token="));
        let (_, token) = token.with_context(|| format!("no request was made: {answer}"))?;
        Ok(Made { id: answer["request_id"].as_u64().context("an id")?, token: token.to_owned() })
    }

    /// A call of an API.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let call = Request::post(path).header(header::AUTHORIZATION, self.authorization());
        let call = call.header(header::CONTENT_TYPE, JSON).body(Body::from(body.to_string()))?;
        Ok(serde_json::from_slice(&self.answer(call).await?)?)
    }

    /// Opens the customer's page.
    pub(crate) async fn open(&self, token: &str) -> anyhow::Result<()> {
        let call = Request::get(format!("/review/hub?token={token}")).header(header::USER_AGENT, BROWSER);
        self.answer(call.body(Body::empty())?).await?;
        Ok(())
    }

    /// Sends the form of the page's first product.
    pub(crate) async fn review(&self, token: &str) -> anyhow::Result<()> {
        let call = Request::post(REVIEW).header(header::USER_AGENT, BROWSER).header(header::CONTENT_TYPE, FORM);
        self.answer(call.body(Body::from(review_form(token)))?).await?;
        Ok(())
    }

    /// The body of an answer, which must not be an error.
    async fn answer(&self, call: Request<Body>) -> anyhow::Result<Vec<u8>> {
        let path = call.uri().path().to_owned();
        let answer = self.system().router().oneshot(call).await?;
        let status = answer.status();
        let body = to_bytes(answer.into_body(), ANSWER_BYTES_MAX).await?;
        ensure!(status.as_u16() < 400, "{path} is answered with {status}: {}", String::from_utf8_lossy(&body));
        Ok(body.into())
    }
}
