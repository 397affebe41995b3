use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};

use domain::order::ProductId;
use domain::request::Subject;
use domain::review::{Answer, Mark, Phrases, QUESTIONS_MAX, Question, Turn, WithholdReason};
use domain::values::Language;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::bundle::{self, section, source};
use crate::{Part, Texts, phrases, questions};

/// The variables of each message and attribute of a section.
fn variables(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (mut all, mut message, mut id) = (BTreeMap::<_, BTreeSet<_>>::new(), String::new(), String::new());
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((head, _)) = line.split_once(" = ") {
            match head.trim().strip_prefix('.') {
                Some(attribute) => id = format!("{message}.{attribute}"),
                None if !line.starts_with(' ') => {
                    head.clone_into(&mut message);
                    head.clone_into(&mut id);
                }
                None => {}
            }
        }
        let variables = line.split('$').skip(1);
        let variables = variables.map(|rest| rest.chars().take_while(char::is_ascii_alphabetic).collect());
        if !id.is_empty() {
            all.entry(id.clone()).or_default().extend::<Vec<String>>(variables.collect());
        }
    }
    all
}

const SECTIONS: [&str; 5] = ["Words", "Page", "Email", "SMS", "Questions"];

/// A file that Fluent reads, without markup and without marks of direction. Returns the texts that it lacks or has otherwise than English:
/// with other variables, or one that English has no more.
fn lacking(name: &str, file: &str, english: &str) -> Vec<String> {
    FluentResource::try_new(file.to_owned()).unwrap_or_else(|(_, errors)| panic!("{name} {errors:?}"));
    assert!(!file.replace("->", "").contains(['<', '>', '&', '\u{2068}', '\u{2069}']), "{name}");
    let (file, english) = (variables(file), variables(english));
    let (lacks, left): (BTreeSet<_>, BTreeSet<_>) = (english.iter().collect(), file.iter().collect());
    let ids: BTreeSet<_> = lacks.symmetric_difference(&left).map(|(id, _)| id).collect();
    ids.into_iter().map(|id| format!("{name} lacks {id}, as English has it")).collect()
}

/// What the other languages lack.
fn untranslated() -> Vec<String> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let headings: Vec<_> = source(language).lines().filter_map(|line| line.strip_prefix("### ")).collect();
        assert_eq!(headings[1..], SECTIONS, "{language:?}");
        for heading in SECTIONS {
            let name = format!("languages/{}.ftl", language.as_str());
            all.extend(lacking(&name, section(language, heading), section(Language::English, heading)));
        }
        match bundle::console(language) {
            Some(file) => {
                let name = format!("console/{}.ftl", language.as_str());
                all.extend(lacking(&name, file, bundle::console(Language::English).unwrap()));
            }
            None => assert_eq!(Texts::console(language).language(), Language::English),
        }
    }
    all
}

#[test]
fn a_translation_may_follow_its_english() {
    for line in untranslated() {
        // Not `eprintln!`, whose output libtest hides unless the test fails.
        let _ = writeln!(io::stderr(), "TRANSLATE: shared/texts/{line}");
    }
}

#[test]
#[ignore = "for .ci/nightly and a release: a commit may write English alone"]
fn every_language_has_all_messages_of_english_with_the_same_variables() {
    assert!(untranslated().is_empty(), "{:#?}", untranslated());
}

#[test]
fn each_reason_for_withholding_has_its_sentence() {
    for reason in WithholdReason::NAMED.into_iter().chain([WithholdReason::Unspecified]) {
        let id = format!("withheld-{}", reason.as_str());
        assert_ne!(Texts::mail(Language::English).say(&id).to_string(), "", "{id}");
    }
}

#[test]
fn a_missing_message_is_shown_in_english_and_an_unknown_one_is_empty() {
    let half = bundle::parse(Language::German, &["here = Hier\nwrong = { $nobody }\nbroken"]);
    let none = FluentArgs::new();
    assert_eq!(bundle::format(&half, "here", &none).unwrap(), "Hier");
    for lacking in ["wrong", "broken", "elsewhere"] {
        assert_eq!(bundle::format(&half, lacking, &none), None, "{lacking}");
    }
    for language in Language::ALL {
        assert_eq!(Texts::page(language).say("no-such-message").to_string(), "");
        assert_eq!(Texts::page(language).say("stop-offer").to_string(), "", "the shop is not given");
    }
}

#[test]
fn numbers_select_plural_forms() {
    for (language, count, expected) in [
        (Language::English, 1_usize, "1 star"),
        (Language::English, 3, "3 stars"),
        (Language::French, 2, "2 étoiles"),
        (Language::Arabic, 1, "نجمة واحدة"),
        (Language::Arabic, 2, "نجمتان"),
        (Language::Arabic, 3, "3 نجوم"),
        (Language::Arabic, 11, "11 نجمة"),
        (Language::Arabic, 100, "100 نجمة"),
    ] {
        assert_eq!(Texts::page(language).say("stars").count("count", count).to_string(), expected);
    }
    let forms = |language| Texts::page(language).plural("published-count", "count");
    let english = [("one", "{n} review"), ("other", "{n} reviews")];
    assert_eq!(forms(Language::English).iter().map(|(of, form)| (&**of, &**form)).collect::<Vec<_>>(), english);
    let names = |language| forms(language).into_keys().collect::<Vec<_>>().join(" ");
    assert_eq!(names(Language::Arabic), "few many one other two zero");
    assert_eq!(names(Language::Polish), "few many one other");
    assert_eq!(forms(Language::Polish)["other"], forms(Language::Polish)["many"]);
    assert_eq!(names(Language::Japanese), "other");
}

#[test]
fn a_day_and_a_month_are_written_as_people_write_them() {
    for (language, day, month) in [
        (Language::English, "1 February 2027", "February 2027"),
        (Language::German, "1. Februar 2027", "Februar 2027"),
        (Language::French, "1er février 2027", "février 2027"),
        (Language::Spanish, "1 de febrero de 2027", "febrero de 2027"),
        (Language::Polish, "1 lutego 2027", "luty 2027"),
        (Language::Japanese, "2027年2月1日", "2027年2月"),
        (Language::Arabic, "1 فبراير 2027", "فبراير 2027"),
    ] {
        let page = Texts::page(language);
        assert_eq!((page.day(2027, 2, 1), page.month(2027, 2)), (day.to_owned(), month.to_owned()));
        assert_eq!(Texts::mail(language).day(2027, 2, 1), day);
    }
    assert_eq!(Texts::console(Language::English).month(2027, 2), "February 2027");
}

#[test]
fn a_percent_sign_is_not_cut_from_its_number_by_isolation_marks() {
    for (language, expected) in
        [(Language::English, "95.2%"), (Language::German, "95,2\u{a0}%"), (Language::Arabic, "95.2%")]
    {
        assert_eq!(Texts::console(language).percent(95.24), expected);
    }
}

#[test]
fn html_escapes_and_isolates_what_people_wrote() {
    let message = Texts::page(Language::English).say("postponed-link").with("shop", "<b>&\"'").words("day", "<i>");
    assert_eq!(
        message.html(),
        "Your link keeps working until &#60;i&#62;. If your order seems to be lost, please ask \
         <bdi>&#60;b&#62;&#38;&#34;&#39;</bdi> about it."
    );
    let text = "Your link keeps working until <i>. If your order seems to be lost, please ask <b>&\"' about it.";
    assert_eq!(message.to_string(), text);
}

#[test]
fn only_emails_in_a_right_to_left_language_isolate_names_by_marks() {
    let contact = |language| Texts::mail(language).say("contact").with("shop", "Fern").to_string();
    assert_eq!(contact(Language::English), "Contact Fern");
    assert_eq!(contact(Language::Arabic), "التواصل مع \u{2068}Fern\u{2069}");
    for language in Language::ALL {
        let text = Texts::sms(language).say("first").with("shop", "Fern").with("link", "l").to_string();
        assert!(!text.contains(['\u{2068}', '\u{2069}']));
    }
}

/// Every question about a subject, after every possible ready answer.
fn every_question(language: Language, subject: &Subject) -> Vec<(usize, Question)> {
    let mut found: Vec<(usize, Question)> = Vec::new();
    let tapped = |number: usize, chip: &str| Turn { number, ..turn(language, chip) };
    let mut paths = vec![Vec::new()];
    for number in 0..QUESTIONS_MAX {
        let mut longer = Vec::new();
        for path in paths {
            let question = questions(language, subject, &path).into_iter().nth(number).unwrap();
            longer.extend(question.chips.iter().map(|chip| [&path[..], &[tapped(number, chip)]].concat()));
            if found.iter().all(|(_, known)| *known != question) {
                found.push((number, question));
            }
        }
        paths = longer;
    }
    found
}

fn turn(language: Language, answer: &str) -> Turn {
    let answer = Answer::parse(answer).unwrap();
    Turn { number: 0, answer, mark: Mark::Answered, language }
}

fn subjects() -> [(Subject, usize); 2] {
    [(Subject::Shop, 6), (Subject::Product(ProductId::parse("shopify-1").unwrap()), 9)]
}

#[test]
fn every_question_ends_as_one_and_a_ready_answer_is_a_sentence_and_a_beginning_waits_to_be_finished() {
    for language in Language::ALL {
        let phrases = phrases(language);
        for (subject, count) in subjects() {
            let all = every_question(language, &subject);
            assert_eq!(all.len(), count, "{language:?}: every variant is reached");
            for (_, question) in all {
                assert!(question.text.ends_with(['?', '؟', '？']), "{}", question.text);
                assert!(question.chips.len() >= 3 && [2, 3].contains(&question.beginnings.len()));
                for chip in &question.chips {
                    assert_eq!(Answer::parse(chip).unwrap().unwrap().as_str(), chip);
                    assert!(chip.ends_with(char::is_alphanumeric), "the suggested text adds the full stop: {chip}");
                    assert!(phrases.is_tapped(chip), "{chip}");
                    assert_eq!(kept(phrases, chip), *chip);
                }
                for beginning in &question.beginnings {
                    assert_eq!(kept(phrases, beginning), "", "{beginning}");
                    let finished = format!("{beginning} xxx vvv zzz");
                    assert_eq!(kept(phrases, &finished), finished);
                    assert_eq!(question.said(&finished, phrases), finished);
                    for bare in phrases.yes_no.iter().map(String::as_str).chain(["-", "–", "?"]) {
                        assert_eq!(question.said(&format!("{beginning} {bare}."), phrases), "", "{beginning} {bare}");
                    }
                }
                for words in question.chips.iter().chain(&question.beginnings) {
                    let first = words.chars().next().unwrap();
                    assert!(first.is_uppercase() || first.to_uppercase().eq([first]), "a sentence's start: {words}");
                }
            }
        }
    }
}

#[test]
fn a_ready_answer_leads_to_a_question_that_fits_whatever_else_is_typed() {
    let ask = |turns: &[Turn]| questions(Language::English, &subjects()[1].0, turns).map(|question| question.text);
    let first = |answer| ask(&[turn(Language::English, answer)])[1].clone();
    assert_eq!(first("It was a gift"), "How did it go down?");
    assert_eq!(first("For my mother. It was a gift!"), "How did it go down?");
    assert_eq!(first("It was a gift for my mother."), "How did it go down?");
    assert_eq!(first("I haven’t used it much yet."), "What was your first impression?");
    for other in ["I use it every day", "No, it was a gift shop", "It was a gifted one"] {
        assert_eq!(first(other), "What do you like about it?", "{other}");
    }
    let skipped = Turn { mark: Mark::Skipped, ..turn(Language::English, "It was a gift") };
    assert_eq!(ask(&[skipped])[1], "What do you like about it?");
    // The customer answered in German, and the next questions are in English.
    let gift = turn(Language::German, "Es war ein Geschenk.");
    let wrong = Turn { number: 1, ..turn(Language::German, "Es war nicht das Richtige") };
    assert_eq!(ask(&[gift, wrong])[1..], ["How did it go down?", "What went wrong?", "What would have put it right?"]);
}

fn kept(phrases: &Phrases, answer: &str) -> String {
    phrases.kept(answer).concat().into_iter().map(|range| &answer[range]).collect()
}

#[test]
fn bare_words_say_nothing_and_fillers_are_left_out() {
    for language in Language::ALL {
        let phrases = phrases(language);
        assert!(phrases.fillers.len() > 2 && phrases.openers.len() > 2 && phrases.nothing.len() > 2, "{language:?}");
        assert!(phrases.chips.len() > 40 && phrases.beginnings.len() >= 30, "{language:?}");
        for bare in phrases.yes_no.iter().chain(&phrases.nothing) {
            for typed in [bare.clone(), format!("{}!", bare.replace('\'', "’")), format!(" {bare}. ")] {
                assert!(kept(phrases, &typed).is_empty() && phrases.is_fragment(&typed, ""), "{typed}");
            }
        }
        for filler in phrases.fillers.iter().filter(|filler| !filler.contains('(')) {
            let answer = format!("{filler}, xxx vvv, {filler}, zzz {filler} www");
            assert_eq!(kept(phrases, &answer), "xxx vvv zzz www", "{answer}");
        }
    }
}

#[test]
fn parts_are_separate() {
    assert_eq!(Texts::sms(Language::English).say("closing").to_string(), "");
    assert_ne!(Texts { language: Language::English, part: Part::Questions }.say("shop-1").to_string(), "");
}
