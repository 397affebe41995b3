//! Service clients that are built at their first use.

use std::sync::{Arc, LazyLock};

/// A service client that is built at its first use and shared from then on.
///
/// Building a client takes half a million instructions of a cold start, most of them to read the same list of regions,
/// and many calls do not use all of a function's clients. The type is in this crate because it is the lowest crate that
/// calls a service.
pub type LazyClient<C> = Arc<LazyLock<C, Box<dyn FnOnce() -> C + Send>>>;
