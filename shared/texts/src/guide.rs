//! The product's own question guide, in the customer's language.

use domain::{Language, QUESTIONS_MAX, Question, Subject};
use fluent_bundle::FluentMessage;

use crate::Part;
use crate::bundle::{self, Bundle};

/// The questions about a subject, in their order. No rating is an argument here: the same questions for
/// one star and for five.
#[must_use]
pub fn questions(language: Language, subject: &Subject) -> [Question; QUESTIONS_MAX] {
    let about = match subject {
        Subject::Product(_) => "product",
        Subject::Shop => "shop",
    };
    std::array::from_fn(|number| {
        let id = format!("{about}-{}", number + 1);
        let asked = [language, Language::English].into_iter().find_map(|language| {
            let bundle = bundle::of(language, Part::Chat);
            question(bundle, &bundle.get_message(&id)?)
        });
        asked.unwrap_or_default()
    })
}

fn question(bundle: &Bundle, message: &FluentMessage<'_>) -> Option<Question> {
    let said = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
    let chips = message.attributes().map(|chip| said(chip.value())).collect();
    Some(Question { text: said(message.value()?), chips })
}
