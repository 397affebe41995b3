//! The JSON of a shop's own words, also used by the console's forms.

use std::fmt;

use app::message::mail::Mail;
use app::message::preview::Ours;
use app::message::{Message, sms};
use domain::shop::{OwnText, OwnWords, OwnWordsChange, Shop, TextOccasion};
use domain::values::value::{Kind, Raw, Text};
use domain::values::{Invalid, Language, Patch};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Error;
use crate::shown::OneOf;
use crate::{input, shown, word_schemas};

input! {
    /// Omitted fields keep their value; `null` restores the default words. Braces are only allowed in the placeholders
    /// `{name}`, `{product}`, `{shop}` and `{days}`. Links and email addresses must be at the hosts of the settings'
    /// `contact_url`, `privacy_url`, `storefront_url` or `reply_to`. Phone numbers are not allowed.
    pub struct TextInput {
        subject: Patch<Raw>, as Kind::Text(Text::between(1, OwnText::LINE_MAX));
        /// The first sentences. In an SMS: everything before the link, up to 120 characters, with the placeholder `{shop}`.
        opening: Patch<Raw>, as Kind::Text(Text::between(1, OwnText::OPENING_MAX));
    }
}

const ONLY_AN_OPENING: Invalid = Invalid("An SMS has an `opening` only; omit every other field.");
const TOO_LONG_FOR_SMS: Invalid = Invalid(
    "`opening` does not fit into two SMS with the link behind it; shorten it, or use fewer letters that GSM-7 lacks.",
);

impl TextInput {
    /// Parses the changes in a PUT. `sms_link` is a link as long as those in SMS.
    pub fn parse(self, (language, occasion): TextKey, shop: &Shop, sms_link: &str) -> Result<OwnWordsChange, Error> {
        let (subject, opening) = (self.subject?, self.opening?);
        let text = |name, field: Patch<String>, parse: fn(&str) -> Result<OwnText, Invalid>| {
            let here = |text: OwnText| if text.leads_elsewhere(shop) { Err(Shop::LEADS_ELSEWHERE) } else { Ok(text) };
            field.try_map(|text| parse(&text).and_then(here)).map_err(Error::field(name))
        };
        if occasion != TextOccasion::Sms {
            return Ok(OwnWordsChange {
                subject: text("subject", subject, OwnText::line)?,
                opening: text("opening", opening, OwnText::opening)?,
            });
        }
        if subject.value().is_some() {
            return Err(Error::field("subject")(ONLY_AN_OPENING));
        }
        let opening = text("opening", opening, OwnText::sms)?;
        match opening.value() {
            Some(own) if !sms::fits(language, own, sms_link) => Err(Error::field("opening")(TOO_LONG_FOR_SMS)),
            _ => Ok(OwnWordsChange { opening, ..OwnWordsChange::default() }),
        }
    }
}

/// A message: its language and its occasion.
pub type TextKey = (Language, TextOccasion);

/// The path of a message.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct TextPath {
    /// The language of the message.
    #[param(value_type = LanguageWord, inline)]
    language: String,
    /// The message: the first email, a reminder by its number, `renewal` (the email with a new link that the customer asked for)
    /// or `sms` (every SMS).
    #[param(value_type = OccasionWord, inline)]
    occasion: String,
}

impl TextPath {
    /// The message.
    /// Errors: [`Error::Field`], which lists the known values.
    pub fn of(&self) -> Result<TextKey, Error> {
        let Self { language, occasion } = self;
        let language = Language::parse(language).ok_or(Language::UNSUPPORTED).map_err(Error::field("language"))?;
        let occasion = TextOccasion::parse(occasion).ok_or(TextOccasion::RULE).map_err(Error::field("occasion"))?;
        Ok((language, occasion))
    }
}

impl fmt::Display for TextPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.language, self.occasion)
    }
}

word_schemas! {
    /// The languages of messages.
    LanguageWord, "TextLanguage" = Language::ALL.map(Language::as_str);
    /// The occasions of messages.
    OccasionWord, "TextOccasion" = TextOccasion::ALL.map(TextOccasion::as_str);
}

shown! {
    /// The words of one message.
    pub struct TextBody as Text ((language, occasion, own, ours): (Language, TextOccasion, &OwnWords, Ours)) {
        language: OneOf<Language> = language;
        occasion: OneOf<TextOccasion> = occasion;
        own: WordsBody = (own.subject.as_ref().map(OwnText::as_str), own.opening.as_ref().map(OwnText::as_str));
        ours: WordsBody = (ours.subject.as_deref(), Some(&*ours.opening));
    }

    /// Words of a message. Among the shop's own words, `null` means the default words; among the default words, `null`
    /// means no words.
    struct WordsBody as TextWords ((subject, opening): (Option<&str>, Option<&str>)) {
        subject: Option<String> = subject;
        opening: Option<String> = opening;
    }

    /// The message as an example customer would get it.
    pub struct PreviewBody as TextPreview ((mail, text, segments): (Option<(String, String)>, String, Option<u32>)) {
        /// `null` for an SMS, like `html`.
        subject: Option<String> = mail.as_ref().map(|(subject, _)| subject);
        html: Option<String> = mail.map(|(_, html)| html);
        /// The plain-text part, or the SMS.
        text: String = text;
        /// How many segments of the SMS are billed; `null` for an email.
        segments: Option<u32> = segments;
    }
}

impl From<Message> for PreviewBody {
    fn from(message: Message) -> Self {
        Self::new(match message {
            Message::Mail(Mail { subject, html, text, .. }) => (Some((subject, html)), text, None),
            Message::Text(sms) => (None, sms.body.clone(), Some(sms.segments())),
        })
    }
}

impl TextBody {
    /// The shop's own words and the default words.
    pub fn of_message((language, occasion): TextKey, own: &OwnWords) -> Result<Self, app::error::Error> {
        Ok(Self::new((language, occasion, own, Ours::new(language, occasion)?)))
    }
}
