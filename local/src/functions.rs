//! The only list of functions. It determines which functions run here, what `openapi.json` describes, and whose
//! permissions the tests check.
//!
//! A new HTTP function is one word in [`http`]; a new event function is a field of [`Functions`].

use std::collections::HashMap;

use axum::Router;
use edge::aws::StartError;
use edge::contents::Api;
use edge::env::Env;
use small_aws::SmallAws;

use crate::gateway::one_host;

pub struct HttpFunction {
    crate_name: &'static str,
    routes: fn(&Env) -> Result<Router, StartError>,
    pub api: fn() -> Api,
}

impl HttpFunction {
    /// The function's name outside of Rust, such as `create-request`.
    pub fn name(&self) -> String {
        self.crate_name.replace('_', "-")
    }
}

/// The functions behind API Gateway, in the order of `openapi.json`.
pub fn http() -> Vec<HttpFunction> {
    macro_rules! list {
        ($($function:ident),* $(,)?) => {
            vec![$(HttpFunction {
                crate_name: stringify!($function),
                routes: $function::routes,
                api: $function::Contents::api,
            }),*]
        };
    }
    list![
        create_request,
        list_requests,
        cancel_request,
        stats,
        beacon_api,
        shop_api,
        reviews_api,
        invitations_api,
        public_pages,
        orders_in,
        hub,
        wix_api,
        console,
    ]
}

const EVENT_CRATES: [&str; 9] = [
    "admin",
    "deliver_webhooks",
    "import_reviews",
    "mail_events",
    "privacy",
    "reconcile",
    "send_request",
    "take_orders",
    "take_photo",
];

/// Every function's crate, as the log names it.
pub fn crate_names() -> impl Iterator<Item = &'static str> {
    http().into_iter().map(|function| function.crate_name).chain(EVENT_CRATES)
}

/// All functions, started.
pub struct Functions {
    /// The HTTP functions behind one router, as API Gateway puts them behind one host.
    pub http: Router,
    pub send_request: send_request::Parts,
    /// The consumer of reports about messages.
    pub mail_events: mail_events::Parts,
    pub deliver_webhooks: deliver_webhooks::Parts,
    /// The worker that exports and erases a person's data.
    pub privacy: privacy::Parts,
    pub import_reviews: import_reviews::Parts,
    /// The repairs and reports of every five minutes.
    pub reconcile: reconcile::Parts,
    /// The consumer of calls of shops' own systems.
    pub take_orders: take_orders::Parts,
    /// The consumer of S3's events about photos.
    pub take_photo: take_photo::Parts,
    pub admin: admin::Parts,
}

impl Functions {
    /// Starts each function with the environment that `env` returns for its name. The time limit of an HTTP function is
    /// the one in this AWS.
    pub fn start(aws: &SmallAws, env: impl Fn(&str) -> Env) -> Result<Self, StartError> {
        let mut http_functions = HashMap::new();
        for function in http() {
            let (name, env) = (function.name(), env(&function.name()));
            http_functions.insert(name, edge::http::finish((function.routes)(&env)?, &env));
        }
        Ok(Self {
            http: one_host(aws, http_functions),
            send_request: send_request::start(&env("send-request"))?,
            mail_events: mail_events::start(&env("mail-events"))?,
            deliver_webhooks: deliver_webhooks::start(&env("deliver-webhooks"))?,
            privacy: privacy::start(&env("privacy"))?,
            import_reviews: import_reviews::start(&env("import-reviews"))?,
            reconcile: reconcile::start(&env("reconcile"))?,
            take_orders: take_orders::start(&env("take-orders"))?,
            take_photo: take_photo::start(&env("take-photo"))?,
            admin: admin::start(&env("admin"))?,
        })
    }
}
