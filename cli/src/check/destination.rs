//! The first hops of a report about an email: the stack's configuration set, and its event destination.

use aws_sdk_sesv2::operation::get_configuration_set::GetConfigurationSetOutput;
use aws_sdk_sesv2::operation::get_configuration_set_event_destinations::GetConfigurationSetEventDestinationsOutput;
use aws_sdk_sesv2::types::EventType;

use super::account::repair;
use super::finding::{Check, Finding};
use super::read::Read;

/// The events that the template asks for.
const EVENTS: [EventType; 6] = [
    EventType::Send,
    EventType::Reject,
    EventType::Bounce,
    EventType::Complaint,
    EventType::Delivery,
    EventType::DeliveryDelay,
];

/// The configuration set.
pub fn set(set: &Read<GetConfigurationSetOutput>, name: &str) -> Finding {
    let check = Check::ConfigurationSet;
    let set = match set {
        Err(unread) if unread.is("NotFoundException") => {
            return Finding::fail(
                check,
                format!("there is no configuration set {name}: nothing can be sent"),
                repair(name),
            );
        }
        Err(unread) => return Finding::unknown(check, unread),
        Ok(set) => set,
    };
    if set.sending_options().is_some_and(|options| !options.sending_enabled()) {
        let fix = format!(
            "aws sesv2 put-configuration-set-sending-options --configuration-set-name {name} --sending-enabled"
        );
        return Finding::fail(check, format!("sending is off for the configuration set {name}"), fix);
    }
    Finding::pass(check, format!("{name} sends"))
}

/// The event destination of the configuration set.
pub fn destination(destinations: &Read<GetConfigurationSetEventDestinationsOutput>, name: &str) -> Finding {
    let check = Check::EventDestination;
    let destinations = match destinations {
        Err(unread) if unread.is("NotFoundException") => {
            return Finding::skip(check, "the configuration set comes first");
        }
        Err(unread) => return Finding::unknown(check, unread),
        Ok(destinations) => destinations.event_destinations(),
    };
    let Some(bus) = destinations.iter().find(|one| one.event_bridge_destination().is_some()) else {
        return Finding::fail(
            check,
            format!("{name} has no event destination with EventBridge: no report comes"),
            repair(name),
        );
    };
    let own = bus.name();
    let missing: Vec<&str> =
        EVENTS.iter().filter(|event| !bus.matching_event_types().contains(event)).map(EventType::as_str).collect();
    let update = format!(
        "aws sesv2 update-configuration-set-event-destination --configuration-set-name {name} --event-destination-name {own}"
    );
    if !bus.enabled() {
        return Finding::fail(
            check,
            format!("{own} is disabled: no report comes"),
            format!("{update} with Enabled=true"),
        );
    }
    if !missing.is_empty() {
        let seen = format!("{own} does not report {}", missing.join(", "));
        return Finding::fail(check, seen, format!("{update} with all of MatchingEventTypes"));
    }
    Finding::pass(check, format!("{own} reports to EventBridge"))
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::{EventBridgeDestination, EventDestination, SendingOptions};

    use super::*;
    use crate::check::finding::Status;
    use crate::check::read::Unread;

    #[test]
    fn a_set_sends_is_off_or_is_missing() {
        let of = |on: Option<bool>| {
            let options = on.map(|on| SendingOptions::builder().sending_enabled(on).build());
            set(&Ok(GetConfigurationSetOutput::builder().set_sending_options(options).build()), "afterword").status
        };
        assert_eq!(of(None), Status::Pass);
        assert_eq!(of(Some(true)), Status::Pass);
        assert_eq!(of(Some(false)), Status::Fail);
        let action = "ses:GetConfigurationSet";
        assert_eq!(set(&Err(Unread::new(action, Some("NotFoundException"), "no")), "a").status, Status::Fail);
        assert_eq!(set(&Err(Unread::new(action, Some("AccessDeniedException"), "no")), "a").status, Status::Unknown);
    }

    #[test]
    fn a_destination_reports_everything() {
        let of = |on: bool, events: &[EventType], bus: bool| {
            let target = EventBridgeDestination::builder().event_bus_arn("arn").build().unwrap();
            let own = EventDestination::builder()
                .name("event-bus")
                .enabled(on)
                .set_matching_event_types(Some(events.to_vec()))
                .set_event_bridge_destination(bus.then_some(target))
                .build()
                .unwrap();
            let all = GetConfigurationSetEventDestinationsOutput::builder().event_destinations(own).build();
            destination(&Ok(all), "afterword")
        };
        assert_eq!(of(true, &EVENTS, true).status, Status::Pass);
        assert_eq!(of(false, &EVENTS, true).status, Status::Fail);
        assert_eq!(of(true, &EVENTS, false).status, Status::Fail);
        let some = of(true, &EVENTS[..4], true);
        assert_eq!(
            (some.status, some.seen.as_str()),
            (Status::Fail, "event-bus does not report DELIVERY, DELIVERY_DELAY")
        );
        let action = "ses:GetConfigurationSetEventDestinations";
        let of = |code| destination(&Err(Unread::new(action, Some(code), "no")), "afterword").status;
        assert_eq!(of("NotFoundException"), Status::Skip);
        assert_eq!(of("AccessDeniedException"), Status::Unknown);
    }
}
