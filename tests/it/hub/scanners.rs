//! Visitors who follow a link: fifty programs that change nothing except, at most, the mark `opened`, and fifty people
//! who are engaged once each. A click on a star changes nothing but the star.

use edge::routes::ROUTES;
use vault::Random;

use crate::support::*;

const MACHINES: [&str; 28] = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (Applebot/0.1)",
    "Mozilla/5.0 (compatible; YandexBot/3.0)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slack-ImgProxy (+https://api.slack.com/robots)",
    "Twitterbot/1.0",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "WhatsApp/2.23.20.0",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
    "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
    "Mozilla/5.0 Mimecast URL Scanner",
    "BarracudaCentral/1.0",
    "Mozilla/5.0 (Windows NT 10.0) SafeLinks",
    "Mozilla/5.0 FireEye ETP",
    "Symantec Email Security.cloud",
    "Forcepoint/1.0",
    "SophosLabs",
    "TrendMicro WRS",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0 Safari/537.36",
    "python-requests/2.32.3",
    "curl/8.14.1",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
];
const PREFETCHES: [(&str, &str); 8] = [
    ("sec-purpose", "prefetch"),
    ("sec-purpose", "prefetch;prerender"),
    ("sec-purpose", "prefetch;anonymous-client-ip"),
    ("purpose", "prefetch"),
    ("purpose", "preview"),
    ("x-moz", "prefetch"),
    ("x-purpose", "preview"),
    ("x-purpose", "prefetch"),
];
const PEOPLE: [&str; 4] = [
    BROWSER,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
];

struct Profile {
    method: &'static str,
    agent: &'static str,
    header: Option<(&'static str, &'static str)>,
}

/// Fifty programs. Most are recognized by their agent, by a header or by HEAD, and some pretend to be a person.
fn profiles() -> Vec<Profile> {
    let by = |method: &'static str| move |&agent: &&'static str| Profile { method, agent, header: None };
    let prefetches = PREFETCHES.iter().map(|&header| Profile { method: "GET", agent: BROWSER, header: Some(header) });
    let heads = PEOPLE.iter().chain(&MACHINES[1..7]).map(by("HEAD"));
    MACHINES.iter().chain(&PEOPLE).map(by("GET")).chain(prefetches).chain(heads).collect()
}

impl Profile {
    fn is_disguised(&self) -> bool {
        self.method == "GET" && self.header.is_none() && PEOPLE.contains(&self.agent)
    }

    async fn follow(&self, shop: &Shop, path: &str) {
        let call = shop.call(self.method, path).without_key().header("user-agent", self.agent);
        let call = self.header.into_iter().fold(call, |call, (name, value)| call.header(name, value));
        let reply = call.send().await;
        assert!(!reply.status.is_server_error(), "{path}: {}", reply.body);
    }
}

/// Every address with a token from a link or an email, for any method.
fn every_route(token: &str, unsubscribe: &str) -> Vec<String> {
    let pages = ROUTES.iter().filter(|route| route.function == "hub").map(|route| {
        let path = route.path.replace("{token}", token).replace("{file}", "hub.css").replace("{proxy+}", "x/y");
        format!("{path}?token={token}&item=0&turn=0&saved=0")
    });
    pages.chain([unsubscribe.to_owned()]).collect()
}

#[tokio::test]
async fn fifty_machines_change_nothing_but_at_most_opened() {
    let shop = Shop::new().await;
    let profiles = profiles();
    assert_eq!(profiles.len(), 50);
    for (number, profile) in profiles.iter().enumerate() {
        let (id, hub) = mailed(&shop, number).await;
        let token = token_of(&hub);
        let unsubscribe = unsubscribe_link(&shop.inbox()[number]);
        let before = table(&shop.world).await;
        let paths = match number % 3 {
            0 => vec![hub.clone()],
            1 => vec![format!("/review/{token}"), hub.clone()],
            _ => every_route(token, &unsubscribe),
        };
        for path in paths {
            profile.follow(&shop, &path).await;
        }
        let after = table(&shop.world).await;
        if profile.is_disguised() {
            assert_eq!(but_opened(after), but_opened(before), "{}", profile.agent);
            assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "opened"]);
        } else {
            assert_eq!(after, before, "{} {} {:?}", profile.method, profile.agent, profile.header);
        }
    }
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters.get("engaged"), counters.get("completed")), (4, None, None));
    shop.advance_days(30).await;
    assert_eq!(shop.inbox().len(), 50, "nobody was asked again, and no request was stopped");
}

/// The table without the fields that the mark `opened` writes.
fn but_opened(rows: Vec<Value>) -> Vec<Value> {
    let strip = |mut row: Value| {
        let fields = row.as_object_mut().unwrap();
        fields.retain(|name, _| name != "version" && !name.ends_with("_opened"));
        if let Some(document) = fields.get_mut("request") {
            let mut request: Value = serde_json::from_str(document["S"].text()).unwrap();
            request.as_object_mut().unwrap().remove("opened");
            request["log"].as_array_mut().unwrap().retain(|entry| entry[1] != "opened");
            *document = request;
        }
        row
    };
    // A counter's row is created by its first mark, so it may now be empty.
    rows.into_iter().map(strip).filter(|row| row.object().len() > 2).collect()
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Act {
    Open,
    OpenByPath,
    LookAtQuestions,
    Answer(usize),
    KeepForm(usize),
    SendWithMistakes(usize),
    Review(usize),
    Postpone,
    Unsubscribe,
    WaitDays(i64),
}

impl Act {
    fn drawn(random: &Random) -> Self {
        let item = usize::from(random.below(2) == 1);
        match random.below(10) {
            0 => Self::Open,
            1 => Self::OpenByPath,
            2 => Self::LookAtQuestions,
            3 => Self::Answer(item),
            4 => Self::KeepForm(item),
            5 => Self::SendWithMistakes(item),
            6 | 7 => Self::Review(item),
            8 => Self::Postpone,
            _ => Self::Unsubscribe,
        }
    }

    /// Whether this alone counts as an input and makes the request engaged.
    fn is_input(self) -> bool {
        matches!(self, Self::Answer(_) | Self::KeepForm(_) | Self::Review(_) | Self::Postpone)
    }

    /// Does it. A day that passes has no answer.
    async fn take(self, person: &Person<'_>) -> Option<Reply> {
        let Person { shop, agent, hub, unsubscribe, rating } = *person;
        let (token, rating, long) = (token_of(hub), rating.to_string(), "W".repeat(5_001));
        let call = |method: &'static str, path: &str| shop.call(method, path).without_key().header("user-agent", agent);
        let (path, item, fields) = match self {
            Self::WaitDays(days) => {
                shop.advance_days(days).await;
                return None;
            }
            Self::Open => return Some(call("GET", hub).send().await),
            Self::OpenByPath => return Some(call("GET", &format!("/review/{token}")).send().await),
            Self::LookAtQuestions => {
                return Some(call("GET", &format!("/review/hub/chat?token={token}&item=0")).send().await);
            }
            Self::Unsubscribe => return Some(call("POST", unsubscribe).form(&[]).send().await),
            Self::Postpone => ("postpone", 0, vec![]),
            Self::Answer(item) => ("chat", item, vec![("turn", "0"), ("answer", "for my tea")]),
            Self::KeepForm(item) => ("draft", item, vec![("text", "Not done yet")]),
            Self::SendWithMistakes(item) => ("review", item, vec![("text", &*long)]),
            Self::Review(item) => ("review", item, vec![("text", "My words.")]),
        };
        let item = item.to_string();
        let form = [("token", token), ("item", &item), ("rating", &rating), ("shown_as", "name:Jane")];
        let form = [&form[..], &fields[..]].concat();
        Some(call("POST", &format!("/review/hub/{path}")).form(&form).send().await)
    }
}

#[derive(Clone, Copy)]
struct Person<'a> {
    shop: &'a Shop,
    agent: &'a str,
    hub: &'a str,
    unsubscribe: &'a str,
    rating: u8,
}

#[tokio::test]
async fn fifty_people_are_engaged_once_each() {
    let (shop, random) = (Shop::new().await, seeded_random(11));
    for number in 0..50 {
        let (id, hub) = mailed(&shop, number).await;
        let unsubscribe = unsubscribe_link(&shop.inbox()[number]);
        let agent = PEOPLE[number % PEOPLE.len()];
        let rating = u8::try_from(1 + random.below(5)).unwrap();
        let person = Person { shop: &shop, agent, hub: &hub, unsubscribe: &unsubscribe, rating };
        let mut acts: Vec<_> = (0..3 + random.below(8)).map(|_| Act::drawn(&random)).collect();
        if !acts.iter().any(|act| act.is_input()) {
            acts.push(Act::Review(0));
        }
        let engaged = async || shop.counters().await.get("engaged").copied().unwrap_or(0);
        let before = engaged().await;
        let mut gave_input = false;
        for act in &acts {
            let reply = act.take(&person).await.unwrap();
            assert!(
                reply.status.is_success() || [303, 422].contains(&reply.status.as_u16()),
                "{act:?}: {}",
                reply.body
            );
            gave_input |= act.is_input();
            assert_eq!(engaged().await - before, u64::from(gave_input), "{act:?} of {acts:?}");
        }
        let id = domain::values::RequestId::new(id).unwrap();
        let request = shop.store().request(&shop.tenant, id).await.unwrap().unwrap();
        assert!(request.engaged_at.is_some() && request.opened_at.is_some(), "{acts:?}");
    }
    let counters = shop.counters().await;
    assert_eq!((counters["engaged"], counters["opened"]), (50, 50));
}

#[tokio::test]
async fn the_rating_changes_nothing_but_itself() {
    for seed in 0..8 {
        let random = seeded_random(seed);
        let mut acts = vec![Act::Open];
        for _ in 0..10 {
            acts.push(Act::drawn(&random));
            if random.below(2) == 1 {
                acts.push(Act::WaitDays(i64::try_from(1 + random.below(4)).unwrap()));
            }
        }
        acts.extend([Act::Review(1), Act::Open, Act::Review(1), Act::WaitDays(30), Act::Open]);
        let five = a_life(seed, &acts, 5).await;
        for rating in 1..5 {
            assert_eq!(a_life(seed, &acts, rating).await, five, "{rating} stars, {acts:?}");
        }
    }
}

/// Everything observable about a request with reminders.
#[derive(PartialEq, Debug)]
struct Life {
    pages: Vec<(u16, String, String)>,
    timeline: Value,
    counters: BTreeMap<String, u64>,
    messages: Vec<(String, String, Option<String>)>,
}

async fn a_life(seed: u64, acts: &[Act], rating: u8) -> Life {
    let shop = Shop::with_seed(seed).await;
    let (id, hub) = mailed(&shop, 0).await;
    let unsubscribe = unsubscribe_link(&shop.inbox()[0]);
    let person = Person { shop: &shop, agent: BROWSER, hub: &hub, unsubscribe: &unsubscribe, rating };
    let mut pages = Vec::new();
    for act in acts {
        if let Some(reply) = act.take(&person).await {
            let location = reply.header("location").to_owned();
            pages.push((reply.status.as_u16(), location, without_the_star(&reply.body)));
        }
    }
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    let messages = shop.inbox().into_iter().map(|mail| (mail.sent_at.to_string(), mail.subject, mail.text)).collect();
    Life { pages, timeline, counters: shop.counters().await, messages }
}

/// The page without its checked star, the full stars of folded cards, and those of sent reviews, so that pages with
/// different ratings can be compared.
fn without_the_star(page: &str) -> String {
    let page = page.replace("<svg class=\"full\"", "<svg");
    let mut parts = page.split("<span class=\"got");
    let first = parts.next().unwrap_or_default().to_owned();
    let page = parts.fold(first, |page, part| page + part.split_once("</span>").unwrap().1);
    let tags = page.split_inclusive('>').map(|tag| match tag.contains("name=\"rating\"") {
        true => tag.replace(" checked", ""),
        false => tag.to_owned(),
    });
    tags.collect()
}

async fn mailed(shop: &Shop, order: usize) -> (u64, String) {
    let fields = json!({"email": format!("jane{order}@example.com"), "customer_name": "Jane Doe",
        "product_ids": [MUG, TRAY], "order_id": order.to_string(), "delay_days": 0});
    shop.sent(fields).await
}
