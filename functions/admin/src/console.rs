//! A link into a shop's console without email: for the first sign-in, and for days on which no email can be sent.

use std::sync::Arc;

use app::links::Links;
use edge::native::seconds;
use members::GuestLink;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::failure::Failure;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConsoleLink {
    tenant: String,
    mode: String,
}

/// The link, which no other answer contains.
#[derive(Serialize)]
pub(crate) struct Made {
    url: String,
    expires_at: String,
}

impl ConsoleLink {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Made, Failure> {
        let (tenant, _) = call.shop(&self.tenant, &self.mode).await?;
        let (store, vault) = (call.parts.store.clone(), Arc::clone(&call.parts.vault));
        let links = Links::new(store.clone(), vault, &call.parts.base_url);
        let link = GuestLink { store, links, random: call.parts.random.clone() };
        let made = link.make(&tenant, call.operator.by.as_deref(), None, call.now, |_, _, _| Ok(())).await?;
        Ok(Made { url: made.0, expires_at: seconds(made.1) })
    }
}
