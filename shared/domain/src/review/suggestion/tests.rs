use super::*;
use crate::review::QUESTIONS_MAX;
use crate::review::phrases::tests::book;
use crate::values::Language;

fn text(turns: &[Turn]) -> String {
    suggested_text(turns, book)
}

fn turns(answers: &[&str]) -> Vec<Turn> {
    let turn = |(number, text): (usize, &&str)| {
        let answer = Answer::parse(text).unwrap();
        let mark = if answer.is_some() { Mark::Answered } else { Mark::Skipped };
        Turn { number, mark, answer, language: Language::English }
    };
    answers.iter().enumerate().map(turn).collect()
}

#[test]
fn answers_become_sentences() {
    for (answers, expected) in [
        (&["every day", "well made!", "", "I'd buy it again"][..], "Every day. Well made! I'd buy it again."),
        (&["iPhone fits", "e-mail@x", "ßo", "don't know"], "iPhone fits. e-mail@x. ßo. Don't know."),
        (&["👍", "استخدمه كل يوم", "毎日使います", "ok…"], "👍 استخدمه كل يوم. 毎日使います。 Ok…"),
        (
            &["for bread (twice)", "worth 20€", "they said \"ok.\"", ""],
            "For bread (twice). Worth 20€. They said \"ok.\"",
        ),
        (&["two\nlines", "", "", ""], "Two\nlines."),
        (&["", "", "", ""], ""),
        (&["Um, every day", "yes", "well, um, the lid", "-"], "Every day. The lid."),
        (&["I like how", "it. um. holds, so yeah", "", ""], "It. Holds."),
        (
            &["so good! my son has one. he", "approx. three or so… and i. e. two", "", ""],
            "So good! My son has one. He. Approx. three or so… and i. e. two.",
        ),
    ] {
        assert_eq!(text(&turns(answers)), expected);
    }
}

#[test]
fn a_skipped_answer_is_left_out_and_an_unfinished_one_is_not() {
    let mut turns = turns(&["mine", "yours", "", ""]);
    turns[0].mark = Mark::Skipped;
    turns[1].mark = Mark::Open;
    assert_eq!(text(&turns), "Yours.");
}

/// Checks that the text has the words of the answers, in their order, and no other word.
fn check(turns: &[Turn]) {
    let suggested = text(turns);
    let answered = turns.iter().filter(|turn| turn.mark != Mark::Skipped);
    let answers: Vec<&str> = answered.filter_map(|turn| Some(turn.answer.as_ref()?.as_str())).collect();
    let said = answers.join(" ").to_lowercase();
    let mut rest = said.chars();
    for c in suggested.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '。')) {
        assert!(rest.any(|said| said == c), "{c} of {suggested} is not in {said}");
    }
    for answer in answers {
        for part in book(Language::English).kept(answer).concat() {
            let part = answer[part].to_lowercase();
            assert!(suggested.to_lowercase().contains(&part), "{part} of {answer} is missing");
        }
    }
    assert!(suggested.chars().count() <= crate::review::ReviewText::CHARACTERS_MAX);
    if !suggested.is_empty() {
        assert_eq!(crate::review::ReviewText::parse(&suggested).unwrap().as_str(), suggested);
    }
}

#[test]
fn every_word_of_a_suggested_text_is_its_turns() {
    // Pieces with a bar between them.
    const PIECES: &str = "every day| |  |\n|\t|\r\n|.|!|?|Iphone|iPhone|ß|ﬁne|ǆ|👩‍👩‍👧|🇩🇪|مرحبا|שלום|\u{202e}evil|\
        <script>alert(1)</script>|{{ 7*7 }}|e\u{301}|\u{7}|毎日|um|Um, |well,| I mean | I mean not |No, |\
        heavy |, so yeah|yes|I like how|It was a gift|,|…";
    let pieces: Vec<_> = PIECES.split('|').collect();
    // A fixed linear congruential generator: the same hostile answers in every run.
    let mut state = 1_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut refused = 0;
    for _ in 0..3_000 {
        let mut turns = Vec::new();
        for number in (0..QUESTIONS_MAX).rev() {
            let many = if draw(50) == 0 { 1_200 } else { 8 };
            let text: String = (0..draw(many)).map(|_| pieces[draw(pieces.len())]).collect();
            let mark = [Mark::Open, Mark::Answered, Mark::Skipped][draw(3)];
            match Answer::parse(&text) {
                Ok(answer) => turns.push(Turn { number, answer, mark, language: Language::English }),
                Err(_) => refused += 1,
            }
        }
        turns.reverse();
        check(&turns);
    }
    assert!(refused > 100, "control characters and overlong answers are refused");
    let longest = "x".repeat(Answer::CHARACTERS_MAX);
    check(&turns(&[longest.as_str(); QUESTIONS_MAX]));
}
