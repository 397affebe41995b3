//! Every stored field of a person is exported, or has a reason why not.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::AttributeValue;
use privacy::DataKind;
use serde_json::{Value, json};

use super::export::exported;
use super::person::{EMAIL, Person, rows};
use crate::docs::items;
use crate::support::Shop;
use Field::{In, Not};

/// The treatment of a stored field in an export.
#[derive(Clone, Copy)]
enum Field {
    /// The list and the field that it is in.
    In(&'static str),
    /// The reason why it is not exported.
    Not(&'static str),
}

const COPY: Field = Not("a copy of what another item holds in clear or sealed, and is exported from");
const INDEX: Field = Not("a keyed hash of what is exported in clear");
const LEADS: Field = Not("only leads to an item that is exported");
const OURS: Field = Not("our own work on it, such as tries and versions");
const SHOPS: Field = Not("a person, a program or the catalog of the shop");

/// Each item of a person with its fields, `*` for all others.
const FIELDS: &[(&str, &[(&str, Field)])] = &[
    (
        "request",
        &[
            ("request.id", In("requests.id")),
            ("request.api", In("requests.api")),
            ("request.by", SHOPS),
            ("request.cust", In("requests.customer_id")),
            ("request.loc", In("requests.location_id")),
            ("request.order", In("requests.order_id")),
            ("request.made_up", Not("says that the order's id is ours")),
            ("request.items", In("requests.items")),
            ("request.made", In("requests.created_at")),
            ("request.due", In("requests.scheduled_at")),
            ("request.until", In("requests.expires_at")),
            ("request.via", In("requests.channels")),
            ("request.reminders", In("requests.reminders")),
            ("request.steps", In("messages.status")),
            ("request.lang", In("requests.language")),
            ("request.zone", In("requests.time_zone")),
            ("request.send_date", In("requests.send_date")),
            ("request.contact", In("requests.contact_id")),
            ("request.automation", SHOPS),
            ("request.opened", In("requests.opened_at")),
            ("request.engaged", In("requests.engaged_at")),
            ("request.postponed", In("requests.postponed_at")),
            ("request.photos", OURS),
            ("request.completed", In("requests.completed_at")),
            ("request.cancelled", In("requests.cancelled_at")),
            ("request.expired", Not("when we counted it as expired; `expires_at` is when it did")),
            ("request.renewal_of", In("requests.renewal_of")),
            ("request.renewals", In("requests.renewals")),
            ("request.guard", INDEX),
            ("request.log", In("requests.timeline")),
            ("request.again", In("requests.timeline")),
            ("version", OURS),
            ("deferred_until", OURS),
            ("nudged_at", OURS),
        ],
    ),
    (
        "personal part",
        &[
            ("email", In("requests.email")),
            ("phone", In("requests.phone")),
            ("name", In("requests.name")),
            ("code", Not("it opens the page, where a reader of the file could write in the person's name")),
            ("code_digest", INDEX),
        ],
    ),
    ("short link", &[("*", LEADS)]),
    ("guard", &[("*", LEADS)]),
    ("order's request", &[("*", LEADS)]),
    ("reply", &[("*", COPY)]),
    ("reply's customer", &[("*", LEADS)]),
    ("person's export", &[("*", LEADS)]),
    (
        "suppression",
        &[
            ("channel", In("suppressions.channel")),
            ("address", In("suppressions.address")),
            ("manual", In("suppressions.reasons")),
            ("bounced", In("suppressions.reasons")),
            ("unsubscribed", In("suppressions.reasons")),
            ("stopped", In("suppressions.reasons")),
            ("complained", In("suppressions.reasons")),
            ("erased", In("suppressions.reasons")),
        ],
    ),
    ("recent messages", &[("*", Not("times of messages, which are in the list of messages"))]),
    ("order's state", &[("*", COPY)]),
    (
        "draft",
        &[
            ("answer", In("drafts.answers")),
            ("question", In("drafts.answers")),
            ("mark", In("drafts.answers")),
            ("language", In("drafts.answers")),
            ("asked_again", Not("whether we asked for more")),
            ("order", Not("the order in which the suggested text has the answers")),
            ("rating", In("drafts.rating")),
            ("headline", In("drafts.headline")),
            ("text", In("drafts.text")),
            ("taken", In("drafts.suggested_text")),
            ("display_name", In("drafts.display_name")),
            ("other_name", In("drafts.other_name")),
            ("saved_on", In("drafts.saved_on")),
            ("saves", OURS),
        ],
    ),
    (
        "photo",
        &[
            ("photo", In("photos.url")),
            ("state", Not("without a URL its file cannot be shown")),
            ("width", In("photos.width")),
            ("height", In("photos.height")),
            ("reason", Not("why its file could not be read")),
            ("created_at", In("photos.created_at")),
        ],
    ),
    (
        "review",
        &[
            ("id", In("reviews.id")),
            ("author", In("reviews.author_id")),
            ("app", SHOPS),
            ("platform", In("reviews.platform")),
            ("external_id", In("reviews.external_review_id")),
            ("product", In("reviews.product_id")),
            ("language", In("reviews.language")),
            ("verification", In("reviews.verification")),
            ("state", In("reviews.state")),
            ("rating", In("reviews.rating")),
            ("headline", In("reviews.headline")),
            ("text", In("reviews.text")),
            ("display_name", In("reviews.display_name")),
            ("photos", In("photos.url")),
            ("edit", In("reviews.pending_edit")),
            ("edit_photos", In("photos.url")),
            ("reply.text", In("reviews.reply")),
            ("reply.created_at", In("reviews.replied_at")),
            ("reply.updated_at", In("reviews.reply_updated_at")),
            ("was_replied", Not("the history says it")),
            ("held_by", In("reviews.held_by")),
            ("held_since", In("reviews.held_since")),
            ("reason", In("reviews.reason")),
            ("by_hand", Not("the history says it")),
            ("returns_held", Not("the history says it")),
            ("changes", Not("the history says it")),
            ("changes.day", Not("the history says it")),
            ("changes.count", Not("the history says it")),
            ("created_at", In("reviews.created_at")),
            ("first_decided_at", In("reviews.first_decided_at")),
            ("published_at", In("reviews.published_at")),
            ("updated_at", In("reviews.updated_at")),
            ("publish_count", Not("the history says it")),
            ("revision", OURS),
            ("undo", In("reviews.before_decision")),
        ],
    ),
    ("review in lists", &[("*", COPY)]),
    ("review in a state", &[("*", COPY)]),
    (
        "review's history",
        &[
            ("at", In("reviews.history")),
            ("lines.what", In("reviews.history")),
            ("lines.by", In("reviews.history")),
            ("lines.by_id", SHOPS),
            ("lines.reason", In("reviews.history")),
            ("lines.rule", In("reviews.history")),
            ("lines.note", In("reviews.history")),
            ("revision", OURS),
        ],
    ),
    ("customer's review", &[("*", LEADS)]),
    ("contact's review", &[("*", LEADS)]),
    ("address' imported review", &[("*", LEADS)]),
    (
        "letter",
        &[
            ("name", In("deliveries.about")),
            ("request", Not("the review has it")),
            ("item", Not("the review has it")),
            ("since", Not("of letters to the shop's owner")),
            ("ordered_at", In("deliveries.ordered_at")),
            ("step", In("deliveries.status")),
            ("version", OURS),
        ],
    ),
    (
        "customer's message",
        &[
            ("via", In("messages.channel")),
            ("reminder", In("messages.reminder")),
            ("due", In("messages.scheduled_at")),
            ("at_once", Not("whether the shop's send window applied")),
            ("throttled", OURS),
            ("unknown", OURS),
            ("state", In("messages.status")),
            ("reports", In("messages.reports")),
            ("listed_at", In("messages.settled_at")),
        ],
    ),
    ("message in the list of all", &[("*", LEADS)]),
    (
        "order",
        &[
            ("status", In("orders.status")),
            ("buyer.email", In("orders.email")),
            ("buyer.name", In("orders.name")),
            ("currency", In("orders.currency")),
            ("lines.item", In("orders.items")),
            ("lines.title", In("orders.items")),
            ("lines.image_url", SHOPS),
            ("lines.url", SHOPS),
            ("lines.unit_price", In("orders.items")),
            ("lines.bought", In("orders.items")),
            ("lines.refunded", In("orders.items")),
            ("placed_at", In("orders.placed_at")),
        ],
    ),
    ("customer's order", &[("*", LEADS)]),
    (
        "charge",
        &[
            ("amount", In("charges.amount")),
            ("currency", In("charges.currency")),
            ("location", In("charges.location_id")),
            ("charged_at", In("charges.charged_at")),
        ],
    ),
    (
        "customer",
        &[
            ("personal", In("customers.first_name")),
            ("signed_up_at", In("customers.signed_up_at")),
            ("has_subscription", In("customers.subscription")),
            ("location", In("customers.location_id")),
            ("first_request", Not("it is among the requests")),
            ("created_at", In("customers.created_at")),
            ("updated_at", In("customers.updated_at")),
            ("version", OURS),
        ],
    ),
    ("customer's email", &[("*", LEADS)]),
    ("customer's phone", &[("*", LEADS)]),
    ("customer's request", &[("*", LEADS)]),
];

/// The fields that hold one value or word each, whatever is in them.
const WHOLE: [&str; 5] = ["edit", "photos", "reports", "state", "step"];

/// The names of the fields in a value: those of documents, maps and lists behind the name of the whole.
fn names(name: &str, value: &AttributeValue, found: &mut BTreeSet<String>) {
    match value {
        AttributeValue::M(map) if !WHOLE.contains(&name) => {
            map.iter().for_each(|(inner, value)| names(&format!("{name}.{inner}"), value, found));
        }
        AttributeValue::L(list) if !WHOLE.contains(&name) && list.iter().any(AttributeValue::is_m) => {
            list.iter().for_each(|value| names(name, value, found));
        }
        AttributeValue::S(text) if name == "request" && text.starts_with('{') => {
            let document: Value = serde_json::from_str(text).unwrap();
            found.extend(document.as_object().unwrap().keys().map(|inner| format!("{name}.{inner}")));
        }
        // A draft's fields of each question have its number.
        _ => drop(found.insert(name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_').to_owned())),
    }
}

#[tokio::test]
async fn every_field_is_exported_or_has_its_reason() {
    let shop = Shop::new().await;
    Person::live(&shop).await;
    let kinds = items::kinds();
    let is_of_a_person = |item: &str| DataKind::ALL.iter().any(|kind| kind.items().contains(&item));
    let mut stored = BTreeSet::new();
    for row in rows(&shop).await {
        let [pk, sk] = ["PK", "SK"].map(|name| row[name].as_s().unwrap());
        let kind = kinds.iter().find(|kind| kind.has(pk, sk)).unwrap_or_else(|| panic!("{pk} {sk}"));
        let fields =
            row.iter().filter(|(name, _)| !["PK", "SK", "ttl", "due_shard", "due_at"].contains(&name.as_str()));
        let mut found = BTreeSet::new();
        fields.for_each(|(name, value)| names(name, value, &mut found));
        if is_of_a_person(&kind.name) {
            stored.extend(found.into_iter().map(|name| (kind.name.clone(), name)));
        }
    }
    assert!(stored.len() > 100, "little is stored: {stored:?}");
    let (document, _) = exported(&shop, json!({"email": EMAIL})).await;
    let lists = |path: &str| {
        let (list, field) = path.split_once('.').unwrap();
        let rows = document[list].as_array().unwrap();
        rows.iter().any(|row| row.get(field).is_some())
    };
    for (item, fields) in FIELDS {
        for (name, field) in *fields {
            match field {
                In(path) => assert!(lists(path), "{item}: {name} is not in {path}"),
                Not(reason) => assert!(!reason.is_empty(), "{item}: {name} has no reason"),
            }
        }
    }
    let named = |item: &str, name: &str| {
        let fields = FIELDS.iter().find(|(listed, _)| *listed == item).map(|(_, fields)| *fields);
        fields.unwrap_or_default().iter().any(|(listed, _)| *listed == name || *listed == "*")
    };
    let unnamed: Vec<_> = stored.iter().filter(|(item, name)| !named(item, name)).collect();
    assert_eq!(unnamed, Vec::<&(String, String)>::new(), "neither exported nor with a reason in FIELDS");
}
