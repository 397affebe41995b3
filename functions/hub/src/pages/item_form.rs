//! An item's form: its fields on three routes, its content and its errors; and `POST /review/hub/review`, which submits it as a review.

use axum::http::StatusCode;
use domain::review::{
    DisplayName, DraftChange, Facts, Headline, QUESTIONS_MAX, Rating, ReviewDraft, ReviewText, Tap, TypedForm,
    TypedTap, Version, Words,
};
use domain::values::Fault;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::respond::{Failure, Form, Preferred, Served, number, see_other, text as text_of};
use crate::use_cases::{Submission, SubmitOutcome};
use crate::{SharedParts, links};

#[derive(Clone, Default)]
pub(crate) struct Content {
    /// `None` preselects no star.
    pub rating: Option<u8>,
    /// Empty without a headline.
    pub headline: String,
    pub text: String,
    /// The name to show in public; empty if anonymous.
    pub display_name: String,
    /// Whether another name was selected but not typed.
    pub lacks_name: bool,
    /// The other name as typed, even if not selected.
    pub other_name: String,
    /// What was tapped about facts; of a fact without an answer here, nothing.
    pub taps: Vec<TypedTap>,
}

/// The errors of one form: a message's id per field.
#[derive(Clone, Copy, Default)]
pub(crate) struct ItemErrors {
    pub rating: Option<&'static str>,
    pub headline: Option<&'static str>,
    pub text: Option<&'static str>,
    pub display_name: Option<&'static str>,
}

/// A form with errors and all its input.
pub(crate) struct RejectedForm {
    pub item: usize,
    pub form: Content,
    pub errors: ItemErrors,
    /// 422, or 429 if the draft was saved or the review changed too often.
    pub status: StatusCode,
}

#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewForm {
    #[schema(value_type = String)]
    pub token: Option<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    pub item: Option<String>,
    #[schema(value_type = u8, minimum = 1, maximum = 5)]
    rating: Option<String>,
    /// The line above the text; blank for none. If omitted, an edit keeps it.
    #[schema(max_length = 200)]
    headline: Option<String>,
    /// May be blank; the review then has only stars.
    #[schema(value_type = String, max_length = 5000)]
    text: Option<String>,
    /// The name to show in public: `name:` and the name, `anonymous`, or `other` for `display_name`. `other` if omitted.
    shown_as: Option<String>,
    /// Another name to show. Blank means anonymous, unless `shown_as` is `other`.
    #[schema(value_type = String, max_length = 60)]
    display_name: Option<String>,
    /// The first fact's id and, behind a colon, the answer's. Without an answer behind the colon, the answer is taken back; if omitted,
    /// it stays.
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_0: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_1: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_2: Option<String>,
}

/// An item's form as typed. Until the form is submitted, only the lengths of the texts are checked.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DraftForm {
    #[schema(value_type = String)]
    pub token: Option<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    pub item: Option<String>,
    rating: Option<String>,
    /// The line above the text as typed. If omitted, the saved line stays.
    #[schema(max_length = 400)]
    headline: Option<String>,
    /// The text as typed.
    #[schema(max_length = 10000)]
    pub text: Option<String>,
    /// The name to show in public: `name:` and the name, `anonymous`, or `other` for `display_name`. `other` if omitted.
    shown_as: Option<String>,
    /// Another name to show. Blank means anonymous.
    #[schema(max_length = 200)]
    display_name: Option<String>,
    /// `1` if the suggested text was filled in as the text.
    pub taken: Option<String>,
    /// `add` appends the suggested text to the text. `cancel` discards all unsubmitted changes to a submitted review,
    /// also those in this form; photos stay.
    pub then: Option<String>,
    /// The first question's ready-made answer or beginning that the customer tapped.
    pub begin: Option<String>,
    /// On a question's page: its number, and the typed answer, which is saved.
    #[schema(value_type = Option<usize>, maximum = 3)]
    pub turn: Option<String>,
    #[schema(max_length = 1000)]
    pub answer: Option<String>,
    /// The first fact's id and, behind a colon, the answer's. Without an answer behind the colon, the answer is taken back; if omitted,
    /// it stays.
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_0: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_1: Option<String>,
    #[schema(pattern = "^[a-z0-9]{1,16}:[a-z0-9]{0,16}$")]
    fact_2: Option<String>,
}

/// The item's form, and the photo to remove. With a `text`, the form is saved as a draft.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RemovalForm {
    /// The photo's slot, from 0.
    #[schema(value_type = usize, maximum = 4)]
    pub photo: Option<String>,
    #[serde(flatten)]
    pub form: DraftForm,
}

impl Content {
    pub(crate) fn new(Version { rating, taps, words: Words { headline, text, display_name } }: &Version) -> Self {
        let chosen = |tap: &Tap| TypedTap { fact: tap.fact.clone(), answer: Some(tap.answer.clone()) };
        Self {
            taps: taps.iter().map(chosen).collect(),
            rating: Some(rating.stars()),
            headline: headline.as_ref().map_or("", Headline::as_str).to_owned(),
            text: text.as_str().to_owned(),
            display_name: display_name.as_ref().map_or("", DisplayName::as_str).to_owned(),
            ..Self::default()
        }
    }

    fn typed(
        rating: &Option<String>,
        taps: Vec<TypedTap>,
        headline: &Option<String>,
        text: &Option<String>,
        name: NameFields<'_>,
    ) -> Self {
        Self {
            taps,
            rating: Rating::parse(text_of(rating)).ok().map(Rating::stars),
            headline: text_of(headline).to_owned(),
            text: text_of(text).to_owned(),
            display_name: name.chosen.to_owned(),
            lacks_name: name.is_lacking,
            other_name: name.typed.to_owned(),
        }
    }

    /// Fills the form with a draft and this text. Returns whether the form now differs from the stored review.
    pub(crate) fn resume(&mut self, draft: &TypedForm, text: String) -> bool {
        // If the draft has the words of the stored review, the text is unchanged.
        let is_stored = ReviewText::parse(&text).is_ok_and(|text| text.as_str() == self.text);
        let is_rating_new = draft.rating.is_some_and(|rating| self.rating != Some(rating.stars()));
        let is_headline_new = draft.headline.as_deref().is_some_and(|typed| typed.trim() != self.headline);
        let is_tap_new = draft.taps.iter().filter(|tap| self.tap(tap)).count() > 0;
        let is_new = !text.trim().is_empty() && !is_stored || is_rating_new || is_headline_new || is_tap_new;
        self.text = text;
        if let Some(rating) = draft.rating {
            self.rating = Some(rating.stars());
        }
        for (field, typed) in [
            (&mut self.headline, &draft.headline),
            (&mut self.display_name, &draft.display_name),
            (&mut self.other_name, &draft.other_name),
        ] {
            if let Some(typed) = typed {
                field.clone_from(typed);
            }
        }
        is_new
    }

    /// Chooses another answer to a fact, or none. Returns whether that differs.
    fn tap(&mut self, tap: &TypedTap) -> bool {
        let before = self.taps.iter().find(|chosen| chosen.fact == tap.fact).and_then(|chosen| chosen.answer.clone());
        self.taps.retain(|chosen| chosen.fact != tap.fact);
        self.taps.push(tap.clone());
        before != tap.answer
    }

    pub(crate) const fn has_words(&self) -> bool {
        !self.headline.is_empty() || !self.text.is_empty()
    }

    pub(crate) fn star_count(&self) -> usize {
        self.rating.unwrap_or_default().into()
    }

    pub(crate) fn has_star(&self, number: u8) -> bool {
        Some(number) <= self.rating
    }
}

impl ItemErrors {
    pub(crate) fn any(&self) -> bool {
        self.list().next().is_some()
    }

    /// The element id's prefix and the message's id for each invalid field, in the form's order.
    pub(crate) fn list(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let Self { rating, headline, text, display_name } = *self;
        [("rating", rating), ("headline", headline), ("text", text), ("name", display_name)]
            .into_iter()
            .filter_map(|(field, message)| Some((field, message?)))
    }
}

/// The fields about facts, one a fact; one that no form of ours sends is as if it were omitted.
pub(crate) fn taps_of(fields: [&Option<String>; Facts::MAX]) -> Vec<TypedTap> {
    let mut taps = Vec::<TypedTap>::new();
    for tap in fields.into_iter().filter_map(|field| TypedTap::parse(text_of(field))) {
        if taps.iter().all(|known| known.fact != tap.fact) {
            taps.push(tap);
        }
    }
    taps
}

impl ReviewForm {
    /// The review, or the errors of invalid fields.
    pub(crate) fn parse(&self, item: usize) -> Result<Submission, ItemErrors> {
        let Self { token: _, item: _, rating, headline, text, shown_as, display_name, fact_0, fact_1, fact_2 } = self;
        let name = NameFields::new(shown_as, display_name);
        let keeps_headline = headline.is_none();
        let (rating, headline) = (Rating::parse(text_of(rating)), Headline::parse(text_of(headline)));
        let (text, display_name) = (ReviewText::parse(text_of(text)), name.parse());
        let errors = ItemErrors {
            rating: rating.as_ref().err().map(|_| "fault-rating"),
            headline: headline.as_ref().err().map(|_| "fault-headline"),
            text: text.as_ref().err().copied().map(fault_message),
            display_name: display_name.as_ref().err().map(|_| name.fault_message()),
        };
        match (rating, headline, text, display_name) {
            (Ok(rating), Ok(headline), Ok(text), Ok(display_name)) => {
                let words = Words { headline, text, display_name };
                let version = Version { rating, taps: Vec::new(), words };
                Ok(Submission { item, version, taps: taps_of([fact_0, fact_1, fact_2]), keeps_headline })
            }
            _ => Err(errors),
        }
    }

    pub(crate) fn content(&self) -> Content {
        let Self { token: _, item: _, rating, headline, text, shown_as, display_name, fact_0, fact_1, fact_2 } = self;
        let taps = taps_of([fact_0, fact_1, fact_2]);
        Content::typed(rating, taps, headline, text, NameFields::new(shown_as, display_name))
    }
}

impl DraftForm {
    fn taps(&self) -> Vec<TypedTap> {
        taps_of([&self.fact_0, &self.fact_1, &self.fact_2])
    }

    /// The change that saves the form with this text.
    pub(crate) fn change(&self, text: String, filled_with: Option<String>) -> Result<DraftChange, Fault> {
        if is_longer(&text, ReviewDraft::TEXT_CHARACTERS_MAX) || self.has_long_headline() || self.has_long_name() {
            return Err(Fault::TooLong);
        }
        let name = NameFields::new(&self.shown_as, &self.display_name);
        Ok(DraftChange::Form(TypedForm {
            headline: self.headline.clone(),
            text: Some(text),
            rating: Rating::parse(text_of(&self.rating)).ok(),
            display_name: Some(name.chosen.to_owned()),
            other_name: Some(name.typed.to_owned()),
            filled_with,
            taps: self.taps(),
        }))
    }

    /// The number of the question beside which the form was sent.
    pub(crate) fn turn(&self) -> Option<usize> {
        self.turn.as_ref()?.parse().ok().filter(|&number| number < QUESTIONS_MAX)
    }

    fn has_long_headline(&self) -> bool {
        is_longer(text_of(&self.headline), ReviewDraft::HEADLINE_CHARACTERS_MAX)
    }

    fn has_long_name(&self) -> bool {
        let NameFields { chosen, typed, is_lacking: _ } = NameFields::new(&self.shown_as, &self.display_name);
        [chosen, typed].iter().any(|name| is_longer(name, ReviewDraft::NAME_CHARACTERS_MAX))
    }

    pub(crate) fn content(&self) -> Content {
        Content::typed(
            &self.rating,
            self.taps(),
            &self.headline,
            &self.text,
            NameFields::new(&self.shown_as, &self.display_name),
        )
    }

    /// The fault, shown at the fields that have it.
    pub(crate) fn errors(&self, fault: Fault) -> ItemErrors {
        let of_name = fault == Fault::TooLong && self.has_long_name();
        let of_headline = fault == Fault::TooLong && self.has_long_headline();
        ItemErrors {
            rating: None,
            headline: of_headline.then_some("fault-headline"),
            text: (!of_name && !of_headline).then(|| fault_message(fault)),
            display_name: of_name.then_some("fault-name"),
        }
    }
}

fn is_longer(text: &str, characters: usize) -> bool {
    text.chars().nth(characters).is_some()
}

const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing | Fault::TooLong => "fault-text-too-long",
        Fault::TooOften => "fault-too-often",
    }
}

/// A form's two fields for the public name.
#[derive(Clone, Copy)]
struct NameFields<'a> {
    /// The name to show; blank if anonymous.
    chosen: &'a str,
    /// The content of the field for another name, even if not selected.
    typed: &'a str,
    /// Whether another name is selected but not typed.
    is_lacking: bool,
}

impl<'a> NameFields<'a> {
    /// Reads `shown_as` and `display_name`. Without `shown_as`, `display_name` is the name.
    fn new(shown_as: &'a Option<String>, display_name: &'a Option<String>) -> Self {
        let typed = text_of(display_name);
        let chosen = match text_of(shown_as) {
            "anonymous" => "",
            choice => choice.strip_prefix("name:").unwrap_or(typed),
        };
        Self { chosen, typed, is_lacking: text_of(shown_as) == "other" && typed.trim().is_empty() }
    }

    const fn fault_message(self) -> &'static str {
        if self.is_lacking { "fault-name-missing" } else { "fault-name" }
    }

    /// The name to show; `None` if anonymous.
    fn parse(self) -> Result<Option<DisplayName>, Fault> {
        if self.is_lacking { Err(Fault::Missing) } else { DisplayName::parse(self.chosen) }
    }
}

/// The message for a review that was changed too often today.
const TOO_OFTEN: &str = "fault-changed-too-often";

/// Review one item
///
/// If the item already has a review, the form changes the review.
#[utoipa::path(
    post, path = "/review/hub/review", operation_id = "submitReview",
    request_body(content = ReviewForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The page, with the review."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed, and an error at each invalid field."),
        (status = 429, description = "The page with the form as typed, because the review was changed too often today."),
    ),
)]
pub(crate) async fn submit(parts: SharedParts, preferred: Preferred, Form(form): Form<ReviewForm>) -> Served {
    let token = text_of(&form.token);
    let item = number(&form.item)?;
    let (status, errors) = match form.parse(item) {
        Ok(submission) => {
            let submitted = parts.hub.submit(token, &submission, preferred.0, parts.clock.now()).await;
            match submitted.map_err(Failure::of_link(token))? {
                SubmitOutcome::Saved => return Ok(see_other(&links::thanks(token, item))),
                SubmitOutcome::TooOften => {
                    (StatusCode::TOO_MANY_REQUESTS, ItemErrors { text: Some(TOO_OFTEN), ..ItemErrors::default() })
                }
            }
        }
        Err(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
    };
    let rejected = RejectedForm { item, form: form.content(), errors, status };
    rejected.page(&parts, token, preferred).await
}
