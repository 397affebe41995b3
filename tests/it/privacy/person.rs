//! A person with every kind of data, through every API, and the search for what is left.

use domain::values::{EmailAddress, Phone};
use vault::TenantKeys;

use crate::support::*;

pub const EMAIL: &str = "canary.kestrel@example.com";
pub const PHONE: &str = "+491719876543";
pub const NAME: &str = "Wilhelmina Canary";
/// The customer's fields that the shop sets, without the addresses.
pub const CUSTOMER: [(&str, &str); 8] = [
    ("first_name", "Kunigunde"),
    ("last_name", "Kanarienvogel"),
    ("company", "Starling Feathers"),
    ("notes", "Sings off key on Tuesdays"),
    ("address1", "7 Nightjar Lane"),
    ("address2", "Third nest"),
    ("city", "Owlbury"),
    ("postal_code", "NJ7 4AR"),
];
pub const WORDS: &str = "Canaries sing in this review";
pub const EDIT: &str = "Canaries sing louder. Call +49 171 9876543";
pub const SHOWN: &str = "Willa C.";
pub const ANSWER: &str = "Every canary morning, with oats";
pub const BEGUN: &str = "Begun beneath the budgerigar";
pub const UNSURE: &str = "Willa Perhaps";
pub const PROBLEM: &str = "Feathers in the parcel";
pub const REPLY: &str = "Dear Ms Goldfinch, thank you";
pub const NOTE: &str = "The author is Wilhelmina Goldfinch";

/// The person's strings that must not be found.
pub fn canaries() -> Vec<&'static str> {
    let all = [EMAIL, PHONE, NAME, WORDS, EDIT, SHOWN, ANSWER, BEGUN, UNSURE, PROBLEM, REPLY, NOTE];
    all.into_iter().chain(CUSTOMER.map(|(_, given)| given)).collect()
}

/// The person, with the keys that lead to them.
pub struct Person {
    pub customer: String,
    pub hub: String,
    pub review: u64,
    pub waiting: u64,
}

async fn with_key(shop: &Shop, path: &str, body: &Value) -> Reply {
    let reply = shop.call("POST", path).header("idempotency-key", path).json(body).send().await;
    assert!(reply.status.is_success(), "{path}: {}", reply.body);
    reply
}

impl Person {
    /// Does everything that stores data about the person.
    pub async fn live(shop: &Shop) -> Self {
        shop.sets(json!({"messages_a_month": 100, "reply_to": "help@fern-and-oak.example"})).await;
        // More Good Reviews.
        let mut profile = json!({"email": EMAIL, "phone": PHONE});
        CUSTOMER.iter().for_each(|(name, given)| profile[*name] = json!(given));
        let customer = with_key(shop, "/beacon/customers", &profile).await.json()["data"]["id"].clone();
        let customer = customer.owned();
        with_key(shop, "/beacon/charges", &json!({"email": EMAIL, "amount": 1_250, "currency": "EUR"})).await;
        with_key(shop, "/beacon/asks", &json!({"phone": PHONE, "reminders_count": 1})).await;
        // The shop's own API, and BetterReviews'.
        let buyer = json!({"email": EMAIL, "name": NAME});
        let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
        let order = json!({"status": "delivered", "currency": "EUR", "buyer": buyer, "lines": [line]});
        let order_id = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
        for id in ["A", order_id] {
            shop.put(format!("/api/v1/orders/{id}"), &order).await.is(200);
        }
        let request = json!({"email": EMAIL, "customer_name": NAME, "product_ids": [MUG, TRAY], "order_id": "A",
            "delay_days": 0});
        let made = with_key(shop, "/api/v1/review-requests/send", &request).await.json();
        let hub = crate::support::path_of(made["hub_url"].text());
        let (waiting, _) = shop.created(json!({"email": EMAIL, "customer_name": NAME, "delay_days": 7})).await;
        // Amino.
        with_key(shop, "/api/v1/invitations", &json!({"email": EMAIL, "name": NAME, "order_ref": "B"})).await;
        // Wix: a request for an order, one for a contact, one that is removed, and a reply that names the person
        // because it lists them.
        const WIX: &str = "/reviews/v2/review-requests";
        let of_order = json!({"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": order_id}}});
        with_key(shop, WIX, &of_order).await;
        let contact = json!({"reviewRequest": {
            "communicationChannel": "EMAIL", "recipient": {"contactId": customer}, "items": [{"catalogItemId": "cup"}],
        }});
        let removed = shop.post(WIX, contact).await.json();
        let removed = removed["reviewRequest"]["id"].owned();
        with_key(shop, &format!("{WIX}/query"), &json!({})).await;
        let all = "/reviews/v2/bulk/review-requests/cancel-by-filter";
        shop.put(all, json!({"filter": {"id": removed}})).await.is(200);
        shop.delete(format!("{WIX}/{removed}")).await.is(200);
        shop.settle().await;
        let review = Self::write(shop, &hub).await;
        // They stop messages by both channels.
        for address in [EMAIL, PHONE] {
            let address: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
            shop.suppresses(&address).await;
        }
        Self { customer, hub, review, waiting }
    }

    /// A review with a photo, an answer, a note by the shop and a later edit that waits; a draft for another review, and
    /// a problem with the order.
    async fn write(shop: &Shop, hub: &str) -> u64 {
        shop.browse(hub).await;
        shop.sends("chat", hub, &[("item", "1"), ("turn", "2"), ("answer", ANSWER)]).await.is(303);
        shop.sends("draft", hub, &[("item", "1"), ("text", BEGUN), ("display_name", UNSURE)]).await.is(303);
        shop.submit("/review/hub/problem", &[("token", token_of(hub)), ("words", PROBLEM)]).await.is(303);
        crate::hub::photos::upload(shop, hub, &crate::hub::photos::jpeg(8, 8)).await;
        shop.settle().await;
        let write =
            async |text| shop.writes(hub, &[("rating", "4"), ("text", text), ("display_name", SHOWN)]).await.is(303);
        write(WORDS).await;
        let id = shop.newest_review().await["id"].number();
        let path = format!("/api/v1/reviews/{id}");
        for (method, what, body) in [
            ("PATCH", "reject", json!({"reason": "fake", "note": NOTE})),
            ("PATCH", "approve", json!({"note": NOTE})),
            ("PUT", "reply", json!({"text": REPLY})),
        ] {
            shop.call(method, format!("{path}/{what}")).json(&body).send().await.is(200);
        }
        write(EDIT).await;
        id
    }
}

pub async fn rows(shop: &Shop) -> Vec<std::collections::HashMap<String, AttributeValue>> {
    let client = shop.dynamodb();
    let (mut rows, mut start) = (Vec::new(), None);
    loop {
        let scan = client.scan().table_name(local::TABLE).set_exclusive_start_key(start);
        let answer = scan.send().await.unwrap();
        rows.extend(answer.items.unwrap_or_default());
        start = answer.last_evaluated_key;
        if start.is_none() {
            return rows;
        }
    }
}

pub async fn keys(shop: &Shop) -> std::sync::Arc<TenantKeys> {
    let record = shop.store().tenant(&shop.tenant).await.unwrap().unwrap();
    shop.world.env().vault().unwrap().tenant(&shop.tenant, &record.root, shop.now()).await.unwrap()
}

/// Every string in an item, including the contents of its encrypted fields.
fn texts(sk: &str, path: &[&str], value: &AttributeValue, keys: &TenantKeys, texts: &mut Vec<String>) {
    match value {
        AttributeValue::S(text) | AttributeValue::N(text) => texts.push(text.clone()),
        AttributeValue::M(map) => {
            for (name, value) in map {
                texts.push(name.clone());
                self::texts(sk, &[path, &[name.as_str()]].concat(), value, keys, texts);
            }
        }
        AttributeValue::L(list) => list.iter().for_each(|value| self::texts(sk, path, value, keys, texts)),
        AttributeValue::B(bytes) => {
            texts.push(String::from_utf8_lossy(bytes.as_ref()).into_owned());
            texts.extend(opened(sk, path, bytes.as_ref(), keys).map(|(_, text)| text));
        }
        AttributeValue::Bool(_) | AttributeValue::Null(_) => {}
        other => panic!("{sk} {path:?}: {other:?}"),
    }
}

/// An encrypted field's name and content; `None` for a root key, which is wrapped, for the starts of a dry run's
/// digests, and for empty bytes.
fn opened(sk: &str, path: &[&str], bytes: &[u8], keys: &TenantKeys) -> Option<(String, String)> {
    if path == ["root"] || path == ["digests"] || bytes.is_empty() {
        return None;
    }
    let names = [path.join("_"), path[0].to_owned(), path.last().unwrap().to_string()];
    let opened = names.into_iter().find_map(|name| keys.open(sk, &name, bytes).ok().map(|text| (name, text)));
    Some(opened.unwrap_or_else(|| panic!("{sk} {path:?} is sealed otherwise")))
}

/// The encrypted fields in a value: the name with which each was encrypted, and its bytes.
pub fn sealed_in(sk: &str, path: &[&str], value: &AttributeValue, keys: &TenantKeys) -> Vec<(String, Vec<u8>)> {
    match value {
        AttributeValue::M(map) => {
            let fields = map.iter().map(|(name, value)| sealed_in(sk, &[path, &[name.as_str()]].concat(), value, keys));
            fields.flatten().collect()
        }
        AttributeValue::L(list) => list.iter().flat_map(|value| sealed_in(sk, path, value, keys)).collect(),
        AttributeValue::B(bytes) => {
            let field = opened(sk, path, bytes.as_ref(), keys);
            field.map(|(name, _)| (name, bytes.as_ref().to_vec())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The places of each canary: in rows, with their encrypted fields decrypted, in files, queues and schedules.
pub async fn found(shop: &Shop, canaries: &[&str]) -> BTreeMap<String, Vec<String>> {
    let keys = keys(shop).await;
    let mut places: Vec<(String, String)> = Vec::new();
    for row in rows(shop).await {
        let sk = row["SK"].as_s().unwrap().clone();
        let mut held = Vec::new();
        for (name, value) in &row {
            held.push(name.clone());
            texts(&sk, &[name.as_str()], value, &keys, &mut held);
        }
        places.push((format!("{} {sk}", row["PK"].as_s().unwrap()), held.join("\n")));
    }
    let aws = shop.aws();
    places.extend(aws.objects().into_iter().map(|key| {
        let file = String::from_utf8_lossy(&aws.object(&key).unwrap()).into_owned();
        (format!("file {key}"), format!("{key}\n{file}"))
    }));
    let queued = [format!("{:?}", aws.queue(Work::Sends).unwrap().waiting()), format!("{:?}", aws.due_schedules())];
    let queued = queued
        .into_iter()
        .chain(aws.queue(Work::Privacy).unwrap().bodies())
        .chain(aws.queue(Work::Reports).unwrap().bodies());
    places.extend(queued.map(|text| ("queue".to_owned(), text)));
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for canary in canaries {
        for (place, text) in &places {
            if text.to_lowercase().contains(&canary.to_lowercase()) {
                found.entry((*canary).to_owned()).or_default().push(place.clone());
            }
        }
    }
    found
}

pub async fn indexes(shop: &Shop) -> [String; 2] {
    let keys = keys(shop).await;
    [keys.email_index(&EmailAddress::parse(EMAIL).unwrap()), keys.phone_index(&Phone::parse(PHONE).unwrap())]
}
