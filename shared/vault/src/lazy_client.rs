//! Service clients that are built at their first use.

use std::sync::{Arc, LazyLock};

/// A service client that is built at its first use and shared from then on.
///
/// Building one costs half a million instructions of a cold start, most of them to read the same list of regions, and many calls
/// never use some of a function's clients. The type is in this crate because it is the lowest that calls a service.
pub type LazyClient<C> = Arc<LazyLock<C, Box<dyn FnOnce() -> C + Send>>>;
