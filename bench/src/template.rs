//! What `template.yaml` says that costs something.

use anyhow::Context;
use yaml_rust2::{Yaml, YamlLoader};

const TEMPLATE: &str = include_str!("../../template.yaml");

/// The template: its resources, and what holds for each function.
pub(crate) struct Template {
    resources: Vec<Yaml>,
    globals: Yaml,
}

impl Template {
    pub(crate) fn read() -> anyhow::Result<Self> {
        let documents = YamlLoader::load_from_str(TEMPLATE)?;
        let template = documents.first().context("the template is empty")?;
        let resources = template["Resources"].as_hash().context("the template has resources")?;
        let globals = template["Globals"]["Function"].clone();
        Ok(Self { resources: resources.values().cloned().collect(), globals })
    }

    /// The resources of a type.
    pub(crate) fn all(&self, kind: &str) -> impl Iterator<Item = &Yaml> {
        self.resources.iter().filter(move |resource| resource["Type"].as_str() == Some(kind))
    }

    /// How API Gateway logs a call.
    pub(crate) fn access_log_format(&self) -> anyhow::Result<&str> {
        let stage = self.all("AWS::ApiGatewayV2::Stage").next().context("the template has a stage")?;
        stage["Properties"]["AccessLogSettings"]["Format"].as_str().context("the stage has an access log")
    }

    /// What Lambda logs of its own.
    pub(crate) fn system_log_level(&self) -> Option<&str> {
        self.globals["LoggingConfig"]["SystemLogLevel"].as_str()
    }

    /// The metrics that alarms look at.
    pub(crate) fn alarm_metrics(&self) -> usize {
        let of_an_alarm = |alarm: &Yaml| {
            let metrics = alarm["Properties"]["Metrics"].as_vec();
            metrics.map_or(1, |metrics| metrics.iter().filter(|metric| !metric["MetricStat"].is_badvalue()).count())
        };
        self.all("AWS::CloudWatch::Alarm").map(of_an_alarm).sum()
    }
}
