//! All plural forms of a message, for a page that puts the number in itself.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Texts, bundle};

/// Names the category (CLDR) of a number.
const CATEGORY: &str = "category = { $n ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}";
const OTHER: &str = "other";
/// Together they have every category that whole numbers have in the languages of customers.
const SAMPLES: [usize; 7] = [100, 0, 1, 2, 3, 5, 11];

impl Texts {
    /// A message for each plural category of the language, with `{n}` in place of its number, the variable `name`. `other` is
    /// always there.
    pub fn plural(self, id: &str, name: &str) -> BTreeMap<String, String> {
        let categories = bundle::parse(self.language, &[CATEGORY]);
        let mut forms = BTreeMap::new();
        for sample in SAMPLES {
            let args: FluentArgs<'_> = [("n", FluentValue::from(sample))].into_iter().collect();
            let category = bundle::format(&categories, "category", &args).unwrap_or_else(|| OTHER.to_owned());
            let form = self.say(id).count(name, sample).to_string().replace(&sample.to_string(), "{n}");
            // A language without a form for `other` whole numbers uses that of the largest.
            forms.entry(OTHER.to_owned()).or_insert_with(|| form.clone());
            forms.entry(category).or_insert(form);
        }
        forms
    }
}
