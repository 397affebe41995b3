//! Conversations without JavaScript: answers that are tapped, asked again, changed and left out.

use axum::http::StatusCode;

use crate::support::*;

#[derive(Clone, Copy)]
pub enum Does {
    Taps(&'static str),
    Types(&'static str),
    GoesOn,
    Skips,
    /// Presses "Change" at the answer to this question, from 0.
    Changes(&'static str),
}

use Does::{Changes, GoesOn, Skips, Taps, Types};

/// A conversation about one product, through the page's own form.
pub struct Talk {
    shop: Shop,
    hub: String,
    page: String,
}

pub fn plain(escaped: &str) -> String {
    let escapes = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    escapes.into_iter().fold(escaped.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

impl Talk {
    async fn begun() -> Self {
        Self::begun_in("en").await
    }

    pub async fn begun_in(language: &str) -> Self {
        let (shop, _, hub) =
            Shop::asking(json!({"skip_email": true, "product_ids": [MUG], "language": language})).await;
        let page = shop.browse(format!("/review/hub/chat?token={}&item=0", token_of(&hub))).await.body;
        Self { shop, hub, page }
    }

    /// The question, or the question that asks for more.
    fn asked(&self) -> String {
        let heading = self.page.split("<h1 class=\"asked\"").nth(1).map(|rest| rest.split_once('>').unwrap().1);
        heading.unwrap_or_default().split("</h1>").next().unwrap().to_owned()
    }

    fn answer(&self) -> String {
        let field = self.page.split_once("name=\"answer\"").unwrap().1.split_once(">\n").unwrap().1;
        plain(field.split_once("</textarea>").unwrap().0)
    }

    /// The answer to which the page asks the customer to add.
    fn first(&self) -> Option<String> {
        Some(plain(self.page.split_once("name=\"first\" value=\"")?.1.split('"').next().unwrap()))
    }

    fn bubbles(&self) -> Vec<String> {
        let shown = self.page.split("<p class=\"bubble\" dir=\"auto\">").skip(1);
        shown.map(|rest| plain(rest.split("</p>").next().unwrap())).filter(|bubble| !bubble.is_empty()).collect()
    }

    fn pressed(&self) -> Vec<&str> {
        let chips = self.page.split("aria-pressed=\"true\">").skip(1);
        chips.map(|chip| chip.split("</button>").next().unwrap()).collect()
    }

    async fn does(&mut self, does: &Does) {
        let turn = self.page.split_once("name=\"turn\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
        let (shown, first) = (self.answer(), self.first());
        let (answer, button) = match does {
            Taps(chip) => {
                assert!(self.page.contains(&format!("name=\"chip\" value=\"{chip}\"")), "no {chip}: {}", self.page);
                (shown, Some(("chip", *chip)))
            }
            // The words are added at the field's end.
            Types(words) => (format!("{shown}{words}"), None),
            GoesOn => (shown, None),
            Skips => (shown, Some(("skip", "1"))),
            Changes(number) => (shown, Some(("to", *number))),
        };
        let fields = [("token", token_of(&self.hub)), ("item", "0"), ("turn", &turn), ("answer", &answer)];
        let first = first.as_deref().map(|first| ("first", first));
        let fields: Vec<_> = fields.into_iter().chain(first).chain(button).collect();
        let reply = self.shop.submit("/review/hub/chat", &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        self.page = self.shop.browse(reply.header("location").split('#').next().unwrap()).await.body;
    }

    /// Goes through a conversation: each question, and the customer's actions.
    pub async fn goes(&mut self, script: &[(&str, &[Does])]) {
        for (asked, does) in script {
            assert_eq!(self.asked(), *asked);
            let more = self.first();
            assert!(more.is_none() || self.answer().is_empty() && self.bubbles().last() == more.as_ref(), "{more:?}");
            for does in *does {
                self.does(does).await;
            }
        }
    }

    pub fn draft(&self) -> &str {
        let field = self.page.split_once("id=\"text-0\" name=\"text\"").expect("the form").1;
        between(field, ">\n", "</textarea>")
    }
}

#[tokio::test]
async fn a_terse_customer() {
    let mut talk = Talk::begun().await;
    talk.goes(&[
        ("How do you use it?", &[Types("tea")]),
        ("Could you say a little more?", &[Types("and soup")]),
        ("What do you like about it?", &[Types("handle fits")]),
        ("What could be better?", &[Types("-")]),
        ("Could you say a little more?", &[Skips]),
        ("Would you recommend it, and to whom?", &[Types("Yes")]),
        ("Would you say why?", &[GoesOn]),
    ])
    .await;
    assert_eq!(talk.draft(), "Tea. And soup. Handle fits.", "what says nothing by itself is left out");
}

#[tokio::test]
async fn ready_answers_are_combined_in_the_field_and_taken_out_again() {
    let mut talk = Talk::begun().await;
    talk.does(&Taps("I use it every day")).await;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), ("How do you use it?", "I use it every day."));
    talk.does(&Taps("It was a gift")).await;
    assert_eq!(talk.pressed(), ["I use it every day", "It was a gift"]);
    talk.does(&Taps("I use it for …")).await;
    assert_eq!(talk.answer(), "I use it every day. It was a gift. I use it for ", "room to go on");
    talk.does(&Taps("I use it every day")).await;
    assert_eq!((talk.answer().as_str(), talk.pressed()), ("It was a gift.", vec!["It was a gift"]));
    // After a tap the same question is shown, and the field's content is saved.
    talk.shop.browse(&talk.hub).await.shows([">\nIt was a gift.</textarea>"]);
    talk.does(&Types(" For my mother")).await;
    assert_eq!(talk.asked(), "How did it go down?");
}

#[tokio::test]
async fn an_unfinished_beginning_is_no_part_of_the_draft() {
    let mut talk = Talk::begun().await;
    talk.goes(&[
        ("How do you use it?", &[Types("every day for my tea")]),
        ("What do you like about it?", &[Taps("It’s good value"), Taps("I like how …"), GoesOn]),
        ("What could be better?", &[Taps("I wish …"), GoesOn]),
        ("Could you say a little more?", &[Skips]),
        ("Would you recommend it, and to whom?", &[Skips]),
    ])
    .await;
    assert_eq!(talk.draft(), "Every day for my tea. It’s good value.");
    // When the page asks for more, the customer finishes the answer.
    let mut talk = Talk::begun().await;
    talk.goes(&[
        ("How do you use it?", &[Taps("I use it for …"), GoesOn]),
        ("Could you say a little more?", &[Types("bread and cheese")]),
    ])
    .await;
    assert_eq!(talk.bubbles(), ["I use it for bread and cheese"]);
}

#[tokio::test]
async fn a_follow_up_comes_once_and_keeps_the_answer_on_every_device() {
    let mut talk = Talk::begun().await;
    talk.does(&Types("tea")).await;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), ("Could you say a little more?", ""));
    assert_eq!(talk.bubbles(), ["tea"]);
    assert!(talk.page.contains("How do you use it?") && talk.page.contains("Leave it at that"));
    // Another device shows the same, and the form already contains the answer.
    let questions = format!("/review/hub/chat?token={}&item=0", token_of(&talk.hub));
    assert!(talk.shop.browse(&questions).await.body.contains("Could you say a little more?"));
    assert!(talk.shop.browse(&talk.hub).await.body.contains(">\nTea.</textarea>"));
    // The answer counts, whatever the customer does next, and the question is not asked again.
    talk.does(&Skips).await;
    assert_eq!(talk.asked(), "What do you like about it?");
    talk.page = talk.shop.browse(format!("{questions}&turn=0")).await.body;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), ("How do you use it?", "tea"));
    talk.page = talk.page.replace("tea</textarea>", "soup</textarea>");
    talk.does(&GoesOn).await;
    assert_eq!(talk.asked(), "What do you like about it?");
    talk.does(&Types("colour")).await;
    assert_eq!(talk.asked(), "What could be better?", "only the first short answer is asked about");
    talk.does(&Types("No!")).await;
    assert_eq!(talk.asked(), "Would you say why?");
    talk.does(&GoesOn).await;
    talk.does(&Types("to my friends")).await;
    assert_eq!(talk.draft(), "Soup. Colour. To my friends.");
}

#[tokio::test]
async fn additions_to_an_answer_are_on_every_device_and_are_changed_as_one() {
    let mut talk = Talk::begun().await;
    talk.does(&Types("No")).await;
    // The answer is half typed, and the script saves it when the customer leaves the page.
    let token = token_of(&talk.hub).to_owned();
    let save =
        [("token", &*token), ("item", "0"), ("turn", "0"), ("first", "No"), ("answer", "No, I'd"), ("to", "form")];
    assert_eq!(talk.shop.submit("/review/hub/chat", &save).await.status, StatusCode::SEE_OTHER);
    talk.page = talk.shop.browse(&format!("/review/hub/chat?token={token}&item=0")).await.body;
    assert_eq!((&*talk.asked(), &*talk.answer()), ("Would you say why?", "No, I'd"));
    assert_eq!(talk.bubbles(), ["No"]);
    assert!(talk.shop.browse(&talk.hub).await.body.contains(">\nNo, I&#39;d.</textarea>"), "never \"No No\"");
    // A tap adds to the answer. A text that is too long is not saved, but still shown.
    talk.does(&Taps("I use it every day")).await;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), ("Would you say why?", "No, I'd. I use it every day."));
    let long = "x".repeat(999);
    let save = [("token", &*token), ("item", "0"), ("turn", "0"), ("first", "No"), ("answer", &*long)];
    talk.shop.submit("/review/hub/chat", &save).await.is(422).shows([&long, "name=\"first\" value=\"No\""]);
    talk.does(&Types(" Mostly")).await;
    assert_eq!(talk.asked(), "What do you like about it?");
    assert_eq!(talk.bubbles(), ["No\nNo, I'd. I use it every day. Mostly"]);
    // After a change, it is one answer in one field, also when it is saved half changed.
    talk.does(&Changes("0")).await;
    let whole = ("How do you use it?", "No\nNo, I'd. I use it every day. Mostly");
    assert_eq!((talk.asked().as_str(), talk.answer().as_str(), talk.first()), (whole.0, whole.1, None));
    talk.does(&Taps("I use it every day")).await;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), (whole.0, "No\nNo, I'd. Mostly"));
    talk.does(&Types(" for bread")).await;
    assert_eq!(talk.asked(), "What do you like about it?", "the question is not asked about again");
    assert!(talk.shop.browse(&talk.hub).await.body.contains(">\nNo, I&#39;d. Mostly for bread.</textarea>"));
}

#[tokio::test]
async fn a_first_answer_is_changed_instead_of_added_to() {
    let mut talk = Talk::begun().await;
    talk.does(&Types("bred")).await;
    assert_eq!(talk.bubbles(), ["bred"]);
    talk.does(&Changes("0")).await;
    assert_eq!((talk.asked().as_str(), talk.answer().as_str()), ("How do you use it?", "bred"));
    talk.page = talk.page.replace("bred</textarea>", "bread</textarea>");
    talk.does(&GoesOn).await;
    assert_eq!((talk.asked().as_str(), talk.bubbles()), ("What do you like about it?", vec!["bread".to_owned()]));
}
