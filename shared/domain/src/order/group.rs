//! Products that are one: a main product and its members. Their reviews are one list for readers, and stay with the product that was
//! bought.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ProductId;
use crate::values::is_default;

/// The most products in a group, its main product included. A change writes each of them, and a transaction of DynamoDB has at most
/// 100 actions (<https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>).
const GROUP_MAX: usize = 90;

/// A product's place in a group; the default is a product without one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Grouped {
    /// The main product that the shop's system named.
    #[serde(default, skip_serializing_if = "is_default")]
    said: Option<ProductId>,
    /// What the merchant chose instead.
    #[serde(default, skip_serializing_if = "is_default")]
    chosen: Option<Chosen>,
    /// The main product of a member.
    #[serde(default, skip_serializing_if = "is_default")]
    main: Option<ProductId>,
    /// The members of a main product.
    #[serde(default, skip_serializing_if = "is_default")]
    members: BTreeSet<ProductId>,
    /// Grows by 1 with every change; 0 if nothing is stored.
    #[serde(default)]
    pub version: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    Of(ProductId),
    Alone,
}

/// Who names a product's main product. The merchant's choice wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    System(Option<ProductId>),
    /// `None` takes the choice back.
    Merchant(Option<Chosen>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupFault {
    /// The product named itself, or one of its own members.
    OfItself,
    /// The group would have more than [`GROUP_MAX`] products.
    Full,
}

impl Grouped {
    /// The main product of a member.
    pub fn main(&self) -> Option<&ProductId> {
        self.main.as_ref()
    }

    /// The members of a main product, without it.
    pub fn members(&self) -> &BTreeSet<ProductId> {
        &self.members
    }

    /// The main product that the shop's system names, if the merchant chose that the product is alone.
    pub fn overruled(&self) -> Option<&ProductId> {
        self.said.as_ref().filter(|_| self.chosen == Some(Chosen::Alone))
    }

    /// The place after somebody named a main product, before anybody moved; and which main product is named now.
    pub fn named(&self, naming: Naming) -> (Self, Option<ProductId>) {
        let mut named = self.clone();
        match naming {
            Naming::System(said) => named.said = said,
            Naming::Merchant(chosen) => named.chosen = chosen,
        }
        let main = match &named.chosen {
            Some(Chosen::Of(main)) => Some(main.clone()),
            Some(Chosen::Alone) => None,
            None => named.said.clone(),
        };
        (named, main)
    }
}

/// The places of all products that a change concerns: the product, its members, the main product that it leaves and the one that it
/// gets. A product that is not here has no group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Groups(BTreeMap<ProductId, Grouped>);

impl Groups {
    pub fn new(places: impl IntoIterator<Item = (ProductId, Grouped)>) -> Self {
        Self(places.into_iter().collect())
    }

    pub fn place(&self, id: &ProductId) -> Grouped {
        self.0.get(id).cloned().unwrap_or_default()
    }

    /// A product and all others of its group: the main product first, then its members.
    pub fn with(&self, id: &ProductId) -> Vec<ProductId> {
        let main = self.place(id).main.unwrap_or_else(|| id.clone());
        let members = self.place(&main).members;
        [main].into_iter().chain(members).collect()
    }

    /// Moves a product with its members to a main product, or out of its group. A member that is named as main product stands for
    /// its own main product. Returns the places that changed.
    pub fn move_to(
        &self,
        id: &ProductId,
        named: Grouped,
        main: Option<ProductId>,
    ) -> Result<Vec<(ProductId, Grouped)>, GroupFault> {
        let is_own = |main: &Option<ProductId>| main.as_ref() == Some(id);
        let of = main.clone().map(|main| self.place(&main).main.unwrap_or(main));
        if is_own(&main) || is_own(&of) {
            return Err(GroupFault::OfItself);
        }
        let main = of;
        let mut changed = BTreeMap::new();
        let mut own = named;
        if own.main != main {
            if let Some(left) = std::mem::replace(&mut own.main, main.clone()) {
                changed.entry(left.clone()).or_insert_with(|| self.place(&left)).members.remove(id);
            }
            if let Some(main) = main {
                let moved = std::mem::take(&mut own.members);
                for member in &moved {
                    changed.insert(member.clone(), Grouped { main: Some(main.clone()), ..self.place(member) });
                }
                let group = changed.entry(main.clone()).or_insert_with(|| self.place(&main));
                group.members.extend(moved);
                group.members.insert(id.clone());
                if group.members.len() >= GROUP_MAX {
                    return Err(GroupFault::Full);
                }
            }
        }
        changed.insert(id.clone(), own);
        changed.retain(|id, place| *place != self.place(id));
        Ok(changed.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(id: &str) -> ProductId {
        ProductId::in_catalog(id).unwrap()
    }

    /// Every group as `main: members`, after these namings, of which each must succeed.
    fn after(namings: &[(&str, Naming)]) -> Vec<String> {
        let mut groups = Groups::default();
        for (product, naming) in namings {
            groups = name(&groups, product, naming.clone()).unwrap();
        }
        for (product, place) in &groups.0 {
            let of = place.main.as_ref().map(|main| groups.place(main));
            assert!(of.is_none_or(|of| of.main.is_none() && of.members.contains(product)), "{product:?} is lost");
            let has = |member| groups.place(member).main.as_ref() == Some(product);
            assert!(place.members.iter().all(has), "{product:?} has a stranger");
        }
        let mains = groups.0.iter().filter(|(_, place)| !place.members.is_empty());
        let members = |place: &Grouped| place.members.iter().map(ProductId::as_str).collect::<Vec<_>>().join(" ");
        mains.map(|(main, place)| format!("{}: {}", main.as_str(), members(place))).collect()
    }

    fn name(groups: &Groups, product: &str, naming: Naming) -> Result<Groups, GroupFault> {
        let product = id(product);
        let (named, main) = groups.place(&product).named(naming);
        let changed = groups.move_to(&product, named, main)?;
        Ok(Groups::new(groups.0.clone().into_iter().chain(changed)))
    }

    fn says(main: &str) -> Naming {
        Naming::System(Some(id(main)))
    }

    fn chose(main: &str) -> Naming {
        Naming::Merchant(Some(Chosen::Of(id(main))))
    }

    #[test]
    fn a_product_joins_leaves_and_takes_its_members_along() {
        let none: [String; 0] = [];
        assert_eq!(after(&[("b", says("a")), ("c", says("a"))]), ["a: b c"]);
        assert_eq!(after(&[("b", says("a")), ("c", says("b"))]), ["a: b c"], "a member stands for its main product");
        assert_eq!(after(&[("c", says("b")), ("d", says("b")), ("b", says("a"))]), ["a: b c d"]);
        assert_eq!(after(&[("b", says("a")), ("b", says("x"))]), ["x: b"]);
        assert_eq!(after(&[("b", says("a")), ("b", Naming::System(None))]), none);
    }

    #[test]
    fn the_merchants_choice_wins_until_it_is_taken_back() {
        let none: [String; 0] = [];
        assert_eq!(after(&[("b", chose("x")), ("b", says("a"))]), ["x: b"]);
        assert_eq!(after(&[("b", says("a")), ("b", chose("x")), ("b", Naming::Merchant(None))]), ["a: b"]);
        assert_eq!(after(&[("b", says("a")), ("b", Naming::Merchant(Some(Chosen::Alone))), ("b", says("a"))]), none);
    }

    #[test]
    fn nobody_is_a_member_of_itself_and_a_group_has_its_bound() {
        let groups = name(&Groups::default(), "b", says("a")).unwrap();
        for (product, main) in [("a", "a"), ("a", "b"), ("b", "b")] {
            assert_eq!(name(&groups, product, says(main)), Err(GroupFault::OfItself), "{product} of {main}");
        }
        let many = |of: &str, count: usize, from: Groups| {
            (0..count).fold(from, |groups, n| name(&groups, &format!("{of}{n}"), says(of)).unwrap())
        };
        let full = many("a", GROUP_MAX - 1, Groups::default());
        assert_eq!(name(&full, "x", says("a")), Err(GroupFault::Full));
        let two = many("c", 44, many("a", 45, Groups::default()));
        assert_eq!(name(&two, "c", says("a")), Err(GroupFault::Full), "all of them are counted");
    }
}
