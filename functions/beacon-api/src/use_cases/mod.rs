//! The use cases behind the handlers.

mod ask;
mod changes;
mod customers;
mod locations;
mod numbered;

pub use ask::{AskCustomer, NewAsk};
pub use changes::{AddressChanges, CustomerChanges};
pub use customers::{Customers, NewCharge};
pub use locations::{LocationChanges, Locations};
pub use numbered::{NumberedPage, PageAsked};
