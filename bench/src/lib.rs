//! Measures the release `bootstrap` files as Lambda would run them: separate processes, served by
//! the loopback Runtime API, that reach the small AWS over TLS.

pub mod life;
pub mod p1;
pub mod process;
pub mod scene;
mod shop;
mod table;
pub mod tls;
pub mod warm;
pub mod world;
