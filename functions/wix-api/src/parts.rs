//! The use cases that the handlers call.

use app::clock::Clock;
use app::request::{CancelRequest, CreateRequest};
use app::review::{Moderate, Reviews};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use edge::aws::StartError;
use edge::call::{Calls, bearer};
use edge::env::Env;
use vault::Random;

use crate::use_cases::{RemoveRequest, SearchRequests};

pub(crate) struct Parts {
    pub(crate) calls: Calls,
    pub(crate) create: CreateRequest,
    pub(crate) search: SearchRequests,
    pub(crate) cancel: CancelRequest,
    pub(crate) remove: RemoveRequest,
    pub(crate) reviews: Reviews,
    pub(crate) moderate: Moderate,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;

impl Parts {
    pub(crate) fn new(env: &Env) -> Result<Self, StartError> {
        let (store, vault) = (env.store()?, env.vault()?);
        let links = env.links(&store, &vault)?;
        Ok(Self {
            calls: env.calls(&store, &vault)?.with_key(api_key),
            create: env.create_request(links, None)?,
            search: SearchRequests { store: store.clone() },
            cancel: CancelRequest { store: store.clone(), schedules: env.schedule_group()? },
            remove: RemoveRequest { store: store.clone() },
            moderate: Moderate { store: store.clone(), files: env.photo_files()? },
            reviews: Reviews { store, bucket: env.bucket()? },
            clock: env.clock.clone(),
            random: env.random.clone(),
        })
    }
}

/// The API key. The vendor's SDK sends it without `Bearer`, other clients with it.
fn api_key(headers: &HeaderMap) -> Option<&str> {
    bearer(headers).or_else(|| Some(headers.get(AUTHORIZATION)?.to_str().ok()?.trim()))
}
