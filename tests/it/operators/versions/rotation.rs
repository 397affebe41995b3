//! A shop's root key is replaced while the shop works. Everything stays readable, whatever dies meanwhile, and at the
//! end nothing is encrypted with the old key.

use vault::TenantKeys;

use super::{Row, change_everything, live, read_everything, sk};
use crate::operators::admin::run;
use crate::privacy::person::{keys, rows, sealed_in};
use crate::support::*;

/// This is longer than the wait between two steps.
const STEP: SignedDuration = SignedDuration::from_mins(6);

async fn try_rotate(shop: &Shop, how: &str) -> Result<Value, String> {
    let task = json!({"shop": shop.tenant.to_string(), "rotate": how});
    run(&shop.world, json!({ "rotate": task })).await.map_err(|error| error.to_string())
}

async fn rotate(shop: &Shop, how: &str) -> Value {
    try_rotate(shop, how).await.unwrap()
}

/// Continues until the replacement is done; `between` runs between its steps.
async fn finish(shop: &Shop, between: impl AsyncFn(usize)) {
    for step in 0..20 {
        if rotate(shop, "continue").await["done"] == json!(true) {
            return;
        }
        between(step).await;
        shop.jump(STEP);
    }
    panic!("it never ends");
}

/// The number of fields in a shop's rows that can be decrypted with these keys.
async fn opened(shop: &Shop, keys: &TenantKeys) -> usize {
    let own = format!("T#{}", shop.tenant);
    let rows = rows(shop).await.into_iter().filter(|row| {
        let pk = row["PK"].as_s().unwrap();
        *pk == own || pk.starts_with(&format!("{own}#"))
    });
    rows.map(|row| fields(&row).filter(|(name, sealed)| keys.open(sk(&row), name, sealed).is_ok()).count()).sum()
}

/// A row's fields that may be encrypted, with each of their names.
fn fields(row: &Row) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
    row.iter().flat_map(|(name, value)| bytes(&[name.as_str()], value)).collect::<Vec<_>>().into_iter()
}

fn bytes(path: &[&str], value: &aws_sdk_dynamodb::types::AttributeValue) -> Vec<(String, Vec<u8>)> {
    use aws_sdk_dynamodb::types::AttributeValue as A;
    match value {
        A::B(sealed) => [path.join("_"), path[0].to_owned(), path[path.len() - 1].to_owned()]
            .into_iter()
            .map(|name| (name, sealed.as_ref().to_vec()))
            .collect(),
        A::M(map) => map.iter().flat_map(|(name, value)| bytes(&[path, &[name.as_str()]].concat(), value)).collect(),
        A::L(list) => list.iter().flat_map(|value| bytes(path, value)).collect(),
        _ => Vec::new(),
    }
}

/// The number of encrypted fields. Each must be decryptable with today's keys.
async fn sealed(shop: &Shop) -> usize {
    let (keys, own) = (keys(shop).await, format!("T#{}", shop.tenant));
    let rows = rows(shop).await.into_iter().filter(|row| row["PK"].as_s().unwrap().starts_with(&own));
    let fields = rows.flat_map(|row| {
        let all = row.iter().flat_map(|(name, value)| sealed_in(sk(&row), &[name.as_str()], value, &keys));
        all.collect::<Vec<_>>()
    });
    fields.count()
}

#[tokio::test]
async fn the_old_key_opens_nothing_at_the_end_and_traffic_never_fails() {
    let shop = Shop::new().await;
    let lead = live(&shop).await;
    let (old, before): (Arc<TenantKeys>, usize) = (keys(&shop).await, sealed(&shop).await);
    assert!(before > 10 && opened(&shop, &old).await >= before);
    let begun = rotate(&shop, "begin").await;
    assert_eq!((&begun["done"], &begun["generation"]), (&json!(false), &json!(0)), "{begun}");
    assert_eq!(rotate(&shop, "begin").await, begun, "it is under way");
    finish(&shop, async |step| {
        read_everything(&shop, &lead, &format!("step {step}")).await;
        let made =
            shop.post("/api/v1/keys", json!({"name": format!("Till {step}"), "scopes": ["requests:read"]})).await;
        let till = shop.with_key(made.json()["key"].text());
        assert_eq!(till.get("/api/v1/review-requests").await.status, 200, "a key of step {step}");
        shop.created(json!({"email": format!("step-{step}@example.com"), "customer_name": "Jane", "delay_days": 7}))
            .await;
    })
    .await;
    assert_eq!(rotate(&shop, "continue").await["generation"], json!(1));
    assert!(sealed(&shop).await > before, "everything opens with the new key");
    assert_eq!(opened(&shop, &old).await, 0, "nothing opens with the old one");
    read_everything(&shop, &lead, "afterwards").await;
    change_everything(&shop, &lead, "afterwards").await;
    read_everything(&shop, &lead, "afterwards, changed").await;

    // The key can be replaced again, and lookups still find everything.
    rotate(&shop, "begin").await;
    finish(&shop, async |_| {}).await;
    assert_eq!(rotate(&shop, "continue").await["generation"], json!(2));
    read_everything(&shop, &lead, "after two").await;
}

/// A call dies after each of its own calls, and the answer of the last one is lost or not. The next call continues.
#[tokio::test]
async fn a_replacement_survives_a_death_anywhere() {
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { 5 };
    for last in [Fault::LoseRequest, Fault::LoseAnswer] {
        let shop = Shop::new().await;
        let lead = live(&shop).await;
        let (old, aws) = (keys(&shop).await, shop.aws());
        let (mut deaths, mut how, mut is_done) = (0, "begin", false);
        while !is_done {
            for alive in (0..).step_by(one_in) {
                let calls = AtomicUsize::new(0);
                aws.set_faults(move |_| match calls.fetch_add(1, Ordering::Relaxed) {
                    call if call < alive => Fault::None,
                    call if call == alive => last,
                    _ => Fault::LoseRequest,
                });
                let answer = try_rotate(&shop, how).await;
                aws.set_faults(|_| Fault::None);
                let reply = shop.get("/api/v1/review-requests").await;
                assert_eq!(reply.status, 200, "{last:?} after {alive}: {}", reply.body);
                match answer {
                    Err(_) => deaths += 1,
                    // Nobody knows whether the first call began the replacement.
                    Ok(answer) => {
                        is_done = answer["done"] == json!(true) && how == "continue";
                        how = "continue";
                        break;
                    }
                }
            }
            shop.jump(STEP);
        }
        assert!(deaths * one_in > 20, "{deaths}");
        read_everything(&shop, &lead, "after all deaths").await;
        assert_eq!(opened(&shop, &old).await, 0, "{last:?}");
        assert_eq!(rotate(&shop, "continue").await["generation"], json!(1));
    }
}

#[tokio::test]
async fn links_of_before_work_until_the_services_old_key_is_gone() {
    let (shop, _, old) = Shop::asking(json!({"email": "jane@example.com", "skip_email": true})).await;
    let phone = "+491711234567";
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": phone, "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    let old_code = link_in(&shop.inbox()[0]);
    let ask = async |how: &str| run(&shop.world, json!({"rotate": {"service": true, "rotate": how}})).await.unwrap();
    let hour = MINUTE * 66;
    assert_eq!(ask("begin").await["generation"], json!(0));
    for link in [&old, &old_code] {
        assert_eq!(shop.browse(link).await.status, 200, "{link}");
    }
    shop.jump(hour);
    assert_eq!(ask("continue").await["generation"], json!(1));
    // Functions cache keys for at most an hour; after that, all make links with the new key.
    shop.jump(hour);
    let (_, new) = shop.created(json!({"email": "max@example.com", "skip_email": true})).await;
    for link in [&old, &old_code, &new] {
        assert_eq!(shop.browse(link).await.status, 200, "{link}");
    }
    assert_eq!(ask("continue").await["done"], json!(false), "links of before live for long");
    ask("end").await;
    shop.jump(hour);
    assert_eq!(ask("end").await["done"], json!(true));
    shop.browse(&new).await.is(200);
    for link in [&old, &old_code] {
        assert_ne!(shop.browse(link).await.status, 200, "{link} is of the old key");
    }
}
