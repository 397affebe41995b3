//! The operator's function: makes a shop and an API key for it. It has no route; whoever may
//! invoke it by IAM may use it, and its answer is the only time that the key is seen.

use std::sync::Arc;

use app::tenants::{SetUp, key_of};
use domain::{Dialect, Guid, Identity, Invalid, Language, Mode, ReminderDays, Shop, Tenant, TenantId};
use edge::{Env, StartError};
use serde::{Deserialize, Serialize};

/// What the function uses.
pub type Parts = Arc<SetUp>;

/// Which shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpShop {
    tenant: String,
    /// `live` or `test`; the two have separate data.
    mode: String,
    /// As its customers know it. Kept from the first call on.
    shop_name: String,
    shop_address: Option<String>,
    /// Which its customers are spoken to in where a request tells none: `en`, `de`, `fr`, `es` or `ar`. Kept
    /// from the first call on.
    language: Option<String>,
    /// On which days after a first message its reminders leave. Kept from the first call on.
    reminder_days: Option<[u8; 3]>,
    /// Whose clients the key is for: `betterreviews` when absent, `amino`, `moregoodreviews` or `wix`.
    dialect: Option<String>,
    /// Who the key speaks for: an app of its own when absent.
    identity: Option<SpeaksFor>,
}

/// Somebody whom the Wix dialect names as the one who asked.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum SpeaksFor {
    User(String),
    App(String),
}

/// The shop with its new key.
#[derive(Serialize)]
pub struct Made {
    tenant: String,
    mode: &'static str,
    api_key: String,
}

/// The function's parts.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(Arc::new(SetUp { store: env.store()?, vault: env.vault()?, random: env.random.clone() }))
}

/// Makes the shop, unless it exists, and another API key with every scope that its dialect needs.
///
/// # Errors
/// A sentence on what is wrong with the event; the dependencies' own trouble.
pub async fn handle(set_up: Parts, asked: SetUpShop) -> Result<Made, lambda_runtime::Error> {
    let SetUpShop { tenant, mode, shop_name, shop_address, language, reminder_days, dialect, identity } = asked;
    let tenant = Tenant { id: TenantId::parse(&tenant)?, mode: Mode::parse(&mode)? };
    let language = language.as_deref().map(spoken).transpose()?;
    let shop = Shop::new(&shop_name, shop_address.as_deref())?.speaking(language);
    let reminder_days = reminder_days.map(ReminderDays::new).transpose()?.unwrap_or_default();
    let (prefix, scopes) = key_of(dialect.as_deref().map_or(Ok(Dialect::BetterReviews), named)?);
    let identity = identity.map(SpeaksFor::parse).transpose()?;
    set_up.shop(&tenant, shop, reminder_days).await?;
    let key = set_up.api_key(&tenant, prefix, scopes, identity).await?;
    let Tenant { id, mode } = tenant;
    Ok(Made { tenant: id.as_str().to_owned(), mode: mode.as_str(), api_key: key.reveal().to_owned() })
}

/// A setting that has no effect would go unnoticed: it is one of ours, or wrong.
fn spoken(tag: &str) -> Result<Language, Invalid> {
    Language::find(tag).ok_or(Invalid("`language` is en, de, fr, es or ar."))
}

fn named(dialect: &str) -> Result<Dialect, Invalid> {
    Dialect::parse(dialect).ok_or(Invalid("`dialect` is betterreviews, amino, moregoodreviews or wix."))
}

impl SpeaksFor {
    fn parse(self) -> Result<Identity, Invalid> {
        match self {
            Self::User(guid) => Guid::parse(&guid).map(Identity::User),
            Self::App(guid) => Guid::parse(&guid).map(Identity::App),
        }
    }
}
