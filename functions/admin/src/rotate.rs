//! Replaces the root key of a shop or of the service while calls use the key. A new root key is used only when all
//! readers know it. The previous root key stays until every row is encrypted again, or until the links that were made
//! with it have expired.

use app::error::Error;
use domain::values::{LINK_DAYS, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use store::shop::rotation::{Rotation, StoredRoots};
use vault::{RootKeys, RootOwner, Stage};

use crate::call::{Call, tenant};
use crate::failure::Failure;

/// The wait between two steps: functions run for at most a minute, and clocks differ.
const STEP_WAIT: SignedDuration = SignedDuration::from_mins(5);
/// The wait for the service's root key, because functions read it once an hour.
const SERVICE_WAIT: SignedDuration = SignedDuration::from_mins(65);
/// The longest life of a link: its first message is planned at most a year ahead, and it works for 90 days after that.
const LINKS_LIVE: SignedDuration = SignedDuration::from_hours(24 * (366 + LINK_DAYS));
/// How long one call encrypts rows. The function may run for 28 seconds, and each of its requests for 8.
const SEAL_FOR: SignedDuration = SignedDuration::from_secs(15);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RotateCall {
    /// Starts a replacement, or continues the current one.
    Begin,
    /// Continues the current replacement, if there is one.
    Continue,
    /// Continues, and ends all links that were made with the service's previous root key.
    End,
}

pub(crate) async fn rotate(
    call: &Call<'_>,
    shop: Option<String>,
    service: bool,
    rotate: RotateCall,
) -> Result<Value, Failure> {
    match (shop, service) {
        (None, true) => Ok(call.rotate(RootOwner::Service, rotate).await?),
        (Some(shop), false) => Ok(call.rotate(RootOwner::Tenant(&tenant(&shop)?), rotate).await?),
        _ => Err(Failure::Invalid("Name either `shop` or `service`.".to_owned())),
    }
}

impl Call<'_> {
    /// Starts a replacement or continues the current one. Every call may be repeated; the next call continues the work
    /// of a call that died.
    async fn rotate(&self, owner: RootOwner<'_>, call: RotateCall) -> Result<Value, Error> {
        let (started, mut begins) = (self.now, call == RotateCall::Begin);
        loop {
            let read = self.parts.store.root_keys(owner).await?.ok_or(Error::NotFound)?;
            let (roots, now) = (RootKeys::parse(&read.roots)?, self.parts.clock.now());
            let Some(rotation) = &read.rotation else {
                if !begins {
                    return answer(owner, &roots, None);
                }
                begins = false;
                let added = self.parts.vault.add_root(owner, &roots, &self.parts.random).await?;
                self.step(owner, &read, [&roots, &added], "added").await?;
                continue;
            };
            begins = false;
            // An API key that was created meanwhile has only the previous root keys, so it gets these first.
            let copied = self.copy(owner, &read.roots).await?;
            let Some(copied_at) = rotation.copied_at.filter(|_| copied == 0) else {
                // Until now, calls with that API key encrypted rows with the previous root key, anywhere in the table.
                let copied = Rotation { copied_at: Some(now), after: None };
                self.save(owner, &read, &roots, Some(copied)).await?;
                continue;
            };
            let continue_at = copied_at.saturating_add(wait(owner, roots.stage(), call)).unwrap_or(copied_at);
            if now < continue_at {
                return answer(owner, &roots, Some(continue_at));
            }
            match roots.stage() {
                Stage::Added => self.step(owner, &read, [&roots, &roots.used()], "used").await?,
                Stage::Used if !self.seal_again(owner, &read, &roots, started).await? => {
                    return answer(owner, &roots, Some(self.parts.clock.now()));
                }
                Stage::Used => self.step(owner, &read, [&roots, &roots.alone()], "alone").await?,
                Stage::Alone => self.save(owner, &read, &roots, None).await?,
            }
        }
    }

    /// Copies the root keys to the records of a shop's API keys. Returns how many records it changed.
    async fn copy(&self, owner: RootOwner<'_>, roots: &[u8]) -> Result<usize, Error> {
        let RootOwner::Tenant(tenant) = owner else { return Ok(0) };
        let mut copied = 0;
        for (digest, _) in self.parts.store.key_ring(tenant).await?.keys {
            copied += usize::from(self.parts.store.copy_root_keys(&digest, roots).await?);
        }
        Ok(copied)
    }

    /// Encrypts rows with the current root key, from where the last call stopped. Returns whether all rows are done.
    async fn seal_again(
        &self,
        owner: RootOwner<'_>,
        read: &StoredRoots,
        roots: &RootKeys,
        started: Timestamp,
    ) -> Result<bool, Error> {
        // No rows are encrypted with the service's root key.
        let RootOwner::Tenant(tenant) = owner else { return Ok(true) };
        let keys = self.parts.vault.tenant(tenant, &read.roots, self.parts.clock.now()).await?;
        let mut rotation = read.rotation.clone().unwrap_or_default();
        loop {
            let next = self.parts.store.seal_rows_again(tenant, &keys, rotation.after.as_ref()).await?;
            if next.is_none() {
                return Ok(true);
            }
            rotation.after = next;
            self.save(owner, read, roots, Some(rotation.clone())).await?;
            if self.parts.clock.now().duration_since(started) > SEAL_FOR {
                return Ok(false);
            }
        }
    }

    /// Records the next stage, then moves the root keys to it.
    async fn step(
        &self,
        owner: RootOwner<'_>,
        read: &StoredRoots,
        [from, to]: [&RootKeys; 2],
        stage: &str,
    ) -> Result<(), Error> {
        let (tenant, target) = match owner {
            RootOwner::Tenant(tenant) => (Some(tenant), tenant.to_string()),
            RootOwner::Service => (None, "service".to_owned()),
        };
        let before = json!({"generation": from.generation()?});
        let after = json!({"generation": to.generation()?, "root_key": stage});
        self.parts.store.record(tenant, &self.operator.entry("rotate", target, [before, after], self.now)).await?;
        self.save(owner, read, to, Some(Rotation::default())).await
    }

    async fn save(
        &self,
        owner: RootOwner<'_>,
        read: &StoredRoots,
        roots: &RootKeys,
        rotation: Option<Rotation>,
    ) -> Result<(), Error> {
        let now = StoredRoots { roots: roots.to_bytes()?, rotation };
        Ok(self.parts.store.save_root_keys(owner, read, &now).await?)
    }
}

/// How long to wait once the table and the keys' records have this stage's root keys.
const fn wait(owner: RootOwner<'_>, stage: Stage, call: RotateCall) -> SignedDuration {
    match (owner, stage, call) {
        (RootOwner::Tenant(_), ..) => STEP_WAIT,
        (RootOwner::Service, Stage::Used, RotateCall::Begin | RotateCall::Continue) => LINKS_LIVE,
        (RootOwner::Service, ..) => SERVICE_WAIT,
    }
}

/// What a call answers. The next one may come from `continue_at` on; without it, only one root key is left.
fn answer(owner: RootOwner<'_>, roots: &RootKeys, continue_at: Option<Timestamp>) -> Result<Value, Error> {
    let mut answer = json!({"generation": roots.generation()?, "done": continue_at.is_none()});
    if let RootOwner::Tenant(Tenant { id, mode }) = owner {
        answer["tenant"] = json!(id.as_str());
        answer["mode"] = json!(mode.as_str());
    }
    if let Some(at) = continue_at {
        answer["continue_at"] = json!(format!("{at:.0}"));
    }
    Ok(answer)
}
