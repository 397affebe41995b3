# Ready answers are combined in the field and taken out again
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/chat turn=0 answer= chip="I use it every day" -> 303
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200
    shows ">How do you use it?</h1>" ">\nI use it every day.</textarea>"
FORM /review/hub/chat turn=0 answer="I use it every day." chip="It was a gift" -> 303
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 times "aria-pressed=\"true\"" 2
    shows "aria-pressed=\"true\">I use it every day<" "aria-pressed=\"true\">It was a gift<"
FORM /review/hub/chat turn=0 answer="I use it every day. It was a gift." chip="I use it for …" -> 303
// There is room to go on.
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200
    shows ">\nI use it every day. It was a gift. I use it for </textarea>"
FORM /review/hub/chat turn=0 answer="I use it every day. It was a gift. I use it for " chip="I use it every day" -> 303
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 times "aria-pressed=\"true\"" 1
    shows ">\nIt was a gift.</textarea>" "aria-pressed=\"true\">It was a gift<"
// After a tap, the field's content is saved.
anyone GET $hub -> 200 shows ">\nIt was a gift.</textarea>"
FORM /review/hub/chat turn=0 answer="It was a gift. For my mother" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">How did it go down?</h1>"

# A beginning stands in the field, and alone it is no answer
ask {"skip_email": true, "product_ids": ["$mug"]}
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">\nI use it for </textarea>" "Back to the form"
FORM /review/hub/chat turn=0 answer="I use it for " -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200
    shows "Skipped" ">What do you like about it?</h1>" ">\nI like that </textarea>"
// The answer is half typed, and the script saves it when the customer leaves the page.
FORM /review/hub/chat turn=1 answer="I like that the lid" to=form -> 303
anyone GET $hub -> 200 shows ">\nI like that the lid.</textarea>"
FORM /review/hub/chat turn=1 answer="I like that " to=0 -> 303
anyone GET $hub -> 200 lacks "I like that"
// Another beginning replaces it, and a text that is too long is not saved, but still shown.
FORM /review/hub/chat turn=1 answer="I like that " chip="I like the …" -> 303
anyone GET /review/hub/chat?token=$token&item=0&turn=1 -> 200 shows ">\nI like the </textarea>"
FORM /review/hub/chat turn=1 answer="{{x*1001}}" -> 422 shows "{{x*1001}}" "role=\"alert\""
FORM /review/hub/chat turn=1 answer="I like the lid. I like that " -> 303
anyone GET $hub -> 200 shows ">\nI like the lid.</textarea>"

# What is still short is listed beside the draft, to be finished or left
ask {"skip_email": true, "product_ids": ["$mug"]}
each $turn $answer in [["0", "tea"], ["1", "I like the lid"], ["2", "No!"], ["3", "to all of my friends"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200 shows ">\nTea. I like the lid. To all of my friends.</textarea>" "These answers are short."
    "#question\">How do you use it? <q dir=\"auto\">tea</q>" "<q dir=\"auto\">No!</q>" lacks "<q dir=\"auto\">I like"
FORM /review/hub/chat turn=0 answer="I use it for tea" -> 303 $hub&item=0#item-0
anyone GET $hub -> 200 shows "I use it for tea." "<q dir=\"auto\">No!</q>" lacks "<q dir=\"auto\">tea</q>"
// Once the customer edits the text, it is theirs.
FORM /review/hub/draft text="My own tea." taken=1 -> 303
anyone GET $hub -> 200 shows ">\nMy own tea.</textarea>" lacks "These answers are short." "Add them to my review"

# The first question stands on the form, and a tap begins
ask {"skip_email": true, "product_ids": ["$mug"]}
anyone GET $hub -> 200 shows "How do you use it?" "value=\"It was a gift\"…Ask me four questions…<textarea"
FORM /review/hub/draft text=Mine rating=4 begin="It was a gift"
    -> 303 /review/hub/chat?token=$token&item=0&turn=0#question
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 shows ">\nIt was a gift.</textarea>"
FORM /review/hub/chat turn=0 answer="It was a gift." -> 303
anyone GET $hub -> 200 shows ">\nMine</textarea>" "value=\"4\" required checked" "Continue with the questions"
    lacks "Ask me four questions"

# A bare yes, no or dash behind a beginning is no answer
ask {"skip_email": true, "product_ids": ["$mug"]}
each $turn $answer in [["0", "I use it for no. I use it when I bake"], ["1", "I like that yes!"], ["2", "It would be better if no."]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303 /review/hub/chat?token=$token&item=0#question
FORM /review/hub/chat turn=3 answer="I’d give it to -" -> 303
anyone GET $hub -> 200 shows ">\nI use it when I bake.</textarea>" lacks "<q "

# After two answers a photo is asked for, and what is typed beside it stays
ask {"skip_email": true, "product_ids": ["$mug"]}
each $turn in ["0", "1"]: FORM /review/hub/chat turn=$turn answer="for all my tea" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "A photo helps most. Add one?"
FORM /review/hub/photo turn=2 answer="It would be better if it was" -> 200 shows "name=\"turn\" value=\"2\""
anyone GET /review/hub/photo?token=$token&item=0&turn=2 -> 303 /review/hub/chat?token=$token&item=0&turn=2#question
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "It would be better if it was</textarea>" "type=\"submit\" name=\"to\""
    lacks "A photo helps most."
FORM /review/hub/photo/remove photo=0 turn=2 -> 303 /review/hub/chat?token=$token&item=0&turn=2#question
each $turn in ["0", "1", "3"]:
  anyone GET /review/hub/chat?token=$token&item=0&turn=$turn -> 200 lacks "A photo helps most."

# A draft reads as speech, whoever answers: with beginnings, without them, or with little to say
ask {"skip_email": true, "product_ids": ["$mug"]}
each $turn $answer in [[0, "I use it for tea"], [1, "I like that the handle is big"],
    [2, "It would be better if it was a bit lighter"], [3, "I’d give it to my sister"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200
    shows ">\nI use it for tea. I like that the handle is big. It would be better if it was a bit lighter. I’d give it to my sister.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "order_id": "B"}
each $turn $answer in [[0, "tea"], [1, "handle fits"], [2, "-"], [3, "Yes"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200 shows ">\nTea. Handle fits.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "order_id": "C"}
each $turn $answer in [[0, "I use it for every day for my tea"], [1, "It’s good value. I like the "], [2, "I wish "]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
FORM /review/hub/chat turn=3 answer="I’d give it to " skip=1 -> 303
anyone GET $hub -> 200 shows ">\nI use it for every day for my tea. It’s good value.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "order_id": "D"}
each $turn $answer in [[0, "I use it every day."], [1, "It’s well made. It’s good value."], [2, "I’d change nothing."], [3, "I’d recommend it to anyone."]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200
    shows ">\nI use it every day. It’s well made. It’s good value. I’d change nothing. I’d recommend it to anyone.</textarea>"

# A gift and what went wrong are asked about in their own words
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/chat turn=0 answer="It was a gift." -> 303
FORM /review/hub/chat turn=1 answer="It went down very well. I chose it because she bakes her own bread" -> 303
FORM /review/hub/chat turn=2 answer="um the box was a bit dented I mean not their fault maybe" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Would you give it again?</h1>"
FORM /review/hub/chat turn=3 answer="I’d give it again." -> 303
anyone GET $hub -> 200
    shows ">\nIt was a gift. It went down very well. I chose it because she bakes her own bread. The box was a bit dented. Not their fault maybe. I’d give it again.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "order_id": "B"}
FORM /review/hub/chat turn=0 answer="Tried to use it twice." -> 303
FORM /review/hub/chat turn=1 answer="There isn’t much I like." -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What went wrong?</h1>"
FORM /review/hub/chat turn=2 answer="I expected it to stay sharp. blunt after 2 weeks!!" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What would have put it right?</h1>"
FORM /review/hub/chat turn=3 answer="I’d have been happy with my money back" -> 303
anyone GET $hub -> 200
    shows ">\nTried to use it twice. There isn’t much I like. I expected it to stay sharp. Blunt after 2 weeks!! I’d have been happy with my money back.</textarea>"

# A draft reads as speech in German and French, too
ask {"skip_email": true, "product_ids": ["$mug"], "language": "de"}
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Wie nutzen Sie es?</h1>" ">\nIch nutze es für </textarea>" "value=\"Ich nutze es, wenn …\""
each $turn $answer in [[0, "Ich nutze es für bratkartoffeln"], [1, "Mir gefällt, dass nix anbrennt"],
    [2, "Besser wäre es, wenn sie leichter wär"], [3, "Ich würde es weiterempfehlen an leute mit kraft"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200
    shows ">\nIch nutze es für bratkartoffeln. Mir gefällt, dass nix anbrennt. Besser wäre es, wenn sie leichter wär. Ich würde es weiterempfehlen an leute mit kraft.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "language": "de", "order_id": "B"}
each $turn $answer in [[0, "Ich nutze es, wenn ich mit dem hund raus muss"], [1, "Mir gefällt die farbe"],
    [2, "Für mich ist es eine nummer zu klein"], [3, "Ich würde es allen empfehlen. ähm außer großen"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200
    shows ">\nIch nutze es, wenn ich mit dem hund raus muss. Mir gefällt die farbe. Für mich ist es eine nummer zu klein. Ich würde es allen empfehlen. Außer großen.</textarea>"
ask {"skip_email": true, "product_ids": ["$mug"], "language": "fr", "order_id": "C"}
FORM /review/hub/chat turn=0 answer="C’était un cadeau. pour les 60 ans de ma mère" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Comment a-t-il été accueilli"
each $turn $answer in [[1, "elle était ravie, elle s'en sert tous les matins"], [3, "ma sœur veut le même"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303
anyone GET $hub -> 200
    shows ">\nC’était un cadeau. Pour les 60 ans de ma mère. Elle était ravie, elle s&#39;en sert tous les matins. Ma sœur veut le même.</textarea>"
