//! What pages read.

mod customers;
mod today;

pub(crate) use customers::{Customers, StoredOf, WholeCustomer};
pub(crate) use today::TodaysPage;
