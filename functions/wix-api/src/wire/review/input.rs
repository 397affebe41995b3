//! A review to create, or the changes to one.

use app::review::photos::PhotoUrls;
use domain::order::ProductId;
use domain::review::{DisplayName, Headline, Rating, ReviewText, Version, Words};
use domain::values::{Fault, Patch};
use edge::field::Field;
use edge::openapi::words_or_null;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::media::{self, MediaInput};
use crate::error::Failure;
use crate::error::violation::{Rule, Violation};
use crate::use_cases::{ImportedReview, ReviewChange};
use crate::wire::parse::{
    GUID_RULE, Violations, only_value, parse_guid, parse_object, parse_string, parse_time, parse_word,
};
use crate::wire::request::NAMESPACE;

/// The maximum length of a new review's entity id, in characters.
const ENTITY_ID_MAX: usize = 36;
/// The maximum length of a body, in characters. Customers may write more.
const BODY_MAX: usize = 3_000;

/// The path of the review in a body.
pub(crate) const ROOT: &str = "review";

/// The body of `createReview` and `updateReview`.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewCall)]
pub(crate) struct ReviewInput {
    #[schema(value_type = ReviewFields)]
    review: Field<ReviewFields>,
}

/// A review to create, or changes to a review. Fields that the vendor sets itself are ignored.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewFields)]
pub(crate) struct ReviewFields {
    /// Required to create a review.
    #[schema(schema_with = namespaces, required = false)]
    namespace: Field<String>,
    /// The product's id, 1 to 36 characters. Required to create a review; it never changes.
    #[schema(value_type = Option<String>, pattern = "^(@shop|[A-Za-z0-9_.:-]{1,97})$")]
    entity_id: Field<String>,
    #[schema(value_type = Option<ContentInput>)]
    content: Field<ContentInput>,
    #[schema(value_type = Option<AuthorInput>)]
    author: Field<AuthorInput>,
    /// The review's revision. Required to change the review.
    #[schema(value_type = Option<String>, example = "1")]
    revision: Field<String>,
    /// When the review was written in another system, to the millisecond. Only used at creation, and only if the time
    /// is in the past. The value never changes.
    #[schema(value_type = Option<String>, format = DateTime)]
    review_date: Field<String>,
}

#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewContentInput)]
struct ContentInput {
    #[schema(value_type = Option<String>, max_length = 200)]
    title: Field<String>,
    #[schema(value_type = Option<String>, max_length = 3_000)]
    body: Field<String>,
    /// Required to create a review.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 5)]
    rating: Field<f64>,
    #[schema(value_type = Option<Vec<MediaInput>>, max_items = 10)]
    media: Field<Vec<Field<MediaInput>>>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewAuthorInput)]
struct AuthorInput {
    /// A customer's GUID, or a GUID from another system. Required to create a review; it never changes.
    #[schema(value_type = Option<String>, format = "uuid")]
    contact_id: Field<String>,
    /// The name to show. If omitted, the review is anonymous.
    #[schema(value_type = Option<String>, max_length = 100)]
    author_name: Field<String>,
}

fn namespaces() -> Object {
    words_or_null([NAMESPACE])
}

pub(crate) struct Update {
    pub(crate) change: ReviewChange,
    pub(crate) revision: u32,
}

impl ReviewInput {
    pub(crate) fn to_create(&self, urls: &PhotoUrls) -> Result<ImportedReview, Failure> {
        ReviewFields::to_create(&self.review, ROOT, urls)
    }

    pub(crate) fn to_update(&self, urls: &PhotoUrls) -> Result<Update, Failure> {
        let fields = given(&self.review, ROOT)?;
        let mut violations = Violations::default();
        let change = fields.parse(urls, &mut violations);
        let revision = violations.check(parse_revision(&fields.revision));
        if let Field::Value(ContentInput { rating: Field::Null, .. }) = &fields.content {
            violations.add(Violation::new("content.rating", Rule::RequiredField, RATING));
        }
        match revision {
            Some(revision) if violations.is_empty() => Ok(Update { change, revision }),
            _ => Err(violations.within(ROOT)),
        }
    }
}

impl ReviewFields {
    /// Reads the review to create at `root` of the body.
    pub(crate) fn to_create(fields: &Field<Self>, root: &str, urls: &PhotoUrls) -> Result<ImportedReview, Failure> {
        let fields = given(fields, root)?;
        let mut violations = Violations::default();
        let change = fields.parse(urls, &mut violations);
        violations.require(&fields.namespace, "namespace", &only_value(NAMESPACE));
        violations.require(&fields.entity_id, "entityId", ENTITY_ID);
        let is_long = fields.entity_id.as_str().chars().count() > ENTITY_ID_MAX;
        if is_long {
            violations.add(Violation::new("entityId", Rule::MaxLength, ENTITY_ID));
        }
        let (no_content, no_author) = (Field::Absent, Field::Absent);
        let rating_given = if let Field::Value(content) = &fields.content { &content.rating } else { &no_content };
        violations.require(rating_given, "content.rating", RATING);
        let contact = if let Field::Value(author) = &fields.author { &author.contact_id } else { &no_author };
        violations.require(contact, "author.contactId", GUID_RULE);
        let written_at = violations.check(parse_time(&fields.review_date, "reviewDate"));
        match (change.product.clone(), change.author, change.rating) {
            (Some(product), Some(author), Some(rating)) if violations.is_empty() => {
                let version = change.applied(Version { rating, words: Words::default() });
                let photos = change.photos.unwrap_or_default();
                Ok(ImportedReview { author, product, version, written_at, photos })
            }
            _ => Err(violations.within(root)),
        }
    }

    fn parse(&self, urls: &PhotoUrls, violations: &mut Violations) -> ReviewChange {
        let Self { namespace, entity_id, content, author, revision: _, review_date: _ /* of a new one */ } = self;
        violations.check(parse_word(namespace, "namespace", NAMESPACE));
        let content = violations.check(parse_object(content, "content"));
        let author = violations.check(parse_object(author, "author"));
        let (title, body, rating, media) = match content {
            Some(ContentInput { title, body, rating, media }) => (title, body, rating, media),
            None => (&Field::Absent, &Field::Absent, &Field::Absent, &Field::Absent),
        };
        let (contact_id, author_name) = match author {
            Some(AuthorInput { contact_id, author_name }) => (contact_id, author_name),
            None => (&Field::Absent, &Field::Absent),
        };
        ReviewChange {
            product: violations.check(parse_product(entity_id)),
            author: violations.check(parse_guid(contact_id, "author.contactId")),
            rating: violations.check(parse_rating(rating)),
            headline: violations.patch(parse_text(title, "content.title", TITLE, Headline::parse)),
            text: violations.patch(parse_text(body, "content.body", BODY, parse_body)),
            display_name: violations.patch(parse_text(author_name, "author.authorName", NAME, DisplayName::imported)),
            photos: violations.check_all(media::parse(media, "content.media", urls)),
        }
    }
}

const ENTITY_ID: &str = "Send a product's id, 1 to 36 letters, digits and _ . : -, or \"@shop\".";
const RATING: &str = "Send a whole number from 1 to 5.";
const TITLE: &str = "Send at most 200 characters on one line.";
const BODY: &str = "Send at most 3,000 characters.";
const NAME: &str = "Send at most 100 characters on one line.";

fn given<'a>(fields: &'a Field<ReviewFields>, root: &str) -> Result<&'a ReviewFields, Violation> {
    match fields {
        Field::Value(fields) => Ok(fields),
        _ => Err(Violation::new(root, Rule::RequiredField, "Send the review, an object.")),
    }
}

fn parse_product(id: &Field<String>) -> Result<Option<Option<ProductId>>, Violation> {
    let Some(id) = parse_string(id, "entityId", ENTITY_ID)? else { return Ok(None) };
    ProductId::named(id).map(Some).map_err(|_| Violation::new("entityId", Rule::Format, ENTITY_ID))
}

fn parse_rating(rating: &Field<f64>) -> Result<Option<Rating>, Violation> {
    let rule = match rating {
        Field::Absent | Field::Null => return Ok(None),
        Field::Value(stars) if *stars < 1.0 => Rule::Min,
        Field::Value(stars) if *stars > 5.0 => Rule::Max,
        Field::Value(stars) => match Rating::ALL.into_iter().find(|rating| f64::from(rating.stars()) == *stars) {
            Some(rating) => return Ok(Some(rating)),
            None => Rule::Format,
        },
        Field::Invalid => Rule::Format,
    };
    Err(Violation::new("content.rating", rule, RATING))
}

/// The change of a text. A text without a visible character clears the field, as null does.
fn parse_text<T>(
    field: &Field<String>,
    path: &str,
    rule: &str,
    parse: impl Fn(&str) -> Result<Option<T>, Fault>,
) -> Result<Patch<T>, Violation> {
    let text = match field {
        Field::Absent => return Ok(Patch::Keep),
        Field::Null => return Ok(Patch::Clear),
        Field::Invalid => return Err(Violation::new(path, Rule::Format, rule)),
        Field::Value(text) => text,
    };
    match parse(text) {
        Ok(value) => Ok(value.map_or(Patch::Clear, Patch::Set)),
        Err(Fault::TooLong) => Err(Violation::new(path, Rule::MaxLength, rule)),
        Err(Fault::Missing | Fault::TooOften) => Err(Violation::new(path, Rule::Format, rule)),
    }
}

fn parse_body(text: &str) -> Result<Option<ReviewText>, Fault> {
    if text.trim().chars().count() > BODY_MAX {
        return Err(Fault::TooLong);
    }
    ReviewText::imported(text).map(|text| Some(text).filter(|text| !text.as_str().is_empty()))
}

fn parse_revision(revision: &Field<String>) -> Result<Option<u32>, Violation> {
    const RULE: &str = "Send the revision that you read, such as \"1\".";
    let wrong = |rule| Violation::new("revision", rule, RULE);
    let revision = parse_string(revision, "revision", RULE)?.ok_or_else(|| wrong(Rule::RequiredField))?;
    let is_plain = revision.bytes().all(|digit| digit.is_ascii_digit());
    revision.parse().ok().filter(|_| is_plain).map(Some).ok_or_else(|| wrong(Rule::Format))
}
