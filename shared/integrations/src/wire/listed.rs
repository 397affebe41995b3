//! Products in the list of Shopify's GraphQL, which is read when a shop connects. They are first written as Shopify's calls
//! write them.

use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Received, Said, parse_value, shopify};
use crate::ShopifyDomain;

/// What a row of the list says, which was asked for at this instant. No instant in it counts as later.
pub(crate) fn read_product(node: &Value, domain: Option<&ShopifyDomain>, asked_at: Timestamp) -> Said {
    let headers = HeaderMap::new();
    let received = Received { topic: "", headers: &headers, body: &[], now: asked_at, domain };
    parse_value(&received, &product(node), shopify::product)
}

fn product(node: &Value) -> Value {
    let tags: Vec<_> = list(&node["tags"]).iter().filter_map(Value::as_str).collect();
    json!({
        "id": id(&node["id"]),
        "title": node["title"],
        "handle": node["handle"],
        "status": lower(&node["status"]),
        "vendor": node["vendor"],
        "product_type": node["productType"],
        "tags": tags.join(","),
        "published_at": node["publishedAt"],
        "updated_at": earlier(&node["updatedAt"]),
        "image": {"src": node["featuredMedia"]["preview"]["image"]["url"]},
        "variants": node["variants"]["nodes"],
    })
}

/// The number at the end of a global id such as `gid://shopify/Product/7`, or of its address.
fn id(gid: &Value) -> Option<&str> {
    gid.as_str()?.rsplit('/').next()?.split('?').next()
}

fn lower(word: &Value) -> Option<String> {
    word.as_str().map(str::to_lowercase)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A time just before this one. A call names more than these lists, for example all variants, and so counts as later if
/// it is about the same change.
fn earlier(at: &Value) -> Value {
    let before = at.as_str().and_then(|at| at.parse::<Timestamp>().ok());
    let before = before.and_then(|at| at.checked_sub(SignedDuration::from_millis(1)).ok());
    before.map_or_else(|| at.clone(), |at| json!(at.to_string()))
}
