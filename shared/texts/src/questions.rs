//! The questions about an item, in the customer's language.

use domain::{Language, QUESTIONS_MAX, Question, Subject};
use fluent_bundle::FluentMessage;

use crate::Part;
use crate::bundle::{self, Bundle};

/// The questions about a subject, in their order. They cannot depend on the rating, which is no argument.
#[must_use]
pub fn questions(language: Language, subject: &Subject) -> [Question; QUESTIONS_MAX] {
    let about = match subject {
        Subject::Product(_) => "product",
        Subject::Shop => "shop",
    };
    std::array::from_fn(|number| {
        let id = format!("{about}-{}", number + 1);
        let found = [language, Language::English].into_iter().find_map(|language| {
            let bundle = bundle::of(language, Part::Questions);
            question(bundle, &bundle.get_message(&id)?)
        });
        found.unwrap_or_default()
    })
}

fn question(bundle: &Bundle, message: &FluentMessage<'_>) -> Option<Question> {
    let format = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
    let chips = message.attributes().map(|chip| format(chip.value())).collect();
    Some(Question { text: format(message.value()?), chips })
}
