//! Rows of shops' own systems: secrets and rules, calls, and what calls said about each order.

mod code;
mod inbound;
mod integration;
mod orders_of_day;
mod reading;
mod stars;

pub(crate) use self::code::{CodeRecord, use_code};
pub use self::inbound::InboundRecord;
pub(crate) use self::integration::ConnectionState;
pub use self::integration::{IntegrationRecord, Rows, SealedIntegration};
pub use self::reading::ReadingRecord;
pub(crate) use self::reading::STEP_QUEUED_FOR;
pub use self::stars::StarsRecord;
