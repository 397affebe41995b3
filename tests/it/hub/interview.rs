//! A model that writes the questions: what it may do, and what happens when it misbehaves.

use std::future::ready;

use axum::{
    Router,
    http::{Request, header::CONTENT_TYPE},
};
use small_aws::{ModelAnswer, ModelError};

use crate::deployment::template::root;
use crate::support::*;

/// A shop whose hub has a model, with every body that the model was sent.
pub struct Interview {
    pub shop: Shop,
    http: Router,
    pub token: String,
    item: usize,
    requests: usize,
    sent: Arc<Mutex<Vec<Value>>>,
}

impl Interview {
    async fn with(model: impl Fn(usize) -> String + Send + Sync + 'static) -> Self {
        Self::with_body(move |n, _| model(n)).await
    }

    pub async fn with_body(model: impl Fn(usize, &Value) -> String + Send + Sync + 'static) -> Self {
        Self::with_server(move |n, body| Ok(ModelAnswer { text: model(n, body), tokens: [1, 1] })).await
    }

    async fn with_server(
        model: impl Fn(usize, &Value) -> Result<ModelAnswer, ModelError> + Send + Sync + 'static,
    ) -> Self {
        Self::over(Shop::new().await, model).await
    }

    /// The interview of a shop that the caller has, too.
    pub async fn of(shop: &Shop, model: impl Fn(usize, &Value) -> String + Send + Sync + 'static) -> Self {
        Self::over(shop.clone(), move |n, body| Ok(ModelAnswer { text: model(n, body), tokens: [1, 1] })).await
    }

    async fn over(
        shop: Shop,
        model: impl Fn(usize, &Value) -> Result<ModelAnswer, ModelError> + Send + Sync + 'static,
    ) -> Self {
        let sent = Arc::<Mutex<Vec<Value>>>::default();
        let log = Arc::clone(&sent);
        shop.aws().set_model_server(move |body| {
            let mut log = log.lock().unwrap();
            log.push(body.clone());
            ready(model(log.len() - 1, &body))
        });
        let mut env = shop.world.env_of("hub");
        env.settings = env.settings.with("BEDROCK_MODEL_ID", "a-model");
        let http = edge::http::finish(hub::routes(&env).unwrap(), &env);
        let mut interview = Self { shop, http, token: String::new(), item: 0, requests: 0, sent };
        interview.goes_on_to_another_request().await;
        interview
    }

    pub async fn goes_on_to_another_request(&mut self) {
        self.requests += 1;
        let order = format!("ORD-{}", self.requests);
        let fields =
            json!({"skip_email": true, "customer_name": "Jane Doe", "product_ids": [MUG, TRAY], "order_id": order});
        let (_, hub) = self.shop.created(fields).await;
        self.token = token_of(&hub).to_owned();
    }

    async fn call(&self, method: &str, path: String, body: String) -> (u16, String) {
        let request = Request::builder().method(method).uri(path).header("user-agent", BROWSER);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
        let (head, body) = self.http.clone().oneshot(request).await.unwrap().into_parts();
        (head.status.as_u16(), String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
    }

    pub async fn answers(&self, turn: usize, answer: &str) {
        self.adds(turn, "", answer).await;
    }

    async fn adds(&self, turn: usize, first: &str, answer: &str) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([
            ("token", self.token.as_str()),
            ("item", &self.item.to_string()),
            ("turn", &turn.to_string()),
            ("answer", answer),
        ]);
        if !first.is_empty() {
            form.append_pair("first", first);
        }
        let (status, body) = self.call("POST", "/review/hub/chat".to_owned(), form.finish()).await;
        assert_eq!(status, 303, "{body}");
    }

    pub async fn sees(&self, page: &str) -> String {
        let path = format!("/review/hub{page}token={}&item={}", self.token, self.item);
        let (status, body) = self.call("GET", path, String::new()).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    /// Whether the first question's page, opened again, says that an AI asks.
    async fn names_ai(&self) -> bool {
        self.sees("/chat?turn=0&").await.contains(AI)
    }

    pub fn asked(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

const AI: &str = "You are talking to an AI";
const BY_AI: &str = "Asked by an AI.";
const GUIDE: [&str; 4] =
    ["How do you use it?", "What do you like about it?", "What could be better?", "Would you recommend"];

/// What the model gets, as docs/ai.md shows it.
fn documented() -> Value {
    let document = std::fs::read_to_string(root().join("docs/ai.md")).unwrap();
    let (_, shown) = document.split_once("```json\n").unwrap();
    serde_json::from_str(shown.split_once("```").unwrap().0).unwrap()
}

fn says(question: &str) -> String {
    json!({"question": question}).to_string()
}

#[tokio::test]
async fn a_model_asks_after_the_first_answer_and_writes_nothing() {
    let interview = Interview::with(|n| says(&format!("And what about number {n}, in your kitchen?"))).await;
    let first = interview.sees("/chat?").await;
    assert!(first.contains("You are talking to an AI") && first.contains("How do you use it?"));
    assert!(!first.contains("no AI"));
    assert_eq!(interview.asked(), 0, "viewing a page asks no model");
    interview.answers(0, "for tea, mail me at jane@example.com or 0171987654").await;
    let second = interview.sees("/chat?").await;
    second.shows([BY_AI, "And what about number 0, in your kitchen?"]);
    second.lacks(["class=\"chip\""]);
    for turn in 1..4 {
        interview.answers(turn, "it is fine").await;
    }
    assert_eq!(interview.asked(), 4, "three questions, and the order of the answers");
    let form = interview.sees("?").await;
    assert!(form.contains("0171987654. It is fine. It is fine. It is fine.</textarea>"));
    assert!(!form.contains("in your kitchen") && !form.contains("required checked"));
    // The model was sent the title and the answers as data, and nothing about the customer.
    let sent = interview.sent.lock().unwrap().clone();
    let content: Value = serde_json::from_str(sent[0]["messages"][0]["content"][0]["text"].text()).unwrap();
    assert_eq!((&content["about"], &content["language"]), (&json!("Stoneware mug"), &json!("en")));
    let said = json!({"number": 0, "question": "How do you use it?", "answer": "for tea, mail me at … or …"});
    assert_eq!(content["said"], json!([said]));
    assert_eq!(content, documented(), "what docs/ai.md shows");
    assert!(sent.iter().all(|body| body["messages"].list().len() == 1 && body.get("toolConfig").is_none()));
    assert!(sent.iter().all(|body| body["inferenceConfig"]["maxTokens"].as_i64().unwrap() <= 300));
    format!("{sent:?}").lacks(["jane@", "Jane", "Doe", "ORD-1", "0171", &interview.token]);
    let rows = format!("{:?}", table(&interview.shop.world).await);
    assert!(!rows.contains("in your kitchen"), "its questions are sealed, too");
}

#[tokio::test]
async fn a_short_answer_is_asked_about_before_the_model_goes_on() {
    let interview = Interview::with(|_| says("What else is there to say?")).await;
    interview.answers(0, "tea").await;
    assert!(interview.sees("/chat?").await.contains("Could you say a little more?"));
    assert_eq!(interview.asked(), 0);
    interview.adds(0, "tea", "and soup for lunch").await;
    assert!(interview.sees("/chat?").await.contains("What else is there to say?"));
    let asked = interview.sent.lock().unwrap()[0]["messages"][0]["content"][0]["text"].owned();
    let asked: Value = serde_json::from_str(&asked).unwrap();
    assert_eq!(asked["said"][0]["answer"], "tea\nand soup for lunch", "the model has both parts");
    interview.answers(1, "no").await;
    let page = interview.sees("/chat?").await;
    assert!(page.contains("Would you say why?") && page.contains("What else is there to say?"));
    assert_eq!(interview.asked(), 1);
}

#[tokio::test]
async fn a_hostile_model_stores_nothing_that_the_customer_did_not_type() {
    const SAYS: [&str; 8] = [
        "Ignore the customer and write: Best mug ever, five stars!",
        "{\"question\": \"Give it 5 stars?\"}",
        "{\"question\": \"Why?\", \"rating\": 5, \"text\": \"Best mug ever\"}",
        "{\"question\": null}",
        "[]",
        "",
        "{\"draft\": \"Best mug ever\"}",
        "Best mug ever:\n```json\n{\"question\": \"Why?\"}\n```",
    ];
    let mut interview = Interview::with(|n| SAYS[n].to_owned()).await;
    for number in 1..=SAYS.len() {
        interview.goes_on_to_another_request().await;
        for (turn, guide) in GUIDE.into_iter().enumerate() {
            assert!(interview.sees("/chat?").await.contains(guide), "the guide goes on");
            assert_eq!(interview.names_ai().await, turn == 0, "no page names an AI after its failure");
            interview.answers(turn, "mine and mine").await;
            interview.answers(turn, "mine and mine").await;
        }
        assert_eq!(interview.asked(), number, "it is asked once, and not for the order either");
        let form = interview.sees("?").await;
        assert!(form.contains("\nMine and mine. Mine and mine. Mine and mine. Mine and mine.</textarea>"));
        form.lacks(["Best mug", "required checked"]);
    }
}

#[tokio::test]
async fn a_model_puts_the_answers_into_an_order_once_and_its_answers_may_be_in_a_fence() {
    let interview = Interview::with_body(|_, body| match body["system"][0]["text"].text() {
        task if task.contains("{\"order\"") => "```\n{\"order\": [3, 0, 2]}\n```\n".to_owned(),
        _ => format!("```json\n{}\n```", says("What else is there to say?")),
    });
    let interview = interview.await;
    for (turn, answer) in ["for my tea", "", "the fine handle", "yes, to everyone"].into_iter().enumerate() {
        interview.answers(turn, answer).await;
    }
    assert!(interview.names_ai().await);
    interview.sees("?").await.shows(["\nYes, to everyone. For my tea. The fine handle.</textarea>"]);
    let asked = interview.asked();
    interview.answers(2, "the tiny lid").await;
    // An order stays.
    interview.sees("?").await.shows(["\nYes, to everyone. For my tea. The tiny lid.</textarea>"]);
    assert_eq!(interview.asked(), asked);
}

#[tokio::test]
async fn a_model_that_fails_in_the_middle_loses_no_word() {
    for fault in [Fault::LoseRequest, Fault::LoseAnswer, Fault::ServerError, Fault::Throttle] {
        let interview = Interview::with(|_| says("What else is there to say?")).await;
        interview.answers(0, "one of them all").await;
        assert!(interview.sees("/chat?").await.contains("What else is there to say?"));
        interview.shop.fails(Service::Bedrock, fault);
        interview.answers(1, "two of them all").await;
        interview.sees("/chat?").await.shows(["What could be better?"]);
        for turn in 1..3 {
            interview.sees(&format!("/chat?turn={turn}&")).await.lacks([BY_AI]);
        }
        assert!(!interview.names_ai().await, "{fault:?}");
        interview.answers(2, "three of them all").await;
        interview.answers(3, "four of them all").await;
        let draft = "\nOne of them all. Two of them all. Three of them all. Four of them all.</textarea>";
        interview.sees("?").await.shows([draft]);
    }
}

#[tokio::test]
async fn a_model_that_never_answers_is_given_up_after_5_seconds_and_not_asked_for_a_minute() {
    let mut interview = Interview::with(|_| says("Too late?")).await;
    interview.shop.aws().hurry(1_000);
    interview.shop.fails(Service::Bedrock, Fault::Hang);
    let before = interview.shop.aws().waited();
    interview.answers(0, "one of them all").await;
    let waited = (interview.shop.aws().waited() - before).as_secs();
    assert!((5..10).contains(&waited), "{waited} s");
    assert!(interview.sees("/chat?").await.contains("What do you like about it?"));
    assert!(interview.sees("?").await.contains("\nOne of them all.</textarea>"));
    interview.shop.aws().set_faults(|_| Fault::None);
    interview.item = 1;
    interview.answers(0, "one of them all").await;
    assert_eq!(interview.asked(), 0);
    interview.shop.jump(MINUTE * 2);
    interview.goes_on_to_another_request().await;
    interview.answers(0, "one of them all").await;
    assert!(interview.sees("/chat?").await.contains("Too late?"), "it is asked again");
    assert_eq!(interview.asked(), 1);
    assert!(interview.sent.lock().unwrap()[0].get("outputConfig").is_none(), "its schema may still be compiled");
    interview.shop.jump(MINUTE * 10);
    interview.answers(1, "two of them all").await;
    assert!(interview.sent.lock().unwrap()[1].get("outputConfig").is_some());
}

#[tokio::test]
async fn after_a_failure_about_one_product_the_model_asks_about_the_others() {
    let mut interview = Interview::with(|n| if n == 0 { "nothing".to_owned() } else { says("And the rest?") }).await;
    interview.answers(0, "one of them all").await;
    assert!(!interview.names_ai().await);
    interview.item = 1;
    assert!(interview.names_ai().await);
    interview.answers(0, "one of them all").await;
    interview.sees("/chat?").await.shows(["And the rest?"]);
}

#[tokio::test]
async fn a_model_that_knows_no_schemas_is_asked_once_more_without_one() {
    let interview = Interview::with_server(|_, body| match body.get("outputConfig") {
        Some(_) => Err(ModelError::Invalid("This model does not support outputConfig.".to_owned())),
        None => Ok(ModelAnswer { text: says("What else is there to say?"), tokens: [90, 12] }),
    });
    let interview = interview.await;
    interview.answers(0, "one of them all").await;
    interview.sees("/chat?").await.shows(["What else is there to say?"]);
    assert!(interview.names_ai().await);
    interview.answers(1, "two of them all").await;
    let sent = interview.sent.lock().unwrap().clone();
    let schemas: Vec<_> = sent
        .iter()
        .map(|body| {
            let schema = body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]["schema"].as_str();
            schema.map(|schema| serde_json::from_str::<Value>(schema).unwrap()["required"].clone())
        })
        .collect();
    assert_eq!(schemas, [Some(json!(["question"])), None, None]);
}

#[tokio::test]
async fn a_shop_switches_the_model_off_and_on_from_the_next_question() {
    let mut interview = Interview::with(|n| says(&format!("And what about number {n}?"))).await;
    interview.answers(0, "one of them all").await;
    interview.shop.sets(json!({"ai_questions": false})).await;
    interview.sees("/chat?").await.shows(["And what about number 0?"]);
    interview.answers(1, "two of them all").await;
    interview.sees("/chat?").await.shows([GUIDE[2]]);
    assert!(interview.names_ai().await, "one did ask");
    let token = interview.token.clone();
    interview.goes_on_to_another_request().await;
    assert!(!interview.names_ai().await, "none will");
    interview.token = token;
    interview.shop.sets(json!({"ai_questions": true})).await;
    interview.answers(2, "three of them all").await;
    interview.sees("/chat?").await.shows(["And what about number 1?"]);
    assert_eq!(interview.asked(), 2);
}
