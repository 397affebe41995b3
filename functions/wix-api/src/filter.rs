//! Filters: combined tests of fields.
//!
//! `F` names a field. A field has no value if it is absent, and several if it is in a list.

use std::cmp::Ordering;

use jiff::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter<F> {
    /// All of these match. An empty list matches.
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// The field's values pass the test.
    Field(F, Test),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// At least one of these is a value.
    AnyOf(Vec<Value>),
    /// All of these are values.
    AllOf(Vec<Value>),
    /// None of these is a value.
    NoneOf(Vec<Value>),
    /// `true`: there is a value. `false`: there is none.
    IsSet(bool),
    /// One of the values is greater than the bound.
    Above { than: Value, or_equal: bool },
    /// One of the values is less than the bound.
    Below { than: Value, or_equal: bool },
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Text(String),
    Time(Timestamp),
    Number(Number),
    Flag(bool),
}

/// A number from a body. JSON has neither NaN nor infinity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(f64);

impl Number {
    /// Makes -0 equal to 0.
    pub(crate) fn new(number: f64) -> Self {
        Self(number + 0.0)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl<F: Copy> Filter<F> {
    pub(crate) fn matches(&self, values: &impl Fn(F) -> Vec<Value>) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.matches(values)),
            Self::Any(filters) => filters.iter().any(|filter| filter.matches(values)),
            Self::Not(filter) => !filter.matches(values),
            Self::Field(field, test) => test.passes(&values(*field)),
        }
    }

    /// Whether the filter has no test, so that every row matches.
    pub(crate) fn is_all(&self) -> bool {
        self.tests() == 0 && matches!(self, Self::All(parts) if parts.iter().all(Self::is_all))
    }

    pub(crate) fn tests(&self) -> usize {
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
            Self::AnyOf(expected) => expected.iter().any(|value| values.contains(value)),
            Self::AllOf(expected) => expected.iter().all(|value| values.contains(value)),
            Self::NoneOf(excluded) => !excluded.iter().any(|value| values.contains(value)),
            Self::IsSet(set) => values.is_empty() != *set,
            Self::Above { than, or_equal } => values.iter().any(|value| value > than || *or_equal && value == than),
            Self::Below { than, or_equal } => values.iter().any(|value| value < than || *or_equal && value == than),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(string: &str) -> Value {
        Value::Text(string.to_owned())
    }

    fn time(second: i64) -> Value {
        Value::Time(Timestamp::from_second(second).unwrap())
    }

    /// `a` is x and y, `t` is second 10, and `n` is absent.
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
        let test = |field, test| Filter::Field(field, test);
        check(test('a', Test::AnyOf(vec![text("z"), text("y")])), true);
        check(test('a', Test::AnyOf(vec![text("z")])), false);
        check(test('a', Test::AnyOf(vec![])), false);
        check(test('a', Test::AllOf(vec![text("y"), text("x")])), true);
        check(test('a', Test::AllOf(vec![text("y"), text("z")])), false);
        check(test('a', Test::NoneOf(vec![text("z")])), true);
        check(test('a', Test::NoneOf(vec![text("z"), text("x")])), false);
        check(test('n', Test::NoneOf(vec![text("x")])), true);
        check(test('a', Test::IsSet(true)), true);
        check(test('n', Test::IsSet(true)), false);
        check(test('n', Test::IsSet(false)), true);
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
    fn a_number_is_one_however_it_is_written() {
        assert_eq!(Number::new(-0.0), Number::new(0.0));
        assert!(Number::new(-1.0) < Number::new(-0.5) && Number::new(4.5) < Number::new(5.0));
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
