//! What a customer began and did not send: one item beside each review, its words sealed.
//!
//! Every field is written by itself, so that two tabs, or a page sent twice, lose nothing of each
//! other: the last write of a field wins, and a turn's fields carry its number.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::{
    Answer, DraftChange, Mark, ModelQuestion, ModelTurn, QUESTIONS_MAX, Rating, Request, RequestId, ReviewDraft,
    Tenant, Turn,
};
use vault::TenantKeys;

use crate::item::Attributes;
use crate::keys;
use crate::request_item::personal_ttl;
use crate::transaction::{Part, Transaction, number};
use crate::{Error, Store};

const TEXT: &str = "text";
const RATING: &str = "rating";
const DISPLAY_NAME: &str = "display_name";
const OTHER_NAME: &str = "other_name";
const TAKEN: &str = "taken";
const TTL: &str = "ttl";
const ORDER: &str = "order";

/// An unsent review as stored.
pub struct SealedReviewDraft {
    id: RequestId,
    number: usize,
    item: Attributes,
}

impl SealedReviewDraft {
    /// The item as one, if its key says that it is; else the item again.
    pub(crate) fn of(id: RequestId, item: Attributes) -> Result<Self, Attributes> {
        let sk = item.get(keys::SK).and_then(|sk| sk.as_s().ok());
        match sk.and_then(|sk| keys::parse_unsent(id, sk)) {
            Some(number) => Ok(Self { id, number, item }),
            None => Err(item),
        }
    }

    /// The unsent review in clear.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when it was not sealed with these keys.
    pub fn open(&self, keys: &TenantKeys) -> Result<ReviewDraft, Error> {
        let unreadable = || Error::Unreadable("an unsent review".to_owned());
        let place = keys::review_draft_name(self.id, self.number);
        let open = |field: &str| {
            let sealed = self.item.get(field).map(|value| value.as_b().map_err(|_| unreadable())).transpose()?;
            sealed.map(|sealed| keys.open(&place, field, sealed.as_ref()).map_err(|_| unreadable())).transpose()
        };
        let rating = self.item.get(RATING).and_then(|stars| Rating::parse(stars.as_n().ok()?).ok());
        let mut turns = Vec::new();
        for number in 0..QUESTIONS_MAX {
            let Some(mark) = self.item.get(&mark_of(number)) else { continue };
            let mark = mark.as_s().ok().and_then(|word| Mark::parse(word)).ok_or_else(unreadable)?;
            let answer = open(&answer_of(number))?.map(|text| Answer::parse(&text)).transpose();
            let answer = answer.map_err(|_| unreadable())?.flatten();
            turns.push(Turn { number, answer, mark });
        }
        let mut asked = Vec::new();
        for number in 0..QUESTIONS_MAX {
            if let Some(text) = open(&question_of(number))? {
                asked.push(ModelTurn { number, question: ModelQuestion::parse(&text) });
            }
        }
        let order = self.item.get(ORDER).map(|order| {
            let numbers = order.as_l().map_err(|_| unreadable())?.iter().map(|number| number.as_n().ok()?.parse().ok());
            numbers.collect::<Option<Vec<usize>>>().ok_or_else(unreadable)
        });
        let order = order.transpose()?;
        let (text, taken) = (open(TEXT)?, open(TAKEN)?);
        let (display_name, other_name) = (open(DISPLAY_NAME)?, open(OTHER_NAME)?);
        Ok(ReviewDraft { item: self.number, turns, asked, order, text, rating, display_name, other_name, taken })
    }
}

impl Store {
    /// What was begun for one item of a request.
    ///
    /// # Errors
    /// As the table says.
    pub async fn review_draft(
        &self,
        tenant: &Tenant,
        id: RequestId,
        item: usize,
        keys: &TenantKeys,
    ) -> Result<ReviewDraft, Error> {
        let found = self.get(&keys::review_draft(tenant, id, item)).await?;
        let sealed = found.map(|found| SealedReviewDraft { id, number: item, item: found });
        sealed.map_or_else(|| Ok(ReviewDraft { item, ..ReviewDraft::default() }), |sealed| sealed.open(keys))
    }
}

impl Transaction<'_> {
    /// Keeps one thing of an item's unsent review, beside all others.
    pub fn save_review_draft(&mut self, request: &Request, item: usize, kept: &DraftChange, keys: &TenantKeys) {
        let place = keys::review_draft_name(request.id, item);
        let mut fields = vec![(TTL.to_owned(), number(personal_ttl(request.expires_at)))];
        let mut seal = |field: String, plain: &str| {
            let sealed = keys.seal(&place, &field, plain, &self.store.random)?;
            fields.push((field, AttributeValue::B(sealed.into())));
            Ok::<(), vault::Error>(())
        };
        let sealed = match kept {
            DraftChange::Turn(Turn { number, answer, mark: _ /* below */ }) => {
                seal(answer_of(*number), answer.as_ref().map_or("", Answer::as_str))
            }
            DraftChange::ModelTurn(ModelTurn { number, question }) => {
                seal(question_of(*number), question.as_ref().map_or("", ModelQuestion::as_str))
            }
            DraftChange::AnswerOrder(_) /* below */ => Ok(()),
            DraftChange::Form { text, rating: _ /* below */, display_name, other_name, taken } => seal(TEXT.to_owned(), text)
                .and_then(|()| seal(DISPLAY_NAME.to_owned(), display_name))
                .and_then(|()| seal(OTHER_NAME.to_owned(), other_name))
                .and_then(|()| taken.as_ref().map_or(Ok(()), |taken| seal(TAKEN.to_owned(), taken))),
        };
        if let Err(error) = sealed {
            return self.failure = Some(error.into());
        }
        match kept {
            DraftChange::Turn(Turn { number, mark, .. }) => {
                fields.push((mark_of(*number), AttributeValue::S(mark.as_str().to_owned())));
            }
            DraftChange::AnswerOrder(order) => {
                fields.push((ORDER.to_owned(), AttributeValue::L(order.iter().copied().map(number).collect())));
            }
            DraftChange::Form { rating: Some(rating), .. } => fields.push((RATING.to_owned(), number(rating.stars()))),
            DraftChange::Form { rating: None, .. } | DraftChange::ModelTurn(_) => {}
        }
        let mut update = Update::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::review_draft(self.tenant, request.id, item).attributes()));
        let mut sets = Vec::new();
        for (index, (field, value)) in fields.into_iter().enumerate() {
            sets.push(match kept {
                // The first one stays: it may have been read.
                DraftChange::ModelTurn(_) | DraftChange::AnswerOrder(_) if field != TTL => {
                    format!("#{index} = if_not_exists(#{index}, :{index})")
                }
                DraftChange::ModelTurn(_)
                | DraftChange::AnswerOrder(_)
                | DraftChange::Turn(_)
                | DraftChange::Form { .. } => format!("#{index} = :{index}"),
            });
            update = update.expression_attribute_names(format!("#{index}"), field);
            update = update.expression_attribute_values(format!(":{index}"), value);
        }
        let update = update.update_expression(format!("SET {}", sets.join(", ")));
        self.add(Part::Other, update.build(), |update, item| item.update(update));
    }

    /// Removes what was begun for an item, if anything was.
    pub fn remove_review_draft(&mut self, id: RequestId, item: usize) {
        let delete = Delete::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::review_draft(self.tenant, id, item).attributes()));
        self.add(Part::Other, delete.build(), |delete, item| item.delete(delete));
    }
}

fn answer_of(number: usize) -> String {
    format!("answer_{number}")
}

fn question_of(number: usize) -> String {
    format!("question_{number}")
}

fn mark_of(number: usize) -> String {
    format!("mark_{number}")
}
