//! The questions as an alternative to the form, and what both of them save, without any JavaScript.

use crate::support::*;

struct Customer {
    shop: Shop,
    hub: String,
}

impl Customer {
    async fn asked(fields: Value) -> (Shop, u64, Self) {
        let (shop, id, hub) = Shop::asking(fields).await;
        (shop.clone(), id, Self { shop, hub })
    }

    async fn sends(&self, turn: &str, fields: &[(&str, &str)]) -> Reply {
        self.shop.sends("chat", &self.hub, &[&[("turn", turn)], fields].concat()).await
    }

    async fn answers(&self, turn: &str, answer: &str) -> String {
        self.sends(turn, &[("answer", answer)]).await.is(303).header("location").to_owned()
    }

    /// Goes from the form to the questions and returns the address of the redirect.
    async fn leaves(&self, fields: &[(&str, &str)]) -> String {
        self.shop.sends("draft", &self.hub, fields).await.is(303).header("location").to_owned()
    }

    async fn sees(&self, path: &str) -> String {
        self.shop.browse(path.split('#').next().unwrap()).await.is(200).body
    }

    async fn text(&self) -> String {
        let page = self.sees(&self.form()).await;
        let (_, field) = page.split_once("id=\"text-0\" name=\"text\"").unwrap();
        between(field, ">\n", "</textarea>").to_owned()
    }

    fn question(&self, turn: &str) -> String {
        format!("{}{turn}#question", self.questions())
    }

    fn questions(&self) -> String {
        format!("/review/hub/chat?token={}&item=0", token_of(&self.hub))
    }

    fn form(&self) -> String {
        format!("{}&item=0#item-0", self.hub)
    }
}

async fn rows(shop: &Shop, end: &str) -> usize {
    let rows = table(&shop.world).await;
    rows.iter()
        .filter(|row| row["SK"]["S"].as_str().is_some_and(|sk| sk.starts_with("REV#") && sk.ends_with(end)))
        .count()
}

#[tokio::test]
async fn four_answers_become_a_draft_that_is_edited_rated_and_sent() {
    let (shop, id, jane) = Customer::asked(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
    assert!(jane.sees(&jane.hub).await.contains("Not sure what to write?"));
    assert_eq!(jane.leaves(&[("text", ""), ("display_name", "Jane")]).await, jane.question(""));
    let first = jane.sees(&jane.questions()).await;
    first.shows(["quick questions", "Question 1 of 4", "Stoneware mug", "How do you use it?", "I use it every day"]);
    let tapped = jane.sends("0", &[("answer", ""), ("chip", "I use it every day")]).await;
    assert_eq!(tapped.header("location"), jane.question("&turn=0"), "a tap does not go on");
    assert_eq!(jane.answers("0", "I use it every day.").await, jane.question(""));
    assert_eq!(jane.answers("1", "the glaze, and <b>how</b> it feels").await, jane.question(""));
    let third = jane.sees(&jane.questions()).await;
    third.shows(["Question 3 of 4", "I use it every day", "the glaze, and &#60;b&#62;how&#60;/b&#62; it feels"]);
    assert_eq!(jane.sends("2", &[("answer", ""), ("skip", "1")]).await.header("location"), jane.question(""));
    assert!(jane.sees(&jane.questions()).await.contains("See my draft"));
    assert_eq!(jane.answers("3", "yes, to anyone!").await, jane.form());
    let draft = "I use it every day. The glaze, and &#60;b&#62;how&#60;/b&#62; it feels. Yes, to anyone!";
    assert_eq!(jane.text().await, draft);
    assert!(!jane.sees(&jane.form()).await.contains("required checked"), "nobody rates for them");

    assert_eq!(shop.writes(&jane.hub, &[("rating", "3"), ("text", "Good glaze.")]).await.status, 303);
    assert_eq!(jane.text().await, "Good glaze.");
    assert_eq!((rows(&shop, "#00").await, rows(&shop, "#unsent").await), (1, 0), "the draft is gone");
    assert_eq!(shop.timeline(id).await, ["created", "opened", "engaged", "reviewed"]);
    assert_eq!(shop.counters().await["engaged"], 1);
}

#[tokio::test]
async fn the_questions_are_the_same_whatever_the_stars_say() {
    let shop = Shop::new().await;
    // The answers determine the last question.
    for (second, last) in [
        ("so so, really", "Would you recommend it, and to whom?"),
        ("There isn’t much I like", "What would have put it right?"),
    ] {
        let mut pages = Vec::new();
        for rating in ["1", "5", ""] {
            let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG]})).await;
            let jane = Customer { shop: shop.clone(), hub };
            jane.leaves(&[("rating", rating), ("text", "Mine")]).await;
            let mut seen = String::new();
            for (turn, answer) in [("0", "so so, really"), ("1", second), ("2", "so so, really"), ("3", "nothing more")]
            {
                seen += &jane.sees(&jane.questions()).await;
                jane.answers(turn, answer).await;
            }
            pages.push(seen.replace(token_of(&jane.hub), ""));
        }
        assert!(pages[0].contains(last) && pages.iter().all(|page| *page == pages[0]));
    }
}

#[tokio::test]
async fn skipping_everything_leads_to_the_form_and_leaves_it_as_it_was() {
    let (_, _, jane) = Customer::asked(json!({"skip_email": true})).await;
    jane.leaves(&[("text", "Mine"), ("rating", "2")]).await;
    for (turn, to) in [("0", jane.question("")), ("1", jane.question("")), ("2", jane.question("")), ("3", jane.form())]
    {
        assert_eq!(jane.sends(turn, &[("skip", "1")]).await.header("location"), to);
    }
    assert_eq!(jane.text().await, "Mine");
    assert!(jane.sees(&jane.form()).await.contains("value=\"2\" required checked"));
}

#[tokio::test]
async fn switching_to_the_questions_and_back_loses_nothing_and_overwrites_nothing() {
    let (_, _, jane) = Customer::asked(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let typed = [("rating", "4"), ("text", "My own\r\nwords"), ("shown_as", "other"), ("display_name", "Jay")];
    jane.leaves(&typed).await;
    jane.answers("0", "for my tea").await;
    // The customer returns to the form while the second answer is half typed.
    let back = jane.sends("1", &[("answer", "the handle"), ("to", "form")]).await;
    assert_eq!(back.header("location"), jane.form());
    assert_eq!(jane.text().await, "My own\nwords");
    let page = jane.sees(&jane.form()).await;
    page.shows(["value=\"4\" required checked", "Jay", "For my tea. The handle.", "Add them to my review"]);
    // The half-typed answer is still there, and an earlier answer can be changed.
    assert!(jane.sees(&jane.questions()).await.contains("the handle</textarea>"));
    let change = jane.sends("1", &[("answer", "the handle"), ("to", "0")]).await;
    assert_eq!(change.header("location"), jane.question("&turn=0"));
    assert!(jane.sees(&jane.question("&turn=0")).await.contains("for my tea</textarea>"));
    jane.answers("0", "for black coffee").await;
    // The answers are added to the words typed before only on request, and only once.
    assert_eq!(jane.leaves(&[&typed[..], &[("then", "add")]].concat()).await, jane.form());
    assert_eq!(jane.text().await, "My own\nwords\n\nFor black coffee. The handle.");
    assert!(!jane.sees(&jane.form()).await.contains("Add them to my review"));
}

#[tokio::test]
async fn an_edited_draft_stays_edited_and_a_review_that_was_sent_is_not_replaced() {
    let (shop, _, jane) = Customer::asked(json!({"skip_email": true})).await;
    for turn in ["0", "1", "2", "3"] {
        jane.answers(turn, "fine with me").await;
    }
    assert_eq!(jane.text().await, "Fine with me. Fine with me. Fine with me. Fine with me.");
    // If every question is answered, the form's button leads to the first one, to change it.
    assert_eq!(jane.leaves(&[("text", "Fine, all of it."), ("taken", "1")]).await, jane.question("&turn=0"));
    assert_eq!(jane.answers("0", "fine with me").await, jane.form());
    assert_eq!(jane.text().await, "Fine, all of it.");
    shop.review(&jane.hub, 0).await;
    jane.answers("0", "later that day").await;
    assert_eq!(jane.text().await, "Lovely.", "a sent review stays until it is changed");
    assert!(jane.sees(&jane.form()).await.contains("Later that day."), "and the answers are offered");
}

#[tokio::test]
async fn drafts_last_as_long_as_the_link() {
    let (shop, _, jane) = Customer::asked(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
    jane.answers("0", "for my tea").await;
    jane.leaves(&[("text", "Words"), ("rating", "5")]).await;
    shop.advance_days(89).await;
    let page = jane.sees(&format!("/review/{}", token_of(&jane.hub))).await;
    page.shows(["Words", "value=\"5\" required checked", "For my tea.", "Continue with the questions", "not sent yet"]);
    assert!(jane.sees(&jane.questions()).await.contains("Question 2 of 4"));
    let rows = table(&shop.world).await;
    let begun = rows.iter().find(|row| row["SK"]["S"].text().ends_with("#unsent")).unwrap();
    let personal = rows.iter().find(|row| row["SK"]["S"].text().starts_with("PII#")).unwrap();
    assert_eq!(begun["ttl"], personal["ttl"], "it expires together with the other personal data");
}

#[tokio::test]
async fn the_same_turn_sent_ten_times_at_once_is_one_turn_and_no_other_is_lost() {
    let (shop, id, jane) = Customer::asked(json!({"skip_email": true})).await;
    let turns = [("0", "one to begin"), ("1", "two to go"), ("2", "three for me"), ("3", "four in all")];
    join_all((0..40).map(|index| turns[index % 4]).map(|(turn, answer)| jane.answers(turn, answer))).await;
    assert_eq!(jane.text().await, "One to begin. Two to go. Three for me. Four in all.");
    assert_eq!(rows(&shop, "#unsent").await, 1);
    assert_eq!(shop.timeline(id).await, ["created", "opened", "engaged"]);
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters["engaged"], counters.get("completed")), (1, 1, None));
}

#[tokio::test]
async fn looking_at_the_questions_changes_nothing_but_opened() {
    let (shop, id, jane) = Customer::asked(json!({"skip_email": true})).await;
    let scanner = shop.call("GET", jane.questions()).without_key().header("user-agent", "Googlebot/2.1");
    assert_eq!(scanner.send().await.status, 200);
    assert_eq!(shop.timeline(id).await, ["created"]);
    jane.sees(&jane.questions()).await;
    assert_eq!(shop.timeline(id).await, ["created", "opened"]);
    let before = table(&shop.world).await;
    for turn in ["", "&turn=0", "&turn=3", "&turn=99", "&turn=-1", "&turn=x"] {
        jane.sees(&format!("{}{turn}", jane.questions())).await;
    }
    assert_eq!(table(&shop.world).await, before);
    assert_eq!(shop.counters().await.get("engaged"), None);
}

#[tokio::test]
async fn an_invalid_answer_is_422_and_loses_nothing() {
    let (shop, _, jane) = Customer::asked(json!({"skip_email": true})).await;
    let bad = "x".repeat(1_001);
    let reply = jane.sends("1", &[("answer", &bad)]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains(&bad) && reply.body.contains("role=\"alert\""));
    assert!(reply.body.contains("Question 2 of 4"));
    assert_eq!(rows(&shop, "#unsent").await, 0);
    // If the customer taps a ready-made answer, the text that was typed before it stays.
    jane.sends("1", &[("answer", "Helpful"), ("chip", "It was quick")]).await;
    assert!(jane.sees(&jane.hub).await.contains("Helpful. It was quick."));
    for (item, turn) in [("1", "0"), ("x", "0"), ("0", "4"), ("0", "x"), ("0", "-1")] {
        let reply = shop.sends("chat", &jane.hub, &[("item", item), ("turn", turn), ("answer", "a")]).await;
        assert_eq!(reply.status, 404, "{item} {turn}");
    }
    assert_eq!(shop.browse(jane.questions().replace("item=0", "item=1")).await.status, 404);
}

#[tokio::test]
async fn links_that_open_nothing_save_nothing() {
    let shop = Shop::new().await;
    let (_, theirs) = shop.beside("moss").await.created(json!({"skip_email": true})).await;
    let (withdrawn, cancelled) = shop.created(json!({"skip_email": true})).await;
    let (_, late) = shop.created(json!({"skip_email": true})).await;
    shop.delete(format!("/api/v1/review-requests/{withdrawn}")).await;
    let unknown = shop.browse("/review/hub?token=x").await.body;
    let every = async |token: &str| {
        let fields = [("token", token), ("item", "0"), ("turn", "0"), ("answer", "Words"), ("text", "Words")];
        let mut replies = vec![shop.browse(format!("/review/hub/chat?token={token}&item=0")).await];
        for path in ["/review/hub/chat", "/review/hub/draft"] {
            replies.push(shop.submit(path, &fields).await);
        }
        replies
    };
    for bad in ["", "x", &token_of(&late)[1..]] {
        for reply in every(bad).await {
            assert_eq!((reply.status.as_u16(), &reply.body), (404, &unknown));
        }
    }
    for reply in every(token_of(&cancelled)).await {
        assert_eq!(reply.status, 410);
        assert!(reply.body.contains("no longer available"));
    }
    // Another shop's token leads to that shop's page and changes nothing here.
    assert!(every(token_of(&theirs)).await.iter().all(|reply| reply.status.as_u16() < 400));
    let begun = table(&shop.world).await.into_iter().filter(|row| row["SK"]["S"].text().ends_with("#unsent"));
    let partitions: Vec<_> = begun.map(|row| row["PK"]["S"].owned()).collect();
    assert!(matches!(&partitions[..], [one] if one.starts_with("T#moss.live#REV#")), "{partitions:?}");
    shop.advance_days(90).await;
    for reply in every(token_of(&late)).await {
        assert_eq!(reply.status, 410);
        assert!(reply.body.contains("Link Expired"));
    }
    assert_eq!(rows(&shop, "#unsent").await, 1);
}

#[tokio::test]
async fn the_questions_have_no_script_but_the_pages_and_every_header() {
    let (shop, _, jane) = Customer::asked(json!({"skip_email": true})).await;
    jane.answers("0", "<script>alert(1)</script>\" onclick=\"x").await;
    let reply = shop.call("GET", jane.questions()).without_key().header("user-agent", BROWSER).send().await;
    without_own_scripts(&reply.body).lacks(["<script", "<style", " style=", " onclick=\"", "javascript:"]);
    assert!(reply.header("content-security-policy").contains("default-src 'none'"));
    assert_eq!((reply.header("cache-control"), reply.header("referrer-policy")), ("no-store", "no-referrer"));
}

#[tokio::test]
async fn a_turn_is_two_reads_and_one_update() {
    let (shop, _, jane) = Customer::asked(json!({"skip_email": true})).await;
    jane.answers("0", "once more, please").await;
    shop.aws().take_calls();
    jane.answers("1", "and once again").await;
    assert_eq!(shop.operations(), ["BatchGetItem", "GetItem", "UpdateItem"]);
    jane.sees(&jane.questions()).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query"]);
}

#[tokio::test]
async fn a_draft_is_bounded_and_what_is_too_long_stays_on_the_page() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let save = async |text: &str, name: &str| {
        shop.sends("draft", &hub, &[("text", text), ("display_name", name), ("rating", "4")]).await
    };
    let (longest, longest_name) = ("ä".repeat(10_000), "n".repeat(200));
    save(&longest, &longest_name).await.is(303);
    let too_long = format!("{longest}.");
    let page = save(&too_long, "Jane Q").await.is(422);
    for kept in [&too_long, "Jane Q", "value=\"4\" required checked", "5,000 characters"] {
        assert!(page.body.contains(kept), "{}", &kept[..kept.len().min(40)]);
    }
    let page = save("My words", &format!("{longest_name}n")).await;
    assert!(page.status == 422 && page.body.contains("at most 60 characters") && page.body.contains("My words"));
    assert!(shop.browse(&hub).await.body.contains(&longest), "the last draft that fits");
    // A photo's button saves the form first, because it leaves the page.
    for (path, more) in [("/review/hub/photo", ("item", "0")), ("/review/hub/photo/remove", ("photo", "0"))] {
        let fields = [("token", token_of(&hub)), ("item", "0"), ("text", &too_long), more];
        let page = shop.submit(path, &fields).await;
        assert!(page.status == 422 && page.body.contains(&too_long), "{path}");
    }
}

#[tokio::test]
async fn drafts_have_a_daily_budget_and_beyond_it_nothing_typed_is_lost() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..10).map(|n| format!("shopify-{n}")).collect();
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let save = async |item: &str, text: &str| shop.sends("draft", &hub, &[("item", item), ("text", text)]).await;
    for n in 0..100 {
        assert_eq!(save("0", &format!("Words {n}")).await.status, 303, "{n}");
    }
    let page = save("0", "One too many").await;
    assert_eq!((page.status.as_u16(), page.header("retry-after")), (429, "64800"), "until midnight in UTC");
    page.shows(["One too many", "save it again tomorrow"]);
    let page = shop.sends("chat", &hub, &[("turn", "0"), ("answer", "For bread")]).await.is(429);
    page.shows(["For bread", "save it again tomorrow"]);
    assert_eq!(save("1", "Another product").await.status, 303, "each has its own");
    shop.writes(&hub, &[("item", "2"), ("rating", "4"), ("text", "Sent all the same.")]).await.is(303);
    shop.advance(HOUR * 18).await;
    save("0", "The next day").await.is(303);
    assert!(shop.browse(&hub).await.body.contains("The next day"));
}

#[tokio::test]
async fn of_simultaneous_saves_no_more_than_the_budget_are_written() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..10).map(|n| format!("shopify-{n}")).collect();
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let mut statuses = BTreeMap::new();
    for _ in 0..6 {
        for reply in join_all((0..20).map(|_| shop.sends("draft", &hub, &[("text", "Words")]))).await {
            *statuses.entry(reply.status.as_u16()).or_insert(0) += 1;
        }
    }
    assert_eq!(statuses, BTreeMap::from([(303, 100), (429, 20)]));
}

#[tokio::test]
async fn only_the_first_input_takes_a_transaction() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let writes = async |text: &str| {
        shop.aws().take_calls();
        shop.sends("draft", &hub, &[("text", text)]).await;
        let calls = shop.aws().take_calls().into_iter().map(|call| call.operation);
        calls.filter(|operation| operation.contains("Write") || operation.contains("Update")).collect::<Vec<_>>()
    };
    assert_eq!(writes("First").await, ["TransactWriteItems"]);
    assert_eq!(writes("Second").await, ["UpdateItem"]);
    assert_eq!(writes("Third").await, ["UpdateItem"]);
}
