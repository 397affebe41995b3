//! Drafts: what a customer saved but did not send. Each review has one item, with sealed texts.
//!
//! Each field is written separately, so that two tabs, or a page submitted twice, do not overwrite each other's fields.
//! For each field, the last write wins. The names of a turn's fields contain its number.

use std::borrow::Cow;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::request::Request;
use domain::review::{
    Answer, DraftChange, ModelQuestion, ModelTurn, QUESTIONS_MAX, Rating, ReviewDraft, Turn, TypedForm, TypedTap,
};
use domain::values::{Language, RequestId, Saves, Tenant};
use vault::{Random, TenantKeys};

use crate::retention::{PERSONAL_DAYS, days_after};
use crate::table::{Attributes, Error, PK, Part, SK, Store, Transaction, keys, known, number, string};

const HEADLINE: &str = "headline";
const TEXT: &str = "text";
const RATING: &str = "rating";
const DISPLAY_NAME: &str = "display_name";
const OTHER_NAME: &str = "other_name";
const FILLED_WITH: &str = "taken";
/// Followed by the fact's id.
const TAP: &str = "fact_";
const TTL: &str = "ttl";
const SAVED_ON: &str = "saved_on";
const SAVES: &str = "saves";

/// A draft as stored: what the customer typed is sealed.
pub struct SealedReviewDraft {
    id: RequestId,
    number: usize,
    item: Attributes,
}

impl SealedReviewDraft {
    /// The item as a draft, or the item again if its key is not a draft's.
    pub(crate) fn parse(id: RequestId, item: Attributes) -> Result<Self, Attributes> {
        match keys::parse_review_draft(id, keys::sk(&item)) {
            Some(number) => Ok(Self { id, number, item }),
            None => Err(item),
        }
    }

    pub fn open(&self, keys: &TenantKeys) -> Result<ReviewDraft, Error> {
        let unreadable = || Error::Unreadable("a draft".to_owned());
        let sk = keys::review_draft_sk(self.id, self.number);
        let open = |field: &str| {
            let sealed = self.item.get(field).map(|value| value.as_b().map_err(|_| unreadable())).transpose()?;
            sealed.map(|sealed| keys.open(&sk, field, sealed.as_ref()).map_err(|_| unreadable())).transpose()
        };
        let rating = self.item.get(RATING).and_then(|stars| Rating::parse(stars.as_n().ok()?).ok());
        let mut turns = Vec::new();
        for number in 0..QUESTIONS_MAX {
            let Some(mark) = self.item.get(&mark_field(number)) else { continue };
            let mark = known(mark.as_s().map_err(|_| unreadable())?)?;
            let answer = open(&answer_field(number))?.map(|answer| Answer::parse(&answer)).transpose();
            let answer = answer.map_err(|_| unreadable())?.flatten();
            let language = self.item.get(&language_field(number)).and_then(|tag| Language::find(tag.as_s().ok()?));
            let language = language.ok_or_else(unreadable)?;
            turns.push(Turn { number, answer, mark, language });
        }
        let mut model_turns = Vec::new();
        for number in 0..QUESTIONS_MAX {
            if let Some(question) = open(&question_field(number))? {
                model_turns.push(ModelTurn { number, question: ModelQuestion::from_stored(&question) });
            }
        }
        let taps = self.item.iter().filter(|(field, _)| field.starts_with(TAP));
        Ok(ReviewDraft {
            item: self.number,
            turns,
            model_turns,
            form: TypedForm {
                headline: open(HEADLINE)?,
                text: open(TEXT)?,
                rating,
                display_name: open(DISPLAY_NAME)?,
                other_name: open(OTHER_NAME)?,
                filled_with: open(FILLED_WITH)?,
                taps: taps.filter_map(|(_, tap)| TypedTap::parse(tap.as_s().ok()?)).collect(),
            },
            saves: self.saves(),
        })
    }
}

impl SealedReviewDraft {
    /// The place of the draft's item in its request, from 0.
    pub const fn item(&self) -> usize {
        self.number
    }

    fn sealed_for(
        &self,
        request: &Request,
        item: usize,
        keys: &TenantKeys,
        random: &Random,
    ) -> Result<Attributes, vault::Error> {
        let (from, to) = (keys::review_draft_sk(self.id, self.number), keys::review_draft_sk(request.id, item));
        let fields = self.item.iter().filter(|(field, _)| ![PK, SK].contains(&field.as_str()));
        fields
            .map(|(field, value)| {
                let value = match value {
                    _ if field == TTL => number(days_after(request.expires_at, PERSONAL_DAYS)),
                    AttributeValue::B(sealed) => {
                        let plain = keys.open(&from, field, sealed.as_ref())?;
                        AttributeValue::B(keys.seal(&to, field, &plain, random)?.into())
                    }
                    other => other.clone(),
                };
                Ok((field.clone(), value))
            })
            .collect()
    }

    fn saves(&self) -> Option<Saves> {
        let day = self.item.get(SAVED_ON)?.as_s().ok()?.parse().ok()?;
        Some(Saves { day, count: self.item.get(SAVES)?.as_n().ok()?.parse().ok()? })
    }
}

impl Store {
    /// The draft of one item's review; empty if nothing was saved.
    pub async fn review_draft(
        &self,
        tenant: &Tenant,
        id: RequestId,
        item: usize,
        keys: &TenantKeys,
    ) -> Result<ReviewDraft, Error> {
        let stored = self.get(&keys::review_draft(tenant, id, item)).await?;
        let sealed = stored.map(|stored| SealedReviewDraft { id, number: item, item: stored });
        sealed.map_or_else(|| Ok(ReviewDraft { item, ..ReviewDraft::default() }), |sealed| sealed.open(keys))
    }
}

impl Transaction<'_> {
    /// Saves one change to an item's draft, and leaves the other fields as they are. Refused if other saves came first:
    /// then `saves` is wrong about the day's first save, or the day's limit is reached.
    pub fn save_review_draft(
        &mut self,
        request: &Request,
        item: usize,
        change: &DraftChange,
        saves: Saves,
        keys: &TenantKeys,
    ) {
        let sk = keys::review_draft_sk(request.id, item);
        let mut fields = vec![(TTL.to_owned(), number(days_after(request.expires_at, PERSONAL_DAYS)))];
        for (field, plain) in sealed_fields(change) {
            let Some(sealed) = self.made(keys.seal(&sk, &field, &plain, &self.store.random)) else { return };
            fields.push((field, AttributeValue::B(sealed.into())));
        }
        fields.extend(clear_fields(change));
        let stays = first_stays(change);
        let (mut update, mut sets) = (Update::builder(), Vec::new());
        for (index, (field, value)) in fields.into_iter().enumerate() {
            sets.push(match stays && field != TTL {
                true => format!("#{index} = if_not_exists(#{index}, :{index})"),
                false => format!("#{index} = :{index}"),
            });
            update = update.expression_attribute_names(format!("#{index}"), field);
            update = update.expression_attribute_values(format!(":{index}"), value);
        }
        // The count is incremented in the table, so that two saves at the same time count twice.
        let Saves { day, count } = saves;
        let condition = if count == 1 {
            sets.extend([format!("{SAVED_ON} = :day"), format!("{SAVES} = :one")]);
            format!("attribute_not_exists({SAVED_ON}) OR {SAVED_ON} <> :day")
        } else {
            sets.push(format!("{SAVES} = {SAVES} + :one"));
            update = update.expression_attribute_values(":max", number(Saves::max(request.items.len())));
            format!("{SAVED_ON} = :day AND {SAVES} < :max")
        };
        let update = update
            .expression_attribute_values(":day", string(day))
            .expression_attribute_values(":one", number(1))
            .condition_expression(condition)
            .update_expression(format!("SET {}", sets.join(", ")));
        self.update(Part::Other, &keys::review_draft(self.tenant, request.id, item), update);
    }

    /// Copies a draft to an item of another request, which has no draft yet.
    pub fn copy_review_draft(&mut self, draft: &SealedReviewDraft, request: &Request, item: usize, keys: &TenantKeys) {
        if let Some(fields) = self.made(draft.sealed_for(request, item, keys, &self.store.random)) {
            self.set_attributes(Part::Other, &keys::review_draft(self.tenant, request.id, item), fields, "");
        }
    }

    pub fn remove_review_draft(&mut self, id: RequestId, item: usize) {
        self.forget(&keys::review_draft(self.tenant, id, item));
    }
}

/// The fields of a change that must be sealed, with what the customer or the model wrote.
fn sealed_fields(change: &DraftChange) -> Vec<(String, Cow<'_, str>)> {
    match change {
        DraftChange::Turn(Turn { number, answer, mark: _, language: _ /* in clear */ }) => {
            vec![(answer_field(*number), answer.as_ref().map_or("", Answer::as_str).into())]
        }
        DraftChange::ModelTurn(ModelTurn { number, question }) => {
            vec![(question_field(*number), question.as_ref().map(ModelQuestion::stored).unwrap_or_default().into())]
        }
        DraftChange::Form(form) => {
            // Stars and taps are in clear.
            let TypedForm { headline, text, rating: _, display_name, other_name, filled_with, taps: _ } = form;
            let typed = [
                (TEXT, text),
                (HEADLINE, headline),
                (DISPLAY_NAME, display_name),
                (OTHER_NAME, other_name),
                (FILLED_WITH, filled_with),
            ];
            typed.into_iter().filter_map(|(field, typed)| Some((field.to_owned(), typed.as_deref()?.into()))).collect()
        }
    }
}

fn clear_fields(change: &DraftChange) -> Vec<(String, AttributeValue)> {
    match change {
        DraftChange::Turn(Turn { number, answer: _ /* sealed */, mark, language }) => {
            let mark = (mark_field(*number), string(mark.as_str()));
            let language = (language_field(*number), string(language.as_str()));
            vec![mark, language]
        }
        DraftChange::ModelTurn(_) => Vec::new(), // sealed
        DraftChange::Form(form) => {
            let rating = form.rating.map(|rating| (RATING.to_owned(), number(rating.stars())));
            let taps = form.taps.iter().map(|tap| (format!("{TAP}{}", tap.fact.as_str()), string(tap)));
            rating.into_iter().chain(taps).collect()
        }
    }
}

/// Whether the first saved value stays, because the customer may have read it.
const fn first_stays(change: &DraftChange) -> bool {
    match change {
        DraftChange::ModelTurn(_) => true,
        DraftChange::Turn(_) | DraftChange::Form(_) => false,
    }
}

fn answer_field(number: usize) -> String {
    format!("answer_{number}")
}

fn question_field(number: usize) -> String {
    format!("question_{number}")
}

fn mark_field(number: usize) -> String {
    format!("mark_{number}")
}

fn language_field(number: usize) -> String {
    format!("language_{number}")
}
