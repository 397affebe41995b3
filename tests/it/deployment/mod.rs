//! What AWS deploys from `template.yaml`: resources, roles, routes, and each function as a process within its memory
//! and time.

pub mod bootstrap;
mod cloudformation;
mod memory;
pub mod permissions;
mod routes;
pub mod template;
mod time_limits;
