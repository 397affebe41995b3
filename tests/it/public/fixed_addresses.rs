//! What crawlers, AI agents and security researchers find at fixed addresses.

use crate::support::*;

const SECURITY: &str = "/.well-known/security.txt";

/// Whether a crawler may read a path: the longest rule of its group decides (RFC 9309).
fn may_read(robots: &str, crawler: &str, path: &str) -> bool {
    let groups: Vec<Vec<_>> = robots.split("\n\n").map(|group| group.lines().collect()).collect();
    let of = |name: &str| groups.iter().find(|group| group.contains(&&*format!("User-agent: {name}")));
    let group = of(crawler).or_else(|| of("*")).unwrap();
    let rule = |line: &&str| {
        let (field, start) = line.split_once(": ")?;
        (["Allow", "Disallow"].contains(&field) && path.starts_with(start)).then_some((start.len(), field == "Allow"))
    };
    group.iter().filter_map(rule).max().is_none_or(|(_, is_allowed)| is_allowed)
}

#[tokio::test]
async fn crawlers_read_public_pages_and_only_those_that_obey_noindex_read_personal_links() {
    let shop = Shop::new().await;
    let reply = shop.call("GET", "/robots.txt").without_key().send().await.is(200);
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(reply.header("cache-control"), "public, max-age=3600");
    let (_, link) = shop.created(json!({})).await;
    for path in [&*link, "/review/unsubscribe?token=x", "/r/7K3MQ9X2TB4C", "/console", "/console/sign-in/link?token=x"]
    {
        assert!(!may_read(&reply.body, "GPTBot", path), "{path}");
        assert!(may_read(&reply.body, "Googlebot", path), "{path}: it has to see the noindex");
    }
    for path in [&*link, "/review/unsubscribe?token=x", "/console/sign-in", "/console/sign-in/link?token=x"] {
        let page = shop.call("GET", path).without_key().header("user-agent", "Googlebot").send().await;
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow", "{path}");
    }
    for path in ["/p/fern/mug.json", "/trust/fern", "/embed/v1.js", "/openapi.json"] {
        assert!(may_read(&reply.body, "GPTBot", path), "{path}");
    }
}

#[tokio::test]
async fn researchers_find_the_operators_contact_if_the_operator_named_one() {
    let shop = Shop::new().await;
    shop.call("GET", SECURITY).without_key().send().await.is_error(404, "not_found");
    let mut env = shop.world.env_of("list-requests");
    env.settings = env.settings.with("SECURITY_CONTACT", "mailto:security@example.com");
    let named = edge::http::finish(list_requests::routes(&env).unwrap(), &env);
    let read = async || {
        let call = axum::http::Request::get(SECURITY).body(Body::empty()).unwrap();
        let (head, body) = named.clone().oneshot(call).await.unwrap().into_parts();
        let content_type = head.headers["content-type"].to_str().unwrap().to_owned();
        (content_type, String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
    };
    let file = |expires: &str| {
        let canonical = format!("{BASE_URL}{SECURITY}");
        let lines = format!("Contact: mailto:security@example.com\nExpires: {expires}\nCanonical: {canonical}\n");
        ("text/plain; charset=utf-8".to_owned(), lines)
    };
    assert_eq!(read().await, file("2027-02-18T00:00:00Z"), "90 days from 2026-11-20");
    shop.jump(HOUR * 17);
    assert_eq!(read().await, file("2027-02-18T00:00:00Z"), "it changes once a day");
    shop.jump(HOUR);
    assert_eq!(read().await, file("2027-02-19T00:00:00Z"));
}
