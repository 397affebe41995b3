//! `/review/hub/chat`: the questions about one item, one a page. GET shows one, POST keeps an answer.

use std::sync::Arc;

use app::chat::SaveOutcome;
use app::hub::{Opened, Visitor};
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use domain::{Answer, DraftChange, Fault, Language, Mark, QUESTIONS_MAX, Question, ReviewDraft, Subject, Turn, chat};
use edge::{Fields, form};
use texts::questions;

use crate::Parts;
use crate::chat_page::{Refused, chat_page};
use crate::language::Preferred;
use crate::openapi::ChatForm;
use crate::respond::{Failure, see_other, unknown, with_pictures};
use crate::view::{dead_link, visitor};

/// The questions about one item
///
/// The first that is neither answered nor skipped, or the one named.
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
    method: Method,
    headers: HeaderMap,
    preferred: Preferred,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let Some(item) = fields.number("item") else { return Ok(unknown()) };
    let visitor = visitor(&method, &headers);
    render(&parts, fields.text("token"), visitor, preferred, item, fields.number("turn"), None).await
}

/// Answer, skip or change a question
///
/// Sent twice, it is the same answer. Leaving keeps what was typed, too.
#[utoipa::path(
    post, path = "/review/hub/chat", operation_id = "answerQuestion",
    request_body(content = ChatForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "It is kept.", headers(("Location" = String, description = "The next question, or the form with the draft."))),
        (status = 404), (status = 410),
        (status = 422, description = "The question with the answer as typed and what is wrong with it."),
    ),
)]
pub(crate) async fn answer(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let (token, typed) = (fields.text("token"), fields.text("answer"));
    let turn = fields.number("turn").filter(|&turn| turn < QUESTIONS_MAX);
    let (Some(item), Some(turn)) = (fields.number("item"), turn) else {
        return Ok(unknown());
    };
    let pressed = match (fields.find("chip"), fields.find("skip"), fields.find("to")) {
        (Some(chip), ..) => Pressed::Chip(chip),
        (None, Some(_), _) => Pressed::Skip,
        (None, None, Some(to)) => Pressed::Leave { to: to.parse().ok() },
        (None, None, None) => Pressed::Next,
    };
    let decide =
        |subject: &Subject, unsent: &ReviewDraft| said(subject, unsent, turn, typed, pressed).map(DraftChange::Turn);
    Ok(match parts.hub.keep(token, item, decide, parts.clock.now()).await? {
        Some(SaveOutcome::Saved(unsent)) => see_other(&match pressed {
            Pressed::Leave { to: None } => form_of(token, item),
            Pressed::Leave { to: Some(turn) } => question(token, item, Some(turn)),
            Pressed::Next | Pressed::Chip(_) | Pressed::Skip => {
                // The answer is kept: whatever comes of asking, the guide goes on.
                if let Err(error) = parts.hub.ask(token, item, &unsent, preferred.0, parts.clock.now()).await {
                    tracing::warn!(%error, "the guide asks");
                }
                onward(token, item, &unsent)
            }
        }),
        Some(SaveOutcome::Invalid(fault)) => {
            // The person is on the page already: showing it again marks nothing.
            let refused = Refused { answer: typed.to_owned(), error: message_of(fault) };
            return render(&parts, token, Visitor::Machine, preferred, item, Some(turn), Some(refused)).await;
        }
        Some(SaveOutcome::Refused(dead)) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
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

/// The turn that a form is.
fn said(
    subject: &Subject,
    unsent: &ReviewDraft,
    number: usize,
    typed: &str,
    pressed: Pressed<'_>,
) -> Result<Turn, Fault> {
    let answer = match pressed {
        Pressed::Chip(chip) => Answer::parse(&ready(subject, number).tapped(typed, chip))?,
        Pressed::Next | Pressed::Skip | Pressed::Leave { .. } => Answer::parse(typed)?,
    };
    let before = unsent.turns.iter().find(|turn| turn.number == number);
    let mark = match pressed {
        Pressed::Skip => Mark::Skipped,
        // Who says nothing and goes on has skipped.
        Pressed::Next | Pressed::Chip(_) if answer.is_none() => Mark::Skipped,
        Pressed::Next | Pressed::Chip(_) => Mark::Answered,
        Pressed::Leave { .. } => before.filter(|turn| turn.answer == answer).map_or(Mark::Open, |turn| turn.mark),
    };
    Ok(Turn { number, answer, mark })
}

/// A question with its ready answers in every language: whoever tapped one and comes back on another
/// device still finds it replaced by the next.
fn ready(subject: &Subject, number: usize) -> Question {
    let chips = Language::ALL
        .into_iter()
        .flat_map(|language| questions(language, subject).into_iter().nth(number).unwrap_or_default().chips);
    Question { text: String::new(), chips: chips.collect() }
}

/// The id of the message that says what is wrong with an answer.
const fn message_of(fault: Fault) -> &'static str {
    match fault {
        Fault::TooLong => "fault-answer-too-long",
        // An answer may be left out: it never lacks.
        Fault::ControlCharacters | Fault::Missing => "fault-answer-characters",
    }
}

async fn render(
    parts: &Parts,
    token: &str,
    visitor: Visitor,
    preferred: Preferred,
    item: usize,
    turn: Option<usize>,
    refused: Option<Refused>,
) -> Result<Response, Failure> {
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(match parts.hub.open(token, visitor, parts.clock.now()).await? {
        Some(Opened::Page(shown)) => {
            match chat_page(&shown, token, preferred, item, turn, refused, parts.hub.model.is_some()) {
                Some(chat) => {
                    // It shows none, but the script may put the customer's page in its place.
                    let pictures = shown.products.iter().filter_map(|product| product.image_url.as_ref());
                    let pictures = pictures.map(|url| url.as_str()).chain(chat.theme.logo);
                    with_pictures(status, &chat, parts.hub.bucket.origin(), pictures)
                }
                None => unknown(),
            }
        }
        Some(dead) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

/// The next question, or the form once none is left.
pub(crate) fn onward(token: &str, item: usize, unsent: &ReviewDraft) -> String {
    match chat::next(&unsent.turns) {
        Some(_) => question(token, item, None),
        None => form_of(token, item),
    }
}

/// The address of a question: of this number, or the first that is left.
pub(crate) fn question(token: &str, item: usize, turn: Option<usize>) -> String {
    let turn = turn.map(|turn| format!("&turn={turn}")).unwrap_or_default();
    format!("/review/hub/chat?token={token}&item={item}{turn}#question")
}

/// The address of an item's form.
pub(crate) fn form_of(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}&item={item}#item-{item}")
}
