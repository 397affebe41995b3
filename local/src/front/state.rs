//! What the pages are made from.

use super::{clock::Moves, webhooks::Calls};
use crate::{World, demo::Demo};

/// The running system and its demo shop, as every page gets them.
#[derive(Clone)]
pub(super) struct Front {
    pub(super) world: World,
    pub(super) demo: Demo,
    /// The calls to the receiver of webhooks.
    pub(super) calls: Calls,
    /// The clock's moves.
    pub(super) moves: Moves,
}
