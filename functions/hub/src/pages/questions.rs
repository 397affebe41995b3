//! `/review/hub/chat`: the questions about one item, one a page, with the earlier answers above it.

use std::sync::Arc;

use app::hub::SaveOutcome;
use app::hub::{Page, Visitor};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    Answer, DraftChange, Fault, Language, Mark, ModelQuestion, QUESTIONS_MAX, Question, ReviewDraft, Subject, Turn,
    questions,
};
use edge::{Field, Fields};
use jiff::SignedDuration;
use serde::Deserialize;
use texts::{Texts, questions};
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::form::{Form, number, sent};
use crate::language::{Preferred, texts_and_theme};
use crate::links;
use crate::pages::card::title_and_picture;
use crate::pages::draft::{status, until_tomorrow};
use crate::parts::Parts;
use crate::respond::{Origins, see_other, with_pictures};
use crate::theme::Theme;
use crate::visitor::SentBy;

/// If saving an answer took longer, the model, which may take 20 seconds, would not fit in the function's 28.
const SAVED_WITHIN: SignedDuration = SignedDuration::from_secs(4);

/// One question about one item.
#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The link's token, sent back with the form.
    token: &'a str,
    /// The item's place in the request, sent back as `item`.
    index: usize,
    /// The item's title.
    title: String,
    /// The question's number, from 0, sent back as `turn`.
    number: usize,
    /// How many questions there are.
    total: usize,
    /// Whether an AI may ask.
    ai: bool,
    question: String,
    /// Ready answers: a tap sends one. An AI's question has none.
    chips: Vec<String>,
    /// The answer so far, or the one just typed.
    answer: String,
    /// The id of the message that says what is wrong with the answer.
    error: Option<&'static str>,
    /// The questions before this one.
    earlier: Vec<EarlierQuestion<'a>>,
}

/// An earlier question.
struct EarlierQuestion<'a> {
    /// Its number, from 0.
    number: usize,
    question: String,
    /// The answer; `None` if the question was skipped.
    answer: Option<&'a str>,
}

/// An invalid answer, as typed.
struct InvalidAnswer {
    answer: String,
    /// The id of the message that says what is wrong with it.
    error: &'static str,
    /// 422, or 429 for an answer that was saved too often.
    status: StatusCode,
}

#[derive(Deserialize, ToSchema)]
#[schema(as = ChatForm)]
pub(crate) struct QuestionForm {
    #[schema(value_type = String)]
    token: Field<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    item: Field<String>,
    /// The question's number, from 0.
    #[schema(value_type = usize, maximum = 3)]
    turn: Field<String>,
    #[schema(value_type = Option<String>, max_length = 1000)]
    answer: Field<String>,
    /// A ready answer that was tapped.
    #[schema(value_type = Option<String>)]
    chip: Field<String>,
    /// Skip the question. What was typed is saved.
    #[schema(value_type = Option<String>)]
    skip: Field<String>,
    /// Another question's number, or `form`. What was typed is saved.
    #[schema(value_type = Option<String>)]
    to: Field<String>,
}

/// The questions about one item
///
/// The first that is neither answered nor skipped, or the one with this number.
#[utoipa::path(
    get, path = "/review/hub/chat", operation_id = "showChat",
    params(
        ("token" = String, Query, description = "The link's token: it is the credential."),
        ("item" = usize, Query, description = "The item's place in the request, from 0."),
        ("turn" = Option<usize>, Query, description = "The question's number, from 0."),
    ),
    responses((status = 200, body = String, content_type = "text/html", description = "The page."), (status = 404), (status = 410)),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Fields::of_query(query.as_deref());
    let item = query.number("item").ok_or(Failure::Unknown)?;
    render(&parts, query.text("token"), visitor, preferred, item, query.number("turn"), None).await
}

/// Answer, skip or change a question
///
/// Sent twice, it is the same answer. Leaving saves what was typed, too.
#[utoipa::path(
    post, path = "/review/hub/chat", operation_id = "answerQuestion",
    request_body(content = QuestionForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The next question, or the form with the suggested text."))),
        (status = 404), (status = 410),
        (status = 422, description = "The question with the answer as typed and its error."),
        (status = 429, description = "The question with the answer as typed: it was saved too often today."),
    ),
)]
pub(crate) async fn answer(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    Form(form): Form<QuestionForm>,
) -> Result<Response, Failure> {
    let (token, now) = (form.token.as_str(), parts.clock.now());
    let (item, number) = (number(&form.item)?, number(&form.turn)?);
    if number >= QUESTIONS_MAX {
        return Err(Failure::Unknown);
    }
    let change = |subject: &Subject, draft: &ReviewDraft| form.turn(number, subject, draft).map(DraftChange::Turn);
    let draft = match parts.hub.save_draft(token, item, change, now).await.map_err(Failure::of_link(token))? {
        SaveOutcome::Saved(draft) => draft,
        SaveOutcome::Invalid(fault) => {
            let answer = form.answer.as_str().to_owned();
            let invalid = InvalidAnswer { answer, error: fault_message(fault), status: status(fault) };
            // The person has seen the page already: showing it again marks nothing.
            let page = render(&parts, token, Visitor::Machine, preferred, item, Some(number), Some(invalid)).await?;
            return Ok(if fault == Fault::TooOften { until_tomorrow(page, now) } else { page });
        }
    };
    Ok(see_other(&match form.pressed() {
        Pressed::Leave { to: None } => links::form(token, item),
        Pressed::Leave { to: Some(number) } => links::question(token, item, Some(number)),
        Pressed::Next | Pressed::Chip(_) | Pressed::Skip => {
            // The answer is saved. If the model fails, or there is no time left for it, the ready-made questions go on.
            if parts.clock.now().duration_since(now) > SAVED_WITHIN {
                tracing::warn!("model not asked: saving the answer took too long");
            } else if let Err(error) = parts.hub.ask(token, item, &draft, preferred.0, now).await {
                tracing::warn!(%error, "model not asked");
            }
            links::next_question(token, item, &draft)
        }
    }))
}

/// The button that sent the form.
#[derive(Clone, Copy)]
enum Pressed<'a> {
    Next,
    Chip(&'a str),
    Skip,
    /// To an earlier question, or to the form.
    Leave {
        to: Option<usize>,
    },
}

impl QuestionForm {
    fn pressed(&self) -> Pressed<'_> {
        match (sent(&self.chip), sent(&self.skip), sent(&self.to)) {
            (Some(chip), ..) => Pressed::Chip(chip),
            (None, Some(_), _) => Pressed::Skip,
            (None, None, Some(to)) => Pressed::Leave { to: to.parse().ok() },
            (None, None, None) => Pressed::Next,
        }
    }

    /// The question with its answer and whether it is answered, skipped or still open.
    fn turn(&self, number: usize, subject: &Subject, draft: &ReviewDraft) -> Result<Turn, Fault> {
        let (typed, pressed) = (self.answer.as_str(), self.pressed());
        let answer = match pressed {
            Pressed::Chip(chip) => Answer::parse(&in_every_language(subject, number).tapped(typed, chip))?,
            Pressed::Next | Pressed::Skip | Pressed::Leave { .. } => Answer::parse(typed)?,
        };
        let before = draft.turns.iter().find(|turn| turn.number == number);
        let mark = match pressed {
            Pressed::Skip => Mark::Skipped,
            // Going on without an answer skips the question.
            Pressed::Next | Pressed::Chip(_) if answer.is_none() => Mark::Skipped,
            Pressed::Next | Pressed::Chip(_) => Mark::Answered,
            Pressed::Leave { .. } => before.filter(|turn| turn.answer == answer).map_or(Mark::Open, |turn| turn.mark),
        };
        Ok(Turn { number, answer, mark })
    }
}

/// A question with its ready answers in every language: a customer may tap one, come back in another
/// language, and tap another one, which replaces it.
fn in_every_language(subject: &Subject, number: usize) -> Question {
    let chips = Language::ALL
        .into_iter()
        .flat_map(|language| questions(language, subject).into_iter().nth(number).unwrap_or_default().chips);
    Question { text: String::new(), chips: chips.collect() }
}

/// The id of the message that says what is wrong with an answer.
const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        Fault::TooLong => "fault-answer-too-long",
        Fault::TooOften => "fault-too-often",
        // An answer is optional, so none is ever missing.
        Fault::ControlCharacters | Fault::Missing => "fault-answer-characters",
    }
}

/// The page of a question: 200, or 422 or 429 with an answer that was not saved.
async fn render(
    parts: &Parts,
    token: &str,
    visitor: Visitor,
    preferred: Preferred,
    item: usize,
    number: Option<usize>,
    invalid: Option<InvalidAnswer>,
) -> Result<Response, Failure> {
    let status = invalid.as_ref().map_or(StatusCode::OK, |invalid| invalid.status);
    let page = parts.hub.open(token, visitor, parts.clock.now()).await.map_err(Failure::of_link(token))?;
    let ai = parts.hub.model.is_some();
    let question = question_page(&page, token, preferred, item, number, invalid, ai).ok_or(Failure::Unknown)?;
    // It has no pictures of products, but the script may replace it with the customer's page, which has.
    let pictures = page.products.iter().filter_map(|product| product.image_url.as_ref());
    let mut origins = Origins::default();
    for url in question.theme.logo.into_iter().chain(pictures.map(|url| url.as_str())) {
        origins.admit(url);
    }
    Ok(with_pictures(status, &question, parts.hub.bucket.origin(), &origins))
}

/// One question about an item, by default the first open one. `None` if the request has no such item.
fn question_page<'a>(
    page: &'a Page,
    token: &'a str,
    preferred: Preferred,
    index: usize,
    number: Option<usize>,
    invalid: Option<InvalidAnswer>,
    ai: bool,
) -> Option<QuestionPage<'a>> {
    let item = page.request.items.get(index)?;
    let draft = page.drafts.iter().find(|draft| draft.item == index);
    let turns = draft.map_or(&[][..], |draft| &draft.turns);
    let number = number.or_else(|| questions::next(turns)).filter(|&number| number < QUESTIONS_MAX).unwrap_or_default();
    let (texts, theme) = texts_and_theme(preferred, &page.shop);
    let mut questions = questions(texts.language(), &item.subject);
    // A question that a model asked stays the same once it was shown, and has no ready answers.
    for (number, question) in questions.iter_mut().enumerate() {
        if let Some(asked) = draft.and_then(|draft| draft.question(number)).map(ModelQuestion::as_str) {
            *question = Question { text: asked.to_owned(), chips: Vec::new() };
        }
    }
    let answer_to = |number| {
        let found = turns.iter().find(|turn| turn.number == number);
        found.and_then(|turn| turn.answer.as_ref().map(Answer::as_str))
    };
    let is_skipped = |number| turns.iter().any(|turn| turn.number == number && turn.mark == Mark::Skipped);
    let earlier = questions.iter().enumerate().take(number).map(|(number, question)| EarlierQuestion {
        number,
        question: question.text.clone(),
        answer: answer_to(number).filter(|_| !is_skipped(number)),
    });
    let earlier = earlier.collect();
    let (title, _) = title_and_picture(texts, &item.subject, &page.products, &page.shop.name);
    let (answer, error) = match invalid {
        Some(InvalidAnswer { answer, error, status: _ /* the page's */ }) => (answer, Some(error)),
        None => (answer_to(number).unwrap_or_default().to_owned(), None),
    };
    let Question { text: question, chips } = std::mem::take(questions.get_mut(number)?);
    Some(QuestionPage {
        texts,
        theme,
        shop_name: &page.shop.name,
        token,
        index,
        title,
        number,
        total: QUESTIONS_MAX,
        ai,
        question,
        chips,
        answer,
        error,
        earlier,
    })
}
