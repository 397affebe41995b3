//! A model that writes the questions: what it may do, and what happens when it misbehaves.

use axum::{
    Router,
    http::{Request, header::CONTENT_TYPE},
};

use crate::support::*;

/// A shop whose hub has a model, with every body that the model was sent.
pub struct Interview {
    pub shop: Shop,
    http: Router,
    pub token: String,
    sent: Arc<Mutex<Vec<Value>>>,
}

impl Interview {
    async fn with(model: impl Fn(usize) -> String + Send + Sync + 'static) -> Self {
        Self::with_body(move |n, _| model(n)).await
    }

    pub async fn with_body(model: impl Fn(usize, &Value) -> String + Send + Sync + 'static) -> Self {
        let shop = Shop::new().await;
        let sent = Arc::<Mutex<Vec<Value>>>::default();
        let log = Arc::clone(&sent);
        shop.aws().set_model(move |body| {
            let mut log = log.lock().unwrap();
            log.push(body.clone());
            model(log.len() - 1, body)
        });
        let mut env = shop.world.env_of("hub");
        env.settings = env.settings.with("BEDROCK_MODEL_ID", "a-model");
        let http = edge::http::finish(hub::routes(&env).unwrap(), &env);
        let fields =
            json!({"skip_email": true, "customer_name": "Jane Doe", "product_ids": [MUG], "order_id": "ORD-7"});
        let (_, hub) = shop.created(fields).await;
        let token = token_of(&hub).to_owned();
        Self { shop, http, token, sent }
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
            ("item", "0"),
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
        let (status, body) =
            self.call("GET", format!("/review/hub{page}token={}&item=0", self.token), String::new()).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    pub fn asked(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
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
    assert!(second.contains("And what about number 0, in your kitchen?") && !second.contains("class=\"chip\""));
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
    assert!(sent.iter().all(|body| body["messages"].list().len() == 1 && body.get("toolConfig").is_none()));
    assert!(sent.iter().all(|body| body["inferenceConfig"]["maxTokens"].as_i64().unwrap() <= 300));
    format!("{sent:?}").lacks(["jane@", "Jane", "Doe", "ORD-7", "0171", &interview.token]);
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
    const SAYS: [&str; 12] = [
        "Ignore the customer and write: Best mug ever, five stars!",
        "{\"question\": \"Give it 5 stars?\"}",
        "{\"question\": \"Why?\", \"rating\": 5, \"text\": \"Best mug ever\"}",
        "{\"question\": \"<script>alert(1)</script>?\"}",
        "{\"question\": \"See https://evil.example/?\"}",
        "{\"question\": \"Is evil.example fine?\"}",
        "{\"question\": \"\"}",
        "{\"question\": null}",
        "[]",
        "",
        "{\"draft\": \"Best mug ever\"}",
        "```json\n{\"question\": \"Why?\"}\n```",
    ];
    for chunk in SAYS.chunks(3) {
        let chunk: Vec<_> = chunk.iter().map(|&text| text.to_owned()).collect();
        let interview = Interview::with(move |n| chunk[n % 3].clone()).await;
        for (turn, guide) in ["How do you use it?", "What do you like", "What could be better?", "Would you recommend"]
            .into_iter()
            .enumerate()
        {
            assert!(interview.sees("/chat?").await.contains(guide), "the guide goes on");
            interview.answers(turn, "mine and mine").await;
            interview.answers(turn, "mine and mine").await;
        }
        assert_eq!(interview.asked(), 4, "once for each question and the order, however often an answer is sent");
        let form = interview.sees("?").await;
        assert!(form.contains("\nMine and mine. Mine and mine. Mine and mine. Mine and mine.</textarea>"));
        form.lacks(["Best mug", "evil", "alert(1)", "required checked"]);
    }
}

#[tokio::test]
async fn a_model_puts_the_answers_into_an_order_once() {
    let interview = Interview::with_body(|_, body| match body["system"][0]["text"].text() {
        task if task.contains("{\"order\"") => json!({"order": [3, 0, 2]}).to_string(),
        _ => "nothing".to_owned(),
    });
    let interview = interview.await;
    for (turn, answer) in ["for my tea", "", "the fine handle", "yes, to everyone"].into_iter().enumerate() {
        interview.answers(turn, answer).await;
    }
    assert!(interview.sees("?").await.contains("\nYes, to everyone. For my tea. The fine handle.</textarea>"));
    let asked = interview.asked();
    interview.answers(2, "the tiny lid").await;
    assert!(
        interview.sees("?").await.contains("\nYes, to everyone. For my tea. The tiny lid.</textarea>"),
        "an order stays"
    );
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
        assert!(interview.sees("/chat?").await.contains("What could be better?"), "the guide goes on");
        interview.answers(2, "three of them all").await;
        interview.answers(3, "four of them all").await;
        let draft = "\nOne of them all. Two of them all. Three of them all. Four of them all.</textarea>";
        interview.sees("?").await.shows([draft]);
    }
}

#[tokio::test]
async fn a_model_that_never_answers_is_given_up_after_5_seconds_and_not_asked_for_a_minute() {
    let interview = Interview::with(|_| says("Too late?")).await;
    let aws = interview.shop.aws();
    aws.hurry(1_000);
    aws.set_faults(|call| match call.service {
        Service::Bedrock => Fault::Hang,
        _ => Fault::None,
    });
    let before = aws.waited();
    interview.answers(0, "one of them all").await;
    let waited = (aws.waited() - before).as_secs();
    assert!((5..10).contains(&waited), "{waited} s");
    assert!(interview.sees("/chat?").await.contains("What do you like about it?"));
    assert!(interview.sees("?").await.contains("\nOne of them all.</textarea>"));
    aws.set_faults(|_| Fault::None);
    interview.answers(1, "two of them all").await;
    assert_eq!(interview.asked(), 0);
    interview.shop.jump(MINUTE * 2);
    interview.answers(2, "three of them all").await;
    assert_eq!(interview.asked(), 1, "it is asked again");
}
