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

# A follow-up comes once and keeps the answer on every device
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/chat turn=0 answer=tea -> 303
// Each device shows this, and the form already contains the answer.
anyone GET /review/hub/chat?token=$token&item=0 -> 200
    shows ">Could you say a little more?</h1>" "<p class=\"bubble\" dir=\"auto\">tea</p>" "How do you use it?"
    "Leave it at that" "name=\"first\" value=\"tea\"" "name=\"answer\"…>\n</textarea>"
anyone GET $hub -> 200 shows ">\nTea.</textarea>"
// The answer counts, whatever the customer does next, and the question is not asked again.
FORM /review/hub/chat turn=0 first=tea answer= skip=1 -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What do you like about it?</h1>"
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 shows ">How do you use it?</h1>" ">\ntea</textarea>"
FORM /review/hub/chat turn=0 answer=soup -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What do you like about it?</h1>"
// Only the first short answer is asked about.
FORM /review/hub/chat turn=1 answer=colour -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What could be better?</h1>"
FORM /review/hub/chat turn=2 answer=No! -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Would you say why?</h1>"
FORM /review/hub/chat turn=2 first=No! answer= -> 303
FORM /review/hub/chat turn=3 answer="to my friends" -> 303
anyone GET $hub -> 200 shows ">\nSoup. Colour. To my friends.</textarea>"

# Additions to an answer are on every device and are changed as one
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/chat turn=0 answer=No -> 303
// The answer is half typed, and the script saves it when the customer leaves the page.
FORM /review/hub/chat turn=0 first=No answer="No, I'd" to=form -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Would you say why?</h1>"
    ">\nNo, I&#39;d</textarea>" "<p class=\"bubble\" dir=\"auto\">No</p>"
// Never "No No".
anyone GET $hub -> 200 shows ">\nNo, I&#39;d.</textarea>"
// A tap adds to the answer. A text that is too long is not saved, but still shown.
FORM /review/hub/chat turn=0 first=No answer="No, I'd" chip="I use it every day" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Would you say why?</h1>"
    ">\nNo, I&#39;d. I use it every day.</textarea>"
FORM /review/hub/chat turn=0 first=No answer="{{x*999}}" -> 422 shows "{{x*999}}" "name=\"first\" value=\"No\""
FORM /review/hub/chat turn=0 first=No answer="No, I'd. I use it every day. Mostly" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What do you like about it?</h1>"
    "<p class=\"bubble\" dir=\"auto\">No\nNo, I&#39;d. I use it every day. Mostly</p>"
// After a change, it is one answer in one field, also when it is saved half changed.
FORM /review/hub/chat turn=1 answer= to=0 -> 303 /review/hub/chat?token=$token&item=0&turn=0#question
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 shows ">How do you use it?</h1>"
    ">\nNo\nNo, I&#39;d. I use it every day. Mostly</textarea>" lacks "name=\"first\""
FORM /review/hub/chat turn=0 answer="No\nNo, I'd. I use it every day. Mostly" chip="I use it every day" -> 303
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 shows ">How do you use it?</h1>"
    ">\nNo\nNo, I&#39;d. Mostly</textarea>"
// The question is not asked about again.
FORM /review/hub/chat turn=0 answer="No\nNo, I'd. Mostly for bread" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">What do you like about it?</h1>"
anyone GET $hub -> 200 shows ">\nNo, I&#39;d. Mostly for bread.</textarea>"

# A first answer is finished, or changed instead of added to
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
FORM /review/hub/chat turn=0 answer="I use it for " -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows ">Could you say a little more?</h1>"
FORM /review/hub/chat turn=0 first="I use it for" answer="bread and cheese" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200
    shows "<p class=\"bubble\" dir=\"auto\">I use it for bread and cheese</p>"
FORM /review/hub/chat item=1 turn=0 answer=bred -> 303
anyone GET /review/hub/chat?token=$token&item=1 -> 200 shows "<p class=\"bubble\" dir=\"auto\">bred</p>"
FORM /review/hub/chat item=1 turn=0 first=bred answer= to=0 -> 303
anyone GET /review/hub/chat?token=$token&item=1&turn=0 -> 200 shows ">How do you use it?</h1>" ">\nbred</textarea>"
FORM /review/hub/chat item=1 turn=0 answer=bread -> 303
anyone GET /review/hub/chat?token=$token&item=1 -> 200
    shows ">What do you like about it?</h1>" "<p class=\"bubble\" dir=\"auto\">bread</p>"
