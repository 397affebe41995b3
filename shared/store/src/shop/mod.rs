//! Tenants: their settings and wrapped root keys.

pub mod api_key;
pub mod audit;
pub mod end;
pub mod key_ring;
pub mod own_words;
pub mod rotation;
pub mod sender;
pub mod service;
mod settings;

use std::collections::BTreeMap;
use std::ops::Deref;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::message::OperatorPause;
use domain::order::OrderId;
use domain::privacy::KeepMonths;
use domain::review::{Checks, Facts, Incentives, Moderation, ReviewSettings, SavedReplies};
use domain::shop::{AskOnce, Cap, EndedBy, SendWindow, Shop, ShopAddress, ShopName, ShopRules};
use domain::values::value::{Json, Kept, Value};
use domain::values::{
    Color, Country, EmailAddress, HttpsUrl, Invalid, Language, Mode, NumberPlans, Patch, ReminderDays, Reminders,
    Storefront, Tenant, is_default, ms,
};
use domain::webhook::Subscription;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

pub use self::settings::{ChangedSettings, SET, Setting, SettingsChange};

use self::settings::{OWNER_EMAIL, settings};
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item, keys};

#[derive(Debug, Clone)]
pub struct TenantRecord {
    /// The shop as its pages and emails show it.
    pub shop: Shop,
    pub rules: ShopRules,
    pub review_settings: ReviewSettings,
    /// For how many months the shop keeps data that has ended; `None` for ever.
    pub keep_months: Option<KeepMonths>,
    pub state: ShopState,
}

impl Deref for TenantRecord {
    type Target = ShopState;

    fn deref(&self) -> &ShopState {
        &self.state
    }
}

/// What is stored of a shop besides its settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ShopState {
    /// The shop's webhook endpoints and the events that each gets; transactions queue the events from it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub webhooks: Vec<Subscription>,
    /// The tenant's root key, wrapped by KMS.
    #[serde(with = "serde_bytes")]
    pub root: Vec<u8>,
    /// The operator's pause of the shop, if there was one. The shop can see it but not change it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_pause: Option<OperatorPause>,
    /// Whether the shop is new, so that its emails have a daily limit.
    #[serde(rename = "first_days", skip_serializing_if = "is_default")]
    pub in_first_days: bool,
    /// Whether emails to customers wait while neither the shop nor the operator gave a postal address. `false` for a local
    /// shop, from which no message leaves.
    #[serde(skip_serializing_if = "is_default")]
    pub needs_address: bool,
    /// Whether a member reviewed a product on the customer's page, as a trial.
    #[serde(rename = "tried", skip_serializing_if = "is_default")]
    pub was_tried: bool,
    /// When the shop ended, if it did. From then on, no message leaves, and its pages, links and keys are refused.
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Who ended it; `None` if that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<EndedBy>,
    /// When the end was last taken back.
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub restored_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_email: Option<ByteBuf>,
    /// The tags of the languages for which the shop has own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    own_words: Option<String>,
    /// It belongs to what customers see: [`Shop::sender`].
    #[serde(skip_serializing_if = "Option::is_none")]
    sender: Option<EmailAddress>,
}

// `Patch`: null clears the setting. `Kept`: it always has a value.
settings! {
    /// The shop's name, as customers know it. It may not contain phone numbers. Links and email addresses must be at
    /// the hosts of `contact_url`, `privacy_url`, `storefront_url` or `reply_to`.
    shop_name: Kept<ShopName> = shop.name;
    /// The shop's postal address, shown at the end of emails.
    shop_address: Patch<ShopAddress> = shop.address;
    /// The color of links and buttons on the customer's pages, made darker or lighter until it is readable.
    color: Patch<Color> = shop.color;
    /// An https URL of the shop's logo, at least 96 pixels high.
    logo_url: Patch<HttpsUrl> = shop.logo;
    /// The language for customers whose request names none. `null` means that pages use each browser's language, and
    /// messages English.
    language: Patch<Language> = shop.language;
    /// How many days after the first message each reminder is sent: rising numbers from 1 to 60.
    reminder_days: Patch<ReminderDays> = rules.reminder_days;
    /// How many reminders a request from the native API has if the call gives no number; none if cleared.
    default_reminders: Patch<Reminders> = rules.default_reminders, or "`default_reminders` must be a whole number from 0 to 3; null means 0.";
    /// The hours at which messages leave; any time if cleared.
    send_window: Patch<SendWindow> = rules.send_window;
    /// The maximum number of messages that a person gets within 30 days; unlimited if cleared.
    messages_a_month: Patch<Cap> = rules.messages_a_month;
    /// `publish`: reviews are public at once, unless they say how to reach somebody. `hold`: every review waits for the
    /// shop.
    moderation: Kept<Moderation> = review_settings.moderation, or "`moderation` must be publish or hold; omit it to keep it.";
    /// Whether published reviews can be read without an API key.
    public_display: Kept<bool> = review_settings.public_display, or "`public_display` must be true or false; omit it to keep it.";
    /// The reward that reviewers get for a review, as the shop's trust page states it.
    incentives: Patch<Incentives> = review_settings.incentives;
    /// Replies that members insert with a key when they answer a review. `{name}` becomes the author's first name, `{product}`
    /// the product's title and `{shop}` the shop's name.
    saved_replies: Patch<SavedReplies> = review_settings.saved_replies;
    /// Up to three questions that customers answer with a tap when they review a product; readers see the answers as bars. A given `id` keeps
    /// the answers that there are when the words change. Three or five answers are an order, from the first to the last.
    facts: Patch<Facts> = review_settings.facts;
    /// The address that receives customers' replies to emails. Every customer sees it.
    reply_to: Patch<EmailAddress> = shop.reply_to;
    /// A page on which customers can contact the shop. Emails and the customer's page link to it.
    contact_url: Patch<HttpsUrl> = shop.contact_url;
    /// The shop's privacy policy. Emails link to it.
    privacy_url: Patch<HttpsUrl> = shop.privacy_url;
    /// The address of the shop's own domain, without a path. It replaces hosts at `myshopify.com` in the addresses of
    /// products.
    storefront_url: Patch<Storefront> = shop.storefront;
    /// Whether an AI writes questions on the customer's page, if the operator has set a model. If `false`, ready-made
    /// questions are asked from the next one on.
    ai_questions: Kept<bool> = shop.ai_questions, or "`ai_questions` must be true or false; omit it to keep it.";
    /// Starts a pause: until this time, no message leaves for customers. Messages that become due during the pause
    /// leave after it. A past time means `null`.
    paused_until: Patch<Timestamp> = rules.paused_until, or "`paused_until` must be a time such as 2026-11-20T06:00:00Z, or null to end the pause.";
    /// Which requests leave out products that the customer reviewed or was asked about before: `integrations` (those
    /// from the shop's own system) or `never`.
    ask_once: Kept<AskOnce> = rules.ask_once;
    /// The country of phone numbers without a country code, by ISO 3166-1. If cleared, every phone number needs a
    /// country code.
    country: Patch<Country> = rules.country;
    /// How many months orders, requests, messages, unpublished reviews and customer records are kept after they ended.
    /// A customer with anything newer keeps everything. Published reviews stay. `null` erases nothing.
    keep_months: Patch<KeepMonths> = keep_months;
}

impl TenantRecord {
    /// Whether emails to customers wait for a postal address.
    pub fn lacks_address(&self, operators_address: Option<&str>) -> bool {
        self.needs_address && self.shop.address.is_none() && operators_address.is_none()
    }

    /// The record in an item.
    /// Errors: [`Error::Unreadable`] if the item is not a tenant's record.
    pub fn read(mut item: Attributes) -> Result<Self, Error> {
        let name = item.get("shop_name").and_then(|name| name.as_s().ok());
        let shop = Shop::new(name.map(String::as_str).unwrap_or_default(), None)?;
        let mut record = Self::new(shop, ShopRules::default(), ReviewSettings::NEW, Vec::new());
        settings::read(&mut item, &mut record)?;
        record.state = from_item(item)?;
        record.shop.sender = record.state.sender.take();
        Ok(record)
    }

    /// A new shop, without an owner's address.
    pub fn new(shop: Shop, rules: ShopRules, review_settings: ReviewSettings, root: Vec<u8>) -> Self {
        let state = ShopState { root, ..ShopState::default() };
        Self { shop, rules, review_settings, keep_months: None, state }
    }

    /// The record, unless the shop has ended.
    pub fn living(self) -> Option<Self> {
        self.ended_at.is_none().then_some(self)
    }

    /// Whether everybody can read the published reviews of this shop, which is `tenant`. Test mode has no public pages.
    pub fn shows_reviews(&self, tenant: &Tenant) -> bool {
        tenant.mode == Mode::Live && self.review_settings.public_display
    }

    /// What decides whether the words of a review are published at once, if its author does not work for the shop. `order` is the
    /// order that the review is about.
    pub fn checks<'a>(&self, order: Option<&'a OrderId>) -> Checks<'a> {
        Checks { moderation: self.review_settings.moderation, plans: self.number_plans(order), is_insider: false }
    }

    /// What counts as a phone number in a review about this order.
    pub fn number_plans<'a>(&self, order: Option<&'a OrderId>) -> NumberPlans<'a> {
        let order = order.filter(|order| order.is_given()).map(OrderId::as_str);
        NumberPlans { country: self.rules.country, language: self.shop.language, order }
    }

    /// Whether the root keys are destroyed, so that nothing sealed of the shop can be read.
    pub fn is_erased(&self) -> bool {
        self.root.is_empty()
    }

    pub fn has_owner_email(&self) -> bool {
        self.owner_email.is_some()
    }

    /// The owner's address; `None` if the shop gave none.
    pub fn owner_email(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Option<EmailAddress>, Error> {
        let Some(sealed) = &self.owner_email else { return Ok(None) };
        let opened = keys.open(&keys::tenant(tenant).sk, OWNER_EMAIL, sealed);
        let opened = opened.map_err(|_| Error::Unreadable("the owner's address".to_owned()))?;
        Ok(Some(EmailAddress::parse(&opened)?))
    }

    /// Whether there is an address to which customers' problems go.
    pub fn takes_problems(&self) -> bool {
        self.owner_email.is_some() || self.shop.reply_to.is_some()
    }

    /// The address to which customers' problems go: the owner's, or else the one for replies.
    pub fn problems_to(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Option<EmailAddress>, Error> {
        Ok(self.owner_email(tenant, keys)?.or_else(|| self.shop.reply_to.clone()))
    }
}

/// A new shop's item.
#[derive(Serialize)]
pub(crate) struct TenantItem<'a> {
    #[serde(flatten)]
    settings: BTreeMap<&'static str, Json>,
    #[serde(flatten)]
    state: &'a ShopState,
}

impl<'a> From<&'a TenantRecord> for TenantItem<'a> {
    fn from(record: &'a TenantRecord) -> Self {
        Self { settings: settings::stored(record), state: &record.state }
    }
}

impl Store {
    /// A tenant's record, even if the shop has ended. `None` if it was never created, and once its root keys are
    /// destroyed.
    pub async fn tenant(&self, tenant: &Tenant) -> Result<Option<TenantRecord>, Error> {
        let item = self.get(&keys::tenant(tenant)).await?;
        Ok(item.map(TenantRecord::read).transpose()?.filter(|record| !record.is_erased()))
    }
}

impl Transaction<'_> {
    /// Notes that a member tried the customer's page. Refused for an unknown tenant.
    pub fn note_trial(&mut self) {
        let (key, values) = (keys::tenant(self.tenant), [(":true", AttributeValue::Bool(true))]);
        self.change(Part::Other, &key, "SET tried = :true", "attribute_exists(PK)", values);
    }
}
