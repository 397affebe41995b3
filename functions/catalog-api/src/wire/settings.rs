//! The JSON of a shop's settings.

use app::TenantRecord;
use domain::{Color, HttpsUrl, Invalid, Language, Patch, ReminderDays, SettingsChange, Shop};
use edge::Error;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{Object, text};

/// Reads what a PUT changes. What is left out stays, null clears.
pub(crate) fn settings(object: &Object) -> Result<SettingsChange, Error> {
    let shop_name = match object.get("shop_name") {
        None => None,
        Some(value) => Some(Shop::name(text(value)).map_err(Error::field("shop_name"))?),
    };
    Ok(SettingsChange {
        name: shop_name,
        address: change(object, "shop_address", |value| Shop::address(text(value)))?,
        color: change(object, "color", |value| Color::parse(text(value)))?,
        logo: change(object, "logo_url", |value| HttpsUrl::parse(text(value)))?,
        language: change(object, "language", |value| language(text(value)))?,
        reminder_days: change(object, "reminder_days", reminder_days)?,
    })
}

fn change<T>(
    object: &Map<String, Value>,
    name: &'static str,
    parse: impl FnOnce(&Value) -> Result<T, Invalid>,
) -> Result<Patch<T>, Error> {
    match object.get(name) {
        None => Ok(Patch::Keep),
        Some(Value::Null) => Ok(Patch::Clear),
        Some(value) => parse(value).map(Patch::Set).map_err(Error::field(name)),
    }
}

/// One that we do not speak is refused here, where a request's is not: it would be a setting of nothing.
fn language(tag: &str) -> Result<Language, Invalid> {
    Language::find(tag).ok_or(Invalid("`language` is one of en, de, fr, es, ar; null is what each browser prefers."))
}

fn reminder_days(value: &Value) -> Result<ReminderDays, Invalid> {
    let day = |day: &Value| u8::try_from(day.as_u64()?).ok();
    let days = value.as_array().and_then(|days| days.iter().map(day).collect::<Option<Vec<_>>>());
    // Three that don't rise are refused by the rule itself; so is whatever is not three.
    ReminderDays::new(days.and_then(|days| days.try_into().ok()).unwrap_or_default())
}

/// A shop's settings, all of them.
#[derive(Serialize, ToSchema)]
#[schema(as = Settings)]
pub(crate) struct SettingsBody<'a> {
    /// As its customers know it.
    shop_name: &'a str,
    #[schema(required)]
    shop_address: Option<&'a str>,
    #[schema(required, pattern = "^#[0-9a-f]{6}$")]
    color: Option<String>,
    #[schema(required)]
    logo_url: Option<&'a str>,
    /// In which language it speaks to its customers; `null` is what each browser prefers, and English in messages.
    #[schema(required)]
    language: Option<&'static str>,
    /// On which days after a first message its reminders leave.
    reminder_days: [u8; 3],
}

impl<'a> SettingsBody<'a> {
    pub(crate) fn new(TenantRecord { shop, reminder_days, root: _ }: &'a TenantRecord) -> Self {
        let Shop { name, address, color, logo, language } = shop;
        Self {
            shop_name: name,
            shop_address: address.as_deref(),
            color: color.map(|color| color.to_string()),
            logo_url: logo.as_ref().map(HttpsUrl::as_str),
            language: language.map(Language::as_str),
            reminder_days: reminder_days.get(),
        }
    }
}
