//! A function's table of contents: its handlers, from which its router, its OpenAPI description and its lines in
//! [`ROUTES`](crate::routes::ROUTES) are made. A handler's method and path are written only once, in its
//! `#[utoipa::path]`.

#[doc(hidden)]
pub use pastey::paste;

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter};
use utoipa::Path;
use utoipa::openapi::{HttpMethod, OpenApi};

use crate::openapi::{operations, query};
use crate::respond::preflight;

/// Lists a function's handlers. Handlers with the same path must follow one another:
///
/// ```ignore
/// edge::contents! {
///     pub struct Contents(Arc<Parts>);
///     dialect: native("Statistics", "Counters of requests."),
///     handlers: [stats],
///     // Optional, in this order:
///     public: [page],                   // handlers for the pages of other hosts, too: with OPTIONS and CORS
///     any: ["/vendor/{proxy+}"],        // route keys of API Gateway for any method
///     components: (schemas(SortWord)),  // for OpenAPI, in addition to what the handlers name
/// }
/// ```
///
/// `Contents::serve` adds the handlers to a router without building a description, and `Contents::api` describes them.
#[macro_export]
macro_rules! contents {
    (
        $(#[$about:meta])* $visible:vis struct $contents:ident($state:ty);
        dialect: $dialect:expr,
        handlers: [$($($handler:ident)::+),* $(,)?],
        $(public: [$($($public:ident)::+),* $(,)?],)?
        $(any: [$($any:literal),* $(,)?],)?
        $(components: $components:tt,)?
    ) => {
        $(#[$about])*
        $visible struct $contents;

        impl $contents {
            /// Adds the handlers, with this prefix in front of each path.
            fn serve(router: ::axum::Router<$state>, prefix: &'static str) -> ::axum::Router<$state> {
                let handlers = $crate::contents::Handlers::new(router, prefix);
                $(let handlers = handlers.on($crate::operation!($($handler)::+), $($handler)::+);)*
                $(
                    let handlers = handlers.public();
                    $(let handlers = handlers.on($crate::operation!($($public)::+), $($public)::+);)*
                )?
                handlers.finish()
            }

            $visible fn api() -> $crate::contents::Api {
                #[derive(::utoipa::OpenApi)]
                #[openapi(
                    paths($($($handler)::+,)* $($($($public)::+,)*)?)
                    $(, components $components)?
                )]
                struct Document;
                let document = <Document as ::utoipa::OpenApi>::openapi();
                $crate::contents::Api::new($crate::openapi::describe(document, &$dialect))
                    $($(.with_options($crate::operation!($($public)::+)))*)?
                    $($(.with_any($any))*)?
            }
        }
    };
}

/// The description that `#[utoipa::path]` made of a handler.
#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    ($handler:ident) => { $crate::contents::paste!([<__path_ $handler>]) };
    ($module:ident::$handler:ident) => { $crate::contents::paste!($module::[<__path_ $handler>]) };
    ($outer:ident::$inner:ident::$handler:ident) => { $crate::contents::paste!($outer::$inner::[<__path_ $handler>]) };
}

pub struct Handlers<S> {
    router: Router<S>,
    prefix: &'static str,
    public: bool,
    /// The path of the last handler. It is added once, with all its methods, because axum is slow when a path is added
    /// again.
    path: String,
    methods: MethodRouter<S>,
}

impl<S: Clone + Send + Sync + 'static> Handlers<S> {
    pub fn new(router: Router<S>, prefix: &'static str) -> Self {
        Self { router, prefix, public: false, path: String::new(), methods: MethodRouter::new() }
    }

    /// Adds a handler with the method and path in its description.
    pub fn on<P: Path, H: Handler<T, S>, T: 'static>(self, _description: P, handler: H) -> Self {
        let path = P::path();
        let mut handlers = if self.path == path { self } else { Self { path, ..self.next() } };
        if let Some(method) = P::methods().into_iter().map(filter).reduce(MethodFilter::or) {
            handlers.methods = handlers.methods.on(method, handler);
        }
        handlers
    }

    /// Lets pages of other hosts read the answers of the following handlers, and all errors below their paths, as
    /// [`routes::is_public`](crate::routes) says.
    #[must_use]
    pub fn public(self) -> Self {
        Self { public: true, ..self.next() }
    }

    pub fn finish(self) -> Router<S> {
        self.next().router
    }

    /// Adds the last path to the router.
    fn next(self) -> Self {
        let Self { router, prefix, public, path, methods } = self;
        if path.is_empty() {
            return Self { router, prefix, public, path, methods };
        }
        let methods = if public { methods.options(preflight) } else { methods };
        let path = if prefix.is_empty() { path } else { prefix.to_owned() + &path };
        Self { public, ..Self::new(router.route(&path, methods), prefix) }
    }
}

fn filter(method: HttpMethod) -> MethodFilter {
    match method {
        HttpMethod::Get => MethodFilter::GET,
        HttpMethod::Post => MethodFilter::POST,
        HttpMethod::Put => MethodFilter::PUT,
        HttpMethod::Delete => MethodFilter::DELETE,
        HttpMethod::Options => MethodFilter::OPTIONS,
        HttpMethod::Head => MethodFilter::HEAD,
        HttpMethod::Patch => MethodFilter::PATCH,
        HttpMethod::Trace => MethodFilter::TRACE,
    }
}

/// The routes of a function, described by OpenAPI or not.
pub struct Api {
    pub document: OpenApi,
    /// Routes that OpenAPI does not describe, by method and path.
    undescribed: Vec<(&'static str, String)>,
}

impl Api {
    pub const fn new(document: OpenApi) -> Self {
        Self { document, undescribed: Vec::new() }
    }

    /// The same routes, and OPTIONS for the path of this operation.
    #[must_use]
    pub fn with_options<P: Path>(mut self, _operation: P) -> Self {
        self.undescribed.push(("OPTIONS", P::path()));
        self
    }

    /// The same routes, and a path for any method.
    #[must_use]
    pub fn with_any(mut self, path: &str) -> Self {
        self.undescribed.push(("ANY", path.to_owned()));
        self
    }

    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.document.merge(other.document);
        self.undescribed.extend(other.undescribed);
        self
    }

    /// All routes, by method and path, each with the parameters of its query.
    pub fn routes(self) -> Vec<(&'static str, String, Vec<String>)> {
        let mut routes = Vec::new();
        for (path, mut item) in self.document.paths.paths {
            routes.extend(operations(&mut item).map(|(method, operation)| (method, path.clone(), query(operation))));
        }
        routes.extend(self.undescribed.into_iter().map(|(method, path)| (method, path, Vec::new())));
        routes
    }
}
