//! Customers who answer the questions in three languages, and their drafts, which have to read as speech.

use crate::support::*;

/// Each has a name, a language, the questions with what they do there, and the draft. They tap ready answers and beginnings
/// in brackets, type what follows at the field's end, behind the beginning unless they clear it, and go on or skip.
const CUSTOMERS: &str = "
# Types behind the beginnings (en)
How do you use it?: tea
What do you like about it?: the handle is big
What could be better?: it was a bit lighter
Would you recommend it, and to whom?: my sister
=> I use it for tea. I like that the handle is big. It would be better if it was a bit lighter. I’d give it to my sister.

# Clears the beginnings, and what says nothing by itself is left out (en)
How do you use it?: (clears)tea
What do you like about it?: (clears)handle fits
What could be better?: (clears)-
Would you recommend it, and to whom?: (clears)Yes
=> Tea. Handle fits.

# An unfinished beginning is left out (en)
How do you use it?: every day for my tea
What do you like about it?: [It’s good value][I like the …]
What could be better?: [I wish …]
Would you recommend it, and to whom?: (skips)
=> I use it for every day for my tea. It’s good value.

# A gift (en)
How do you use it?: [It was a gift]
How did it go down?: [It went down very well][I chose it because …]she bakes her own bread
What could be better?: (clears)um the box was a bit dented I mean not their fault maybe
Would you give it again?: [I’d give it again]
=> It was a gift. It went down very well. I chose it because she bakes her own bread. The box was a bit dented. Not their \
fault maybe. I’d give it again.

# Angry (en)
How do you use it?: (clears)Tried to use it twice.
What do you like about it?: [There isn’t much I like]
What went wrong?: it to stay sharp. blunt after 2 weeks!!
What would have put it right?: [I’d have been happy with …]my money back
=> Tried to use it twice. There isn’t much I like. I expected it to stay sharp. Blunt after 2 weeks!! I’d have been happy \
with my money back.

# Only taps (en)
How do you use it?: [I use it every day]
What do you like about it?: [It’s well made][It’s good value]
What could be better?: [I’d change nothing]
Would you recommend it, and to whom?: [I’d recommend it to anyone]
=> I use it every day. It’s well made. It’s good value. I’d change nothing. I’d recommend it to anyone.

# A rambler (en)
How do you use it?: (clears)Well, so I bought this as a present for my aunt but then um I kept it, you know, because the wood was \
so pretty
What do you like about it?: (clears)hmm the colour? its like dark chocolate
What could be better?: (skips)
Would you recommend it, and to whom?: (clears)yeah sure, for people who host.
=> So I bought this as a present for my aunt but then I kept it because the wood was so pretty. The colour? Its like dark \
chocolate. For people who host.

# In German (de)
Wie nutzen Sie es?: bratkartoffeln
Was gefällt Ihnen daran?: nix anbrennt
Was könnte besser sein?: sie leichter wär
Würden Sie es weiterempfehlen, und wem?: leute mit kraft
=> Ich nutze es für bratkartoffeln. Mir gefällt, dass nix anbrennt. Besser wäre es, wenn sie leichter wär. Ich würde es \
weiterempfehlen an leute mit kraft.

# Takes other beginnings in German (de)
Wie nutzen Sie es?: [Ich nutze es, wenn …]ich mit dem hund raus muss
Was gefällt Ihnen daran?: [Mir gefällt …]die farbe
Was könnte besser sein?: [Für mich ist es …]eine nummer zu klein
Würden Sie es weiterempfehlen, und wem?: [Ich würde es allen empfehlen] ähm außer großen
=> Ich nutze es, wenn ich mit dem hund raus muss. Mir gefällt die farbe. Für mich ist es eine nummer zu klein. Ich würde es \
allen empfehlen. Außer großen.

# A gift in French (fr)
Comment l’utilisez-vous\u{a0}?: [C’était un cadeau] pour les 60 ans de ma mère
Comment a-t-il été accueilli\u{a0}?: (clears)elle était ravie, elle s'en sert tous les matins
Qu’est-ce qui pourrait être mieux\u{a0}?: (skips)
L’offririez-vous de nouveau\u{a0}?: (clears)ma sœur veut le même
=> C’était un cadeau. Pour les 60 ans de ma mère. Elle était ravie, elle s'en sert tous les matins. Ma sœur veut le même.

# One long answer (en)
How do you use it?: (clears)I'd looked for a board like this for years. it's big enough for two loaves, and it still looks new. my \
only worry was the weight, and I got used to it in a week
What do you like about it?: (skips)
What could be better?: (skips)
Would you recommend it, and to whom?: (skips)
=> I'd looked for a board like this for years. It's big enough for two loaves, and it still looks new. My only worry was the \
weight, and I got used to it in a week.

# With emoji (en)
How do you use it?: (clears)👍
What do you like about it?: [I like the …]feel ❤️
What could be better?: (clears)nope, perfect as it is 👌
Would you recommend it, and to whom?: anyone with friends 😄
=> 👍 I like the feel ❤️ Nope, perfect as it is 👌 I’d give it to anyone with friends 😄
";

/// A conversation about one product, through the page's own form.
struct Talk {
    shop: Shop,
    hub: String,
    page: String,
}

fn plain(escaped: &str) -> String {
    let escapes = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    escapes.into_iter().fold(escaped.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

impl Talk {
    async fn begun_in(language: &str) -> Self {
        let fields = json!({"skip_email": true, "product_ids": [MUG], "language": language});
        let (shop, _, hub) = Shop::asking(fields).await;
        let page = shop.browse(format!("/review/hub/chat?token={}&item=0", token_of(&hub))).await.body;
        Self { shop, hub, page }
    }

    fn field(&self, name: &str) -> String {
        let (_, field) = self.page.split_once(&format!("name=\"{name}\"")).expect("a field");
        plain(between(field, ">\n", "</textarea>"))
    }

    /// Fills in the field and presses a button.
    async fn does(&mut self, answer: &str, button: Option<(&str, &str)>) {
        let turn = between(&self.page, "name=\"turn\" value=\"", "\"").to_owned();
        let fields = [("turn", &*turn), ("answer", answer)].into_iter().chain(button);
        let reply = self.shop.sends("chat", &self.hub, &fields.collect::<Vec<_>>()).await.is(303);
        self.page = self.shop.browse(reply.header("location").split('#').next().unwrap()).await.body;
    }
}

#[tokio::test]
async fn each_of_these_customers_gets_a_draft_that_reads_as_speech() {
    for customer in CUSTOMERS.trim().split("\n\n") {
        let lines: Vec<_> = customer.lines().collect();
        let [name, script @ .., draft] = &lines[..] else { panic!("{customer}") };
        let mut talk = Talk::begun_in(between(name, "(", ")")).await;
        for line in script {
            let (asked, does) = line.split_once("?:").unwrap();
            let heading = between(&talk.page, "<h1 class=\"asked\"", "</h1>").split_once('>').unwrap().1;
            assert_eq!(heading, format!("{asked}?"), "{name}");
            let mut words = does.strip_prefix(' ').unwrap_or_default();
            while let Some((chip, rest)) = words.strip_prefix('[').and_then(|words| words.split_once(']')) {
                talk.page.shows([format!("name=\"chip\" value=\"{chip}\"")]);
                talk.does(&talk.field("answer"), Some(("chip", chip))).await;
                words = rest;
            }
            match (words, words.strip_prefix("(clears)")) {
                ("(skips)", _) => talk.does(&talk.field("answer"), Some(("skip", "1"))).await,
                (_, Some(words)) => talk.does(words, None).await,
                (words, None) => talk.does(&(talk.field("answer") + words), None).await,
            }
        }
        assert_eq!(Some(&*talk.field("text")), draft.strip_prefix("=> "), "{name}");
    }
}
