//! What every function shares: start-up, the API key, the JSON body, errors, headers, the native
//! envelope.

mod aws;
mod body;
mod env;
mod error;
mod http;
mod json;
pub mod lambda;
pub mod native;
pub mod openapi;
mod routes;

pub use aws::{StartError, sdk_config};
pub use body::{Fields, JSON_BYTES_MAX, form, json_object, optional_json_object};
pub use env::{Env, Settings};
pub use error::Error;
pub use http::{CallId, REQUEST_ID, Segment, bearer, finish, idempotency};
pub use json::{Problem, object};
pub use routes::{ROUTES, Route};
