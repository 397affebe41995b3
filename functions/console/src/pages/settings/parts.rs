//! The parts of the settings, each with the API's names of its fields. A field's control follows from its setting's shape.

use std::sync::LazyLock;

use domain::values::EmailAddress;
use domain::values::value::{Kind as Shaped, Text, Value as _};
use store::shop::SETTINGS;

use crate::fields::{Kind, Spec, spec};

pub(crate) struct Part {
    /// The part's name in addresses and in the ids of its texts.
    pub name: &'static str,
    pub fields: Vec<Spec>,
}

impl Part {
    fn new(name: &'static str, fields: &[&'static str]) -> Self {
        Self { name, fields: fields.iter().map(|name| setting(name)).collect() }
    }

    /// Whether a preview beside the form shows the result.
    pub(super) fn is_shown(&self) -> bool {
        self.name == LOOK
    }

    pub(super) fn is_pause(&self) -> bool {
        self.name == "pause"
    }

    /// Whether it has ready-made facts beside the form, and how one looks.
    pub(super) fn is_facts(&self) -> bool {
        self.name == FACTS
    }

    /// The id of its heading. What its only field or a page is called has one text.
    pub(super) fn heading(&self) -> String {
        match self.name {
            "reviews" => "nav-reviews".to_owned(),
            FACTS => "set-facts".to_owned(),
            "replies" => "set-saved_replies".to_owned(),
            _ => self.text("-heading"),
        }
    }

    pub(super) fn text(&self, end: &str) -> String {
        format!("settings-{}{end}", self.name)
    }
}

/// How messages look. The page has a preview beside it.
const LOOK: &str = "look";
/// A part, and its only field.
const FACTS: &str = "facts";

/// On the page of the shop's data.
pub(crate) static DATA: LazyLock<Part> = LazyLock::new(|| Part::new("data", &["keep_months"]));

/// The first parts are those that a shop needs on its first day.
pub(super) static PARTS: LazyLock<[Part; 8]> = LazyLock::new(|| {
    [
        Part::new(LOOK, &["shop_name", "logo_url", "color"]),
        Part::new("hours", &["send_window"]),
        Part::new("requests", &["default_reminders", "reminder_days", "ask_once"]),
        Part::new("reviews", &["moderation", "public_display", "ai_questions", "incentives"]),
        Part::new(FACTS, &[FACTS]),
        Part::new("replies", &["saved_replies"]),
        Part::new("contact", &["reply_to", "contact_url", "storefront_url", "owner_email"]),
        Part::new("pause", &["paused_until"]),
    ]
});

/// A setting's field. The owner's address, which is sealed, is no row of [`SETTINGS`].
pub(super) fn setting(name: &'static str) -> Spec {
    let setting = SETTINGS.iter().find(|setting| setting.name == name);
    spec(name, control(setting.map_or_else(EmailAddress::shape, |setting| (setting.shown)()).kind))
}

/// How a person enters a value of this kind.
fn control(kind: Shaped) -> Kind {
    match kind {
        Shaped::Text(Text { format, characters_max, .. }) => {
            let input = match format {
                Some("uri") => "url",
                Some("idn-email") => "email",
                _ => "text",
            };
            Kind::Line(input, characters_max.unwrap_or(usize::MAX))
        }
        Shaped::Color => Kind::Color,
        Shaped::Whole(least, most) => Kind::Number(number(least), number(most)),
        Shaped::Flag => Kind::Flag,
        // The parts are made once.
        Shaped::Word(words) => Kind::One(words.leak()),
        Shaped::Time => Kind::Moment,
        Shaped::Object(_) => Kind::Window,
        Shaped::List(item, _, most) => match (*item, most) {
            (Shaped::Text(Text { characters_max: Some(characters), .. }), Some(most)) => Kind::Texts(most, characters),
            (Shaped::Object(_), _) => Kind::Facts,
            _ => Kind::Numbers,
        },
        _ => Kind::Line("text", usize::MAX),
    }
}

fn number(bound: u64) -> u16 {
    u16::try_from(bound).unwrap_or(u16::MAX)
}
