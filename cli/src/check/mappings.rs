//! The event source mappings of two functions: `send-request`, which sends emails, and `mail-events`, which reads the
//! reports about them.

use aws_sdk_lambda::Client;
use aws_sdk_lambda::types::EventSourceMappingConfiguration;
use aws_types::SdkConfig;
use futures_util::future::join_all;

use super::account::{Place, repair};
use super::finding::{Check, Finding};
use super::read::{Read, read};

const POLLED: [(&str, &str); 2] = [("send-request", "send"), ("mail-events", "mail-events")];

pub struct Polled {
    function: String,
    queue: String,
    mappings: Read<Vec<EventSourceMappingConfiguration>>,
}

pub async fn read_all(config: &SdkConfig, place: &Place) -> Vec<Polled> {
    let client = Client::new(config);
    let all = POLLED.map(|(function, queue)| {
        let (client, function, queue) = (client.clone(), place.name(function), place.arn("sqs", &place.name(queue)));
        async move {
            // The queue is the filter, because a mapping belongs to the function's alias and not to its name.
            let call = client.list_event_source_mappings().event_source_arn(&queue).send();
            let mappings = read("lambda:ListEventSourceMappings", call).await;
            let mappings = mappings.map(|mappings| mappings.event_source_mappings.unwrap_or_default());
            Polled { function, queue, mappings }
        }
    });
    join_all(all).await
}

/// Whether a function reads each queue.
pub fn finding(all: &[Polled], stack: &str) -> Finding {
    let (mut faults, mut unread) = (Vec::new(), None);
    let mut fix = repair(stack);
    for Polled { function, queue, mappings } in all {
        let mappings = match mappings {
            Err(error) => {
                unread = unread.or(Some(error));
                continue;
            }
            Ok(mappings) => mappings,
        };
        let Some(own) = mappings.iter().find(|one| one.event_source_arn() == Some(queue)) else {
            faults.push(format!("{function} does not read {queue}"));
            continue;
        };
        let state = own.state().unwrap_or("without a state");
        if !matches!(state, "Enabled" | "Enabling" | "Creating" | "Updating") {
            faults.push(format!("{function} does not read its queue: the mapping is {state}"));
            fix = format!("aws lambda update-event-source-mapping --enabled --uuid {}", own.uuid().unwrap_or("…"));
        }
    }
    Finding::of_all(Check::Mappings, &faults, unread, "emails are sent, and reports are read", fix)
}
