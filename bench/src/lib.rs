//! Measures the release `bootstrap` files as Lambda would run them: separate processes, served by
//! the loopback Runtime API, that reach the small AWS over TLS. What a request's life uses of AWS, and costs there, is
//! measured in this process.

pub mod cost;
pub mod life;
mod logs;
mod meter;
pub mod p1;
mod prices;
pub mod process;
pub mod scene;
mod shop;
mod table;
pub mod tls;
pub mod warm;
pub mod world;
