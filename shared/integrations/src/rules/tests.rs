use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use domain::order::{
    Buyer, NoAsk, Order, OrderId, OrderLine, OrderPlace, OrderStatus, ProductId, Quantity, Shipment, ShipmentStatus,
};
use domain::values::{Amount, Country, Currency, EmailAddress, ShopSystem, Title};

const SHOPIFY: ShopSystem = ShopSystem::Shopify;
const WOO: ShopSystem = ShopSystem::WooCommerce;

fn day(days: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap() + SignedDuration::from_hours(24 * days)
}

fn line(id: &str, product: &str) -> OrderLine {
    OrderLine {
        id: id.to_owned(),
        item: ProductId::parse(product).ok(),
        title: Title::cut(&format!("Thing {id}"), ""),
        catalog_title: None,
        quantity: Quantity::stored(2, 0),
        unit_price: Amount::stored(4_900),
        image_url: None,
        url: None,
        is_gift_card: false,
        needs_no_shipping: false,
        is_part: false,
        sku: None,
        gtin: None,
    }
}

fn unknown(system: ShopSystem) -> Order {
    Order::unknown(OrderPlace { system, id: "4001".to_owned() })
}

/// An order with two lines, as its system reads it on a day.
fn order(on: i64, status: OrderStatus) -> Order {
    Order {
        id: OrderId::stored("#1001".to_owned()),
        as_of: Some(day(on)),
        reported: status,
        buyer: Some(Buyer { email: EmailAddress::parse("jane@example.com").unwrap(), name: None }),
        country: Country::parse("DE").ok(),
        currency: Currency::parse("EUR").unwrap(),
        placed_at: Some(day(0)),
        lines: vec![line("1", "shopify-1"), line("2", "shopify-2")],
        ..unknown(SHOPIFY)
    }
}

/// The order with so many items refunded of each line.
fn refunded(on: i64, status: OrderStatus, counts: [u32; 2]) -> Order {
    let mut order = order(on, status);
    order.lines.iter_mut().zip(counts).for_each(|(line, count)| line.quantity = Quantity::stored(2, count));
    order
}

fn deleted(on: i64) -> Order {
    Order { deleted_at: Some(day(on)), ..unknown(SHOPIFY) }
}

fn shipment(id: &str, on: i64, lines: &[&str]) -> Order {
    shipped(id, (on, on), lines, ShipmentStatus::Left, None)
}

fn shipped(id: &str, (left, on): (i64, i64), lines: &[&str], status: ShipmentStatus, arrived: Option<i64>) -> Order {
    let lines = lines.iter().map(|line| ((*line).to_owned(), 2)).collect();
    let shipment = Shipment { as_of: day(on), status, lines, left_at: Some(day(left)), arrived_at: arrived.map(day) };
    Order { shipments: BTreeMap::from([(id.to_owned(), shipment)]), ..unknown(SHOPIFY) }
}

/// The shipment that left on a day, seen to have arrived on another.
fn delivered(id: &str, (left, on): (i64, i64), lines: &[&str]) -> Order {
    shipped(id, (left, on), lines, ShipmentStatus::Left, Some(on))
}

fn of(system: ShopSystem, order: Order) -> Order {
    Order { place: unknown(system).place, ..order }
}

fn all_of(system: ShopSystem, events: impl IntoIterator<Item = Order>) -> Order {
    let mut merged = unknown(system);
    events.into_iter().for_each(|event| merged.merge(of(system, event)));
    merged
}

fn all(events: impl IntoIterator<Item = Order>) -> Order {
    all_of(SHOPIFY, events)
}

fn rules() -> AskRules {
    AskRules::new(day(0))
}

/// The day on which the request is due, with its products.
fn ask(order: &Order, rules: &AskRules, now: i64) -> Result<(i64, Vec<String>), NoAsk> {
    let Ask { due_at, products, .. } = rules.plan(order, day(now))?;
    let products = products.into_vec().iter().map(|id| id.as_str().to_owned()).collect();
    Ok((due_at.duration_since(day(0)).as_hours() / 24, products))
}

fn products(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn the_request_follows_the_last_delivery() {
    let both = products(&["shopify-1", "shopify-2"]);
    let mut state = all([order(1, OrderStatus::Placed)]);
    assert_eq!(ask(&state, &rules(), 1), Err(NoAsk::NotShipped));
    state.merge(shipment("a", 2, &["1"]));
    assert_eq!(ask(&state, &rules(), 2), Ok((32, products(&["shopify-1"]))), "the rest may never come");
    state.merge(delivered("a", (2, 4), &["1"]));
    assert_eq!(ask(&state, &rules(), 4), Ok((32, products(&["shopify-1"]))));
    state.merge(shipment("b", 6, &["2"]));
    assert_eq!(ask(&state, &rules(), 6), Ok((32, products(&["shopify-1"]))), "only one is known to have arrived");
    state.merge(delivered("b", (6, 9), &["2"]));
    assert_eq!(ask(&state, &rules(), 9), Ok((16, both.clone())));
    let fulfilled = AskRules { after: AskAfter::Fulfilled, ..rules() };
    assert_eq!(ask(&state, &fulfilled, 9), Ok((13, both)));
}

#[test]
fn a_delivery_that_is_never_reported_is_asked_about_in_the_end() {
    let state = all([order(1, OrderStatus::Fulfilled), shipment("a", 2, &["1", "2"])]);
    assert_eq!(ask(&state, &rules(), 2), Ok((32, products(&["shopify-1", "shopify-2"]))));
    assert!(ask(&state, &rules(), 34).is_ok());
    assert_eq!(ask(&state, &rules(), 35), Err(NoAsk::TooLate));
}

#[test]
fn the_shipment_says_whether_an_order_is_history_and_not_the_purchase() {
    for (shipped, due) in [(-1, Err(NoAsk::BeforeSince)), (1, Ok(10))] {
        let state = all([order(-9, OrderStatus::Fulfilled), delivered("a", (shipped, 3), &["1", "2"])]);
        assert_eq!(ask(&state, &rules(), 3).map(|(due, _)| due), due);
    }
}

#[test]
fn of_two_heads_of_one_second_the_one_that_asks_less_counts() {
    let without = || Order { agrees: Some(false), ..order(1, OrderStatus::Fulfilled) };
    for (more, less) in [
        (order(1, OrderStatus::Fulfilled), order(1, OrderStatus::Refunded)),
        (refunded(1, OrderStatus::Fulfilled, [0, 1]), order(1, OrderStatus::Cancelled)),
        (order(1, OrderStatus::Fulfilled), refunded(1, OrderStatus::Fulfilled, [1, 0])),
        (order(1, OrderStatus::Fulfilled), without()),
        // What asks alike counts if it names a buyer.
        (Order { buyer: None, ..order(1, OrderStatus::Fulfilled) }, order(1, OrderStatus::Fulfilled)),
    ] {
        assert_eq!(all([more.clone(), less.clone()]), less);
        assert_eq!(all([less.clone(), more]), less);
    }
}

#[test]
fn a_system_without_calls_about_shipments_says_all_in_each_call() {
    let completed =
        |on: i64, at: Option<i64>| of(WOO, Order { completed_at: at.map(day), ..order(on, OrderStatus::Fulfilled) });
    let due = |order: &Order, now| rules().plan(order, day(now)).map(|ask| ask.due_at);
    let mut state = completed(1, Some(1));
    assert_eq!(due(&state, 1), Ok(day(8)));
    state.merge(completed(2, None));
    assert_eq!(due(&state, 2), Err(NoAsk::NotShipped), "set back");
    state.merge(completed(5, Some(5)));
    assert_eq!(due(&state, 5), Ok(day(12)));
    state.merge(of(WOO, deleted(6)));
    state.merge(completed(5, Some(5)));
    assert_eq!(due(&state, 6), Err(NoAsk::Deleted));
    state.merge(completed(7, Some(5)));
    assert_eq!(due(&state, 7), Ok(day(12)), "restored");
    let with = |on, id| Order { shipments: shipment(id, on, &["1"]).shipments, ..order(on, OrderStatus::Placed) };
    let state = all_of(WOO, [with(1, "a"), with(2, "b"), with(1, "c")]);
    assert_eq!(state.shipments.keys().collect::<Vec<_>>(), ["b"], "those of the newest call");
    let plan = rules().plan(&state, day(2)).unwrap();
    assert_eq!(plan.due_at, day(32), "the other line may follow");
    let whole = Order { shipments: shipment("b", 3, &["1", "2"]).shipments, ..order(3, OrderStatus::Placed) };
    let again = Order { shipments: shipment("b", 5, &["1", "2"]).shipments, ..order(5, OrderStatus::Placed) };
    for states in [vec![whole.clone()], vec![whole.clone(), again.clone()], vec![again, whole]] {
        assert_eq!(due(&all_of(WOO, states), 5), Ok(day(10)), "it arrives when it first leaves");
    }
}

/// Everything that a system may report about an order with two shipments.
fn life() -> Vec<Order> {
    vec![
        order(1, OrderStatus::Placed),
        shipment("a", 2, &["1"]),
        shipped("a", (2, 3), &["1"], ShipmentStatus::TakenBack, None),
        shipment("b", 5, &["1", "2"]),
        delivered("b", (5, 8), &["1", "2"]),
        order(6, OrderStatus::Fulfilled),
        shipped("b", (5, 10), &["1", "2"], ShipmentStatus::Left, None),
        deleted(4),
        Order {
            buyer: Some(Buyer { email: EmailAddress::parse("jane.corrected@example.com").unwrap(), name: None }),
            ..order(7, OrderStatus::Fulfilled)
        },
    ]
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
        let buyer = state.buyer.unwrap();
        prop_assert_eq!(buyer.email.as_typed(), "jane.corrected@example.com");
    }

    #[test]
    fn parts_may_be_merged_before_they_are_merged_with_the_rest(cut in 0..10_usize) {
        let events = life();
        let (mut one, other) = (all(events[..cut.min(9)].iter().cloned()), all(events[cut.min(9)..].iter().cloned()));
        one.merge(other);
        prop_assert_eq!(one, all(life()));
    }
}
