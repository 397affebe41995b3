//! The suspension of a shop's emails: its causes, its end, and who is notified.

use crate::deployment::template;
use crate::operators::admin::run;
use crate::sending::mail_events::{MINUTE, asked, deliverability, is_texted, send};
use crate::support::*;
use crate::webhooks::receiver::Receiver;

const DAY: SignedDuration = SignedDuration::from_hours(24);
const RELEASE: &str = "/api/v1/deliverability/release";

async fn is_held(shop: &Shop) -> bool {
    deliverability(shop).await["brake"]["held"] == true
}

async fn release(shop: &Shop) -> Reply {
    shop.post(RELEASE, json!({})).await
}

/// Whether the operator's release changes anything.
async fn released(shop: &Shop, of: Value) -> Result<bool, String> {
    let answer = run(&shop.world, json!({ "release_hold": of })).await.map_err(|error| error.kind().to_owned())?;
    Ok(answer["released"] == true)
}

/// Whether the operator's release of a stopped number changes anything.
async fn lifted(shop: &Shop, number: &str) -> Result<bool, String> {
    let answer = run(&shop.world, json!({"lift_stop": {"number": number}})).await;
    Ok(answer.map_err(|error| error.kind().to_owned())?["lifted"] == true)
}

/// The number of suspended shops, as `reconcile` counts them.
async fn held_shops(shop: &Shop) -> usize {
    shop.world.reconcile().await.unwrap().held_shops
}

#[tokio::test]
async fn a_bought_list_is_suspended_at_its_fifth_bounce_however_often_it_is_released() {
    let shop = Shop::new().await;
    send(&shop, 4, 0, 0).await;
    assert!(!is_held(&shop).await, "four addresses may be typed wrong");
    send(&shop, 1, 0, 0).await;
    assert!(is_held(&shop).await);
    let released_at = shop.now();
    release(&shop).await.is(200);
    for more in [4, 1] {
        assert!(!is_held(&shop).await);
        send(&shop, more, 0, 0).await;
    }
    assert!(is_held(&shop).await, "its next five bounces suspend it again");
    assert_eq!(deliverability(&shop).await["last_1000"], json!({"sent": 10, "bounced": 10, "complained": 0}));

    let refused = release(&shop).await;
    refused.is_error(409, "released_recently");
    let again_at = format!("{:.0}", released_at + DAY * 7);
    assert!(refused.body.contains(&again_at), "{} does not say {again_at}", refused.body);
    assert!(is_held(&shop).await);
    let shop_of = |tenant: &str| json!({"tenant": tenant, "mode": "live"});
    assert_eq!(released(&shop, shop_of("fern")).await, Ok(true), "the operator may always");
    assert_eq!(released(&shop, shop_of("fern")).await, Ok(false), "nothing is suspended");
    assert_eq!(released(&shop, shop_of("nobody")).await, Err("not_found".to_owned()));
    assert_eq!(released(&shop, json!({"tenant": "fern", "mode": "live", "by": "me"})).await, Err("invalid".to_owned()));

    // The shop is suspended a third time, after two releases, for four days; and then a fourth time.
    send(&shop, 5, 0, 0).await;
    shop.advance(DAY * 4 + MINUTE * 6).await;
    assert!(!is_held(&shop).await);
    send(&shop, 5, 0, 0).await;
    release(&shop).await.is_error(409, "released_recently");
    shop.advance(DAY * 3).await;
    assert!(is_held(&shop).await);
    assert_eq!(release(&shop).await.status, 200, "a week after its own release");
}

#[tokio::test]
async fn releases_before_a_suspension_do_not_count() {
    let shop = Shop::new().await;
    for _ in 0..4 {
        send(&shop, 1, 0, 0).await;
        release(&shop).await.is(200);
    }
    send(&shop, 1, 0, 0).await;
    assert!(is_held(&shop).await);
    assert_eq!(release(&shop).await.status, 200, "those did not count as releases of its own");
}

#[tokio::test]
async fn a_suspension_ends_by_itself_after_a_day_and_the_next_one_after_two() {
    let shop = Shop::new().await;
    assert_eq!(held_shops(&shop).await, 0);
    for days in [1, 2] {
        send(&shop, 5, 0, 0).await;
        let suspension = deliverability(&shop).await["brake"].clone();
        let [since, until] = ["since", "until"].map(|at| suspension[at].text().parse::<Timestamp>().unwrap());
        assert_eq!(until.duration_since(since), DAY * days);
        let waits = asked(&shop, "jane@example.com").await;
        shop.advance(until.duration_since(shop.now()) - MINUTE).await;
        assert!(is_held(&shop).await);
        assert_eq!((held_shops(&shop).await, shop.status(waits).await.as_str()), (1, "scheduled"));
        shop.advance(MINUTE * 7).await;
        assert_eq!((held_shops(&shop).await, is_held(&shop).await), (0, false), "after {days} days");
        shop.advance(MINUTE * 61).await;
        assert_eq!(shop.status(waits).await, "sent");
    }
}

#[tokio::test]
async fn bounces_reported_during_a_suspension_prolong_it() {
    let shop = Shop::new().await;
    // These emails are being delivered when the suspension begins, so their bounces are reported later.
    send(&shop, 0, 0, 5).await;
    send(&shop, 5, 0, 0).await;
    let until = deliverability(&shop).await["brake"]["until"].clone();
    shop.advance(DAY / 2).await;
    for mail in shop.inbox().iter().filter(|mail| mail.to.starts_with("fine")) {
        shop.aws().publish_mail_event(mail, small_aws::MailEvent::PermanentBounce).unwrap();
    }
    shop.settle().await;
    let later = deliverability(&shop).await["brake"]["until"].clone();
    assert!(later.as_str() > until.as_str(), "{until} and then {later}");
    shop.advance(DAY / 2 + MINUTE * 30).await;
    assert!(is_held(&shop).await, "a day after it began");
    shop.advance(DAY / 2).await;
    assert!(!is_held(&shop).await, "a day after the last of them");
}

#[tokio::test]
async fn the_owner_and_the_endpoints_are_informed_of_a_suspension_once() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.owned_by(json!("owner@fern-and-oak.example")).await;
    shop.hook(&receiver, json!({"events": ["deliverability.held", "deliverability.released"]})).await;
    send(&shop, 6, 0, 0).await;
    let held = deliverability(&shop).await["brake"].clone();
    shop.advance(MINUTE * 10).await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(mail.to, "owner@fern-and-oak.example", "although the shop's emails are suspended");
    assert_eq!(mail.subject, "The emails of Fern & Oak are suspended");
    let text = mail.text.as_deref().unwrap();
    assert!(text.starts_with("Your emails are suspended\n") && !text.contains("API"), "{text}");
    text.shows(["/console/sign-in?shop=fern.live\n"]);
    text.shows(["of the last 6 emails of Fern & Oak went to addresses that do not exist"]);
    assert_eq!(receiver.only("deliverability.held"), json!({"since": held["since"], "reason": "bounces"}));
    shop.advance(DAY).await;
    let about = json!({"since": held["since"], "reason": "bounces", "released_by": "time"});
    assert_eq!(receiver.calls()[1].json()["data"], about);
    assert_eq!(receiver.taken(), ["deliverability.held", "deliverability.released"]);
    assert_eq!(shop.notifications().len(), 1);

    send(&shop, 5, 0, 3).await;
    release(&shop).await.is(200);
    shop.advance(MINUTE * 10).await;
    assert_eq!(shop.notifications().len(), 1, "it was released before the notification left");
    shop.owned_by(Value::Null).await;
    send(&shop, 5, 0, 0).await;
    shop.advance(MINUTE * 10).await;
    assert_eq!(shop.notifications().len(), 1, "there is no address");
    let by = |call: usize| receiver.calls()[call].json()["data"]["released_by"].clone();
    assert_eq!((receiver.calls().len(), by(3)), (5, json!("shop")));
}

#[tokio::test]
async fn the_operator_lifts_the_stop_of_a_number() {
    let shop = Shop::new().await;
    assert_eq!(lifted(&shop, "+491711234567").await, Ok(false), "it was not stopped");
    assert!(is_texted(&shop, "+491711234567").await);
    shop.aws().reply_to_sms(&shop.inbox()[0], "STOP").unwrap();
    shop.settle().await;
    shop.advance(MINUTE).await;
    assert!(!is_texted(&shop, "+491711234567").await);
    assert_eq!(lifted(&shop, "+491711234567").await, Ok(true));
    assert!(is_texted(&shop, "+491711234567").await);
    assert_eq!(lifted(&shop, "0171").await, Err("invalid".to_owned()));
}

/// SES accepts one such call a second, from all shops together.
#[tokio::test]
async fn the_domain_is_asked_about_once_in_ten_minutes_for_all_shops() {
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    let asked = || shop.aws().take_calls().iter().filter(|call| call.service == Service::Ses).count();
    asked();
    for _ in 0..5 {
        for shop in [&shop, &other] {
            assert_eq!(deliverability(shop).await["identity"]["verified"], true);
        }
    }
    assert_eq!(asked(), 1);
    shop.jump(MINUTE * 10);
    deliverability(&other).await;
    assert_eq!(asked(), 1);
    // A call that SES throttles is not repeated.
    shop.jump(MINUTE * 10);
    shop.aws().set_faults(|call| match call.service {
        Service::Ses => small_aws::Fault::Throttle,
        _ => small_aws::Fault::None,
    });
    assert_eq!(deliverability(&shop).await["identity"]["verified"], Value::Null);
    assert_eq!(asked(), 1);
}

/// SES reviews an account at 5 % bounces and 0.1 % complaints, and publishes both rates as numbers from 0 to 1.
#[test]
fn the_accounts_own_rates_are_watched_below_what_ses_reviews() {
    let alarms = template::resources("AWS::CloudWatch::Alarm");
    for (metric, threshold) in [("Reputation.BounceRate", 0.04), ("Reputation.ComplaintRate", 0.0008)] {
        let of = |name: &str| alarms.iter().find(|(_, alarm)| alarm["Properties"]["MetricName"].as_str() == Some(name));
        let (name, alarm) = of(metric).unwrap_or_else(|| panic!("nothing watches {metric}"));
        let properties = &alarm["Properties"];
        assert_eq!(properties["Namespace"].as_str(), Some("AWS/SES"), "{name}");
        assert!(properties["Dimensions"].is_badvalue(), "{name} is about the account");
        assert_eq!(properties["Threshold"].as_f64(), Some(threshold), "{name}");
    }
}
