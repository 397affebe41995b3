//! After any history of reviews and decisions, lists, counters and what anybody may read agree with the reviews. That a review
//! agrees with its own history is tested where it is decided, in `domain`.

use vault::Random;

use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";
/// Steps of the history; `MODERATIONS=10000` for a long one.
const STEPS: usize = 500;
const LIVE: [&str; 3] = ["submitted", "published", "withheld"];
/// The steps in which the hours until first decisions are counted, as far as this history needs them.
const HOURS: [u64; 21] = [0, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1_440];
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
    let all = LIVE.iter().chain(&["removed", "withdrawn"]).map(|state| (*state).to_owned());
    assert_eq!(history.states, all.collect());
}

struct History {
    shop: Shop,
    random: Random,
    hubs: Vec<(u64, String)>,
    ids: Vec<u64>,
    /// Reviews that had ended when another one replaced them.
    replaced: Vec<Value>,
    /// The states that a recount has seen.
    states: BTreeSet<String>,
    /// Decisions that failed because another came first.
    conflicts: usize,
}

impl History {
    fn new(shop: Shop) -> Self {
        let (hubs, ids, replaced, states, conflicts) = <_>::default();
        Self { shop, random: seeded_random(12), hubs, ids, replaced, states, conflicts }
    }

    /// A place in a list, mostly a late one, so that reviews have long lives and new ones are still decided about.
    fn late(&self, of: usize, most: usize) -> usize {
        let late = of.saturating_sub(most);
        late + usize::try_from(self.random.below((of - late) as u64)).unwrap()
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
                let request = json!({"product_ids": [MUG, TRAY], "skip_email": true});
                self.hubs.push(self.shop.created(with(request, asks)).await);
                self.write(self.hubs.len() - 1, self.random.below(2)).await;
                self.find().await;
            }
            2 if !self.hubs.is_empty() => {
                let (at, place) = (self.late(self.hubs.len(), 20), self.random.below(2));
                if self.random.below(2) == 0 {
                    let form = [("item", &*place.to_string()), ("sure", "yes")];
                    self.shop.sends("withdraw", &self.hubs[at].1, &form).await.is(303);
                    // The clock moves so that ids are in the order in which reviews were written.
                    self.shop.jump(SignedDuration::from_millis(20));
                }
                self.write(at, place).await;
                self.find().await;
            }
            3 => {
                let moderation = if self.random.below(2) == 0 { "hold" } else { "publish" };
                self.shop.sets(json!({"moderation": moderation})).await;
            }
            _ if self.ids.is_empty() => {}
            _ => {
                let id = self.ids[self.late(self.ids.len(), 30)];
                let etag = self.shop.get(format!("{REVIEWS}/{id}")).await.header("etag").to_owned();
                let (one, other) = tokio::join!(self.decide(id, &etag), self.decide(id, &etag));
                self.conflicts += [one, other].iter().filter(|status| **status == 412).count();
            }
        }
    }

    async fn write(&mut self, hub: usize, place: u64) {
        let text = match self.random.below(3) {
            0 => "Call me: 0171 2345678",
            1 => "Lovely.",
            _ => "Not lovely.",
        };
        let (place, rating) = (place.to_string(), (1 + self.random.below(5)).to_string());
        let (request, hub) = self.hubs[hub].clone();
        let (pk, sk) = (format!("T#fern.live#REV#{request:016}"), format!("REV#{request:016}#{place:0>2}"));
        let before = item(&self.shop.world, &pk, &sk).await.map(plain);
        self.replaced.extend(before.filter(|review| !LIVE.contains(&review["state"].text())));
        let form = [("item", &*place), ("rating", &*rating), ("text", text), ("display_name", "Jane")];
        self.shop.writes(&hub, &form).await.is(303);
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
        let rows: Vec<_> = table(&self.shop.world).await.into_iter().map(plain).collect();
        let of = |kind: &str| {
            let mut found: Vec<_> =
                rows.iter().filter(|row| row["SK"].text().starts_with(&format!("{kind}#"))).collect();
            found.sort_by_key(|row| row["SK"].text());
            found
        };
        let reviews: Vec<_> = of("REV").into_iter().filter(|row| row["id"].is_number()).collect();
        let (mut counted, mut listed) = (BTreeMap::<(&str, String), i64>::new(), BTreeSet::new());
        let mut changed = BTreeMap::<&str, u64>::new();
        for review in reviews.iter().copied().chain(&self.replaced) {
            let (id, state, product) =
                (format!("{:016}", review["id"].number()), review["state"].text(), review["product"].text());
            self.states.insert(state.to_owned());
            let last = changed.entry(product).or_default();
            *last = public_at(review, &of(&format!("RVH#{id}"))).unwrap_or_default().max(*last);
            let is_insiders = is_set(review, "insider");
            let mut count = |kind: String| {
                if !is_insiders {
                    *counted.entry(("@all", kind)).or_default() += 1;
                }
            };
            let stars = &review["rating"];
            if is_set(review, "reason") {
                count(format!("reason_{}_{stars}", review["reason"].text()));
            }
            if let Some(decided_at) = review["first_decided_at"].as_u64() {
                let waited = decided_at - review["created_at"].number();
                let hours = HOURS.iter().find(|hours| waited <= **hours * 3_600_000).unwrap();
                count(format!("decided_{stars}_{hours}"));
            }
            if state == "published" && is_set(review, "held") {
                count("edits".to_owned());
            }
            if !LIVE.contains(&state) {
                count(format!("ended_{state}_{stars}"));
                assert!(review["content"].is_null(), "nothing of what was written is left: {review}");
                continue;
            }
            let waits = is_set(review, "held").then(|| "RVS#@waits#@all".to_owned());
            let lists = ["RV".to_owned(), format!("RVS#{state}#@{stars}"), format!("RVS#{state}#{product}")];
            for list in lists.into_iter().chain(waits) {
                let is_replied = is_set(review, "is_replied");
                listed.insert((format!("{list}#{id}"), state.to_owned(), stars.number(), is_replied));
            }
            let prefix = if is_insiders { "apart_" } else { "" };
            let kind = format!("{prefix}{state}_{stars}_{}", review["verification"].text());
            let is_rewarded = state == "published" && is_set(review, "incentivized") && !is_insiders;
            let kinds = [Some(kind), is_rewarded.then(|| "rewarded".to_owned())];
            for (of, kind) in
                ["@all", product].into_iter().flat_map(|of| kinds.iter().flatten().map(move |kind| (of, kind)))
            {
                *counted.entry((of, kind.clone())).or_default() += 1;
            }
        }
        // A row states its review's state itself, or the row's list does.
        let stored = |row: &Value| {
            let sk = row["SK"].text();
            let state = match sk.split('#').collect::<Vec<_>>()[..] {
                ["RVS", state, _, _] if state != "@waits" => state,
                _ => row["state"].text(),
            };
            (sk.to_owned(), state.to_owned(), row["rating"].number(), row["replied"] == true)
        };
        let stored: BTreeSet<_> = ["RV", "RVS"].into_iter().flat_map(of).map(stored).collect();
        assert_eq!(stored, listed, "the lists");
        let mut counters = BTreeMap::<(&str, String), i64>::new();
        for row in of("RVC") {
            let product = row["SK"].text().split('#').nth(1).unwrap();
            if product != "@all" {
                assert_eq!(row["changed_at"], changed[product], "when the public reviews of {product} changed");
            }
            let is_no_count = |kind: &str| ["changed_at", "removed_at", "changes"].contains(&kind);
            for (kind, count) in row.object().iter().filter(|(kind, _)| !is_no_count(kind)) {
                *counters.entry((product, kind.clone())).or_default() += count.as_i64().unwrap_or(0);
            }
        }
        counters.retain(|_, count| *count != 0);
        assert_eq!(counters, counted, "the counters");

        let published = reviews.iter().filter(|review| review["state"] == "published").count();
        // The numbers may lag a minute.
        self.shop.jump(MINUTE);
        let all = self.shop.reads("/p/fern/@all.json").await.json();
        let shown = all["reviews"].list().len();
        let numbers = (&all["rating"]["count"], &all["total"], shown);
        assert_eq!(numbers, (&json!(published), &json!(published), published.min(10)), "{all}");
        let live = reviews.iter().filter(|review| LIVE.contains(&review["state"].text())).count();
        assert_eq!(self.shop.get(REVIEWS).await.json()["total"], live);
    }
}

/// When a review's public content last changed, as its history tells.
fn public_at(review: &Value, lines: &[&Value]) -> Option<u64> {
    if review["revision"] == 1 {
        return review["created_at"].as_u64().filter(|_| review["state"] == "published");
    }
    let (mut is_public, mut public_at) = (false, None);
    for line in lines {
        let lines = line["lines"].list();
        let was_public = is_public;
        for entry in lines {
            match entry["what"].text() {
                "published" => is_public = true,
                "withheld" | "removed" | "withdrawn" => is_public = false,
                _ => {}
            }
        }
        if was_public || is_public {
            public_at = lines[0]["at"].as_u64();
        }
    }
    public_at
}

/// A row as plain JSON. The fields of the review in it become the row's own.
fn plain(row: Value) -> Value {
    let mut fields = serde_json::Map::new();
    for (name, value) in row.object() {
        let (kind, held) = value.object().iter().next().unwrap();
        let is_json = kind == "N" || ["review", "lines"].contains(&name.as_str());
        let held = held.as_str().filter(|_| is_json).map_or_else(|| held.clone(), |json| json.parse().unwrap());
        fields.insert(name.clone(), held);
    }
    if let Some(Value::Object(review)) = fields.remove("review") {
        fields.extend([("product".to_owned(), json!("@shop")), ("photos".to_owned(), json!([]))]);
        fields.extend(review);
    }
    fields.into()
}

fn is_set(row: &Value, name: &str) -> bool {
    !row[name].is_null()
}
