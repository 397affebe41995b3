//! The schemas of what a PUT takes: bodies are read field by field, so nothing else has their shape.
#![expect(dead_code, reason = "schemas only")]

use domain::OrderStatus;
use edge::openapi::words;
use utoipa::ToSchema;
use utoipa::openapi::Object;

pub(crate) fn statuses() -> Object {
    words(OrderStatus::ALL.map(OrderStatus::word))
}

#[derive(ToSchema)]
pub(crate) struct OrderInput {
    #[schema(schema_with = statuses)]
    status: String,
    /// Left out if unknown.
    buyer: Option<BuyerInput>,
    /// ISO 4217, upper or lower case.
    #[schema(min_length = 3, max_length = 3)]
    currency: String,
    #[schema(format = DateTime)]
    placed_at: Option<String>,
    #[schema(max_items = 250)]
    lines: Vec<OrderLineInput>,
}

#[derive(ToSchema)]
struct BuyerInput {
    #[schema(format = Email, max_length = 254)]
    email: String,
    #[schema(min_length = 1, max_length = 200)]
    name: Option<String>,
}

#[derive(ToSchema)]
struct OrderLineInput {
    #[schema(min_length = 1, max_length = 97)]
    catalog_item_id: Option<String>,
    #[schema(min_length = 1, max_length = 255)]
    title: String,
    /// An https URL.
    #[schema(format = "uri", max_length = 2048)]
    image_url: Option<String>,
    /// An https URL.
    #[schema(format = "uri", max_length = 2048)]
    url: Option<String>,
    /// In the currency's smallest unit.
    #[schema(maximum = 9007199254740991u64)]
    unit_price: u64,
    /// 1 if left out.
    #[schema(minimum = 1, maximum = 1000000)]
    quantity: Option<u32>,
    /// At most `quantity`; 0 if left out.
    #[schema(maximum = 1000000)]
    refunded_quantity: Option<u32>,
}

#[derive(ToSchema)]
pub(crate) struct ProductInput {
    #[schema(min_length = 1, max_length = 255)]
    title: String,
    /// An https URL.
    #[schema(format = "uri", max_length = 2048)]
    image_url: Option<String>,
    /// An https URL.
    #[schema(format = "uri", max_length = 2048)]
    url: Option<String>,
}
