//! What a row of [`settings!`] is: how calls give a setting, how they and the table show it, and its place in a [`TenantRecord`].

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::review::Moderation;
use domain::shop::AskOnce;
use domain::values::value::{Json, Shape, Value};
use domain::values::{EmailAddress, Invalid, Patch, ReminderDays, Reminders, Tenant};
use jiff::Timestamp;
use serde::Serialize;
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use super::{SETTINGS, TenantRecord};
use crate::shop::service::look_at_shop;
use crate::table::{Attributes, Error, Part, Store, Transaction, keys};

/// A setting. Its JSON is the same in calls, in the table and in the audit log.
pub struct Setting {
    pub name: &'static str,
    /// The lines of its description.
    pub about: &'static [&'static str],
    /// How a call gives it.
    pub given: fn() -> Shape,
    /// How an answer shows it.
    pub shown: fn() -> Shape,
    pub get: fn(&TenantRecord) -> Json,
    pub(super) put: fn(&mut TenantRecord, &Json) -> Result<(), Invalid>,
    /// What a call changes: the new value in its one form, `null` to clear it; `None` if the call omits it.
    pub(super) read: fn(Option<&Json>) -> Result<Option<Json>, Invalid>,
}

macro_rules! settings {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident: $call:ident<$rule:ty> = $($place:ident).+ $(, or $sentence:literal)?;
    )+) => {
        pub static SETTINGS: [Setting; [$(stringify!($name)),+].len()] = [$(Setting {
            name: stringify!($name),
            about: &[$($doc),+],
            given: <$call<$rule> as Value>::shape,
            shown: || settings::shown::<$rule, _>(|record| &record.$($place).+),
            get: |record| settings::json(&record.$($place).+),
            put: |record, json| settings::Place::put::<$rule>(&mut record.$($place).+, json),
            read: |json| {
                let read = <$call<$rule> as Value>::read(json);
                $(let read = read.map_err(|_| Invalid($sentence));)?
                Ok(settings::Changed::json(read?))
            },
        }),+];
    };
}

pub(super) use settings;

/// The field to which the owner's address is bound.
pub(super) const OWNER_EMAIL: &str = "owner_email";
/// The settings that say how to reach a person, because a trader's address may be a home. The audit log has none of them.
const PERSONAL: [&str; 3] = ["shop_address", "reply_to", OWNER_EMAIL];
/// The audit log's word for a value that may be a person's.
pub const SET: &str = "set";

/// Where a record has a setting.
pub(super) trait Place {
    type Is;
    const CAN_BE_ABSENT: bool;

    /// Sets it to a value that was read before. Null leaves the value of a new shop.
    fn put<R: Value<Out = Self::Is>>(&mut self, json: &Json) -> Result<(), Invalid>;
}

impl<T: Serialize> Place for Option<T> {
    type Is = T;
    const CAN_BE_ABSENT: bool = true;

    fn put<R: Value<Out = T>>(&mut self, json: &Json) -> Result<(), Invalid> {
        *self = Option::<R>::read(Some(json))?;
        Ok(())
    }
}

macro_rules! always_there {
    ($($place:ty),+) => {$(
        impl Place for $place {
            type Is = Self;
            const CAN_BE_ABSENT: bool = false;

            fn put<R: Value<Out = Self>>(&mut self, json: &Json) -> Result<(), Invalid> {
                if let Some(value) = Option::<R>::read(Some(json))? {
                    *self = value;
                }
                Ok(())
            }
        }
    )+};
}

always_there!(String, bool, ReminderDays, Reminders, Moderation, AskOnce);

/// A value's one form. No value of a setting is one that JSON lacks.
pub(super) fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

pub(super) fn shown<R: Value, P: Place>(_: fn(&TenantRecord) -> &P) -> Shape {
    Shape { is_nullable: P::CAN_BE_ABSENT, is_required: true, ..R::shape() }
}

/// What a call says about a setting.
pub(super) trait Changed {
    /// The new value, or null; `None` to keep the one that there is.
    fn json(self) -> Option<Json>;
}

impl<T: Serialize> Changed for Option<T> {
    fn json(self) -> Option<Json> {
        self.as_ref().map(json)
    }
}

impl<T: Serialize> Changed for Patch<T> {
    fn json(self) -> Option<Json> {
        match self {
            Self::Keep => None,
            Self::Clear => Some(Json::Null),
            Self::Set(value) => Some(json(&value)),
        }
    }
}

/// A change to a shop's settings.
#[derive(Debug, Clone, Default)]
pub struct SettingsChange {
    /// The new value of each setting that changes; null clears it.
    values: BTreeMap<&'static str, Json>,
    /// If it is cleared, nobody gets emails about the shop itself.
    owner_email: Patch<EmailAddress>,
}

impl SettingsChange {
    /// Reads a call, of which `field` gives the fields.
    /// Errors: The first setting whose value is invalid, and the rule that it breaks.
    pub fn read<'a>(field: impl Fn(&str) -> Option<&'a Json>) -> Result<Self, (&'static str, Invalid)> {
        let mut values = BTreeMap::new();
        for Setting { name, read, .. } in &SETTINGS {
            if let Some(value) = read(field(name)).map_err(|rule| (*name, rule))? {
                values.insert(*name, value);
            }
        }
        let owner_email = Patch::<EmailAddress>::read(field(OWNER_EMAIL)).map_err(|rule| (OWNER_EMAIL, rule))?;
        Ok(Self { values, owner_email })
    }

    /// Whether the change sets or clears this setting.
    pub fn touches(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Makes the change in a record, except for the owner's address, which is sealed.
    pub fn apply(&self, record: &mut TenantRecord) -> Result<(), Invalid> {
        self.changed().try_for_each(|(setting, value)| (setting.put)(record, value))
    }

    /// The attributes to write, except for the owner's address.
    fn attributes(&self) -> Result<Vec<(&'static str, AttributeValue)>, Error> {
        self.changed().map(|(setting, value)| Ok((setting.name, serde_dynamo::to_attribute_value(value)?))).collect()
    }

    /// What changes, in the settings' order.
    fn changed(&self) -> impl Iterator<Item = (&'static Setting, &Json)> {
        SETTINGS.iter().filter_map(|setting| Some((setting, self.values.get(setting.name)?)))
    }
}

/// Moves the settings of an item into a record.
pub(super) fn read(item: &mut Attributes, record: &mut TenantRecord) -> Result<(), Error> {
    for Setting { name, put, .. } in &SETTINGS {
        if let Some(value) = item.remove(*name) {
            put(record, &serde_dynamo::from_attribute_value(value)?)?;
        }
    }
    Ok(())
}

/// The settings that a record has, for a new item.
pub(super) fn stored(record: &TenantRecord) -> BTreeMap<&'static str, Json> {
    let all = SETTINGS.iter().map(|setting| (setting.name, (setting.get)(record)));
    all.filter(|(_, value)| !value.is_null()).collect()
}

/// A stored setting, as the audit log shows it.
fn recorded(name: &str, value: &AttributeValue) -> Result<Json, Error> {
    match PERSONAL.contains(&name) {
        true => Ok(SET.into()),
        false => Ok(serde_dynamo::from_attribute_value(value.clone())?),
    }
}

pub struct ChangedSettings<'a> {
    pub record: TenantRecord,
    /// The transaction that changes the settings, and the differing values before and after; `None` if nothing changes.
    pub change: Option<(Transaction<'a>, [Json; 2])>,
}

impl Store {
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
                let recorded = value.map(|value| recorded(name, value)).transpose()?;
                Ok::<_, Error>(((*name).to_owned(), recorded.unwrap_or_default()))
            });
            pairs.collect::<Result<_, _>>().map(Json::Object)
        };
        let states = [state(&before)?, state(&after)?];
        let transaction = (!changes.is_empty()).then(|| {
            let mut transaction = self.transaction(tenant);
            if change.values.get("keep_months").is_some_and(Json::is_number) {
                transaction.look_for_aged(now);
            }
            if change.touches("public_display") {
                transaction.note_other_numbers();
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
        Ok(Some(serde_dynamo::to_attribute_value(ByteBuf::from(sealed))?))
    }
}

impl Transaction<'_> {
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
