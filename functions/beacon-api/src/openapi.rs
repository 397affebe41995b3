//! What the function answers, in OpenAPI, and the schemas of what it takes: bodies are read field by
//! field, so nothing else has their shape.

use edge::openapi::{Dialect, Errors, describe};
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::{Object, ObjectBuilder, Type};
use utoipa::{OpenApi, ToSchema};

use crate::{asks, charges, customers, error, locations};

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        customers::upsert,
        customers::list,
        customers::reviews,
        customers::messages,
        charges::create,
        asks::create,
        locations::create,
        locations::update
    ))]
    struct Document;
    let errors = Errors::json::<error::Envelope<'_>>();
    let dialect = Dialect { name: "Beacon", tag: "More Good Reviews", wrong_field: Some(422), errors };
    describe(Document::openapi(), &dialect)
}

/// A time as it may be told.
fn time() -> Object {
    ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::Integer, Type::String, Type::Null])).build()
}

#[derive(ToSchema)]
#[schema(as = BeaconCustomerInput)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct CustomerInput {
    #[schema(min_length = 1, max_length = 200)]
    first_name: String,
    #[schema(max_length = 200)]
    last_name: Option<String>,
    /// Required without `phone`.
    #[schema(format = Email, max_length = 254)]
    email: Option<String>,
    /// With its country, such as +491711234567. Required without `email`.
    phone: Option<String>,
    #[schema(max_length = 255)]
    company: Option<String>,
    /// Unix seconds, RFC 3339, or a date.
    #[schema(schema_with = time)]
    signed_up_at: Option<i64>,
    has_subscription: Option<bool>,
    #[schema(max_length = 5000)]
    notes: Option<String>,
    #[serde(flatten)]
    address: AddressInput,
}

#[derive(ToSchema)]
#[schema(as = BeaconAddressInput)]
#[expect(dead_code, reason = "a schema only")]
struct AddressInput {
    #[schema(max_length = 255)]
    address1: Option<String>,
    #[schema(max_length = 255)]
    address2: Option<String>,
    #[schema(max_length = 255)]
    city: Option<String>,
    #[schema(max_length = 255)]
    state: Option<String>,
    #[schema(max_length = 255)]
    postal_code: Option<String>,
}

#[derive(ToSchema)]
#[schema(as = BeaconChargeInput)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct ChargeInput {
    /// Required without `phone`.
    #[schema(format = Email, max_length = 254)]
    email: Option<String>,
    /// Required without `email`.
    phone: Option<String>,
    /// In the currency's smallest unit.
    #[schema(maximum = 9007199254740991u64)]
    amount: Option<u64>,
    /// ISO 4217, upper or lower case.
    #[schema(min_length = 3, max_length = 3)]
    currency: Option<String>,
    /// Becomes the location that asks the customer.
    #[schema(pattern = "^[a-z0-9-]{1,50}$")]
    location_slug: Option<String>,
    /// Unix seconds, RFC 3339, or a date; now if left out.
    #[schema(schema_with = time)]
    charged_at: Option<i64>,
}

#[derive(ToSchema)]
#[schema(as = BeaconAskInput)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct AskInput {
    /// Required without `phone`.
    #[schema(format = Email, max_length = 254)]
    email: Option<String>,
    /// Required without `email`.
    phone: Option<String>,
    /// In the order in which they are used; every one that reaches the customer if left out.
    #[schema(min_items = 1)]
    channels: Option<Vec<ChannelInput>>,
    #[schema(maximum = 3)]
    reminders_count: Option<u8>,
    /// Unix seconds, RFC 3339, or a date, within 89 days; at once if left out or over.
    #[schema(schema_with = time)]
    asked_at: Option<i64>,
    /// The customer's language (BCP 47). One that is not spoken here is as none: the shop's is.
    #[schema(max_length = 64, example = "de-AT")]
    language: Option<String>,
}

#[derive(ToSchema)]
#[schema(as = BeaconChannel, rename_all = "lowercase")]
#[expect(dead_code, reason = "a schema only")]
enum ChannelInput {
    Email,
    Sms,
}

#[derive(ToSchema)]
#[schema(as = BeaconLocationInput)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct LocationInput {
    #[schema(min_length = 1, max_length = 255)]
    name: String,
    /// What customers are told; the name if left out.
    #[schema(max_length = 255)]
    display_name: Option<String>,
    /// Made from the name if left out.
    #[schema(pattern = "^[a-z0-9-]{1,50}$")]
    slug: Option<String>,
    #[schema(max_length = 255)]
    code: Option<String>,
    #[serde(flatten)]
    address: AddressInput,
}

#[derive(ToSchema)]
#[schema(as = BeaconLocationChangesInput)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct LocationChangesInput {
    #[schema(nullable = false, min_length = 1, max_length = 255)]
    name: Option<String>,
    /// What customers are told; the name if cleared.
    #[schema(max_length = 255)]
    display_name: Option<String>,
    /// Made anew from the name if cleared.
    #[schema(pattern = "^[a-z0-9-]{1,50}$")]
    slug: Option<String>,
    #[schema(max_length = 255)]
    code: Option<String>,
    #[serde(flatten)]
    address: AddressInput,
}
