//! Reminders for requests from the native API. Their number is the request's or the shop's default; otherwise they work
//! as for asks.

use domain::values::RequestId;

use crate::support::*;

fn left(shop: &Shop) -> Vec<String> {
    shop.inbox().iter().map(|mail| mail.sent_at.to_string()).collect()
}

fn at(days: &[i64]) -> Vec<String> {
    let start: jiff::Timestamp = crate::support::START.parse().unwrap();
    days.iter().map(|days| (start + SignedDuration::from_hours(24 * days)).to_string()).collect()
}

async fn shown(shop: &Shop, id: u64) -> Value {
    shop.get(format!("/api/v1/review-requests/{id}")).await.is(200).json()
}

/// Sets the shop's default, and waits a minute until functions that create requests read it.
async fn default_reminders(shop: &Shop, count: u8) {
    let set = shop.put("/api/v1/settings", json!({"default_reminders": count})).await;
    assert_eq!((set.status.as_u16(), &set.json()["default_reminders"]), (200, &json!(count)), "{}", set.body);
    shop.jump(SECOND * 60);
}

#[tokio::test]
async fn none_to_three_reminders_follow_the_email_after_3_7_and_14_days() {
    for count in 0..=3 {
        let shop = Shop::with_seed(count).await;
        shop.created(json!({"delay_days": 0, "product_ids": [MUG], "reminders": count})).await;
        shop.advance_days(40).await;
        let reminders = usize::try_from(count).unwrap();
        assert_eq!(left(&shop), at(&[0, 3, 7, 14][..=reminders]));
        let inbox = shop.inbox();
        let question = &inbox[0].subject;
        for (number, mail) in inbox.iter().enumerate().skip(1) {
            let (subject, opening) = match number {
                last if last == reminders => ("One last time: ", "This is our last reminder."),
                1 => ("Got a minute? ", "You may have missed our first email."),
                _ => ("We’d still like to know. ", "One minute is enough"),
            };
            assert_eq!(mail.subject, format!("{subject}{question}"), "{number} of {count}");
            assert!(mail.html.as_ref().unwrap().contains(opening), "{number} of {count}");
            assert_eq!(link_in(mail), link_in(&inbox[0]));
        }
        assert_eq!(shop.counters().await["sent"], 1, "what is counted is the request");
    }
}

#[tokio::test]
async fn a_review_an_unsubscription_and_a_cancel_each_stop_them() {
    for way in ["review", "unsubscription", "cancel"] {
        let (shop, id, hub) = Shop::asking(json!({"delay_days": 0, "product_ids": [MUG, TRAY], "reminders": 3})).await;
        shop.advance_days(4).await;
        assert_eq!(left(&shop), at(&[0, 3]));
        let stopped_by = match way {
            // If two products were requested, one review is enough.
            "review" => {
                shop.review(&hub, 0).await;
                "reminder 2 by email: reviewed"
            }
            "unsubscription" => {
                let stop = path_of(shop.inbox()[0].headers["List-Unsubscribe"].trim_matches(['<', '>']));
                shop.submit("/review/unsubscribe", &[("token", token_of(&stop))]).await.is(200);
                "reminder 2 by email: unsubscribed"
            }
            _ => {
                shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
                "reminder 2 by email: cancelled"
            }
        };
        shop.advance_days(40).await;
        assert_eq!(left(&shop), at(&[0, 3]), "{way}");
        assert_eq!(shown(&shop, id).await["next_message"], Value::Null, "{way}");
        let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
        let details: Vec<_> = timeline["timeline"].list().iter().map(|entry| &entry["detail"]).collect();
        assert!(details.contains(&&json!(stopped_by)), "{way}: {details:?}");
    }
}

#[tokio::test]
async fn a_customer_who_asks_for_a_week_has_them_that_much_later() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 0, "product_ids": [MUG], "reminders": 2})).await;
    shop.advance_days(1).await;
    let page = shop.submit("/review/hub/postpone", &[("token", token_of(&hub))]).await.body;
    page.shows(["We will ask you again on 28 November 2026."]);
    let next = json!({"channel": "email", "reminder": 1, "due_at": "2026-11-28T06:00:00Z"});
    assert_eq!(shown(&shop, id).await["next_message"], next);
    shop.advance_days(40).await;
    assert_eq!(left(&shop), at(&[0, 8, 12]), "as far apart as before");
    let offers: Vec<_> = shop.inbox().iter().map(|mail| mail.html.as_ref().unwrap().contains("#not-arrived")).collect();
    assert_eq!(offers, [true, false, false], "a week can be asked for once");
}

#[tokio::test]
async fn a_request_shows_its_reminders_and_what_leaves_next() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 7, "reminders": 1})).await;
    let next = |shown: &Value| (shown["reminders"].clone(), shown["next_message"].clone());
    let message = |reminder: u8, due_at: &str| json!({"channel": "email", "reminder": reminder, "due_at": due_at});
    assert_eq!(next(&shown(&shop, id).await), (json!(1), message(0, "2026-11-27T06:00:00Z")));
    shop.advance_days(8).await;
    assert_eq!(next(&shown(&shop, id).await), (json!(1), message(1, "2026-11-30T06:00:00Z")));
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    let planned = timeline["timeline"].list().iter().rfind(|entry| entry["what"] == "scheduled").unwrap();
    assert_eq!(planned["detail"], "reminder 1 by email");
    shop.advance_days(8).await;
    assert_eq!(next(&shown(&shop, id).await), (json!(1), Value::Null));
    assert_eq!(left(&shop), at(&[7, 10]));
}

#[tokio::test]
async fn a_link_that_the_shop_shares_is_followed_by_reminders_only_if_it_is_sent_after_all() {
    let (shop, id, _) = Shop::asking(json!({"skip_email": true, "reminders": 1})).await;
    assert_eq!(
        (&shown(&shop, id).await["reminders"], &shown(&shop, id).await["next_message"]),
        (&json!(1), &Value::Null)
    );
    shop.advance_days(20).await;
    assert_eq!(left(&shop), at(&[]));
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.advance_days(20).await;
    assert_eq!(left(&shop), at(&[20, 23]));
}

#[tokio::test]
async fn the_shops_default_counts_where_a_request_of_this_api_names_none() {
    let (shop, before, _) = Shop::asking(json!({"skip_email": true})).await;
    default_reminders(&shop, 2).await;
    for (fields, reminders) in [(json!({}), 2), (json!({"reminders": null}), 2), (json!({"reminders": 0}), 0)] {
        let mut fields = fields;
        fields["skip_email"] = json!(true);
        let (id, _) = shop.created(fields.clone()).await;
        assert_eq!(shown(&shop, id).await["reminders"], reminders, "{fields}");
    }
    assert_eq!(shown(&shop, before).await["reminders"], 0, "what was made before stays");

    // The other APIs do not mention it. A second later, the ids are higher.
    shop.jump(SECOND);
    shop.post("/api/v1/invitations", json!({"email": "ann@example.com", "name": "Ann"})).await.is(200);
    let invited = shop.newest_request().await;
    shop.post("/beacon/customers", json!({"first_name": "Jo", "email": "jo@example.com"})).await.is(200);
    let asked = shop.post("/beacon/asks", json!({"email": "jo@example.com"})).await.json();
    assert_eq!(asked["data"]["reminders_count"], 0, "{asked}");
    let wix = json!({"communicationChannel": "EMAIL", "items": [{"catalogItemId": "cup"}]});
    let wix = shop.post("/reviews/v2/review-requests", json!({ "reviewRequest": wix })).await.json();
    let wix = Guid::parse(wix["reviewRequest"]["id"].text()).unwrap();
    for id in [invited, RequestId::from_guid(wix).unwrap().get()] {
        assert_eq!(shown(&shop, id).await["reminders"], 0);
    }

    default_reminders(&shop, 0).await;
    let (id, _) = shop.created(json!({"skip_email": true})).await;
    assert_eq!(shown(&shop, id).await["reminders"], 0);
}

/// As in BetterReviews' documentation: one email, whatever the shop's other settings.
#[tokio::test]
async fn without_a_number_and_a_default_one_email_leaves() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    shop.advance_days(80).await;
    assert_eq!(left(&shop), at(&[0]));
    let row = item(&shop.world, "T#fern.live", "TENANT").await.unwrap();
    assert!(row["default_reminders"]["N"] == "0", "{row}");
    shop.jump(SECOND * 60);
    let (new, _) = shop.created(json!({"delay_days": 0, "order_id": "B"})).await;
    for id in [id, new] {
        assert_eq!(shown(&shop, id).await["reminders"], 0);
    }
}

#[tokio::test]
async fn a_wrong_number_is_refused_in_words_that_say_what_to_do() {
    let shop = Shop::new().await;
    let refused = shop.create(json!({"reminders": 4})).await;
    refused.is_error(422, "invalid_reminders");
    let rule = "`reminders` must be a whole number from 0 to 3; omit it for the shop's `default_reminders`.";
    assert_eq!(refused.json()["message"], rule);
    let refused = shop.put("/api/v1/settings", json!({"default_reminders": 4})).await;
    refused.is_error(422, "invalid_default_reminders");
    let rule = "`default_reminders` must be a whole number from 0 to 3; null means 0.";
    assert_eq!(refused.json()["message"], rule);
}
