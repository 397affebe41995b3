//! The dashboard and the saved queries of `stack/night.yaml`: what they read exists, and they lack nothing.

use crate::support::*;
use small_aws::MailStanding;

use super::cloudwatch::{OWN, Series};
use super::night::Night;
use crate::deployment::template::{functions, list, resources, text_of};
use crate::hub::interview::Interview;
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events;
use crate::webhooks::receiver::{Answer, Receiver};

/// The first three dashboards with so few metrics are free.
const METRICS_MAX: usize = 50;
/// The metrics that AWS' services publish, as their guides name them.
const OF_AWS: [(&str, &[&str]); 5] = [
    ("AWS/ApiGateway", &["4xx", "5xx", "Count", "Latency", "IntegrationLatency"]),
    ("AWS/DynamoDB", &["ReadThrottleEvents", "WriteThrottleEvents"]),
    ("AWS/Lambda", &["ConcurrentExecutions", "Duration", "Errors", "Invocations", "Throttles"]),
    (
        "AWS/SES",
        &["Bounce", "Complaint", "Delivery", "Reject", "Reputation.BounceRate", "Reputation.ComplaintRate", "Send"],
    ),
    ("AWS/SQS", &["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"]),
];
const WORDS: &str =
    "filter fields stats sort limit by as and or like in asc desc ispresent count max latest bin min sum";

fn body() -> Value {
    let [(_, dashboard)] = &resources("AWS::CloudWatch::Dashboard")[..] else { panic!("one dashboard") };
    serde_json::from_str(&text_of(&dashboard["Properties"]["DashboardBody"])).unwrap()
}

/// The series of the dashboard, without the options of lines.
fn series() -> BTreeSet<Series> {
    let body = body();
    let widgets = body["widgets"].list().iter();
    let metrics = widgets.flat_map(|widget| widget["properties"]["metrics"].as_array().into_iter().flatten());
    metrics.map(series_of).collect()
}

fn series_of(metric: &Value) -> Series {
    let words: Vec<_> = metric.list().iter().filter_map(Value::as_str).collect();
    let dimensions: Vec<_> = words[2..].chunks(2).map(|pair| (pair[0], pair[1])).collect();
    Series::new(words[0], words[1], &dimensions)
}

pub fn own_series() -> Vec<Series> {
    series().into_iter().filter(|series| series.namespace == format!("${{{OWN}}}")).collect()
}

/// What the stack publishes itself is compared in `format`.
#[test]
fn the_dashboard_shows_every_alarm_and_queue_and_metrics_of_aws_that_exist() {
    let (shown, series) = (body().to_string(), series());
    let alarms = resources("AWS::CloudWatch::Alarm");
    let names = alarms.iter().map(|(alarm, _)| format!("${{{alarm}.Arn}}"));
    let queues = resources("AWS::SQS::Queue").into_iter().map(|(queue, _)| format!("${{{queue}.QueueName}}"));
    let lacking: Vec<_> = names.chain(queues).filter(|name| !shown.contains(name.as_str())).collect();
    assert_eq!(lacking, Vec::<String>::new());
    // Each function has metrics of its own, which its alarm's graph shows.
    for (name, alarm) in alarms.iter().filter(|(_, alarm)| !alarm["Properties"]["MetricName"].is_badvalue()) {
        let read = Series::of(&alarm["Properties"]);
        assert!(series.iter().any(|series| series.name == read.name), "{name}: {read:?}");
    }
    assert!(series.len() <= METRICS_MAX, "{} metrics", series.len());
    for Series { namespace, name, .. } in series.iter().filter(|series| series.namespace.starts_with("AWS/")) {
        let (_, known) = OF_AWS.iter().find(|(of, _)| of == namespace).unwrap_or_else(|| panic!("{namespace}"));
        assert!(known.contains(&name.as_str()), "{namespace} has no {name}");
    }
}

#[test]
fn a_query_of_all_logs_reads_each_log() {
    let queries = resources("AWS::Logs::QueryDefinition");
    let (_, query) = queries.iter().find(|(name, _)| name == "OneCallQuery").unwrap();
    let read: BTreeSet<_> = list(&query["Properties"]["LogGroupNames"]).iter().map(text_of).collect();
    assert_eq!(read, resources("AWS::Logs::LogGroup").into_iter().map(|(log, _)| log).collect());
}

/// The fields that a query reads: its words without the query language's words, quoted text, and names that it defines.
fn fields(query: &str) -> BTreeSet<String> {
    let unquoted: String = query.split('"').step_by(2).collect();
    let mut unquoted: Vec<_> = unquoted.split('/').collect();
    if unquoted.len() == 3 {
        // This is a pattern.
        unquoted.remove(1);
    }
    let text = unquoted.concat();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "@_.".contains(letter);
    let names = text.split(|c: char| !is_letter(c)).filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    let names: Vec<_> = names.collect();
    let given: BTreeSet<_> = names.windows(2).filter(|pair| pair[0] == "as").map(|pair| pair[1]).collect();
    let read = names.into_iter().filter(|name| !words(WORDS).contains(name) && !given.contains(name));
    read.map(str::to_owned).collect()
}

/// A night in which everything happens once that the queries search for.
async fn eventful() -> Night {
    let mut night = Night::new("SendDeadAlarm").await;
    let aws = night.shop.aws().clone();
    let sqs = aws_sdk_sqs::Client::new(&night.shop.world.env().sdk);
    for work in Work::ALL {
        sqs.send_message().queue_url(work.url()).message_body("no JSON").send().await.unwrap();
    }
    let receiver = Receiver::answering(|_| Answer::Status(410)).await;
    night.shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    let (_, hub) = night.shop.written(json!({})).await;
    night.shop.sends("withdraw", &hub, &[("sure", "yes")]).await.is(303);
    let key = night.shop.post("/api/v1/keys", json!({"name": "Till"})).await.is(201).json();
    night.shop.delete(format!("/api/v1/keys/{}", key["id"].text())).await.is(200);
    Interview::of(&night.shop, |_, _| "Sure!".to_owned()).await.answers(0, "one of them all").await;
    night.shop.created(json!({"email": "reject@example.com", "delay_days": 0})).await;
    night.pass(1).await;
    aws.lose_mail_events(true);
    aws.set_faults(first(9, is_mail, Fault::LoseAnswer));
    night.shop.created(json!({"email": "lost@example.com", "delay_days": 0})).await;
    night.pass(30).await;
    aws.set_faults(|_| Fault::None);
    aws.lose_mail_events(false);
    aws.set_mail_standing(MailStanding::Paused);
    night.shop.created(json!({"email": "late@example.com", "delay_days": 0})).await;
    night.pass(1).await;
    aws.set_mail_standing(MailStanding::Production);
    night.shop.advance(MINUTE * 30).await;
    mail_events::send(&night.shop, 5, 0, 0).await;
    night.shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    night.pass(1).await;
    night
}

#[tokio::test]
async fn a_query_reads_fields_that_are_in_the_log() {
    let night = eventful().await;
    let mut logged = BTreeMap::<String, BTreeSet<String>>::new();
    for line in &night.lines {
        // A line of metrics has no module; only reconcile writes such lines.
        let of = line["target"].as_str().map_or("reconcile", |target| target.split("::").next().unwrap());
        logged.entry(of.replace('_', "-")).or_default().extend(line.object().keys().cloned());
    }
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let access: Value = serde_json::from_str(&text_of(&stage["Properties"]["AccessLogSettings"]["Format"])).unwrap();
    logged.insert("api".to_owned(), access.object().keys().cloned().collect());
    assert_eq!(
        fields("fields @timestamp, shop | filter ms like /^5/ | limit 100"),
        ["ms", "shop"].map(str::to_owned).into()
    );
    for (name, query) in resources("AWS::Logs::QueryDefinition") {
        let query = &query["Properties"];
        let groups: Vec<_> = query["LogGroupNames"].as_vec().unwrap().iter().map(text_of).collect();
        // Any function may write a line of a crate that functions share.
        let is_read = |of: &str| {
            let function = functions().iter().find(|function| function.binary == of);
            let group = if of == "api" { Some("Api") } else { function.map(|function| function.resource.as_str()) };
            group.is_none_or(|group| groups.contains(&format!("{group}Log")))
        };
        let known: BTreeSet<_> =
            logged.iter().filter(|(of, _)| is_read(of)).flat_map(|(_, keys)| keys.clone()).collect();
        let read = fields(&text_of(&query["QueryString"]));
        let absent: Vec<_> = read.difference(&known).collect();
        assert_eq!(absent, Vec::<&String>::new(), "{name}: no line of its logs has them");
    }
}
