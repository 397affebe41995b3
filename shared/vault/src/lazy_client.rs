//! Clients that are built when they are first used.

use std::sync::{Arc, LazyLock};

/// A service client that is built on first use and shared from then on.
///
/// Building one costs half a million instructions of a cold start, most of them to read the same list
/// of regions, and many calls never use some of a function's clients.
///
/// The type is here because this is the lowest crate that calls a service: `store`, `app` and `edge` build on it, and
/// `domain` knows no services.
pub type LazyClient<C> = Arc<LazyLock<C, Box<dyn FnOnce() -> C + Send>>>;
