//! `cargo dev --model`: a server that speaks OpenAI's chat completions asks the customers. What the function makes of a model's
//! answers and failures is in `hub::interview`; here is what `cargo dev` makes of the server's.

use axum::http::{Request, StatusCode, header::CONTENT_TYPE};
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use axum::{Json, Router};
use tokio::net::TcpListener;

use super::process::{Dev, Folder, http};
use crate::support::*;

const AI: &str = "An AI asks up to 4 questions";
const ASKED: &str = "And what else did you notice?";
/// The second question without a model.
const GUIDE: &str = "What do you like about it?";

/// The base of a server on loopback, and what it was asked. It answers with these statuses in turn, and 200 afterwards, if the
/// bound of tokens has the name that it wants.
async fn server(statuses: &'static [u16], wants: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let asked = Arc::<Mutex<Vec<_>>>::default();
    let calls = Arc::clone(&asked);
    let complete = async move |Json(body): Json<Value>| {
        let mut calls = calls.lock().unwrap();
        calls.push(body.to_string());
        let status = statuses.get(calls.len() - 1).copied().unwrap_or(200);
        let status = StatusCode::from_u16(status).unwrap();
        if body.get(wants).is_none() {
            let message = format!("Unsupported parameter: 'max_tokens'. Use '{wants}' instead.");
            return (StatusCode::BAD_REQUEST, Json(json!({"error": {"message": message}}))).into_response();
        }
        let said = json!({"role": "assistant", "content": json!({"question": ASKED}).to_string()});
        let usage = json!({"prompt_tokens": 210, "completion_tokens": 14});
        (status, Json(json!({"choices": [{"message": said}], "usage": usage}))).into_response()
    };
    let models = Json(json!({"object": "list", "data": [{"id": "small-model"}, {"id": "another"}]}));
    let router = Router::new().route("/v1/models", get(async || models)).route("/v1/chat/completions", post(complete));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (url, asked)
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

    async fn answers(&self, turn: usize, answer: &str) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([("token", &*self.token), ("item", "0"), ("turn", &turn.to_string()), ("answer", answer)]);
        let (status, page) = self.call("POST", "/review/hub/chat", form.finish()).await;
        assert_eq!(status, 303, "{page}");
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

// Two threads, because the start of the process keeps the test's own, and meanwhile asks the server for its models.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_asks_the_customers_and_the_fixed_questions_follow_its_failures() {
    let (url, asked) = server(&[200, 200, 500, 429], "max_tokens").await;
    let folder = Folder::new("model");
    let dev = Dev::with(&folder, &["--model", &url]);
    for (order, is_asked) in [("plainly", true), ("with 500 and 429", false)] {
        let customer = Customer::new(&dev, order).await;
        assert!(customer.sees("/chat?").await.contains(AI), "{order}");
        customer.answers(0, "for all our bread").await;
        customer.sees("/chat?").await.shows([if is_asked { ASKED } else { GUIDE }]);
        customer.answers(1, "the fine handle").await;
        assert_eq!(customer.sees("/chat?turn=0&").await.contains(AI), is_asked, "{order}");
        customer.sees("?").await.shows(["\nFor all our bread. The fine handle.</textarea>"]);
    }
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 4, "each is asked for two questions");
    let body: Value = serde_json::from_str(&asked[0]).unwrap();
    has(&body, json!({"model": "small-model", "max_tokens": 400}));
    assert_eq!(body["response_format"]["json_schema"]["schema"]["required"], json!(["question", "begins", "echo"]));
    let said: Value = serde_json::from_str(body["messages"][1]["content"].text()).unwrap();
    assert_eq!(said["said"][0]["answer"], "for all our bread");
    asked.concat().lacks(["jane@", "plainly"]);
}

#[tokio::test]
async fn a_server_that_is_down_is_a_model_that_does_not_answer() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    drop(listener);
    let folder = Folder::new("no-model");
    let dev = Dev::with(&folder, &["--model", &url, "--model-name", "mine"]);
    let customer = Customer::new(&dev, "down").await;
    customer.answers(0, "for all our bread").await;
    customer.answers(1, "the fine handle").await;
    customer.sees("?").await.shows(["\nFor all our bread. The fine handle.</textarea>"]);
    customer.sees("/chat?turn=1&").await.shows([GUIDE]);
    customer.sees("/chat?turn=0&").await.lacks([AI]);
}

// Two threads, as above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_names_the_bound_of_tokens_otherwise_is_asked_by_that_name() {
    let (url, asked) = server(&[], "max_completion_tokens").await;
    let folder = Folder::new("newer-model");
    let dev = Dev::with(&folder, &["--model", &url]);
    let customer = Customer::new(&dev, "newer").await;
    customer.answers(0, "for all our bread").await;
    customer.sees("/chat?").await.shows([ASKED]);
    let bounds = asked.lock().unwrap().iter().map(|body| body.contains("max_completion_tokens")).collect::<Vec<_>>();
    assert_eq!(bounds, [false, true]);
}

// Two threads, as above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_knows_no_schemas_is_asked_without_one() {
    let (url, asked) = server(&[400], "max_tokens").await;
    let folder = Folder::new("plain-model");
    let dev = Dev::with(&folder, &["--model", &url]);
    let customer = Customer::new(&dev, "plain").await;
    customer.answers(0, "for all our bread").await;
    customer.sees("/chat?").await.shows([ASKED]);
    customer.answers(1, "the fine handle").await;
    let with_schema: Vec<_> = asked.lock().unwrap().iter().map(|body| body.contains("response_format")).collect();
    assert_eq!(with_schema, [true, false, false], "once more, and from then on without");
}
