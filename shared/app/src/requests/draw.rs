//! A new request with its id, link and guard, ready to be written.

use domain::{
    Channel, Customer, CustomerId, DelayDays, Delivery, Dialect, DuplicateRule, EmailAddress, Extras, Language,
    NewRequest, OrderId, PersonName, ProductIds, Request, RequestId, ShopRules, Zone,
};
use jiff::Timestamp;
use store::{Sealed, SealedCode};
use vault::{ServiceKeys, ShortCode, TenantKeys};

use crate::Caller;
use crate::requests::CreateRequest;

/// A request to create.
#[derive(Debug, Clone)]
pub struct NewReviewRequest {
    /// The API through which it is created.
    pub dialect: Dialect,
    /// The customer.
    pub recipient: Recipient,
    /// What to review.
    pub products: ProductIds,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// When its first message is to leave.
    pub first_message: FirstMessage,
    /// How the link reaches the customer.
    pub delivery: Delivery,
    /// The customer's language, if the shop gave one that we support.
    pub language: Option<Language>,
    /// The customer's time zone, if the shop gave it.
    pub time_zone: Option<Zone>,
    /// The fields that only the Wix dialect has.
    pub extras: Extras,
}

/// When a request's first message is to leave.
#[derive(Debug, Clone, Copy)]
pub enum FirstMessage {
    /// At this time.
    At(Timestamp),
    /// After the default delay, which the lifetime of the shop's links bounds.
    AfterDefaultDelay,
}

/// The customer of a request.
#[derive(Debug, Clone)]
pub enum Recipient {
    /// The customer with this address, who is created if there is none.
    Addressee {
        /// Their address.
        email: EmailAddress,
        /// Their name, if the shop gave one.
        name: Option<PersonName>,
    },
    /// A stored customer.
    Customer(Box<Customer>),
    /// Unknown: Wix named a contact we don't have. The request cannot be sent.
    Unknown,
}

/// A new request.
pub struct Created {
    /// The request.
    pub request: Request,
    /// Its link.
    pub hub_url: String,
}

impl CreateRequest {
    /// Draws the ids, and puts the request together. `known` is a presumed customer.
    pub(super) fn draw(
        &self,
        caller: &Caller,
        new: &NewReviewRequest,
        known: Option<(&str, CustomerId)>,
        service: &ServiceKeys,
        rules: &ShopRules,
        now: Timestamp,
    ) -> Made {
        let NewReviewRequest {
            dialect,
            recipient,
            products,
            order,
            first_message,
            delivery,
            language,
            time_zone,
            extras,
        } = new.clone();
        let scheduled_at = match first_message {
            FirstMessage::At(at) => at,
            FirstMessage::AfterDefaultDelay => DelayDays::default_for(rules.link_days).after(now),
        };
        let guard = guard(&caller.keys, dialect, &recipient, order.as_ref());
        let code = may_be_texted(&delivery, &recipient);
        let code = code.then(|| SealedCode::new(&ShortCode::mint(&self.random), service));
        let mut sealed = Sealed { email: None, phone: None, name: None, code };
        let known = known.map(|(email_index, id)| (email_index.to_owned(), id));
        let mut customer = known.as_ref().map(|&(_, id)| id);
        let (mut location, mut new_customer) = (None, None);
        let request = RequestId::mint(now, self.random.u16());
        match recipient {
            Recipient::Addressee { email, name } => {
                if known.is_none() {
                    let id = CustomerId::mint(now, self.random.u16());
                    let new = Customer::from_email(id, email.clone(), name.as_ref(), now);
                    new_customer = Some(Customer { first_request: Some(request), ..new });
                    customer = Some(id);
                }
                (sealed.email, sealed.name) = (Some(email), name);
            }
            Recipient::Customer(stored) => {
                (customer, location) = (Some(stored.id), stored.location);
                sealed.name = stored.name();
                (sealed.email, sealed.phone) = (stored.email, stored.phone);
            }
            Recipient::Unknown => {}
        }
        let hub_url = self.links.hub(dialect, &sealed.token(&caller.tenant, request, &caller.keys), service);
        let requested_by = caller.identity;
        let new = NewRequest {
            dialect,
            requested_by,
            customer,
            location,
            order,
            products,
            scheduled_at,
            delivery,
            language,
            time_zone,
            extras,
            guard,
        };
        let request = Request::create(request, new, rules, now);
        Made { created: Created { request, hub_url }, sealed, new_customer, known }
    }
}

pub(super) struct Made {
    pub created: Created,
    pub sealed: Sealed,
    /// The customer to create.
    pub new_customer: Option<Customer>,
    /// A presumed customer with the blind index of their address; the transaction checks it.
    pub known: Option<(String, CustomerId)>,
}

/// Whether an SMS may carry the link: now, or when the shop sends a manual request to a customer without an email address.
fn may_be_texted(delivery: &Delivery, recipient: &Recipient) -> bool {
    let has_email = match recipient {
        Recipient::Addressee { .. } => true,
        Recipient::Customer(customer) => customer.email.is_some(),
        Recipient::Unknown => false,
    };
    delivery.channels.contains(&Channel::Sms) || !has_email
}

/// The key of the row that makes duplicates of a request impossible, where its dialect refuses them.
pub(super) fn guard(
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
