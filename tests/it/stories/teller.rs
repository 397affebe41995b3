//! Performs a story's steps on a world of its own.

use domain::values::Mode;
use small_aws::{MailEvent, MailStanding};

use super::answer::{check, compare, contains, page_of};
use super::matching::{Known, is_text, plain};
use super::step::Step;
use crate::console::Visitor;
use crate::operators::admin;
use crate::orders_in::payloads;
use crate::sending::claims::first;
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FORM"];
const STANDINGS: [MailStanding; 3] = [MailStanding::Production, MailStanding::Sandbox, MailStanding::Paused];
const FAULTS: [Fault; 7] = [
    Fault::LoseRequest,
    Fault::LoseAnswer,
    Fault::Repeat,
    Fault::Throttle,
    Fault::ServerError,
    Fault::RefuseConnection,
    Fault::Deny,
];

enum Caller {
    Client(Shop),
    Visitor(Visitor),
}

pub struct Teller {
    shop: Shop,
    callers: BTreeMap<String, Caller>,
    pub known: Known,
    /// The messages that somebody has read.
    read: usize,
    hook: Option<Hook>,
    /// What the shop's own system said last.
    said: Value,
}

/// An endpoint, the status that it answers, and how many of its calls were told of.
struct Hook {
    receiver: Receiver,
    status: Arc<AtomicUsize>,
    told: usize,
}

/// A call as a step writes it.
struct Written {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    fields: Vec<(String, String)>,
}

impl Teller {
    pub async fn new() -> Self {
        let (shop, mut known) = (Shop::new().await, Known::default());
        shop.aws().hurry(100);
        known.extend([("mug", MUG), ("tray", TRAY)].map(|(name, id)| (name.to_owned(), json!(id))));
        Self { shop, callers: BTreeMap::new(), known, read: 0, hook: None, said: Value::Null }
    }

    /// What each round of a loop knows.
    pub fn each(&self, step: &mut Step<'_>) -> Vec<Vec<(String, Value)>> {
        let mut names = Vec::new();
        while !step.is("in") {
            names.push(step.word().strip_prefix('$').expect("a name begins with $").to_owned());
        }
        let values: Vec<Value> = match step.peek().split_once("..") {
            Some((first, last)) if first.parse::<u64>().is_ok() => {
                step.word();
                (first.parse::<u64>().unwrap()..last.parse().unwrap()).map(Value::from).collect()
            }
            _ => self.known.filled_json(&step.json()).list().clone(),
        };
        assert!(!values.is_empty(), "nothing is tried");
        let round = |value: Value| match &names[..] {
            [name] => vec![(name.clone(), value)],
            names => {
                assert_eq!(names.len(), value.list().len(), "{value}");
                names.iter().cloned().zip(value.list().clone()).collect()
            }
        };
        values.into_iter().map(round).collect()
    }

    pub async fn tell(&mut self, step: &mut Step<'_>) {
        match step.word() {
            time if time.starts_with('+') => self.shop.advance(duration(&time[1..])).await,
            "until" => self.shop.until(&self.known.filled(step.word())).await,
            "jump" => self.shop.jump(duration(step.word())),
            "mail" => self.mail(step),
            "no" => self.nothing(step),
            what @ ("status" | "timeline" | "details") => self.history(what, step).await,
            "counters" => {
                let counters = json!(self.shop.counters().await);
                compare(step, &mut self.known, &counters);
            }
            "rows" => self.count_rows(step).await,
            "row" => self.row(step).await,
            "costs" => self.compare_text(step, &self.shop.operations().join(" ")),
            "fails" => self.fail(step),
            "heals" => self.shop.heals(),
            "standing" => self.shop.aws().set_mail_standing(named(&STANDINGS, step.word())),
            "reports" => self.shop.aws().lose_mail_events(step.word() == "off"),
            "reported" => self.report(step).await,
            "why" => self.why(step).await,
            "operator" => self.operate(step).await,
            "hook" => self.endpoint(step).await,
            "delivered" => self.delivered(step),
            "shop" => self.open(step).await,
            "ask" => self.ask(step).await,
            platform @ ("shopify" | "woocommerce") => self.system(platform, step).await,
            word => self.act(word, step).await,
        }
        assert!(step.is_over(), "not understood: {}", step.rest());
    }

    /// `ask {"delay_days": 0} as june`: a request to jane@example.com if the fields do not say otherwise.
    async fn ask(&mut self, step: &mut Step<'_>) {
        let fields = self.fields(step);
        let name = if step.is("as") { step.word() } else { "" };
        let (id, hub) = self.shop.created(fields).await;
        self.asked(name, id, &hub);
    }

    fn fields(&self, step: &mut Step<'_>) -> Value {
        if step.rest().starts_with('{') { self.known.filled_json(&step.json()) } else { json!({}) }
    }

    /// What the shop's own system says; `sends` is not processed yet.
    async fn system(&mut self, platform: &str, step: &mut Step<'_>) {
        let (mut system, verb) = (self.shop.system(platform), step.word());
        if verb == "connects" {
            let fields = self.fields(step);
            drop(self.shop.connect(&system.platform, fields).await);
            return;
        }
        let topic = self.known.filled(step.word());
        let is_named = !step.is_over() && step.peek() != "->" && !step.rest().starts_with(['{', '@']);
        let body = if is_named { step.word() } else { "" };
        let fields = self.fields(step);
        self.said = match body {
            "again" => with(self.said.take(), fields),
            _ => payloads::of(&topic, body, &payloads::at(&self.shop, 0), fields),
        };
        while let Some((name, value)) = step.field() {
            let value = self.known.filled(&value);
            match name {
                "@secret" => system.secret = value,
                header => system.headers.push((header.trim_start_matches('@').to_owned(), value)),
            }
        }
        let reply = match verb {
            "says" => system.tells(&topic, &self.said).await,
            "sends" => system.tries(&topic, &self.said).await,
            _ => panic!("a system connects, says or sends: {verb}"),
        };
        let is_answer = step.is("->");
        if is_answer && step.peek().parse::<u16>().is_ok() {
            check(step, &mut self.known, &reply);
            return;
        }
        reply.is(200);
        if is_answer {
            let (start, (result, reason)) = (step.here(), system.last().await);
            let found: Value = [result, reason].into_iter().filter(|word| !word.is_empty()).collect();
            if !self.known.is_like(&json!(words(step.end())), Some(&found), true) {
                step.differs(start, found.list().iter().map(Certain::text).collect::<Vec<_>>().join(" "));
            }
        }
    }

    /// The newest request, which has a name of its own, too, if it is not empty.
    fn asked(&mut self, name: &str, id: u64, hub: &str) {
        let named = [name.to_owned(), format!("{name}_hub")];
        for name in
            [["id", "hub"], named.each_ref().map(String::as_str)].iter().take(if name.is_empty() { 1 } else { 2 })
        {
            self.known.set(name[0], id);
            self.known.set(name[1], hub);
        }
    }

    /// A call, or the introduction of somebody who calls.
    async fn act(&mut self, word: &str, step: &mut Step<'_>) {
        let (times, word) = if word == "at" {
            assert!(step.is("once"), "at once");
            (step.word().parse().unwrap(), step.word())
        } else {
            (1, word)
        };
        let who = if METHODS.contains(&word) { "" } else { word };
        if self.introduce(who, step).await {
            return;
        }
        let method = if who.is_empty() { word } else { step.word() };
        let written = self.written(method, step);
        assert!(step.is("->"), "a call has its answer after `->`: {}", step.rest());
        let replies = join_all((0_usize..times).map(|_| self.send(who, &written))).await;
        let (first, mut named) = (step.here(), None);
        for reply in replies {
            let start = step.differences.len();
            step.go(first);
            named = check(step, &mut self.known, &reply).or(named);
            if let Some((id, hub)) = page_of(&reply) {
                self.asked(named.as_deref().unwrap_or_default(), id, &hub);
            }
            if step.differences.len() > start {
                break;
            }
        }
    }

    /// `mara signs in as owner`, `guest visits`, `reader may reviews:read`.
    async fn introduce(&mut self, who: &str, step: &mut Step<'_>) -> bool {
        let caller = match step.peek() {
            "signs" => {
                assert_eq!([step.word(), step.word(), step.word()], ["signs", "in", "as"]);
                Caller::Visitor(Visitor::member(&self.shop, &format!("{who}@fernandoak.example"), step.word()).await)
            }
            "visits" => {
                step.word();
                Caller::Visitor(Visitor::new(&self.shop))
            }
            "may" => {
                step.word();
                Caller::Client(self.shop.with_scopes(&words(step.end())).await)
            }
            _ => return false,
        };
        // Nobody tells of the emails of a sign-in.
        self.read = self.shop.inbox().len();
        self.callers.insert(who.to_owned(), caller);
        true
    }

    async fn open(&mut self, step: &mut Step<'_>) {
        let id = step.word();
        let (mode, name) =
            if step.is("test") { (Mode::Test, format!("{id}_test")) } else { (Mode::Live, id.to_owned()) };
        let shop = Shop::in_world(self.shop.world.clone(), id, mode).await;
        self.callers.insert(name, Caller::Client(shop));
    }

    fn written(&self, method: &str, step: &mut Step<'_>) -> Written {
        let [method, path] = [method, step.word()].map(|word| self.known.filled(word));
        assert!(METHODS.contains(&method.as_str()), "{method} is no method");
        let (mut headers, mut fields, mut body) = (Vec::new(), Vec::new(), None);
        while step.peek() != "->" {
            if step.rest().starts_with(['{', '[']) {
                let json = self.known.filled_json(&step.json()).to_string();
                headers.insert(0, ("content-type".to_owned(), "application/json".to_owned()));
                body = Some(json.into_bytes());
                continue;
            }
            let (name, value) = step.field().unwrap_or_else(|| panic!("no answer, and no field: {}", step.rest()));
            let value = self.known.filled(&value);
            match name.strip_prefix('@') {
                Some(header) => headers.push((header.to_owned(), value)),
                None if name == "raw" && method != "FORM" => body = Some(value.into_bytes()),
                None => fields.push((name.to_owned(), value)),
            }
        }
        Written { method, path, headers, body, fields }
    }

    async fn send(&self, who: &str, written: &Written) -> Reply {
        let Written { method, path, headers, body, fields } = written;
        let method = if method == "FORM" { "POST" } else { method };
        let is_hubs = written.method == "FORM" && path.starts_with("/review/hub/");
        let hub = if is_hubs { plain(self.known.get("hub")) } else { String::new() };
        let own = [("token", hub.rsplit("token=").next().unwrap()), ("item", "0")];
        let missing = own.into_iter().filter(|(name, _)| is_hubs && !fields.iter().any(|(field, _)| field == name));
        let named = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let form: Vec<_> = missing.chain(named).collect();
        let client = match self.callers.get(who) {
            Some(Caller::Visitor(visitor)) => {
                assert!(headers.is_empty() && body.is_none(), "a browser sends no header and no JSON of a step");
                return visitor.send(method, path, &form, Some(BASE_URL)).await;
            }
            Some(Caller::Client(shop)) => shop,
            None => {
                assert!(["", "anyone"].contains(&who), "nobody is called {who}");
                &self.shop
            }
        };
        let mut call = client.call(method, path);
        if who == "anyone" || (who.is_empty() && written.method == "FORM") {
            call = call.without_key().header("user-agent", BROWSER);
        }
        if written.method == "FORM" {
            call = call.form(&form);
        }
        for (name, value) in headers {
            call = call.header(name, value);
        }
        if let Some(body) = body {
            call = call.body(body.clone());
        }
        call.send().await
    }

    fn mail(&mut self, step: &mut Step<'_>) {
        let (inbox, start) = (self.shop.inbox(), step.here());
        let to = self.known.filled(step.word());
        let Some(mail) = inbox.get(self.read) else { panic!("no message that nobody has read yet to {to}") };
        self.read += 1;
        if !is_text(&to, &mail.to) {
            step.differs(start, &mail.to);
        }
        if let Some(stop) = mail.headers.get("List-Unsubscribe") {
            self.known.set("stop", path_of(stop.trim_matches(['<', '>'])));
        }
        let text = mail.text.clone().unwrap_or_default();
        if text.contains(BASE_URL) {
            self.known.set("link", link_in(mail));
        }
        if step.rest().starts_with('"') {
            self.said(step, &mail.subject);
        }
        while !step.is_over() {
            let word = step.word();
            match word {
                "sms" | "email" if mail.channel == word => {}
                "sms" | "email" => panic!("it is by {}", mail.channel),
                "at" => self.said(step, &format!("{:.0}", mail.sent_at)),
                "from" => self.said(step, &mail.from),
                "header" | "tag" => {
                    let (name, of) = (step.word(), if word == "tag" { &mail.tags } else { &mail.headers });
                    self.said(step, of.get(name).map_or("", String::as_str));
                }
                "shows" | "lacks" => {
                    let whole = format!("{text}\n{}", mail.html.as_deref().unwrap_or_default());
                    contains(step, &self.known, word == "shows", &whole);
                }
                _ => panic!("not understood about an email: {word}"),
            }
        }
    }

    /// A text that is expected, as a word or in quotes.
    fn said(&self, step: &mut Step<'_>, found: &str) {
        let start = step.here();
        let expected = self.known.filled(&step.text());
        if !is_text(&expected, found) {
            step.differs(start, json!(found).to_string());
        }
    }

    fn nothing(&mut self, step: &mut Step<'_>) {
        let what = step.word();
        let left: Vec<_> = match what {
            "mail" => {
                let inbox = self.shop.inbox();
                inbox[self.read..].iter().map(|mail| format!("{} {}", mail.to, json!(mail.subject))).collect()
            }
            "delivery" => {
                let hook = self.hook.as_ref().expect("`hook 200` comes before");
                hook.receiver.calls()[hook.told..].iter().map(|call| call.body.clone()).collect()
            }
            _ => panic!("no {what}?"),
        };
        assert!(left.is_empty(), "{}", left.join("\n"));
    }

    async fn history(&mut self, what: &str, step: &mut Step<'_>) {
        let id = self.request(step);
        match what {
            "status" => {
                let status = self.shop.status(id).await;
                self.compare_text(step, &status);
            }
            "timeline" => {
                let timeline = self.shop.timeline(id).await.join(" ");
                self.compare_text(step, &timeline);
            }
            _ => {
                let details = self.shop.details(id, step.word()).await;
                compare(step, &mut self.known, &json!(details));
            }
        }
    }

    /// The request that a step names; otherwise the last one.
    fn request(&self, step: &mut Step<'_>) -> u64 {
        let id = if step.peek().starts_with('$') { step.word() } else { "$id" };
        self.known.filled(id).parse().unwrap()
    }

    /// SES reports something about a request's last email.
    async fn report(&self, step: &mut Step<'_>) {
        let id = self.request(step);
        let mail = self.shop.inbox().into_iter().rfind(|mail| local::request_of(mail) == Some(id)).unwrap();
        self.shop.aws().publish_mail_event(&mail, named(&MailEvent::ALL, step.word())).unwrap();
        self.shop.settle().await;
    }

    /// What the operator reads about a request: its cause, its summary and what is next.
    async fn why(&self, step: &mut Step<'_>) {
        let id = self.request(step);
        let question = json!({"why": with(admin::fern(), json!({"request": id}))});
        let answer = admin::run(&self.shop.world, question).await.unwrap();
        assert!(!answer.to_string().contains("example.com"), "no address: {answer}");
        let request = &answer["requests"][0];
        self.said(step, request["cause"].text());
        self.said(step, request["summary"].text());
        let (start, next) = (step.here(), &request["next"]);
        if step.is("then") {
            self.said(step, next["text"].as_str().unwrap_or_default());
            if step.is("at") {
                self.said(step, next["at"].as_str().unwrap_or_default());
            }
        } else if !next.is_null() {
            step.differs(start, format!("then {}", next["text"]));
        }
    }

    async fn count_rows(&self, step: &mut Step<'_>) {
        let begins = self.known.filled(&step.text());
        let rows = table(&self.shop.world).await;
        let count = rows.iter().filter(|row| row["SK"]["S"].text().starts_with(&begins)).count();
        self.compare_text(step, &count.to_string());
    }

    async fn row(&mut self, step: &mut Step<'_>) {
        let [pk, sk] = [step.text(), step.text()].map(|key| self.known.filled(&key));
        let row = item(&self.shop.world, &pk, &sk).await;
        if step.is("none") {
            return assert!(row.is_none(), "{row:?}");
        }
        let row = untyped(&row.unwrap_or_else(|| panic!("no row {pk} {sk}")));
        compare(step, &mut self.known, &row);
    }

    fn fail(&self, step: &mut Step<'_>) {
        let times = step.peek().parse().ok();
        if times.is_some() {
            step.word();
        }
        let (what, fault) = (step.word().to_owned(), step.word());
        let fault = named(&FAULTS, fault);
        let is = move |call: &small_aws::Call| format!("{:?}", call.service) == what || call.operation == what;
        self.shop.aws().set_faults(first(times.unwrap_or(usize::MAX), is, fault));
    }

    async fn operate(&mut self, step: &mut Step<'_>) {
        let mut operation = self.known.filled_json(&step.json());
        if let Some(fields) = operation.as_object_mut().unwrap().values_mut().next().and_then(Value::as_object_mut)
            && !fields.contains_key("tenant")
        {
            fields.extend(admin::fern().object().clone());
        }
        let answer = admin::run(&self.shop.world, operation).await;
        assert!(step.is("->"), "an operation has its answer after `->`");
        match answer {
            Ok(answer) => compare(step, &mut self.known, &answer),
            Err(failure) => {
                assert!(step.is("error"), "{failure:?}");
                self.said(step, failure.kind());
                if !step.is_over() {
                    self.said(step, &failure.to_string());
                }
            }
        }
    }

    /// `hook 200`: the endpoint `$hook` listens, and answers with this status from now on.
    async fn endpoint(&mut self, step: &mut Step<'_>) {
        let status: usize = step.word().parse().unwrap();
        if let Some(hook) = &self.hook {
            return hook.status.store(status, Ordering::SeqCst);
        }
        let status = Arc::new(AtomicUsize::new(status));
        let now = Arc::clone(&status);
        let answer = move |_| Answer::Status(u16::try_from(now.load(Ordering::SeqCst)).unwrap());
        let receiver = Receiver::answering(answer).await;
        self.known.set("hook", receiver.url.clone());
        self.hook = Some(Hook { receiver, status, told: 0 });
    }

    /// The next call of the endpoint: its event's type, and its body.
    fn delivered(&mut self, step: &mut Step<'_>) {
        let hook = self.hook.as_mut().expect("`hook 200` comes before");
        let calls = hook.receiver.calls();
        let Some(call) = calls.get(hook.told) else { panic!("nothing else was delivered") };
        hook.told += 1;
        let body = call.json();
        let start = step.here();
        if step.word() != body["type"].text() {
            step.differs(start, body["type"].text());
        }
        if step.rest().starts_with('{') {
            compare(step, &mut self.known, &body["data"]);
        }
    }

    /// The rest of the step is this text.
    fn compare_text(&self, step: &mut Step<'_>, real: &str) {
        let start = step.here();
        let expected = self.known.filled(step.end()).split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_text(&expected, real) {
            step.differs(start, real);
        }
    }
}

/// The value with this name.
fn named<T: Copy + std::fmt::Debug>(all: &[T], name: &str) -> T {
    *all.iter().find(|known| format!("{known:?}") == name).unwrap_or_else(|| panic!("{name} is none of {all:?}"))
}

/// DynamoDB's JSON without its types.
fn untyped(value: &Value) -> Value {
    let Value::Object(fields) = value else { panic!("{value}") };
    let plain = fields.iter().map(|(name, value)| {
        let (kind, held) = value.object().iter().next().unwrap();
        let value = match (kind.as_str(), held) {
            ("N", Value::String(number)) => serde_json::from_str(number).unwrap(),
            ("M", held) => untyped(held),
            ("L", Value::Array(values)) => {
                values.iter().map(|value| untyped(&json!({"0": value}))["0"].clone()).collect()
            }
            ("NULL", _) => Value::Null,
            (_, held) => held.clone(),
        };
        (name.clone(), value)
    });
    plain.collect::<serde_json::Map<_, _>>().into()
}

/// `7d`, `1h30m`, `0s`.
fn duration(text: &str) -> SignedDuration {
    let span: jiff::Span = text.parse().unwrap();
    span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()).unwrap()
}
