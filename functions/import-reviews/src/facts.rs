//! What a file's answers to a shop's own questions are among the shop's facts.

use domain::review::{Fact, FactAnswer, Tap};

/// The taps in a cell; `None` for each answer that no fact has. A cell is the answer to the question that is its heading, or
/// has lines such as `How does it fit?: Runs small`, as Afterword's export has them. An answer alone tells no fact, because
/// other questions have a Yes, too.
pub(crate) fn taps(facts: &[Fact], heading: &str, cell: &str) -> Vec<Option<Tap>> {
    // In Yotpo's headings, the question follows the name of its form.
    let question = heading.rsplit("__").next().unwrap_or_default();
    if let Some(tap) = only(about(facts, question), cell) {
        return vec![Some(tap)];
    }
    // An answer may contain a colon, too.
    let of_line = |line: &str| {
        let mut cuts = line.rmatch_indices(": ");
        cuts.find_map(|(at, colon)| only(about(facts, &line[..at]), &line[at + colon.len()..]))
    };
    cell.lines().filter(|line| !line.trim().is_empty()).map(of_line).collect()
}

/// The facts with this question or, if there are none, those whose question has all its words: `Fit` is "How does it fit?".
fn about<'a>(facts: &'a [Fact], question: &str) -> Vec<&'a Fact> {
    let same: Vec<_> = facts.iter().filter(|fact| lower(&fact.question) == lower(question)).collect();
    let wanted = words(question);
    if !same.is_empty() || wanted.is_empty() {
        return same;
    }
    let has_all = |fact: &&Fact| {
        let known = words(&fact.question);
        wanted.iter().all(|word| known.contains(word))
    };
    facts.iter().filter(has_all).collect()
}

/// The answer, if one of these facts alone has it.
fn only(facts: Vec<&Fact>, answer: &str) -> Option<Tap> {
    let mut taps = facts.into_iter().filter_map(|fact| tap(fact, answer));
    let first = taps.next()?;
    taps.all(|other| other.fact == first.fact).then_some(first)
}

/// The fact's answer with this text or, if there is none, with the same text between other punctuation.
fn tap(fact: &Fact, answer: &str) -> Option<Tap> {
    let inner = |text: &str| lower(text.trim_matches(|c: char| !c.is_alphanumeric()));
    let same = fact.answers.iter().find(|known| lower(&known.text) == lower(answer));
    let alike = || fact.answers.iter().find(|known| !inner(answer).is_empty() && inner(&known.text) == inner(answer));
    let FactAnswer { id, text } = same.or_else(alike)?;
    Some(Tap { fact: fact.id.clone(), answer: id.clone(), question: fact.question.clone(), text: text.clone() })
}

fn lower(text: &str) -> String {
    text.trim().to_lowercase()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
