//! Facts: those that an owner takes ready-made, and how one looks to the shop's customers and readers.

use app::review::FactBars;
use domain::review::{Fact, Facts};
use domain::values::Language;
use domain::values::value::Value;
use serde_json::json;
use texts::{Texts, ready_facts};

use crate::pages::numbers::mark;
use crate::parts::Viewer;

/// How many customers gave each answer in the example.
const SAMPLE: [u64; Fact::ANSWERS_MAX] = [4, 21, 6, 3, 2];

/// The shop's first fact or, without one, the first ready-made one.
pub(super) struct Example {
    pub language: &'static str,
    pub bars: FactBars,
    /// The number of answers in words, such as "of 31".
    pub of: String,
    /// The place of the mark of the middle, if the answers are an order.
    pub mark: Option<String>,
    /// The ready-made ones that the shop may take: each question, and the fact as the API has it.
    pub ready: Vec<(String, String)>,
}

impl Example {
    pub(super) fn new(viewer: &Viewer) -> Option<Self> {
        let language = viewer.shop.shop.language.unwrap_or(Language::English);
        let asked = viewer.shop.review_settings.facts.as_ref().map(Facts::all).unwrap_or_default();
        let fact = |(question, answers): (String, Vec<String>)| {
            let answers: Vec<_> = answers.into_iter().map(|text| json!({ "text": text })).collect();
            (json!({ "question": question, "answers": answers }), question)
        };
        let ready: Vec<_> = ready_facts(language).into_iter().map(fact).collect();
        let first = ready.first().and_then(|(fact, _)| <Facts as Value>::read(Some(&json!([fact]))).ok());
        let shown = asked.first().or_else(|| first.as_ref()?.all().first())?;
        let bars = FactBars::new(shown, &SAMPLE[..shown.answers.len()]);
        let is_open = |question: &str| asked.len() < Facts::MAX && asked.iter().all(|fact| fact.question != question);
        let open = ready.iter().filter(|(_, question)| is_open(question));
        Some(Self {
            language: language.as_str(),
            of: Texts::page(language).say("published-of").count("n", bars.total).to_string(),
            mark: bars.middle.map(mark),
            ready: open.map(|(fact, question)| (question.clone(), fact.to_string())).collect(),
            bars,
        })
    }
}
