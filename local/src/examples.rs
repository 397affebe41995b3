//! The examples of the OpenAPI document: calls with their answers, which a test replays. Those of `local/calls` stand
//! there alone; the others stand in the documents that explain them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, mem};

use anyhow::Context as _;
use edge::openapi::{bodies, operations};
use serde_json::{Map, Value};
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::{Content, OpenApi, RefOr};

const BASE_URL: &str = "http://127.0.0.1:3000";

struct Call {
    method: String,
    path: String,
    /// Everything after `?`, or nothing.
    query: String,
    /// The values of `-d` and similar options: one of JSON, or one for each field of a form.
    data: Vec<String>,
    /// `None` if the document does not show the answer's body.
    answer: Option<Value>,
}

/// Gives each operation its first call in the documents as an example. If an operation has none, it gets the example of
/// another body with the same schema.
pub(crate) fn add(api: &mut OpenApi) -> anyhow::Result<()> {
    let components = serde_json::to_value(&api.components)?;
    let mut examples = HashMap::new();
    for path in documents()? {
        let text = fs::read_to_string(path)?;
        for call in calls(&text) {
            let Some(route) = edge::routes::find(&call.method, &call.path) else { continue };
            let item = api.paths.paths.get_mut(route.path).context(route.path)?;
            for (_, operation) in operations(item).filter(|(method, _)| *method == call.method) {
                call.give_parameters(route.path, operation);
                let (takes, answers) = bodies(operation);
                let body = takes.as_deref().and_then(|takes| call.body(takes, &components));
                give(takes, body, &mut examples);
                give(answers, call.answer.clone(), &mut examples);
            }
        }
    }
    for (_, operation) in api.paths.paths.values_mut().flat_map(operations) {
        let (takes, answers) = bodies(operation);
        for content in [takes, answers].into_iter().flatten() {
            let example = schema(content).and_then(|schema| examples.get(schema)).cloned();
            content.example = content.example.take().or(example);
        }
    }
    Ok(())
}

/// The files with calls. A call of `local/calls` comes before the same call in a document, which may hide its answer.
fn documents() -> anyhow::Result<Vec<PathBuf>> {
    let local = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["calls", "../docs/api"] {
        let files = fs::read_dir(local.join(folder)).context(folder)?.collect::<Result<Vec<_>, _>>()?;
        paths.extend(files.iter().map(fs::DirEntry::path));
    }
    // By name, so that the files about an API are neighbours; the sort keeps the order of the folders.
    paths.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    Ok(paths)
}

/// Gives a body an example, unless it has one.
fn give(content: Option<&mut Content>, example: Option<Value>, examples: &mut HashMap<String, Value>) {
    let (Some(content), Some(example)) = (content, example) else { return };
    if let Some(schema) = schema(content) {
        examples.entry(schema.to_owned()).or_insert_with(|| example.clone());
    }
    content.example.get_or_insert(example);
}

fn schema(content: &Content) -> Option<&str> {
    match &content.schema {
        Some(RefOr::Ref(schema)) => Some(&schema.ref_location),
        _ => None,
    }
}

impl Call {
    /// Gives the operation's parameters the values in this call's address, unless they have examples. A shell variable
    /// is no value.
    fn give_parameters(&self, route: &str, operation: &mut Operation) {
        let values: HashMap<_, _> = form_urlencoded::parse(self.query.as_bytes()).collect();
        let segments = route.split('/').zip(self.path.split('/'));
        for parameter in operation.parameters.iter_mut().flatten() {
            let RefOr::T(parameter) = parameter else { continue };
            let segment = format!("{{{}}}", parameter.name);
            let value = match parameter.parameter_in {
                ParameterIn::Path => segments.clone().find(|(of, _)| *of == segment).map(|(_, value)| value),
                _ => values.get(parameter.name.as_str()).map(AsRef::as_ref),
            };
            let described = serde_json::to_value(&*parameter).unwrap_or_default();
            if let Some(value) = value.filter(|value| !value.starts_with('$') && described["example"].is_null()) {
                let example = typed(value, &described["schema"]);
                *parameter = ParameterBuilder::from(parameter.clone()).example(Some(example)).build();
            }
        }
    }

    /// The call's body, if it is JSON or a form.
    fn body(&self, takes: &Content, components: &Value) -> Option<Value> {
        if let [json] = &self.data[..]
            && json.starts_with('{')
        {
            return serde_json::from_str(json).ok();
        }
        let form = components.pointer(schema(takes)?.trim_start_matches("#/components"))?;
        let field = |field: &String| {
            let (name, value) = field.split_once('=')?;
            Some((name.to_owned(), typed(value, &form["properties"][name])))
        };
        let fields = self.data.iter().map(field).collect::<Option<Map<_, _>>>();
        fields.filter(|fields| !fields.is_empty()).map(Value::Object)
    }
}

/// A value of a form or an address as JSON: a number or a boolean if the schema says so.
fn typed(value: &str, schema: &Value) -> Value {
    let is_string = !["integer", "boolean"].iter().any(|kind| schema["type"] == *kind);
    match value.parse() {
        Ok(value) if !is_string => value,
        _ => Value::from(value),
    }
}

/// The successful calls in a document: each `curl` in a block of `sh`, with the block of `json` after it.
fn calls(document: &str) -> impl Iterator<Item = Call> {
    let blocks = document.split("```sh\n").skip(1);
    blocks.flat_map(|block| {
        let (script, rest) = block.split_once("```\n").unwrap_or((block, ""));
        let answer = rest.trim_start().strip_prefix("```json\n").and_then(|rest| rest.split_once("```"));
        let answer: Value = answer.and_then(|(answer, _)| serde_json::from_str(answer).ok()).unwrap_or_default();
        let is_refused = ["ok", "success"].iter().any(|word| answer[word] == false) || !answer["details"].is_null();
        let commands = commands(script).into_iter().filter(move |_| !is_refused);
        commands.filter_map(move |words| call(&words, &answer)).collect::<Vec<_>>()
    })
}

fn call(words: &[String], answer: &Value) -> Option<Call> {
    let mut words = words.strip_prefix(&["curl".to_owned()])?.iter();
    let (mut method, mut address, mut data, mut shows_answer) = (None, None, Vec::new(), true);
    while let Some(word) = words.next() {
        match word.as_str() {
            "-X" => method = words.next().cloned(),
            "-d" | "--data-urlencode" | "--data-binary" => data.extend(words.next().cloned()),
            "-H" => drop(words.next()),
            "-o" | "-w" => shows_answer = words.next().is_none(),
            word => address = address.or_else(|| word.strip_prefix(BASE_URL)),
        }
    }
    let (path, query) = address.map(|address| address.split_once('?').unwrap_or((address, "")))?;
    let method = method.unwrap_or_else(|| if data.is_empty() { "GET" } else { "POST" }.to_owned());
    let answer = Some(answer).filter(|answer| shows_answer && !answer.is_null()).cloned();
    Some(Call { method, path: path.to_owned(), query: query.to_owned(), data, answer })
}

/// The words of each command in a script. Of the shell's language, only quotes and continued lines are supported.
fn commands(script: &str) -> Vec<Vec<String>> {
    let (mut commands, mut words, mut word, mut quote) = (Vec::new(), Vec::new(), None::<String>, None);
    let mut characters = script.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), character) if character == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, '\\') => drop(characters.next()),
            (None, ' ') => words.extend(word.take()),
            (None, '\n') => {
                words.extend(word.take());
                commands.push(mem::take(&mut words));
            }
            (_, character) => word.get_or_insert_default().push(character),
        }
    }
    commands
}
