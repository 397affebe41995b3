//! Random upserts: a simple model and the API agree on the customer of each call, and on the target of each pointer.

use super::*;

const EMAILS: [&str; 4] = ["a@example.com", "b@example.com", "c@example.com", "d@example.com"];
const PHONES: [&str; 3] = [PHONE, OTHER_PHONE, "+442079460958"];

/// The rules for identifying a customer, with plain maps.
#[derive(Default)]
struct Oracle {
    customers: Vec<(Value, Value)>,
    emails: BTreeMap<String, usize>,
    phones: BTreeMap<String, usize>,
}

impl Oracle {
    /// The customer that a call creates or updates. An omitted field is `None`.
    fn upsert(&mut self, email: Option<&Value>, phone: Option<&Value>) -> usize {
        let given = |field: Option<&Value>| field.and_then(Value::as_str).map(str::to_owned);
        let (new_email, new_phone) = (given(email), given(phone));
        let of_phone = new_phone.as_ref().and_then(|phone| self.phones.get(phone).copied());
        let found = match &new_email {
            Some(email) => {
                let lacks_email = |&customer: &usize| self.customers[customer].0.is_null();
                self.emails.get(email).copied().or(of_phone.filter(lacks_email))
            }
            None => of_phone,
        };
        let customer = found.unwrap_or_else(|| {
            self.customers.push((Value::Null, Value::Null));
            self.customers.len() - 1
        });
        let existing = &mut self.customers[customer];
        for (field, sent, pointers) in
            [(&mut existing.0, email, &mut self.emails), (&mut existing.1, phone, &mut self.phones)]
        {
            let Some(sent) = sent else { continue };
            if sent != field {
                pointers.retain(|value, owner| *owner != customer || *sent == **value);
            }
            *field = sent.clone();
            if let Some(value) = sent.as_str() {
                pointers.entry(value.to_owned()).or_insert(customer);
            }
        }
        customer
    }
}

#[tokio::test]
async fn random_upserts_agree_with_the_oracle() {
    for seed in 0..4 {
        let (shop, random) = (Shop::with_seed(seed).await, local::seeded_random(seed + 100));
        let (mut oracle, mut ids) = (Oracle::default(), Vec::new());
        let draw = |values: &[&str]| match usize::try_from(random.below(values.len() as u64 + 2)).unwrap() {
            0 => None,
            1 => Some(Value::Null),
            index => Some(json!(values[index - 2])),
        };
        for _ in 0..120 {
            let (email, phone) = (draw(&EMAILS), draw(&PHONES));
            let mut body = json!({"first_name": "Jane"});
            for (name, sent) in [("email", &email), ("phone", &phone)] {
                if let Some(sent) = sent {
                    body[name] = sent.clone();
                }
            }
            let reply = shop.post(CUSTOMERS, body.clone()).await;
            if email.as_ref().is_none_or(Value::is_null) && phone.as_ref().is_none_or(Value::is_null) {
                assert_eq!(wrong(&reply), ["email", "phone"]);
                continue;
            }
            let answered = data(reply);
            let customer = oracle.upsert(email.as_ref(), phone.as_ref());
            if customer == ids.len() {
                assert!(!ids.contains(&answered["id"]), "a new one: {body}");
                ids.push(answered["id"].clone());
            }
            assert_eq!(answered["id"], ids[customer], "{body}");
            let (email, phone) = &oracle.customers[customer];
            assert_eq!((&answered["email"], &answered["phone"]), (email, phone), "{body}");
            // Ids from the same millisecond are in any order.
            shop.jump(SignedDuration::from_millis(1));
        }
        let items = table(&shop.world).await;
        let starting = |start| items.iter().filter(|item| item["SK"]["S"].text().starts_with(start)).count();
        assert_eq!(starting("CUST#"), oracle.customers.len());
        assert_eq!((starting("CE#"), starting("CP#")), (oracle.emails.len(), oracle.phones.len()));
        assert_eq!(shop.get(CUSTOMERS).await.json()["pagination"]["total"], oracle.customers.len());
    }
}
