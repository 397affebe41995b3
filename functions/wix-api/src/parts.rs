//! The use cases that the handlers call.

use app::Clock;
use app::requests::{CancelRequest, CreateRequest, KnownCustomers, RecentRules, RemoveRequest, SearchRequests};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use edge::{Calls, Env, StartError, bearer};
use vault::Random;

/// The state of the function's router.
pub(crate) struct Parts {
    pub(crate) calls: Calls,
    pub(crate) create: CreateRequest,
    pub(crate) search: SearchRequests,
    pub(crate) cancel: CancelRequest,
    pub(crate) remove: RemoveRequest,
    pub(crate) clock: Clock,
    /// Draws the ids of jobs.
    pub(crate) random: Random,
}

impl Parts {
    /// # Errors
    /// [`StartError`] names the setting that is missing.
    pub(crate) fn new(env: &Env) -> Result<Self, StartError> {
        let (store, vault) = (env.store()?, env.vault()?);
        let links = env.links(&store, &vault)?;
        Ok(Self {
            calls: env.calls(&store, &vault).with_key(api_key),
            create: CreateRequest {
                store: store.clone(),
                links,
                queue: env.queue()?,
                schedules: None,
                webhooks: env.webhook_queue()?,
                random: env.random.clone(),
                known: KnownCustomers::default(),
                rules: RecentRules::default(),
            },
            search: SearchRequests { store: store.clone() },
            cancel: CancelRequest {
                store: store.clone(),
                schedules: env.schedule_group()?,
                webhooks: env.webhook_queue()?,
            },
            remove: RemoveRequest { store },
            clock: env.clock.clone(),
            random: env.random.clone(),
        })
    }
}

/// The API key: the vendor's SDK sends it bare, other clients after `Bearer`.
fn api_key(headers: &HeaderMap) -> Option<&str> {
    bearer(headers).or_else(|| Some(headers.get(AUTHORIZATION)?.to_str().ok()?.trim()))
}
