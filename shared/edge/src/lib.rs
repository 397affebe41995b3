//! The parts that all functions share: start-up, authorized calls, JSON bodies, errors, headers, the native envelope.

pub mod asset;
pub mod aws;
pub mod beacon;
pub mod body;
pub mod call;
mod compress;
pub mod contents;
pub mod csv;
pub mod deciding;
pub mod described;
pub mod env;
pub mod error;
pub mod http;
pub mod input;
pub mod json;
pub mod lambda;
pub mod language;
pub mod metrics;
pub mod native;
pub mod openapi;
pub mod page;
pub mod rate_limit;
pub mod respond;
pub mod review;
pub mod routes;
pub mod shown;
pub mod trust;
