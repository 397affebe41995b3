//! The replacement of a root key under traffic: a shop's, or the service's. All readers know a root key before it is used, and
//! the one before it stays until every row is sealed again, or until the links that were made with it have ended.

use app::error::Error;
use domain::values::{LinkDays, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::shop::rotation::{Rotation, StoredRoots};
use vault::{RootKeys, RootOwner, Stage};

use crate::call::Call;
use crate::failure::Failure;

/// The wait between two steps: functions run for a minute at most, and clocks differ.
const STEP_WAIT: SignedDuration = SignedDuration::from_mins(5);
/// The same for the service's root key, which functions read once an hour.
const SERVICE_WAIT: SignedDuration = SignedDuration::from_mins(65);
/// The longest that a link may live: its first message is planned for a year ahead at most, and it works for a year from then
/// on at most.
const LINKS_LIVE: SignedDuration = SignedDuration::from_hours(24 * (366 + LinkDays::MAX as i64));
/// How long a call seals rows. The function has 28 seconds, and each of its calls 8.
const SEAL_FOR: SignedDuration = SignedDuration::from_secs(15);

/// The owner of the root key that is replaced: a shop, or with `service` the service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RotateRoot {
    tenant: Option<String>,
    mode: Option<String>,
    #[serde(default)]
    service: bool,
    rotate: RotateCall,
}

/// How far a replacement is.
#[derive(Serialize)]
pub(crate) struct Rotated {
    /// The shop; absent for the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<&'static str>,
    /// The number of the root key that is used: 0 for the first one.
    generation: u32,
    /// Whether there is one root key, and nothing knows another.
    done: bool,
    /// The earliest time of the next call; none where `done`.
    #[serde(skip_serializing_if = "Option::is_none")]
    continue_at: Option<String>,
}

/// A call for a replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RotateCall {
    /// Begins, or goes on with what is under way.
    Begin,
    /// Goes on with what is under way; nothing happens if nothing is.
    Continue,
    /// The same, and ends all links that were made with the service's root key of before.
    End,
}

impl RotateRoot {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Rotated, Failure> {
        let Self { tenant: id, mode, service, rotate } = self;
        match (id, mode, service) {
            (None, None, true) => Ok(call.rotate(RootOwner::Service, rotate).await?),
            (Some(id), Some(mode), false) => {
                Ok(call.rotate(RootOwner::Tenant(&Tenant::parse(&id, &mode)?), rotate).await?)
            }
            _ => Err(Failure::Invalid("Name either a shop, by `tenant` and `mode`, or `service`.".to_owned())),
        }
    }
}

impl Call<'_> {
    /// Begins a replacement, or goes on with the one that is under way. Every call may be repeated, and one that died is
    /// taken up by the next.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown shop; storage or KMS failures.
    async fn rotate(&self, owner: RootOwner<'_>, call: RotateCall) -> Result<Rotated, Error> {
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
            // A key that was made meanwhile has the root keys of before.
            let copied = self.copy(owner, &read.roots).await?;
            let Some(copied_at) = rotation.copied_at.filter(|_| copied == 0) else {
                // Until now that key sealed with the root key of before, in rows of any place.
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

    /// Copies the root keys to the records of a shop's API keys, and returns how many had others.
    async fn copy(&self, owner: RootOwner<'_>, roots: &[u8]) -> Result<usize, Error> {
        let RootOwner::Tenant(tenant) = owner else { return Ok(0) };
        let mut copied = 0;
        for (digest, _) in self.parts.store.key_ring(tenant).await?.keys {
            copied += usize::from(self.parts.store.copy_root_keys(&digest, roots).await?);
        }
        Ok(copied)
    }

    /// Seals rows with the root key that seals now, from where the last call stopped. Returns whether all are.
    async fn seal_again(
        &self,
        owner: RootOwner<'_>,
        read: &StoredRoots,
        roots: &RootKeys,
        started: Timestamp,
    ) -> Result<bool, Error> {
        // Nothing is sealed with the service's.
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

    /// Replaces root keys by those of the next stage, which is recorded before.
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

/// The wait from the moment in which everything had the root keys of this stage.
const fn wait(owner: RootOwner<'_>, stage: Stage, call: RotateCall) -> SignedDuration {
    match (owner, stage, call) {
        (RootOwner::Tenant(_), ..) => STEP_WAIT,
        (RootOwner::Service, Stage::Used, RotateCall::Begin | RotateCall::Continue) => LINKS_LIVE,
        (RootOwner::Service, ..) => SERVICE_WAIT,
    }
}

fn answer(owner: RootOwner<'_>, roots: &RootKeys, continue_at: Option<Timestamp>) -> Result<Rotated, Error> {
    let (tenant, mode) = match owner {
        RootOwner::Tenant(Tenant { id, mode }) => (Some(id.as_str().to_owned()), Some(mode.as_str())),
        RootOwner::Service => (None, None),
    };
    Ok(Rotated {
        tenant,
        mode,
        generation: roots.generation()?,
        done: continue_at.is_none(),
        continue_at: continue_at.map(|at| format!("{at:.0}")),
    })
}
