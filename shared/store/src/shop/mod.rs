//! Tenants: their settings and wrapped root keys.

pub(crate) mod api_key;
pub(crate) mod audit;
mod calls;
pub(crate) mod key_ring;
pub(crate) mod listed;
pub(crate) mod operator_pause;
pub(crate) mod rotation;
pub(crate) mod service;
pub(crate) mod today;

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{
    AskOnce, Cap, Color, Country, EmailAddress, HttpsUrl, Language, LinkDays, Moderation, OperatorPause, Patch,
    ReminderDays, Reminders, ReviewSettings, SendWindow, Shop, ShopRules, Subscription, Tenant, Weekdays, Zone,
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::shop::operator_pause::{OperatorPausePart, look_at_shop};
use crate::table::{Attributes, Error, Store, from_item, instant, keys, known};

/// A tenant's settings and wrapped root key.
#[derive(Debug, Clone)]
pub struct TenantRecord {
    /// The shop as its pages and emails show it.
    pub shop: Shop,
    /// The shop's rules for its requests.
    pub rules: ShopRules,
    /// How its reviews are decided about and shown.
    pub review_settings: ReviewSettings,
    /// The shop's endpoints, as far as transactions need to know them.
    pub webhooks: Vec<Subscription>,
    /// The tenant's root key, wrapped by KMS.
    pub root: Vec<u8>,
    /// The operator's pause of the shop, if there was one. The shop sees it, and cannot change it.
    pub operator_pause: Option<OperatorPause>,
    owner_email: Option<ByteBuf>,
}

/// The field to which the owner's address is bound.
const OWNER_EMAIL: &str = "owner_email";

impl TenantRecord {
    /// The record in an item.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it is none.
    pub fn read(item: Attributes) -> Result<Self, Error> {
        from_item::<TenantItem>(item)?.try_into()
    }

    /// A new shop, without an owner's address.
    #[must_use]
    pub const fn new(shop: Shop, rules: ShopRules, review_settings: ReviewSettings, root: Vec<u8>) -> Self {
        Self { shop, rules, review_settings, webhooks: Vec::new(), root, operator_pause: None, owner_email: None }
    }

    /// Whether the shop gave its owner's address.
    #[must_use]
    pub const fn has_owner_email(&self) -> bool {
        self.owner_email.is_some()
    }

    /// The owner's address; `None` if the shop gave none.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it was not sealed with these keys.
    pub fn owner_email(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Option<EmailAddress>, Error> {
        let Some(sealed) = &self.owner_email else { return Ok(None) };
        let opened = keys.open(&keys::tenant(tenant).sk, OWNER_EMAIL, sealed);
        let opened = opened.map_err(|_| Error::Unreadable("the owner's address".to_owned()))?;
        Ok(Some(EmailAddress::parse(&opened)?))
    }
}

macro_rules! settings {
    ($($setting:ident: $change:ty = $($place:ident).+;)+) => {
        /// A change of a shop's settings. What is left out keeps its value.
        #[derive(Debug, Clone, Default)]
        pub struct SettingsChange {
            $(
                #[doc = concat!("Changes the setting `", stringify!($setting), "`.")]
                pub $setting: $change,
            )+
            /// Changes the owner's address. Cleared, nobody is emailed about the shop itself.
            pub owner_email: Patch<EmailAddress>,
        }

        impl SettingsChange {
            /// The attributes that are written; the owner's address, which is sealed, is not among them.
            fn attributes(&self) -> Result<Vec<(&'static str, AttributeValue)>, Error> {
                let changes = [$((stringify!($setting), self.$setting.attribute()?)),+];
                Ok(changes.into_iter().filter_map(|(setting, value)| Some((setting, value?))).collect())
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
            #[serde(skip_serializing_if = "Option::is_none")]
            owner_email: Option<ByteBuf>,
        }

        impl From<&TenantRecord> for TenantItem {
            fn from(record: &TenantRecord) -> Self {
                Self {
                    $($setting: Option::<&<$change as Change>::Value>::from(&record.$($place).+).map(Setting::stored),)+
                    webhooks: record.webhooks.clone(),
                    root: ByteBuf::from(record.root.clone()),
                    operator_pause: record.operator_pause.map(OperatorPausePart::from),
                    owner_email: record.owner_email.clone(),
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
                record.owner_email = item.owner_email;
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

// Each setting by its name in the table and in the API, how it changes, and its place in a `TenantRecord`. An item
// without it, such as one that is older than the setting, has the value of a new shop.
settings! {
    shop_name: Option<String> = shop.name;
    shop_address: Patch<String> = shop.address;
    color: Patch<Color> = shop.color;
    logo_url: Patch<HttpsUrl> = shop.logo;
    language: Patch<Language> = shop.language;
    reminder_days: Patch<ReminderDays> = rules.reminder_days;
    default_reminders: Patch<Reminders> = rules.default_reminders;
    link_days: Patch<LinkDays> = rules.link_days;
    send_window: Patch<SendWindow> = rules.send_window;
    first_messages_a_week: Patch<Cap> = rules.caps.first_messages_a_week;
    messages_a_month: Patch<Cap> = rules.caps.messages_a_month;
    moderation: Option<Moderation> = review_settings.moderation;
    public_display: Option<bool> = review_settings.public_display;
    reason_required: Option<bool> = review_settings.reason_required;
    incentives: Patch<String> = review_settings.incentives;
    reply_to: Patch<EmailAddress> = shop.reply_to;
    contact_url: Patch<HttpsUrl> = shop.contact_url;
    privacy_url: Patch<HttpsUrl> = shop.privacy_url;
    text_required: Option<bool> = shop.text_required;
    paused_until: Patch<Timestamp> = rules.paused_until;
    ask_once: Option<AskOnce> = rules.ask_once;
    country: Patch<Country> = rules.country;
}

/// How a setting changes: by a [`Patch`], or by an `Option` if it cannot be cleared.
trait Change {
    type Value: Setting;

    /// The attribute that is written; `None` if the setting keeps its value.
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
            // As an insert writes it.
            Self::Clear => Ok(Some(AttributeValue::Null(true))),
            Self::Keep | Self::Set(_) => self.value().cloned().attribute(),
        }
    }
}

/// A type of setting.
trait Setting: Clone {
    type Stored: Serialize + DeserializeOwned;

    fn stored(&self) -> Self::Stored;

    /// The stored value; `None` for one that has no effect any more.
    fn read(stored: Self::Stored) -> Result<Option<Self>, Error>;
}

macro_rules! setting_types {
    ($($type:ty as $stored:ty: $write:expr, $read:expr;)+) => {$(
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
        }
    )+};
}

setting_types! {
    bool as bool: |flag| *flag, |flag| Ok(Some(flag));
    String as String: Clone::clone, |text| Ok(Some(text));
    Color as String: ToString::to_string, |color| Ok(Some(Color::parse(&color)?));
    HttpsUrl as String: |url| url.as_str().to_owned(), |url| Ok(Some(HttpsUrl::stored(url)));
    EmailAddress as String: |email| email.as_typed().to_owned(), |email| Ok(Some(EmailAddress::parse(&email)?));
    Language as String: |language| language.as_str().to_owned(), |tag| Ok(Language::find(&tag));
    AskOnce as String: |ask_once| ask_once.as_str().to_owned(), |word| Ok(Some(known(&word)?));
    Country as String: |country| country.as_str().to_owned(), |code| Ok(Country::parse(&code).ok());
    Moderation as String: |moderation| moderation.as_str().to_owned(), |word| Ok(Some(known(&word)?));
    LinkDays as u16: |days| days.get(), |days| Ok(Some(LinkDays::new(days.into())?));
    Reminders as u8: |count| count.get(), |count| Ok(Some(Reminders::new(count.into())?));
    ReminderDays as [u8; 3]: |days| days.get(), |days| Ok(Some(ReminderDays::new(days)?));
    Cap as u8: |cap| cap.get(), |cap| Ok(Some(Cap::new(cap.into())?));
    ByteBuf as ByteBuf: Clone::clone, |sealed| Ok(Some(sealed));
    Timestamp as i64: |at| at.as_millisecond(), |at| Ok(Some(instant(at)?));
    SendWindow as WindowPart: |window| window.into(), |part| Ok(Some(part.try_into()?));
}

#[derive(Serialize, Deserialize)]
struct WindowPart {
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

impl Store {
    /// A tenant's record; `None` if it was never set up.
    pub async fn tenant(&self, tenant: &Tenant) -> Result<Option<TenantRecord>, Error> {
        let item = self.get(&keys::tenant(tenant)).await?;
        item.map(TenantRecord::read).transpose()
    }

    /// Changes a tenant's settings, each on its own, and returns all of them; `None` for an unknown
    /// tenant.
    pub async fn change_settings(
        &self,
        tenant: &Tenant,
        change: &SettingsChange,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<TenantRecord>, Error> {
        let seal = |email: &EmailAddress| {
            keys.seal(&keys::tenant(tenant).sk, OWNER_EMAIL, email.as_typed(), &self.random).map(ByteBuf::from)
        };
        let owner_email = match &change.owner_email {
            Patch::Set(email) => Patch::Set(seal(email).map_err(|error| Error::Refused(error.to_string()))?),
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
        };
        let mut changes = change.attributes()?;
        changes.extend(owner_email.attribute()?.map(|sealed| (OWNER_EMAIL, sealed)));
        if change.paused_until != Patch::Keep {
            changes.extend(look_at_shop(now));
        }
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::tenant(tenant).attributes()))
            .condition_expression("attribute_exists(PK)")
            .return_values(ReturnValue::AllNew);
        let mut sets = Vec::new();
        for (field, value) in changes {
            // Some names, such as `language`, are reserved words of DynamoDB.
            sets.push(format!("#{field} = :{field}"));
            update = update.expression_attribute_names(format!("#{field}"), field);
            update = update.expression_attribute_values(format!(":{field}"), value);
        }
        if sets.is_empty() {
            return self.tenant(tenant).await;
        }
        match update.update_expression(format!("SET {}", sets.join(", "))).send().await {
            Ok(done) => done.attributes.map(TenantRecord::read).transpose(),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(error.into()),
            },
        }
    }
}
