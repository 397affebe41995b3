//! The operator's function, operation by operation.

use admin::{Failure, handle, start};
use local::World;
use serde_json::{Value, json};

/// What the function answers to an operation, run as its role.
pub async fn run(world: &World, operation: Value) -> Result<Value, Failure> {
    handle(start(&world.env_of("admin")).unwrap(), json!({ "operation": operation })).await
}
