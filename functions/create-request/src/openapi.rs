//! The schema of what a POST takes: bodies are read field by field, so nothing else has their shape.
#![expect(dead_code, reason = "schemas only")]

use utoipa::ToSchema;

#[derive(ToSchema)]
pub(crate) struct ReviewRequestInput {
    /// Whom to ask.
    #[schema(format = Email, max_length = 254)]
    email: String,
    #[schema(min_length = 1, max_length = 200)]
    customer_name: Option<String>,
    /// What to review. None: the order's products, if the order is known, else the shop itself.
    #[schema(max_items = 50)]
    product_ids: Option<Vec<String>>,
    /// Left out: never a duplicate of another.
    #[schema(max_length = 255)]
    order_id: Option<String>,
    /// Whole days until the mail leaves.
    #[schema(minimum = 0, maximum = 89, default = 7)]
    delay_days: Option<u8>,
    /// The shop brings the link itself.
    #[schema(default = false)]
    skip_email: Option<bool>,
    /// The customer's language (BCP 47). One that is not spoken here is as none: the shop's is.
    #[schema(max_length = 64, example = "de-AT")]
    language: Option<String>,
}

/// An object; nothing of it is read.
#[derive(ToSchema)]
pub(crate) struct Nothing {}
