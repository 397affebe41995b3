//! The JSON of a shop's settings, also used by the console's forms.

use domain::message::OperatorPause;
use domain::privacy::KeepMonths;
use domain::review::{Incentives, Moderation, ReviewSettings, SavedReplies};
use domain::shop::{AskOnce, Cap, SendWindow, Shop, ShopAddress, ShopName, ShopRules, TimeOfDay, Weekdays, Zone};
use domain::values::value::Kept;
use domain::values::{Color, Country, EmailAddress, HttpsUrl, Language, Patch, ReminderDays, Reminders, Storefront};
use jiff::Timestamp;
use serde::Serialize;
use store::shop::{SettingsChange, TenantRecord};
use utoipa::ToSchema;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Array, ObjectBuilder, Type};

use super::seconds;
use crate::error::Error;
use crate::input;
use crate::openapi::{words_of, words_of_or_null};

input! {
    /// Omitted fields keep their value; null clears a field.
    pub struct SettingsInput with SendWindowInput {
        /// The shop's name, as customers know it. It may not contain phone numbers. Links and email addresses must be at
        /// the hosts of `contact_url`, `privacy_url`, `storefront_url` or `reply_to`.
        shop_name: Kept<ShopName>;
        /// The shop's postal address, shown at the end of emails.
        shop_address: Patch<ShopAddress>;
        /// The color of links and buttons on the customer's pages, made darker or lighter until it is readable.
        color: Patch<Color>;
        /// An https URL of the shop's logo, at least 96 pixels high.
        logo_url: Patch<HttpsUrl>;
        // The language for customers whose request names none.
        language: Patch<Language>;
        /// How many days after the first message each reminder is sent: rising numbers from 1 to 60.
        reminder_days: Patch<ReminderDays>;
        /// How many reminders a request from the native API has if the call gives no number; none if cleared.
        default_reminders: Patch<Reminders>, or "`default_reminders` must be a whole number from 0 to 3; null means 0.";
        /// The hours at which messages leave; any time if cleared.
        send_window: Patch<SendWindowInput>, or "`send_window` must be an object with `from`, `to`, `time_zone` and, optionally, `days`; null means any time.";
        /// The maximum number of messages that a person gets within 30 days; unlimited if cleared.
        messages_a_month: Patch<Cap>;
        // `publish`: reviews are public at once, unless they say how to reach somebody. `hold`: every review waits for the
        // shop.
        moderation: Kept<Moderation>, or "`moderation` must be publish or hold; omit it to keep it.";
        /// Whether published reviews can be read without an API key.
        public_display: Kept<bool>, or "`public_display` must be true or false; omit it to keep it.";
        /// The reward that reviewers get for a review, as the shop's trust page states it.
        incentives: Patch<Incentives>;
        /// Replies that members insert with a key when they answer a review. `{name}` becomes the author's first name, `{product}`
        /// the product's title and `{shop}` the shop's name.
        saved_replies: Patch<SavedReplies>;
        /// The address that receives customers' replies to emails. Every customer sees it.
        reply_to: Patch<EmailAddress>;
        /// A page on which customers can contact the shop. Emails and the customer's page link to it.
        contact_url: Patch<HttpsUrl>;
        /// The shop's privacy policy. Emails link to it.
        privacy_url: Patch<HttpsUrl>;
        /// The address of the shop's own domain, without a path. It replaces hosts at `myshopify.com` in the addresses of
        /// products.
        storefront_url: Patch<Storefront>;
        /// Whether an AI writes questions on the customer's page, if the operator has set a model. If `false`, ready-made
        /// questions are asked from the next one on.
        ai_questions: Kept<bool>, or "`ai_questions` must be true or false; omit it to keep it.";
        /// The owner's email address, which gets emails about the shop itself, and customers' words about problems with
        /// orders. Without it, these words go to `reply_to`.
        owner_email: Patch<EmailAddress>;
        /// Starts a pause: until this time, no message leaves for customers. Messages that become due during the pause
        /// leave after it. A past time means `null`.
        paused_until: Patch<Timestamp>, or "`paused_until` must be a time such as 2026-11-20T06:00:00Z, or null to end the pause.";
        // Which requests leave out products that the customer reviewed or was asked about before: `integrations` (those
        // from the shop's own system) or `never`.
        ask_once: Kept<AskOnce>;
        /// The country of phone numbers without a country code, by ISO 3166-1. If cleared, every phone number needs a
        /// country code.
        country: Patch<Country>;
        /// How many months orders, requests, messages, unpublished reviews and customer records are kept after they ended.
        /// A customer with anything newer keeps everything. Published reviews stay. `null` erases nothing.
        keep_months: Patch<KeepMonths>;
    }
}

impl SettingsInput {
    /// The changes that a PUT asks for.
    pub fn parse(self, shop: &Shop) -> Result<SettingsChange, Error> {
        let change = SettingsChange {
            shop_name: self.shop_name?,
            shop_address: self.shop_address?,
            color: self.color?,
            logo_url: self.logo_url?,
            language: self.language?,
            reminder_days: self.reminder_days?,
            default_reminders: self.default_reminders?,
            send_window: self.send_window?.try_map(SendWindowInput::parse)?,
            messages_a_month: self.messages_a_month?,
            moderation: self.moderation?,
            public_display: self.public_display?,
            incentives: self.incentives?,
            saved_replies: self.saved_replies?,
            reply_to: self.reply_to?,
            contact_url: self.contact_url?,
            privacy_url: self.privacy_url?,
            storefront_url: self.storefront_url?,
            ai_questions: self.ai_questions?,
            owner_email: self.owner_email?,
            paused_until: self.paused_until?,
            ask_once: self.ask_once?,
            country: self.country?,
            keep_months: self.keep_months?,
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
    #[schema(required, schema_with = words_of_or_null::<Language>)]
    language: Option<&'static str>,
    /// How many days after the first message each reminder is sent.
    reminder_days: [u8; 3],
    /// How many reminders a request from the native API has if the call gives no number.
    #[schema(maximum = 3)]
    default_reminders: u8,
    /// The hours at which messages leave; `null` for any time.
    #[schema(required)]
    send_window: Option<SendWindowBody>,
    /// The maximum number of messages that a person gets within 30 days.
    #[schema(required, minimum = 1, maximum = 100)]
    messages_a_month: Option<u8>,
    /// `publish`: reviews are public at once, unless they say how to reach somebody. `hold`: every review waits for the
    /// shop.
    #[schema(schema_with = words_of::<Moderation>)]
    moderation: &'static str,
    /// Whether published reviews can be read without an API key.
    public_display: bool,
    /// The reward that reviewers get for a review; `null` if the shop states none.
    #[schema(required)]
    incentives: Option<&'a str>,
    /// Replies that members insert with a key when they answer a review; `null` if the shop saved none.
    #[schema(required, max_items = 5)]
    saved_replies: Option<Vec<&'a str>>,
    /// The address that receives customers' replies to emails.
    #[schema(required, format = "idn-email")]
    reply_to: Option<&'a str>,
    /// The shop's own address from which emails to customers leave, while its domain is proved; `null` for the operator's.
    /// An owner sets it in the console.
    #[schema(required, format = "idn-email")]
    sender: Option<&'a str>,
    /// A page on which customers can contact the shop. Emails and the customer's page link to it.
    #[schema(required)]
    contact_url: Option<&'a str>,
    /// The shop's privacy policy. Emails link to it.
    #[schema(required)]
    privacy_url: Option<&'a str>,
    /// The address of the shop's own domain, which replaces hosts at `myshopify.com` in the addresses of products.
    #[schema(required)]
    storefront_url: Option<&'a str>,
    /// Whether an AI writes questions on the customer's page. Without a model of the operator's, it has no effect.
    ai_questions: bool,
    /// The owner's email address, which gets emails about the shop itself, for example when a webhook was disabled.
    /// Customers never see the address.
    #[schema(required, format = "idn-email")]
    owner_email: Option<String>,
    /// The end of a pause that the shop set. Until then, no message leaves for customers. `null` without a pause.
    #[schema(required, format = DateTime)]
    paused_until: Option<String>,
    /// Which requests leave out products that the customer reviewed or was asked about before.
    #[schema(schema_with = words_of::<AskOnce>)]
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
            sender,
            contact_url,
            privacy_url,
            storefront,
            ai_questions,
        } = shop;
        let ShopRules {
            reminder_days,
            default_reminders,
            send_window,
            messages_a_month,
            paused_until,
            ask_once,
            country,
        } = rules;
        let ReviewSettings { moderation, public_display, incentives, saved_replies } = review_settings;
        Self {
            shop_name: name,
            shop_address: address.as_deref(),
            color: color.map(|color| color.to_string()),
            logo_url: logo.as_ref().map(HttpsUrl::as_str),
            language: language.map(Language::as_str),
            reminder_days: reminder_days.get(),
            default_reminders: default_reminders.get(),
            send_window: send_window.as_ref().map(SendWindowBody::new),
            messages_a_month: messages_a_month.map(Cap::get),
            moderation: moderation.as_str(),
            public_display: *public_display,
            incentives: incentives.as_deref(),
            saved_replies: saved_replies.as_ref().map(|replies| replies.texts().collect()),
            reply_to: reply_to.as_ref().map(EmailAddress::as_typed),
            sender: sender.as_ref().map(EmailAddress::as_typed),
            contact_url: contact_url.as_ref().map(HttpsUrl::as_str),
            privacy_url: privacy_url.as_ref().map(HttpsUrl::as_str),
            storefront_url: storefront.as_ref().map(Storefront::as_str),
            ai_questions: *ai_questions,
            owner_email: owner_email.map(|email| email.as_typed().to_owned()),
            paused_until: paused_until.filter(|until| *until > now).map(seconds),
            ask_once: ask_once.as_str(),
            country: country.map(Country::as_str),
            keep_months: keep_months.map(KeepMonths::get),
            operator_pause: operator_pause.filter(|pause| !pause.is_over(now)).map(OperatorPauseBody::new),
        }
    }
}

input! {
    /// The hours and weekdays at which messages leave.
    pub(crate) struct SendWindowInput {
        /// The time of day at which the window opens.
        from: TimeOfDay, example "09:00", at "send_window";
        /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
        to: TimeOfDay, example "18:00", at "send_window";
        /// The days on which the window opens; all if omitted.
        days: Option<Weekdays>, at "send_window";
        /// The time zone for customers whose time zone is unknown, as the IANA database names it.
        time_zone: Zone, example "Europe/Berlin", at "send_window";
    }
}

/// The hours and weekdays at which messages leave.
#[derive(Serialize, ToSchema)]
#[schema(as = SendWindow)]
pub(crate) struct SendWindowBody {
    /// The time of day at which the window opens.
    from: String,
    /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
    to: String,
    #[schema(schema_with = days)]
    days: Vec<&'static str>,
    /// The time zone for customers whose time zone is unknown.
    time_zone: String,
}

impl SendWindowInput {
    /// An invalid part is an invalid `send_window`.
    pub(super) fn parse(self) -> Result<SendWindow, Error> {
        let days = self.days?.unwrap_or(Weekdays::ALL);
        SendWindow::new(self.from?, self.to?, days, self.time_zone?).map_err(Error::field("send_window"))
    }
}

impl SendWindowBody {
    pub(super) fn new(window: &SendWindow) -> Self {
        let [from, to] = window.hours();
        Self { from, to, days: window.days().words(), time_zone: window.zone().as_str().to_owned() }
    }
}

fn days() -> Array {
    let day = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Weekdays::all_words()));
    ArrayBuilder::new()
        .items(day)
        .min_items(Some(1))
        .description(Some("The days on which the window opens; all if omitted."))
        .build()
}
