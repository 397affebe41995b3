//! The origins of forms and the roles of members, for every route in the console's own table.

use console::{Needs, table};

use super::*;

fn path(pattern: &str) -> String {
    pattern
        .split('/')
        .map(|segment| if segment.starts_with('{') { "0123456789ab" } else { segment })
        .collect::<Vec<_>>()
        .join("/")
}

#[tokio::test]
async fn every_form_without_a_right_origin_is_refused() {
    let (shop, mara) = signed_in().await;
    let posts = table().filter(|(method, _, needs)| *method == "post" && *needs != Needs::System);
    let posts: Vec<_> = posts.collect();
    assert!(posts.len() >= 6);
    for (_, pattern, _) in posts {
        for origin in [
            None,
            Some("null"),
            Some("https://evil.example"),
            Some("https://shop.example"),
            Some("http://shop.example.evil.example"),
        ] {
            let reply = mara.send("POST", &path(pattern), &[("email", "x@example.com")], origin).await;
            assert_eq!(reply.status, 403, "{pattern} from {origin:?}: {}", reply.body);
            assert!(reply.body.contains("Not sent from this page"), "{pattern}");
        }
        for site in ["cross-site", "same-site", "none"] {
            let call = shop.call("POST", path(pattern)).without_key().form(&[]);
            let reply = call.header("origin", BASE_URL).header("sec-fetch-site", site).send().await;
            assert_eq!(reply.status, 403, "{pattern} {site}");
        }
    }
    assert!(mara.is_in().await, "nothing of it was done");
}

#[tokio::test]
async fn each_role_may_do_what_its_routes_say_and_nobody_else() {
    let shop = shop().await;
    let mut people = vec![(None, Visitor::new(&shop))];
    for (role, needs) in [("reader", Needs::Reader), ("moderator", Needs::Moderator), ("owner", Needs::Owner)] {
        let email = format!("{role}@fernandoak.example");
        member(&shop, &email, role).await;
        people.push((needs.role(), Visitor::signed_in(&shop, &email).await));
    }
    for (method, pattern, needs) in table() {
        let Some(needed) = needs.role() else { continue };
        if *pattern == "/console/sign-out" {
            continue;
        }
        for (role, visitor) in &people {
            let reply = visitor.send(&method.to_uppercase(), &path(pattern), &[], Some(BASE_URL)).await;
            match role {
                None if *method == "get" => {
                    assert!(reply.header("location").starts_with("/console/sign-in"), "{pattern}");
                }
                None => assert_eq!(reply.status, 403, "{pattern}"),
                Some(role) if role.includes(needed) => {
                    // A route may check more than its role: members can sign out only themselves from everywhere.
                    assert!(reply.status != 403 || pattern.ends_with("/sign-out"), "{role:?} {pattern}");
                }
                Some(role) => {
                    assert_eq!(reply.status, 403, "{role:?} {pattern}: {}", reply.body);
                    assert!(reply.body.contains("Your role does not allow this"), "{pattern}");
                    assert!(reply.body.contains("href=\"/console/reviews\""), "with the navigation: {pattern}");
                }
            }
        }
    }
}

#[tokio::test]
async fn pages_are_of_this_host_alone_and_are_not_stored() {
    let (_, mara) = signed_in().await;
    for path in ["/console/members", "/console/more", "/console/sign-in", "/console/nowhere"] {
        let page = mara.get(path).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "browsers send `Origin: null` without a referrer");
        assert_eq!(page.header("x-frame-options"), "DENY");
        page.header("content-security-policy").shows(["default-src 'none'", "frame-ancestors 'none'"]);
        assert!(!page.body.contains(" style=") && !page.body.contains("<script>"), "{path}");
    }
    assert_eq!(mara.get("/console/").await.header("location"), "/console");
    let nowhere = mara.get("/console/nowhere").await.is(404);
    assert!(nowhere.body.contains("href=\"/console/reviews\""), "with the navigation");
}
