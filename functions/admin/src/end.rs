//! The end of a shop, with its test mode.

use app::shop::end::EndShop;
use domain::shop::{EndedBy, erased_from};
use domain::values::Tenant;
use edge::native::seconds;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::failure::Failure;

/// A shop to end. With a live shop, its test mode ends, too; a test mode may also end alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeleteShop {
    tenant: String,
    mode: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestoreShop {
    tenant: String,
    mode: String,
}

#[derive(Serialize)]
pub(crate) struct Ended {
    tenant: String,
    mode: &'static str,
    ended_at: String,
    /// The time until which `restore_shop` can undo the end.
    restored_until: String,
}

#[derive(Serialize)]
pub(crate) struct Restored {
    /// `false` if the shop had not ended.
    restored: bool,
}

impl DeleteShop {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Ended, Failure> {
        let (tenant, _) = call.shop(&self.tenant, &self.mode).await?;
        let ended_at = call.ends().end(&call.operator, Some(EndedBy::Operator), &tenant, call.now).await?;
        let (restored_until, ended_at) = (seconds(erased_from(ended_at)), seconds(ended_at));
        let Tenant { id, mode } = tenant;
        Ok(Ended { tenant: id.as_str().to_owned(), mode: mode.as_str(), ended_at, restored_until })
    }
}

impl RestoreShop {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Restored, Failure> {
        let tenant = Tenant::parse(&self.tenant, &self.mode)?;
        match call.ends().restore(&call.operator, &tenant, call.now).await {
            Ok(restored) => Ok(Restored { restored }),
            Err(app::error::Error::NotFound) => match call.parts.store.shop_end(&tenant).await? {
                Some(end) => Err(Failure::Conflict(format!(
                    "{tenant} ended at {}: nothing takes that back after {}.",
                    seconds(end.ended_at),
                    seconds(erased_from(end.ended_at))
                ))),
                None => Err(app::error::Error::NotFound.into()),
            },
            Err(error) => Err(error.into()),
        }
    }
}

impl Call<'_> {
    fn ends(&self) -> EndShop {
        EndShop { store: self.parts.store.clone(), queue: self.parts.privacy.clone() }
    }
}
