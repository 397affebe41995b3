//! The JSON of statistics.

use std::borrow::Cow;

use domain::request::Counter;
use serde::{Serialize, Serializer};
use store::request::counters::{Counts, Statistics};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// Every counter by its name, zeros included.
struct Counters([u64; Counter::ALL.len()]);

impl Serialize for Counters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Counter::ALL.into_iter().map(Counter::as_str).zip(self.0))
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Stats)]
pub(crate) struct Overview {
    total: Counters,
    /// The last 90 days. Days without requests are left out.
    by_day: Vec<Day>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = StatsOfDay)]
struct Day {
    /// The UTC day on which the requests were created. They may have been sent or opened later.
    day: String,
    #[serde(flatten)]
    counters: Counters,
}

impl Overview {
    pub(crate) fn new(statistics: &Statistics) -> Self {
        let Statistics { all, by_day } = statistics;
        let day = |counts: &Counts| counters(|counter| counts.of(counter));
        Self {
            total: counters(|counter| all.of(counter)),
            by_day: by_day.iter().map(|(date, counts)| Day { day: date.to_string(), counters: day(counts) }).collect(),
        }
    }
}

impl PartialSchema for Counters {
    fn schema() -> RefOr<Schema> {
        let count = || ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
        let names = Counter::ALL.into_iter().map(Counter::as_str);
        names.fold(ObjectBuilder::new(), |all, name| all.property(name, count()).required(name)).into()
    }
}

impl ToSchema for Counters {
    fn name() -> Cow<'static, str> {
        "Counters".into()
    }
}

fn counters(of: impl Fn(Counter) -> u64) -> Counters {
    Counters(Counter::ALL.map(of))
}
