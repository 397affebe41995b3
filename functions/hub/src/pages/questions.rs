//! `/review/hub/chat`: the questions about one item, one on each page, below the earlier answers.

use askama::Template;
use axum::http::StatusCode;
use domain::review::{Answer, DraftChange, Facts, Mark, QUESTIONS_MAX, Question, Turn, TypedForm, questions};
use domain::values::Fault;
use edge::body::Query;
use jiff::{SignedDuration, Timestamp};
use texts::Texts;

use crate::pages::answer::{Pressed, QuestionForm, save};
use crate::pages::card::{FactChoice, ItemCard, open_card};
use crate::pages::draft::{status, until_tomorrow};
use crate::pages::hub::{ProblemLine, coming_pictures};
use crate::pages::item_form::taps_of;
use crate::respond::{
    Failure, Form, Preferred, Served, Theme, number, see_other, text, texts_and_theme, with_pictures,
};
use crate::use_cases::{FACTS_AT, OpenedPage, SaveOutcome, Visitor, asked};
use crate::visitor::SentBy;
use crate::{Parts, SharedParts, links};

/// The question beside which a photo is asked for: the one after two answers.
const PHOTO_BESIDE: usize = 2;
/// If saving an answer took longer than this, the model is not called, because its answer may take five more seconds.
const SAVED_WITHIN: SignedDuration = SignedDuration::from_secs(4);

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    token: &'a str,
    item: ItemCard,
    /// The question's number, from 0, sent back as `turn`.
    number: usize,
    total: usize,
    /// Whether an AI asks the questions, and this one.
    ai: bool,
    by_ai: bool,
    question: String,
    /// What the customer said before, in their words; empty if the model repeats nothing.
    echo: &'a str,
    /// Ready-made answers, and whether the answer contains each of them as a sentence. A model's question has none.
    chips: Vec<(String, bool)>,
    beginnings: Vec<String>,
    /// The answer that the field shows: the saved one, invalid input, or a beginning.
    answer: String,
    /// Whether something was answered already.
    has_answers: bool,
    error: Option<&'static str>,
    /// What is asked by taps instead of the question.
    facts: Vec<FactChoice>,
    earlier: Vec<EarlierQuestion<'a>>,
    problem: ProblemLine,
}

struct EarlierQuestion<'a> {
    number: usize,
    question: String,
    /// `None` if the question was skipped.
    answer: Option<&'a str>,
}

/// Which question is shown.
struct Visit {
    item: usize,
    /// The question's number, else the first unanswered one.
    number: Option<usize>,
    /// Whether the customer has just written to the shop about a problem.
    told: bool,
}

struct InvalidAnswer {
    answer: String,
    /// The fields about facts, as they were sent.
    taps: [Option<String>; Facts::MAX],
    error: &'static str,
    /// 422, or 429 if the form was saved too often.
    status: StatusCode,
}

/// The questions about one item
///
/// Shows the question with the number `turn`, or the first question that is neither answered nor skipped.
#[utoipa::path(
    get, path = "/review/hub/chat", operation_id = "showChat",
    params(
        ("token" = String, Query, description = "The token in the link. Whoever has the token has access."),
        ("item" = usize, Query, description = "The item's place in the request, from 0."),
        ("turn" = Option<usize>, Query, description = "The question's number, from 0."),
        ("told" = Option<usize>, Query, description = "`1` if the customer has just written to the shop about a problem."),
    ),
    responses((status = 200, body = String, content_type = "text/html", description = "The page."), (status = 404), (status = 410)),
)]
pub(crate) async fn show(
    parts: SharedParts,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    Query(query): Query,
) -> Served {
    let item = query.number("item").ok_or(Failure::Unknown)?;
    let visit = Visit { item, number: query.number("turn"), told: query.number("told").is_some() };
    render(&parts, query.text("token"), visitor, preferred, visit, None).await
}

/// Answer, skip or change a question
///
/// `to` and `skip` also save the typed answer. Repeating the call changes nothing.
#[utoipa::path(
    post, path = "/review/hub/chat", operation_id = "answerQuestion",
    request_body(content = QuestionForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The next question, or the form with the suggested text."))),
        (status = 404), (status = 410),
        (status = 422, description = "The question with the answer as typed and its error."),
        (status = 429, description = "The question with the answer as typed, because the answer was saved too often today."),
    ),
)]
pub(crate) async fn answer(parts: SharedParts, preferred: Preferred, Form(form): Form<QuestionForm>) -> Served {
    let (token, now) = (text(&form.token), parts.clock.now());
    let (item, number) = (number(&form.item)?, number(&form.turn)?);
    if number >= QUESTIONS_MAX {
        return Err(Failure::Unknown);
    }
    let taps = taps_of([&form.fact_0, &form.fact_1, &form.fact_2]);
    if !taps.is_empty() {
        let change = DraftChange::Form(TypedForm { taps, ..TypedForm::default() });
        let saved = parts.hub.save_draft(token, item, |_, _, _| Ok(change.clone()), now).await;
        saved.map_err(Failure::of_link(token))?;
    }
    let draft = match save(&parts, token, (item, number), preferred, text(&form.answer), form.pressed()).await? {
        SaveOutcome::Saved(draft) => draft,
        SaveOutcome::Invalid(fault) => {
            let answer = text(&form.answer).to_owned();
            let taps = [&form.fact_0, &form.fact_1, &form.fact_2].map(Clone::clone);
            let invalid = InvalidAnswer { answer, taps, error: fault_message(fault), status: status(fault) };
            // The person has already seen the page, so it does not count as another visit.
            let visit = Visit { item, number: Some(number), told: false };
            let page = render(&parts, token, Visitor::Machine, preferred, visit, Some(invalid)).await?;
            return Ok(if fault == Fault::TooOften { until_tomorrow(page, now) } else { page });
        }
    };
    Ok(see_other(&match form.pressed() {
        Pressed::Leave { to: None } => links::form(token, item),
        Pressed::Leave { to: Some(number) } => links::question(token, item, Some(number)),
        Pressed::Chip(_) => links::question(token, item, Some(number)),
        Pressed::Next | Pressed::Skip => {
            // The answer is saved. If the model fails or there is no time to call it, the fixed questions continue.
            if parts.clock.now().duration_since(now) > SAVED_WITHIN {
                tracing::warn!("did not ask the model: saving the answer took too long");
            } else if let Err(error) = parts.hub.ask(token, item, &draft, preferred.0, now).await {
                tracing::warn!(%error, "cannot ask the model");
            }
            links::next_question(token, item, &draft)
        }
    }))
}

const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        // An answer is optional, so it is never missing.
        Fault::TooLong | Fault::Missing => "fault-answer-too-long",
        Fault::TooOften => "fault-too-often",
    }
}

/// The page with a question: 200, or 422 or 429 with an answer that was not saved.
async fn render(
    parts: &Parts,
    token: &str,
    visitor: Visitor,
    preferred: Preferred,
    visit: Visit,
    invalid: Option<InvalidAnswer>,
) -> Served {
    let status = invalid.as_ref().map_or(StatusCode::OK, |invalid| invalid.status);
    let page = parts.hub.open(token, visitor, parts.clock.now()).await.map_err(Failure::of_link(token))?;
    let will_ask = parts.hub.has_model_for(&page.shop);
    let question =
        question_page(&page, token, preferred, visit, invalid, will_ask, parts.clock.now()).ok_or(Failure::Unknown)?;
    let origins = coming_pictures(question.theme, &page.products);
    Ok(with_pictures(status, &question, parts.hub.bucket.origin(), &origins))
}

/// One question about an item, by default the first unanswered one. `None` if the request has no such item.
fn question_page<'a>(
    page: &'a OpenedPage,
    token: &'a str,
    preferred: Preferred,
    Visit { item: index, number, told }: Visit,
    invalid: Option<InvalidAnswer>,
    will_ask: bool,
    now: Timestamp,
) -> Option<QuestionPage<'a>> {
    let asked_of = page.request.items.get(index)?;
    let draft = page.drafts.iter().find(|draft| draft.item == index);
    let turns = draft.map_or(&[][..], |draft| &draft.turns);
    let number = number.or_else(|| questions::next(turns)).filter(|&number| number < QUESTIONS_MAX).unwrap_or_default();
    let (texts, theme) = texts_and_theme(preferred, &page.shop);
    let mut questions = asked(texts.language(), &asked_of.subject, &draft.cloned().unwrap_or_default());
    let earlier = earlier_questions(&questions, turns, number);
    let question = std::mem::take(questions.get_mut(number)?);
    let (answer, taps, error) = match invalid {
        Some(InvalidAnswer { answer, taps, error, status: _ /* the page's */ }) => (answer, taps, Some(error)),
        None => (answer_to(turns, number).unwrap_or_default().to_owned(), Default::default(), None),
    };
    let model = draft.and_then(|draft| draft.question(number));
    let is_unasked = number == FACTS_AT && answer.is_empty() && model.is_none();
    let item = open_card(page, texts, index, now);
    let mut facts = if is_unasked { item.unchosen() } else { Vec::new() };
    for (value, _, is_chosen) in facts.iter_mut().flat_map(|fact| &mut fact.answers) {
        *is_chosen = taps.iter().flatten().any(|tap| tap == value);
    }
    let answer = if facts.is_empty() { question.shown(answer) } else { answer };
    let Question { text: question, chips, beginnings } = question;
    Some(QuestionPage {
        texts,
        theme,
        shop_name: &page.shop.name,
        token,
        item,
        number,
        total: QUESTIONS_MAX,
        ai: draft.map_or(will_ask, |draft| draft.names_model(will_ask)),
        by_ai: model.is_some(),
        question,
        echo: model.map_or("", |model| &model.echo),
        chips: chips.into_iter().map(|chip| (chip.clone(), Question::is_pressed(&answer, &chip))).collect(),
        beginnings,
        answer,
        has_answers: turns.iter().any(|turn| turn.answer.is_some()),
        error,
        facts,
        earlier,
        problem: ProblemLine::new(texts, page, token, Some(index), told),
    })
}

fn earlier_questions<'a>(questions: &[Question], turns: &'a [Turn], number: usize) -> Vec<EarlierQuestion<'a>> {
    let is_skipped = |number: usize| turns.iter().any(|turn| turn.number == number && turn.mark == Mark::Skipped);
    let earlier = questions.iter().enumerate().take(number).map(|(number, question)| EarlierQuestion {
        number,
        question: question.text.clone(),
        answer: answer_to(turns, number).filter(|_| !is_skipped(number)),
    });
    earlier.collect()
}

fn answer_to(turns: &[Turn], number: usize) -> Option<&str> {
    let found = turns.iter().find(|turn| turn.number == number);
    found.and_then(|turn| turn.answer.as_ref().map(Answer::as_str))
}

impl QuestionPage<'_> {
    /// Whether the page asks for a photo, or shows those that were added here.
    fn asks_photo(&self) -> bool {
        self.number == PHOTO_BESIDE && !self.item.is_sent()
    }

    /// The id of the message below the question.
    const fn hint(&self) -> &'static str {
        if self.chips.is_empty() { "chat-hint" } else { "chat-hint-chips" }
    }
}
