//! The parts of the settings, each with the API's names of its fields.

use domain::review::SavedReplies;
use domain::shop::OwnText;

use crate::fields::{Kind, Spec, spec};

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

    pub(super) fn is_pause(&self) -> bool {
        self.name == "pause"
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
    fields: &[spec("shop_name", Kind::Line("text", 100)), spec("logo_url", URL), spec("color", Kind::Color)],
};

/// On the page of the shop's data.
pub(crate) const DATA: Part = Part { name: "data", fields: &[spec("keep_months", Kind::Number(6, 120))] };

/// The first parts are those that a shop needs on its first day.
pub(super) const PARTS: &[Part] = &[
    LOOK,
    Part { name: "hours", fields: &[spec("send_window", Kind::Window)] },
    Part {
        name: "requests",
        fields: &[
            spec("default_reminders", Kind::Number(0, 3)),
            spec("reminder_days", Kind::Numbers),
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
            spec("storefront_url", URL),
            spec("owner_email", EMAIL),
        ],
    },
    Part { name: "pause", fields: &[spec("paused_until", Kind::Moment)] },
];
