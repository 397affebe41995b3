//! Use cases about connections and their calls.

mod connections;
mod find;
mod reading;
mod record;
mod shop_calls;
mod silence;
mod take;
mod task;
mod webhooks;

pub use connections::{Integration, IntegrationChange, IntegrationRefusal, Integrations};
pub use find::find;
pub use reading::BeginReading;
pub use record::record_call;
pub use shop_calls::ShopCalls;
pub use silence::{SystemTrouble, look_for_silence, troubles};
pub use take::TakeOrders;
use task::OrderWork;
pub use task::{OrderQueue, OrderTask};
pub use webhooks::{ShopWebhooks, TopicWebhook, WebhooksRefusal};
