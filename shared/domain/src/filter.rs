//! Which of many things are meant: tests of their fields, combined.
//!
//! What the fields are, and how a dialect writes a filter, is not known here. A field has any number
//! of values: none when it is absent, several when it is in a list.

use jiff::Timestamp;

/// Tests of fields, combined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter<F> {
    /// Every one of these holds; true when there is none.
    All(Vec<Self>),
    /// At least one of these holds.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// A field passes a test.
    Field(F, Test),
}

/// A test of a field's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// It has one of these.
    AnyOf(Vec<Value>),
    /// It has all of these.
    AllOf(Vec<Value>),
    /// It has none of these.
    NoneOf(Vec<Value>),
    /// It has a value, or has none.
    IsSet(bool),
    /// It has a value after this one, or, where `or_equal`, this one.
    Above {
        /// The bound.
        than: Value,
        /// Whether the bound itself passes.
        or_equal: bool,
    },
    /// It has a value before this one, or, where `or_equal`, this one.
    Below {
        /// The bound.
        than: Value,
        /// Whether the bound itself passes.
        or_equal: bool,
    },
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Value {
    Text(String),
    Time(Timestamp),
}

impl<F: Copy> Filter<F> {
    /// Whether a thing with these values is meant.
    pub fn matches(&self, values: &impl Fn(F) -> Vec<Value>) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.matches(values)),
            Self::Any(filters) => filters.iter().any(|filter| filter.matches(values)),
            Self::Not(filter) => !filter.matches(values),
            Self::Field(field, test) => test.passes(&values(*field)),
        }
    }

    /// How many tests it is made of.
    #[must_use]
    pub fn tests(&self) -> usize {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().map(Self::tests).sum(),
            Self::Not(filter) => filter.tests(),
            Self::Field(..) => 1,
        }
    }
}

impl Test {
    fn passes(&self, values: &[Value]) -> bool {
        match self {
            Self::AnyOf(wanted) => wanted.iter().any(|value| values.contains(value)),
            Self::AllOf(wanted) => wanted.iter().all(|value| values.contains(value)),
            Self::NoneOf(unwanted) => !unwanted.iter().any(|value| values.contains(value)),
            Self::IsSet(wanted) => values.is_empty() != *wanted,
            Self::Above { than, or_equal } => values.iter().any(|value| value > than || *or_equal && value == than),
            Self::Below { than, or_equal } => values.iter().any(|value| value < than || *or_equal && value == than),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn time(second: i64) -> Value {
        Value::Time(Timestamp::from_second(second).unwrap())
    }

    /// A thing whose `a` is x and y, whose `t` is second 10 and which has no `n`.
    fn values(field: char) -> Vec<Value> {
        match field {
            'a' => vec![text("x"), text("y")],
            't' => vec![time(10)],
            _ => Vec::new(),
        }
    }

    #[track_caller]
    fn check(filter: Filter<char>, expected: bool) {
        assert_eq!(filter.matches(&values), expected, "{filter:?}");
        assert_eq!(Filter::Not(Box::new(filter)).matches(&values), !expected);
    }

    #[test]
    fn a_test_holds_over_all_values_of_a_field() {
        let of = |field, test| Filter::Field(field, test);
        check(of('a', Test::AnyOf(vec![text("z"), text("y")])), true);
        check(of('a', Test::AnyOf(vec![text("z")])), false);
        check(of('a', Test::AnyOf(vec![])), false);
        check(of('a', Test::AllOf(vec![text("y"), text("x")])), true);
        check(of('a', Test::AllOf(vec![text("y"), text("z")])), false);
        check(of('a', Test::NoneOf(vec![text("z")])), true);
        check(of('a', Test::NoneOf(vec![text("z"), text("x")])), false);
        check(of('n', Test::NoneOf(vec![text("x")])), true);
        check(of('a', Test::IsSet(true)), true);
        check(of('n', Test::IsSet(true)), false);
        check(of('n', Test::IsSet(false)), true);
    }

    #[test]
    fn bounds_include_their_own_value_when_asked() {
        let above = |second, or_equal| Filter::Field('t', Test::Above { than: time(second), or_equal });
        let below = |second, or_equal| Filter::Field('t', Test::Below { than: time(second), or_equal });
        check(above(9, false), true);
        check(above(10, false), false);
        check(above(10, true), true);
        check(below(11, false), true);
        check(below(10, false), false);
        check(below(10, true), true);
        check(Filter::Field('n', Test::Below { than: time(99), or_equal: true }), false);
    }

    #[test]
    fn filters_combine() {
        let yes = || Filter::Field('a', Test::IsSet(true));
        let no = || Filter::Field('n', Test::IsSet(true));
        check(Filter::All(vec![]), true);
        check(Filter::Any(vec![]), false);
        check(Filter::All(vec![yes(), no()]), false);
        check(Filter::Any(vec![no(), yes()]), true);
        assert_eq!(Filter::All(vec![yes(), Filter::Not(Box::new(Filter::Any(vec![no(), yes()])))]).tests(), 3);
    }
}
