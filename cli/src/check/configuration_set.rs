//! SES' configuration set and its event destination: the first step of a report about an email.

use aws_sdk_sesv2::operation::get_configuration_set::GetConfigurationSetOutput;
use aws_sdk_sesv2::operation::get_configuration_set_event_destinations::GetConfigurationSetEventDestinationsOutput;
use aws_sdk_sesv2::types::EventType;

use super::account::repair;
use super::finding::{Check, Finding};
use super::read::Read;

const EVENTS: [EventType; 6] = [
    EventType::Send,
    EventType::Reject,
    EventType::Bounce,
    EventType::Complaint,
    EventType::Delivery,
    EventType::DeliveryDelay,
];

/// Whether the set sends, and reports every event to EventBridge.
pub fn finding(
    set: &Read<GetConfigurationSetOutput>,
    destinations: &Read<GetConfigurationSetEventDestinationsOutput>,
    name: &str,
) -> Finding {
    let check = Check::ConfigurationSet;
    let (set, destinations) = match (set, destinations) {
        (Ok(set), Ok(destinations)) => (set, destinations.event_destinations()),
        (Err(unread), _) if unread.is("NotFoundException") => {
            let seen = format!("there is no configuration set {name}: nothing can be sent");
            return Finding::fail(check, seen, repair(name));
        }
        (Err(unread), _) | (_, Err(unread)) => return Finding::unknown(check, unread),
    };
    if set.sending_options().is_some_and(|options| !options.sending_enabled()) {
        let fix = format!(
            "aws sesv2 put-configuration-set-sending-options --configuration-set-name {name} --sending-enabled"
        );
        return Finding::fail(check, format!("sending is off for the configuration set {name}"), fix);
    }
    let mut buses = destinations.iter().filter(|one| one.event_bridge_destination().is_some() && one.enabled());
    let reported = buses.next().map_or(&[][..], |bus| bus.matching_event_types());
    let missing = EVENTS.iter().filter(|event| !reported.contains(event)).map(EventType::as_str);
    let missing: Vec<&str> = missing.collect();
    if !missing.is_empty() {
        return Finding::fail(
            check,
            format!("{name} does not report {} to EventBridge", missing.join(", ")),
            repair(name),
        );
    }
    Finding::pass(check, format!("{name} sends, and reports to EventBridge"))
}
