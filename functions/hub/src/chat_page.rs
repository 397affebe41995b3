//! What the chat's page shows: one question, and above it what was said before.

use app::hub::Page;
use askama::Template;
use domain::{Mark, ModelQuestion, QUESTIONS_MAX, Question, ReviewDraft, chat};
use texts::{Texts, questions};

use crate::card::described;
use crate::language::Preferred;
use crate::theme::Theme;

/// One question about one item.
#[derive(Template)]
#[template(path = "chat.html")]
pub struct ChatPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asks.
    pub shop_name: &'a str,
    /// The link's token, sent back with the form.
    pub token: &'a str,
    /// The item's place in the request, sent back as `item`.
    pub index: usize,
    /// What the questions are about.
    pub title: String,
    /// The question's number, from 0, sent back as `turn`.
    pub turn: usize,
    /// How many questions there are.
    pub total: usize,
    /// Whether an AI may ask.
    pub ai: bool,
    /// The question.
    pub question: String,
    /// Ready answers: a tap sends one. An AI's question has none.
    pub chips: Vec<String>,
    /// What was answered before, or just typed.
    pub answer: String,
    /// The id of the message that says what is wrong with it.
    pub error: Option<&'static str>,
    /// The questions before this one, with their answers.
    pub earlier: Vec<EarlierQuestion<'a>>,
}

/// An earlier question.
pub struct EarlierQuestion<'a> {
    /// Its number, from 0.
    pub turn: usize,
    /// The question.
    pub question: String,
    /// What was answered; `None` for a skipped one.
    pub answer: Option<&'a str>,
}

/// An answer that could not be kept, as typed.
pub(crate) struct Refused {
    pub answer: String,
    pub error: &'static str,
}

/// The page of an item's question; `None` for an item that the request does not have. Which question is
/// the first one left, where none is named.
pub(crate) fn chat_page<'a>(
    page: &'a Page,
    token: &'a str,
    preferred: Preferred,
    index: usize,
    turn: Option<usize>,
    refused: Option<Refused>,
    ai: bool,
) -> Option<ChatPage<'a>> {
    let item = page.request.items.get(index)?;
    let turns = begun(page, index).map_or(&[][..], |unsent| &unsent.turns);
    let turn = turn.or_else(|| chat::next(turns)).filter(|&turn| turn < QUESTIONS_MAX).unwrap_or_default();
    let (texts, theme) = preferred.texts_and_theme(&page.shop);
    let mut guide = questions(texts.language(), &item.subject);
    let asked = |number| begun(page, index).and_then(|unsent| unsent.question(number)).map(ModelQuestion::as_str);
    // A question that a model asked stays as it was read, and has no ready answers.
    for (number, question) in guide.iter_mut().enumerate() {
        if let Some(asked) = asked(number) {
            *question = Question { text: asked.to_owned(), chips: Vec::new() };
        }
    }
    let answer_to = |number| {
        let found = turns.iter().find(|turn| turn.number == number);
        found.and_then(|turn| turn.answer.as_ref().map(domain::Answer::as_str))
    };
    let skipped = |number| turns.iter().any(|turn| turn.number == number && turn.mark == Mark::Skipped);
    let earlier = guide.iter().enumerate().take(turn).map(|(number, question)| EarlierQuestion {
        turn: number,
        question: question.text.clone(),
        answer: answer_to(number).filter(|_| !skipped(number)),
    });
    let (title, _) = described(texts, &item.subject, &page.products, &page.shop.name);
    let (answer, error) = match refused {
        Some(Refused { answer, error }) => (answer, Some(error)),
        None => (answer_to(turn).unwrap_or_default().to_owned(), None),
    };
    let earlier = earlier.collect();
    let Question { text: question, chips } = std::mem::take(guide.get_mut(turn)?);
    Some(ChatPage {
        texts,
        theme,
        shop_name: &page.shop.name,
        token,
        index,
        title,
        turn,
        total: QUESTIONS_MAX,
        ai,
        question,
        chips,
        answer,
        error,
        earlier,
    })
}

/// What was begun for an item.
pub(crate) fn begun(page: &Page, index: usize) -> Option<&ReviewDraft> {
    page.unsent.iter().find(|unsent| unsent.item == index)
}
