//! Performs a story's steps on a world of its own.

use domain::values::Mode;
use small_aws::{MailEvent, MailStanding};

use super::answer::{check, compare, compare_text, contains, page_of};
use super::matching::{Known, is_text, plain};
use super::step::Step;
use crate::console::Visitor;
use crate::hub::photos::{Upload, jpeg, seen, wants};
use crate::operators::admin;
use crate::orders_in::{self, payloads};
use crate::reviews::fetched_photos::host::Host;
use crate::sending::claims::first;
use crate::shops::own_sender;
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FORM"];
const FAULTS: [Fault; 8] = [
    Fault::LoseRequest,
    Fault::LoseAnswer,
    Fault::Throttle,
    Fault::ServerError,
    Fault::RefuseConnection,
    Fault::Deny,
    Fault::WrongClock,
    Fault::UnknownCredentials,
];
/// The shops and members that need no introduction.
const SHOPS: [&str; 4] = ["oak", "moss", "acme", "fern_test"];
const CAST: [(&str, &str); 3] = [("mara", "owner"), ("jo", "moderator"), ("ro", "reader")];

enum Caller {
    Client(Shop),
    Visitor(Visitor),
}

pub struct Teller {
    shop: Shop,
    callers: BTreeMap<String, Caller>,
    pub known: Known,
    /// The messages that somebody has read, and whether this story tells of any.
    read: BTreeSet<usize>,
    reads: bool,
    hook: Option<Hook>,
    host: Option<Host>,
    /// WooCommerce's plug-in, after it was connected.
    woocommerce: Option<orders_in::System>,
    /// What the shop's own system said last.
    said: Value,
}

/// An endpoint, the status that it answers, and how many of its calls were told of.
struct Hook {
    receiver: Receiver,
    status: Arc<AtomicUsize>,
    told: usize,
    is_told: bool,
}

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
        known.set("mug", MUG);
        known.set("tray", TRAY);
        let (callers, read) = (BTreeMap::new(), BTreeSet::new());
        Self { shop, callers, known, read, reads: false, hook: None, host: None, woocommerce: None, said: Value::Null }
    }

    /// What each round of a loop knows.
    pub fn each(&self, step: &mut Step<'_>) -> Vec<Vec<(String, Value)>> {
        let mut names = Vec::new();
        while !step.is("in") {
            names.push(step.word().strip_prefix('$').expect("a name begins with $").to_owned());
        }
        let values: Vec<Value> = if step.rest().starts_with('[') {
            let values = self.known.filled_json(&step.json()).list().clone();
            assert!(step.is(":"), "`each` has its step after a colon");
            values
        } else {
            let (first, end) = step.word().trim_end_matches(':').split_once("..").unwrap();
            (first.parse::<u64>().unwrap()..end.parse().unwrap()).map(Value::from).collect()
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
        let word = step.word();
        if word.starts_with('+') || ["until", "jump", "end"].contains(&word) {
            self.has_read_all();
        }
        match word {
            time if time.starts_with('+') => self.shop.advance(duration(&time[1..])).await,
            "until" => self.shop.until(&self.known.filled(step.word())).await,
            "jump" => self.shop.jump(duration(step.word())),
            "end" => {}
            "mail" => self.mail(step),
            "no" => self.nothing(step),
            what @ ("status" | "timeline" | "details") => self.history(what, step).await,
            "counters" => compare(step, &mut self.known, &json!(self.shop.counters().await)),
            "rows" => self.count_rows(step).await,
            "row" => self.row(step).await,
            "photo" => self.photo(step).await,
            "files" => self.count_files(step),
            "host" => {
                let host = Host::new().await;
                self.known.set("host", host.url.clone());
                self.host = Some(host);
            }
            "fetched" => {
                let count = self.host.as_ref().expect("`host` comes before").asked().len();
                compare_text(step, &self.known, &count.to_string());
            }
            "costs" => compare_text(step, &self.known, &self.shop.operations().join(" ")),
            "fails" => self.fail(step),
            "heals" => self.shop.heals(),
            "standing" => {
                self.shop.aws().set_mail_standing(named(&[MailStanding::Production, MailStanding::Paused], step.word()))
            }
            "reports" => self.shop.aws().lose_mail_events(step.word() == "off"),
            "reported" => self.report(step).await,
            "replies" => {
                let [to, words] = [step.word().to_owned(), step.text()].map(|text| self.known.filled(&text));
                let sms = self.shop.inbox().into_iter().rfind(|sms| sms.to == to).unwrap();
                self.shop.aws().reply_to_sms(&sms, &words).unwrap();
                self.shop.settle().await;
            }
            "dns" => self.dns(step).await,
            "identities" => compare_text(step, &self.known, &self.shop.aws().identities().join(" ")),
            "why" => self.why(step).await,
            "operator" => self.operate(step).await,
            "hook" => self.endpoint(step).await,
            "delivered" => self.delivered(step),
            "shop" => self.open(step.word()).await,
            "ask" => self.ask(step).await,
            "review" => self.review(step).await,
            platform @ ("shopify" | "woocommerce") => self.system(platform, step).await,
            "program" => self.system("own", step).await,
            word => self.act(word, step).await,
        }
        assert!(step.is_over(), "not understood: {}", step.rest());
    }

    async fn ask(&mut self, step: &mut Step<'_>) {
        let fields = self.fields(step);
        let name = if step.is("as") { step.word() } else { "" };
        let (id, hub) = self.shop.created(fields).await;
        self.asked(name, id, &hub);
    }

    /// `review {"order_id": "A"} rating=2 as first`: of the mug, if the fields of its request do not say otherwise.
    async fn review(&mut self, step: &mut Step<'_>) {
        let asked = with(json!({"product_ids": [MUG], "skip_email": true}), self.fields(step));
        let (id, hub) = self.shop.created(asked).await;
        self.asked("", id, &hub);
        let written = self.written("FORM", "/review/hub/review", step);
        self.send("", &written).await.is(303);
        if step.is("as") {
            let name = step.word();
            self.known.set(name, self.shop.newest_review().await["id"].clone());
            self.known.set(&format!("{name}_hub"), hub);
        }
    }

    fn fields(&self, step: &mut Step<'_>) -> Value {
        if step.rest().starts_with('{') { self.known.filled_json(&step.json()) } else { json!({}) }
    }

    /// What the shop's own system says; `sends` is not processed yet.
    async fn system(&mut self, platform: &str, step: &mut Step<'_>) {
        let verb = step.word();
        if verb == "connects" {
            let fields = self.fields(step);
            let system = self.shop.connect(platform, fields).await;
            if platform == "woocommerce" {
                self.known.set("key", &*system.secret);
                let plug_in = self.shop.with_key(&system.secret);
                self.callers.insert("wordpress".to_owned(), Caller::Client(plug_in));
                self.woocommerce = Some(system);
            }
            return;
        }
        let mut system = match (platform, &self.woocommerce) {
            ("woocommerce", Some(system)) => system.clone(),
            _ => self.shop.system(platform),
        };
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
        let reply = reply.is(200);
        let refused = orders_in::refused(&reply);
        if is_answer {
            let start = step.here();
            let (result, reason) = match refused {
                Some(row) => (row, String::new()),
                None => system.last().await,
            };
            let found: Value = words(&format!("{result} {reason}")).into();
            if !self.known.is_like(&json!(words(step.end())), Some(&found), true) {
                step.differs(start, found.list().iter().map(Certain::text).collect::<Vec<_>>().join(" "));
            }
        } else {
            assert_eq!(refused, None, "{}", self.said);
        }
    }

    /// The newest request, which may have a name of its own, too.
    fn asked(&mut self, name: &str, id: u64, hub: &str) {
        let page = format!("{name}_hub");
        for (name, page) in [("id", "hub"), (name, &page)] {
            self.known.set(name, id);
            self.known.set(page, hub);
        }
        self.known.set("token", token_of(hub));
    }

    async fn act(&mut self, word: &str, step: &mut Step<'_>) {
        let is_once = word == "at" && step.is("once");
        let (times, word) = if is_once { (step.word().parse().unwrap(), step.word()) } else { (1, word) };
        let who = if METHODS.contains(&word) { "" } else { word };
        if step.is("signs") {
            assert!(step.is("in") && step.is("as"), "signs in as");
            let role = step.word();
            let shop = if step.is("at") { step.word() } else { "" };
            return self.sign_in(who, role, shop).await;
        }
        if step.is("may") {
            let client = self.shop.with_scopes(&words(step.end())).await;
            return drop(self.callers.insert(who.to_owned(), Caller::Client(client)));
        }
        if !["", "anyone"].contains(&who) && !self.callers.contains_key(who) {
            match CAST.iter().find(|(name, _)| *name == who) {
                Some((_, role)) => self.sign_in(who, role, "").await,
                None if SHOPS.contains(&who) => self.open(who).await,
                None => drop(self.callers.insert(who.to_owned(), Caller::Visitor(Visitor::new(&self.shop)))),
            }
        }
        let method = if who.is_empty() { word } else { step.word() };
        let written = self.written(method, step.word(), step);
        assert!(step.is("->"), "a call has its answer after `->`: {}", step.rest());
        let costs = step.rest().contains(" costs").then(|| self.shop.operations());
        let replies = join_all((0_usize..times).map(|_| self.send(who, &written))).await;
        if costs.is_some() {
            self.known.set("costs", self.shop.operations().join(" "));
        }
        let (first, mut named) = (step.here(), None);
        for reply in replies {
            let start = step.differences.len();
            step.go(first);
            named = check(step, &mut self.known, &reply).or(named);
            match (page_of(&reply), &named) {
                (Some((id, hub)), name) => self.asked(name.as_deref().unwrap_or_default(), id, &hub),
                (None, Some(name)) if written.path == "/review/hub/review" => {
                    self.known.set(name, self.shop.newest_review().await["id"].clone());
                }
                (None, Some(name)) => self.known.set(name, self.shop.newest_request().await),
                (None, None) => {}
            }
            if step.differences.len() > start {
                break;
            }
        }
    }

    /// Nobody tells of the emails of a sign-in.
    async fn sign_in(&mut self, who: &str, role: &str, shop: &str) {
        let (before, address) = (self.shop.inbox().len(), format!("{who}@fernandoak.example"));
        let shop = if let Some(Caller::Client(other)) = self.callers.get(shop) { other } else { &self.shop };
        let member = Visitor::member(shop, &address, role).await;
        let mails = self.shop.inbox().into_iter().enumerate().skip(before);
        self.read.extend(mails.filter(|(_, mail)| mail.to == address).map(|(at, _)| at));
        self.callers.insert(who.to_owned(), Caller::Visitor(member));
    }

    /// Another shop, or the test mode of one.
    async fn open(&mut self, name: &str) {
        let (id, mode) = name.strip_suffix("_test").map_or((name, Mode::Live), |id| (id, Mode::Test));
        let shop = Shop::in_world(self.shop.world.clone(), id, mode).await;
        self.callers.insert(name.to_owned(), Caller::Client(shop));
    }

    fn written(&self, method: &str, path: &str, step: &mut Step<'_>) -> Written {
        let [method, path] = [method, path].map(|word| self.known.filled(word));
        let path = path.strip_prefix(BASE_URL).map_or_else(|| path.clone(), ToOwned::to_owned);
        assert!(METHODS.contains(&method.as_str()), "{method} is no method");
        let (mut headers, mut fields, mut body) = (Vec::new(), Vec::new(), None);
        while !["->", "as", ""].contains(&step.peek()) {
            if step.rest().starts_with(['{', '[']) {
                headers.insert(0, ("content-type".to_owned(), "application/json".to_owned()));
                body = Some(self.known.filled_json(&step.json()).to_string().into_bytes());
                continue;
            }
            let (name, value) = step.field().unwrap_or_else(|| panic!("no answer, and no field: {}", step.rest()));
            let value = self.known.filled(&value);
            match name.strip_prefix('@') {
                Some(header) => headers.push((header.to_owned(), value)),
                None if name == "raw" && method != "FORM" => body = Some(value.into_bytes()),
                None => fields.push((self.known.filled(name), value)),
            }
        }
        Written { method, path, headers, body, fields }
    }

    async fn send(&self, who: &str, written: &Written) -> Reply {
        let Written { method, path, headers, body, fields } = written;
        let method = if method == "FORM" { "POST" } else { method };
        if path.starts_with("/local/s3/") {
            return seen(&self.shop, path);
        }
        let is_hubs = written.method == "FORM" && path.starts_with("/review/hub/");
        let hub = if is_hubs { plain(self.known.get("hub")) } else { String::new() };
        let own = [("token", hub.rsplit("token=").next().unwrap()), ("item", "0")];
        let missing = own.into_iter().filter(|(name, _)| is_hubs && !fields.iter().any(|(field, _)| field == name));
        let named = fields.iter().map(|(name, value)| match name.as_str() {
            "token" => ("token", value.rsplit("token=").next().unwrap()),
            name => (name, value.as_str()),
        });
        let form: Vec<_> = missing.chain(named).collect();
        let client = match self.callers.get(who) {
            Some(Caller::Visitor(visitor)) => {
                assert!(headers.is_empty() && body.is_none(), "a browser sends no header and no JSON of a step");
                return visitor.send(method, path, &form, Some(BASE_URL)).await;
            }
            Some(Caller::Client(shop)) => shop,
            None => &self.shop,
        };
        let mut call = client.call(method, path);
        if who == "anyone" || (who.is_empty() && written.method == "FORM") {
            call = call.without_key().header("user-agent", BROWSER);
        }
        if who == "wordpress" {
            call = orders_in::placed(call);
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
        let (start, to) = (step.here(), self.known.filled(step.word()));
        // Messages that are due at once leave in any order.
        let unread = self.unread().find(|(_, mail)| is_text(&to, &mail.to)).or_else(|| self.unread().next());
        let Some((at, mail)) = &unread else { panic!("no message that nobody has read yet to {to}") };
        self.read.insert(*at);
        self.reads = true;
        if !is_text(&to, &mail.to) {
            step.differs(start, &mail.to);
        }
        if let Some(stop) = mail.headers.get("List-Unsubscribe") {
            self.known.set("stop", path_of(stop.trim_matches(['<', '>'])));
        }
        let text = mail.text.clone().unwrap_or_default();
        if text.contains(BASE_URL) {
            let link = link_in(mail);
            self.known.set("k", link.rsplit("k=").next().unwrap());
            self.known.set("link", link);
        }
        if step.rest().starts_with('"') {
            self.said(step, &mail.subject);
        }
        while !step.is_over() {
            let word = step.word();
            match word {
                "sms" | "email" => assert_eq!(mail.channel, word),
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
        match step.word() {
            "mail" => self.reads = true,
            "delivery" => self.hook.as_mut().expect("`hook 200` comes before").is_told = true,
            what => panic!("no {what}?"),
        }
        self.has_read_all();
    }

    /// The messages that nobody has read yet.
    fn unread(&self) -> impl Iterator<Item = (usize, Mail)> {
        self.shop.inbox().into_iter().enumerate().filter(|(at, _)| !self.read.contains(at))
    }

    /// A story that reads messages, or tells of deliveries, tells of each before time passes on, or it ends.
    fn has_read_all(&self) {
        if let (true, Some((_, mail))) = (self.reads, self.unread().next()) {
            panic!("nobody has read this message to {}: {}", mail.to, json!(mail.subject));
        }
        if let Some(hook) = self.hook.as_ref().filter(|hook| hook.is_told) {
            assert_eq!(hook.receiver.calls().get(hook.told).map(|call| call.body.clone()), None);
        }
    }

    async fn history(&mut self, what: &str, step: &mut Step<'_>) {
        let id = self.request(step);
        let found = match what {
            "status" => self.shop.status(id).await,
            "timeline" => self.shop.timeline(id).await.join(" "),
            _ => {
                let details = self.shop.details(id, step.word()).await;
                return compare(step, &mut self.known, &json!(details));
            }
        };
        compare_text(step, &self.known, &found);
    }

    /// The request that a step names; otherwise the last one.
    fn request(&self, step: &mut Step<'_>) -> u64 {
        let id = if step.peek().starts_with('$') { step.word() } else { "$id" };
        self.known.filled(id).parse().unwrap()
    }

    async fn report(&self, step: &mut Step<'_>) {
        let id = self.request(step);
        let mail = self.shop.inbox().into_iter().rfind(|mail| local::request_of(mail) == Some(id)).unwrap();
        let (aws, event) = (self.shop.aws(), step.word());
        match &*mail.channel {
            "sms" => aws.publish_sms_event(&mail, event).unwrap(),
            _ => aws.publish_mail_event(&mail, named(&MailEvent::ALL, event)).unwrap(),
        }
        self.shop.settle().await;
    }

    async fn dns(&self, step: &mut Step<'_>) {
        let who = step.word();
        let shown = match self.callers.get(who) {
            Some(Caller::Visitor(visitor)) => own_sender::records(visitor).await,
            _ => Vec::new(),
        };
        let (from, to) = if step.is_over() { ("0", "4") } else { step.word().split_once("..").unwrap() };
        let [from, to] = [from, to].map(|at| at.parse::<usize>().unwrap().min(shown.len()));
        self.shop.aws().set_dns((who != "silent").then_some(&shown[from..to]));
    }

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
        compare_text(step, &self.known, &count.to_string());
    }

    async fn row(&mut self, step: &mut Step<'_>) {
        let [pk, sk] = [step.text(), step.text()].map(|key| self.known.filled(&key));
        let row = item(&self.shop.world, &pk, &sk).await.unwrap_or_else(|| panic!("no row {pk} {sk}"));
        compare(step, &mut self.known, &row);
    }

    async fn photo(&self, step: &mut Step<'_>) {
        let size = self.known.filled(step.word());
        let (width, height) = size.split_once('x').unwrap();
        let item = step.field().map_or_else(|| "0".to_owned(), |(_, item)| self.known.filled(&item));
        let wanted = wants(&self.shop, &plain(self.known.get("hub")), &item).await.is(200);
        let file = jpeg(width.parse().unwrap(), height.parse().unwrap());
        assert_eq!(Upload::of(&wanted.json()).send(&self.shop, &file).status(), 204);
        self.shop.settle().await;
    }

    fn count_files(&self, step: &mut Step<'_>) {
        let folder = step.word();
        let count = self.shop.aws().objects().iter().filter(|key| key.starts_with(folder)).count();
        compare_text(step, &self.known, &count.to_string());
    }

    fn fail(&self, step: &mut Step<'_>) {
        let times = step.peek().parse().ok();
        if times.is_some() {
            step.word();
        }
        let (what, fault) = (step.word().to_owned(), named(&FAULTS, step.word()));
        let is = move |call: &small_aws::Call| format!("{:?}", call.service) == what || call.operation == what;
        self.shop.aws().set_faults(first(times.unwrap_or(usize::MAX), is, fault));
    }

    async fn operate(&mut self, step: &mut Step<'_>) {
        let is_of_shop = !step.is("service");
        let mut operation = self.known.filled_json(&step.json());
        let lacks_shop = |of: &&mut Value| is_of_shop && of.is_object() && of.get("shop").is_none();
        for fields in operation.as_object_mut().unwrap().values_mut().filter(lacks_shop) {
            *fields = with(admin::fern(), fields.take());
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
        if !step.is_over() {
            let made = self.shop.post("/api/v1/webhooks", with(self.fields(step), json!({"url": receiver.url}))).await;
            self.known.set("webhook", made.is(201).json()["id"].clone());
        }
        self.hook = Some(Hook { receiver, status, told: 0, is_told: false });
    }

    fn delivered(&mut self, step: &mut Step<'_>) {
        let hook = self.hook.as_mut().expect("`hook 200` comes before");
        let calls = hook.receiver.calls();
        let Some(call) = calls.get(hook.told) else { panic!("nothing else was delivered") };
        (hook.told, hook.is_told) = (hook.told + 1, true);
        let body = call.json();
        self.said(step, body["type"].text());
        if step.rest().starts_with('{') {
            compare(step, &mut self.known, &body["data"]);
        }
    }
}

/// The value with this name.
fn named<T: Copy + std::fmt::Debug>(all: &[T], name: &str) -> T {
    *all.iter().find(|known| format!("{known:?}") == name).unwrap_or_else(|| panic!("{name} is none of {all:?}"))
}

/// `7d`, `1h30m`, `0s`.
fn duration(text: &str) -> SignedDuration {
    let span: jiff::Span = text.parse().unwrap();
    span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()).unwrap()
}
