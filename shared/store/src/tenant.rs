//! Tenants: their settings and wrapped root keys.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{
    Cap, Caps, Color, EmailAddress, HttpsUrl, Language, LinkDays, Moderation, Patch, ReminderDays, ReviewSettings,
    SendWindow, SettingsChange, Shop, ShopRules, Subscription, Tenant, Weekdays, Zone,
};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::table::{Error, Store, from_item, keys};
use crate::webhook::SubscriptionPart;

/// A tenant's settings and wrapped root key.
#[derive(Debug, Clone)]
pub struct TenantRecord {
    /// What its pages and emails show.
    pub shop: Shop,
    /// What it decided about its requests.
    pub rules: ShopRules,
    /// How its reviews are decided about and shown.
    pub review_settings: ReviewSettings,
    /// Its endpoints, as far as transactions need to know.
    pub webhooks: Vec<Subscription>,
    /// Its root key, wrapped by KMS.
    pub root: Vec<u8>,
    owner_email: Option<ByteBuf>,
}

/// The field to which the owner's address is bound.
const OWNER_EMAIL: &str = "owner_email";

impl TenantRecord {
    /// A new shop, without an owner's address.
    #[must_use]
    pub const fn new(shop: Shop, rules: ShopRules, review_settings: ReviewSettings, root: Vec<u8>) -> Self {
        Self { shop, rules, review_settings, webhooks: Vec::new(), root, owner_email: None }
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

#[derive(Serialize, Deserialize)]
pub(crate) struct TenantItem {
    shop_name: String,
    shop_address: Option<String>,
    color: Option<String>,
    logo_url: Option<String>,
    language: Option<String>,
    reminder_days: Option<[u8; 3]>,
    link_days: Option<u16>,
    send_window: Option<WindowPart>,
    first_messages_a_week: Option<u8>,
    messages_a_month: Option<u8>,
    moderation: String,
    public_display: bool,
    reason_required: bool,
    incentives: Option<String>,
    reply_to: Option<String>,
    contact_url: Option<String>,
    privacy_url: Option<String>,
    text_required: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    webhooks: Vec<SubscriptionPart>,
    root: ByteBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_email: Option<ByteBuf>,
}

#[derive(Serialize, Deserialize)]
struct WindowPart {
    from: String,
    to: String,
    days: Vec<String>,
    time_zone: String,
}

impl From<&TenantRecord> for TenantItem {
    fn from(record: &TenantRecord) -> Self {
        let TenantRecord {
            shop: Shop { name, address, color, logo, language, reply_to, contact_url, privacy_url, text_required },
            rules,
            review_settings,
            webhooks,
            root,
            owner_email,
        } = record;
        let ShopRules { link_days, reminder_days, send_window, caps } = rules;
        let ReviewSettings { moderation, public_display, reason_required, incentives } = review_settings;
        Self {
            shop_name: name.clone(),
            shop_address: address.clone(),
            color: color.map(|color| color.to_string()),
            logo_url: logo.as_ref().map(|url| url.as_str().to_owned()),
            language: language.map(|language| language.as_str().to_owned()),
            reminder_days: Some(reminder_days.get()),
            link_days: Some(link_days.get()),
            send_window: send_window.as_ref().map(WindowPart::from),
            first_messages_a_week: caps.first_messages_a_week.map(Cap::get),
            messages_a_month: caps.messages_a_month.map(Cap::get),
            moderation: moderation.as_str().to_owned(),
            public_display: *public_display,
            reason_required: *reason_required,
            incentives: incentives.clone(),
            reply_to: reply_to.as_ref().map(|email| email.as_typed().to_owned()),
            contact_url: contact_url.as_ref().map(|url| url.as_str().to_owned()),
            privacy_url: privacy_url.as_ref().map(|url| url.as_str().to_owned()),
            text_required: *text_required,
            webhooks: webhooks.iter().map(SubscriptionPart::new).collect(),
            root: ByteBuf::from(root.clone()),
            owner_email: owner_email.clone(),
        }
    }
}

impl TryFrom<TenantItem> for TenantRecord {
    type Error = Error;

    fn try_from(item: TenantItem) -> Result<Self, Error> {
        let TenantItem {
            shop_name,
            shop_address,
            color,
            logo_url,
            language,
            reminder_days,
            link_days,
            send_window,
            first_messages_a_week,
            messages_a_month,
            moderation,
            public_display,
            reason_required,
            incentives,
            reply_to,
            contact_url,
            privacy_url,
            text_required,
            webhooks,
            root,
            owner_email,
        } = item;
        let cap = |count: Option<u8>| count.map(|count| Cap::new(count.into())).transpose();
        let moderation = Moderation::parse(&moderation);
        let moderation = moderation.ok_or_else(|| Error::Unreadable("a shop's moderation".to_owned()))?;
        Ok(Self {
            shop: Shop {
                name: shop_name,
                address: shop_address,
                color: color.as_deref().map(Color::parse).transpose()?,
                logo: logo_url.map(HttpsUrl::stored),
                language: language.as_deref().and_then(Language::find),
                reply_to: reply_to.as_deref().map(EmailAddress::parse).transpose()?,
                contact_url: contact_url.map(HttpsUrl::stored),
                privacy_url: privacy_url.map(HttpsUrl::stored),
                text_required,
            },
            rules: ShopRules {
                link_days: link_days.map(|days| LinkDays::new(days.into())).transpose()?.unwrap_or_default(),
                reminder_days: reminder_days.map(ReminderDays::new).transpose()?.unwrap_or_default(),
                send_window: send_window.map(SendWindow::try_from).transpose()?,
                caps: Caps {
                    first_messages_a_week: cap(first_messages_a_week)?,
                    messages_a_month: cap(messages_a_month)?,
                },
            },
            review_settings: ReviewSettings { moderation, public_display, reason_required, incentives },
            webhooks: webhooks.into_iter().map(SubscriptionPart::read).collect::<Result<_, _>>()?,
            root: root.into_vec(),
            owner_email,
        })
    }
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
        item.map(|item| from_item::<TenantItem>(item)?.try_into()).transpose()
    }

    /// Inserts a tenant's record. `false` if there is one already.
    pub async fn insert_tenant(&self, tenant: &Tenant, record: &TenantRecord) -> Result<bool, Error> {
        self.insert(&keys::tenant(tenant), &TenantItem::from(record)).await
    }

    /// Changes a tenant's settings, each on its own, and returns all of them; `None` for an unknown
    /// tenant.
    pub async fn change_settings(
        &self,
        tenant: &Tenant,
        change: &SettingsChange,
        keys: &TenantKeys,
    ) -> Result<Option<TenantRecord>, Error> {
        let SettingsChange {
            name,
            address,
            color,
            logo,
            language,
            reminder_days,
            link_days,
            send_window,
            first_messages_a_week,
            messages_a_month,
            moderation,
            public_display,
            reason_required,
            incentives,
            reply_to,
            contact_url,
            privacy_url,
            text_required,
            owner_email,
        } = change;
        let seal = |email: &EmailAddress| {
            keys.seal(&keys::tenant(tenant).sk, OWNER_EMAIL, email.as_typed(), &self.random).map(ByteBuf::from)
        };
        let owner_email = match owner_email {
            Patch::Set(email) => Patch::Set(seal(email).map_err(|error| Error::Refused(error.to_string()))?),
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
        };
        // A cleared field is written as null, as an insert writes it.
        let changes = [
            ("shop_name", name.clone().map(AttributeValue::S)),
            ("shop_address", patched(address, String::clone)?),
            ("color", patched(color, ToString::to_string)?),
            ("logo_url", patched(logo, |logo| logo.as_str().to_owned())?),
            ("language", patched(language, |language| language.as_str())?),
            ("reminder_days", patched(reminder_days, |days| days.get())?),
            ("first_messages_a_week", patched(first_messages_a_week, |cap| cap.get())?),
            ("messages_a_month", patched(messages_a_month, |cap| cap.get())?),
            ("send_window", patched(send_window, |window| WindowPart::from(window))?),
            ("link_days", patched(link_days, |days| days.get())?),
            ("moderation", moderation.map(|moderation| AttributeValue::S(moderation.as_str().to_owned()))),
            ("public_display", public_display.map(AttributeValue::Bool)),
            ("reason_required", reason_required.map(AttributeValue::Bool)),
            ("incentives", patched(incentives, String::clone)?),
            ("reply_to", patched(reply_to, |email| email.as_typed().to_owned())?),
            ("contact_url", patched(contact_url, |url| url.as_str().to_owned())?),
            ("privacy_url", patched(privacy_url, |url| url.as_str().to_owned())?),
            ("text_required", text_required.map(AttributeValue::Bool)),
            (OWNER_EMAIL, patched(&owner_email, ByteBuf::clone)?),
        ];
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::tenant(tenant).attributes()))
            .condition_expression("attribute_exists(PK)")
            .return_values(ReturnValue::AllNew);
        let mut sets = Vec::new();
        for (field, value) in changes {
            let Some(value) = value else { continue };
            // Some names, such as `language`, are reserved words of DynamoDB.
            sets.push(format!("#{field} = :{field}"));
            update = update.expression_attribute_names(format!("#{field}"), field);
            update = update.expression_attribute_values(format!(":{field}"), value);
        }
        if sets.is_empty() {
            return self.tenant(tenant).await;
        }
        match update.update_expression(format!("SET {}", sets.join(", "))).send().await {
            Ok(done) => done.attributes.map(|item| from_item::<TenantItem>(item)?.try_into()).transpose(),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(error.into()),
            },
        }
    }
}

/// What a change writes; `None` if it keeps the value.
fn patched<T, V: Serialize>(change: &Patch<T>, stored: impl Fn(&T) -> V) -> Result<Option<AttributeValue>, Error> {
    Ok(match change {
        Patch::Keep => None,
        Patch::Clear => Some(AttributeValue::Null(true)),
        Patch::Set(new) => Some(serde_dynamo::to_attribute_value(stored(new))?),
    })
}
