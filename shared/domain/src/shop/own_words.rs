//! A shop's own words in its messages. A text consists of words and a few placeholders, so it cannot depend on anything
//! else, such as stars or earlier orders.

use serde::{Deserialize, Serialize};

use crate::shop::Shop;
use crate::values::text::{is_bidi_control, is_visible, line, lines};
use crate::values::{Invalid, Patch, words};

words! {
    pub enum TextOccasion {
        /// The first email of a request.
        Request = "request",
        FirstReminder = "reminder_1",
        SecondReminder = "reminder_2",
        ThirdReminder = "reminder_3",
        Sms = "sms",
        /// The email with a new link that a customer asked for.
        Renewal = "renewal",
    }
}

impl TextOccasion {
    pub const RULE: Invalid =
        Invalid("The occasion must be request, reminder_1, reminder_2, reminder_3, sms or renewal.");

    /// The occasion of an email. It follows from the reminder's number and, for a first email, from whether the
    /// customer asked for a new link.
    pub const fn of_email(reminder: u8, is_renewal: bool) -> Self {
        match (reminder, is_renewal) {
            (0, false) => Self::Request,
            (0, true) => Self::Renewal,
            (1, _) => Self::FirstReminder,
            (2, _) => Self::SecondReminder,
            _ => Self::ThirdReminder,
        }
    }
}

/// The values of a text's placeholders. A shop's own words can depend on nothing else.
#[derive(Debug, Clone, Copy, Default)]
pub struct Placeholders<'a> {
    /// `{name}`: the customer's first name, if the shop gave one.
    pub name: Option<&'a str>,
    /// `{product}`: the title of the one product that is asked about.
    pub product: Option<&'a str>,
    /// `{shop}`: the shop's name.
    pub shop: &'a str,
    /// `{days}`: how many days the link still works when the message is due.
    pub days: Option<&'a str>,
}

impl Placeholders<'_> {
    pub const NAMES: [&'static str; 4] = ["name", "product", "shop", "days"];
}

impl<'a> Placeholders<'a> {
    /// The value of the placeholder with this name; `None` if it has no value or does not exist.
    fn find(&self, name: &str) -> Option<&'a str> {
        let Self { name: customer, product, shop, days } = *self;
        match name {
            "name" => customer,
            "product" => product,
            "shop" => Some(shop),
            "days" => days,
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnText(String);

impl OwnText {
    /// The longest subject and SMS text, in characters: mail programs cut longer subjects.
    pub const LINE_MAX: usize = 120;
    /// The longest opening, in characters.
    pub const OPENING_MAX: usize = 600;
    /// The longest saved reply, in characters. Every call reads the shop's record, which contains five of them.
    pub const SAVED_REPLY_MAX: usize = 500;

    /// The error for braces that are not a placeholder.
    pub const PLACEHOLDERS: Invalid =
        Invalid("Braces may stand only in the placeholders {name}, {product}, {shop} and {days}.");

    /// Reads a subject: 1–120 characters on one line.
    pub fn line(text: &str) -> Result<Self, Invalid> {
        let rule = Invalid("A subject must have 1 to 120 characters, on one line; null means the default text.");
        Self::with_placeholders(line(text, Self::LINE_MAX).ok_or(rule)?)
    }

    /// Reads an opening: 1–600 characters.
    pub fn opening(text: &str) -> Result<Self, Invalid> {
        let rule =
            Invalid("An opening must have 1 to 600 characters and no control characters; null means the default text.");
        Self::several_lines(text, Self::OPENING_MAX).ok_or(rule).and_then(Self::with_placeholders)
    }

    /// Reads the words of an SMS. They must name the shop, because the customer does not know the sender's number.
    pub fn sms(text: &str) -> Result<Self, Invalid> {
        let rule = Invalid(
            "The words of an SMS must have 1 to 120 characters on one line, with {shop}; null means the default text.",
        );
        let text = line(text, Self::LINE_MAX).filter(|text| text.contains("{shop}")).ok_or(rule)?;
        Self::with_placeholders(text)
    }

    /// Reads a saved reply: 1–500 characters, without `{days}`. `None` for anything else.
    pub fn saved_reply(text: &str) -> Option<Self> {
        let text = Self::several_lines(text, Self::SAVED_REPLY_MAX)?;
        let values = Placeholders { name: Some(""), product: Some(""), shop: "", days: None };
        fill(&text, &values).map(|_| Self(text))
    }

    fn several_lines(text: &str, characters_max: usize) -> Option<String> {
        let text: String = lines(text).chars().filter(|&c| !is_bidi_control(c)).collect();
        let fits = text.chars().count() <= characters_max && is_visible(&text);
        fits.then_some(text)
    }

    fn with_placeholders(text: String) -> Result<Self, Invalid> {
        let values = Placeholders { name: Some(""), product: Some(""), shop: "", days: Some("") };
        match fill(&text, &values) {
            Some(_) => Ok(Self(text)),
            None => Err(Self::PLACEHOLDERS),
        }
    }

    /// The first placeholder of a text that does not exist, with its braces, such as `{nam}`; `None` if there is none.
    pub fn unknown_placeholder(text: &str) -> Option<&str> {
        let braced = text.match_indices('{').filter_map(|(start, _)| {
            let (name, _) = text[start + 1..].split_once('}')?;
            (!name.contains('{')).then(|| (name, &text[start..start + name.len() + 2]))
        });
        let mut unknown = braced.filter(|(name, _)| !Placeholders::NAMES.contains(name));
        unknown.next().map(|(_, braced)| braced)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text, whatever the placeholders' values, names a way to reach somebody that is not the shop's.
    pub fn leads_elsewhere(&self, shop: &Shop) -> bool {
        let values = Placeholders { name: Some("x"), product: Some("x"), shop: "x", days: Some("90") };
        self.fill(&values).is_some_and(|text| shop.leads_elsewhere(&text))
    }

    /// The text with the values; `None` if one of its placeholders has no value. Braces in a value are not
    /// placeholders.
    pub fn fill(&self, values: &Placeholders<'_>) -> Option<String> {
        fill(&self.0, values)
    }
}

/// Returns `None` also for braces that are not a placeholder.
fn fill(text: &str, values: &Placeholders<'_>) -> Option<String> {
    let mut parts = text.split('{');
    let mut filled = parts.next().filter(|start| !start.contains('}'))?.to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').filter(|(_, rest)| !rest.contains('}'))?;
        filled.push_str(values.find(name)?);
        filled.push_str(rest);
    }
    Some(filled)
}

/// A shop's own words in one message. For a part that is `None`, the default is used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<OwnText>,
    /// The first sentences; in an SMS, everything before the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<OwnText>,
}

/// A change of a shop's own words. `Keep` leaves a part as it is, `Clear` restores the default.
#[derive(Debug, Clone, Default)]
pub struct OwnWordsChange {
    pub subject: Patch<OwnText>,
    pub opening: Patch<OwnText>,
}

impl OwnWordsChange {
    pub fn apply(&self, mut words: OwnWords) -> OwnWords {
        let Self { subject, opening } = self;
        subject.clone().apply(&mut words.subject);
        opening.clone().apply(&mut words.opening);
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: Placeholders<'_> =
        Placeholders { name: Some("Jane"), product: Some("Oak tray"), shop: "{name}", days: None };

    #[test]
    fn a_text_says_its_values_and_nothing_without_one() {
        let filled = |text: &str| OwnText::opening(text).unwrap().fill(&VALUES);
        assert_eq!(
            filled("{name}, how is the {product}?\r\n{shop}").as_deref(),
            Some("Jane, how is the Oak tray?\n{name}")
        );
        assert_eq!(filled("Works for {days} days"), None);
        assert_eq!(filled(" Plain \u{202e}words ").as_deref(), Some("Plain words"));
    }

    #[test]
    fn no_placeholder_names_stars_or_what_somebody_did() {
        for bad in [
            "{stars}",
            "{rating}",
            "{reviews}",
            "{orders}",
            "{email}",
            "{ name }",
            "{Name}",
            "{}",
            "{name",
            "name}",
            "{{name}}",
            "a}{name}",
        ] {
            assert_eq!(OwnText::line(bad), Err(OwnText::PLACEHOLDERS), "{bad}");
        }
    }

    #[test]
    fn the_unknown_placeholder_is_named_as_it_was_typed() {
        for (text, unknown) in [
            ("{name}, {nam}, {prodct}", Some("{nam}")),
            ("{{nam}", Some("{nam}")),
            ("{}", Some("{}")),
            ("{name} {product} {shop} {days}", None),
            ("{name", None),
            ("name}", None),
        ] {
            assert_eq!(OwnText::unknown_placeholder(text), unknown, "{text}");
        }
        let values = Placeholders { name: Some("1"), product: Some("2"), shop: "3", days: Some("4") };
        assert_eq!(Placeholders::NAMES.map(|name| values.find(name)), [Some("1"), Some("2"), Some("3"), Some("4")]);
    }

    #[test]
    fn each_text_has_its_bounds() {
        assert!(OwnText::line(&"é".repeat(120)).is_ok() && OwnText::opening(&"é".repeat(600)).is_ok());
        assert!(OwnText::sms("{shop}: how was it?").is_ok() && OwnText::sms("How was it?").is_err());
        assert!(OwnText::line(&"é".repeat(121)).is_err() && OwnText::opening(&"é".repeat(601)).is_err());
        for bad in ["", " ", "\u{200b}", "a\u{0}b", "Subject\r\nBcc: all@example.com"] {
            assert!(OwnText::line(bad).is_err(), "{bad:?}");
        }
        assert!(OwnText::opening("\u{1b}").is_err() && OwnText::opening("\n").is_err());
    }
}
