//! What the hub answers, in OpenAPI, and the schemas of its forms: they are read field by field.

use edge::openapi::{Dialect, Errors, describe};
use utoipa::{OpenApi, ToSchema};

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct ReviewForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(min_length = 1, max_length = 5000)]
    text: String,
    /// Which name is shown in public: `name:` and the name, `anonymous`, or `other` for `display_name`;
    /// absent is `other`.
    shown_as: Option<String>,
    /// Another name to show; blank is anonymous.
    #[schema(max_length = 60)]
    display_name: String,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct DraftForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    rating: Option<String>,
    /// As typed: rules are for sending.
    text: Option<String>,
    display_name: Option<String>,
    /// `1`: the text was filled with the draft of the answers.
    taken: Option<String>,
    /// `add`: the draft is added to the text.
    then: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct ChatForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    /// The question's number.
    #[schema(maximum = 3)]
    turn: usize,
    #[schema(max_length = 1000)]
    answer: Option<String>,
    /// A ready answer that was tapped.
    chip: Option<String>,
    /// The question is skipped; what was typed is kept.
    skip: Option<String>,
    /// Another question's number, or `form`: what was typed is kept.
    to: Option<String>,
}

/// The form's other fields are kept as a draft, if they are sent.
#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct PhotoForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    text: Option<String>,
    rating: Option<String>,
    display_name: Option<String>,
}

/// The form's other fields are kept as a draft, if they are sent.
#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct RemovalForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    /// The photo's place, from 0.
    #[schema(maximum = 4)]
    photo: usize,
    text: Option<String>,
    rating: Option<String>,
    display_name: Option<String>,
}

/// A form of `multipart/form-data` for S3, good for an hour.
#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct Upload {
    /// Where to post it.
    url: String,
    /// Name and value of each field, in order; the file follows as `file`.
    fields: Vec<[String; 2]>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct TokenForm {
    token: Option<String>,
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        crate::view::by_query,
        crate::view::by_path,
        crate::form::submit,
        crate::chat::show,
        crate::chat::answer,
        crate::draft::keep,
        crate::photo::add,
        crate::photo::back,
        crate::photo::remove,
        crate::renew::renew,
        crate::postpone::postpone,
        crate::unsubscribe::ask,
        crate::unsubscribe::stop,
        crate::page::asset,
    ))]
    struct Document;
    let dialect = Dialect { name: "Page", tag: "The customer's page", wrong_field: None, errors: Errors::Pages };
    describe(Document::openapi(), &dialect)
}
