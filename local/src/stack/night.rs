//! The dashboard and the saved queries: `stack/night.yaml`.

use anyhow::{Context as _, bail, ensure};

use super::{Stack, camel, node::Node, text};

const COLUMNS: usize = 24;
const WIDTH: usize = 8;
/// The height of a widget, and of the two at the top: the dashboard's description, and the alarms.
const HEIGHT: usize = 6;
const TOP: [usize; 2] = [2, 4];
/// The maximum number of logs that a query reads ("StartQuery").
const LOGS_MAX: usize = 50;

impl Stack {
    /// Adds the dashboard and the saved queries, after everything that they refer to.
    pub(super) fn add_night(&mut self) -> anyhow::Result<()> {
        let body = self.dashboard()?.json()?;
        self.add("Dashboard", &[("<Body>", &text(&body))])?;
        for (name, query) in self.night.need("Queries")?.clone().entries() {
            let logs = self.logs(query.need("Logs")?).with_context(|| format!("the query {name}"))?;
            let words = [
                ("<Query>", &text(name)),
                ("<Name>", query.need("Name")?),
                ("<Logs>", &logs),
                ("<Text>", query.need("Query")?),
            ];
            self.add("Query", &words)?;
        }
        Ok(())
    }

    fn dashboard(&self) -> anyhow::Result<Node> {
        let intro = "**${AWS::StackName}**: what each alarm means, and what to do: docs/operate.md. \
                     The saved queries of Logs Insights are below the stack's name.";
        let alarms = self.of_type("AWS::CloudWatch::Alarm")?.map(|name| text(&format!("${{{name}.Arn}}")));
        let top = [
            ("text", map([("markdown", text(intro))])),
            ("alarm", map([("title", text("Alarms")), ("alarms", Node::List(alarms.collect()))])),
        ];
        let mut widgets = Vec::new();
        let mut row = 0;
        for ((kind, properties), height) in top.into_iter().zip(TOP) {
            widgets.push(placed(kind, [0, row, COLUMNS, height], properties));
            row += height;
        }
        for (number, widget) in self.night.need("Widgets")?.elements().iter().enumerate() {
            let (x, y) = (number % (COLUMNS / WIDTH) * WIDTH, row + number / (COLUMNS / WIDTH) * HEIGHT);
            let properties = map([
                ("title", widget.need("Title")?.clone()),
                ("region", text("${AWS::Region}")),
                ("view", text("timeSeries")),
                ("stat", widget.need("Stat")?.clone()),
                ("period", number_of(300)),
                ("metrics", Node::List(self.metrics(widget)?)),
            ]);
            widgets.push(placed("metric", [x, y, WIDTH, HEIGHT], properties));
        }
        Ok(map([("widgets", Node::List(widgets))]))
    }

    fn metrics(&self, widget: &Node) -> anyhow::Result<Vec<Node>> {
        let mut metrics = widget.get("Metrics").map(Node::elements).unwrap_or_default().to_vec();
        let Some(each) = widget.get("Each") else { return Ok(metrics) };
        for queue in self.queues_of(each)? {
            let mut metric = each.need("Metric")?.elements().to_vec();
            metric.push(text(&format!("${{{queue}.QueueName}}")));
            metrics.push(Node::List(metric));
        }
        Ok(metrics)
    }

    /// The queues, or the dead-letter queues, but those that the entry names.
    pub(super) fn queues_of(&self, each: &Node) -> anyhow::Result<Vec<String>> {
        let is_dead = match each.need("Of")?.text()? {
            "Queue" => false,
            "DeadQueue" => true,
            other => bail!("there is nothing of {other} for each"),
        };
        let but = each.get("But").map(Node::text).transpose()?;
        let queues = self.of_type("AWS::SQS::Queue")?.filter(|name| name.ends_with("DeadQueue") == is_dead);
        Ok(queues.filter(|name| but != Some(name)).map(str::to_owned).collect())
    }

    fn of_type(&self, kind: &str) -> anyhow::Result<impl Iterator<Item = &str>> {
        let is_of_type = move |resource: &Node| resource.get("Type").is_some_and(|found| *found == text(kind));
        let resources = self.template.need("Resources")?.entries().iter();
        Ok(resources.filter(move |(_, resource)| is_of_type(resource)).map(|(name, _)| name.as_str()))
    }

    fn logs(&self, names: &Node) -> anyhow::Result<Node> {
        let mut logs = Vec::new();
        for name in names.elements() {
            match name.text()? {
                "all" => logs.extend(self.of_type("AWS::Logs::LogGroup")?.map(str::to_owned)),
                "api" => logs.push("ApiLog".to_owned()),
                function => {
                    ensure!(self.functions.get(function).is_some(), "there is no function {function}");
                    logs.push(format!("{}Log", camel(function)));
                }
            }
        }
        ensure!(logs.len() <= LOGS_MAX, "a query reads {LOGS_MAX} logs at most");
        let reference = |log: &String| Node::Tagged("Ref".to_owned(), Box::new(text(log)));
        Ok(Node::List(logs.iter().map(reference).collect()))
    }
}

fn placed(kind: &str, [x, y, width, height]: [usize; 4], properties: Node) -> Node {
    map([
        ("type", text(kind)),
        ("x", number_of(x)),
        ("y", number_of(y)),
        ("width", number_of(width)),
        ("height", number_of(height)),
        ("properties", properties),
    ])
}

fn map<const N: usize>(entries: [(&str, Node); N]) -> Node {
    Node::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn number_of(number: usize) -> Node {
    Node::Plain(number.to_string())
}
