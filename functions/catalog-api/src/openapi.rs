//! The schemas of what a PUT takes: bodies are read field by field, so nothing else has their shape.
#![expect(dead_code, reason = "schemas only")]

use domain::OrderStatus;
use edge::openapi::words;
use utoipa::ToSchema;
use utoipa::openapi::Object;

pub(crate) fn statuses() -> Object {
    words(OrderStatus::ALL.map(OrderStatus::as_str))
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
pub(crate) struct SettingsInput {
    /// As its customers know it.
    #[schema(min_length = 1, max_length = 100)]
    shop_name: Option<String>,
    /// Shown at the mail's foot.
    #[schema(min_length = 1, max_length = 300)]
    shop_address: Option<String>,
    /// Of the customer's pages' links and buttons, made darker or lighter until it can be read.
    #[schema(pattern = "^#[0-9A-Fa-f]{6}$")]
    color: Option<String>,
    /// An https URL of the shop's sign, at least 96 pixels high.
    #[schema(format = "uri", max_length = 2048)]
    logo_url: Option<String>,
    /// `en`, `de`, `fr`, `es` or `ar`.
    language: Option<String>,
    /// On which days after a first message its reminders leave: rising, from 1 to 60.
    #[schema(min_items = 3, max_items = 3)]
    reminder_days: Option<Vec<u8>>,
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
