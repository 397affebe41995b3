//! How languages write whole numbers: "2,000", "2.000", "2 000".

use domain::values::Language;
use fluent_bundle::FluentValue;

/// Writes a whole number; `None` for another value, which Fluent then writes itself.
pub(crate) type Grouping<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// The separator of thousands, and the fewest digits that have one (CLDR 48, `group` and `minimumGroupingDigits`).
pub(crate) fn of<M>(language: Language) -> Grouping<M> {
    match language {
        Language::English | Language::Japanese | Language::Arabic => grouped::<',', 4, M>,
        Language::German | Language::Danish | Language::Dutch | Language::Italian | Language::Portuguese => {
            grouped::<'.', 4, M>
        }
        Language::Spanish => grouped::<'.', 5, M>,
        Language::French => grouped::<'\u{202f}', 4, M>,
        Language::Swedish => grouped::<'\u{a0}', 4, M>,
        Language::Polish => grouped::<'\u{a0}', 5, M>,
    }
}

fn grouped<const SEPARATOR: char, const DIGITS: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(SEPARATOR);
        }
        text.push(digit);
    }
    Some(text)
}
