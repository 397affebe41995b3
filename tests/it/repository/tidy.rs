//! Every text and story that the code names exists, public calls are throttled, and the rooms (top-level modules) of a
//! crate depend on each other in one direction.

use std::{
    fs,
    path::{Path, PathBuf},
};

use yaml_rust2::Yaml;

use crate::deployment::template::{list, parameters, resources, root};
use crate::support::*;

#[test]
fn calls_are_throttled_as_their_routes_need() {
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let settings = |key: &str| &stage["Properties"]["RouteSettings"][key];
    let rate = |settings: &Yaml| settings["ThrottlingRateLimit"].as_i64();
    assert_eq!(rate(settings("POST /console/sign-in/{proxy+}")), Some(10));
    // `!If [FewCalls, a quarter, all]`: in us-east-1, what an account has.
    assert_eq!([1, 2].map(|part| rate(&settings("ANY /in/{proxy+}")[part])), [Some(2_500), Some(10_000)]);
    // `!If [FewReaders, few, !If [ManyReaders, many, others]]`
    assert_eq!(rate(&settings("ANY /p/{proxy+}")[2][2]), Some(500));
    assert!(
        parameters().contains(&("PublicRate".to_owned(), Some("500".to_owned()))),
        "if the operator does not choose"
    );
    let functions = resources("AWS::Serverless::Function");
    let (_, orders_in) = functions.iter().find(|(name, _)| name == "OrdersIn").unwrap();
    let reserved = list(&orders_in["Properties"]["ReservedConcurrentExecutions"]);
    let reserved: Vec<_> = reserved.iter().filter_map(|part| part.as_str()).collect();
    assert_eq!(reserved, ["OrdersInReserved", "OrdersInConcurrency", "AWS::NoValue"], "if the parameter is set");
}

#[test]
fn every_text_that_code_names_exists() {
    let english = fs::read_to_string(root().join("shared/texts/languages/en.ftl")).unwrap();
    let console = fs::read_to_string(root().join("shared/texts/console/en.ftl")).unwrap();
    // If a name came twice, the second text would be lost.
    let mut once = BTreeSet::new();
    for (id, _) in console.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(" = ")) {
        assert!(once.insert(id), "the console has two texts {id}");
    }
    let english = [english, console].join("\n");
    let ids: BTreeSet<_> = english.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id).collect();
    let paths = ["rs", "html", "txt"].iter().flat_map(|extension| {
        ["functions", "shared/app"].iter().flat_map(|folder| files(&root().join(folder), extension))
    });
    let mut said = 0;
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        for id in text.split("say(\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            said += 1;
            assert!(ids.contains(id), "{}: there is no message {id}", path.display());
        }
    }
    assert!(said > 150, "{said}");
}

#[test]
fn every_story_that_code_names_exists() {
    let mut told = 0;
    for path in ["functions", "shared"].iter().flat_map(|folder| files(&root().join(folder), "rs")) {
        let text = fs::read_to_string(&path).unwrap();
        for story in text.lines().filter_map(|line| line.strip_prefix("//! Told by `")) {
            told += 1;
            let story = story.split('`').next().unwrap();
            assert!(root().join(story).is_file(), "{}: there is no {story}", path.display());
        }
    }
    assert!(told > 60, "{told}");
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { files(&path, extension) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

/// The rooms of a crate, which are its top-level modules, each with the other rooms that it names.
fn rooms(source: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut rooms = BTreeMap::<_, BTreeSet<_>>::new();
    for path in files(source, "rs") {
        let below = path.strip_prefix(source).unwrap().to_str().unwrap();
        if ["lib.rs", "main.rs"].contains(&below) || below.contains("tests") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let named = rooms.entry(below.split(['/', '.']).next().unwrap().to_owned()).or_default();
        let lines = product.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for path in lines.split("crate::").skip(1) {
            // `crate::{one::Name, other}` names each.
            let paths =
                path.strip_prefix('{').map_or(vec![path], |all| all.split('}').next().unwrap().split(',').collect());
            let room =
                |path: &str| path.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned();
            named.extend(paths.into_iter().map(room));
        }
    }
    let known: BTreeSet<_> = rooms.keys().cloned().collect();
    rooms.iter_mut().for_each(|(room, named)| named.retain(|other| other != room && known.contains(other)));
    rooms
}

#[test]
fn rooms_know_each_other_one_way() {
    let below = |folder: &str| fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let crates =
        ["shared", "functions"].into_iter().flat_map(below).chain(["cli", "local"].map(|name| root().join(name)));
    for path in crates {
        let (name, mut rooms) = (path.display().to_string(), rooms(&path.join("src")));
        let is_large = ["domain", "store", "app", "edge", "console"].iter().any(|large| path.ends_with(large));
        assert!(!is_large || rooms.len() > 9 && rooms.values().any(|named| !named.is_empty()), "{name}: {rooms:?}");
        // A room that names no remaining room is removed, until none is left.
        while let Some(last) = rooms.iter().find(|(_, named)| named.is_empty()).map(|(room, _)| room.clone()) {
            rooms.remove(&last);
            rooms.values_mut().for_each(|named| _ = named.remove(&last));
        }
        assert_eq!(rooms, BTreeMap::new(), "{name}: these rooms stand in a circle, or lead to one");
    }
}
