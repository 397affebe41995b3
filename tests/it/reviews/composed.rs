//! How a review's text came about, and whether the reviews that the questions led to differ from the others.

use crate::console::{MARA, Visitor, shop};
use crate::importing::import;
use crate::reviews::export::populate;
use crate::support::*;

const STATS: &str = "/api/v1/reviews/stats";
const ANSWERS: [&str; 4] = ["for my tea every day", "the glaze feels warm", "it is rather heavy", "to all my friends"];
const SUGGESTED: &str = "For my tea every day. The glaze feels warm. It is rather heavy. To all my friends.";
/// A text that has no word of [`SUGGESTED`].
const FROM_SCRATCH: &str = "Broken on arrival, sadly.";

/// A customer without JavaScript.
struct Customer {
    shop: Shop,
    hub: String,
}

impl Customer {
    async fn asked(shop: &Shop) -> Self {
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
        Self { shop: shop.clone(), hub }
    }

    async fn answers(&self) {
        for (turn, answer) in ["0", "1", "2", "3"].into_iter().zip(ANSWERS) {
            self.shop.sends("chat", &self.hub, &[("turn", turn), ("answer", answer)]).await.is(303);
        }
    }

    async fn drafts(&self, fields: &[(&str, &str)]) {
        self.shop.sends("draft", &self.hub, fields).await.is(303);
    }

    /// Sends the form that the page shows, with this text, or else with the text in its field.
    async fn sends(&self, stars: &str, text: Option<&str>) -> Reply {
        let page = self.shop.browse(format!("{}&item=0", self.hub)).await.is(200).body;
        let (_, field) = page.split_once("id=\"text-0\" name=\"text\"").unwrap();
        let text = text.unwrap_or(between(field, ">\n", "</textarea>"));
        let taken = page.contains("name=\"taken\" value=\"1\"").then_some(("taken", "1"));
        let fields = [("rating", stars), ("text", text), ("display_name", "Jane")];
        self.shop.writes(&self.hub, &fields.into_iter().chain(taken).collect::<Vec<_>>()).await
    }
}

async fn newest(shop: &Shop) -> Value {
    shop.jump(SECOND);
    shop.newest_review().await["composed"].clone()
}

#[tokio::test]
async fn a_review_is_one_of_the_questions_only_if_their_text_was_taken_over() {
    let shop = Shop::new().await;
    for (text, composed) in [
        (None, "questions"),
        (Some("For my tea, twice a day. The warm glaze makes up for the weight."), "questions"),
        (Some("A warm glaze!"), "questions"),
        // The field was cleared.
        (Some(FROM_SCRATCH), "form"),
        (Some(""), "form"),
    ] {
        let jane = Customer::asked(&shop).await;
        jane.answers().await;
        jane.sends("4", text).await.is(303);
        assert_eq!(newest(&shop).await, composed, "{text:?}");
    }
    assert_eq!(shop.get("/api/v1/reviews?sort=oldest").await.json()["reviews"][0]["content"], SUGGESTED);

    let without = Customer::asked(&shop).await;
    without.sends("4", Some(SUGGESTED)).await.is(303);
    assert_eq!(newest(&shop).await, "form", "nothing was answered");
    let claims = [("rating", "4"), ("text", SUGGESTED), ("taken", "1")];
    shop.rates(&claims).await;
    assert_eq!(newest(&shop).await, "form", "nothing was suggested");
}

#[tokio::test]
async fn words_of_ones_own_stay_ones_own_unless_the_suggestion_is_added() {
    let shop = Shop::new().await;
    for (added, composed) in [(false, "form"), (true, "questions")] {
        let jane = Customer::asked(&shop).await;
        jane.drafts(&[("text", FROM_SCRATCH)]).await;
        jane.answers().await;
        if added {
            jane.drafts(&[("text", FROM_SCRATCH), ("then", "add")]).await;
        }
        jane.sends("2", None).await.is(303);
        assert_eq!(newest(&shop).await, composed);
    }
    assert_eq!(shop.newest_review().await["content"], format!("{FROM_SCRATCH}\n\n{SUGGESTED}"));
}

#[tokio::test]
async fn a_form_that_was_saved_or_refused_before_is_decided_about_as_well() {
    let shop = Shop::new().await;
    let jane = Customer::asked(&shop).await;
    jane.answers().await;
    // The page's script saves what is typed, and the answers may change later.
    jane.drafts(&[("text", "For my tea every day."), ("taken", "1")]).await;
    shop.sends("chat", &jane.hub, &[("turn", "0"), ("answer", "as a vase")]).await.is(303);
    jane.sends("", None).await.is(422);
    jane.sends("5", None).await.is(303);
    let review = shop.newest_review().await;
    assert_eq!((&review["content"], &review["composed"]), (&json!("For my tea every day."), &json!("questions")));
}

#[tokio::test]
async fn an_edit_changes_nothing_and_another_review_is_another() {
    let shop = Shop::new().await;
    let jane = Customer::asked(&shop).await;
    jane.answers().await;
    jane.sends("4", None).await.is(303);
    jane.sends("1", Some(FROM_SCRATCH)).await.is(303);
    let review = shop.newest_review().await;
    assert_eq!((&review["content"], &review["composed"]), (&json!(FROM_SCRATCH), &json!("questions")));
    shop.jump(SECOND);
    let joe = Customer::asked(&shop).await;
    joe.sends("4", Some("Fine.")).await.is(303);
    joe.answers().await;
    joe.drafts(&[("text", "Fine."), ("then", "add")]).await;
    joe.sends("4", None).await.is(303);
    assert_eq!(newest(&shop).await, "form");
    shop.sends("withdraw", &jane.hub, &[("sure", "yes")]).await.is(303);
    jane.sends("4", Some("Written again.")).await.is(303);
    let review = shop.newest_review().await;
    assert_eq!((&review["content"], &review["composed"]), (&json!("Written again."), &json!("form")));
}

#[tokio::test]
async fn every_place_says_how_a_review_was_composed_and_nobody_knows_it_of_others() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    populate(&shop, 1, |_| "From before.".to_owned()).await;
    import(&shop, "format=afterword", "product_id,rating,created_at,composed\r\n7095,5,2026-11-01,form\r\n").await;
    let contact = json!({"contactId": "8d141741-5caf-455b-9775-64b64119fa9a"});
    let by_api = json!({"namespace": "stores", "entityId": MUG, "content": {"rating": 4}, "author": contact});
    shop.post("/reviews/v1/reviews", json!({ "review": by_api })).await.is(200);
    let jane = Customer::asked(&shop).await;
    jane.answers().await;
    jane.sends("4", None).await.is(303);
    shop.rates(&[("rating", "4"), ("text", "Fine.")]).await;

    let listed = shop.get("/api/v1/reviews").await.json();
    let mut composed: Vec<_> = listed["reviews"].list().iter().map(|review| review["composed"].as_str()).collect();
    composed.sort_unstable();
    assert_eq!(composed, [None, None, None, Some("form"), Some("questions")]);
    let csv = shop.get("/api/v1/reviews.csv").await.body;
    let mut column: Vec<_> = csv.lines().map(|line| line.trim_end().rsplit(',').nth(4).unwrap()).collect();
    assert_eq!(column.remove(0), "composed");
    column.sort_unstable();
    assert_eq!(column, ["", "", "", "form", "questions"]);
    for review in listed["reviews"].list() {
        let page = mara.get(&format!("/console/reviews/{}", review["id"])).await.body;
        let shown = ["From the questions", "Written in the form"].map(|text| page.contains(text));
        let expected = ["questions", "form"].map(|word| review["composed"] == word);
        assert_eq!(shown, expected, "{page}");
    }
}

fn nothing() -> Value {
    json!({"reviews": 0, "rating_mean": null, "words_median": null, "minutes_median": null})
}

/// The statistics of the reviews from the questions and from the form, which the page *Numbers* has, too.
async fn composed(shop: &Shop) -> [Value; 2] {
    let composed = shop.get(STATS).await.json()["composed"].clone();
    assert_eq!(shop.get("/api/v1/numbers").await.json()["composed"], composed);
    assert_eq!(keys(&composed), ["form", "questions"]);
    ["questions", "form"].map(|of| composed[of].clone())
}

/// Writes a review in the form with this many words, this many minutes after the page was opened; `None` if it was not.
async fn writes(shop: &Shop, stars: &str, words: usize, minutes: Option<i64>) -> (u64, String) {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    if let Some(minutes) = minutes {
        shop.browse(&hub).await.is(200);
        shop.jump(MINUTE * i32::try_from(minutes).unwrap());
    }
    let text = vec!["word"; words].join(" ");
    shop.writes(&hub, &[("rating", stars), ("text", &text), ("headline", "Two words")]).await.is(303);
    shop.jump(SECOND);
    (shop.newest_review().await["id"].number(), hub)
}

#[tokio::test]
async fn the_numbers_are_those_of_a_set_made_by_hand() {
    let shop = Shop::new().await;
    assert_eq!(composed(&shop).await, [nothing(), nothing()]);
    writes(&shop, "5", 0, None).await;
    let form = json!({"reviews": 1, "rating_mean": 5.0, "words_median": 0.0, "minutes_median": null});
    assert_eq!(composed(&shop).await, [nothing(), form]);
    for (stars, words, minutes) in [("5", 9, 3), ("3", 16, 90), ("4", 4, 0), ("4", 100, 1_500)] {
        writes(&shop, stars, words, Some(minutes)).await;
    }
    for (stars, minutes) in [("2", 2), ("5", 8)] {
        let jane = Customer::asked(&shop).await;
        jane.answers().await;
        shop.jump(MINUTE * minutes);
        jane.sends(stars, None).await.is(303);
    }
    // 0, 4, 9, 16 and 100 words; 0, 3, 90 (counted as 96) and 1,500 minutes. The suggested text has 17 words, counted as 18.
    let questions = json!({"reviews": 2, "rating_mean": 3.5, "words_median": 18.0, "minutes_median": 5.0});
    let form = json!({"reviews": 5, "rating_mean": 4.2, "words_median": 9.0, "minutes_median": 49.5});
    assert_eq!(composed(&shop).await, [questions, form]);
}

#[tokio::test]
async fn the_numbers_follow_edits_decisions_and_removals_as_all_counts_do() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "publish"})).await;
    let mut ids = Vec::new();
    for stars in ["1", "3", "5"] {
        ids.push(writes(&shop, stars, 3, Some(2)).await);
    }
    let of = |reviews: u64, rating: f64, words: f64| json!({"reviews": reviews, "rating_mean": rating, "words_median": words, "minutes_median": 2.0});
    assert_eq!(composed(&shop).await, [nothing(), of(3, 3.0, 3.0)]);
    // An edit counts with its stars and words, and the minutes stay.
    shop.writes(&ids[0].1, &[("rating", "4"), ("text", "Much better than I thought")]).await.is(303);
    assert_eq!(composed(&shop).await, [nothing(), of(3, 4.0, 3.0)]);
    // While an edit waits, the public version counts.
    shop.writes(&ids[0].1, &[("rating", "1"), ("text", "Write to jane@example.com")]).await.is(303);
    assert_eq!(composed(&shop).await, [nothing(), of(3, 4.0, 3.0)]);
    let path = |place: usize| format!("/api/v1/reviews/{}", ids[place].0);
    shop.call("PATCH", format!("{}/approve", path(0))).send().await.is(200);
    assert_eq!(composed(&shop).await, [nothing(), of(3, 3.0, 3.0)]);
    // A withheld review counts, as in `total_reviews`.
    shop.call("PATCH", format!("{}/reject", path(1))).send().await.is(200);
    assert_eq!(composed(&shop).await, [nothing(), of(3, 3.0, 3.0)]);
    shop.delete(format!("{}?reason=fake", path(1))).await.is(200);
    assert_eq!(composed(&shop).await, [nothing(), of(2, 3.0, 3.0)]);
    shop.sends("withdraw", &ids[2].1, &[("sure", "yes")]).await.is(303);
    assert_eq!(composed(&shop).await, [nothing(), of(1, 1.0, 3.0)]);
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com", "reviews": "anonymise"})).await.is(202);
    shop.settle().await;
    // Its words have an address, so nothing of it stays.
    assert_eq!(composed(&shop).await, [nothing(), nothing()]);
    assert_eq!(shop.get(STATS).await.json()["total_reviews"], 0);
}
