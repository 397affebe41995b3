//! The alarms' topic: it needs a confirmed subscription.

use aws_sdk_sns::Client;
use aws_sdk_sns::types::Subscription;
use aws_types::SdkConfig;

use super::account::Place;
use super::finding::{Check, Finding};
use super::read::{Read, read};

pub async fn read_all(config: &SdkConfig, place: &Place) -> Read<Vec<Subscription>> {
    let topic = place.arn("sns", &place.name("alarms"));
    let pages = Client::new(config).list_subscriptions_by_topic().topic_arn(topic).into_paginator();
    read("sns:ListSubscriptionsByTopic", pages.items().send().try_collect()).await
}

/// Whether an alarm reaches a person: that of the parameter `AlarmEmail`, or without it anybody.
pub fn finding(subscriptions: &Read<Vec<Subscription>>, email: Option<&str>, place: &Place) -> Finding {
    let check = Check::Alarms;
    let topic = place.arn("sns", &place.name("alarms"));
    let subscriptions = match subscriptions {
        Err(unread) if unread.is("NotFound") || unread.is("NotFoundException") => {
            return Finding::fail(check, format!("there is no topic {topic}"), "Deploy again");
        }
        Err(unread) => return Finding::unknown(check, unread),
        Ok(subscriptions) => subscriptions,
    };
    // Before somebody confirms, the ARN is `PendingConfirmation`.
    let confirmed =
        subscriptions.iter().filter(|one| one.subscription_arn().is_some_and(|arn| arn.starts_with("arn:")));
    let confirmed: Vec<&str> = confirmed.filter_map(Subscription::endpoint).collect();
    let seen = match email {
        Some(email) if !confirmed.contains(&email) => format!("{email} has not confirmed: no alarm reaches it"),
        None if confirmed.is_empty() => {
            format!("nobody has confirmed ({} asked): no alarm reaches anybody", subscriptions.len())
        }
        _ => return Finding::pass(check, format!("they reach {}", confirmed.join(", "))),
    };
    let fix = format!(
        "Open the link in the email of AWS Notifications; after 48 hours, first aws sns subscribe --topic-arn {topic} \
         --protocol email --notification-endpoint {}",
        email.unwrap_or("you@example.com")
    );
    Finding::fail(check, seen, fix)
}
