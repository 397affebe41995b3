//! What a page registers: its place in the navigation, and its routes.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;
use members::Role;

use crate::parts::Parts;
use crate::viewer::{Needs, enter};

type Pages = Router<Arc<Parts>>;

pub(crate) struct Page {
    /// The page's place in the navigation; `None` if it is not there.
    pub place: Option<Place>,
    pub routes: &'static [Route],
    /// Adds the routes.
    pub serve: fn(Pages, &Arc<Parts>) -> Pages,
}

/// A route's method in lower case, its path, and its least role.
pub type Route = (&'static str, &'static str, Needs);

/// A place in the navigation: its name, which also makes its text `nav-<name>`, its icon and its address.
pub(crate) struct Place {
    pub name: &'static str,
    pub icon: &'static str,
    pub path: &'static str,
    /// The least role that sees the place.
    pub role: Role,
}

/// Registers a page: its name, icon and least role if it is in the navigation, then the method, the least role, the path and
/// the handler of each route.
macro_rules! page {
    (@place) => { None };
    (@place $name:literal $icon:literal $role:ident) => {
        Some($crate::page::Place {
            name: $name,
            icon: $icon,
            path: concat!("/console/", $name),
            role: ::members::Role::$role,
        })
    };
    ($($name:literal with $icon:literal for $role:ident;)? $($method:ident $needs:ident $path:literal => $($handler:ident)::+;)+) => {
        pub(crate) const PAGE: $crate::page::Page = $crate::page::Page {
            place: $crate::page::page!(@place $($name $icon $role)?),
            routes: &[$((stringify!($method), $path, $crate::viewer::Needs::$needs)),+],
            serve: |router, parts| {
                router$(.route(
                    $path,
                    $crate::page::entering(axum::routing::$method($($handler)::+), parts, $crate::viewer::Needs::$needs),
                ))+
            },
        };
    };
}
pub(crate) use page;

/// A route that checks the caller's role first.
pub(crate) fn entering(route: MethodRouter<Arc<Parts>>, parts: &Arc<Parts>, needs: Needs) -> MethodRouter<Arc<Parts>> {
    route.layer(from_fn_with_state((Arc::clone(parts), needs), enter))
}
