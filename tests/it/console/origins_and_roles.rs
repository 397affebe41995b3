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
    let is_form = |(method, _, needs): &&console::Route| *method == "post" && *needs != Needs::Link;
    let posts: Vec<_> = table().filter(is_form).collect();
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

/// What somebody gets: the status, `role` if the role does not allow it, or `sign-in` if it leads there.
async fn outcome(visitor: &Visitor, method: &str, pattern: &str) -> String {
    let reply = visitor.send(&method.to_uppercase(), &path(pattern), &[], Some(BASE_URL)).await;
    if reply.header("location").starts_with("/console/sign-in") {
        return "sign-in".to_owned();
    }
    if reply.body.contains("Your role does not allow this") {
        reply.shows(["href=\"/console/reviews\""]);
        return if reply.status == 403 { "role".to_owned() } else { panic!("{pattern}: {}", reply.status) };
    }
    reply.status.as_u16().to_string()
}

/// For a new route, `UPDATE_ROUTES=1` writes the table, which somebody has to read.
#[tokio::test]
async fn each_route_gives_each_role_what_stands_in_the_table() {
    let (shop, mara) = signed_in().await;
    let ro = Visitor::member(&shop, "ro@fernandoak.example", "reader").await;
    let jo = Visitor::member(&shop, JO, "moderator").await;
    let people = [Visitor::new(&shop), ro, jo, mara];
    let mut routes: Vec<_> = table().collect();
    // After this one, nobody has a session.
    routes.sort_by_key(|(_, pattern, _)| *pattern == "/console/sign-out");
    let mut lines = String::from("# For nobody, a reader, a moderator and an owner\n");
    for (method, pattern, _) in routes {
        let mut outcomes = Vec::new();
        for visitor in &people {
            outcomes.push(outcome(visitor, method, pattern).await);
        }
        lines += &format!("{method:4} {pattern:53} {}\n", outcomes.join(" "));
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/it/console/routes.txt");
    if std::env::var_os("UPDATE_ROUTES").is_some() {
        std::fs::write(file, &lines).unwrap();
    }
    let table = std::fs::read_to_string(file).unwrap();
    for (said, now) in table.lines().zip(lines.lines()) {
        assert_eq!(said, now);
    }
    assert_eq!(table, lines);
}

#[tokio::test]
async fn anothers_ids_are_as_unknown_ones() {
    let (shop, mara) = signed_in().await;
    let (request, hub) = shop.sent(json!({"product_ids": [MUG], "delay_days": 0})).await;
    shop.review(&hub, 0).await;
    let customer = mara.post("/console/customers/find", &[("find", "jane@example.com")]).await;
    let customer = customer.header("location").to_owned();
    let receipt = mara.post(&format!("{customer}/export"), &[]).await.header("location").to_owned();
    let made = async |path: &str, fields: Value| shop.post(path, fields).await.is(201).json()["id"].clone();
    let webhook = made("/api/v1/webhooks", json!({"url": "https://hooks.example/reviews"})).await;
    let key = made("/api/v1/keys", json!({"name": "Till"})).await;
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let ids = [
        ("requests", request.to_string()),
        ("reviews", shop.newest_review().await["id"].to_string()),
        ("customers", last(&customer)),
        ("receipts", last(&receipt)),
        ("members", member(&shop, JO, "moderator").await),
        ("webhooks", webhook.to_string()),
        ("deliveries", "1".to_owned()),
        ("keys", key.owned()),
    ];
    let zoe = Visitor::member(&shop.beside("acme").await, "zoe@acme.example", "owner").await;
    let fields = ["sure=1", "reviews=delete", "revision=1", "reason=fake", "text=Hi.", "role=reader"];
    let fields: Vec<_> = fields.iter().filter_map(|field| field.split_once('=')).collect();
    let fields = [&fields[..], &[("url", "https://hooks.example/theirs")]].concat();
    let mut tried = 0;
    for (method, pattern, _) in table() {
        let mut segments: Vec<_> = pattern.split('/').collect();
        for at in 1..segments.len() {
            let id = ids.iter().find(|(of, _)| *of == segments[at - 1]);
            if let (true, Some((_, id))) = (segments[at].starts_with('{'), id) {
                segments[at] = id;
            }
        }
        let path = segments.join("/");
        if path != *pattern && !path.contains('{') {
            let reply = zoe.send(&method.to_uppercase(), &path, &fields, Some(BASE_URL)).await;
            assert_eq!(reply.status, 404, "{method} {path}: {}", reply.body);
            tried += 1;
        }
    }
    assert_eq!(tried, 30);
    // Nothing of it was done, and no list shows it.
    let theirs = format!("/console/requests/{request}");
    for path in [&customer, &theirs, &format!("/console/webhooks/{webhook}")] {
        mara.get(path).await.is(200);
    }
    mara.get("/console/members").await.shows([JO]);
    zoe.get("/console/customers?status=scheduled").await.lacks([&theirs]);
    zoe.get("/console/customers").await.lacks(["jane@example.com"]);
    zoe.get("/console/members").await.lacks([MARA]);
    let found = zoe.post("/console/customers/find", &[("find", "jane@example.com")]).await;
    found.shows(["No request to this address was found"]);
    assert_eq!(shop.newest_review().await["state"], "published");
}
