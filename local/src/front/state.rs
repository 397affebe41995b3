//! The state from which the pages are made.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;

use crate::{World, demo::Demo};

/// The running system and its demo shop, as every page gets them.
#[derive(Clone)]
pub(super) struct Front {
    pub(super) world: World,
    pub(super) demo: Demo,
    /// The calls to the receiver of webhooks.
    pub(super) calls: Recent<Received, 200>,
    /// The clock's moves.
    pub(super) moves: Recent<Move, 20>,
}

/// The last `MAX` of what happened since the start.
#[derive(Clone)]
pub(super) struct Recent<T, const MAX: usize>(Arc<Mutex<VecDeque<T>>>);

impl<T, const MAX: usize> Default for Recent<T, MAX> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone, const MAX: usize> Recent<T, MAX> {
    pub(super) fn add(&self, latest: T) {
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        recent.push_front(latest);
        recent.truncate(MAX);
    }

    /// Newest first.
    pub(super) fn list(&self) -> Vec<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

/// The events of one move of the clock.
#[derive(Clone)]
pub(super) struct Move {
    pub(super) to: Timestamp,
    pub(super) passed: String,
    pub(super) happened: Vec<String>,
}

/// A call in `/local/webhooks.json`.
#[derive(Clone, Serialize)]
pub(super) struct Received {
    pub(super) received_at: String,
    pub(super) verified: bool,
    /// Why it is not verified.
    pub(super) problem: Option<&'static str>,
    /// The webhook whose secret made the signature.
    pub(super) webhook: Option<u64>,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: String,
}
