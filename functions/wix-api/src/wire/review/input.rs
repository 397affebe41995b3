//! A review to create, or the changes to one.

use app::review::photos::PhotoUrls;
use domain::order::ProductId;
use domain::reads;
use domain::review::{DisplayName, Headline, Rating, ReviewText, Version, Words};
use domain::values::value::{Json, Kind, Text, number};
use domain::values::{Fault, Invalid, Patch};

use super::media::{self, ImageInput, MediaInput};
use crate::error::Failure;
use crate::error::violation::{Rule, Violation};
use crate::use_cases::{ImportedReview, ReviewChange};
use crate::wire::parse::{AnyGuid, GUID_RULE, List, Moment, Namespace, OBJECT_RULE, Violations};

/// The maximum length of a new review's entity id, in characters.
const ENTITY_ID_MAX: usize = 36;
/// The maximum length of a body, in characters. Customers may write more.
const BODY_MAX: usize = 3_000;

/// The path of the review in a body.
pub(crate) const ROOT: &str = "review";

edge::input! {
    /// The body of `createReview` and `updateReview`.
    pub(crate) struct ReviewInput as WixReviewCall with ReviewFields, ContentInput, AuthorInput, MediaInput, ImageInput {
        review: ReviewFields;
    }
}

edge::input! {
    /// A review to create, or changes to a review. Fields that the vendor sets itself are ignored.
    pub(crate) struct ReviewFields as WixReviewFields with ContentInput, AuthorInput, MediaInput, ImageInput refused Violation {
        // Required to create a review.
        namespace: Option<Namespace>;
        /// The product's id, 1 to 36 characters. Required to create a review; it never changes.
        entity_id "entityId": Option<String>, as entity(), or ENTITY_ID;
        content: Option<ContentInput>, or OBJECT_RULE;
        author: Option<AuthorInput>, or OBJECT_RULE;
        /// The review's revision. Required to change the review.
        revision: Option<Revision>, example "1";
        /// When the review was written in another system, to the millisecond. Only used at creation, and only if the time
        /// is in the past. The value never changes.
        review_date "reviewDate": Option<Moment>;
    }
}

edge::input! {
    pub(crate) struct ContentInput as WixReviewContentInput with MediaInput, ImageInput refused Violation {
        title: Patch<Title>, at "content.title";
        body: Patch<Body>, at "content.body";
        /// Required to create a review.
        rating: Patch<Stars>, at "content.rating";
        media: Patch<List<MediaInput, 0, 10>>, at "content.media", or "Send a list of at most 10 objects, each with an image.";
    }
}

edge::input! {
    pub(crate) struct AuthorInput as WixReviewAuthorInput refused Violation {
        /// A customer's GUID, or a GUID from another system. Required to create a review; it never changes.
        contact_id "contactId": Option<AnyGuid>, at "author.contactId";
        /// The name to show. If omitted, the review is anonymous.
        author_name "authorName": Patch<AuthorName>, at "author.authorName";
    }
}

const ENTITY_ID: &str = "Send a product's id, 1 to 36 letters, digits and _ . : -, or \"@shop\".";

fn entity() -> Kind {
    Kind::Text(Text { pattern: Some("^(@shop|[A-Za-z0-9_.:-]{1,97})$"), ..Text::default() })
}

/// The texts of a review. One without a visible character clears the field, as null does.
pub(crate) enum Title {}
pub(crate) enum Body {}
pub(crate) enum AuthorName {}

pub(crate) enum Stars {}

impl Stars {
    const RULE: Invalid = Invalid("Send a whole number from 1 to 5.");
}

pub(crate) enum Revision {}

impl Revision {
    const RULE: Invalid = Invalid("Send the revision that you read, such as \"1\".");
}

reads! {
    Title: Option<Headline> = |json| typed(json, Headline::parse, "Send at most 200 characters on one line."),
        Text::at_most(Headline::CHARACTERS_MAX);
    Body: Option<ReviewText> = |json| typed(json, parse_body, "Send at most 3,000 characters."), Text::at_most(BODY_MAX);
    AuthorName: Option<DisplayName> =
        |json| typed(json, DisplayName::imported, "Send at most 100 characters on one line."),
        Text::at_most(DisplayName::IMPORTED_CHARACTERS_MAX);
    Stars: Rating = |json| {
        Rating::ALL.into_iter().find(|rating| f64::from(rating.stars()) == number(json)).ok_or(Self::RULE)
    }, Kind::Whole(1, 5);
    Revision: u32 = |json| {
        let digits = json.and_then(Json::as_str).filter(|text| text.bytes().all(|digit| digit.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).ok_or(Self::RULE)
    }, Text::default();
}

fn typed<T>(
    json: Option<&Json>,
    parse: fn(&str) -> Result<Option<T>, Fault>,
    rule: &'static str,
) -> Result<Option<T>, Invalid> {
    json.and_then(Json::as_str).and_then(|text| parse(text).ok()).ok_or(Invalid(rule))
}

fn parse_body(text: &str) -> Result<Option<ReviewText>, Fault> {
    if text.trim().chars().count() > BODY_MAX {
        return Err(Fault::TooLong);
    }
    ReviewText::parse(text).map(|text| Some(text).filter(|text| !text.as_str().is_empty()))
}

pub(crate) struct Update {
    pub(crate) change: ReviewChange,
    pub(crate) revision: u32,
}

impl ReviewInput {
    pub(crate) fn to_create(&self, urls: &PhotoUrls) -> Result<ImportedReview, Failure> {
        ReviewFields::to_create(self.review.as_ref().ok(), ROOT, urls)
    }

    pub(crate) fn to_update(&self, urls: &PhotoUrls) -> Result<Update, Failure> {
        let fields = given(self.review.as_ref().ok(), ROOT)?;
        let mut violations = Violations::default();
        let change = fields.parse(urls, &mut violations);
        violations.require(&fields.revision, "revision", Revision::RULE.0);
        let revision = violations.check(&fields.revision);
        if let Ok(Some(ContentInput { rating: Ok(Patch::Clear), .. })) = &fields.content {
            violations.add(Violation::new("content.rating", Rule::RequiredField, Stars::RULE.0));
        }
        match revision {
            Some(revision) if violations.is_empty() => Ok(Update { change, revision }),
            _ => Err(violations.within(ROOT)),
        }
    }
}

impl ReviewFields {
    /// Reads the review to create at `root` of the body.
    pub(crate) fn to_create(fields: Option<&Self>, root: &str, urls: &PhotoUrls) -> Result<ImportedReview, Failure> {
        let fields = given(fields, root)?;
        let mut violations = Violations::default();
        let change = fields.parse(urls, &mut violations);
        violations.require(&fields.namespace, "namespace", "The only value is \"stores\".");
        violations.require(&fields.entity_id, "entityId", ENTITY_ID);
        if matches!(&fields.entity_id, Ok(Some(id)) if id.chars().count() > ENTITY_ID_MAX) {
            violations.add(Violation::new("entityId", Rule::MaxLength, ENTITY_ID));
        }
        let rating = fields.content.as_ref().ok().and_then(Option::as_ref).map(|content| &content.rating);
        if matches!(rating, None | Some(Ok(Patch::Keep | Patch::Clear))) {
            violations.add(Violation::new("content.rating", Rule::RequiredField, Stars::RULE.0));
        }
        let contact = fields.author.as_ref().ok().and_then(Option::as_ref).map(|author| &author.contact_id);
        violations.require(contact.unwrap_or(&Ok(None)), "author.contactId", GUID_RULE);
        let written_at = violations.check(&fields.review_date);
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
        violations.check(&self.namespace);
        let content = violations.object(&self.content);
        let author = violations.object(&self.author);
        let product = violations.check(&self.product());
        ReviewChange {
            product,
            author: author.and_then(|author| violations.check(&author.contact_id)),
            rating: content.and_then(|content| violations.patch(&content.rating).value().copied()),
            headline: content.map_or(Patch::Keep, |content| flat(violations.patch(&content.title))),
            text: content.map_or(Patch::Keep, |content| flat(violations.patch(&content.body))),
            display_name: author.map_or(Patch::Keep, |author| flat(violations.patch(&author.author_name))),
            photos: content.and_then(|content| media::parse(&content.media, urls, violations)),
        }
    }

    fn product(&self) -> Result<Option<Option<ProductId>>, Violation> {
        let Some(id) = self.entity_id.as_ref().map_err(Violation::clone)? else { return Ok(None) };
        ProductId::named(id).map(Some).map_err(|_| Violation::new("entityId", Rule::Format, ENTITY_ID))
    }
}

fn given<'a>(fields: Option<&'a ReviewFields>, root: &str) -> Result<&'a ReviewFields, Violation> {
    fields.ok_or_else(|| Violation::new(root, Rule::RequiredField, "Send the review, an object."))
}

fn flat<T>(change: Patch<Option<T>>) -> Patch<T> {
    match change {
        Patch::Set(Some(text)) => Patch::Set(text),
        Patch::Set(None) | Patch::Clear => Patch::Clear,
        Patch::Keep => Patch::Keep,
    }
}
