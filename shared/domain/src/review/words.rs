//! Texts that people wrote: a form as typed, a review's words, its versions, and the shop's answer.

use jiff::Timestamp;

use crate::review::contact_data::{ContactData, contact_data};
use crate::{DisplayName, Headline, Rating, ReplyText, ReviewText};

/// A customer's words: everything but the stars, which no rule reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// A line above the text, if the customer typed one.
    pub headline: Option<Headline>,
    /// The text.
    pub text: ReviewText,
    /// The name shown with it; `None` is anonymous.
    pub display_name: Option<DisplayName>,
}

impl Words {
    /// How anybody could be reached by what they say.
    #[must_use]
    pub fn contact_data(&self) -> Option<ContactData> {
        let Self { headline, text, display_name } = self;
        contact_data(text.as_str())
            .or_else(|| contact_data(headline.as_ref()?.as_str()))
            .or_else(|| contact_data(display_name.as_ref()?.as_str()))
    }
}

/// A form as typed. What a change of it leaves out, stays.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TypedForm {
    /// The line above the text.
    pub headline: Option<String>,
    /// The text.
    pub text: Option<String>,
    /// The stars clicked last; a radio button cannot be unset.
    pub rating: Option<Rating>,
    /// The display name chosen; "" is anonymous.
    pub display_name: Option<String>,
    /// The display name typed, chosen or not.
    pub other_name: Option<String>,
    /// The suggested text that the text was last filled with.
    pub filled_with: Option<String>,
}

impl TypedForm {
    /// The form after a change of `before`.
    #[must_use]
    pub fn over(self, before: Self) -> Self {
        Self {
            headline: self.headline.or(before.headline),
            text: self.text.or(before.text),
            rating: self.rating.or(before.rating),
            display_name: self.display_name.or(before.display_name),
            other_name: self.other_name.or(before.other_name),
            filled_with: self.filled_with.or(before.filled_with),
        }
    }
}

/// One version of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// 1 to 5 stars.
    pub rating: Rating,
    /// The customer's words.
    pub words: Words,
}

/// The shop's public answer to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopReply {
    /// The shop's text.
    pub text: ReplyText,
    /// When it first answered.
    pub created_at: Timestamp,
    /// When the answer was last changed.
    pub updated_at: Timestamp,
}
