//! The limit on a shop's API calls, and its effect on other shops.

use axum::Router;
use axum::http::{HeaderMap, Request};
use local::Options;
use local::functions::Functions;

use crate::support::*;

/// Another copy of each function, in which a shop may make this many calls a second.
fn copy(shop: &Shop, rate: &str) -> Router {
    let limited = |name: &str| {
        let mut env = shop.world.env_of(name);
        env.settings = env.settings.with("SHOP_RATE", rate);
        env
    };
    Functions::start(shop.aws(), limited).unwrap().http
}

async fn call(api: &Router, shop: &Shop, method: &str, path: &str, body: &Value) -> (u16, HeaderMap, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", format!("Bearer {}", shop.key))
        .header("content-type", "application/json");
    let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    let (head, body) = api.clone().oneshot(request.body(body).unwrap()).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status.as_u16(), head.headers, serde_json::from_slice(&body).unwrap())
}

#[tokio::test]
async fn a_shop_that_calls_500_times_a_second_takes_nothing_from_another() {
    const COPIES: usize = 6;
    let loud = Shop::new().await;
    let quiet = loud.beside("moss").await;
    let copies: Vec<_> = std::iter::repeat_with(|| copy(&loud, "50")).take(COPIES).collect();
    let order = json!({"status": "placed", "currency": "EUR", "lines": []});
    let mut statuses: BTreeMap<(&str, u16), usize> = BTreeMap::new();
    // This fills four of the ten seconds over which calls are counted.
    for n in 0..2_000 {
        let api = &copies[n % COPIES];
        let (status, headers, _) = call(api, &loud, "PUT", &format!("/api/v1/orders/{}", n % 50), &order).await;
        *statuses.entry(("loud", status)).or_default() += 1;
        if status == 429 {
            let wait: i64 = headers["retry-after"].to_str().unwrap().parse().unwrap();
            assert!((6..=10).contains(&wait), "until the ten seconds are over: {wait}");
            assert_eq!(headers["ratelimit"], format!("\"calls\";r=0;t={wait}"));
        }
        // Fewer than ten calls a second, which is no loop.
        if n % 100 == 0 {
            let (status, ..) = call(api, &quiet, "PUT", "/api/v1/orders/A", &order).await;
            *statuses.entry(("quiet", status)).or_default() += 1;
        }
        loud.jump(SignedDuration::from_millis(2));
    }
    let count = |whose, status| statuses.get(&(whose, status)).copied().unwrap_or_default();
    let (served, refused) = (count("loud", 200), count("loud", 429));
    assert_eq!((served + refused, count("quiet", 200), statuses.len()), (2_000, 20, 3), "{statuses:?}");
    // 50 a second, and at most 20 in each copy that had not counted yet.
    assert!((480..=500 + 20 * COPIES).contains(&served), "{statuses:?}");
    loud.jump(SECOND * 7);
    assert_eq!(call(&copies[0], &loud, "PUT", "/api/v1/orders/1", &order).await.0, 200);
}

#[tokio::test]
async fn a_busy_shop_learns_what_is_left_of_its_calls() {
    let shop = Shop::new().await;
    let (api, other) = (copy(&shop, "50"), copy(&shop, "50"));
    let limits = async |api: &Router, method, path, body: &Value| {
        let (_, headers, _) = call(api, &shop, method, path, body).await;
        ["ratelimit-policy", "ratelimit"].map(|name| headers.get(name).map(|it| it.to_str().unwrap().to_owned()))
    };
    let policy = Some("\"calls\";q=500;w=10".to_owned());
    let left = |calls: u32, seconds: u32| [policy.clone(), Some(format!("\"calls\";r={calls};t={seconds}"))];
    let settings = async |api: &Router| limits(api, "GET", "/api/v1/settings", &Value::Null).await;
    for _ in 0..20 {
        assert_eq!(settings(&api).await, [policy.clone(), None], "other copies may have served all others");
    }
    assert_eq!(settings(&api).await, left(479, 10));
    shop.jump(SECOND * 3);
    assert_eq!(settings(&api).await, left(478, 7));
    for _ in 0..30 {
        settings(&other).await;
    }
    for _ in 0..9 {
        settings(&api).await;
    }
    // 32 calls here, and 30 of the other copy.
    assert_eq!(settings(&api).await, left(500 - 32 - 30, 7));
    let products = limits(&api, "GET", "/api/v1/review-requests", &Value::Null).await;
    assert_eq!(products, [policy.clone(), None], "each function counts");
    let search = limits(&api, "POST", "/reviews/v1/reviews/query", &json!({})).await;
    assert_eq!(search, [None, None], "the vendor's answers have no such headers");
    let customer = json!({"email": "jane@example.com", "name": "Jane"});
    let invited = limits(&api, "POST", "/api/v1/invitations", &customer).await;
    let both = ["\"invitations\";q=100;w=3600, \"calls\";q=500;w=10", "\"invitations\";r=99;t=3600"];
    assert_eq!(invited, both.map(|limits| Some(limits.to_owned())), "one value has all limits");
    let refused = shop.call("GET", "/api/v1/settings").header("authorization", "Bearer x").send().await;
    assert_eq!((refused.status.as_u16(), refused.header("ratelimit-policy")), (401, ""), "it does not count");
    shop.jump(SECOND * 7);
    assert_eq!(settings(&api).await, [policy.clone(), None]);
    let unlimited = settings(&copy(&shop, "0")).await;
    assert_eq!(unlimited, [None, None]);
}

/// `cargo dev --shop-rate 1`.
#[tokio::test]
async fn the_system_on_a_laptop_can_limit_a_shop() {
    let (clock, random) = (MovableClock::frozen(START.parse().unwrap()), seeded_random(1));
    let base_url = BASE_URL.to_owned();
    let options = Options { data: None, base_url, clock, random, has_model: false, shop_rate: Some(1) };
    let world = World::open(options).unwrap();
    let shop = Shop::in_world(world, "fern", Mode::Live).await;
    for _ in 0..20 {
        let reply = shop.get("/api/v1/settings").await.is(200);
        assert_eq!(reply.header("ratelimit-policy"), "\"calls\";q=10;w=10");
    }
    shop.get("/api/v1/settings").await.is_error(429, "rate_limited");
}

#[tokio::test]
async fn an_ordinary_call_costs_no_further_call_and_a_busy_shops_one_in_ten() {
    let shop = Shop::new().await;
    let api = copy(&shop, "50");
    let calls = async |count: usize| {
        for _ in 0..count {
            assert_eq!(call(&api, &shop, "GET", "/api/v1/settings", &Value::Null).await.0, 200);
        }
        let updates = shop.aws().take_calls().into_iter().filter(|call| call.operation == "UpdateItem");
        updates.count()
    };
    shop.aws().take_calls();
    // This call also stores the day on which the key was used.
    assert_eq!(calls(1).await, 1);
    assert_eq!(calls(19).await, 0);
    assert_eq!(calls(10).await, 1);
    assert_eq!(calls(100).await, 10);
    shop.jump(SECOND * 10);
    assert_eq!(calls(20).await, 0);
}

#[tokio::test]
async fn a_table_that_does_not_count_refuses_nobody_and_a_rate_of_0_is_no_limit() {
    let shop = Shop::new().await;
    let (limited, unlimited) = (copy(&shop, "1"), copy(&shop, "0"));
    let (status, ..) = call(&limited, &shop, "GET", "/api/v1/settings", &Value::Null).await;
    assert_eq!(status, 200);
    shop.fails("UpdateItem", Fault::Deny);
    for _ in 0..40 {
        assert_eq!(call(&limited, &shop, "GET", "/api/v1/settings", &Value::Null).await.0, 200);
    }
    shop.heals();
    for _ in 0..40 {
        assert_eq!(call(&unlimited, &shop, "GET", "/api/v1/settings", &Value::Null).await.0, 200);
    }
}

/// What each API answers is in `dialects/refusals.txt`.
#[tokio::test]
async fn each_function_refuses_calls_over_the_limit_and_one_that_may_read_everything_counts_as_ten() {
    let shop = Shop::new().await;
    for (method, path) in [
        ("GET", "/api/v1/review-requests"),
        ("GET", "/api/v1/stats"),
        ("DELETE", "/api/v1/review-requests/7"),
        ("POST", "/api/v1/review-requests/send"),
        ("GET", "/api/v1/keys"),
        ("GET", "/api/v1/reviews"),
        ("GET", "/api/v1/invitations/stats"),
        ("GET", "/beacon/customers"),
        ("POST", "/reviews/v1/reviews/count"),
    ] {
        let (api, sent) = (copy(&shop, "1"), if method == "POST" { json!({}) } else { Value::Null });
        // A copy accepts twenty calls before it counts.
        let served = if path.ends_with("/count") || path.contains("/stats") { 2 } else { 20 };
        for _ in 0..served {
            assert_ne!(call(&api, &shop, method, path, &sent).await.0, 429, "{path}");
        }
        for _ in served..21 {
            call(&api, &shop, method, path, &sent).await;
        }
        let (status, headers, _) = call(&api, &shop, method, path, &sent).await;
        assert_eq!((status, &headers["retry-after"]), (429, &"10".parse().unwrap()), "{path}");
        assert_eq!(headers.contains_key("ratelimit"), path.starts_with("/api/v1/"), "{path}");
    }
}
