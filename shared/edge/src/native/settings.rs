//! The JSON of a shop's settings, also used by the console's forms.

mod send_window;

use domain::message::OperatorPause;
use domain::privacy::KeepMonths;
use domain::review::{Moderation, ReviewSettings};
use domain::shop::{AskOnce, Cap, Shop, ShopRules};
use domain::values::{
    Color, Country, EmailAddress, HttpsUrl, Invalid, Language, LinkDays, Patch, ReminderDays, Reminders, Storefront,
    parse_time,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::shop::{SettingsChange, TenantRecord};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, SchemaType};
use utoipa::openapi::{Array, Object, ObjectBuilder, Type};

use super::seconds;
use send_window::{SendWindowBody, SendWindowInput, window};

use crate::error::Error;
use crate::field::Field;
use crate::openapi::{words, words_or_null};

/// Omitted fields keep their value; null clears a field.
#[derive(Deserialize, ToSchema)]
pub struct SettingsInput {
    /// The shop's name, as customers know it. It may not contain phone numbers. Links and email addresses must be at
    /// the hosts of `contact_url`, `privacy_url`, `storefront_url` or `reply_to`.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 100)]
    shop_name: Field<String>,
    /// The shop's postal address, shown at the end of emails.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 300)]
    shop_address: Field<String>,
    /// The color of links and buttons on the customer's pages, made darker or lighter until it is readable.
    #[schema(value_type = Option<String>, pattern = "^#[0-9A-Fa-f]{6}$")]
    color: Field<String>,
    /// An https URL of the shop's logo, at least 96 pixels high.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    logo_url: Field<String>,
    /// The language for customers whose request names none.
    #[schema(schema_with = language_or_null, required = false)]
    language: Field<String>,
    #[schema(schema_with = reminder_days, required = false)]
    reminder_days: Field<Vec<u8>>,
    /// How many reminders a request from the native API has if the call gives no number; none if cleared.
    #[schema(value_type = Option<u8>, maximum = 3)]
    default_reminders: Field<f64>,
    /// The lifetime of new requests' links, in days of 24 hours; 90 if cleared.
    #[schema(value_type = Option<u16>, minimum = 7, maximum = 365)]
    link_days: Field<f64>,
    /// The hours at which messages leave; any time if cleared.
    #[schema(value_type = Option<SendWindowInput>)]
    send_window: Field<SendWindowInput>,
    /// The maximum number of first messages that a person gets within 7 days; unlimited if cleared.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 100)]
    first_messages_a_week: Field<f64>,
    /// The maximum number of messages that a person gets within 30 days; unlimited if cleared.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 100)]
    messages_a_month: Field<f64>,
    /// `publish`: reviews are public at once, unless they say how to reach somebody. `hold`: every review waits for the
    /// shop.
    #[schema(schema_with = moderations, required = false)]
    moderation: Field<String>,
    /// Whether published reviews can be read without an API key.
    #[schema(value_type = bool, required = false)]
    public_display: Field<bool>,
    /// Whether a rejection needs a `reason`.
    #[schema(value_type = bool, required = false)]
    reason_required: Field<bool>,
    /// The reward that reviewers get for a review, as the shop's trust page states it.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 300)]
    incentives: Field<String>,
    /// Whether files of all published reviews with words are made for Google and Meta, which anybody can fetch.
    #[schema(value_type = bool, required = false)]
    feeds: Field<bool>,
    /// The address that receives customers' replies to emails. Every customer sees it.
    #[schema(value_type = Option<String>, format = "idn-email", max_length = 254)]
    reply_to: Field<String>,
    /// A page on which customers can contact the shop. Emails and the customer's page link to it.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    contact_url: Field<String>,
    /// The shop's privacy policy. Emails link to it.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    privacy_url: Field<String>,
    /// The address of the shop's own domain, without a path. It replaces hosts at `myshopify.com` in the addresses of
    /// products.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    storefront_url: Field<String>,
    /// Whether a review on the customer's page must have a text. If `false`, customers can send stars alone.
    #[schema(value_type = bool, required = false)]
    text_required: Field<bool>,
    /// The owner's email address, which gets emails about the shop itself.
    #[schema(value_type = Option<String>, format = "idn-email", max_length = 254)]
    owner_email: Field<String>,
    /// Starts a pause: until this time, no message leaves for customers. Messages that become due during the pause
    /// leave after it. A past time means `null`.
    #[schema(value_type = Option<String>, format = DateTime)]
    paused_until: Field<String>,
    /// Which requests leave out products that the customer reviewed or was asked about before: `integrations` (only
    /// requests from the shop's own system), `always` or `never`.
    #[schema(schema_with = ask_once, required = false)]
    ask_once: Field<String>,
    /// The country of phone numbers without a country code, by ISO 3166-1. If cleared, every phone number needs a
    /// country code.
    #[schema(value_type = Option<String>, pattern = "^[A-Z]{2}$")]
    country: Field<String>,
    /// How many months orders, requests, messages, unpublished reviews and customer records are kept after they ended.
    /// A customer with anything newer keeps everything. Published reviews stay. `null` erases nothing.
    #[schema(value_type = Option<u8>, minimum = 6, maximum = 120)]
    keep_months: Field<f64>,
}

impl SettingsInput {
    pub fn parse(self, shop: &Shop) -> Result<SettingsChange, Error> {
        let change = SettingsChange {
            shop_name: name(&self.shop_name).map_err(Error::field("shop_name"))?,
            shop_address: patch(self.shop_address, Shop::address).map_err(Error::field("shop_address"))?,
            color: patch(self.color, Color::parse).map_err(Error::field("color"))?,
            logo_url: patch(self.logo_url, HttpsUrl::parse).map_err(Error::field("logo_url"))?,
            language: patch(self.language, language_of).map_err(Error::field("language"))?,
            reminder_days: self.reminder_days.patch(days).map_err(Error::field("reminder_days"))?,
            default_reminders: self
                .default_reminders
                .patch(|count| Reminders::new(count.as_f64()).map_err(|_| DEFAULT_REMINDERS_RULE))
                .map_err(Error::field("default_reminders"))?,
            link_days: self.link_days.patch(|days| LinkDays::new(days.as_f64())).map_err(Error::field("link_days"))?,
            send_window: self.send_window.patch(window).map_err(Error::field("send_window"))?,
            first_messages_a_week: cap(self.first_messages_a_week).map_err(Error::field("first_messages_a_week"))?,
            messages_a_month: cap(self.messages_a_month).map_err(Error::field("messages_a_month"))?,
            moderation: given(&self.moderation).map(moderation_of).transpose().map_err(Error::field("moderation"))?,
            public_display: flag(self.public_display, PUBLIC_DISPLAY_RULE).map_err(Error::field("public_display"))?,
            reason_required: flag(self.reason_required, REASON_REQUIRED_RULE)
                .map_err(Error::field("reason_required"))?,
            incentives: patch(self.incentives, ReviewSettings::incentives).map_err(Error::field("incentives"))?,
            feeds: flag(self.feeds, FEEDS_RULE).map_err(Error::field("feeds"))?,
            reply_to: patch(self.reply_to, EmailAddress::parse).map_err(Error::field("reply_to"))?,
            contact_url: patch(self.contact_url, HttpsUrl::parse).map_err(Error::field("contact_url"))?,
            privacy_url: patch(self.privacy_url, HttpsUrl::parse).map_err(Error::field("privacy_url"))?,
            storefront_url: patch(self.storefront_url, Storefront::parse).map_err(Error::field("storefront_url"))?,
            text_required: flag(self.text_required, TEXT_REQUIRED_RULE).map_err(Error::field("text_required"))?,
            owner_email: patch(self.owner_email, EmailAddress::parse).map_err(Error::field("owner_email"))?,
            paused_until: patch(self.paused_until, time).map_err(Error::field("paused_until"))?,
            ask_once: given(&self.ask_once).map(ask_once_of).transpose().map_err(Error::field("ask_once"))?,
            country: patch(self.country, Country::parse).map_err(Error::field("country"))?,
            keep_months: self
                .keep_months
                .patch(|months| KeepMonths::new(months.as_f64()))
                .map_err(Error::field("keep_months"))?,
        };
        let mut shop = shop.clone();
        change.reply_to.clone().apply(&mut shop.reply_to);
        change.contact_url.clone().apply(&mut shop.contact_url);
        change.privacy_url.clone().apply(&mut shop.privacy_url);
        change.storefront_url.clone().apply(&mut shop.storefront);
        if change.shop_name.as_ref().is_some_and(|name| shop.leads_elsewhere(name)) {
            return Err(Error::field("shop_name")(Shop::LEADS_ELSEWHERE));
        }
        Ok(change)
    }
}

fn time(text: &str) -> Result<Timestamp, Invalid> {
    parse_time(text).ok_or(PAUSED_UNTIL_RULE)
}

const PAUSED_UNTIL_RULE: Invalid =
    Invalid("`paused_until` must be a time such as 2026-11-20T06:00:00Z, or null to end the pause.");
const DEFAULT_REMINDERS_RULE: Invalid =
    Invalid("`default_reminders` must be a whole number from 0 to 3; null means 0.");
const MODERATION_RULE: Invalid = Invalid("`moderation` must be publish or hold; omit it to keep it.");
const PUBLIC_DISPLAY_RULE: Invalid = Invalid("`public_display` must be true or false; omit it to keep it.");
const REASON_REQUIRED_RULE: Invalid = Invalid("`reason_required` must be true or false; omit it to keep it.");
const FEEDS_RULE: Invalid = Invalid("`feeds` must be true or false; omit it to keep it.");
const TEXT_REQUIRED_RULE: Invalid = Invalid("`text_required` must be true or false; omit it to keep it.");

/// Null does not clear the name, because a shop always has one.
fn name(name: &Field<String>) -> Result<Option<String>, Invalid> {
    given(name).map(Shop::name).transpose()
}

/// The string that was sent, with null as an empty string; `None` for an omitted field.
fn given(field: &Field<String>) -> Option<&str> {
    match field {
        Field::Absent => None,
        field => Some(field.as_str()),
    }
}

fn moderation_of(word: &str) -> Result<Moderation, Invalid> {
    Moderation::parse(word).ok_or(MODERATION_RULE)
}

fn ask_once_of(word: &str) -> Result<AskOnce, Invalid> {
    AskOnce::parse(word).ok_or(AskOnce::RULE)
}

fn ask_once() -> Object {
    words(AskOnce::WORDS)
}

fn flag(field: Field<bool>, rule: Invalid) -> Result<Option<bool>, Invalid> {
    match field {
        Field::Absent => Ok(None),
        Field::Value(flag) => Ok(Some(flag)),
        Field::Null | Field::Invalid => Err(rule),
    }
}

fn moderations() -> Object {
    words(Moderation::WORDS)
}

fn patch<T>(field: Field<String>, parse: fn(&str) -> Result<T, Invalid>) -> Result<Patch<T>, Invalid> {
    field.patch(|field| parse(field.as_str()))
}

fn cap(count: Field<f64>) -> Result<Patch<Cap>, Invalid> {
    count.patch(|count| Cap::new(count.as_f64()))
}

/// Only our own languages are accepted, because any other tag would have no effect, or another effect than it says. A
/// request's language, however, may be any customer's locale.
fn language_of(tag: &str) -> Result<Language, Invalid> {
    Language::parse(tag).ok_or(Language::UNSUPPORTED)
}

fn reminder_days() -> Array {
    let day = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(ReminderDays::DAY_MAX));
    ArrayBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Array, Type::Null]))
        .items(day)
        .min_items(Some(3))
        .max_items(Some(3))
        .description(Some("How many days after the first message each reminder is sent: rising numbers from 1 to 60."))
        .build()
}

fn language_or_null() -> Object {
    words_or_null(Language::WORDS)
}

/// Anything other than three days becomes three days that do not rise, which [`ReminderDays`] refuses.
fn days(days: Field<Vec<u8>>) -> Result<ReminderDays, Invalid> {
    let days = match days {
        Field::Value(days) => days.try_into().unwrap_or_default(),
        Field::Absent | Field::Null | Field::Invalid => Default::default(),
    };
    ReminderDays::new(days)
}

/// All settings of a shop.
#[derive(Serialize, ToSchema)]
#[schema(as = Settings)]
pub struct SettingsBody<'a> {
    /// The shop's name, as customers know it.
    shop_name: &'a str,
    #[schema(required)]
    shop_address: Option<&'a str>,
    #[schema(required, pattern = "^#[0-9a-f]{6}$")]
    color: Option<String>,
    #[schema(required)]
    logo_url: Option<&'a str>,
    /// The language for customers whose request names none. `null` means that pages use each browser's language, and
    /// messages English.
    #[schema(required, schema_with = language_or_null)]
    language: Option<&'static str>,
    /// How many days after the first message each reminder is sent.
    reminder_days: [u8; 3],
    /// How many reminders a request from the native API has if the call gives no number.
    #[schema(maximum = 3)]
    default_reminders: u8,
    /// The lifetime of new requests' links, in days of 24 hours.
    #[schema(minimum = 7, maximum = 365)]
    link_days: u16,
    /// The hours at which messages leave; `null` for any time.
    #[schema(required)]
    send_window: Option<SendWindowBody>,
    /// The maximum number of first messages that a person gets within 7 days.
    #[schema(required, minimum = 1, maximum = 100)]
    first_messages_a_week: Option<u8>,
    /// The maximum number of messages that a person gets within 30 days.
    #[schema(required, minimum = 1, maximum = 100)]
    messages_a_month: Option<u8>,
    /// `publish`: reviews are public at once, unless they say how to reach somebody. `hold`: every review waits for the
    /// shop.
    #[schema(schema_with = moderations)]
    moderation: &'static str,
    /// Whether published reviews can be read without an API key.
    public_display: bool,
    /// Whether a rejection needs a `reason`.
    reason_required: bool,
    /// The reward that reviewers get for a review; `null` if the shop states none.
    #[schema(required)]
    incentives: Option<&'a str>,
    /// Whether files of all published reviews with words are made for Google and Meta.
    feeds: bool,
    /// The address that receives customers' replies to emails.
    #[schema(required, format = "idn-email")]
    reply_to: Option<&'a str>,
    /// A page on which customers can contact the shop. Emails and the customer's page link to it.
    #[schema(required)]
    contact_url: Option<&'a str>,
    /// The shop's privacy policy. Emails link to it.
    #[schema(required)]
    privacy_url: Option<&'a str>,
    /// The address of the shop's own domain, which replaces hosts at `myshopify.com` in the addresses of products.
    #[schema(required)]
    storefront_url: Option<&'a str>,
    /// Whether a review on the customer's page must have a text.
    text_required: bool,
    /// The owner's email address, which gets emails about the shop itself, for example when a webhook was disabled.
    /// Customers never see the address.
    #[schema(required, format = "idn-email")]
    owner_email: Option<String>,
    /// The end of a pause that the shop set. Until then, no message leaves for customers. `null` without a pause.
    #[schema(required, format = DateTime)]
    paused_until: Option<String>,
    /// Which requests leave out products that the customer reviewed or was asked about before.
    #[schema(schema_with = ask_once)]
    ask_once: &'static str,
    /// The country of phone numbers without a country code.
    #[schema(required, pattern = "^[A-Z]{2}$")]
    country: Option<&'static str>,
    /// How many months ended data is kept; `null` for ever.
    #[schema(required, minimum = 6, maximum = 120)]
    keep_months: Option<u8>,
    /// A pause that the operator set, and that only the operator can end; `null` without such a pause.
    #[schema(required)]
    operator_pause: Option<OperatorPauseBody>,
}

/// A pause that the operator set: no message leaves for the shop's customers, whatever the shop's own settings say.
#[derive(Serialize, ToSchema)]
#[schema(as = OperatorPause)]
struct OperatorPauseBody {
    #[schema(format = DateTime)]
    since: String,
    /// The time at which the pause ends by itself; `null` if only the operator ends it.
    #[schema(required, format = DateTime)]
    until: Option<String>,
}

impl OperatorPauseBody {
    fn new(OperatorPause { since, until }: OperatorPause) -> Self {
        Self { since: seconds(since), until: until.map(seconds) }
    }
}

impl<'a> SettingsBody<'a> {
    pub fn new(
        TenantRecord { shop, rules, review_settings, operator_pause, keep_months, .. }: &'a TenantRecord,
        owner_email: Option<EmailAddress>,
        now: Timestamp,
    ) -> Self {
        let Shop {
            name,
            address,
            color,
            logo,
            language,
            reply_to,
            contact_url,
            privacy_url,
            storefront,
            text_required,
        } = shop;
        let ShopRules {
            link_days,
            reminder_days,
            default_reminders,
            send_window,
            caps,
            paused_until,
            ask_once,
            country,
        } = rules;
        let ReviewSettings { moderation, public_display, reason_required, incentives, feeds } = review_settings;
        Self {
            shop_name: name,
            shop_address: address.as_deref(),
            color: color.map(|color| color.to_string()),
            logo_url: logo.as_ref().map(HttpsUrl::as_str),
            language: language.map(Language::as_str),
            reminder_days: reminder_days.get(),
            default_reminders: default_reminders.get(),
            link_days: link_days.get(),
            send_window: send_window.as_ref().map(SendWindowBody::new),
            first_messages_a_week: caps.first_messages_a_week.map(Cap::get),
            messages_a_month: caps.messages_a_month.map(Cap::get),
            moderation: moderation.as_str(),
            public_display: *public_display,
            reason_required: *reason_required,
            incentives: incentives.as_deref(),
            feeds: *feeds,
            reply_to: reply_to.as_ref().map(EmailAddress::as_typed),
            contact_url: contact_url.as_ref().map(HttpsUrl::as_str),
            privacy_url: privacy_url.as_ref().map(HttpsUrl::as_str),
            storefront_url: storefront.as_ref().map(Storefront::as_str),
            text_required: *text_required,
            owner_email: owner_email.map(|email| email.as_typed().to_owned()),
            paused_until: paused_until.filter(|until| *until > now).map(seconds),
            ask_once: ask_once.as_str(),
            country: country.map(Country::as_str),
            keep_months: keep_months.map(KeepMonths::get),
            operator_pause: operator_pause.filter(|pause| !pause.is_over(now)).map(OperatorPauseBody::new),
        }
    }
}
