//! A tenant's settings and wrapped root key.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{Color, HttpsUrl, Language, Patch, ReminderDays, SettingsChange, Shop, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::item::from_item;
use crate::{Error, Store, keys};

/// A tenant's settings and wrapped root key.
#[derive(Debug, Clone)]
pub struct TenantRecord {
    /// Its face.
    pub shop: Shop,
    /// When its reminders leave.
    pub reminder_days: ReminderDays,
    /// Its wrapped root key.
    pub root: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct TenantItem {
    shop_name: String,
    shop_address: Option<String>,
    #[serde(default)]
    color: Option<String>,
    #[serde(default)]
    logo_url: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    reminder_days: Option<[u8; 3]>,
    root: ByteBuf,
}

impl From<&TenantRecord> for TenantItem {
    fn from(record: &TenantRecord) -> Self {
        let TenantRecord { shop: Shop { name, address, color, logo, language }, reminder_days, root } = record;
        Self {
            shop_name: name.clone(),
            shop_address: address.clone(),
            color: color.map(|color| color.to_string()),
            logo_url: logo.as_ref().map(|url| url.as_str().to_owned()),
            language: language.map(|language| language.as_str().to_owned()),
            reminder_days: Some(reminder_days.get()),
            root: ByteBuf::from(root.clone()),
        }
    }
}

impl TryFrom<TenantItem> for TenantRecord {
    type Error = Error;

    fn try_from(item: TenantItem) -> Result<Self, Error> {
        let TenantItem { shop_name, shop_address, color, logo_url, language, reminder_days, root } = item;
        Ok(Self {
            shop: Shop {
                name: shop_name,
                address: shop_address,
                color: color.as_deref().map(Color::parse).transpose()?,
                logo: logo_url.map(HttpsUrl::stored),
                language: language.as_deref().and_then(Language::find),
            },
            reminder_days: reminder_days.map(ReminderDays::new).transpose()?.unwrap_or_default(),
            root: root.into_vec(),
        })
    }
}

impl Store {
    /// Changes a tenant's settings, each by itself, and returns them all; `None` for no such tenant.
    ///
    /// # Errors
    /// As the table says.
    pub async fn change_settings(
        &self,
        tenant: &Tenant,
        change: &SettingsChange,
    ) -> Result<Option<TenantRecord>, Error> {
        let SettingsChange { name, address, color, logo, language, reminder_days } = change;
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let days = |days: &ReminderDays| {
            AttributeValue::L(days.get().iter().map(|day| AttributeValue::N(day.to_string())).collect())
        };
        // A cleared field is written as null, as an insert writes it.
        let changes = [
            ("shop_name", name.as_deref().map(text)),
            ("shop_address", written(address, |address| text(address))),
            ("color", written(color, |color| text(&color.to_string()))),
            ("logo_url", written(logo, |logo| text(logo.as_str()))),
            ("language", written(language, |language| text(language.as_str()))),
            ("reminder_days", written(reminder_days, days)),
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
            // Some names, such as `language`, are words of DynamoDB's own.
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

/// What a change writes; nothing for what it leaves as it is.
fn written<T>(change: &Patch<T>, value: impl Fn(&T) -> AttributeValue) -> Option<AttributeValue> {
    match change {
        Patch::Keep => None,
        Patch::Clear => Some(AttributeValue::Null(true)),
        Patch::Set(new) => Some(value(new)),
    }
}
