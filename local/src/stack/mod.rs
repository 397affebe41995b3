//! Makes `template.yaml` from `stack/`: `cargo template` writes the template, and `cargo it template::` compares it.
//!
//! `stack/functions.yaml`, `queues.yaml`, `alarms.yaml` and `api.yaml` have an entry for each thing, and `patterns.yaml`
//! contains the resources that an entry becomes. `resources.yaml` and `night.yaml` contain resources as they are.

mod length;
mod node;
mod retained;
mod size;

use anyhow::{Context as _, bail, ensure};

use crate::gateway::most_specific;
use node::Node;

pub use retained::retained;
pub use size::Size;

const HEAD: &str = "# Afterword on AWS. `cargo template` writes this file from the files of stack/, which have the reasons: change those.
";

/// The maximum number of an alarm's metrics, besides their sum:
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html>.
const ALARM_METRICS_MAX: usize = 10;

/// Makes `template.yaml` from the tables in `stack/`, and counts its resources.
/// Errors: If a file of `stack/` contradicts itself or another, or names something that does not exist; the message
/// says where. Or if the template has more resources than [`Size::check`] allows.
pub fn template() -> anyhow::Result<(String, Size)> {
    let mut stack = Stack::read()?;
    stack.add_queues()?;
    let routes = stack.routes()?;
    stack.add_functions(&routes)?;
    stack.add_shift()?;
    stack.add_routes(&routes)?;
    stack.add_alarms(&routes)?;
    stack.template.merge(file("night.yaml", include_str!("../../../stack/night.yaml"))?);
    let size = Size::of(&stack.template)?;
    size.check()?;
    Ok((written(HEAD, &stack.template), size))
}

fn written(head: &str, template: &Node) -> String {
    let mut text = head.to_owned();
    for (name, section) in template.entries() {
        text += &format!("{}{name}:", if section.entries().is_empty() { "" } else { "\n" });
        section.write(&mut text, 2);
        text.push('\n');
    }
    text
}

/// The files of `stack/`, and the template so far.
struct Stack {
    queues: Node,
    functions: Node,
    targets: Node,
    alarms: Node,
    api: Node,
    patterns: Node,
    template: Node,
}

struct StackRoute {
    key: String,
    function: String,
}

impl Stack {
    fn read() -> anyhow::Result<Self> {
        let functions = file("functions.yaml", include_str!("../../../stack/functions.yaml"))?;
        let api = file("api.yaml", include_str!("../../../stack/api.yaml"))?;
        let mut template = file("resources.yaml", include_str!("../../../stack/resources.yaml"))?;
        template.merge(Node::Map(vec![("Resources".to_owned(), api.need("Resources")?.clone())]));
        Ok(Self {
            queues: file("queues.yaml", include_str!("../../../stack/queues.yaml"))?.need("Queues")?.clone(),
            targets: functions.need("Targets")?.clone(),
            functions: functions.need("Functions")?.clone(),
            alarms: file("alarms.yaml", include_str!("../../../stack/alarms.yaml"))?.need("Alarms")?.clone(),
            patterns: file("patterns.yaml", include_str!("../../../stack/patterns.yaml"))?,
            api,
            template,
        })
    }

    /// Adds a pattern after its words were replaced by these values.
    fn add(&mut self, pattern: &str, words: &[(&str, &Node)]) -> anyhow::Result<()> {
        let part = self.patterns.need(pattern)?.filled(words).with_context(|| format!("the pattern {pattern}"))?;
        self.template.merge(part);
        Ok(())
    }

    fn add_properties(&mut self, resource: &str, properties: Node) {
        let keyed = |key: &str, node: Node| Node::Map(vec![(key.to_owned(), node)]);
        self.template.merge(keyed("Resources", keyed(resource, keyed("Properties", properties))));
    }

    fn add_queues(&mut self) -> anyhow::Result<()> {
        for (name, queue) in self.queues.clone().entries() {
            let context = || format!("the queue {name}");
            let (camel, kebab) = (text(name), queue.need("Name").with_context(context)?);
            let words = [("<Name>", &camel), ("<name>", kebab)];
            let senders = queue.get("Senders").map(Node::entries).unwrap_or_default();
            if let Some(holds) = queue.get("Holds") {
                self.add("Queue", &[&words[..], &[("<Holds>", holds)]].concat())?;
                if let Some(properties) = queue.get("Properties") {
                    self.add_properties(&format!("{name}Queue"), properties.clone());
                }
                self.add_access(&format!("{name}Queue"), senders)?;
            }
            let dead = queue.need("Dead").with_context(context)?;
            let set_aside = |(_, sender): &&(String, Node)| {
                sender.get("Service").is_some_and(|service| *service == text("events.amazonaws.com"))
            };
            let senders: Vec<_> = senders.iter().filter(set_aside).cloned().collect();
            self.add("DeadQueue", &[&words[..], &[("<Dead>", dead)]].concat())?;
            self.add_access(&format!("{name}DeadQueue"), &senders)?;
        }
        Ok(())
    }

    /// Adds a queue's policy: nobody gets access without TLS, and each service gets access only for its source.
    fn add_access(&mut self, queue: &str, senders: &[(String, Node)]) -> anyhow::Result<()> {
        let queue = text(queue);
        self.add("Access", &[("<Queue>", &queue)])?;
        for (sid, sender) in senders {
            let (service, sources) = (sender.need("Service")?, sender.need("Sources")?);
            let words = [("<Queue>", &queue), ("<Sid>", &text(sid)), ("<Service>", service), ("<Sources>", sources)];
            self.add("Sender", &words)?;
        }
        Ok(())
    }

    fn add_functions(&mut self, routes: &[StackRoute]) -> anyhow::Result<()> {
        for (name, function) in self.functions.clone().entries() {
            let (camel, kebab) = (text(&camel(name)), text(name));
            let (statements, variables) = self.rights(function).with_context(|| format!("the function {name}"))?;
            let words = [("<Name>", &camel), ("<name>", &kebab)];
            self.add("Function", &words)?;
            if let Some(properties) = function.get("Properties") {
                self.add_properties(camel.text()?, properties.clone());
            }
            self.add("Rights", &[&words[..], &[("<Statements>", &statements), ("<Variables>", &variables)]].concat())?;
            let settings = self.settings(&variables)?;
            if !settings.elements().is_empty() {
                self.check_length(&settings).with_context(|| format!("the function {name}"))?;
                self.add("Settings", &[&words[..], &[("<Settings>", &settings)]].concat())?;
            }
            for (source, properties) in function.get("Polls").map(Node::entries).unwrap_or_default() {
                let (resource, queue) = (text(source), properties.need("Queue")?);
                self.add("Source", &[&words[..], &[("<Source>", &resource), ("<Queue>", queue)]].concat())?;
                self.add_properties(source, without(properties, &["Queue"]));
            }
            if routes.iter().any(|route| route.function == *name) {
                self.add("HttpFunction", &words)?;
            }
        }
        Ok(())
    }

    /// Adds CodeDeploy's permissions for the versions and the alias of each function that is deployed gradually.
    fn add_shift(&mut self) -> anyhow::Result<()> {
        let takes_steps = |function: &Node| {
            function.get("Properties").is_none_or(|properties| properties.get("DeploymentPreference").is_none())
        };
        let moved = self.functions.entries().iter().filter(|(_, function)| takes_steps(function));
        let arns = moved.flat_map(|(name, _)| {
            let arn = format!("{}.Arn", camel(name));
            [("Sub", format!("${{{arn}}}:*")), ("GetAtt", arn)]
                .map(|(tag, of)| Node::Tagged(tag.to_owned(), Box::new(text(&of))))
        });
        let arns = Node::List(arns.collect());
        self.add("Shift", &[("<Functions>", &arns)])
    }

    /// A function's policies and environment: the variables of the resources that it may use, and its own.
    fn rights(&self, function: &Node) -> anyhow::Result<(Node, Node)> {
        let (mut statements, mut variables) = (Vec::new(), Node::Map(Vec::new()));
        for (name, actions) in function.need("Allow")?.entries() {
            let target = self.target(name)?;
            let service = target.need("Service")?.text()?;
            let actions = actions.elements().iter().map(|action| Ok(text(&format!("{service}:{}", action.text()?))));
            let mut statement = Node::Map(vec![("Effect".to_owned(), text("Allow"))]);
            statement
                .merge(Node::Map(vec![("Action".to_owned(), one_or_list(actions.collect::<anyhow::Result<_>>()?))]));
            statement.merge(without(&target, &["Service", "Variables"]));
            statements.push(statement);
            variables.merge(target.get("Variables").cloned().unwrap_or(Node::Map(Vec::new())));
        }
        variables.merge(function.get("Environment").cloned().unwrap_or(Node::Map(Vec::new())));
        Ok((Node::List(statements), variables))
    }

    /// The values of variables that contain parameters.
    fn settings(&self, variables: &Node) -> anyhow::Result<Node> {
        let parameters = self.template.need("Parameters")?.entries();
        let parameters: Vec<_> = parameters.iter().map(|(name, _)| name.as_str()).collect();
        let values = variables.entries().iter().map(|(_, value)| value);
        Ok(Node::List(values.filter(|value| value.refers_to(&parameters)).cloned().collect()))
    }

    fn target(&self, name: &str) -> anyhow::Result<Node> {
        if let Some(target) = self.targets.get(name) {
            return Ok(target.clone());
        }
        let queue = name.strip_suffix("DeadQueue").or_else(|| name.strip_suffix("Queue"));
        let queue =
            queue.and_then(|queue| self.queues.get(queue)).with_context(|| format!("there is no target {name}"))?;
        let arn = Node::Tagged("GetAtt".to_owned(), Box::new(text(&format!("{name}.Arn"))));
        let mut target = vec![("Service".to_owned(), text("sqs")), ("Resource".to_owned(), arn)];
        if let (Some(variable), false) = (queue.get("Variable"), name.ends_with("DeadQueue")) {
            let url = Node::Tagged("Ref".to_owned(), Box::new(text(name)));
            target.push(("Variables".to_owned(), Node::Map(vec![(variable.text()?.to_owned(), url)])));
        }
        Ok(Node::Map(target))
    }

    fn routes(&self) -> anyhow::Result<Vec<StackRoute>> {
        let mut routes = Vec::new();
        for (function, keys) in self.api.need("Routes")?.entries() {
            ensure!(
                self.functions.get(function).is_some(),
                "api.yaml has routes of {function}, which functions.yaml lacks"
            );
            for key in keys.elements() {
                routes.push(StackRoute { key: key.text()?.to_owned(), function: function.clone() });
            }
        }
        for route in edge::routes::ROUTES {
            reaches(&routes, route)?;
        }
        Ok(routes)
    }

    fn add_routes(&mut self, routes: &[StackRoute]) -> anyhow::Result<()> {
        let throttles = self.api.need("Throttles")?.clone();
        for (key, _) in throttles.entries() {
            ensure!(routes.iter().any(|route| route.key == *key), "api.yaml throttles {key}, which is no route");
        }
        for StackRoute { key, function } in routes {
            let name = text(&format!("{}Route", camel(&key.to_lowercase())));
            ensure!(self.template.need("Resources")?.get(name.text()?).is_none(), "two resources would be {name:?}");
            let words = [("<Route>", &name), ("<Key>", &text(key))];
            self.add("Route", &[&words[..], &[("<Name>", &text(&camel(function)))]].concat())?;
            if let Some(limits) = throttles.get(key) {
                self.add("Throttle", &[&words[..], &[("<Limits>", limits)]].concat())?;
            }
        }
        Ok(())
    }

    fn add_alarms(&mut self, routes: &[StackRoute]) -> anyhow::Result<()> {
        for (name, alarm) in self.alarms.clone().entries() {
            let what = alarm.need("What").with_context(|| format!("the alarm {name}"))?;
            let words = [("<Alarm>", &text(name)), ("<What>", what), ("<anchor>", &text(&name.to_lowercase()))];
            self.add("Alarm", &words)?;
            if alarm.get("MetricName").is_some() {
                self.add("MetricAlarm", &words)?;
            }
            if let Some(logged) = alarm.get("Logged") {
                self.add_filters(name, alarm, logged).with_context(|| format!("the alarm {name}"))?;
            }
            if alarm.get("Brake").is_some() {
                self.add("Brake", &[("<Alarm>", &text(name))])?;
            }
            self.add_properties(name, without(alarm, &["What", "Brake", "Logged", "Label", "Of", "Each"]));
            if let Some(label) = alarm.get("Label") {
                self.add("Sum", &[("<Alarm>", &text(name)), ("<Label>", label)])?;
            }
            if let Some(each) = alarm.get("Each") {
                let (of, metric) = (each.need("Of")?.text()?, each.need("Metric")?);
                let queues = self.queues_of(each)?;
                ensure!(
                    queues.len() <= ALARM_METRICS_MAX,
                    "{name} is full: it has no room for {} queues",
                    queues.len()
                );
                for queue in queues {
                    let id = metric_id(queue.strip_suffix(of).unwrap_or(&queue));
                    let words =
                        [("<Alarm>", &text(name)), ("<Queue>", &text(&queue)), ("<Metric>", metric), ("<id>", &id)];
                    self.add("OfQueue", &words)?;
                }
            }
        }
        self.add_errors(routes)
    }

    /// The queues, or the dead-letter queues, but those that the entry names.
    fn queues_of(&self, each: &Node) -> anyhow::Result<Vec<String>> {
        let is_dead = match each.need("Of")?.text()? {
            "Queue" => false,
            "DeadQueue" => true,
            other => bail!("there is nothing of {other} for each"),
        };
        let but = each.get("But").map(Node::text).transpose()?;
        let is_queue = |resource: &Node| resource.get("Type").is_some_and(|kind| *kind == text("AWS::SQS::Queue"));
        let resources = self.template.need("Resources")?.entries().iter();
        let queues = resources.filter(|(_, resource)| is_queue(resource)).map(|(name, _)| name.as_str());
        let wanted = queues.filter(|name| name.ends_with("DeadQueue") == is_dead && but != Some(*name));
        Ok(wanted.map(str::to_owned).collect())
    }

    /// Adds the metric filters that count the lines with a field in some functions' logs.
    fn add_filters(&mut self, name: &str, alarm: &Node, logged: &Node) -> anyhow::Result<()> {
        for function in logged.need("By")?.elements() {
            let function = function.text()?;
            ensure!(self.functions.get(function).is_some(), "there is no function {function}");
            let function = camel(function);
            let words = [
                ("<Alarm>", &text(name)),
                ("<Filter>", &text(&format!("{function}{}", logged.need("Filter")?.text()?))),
                ("<Name>", &text(&function)),
                ("<Field>", logged.need("Field")?),
                ("<Metric>", alarm.need("MetricName")?),
                ("<Value>", logged.need("Value")?),
                ("<Unit>", logged.need("Unit")?),
            ];
            self.add("Logged", &words)?;
        }
        Ok(())
    }

    /// Adds each function's errors to the alarm of its kind, or to the alarm that it names.
    fn add_errors(&mut self, routes: &[StackRoute]) -> anyhow::Result<()> {
        let mut counts = vec![0; self.alarms.entries().len()];
        for (name, function) in self.functions.clone().entries() {
            let kind = if routes.iter().any(|route| route.function == *name) { "http" } else { "other" };
            let own = function.get("Errors").map(Node::text).transpose()?;
            if own == Some("none") {
                continue;
            }
            let is_its = |(alarm, entry): &(String, Node)| match own {
                Some(own) => alarm == own,
                None => entry.get("Of").is_some_and(|of| *of == text(kind)),
            };
            let Some(place) = self.alarms.entries().iter().position(is_its) else {
                bail!("there is no alarm for the errors of {name}");
            };
            let alarm = text(&self.alarms.entries()[place].0);
            counts[place] += 1;
            ensure!(counts[place] <= ALARM_METRICS_MAX, "{alarm:?} is full: give {name} another alarm with `Errors`");
            let camel = camel(name);
            self.add("Errors", &[("<Alarm>", &alarm), ("<Name>", &text(&camel)), ("<id>", &metric_id(&camel))])?;
        }
        Ok(())
    }
}

fn file(name: &str, text: &str) -> anyhow::Result<Node> {
    Node::read(text).with_context(|| format!("stack/{name}"))
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

fn one_or_list(mut elements: Vec<Node>) -> Node {
    if elements.len() == 1 { elements.remove(0) } else { Node::List(elements) }
}

/// A map without the entries that are not properties in CloudFormation.
fn without(map: &Node, names: &[&str]) -> Node {
    let others = map.entries().iter().filter(|(name, _)| !names.contains(&name.as_str()));
    Node::Map(others.cloned().collect())
}

/// `send-request` as `SendRequest`, and `get /v1/orders/{id}` as `GetV1OrdersId`.
fn camel(words: &str) -> String {
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// A metric's id within its alarm, which has to begin with a lower-case letter.
fn metric_id(camel: &str) -> Node {
    text(&(camel[..1].to_lowercase() + &camel[1..]))
}

/// Checks that API Gateway sends the calls of a route in the code to the function that answers them.
fn reaches(routes: &[StackRoute], route: &edge::routes::Route) -> anyhow::Result<()> {
    let methods: &[&str] = match route.method {
        "ANY" => &["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        "GET" => &["GET", "HEAD"],
        method => &[method],
    };
    // Any segment can stand for a variable.
    let path: Vec<_> =
        route.path.split('/').map(|segment| if segment.starts_with('{') { "x" } else { segment }).collect();
    for method in methods {
        let keys = routes.iter().map(|route| route.key.as_str());
        let key = most_specific(keys, method, &path.join("/")).map_or("$default", |(key, _)| key);
        let function = routes.iter().find(|route| route.key == key).map(|route| &*route.function);
        ensure!(
            function == Some(route.function),
            "api.yaml sends {method} {} to {function:?} by {key}, but {} serves it",
            route.path,
            route.function
        );
    }
    Ok(())
}
