//! The operator's function: creates a shop and an API key for it, replaces root keys, and records the table's
//! layout. It has no route: IAM decides who may invoke it. Its answer is the only place where the key is ever shown.

mod rotate;

use std::sync::Arc;

use app::shop::tenants::SetUp;
use app::{ApiKeys, Clock};
use domain::{Dialect, Guid, Identity, Invalid, KeyName, Language, NewKey, ReminderDays, Shop, ShopRules, Tenant};
use edge::{Env, StartError};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{LAYOUTS, Store};
use vault::RootOwner;

use crate::rotate::Rotate;
pub use crate::rotate::{RotateCall, Rotated};

/// The handler's dependencies.
pub type Parts = Arc<SetUpParts>;

/// The handler's dependencies, behind one pointer.
pub struct SetUpParts {
    set_up: SetUp,
    keys: ApiKeys,
    rotate: Rotate,
    store: Store,
    clock: Clock,
}

/// The name of a key that its shop did not make itself.
const KEY_NAME: &str = "Made by the operator";

/// The event.
#[derive(Deserialize)]
#[serde(from = "Event")]
pub enum Task {
    /// A shop is to be set up, or gets another key.
    SetUp(SetUpShop),
    /// A root key is to be replaced.
    Rotate(RotateRoot),
    /// The table has another layout from now on.
    Layout(SetLayout),
    /// None of these, with what is wrong.
    Malformed(String),
}

/// The event as it comes. Its fields say which one it is, so that a mistake in it is named.
#[derive(Deserialize)]
#[serde(transparent)]
struct Event(Value);

impl From<Event> for Task {
    fn from(Event(event): Event) -> Self {
        let read = if event.get("rotate").is_some() {
            serde_json::from_value(event).map(Self::Rotate)
        } else if event.get("layout").is_some() {
            serde_json::from_value(event).map(Self::Layout)
        } else {
            serde_json::from_value(event).map(Self::SetUp)
        };
        read.unwrap_or_else(|error| Self::Malformed(error.to_string()))
    }
}

/// The owner of the root key that is replaced: a shop, or with `service` the service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RotateRoot {
    tenant: Option<String>,
    mode: Option<String>,
    #[serde(default)]
    service: bool,
    rotate: RotateCall,
}

/// The layout that the table had, and the one that it has now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLayout {
    layout: u32,
    from: u32,
}

/// The shop, and what its key is for.
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

/// The answer.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// The shop with its new key.
    Made(Made),
    /// How far the replacement of a root key is.
    Rotated(Rotated),
    /// The layout of the table.
    Layout {
        /// The number.
        layout: u32,
    },
}

/// A shop with its new key.
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
    let (vault, clock) = (env.vault()?, env.clock.clone());
    let set_up = SetUp { store: store.clone(), vault: Arc::clone(&vault) };
    let keys = ApiKeys { store: store.clone(), random: random.clone() };
    let rotate = Rotate { store: store.clone(), vault, random, clock: clock.clone() };
    Ok(Arc::new(SetUpParts { set_up, keys, rotate, store, clock }))
}

/// Does what the operator asks for.
///
/// # Errors
/// A sentence that says what is wrong with the event; storage or KMS failures.
pub async fn handle(parts: Parts, task: Task) -> Result<Answer, lambda_runtime::Error> {
    match task {
        Task::SetUp(event) => Ok(Answer::Made(set_up(&parts, event).await?)),
        Task::Rotate(RotateRoot { tenant: None, mode: None, service: true, rotate }) => {
            Ok(Answer::Rotated(parts.rotate.run(RootOwner::Service, rotate).await?))
        }
        Task::Rotate(RotateRoot { tenant: Some(tenant), mode: Some(mode), service: false, rotate }) => {
            let tenant = Tenant::parse(&tenant, &mode)?;
            Ok(Answer::Rotated(parts.rotate.run(RootOwner::Tenant(&tenant), rotate).await?))
        }
        Task::Rotate(_) => Err("Name either a shop, by `tenant` and `mode`, or `service`.".into()),
        Task::Layout(SetLayout { layout, from }) => {
            if !LAYOUTS.contains(&layout) {
                return Err(format!("This version knows the layouts {LAYOUTS:?}.").into());
            }
            match parts.store.set_layout(from, layout).await? {
                true => Ok(Answer::Layout { layout }),
                false => Err(format!("The table has not the layout {from}.").into()),
            }
        }
        Task::Malformed(why) => Err(why.into()),
    }
}

/// Creates the shop, unless it exists, and another API key with every scope that its dialect needs.
async fn set_up(parts: &SetUpParts, event: SetUpShop) -> Result<Made, lambda_runtime::Error> {
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
