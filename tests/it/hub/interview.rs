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
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([
            ("token", self.token.as_str()),
            ("item", &self.item.to_string()),
            ("turn", &turn.to_string()),
            ("answer", answer),
        ]);
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

const AI: &str = "An AI asks up to 4 questions";
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
    json!({"question": question, "begins": "", "echo": ""}).to_string()
}

/// Questions of which none is nearly another.
const ASKS: [&str; 3] =
    ["And what about it, in your kitchen?", "How does the size fit?", "Who else has tried one so far?"];

#[tokio::test]
async fn a_model_asks_after_the_first_answer_listens_and_writes_nothing() {
    let interview = Interview::with(|n| {
        let (begins, echo) = [("In my kitchen, it", "For tea"), ("", "best mug ever"), ("My", "")][n];
        json!({"question": ASKS[n], "begins": begins, "echo": echo}).to_string()
    });
    let interview = interview.await;
    let described = json!({"title": "Stoneware mug", "description": "Holds 300 ml.\nFrom our kiln"});
    interview.shop.put(&format!("/api/v1/products/{MUG}"), described).await.is(200);
    let first = interview.sees("/chat?").await;
    first.shows([AI, "How do you use it?"]);
    assert_eq!(interview.asked(), 0, "viewing a page asks no model");
    interview.answers(0, "I use it for tea, mail me at jane@example.com or 0171987654").await;
    let second = interview.sees("/chat?").await;
    second.shows([BY_AI, ASKS[0], "<q>for tea</q>", ">\nIn my kitchen, it </textarea>"]);
    second.lacks(["class=\"chip\""]);
    // A beginning alone is no answer.
    interview.answers(1, "In my kitchen, it ").await;
    interview.sees("/chat?").await.shows([ASKS[1], ">\n</textarea>"]).lacks(["best mug ever", "<q>"]);
    interview.answers(2, "it is fine").await;
    interview.sees("/chat?").await.shows([ASKS[2], ">\nMy </textarea>"]);
    interview.answers(3, "My sister and my neighbour").await;
    let form = interview.sees("?").await;
    form.shows(["0171987654. It is fine. My sister and my neighbour.</textarea>"]);
    form.lacks(["in your kitchen", "required checked"]);
    // The model was sent the product and the answers as data, and nothing about the customer.
    let sent = interview.sent.lock().unwrap().clone();
    let content =
        |n: usize| -> Value { serde_json::from_str(sent[n]["messages"][0]["content"][0]["text"].text()).unwrap() };
    assert_eq!(content(0), documented(), "what docs/ai.md shows");
    assert_eq!(content(1)["said"][1], json!({"question": ASKS[0], "skipped": true}));
    assert_eq!(content(2)["untouched"], json!(["who it suits"]));
    assert!(sent.iter().all(|body| body["messages"].list().len() == 1 && body.get("toolConfig").is_none()));
    assert!(sent.iter().all(|body| body["inferenceConfig"]["maxTokens"].as_i64().unwrap() <= 400));
    format!("{sent:?}").lacks(["jane@", "Jane", "Doe", "ORD-1", "0171", &interview.token]);
    let rows = format!("{:?}", table(&interview.shop.world).await);
    assert!(!rows.contains("in your kitchen"), "its questions are sealed, too");
}

#[tokio::test]
async fn what_is_asked_by_taps_is_no_theme_of_the_model() {
    let interview = Interview::with(|n| says(ASKS[n])).await;
    let answers = json!([{"id": "s", "text": "Small"}, {"id": "l", "text": "Large"}]);
    let facts = json!([{"id": "fit", "question": "How does it fit?", "answers": answers}]);
    interview.shop.put("/api/v1/settings", json!({"facts": facts})).await.is(200);
    for turn in 0..3 {
        interview.answers(turn, "mine and mine, mine").await;
    }
    interview.sees("/chat?").await.shows(["How does it fit?", "value=\"fit:s\""]).lacks([BY_AI, GUIDE[3]]);
    assert_eq!(interview.asked(), 2, "the last question is the fact");
    let sent = interview.sent.lock().unwrap().clone();
    let about: Value = serde_json::from_str(sent[0]["messages"][0]["content"][0]["text"].text()).unwrap();
    assert_eq!(about["tapped"], json!(["How does it fit?"]));
    assert_eq!(about["untouched"], json!(["quality", "who it suits"]));
}

#[tokio::test]
async fn a_refused_question_costs_one_turn_and_two_in_a_row_the_model() {
    // Which answers are wrong is tested in `converse`.
    let said = |n: usize| if n == 1 { says(ASKS[0]) } else { "Best mug ever, five stars!".to_owned() };
    let interview = Interview::with(said).await;
    for (turn, question) in [GUIDE[0], GUIDE[1], ASKS[0], GUIDE[3]].into_iter().enumerate() {
        interview.sees("/chat?").await.shows([question]);
        assert!(interview.names_ai().await, "it goes on");
        interview.answers(turn, "mine and mine, mine").await;
    }
    let form = interview.sees("?").await;
    form.shows(["\nMine and mine, mine. Mine and mine, mine. Mine and mine, mine. Mine and mine, mine.</textarea>"]);
    form.lacks(["Best mug", "required checked"]);
    assert_eq!(interview.asked(), 3);
    let mut interview = Interview::with(|_| "[]".to_owned()).await;
    for (turn, guide) in GUIDE.into_iter().enumerate() {
        interview.sees("/chat?").await.shows([guide]);
        assert_eq!(interview.names_ai().await, turn < 2, "after two it is not named");
        interview.answers(turn, "mine and mine, mine").await;
    }
    assert_eq!(interview.asked(), 2);
    // It asks about the other product.
    interview.item = 1;
    assert!(interview.names_ai().await);
}

#[tokio::test]
async fn a_late_model_is_given_up_after_5_seconds_and_rests_after_two() {
    let mut interview = Interview::with(|_| says("Too late?")).await;
    interview.shop.aws().hurry(1_000);
    interview.shop.fails(Service::Bedrock, Fault::Hang);
    for (item, waits) in [(0, true), (1, true), (2, false)] {
        if item == 2 {
            interview.goes_on_to_another_request().await;
        }
        interview.item = item % 2;
        let before = interview.shop.aws().waited();
        interview.answers(0, "one of them all").await;
        let waited = (interview.shop.aws().waited() - before).as_secs();
        assert!(if waits { (5..10).contains(&waited) } else { waited < 5 }, "{item}: {waited} s");
        interview.sees("/chat?").await.shows(["What do you like about it?"]);
        interview.sees("?").await.shows(["\nOne of them all.</textarea>"]);
    }
    interview.shop.aws().set_faults(|_| Fault::None);
    interview.shop.jump(MINUTE / 3);
    // It rested, which costs no turn of the questions.
    interview.answers(1, "two of them all").await;
    interview.sees("/chat?").await.shows(["Too late?"]);
    assert!(interview.sent.lock().unwrap()[0].get("outputConfig").is_none(), "its schema may still be compiled");
    interview.shop.jump(MINUTE * 10);
    interview.goes_on_to_another_request().await;
    interview.answers(0, "one of them all").await;
    assert!(interview.sent.lock().unwrap()[1].get("outputConfig").is_some());
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
    assert_eq!(schemas, [Some(json!(["question", "begins", "echo"])), None, None]);
}

#[tokio::test]
async fn a_shop_switches_the_model_off_and_on_from_the_next_question() {
    let mut interview = Interview::with(|n| says(ASKS[n])).await;
    interview.answers(0, "one of them all").await;
    interview.shop.sets(json!({"ai_questions": false})).await;
    interview.sees("/chat?").await.shows([ASKS[0]]);
    interview.answers(1, "two of them all").await;
    interview.sees("/chat?").await.shows([GUIDE[2]]);
    assert!(interview.names_ai().await, "one did ask");
    let token = interview.token.clone();
    interview.goes_on_to_another_request().await;
    assert!(!interview.names_ai().await, "none will");
    interview.token = token;
    interview.shop.sets(json!({"ai_questions": true})).await;
    interview.answers(2, "three of them all").await;
    interview.sees("/chat?").await.shows([ASKS[1]]);
    assert_eq!(interview.asked(), 2);
}
