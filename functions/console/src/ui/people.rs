//! How the console calls customers and members, and where a customer's page is.

use app::caller::OURSELVES;
use domain::customer::Customer;
use domain::values::{CustomerId, Guid, MemberId, ShopSystem};

use crate::api::audit::OPERATOR;
use crate::failure::Failure;
use crate::viewer::Viewer;

pub(crate) const CUSTOMERS: &str = "/console/customers";

/// A customer's page.
pub(crate) fn path_of(customer: CustomerId) -> String {
    format!("{CUSTOMERS}/{}", customer.guid())
}

pub(crate) fn customer_id(text: &str) -> Result<CustomerId, Failure> {
    Guid::parse(text).ok().and_then(CustomerId::from_guid).ok_or(Failure::NotFound)
}

/// A customer's name or, if unknown, the address, else the number, else "unnamed".
pub(crate) fn called(viewer: &Viewer, customer: &Customer) -> String {
    let name = customer.name().map(|name| name.as_str().to_owned());
    let recipient = || customer.recipients().next().map(|recipient| recipient.as_str().to_owned());
    name.or_else(recipient).unwrap_or_else(|| viewer.texts.say("customer-unnamed").to_string())
}

/// The address of a member, if they still are one.
pub(crate) fn member(viewer: &Viewer, id: &str) -> Option<String> {
    let email = viewer.members.email(&MemberId::parse(id).ok()?, &viewer.keys).ok()??;
    Some(email.as_typed().to_owned())
}

pub(crate) fn person(viewer: &Viewer, by: &str) -> String {
    let said = |text: &str, id: &str| viewer.texts.say(text).words("id", id).to_string();
    match by.split_once(':') {
        Some(("member", id)) => member(viewer, id).unwrap_or_else(|| said("audit-member", id)),
        Some(("key", id)) => said("audit-key", id),
        _ if by == OURSELVES => "Afterword".to_owned(),
        _ if by == OPERATOR => viewer.texts.say("audit-operator").to_string(),
        _ => match ShopSystem::parse(by) {
            Some(system) => system.name().to_owned(),
            None => viewer.texts.say("audit-guest").to_string(),
        },
    }
}
