//! The alarms' topic: it needs a confirmed subscription.

use aws_sdk_sns::Client;
use aws_sdk_sns::types::Subscription;
use aws_types::SdkConfig;

use super::account::Place;
use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The ARN of a subscription that is not confirmed.
const PENDING: &str = "PendingConfirmation";

pub async fn read_all(config: &SdkConfig, place: &Place) -> Read<Vec<Subscription>> {
    let topic = place.arn("sns", &place.name("alarms"));
    let pages = Client::new(config).list_subscriptions_by_topic().topic_arn(topic).into_paginator();
    read("sns:ListSubscriptionsByTopic", pages.items().send().try_collect()).await
}

/// Whether an alarm reaches a person. `email` is the parameter `AlarmEmail`.
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
    let is_confirmed = |one: &&Subscription| one.subscription_arn().is_some_and(|arn| arn.starts_with("arn:"));
    let subscribe = |address: &str| {
        format!(
            "aws sns subscribe --topic-arn {topic} --protocol email --notification-endpoint {address}, and open its link"
        )
    };
    // `AlarmEmail` has to be among the confirmed addresses.
    if let Some(email) = email.filter(|email| !email.is_empty()) {
        let own: Vec<&Subscription> = subscriptions.iter().filter(|one| one.endpoint() == Some(email)).collect();
        if own.iter().any(is_pending) && !own.iter().any(is_confirmed) {
            let seen = format!("{email} has not confirmed: no alarm reaches it");
            return Finding::fail(
                check,
                seen,
                format!("Open the link in the email of AWS Notifications; or {}", subscribe(email)),
            );
        }
        if !own.iter().any(is_confirmed) {
            return Finding::fail(
                check,
                format!("{email} is not subscribed any more: no alarm reaches it"),
                subscribe(email),
            );
        }
    }
    let confirmed: Vec<&str> = subscriptions.iter().filter(is_confirmed).filter_map(Subscription::endpoint).collect();
    if confirmed.is_empty() {
        let seen = match subscriptions.iter().filter(is_pending).count() {
            0 => "nobody is subscribed: no alarm reaches anybody".to_owned(),
            pending => format!("nobody has confirmed ({pending} asked): no alarm reaches anybody"),
        };
        return Finding::fail(check, seen, subscribe("you@example.com"));
    }
    Finding::pass(check, format!("they reach {}", confirmed.join(", ")))
}

fn is_pending(one: &&Subscription) -> bool {
    one.subscription_arn() == Some(PENDING)
}
