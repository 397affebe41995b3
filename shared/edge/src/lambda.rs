//! Running on Lambda: what is left of a `main.rs`.

use axum::Router;
use lambda_http::Error;
use lambda_runtime::LambdaEvent;
use serde::{Serialize, de::DeserializeOwned};

use crate::{Env, StartError, finish};

/// Serves an HTTP function's routes until Lambda stops the process.
///
/// # Errors
/// When the function cannot start, or the Runtime API fails.
pub async fn http(routes: impl FnOnce(&Env) -> Result<Router, StartError>) -> Result<(), Error> {
    log_as_json();
    let env = Env::on_lambda()?;
    let router = finish(routes(&env)?, &env);
    env.prime().await;
    lambda_http::run(router).await
}

/// Serves a function of events until Lambda stops the process.
///
/// # Errors
/// When the function cannot start, or the Runtime API fails.
pub async fn events<P, E, A, F>(
    parts: impl FnOnce(&Env) -> Result<P, StartError>,
    handle: impl Fn(P, E) -> F,
) -> Result<(), Error>
where
    P: Clone,
    E: DeserializeOwned,
    A: Serialize,
    F: Future<Output = Result<A, Error>>,
{
    log_as_json();
    let env = Env::on_lambda()?;
    let parts = parts(&env)?;
    env.prime().await;
    lambda_runtime::run(lambda_runtime::service_fn(|event: LambdaEvent<E>| handle(parts.clone(), event.payload))).await
}

/// One JSON object a line on standard output, where CloudWatch reads it and adds the time.
fn log_as_json() {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .without_time()
        .with_max_level(tracing::Level::INFO)
        .init();
}
