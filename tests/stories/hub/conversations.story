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
anyone GET $hub -> 200 shows ">\nMy own tea.</textarea>" lacks "These answers are short."

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
