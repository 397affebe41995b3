//! Every alarm in the template goes off and on again when it should, because of what the functions in a world log, and
//! what AWS counts in that world.

mod cloudwatch;
mod dashboard;
pub mod format;
mod night;

use axum::http::Request;
use domain::values::RequestId;
use small_aws::{MailEvent, MailStanding, PartitionUnits};

use store::message::evidence::is_noted;

use self::cloudwatch::{Series, State};
use self::night::Night;
use crate::deployment::template::{resources, text_of};
use crate::hub::interview::Interview;
use crate::repository::docs::markdown::Document;
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events;
use crate::support::*;

/// A test for each alarm, with the name of the scenario.
macro_rules! scenarios {
    ($($alarm:ident: $scenario:ident),+ $(,)?) => {
        const ALARMS: &[&str] = &[$(stringify!($alarm)),+];
        mod goes_off_and_back {
            use super::Night;

            $(#[tokio::test]
            async fn $scenario() {
                super::$scenario(&mut Night::new(stringify!($alarm)).await).await;
            })+
        }
    };
}

scenarios! {
    SendDeadAlarm: a_wake_up_that_nobody_can_read,
    DeadLettersAlarm: other_work_that_nobody_can_read,
    ReconcileSilentAlarm: a_schedule_that_is_off,
    MailBouncesAlarm: an_account_with_bounces,
    MailComplaintsAlarm: an_account_with_complaints,
    ReportsMissingAlarm: reports_that_do_not_come,
    RefusedMessagesAlarm: a_provider_that_refuses_messages,
    MessageErrorsAlarm: a_sender_that_handles_nothing,
    QueueAgeAlarm: functions_that_are_off,
    SendLateAlarm: a_provider_that_refuses_everybody,
    UnconfirmedAlarm: answers_that_are_lost,
    ApiErrorsAlarm: a_table_that_fails,
    RefusedCallsAlarm: a_flood_of_forged_calls,
    ThrottlesAlarm: an_account_without_executions,
    HttpErrorsAlarm: calls_that_time_out,
    PageErrorsAlarm: pages_that_time_out,
    FunctionErrorsAlarm: senders_that_time_out,
    WriteThrottleAlarm: a_table_that_is_full,
}

#[test]
fn every_alarm_has_a_scenario() {
    let declared: BTreeSet<_> = resources("AWS::CloudWatch::Alarm").into_iter().map(|(name, _)| name).collect();
    assert_eq!(declared, ALARMS.iter().map(|name| (*name).to_owned()).collect());
}

#[test]
fn each_alarm_is_heard_and_names_its_row() {
    for (name, alarm) in resources("AWS::CloudWatch::Alarm") {
        let properties = &alarm["Properties"];
        let actions: Vec<_> = properties["AlarmActions"].as_vec().unwrap().iter().map(text_of).collect();
        assert_eq!(actions, ["AlarmTopic"], "{name}");
        let description = text_of(&properties["AlarmDescription"]);
        let address = format!(" docs/operate.md#{}", name.to_lowercase());
        let what = description.strip_suffix(&address).unwrap_or_else(|| panic!("{description} has no {address}"));
        assert!(what.ends_with('.') && (20..400).contains(&what.len()), "{name}: {what}");
    }
}

async fn a_wake_up_that_nobody_can_read(night: &mut Night) {
    night.dead_letter(Work::Sends).await;
}

async fn other_work_that_nobody_can_read(night: &mut Night) {
    for work in Work::ALL.into_iter().filter(|work| *work != Work::Sends) {
        night.dead_letter(work).await;
    }
    // A run that fails.
    let aws = night.shop.aws().clone();
    aws.hurry(1_000);
    aws.set_faults(|call| if call.operation == "Query" { Fault::ServerError } else { Fault::None });
    night.rings_within(1).await;
    aws.set_faults(|_| Fault::None);
    night.pass(2).await;
    assert_eq!(night.notices, 1);
    // The operator purges the queue.
    night.notices = 0;
    night.ends_within(1).await;
}

async fn a_schedule_that_is_off(night: &mut Night) {
    night.is_scheduled = false;
    night.pass(2).await;
    assert_eq!(night.watch.state("ReconcileSilentAlarm"), State::Ok, "one or two runs may be lost");
    night.rings_within(1).await;
    night.is_scheduled = true;
    night.ends_within(1).await;
    // Runs that start and fail are missing in the metrics, too.
    let aws = night.shop.aws().clone();
    aws.hurry(1_000);
    aws.set_faults(|call| if call.operation == "Query" { Fault::ServerError } else { Fault::None });
    night.rings_within(3).await;
}

async fn an_account_with_bounces(night: &mut Night) {
    come_back(night, 3, 0).await;
}

async fn an_account_with_complaints(night: &mut Night) {
    come_back(night, 0, 1).await;
}

/// So many of some emails come back, and none of another shop's hundred.
async fn come_back(night: &mut Night, bounces: usize, complaints: usize) {
    mail_events::send(&night.shop, bounces, complaints, 20).await;
    night.rings_within(1).await;
    mail_events::send(&night.shop.beside("oak").await, 0, 0, 100).await;
    night.ends_within(13).await;
}

async fn reports_that_do_not_come(night: &mut Night) {
    let quiet = async |night: &mut Night| {
        night.pass(14).await;
        assert_eq!(night.watch.state("ReportsMissingAlarm"), State::Ok);
        assert_eq!(night.watch.values("ReportsMissingSeconds").last(), Some(&0.0));
    };
    quiet(night).await;
    ask_one_that_is_noted(&night.shop).await;
    quiet(night).await;
    night.shop.aws().lose_mail_events(true);
    ask_one_that_is_noted(&night.shop).await;
    night.pass(11).await;
    assert_eq!(night.watch.state("ReportsMissingAlarm"), State::Ok, "they may be late");
    // Later acceptances do not begin the hour again.
    ask_one_that_is_noted(&night.shop).await;
    night.rings_within(3).await;
    night.shop.aws().lose_mail_events(false);
    ask_one_that_is_noted(&night.shop).await;
    night.ends_within(2).await;
}

/// Sends emails until one of them is of a request whose reports are noted, as those of every sixteenth are.
async fn ask_one_that_is_noted(shop: &Shop) {
    for number in 0.. {
        let email = format!("jane-{}-{number}@example.com", shop.now());
        let (id, _) = shop.created(json!({"email": email.replace(':', "-"), "delay_days": 0})).await;
        if is_noted(RequestId::new(id).unwrap()) {
            break;
        }
    }
    shop.settle().await;
}

async fn a_provider_that_refuses_messages(night: &mut Night) {
    for number in 0..21 {
        night.shop.created(json!({"email": format!("reject@{number}.example"), "delay_days": 0})).await;
    }
    night.rings_within(1).await;
    night.ends_within(2).await;
}

/// For example, a version without a permission: each message fails, but no call of the function does.
async fn a_sender_that_handles_nothing(night: &mut Night) {
    for number in 0..6 {
        night.shop.created(json!({"email": format!("jane-{number}@example.com"), "delay_days": 0})).await;
    }
    night.shop.fails("BatchGetItem", Fault::Deny);
    night.rings_within(1).await;
    night.shop.heals();
    night.ends_within(2).await;
    assert_eq!(night.shop.inbox().len(), 6);
    // Rows that `reconcile` cannot handle are in no queue.
    night.shop.fails(Service::Sqs, Fault::ServerError);
    for number in 0..6 {
        night.shop.created(json!({"email": format!("june-{number}@example.com"), "delay_days": 0})).await;
    }
    night.shop.fails("TransactWriteItems", Fault::Deny);
    night.rings_within(2).await;
    night.shop.heals();
    night.ends_within(2).await;
    assert_eq!(night.shop.inbox().len(), 12);
}

async fn functions_that_are_off(night: &mut Night) {
    let shop = night.shop.clone();
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com"})).await.is(202);
    is_off(night, 12, 2).await;
    // Looks at shops may wait for half a day.
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    sqs.send_message().queue_url(Work::Nightly.url()).message_body("no JSON").send().await.unwrap();
    shop.jump(HOUR * 11);
    is_off(night, 6, 9).await;
    // A message may wait for half an hour.
    shop.created(json!({"email": "kim@example.com", "delay_days": 0})).await;
    is_off(night, 7, 2).await;
    // A report may wait for ten minutes.
    shop.aws().publish_mail_event(&shop.inbox().pop().unwrap(), MailEvent::Delivery).unwrap();
    is_off(night, 2, 2).await;
}

/// Nobody reads the queues. The alarm waits for so many steps, and then goes off.
async fn is_off(night: &mut Night, waits: usize, rings: usize) {
    night.is_polled = false;
    night.pass(waits).await;
    assert_eq!(night.watch.state("QueueAgeAlarm"), State::Ok, "it may be late for a moment");
    night.rings_within(rings).await;
    night.is_polled = true;
    night.ends_within(20).await;
    night.pass(2).await;
}

async fn a_provider_that_refuses_everybody(night: &mut Night) {
    let aws = night.shop.aws().clone();
    aws.set_mail_standing(MailStanding::Paused);
    night.shop.created(json!({"delay_days": 0})).await;
    night.pass(6).await;
    assert_eq!(night.watch.state("SendLateAlarm"), State::Ok, "half an hour is not yet late");
    night.rings_within(6).await;
    assert!(night.watch.values("OwedMessages").iter().any(|owed| *owed >= 1.0), "it is due and has not left");
    aws.set_mail_standing(MailStanding::Production);
    night.ends_within(12).await;
    assert_eq!(night.shop.inbox().len(), 1);
    assert_eq!(night.lines.last().unwrap()["OwedMessages"], 0);
}

async fn answers_that_are_lost(night: &mut Night) {
    night.shop.aws().lose_mail_events(true);
    night.shop.aws().set_faults(first(9, is_mail, Fault::LoseAnswer));
    night.shop.created(json!({"delay_days": 0})).await;
    night.rings_within(36).await;
    night.ends_within(1).await;
}

async fn a_table_that_fails(night: &mut Night) {
    let aws = night.shop.aws().clone();
    aws.hurry(1_000);
    aws.set_faults(|call| if call.service == Service::DynamoDb { Fault::ServerError } else { Fault::None });
    for _ in 0..6 {
        let status = night.shop.get("/api/v1/review-requests").await.status.as_u16();
        assert_eq!(status, 503);
        night.statuses.push(status);
    }
    aws.set_faults(|_| Fault::None);
    night.rings_within(1).await;
    night.statuses.push(night.shop.get("/api/v1/review-requests").await.status.as_u16());
    night.ends_within(1).await;
}

async fn a_flood_of_forged_calls(night: &mut Night) {
    night.shop.connect("shopify", json!({})).await;
    let forged = night.shop.call("POST", "/in/shopify/fern").without_key().body("{}").send().await.status.as_u16();
    assert_eq!(forged, 401);
    night.statuses = vec![forged; 10_000];
    night.pass(1).await;
    assert_ne!(night.watch.state("RefusedCallsAlarm"), State::Alarm, "so many are normal");
    night.statuses = vec![forged; 10_001];
    night.rings_within(1).await;
    night.ends_within(1).await;
    // Who is over a route's limit is refused because of others.
    let limited = json!({"id": "JKJaXmPLvHcESHA=", "route": "ANY /p/{proxy+}", "status": "429", "ms": "1"});
    night.access = vec![limited.clone(); 1_000];
    night.pass(1).await;
    assert_ne!(night.watch.state("RefusedCallsAlarm"), State::Alarm);
    night.access = vec![limited; 1_001];
    night.rings_within(1).await;
    night.ends_within(1).await;
}

async fn an_account_without_executions(night: &mut Night) {
    for refused in [101, 100, 101] {
        night.throttles = refused;
        night.pass(1).await;
        assert_ne!(night.watch.state("ThrottlesAlarm"), State::Alarm, "a moment without executions is normal");
    }
    night.throttles = 101;
    night.rings_within(1).await;
    night.ends_within(1).await;
}

async fn calls_that_time_out(night: &mut Night) {
    time_out(night, "/api/v1/review-requests").await;
}

async fn pages_that_time_out(night: &mut Night) {
    let (_, page) = night.shop.created(json!({"email": "jane@example.com", "delay_days": 0})).await;
    time_out(night, &page).await;
}

async fn time_out(night: &mut Night, path: &str) {
    for _ in 0..3 {
        night.shop.slows(Service::DynamoDb, SECOND * 29);
        let call = Request::get(path).header("authorization", format!("Bearer {}", night.shop.key));
        let answer = night.shop.world.router().oneshot(call.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), 500, "the gateway's");
    }
    night.rings_within(1).await;
    night.ends_within(1).await;
}

async fn senders_that_time_out(night: &mut Night) {
    for number in 0..3 {
        night.shop.created(json!({"email": format!("jane-{number}@example.com"), "delay_days": 0})).await;
        night.shop.slows(Service::Ses, SECOND * 31);
        night.shop.settle().await;
    }
    night.shop.heals();
    assert_eq!(night.shop.aws().timed_out(), ["send-request"; 3]);
    night.rings_within(1).await;
    night.ends_within(1).await;
}

async fn a_table_that_is_full(night: &mut Night) {
    let aws = night.shop.aws().clone();
    aws.hurry(1_000);
    for period in 0..2 {
        aws.throttle(Some(PartitionUnits { write: 4, read: 3_000 }));
        for number in 0..15 {
            night.shop.create(json!({"order_id": format!("{period}-{number}"), "delay_days": 1})).await;
        }
        let state = night.watch.state("WriteThrottleAlarm");
        assert_ne!(state, State::Alarm, "after {period} periods of five minutes");
        // The alarm's period contains the points before the step.
        night.pass(1).await;
        aws.throttle(None);
    }
    assert_eq!(night.watch.state("WriteThrottleAlarm"), State::Alarm);
    night.ends_within(1).await;
}

/// The wrapped root key of a shop is damaged, so nothing of the shop can be read.
#[tokio::test]
async fn a_request_that_can_never_be_handled_rings_once_in_a_day() {
    let mut night = Night::new("SendDeadAlarm").await;
    night.shop.created(json!({"delay_days": 0})).await;
    let tenant =
        night.shop.dynamodb().update_item().table_name(local::TABLE).key("SK", AttributeValue::S("TENANT".into()));
    let tenant = tenant.key("PK", AttributeValue::S("T#fern.live".into())).update_expression("SET root = :damaged");
    let damaged = AttributeValue::B(aws_sdk_dynamodb::primitives::Blob::new([7; 90]));
    tenant.expression_attribute_values(":damaged", damaged).send().await.unwrap();
    night.shop.settle().await;
    night.rings_within(10).await;
    let dead = |night: &Night| night.shop.aws().queue(Work::Sends).unwrap().dead().len();
    assert_eq!(dead(&night), 1);
    night.purge(Work::Sends);
    night.ends_within(1).await;
    night.shop.advance(HOUR * 23).await;
    night.pass(2).await;
    assert_eq!((dead(&night), night.watch.state("SendDeadAlarm")), (0, State::Ok), "for a day");
    night.shop.advance(HOUR).await;
    assert_eq!(dead(&night), 1, "then it is tried again, in case that somebody repaired the key");
    night.shop.advance(HOUR * 70).await;
    assert_eq!(dead(&night), 2, "after two days, and then after four");
}

/// Messages that did not arrive are counted by their causes.
#[tokio::test]
async fn a_message_that_fails_is_counted_by_its_cause() {
    let mut night = Night::new("SendDeadAlarm").await;
    night.shop.created(json!({"email": "reject@example.com", "delay_days": 0})).await;
    mail_events::asked(&night.shop, "bounce@example.com").await;
    // The following messages are not reported as delivered.
    night.shop.aws().lose_mail_events(true);
    for (number, event) in [MailEvent::Reject, MailEvent::SuppressedBounce].into_iter().enumerate() {
        let email = format!("jane-{number}@example.com");
        mail_events::asked(&night.shop, &email).await;
        let mail = night.shop.inbox().into_iter().find(|mail| mail.to.contains(&email)).unwrap();
        night.shop.aws().publish_mail_event(&mail, event).unwrap();
    }
    night.pass(1).await;
    let counted: BTreeSet<_> = night.watch.own().filter(|series| series.name == "FailedMessages").cloned().collect();
    let of = |cause: &str| Series::new(cloudwatch::OWN, "FailedMessages", &[("Cause", cause)]);
    assert_eq!(counted, ["refused", "bounced", "rejected", "suppressed_by_provider"].map(of).into());
    assert_eq!(night.watch.values("LateMessages").last(), Some(&0.0));
}

/// No alarm reads these metrics; the week's digest leads to them.
#[tokio::test]
async fn refused_sign_ins_and_answers_without_use_are_counted() {
    let mut night = Night::new("SendDeadAlarm").await;
    let call =
        |route: &str, status: &str| json!({"id": "JKJaXmPLvHcESHA=", "route": route, "status": status, "ms": "3"});
    let sign_in = "POST /console/sign-in/{proxy+}";
    night.access = vec![call(sign_in, "429"), call(sign_in, "200"), call("ANY /r/{proxy+}", "429")];
    let good = json!({"question": "What else is there to say?"}).to_string();
    let interview = Interview::of(&night.shop, move |n, _| if n == 0 { "Sure!".to_owned() } else { good.clone() });
    let mut interview = interview.await;
    interview.answers(0, "one of them all").await;
    interview.goes_on_to_another_request().await;
    interview.answers(0, "one of them all").await;
    night.pass(1).await;
    assert_eq!(night.watch.values("RefusedSignIns"), [1.0]);
    assert_eq!(night.watch.values("UnusedModelAnswers"), [1.0, 0.0]);
}

/// The runbook's tables have each alarm once, at the anchor to which the alarm's email leads, and the queries exist.
#[test]
fn each_alarm_has_its_row_and_each_row_its_alarm() {
    let runbook = Document::read("docs/operate.md");
    let rows: Vec<Vec<_>> =
        runbook.prose().into_iter().filter(|line| line.starts_with("| <a id=")).map(cells).collect();
    let names: Vec<_> = rows.iter().flat_map(|row| row[0].split(", ")).collect();
    let anchor = |name: &&str| format!("<a id=\"{}\"></a>{name}", name.to_lowercase());
    assert_eq!(names.iter().map(|&name| name.to_owned()).collect::<BTreeSet<_>>(), ALARMS.iter().map(anchor).collect());
    assert_eq!(names.len(), ALARMS.len(), "one each");
    let queries = resources("AWS::Logs::QueryDefinition");
    let saved: Vec<_> = queries.iter().map(|(_, query)| text_of(&query["Properties"]["Name"])).collect();
    for row in &rows {
        assert!((3..=4).contains(&row.len()) && row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        for named in row.iter().flat_map(|cell| cell.split('*').skip(1).step_by(2)) {
            assert!(saved.iter().any(|name| name.ends_with(&format!("/{named}"))), "{row:?}: no query *{named}*");
        }
    }
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}
