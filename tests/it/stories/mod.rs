//! Stories: tests that walk through the system, written as transcripts in `tests/stories`, a folder for each subject. What a
//! step says stands in `step.rs`.
//!
//! `STORY=words cargo it stories::` runs the stories whose file or title contains these words. `UPDATE_STORIES=1` rewrites
//! what a step expects by what happened, and prints the difference, which somebody has to read.

mod answer;
mod matching;
mod step;
mod teller;

use std::panic::AssertUnwindSafe;
use std::{env, fs, path::PathBuf};

use futures_util::FutureExt as _;
use step::Step;
use teller::Teller;

use crate::deployment::template::root;

/// Each folder is a test of its own.
macro_rules! folders {
    ($($folder:ident)*) => {
        $(#[tokio::test]
        async fn $folder() {
            all_hold(stringify!($folder)).await;
        })*

        #[test]
        fn each_folder_is_a_test() {
            let mut folders: Vec<_> = fs::read_dir(stories()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            folders.sort();
            assert_eq!(folders, [$(stringify!($folder)),*]);
        }
    };
}

folders! {
    console dialects feeds hub importing notifications operators orders_in privacy public requests reviews sending shops webhooks
}

fn stories() -> PathBuf {
    root().join("tests/stories")
}

#[expect(clippy::print_stdout, reason = "somebody reads what is rewritten")]
async fn all_hold(folder: &str) {
    let (only, update) = (env::var("STORY").unwrap_or_default(), env::var_os("UPDATE_STORIES").is_some());
    let mut files: Vec<_> = fs::read_dir(stories().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut problems = Vec::new();
    for file in files {
        let (name, text) = (file.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&file).unwrap());
        let mut rewritten = text.clone();
        // From the last story to the first, so that ranges stay what they are.
        for story in
            told(&text).into_iter().rev().filter(|story| [&name, story.title].iter().any(|of| of.contains(&only)))
        {
            for difference in story.differences(update).await.into_iter().rev() {
                let Difference { range, expected, found, line } = difference;
                if let (true, Some(range)) = (update, range) {
                    println!("{name}:{line}\n- {expected}\n+ {found}");
                    rewritten.replace_range(range, &found);
                } else {
                    problems.push(format!(
                        "{folder}/{name}:{line} ({})\n  expected {expected}\n  found    {found}",
                        story.title
                    ));
                }
            }
        }
        if rewritten != text {
            fs::write(&file, rewritten).unwrap();
        }
    }
    problems.reverse();
    assert!(problems.is_empty(), "{} of the steps are not as they are told:\n{}", problems.len(), problems.join("\n"));
}

/// What a step expected, and what happened. Without a range it cannot be rewritten.
pub struct Difference {
    pub range: Option<std::ops::Range<usize>>,
    pub expected: String,
    pub found: String,
    pub line: usize,
}

/// A story's title and the beginning and text of its steps in the file.
struct Story<'a> {
    title: &'a str,
    steps: Vec<(usize, usize, &'a str)>,
}

/// The stories of a file. `# ` begins a story, `//` a remark, and an indented line continues a step.
fn told(text: &str) -> Vec<Story<'_>> {
    let (mut stories, mut at): (Vec<Story<'_>>, _) = (Vec::new(), 0);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let (start, content) = (at, line.trim_end());
        at += line.len();
        if let Some(title) = content.strip_prefix("# ") {
            stories.push(Story { title, steps: Vec::new() });
        } else if let Some(story) = stories.last_mut() {
            match story.steps.last_mut() {
                Some((begin, _, step)) if content.starts_with(' ') => *step = &text[*begin..start + content.len()],
                _ if content.is_empty() || content.starts_with("//") => {}
                _ => {
                    let (time, step) = content.split_at(time_before(content));
                    let steps = [(start, number + 1, time.trim_end()), (start + time.len(), number + 1, step)];
                    story.steps.extend(steps.into_iter().filter(|(_, _, step)| !step.is_empty()));
                }
            }
        } else {
            assert!(content.is_empty() || content.starts_with("//"), "before the first `# `: {content}");
        }
    }
    stories
}

/// The length of the time before a step that begins with one.
fn time_before(line: &str) -> usize {
    let words = [("+", 1), ("jump ", 2), ("until ", 2)].into_iter().find(|(word, _)| line.starts_with(word));
    words.and_then(|(_, words)| line.match_indices(' ').nth(words - 1)).map_or(0, |(at, _)| at + 1)
}

impl Story<'_> {
    /// Tells the story until a step fails; if expectations are rewritten, to its end.
    async fn differences(&self, update: bool) -> Vec<Difference> {
        let (mut teller, mut differences) = (Teller::new().await, Vec::new());
        let end = self.steps.last().map(|&(start, line, _)| (start, line, "end"));
        for (start, line, text) in self.steps.iter().copied().chain(end) {
            let mut step = Step::new(text);
            let is_loop = step.is("each");
            let rounds = if is_loop { teller.each(&mut step) } else { vec![Vec::new()] };
            let begin = step.here();
            for round in rounds {
                let said = round.iter().map(|(name, value)| format!("${name} is {value}: ")).collect::<String>();
                round.into_iter().for_each(|(name, value)| teller.known.set(&name, value));
                let mut step = Step::new(text);
                step.go(begin);
                let told = AssertUnwindSafe(teller.tell(&mut step)).catch_unwind().await;
                let found = step.differences.drain(..).map(|(range, found)| Difference {
                    expected: text[range.clone()].to_owned(),
                    range: (!is_loop).then(|| start + range.start..start + range.end),
                    found: format!("{}{found}", if update { "" } else { &said }),
                    line,
                });
                differences.extend(found);
                if let Err(panic) = told {
                    let found = panic.downcast_ref::<String>().cloned();
                    let found = found.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
                    let found = format!("{said}{}", found.unwrap_or_default());
                    differences.push(Difference { range: None, expected: text.to_owned(), found, line });
                    return differences;
                }
            }
            if !differences.is_empty() && !update {
                break;
            }
        }
        differences
    }
}
