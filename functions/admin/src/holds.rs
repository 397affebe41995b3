//! Who is not written to, and is again: a shop whose emails are held, and a number that replied `STOP`.

use std::sync::Arc;

use app::message::brake::{Brake, Release};
use app::message::stopped::StoppedNumbers;
use domain::{Phone, Releaser};
use serde::{Deserialize, Serialize};

use crate::call::{Call, tenant};
use crate::failure::Failure;

/// A shop whose emails are to leave again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReleaseHold {
    tenant: String,
    mode: String,
}

#[derive(Serialize)]
pub(crate) struct Released {
    /// `false` if the shop was not held.
    released: bool,
}

impl ReleaseHold {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Released, Failure> {
        let tenant = tenant(&self.tenant, &self.mode)?;
        let brake = Brake { store: call.parts.store.clone(), webhooks: call.parts.webhooks.clone() };
        let released = brake.release(&tenant, Releaser::Operator, call.now).await? == Release::Done;
        Ok(Released { released })
    }
}

/// A number whose owner asked for SMS again. For every shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LiftStop {
    /// In E.164.
    number: String,
}

#[derive(Serialize)]
pub(crate) struct Lifted {
    /// `false` if the number was not stopped.
    lifted: bool,
}

impl LiftStop {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Lifted, Failure> {
        let number = Phone::parse(&self.number)?;
        let numbers = StoppedNumbers { store: call.parts.store.clone(), vault: Arc::clone(&call.parts.vault) };
        Ok(Lifted { lifted: numbers.lift(&number, call.now, call.now).await? })
    }
}
