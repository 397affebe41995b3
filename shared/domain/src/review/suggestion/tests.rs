use super::*;
use crate::review::QUESTIONS_MAX;
use crate::review::phrases::tests::book;
use crate::values::Language;

fn text(turns: &[Turn], order: &[usize]) -> String {
    SuggestedText::from_turns(turns, order, book).text().to_owned()
}

fn turns(answers: &[&str]) -> Vec<Turn> {
    let turn = |(number, text): (usize, &&str)| {
        let answer = Answer::parse(text).unwrap();
        let mark = if answer.is_some() { Mark::Answered } else { Mark::Skipped };
        Turn { number, mark, answer, language: Language::English, asked_again: false }
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
        assert_eq!(text(&turns(answers), &[]), expected);
    }
}

#[test]
fn what_was_added_follows_as_a_sentence_without_a_stutter() {
    for (answer, expected) in [
        ("heavy\nin a good way, it does not slide", "Heavy. In a good way, it does not slide."),
        ("heavy\nheavy in a good way", "Heavy in a good way."),
        ("The finish\nthe finish, it glows", "The finish, it glows."),
        ("no\nNo, I would not change anything about it", "No, I would not change anything about it."),
        ("NO\nbecause I had to pay", "Because I had to pay."),
        ("nothing\nWell, a bit heavy", "A bit heavy."),
        ("yes\nyes, for my sister", "For my sister."),
        ("-\na bit heavy", "A bit heavy."),
        ("heavy!\nno", "Heavy!"),
        ("no\nno", ""),
        ("no", ""),
        ("heavy\nit slides I mean not far\nand it holds", "Heavy. It slides. Not far\nand it holds."),
        ("重い\n安定している", "重い。 安定している。"),
    ] {
        let mut turns = turns(&[answer]);
        turns[0].asked_again = true;
        assert_eq!(text(&turns, &[]), expected, "{answer}");
        check(&turns, &[]);
    }
    assert_eq!(text(&turns(&["no\nno, I would not"]), &[]), "No\nno, I would not.", "nobody was asked for more");
}

#[test]
fn a_skipped_answer_is_left_out_and_an_unfinished_one_is_not() {
    let mut turns = turns(&["mine", "yours", "", ""]);
    turns[0].mark = Mark::Skipped;
    turns[1].mark = Mark::Open;
    assert_eq!(text(&turns, &[]), "Yours.");
}

#[test]
fn an_order_moves_answers_and_adds_none() {
    let turns = turns(&["one", "two", "", "four"]);
    for (order, expected) in [
        (&[3, 0, 1][..], "Four. One. Two."),
        (&[1], "Two. One. Four."),
        (&[3, 3, 9, 2, 1], "Four. Two. One."),
        (&[], "One. Two. Four."),
    ] {
        assert_eq!(text(&turns, order), expected, "{order:?}");
    }
}

/// Checks that each word of the text is in its span's turn, in the answer's order, and that the text has nothing else.
fn check(turns: &[Turn], order: &[usize]) {
    let suggested = SuggestedText::from_turns(turns, order, book);
    let (mut end, mut seen) = (0, Vec::<(usize, usize)>::new());
    for span in suggested.spans() {
        let before = seen.last().copied();
        let same = before.is_some_and(|(turn, _)| turn == span.turn);
        // One space, or nothing within a sentence of an answer.
        let between = &suggested.text()[end..span.suggested.start];
        assert!(if end == 0 { between.is_empty() } else { between == " " || same && between.is_empty() });
        assert!(if same { before.unwrap().1 <= span.answer.start } else { seen.iter().all(|one| one.0 != span.turn) });
        let turn = turns.iter().find(|turn| turn.number == span.turn).unwrap();
        assert_ne!(turn.mark, Mark::Skipped);
        let answer = &turn.answer.as_ref().unwrap().as_str()[span.answer.clone()];
        let part = &suggested.text()[span.suggested.clone()];
        // Both differ at most in the case of the first letter and in a full stop at the end.
        let part = if answer.chars().count() == part.chars().count() {
            part
        } else {
            part.strip_suffix(['.', '。']).unwrap()
        };
        let (before, after) = (answer.chars().next().unwrap(), part.chars().next().unwrap());
        assert!(before == after || after.to_lowercase().eq([before]));
        assert_eq!(answer[before.len_utf8()..], part[after.len_utf8()..]);
        end = span.suggested.end;
        seen.push((span.turn, span.answer.end));
    }
    assert_eq!(end, suggested.text().len());
    // Every answer that says something is used.
    for turn in turns.iter().filter(|turn| turn.mark != Mark::Skipped) {
        let answer = turn.answer.as_ref().map_or("", Answer::as_str);
        let says = |part: &str| !book(turn.language).kept(part).is_empty();
        let (first, added) = turn.parts();
        assert_eq!(seen.iter().any(|one| one.0 == turn.number), says(first) || says(added), "{answer}");
        let ends = || seen.iter().filter(|one| one.0 == turn.number).map(|one| one.1);
        assert_eq!(ends().any(|end| end > answer.len() - added.len()), says(added), "{answer}");
        // In a first answer, only bare or repeated words are left out.
        let unrepeated = book(turn.language).unrepeated(first, added);
        let is_used = ends().any(|end| end <= first.len());
        assert!(is_used == says(first) || unrepeated < first.len(), "{answer}");
    }
    assert!(suggested.text().chars().count() <= crate::review::ReviewText::CHARACTERS_MAX);
    if !suggested.text().is_empty() {
        assert_eq!(crate::review::ReviewText::parse(suggested.text()).unwrap().as_str(), suggested.text());
    }
}

#[test]
fn every_word_of_a_suggested_text_is_its_turns() {
    const FIRST: [&str; 9] = ["no", "Yes!!", "nothing", "-", "heavy", "um", "I like how", "It was a gift.", "毎日"];
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
            let asked_again = draw(3) == 0;
            let text = if asked_again {
                let first = FIRST[draw(FIRST.len())];
                book(Language::English).joined(first, &[first, " ", &text][draw(3)..].concat())
            } else {
                text
            };
            let mark = [Mark::Open, Mark::Answered, Mark::Skipped][draw(3)];
            match Answer::parse(&text) {
                Ok(answer) => turns.push(Turn { number, answer, mark, language: Language::English, asked_again }),
                Err(_) => refused += 1,
            }
        }
        let order: Vec<_> = (0..draw(8)).map(|_| draw(QUESTIONS_MAX + 2)).collect();
        check(&turns, &order);
    }
    assert!(refused > 100, "control characters and overlong answers are refused");
    let longest = "x".repeat(Answer::CHARACTERS_MAX);
    check(&turns(&[longest.as_str(); QUESTIONS_MAX]), &[]);
}
