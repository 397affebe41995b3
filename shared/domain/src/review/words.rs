//! Texts that people wrote: a form as typed, a review's words and versions, and the shop's reply.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::review::{DisplayName, ExternalId, Headline, Rating, ReplyText, ReviewText, Tap, TypedTap};
use crate::values::contact_data::{ContactData, contact_data};
use crate::values::{NumberPlans, ms};

/// A customer's words: everything except the stars, so that no rule about words can read the stars.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// A line above the text, if the customer typed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Headline>,
    pub text: ReviewText,
    /// The name shown with the review; `None` means anonymous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<DisplayName>,
}

impl Words {
    /// The first contact data in the text, the headline or the name.
    pub fn contact_data(&self, plans: &NumberPlans<'_>) -> Option<ContactData> {
        let Self { headline, text, display_name } = self;
        contact_data(text.as_str(), plans)
            .or_else(|| contact_data(headline.as_ref()?.as_str(), plans))
            .or_else(|| contact_data(display_name.as_ref()?.as_str(), plans))
    }
}

/// A form as typed. In a change, an absent field means that it stays.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TypedForm {
    /// The line above the text.
    pub headline: Option<String>,
    pub text: Option<String>,
    /// The stars clicked last; a radio button cannot be unset.
    pub rating: Option<Rating>,
    /// The chosen display name; "" means anonymous.
    pub display_name: Option<String>,
    /// The display name that was typed, whether it is chosen or not.
    pub other_name: Option<String>,
    /// The suggested text with which the text was last filled.
    pub filled_with: Option<String>,
    /// The answers tapped last, one a fact. A fact without one stays as it is.
    pub taps: Vec<TypedTap>,
}

impl TypedForm {
    /// The form after a change of `before`.
    #[must_use]
    pub fn over(self, before: Self) -> Self {
        let mut taps = before.taps;
        taps.retain(|tap| self.taps.iter().all(|later| later.fact != tap.fact));
        taps.extend(self.taps);
        Self {
            taps,
            headline: self.headline.or(before.headline),
            text: self.text.or(before.text),
            rating: self.rating.or(before.rating),
            display_name: self.display_name.or(before.display_name),
            other_name: self.other_name.or(before.other_name),
            filled_with: self.filled_with.or(before.filled_with),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// 1 to 5 stars.
    pub rating: Rating,
    /// What the author tapped about facts, in the order of their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taps: Vec<Tap>,
    pub words: Words,
}

impl Version {
    /// Whether both have the same stars, answers, headline and text. The name above them may differ.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |Self { rating, taps, words }: &Self| {
            let Words { headline, text, display_name: _ } = words.clone();
            (*rating, taps.clone(), headline, text)
        };
        said(self) == said(other)
    }
}

/// What people wrote in a review, and its id elsewhere, sealed together. When the review ends, what people wrote is
/// deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewContent {
    /// The customer's words; `None` in a final state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// A later version that waits while the words above stay public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending_edit: Option<Version>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ShopReply>,
    /// The review's id on the platform where it was written, if an import brought one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopReply {
    pub text: ReplyText,
    /// When the shop first replied.
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// When the reply was last changed.
    #[serde(with = "ms::required")]
    pub updated_at: Timestamp,
}
