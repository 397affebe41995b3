//! What the shop tells of an order: who bought what, and what became of it.

use jiff::Timestamp;

use crate::{
    Currency, EmailAddress, Invalid, Item, OrderId, OrderLine, PersonName, ProductId, ProductIds, StopReason, Subject,
};

/// An order as the shop last told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The shop's reference of it.
    pub id: OrderId,
    /// What became of it.
    pub status: OrderStatus,
    /// Who placed it, if the shop told.
    pub buyer: Option<Buyer>,
    /// What its prices are in.
    pub currency: Currency,
    /// What was bought, in the shop's order.
    pub lines: Vec<OrderLine>,
    /// When it was placed, if the shop told.
    pub placed_at: Option<Timestamp>,
}

/// Who placed an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// Their address.
    pub email: EmailAddress,
    /// Their name.
    pub name: Option<PersonName>,
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the contract's own words (§3)")]
pub enum OrderStatus {
    Placed,
    Fulfilled,
    Delivered,
    Cancelled,
    Refunded,
}

impl OrderStatus {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Placed, Self::Fulfilled, Self::Delivered, Self::Cancelled, Self::Refunded];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Fulfilled => "fulfilled",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
        }
    }

    /// The status with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

impl Order {
    /// The most lines of one order.
    pub const LINES_MAX: usize = 250;
    /// The rule, in one sentence.
    pub const LINES_RULE: Invalid =
        Invalid("`lines` is a list of at most 250 objects, one for each thing bought; empty if there is none.");

    /// The products that it leaves with the customer: each once, in the order of the lines, and no
    /// more than a request may have.
    #[must_use]
    pub fn products(&self) -> ProductIds {
        let kept = self.lines.iter().filter(|line| !line.is_refunded());
        ProductIds::first(kept.filter_map(|line| line.item.clone()))
    }

    /// The items with the highest unit price, ties by their place in the order; each once, and
    /// none of which everything was refunded (the Wix document).
    #[must_use]
    pub fn dearest(&self, most: usize) -> ProductIds {
        let mut kept: Vec<_> = self.lines.iter().filter(|line| !line.is_refunded() && line.item.is_some()).collect();
        kept.sort_by_key(|line| std::cmp::Reverse(line.unit_price));
        let mut items: Vec<ProductId> = Vec::with_capacity(most);
        for item in kept.into_iter().filter_map(|line| line.item.as_ref()) {
            if items.len() < most && !items.contains(item) {
                items.push(item.clone());
            }
        }
        ProductIds::first(items.into_iter())
    }

    /// Whether one of its lines sells this.
    #[must_use]
    pub fn sells(&self, item: &ProductId) -> bool {
        self.lines.iter().any(|line| line.item.as_ref() == Some(item))
    }

    /// Why nobody is asked about these items of it any more: it was cancelled or refunded, or of
    /// each item everything was.
    #[must_use]
    pub fn stop(&self, items: &[Item]) -> Option<StopReason> {
        match self.status {
            OrderStatus::Cancelled => Some(StopReason::OrderCancelled),
            OrderStatus::Refunded => Some(StopReason::OrderRefunded),
            OrderStatus::Placed | OrderStatus::Fulfilled | OrderStatus::Delivered => {
                let refunded = items.iter().all(|item| self.is_refunded(&item.subject));
                refunded.then_some(StopReason::OrderRefunded)
            }
        }
    }

    /// Whether nothing of a subject is left with the customer. What the order never had was not
    /// refunded.
    fn is_refunded(&self, subject: &Subject) -> bool {
        let of = |line: &&OrderLine| match subject {
            Subject::Product(id) => line.item.as_ref() == Some(id),
            Subject::Shop => true,
        };
        let mut lines = self.lines.iter().filter(of).peekable();
        lines.peek().is_some() && lines.all(OrderLine::is_refunded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Amount, Quantity, Title};

    /// An order of these items, with how many of two each were refunded.
    fn order(status: OrderStatus, lines: &[(&str, u32)]) -> Order {
        let line = |&(item, refunded): &(&str, u32)| OrderLine {
            item: ProductId::in_catalog(item).ok(),
            title: Title::parse("A thing").unwrap(),
            image_url: None,
            url: None,
            unit_price: Amount::stored(100),
            quantity: Quantity::stored(2, refunded),
        };
        Order {
            id: OrderId::parse("A").unwrap().unwrap(),
            status,
            buyer: None,
            currency: Currency::parse("EUR").unwrap(),
            lines: lines.iter().map(line).collect(),
            placed_at: None,
        }
    }

    fn items(products: &[&str]) -> Vec<Item> {
        let product = |id: &&str| Subject::Product(ProductId::parse(id).unwrap());
        products.iter().map(|id| Item { subject: product(id), reviewed_at: None }).collect()
    }

    #[test]
    fn its_products_are_what_the_customer_kept() {
        let lines = [("a-1", 0), ("a-2", 2), ("6f4770fc-b8ee", 0), ("", 0), ("a-3", 1), ("a-1", 2)];
        let products = order(OrderStatus::Placed, &lines).products().into_vec();
        assert_eq!(products.iter().map(ProductId::as_str).collect::<Vec<_>>(), ["a-1", "6f4770fc-b8ee", "a-3"]);
        let many: Vec<_> = (0..60).map(|n| format!("a-{n}")).collect();
        let many: Vec<_> = many.iter().map(|id| (id.as_str(), 0)).collect();
        assert_eq!(order(OrderStatus::Placed, &many).products().into_vec().len(), ProductIds::MAX);
    }

    #[test]
    fn the_dearest_are_by_unit_price_and_ties_by_place() {
        let priced = |lines: &[(&str, u64, u32)]| {
            let bare: Vec<_> = lines.iter().map(|&(item, _, refunded)| (item, refunded)).collect();
            let mut order = order(OrderStatus::Placed, &bare);
            for (line, &(_, price, _)) in order.lines.iter_mut().zip(lines) {
                line.unit_price = Amount::stored(price);
            }
            let dearest = order.dearest(5).into_vec();
            dearest.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
        };
        let lines =
            [("a", 1, 0), ("b", 9, 0), ("c", 5, 0), ("d", 9, 0), ("b", 20, 2), ("e", 5, 0), ("f", 5, 0), ("", 90, 0)];
        assert_eq!(priced(&lines), ["b", "d", "c", "e", "f"]);
        assert_eq!(priced(&[("a", 1, 0), ("b", 2, 2), ("a", 3, 0)]), ["a"]);
        assert!(priced(&[("", 1, 0), ("b", 2, 2)]).is_empty());
    }

    #[test]
    fn a_cancelled_or_refunded_order_stops_whatever_its_lines_say() {
        for (status, stop) in [
            (OrderStatus::Placed, None),
            (OrderStatus::Fulfilled, None),
            (OrderStatus::Delivered, None),
            (OrderStatus::Cancelled, Some(StopReason::OrderCancelled)),
            (OrderStatus::Refunded, Some(StopReason::OrderRefunded)),
        ] {
            assert_eq!(order(status, &[("a-1", 0)]).stop(&items(&["a-1"])), stop, "{}", status.as_str());
        }
    }

    #[test]
    fn refunded_lines_stop_once_nothing_asked_about_is_left() {
        let shop = [Item { subject: Subject::Shop, reviewed_at: None }];
        let partly = order(OrderStatus::Delivered, &[("a-1", 2), ("a-2", 1)]);
        assert_eq!(partly.stop(&items(&["a-1"])), Some(StopReason::OrderRefunded));
        assert_eq!(partly.stop(&items(&["a-1", "a-2"])), None);
        assert_eq!(partly.stop(&items(&["a-1", "a-9"])), None, "the order never had it");
        assert_eq!(partly.stop(&shop), None);
        assert_eq!(order(OrderStatus::Delivered, &[]).stop(&shop), None);
        let wholly = order(OrderStatus::Delivered, &[("a-1", 2), ("a-2", 2)]);
        assert_eq!(wholly.stop(&shop), Some(StopReason::OrderRefunded));
        let again = order(OrderStatus::Delivered, &[("a-1", 2), ("a-1", 0)]);
        assert_eq!(again.stop(&items(&["a-1"])), None, "one line of it was kept");
    }
}
