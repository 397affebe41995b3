//! `afterword status`: how the installation does, on one screen.

use std::collections::BTreeMap;

use aws_sdk_costexplorer::Client as CostExplorer;
use aws_sdk_costexplorer::types::{
    DateInterval, Granularity, Group, GroupDefinition, GroupDefinitionType, ResultByTime,
};
use aws_sdk_sqs::Client as Sqs;
use aws_sdk_sqs::types::QueueAttributeName;
use aws_types::SdkConfig;
use futures_util::future::try_join_all;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use serde_json::{Value, json};
use tokio::join;

use crate::admin::Admin;
use crate::args::Target;
use crate::aws;
use crate::check::{Read, Unread, read};
use crate::failure::Failure;
use crate::output::{Output, field, rows, shop_name, table};

/// What is charged, as on the bill.
const COST: &str = "UnblendedCost";
/// The most pages of costs. AWS charges for each.
const PAGES_MAX: usize = 5;
/// Services that cost less are left out.
const SHOWN: f64 = 0.005;
/// How many stopped shops the screen names.
const NAMED: usize = 4;
/// The lines of a screen, without that of the next prompt.
const SCREEN: usize = 23;
/// The column in which values begin.
const VALUES: usize = 18;

#[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
pub async fn run(target: &Target, output: Output) -> Result<(), Failure> {
    let pages = Admin::connect(target).await?.pages("status", json!({})).await?;
    let config = aws::connect(target).await?;
    let today = Timestamp::now().to_zoned_datetime(TimeZone::UTC).date();
    let (dead, costs) = join!(dead_letters(&config, &target.stack), costs(&config, today));
    let last = pages.iter().map(|page| &page["last_email"]).max_by_key(|last| last["at"].as_str().map(str::to_owned));
    let answer = json!({
        "last_email": last,
        "service": pages.first().map(|page| &page["service"]),
        "stopped": pages.iter().flat_map(|page| rows(page, "stopped")).collect::<Vec<_>>(),
        "dead_letters": dead.map_or_else(unread, |dead| json!(dead)),
        "costs": costs.map_or_else(unread, |days| summed(&days, today)),
    });
    output.answer(&answer, text);
    Ok(())
}

fn unread(why: Unread) -> Value {
    if why.is_elsewhere() {
        return json!({"unknown": "there is no AWS here"});
    }
    json!({"unknown": why.to_string(), "fix": why.fix()})
}

/// How many messages wait in each queue of dead letters that has any.
async fn dead_letters(config: &SdkConfig, stack: &str) -> Read<BTreeMap<String, u64>> {
    let client = Sqs::new(config);
    let start = format!("{stack}-");
    let urls = client.list_queues().queue_name_prefix(&start).max_results(1_000).send();
    let urls = read("sqs:ListQueues", urls).await?.queue_urls.unwrap_or_default();
    let name = |url: &str| url.rsplit('/').next()?.strip_prefix(&start)?.strip_suffix("-dead").map(str::to_owned);
    let waiting = urls.iter().filter_map(|url| Some((name(url)?, url))).map(async |(name, url)| {
        let attribute = QueueAttributeName::ApproximateNumberOfMessages;
        let call = client.get_queue_attributes().queue_url(url).attribute_names(attribute.clone()).send();
        let found = read("sqs:GetQueueAttributes", call).await?.attributes.unwrap_or_default();
        let count = found.get(&attribute).and_then(|count| count.parse().ok()).unwrap_or_default();
        Ok::<_, Unread>((name, count))
    });
    Ok(try_join_all(waiting).await?.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// The account's costs by day and service, from the first of yesterday's month to yesterday.
async fn costs(config: &SdkConfig, today: Date) -> Read<Vec<ResultByTime>> {
    let start = today.saturating_sub(1.day()).first_of_month();
    // The end is not part of the time.
    let time = DateInterval::builder().start(start.to_string()).end(today.to_string()).build().ok();
    let by = GroupDefinition::builder().r#type(GroupDefinitionType::Dimension).key("SERVICE").build();
    let call = CostExplorer::new(config).get_cost_and_usage().set_time_period(time).granularity(Granularity::Daily);
    let call = call.metrics(COST).group_by(by);
    let (mut days, mut next) = (Vec::new(), None);
    for _ in 0..PAGES_MAX {
        let page = read("ce:GetCostAndUsage", call.clone().set_next_page_token(next).send()).await?;
        days.extend(page.results_by_time.unwrap_or_default());
        next = page.next_page_token;
        if next.is_none() {
            break;
        }
    }
    Ok(days)
}

/// Each service with yesterday's costs and the month's, the dearest first.
fn summed(days: &[ResultByTime], today: Date) -> Value {
    let yesterday = today.saturating_sub(1.day());
    let mut services = BTreeMap::<&str, [f64; 2]>::new();
    for day in days {
        let is_yesterday = day.time_period().is_some_and(|time| time.start() == yesterday.to_string());
        for group in day.groups() {
            let Some(cost) = cost(group) else { continue };
            let [last, all] = services.entry(group.keys().first().map_or("", String::as_str)).or_default();
            *all += cost;
            *last += if is_yesterday { cost } else { 0.0 };
        }
    }
    let mut services: Vec<_> = services.into_iter().filter(|(_, [_, all])| all.abs() >= SHOWN).collect();
    services.sort_by(|(_, [_, one]), (_, [_, other])| other.total_cmp(one));
    // Rust's sum of nothing is -0.0.
    let sum = |column: usize| services.iter().map(|(_, costs)| costs[column]).fold(0.0, |sum, cost| sum + cost);
    let row = |(service, [last, all]): &(&str, [f64; 2])| json!({"service": service, "yesterday": last, "month": all});
    json!({
        "date": yesterday.to_string(),
        "yesterday": sum(0),
        "month": sum(1),
        "services": services.iter().map(row).collect::<Vec<_>>(),
    })
}

fn cost(group: &Group) -> Option<f64> {
    group.metrics()?.get(COST)?.amount()?.parse().ok()
}

fn text(answer: &Value) -> String {
    let (service, last) = (&answer["service"], &answer["last_email"]);
    let mut lines = vec![line("Last request left", last_email(last))];
    lines.push(line("Late messages", late(service)));
    let late_shops = rows(&service["late_shops"], "worst");
    lines.extend(late_shops.flat_map(|shop| [line("Late shop", late_shop(shop))].into_iter().chain(throttled(shop))));
    lines.extend(rows(service, "refused_by_provider").map(|refused| {
        let (channel, since) = (field(refused, "channel"), field(refused, "since"));
        line("Refused", format!("each {channel} by its provider, since {since}"))
    }));
    if let Some(since) = service["reports_missing_since"].as_str() {
        lines.push(line("Reports of SES", format!("missing since {since}")));
    }
    lines.push(line("All sending", all_sending(&service["paused"])));
    let stopped: Vec<_> = rows(answer, "stopped").map(stopped_shop).collect();
    lines.extend(stopped.iter().take(NAMED).map(|shop| line("Stopped shop", shop.clone())));
    if stopped.len() > NAMED {
        lines.push(line("", format!("and {} more: --json has all", stopped.len() - NAMED)));
    }
    lines.push(line("Dead letters", dead(&answer["dead_letters"])));
    lines.push(String::new());
    lines.push(bill(&answer["costs"], SCREEN.saturating_sub(lines.len() + 3)));
    lines.join("\n")
}

fn line(name: &str, value: String) -> String {
    format!("{name:VALUES$}{value}")
}

fn last_email(last: &Value) -> String {
    match last["at"].as_str() {
        Some(at) => format!("{at}, of {}", field(last, "tenant")),
        None => "never, as far as each shop's newest 20 messages tell".to_owned(),
    }
}

fn late(service: &Value) -> String {
    let shops = &service["late_shops"];
    let least = if shops["all_read"] == false { "at least " } else { "" };
    let all_named = shops["count"] == rows(shops, "worst").count();
    let others = if all_named { String::new() } else { format!(", of {} shops; the worst:", field(shops, "count")) };
    format!("{least}{}{others}", field(service, "late_messages"))
}

fn late_shop(shop: &Value) -> String {
    let earlier = if shop["may_be_earlier"] == true { " or earlier" } else { "" };
    format!("{}: {}, since {}{earlier}", shop_name(shop), field(shop, "messages"), field(shop, "since"))
}

fn throttled(shop: &Value) -> Option<String> {
    let channels: Vec<_> = rows(shop, "throttled").filter_map(Value::as_str).collect();
    (!channels.is_empty()).then(|| line("", format!("its provider throttles {}", channels.join(" and "))))
}

fn all_sending(paused: &Value) -> String {
    match paused["since"].as_str() {
        Some(since) => format!("paused since {since}{}", until(&paused["until"])),
        None => "goes on".to_owned(),
    }
}

fn until(end: &Value) -> String {
    end.as_str().map_or_else(String::new, |end| format!(", until {end}"))
}

fn stopped_shop(shop: &Value) -> String {
    let paused = shop["paused_by"].as_str().map(|by| format!("paused by the {by}{}", until(&shop["paused_until"])));
    let suspended = shop["suspended_since"].as_str().map(|since| format!("suspended since {since}"));
    let why: Vec<_> = paused.into_iter().chain(suspended).collect();
    format!("{}: {}", field(shop, "tenant"), why.join("; "))
}

fn dead(letters: &Value) -> String {
    if let Some(why) = letters["unknown"].as_str() {
        return unknown(why, letters);
    }
    let queues = letters.as_object().into_iter().flatten().map(|(queue, count)| format!("{queue} {count}"));
    let queues: Vec<_> = queues.collect();
    if queues.is_empty() { "none".to_owned() } else { queues.join(", ") }
}

/// The costs, of as many services as there is room for.
fn bill(costs: &Value, room: usize) -> String {
    if let Some(why) = costs["unknown"].as_str() {
        return line("Costs", unknown(why, costs));
    }
    let date = field(costs, "date");
    let usd = |of: &Value, name: &str| format!("{:>10.2}", of[name].as_f64().unwrap_or_default());
    let row = |of: &Value, name: String| [name, usd(of, "yesterday"), usd(of, "month")];
    let services: Vec<_> = rows(costs, "services").map(|of| row(of, field(of, "service"))).collect();
    let total = row(costs, "the whole account".to_owned());
    let headings = ["cost in USD", &format!("{date:>10}"), "its month"];
    let named = services.into_iter().take(room).map(|[name, last, all]| [name.chars().take(50).collect(), last, all]);
    table(headings, [total].into_iter().chain(named))
        + "\nYesterday's costs may still grow: AWS updates them at least once a day."
}

fn unknown(why: &str, of: &Value) -> String {
    format!("unknown: {why}{}", of["fix"].as_str().map_or_else(String::new, |fix| format!("\n{:VALUES$}{fix}", "")))
}
