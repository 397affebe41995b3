//! Customers, what they bought and paid, and suppressions.

use domain::customer::{Charge, Customer, PostalAddress};
use domain::order::{Buyer, Order, OrderLine, OrderPlace};
use domain::values::Detail;
use serde_json::{Value, json};
use store::message::suppression::SuppressedRecipient;

use super::time;

pub(super) fn customer(customer: &Customer) -> Value {
    let Customer {
        id,
        first_name,
        last_name,
        email,
        phone,
        company,
        signed_up_at,
        has_subscription,
        notes,
        address: PostalAddress { address1, address2, city, state, postal_code },
        location,
        first_request: _, // among the requests
        created_at,
        updated_at,
        version: _, // counts saves
    } = customer;
    let detail = |detail: &Option<Detail>| detail.as_ref().map(|detail| detail.as_str().to_owned());
    json!({
        "id": id.guid().to_string(),
        "first_name": first_name.as_ref().map(|name| name.as_str()),
        "last_name": last_name.as_ref().map(|name| name.as_str()),
        "email": email.as_ref().map(|email| email.as_typed()),
        "phone": phone.as_ref().map(|phone| phone.as_str()),
        "company": detail(company),
        "notes": notes.as_ref().map(|notes| notes.as_str()),
        "address1": detail(address1),
        "address2": detail(address2),
        "city": detail(city),
        "state": detail(state),
        "postal_code": detail(postal_code),
        "signed_up_at": signed_up_at.map(time),
        "subscription": has_subscription,
        "location_id": location.map(|location| location.guid().to_string()),
        "created_at": time(*created_at),
        "updated_at": time(*updated_at),
    })
}

pub(super) fn order(order: &Order) -> Value {
    let Order {
        place: OrderPlace { system, id: system_id },
        id,
        as_of: _,    // decides which call counts
        reported: _, // in the status
        buyer,
        language,
        tags,
        agrees,
        currency,
        lines,
        country,
        is_test,
        is_in_store,
        is_unpaid,
        placed_at,
        completed_at: _,  // when it was delivered
        shipments: _,     // the same
        deleted_at: _,    // in the status
        is_anonymised: _, // then it is about nobody
    } = order;
    let lines = lines.iter().map(|line| {
        let OrderLine { item, title, unit_price, quantity, sku, is_gift_card, .. /* of the shop's catalog */ } = line;
        json!({
            "item_id": item.as_ref().map(|item| item.as_str()),
            "title": title.as_str(),
            "unit_price": unit_price.units(),
            "quantity": quantity.bought(),
            "refunded_quantity": quantity.refunded(),
            "sku": sku,
            "gift_card": is_gift_card,
        })
    });
    let (email, name) = buyer.as_ref().map(|Buyer { email, name }| (email.as_typed(), name.as_ref())).unzip();
    json!({
        "id": id.as_str(),
        "system": system.as_str(),
        "system_id": system_id,
        "status": order.status().as_str(),
        "email": email,
        "name": name.flatten().map(|name| name.as_str()),
        "language": language,
        "country": country.as_ref().map(|country| country.as_str()),
        "tags": tags,
        "agrees_to_marketing": agrees,
        "currency": currency.as_str(),
        "items": lines.collect::<Vec<_>>(),
        "test": is_test,
        "in_store": is_in_store,
        "placed_at": placed_at.map(time),
        "delivered_at": order.delivered_at().map(time),
        "paid": !is_unpaid,
    })
}

pub(super) fn charge(charge: &Charge) -> Value {
    let Charge { id, customer, amount, currency, location, charged_at } = charge;
    json!({
        "id": id.get(),
        "customer_id": customer.guid().to_string(),
        "amount": amount.map(|amount| amount.units()),
        "currency": currency.as_ref().map(|currency| currency.as_str()),
        "location_id": location.map(|location| location.guid().to_string()),
        "charged_at": time(*charged_at),
    })
}

pub(super) fn suppression(stored: &SuppressedRecipient) -> Value {
    let SuppressedRecipient {
        index: _, // a keyed hash of the address
        channel,
        address,
        reason: _, // the strongest of the reasons
        since: _,  // among the reasons
        reasons,
    } = stored;
    let reasons = reasons.iter().map(|(reason, since)| json!({"reason": reason.as_str(), "since": time(*since)}));
    json!({"channel": channel.as_str(), "address": address, "reasons": reasons.collect::<Vec<_>>()})
}
