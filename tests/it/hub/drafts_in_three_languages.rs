//! Twelve customers answer the questions in three languages. Their conversations and drafts are written to
//! `target/screenshots/transcripts.txt`, so that people can read them.

use std::{fmt::Write as _, fs, path::Path};

use crate::hub::conversations::{
    Does::{self, Changes, GoesOn, Skips, Taps, Types},
    Talk, plain,
};

struct Customer {
    name: &'static str,
    language: &'static str,
    script: &'static [(&'static str, &'static [Does])],
    draft: &'static str,
}

const USE: &str = "How do you use it?";
const LIKE: &str = "What do you like about it?";
const BETTER: &str = "What could be better?";
const TO_WHOM: &str = "Would you recommend it, and to whom?";
const MORE: &str = "Could you say a little more?";
const WHY: &str = "Would you say why?";

const CUSTOMERS: [Customer; 12] = [
    Customer {
        name: "Terse and happy",
        language: "en",
        script: &[
            (USE, &[Types("bread and cheese")]),
            (LIKE, &[Types("heavy")]),
            (MORE, &[Types("heavy in a good way, it does not slide")]),
            (BETTER, &[Types("no")]),
            (WHY, &[Types("No, I would not change anything about it")]),
            (TO_WHOM, &[Taps("I’d recommend it to …"), Types("my sister")]),
        ],
        draft: "Bread and cheese. Heavy in a good way, it does not slide. No, I would not change anything about it. \
                I’d recommend it to my sister.",
    },
    Customer {
        name: "A gift",
        language: "en",
        script: &[
            (USE, &[Taps("It was a gift"), GoesOn]),
            (
                "How did it go down?",
                &[Taps("It went down very well"), Taps("I chose it because …"), Types("she bakes her own bread")],
            ),
            (BETTER, &[Types("um the box was a bit dented I mean not their fault maybe")]),
            ("Would you give it again?", &[Taps("I’d give it again"), GoesOn]),
        ],
        draft: "It was a gift. It went down very well. I chose it because she bakes her own bread. The box was a bit \
                dented. Not their fault maybe. I’d give it again.",
    },
    Customer {
        name: "Angry",
        language: "en",
        script: &[
            (USE, &[Types("Tried to use it twice.")]),
            (LIKE, &[Taps("There isn’t much I like"), GoesOn]),
            (
                "What went wrong?",
                &[
                    Taps("It broke"),
                    Types(" It cracked along the grain on day 3 and support has not answered for 2 weeks!!"),
                ],
            ),
            ("What would have put it right?", &[Types("a refund")]),
            (MORE, &[Types("a refund without me paying the return shipping")]),
        ],
        draft: "Tried to use it twice. There isn’t much I like. It broke. It cracked along the grain on day 3 and \
                support has not answered for 2 weeks!! A refund without me paying the return shipping.",
    },
    Customer {
        name: "Only taps",
        language: "en",
        script: &[
            (USE, &[Taps("I use it every day"), GoesOn]),
            (LIKE, &[Taps("It’s well made"), Taps("It’s good value"), GoesOn]),
            (BETTER, &[Taps("I’d change nothing"), GoesOn]),
            (TO_WHOM, &[Taps("I’d recommend it to anyone"), GoesOn]),
            ("All ready answers so far. Add one sentence of your own?", &[Skips]),
        ],
        draft: "I use it every day. It’s well made. It’s good value. I’d change nothing. I’d recommend it to anyone.",
    },
    Customer {
        name: "A rambler",
        language: "en",
        script: &[
            (
                USE,
                &[Types(
                    "Well, so I bought this as a present for my aunt but then um I kept it, you know, because the \
                     wood was so pretty and now I use it on Sundays when everybody comes over",
                )],
            ),
            (LIKE, &[Taps("I like how …"), GoesOn]),
            (MORE, &[Types("hmm the colour? its like dark chocolate")]),
            (BETTER, &[Skips]),
            (TO_WHOM, &[Types("yeah sure, for people who host.")]),
        ],
        draft: "So I bought this as a present for my aunt but then I kept it because the wood was so pretty and now I \
                use it on Sundays when everybody comes over. The colour? Its like dark chocolate. For people who host.",
    },
    Customer {
        name: "In German",
        language: "de",
        script: &[
            ("Wie nutzen Sie es?", &[Types("Jeden Morgen fürs Brot")]),
            ("Was gefällt Ihnen daran?", &[Types("also ähm die Maserung, die ist echt schön")]),
            ("Was könnte besser sein?", &[Types("nichts")]),
            ("Möchten Sie noch etwas mehr dazu sagen?", &[Types("Etwas schwer zum Abspülen vielleicht")]),
            ("Würden Sie es weiterempfehlen, und wem?", &[Types("ja")]),
            ("Möchten Sie sagen, warum?", &[Types("Ja, für alle, die gern Gäste haben")]),
        ],
        draft: "Jeden Morgen fürs Brot. Die Maserung, die ist echt schön. Etwas schwer zum Abspülen vielleicht. Für \
                alle, die gern Gäste haben.",
    },
    Customer {
        name: "In French",
        language: "fr",
        script: &[
            ("Comment l’utilisez-vous\u{a0}?", &[Taps("Je l’utilise tous les jours"), GoesOn]),
            ("Qu’est-ce qui vous plaît\u{a0}?", &[Types("euh la finition")]),
            ("Pourriez-vous en dire un peu plus\u{a0}?", &[Types("La finition, très douce au toucher")]),
            ("Qu’est-ce qui pourrait être mieux\u{a0}?", &[Types("rien")]),
            ("Pourriez-vous en dire un peu plus\u{a0}?", &[Types("bof, un peu cher")]),
            ("Le recommanderiez-vous, et à qui\u{a0}?", &[Taps("Je le recommanderais à …"), Types("mes amis")]),
        ],
        draft: "Je l’utilise tous les jours. La finition, très douce au toucher. Un peu cher. Je le recommanderais à \
                mes amis.",
    },
    Customer {
        name: "Complains kindly",
        language: "en",
        script: &[
            (USE, &[Types("for cheese boards when friends come round")]),
            (LIKE, &[Taps("There isn’t much I like"), Types(" But the packaging was lovely")]),
            ("What went wrong?", &[Types("it split after the second wash, which may be bad luck")]),
            (
                "What would have put it right?",
                &[Taps("A replacement would have helped"), Types(" The people were very polite about it")],
            ),
        ],
        draft: "For cheese boards when friends come round. There isn’t much I like. But the packaging was lovely. It \
                split after the second wash, which may be bad luck. A replacement would have helped. The people were \
                very polite about it.",
    },
    Customer {
        name: "Taps in German and adds a sentence",
        language: "de",
        script: &[
            ("Wie nutzen Sie es?", &[Taps("Ich nutze es ab und zu"), GoesOn]),
            ("Was gefällt Ihnen daran?", &[Taps("Es ist einfach zu benutzen"), Taps("Es ist sein Geld wert"), GoesOn]),
            ("Was könnte besser sein?", &[Taps("Ich würde nichts ändern"), GoesOn]),
            ("Würden Sie es weiterempfehlen, und wem?", &[Taps("Ich würde es allen empfehlen"), GoesOn]),
            (
                "Bisher sind das alles fertige Antworten. Möchten Sie einen eigenen Satz ergänzen?",
                &[Types("mein Mann klaut es mir ständig")],
            ),
        ],
        draft: "Ich nutze es ab und zu. Es ist einfach zu benutzen. Es ist sein Geld wert. Ich würde nichts ändern. \
                Ich würde es allen empfehlen. Mein Mann klaut es mir ständig.",
    },
    Customer {
        name: "One long answer",
        language: "en",
        script: &[
            (
                USE,
                &[Types(
                    "I'd looked for a board like this for years. it's big enough for two loaves, it stays put on the \
                     counter, and it still looks new after a winter of oil and crumbs. my only worry was the weight, \
                     and I got used to it in a week",
                )],
            ),
            (LIKE, &[Skips]),
            (BETTER, &[Skips]),
            (TO_WHOM, &[Skips]),
        ],
        draft: "I'd looked for a board like this for years. It's big enough for two loaves, it stays put on the \
                counter, and it still looks new after a winter of oil and crumbs. My only worry was the weight, and I \
                got used to it in a week.",
    },
    Customer {
        name: "With emoji",
        language: "en",
        script: &[
            (USE, &[Types("👍")]),
            (MORE, &[Types("pizza night every friday 🍕🍕")]),
            (LIKE, &[Types("love the feel ❤️")]),
            (BETTER, &[Types("nope")]),
            (WHY, &[Types("nope, perfect as it is 👌")]),
            (TO_WHOM, &[Taps("I’d recommend it to …"), Types("anyone with friends 😄")]),
        ],
        draft: "👍 Pizza night every friday 🍕🍕 Love the feel ❤️ Nope, perfect as it is 👌 I’d recommend it to anyone \
                with friends 😄",
    },
    Customer {
        name: "A gift in French",
        language: "fr",
        script: &[
            ("Comment l’utilisez-vous\u{a0}?", &[Taps("C’était un cadeau"), Types(" pour les 60 ans de ma mère")]),
            ("Comment a-t-il été accueilli\u{a0}?", &[Types("elle était ravie, elle s'en sert tous les matins")]),
            ("Qu’est-ce qui pourrait être mieux\u{a0}?", &[Skips]),
            ("L’offririez-vous de nouveau\u{a0}?", &[Types("oui")]),
            ("Pourriez-vous dire pourquoi\u{a0}?", &[Types("ma sœur veut le même")]),
        ],
        draft: "C’était un cadeau. Pour les 60 ans de ma mère. Elle était ravie, elle s'en sert tous les matins. Ma \
                sœur veut le même.",
    },
];

#[tokio::test]
async fn each_of_twelve_customers_gets_a_draft_that_reads_as_speech() {
    let mut transcripts = String::new();
    for Customer { name, language, script, draft } in CUSTOMERS {
        let mut talk = Talk::begun_in(language).await;
        talk.goes(script).await;
        assert_eq!(plain(talk.draft()), draft, "{name}");
        writeln!(transcripts, "{name} ({language})").unwrap();
        for (asked, does) in script {
            writeln!(transcripts, "  {asked}").unwrap();
            for does in *does {
                match does {
                    Taps(words) => writeln!(transcripts, "    [{words}]"),
                    Types(words) => writeln!(transcripts, "    {}", words.trim()),
                    GoesOn => Ok(()),
                    Skips => writeln!(transcripts, "    (goes on)"),
                    Changes(number) => writeln!(transcripts, "    (changes {number})"),
                }
                .unwrap();
            }
        }
        writeln!(transcripts, "  => {draft}\n").unwrap();
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("transcripts.txt"), transcripts).unwrap();
}
