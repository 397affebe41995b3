//! The schema of what a POST takes: bodies are read field by field, so nothing else has their shape.
#![expect(dead_code, reason = "schemas only")]

use utoipa::ToSchema;

#[derive(ToSchema)]
pub(crate) struct Invitation {
    /// Whom to ask.
    #[schema(format = Email, max_length = 254)]
    email: String,
    /// What the mail calls the customer.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// The shop's reference of the order; the same one with the same email is invited once.
    #[schema(max_length = 255)]
    order_ref: Option<String>,
    /// The customer's language (BCP 47). One that is not spoken here is as none: the shop's is.
    #[schema(max_length = 64, example = "de-AT")]
    language: Option<String>,
}
