//! Tenants: their settings and wrapped root keys.

pub mod api_key;
pub mod audit;
pub mod end;
pub mod key_ring;
pub mod own_words;
pub mod rotation;
pub mod sender;
pub mod service;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::message::OperatorPause;
use domain::order::OrderId;
use domain::privacy::KeepMonths;
use domain::review::{Checks, Moderation, ReviewSettings, SavedReplies};
use domain::shop::{AskOnce, Cap, EndedBy, SendWindow, Shop, ShopRules, Weekdays, Zone};
use domain::values::{
    Color, Country, EmailAddress, HttpsUrl, Language, Mode, NumberPlans, Patch, ReminderDays, Reminders, Storefront,
    Tenant,
};
use domain::webhook::Subscription;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use serde_json::{Value, json};
use vault::TenantKeys;

use crate::shop::service::{OperatorPausePart, look_at_shop};
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item, instant, keys, known};

#[derive(Debug, Clone)]
pub struct TenantRecord {
    /// The shop as its pages and emails show it.
    pub shop: Shop,
    pub rules: ShopRules,
    pub review_settings: ReviewSettings,
    /// The shop's webhook endpoints and the events that each gets; transactions queue the events from it.
    pub webhooks: Vec<Subscription>,
    /// The tenant's root key, wrapped by KMS.
    pub root: Vec<u8>,
    /// The operator's pause of the shop, if there was one. The shop can see it but not change it.
    pub operator_pause: Option<OperatorPause>,
    /// Whether the shop is new, so that its emails have a daily limit.
    pub in_first_days: bool,
    /// Whether emails to customers wait while neither the shop nor the operator gave a postal address. `false` for a local
    /// shop, from which no message leaves.
    pub needs_address: bool,
    /// Whether a member reviewed a product on the customer's page, as a trial.
    pub was_tried: bool,
    /// For how many months the shop keeps data that has ended; `None` for ever.
    pub keep_months: Option<KeepMonths>,
    /// When the shop ended, if it did. From then on, no message leaves, and its pages, links and keys are refused.
    pub ended_at: Option<Timestamp>,
    /// Who ended it; `None` if that is not known.
    pub ended_by: Option<EndedBy>,
    /// When the end was last taken back.
    pub restored_at: Option<Timestamp>,
    owner_email: Option<ByteBuf>,
    /// The tags of the languages for which the shop has own words.
    own_words: Option<String>,
}

/// The field to which the owner's address is bound.
const OWNER_EMAIL: &str = "owner_email";

impl TenantRecord {
    /// Whether emails to customers wait for a postal address.
    pub const fn lacks_address(&self, operators_address: Option<&str>) -> bool {
        self.needs_address && self.shop.address.is_none() && operators_address.is_none()
    }

    /// The record in an item.
    /// Errors: [`Error::Unreadable`] if the item is not a tenant's record.
    pub fn read(item: Attributes) -> Result<Self, Error> {
        from_item::<TenantItem>(item)?.try_into()
    }

    /// A new shop, without an owner's address.
    pub const fn new(shop: Shop, rules: ShopRules, review_settings: ReviewSettings, root: Vec<u8>) -> Self {
        Self {
            shop,
            rules,
            review_settings,
            webhooks: Vec::new(),
            root,
            operator_pause: None,
            in_first_days: false,
            needs_address: false,
            was_tried: false,
            keep_months: None,
            ended_at: None,
            ended_by: None,
            restored_at: None,
            owner_email: None,
            own_words: None,
        }
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

    pub const fn has_owner_email(&self) -> bool {
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
    pub const fn takes_problems(&self) -> bool {
        self.owner_email.is_some() || self.shop.reply_to.is_some()
    }

    /// The address to which customers' problems go: the owner's, or else the one for replies.
    pub fn problems_to(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Option<EmailAddress>, Error> {
        Ok(self.owner_email(tenant, keys)?.or_else(|| self.shop.reply_to.clone()))
    }
}

pub struct ChangedSettings<'a> {
    pub record: TenantRecord,
    /// The transaction that changes the settings, and the differing values before and after; `None` if nothing changes.
    pub change: Option<(Transaction<'a>, [Value; 2])>,
}

macro_rules! settings {
    ($($setting:ident: $change:ty = $($place:ident).+;)+) => {
        /// A change to a shop's settings. Omitted settings keep their value.
        #[derive(Debug, Clone, Default)]
        pub struct SettingsChange {
            $(
                #[doc = concat!("Changes the setting `", stringify!($setting), "`.")]
                pub $setting: $change,
            )+
            /// Changes the owner's address. If it is cleared, nobody gets emails about the shop itself.
            pub owner_email: Patch<EmailAddress>,
        }

        impl SettingsChange {
            /// The attributes to write, without the owner's address, which is sealed.
            fn attributes(&self) -> Result<Vec<(&'static str, AttributeValue)>, Error> {
                let changes = [$((stringify!($setting), self.$setting.attribute()?)),+];
                Ok(changes.into_iter().filter_map(|(setting, value)| Some((setting, value?))).collect())
            }
        }

        /// A stored setting, as the audit log shows it. A value that may be a person's is shown only as set.
        fn recorded(setting: &str, value: AttributeValue) -> Result<Value, Error> {
            match setting {
                _ if PERSONAL.contains(&setting) => Ok(json!(SET)),
                $(stringify!($setting) => <<$change as Change>::Value as Setting>::recorded(serde_dynamo::from_attribute_value(value)?),)+
                _ => Ok(json!(SET)),
            }
        }

        #[derive(Serialize, Deserialize)]
        pub(crate) struct TenantItem {
            $($setting: Option<<<$change as Change>::Value as Setting>::Stored>,)+
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            webhooks: Vec<Subscription>,
            root: ByteBuf,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            operator_pause: Option<OperatorPausePart>,
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            first_days: bool,
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            needs_address: bool,
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            tried: bool,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            ended_at: Option<i64>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            ended_by: Option<EndedBy>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            restored_at: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            owner_email: Option<ByteBuf>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            own_words: Option<String>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            sender: Option<EmailAddress>,
        }

        impl From<&TenantRecord> for TenantItem {
            fn from(record: &TenantRecord) -> Self {
                Self {
                    $($setting: Option::<&<$change as Change>::Value>::from(&record.$($place).+).map(Setting::stored),)+
                    webhooks: record.webhooks.clone(),
                    root: ByteBuf::from(record.root.clone()),
                    operator_pause: record.operator_pause.map(OperatorPausePart::from),
                    first_days: record.in_first_days,
                    needs_address: record.needs_address,
                    tried: record.was_tried,
                    ended_at: record.ended_at.map(Timestamp::as_millisecond),
                    ended_by: record.ended_by,
                    restored_at: record.restored_at.map(Timestamp::as_millisecond),
                    owner_email: record.owner_email.clone(),
                    own_words: record.own_words.clone(),
                    sender: record.shop.sender.clone(),
                }
            }
        }

        impl TryFrom<TenantItem> for TenantRecord {
            type Error = Error;

            fn try_from(item: TenantItem) -> Result<Self, Error> {
                let shop = Shop::new(item.shop_name.as_deref().unwrap_or_default(), None)?;
                let mut record = Self::new(shop, ShopRules::default(), ReviewSettings::NEW, item.root.into_vec());
                record.webhooks = item.webhooks;
                record.operator_pause = item.operator_pause.map(OperatorPausePart::read).transpose()?;
                record.in_first_days = item.first_days;
                record.needs_address = item.needs_address;
                record.was_tried = item.tried;
                record.ended_at = item.ended_at.map(instant).transpose()?;
                record.ended_by = item.ended_by;
                record.restored_at = item.restored_at.map(instant).transpose()?;
                record.owner_email = item.owner_email;
                record.own_words = item.own_words;
                record.shop.sender = item.sender;
                $(
                    if let Some(value) = item.$setting.map(<$change as Change>::Value::read).transpose()?.flatten() {
                        record.$($place).+ = value.into();
                    }
                )+
                Ok(record)
            }
        }
    };
}

// For each setting: its name in the table and in the API, how it changes, and its place in a `TenantRecord`. An item
// without the setting, for example an older one, has the value of a new shop.
settings! {
    shop_name: Option<String> = shop.name;
    shop_address: Patch<String> = shop.address;
    color: Patch<Color> = shop.color;
    logo_url: Patch<HttpsUrl> = shop.logo;
    language: Patch<Language> = shop.language;
    reminder_days: Patch<ReminderDays> = rules.reminder_days;
    default_reminders: Patch<Reminders> = rules.default_reminders;
    send_window: Patch<SendWindow> = rules.send_window;
    messages_a_month: Patch<Cap> = rules.messages_a_month;
    moderation: Option<Moderation> = review_settings.moderation;
    public_display: Option<bool> = review_settings.public_display;
    incentives: Patch<String> = review_settings.incentives;
    saved_replies: Patch<SavedReplies> = review_settings.saved_replies;
    reply_to: Patch<EmailAddress> = shop.reply_to;
    contact_url: Patch<HttpsUrl> = shop.contact_url;
    privacy_url: Patch<HttpsUrl> = shop.privacy_url;
    storefront_url: Patch<Storefront> = shop.storefront;
    ai_questions: Option<bool> = shop.ai_questions;
    paused_until: Patch<Timestamp> = rules.paused_until;
    ask_once: Option<AskOnce> = rules.ask_once;
    country: Patch<Country> = rules.country;
    keep_months: Patch<KeepMonths> = keep_months;
}

trait Setting: Clone {
    type Stored: Serialize + DeserializeOwned;

    fn stored(&self) -> Self::Stored;

    /// The stored value; `None` if it no longer has any effect.
    fn read(stored: Self::Stored) -> Result<Option<Self>, Error>;

    fn recorded(stored: Self::Stored) -> Result<Value, Error>;
}

/// How a setting changes: by a [`Patch`], or by an `Option` if it cannot be cleared.
trait Change {
    type Value: Setting;

    /// The attribute to write; `None` if the setting keeps its value.
    fn attribute(&self) -> Result<Option<AttributeValue>, Error>;
}

impl<T: Setting> Change for Option<T> {
    type Value = T;

    fn attribute(&self) -> Result<Option<AttributeValue>, Error> {
        Ok(self.as_ref().map(|new| serde_dynamo::to_attribute_value(new.stored())).transpose()?)
    }
}

impl<T: Setting> Change for Patch<T> {
    type Value = T;

    fn attribute(&self) -> Result<Option<AttributeValue>, Error> {
        match self {
            // An insert writes null, too.
            Self::Clear => Ok(Some(AttributeValue::Null(true))),
            Self::Keep | Self::Set(_) => self.value().cloned().attribute(),
        }
    }
}

/// The settings that say how to reach a person, because a trader's address may be a home.
const PERSONAL: [&str; 2] = ["shop_address", "reply_to"];
/// The audit log's word for a value that may be a person's.
pub const SET: &str = "set";

fn whole(stored: impl Serialize) -> Result<Value, Error> {
    serde_json::to_value(stored).map_err(|error| Error::Unreadable(error.to_string()))
}

macro_rules! setting_types {
    ($($type:ty as $stored:ty: $write:expr, $read:expr, $recorded:expr;)+) => {$(
        impl Setting for $type {
            type Stored = $stored;

            fn stored(&self) -> $stored {
                let write: fn(&Self) -> $stored = $write;
                write(self)
            }

            fn read(stored: $stored) -> Result<Option<Self>, Error> {
                let read: fn($stored) -> Result<Option<Self>, Error> = $read;
                read(stored)
            }

            fn recorded(stored: $stored) -> Result<Value, Error> {
                let recorded: fn($stored) -> Result<Value, Error> = $recorded;
                recorded(stored)
            }
        }
    )+};
}

setting_types! {
    bool as bool: |flag| *flag, |flag| Ok(Some(flag)), whole;
    String as String: Clone::clone, |text| Ok(Some(text)), whole;
    Color as String: ToString::to_string, |color| Ok(Some(Color::parse(&color)?)), whole;
    HttpsUrl as String: |url| url.as_str().to_owned(), |url| Ok(Some(HttpsUrl::stored(url))), whole;
    Storefront as String: |storefront| storefront.as_str().to_owned(), |url| Ok(Storefront::parse(&url).ok()), whole;
    EmailAddress as String: |email| email.as_typed().to_owned(), |email| Ok(Some(EmailAddress::parse(&email)?)), |_| Ok(json!(SET));
    Language as String: |language| language.as_str().to_owned(), |tag| Ok(Language::find(&tag)), whole;
    AskOnce as String: |ask_once| ask_once.as_str().to_owned(), |word| Ok(Some(known(&word)?)), whole;
    Country as String: |country| country.as_str().to_owned(), |code| Ok(Country::parse(&code).ok()), whole;
    Moderation as String: |moderation| moderation.as_str().to_owned(), |word| Ok(Some(known(&word)?)), whole;
    SavedReplies as Vec<String>: |replies| replies.texts().map(ToOwned::to_owned).collect(), read_replies, whole;
    KeepMonths as u8: |months| months.get(), |months| Ok(Some(KeepMonths::new(months.into())?)), whole;
    Reminders as u8: |count| count.get(), |count| Ok(Some(Reminders::new(count.into())?)), whole;
    ReminderDays as [u8; 3]: |days| days.get(), |days| Ok(Some(ReminderDays::new(days)?)), whole;
    Cap as u8: |cap| cap.get(), |cap| Ok(Some(Cap::new(cap.into())?)), whole;
    ByteBuf as ByteBuf: Clone::clone, |sealed| Ok(Some(sealed)), |_| Ok(json!(SET));
    Timestamp as i64: |at| at.as_millisecond(), |at| Ok(Some(instant(at)?)), |at| Ok(json!(format!("{:.0}", instant(at)?)));
    SendWindow as WindowPart: |window| window.into(), |part| Ok(Some(part.try_into()?)), whole;
}

fn read_replies(stored: Vec<String>) -> Result<Option<SavedReplies>, Error> {
    let texts: Vec<_> = stored.iter().map(String::as_str).collect();
    Ok(SavedReplies::parse(&texts).ok())
}

impl Store {
    /// A tenant's record, even if the shop has ended. `None` if it was never created, and once its root keys are
    /// destroyed.
    pub async fn tenant(&self, tenant: &Tenant) -> Result<Option<TenantRecord>, Error> {
        let item = self.get(&keys::tenant(tenant)).await?;
        Ok(item.map(TenantRecord::read).transpose()?.filter(|record| !record.is_erased()))
    }

    /// A tenant's settings after a change, and the transaction that makes the change. The transaction is refused if one
    /// of the changed settings has another value by then. `None` for an unknown tenant.
    pub async fn change_settings<'a>(
        &'a self,
        tenant: &'a Tenant,
        change: &SettingsChange,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<ChangedSettings<'a>>, Error> {
        let Some(before) = self.get(&keys::tenant(tenant)).await? else { return Ok(None) };
        let mut changes = change.attributes()?;
        changes.extend(self.owner_email(tenant, &before, change, keys)?.map(|sealed| (OWNER_EMAIL, sealed)));
        let unset = AttributeValue::Null(true);
        changes.retain(|(name, value)| before.get(*name).unwrap_or(&unset) != value);
        let mut after = before.clone();
        after.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        let state = |item: &Attributes| {
            let pairs = changes.iter().map(|(name, _)| {
                let value = item.get(*name).filter(|value| **value != unset);
                let recorded = value.map(|value| recorded(name, value.clone())).transpose()?;
                Ok::<_, Error>(((*name).to_owned(), recorded.unwrap_or_default()))
            });
            pairs.collect::<Result<_, _>>().map(Value::Object)
        };
        let states = [state(&before)?, state(&after)?];
        let transaction = (!changes.is_empty()).then(|| {
            let mut transaction = self.transaction(tenant);
            if matches!(change.keep_months, Patch::Set(_)) {
                transaction.look_for_aged(now);
            }
            transaction.set_settings(&before, changes, now);
            (transaction, states)
        });
        Ok(Some(ChangedSettings { record: TenantRecord::read(after)?, change: transaction }))
    }

    /// The owner's address as an attribute; `None` if it stays. Addresses are compared in clear, because sealing the
    /// same address twice gives different values.
    fn owner_email(
        &self,
        tenant: &Tenant,
        before: &Attributes,
        change: &SettingsChange,
        keys: &TenantKeys,
    ) -> Result<Option<AttributeValue>, Error> {
        let Patch::Set(email) = &change.owner_email else {
            let clear = matches!(change.owner_email, Patch::Clear);
            return Ok(clear.then_some(AttributeValue::Null(true)));
        };
        if TenantRecord::read(before.clone())?.owner_email(tenant, keys)?.as_ref() == Some(email) {
            return Ok(None);
        }
        let sealed = keys.seal(&keys::tenant(tenant).sk, OWNER_EMAIL, email.as_typed(), &self.random);
        let sealed = sealed.map_err(|error| Error::Refused(error.to_string()))?;
        Some(ByteBuf::from(sealed)).attribute()
    }
}

impl Transaction<'_> {
    /// Notes that a member tried the customer's page. Refused for an unknown tenant.
    pub fn note_trial(&mut self) {
        let fields = [("tried".to_owned(), AttributeValue::Bool(true))];
        self.set_attributes(Part::Other, &keys::tenant(self.tenant), fields.into(), "attribute_exists(PK)");
    }

    /// Sets attributes of the tenant's item, if they still have the values in `before`.
    fn set_settings(&mut self, before: &Attributes, changes: Vec<(&'static str, AttributeValue)>, now: Timestamp) {
        let mut update = Update::builder();
        let (mut sets, mut conditions) = (Vec::new(), vec!["attribute_exists(PK)".to_owned()]);
        let is_pause = changes.iter().any(|(name, _)| *name == "paused_until");
        for (name, value) in changes {
            // Some names, such as `language`, are reserved words of DynamoDB.
            sets.push(format!("#{name} = :{name}"));
            update = update
                .expression_attribute_names(format!("#{name}"), name)
                .expression_attribute_values(format!(":{name}"), value);
            conditions.push(match before.get(name) {
                None => format!("attribute_not_exists(#{name})"),
                Some(was) => {
                    update = update.expression_attribute_values(format!(":was_{name}"), was.clone());
                    format!("#{name} = :was_{name}")
                }
            });
        }
        for (name, value) in look_at_shop(now).into_iter().filter(|_| is_pause) {
            sets.push(format!("{name} = :{name}"));
            update = update.expression_attribute_values(format!(":{name}"), value);
        }
        let update =
            update.update_expression(format!("SET {}", sets.join(", "))).condition_expression(conditions.join(" AND "));
        self.update(Part::Settings, &keys::tenant(self.tenant), update);
    }
}

/// The send window among a shop's settings.
#[derive(Serialize, Deserialize)]
pub(super) struct WindowPart {
    from: String,
    to: String,
    days: Vec<String>,
    time_zone: String,
}

impl From<&SendWindow> for WindowPart {
    fn from(window: &SendWindow) -> Self {
        let [from, to] = window.hours();
        let days = window.days().words().into_iter().map(str::to_owned).collect();
        Self { from, to, days, time_zone: window.zone().as_str().to_owned() }
    }
}

impl TryFrom<WindowPart> for SendWindow {
    type Error = Error;

    fn try_from(WindowPart { from, to, days, time_zone }: WindowPart) -> Result<Self, Error> {
        let days = Weekdays::parse(days.iter().map(String::as_str))?;
        Ok(Self::new(Self::time(&from)?, Self::time(&to)?, days, Zone::parse(&time_zone)?)?)
    }
}
