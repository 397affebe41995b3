use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use domain::order::{OrderStatus, ProductId};
use domain::values::ShopSystem;

fn day(days: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap() + SignedDuration::from_hours(24 * days)
}

fn said<T>(days: i64, value: T) -> Latest<T> {
    Some(Stamped { at: day(days), value })
}

fn line(id: &str, product: Option<&str>) -> StateLine {
    StateLine {
        id: id.to_owned(),
        product: product.map(str::to_owned),
        title: format!("Thing {id}"),
        quantity: 2,
        current: None,
        catalog_title: None,
        is_part: false,
        unit_price: 4_900,
        image_url: None,
        is_gift_card: false,
        needs_no_shipping: false,
        sku: None,
        gtin: None,
    }
}

/// An order with two lines, as the system reports it on a day.
fn order(on: i64, status: SystemStatus) -> OrderState {
    OrderState {
        number: said(on, "#1001".to_owned()),
        status: said(on, status),
        email: said(on, "jane@example.com".to_owned()),
        country: said(on, "DE".to_owned()),
        currency: said(on, "EUR".to_owned()),
        lines: said(on, vec![line("1", Some("shopify-1")), line("2", Some("shopify-2"))]),
        ..OrderState::default()
    }
}

fn shipment(id: &str, on: i64, lines: &[&str]) -> OrderState {
    shipment_as(id, on, on, lines, true)
}

fn shipment_as(id: &str, created: i64, on: i64, lines: &[&str], is_live: bool) -> OrderState {
    let lines = lines.iter().map(|line| ((*line).to_owned(), 2)).collect();
    let shipment = ShipmentState {
        created_at: Some(day(created)),
        status: said(on, if is_live { ShipmentStatus::Left } else { ShipmentStatus::TakenBack }),
        lines: said(on, lines),
        ..ShipmentState::default()
    };
    OrderState { shipments: BTreeMap::from([(id.to_owned(), shipment)]), ..OrderState::default() }
}

fn delivered(id: &str, on: i64) -> OrderState {
    let shipment = ShipmentState { delivered_at: Some(day(on)), ..ShipmentState::default() };
    OrderState { shipments: BTreeMap::from([(id.to_owned(), shipment)]), ..OrderState::default() }
}

fn refund(id: &str, lines: &[(&str, u32)]) -> OrderState {
    let lines = lines.iter().map(|(line, count)| ((*line).to_owned(), *count)).collect();
    OrderState { refunds: BTreeMap::from([(id.to_owned(), lines)]), ..OrderState::default() }
}

fn all(events: impl IntoIterator<Item = OrderState>) -> OrderState {
    let mut state = OrderState::default();
    events.into_iter().for_each(|event| state.merge(event));
    state
}

fn rules() -> AskRules {
    AskRules::new(day(0))
}

/// The day on which the request is due, with its products.
fn ask(state: &OrderState, rules: &AskRules, now: i64) -> Result<(i64, Vec<String>), NoAsk> {
    let Ask { due_at, products, .. } = state.plan(ShopSystem::Shopify, rules, day(now))?;
    let products = products.into_vec().iter().map(|id| id.as_str().to_owned()).collect();
    Ok((due_at.duration_since(day(0)).as_hours() / 24, products))
}

fn products(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn the_request_follows_the_last_delivery() {
    let both = products(&["shopify-1", "shopify-2"]);
    let mut state = all([order(1, SystemStatus::Placed)]);
    assert_eq!(ask(&state, &rules(), 1), Err(NoAsk::NotShipped));
    state.merge(shipment("a", 2, &["1"]));
    assert_eq!(ask(&state, &rules(), 2), Ok((32, products(&["shopify-1"]))), "the rest may never come");
    state.merge(delivered("a", 4));
    assert_eq!(ask(&state, &rules(), 4), Ok((32, products(&["shopify-1"]))));
    state.merge(shipment("b", 6, &["2"]));
    assert_eq!(ask(&state, &rules(), 6), Ok((32, products(&["shopify-1"]))), "only one is known to have arrived");
    state.merge(delivered("b", 9));
    assert_eq!(ask(&state, &rules(), 9), Ok((16, both.clone())));
    let fulfilled = AskRules { after: AskAfter::Fulfilled, ..rules() };
    assert_eq!(ask(&state, &fulfilled, 9), Ok((13, both)));
}

#[test]
fn a_delivery_that_is_never_reported_is_asked_about_in_the_end() {
    let state = all([order(1, SystemStatus::Fulfilled), shipment("a", 2, &["1", "2"])]);
    assert_eq!(ask(&state, &rules(), 2), Ok((32, products(&["shopify-1", "shopify-2"]))));
    assert!(ask(&state, &rules(), 34).is_ok());
    assert_eq!(ask(&state, &rules(), 35), Err(NoAsk::TooLate));
}

#[test]
fn the_shipment_says_whether_an_order_is_history_and_not_the_purchase() {
    for (shipped, due) in [(-1, Err(NoAsk::BeforeSince)), (1, Ok(10))] {
        let state = all([order(-9, SystemStatus::Fulfilled), shipment("a", shipped, &["1", "2"]), delivered("a", 3)]);
        assert_eq!(ask(&state, &rules(), 3).map(|(due, _)| due), due);
    }
}

#[test]
fn refunds_stop_what_they_name() {
    let shipped = || all([order(1, SystemStatus::Fulfilled), shipment("a", 2, &["1", "2"]), delivered("a", 3)]);
    let mut partly = shipped();
    partly.merge(refund("r1", &[("1", 1)]));
    assert_eq!(ask(&partly, &rules(), 3).unwrap().1.len(), 2, "one of two is left");
    partly.merge(refund("r1", &[("1", 1)]));
    assert_eq!(ask(&partly, &rules(), 3).unwrap().1.len(), 2, "the same refund again");
    partly.merge(refund("r2", &[("1", 1)]));
    assert_eq!(ask(&partly, &rules(), 3).unwrap().1, ["shopify-2"]);
    partly.merge(refund("r3", &[("2", 2)]));
    assert_eq!(ask(&partly, &rules(), 3), Err(NoAsk::Refunded));
    let mut amount = shipped();
    amount.merge(refund("r1", &[]));
    assert!(ask(&amount, &rules(), 3).is_ok(), "an amount names no line");
    for (status, reason) in [(SystemStatus::Cancelled, NoAsk::Cancelled), (SystemStatus::Refunded, NoAsk::Refunded)] {
        let mut whole = shipped();
        whole.merge(order(4, status));
        assert_eq!(ask(&whole, &rules(), 4), Err(reason));
        whole.merge(order(3, SystemStatus::Fulfilled));
        assert_eq!(ask(&whole, &rules(), 4), Err(reason), "older news");
    }
}

#[test]
fn two_statuses_of_one_second_have_an_order() {
    for status in [SystemStatus::Refunded, SystemStatus::Cancelled] {
        let one = all([order(1, SystemStatus::Fulfilled), order(1, status)]);
        assert_eq!(one, all([order(1, status), order(1, SystemStatus::Fulfilled)]));
        assert_eq!(one.status, said(1, status));
    }
}

#[test]
fn an_order_without_a_country_is_in_none_that_is_asked() {
    let germany = AskRules { countries: vec![domain::values::Country::parse("DE").unwrap()], ..rules() };
    for (country, is_asked) in [(said(1, "DE".to_owned()), true), (None, false)] {
        let order = OrderState { country, ..order(1, SystemStatus::Fulfilled) };
        assert_eq!(ask(&all([order, shipment("a", 2, &["1", "2"])]), &germany, 2).is_ok(), is_asked);
    }
}

#[test]
fn an_order_without_shipments_is_delivered_when_it_is_completed() {
    let completed = |on: i64, at: Option<i64>| OrderState {
        completed_at: said(on, at.map(day)),
        ..order(on, SystemStatus::Fulfilled)
    };
    let due = |state: &OrderState, now| state.plan(ShopSystem::WooCommerce, &rules(), day(now)).map(|ask| ask.due_at);
    let mut state = completed(1, Some(1));
    assert_eq!(due(&state, 1), Ok(day(8)));
    state.merge(completed(2, None));
    assert_eq!(due(&state, 2), Err(NoAsk::NotShipped), "set back");
    state.merge(completed(5, Some(5)));
    assert_eq!(due(&state, 5), Ok(day(12)));
    state.merge(OrderState { is_deleted: said(6, true), ..OrderState::default() });
    state.merge(completed(5, Some(5)));
    assert_eq!(due(&state, 6), Err(NoAsk::Deleted));
    state.merge(OrderState { is_deleted: said(7, false), ..OrderState::default() });
    assert_eq!(due(&state, 7), Ok(day(12)));
}

#[test]
fn an_order_can_be_planned_as_if_it_arrived_today() {
    let due = |state: OrderState, now| ask(&state.delivered(day(now)), &rules(), now);
    let both = || products(&["shopify-1", "shopify-2"]);
    let placed = || order(1, SystemStatus::Placed);
    assert_eq!(due(placed(), 1), Ok((8, both())), "dispatched now");
    let shipped = || all([placed(), shipment("a", 2, &["1", "2"])]);
    assert_eq!(due(shipped(), 3), Ok((10, both())));
    assert_eq!(due(all([shipped(), delivered("a", 3)]), 6), Ok((10, both())), "it has arrived");
    let partly = all([placed(), shipment("a", 2, &["1"])]);
    assert_eq!(due(partly, 3), Ok((32, products(&["shopify-1"]))), "the rest is not dispatched");
    assert_eq!(due(order(1, SystemStatus::Cancelled), 1), Err(NoAsk::Cancelled));
    let woo = placed().delivered(day(1)).plan(ShopSystem::WooCommerce, &rules(), day(1)).unwrap();
    assert_eq!(woo.due_at, day(8));
}

#[test]
fn the_order_has_what_was_refunded_and_how_far_it_is() {
    let state = all([
        order(1, SystemStatus::Fulfilled),
        shipment("a", 2, &["1", "2"]),
        delivered("a", 3),
        refund("r", &[("1", 2)]),
    ]);
    let reference = domain::order::OrderId::parse("#1001").unwrap().unwrap();
    let order = state.order(reference).unwrap();
    assert_eq!(order.status, OrderStatus::Delivered);
    assert_eq!(order.products().into_vec(), [ProductId::parse("shopify-2").unwrap()]);
    assert_eq!(order.buyer.unwrap().email.as_typed(), "jane@example.com");
}

/// Everything that a system may report about an order with two shipments.
fn life() -> Vec<OrderState> {
    vec![
        order(1, SystemStatus::Placed),
        shipment("a", 2, &["1"]),
        shipment_as("a", 2, 3, &["1"], false),
        shipment("b", 5, &["1", "2"]),
        delivered("b", 8),
        order(6, SystemStatus::Fulfilled),
        refund("r", &[("1", 1)]),
        OrderState { email: said(7, "jane.corrected@example.com".to_owned()), ..OrderState::default() },
        OrderState { is_deleted: said(9, false), ..OrderState::default() },
    ]
}

#[test]
fn of_two_states_of_one_second_the_one_that_asks_less_counts() {
    let fewer = StateLine { current: Some(1), ..line("1", Some("shopify-1")) };
    let tags = |tag: &str| said(3, BTreeSet::from([tag.to_owned()]));
    let more = OrderState {
        agrees: said(3, true),
        tags: tags("b"),
        lines: said(3, vec![line("1", Some("shopify-1"))]),
        ..OrderState::default()
    };
    let less = OrderState {
        agrees: said(3, false),
        tags: tags("a"),
        lines: said(3, vec![fewer.clone()]),
        ..OrderState::default()
    };
    for states in [[more.clone(), less.clone()], [less, more]] {
        let state = all(states);
        assert_eq!((state.agrees, state.lines), (said(3, false), said(3, vec![fewer.clone()])));
        assert_eq!(state.tags, said(3, BTreeSet::from(["a".to_owned(), "b".to_owned()])), "both may exclude the order");
    }
}

proptest! {
    #[test]
    fn all_orders_of_a_lifes_events_end_in_one_state(
        order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
        again in proptest::collection::vec(0..9_usize, 0..6),
    ) {
        let (expected, events) = (all(life()), life());
        let state = all(order.iter().chain(&again).map(|place| events[*place].clone()));
        prop_assert_eq!(&state, &expected);
        let due = ask(&state, &rules(), 9);
        prop_assert_eq!(due, Ok((15, products(&["shopify-1", "shopify-2"]))));
        prop_assert_eq!(state.email, said(7, "jane.corrected@example.com".to_owned()));
    }

    #[test]
    fn parts_may_be_merged_before_they_are_merged_with_the_rest(cut in 0..10_usize) {
        let events = life();
        let (mut one, other) = (all(events[..cut.min(9)].iter().cloned()), all(events[cut.min(9)..].iter().cloned()));
        one.merge(other);
        prop_assert_eq!(one, all(life()));
    }
}
