# What a customer writes goes to the owner, or else to the address for replies, or else the link leads to the shop's page
ask {"product_ids": ["$mug"], "skip_email": true}
anyone GET $hub -> 200 lacks "Something is wrong with my order"
anyone GET /review/hub/chat?token=$token&item=0 -> 200 lacks "Something is wrong with my order"
FORM /review/hub/problem item= words="The handle came off.\nCan you help?" -> 422
    shows "cannot be reached by email" "The handle came off."
PUT /api/v1/settings {"contact_url": "https://fern.example/contact"} -> 200
each $page in ["$hub", "/review/hub/chat?token=$token&item=0"]:
  anyone GET $page -> 200 shows "href=\"https://fern.example/contact\">Something is wrong with my order</a>"
anyone GET /review/hub/problem?token=$token -> 303 $hub
PUT /api/v1/settings {"reply_to": "help@fern.example"} -> 200
each $page $item in [["$hub", ""], ["/review/hub/chat?token=$token&item=0", "&#38;item=0"]]:
  anyone GET $page -> 200 shows "href=\"/review/hub/problem?token=$token$item\">Something is wrong with my order</a>"
FORM /review/hub/problem item= words="The handle came off." -> 303
+0s mail help@fern.example "…"
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
FORM /review/hub/problem item= words="The handle came off." -> 303
+0s mail owner@fern.example "Something is wrong with an order from Fern & Oak"

# The first page names all products, a question its own, and a receipt stands on the page from then on
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
ask {"customer_name": "Jane Doe", "order_id": "A-1", "product_ids": ["$mug", "$tray"], "delay_days": 0}
+0s mail jane@example.com "…"
anyone GET $hub&told=1 -> 200 lacks "on its way" "You wrote to" between "name=\"token\" value=\"" "\"" $token
// "It has not arrived yet" is the first choice.
anyone GET /review/hub/problem?token=$token -> 200 shows "What is wrong?" "Ask me in a week"
    "action=\"/review/hub/postpone\"…action=\"/review/hub/problem\"" lacks "Oak tray"
FORM /review/hub/problem item= words="The handle came off.\nCan you help?" -> 303 $hub&told=1
anyone GET $hub&told=1 -> 200 shows "role=\"status\"" "Your message is on its way to" "Something is wrong with my order"
anyone GET /review/hub/problem?token=$token&item=1 -> 200 shows "Oak tray" lacks "Stoneware mug"
FORM /review/hub/problem item=1 words="It is scratched." -> 303 /review/hub/chat?token=$token&item=1&told=1#question
anyone GET /review/hub/chat?token=$token&item=1&told=1 -> 200 shows "Your message is on its way to"
each $item in ["2", "x", "-1"]: FORM /review/hub/problem item=$item words="The handle came off." -> 404
each $item in ["2", "x", "-1"]: anyone GET /review/hub/problem?token=$token&item=$item -> 404
+2d mail owner@fern.example "Something is wrong with order A-1" header Reply-To jane@example.com
    shows "Jane Doe wrote to Fern & Oak on the page for reviews:\n\n> The handle came off.\n> Can you help?\n"
    "This is about: Stoneware mug · Oak tray" "Your reply goes to jane@example.com." "order A-1</title>"
mail owner@fern.example "Something is wrong with order A-1" header Reply-To jane@example.com
    shows "> It is scratched." "This is about: Oak tray" lacks "Stoneware mug"
each $page in ["$hub", "/review/hub/chat?token=$token&item=1"]:
  anyone GET $page -> 200 shows "You wrote to" "on 20 November 2026" lacks "on its way"
counters {"opened": 1, "engaged": 1}
timeline created claimed sent opened delivered
FORM /review/hub/postpone -> 200 shows "We will ask you again on 29 November 2026."
anyone GET /review/hub/problem?token=$token -> 200 shows "We will ask you again on 29 November 2026." lacks "hub/postpone"
timeline created claimed sent opened delivered postponed scheduled

# The fourth message of a day is refused with its words and sent on the next
PUT /api/v1/settings {"owner_email": "owner@fern.example", "contact_url": "https://fern.example/contact"} -> 200
ask {"order_id": "B", "skip_email": true} as other
ask {"order_id": "A-1", "product_ids": ["$mug", "$tray"], "skip_email": true} as jane
each $item in ["0", "1", "0"]: FORM /review/hub/problem item=$item words="The handle came off." -> 303
FORM /review/hub/problem item= words="And the <lid>." -> 429 header retry-after "64800" shows
    "three messages from you today" "\nAnd the &#60;lid&#62;.</textarea>" "https://fern.example/contact"
each $hub in ["$other_hub"]: FORM /review/hub/problem item= words="Mine is fine." -> 303
// A review is published all the same, whatever its stars.
+0s each $hub in ["$jane_hub"]: FORM /review/hub/review item=0 rating=1 text="Not mine." display_name=Jane -> 303
jump 1s FORM /review/hub/review item=1 rating=5 text="Not mine." display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"rating": 5, "status": "approved"}, {"rating": 1, "status": "approved"}]}
anyone GET $jane_hub -> 200 shows "You wrote to" "https://fern.example/contact" lacks "Something is wrong with my order"
// Each request has its own three.
each $number in 0..4: mail owner@fern.example "Something is wrong with order …"
until 2026-11-21T00:00:00Z each $hub in ["$jane_hub"]: FORM /review/hub/problem item= words="And the <lid>." -> 303
mail owner@fern.example "2 reviews for Fern & Oak"
+0s mail owner@fern.example "Something is wrong with order A-1" shows "> And the <lid>."

# Once all is reviewed, one line behind the reviews leads to the shop, and none before
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/review item=0 rating=2 text=Heavy. display_name=Jane -> 303
anyone GET $hub -> 200 shows "Something is wrong with my order…Heavy." lacks "should put right?"
FORM /review/hub/review item=1 rating=5 text=Lovely. display_name=Jane -> 303
anyone GET $hub -> 200 shows "Lovely.…href=\"/review/hub/problem?token=$token\">Is there something" lacks "Something is wrong with my order"

# A problem leaves while the shop is paused and while it is suspended
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
each $number in 0..5: ask {"email": "bounce+$number@example.com", "delay_days": 0}
+1m each $number in 0..5: mail bounce+$number@example.com "…"
GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
ask {"skip_email": true}
FORM /review/hub/problem item= words="suspended" -> 303
+0s mail owner@fern.example "Something is wrong …" shows "> suspended\n"
PUT /api/v1/settings {"paused_until": "2026-12-20T06:00:00Z"} -> 200
FORM /review/hub/problem item= words="paused" -> 303
+0s mail owner@fern.example "Something is wrong …" shows "> paused\n"
operator {"pause": {"shop": "fern"}} -> {}
FORM /review/hub/problem item= words="paused by the operator" -> 303
+0s mail owner@fern.example "Something is wrong …" shows "> paused by the operator\n"

# A letter waits for an ended shop and a lost wake-up, and none goes to a suppressed address or from a dead link
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
ask {"skip_email": true}
fails SendMessage ServerError
FORM /review/hub/problem item= words="The handle came off." -> 303
heals
+0s no mail
// The provider's answer is lost, and its report of the delivery settles it.
fails SendEmail LoseAnswer
+1d heals
mail owner@fern.example "Something is wrong with an order from Fern & Oak"
FORM /review/hub/problem item= words="The handle came off." -> 303
operator {"delete_shop": {"shop": "fern"}} -> {}
+0s FORM /review/hub/problem item= words="The handle came off." -> 404
operator {"restore_shop": {"shop": "fern"}} -> {}
+1h mail owner@fern.example "Fern & Oak is open again"
mail owner@fern.example "Something is wrong with an order from Fern & Oak"
// An address that is suppressed gets nothing, and the page says so.
FORM /review/hub/problem item= words="The handle came off." -> 303
PUT /api/v1/suppressions/owner@fern.example -> 200
PUT /api/v1/settings {"contact_url": "https://fern.example/contact"} -> 200
FORM /review/hub/problem item= words="The handle came off." -> 422
    shows "cannot be reached by email" "\nThe handle came off." "https://fern.example/contact"
+91d no mail
FORM /review/hub/problem item= words="The handle came off." -> 410
anyone GET /review/hub/problem?token=$token -> 410

# Hostile words are escaped or refused and never lost
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
ask {"skip_email": true}
each $words in ["", " \r\n\u200b "]: FORM /review/hub/problem item= words=$words -> 422
    shows "Please write what is wrong." "aria-invalid=\"true\"" "role=\"alert\"" "$words"
FORM /review/hub/problem item= words="{{x*1001}}" -> 422 shows "Please shorten your message to 1,000 characters."
    "aria-invalid=\"true\"" "role=\"alert\"" "{{x*1001}}"
anyone GET $hub -> 200 lacks "You wrote to"
FORM /review/hub/problem item= words="<a href=\"https://evil.example\">Refund</a>\r\n</td><script>alert(1)</script>\r\n{{{*2}} mail }} {{$*1}}shop"
    -> 303
FORM /review/hub/problem item= words="{{é*1000}}" -> 303
+0s
mail owner@fern.example "Something is wrong with an order from Fern & Oak" shows "> </td><script>alert(1)</script>\n> {{{*2}} mail }} {{$*1}}shop\n"
    "&#60;a href=&#34;https://evil.example&#34;&#62;Refund&#60;/a&#62;<br />&#60;/td&#62;&#60;script&#62;"
mail owner@fern.example "Something is wrong with an order from Fern & Oak" shows "{{é*1000}}"

# The letter is in the shop's language, and the page in the customer's
PUT /api/v1/settings {"language": "de", "reply_to": "help@fern.example"} -> 200
ask {"language": "ar", "product_ids": ["$mug"], "order_id": "7", "skip_email": true}
anyone GET /review/hub/problem?token=$token -> 200 shows "dir=\"rtl\"" "ما المشكلة؟"
FORM /review/hub/problem item= words="الكوب مكسور" -> 303
+0s mail help@fern.example "Mit Bestellung 7 stimmt etwas nicht" shows "Eine Kundin oder ein Kunde hat Fern & Oak"
    "> الكوب مكسور" "<html lang=\"de\"" "dir=\"auto\""

# A customer without an email address leaves the number
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+1d mail +491711234567
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
each $hub in ["/review/hub?token=$link_token"]: FORM /review/hub/problem item= words="The handle came off." -> 303
+0s mail owner@fern.example "Something is wrong with an order from Fern & Oak" header Reply-To ""
    shows "The customer’s phone number is +491711234567." lacks "This is about"

# A trial and test mode send no email
PUT /api/v1/settings {"reply_to": "help@fern.example"} -> 200
mara POST /console/today/trial -> 303
+0s mail mara@fernandoak.example "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $trial
anyone GET /review/hub/problem?token=$trial -> 200 shows "This is a test"
each $hub in ["/review/hub?token=$trial"]: FORM /review/hub/problem item= words="The handle came off." -> 303
anyone GET $link&told=1 -> 200 shows "This is a test, so your message is not sent to"
fern_test PUT /api/v1/settings {"reply_to": "help@fern.example"} -> 200
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
FORM /review/hub/problem item= words="The handle came off." -> 303
anyone GET $hub -> 200 shows "You wrote to"
+1d no mail

# The words are in the person's export, and a letter that waits is not sent after the erasure
PUT /api/v1/settings {"owner_email": "owner@fern.example"} -> 200
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/problem item=1 words="The handle came off.\nCan you help?" -> 303
+0s mail owner@fern.example "Something is wrong …"
// As the personal part: 90 days after the link's end.
row T#fern.live#PRB#0$id PRB#0$id#000000 {"ttl": {"N": "1810706400"}}
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$export"}
+1m GET /api/v1/privacy/$export -> 200 {"download_url": "$file", "counts": {"problems": 1}}
GET $file -> 200 {"problems": [{"request_id": "$id", "item": 1, "text": "The handle came off.\nCan you help?",
  "created_at": "2026-11-20T06:00:00Z"}]}
fails SendEmail Throttle
FORM /review/hub/problem item=1 words="The handle came off." -> 303
+0s POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+1m heals
rows PRB# 0
+1d no mail
