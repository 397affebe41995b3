//! Shops.

use std::sync::Arc;

use app::shop::tenants::SetUp;
use domain::{Language, ReminderDays, Shop, ShopRules, Tenant};
use serde::{Deserialize, Serialize};

use crate::call::{Call, tenant};
use crate::failure::Failure;

/// A shop to create. What it is and how it writes counts only if it does not exist.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateShop {
    tenant: String,
    /// `live` or `test`; the two have separate data.
    mode: String,
    /// As customers know it.
    shop_name: String,
    shop_address: Option<String>,
    /// The tag of the language for customers whose request names none.
    language: Option<String>,
    /// The days after a first message on which its reminders are sent.
    reminder_days: Option<[u8; 3]>,
}

/// The shop.
#[derive(Serialize)]
pub(crate) struct Created {
    tenant: String,
    mode: &'static str,
    /// Whether this call created it.
    created: bool,
}

impl CreateShop {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Created, Failure> {
        let Self { tenant: id, mode, shop_name, shop_address, language, reminder_days } = self;
        let tenant = tenant(&id, &mode)?;
        // An unsupported language would have no effect, and nobody would notice.
        let known = |tag: &str| Language::find(tag).ok_or(Language::UNSUPPORTED);
        let language = language.as_deref().map(known).transpose()?;
        let shop = Shop::new(&shop_name, shop_address.as_deref())?.with_language(language);
        let reminder_days = reminder_days.map(ReminderDays::new).transpose()?.unwrap_or_default();
        let set_up = SetUp { store: call.parts.store.clone(), vault: Arc::clone(&call.parts.vault) };
        let created = set_up.shop(&tenant, shop, ShopRules { reminder_days, ..ShopRules::default() }).await?;
        let Tenant { id, mode } = tenant;
        Ok(Created { tenant: id.as_str().to_owned(), mode: mode.as_str(), created })
    }
}
