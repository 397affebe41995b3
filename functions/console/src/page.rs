//! What a page registers: its routes, each with the least role that may use it.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;

use crate::gate::{Gate, enter};
use crate::parts::Parts;
use crate::place::Needs;

type Pages = Router<Arc<Parts>>;

pub(crate) struct Page {
    pub routes: &'static [Route],
    /// Adds the routes.
    pub serve: fn(Pages, &Gate) -> Pages,
}

/// A route's method in lower case, its path, and its least role.
pub type Route = (&'static str, &'static str, Needs);

/// Registers a page: the method, the least role, the path and the handler of each route.
macro_rules! page {
    ($($method:ident $needs:ident $path:literal => $($handler:ident)::+;)+) => {
        pub(crate) const PAGE: $crate::page::Page = $crate::page::Page {
            routes: &[$((stringify!($method), $path, $crate::place::Needs::$needs)),+],
            serve: |router, gate| {
                router$(.route(
                    $path,
                    $crate::page::entering(axum::routing::$method($($handler)::+), gate, $crate::place::Needs::$needs),
                ))+
            },
        };
    };
}
pub(crate) use page;

/// A route that checks the caller's role first.
pub(crate) fn entering(route: MethodRouter<Arc<Parts>>, gate: &Gate, needs: Needs) -> MethodRouter<Arc<Parts>> {
    route.layer(from_fn_with_state((gate.clone(), needs), enter))
}
