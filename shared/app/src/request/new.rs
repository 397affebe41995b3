//! A request to create, and what is written together with it.

use domain::customer::Customer;
use domain::order::{OrderId, ProductIds};
use domain::request::{Request, RequestOptions};
use domain::values::{Channel, CustomerId, Dialect, DuplicateRule, EmailAddress, PersonName, Reminders, RequestOrigin};
use jiff::Timestamp;
use store::request::personal::RequestRecipient;
use vault::TenantKeys;

#[derive(Debug, Clone)]
pub struct NewReviewRequest {
    pub dialect: Dialect,
    pub origin: RequestOrigin,
    pub recipient: Recipient,
    pub products: ProductIds,
    pub order: Option<OrderId>,
    pub first_message: FirstMessage,
    /// The channels by which the link reaches the customer, each once, in the order of use; none if the shop shares the
    /// link itself.
    pub channels: Vec<Channel>,
    /// How many reminders follow the first message; `None` for the shop's default.
    pub reminders: Option<Reminders>,
    /// The options that not every call gives.
    pub options: RequestOptions,
}

/// When a request's first message is to leave.
#[derive(Debug, Clone, Copy)]
pub enum FirstMessage {
    At(Timestamp),
    /// After the default delay, or earlier if the shop's links would not live long enough.
    AfterDefaultDelay,
}

#[derive(Debug, Clone)]
pub enum Recipient {
    /// The customer with this address, who is created if there is none.
    Addressee {
        email: EmailAddress,
        name: Option<PersonName>,
    },
    Customer(Box<Customer>),
    /// Unknown: Wix named a contact that is not a customer here. The request cannot be sent.
    Unknown,
}

pub struct Created {
    pub request: Request,
    pub hub_url: String,
}

pub(super) struct Made {
    pub created: Created,
    pub sealed: RequestRecipient,
    pub new_customer: Option<Customer>,
    /// A customer who probably has the address with this blind index; the transaction checks that.
    pub known: Option<(String, CustomerId)>,
}

/// Whether an SMS may carry the link, now or when the shop sends a manual request to a customer without an email
/// address.
pub(super) fn may_be_texted(channels: &[Channel], recipient: &Recipient) -> bool {
    let has_email = match recipient {
        Recipient::Addressee { .. } => true,
        Recipient::Customer(customer) => customer.email.is_some(),
        Recipient::Unknown => false,
    };
    channels.contains(&Channel::Sms) || !has_email
}

/// The uniqueness key of a request, if its dialect refuses duplicates.
pub(super) fn uniqueness_key(
    keys: &TenantKeys,
    dialect: Dialect,
    recipient: &Recipient,
    order: Option<&OrderId>,
) -> Option<String> {
    match (dialect.policy().duplicates, recipient) {
        (DuplicateRule::CustomerAndOrder, Recipient::Addressee { email, name: _ }) => {
            order.map(|order| keys.order_index(email, order))
        }
        (DuplicateRule::Customer, Recipient::Customer(customer)) => Some(format!("ask-{}", customer.id)),
        (DuplicateRule::CustomerAndOrder, Recipient::Customer(_) | Recipient::Unknown)
        | (DuplicateRule::Customer, Recipient::Addressee { .. } | Recipient::Unknown)
        | (DuplicateRule::Allowed, _) => None,
    }
}
