//! Clients that wait to be needed.

use std::sync::{Arc, LazyLock};

/// A service client that is made when it is first used, and shared from then on.
///
/// Making one costs half a million instructions of a cold start, most of them to read the same list
/// of regions, and many calls never use some of a function's.
pub type LazyClient<C> = Arc<LazyLock<C, Box<dyn FnOnce() -> C + Send>>>;
