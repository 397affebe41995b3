//! The operator's function: makes a shop and an API key for it. It has no route; whoever may
//! invoke it by IAM may use it, and its answer is the only time that the key is seen.

use std::sync::Arc;

use app::tenants::{NATIVE_PREFIX, SetUp};
use app::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_READ, SCOPE_WRITE};
use domain::{Mode, Shop, Tenant, TenantId};
use edge::{Env, StartError};
use serde::{Deserialize, Serialize};

/// What the function uses.
pub type Parts = Arc<SetUp>;

/// Which shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    tenant: String,
    /// `live` or `test`; the two have separate data.
    mode: String,
    /// As its customers know it. Kept from the first call on.
    shop_name: String,
    shop_address: Option<String>,
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
pub fn parts(env: &Env) -> Result<Parts, StartError> {
    Ok(Arc::new(SetUp { store: env.store()?, vault: env.vault()?, random: env.random.clone() }))
}

/// Makes the shop, unless it exists, and another API key with every scope.
///
/// # Errors
/// A sentence on what is wrong with the event; the dependencies' own trouble.
pub async fn handle(set_up: Parts, asked: Asked) -> Result<Made, lambda_runtime::Error> {
    let Asked { tenant, mode, shop_name, shop_address } = asked;
    let tenant = Tenant { id: TenantId::parse(&tenant)?, mode: Mode::parse(&mode)? };
    let shop = Shop::new(&shop_name, shop_address.as_deref())?;
    set_up.shop(&tenant, shop).await?;
    let scopes = [SCOPE_READ, SCOPE_WRITE, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE];
    let key = set_up.api_key(&tenant, NATIVE_PREFIX, &scopes).await?;
    let Tenant { id, mode } = tenant;
    Ok(Made { tenant: id.as_str().to_owned(), mode: mode.as_str(), api_key: key.reveal().to_owned() })
}
