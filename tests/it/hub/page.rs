//! The customer's page: its forms, the marks it leaves on a request, and its headers.

use crate::support::*;

#[tokio::test]
async fn both_urls_are_the_same_page() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let by_query = shop.browse(&hub).await;
    let by_path = shop.browse(format!("/review/{}", token_of(&hub))).await;
    assert_eq!((by_query.status.as_u16(), by_path.status.as_u16()), (200, 200));
    assert_eq!(by_query.body, by_path.body);
}

#[tokio::test]
async fn every_product_is_shown_known_or_not() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG, "shopify-42"]})).await;
    shop.browse(&hub).await.shows(["Stoneware mug", "Item 2 of your order"]);
}

#[tokio::test]
async fn a_request_without_products_has_one_card_for_the_shop() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    let page = shop.browse(&hub).await.body;
    assert_eq!(page.matches("class=\"card\"").count(), 1);
    assert!(page.contains("Fern &#38; Oak"));
    shop.review(&hub, 0).await;
    assert_eq!(shop.status(id).await, "completed");
}

#[tokio::test]
async fn a_review_can_be_edited_and_stays_one() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let submit = async |rating: &str, text: &str| {
        shop.writes(&hub, &[("rating", rating), ("text", text), ("display_name", "")]).await
    };
    let saved = submit("5", "Lovely.\r\nReally.").await;
    saved.leads(format!("{hub}&saved=0").as_str());
    // What word processors paste and nobody sees.
    submit("5", "Soft\u{b}and\u{c}warm\u{85}at\u{92} home\u{0},\u{1b} always\u{7f}.").await.is(303);
    shop.browse(&hub).await.shows(["Soft\nand\nwarm\nat home, always."]);
    shop.advance_days(1).await;
    submit("2", "It broke.").await.is(303);
    shop.browse(saved.header("location")).await.shows(["It broke.", "Thank you"]).lacks(["Lovely."]);
    assert_eq!(shop.timeline(id).await, ["created", "opened", "reviewed", "completed", "review_edited"]);
    let reviews = table(&shop.world).await.into_iter().filter(|row| row["SK"]["S"].text().starts_with("REV#"));
    assert_eq!(reviews.count(), 1);
    assert_eq!(shop.counters().await["completed"], 1);
}

#[tokio::test]
async fn fifty_of_the_longest_reviews_are_all_shown() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..50).map(|n| format!("shopify-{n}")).collect();
    let (id, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let longest = "\u{1f33f}".repeat(5_000);
    for item in 0..50 {
        let item = item.to_string();
        shop.writes(&hub, &[("item", &item), ("rating", "4"), ("text", &longest)]).await.is(303);
    }
    assert_eq!(shop.status(id).await, "completed");
    assert_eq!(shop.browse(&hub).await.body.matches(&longest).count(), 50);
}

#[tokio::test]
async fn a_double_submit_is_one_review() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
    join_all((0..10).map(|index| shop.review(&hub, index % 2))).await;
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters["engaged"], counters["completed"]), (1, 1, 1));
}

#[tokio::test]
async fn a_form_with_errors_is_422_and_loses_nothing_typed() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let too_long = "x".repeat(5_001);
    for (rating, text, name, expected) in [
        ("", "My words", "Jane", "My words"),
        ("6", "My words", "Jane", "My words"),
        ("05", "My words", "Jane", "My words"),
        ("+5", "My words", "Jane", "My words"),
        ("3", &too_long, "Jane", &too_long),
        ("3", "My words", &"n".repeat(61), "My words"),
    ] {
        let reply = shop.writes(&hub, &[("rating", rating), ("text", text), ("display_name", name)]).await.is(422);
        assert!(reply.body.contains(expected));
        assert!(reply.body.contains("role=\"alert\""));
    }
    assert_eq!(shop.status(id).await, "manual");
}

#[tokio::test]
async fn an_item_that_the_request_does_not_have_is_404() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    for item in ["1", "-1", "x", "", "99999999999999999999"] {
        for rating in ["5", ""] {
            let reply = shop.writes(&hub, &[("item", item), ("rating", rating), ("text", "Words")]).await;
            assert_eq!(reply.status, 404, "{item} {rating}");
        }
    }
}

#[tokio::test]
async fn unknown_damaged_and_forged_tokens_are_one_404_page() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    let token = token_of(&hub);
    let (_, foreign) = Shop::with_seed(2).await.created(json!({"skip_email": true})).await;
    let mut damaged = token.to_owned();
    damaged.replace_range(10..11, if &token[10..11] == "A" { "B" } else { "A" });
    let mut pages = Vec::new();
    for bad in ["", "x", &token[1..], &damaged, &format!("{token}A"), token_of(&foreign), "%2e%2e%2f", "%ff"] {
        for path in [
            format!("/review/hub?token={bad}"),
            format!("/review/x{bad}/"),
            format!("/review/{bad}x"),
            format!("/review/{bad}x/y/z"),
        ] {
            let reply = shop.browse(path).await;
            assert_eq!(reply.status, 404, "{bad}");
            pages.push(reply.body);
        }
    }
    for fields in [[("token", damaged.as_str()), ("item", "0")], [("token", ""), ("item", "0")]] {
        pages.push(shop.submit("/review/hub/review", &fields).await.is(404).body);
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
}

#[tokio::test]
async fn characters_that_a_mail_system_adds_to_a_link_do_no_harm() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 0})).await;
    shop.settle().await;
    let mail = shop.inbox().remove(0);
    let (_, stop) = mail.headers["List-Unsubscribe"].split_once("token=").unwrap();
    let (token, stop) = (token_of(&hub), stop.split_once('>').unwrap().0);
    for (before, after) in
        [("", "?utm_source=mail"), ("3D", ""), ("", "%3E"), ("", "."), ("", ")"), ("", "%20"), ("3D", "%0D%0A")]
    {
        for path in [format!("/review/hub?token={before}{token}{after}"), format!("/review/{before}{token}{after}")] {
            let page = shop.browse(&path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.body.contains(&format!("name=\"token\" value=\"{token}\"")), "{path}: {}", page.body);
        }
        let page = shop.browse(format!("/review/unsubscribe?token={before}{stop}{after}")).await;
        assert_eq!(page.status, 200, "{before}{after}");
    }
    for path in [
        format!("/review/hub?token%3D{token}"),
        format!("/review/hub?token%3D{token}%26item%3D0%26rating%3D5"),
        format!("/review/{token}/"),
        format!("/review/{token}/?item=0"),
        format!("/review/unsubscribe?token%3D{stop}"),
    ] {
        shop.browse(&path).await.is(200).shows([if path.contains(stop) { stop } else { token }]);
    }
    let stopped =
        shop.submit(&format!("/review/unsubscribe?token={stop}."), &[("List-Unsubscribe", "One-Click")]).await;
    assert_eq!(stopped.status, 200);
    assert!(shop.timeline(id).await.contains(&"opened".to_owned()));
}

#[tokio::test]
async fn only_a_persons_get_marks_opened_and_only_once() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    let machine = |name: &str, value: &str| {
        shop.call("GET", &hub).without_key().header("user-agent", BROWSER).header(name, value)
    };
    machine("sec-purpose", "prefetch;prerender").send().await;
    machine("purpose", "prefetch").send().await;
    machine("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)").send().await;
    machine("user-agent", "Slackbot-LinkExpanding 1.0").send().await;
    machine("user-agent", "").send().await;
    let head = shop.call("HEAD", &hub).without_key().header("user-agent", BROWSER).send().await;
    assert_eq!((head.status.as_u16(), head.body.as_str()), (200, ""));
    assert_eq!(shop.timeline(id).await, ["created"]);
    shop.browse(&hub).await;
    shop.browse(&hub).await;
    assert_eq!(shop.timeline(id).await, ["created", "opened"]);
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters.get("engaged")), (1, None));
}

#[tokio::test]
async fn a_get_changes_nothing_but_opened() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0, "product_ids": [MUG]})).await;
    shop.settle().await;
    shop.browse(&hub).await;
    let before = table(&shop.world).await;
    let unsubscribe = unsubscribe_link(&shop.inbox()[0]);
    for path in [
        hub.as_str(),
        &format!("/review/{}", token_of(&hub)),
        &unsubscribe,
        "/review/assets/hub.css",
        "/review/nothing",
    ] {
        shop.browse(path).await;
    }
    assert_eq!(table(&shop.world).await, before);
}

#[tokio::test]
async fn a_wrong_method_on_a_page_is_405_with_allow_and_a_page() {
    let shop = Shop::new().await;
    for (method, path, allow) in [
        ("PUT", "/review/hub", "GET, HEAD"),
        ("GET", "/review/hub/review", "POST"),
        ("GET", "/review/hub/renew", "POST"),
        ("GET", "/review/hub/postpone", "POST"),
        ("GET", "/review/hub/withdraw", "POST"),
        ("PUT", "/review/hub/chat", "GET, HEAD, POST"),
        ("GET", "/review/hub/draft", "POST"),
        ("DELETE", "/review/unsubscribe", "GET, HEAD, POST"),
        ("PUT", "/review/abc", "GET, HEAD"),
    ] {
        let reply = shop.call(method, path).without_key().send().await;
        assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, allow), "{method} {path}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn a_form_over_64_kib_is_413() {
    Shop::new().await.submit("/review/hub/review", &[("text", &"x".repeat(70_000))]).await.is(413);
}

#[tokio::test]
async fn every_page_carries_the_security_headers() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    for path in [hub.as_str(), "/review/x", "/review/unsubscribe"] {
        let reply = shop.browse(path).await;
        let policy = reply.header("content-security-policy");
        policy.shows([
            "default-src 'none'",
            "style-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]);
        for (name, value) in [
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("x-robots-tag", "noindex, nofollow"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), value, "{path}");
        }
        assert!(reply.header("permissions-policy").contains("camera=()"));
        assert_eq!(reply.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn only_the_pages_own_picture_hosts_are_allowed() {
    let (shop, _, plain) = Shop::asking(json!({"skip_email": true, "product_ids": [TRAY]})).await;
    let (_, pictured) = shop.created(json!({"skip_email": true, "product_ids": [TRAY, MUG]})).await;
    let policy = async |hub: &str| shop.browse(hub).await.header("content-security-policy").to_owned();
    // The origin of the bucket with photos comes first; in this world it is the base URL's. `data:` is for the icon,
    // `blob:` for photos that are uploading.
    assert!(policy(&plain).await.ends_with("img-src 'self' http://shop.example data: blob:"));
    assert!(policy(&pictured).await.ends_with("img-src 'self' http://shop.example data: blob: https://cdn.example"));
}

#[tokio::test]
async fn the_stylesheet_and_the_scripts_are_the_only_assets_and_last_a_year() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let pages = [shop.browse(&hub).await.body, shop.browse("/review/unknown").await.body];
    let assets: BTreeSet<_> = pages.iter().flat_map(|page| assets_of(page)).collect();
    assert_eq!(assets.len(), 3, "{assets:?}");
    for (stem, extension, content_type) in
        [("hub", "css", "text/css"), ("hub", "js", "text/javascript"), ("reopen", "js", "text/javascript")]
    {
        let digest = |address: &&&str| {
            let rest = address.strip_prefix(&format!("/review/assets/{stem}."))?;
            rest.strip_suffix(&format!(".{extension}")).map(str::len)
        };
        let address = *assets.iter().find(|address| digest(address) == Some(16)).unwrap();
        let asset = shop.browse(address).await;
        assert!(asset.status == 200 && asset.header("content-type").starts_with(content_type), "{address}");
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
    }
    for other in ["other.js", "hub.svg", "hub.0123.css", "hub.0123456789abcdef.css.js"] {
        assert_eq!(shop.browse(format!("/review/assets/{other}")).await.status, 404, "{other}");
    }
}

/// Either the earlier version made the page, or the new version made it and the page's next call reached the earlier
/// one.
#[tokio::test]
async fn a_page_that_is_loaded_while_a_new_version_is_deployed_gets_its_files() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let page = shop.browse(&hub).await.body;
    for address in assets_of(&page) {
        let now = shop.browse(address).await.body;
        let [.., name, digest, extension] = address.split(['/', '.']).collect::<Vec<_>>()[..] else {
            panic!("{address}")
        };
        assert_ne!(digest, "0123456789abcdef");
        for earlier in [format!("{name}.{extension}"), format!("{name}.0123456789abcdef.{extension}")] {
            let asset = shop.browse(format!("/review/assets/{earlier}")).await;
            assert_eq!((asset.status.as_u16(), &asset.body), (200, &now), "{earlier}");
            assert_eq!(asset.header("cache-control"), "no-store", "it is not what the name promises");
        }
    }
}

#[tokio::test]
async fn a_finished_page_leads_to_the_shop_whatever_the_stars() {
    let shop = Shop::new().await;
    let urls = json!({"contact_url": "https://fern.example/help", "privacy_url": "https://fern.example/privacy"});
    shop.sets(&urls).await;
    for stars in ["1", "5"] {
        let (_, hub) = shop.created(json!({"skip_email": true, "order_id": stars})).await;
        shop.browse(&hub).await.shows(["href=\"https://fern.example/privacy\""]).lacks(["Is there something"]);
        shop.writes(&hub, &[("rating", stars), ("text", "So so."), ("display_name", "")]).await.is(303);
        let done = shop.browse(&hub).await.body;
        assert!(done.contains("<a href=\"https://fern.example/help\">Is there something"), "{stars}: {done}");
    }
}

#[tokio::test]
async fn a_link_that_is_cut_off_shows_the_page_for_people() {
    let shop = Shop::new().await;
    assert_eq!(shop.browse("/review/").await.header("location"), "/review");
    for address in ["/review", "/review/hub", "/review/hub?", "/review/hub?token="] {
        let page = shop.browse(address).await;
        assert_eq!(page.status, 404, "{address}");
        assert!(page.body.contains("links copied by hand are easily cut short"), "{address}: {}", page.body);
    }
}

#[tokio::test]
async fn a_cancelled_link_is_410_and_cannot_be_renewed() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    for days in [0, 91] {
        shop.advance_days(days).await;
        shop.browse(&hub).await.is(410).shows(["This link is no longer available"]).lacks(["<form"]);
        shop.renews(&hub).await;
        assert!(shop.inbox().is_empty());
    }
}

#[tokio::test]
async fn a_review_posted_to_a_dead_link_is_410_and_not_saved() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    let (_, other) = shop.created(json!({"skip_email": true})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    for rating in ["5", ""] {
        shop.writes(&hub, &[("rating", rating), ("text", "Words")]).await.is(410);
    }
    shop.advance_days(90).await;
    let reply = shop.writes(&other, &[("rating", "5"), ("text", "Words")]).await.is(410);
    assert!(reply.body.contains("Link Expired"));
    assert!(reply.body.contains("class=\"shop\"") && !reply.body.contains("class=\"mark\""), "{}", reply.body);
    assert!(!table(&shop.world).await.iter().any(|row| row["SK"]["S"].text().starts_with("REV#")));
}

#[tokio::test]
async fn a_new_link_comes_once_a_day_and_three_times_in_all() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "order_id": "A"})).await;
    shop.advance_days(90).await;
    let renew = async |hub: &str| {
        let reply = shop.renews(hub).await;
        (reply.status.as_u16(), reply.body)
    };
    let first = renew(&hub).await;
    assert_eq!(first.0, 200);
    assert_eq!(renew(&hub).await, first);
    assert_eq!(renew("?token=nonsense").await, first);
    assert_eq!(shop.inbox().len(), 1);
    shop.advance_days(1).await;
    renew(&hub).await;
    assert_eq!(shop.inbox().len(), 2);
    // A renewed link that expires in turn counts towards the first link's three renewals.
    let renewed = link_in(&shop.inbox()[1]);
    shop.advance_days(90).await;
    renew(&renewed).await;
    assert_eq!(shop.inbox().len(), 3);
    shop.advance_days(2).await;
    renew(&renewed).await;
    renew(&hub).await;
    assert_eq!(shop.inbox().len(), 3);
}

#[tokio::test]
async fn a_new_link_asks_only_for_what_nobody_reviewed_whichever_link_it_replaces() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
    let renew = async |expired: &str| {
        shop.advance_days(90).await;
        shop.renews(expired).await;
        link_in(shop.inbox().last().unwrap())
    };
    let second = renew(&hub).await;
    shop.review(&second, 0).await;
    // The first link did not lead to a review.
    let third = renew(&hub).await;
    shop.browse(&third).await.shows(["Oak tray"]).lacks(["Stoneware mug"]);
    shop.review(&third, 0).await;
    let mails = shop.inbox().len();
    for link in [&hub, &second] {
        renew(link).await;
    }
    assert_eq!(shop.inbox().len(), mails, "all is reviewed");
}

#[tokio::test]
async fn a_link_that_still_works_is_not_renewed() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    shop.renews(&hub).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn a_renewal_mails_although_a_newer_request_has_the_same_order() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "order_id": "A"})).await;
    shop.advance_days(90).await;
    shop.created(json!({"skip_email": true, "order_id": "A"})).await;
    shop.renews(&hub).await;
    assert_eq!(shop.inbox().len(), 1);
    shop.create(json!({"order_id": "A"})).await.is_error(409, "duplicate_request");
}

#[tokio::test]
async fn a_failure_is_a_page_with_retry_after() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    shop.aws().set_faults(|_| Fault::ServerError);
    let reply = shop.browse(&hub).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (503, "text/html; charset=utf-8"));
    assert!(reply.header("retry-after").parse::<u32>().is_ok());
}

#[tokio::test]
async fn hostile_names_and_titles_are_only_text() {
    let shop = Shop::in_world(Shop::new().await.world, "evil", Mode::Live).await;
    let (_, hub) = shop.sent(json!({"delay_days": 0, "customer_name": "<script>alert(1)</script> \"'&"})).await;
    assert!(!without_own_scripts(&shop.browse(&hub).await.body).contains("<script"));
    assert!(!shop.inbox()[0].html.as_ref().unwrap().contains("<script"));
}

#[tokio::test]
async fn a_pages_headers_stay_below_8_kb_whatever_the_hosts_of_its_pictures() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..50).map(|n| format!("shopify-{n}")).collect();
    for (n, id) in products.iter().enumerate() {
        let host = format!("{n}{}", format!(".{}", "a".repeat(60)).repeat(4));
        let picture = format!("https://{}.example:65535/{n}.png", &host[..245]);
        let body = json!({"title": format!("Product {n}"), "image_url": picture});
        shop.put(format!("/api/v1/products/{id}"), &body).await.is(200);
    }
    let too_long = json!({"title": "A mug", "image_url": format!("https://{}.example/a.png", "a".repeat(246))});
    shop.put("/api/v1/products/a", &too_long).await.is_error(422, "invalid_image_url");
    let logo = json!({"logo_url": "https://logo.example/a.svg"});
    shop.sets(&logo).await;
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let questions = format!("/review/hub/chat?token={}&item=0", token_of(&hub));
    for path in [&hub, &questions] {
        let page = shop.browse(path).await;
        let headers: usize = page.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        assert!(headers < 8_000, "{headers} bytes");
        let policy = page.header("content-security-policy");
        assert_eq!(policy.matches("https://").count(), 16, "{policy}");
        assert!(policy.contains("https://logo.example"));
    }
    let page = shop.browse(&hub).await.body;
    assert_eq!(page.matches(".png\"").count(), 15, "a picture that the policy forbids is not on the page");
    assert!(page.contains("Product 49"));
}
