//! The dashboard and the saved queries: CloudWatch accepts them, and everything that they name exists.

use crate::support::*;
use small_aws::MailStanding;

use super::cloudwatch::{OWN, Series};
use super::night::Night;
use crate::deployment::template::{all_resources, functions, resources, text_of};
use crate::hub::interview::Interview;
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events;
use crate::webhooks::receiver::{Answer, Receiver};

/// The number of columns of a dashboard, and its maximum numbers of widgets and metrics. The first three dashboards
/// with so few metrics are free.
const COLUMNS: u64 = 24;
const WIDGETS_MAX: usize = 500;
const METRICS_MAX: usize = 50;
/// The metrics that AWS' services publish, as their guides name them.
const OF_AWS: [(&str, &[&str]); 6] = [
    ("AWS/ApiGateway", &["4xx", "5xx", "Count", "Latency", "IntegrationLatency"]),
    ("AWS/DynamoDB", &["ReadThrottleEvents", "WriteThrottleEvents"]),
    ("AWS/Lambda", &["ConcurrentExecutions", "Duration", "Errors", "Invocations", "Throttles"]),
    (
        "AWS/SES",
        &["Bounce", "Complaint", "Delivery", "Reject", "Reputation.BounceRate", "Reputation.ComplaintRate", "Send"],
    ),
    ("AWS/SQS", &["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"]),
    ("${AWS::StackName}", &[]),
];
const WORDS: &str =
    "filter fields stats sort limit by as and or like in asc desc ispresent count max latest bin min sum";

fn body() -> Value {
    let [(_, dashboard)] = &resources("AWS::CloudWatch::Dashboard")[..] else { panic!("one dashboard") };
    serde_json::from_str(&text_of(&dashboard["Properties"]["DashboardBody"])).unwrap()
}

fn widgets(body: &Value) -> Vec<&Value> {
    body["widgets"].list().iter().collect()
}

/// The series of the dashboard, without the options of lines.
fn series() -> BTreeSet<Series> {
    let body = body();
    let metrics =
        widgets(&body).into_iter().flat_map(|widget| widget["properties"]["metrics"].as_array().into_iter().flatten());
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

#[test]
fn the_dashboard_is_one_that_cloudwatch_takes() {
    let body = body();
    assert_eq!(body.object().keys().collect::<Vec<_>>(), ["widgets"]);
    let (widgets, mut taken) = (widgets(&body), BTreeSet::new());
    assert!((3..=WIDGETS_MAX).contains(&widgets.len()));
    let is_stat = |stat: &Value| ["Average", "Maximum", "SampleCount", "Sum", "p95", "p99"].contains(&stat.text());
    for widget in widgets {
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| widget[name].number());
        assert!(x + width <= COLUMNS && width > 0 && (1..=1_000).contains(&height), "{widget}");
        for place in (x..x + width).flat_map(|x| (y..y + height).map(move |y| (x, y))) {
            assert!(taken.insert(place), "two widgets at {place:?}: {widget}");
        }
        let properties = &widget["properties"];
        let names = match widget["type"].text() {
            "text" => "markdown",
            "alarm" => "alarms title",
            "metric" => "metrics period region stat title view",
            other => panic!("{other}"),
        };
        assert_eq!(keys(properties), words(names));
        for metric in properties["metrics"].as_array().into_iter().flatten() {
            let given = metric.list().iter().filter(|word| word.is_string()).count();
            assert!(given >= 2 && given % 2 == 0, "a dimension has a name and a value: {metric}");
            for (name, value) in metric.list().iter().filter_map(Value::as_object).flatten() {
                assert!(name == "stat" && is_stat(value) || name == "yAxis" && value == "right", "{metric}");
            }
            assert!(is_stat(&properties["stat"]) && properties["view"] == "timeSeries", "{widget}");
        }
    }
    let series = series();
    assert!(series.len() <= METRICS_MAX, "{} metrics", series.len());
    for Series { namespace, name, .. } in &series {
        let (_, known) = OF_AWS.iter().find(|(of, _)| of == namespace).unwrap_or_else(|| panic!("{namespace}"));
        assert!(known.is_empty() || known.contains(&name.as_str()), "{namespace} has no {name}");
    }
}

#[test]
fn the_dashboard_shows_every_alarm_queue_and_reference_that_there_is() {
    let (body, text) = (body(), body().to_string());
    let shown: BTreeSet<_> = text.split("${").skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
    let exists = |name: &str| {
        let name = name.split('.').next().unwrap();
        name.starts_with("AWS::") || all_resources().iter().any(|(known, _)| known == name)
    };
    let unknown: Vec<_> = shown.iter().filter(|name| !exists(name)).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    let alarms = widgets(&body).into_iter().find(|widget| widget["type"] == "alarm").unwrap();
    let made: Vec<_> = resources("AWS::CloudWatch::Alarm").iter().map(|(alarm, _)| format!("{alarm}.Arn")).collect();
    assert_eq!(alarms["properties"]["alarms"].list().len(), made.len());
    assert!(made.iter().all(|alarm| shown.contains(alarm)), "{made:?}");
    for (queue, _) in resources("AWS::SQS::Queue") {
        assert!(shown.contains(&format!("{queue}.QueueName")), "{queue}");
    }
    // The dashboard shows the metrics that alarms read, except metrics that each function has.
    let series = series();
    for (name, alarm) in resources("AWS::CloudWatch::Alarm") {
        let properties = &alarm["Properties"];
        if properties["MetricName"].is_badvalue() {
            continue;
        }
        let read = Series::of(properties);
        assert!(series.iter().any(|series| series.name == read.name), "{name}: {read:?}");
    }
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
