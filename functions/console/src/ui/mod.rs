//! Parts that several pages show in the same way.

mod caller;
pub(crate) mod country;
pub(crate) mod language;
pub(crate) mod money;
pub(crate) mod pictures;
pub(crate) mod product;
pub(crate) mod stars;

use texts::Texts;

pub(crate) fn percent(texts: Texts, percent: f64) -> String {
    texts.say("percent").words("number", &texts.decimal(percent)).to_string()
}
