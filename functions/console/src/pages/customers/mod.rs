//! Customers: how a person finds one by email address or phone number, sees all that is stored about them, stops
//! their messages, and exports or erases it.

mod list;
mod privacy;
mod search;
mod show;

crate::page::page! {
    "customers" with "chat" for Reader;
    get Reader "/console/customers" => list::list;
    post Reader "/console/customers/find" => search::find;
    post Reader "/console/requests/find" => search::find_requests;
    get Moderator "/console/customers/receipts/{receipt}" => privacy::receipt;
    get Reader "/console/customers/{id}" => show::show;
    post Moderator "/console/customers/{id}/stop" => show::stop;
    post Moderator "/console/customers/{id}/resume" => show::resume;
    post Moderator "/console/customers/{id}/export" => privacy::export;
    get Owner "/console/customers/{id}/erase" => privacy::ask_to_erase;
    post Owner "/console/customers/{id}/erase" => privacy::erase;
}

pub(crate) use crate::ui::CUSTOMERS as HERE;
