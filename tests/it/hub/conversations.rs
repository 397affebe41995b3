//! Customers who answer the questions in three languages, and their drafts, which have to read as speech.

use crate::support::*;

/// Each has a name, a language, the questions with what they do there, and the draft. They tap ready answers in brackets,
/// type what follows at the field's end, and go on or skip.
const CUSTOMERS: &str = "
# Terse and happy (en)
How do you use it?: bread and cheese
What do you like about it?: heavy
Could you say a little more?: heavy in a good way, it does not slide
What could be better?: no
Would you say why?: No, I would not change anything about it
Would you recommend it, and to whom?: [I’d recommend it to …]my sister
=> Bread and cheese. Heavy in a good way, it does not slide. No, I would not change anything about it. I’d recommend it to \
my sister.

# What says nothing by itself is left out (en)
How do you use it?: tea
Could you say a little more?: and soup
What do you like about it?: handle fits
What could be better?: -
Could you say a little more?: (skips)
Would you recommend it, and to whom?: Yes
Would you say why?:
=> Tea. And soup. Handle fits.

# An unfinished beginning is left out (en)
How do you use it?: every day for my tea
What do you like about it?: [It’s good value][I like how …]
What could be better?: [I wish …]
Could you say a little more?: (skips)
Would you recommend it, and to whom?: (skips)
=> Every day for my tea. It’s good value.

# A gift (en)
How do you use it?: [It was a gift]
How did it go down?: [It went down very well][I chose it because …]she bakes her own bread
What could be better?: um the box was a bit dented I mean not their fault maybe
Would you give it again?: [I’d give it again]
=> It was a gift. It went down very well. I chose it because she bakes her own bread. The box was a bit dented. Not their \
fault maybe. I’d give it again.

# Angry (en)
How do you use it?: Tried to use it twice.
What do you like about it?: [There isn’t much I like]
What went wrong?: [It broke] It cracked along the grain on day 3 and support has not answered for 2 weeks!!
What would have put it right?: a refund
Could you say a little more?: a refund without me paying the return shipping
=> Tried to use it twice. There isn’t much I like. It broke. It cracked along the grain on day 3 and support has not \
answered for 2 weeks!! A refund without me paying the return shipping.

# Only taps (en)
How do you use it?: [I use it every day]
What do you like about it?: [It’s well made][It’s good value]
What could be better?: [I’d change nothing]
Would you recommend it, and to whom?: [I’d recommend it to anyone]
All ready answers so far. Add one sentence of your own?: (skips)
=> I use it every day. It’s well made. It’s good value. I’d change nothing. I’d recommend it to anyone.

# A rambler (en)
How do you use it?: Well, so I bought this as a present for my aunt but then um I kept it, you know, because the wood was so \
pretty and now I use it on Sundays when everybody comes over
What do you like about it?: [I like how …]
Could you say a little more?: hmm the colour? its like dark chocolate
What could be better?: (skips)
Would you recommend it, and to whom?: yeah sure, for people who host.
=> So I bought this as a present for my aunt but then I kept it because the wood was so pretty and now I use it on Sundays \
when everybody comes over. The colour? Its like dark chocolate. For people who host.

# In German (de)
Wie nutzen Sie es?: Jeden Morgen fürs Brot
Was gefällt Ihnen daran?: also ähm die Maserung, die ist echt schön
Was könnte besser sein?: nichts
Möchten Sie noch etwas mehr dazu sagen?: Etwas schwer zum Abspülen vielleicht
Würden Sie es weiterempfehlen, und wem?: ja
Möchten Sie sagen, warum?: Ja, für alle, die gern Gäste haben
=> Jeden Morgen fürs Brot. Die Maserung, die ist echt schön. Etwas schwer zum Abspülen vielleicht. Für alle, die gern Gäste \
haben.

# In French (fr)
Comment l’utilisez-vous\u{a0}?: [Je l’utilise tous les jours]
Qu’est-ce qui vous plaît\u{a0}?: euh la finition
Pourriez-vous en dire un peu plus\u{a0}?: La finition, très douce au toucher
Qu’est-ce qui pourrait être mieux\u{a0}?: rien
Pourriez-vous en dire un peu plus\u{a0}?: bof, un peu cher
Le recommanderiez-vous, et à qui\u{a0}?: [Je le recommanderais à …]mes amis
=> Je l’utilise tous les jours. La finition, très douce au toucher. Un peu cher. Je le recommanderais à mes amis.

# Complains kindly (en)
How do you use it?: for cheese boards when friends come round
What do you like about it?: [There isn’t much I like] But the packaging was lovely
What went wrong?: it split after the second wash, which may be bad luck
What would have put it right?: [A replacement would have helped] The people were very polite about it
=> For cheese boards when friends come round. There isn’t much I like. But the packaging was lovely. It split after the \
second wash, which may be bad luck. A replacement would have helped. The people were very polite about it.

# Taps in German and adds a sentence (de)
Wie nutzen Sie es?: [Ich nutze es ab und zu]
Was gefällt Ihnen daran?: [Es ist einfach zu benutzen][Es ist sein Geld wert]
Was könnte besser sein?: [Ich würde nichts ändern]
Würden Sie es weiterempfehlen, und wem?: [Ich würde es allen empfehlen]
Bisher sind das alles fertige Antworten. Möchten Sie einen eigenen Satz ergänzen?: mein Mann klaut es mir ständig
=> Ich nutze es ab und zu. Es ist einfach zu benutzen. Es ist sein Geld wert. Ich würde nichts ändern. Ich würde es allen \
empfehlen. Mein Mann klaut es mir ständig.

# One long answer (en)
How do you use it?: I'd looked for a board like this for years. it's big enough for two loaves, it stays put on the counter, \
and it still looks new after a winter of oil and crumbs. my only worry was the weight, and I got used to it in a week
What do you like about it?: (skips)
What could be better?: (skips)
Would you recommend it, and to whom?: (skips)
=> I'd looked for a board like this for years. It's big enough for two loaves, it stays put on the counter, and it still \
looks new after a winter of oil and crumbs. My only worry was the weight, and I got used to it in a week.

# With emoji (en)
How do you use it?: 👍
Could you say a little more?: pizza night every friday 🍕🍕
What do you like about it?: love the feel ❤️
What could be better?: nope
Would you say why?: nope, perfect as it is 👌
Would you recommend it, and to whom?: [I’d recommend it to …]anyone with friends 😄
=> 👍 Pizza night every friday 🍕🍕 Love the feel ❤️ Nope, perfect as it is 👌 I’d recommend it to anyone with friends 😄

# A gift in French (fr)
Comment l’utilisez-vous\u{a0}?: [C’était un cadeau] pour les 60 ans de ma mère
Comment a-t-il été accueilli\u{a0}?: elle était ravie, elle s'en sert tous les matins
Qu’est-ce qui pourrait être mieux\u{a0}?: (skips)
L’offririez-vous de nouveau\u{a0}?: oui
Pourriez-vous dire pourquoi\u{a0}?: ma sœur veut le même
=> C’était un cadeau. Pour les 60 ans de ma mère. Elle était ravie, elle s'en sert tous les matins. Ma sœur veut le même.
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

    fn hidden(&self, name: &str) -> Option<String> {
        let (_, rest) = self.page.split_once(&format!("name=\"{name}\" value=\""))?;
        Some(plain(rest.split('"').next()?))
    }

    fn field(&self, name: &str) -> String {
        let (_, field) = self.page.split_once(&format!("name=\"{name}\"")).expect("a field");
        plain(between(field, ">\n", "</textarea>"))
    }

    /// Adds words at the field's end and presses a button.
    async fn does(&mut self, words: &str, button: Option<(&str, &str)>) {
        let (turn, first, answer) = (self.hidden("turn").unwrap(), self.hidden("first"), self.field("answer") + words);
        let fields = [("turn", &*turn), ("answer", &*answer)].into_iter();
        let fields: Vec<_> = fields.chain(first.as_deref().map(|first| ("first", first))).chain(button).collect();
        let reply = self.shop.sends("chat", &self.hub, &fields).await.is(303);
        self.page = self.shop.browse(reply.header("location").split('#').next().unwrap()).await.body;
    }
}

#[tokio::test]
async fn each_of_fourteen_customers_gets_a_draft_that_reads_as_speech() {
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
                talk.does("", Some(("chip", chip))).await;
                words = rest;
            }
            match words {
                "(skips)" => talk.does("", Some(("skip", "1"))).await,
                words => talk.does(words, None).await,
            }
        }
        assert_eq!(Some(&*talk.field("text")), draft.strip_prefix("=> "), "{name}");
    }
}
