//! After any history of reviews and decisions, everything stored about them agrees: reviews, lists, counters,
//! histories, and what anybody may read.

use serde_json::Map;
use vault::Random;

use crate::hub::photos::{Upload, jpeg, wants};
use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";
/// Steps of the history; `MODERATIONS=10000` for a long one.
const STEPS: usize = 500;
const LIVE: [&str; 3] = ["submitted", "published", "withheld"];
/// The steps in which the hours until first decisions are counted, as far as this history needs them.
const HOURS: [i64; 21] = [0, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1_440];
/// Works for the shop, so that each review of theirs is withheld.
const OWNER: &str = "owner@fern.example";
const REASONS: [&str; 3] = ["fake", "abusive", "unrelated"];

#[tokio::test]
async fn a_random_history_of_moderations_equals_a_recount() {
    let steps = std::env::var("MODERATIONS").map_or(STEPS, |steps| steps.parse().unwrap());
    let mut history = History::new(Shop::new().await);
    history.shop.sets(json!({"owner_email": OWNER})).await;
    for step in 0..steps {
        history.step().await;
        if step % (steps / 12) == 0 {
            history.recount().await;
        }
    }
    history.recount().await;
    assert!(history.conflicts > 0, "some decisions met");
    assert!(history.returned > 0, "something that was held was sent again");
    assert!(history.waited > 0, "photos waited while their review was public");
    assert!(history.seen.values().any(|seen| !seen.edited_at.is_null()), "readers saw edits");
    assert!(
        LIVE.iter().chain(&["removed", "withdrawn"]).all(|state| history.states.contains(*state)),
        "{:?}",
        history.states
    );
}

/// Whether a review waited when it was sent; and whether it is, or ended, withheld, removed or waiting.
fn holds(review: &Value, lines: &[&Value]) -> (bool, bool) {
    let entries: Vec<_> = lines.iter().flat_map(|line| line["lines"]["L"].list()).collect();
    let mut holds = entries.iter().filter_map(|entry| match entry["M"]["what"]["S"].text() {
        "held" | "withheld" | "removed" => Some(true),
        "published" | "edit_dropped" => Some(false),
        _ => None,
    });
    let began = holds.next().unwrap_or(review["held_by"].is_object() || review["insider"].is_object());
    (began, holds.next_back().unwrap_or(began))
}

/// What an onlooker knows of a review.
struct Seen {
    /// The stars and the text that the author wrote last, public or not, and when.
    newest: (u64, String),
    written_at: String,
    /// Whether the author changed it when nobody could read it, so that readers do not see whether the author went back.
    was_hidden: bool,
    /// The stars and the text that readers saw last.
    public: Option<(u64, String)>,
    publish_count: u64,
    edited_at: Value,
}

struct History {
    shop: Shop,
    random: Random,
    hubs: Vec<(u64, String)>,
    ids: Vec<u64>,
    /// The live reviews by their id.
    seen: BTreeMap<u64, Seen>,
    /// Reviews that had ended when another one replaced them.
    replaced: Vec<Value>,
    /// The states that a recount has seen.
    states: BTreeSet<String>,
    /// Decisions that failed because another came first.
    conflicts: usize,
    /// Reviews that, in a recount, had replaced a review that was withheld, removed or waiting when it ended.
    returned: usize,
    /// Published reviews that had waiting photos in a recount.
    waited: usize,
}

impl History {
    fn new(shop: Shop) -> Self {
        let (hubs, ids, seen, replaced, states) = <_>::default();
        let random = local::seeded_random(12);
        Self { shop, random, hubs, ids, seen, replaced, states, conflicts: 0, returned: 0, waited: 0 }
    }

    fn any<T: Clone>(&self, of: &[T]) -> Option<T> {
        // Mostly late ones, so that reviews have long lives and new ones are still decided about.
        let late = of.len().saturating_sub(30);
        of.get(late + usize::try_from(self.random.below((of.len() - late).max(1) as u64)).unwrap()).cloned()
    }

    /// Makes a step of the customer or the shop, sometimes both at the same time.
    async fn step(&mut self) {
        self.shop.jump(SignedDuration::from_millis(20));
        // Decisions take seconds or days.
        if self.random.below(3) == 0 {
            self.shop.jump(SignedDuration::from_mins(self.random.below(600).cast_signed()));
        }
        match self.random.below(12) {
            0 | 1 => {
                let asks = match self.hubs.len() % 4 {
                    1 => json!({"email": OWNER}),
                    2 => json!({"incentivized": true}),
                    3 => json!({"email": OWNER, "incentivized": true}),
                    _ => json!({}),
                };
                let mut request = json!({"product_ids": [MUG, TRAY], "skip_email": true});
                request.as_object_mut().unwrap().extend(asks.object().clone());
                self.hubs.push(self.shop.created(request).await);
                self.write(self.hubs.len() - 1, self.random.below(2)).await;
                self.find().await;
            }
            2 if !self.hubs.is_empty() => {
                let late = self.hubs.len().saturating_sub(20);
                let at = late + usize::try_from(self.random.below((self.hubs.len() - late) as u64)).unwrap();
                let place = self.random.below(2);
                if self.random.below(2) == 0 {
                    self.withdraw(at, place).await;
                    // The clock moves so that ids are in the order in which reviews were written.
                    self.shop.jump(SignedDuration::from_millis(20));
                }
                self.write(at, place).await;
                self.find().await;
            }
            // Photos are added and removed, sometimes while the shop decides.
            10 | 11 if !self.hubs.is_empty() => {
                let late = self.hubs.len().saturating_sub(20);
                let at = late + usize::try_from(self.random.below((self.hubs.len() - late) as u64)).unwrap();
                let ((request, hub), place) = (self.hubs[at].clone(), self.random.below(2).to_string());
                let id = self.any(&self.ids);
                tokio::join!(self.change_photos(&hub, &place), async {
                    if let Some(id) = id {
                        self.decide(id, "").await;
                    }
                });
                let of_photos = self.stored(request, &place).await.map(|review| id_of(&review));
                for id in of_photos.into_iter().chain(id) {
                    self.look_at(id).await;
                }
            }
            3 => {
                let moderation = if self.random.below(2) == 0 { "hold" } else { "publish" };
                let set = self.shop.call("PUT", "/api/v1/settings").json(&json!({"moderation": moderation}));
                set.send().await.is(200);
            }
            _ => {
                let Some(id) = self.any(&self.ids) else { return };
                let etag = self.shop.get(format!("{REVIEWS}/{id}")).await.header("etag").to_owned();
                let (one, other) = tokio::join!(self.decide(id, &etag), self.decide(id, &etag));
                self.conflicts += [one, other].iter().filter(|status| **status == 412).count();
                self.look_at(id).await;
            }
        }
    }

    async fn withdraw(&self, hub: usize, place: u64) {
        let form = [("token", token_of(&self.hubs[hub].1)), ("item", &*place.to_string()), ("sure", "yes")];
        self.shop.submit("/review/hub/withdraw", &form).await.is(303);
    }

    async fn write(&mut self, hub: usize, place: u64) {
        let text = match self.random.below(3) {
            0 => "Call me: 0171 2345678",
            1 => "Lovely.",
            _ => "Not lovely.",
        };
        let (place, rating) = (place.to_string(), (1 + self.random.below(5)).to_string());
        let (request, hub) = self.hubs[hub].clone();
        let before = self.stored(request, &place).await;
        self.replaced.extend(before.filter(|review| !LIVE.contains(&review["state"]["S"].text())));
        let token = token_of(&hub);
        let form =
            [("token", token), ("item", &*place), ("rating", &*rating), ("text", text), ("display_name", "Jane")];
        self.shop.submit("/review/hub/review", &form).await.is(303);
        let after = self.stored(request, &place).await.unwrap();
        self.look_at(id_of(&after)).await;
    }

    async fn stored(&self, request: u64, place: &str) -> Option<Value> {
        let (pk, sk) = (format!("T#fern.live#REV#{request:016}"), format!("REV#{request:016}#{place:0>2}"));
        item(&self.shop.world, &pk, &sk).await.map(spread)
    }

    /// An edit has the time at which it was written, once readers see other stars or another text than before.
    async fn look_at(&mut self, id: u64) {
        let now = format!("{:.0}", self.shop.now());
        let reply = self.shop.get(format!("{REVIEWS}/{id}")).await;
        if reply.status == 404 {
            self.seen.remove(&id);
            return;
        }
        let row = reply.json();
        let version = |row: &Value| (row["rating"].number(), row["content"].owned());
        let newest = version(if row["pending_edit"].is_null() { &row } else { &row["pending_edit"] });
        let publish_count = row["publish_count"].number();
        let seen = self.seen.entry(id).or_insert_with(|| Seen {
            newest: newest.clone(),
            written_at: now.clone(),
            was_hidden: false,
            public: None,
            publish_count: 0,
            edited_at: Value::Null,
        });
        if seen.newest != newest {
            (seen.newest, seen.written_at) = (newest, now);
            seen.was_hidden |= row["state"] == "submitted";
        }
        if publish_count > seen.publish_count {
            let public = version(&row);
            match seen.public.replace(public.clone()) {
                Some(before) if before != public => seen.edited_at = json!(seen.written_at),
                Some(_) if seen.was_hidden => seen.edited_at = row["edited_at"].clone(),
                Some(_) | None => {}
            }
            (seen.publish_count, seen.was_hidden) = (publish_count, false);
        }
        assert_eq!(row["edited_at"], seen.edited_at, "{row}");
    }

    async fn change_photos(&self, hub: &str, item: &str) {
        if self.random.below(3) == 0 {
            let slot = self.random.below(3).to_string();
            let form = [("token", token_of(hub)), ("item", item), ("photo", &*slot)];
            self.shop.submit("/review/hub/photo/remove", &form).await.is(303);
            return;
        }
        let answer = wants(&self.shop, hub, item).await;
        if answer.status == 200 {
            assert_eq!(Upload::of(&answer.json()).send(&self.shop, &jpeg(8, 8)).status(), 204);
            self.shop.settle().await;
        }
        assert!([200, 409, 429].contains(&answer.status.as_u16()), "{}", answer.body);
    }

    async fn find(&mut self) {
        let newest = self.shop.get(format!("{REVIEWS}?limit=1")).await.json()["reviews"][0]["id"].as_u64();
        self.ids.extend(newest.filter(|id| !self.ids.contains(id)));
    }

    /// Decides about a review, with the revision that was read or with any.
    async fn decide(&self, id: u64, etag: &str) -> u16 {
        let reason = REASONS[usize::try_from(self.random.below(3)).unwrap()];
        let (method, what, body) = match self.random.below(12) {
            0..=3 => ("PATCH", "/approve", json!({})),
            4..=6 => ("PATCH", "/reject", json!({"reason": reason})),
            7 => ("PATCH", "/reject", json!({"edit": true})),
            8 | 9 => ("PUT", "/reply", json!({"text": format!("Thanks {}.", self.random.below(3))})),
            10 => ("DELETE", "/reply", Value::Null),
            _ => ("DELETE", "", Value::Null),
        };
        let call = self.shop.call(method, format!("{REVIEWS}/{id}{what}"));
        let call = if body.is_null() { call } else { call.json(&body) };
        let call = if etag.is_empty() || self.random.below(2) == 0 { call } else { call.header("if-match", etag) };
        let status = call.send().await.status.as_u16();
        assert!([200, 404, 409, 412].contains(&status), "{method} {what}: {status}");
        status
    }

    async fn recount(&mut self) {
        let rows: Vec<_> = table(&self.shop.world).await.into_iter().map(spread).collect();
        let text = |row: &Value, name: &str| row[name]["S"].as_str().unwrap_or_default().to_owned();
        let number =
            |row: &Value, name: &str| row[name]["N"].as_str().map_or(0, |number| number.parse::<i64>().unwrap());
        let of = |kind: &str| {
            let prefix = format!("{kind}#");
            let found = rows.iter().filter(move |row| row["SK"]["S"].text().starts_with(&prefix));
            let mut found: Vec<_> = found.collect();
            found.sort_by_key(|row| text(row, "SK"));
            found
        };
        let reviews: Vec<_> =
            of("REV").into_iter().filter(|row| row["state"].is_object() && row["id"].is_object()).collect();
        let mut slots = BTreeMap::<(String, String), BTreeSet<String>>::new();
        for row in of("REV").into_iter().filter(|row| row["state"]["S"] == "ready") {
            let (of, _slot) = row["SK"]["S"].text().split_once("#photo#").unwrap();
            slots.entry((text(row, "PK"), of.to_owned())).or_default().insert(text(row, "photo"));
        }
        let photos = |row: &Value, name: &str| -> Option<BTreeSet<String>> {
            let photos = row[name]["L"].as_array()?.iter();
            Some(photos.map(|photo| photo["M"]["id"]["S"].owned()).collect())
        };
        let (mut counted, mut listed) = (BTreeMap::<(String, String), i64>::new(), BTreeSet::new());
        let mut changed = BTreeMap::<String, i64>::new();
        let mut lives = BTreeSet::new();
        for review in reviews.iter().copied().chain(&self.replaced) {
            let (id, state) = (format!("{:016}", number(review, "id")), text(review, "state"));
            self.states.insert(state.clone());
            let history = of(&format!("RVH#{id}"));
            lives.insert(((text(review, "PK"), text(review, "SK")), id.clone(), holds(review, &history)));
            let public_at = self.follows_its_history(review, &history).await;
            let product = text(review, "product");
            let last = changed.entry(product.clone()).or_default();
            *last = public_at.unwrap_or_default().max(*last);
            let is_insiders = review["insider"].is_object();
            let mut count = |kind: String| {
                if !is_insiders {
                    *counted.entry(("@all".to_owned(), kind)).or_default() += 1;
                }
            };
            let stars = number(review, "rating");
            if let Some(reason) = review["reason"]["S"].as_str() {
                count(format!("reason_{reason}_{stars}"));
            }
            if review["first_decided_at"].is_object() {
                let waited = number(review, "first_decided_at") - number(review, "created_at");
                let hours = HOURS.iter().find(|hours| waited <= **hours * 3_600_000).unwrap();
                count(format!("decided_{stars}_{hours}"));
            }
            if state == "published" && review["held_by"].is_object() {
                count("edits".to_owned());
            }
            if !LIVE.contains(&state.as_str()) {
                count(format!("ended_{state}_{stars}"));
                assert!(review["content"].is_null(), "nothing of what was written is left: {review}");
                continue;
            }
            let newest = photos(review, "pending_photos").or_else(|| photos(review, "photos")).unwrap();
            let place = (text(review, "PK"), text(review, "SK"));
            assert_eq!(newest, slots.remove(&place).unwrap_or_default(), "the photos of {review}");
            if newest != photos(review, "photos").unwrap() && state == "published" {
                assert!(review["held_by"].is_object(), "nobody waits for {review}");
                self.waited += 1;
            }
            let has_photos = photos(review, "photos").is_some_and(|photos| !photos.is_empty());
            let waits = review["held_by"].is_object().then(|| "RVS#@waits#@all".to_owned());
            let lists = ["RV".to_owned(), format!("RVS#{state}#@{stars}"), format!("RVS#{state}#{product}")];
            for list in lists.into_iter().chain(waits) {
                let key = format!("{list}#{id}");
                listed.insert((
                    key,
                    state.clone(),
                    number(review, "rating"),
                    review["is_replied"].is_object(),
                    has_photos,
                ));
            }
            if state == "published" && review["incentivized"].is_object() {
                count("rewarded".to_owned());
            }
            let prefix = if is_insiders { "insider_" } else { "" };
            let kind = format!("{prefix}{state}_{stars}_{}", text(review, "verification"));
            for of in ["@all".to_owned(), product] {
                *counted.entry((of, kind.clone())).or_default() += 1;
            }
        }
        let mut held = BTreeSet::new();
        for (place, id, (began_held, returns_held)) in lives {
            let is_returning = held.contains(&place);
            assert!(began_held || !is_returning, "{id} was published in the place of one that was held");
            self.returned += usize::from(is_returning);
            held.extend(returns_held.then_some(place));
        }
        let is = |row: &Value, what: &str| row[what]["BOOL"].as_bool().unwrap_or_default();
        // A row states its review's state itself, or the row's list does.
        let state_of = |row: &Value| match text(row, "SK").split('#').collect::<Vec<_>>()[..] {
            ["RVS", state, _, _] if state != "@waits" => state.to_owned(),
            _ => text(row, "state"),
        };
        let stored: BTreeSet<_> = ["RV", "RVS"]
            .into_iter()
            .flat_map(of)
            .map(|row| (text(row, "SK"), state_of(row), number(row, "rating"), is(row, "replied"), is(row, "photos")))
            .collect();
        assert_eq!(stored, listed, "the lists");
        let mut counters = BTreeMap::<(String, String), i64>::new();
        for row in of("RVC") {
            let product = text(row, "SK").split('#').nth(1).unwrap().to_owned();
            if product != "@all" {
                assert_eq!(
                    number(row, "changed_at"),
                    changed[&product],
                    "when the public reviews of {product} changed"
                );
            }
            let is_time = |kind: &str| ["changed_at", "removed_at"].contains(&kind);
            let counts = row.object().iter().filter(|(kind, count)| !is_time(kind) && count["N"].is_string());
            for (kind, count) in counts {
                *counters.entry((product.clone(), kind.clone())).or_default() +=
                    count["N"].text().parse::<i64>().unwrap();
            }
        }
        counters.retain(|_, count| *count != 0);
        assert_eq!(counters, counted, "the counters");

        let published = reviews.iter().filter(|review| text(review, "state") == "published").count();
        let all = self.shop.reads("/p/fern/@all.json").await.json();
        let shown = all["reviews"].list().len();
        let numbers = (&all["rating"]["count"], &all["total"], shown);
        assert_eq!(numbers, (&json!(published), &json!(published), published.min(10)), "{all}");
        let live = reviews.iter().filter(|review| LIVE.contains(&text(review, "state").as_str())).count();
        assert_eq!(self.shop.get(REVIEWS).await.json()["total"], live);
    }

    /// A review's state and revision are those at the end of its history, and no revision is missing. Returns when its
    /// public content last changed.
    async fn follows_its_history(&self, review: &Value, lines: &[&Value]) -> Option<i64> {
        let number = |name: &str| review[name]["N"].as_str().map(|number| number.parse::<i64>().unwrap());
        let revision = number("revision").unwrap();
        if revision == 1 {
            assert_eq!(lines, &[] as &[&Value], "stored nowhere else");
            return self.says_how_it_began(review).await;
        }
        assert_eq!(i64::try_from(lines.len()).unwrap(), revision, "one entry a revision");
        let (mut state, mut is_waiting) = ("", false);
        let (mut decided_at, mut public_at) = (None, None);
        for line in lines {
            let lines = line["lines"]["L"].list();
            let at = lines[0]["M"]["at"]["N"].text().parse::<i64>().unwrap();
            let was_public = state == "published";
            let entries = lines.iter();
            for entry in entries.map(|line| line["M"]["what"]["S"].text()) {
                // What a rule withholds is not decided about.
                if ["published", "removed"].contains(&entry) || entry == "withheld" && !review["insider"].is_object() {
                    decided_at.get_or_insert(at);
                }
                match entry {
                    "submitted" => state = "submitted",
                    // An edit replaces a waiting or withheld review and waits; a published review stays public
                    // meanwhile.
                    "edited" if state != "published" => state = "submitted",
                    "held" => is_waiting = true,
                    "published" => (state, is_waiting) = ("published", false),
                    "withheld" => (state, is_waiting) = ("withheld", false),
                    "edit_dropped" => is_waiting = false,
                    "removed" | "withdrawn" => (state, is_waiting) = (entry, false),
                    "edited" | "replied" | "reply_removed" => {}
                    entry => panic!("{entry}"),
                }
            }
            if was_public || state == "published" {
                public_at = Some(at);
            }
        }
        assert_eq!(number("first_decided_at"), decided_at, "the first decision: {review}");
        assert_eq!(review["state"]["S"], state, "{review}");
        assert_eq!(review["held_by"].is_object(), is_waiting, "{review}");
        public_at
    }

    /// The same check for a review that was only submitted. Its history is what anybody reads by its id.
    async fn says_how_it_began(&self, review: &Value) -> Option<i64> {
        let number = |name: &str| review[name]["N"].as_str().map(|number| number.parse::<i64>().unwrap());
        let history = self.shop.get(format!("{REVIEWS}/{}/history", number("id").unwrap())).await.json();
        let at = Timestamp::from_millisecond(number("created_at").unwrap()).unwrap();
        let (passed, rule, state) = match review["held_by"]["S"].as_str() {
            _ if review["insider"].is_object() => ("withheld", json!("insider"), "withheld"),
            Some(rule) => ("held", json!(rule), "submitted"),
            None => ("published", Value::Null, "published"),
        };
        let line = |what: &str, by: &str, rule: &Value| {
            json!({"at": format!("{at:.0}"), "what": what, "by": {"type": by, "id": null}, "reason": null,
                "rule": rule, "note": null, "revision": 1})
        };
        let lines = [line("submitted", "customer", &Value::Null), line(passed, "system", &rule)];
        assert_eq!(history["history"], json!(lines), "{review}");
        let is_public = passed == "published";
        assert_eq!(review["state"]["S"], state, "{review}");
        assert_eq!(number("first_decided_at"), number("created_at").filter(|_| is_public), "{review}");
        number("created_at").filter(|_| is_public)
    }
}

fn id_of(review: &Value) -> u64 {
    review["id"]["N"].text().parse().unwrap()
}

/// Unpacks the row's JSON (`review`, `lines`): each field becomes an attribute of the row.
fn spread(mut row: Value) -> Value {
    if let Some(json) = row["lines"]["S"].as_str() {
        row["lines"] = attribute(&serde_json::from_str(json).unwrap());
    }
    let Some(review) = row["review"]["S"].as_str().map(|json| serde_json::from_str::<Value>(json).unwrap()) else {
        return row;
    };
    row["product"] = json!({"S": "@shop"});
    row["photos"] = json!({"L": []});
    for (name, value) in review.object() {
        row[name] = attribute(value);
    }
    row
}

fn attribute(value: &Value) -> Value {
    match value {
        Value::String(text) => json!({"S": text}),
        Value::Number(number) => json!({"N": number.to_string()}),
        Value::Bool(flag) => json!({"BOOL": flag}),
        Value::Array(values) => json!({"L": values.iter().map(attribute).collect::<Vec<_>>()}),
        Value::Object(fields) => {
            json!({"M": fields.iter().map(|(name, value)| (name.clone(), attribute(value))).collect::<Map<_, _>>()})
        }
        Value::Null => json!({"NULL": true}),
    }
}
