//! The texts of a page that shows reviews. The page's script fills in numbers and names.

use std::collections::BTreeMap;

use domain::shop::Shop;
use domain::values::value::{Kind, Shape};
use edge::shown::{Of, Schemas, Shown, add};
use serde::Serialize;
use texts::Texts;
use utoipa::ToSchema;

/// The texts by key, and `lang`, their language. A text has placeholders such as `{n}`. A text with a number has a form for each
/// plural category of the language (CLDR); the form `other` is always present.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicLabels, value_type = BTreeMap<String, Label>)]
pub(crate) struct Labels(BTreeMap<&'static str, Label>);

#[derive(Serialize, ToSchema)]
#[schema(as = PublicLabel)]
#[serde(untagged)]
pub(crate) enum Label {
    Text(String),
    Plural(BTreeMap<String, String>),
}

/// A key, the id of its text, and the text's variables, each with its placeholder.
type Described = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const TEXTS: [Described; 32] = [
    ("stars", "published-average", &[("average", "{average}")]),
    ("none", "published-none", &[]),
    ("filter", "published-filter", &[("stars", "{stars}"), ("n", "{n}")]),
    ("all", "published-all", &[]),
    ("sort", "published-sort", &[]),
    ("newest", "published-newest", &[]),
    ("highest", "published-highest", &[]),
    ("lowest", "published-lowest", &[]),
    ("with_photos", "published-with-photos", &[]),
    ("no_hits", "published-no-hits", &[]),
    ("of_newest", "published-of-newest", &[("n", "{n}")]),
    ("of", "published-of", &[("n", "{n}")]),
    ("showing", "published-showing", &[("shown", "{shown}"), ("n", "{n}")]),
    ("more", "published-more", &[]),
    ("whole", "published-whole", &[]),
    ("order", "published-order", &[]),
    ("request", "published-request", &[]),
    ("claimed", "published-claimed", &[("system", "{system}")]),
    ("unknown", "published-unknown", &[]),
    ("imported", "published-imported", &[]),
    ("incentivized", "published-incentivized", &[]),
    ("anonymous", "name-anonymous", &[]),
    ("photo", "published-photo-of", &[("number", "{n}"), ("total", "{total}")]),
    ("close", "published-close", &[]),
    ("previous", "published-previous", &[]),
    ("next", "published-next", &[]),
    ("write", "published-write", &[]),
    ("report", "published-report", &[]),
    ("failed", "published-failed", &[]),
    // This text contains the shop's name.
    ("reply", "published-reply", &[]),
    ("before_edit", "published-reply-before-edit", &[]),
    ("trust", "trust-heading", &[]),
];

impl Labels {
    pub(crate) fn new(texts: Texts, shop: &Shop) -> Self {
        let said = TEXTS.into_iter().map(|(key, id, places)| {
            let text = places
                .iter()
                .fold(texts.say(id).with("shop", &shop.name), |text, (name, place)| text.words(name, place));
            (key, Label::Text(text.to_string()))
        });
        let plural = |id| Label::Plural(texts.plural(id, "count"));
        let plurals = [("reviews", plural("published-count")), ("rewarded", plural("published-rewarded"))];
        let lang = Label::Text(texts.language().as_str().to_owned());
        Self(said.chain(plurals).chain([("lang", lang)]).collect())
    }
}

impl Shown for Labels {
    fn shape() -> Shape {
        Kind::Object("PublicLabels").required()
    }

    fn schemas(schemas: &mut Schemas) {
        add::<Self>(schemas);
    }
}

impl Of<Self> for Labels {
    fn of(given: Self) -> Self {
        given
    }
}
