//! What is done about connections and their calls.

mod find;
mod task;

pub use find::find;
pub use task::{OrderQueue, OrderTask};
