//! Customers: how a person finds one by name, email address, phone number or order, sees the requests to them and all that is stored
//! about them, stops their messages, and exports or erases it.

mod filter;
mod list;
mod privacy;
mod rows;
mod search;
mod show;

use domain::order::OrderId;

pub(crate) use self::filter::Filter;
pub(crate) use self::list::tabs_of_orders;
pub(crate) use crate::ui::CUSTOMERS as HERE;

crate::page::page! {
    get Reader "/console/customers" => list::list;
    post Reader "/console/customers/find" => search::find;
    get Moderator "/console/customers/receipts/{receipt}" => privacy::receipt;
    get Reader "/console/customers/{id}" => show::show;
    post Moderator "/console/customers/{id}/stop" => show::stop;
    post Moderator "/console/customers/{id}/resume" => show::resume;
    post Moderator "/console/customers/{id}/export" => privacy::export;
    get Owner "/console/customers/{id}/erase" => privacy::ask_to_erase;
    post Owner "/console/customers/{id}/erase" => privacy::erase;
}

pub(crate) fn path_of_order(order: OrderId) -> String {
    Filter { order: Some(order), ..Filter::default() }.path()
}

/// The list of the requests that *Today* counts as failed.
pub(crate) fn failed_today() -> String {
    Filter { failed_today: true, ..Filter::default() }.path()
}
