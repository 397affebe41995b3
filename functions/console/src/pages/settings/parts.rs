//! The parts of the page, each with its settings by the API's names.

use domain::review::SavedReplies;
use domain::shop::OwnText;
use domain::values::Language;
use texts::Texts;

use crate::fields::{Kind, Spec, spec};
use crate::language::own_name;
use crate::ui::country::countries;

pub(crate) struct Part {
    /// The part's name in addresses and in the ids of its texts.
    pub name: &'static str,
    pub fields: &'static [Spec],
}

impl Part {
    /// Whether a preview beside the form shows the result.
    pub(super) fn is_shown(&self) -> bool {
        self.name == LOOK.name
    }

    pub(super) fn text(&self, end: &str) -> String {
        format!("settings-{}{end}", self.name)
    }
}

/// The longest URL, in characters: `HttpsUrl`.
pub(super) const URL: Kind = Kind::Line("url", 2_048);
const EMAIL: Kind = Kind::Line("email", 254);

/// How messages look. The page has a preview beside it.
pub(super) const LOOK: Part = Part {
    name: "look",
    fields: &[
        spec("shop_name", Kind::Line("text", 100)),
        spec("logo_url", URL),
        spec("color", Kind::Color),
        spec("language", Kind::Pick(languages)),
        spec("country", Kind::Pick(countries)),
        spec("shop_address", Kind::Line("text", 300)),
    ],
};

/// The first parts are those that a shop needs on its first day.
pub(super) const PARTS: &[Part] = &[
    LOOK,
    Part { name: "hours", fields: &[spec("send_window", Kind::Window)] },
    Part {
        name: "requests",
        fields: &[
            spec("default_reminders", Kind::Number(0, 3)),
            spec("reminder_days", Kind::Numbers),
            spec("messages_a_month", Kind::Number(1, 100)),
            spec("ask_once", Kind::One(&["integrations", "never"])),
        ],
    },
    Part {
        name: "reviews",
        fields: &[
            spec("moderation", Kind::One(&["publish", "hold"])),
            spec("public_display", Kind::Flag),
            spec("ai_questions", Kind::Flag),
            spec("incentives", Kind::Line("text", 300)),
        ],
    },
    Part {
        name: "replies",
        fields: &[spec("saved_replies", Kind::Texts(SavedReplies::MAX, OwnText::SAVED_REPLY_MAX))],
    },
    Part {
        name: "contact",
        fields: &[
            spec("reply_to", EMAIL),
            spec("contact_url", URL),
            spec("privacy_url", URL),
            spec("storefront_url", URL),
            spec("owner_email", EMAIL),
        ],
    },
    Part { name: "data", fields: &[spec("keep_months", Kind::Number(6, 120))] },
    Part { name: "pause", fields: &[spec("paused_until", Kind::Moment)] },
];

fn languages(_: Texts) -> Vec<(&'static str, &'static str)> {
    Language::ALL.map(|language| (language.as_str(), own_name(language))).to_vec()
}
