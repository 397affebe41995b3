//! Every text that is said exists, and what strangers may call has a throttle.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::template::{resources, root};

#[test]
fn what_can_be_guessed_is_slow_and_nobody_closes_shops_systems_out() {
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let rate = |key: &str| stage["Properties"]["RouteSettings"][key]["ThrottlingRateLimit"].as_i64();
    assert_eq!(rate("POST /console/sign-in/{proxy+}"), Some(10));
    assert_eq!(rate("ANY /in/{proxy+}"), Some(10_000), "the account's");
}

#[test]
fn every_message_that_is_said_exists() {
    let english = fs::read_to_string(root().join("shared/texts/languages/en.ftl")).unwrap();
    let console = files(&root().join("shared/texts/console/en"), "ftl");
    let console = console.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>().join("\n");
    // The second of two would be lost.
    let mut once = BTreeSet::new();
    for (id, _) in console.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(" = ")) {
        assert!(once.insert(id), "{id} is in two of the console's files");
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

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { files(&path, extension) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}
