//! The actions of a shop and its customers, in this process, so that there is something to measure.

use std::collections::BTreeSet;

use anyhow::{Context, ensure};
use axum::body::{Body, to_bytes};
use http::{Request, Response, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::world::{BROWSER, Exchange, World};

/// The route that creates requests.
pub(crate) const CREATE: &str = "/api/v1/review-requests/send";
/// The page's form.
pub(crate) const REVIEW: &str = "/review/hub/review";
/// The media type of a form's fields.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";
/// The compressions that browsers accept.
const CODINGS: &str = "gzip, deflate, br, zstd";
/// The longest answer is a page.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// A request that was made.
pub(crate) struct Made {
    pub(crate) id: u64,
    pub(crate) token: String,
}

impl Made {
    /// The path of the customer's page.
    pub(crate) fn page(&self) -> String {
        page(&self.token)
    }
}

fn page(token: &str) -> String {
    format!("/review/hub?token={token}")
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
        Ok(serde_json::from_slice(&self.answer(call).await?.into_body())?)
    }

    /// Opens a page or a file as a browser does.
    pub(crate) async fn open(&self, path: &str) -> anyhow::Result<()> {
        let call = Request::get(path).header(header::USER_AGENT, BROWSER).header(header::ACCEPT_ENCODING, CODINGS);
        self.answer(call.body(Body::empty())?).await?;
        Ok(())
    }

    /// The paths of what a browser loads with a customer's page: the sources of its scripts and pictures, and what its head
    /// links to, as far as it is ours.
    pub(crate) async fn files(&self, token: &str) -> anyhow::Result<BTreeSet<String>> {
        let call = Request::get(page(token)).header(header::USER_AGENT, BROWSER).body(Body::empty())?;
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

    /// Sends the form of the page's first product, and says which page it leads to.
    pub(crate) async fn review(&self, token: &str) -> anyhow::Result<String> {
        let call = Request::post(REVIEW).header(header::USER_AGENT, BROWSER).header(header::CONTENT_TYPE, FORM);
        let call = call.header(header::ACCEPT_ENCODING, CODINGS).body(Body::from(review_form(token)))?;
        let answer = self.answer(call).await?;
        let location = answer.headers().get(header::LOCATION).context("a review leads to a page")?;
        Ok(location.to_str()?.split('#').next().unwrap_or_default().to_owned())
    }

    /// An answer, which must not be an error.
    async fn answer(&self, call: Request<Body>) -> anyhow::Result<Response<Vec<u8>>> {
        let (method, path) = (call.method().to_string(), call.uri().path().to_owned());
        let (head, body) = self.system().router().oneshot(call).await?.into_parts();
        let status = head.status;
        let body = Vec::from(to_bytes(body, ANSWER_BYTES_MAX).await?);
        ensure!(status.as_u16() < 400, "{path} is answered with {status}: {}", String::from_utf8_lossy(&body));
        let lines = head.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
        let bytes = "HTTP/1.1 200 OK\r\n\r\n".len() + lines.sum::<usize>() + body.len();
        self.note(Exchange { method, path, status: status.as_u16(), bytes: bytes as u64 });
        Ok(Response::from_parts(head, body))
    }
}
