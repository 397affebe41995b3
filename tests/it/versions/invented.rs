//! Today's rows with words that only tomorrow's code knows: nothing fails, nothing is done because of them, and they are
//! written back as they came.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};

use super::{Row, change_everything, is_sent, live, read_everything, sk, with_rows};
use crate::privacy::person::rows;
use crate::support::Shop;

/// A word that no version knows.
const INVENTED: &str = "by_owl";

/// A place of a word: the beginning of the sort keys of its rows, what a row's sort key contains, and the change.
struct Place {
    name: &'static str,
    key: &'static str,
    invent: fn(&mut Row) -> bool,
    /// Whether a message that is due leaves nevertheless.
    sends: bool,
}

const fn place(name: &'static str, key: &'static str, invent: fn(&mut Row) -> bool) -> Place {
    Place { name, key, invent, sends: true }
}

const fn stops(name: &'static str, key: &'static str, invent: fn(&mut Row) -> bool) -> Place {
    Place { name, key, invent, sends: false }
}

/// Every closed set that rows hold. Those of one group are invented at once.
const GROUPS: [&[Place]; 9] = [
    // What is only shown.
    &[
        place("timeline", "REQ#", |row| in_request(row, |request| last(&mut request["log"], |entry| set(entry, 1)))),
        place("reports", "REQ#", |row| {
            in_request(row, |request| {
                last(&mut request["steps"], |step| {
                    step["reports"] = json!({INVENTED: 1_795_154_400_000_i64});
                    true
                })
            })
        }),
        place("language of a request", "REQ#", |row| in_request(row, |request| at(request, "lang"))),
        place("identity", "REQ#", |row| in_request(row, |request| at(&mut request["by"], "is"))),
        place("language of a review", "REV#", |row| string(row, "language")),
        place("verification", "REV#", |row| string(row, "verification")),
        place("platform", "REV#", |row| string(row, "platform")),
        place("why it waits", "REV#", |row| string(row, "held_by")),
        place("verification in lists", "RV#", |row| string(row, "verification")),
        place("verification in a state", "RVS#", |row| string(row, "verification")),
        place("history", "RVH#", |row| in_list(row, "lines", &["what", "by", "reason", "rule"])),
        place("answer's mark", "REV#", |row| (0..9).any(|number| string(row, &format!("mark_{number}")))),
        place("mark of an email", "MAILS#", |row| string(row, "mark")),
        place("hold", "HOLD", |row| string(row, "reason")),
        place("fault of an import", "IMP#", |row| in_list(row, "faults", &["code"])),
        place("author of an import", "IMP#", |row| string(row, "by")),
        place("author of an export", "PRIV#", |row| string(row, "by")),
        place("API of a key", "KEYS", |row| in_list(row, "keys", &["dialect"])),
        place("role of a member", "MEMBERS", |row| in_list(row, "members", &["role"])),
        place("identity of a key", "AK#", |row| in_map(row, "identity", "is")),
        place("event of a webhook", "WH#", |row| in_set(row, "events")),
        place("subscription", "TENANT", |row| match row.get_mut("webhooks") {
            Some(AttributeValue::L(all)) => all.iter_mut().any(|one| match one {
                AttributeValue::M(one) => in_set(one, "events"),
                _ => false,
            }),
            _ => false,
        }),
        place("moderation", "TENANT", |row| string(row, "moderation")),
        place("reason to suppress", "SUP#", |row| {
            let at = AttributeValue::N("1795154400000".to_owned());
            row.insert(INVENTED.to_owned(), at).is_none()
        }),
        place("status of an order", "ORD#", |row| string(row, "status")),
        place("state in an event", "WHD#", |row| in_map(row, "review", "state")),
        place("counters", "RVC#", |row| {
            let count = AttributeValue::N("1".to_owned());
            row.insert(format!("{INVENTED}_5_order"), count).is_none()
        }),
        place("failed messages of a day", "FAIL#", |row| {
            let count = AttributeValue::N("1".to_owned());
            row.insert(format!("{INVENTED}_06"), count).is_none()
        }),
        place("counters of a day", "CNT#", |row| {
            let count = AttributeValue::N("1".to_owned());
            row.insert(format!("{INVENTED}_created"), count).is_none()
        }),
    ],
    &[place("API", "REQ#", |row| in_request(row, |request| at(request, "api")))],
    &[stops("channel", "REQ#", |row| in_request(row, |request| last(&mut request["steps"], |step| at(step, "via"))))],
    &[
        stops("state of a message", "REQ#", |row| {
            in_request(row, |request| {
                last(&mut request["steps"], |step| {
                    let is_pending = step["state"] == "pending";
                    step["state"] = json!({INVENTED: {"at": 7, "by": ["owl"]}});
                    is_pending
                })
            })
        }),
        stops("state of a message in its list", "MSG#", |row| {
            let state = AttributeValue::M([(INVENTED.to_owned(), AttributeValue::S("owl".to_owned()))].into());
            row.insert("state".to_owned(), state).is_some()
        }),
    ],
    &[place("reason not to send", "REQ#", |row| {
        in_request(row, |request| {
            last(&mut request["steps"], |step| {
                let is_skipped = step["state"]["skipped"].is_object();
                is_skipped && at(&mut step["state"]["skipped"], "reason")
            })
        })
    })],
    &[
        place("state of a review", "REV#", |row| row.contains_key("publish_count") && string(row, "state")),
        place("state of a review in lists", "RV#", |row| string(row, "state")),
    ],
    &[
        place("kind of event", "WHD#", |row| string(row, "type")),
        place("state of an import", "IMP#", |row| string(row, "status")),
        place("kind of export", "PRIV#", |row| string(row, "kind")),
        place("state of a photo", "REV#", |row| sk(row).contains("#photo#") && string(row, "state")),
    ],
    &[
        place("state of a delivery", "WHD#", |row| string(row, "status")),
        place("format of an import", "IMP#", |row| string(row, "format")),
        place("what an erasure does with reviews", "PRIV#", |row| string(row, "reviews")),
        place("why a photo was refused", "REV#", |row| {
            let is_photo = sk(row).contains("#photo#");
            if is_photo {
                row.insert("state".to_owned(), AttributeValue::S("refused".to_owned()));
                row.insert("reason".to_owned(), AttributeValue::S(INVENTED.to_owned()));
            }
            is_photo
        }),
    ],
    &[
        place("letter", "LET#waiting", |row| {
            row.insert("PK".to_owned(), AttributeValue::S(format!("T#fern.live#LET#{INVENTED}")));
            row.insert("SK".to_owned(), AttributeValue::S(format!("LET#{INVENTED}")));
            string(row, "name")
        }),
        place("state of an export", "PRIV#", |row| string(row, "status")),
        place("channel of an export", "PRIV#", |row| match row.get_mut("recipients") {
            Some(AttributeValue::L(all)) => all.iter_mut().any(|one| match one {
                AttributeValue::L(pair) => std::mem::replace(&mut pair[0], invented()) != invented(),
                _ => false,
            }),
            _ => false,
        }),
        place("channel of a suppression", "SUP#", |row| string(row, "channel")),
    ],
];

#[tokio::test]
async fn words_of_tomorrow_stay_and_nothing_fails() {
    stay(&GROUPS[..3]).await;
}

#[tokio::test]
async fn words_of_tomorrow_about_what_is_sent_and_written_stay() {
    stay(&GROUPS[3..6]).await;
}

#[tokio::test]
async fn words_of_tomorrow_about_the_rest_stay() {
    stay(&GROUPS[6..]).await;
}

/// Invents the words of each group in a world of its own.
async fn stay(groups: &[&[Place]]) {
    let shop = Shop::new().await;
    let lead = live(&shop).await;
    let today = rows(&shop).await;
    for group in groups {
        let name = group.iter().map(|place| place.name).collect::<Vec<_>>().join(", ");
        let (mut tomorrow, mut keys) = (today.clone(), Vec::new());
        for Place { name, key, invent, sends: _ } in *group {
            let of = tomorrow.iter_mut().filter(|row| sk(row).starts_with(key));
            let changed: Vec<_> =
                of.filter_map(|row| invent(row).then(|| (row["PK"].clone(), row["SK"].clone()))).collect();
            assert!(!changed.is_empty(), "no row has a {name}");
            keys.extend(changed);
        }
        let before = invented_in(&tomorrow);
        let shop = with_rows(&tomorrow, &lead).await;
        read_everything(&shop, &lead, &name).await;
        change_everything(&shop, &lead, &name).await;
        assert_eq!(is_sent(&shop, &lead), group.iter().all(|place| place.sends), "{name}");
        read_everything(&shop, &lead, &format!("{name}, changed")).await;
        let after = rows(&shop).await;
        for (key, words) in before {
            let row = after.iter().find(|row| (row["PK"].clone(), row["SK"].clone()) == key);
            let Some(row) = row else { panic!("{name}: {key:?} is gone") };
            let left = words_in(row);
            assert!(left >= words, "{name}: {key:?} had {words} words of tomorrow, and has {left}: {row:?}");
        }
    }
}

/// The rows with words of tomorrow, and how many each has.
fn invented_in(rows: &[Row]) -> Vec<((AttributeValue, AttributeValue), usize)> {
    let rows = rows.iter().map(|row| ((row["PK"].clone(), row["SK"].clone()), words_in(row)));
    rows.filter(|(_, words)| *words > 0).collect()
}

fn words_in(row: &Row) -> usize {
    format!("{row:?}").matches(INVENTED).count()
}

fn invented() -> AttributeValue {
    AttributeValue::S(INVENTED.to_owned())
}

/// Replaces a word of a row. `false` if it has none there.
fn string(row: &mut Row, name: &str) -> bool {
    match row.get_mut(name) {
        Some(word @ AttributeValue::S(_)) => {
            *word = invented();
            true
        }
        _ => false,
    }
}

fn in_map(row: &mut Row, map: &str, name: &str) -> bool {
    match row.get_mut(map) {
        Some(AttributeValue::M(map)) => string(map, name),
        _ => false,
    }
}

fn in_list(row: &mut Row, list: &str, names: &[&str]) -> bool {
    let Some(AttributeValue::L(all)) = row.get_mut(list) else { return false };
    let mut changed = 0;
    for one in all.iter_mut() {
        if let AttributeValue::M(one) = one {
            changed += names.iter().filter(|name| string(one, name)).count();
        }
    }
    changed > 0
}

/// Adds a word to a list of them.
fn in_set(row: &mut Row, name: &str) -> bool {
    match row.get_mut(name) {
        Some(AttributeValue::L(words)) => {
            // They are sorted.
            words.insert(0, invented());
            true
        }
        _ => false,
    }
}

/// Changes a request's document.
fn in_request(row: &mut Row, change: impl Fn(&mut Value) -> bool) -> bool {
    let Some(AttributeValue::S(document)) = row.get_mut("request") else { return false };
    let mut request: Value = serde_json::from_str(document).unwrap();
    let is_changed = change(&mut request);
    if is_changed {
        *document = request.to_string();
    }
    is_changed
}

fn at(object: &mut Value, name: &str) -> bool {
    let is_word = object[name].is_string();
    if is_word {
        object[name] = json!(INVENTED);
    }
    is_word
}

fn set(list: &mut Value, place: usize) -> bool {
    list[place] = json!(INVENTED);
    true
}

/// Changes the last of a list that can be changed: the last message is the one that is owed.
fn last(list: &mut Value, change: impl Fn(&mut Value) -> bool) -> bool {
    list.as_array_mut().is_some_and(|list| list.iter_mut().next_back().is_some_and(change))
}
