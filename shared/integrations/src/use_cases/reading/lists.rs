//! One page of a shop's list of products or orders.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::super::shop_calls::{ShopAnswer, ShopCalls, refused};
use super::super::webhooks::{ShopifyApi, WooCommerceApi, has_error};
use crate::{READ_ORDERS_MAX, ReadPart, ReadingPlace, ShopAccess, ShopRefusal};

/// How long a shop may take for a page. The function has 30 seconds for it, for an exchange of Shopify's key before, and
/// for what follows from the page.
const PAGE_WITHIN: Duration = Duration::from_secs(12);

/// The fields that are used of WooCommerce's products. Without their descriptions, a page is a tenth as long.
const PRODUCT_FIELDS: &str = "id,name,type,status,permalink,catalog_visibility,post_password,sku,global_unique_id,\
                              date_modified_gmt,images,tags,brands,reviews_allowed";
/// Whether WooCommerce itself asks for reviews: the setting `enabled` of `WC_Email_Customer_Review_Request`, which versions
/// before 10.8 do not have.
const OWN_REQUEST: &str = "settings/email_customer_review_request/enabled";
const OWN_REQUEST_WITHIN: Duration = Duration::from_secs(5);
const ORDER_FIELDS: &str = "id,number,status,currency,date_created_gmt,date_modified_gmt,date_completed_gmt,date_paid,\
                            date_paid_gmt,billing,shipping,line_items,refunds,meta_data,lang";

/// The newest products in the online store. A product's first variants have its numbers.
const SHOPIFY_PRODUCTS: &str = "query($first: Int!, $after: String) { \
    products(first: $first, after: $after, sortKey: ID, reverse: true, query: \"status:active published_status:published\") { \
    nodes { id title handle status vendor productType tags updatedAt publishedAt \
    featuredMedia { preview { image { url } } } variants(first: 10) { nodes { sku barcode } } } \
    pageInfo { hasNextPage endCursor } } }";
/// The newest orders, or the first changed ones. What the app may not read is null, such as a customer without
/// `read_customers`.
const SHOPIFY_ORDERS: &str = "query($first: Int!, $after: String, $sort: OrderSortKeys!, $newest: Boolean!, $query: String) { \
    orders(first: $first, after: $after, sortKey: $sort, reverse: $newest, query: $query) { \
    nodes { id name email createdAt updatedAt cancelledAt test currencyCode tags sourceName displayFinancialStatus \
    displayFulfillmentStatus customerLocale customerAcceptsMarketing customer { firstName lastName } \
    shippingAddress { countryCodeV2 } billingAddress { countryCodeV2 } \
    lineItems(first: 20) { nodes { id title quantity currentQuantity sku requiresShipping isGiftCard product { id } \
    lineItemGroup { id title productId } originalUnitPriceSet { shopMoney { amount } } } } \
    fulfillments(first: 10) { id status displayStatus createdAt updatedAt \
    fulfillmentLineItems(first: 20) { nodes { quantity lineItem { id } } } } } \
    pageInfo { hasNextPage endCursor } } }";

pub(in super::super) struct ListPage {
    pub rows: Vec<Value>,
    /// How many rows of the list are behind this page. WooCommerce leaves out rows that the key may not read.
    pub passed: u32,
    pub cursor: Option<String>,
    pub has_more: bool,
    /// Whether the system asks the same customers for reviews.
    pub asks_itself: bool,
}

pub(in super::super) enum ListRefusal {
    /// The app may not read this list, however often it tries.
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
    match access {
        ShopAccess::WooCommerce { address, consumer_key, consumer_secret } => {
            of_woocommerce(&WooCommerceApi::new(calls, address, consumer_key, consumer_secret), place).await
        }
        ShopAccess::Shopify { address, app, client_secret } => {
            of_shopify(&ShopifyApi::open(calls, address, app, client_secret).await?, place).await
        }
    }
}

/// The newest rows come first, in the order of their ids: rows of the same second have no other order. Of changed orders, the
/// oldest come first, so that one that changes meanwhile moves no other to an earlier page. WooCommerce compares the time
/// with its own in UTC, as `dates_are_gmt` says, only if it names no zone (`WP_Date_Query::build_mysql_datetime`).
async fn of_woocommerce(api: &WooCommerceApi<'_>, place: &ReadingPlace) -> Result<ListPage, ListRefusal> {
    let (size, page) = (place.size(), place.page());
    let list = match place.part {
        ReadPart::Products => format!("products?status=publish&_fields={PRODUCT_FIELDS}"),
        ReadPart::Orders => format!("orders?_fields={ORDER_FIELDS}"),
    };
    let order = match place.changed_after {
        Some(after) => format!("asc&dates_are_gmt=true&modified_after={}", after.strftime("%Y-%m-%dT%H:%M:%S")),
        None => "desc".to_owned(),
    };
    let list = format!("{list}&orderby=id&order={order}&per_page={size}&page={page}");
    let mut answer = api.page(&list, PAGE_WITHIN).await?;
    let Value::Array(rows) = answer.body.take() else { return Err(ListRefusal::of(&answer)) };
    if answer.status != 200 {
        return Err(ListRefusal::of(&answer));
    }
    // A proxy may remove the header. Then the list ends with an empty page.
    let has_more = answer.number("x-wp-totalpages").map_or(!rows.is_empty(), |pages| page < pages);
    let asks_itself = place.part == ReadPart::Orders
        && place.changed_after.is_none()
        && api.page(OWN_REQUEST, OWN_REQUEST_WITHIN).await.is_ok_and(|answer| answer.body["value"] == "yes");
    Ok(ListPage { rows, passed: size, cursor: None, has_more, asks_itself })
}

async fn of_shopify(api: &ShopifyApi<'_>, place: &ReadingPlace) -> Result<ListPage, ListRefusal> {
    let (query, list) = match place.part {
        ReadPart::Products => (SHOPIFY_PRODUCTS, "products"),
        ReadPart::Orders => (SHOPIFY_ORDERS, "orders"),
    };
    let first = if place.part == ReadPart::Orders { place.size().min(READ_ORDERS_MAX) } else { place.size() };
    let mut variables = json!({"first": first, "after": place.cursor});
    if place.part == ReadPart::Orders {
        let changed = place.changed_after.map(|after| format!("updated_at:>='{after:.0}'"));
        variables["sort"] = if changed.is_some() { "UPDATED_AT" } else { "PROCESSED_AT" }.into();
        variables["newest"] = changed.is_none().into();
        variables["query"] = changed.into();
    }
    let call = json!({"query": query, "variables": variables});
    let mut answer = api.send(&call, PAGE_WITHIN).await?;
    let mut data = answer.body["data"][list].take();
    let Value::Array(rows) = data["nodes"].take() else {
        let is_denied = answer.status == 200 && has_error(&answer.body, "ACCESS_DENIED");
        return Err(if is_denied { ListRefusal::Denied } else { ListRefusal::of(&answer) });
    };
    let cursor = data["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    let has_more = data["pageInfo"]["hasNextPage"] == true && cursor.is_some();
    Ok(ListPage { passed: u32::try_from(rows.len()).unwrap_or(u32::MAX), rows, cursor, has_more, asks_itself: false })
}
