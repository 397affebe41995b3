//! Customers: how a person finds one by email address or phone number, sees all that is stored about them, stops
//! their messages, and exports or erases it.

mod list;
mod privacy;
mod show;
mod stop;

use domain::values::CustomerId;

crate::page::page! {
    "customers" with "chat" for Reader;
    get Reader "/console/customers" => list::list;
    post Reader "/console/customers/find" => list::find;
    get Moderator "/console/customers/receipts/{receipt}" => privacy::receipt;
    get Reader "/console/customers/{id}" => show::show;
    post Moderator "/console/customers/{id}/stop" => stop::stop;
    post Moderator "/console/customers/{id}/resume" => stop::resume;
    post Moderator "/console/customers/{id}/export" => privacy::export;
    get Owner "/console/customers/{id}/erase" => privacy::ask_to_erase;
    post Owner "/console/customers/{id}/erase" => privacy::erase;
}

pub(crate) const HERE: &str = "/console/customers";

/// A customer's page.
pub(crate) fn path(customer: CustomerId) -> String {
    format!("{HERE}/{}", customer.guid())
}

/// A customer's name or, if unknown, the address, else the number, else "unnamed".
pub(crate) fn called(viewer: &crate::viewer::Viewer, customer: &domain::customer::Customer) -> String {
    let name = customer.name().map(|name| name.as_str().to_owned());
    let recipient = || customer.recipients().next().map(|recipient| recipient.as_str().to_owned());
    name.or_else(recipient).unwrap_or_else(|| viewer.texts.say("customer-unnamed").to_string())
}
