//! API Gateway's routes are prefixes. A call that matches no route gets the same answer, whichever function receives
//! it.

use axum::Router;
use axum::body::to_bytes;
use axum::http::{HeaderMap, Request, StatusCode};
use edge::routes::ROUTES;

use crate::deployment::template::{resources, text_of};
use crate::support::*;

const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

async fn answer(router: &Router, method: &str, path: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    let (mut head, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    head.headers.remove("x-request-id");
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}

/// Paths below a prefix that are shorter or longer than the real paths.
fn edges(key: &str) -> Vec<String> {
    let prefix = key.split_once(' ').unwrap().1.trim_end_matches("{proxy+}").trim_end_matches('/');
    // None has an empty segment right after the prefix: what follows some prefixes is an id, which may not be empty.
    ["", "/", "/unknown//and/more/of/it", "x"].map(|rest| format!("{prefix}{rest}")).to_vec()
}

#[tokio::test]
async fn a_call_that_nobody_serves_has_one_answer_whichever_function_gets_it() {
    let shop = Shop::new().await;
    let env = shop.world.env_of("list-requests");
    let fallback = edge::http::finish(list_requests::routes(&env).unwrap(), &env);
    let is_served = |method: &str, path: &str| {
        let takes = |route: &edge::routes::Route| {
            [method, "ANY"].contains(&route.method) || (method, route.method) == ("HEAD", "GET")
        };
        ROUTES.iter().any(|route| takes(route) && route.matches(path))
    };
    let (mut not_found, mut not_allowed) = (0, 0);
    let keys =
        resources("AWS::ApiGatewayV2::Route").into_iter().map(|(_, route)| text_of(&route["Properties"]["RouteKey"]));
    for key in keys.filter(|key| key != "$default") {
        for path in edges(&key) {
            for method in METHODS.into_iter().filter(|method| !is_served(method, &path)) {
                let expected = answer(&fallback, method, &path).await;
                assert_eq!(answer(&shop.world.router(), method, &path).await, expected, "{method} {path}");
                not_found += usize::from(expected.0 == 404);
                not_allowed += usize::from(expected.0 == 405);
            }
        }
    }
    assert!(not_found > 300 && not_allowed > 50, "{not_found} and {not_allowed} calls");
}
