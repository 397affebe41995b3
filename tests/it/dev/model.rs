//! `cargo dev --model`: a server that speaks OpenAI's chat completions asks the customers, and its failures cost them
//! nothing but a moment.

use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, Request, StatusCode, header::CONTENT_TYPE};
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use axum::{Json, Router};
use tokio::net::TcpListener;

use super::process::{Dev, Folder, http};
use crate::support::*;

const AI: &str = "You are talking to an AI";
const ASKED: &str = "And what else did you notice?";
/// The second question without a model.
const GUIDE: &str = "What do you like about it?";
/// The function gives up after five seconds. The difference is large, so that a busy machine decides nothing.
const LATE: Duration = Duration::from_secs(60);
const GIVEN_UP_WITHIN: Duration = Duration::from_secs(30);

type Calls = Arc<Mutex<Vec<(HeaderMap, Value)>>>;
type Answers = Arc<dyn Fn(usize, &Value) -> Says + Send + Sync>;

enum Says {
    Text(String),
    Late,
    Status(u16),
}

/// A server on loopback that answers as a script says.
struct Server {
    url: String,
    calls: Calls,
}

impl Server {
    async fn answering(script: impl Fn(usize, &Value) -> Says + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let (calls, script) = (Calls::default(), Arc::new(script) as Answers);
        let models = Json(json!({"object": "list", "data": [{"id": "small-model"}, {"id": "another"}]}));
        let router = Router::new()
            .route("/v1/models", get(async || models))
            .route("/v1/chat/completions", post(complete))
            .with_state((Arc::clone(&calls), script));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, calls }
    }
}

async fn complete(
    State((calls, script)): State<(Calls, Answers)>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> axum::response::Response {
    let said = {
        let mut calls = calls.lock().unwrap();
        calls.push((headers, body));
        script(calls.len() - 1, &calls.last().unwrap().1)
    };
    match said {
        Says::Text(text) => Json(json!({
            "choices": [{"message": {"role": "assistant", "content": text}}],
            "usage": {"prompt_tokens": 210, "completion_tokens": 14},
        }))
        .into_response(),
        Says::Late => {
            tokio::time::sleep(LATE).await;
            StatusCode::OK.into_response()
        }
        Says::Status(status) => StatusCode::from_u16(status).unwrap().into_response(),
    }
}

/// A customer's questions in the browser.
struct Customer<'a> {
    dev: &'a Dev,
    token: String,
}

impl<'a> Customer<'a> {
    async fn new(dev: &'a Dev, order: &str) -> Self {
        let fields = json!({"email": "jane@example.com", "skip_email": true, "order_id": order,
            "product_ids": ["shopify-7125386199075"]});
        let hub = dev.caller.create(fields).await["hub_url"].owned();
        Self { dev, token: token_of(&hub).to_owned() }
    }

    async fn answers(&self, turn: usize, answer: &str) -> Duration {
        let mut form = form_urlencoded::Serializer::new(String::new());
        let turn = turn.to_string();
        form.extend_pairs([("token", &*self.token), ("item", "0"), ("turn", &turn), ("answer", answer)]);
        let began = Instant::now();
        let (status, page) = self.call("POST", "/review/hub/chat", form.finish()).await;
        assert_eq!(status, 303, "{page}");
        began.elapsed()
    }

    async fn sees(&self, page: &str) -> String {
        let (status, page) =
            self.call("GET", &format!("/review/hub{page}token={}&item=0", self.token), String::new()).await;
        assert_eq!(status, 200, "{page}");
        page
    }

    async fn call(&self, method: &str, path: &str, body: String) -> (u16, String) {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.dev.caller.base_url))
            .header("user-agent", BROWSER)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into())
            .unwrap();
        let (head, body) = http().request(request).await.unwrap().into_parts();
        (head.status.as_u16(), String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
    }
}

fn question(text: &str) -> String {
    json!({"question": text}).to_string()
}

/// What a server may say first, and whether it is a question.
fn first_answers() -> Vec<(&'static str, Says, bool)> {
    let (good, other) = (question(ASKED), question("And the colour?"));
    vec![
        ("plainly", Says::Text(good.clone()), true),
        ("in a fence", Says::Text(format!("```json\n{good}\n```")), true),
        ("with prose around", Says::Text(format!("Sure! {good} I hope that helps.")), false),
        ("with 500", Says::Status(500), false),
        ("with 429", Says::Status(429), false),
        ("two objects", Says::Text(format!("{good}\n{other}")), false),
        ("10 KB", Says::Text(question(&format!("{}?", "long ".repeat(2_000)))), false),
        ("a bid for stars", Says::Text(question("Will you give it five stars?")), false),
        ("the customer's words", Says::Text("I use it for bread, and I love it.".to_owned()), false),
        ("late", Says::Late, false),
    ]
}

// Two threads, because the start of the process keeps the test's own, and meanwhile asks the server for its models.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_a_server_answers_the_page_goes_on_and_says_the_truth() {
    let server = Server::answering(|n, _| {
        let mut answers = first_answers();
        let rest = || Says::Text(question("What would you tell a friend?"));
        // Each customer causes one call, and a second one after a question.
        match n {
            0 | 2 => answers.swap_remove(n / 2).1,
            1 | 3 => rest(),
            n => match n - 2 < answers.len() {
                true => answers.swap_remove(n - 2).1,
                false => rest(),
            },
        }
    });
    let server = server.await;
    let folder = Folder::new("model");
    let dev = Dev::with(&folder, &["--model", &server.url]);
    for (name, _, is_question) in first_answers() {
        let customer = Customer::new(&dev, name).await;
        assert!(customer.sees("/chat?").await.contains(AI), "{name}");
        let took = customer.answers(0, "for all our bread").await;
        assert!(took < GIVEN_UP_WITHIN, "{name}: {took:?}");
        let page = customer.sees("/chat?").await;
        let expected = if is_question { ASKED } else { GUIDE };
        assert!(page.contains(expected), "{name}: {page}");
        assert_eq!(customer.sees("/chat?turn=0&").await.contains(AI), is_question, "{name}");
        let asked = server.calls.lock().unwrap().len();
        customer.answers(1, "the fine handle").await;
        if !is_question {
            assert_eq!(server.calls.lock().unwrap().len(), asked, "{name}: it is not asked again");
        }
        let form = customer.sees("?").await;
        assert!(form.contains("\nFor all our bread. The fine handle.</textarea>"), "{name}");
        assert!(!form.contains("required checked"), "{name}");
    }
    let calls = server.calls.lock().unwrap();
    let (_, body) = &calls[0];
    assert_eq!((&body["model"], &body["max_tokens"]), (&json!("small-model"), &json!(300)));
    assert_eq!(body["response_format"]["json_schema"]["schema"]["required"], json!(["question"]));
    let said: Value = serde_json::from_str(body["messages"][1]["content"].text()).unwrap();
    assert_eq!(said["said"][0]["answer"], json!("for all our bread"));
    format!("{calls:?}").lacks(["jane@", "plainly", "authorization"]);
}

#[tokio::test]
async fn a_server_that_is_down_is_a_model_that_does_not_answer() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    drop(listener);
    let folder = Folder::new("no-model");
    let dev = Dev::with(&folder, &["--model", &url, "--model-name", "mine"]);
    let customer = Customer::new(&dev, "down").await;
    assert!(customer.answers(0, "for all our bread").await < GIVEN_UP_WITHIN);
    customer.sees("/chat?").await.shows([GUIDE]);
    assert!(!customer.sees("/chat?turn=0&").await.contains(AI));
}

// Two threads, as above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_knows_no_schemas_is_asked_without_one() {
    let server = Server::answering(|_, asked| match asked.get("response_format") {
        Some(_) => Says::Status(400),
        None => Says::Text(question(ASKED)),
    });
    let server = server.await;
    let folder = Folder::new("plain-model");
    let dev = Dev::with(&folder, &["--model", &server.url]);
    let customer = Customer::new(&dev, "plain").await;
    customer.answers(0, "for all our bread").await;
    customer.sees("/chat?").await.shows([ASKED]);
    assert_eq!(server.calls.lock().unwrap().len(), 2, "once more, without");
    customer.answers(1, "the fine handle").await;
    assert_eq!(server.calls.lock().unwrap().len(), 3, "and from then on without");
}
