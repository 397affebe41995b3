//! CloudWatch as far as the template's alarms need it: metrics from log lines, and the rule by which an alarm goes off.

use crate::support::*;
use yaml_rust2::Yaml;

use crate::deployment::template::{functions, list, resources, text_of};

/// The namespace of the stack's own metrics in the template.
pub const OWN: &str = "AWS::StackName";

/// A series: its namespace, its name and its dimensions, whose values are the template's expressions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Series {
    pub namespace: String,
    pub name: String,
    pub dimensions: BTreeMap<String, String>,
}

impl Series {
    pub fn new(namespace: &str, name: &str, dimensions: &[(&str, &str)]) -> Self {
        let dimensions = dimensions.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { namespace: namespace.to_owned(), name: name.to_owned(), dimensions: dimensions.collect() }
    }

    pub fn of(metric: &Yaml) -> Self {
        let dimensions = metric["Dimensions"].as_vec().into_iter().flatten();
        let dimensions = dimensions.map(|dimension| (text_of(&dimension["Name"]), text_of(&dimension["Value"])));
        Self {
            namespace: text_of(&metric["Namespace"]),
            name: text_of(&metric["MetricName"]),
            dimensions: dimensions.collect(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    InsufficientData,
    Ok,
    Alarm,
}

#[derive(Default)]
pub struct CloudWatch {
    points: BTreeMap<Series, Vec<(Timestamp, f64)>>,
    states: BTreeMap<String, State>,
}

impl CloudWatch {
    pub fn put(&mut self, series: Series, at: Timestamp, value: f64) {
        self.points.entry(series).or_default().push((at, value));
    }

    /// Makes metrics from a line in the embedded metric format, and with the template's metric filters.
    pub fn read(&mut self, line: &Value, at: Timestamp) {
        for directive in line["_aws"]["CloudWatchMetrics"].as_array().into_iter().flatten() {
            assert_eq!(directive["Namespace"], local::METRICS_NAMESPACE);
            let published = Timestamp::from_millisecond(line["_aws"]["Timestamp"].as_i64().unwrap()).unwrap();
            for metric in directive["Metrics"].list() {
                let name = metric["Name"].text();
                self.put(Series::new(OWN, name, &[]), published, line[name].as_f64().unwrap());
            }
        }
        for (_, filter) in resources("AWS::Logs::MetricFilter") {
            let properties = &filter["Properties"];
            let matches = matches(&text_of(&properties["FilterPattern"]), line);
            if !matches || !is_of_log(line, &text_of(&properties["LogGroupName"])) {
                continue;
            }
            for made in list(&properties["MetricTransformations"]) {
                let value_of = |value: &Yaml| match text_of(value).strip_prefix("$.") {
                    Some(field) => line[field].clone(),
                    None => Value::String(text_of(value)),
                };
                let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let dimensions = made["Dimensions"].as_vec().into_iter().flatten();
                let dimensions = dimensions.map(|it| (text_of(&it["Key"]), text(value_of(&it["Value"]))));
                let mut series = Series::new(&text_of(&made["MetricNamespace"]), &text_of(&made["MetricName"]), &[]);
                series.dimensions.extend(dimensions);
                self.put(series, at, text(value_of(&made["MetricValue"])).parse().unwrap());
            }
        }
    }

    pub fn state(&self, alarm: &str) -> State {
        self.states.get(alarm).copied().unwrap_or(State::InsufficientData)
    }

    pub fn values(&self, name: &str) -> Vec<f64> {
        let points = self.points.get(&Series::new(OWN, name, &[])).into_iter().flatten();
        points.map(|(_, value)| *value).collect()
    }

    /// The series of the stack's own namespace that have a point.
    pub fn own(&self) -> impl Iterator<Item = &Series> {
        self.points.keys().filter(|series| series.namespace == OWN)
    }

    /// Evaluates every alarm of the template ("Evaluating an alarm").
    pub fn evaluate(&mut self, now: Timestamp) {
        for (name, alarm) in resources("AWS::CloudWatch::Alarm") {
            let state = self.next_state(&alarm["Properties"], self.state(&name), now);
            self.states.insert(name, state);
        }
    }

    fn next_state(&self, alarm: &Yaml, state: State, now: Timestamp) -> State {
        let periods = alarm["EvaluationPeriods"].as_i64().unwrap();
        let needed = usize::try_from(alarm["DatapointsToAlarm"].as_i64().unwrap_or(periods)).unwrap();
        let threshold =
            alarm["Threshold"].as_f64().or_else(|| alarm["Threshold"].as_i64().map(|it| it as f64)).unwrap();
        let breaches = |value: f64| match alarm["ComparisonOperator"].as_str().unwrap() {
            "GreaterThanThreshold" => value > threshold,
            "LessThanThreshold" => value < threshold,
            other => panic!("{other} is not known here"),
        };
        let values: Vec<_> = (0..periods).map(|back| self.value(alarm, back, now)).collect();
        let missing = values.iter().filter(|value| value.is_none()).count();
        let bad = values.iter().flatten().filter(|value| breaches(**value)).count();
        let is_bad = |bad: usize| if bad >= needed { State::Alarm } else { State::Ok };
        match alarm["TreatMissingData"].as_str().unwrap() {
            "breaching" => is_bad(bad + missing),
            "notBreaching" => is_bad(bad),
            "ignore" if values.len() - missing < needed => state,
            "ignore" => is_bad(bad),
            other => panic!("{other} is not known here"),
        }
    }

    /// The value of an alarm's metric or expression, so many periods ago; `None` if it is missing.
    fn value(&self, alarm: &Yaml, back: i64, now: Timestamp) -> Option<f64> {
        let Some(metrics) = alarm["Metrics"].as_vec() else {
            let (period, statistic) = (&alarm["Period"], &alarm["Statistic"]);
            return self.statistic(&Series::of(alarm), statistic, period, back, now);
        };
        let (mut inputs, mut expressions, mut parts) = (BTreeMap::new(), Vec::new(), Vec::new());
        for metric in metrics {
            match metric["Expression"].as_str() {
                Some(expression) if metric["ReturnData"].as_bool() == Some(false) => {
                    parts.push((text_of(&metric["Id"]), expression));
                }
                Some(expression) => expressions.push(expression),
                None => {
                    let of = &metric["MetricStat"];
                    let value = self.statistic(&Series::of(&of["Metric"]), &of["Stat"], &of["Period"], back, now);
                    inputs.insert(text_of(&metric["Id"]), value);
                    assert_eq!(metric["ReturnData"].as_bool(), Some(false), "one of them is the alarm's");
                }
            }
        }
        for (id, part) in parts {
            let [whole, by, number] = words(part)[..] else { panic!("{part} is not known here") };
            let number: f64 = number.parse().unwrap();
            let whole: Option<f64> = inputs.remove(whole).unwrap();
            inputs.insert(id, whole.map(|value| if by == "*" { value * number } else { value / number }));
        }
        let [expression] = expressions[..] else { panic!("one expression") };
        if let Some(ids) = expression.strip_prefix("MAX([").and_then(|rest| rest.strip_suffix("])")) {
            let ids: BTreeSet<_> = ids.split(", ").collect();
            assert_eq!(ids, inputs.keys().map(String::as_str).collect(), "nothing is left out");
            return inputs.values().copied().flatten().reduce(f64::max);
        }
        let present = inputs.values().flatten().copied();
        match expression {
            "SUM(METRICS())" => present.reduce(|sum, value| sum + value),
            filled => Some(filled.split(" + ").map(|term| filled_term(term, &inputs)).sum()),
        }
    }

    fn statistic(&self, series: &Series, statistic: &Yaml, period: &Yaml, back: i64, now: Timestamp) -> Option<f64> {
        let period = SignedDuration::from_secs(period.as_i64().unwrap());
        let until = now - period * i32::try_from(back).unwrap();
        let within = |(at, _): &&(Timestamp, f64)| *at > until - period && *at <= until;
        let values = self.points.get(series).into_iter().flatten().filter(within).map(|(_, value)| *value);
        let values: Vec<_> = values.collect();
        match statistic.as_str().unwrap() {
            "Sum" => values.into_iter().reduce(|sum, value| sum + value),
            "Maximum" => values.into_iter().reduce(f64::max),
            "SampleCount" => (!values.is_empty()).then_some(values.len() as f64),
            other => panic!("{other} is not known here"),
        }
    }
}

/// `FILL(id, 0)`.
fn filled_term(term: &str, inputs: &BTreeMap<String, Option<f64>>) -> f64 {
    let id = term.strip_prefix("FILL(").and_then(|rest| rest.strip_suffix(", 0)"));
    let id = id.unwrap_or_else(|| panic!("{term} is not known here"));
    inputs[id].unwrap_or(0.0)
}

/// Whether a line matches a filter's pattern: one or several fields, each with a string or, by `*`, with any value.
fn matches(pattern: &str, line: &Value) -> bool {
    let terms = pattern.strip_prefix("{ ").unwrap().strip_suffix(" }").unwrap().split(" && ");
    let mut terms =
        terms.map(|term| term.trim_matches(['(', ')']).strip_prefix("$.").unwrap().split_once(" = ").unwrap());
    terms.all(|(field, value)| match value {
        "*" => line.get(field).is_some(),
        text => line.get(field).is_some_and(|found| *found == text.trim_matches('"')),
    })
}

/// Whether a function, or API Gateway, wrote a line to this log. A line names its module. Here, lines from code that all functions share
/// count as the sender's.
fn is_of_log(line: &Value, log: &str) -> bool {
    if log == "ApiLog" {
        return line.get("target").is_none();
    }
    let function = functions().iter().find(|function| Some(&*function.resource) == log.strip_suffix("Log"));
    let name = function.unwrap_or_else(|| panic!("{log} is no function's")).binary.replace('-', "_");
    let target = line["target"].as_str().and_then(|target| target.split("::").next());
    target.is_some_and(|target| target == name || (target == "edge" && name == "send_request"))
}
