//! The operator's function: creates a shop and an API key for it. It has no route: IAM decides who may
//! invoke it. Its answer is the only place where the key is ever shown.

use std::sync::Arc;

use app::shop::tenants::SetUp;
use app::{ApiKeys, Clock};
use domain::{Dialect, Guid, Identity, Invalid, KeyName, Language, NewKey, ReminderDays, Shop, ShopRules, Tenant};
use edge::{Env, StartError};
use serde::{Deserialize, Serialize};

/// The handler's dependencies.
pub type Parts = Arc<SetUpParts>;

/// The handler's dependencies, behind one pointer.
pub struct SetUpParts {
    set_up: SetUp,
    keys: ApiKeys,
    clock: Clock,
}

/// The name of a key that its shop did not make itself.
const KEY_NAME: &str = "Made by the operator";

/// The event: which shop, and what its key is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpShop {
    tenant: String,
    /// `live` or `test`; the two have separate data.
    mode: String,
    /// As customers know it. Only the first call for a shop sets it.
    shop_name: String,
    shop_address: Option<String>,
    /// The tag of the language for customers whose request names none. Only the first call for a shop sets it.
    language: Option<String>,
    /// The days after a first message on which its reminders are sent. Only the first call for a shop sets it.
    reminder_days: Option<[u8; 3]>,
    /// The API that the key is for, one of [`Dialect::ALL`]; `betterreviews` if omitted.
    dialect: Option<String>,
    /// In whose name the key creates requests in the Wix dialect; a new app's if omitted.
    identity: Option<Initiator>,
}

/// The initiator of a request, as the Wix dialect shows it. Both hold a GUID.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Initiator {
    User(String),
    App(String),
}

/// The answer: the shop with its new key.
#[derive(Serialize)]
pub struct Made {
    tenant: String,
    mode: &'static str,
    api_key: String,
}

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    let (store, random) = (env.store()?, env.random.clone());
    let set_up = SetUp { store: store.clone(), vault: env.vault()? };
    Ok(Arc::new(SetUpParts { set_up, keys: ApiKeys { store, random }, clock: env.clock.clone() }))
}

/// Creates the shop, unless it exists, and another API key with every scope that its dialect needs.
///
/// # Errors
/// A sentence that says what is wrong with the event; storage or KMS failures.
pub async fn handle(parts: Parts, event: SetUpShop) -> Result<Made, lambda_runtime::Error> {
    let SetUpShop { tenant, mode, shop_name, shop_address, language, reminder_days, dialect, identity } = event;
    let tenant = Tenant::parse(&tenant, &mode)?;
    let language = language.as_deref().map(parse_language).transpose()?;
    let shop = Shop::new(&shop_name, shop_address.as_deref())?.with_language(language);
    let reminder_days = reminder_days.map(ReminderDays::new).transpose()?.unwrap_or_default();
    let dialect = dialect.as_deref().map_or(Ok(Dialect::BetterReviews), parse_dialect)?;
    let identity = identity.map(Initiator::parse).transpose()?;
    let (name, scopes) = (KeyName::parse(KEY_NAME)?, dialect.policy().key_scopes.to_vec());
    let new = NewKey { name, dialect, scopes, identity, expires_at: None };
    parts.set_up.shop(&tenant, shop, ShopRules { reminder_days, ..ShopRules::default() }).await?;
    let key = parts.keys.create_for_operator(&tenant, &new, parts.clock.now()).await?;
    let Tenant { id, mode } = tenant;
    Ok(Made { tenant: id.as_str().to_owned(), mode: mode.as_str(), api_key: key.reveal().to_owned() })
}

/// Refuses an unsupported language: as a setting it would have no effect, and nobody would notice.
fn parse_language(tag: &str) -> Result<Language, Invalid> {
    Language::find(tag).ok_or(Language::UNSUPPORTED)
}

fn parse_dialect(dialect: &str) -> Result<Dialect, Invalid> {
    Dialect::parse(dialect).ok_or(Dialect::RULE)
}

impl Initiator {
    fn parse(self) -> Result<Identity, Invalid> {
        match self {
            Self::User(guid) => Guid::parse(&guid).map(Identity::User),
            Self::App(guid) => Guid::parse(&guid).map(Identity::App),
        }
    }
}
