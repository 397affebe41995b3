//! One page of the list of products of a shop at Shopify.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::super::shop_calls::{ShopAnswer, ShopCalls, refused};
use super::super::shopify_api::{ShopifyApi, has_error};
use crate::{ReadingPlace, ShopAccess, ShopRefusal};

/// How long a shop may take for a page. The function has 30 seconds for it, for an exchange of Shopify's key before, and
/// for what follows from the page.
const PAGE_WITHIN: Duration = Duration::from_secs(12);

/// The newest products in the online store. A product's first variants have its numbers.
const PRODUCTS: &str = "query($first: Int!, $after: String) { \
    products(first: $first, after: $after, sortKey: ID, reverse: true, query: \"status:active published_status:published\") { \
    nodes { id title handle status vendor productType tags updatedAt publishedAt \
    featuredMedia { preview { image { url } } } variants(first: 10) { nodes { sku barcode } } } \
    pageInfo { hasNextPage endCursor } } }";
pub(in super::super) struct ListPage {
    pub rows: Vec<Value>,
    pub cursor: Option<String>,
    pub has_more: bool,
}

pub(in super::super) enum ListRefusal {
    /// The app may not read products, however often it tries.
    Denied,
    /// The page may be there later, not before a pause if the system asks for one.
    Later(ShopRefusal, Option<SignedDuration>),
}

impl From<ShopRefusal> for ListRefusal {
    fn from(refusal: ShopRefusal) -> Self {
        Self::Later(refusal, None)
    }
}

impl ListRefusal {
    fn of(answer: &ShopAnswer) -> Self {
        let refusal = if answer.status == 200 { ShopRefusal::Failed } else { refused(answer.status) };
        Self::Later(refusal, answer.retry_after())
    }
}

pub(in super::super) async fn next_page(
    calls: &ShopCalls,
    access: &ShopAccess,
    place: &ReadingPlace,
) -> Result<ListPage, ListRefusal> {
    let api = ShopifyApi::open(calls, access).await?;
    let call = json!({"query": PRODUCTS, "variables": {"first": place.size(), "after": place.cursor}});
    let mut answer = api.send(&call, PAGE_WITHIN).await?;
    let mut data = answer.body.pointer_mut("/data/products").map(Value::take).unwrap_or_default();
    let Some(Value::Array(rows)) = data.get_mut("nodes").map(Value::take) else {
        let is_denied = answer.status == 200 && has_error(&answer.body, "ACCESS_DENIED");
        return Err(if is_denied { ListRefusal::Denied } else { ListRefusal::of(&answer) });
    };
    let cursor = data["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    let has_more = data["pageInfo"]["hasNextPage"] == true && cursor.is_some();
    Ok(ListPage { rows, cursor, has_more })
}
