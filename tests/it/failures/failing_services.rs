//! Each service that the functions use fails, hangs or is slow for ten minutes of the movable clock: every call gets a
//! promised answer within its function's time, and what was acknowledged is done 15 minutes later.

use std::future::ready;

use axum::{Router, http::Request};
use local::{functions::Functions, template::limits};
use small_aws::ModelAnswer;

use crate::hub::photos;
use crate::support::*;

const OUTAGE_MINUTES: u32 = 10;
const DRAINED_WITHIN_MINUTES: i32 = 15;
/// An email whose outcome is unknown is tried again by the first run of reconcile after 15 minutes, and there is one
/// every five minutes. Random waits between rejections decide how late in the outage the email was claimed.
const LAST_ATTEMPT_MINUTES: i32 = 5;
/// A client still waits for an answer that takes this long, because an attempt has three seconds.
const SLOW: Duration = Duration::from_millis(1_500);

/// A test for each service.
macro_rules! services {
    ($($name:ident: $service:ident),+) => {
        $(#[tokio::test]
        async fn $name() {
            for fault in [Fault::ServerError, Fault::Hang, Fault::Delay(SLOW)] {
                Outage::begin(Service::$service, fault).await.run().await;
            }
        })+
    };
}

services! { dynamodb: DynamoDb, kms: Kms, sqs: Sqs, scheduler: Scheduler, s3: S3, ses: Ses, sms: Sms, bedrock: Bedrock }

struct Outage {
    shop: Shop,
    http: Router,
    service: Service,
    fault: Fault,
    /// The ids of requests that were answered with 201 and whose first message is owed.
    owed: Vec<u64>,
    /// The customer's pages of requests that wait for reviews.
    hubs: Vec<String>,
    /// The bodies of creates that were answered with 503.
    refused: Vec<String>,
    asks: usize,
    reviews: usize,
    /// The pages whose reviews were answered with 503.
    unreviewed: Vec<String>,
}

impl Outage {
    /// Creates requests whose messages become due during the outage.
    async fn begin(service: Service, fault: Fault) -> Self {
        let shop = Shop::new().await;
        shop.aws().hurry(1_000);
        let text = json!({"question": "What do you like best about it?"}).to_string();
        shop.aws().set_model_server(move |_| ready(Ok(ModelAnswer { text: text.clone(), tokens: [1, 1] })));
        let (mut owed, mut hubs) = (Vec::new(), Vec::new());
        for n in 0..5 {
            owed.push(shop.created(json!({"order_id": format!("due-{n}"), "delay_days": 1})).await.0);
        }
        for n in 0..OUTAGE_MINUTES {
            let fields = json!({"order_id": format!("open-{n}"), "skip_email": true, "product_ids": [MUG, TRAY]});
            let hub = shop.created(fields).await.1;
            photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
            hubs.push(hub);
        }
        for minute in 0..OUTAGE_MINUTES {
            shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone(minute)})).await.is(200);
        }
        // This is long enough that the functions forget their keys.
        shop.advance(DAY - MINUTE).await;
        assert!(shop.inbox().is_empty());
        shop.fails(service, fault);
        let with_model = |name: &str| {
            let mut env = shop.world.env_of(name);
            env.settings = env.settings.with("BEDROCK_MODEL_ID", "a-model");
            env
        };
        let http = Functions::start(shop.aws(), with_model).unwrap().http;
        let (refused, unreviewed) = (Vec::new(), Vec::new());
        Self { shop, http, service, fault, owed, hubs, refused, asks: 0, reviews: 0, unreviewed }
    }

    async fn run(mut self) {
        let began = self.shop.now();
        for minute in 0..OUTAGE_MINUTES {
            self.live(minute).await;
            // The calls took a part of the minute, or more than it, because the clock moves while they wait.
            let rest = (began + MINUTE * (i32::try_from(minute).unwrap() + 1)).duration_since(self.shop.now());
            self.shop.advance(rest.max(SECOND)).await;
        }
        self.shop.heals();
        // Calls that failed succeed now, as their clients were promised.
        for body in std::mem::take(&mut self.refused) {
            self.owed.push(self.create(&body).await.is(201).json()["request_id"].number());
        }
        for hub in std::mem::take(&mut self.unreviewed) {
            assert!(self.review(&hub).await, "{:?} {:?}", self.service, self.fault);
            self.reviews += 1;
        }
        self.drain().await;
    }

    /// One minute of a shop: a call of each kind.
    async fn live(&mut self, minute: u32) {
        let order = json!({"email": "jane@example.com", "order_id": format!("new-{minute}"), "delay_days": 0});
        self.shop.aws().take_calls();
        let started = self.shop.aws().waited();
        let reply = self.create(&order.to_string()).await;
        match self.is_promised("create-request", started, &reply, 201) {
            true => self.owed.push(reply.json()["request_id"].number()),
            false => self.refused.push(order.to_string()),
        }
        let later = json!({"email": "john@example.com", "order_id": format!("later-{minute}"), "delay_days": 7});
        let created = self.call("create-request", "POST", "/api/v1/review-requests/send", Some(later), 201).await;
        if let Some(reply) = created {
            let path = format!("/api/v1/review-requests/{}", reply.json()["request_id"]);
            self.call("cancel-request", "DELETE", &path, None, 200).await;
        }
        for (function, path) in [
            ("list-requests", "/api/v1/review-requests"),
            ("stats", "/api/v1/stats"),
            ("beacon-api", "/beacon/customers"),
            ("shop-api", "/api/v1/settings"),
            ("invitations-api", "/api/v1/invitations/stats"),
        ] {
            self.call(function, "GET", path, None, 200).await;
        }
        let query = Some(json!({"query": {}}));
        self.call("wix-api", "POST", "/reviews/v2/review-requests/query", query, 200).await;
        let ask = json!({"phone": phone(minute), "channels": ["sms"]});
        let asked = self.call("beacon-api", "POST", "/beacon/asks", Some(ask), 200).await;
        self.asks += usize::from(asked.is_some());

        let hub = self.hubs[minute as usize].clone();
        let token = token_of(&hub);
        self.browse("GET", &hub, &[], 200).await;
        let answer = [("token", token), ("item", "1"), ("turn", "0"), ("answer", "For tea.")];
        self.browse("POST", "/review/hub/chat", &answer, 303).await;
        match self.review(&hub).await {
            true => self.reviews += 1,
            false => self.unreviewed.push(hub),
        }
    }

    async fn review(&self, hub: &str) -> bool {
        let form =
            [("token", token_of(hub)), ("item", "0"), ("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")];
        self.browse("POST", "/review/hub/review", &form, 303).await
    }

    /// Everything acknowledged is done in time, and nothing is done twice.
    async fn drain(&self) {
        let (shop, name) = (&self.shop, format!("{:?} {:?}", self.service, self.fault));
        let is_email = |mail: &Mail| mail.channel == "email";
        let mut minutes = 0;
        while shop.inbox().iter().filter(|mail| is_email(mail)).count() < self.owed.len() && minutes < 60 {
            shop.advance(MINUTE).await;
            minutes += 1;
        }
        let is_repeated = self.service == Service::Ses && !matches!(self.fault, Fault::Delay(_));
        let within = DRAINED_WITHIN_MINUTES + if is_repeated { LAST_ATTEMPT_MINUTES } else { 0 };
        assert!(minutes <= within, "{name}: drained after {minutes} minutes");
        shop.advance(MINUTE * (60 - minutes)).await;

        let mut mails = BTreeMap::<_, usize>::new();
        let emails = shop.inbox().into_iter().filter(is_email);
        emails.for_each(|mail| *mails.entry(local::request_of(&mail).unwrap()).or_default() += 1);
        let owed = self.owed.iter().map(|id| (*id, 1)).collect::<BTreeMap<_, usize>>();
        assert_eq!(mails, owed, "{name}: each email once");
        let texts: Vec<_> = shop.inbox().into_iter().filter(|mail| mail.channel == "sms").collect();
        let requests = texts.iter().map(|text| local::request_of(text).unwrap()).collect::<BTreeSet<_>>();
        // An SMS whose answer was lost is never tried again.
        let least = if self.service == Service::Sms && !matches!(self.fault, Fault::Delay(_)) { 0 } else { self.asks };
        assert_eq!(requests.len(), texts.len(), "{name}: no SMS twice");
        assert!((least..=self.asks).contains(&texts.len()), "{name}: {} of {} SMS", texts.len(), self.asks);
        let is_review = |row: &Value| row["SK"]["S"].text().starts_with("REV#") && row["review"].is_object();
        let reviews = table(&shop.world).await.iter().filter(|row| is_review(row)).count();
        assert_eq!((reviews, self.reviews), (self.hubs.len(), self.hubs.len()), "{name}: each review once");
        assert_eq!(shop.world.reconcile().await.unwrap().oldest_late_s, 0, "{name}");
        assert_eq!(shop.aws().timed_out(), [""; 0], "{name}");
        assert!(shop.aws().queue(Work::Sends).unwrap().dead().is_empty(), "{name}");
    }

    async fn create(&self, body: &str) -> Reply {
        let call = self.shop.call("POST", "/api/v1/review-requests/send").raw_json(body.to_owned());
        call.header("idempotency-key", body.replace(['"', '{', '}', ' '], "")).send().await
    }

    /// Makes a call with the shop's key; returns its answer if the call was done.
    async fn call(
        &self,
        function: &'static str,
        method: &str,
        path: &str,
        body: Option<Value>,
        done: u16,
    ) -> Option<Reply> {
        self.shop.aws().take_calls();
        let started = self.shop.aws().waited();
        let call = self.shop.call(method, path);
        let call = if let Some(body) = &body { call.json(body) } else { call };
        let reply = call.send().await;
        self.is_promised(function, started, &reply, done).then_some(reply)
    }

    /// Makes a call of the customer's browser; returns whether it was done.
    async fn browse(&self, method: &str, path: &str, form: &[(&str, &str)], done: u16) -> bool {
        self.shop.aws().take_calls();
        let started = self.shop.aws().waited();
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        let request = Request::builder().method(method).uri(path).header("user-agent", BROWSER);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let reply = self.http.clone().oneshot(request.body(Body::from(body.finish())).unwrap()).await.unwrap();
        let (head, body) = reply.into_parts();
        let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        let reply = Reply {
            status: head.status,
            headers: head.headers,
            body_bytes: body.len(),
            bytes: body.clone().into(),
            body,
        };
        self.is_promised("hub", started, &reply, done)
    }

    /// Checks the promises about an answer: it is in time, and 503 only if the call needs the service. Returns whether
    /// the call was done.
    fn is_promised(&self, function: &'static str, started: Duration, reply: &Reply, done: u16) -> bool {
        let took = self.shop.aws().waited() - started;
        let (service, fault) = (self.service, self.fault);
        let calls = self.shop.aws().take_calls();
        let in_time = took < limits(function).unwrap().timeout;
        assert!(in_time, "{service:?} {fault:?}: {function} took {took:?} for {calls:?}");
        if reply.status.as_u16() == done {
            return true;
        }
        let needs = service == Service::DynamoDb || (service == Service::Kms && function != "cancel-request");
        assert!(
            reply.status == 503 && needs,
            "{service:?} {fault:?}: {function} answered {} {}",
            reply.status,
            reply.body
        );
        false
    }
}

/// The number of the customer who is asked by SMS in this minute.
fn phone(minute: u32) -> String {
    format!("+4917112345{minute:02}")
}
