# Facts are tapped, or not; a tap can be changed and taken back, and whoever says nothing about one leaves it as it is
PUT /api/v1/settings {"facts": [
  {"id": "fit", "question": "How does it fit?", "answers": [
    {"id": "s", "text": "Small"}, {"id": "m", "text": "True to size"}, {"id": "l", "text": "Large"}]},
  {"id": "value", "question": "Good <value>?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}], "label": "Mugs"}]} -> 200
PUT /api/v1/products/$mug {"title": "Mug", "labels": ["Mugs"]} -> 200
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
// The tray is no mug, and the page has a card for each.
anyone GET $hub -> 200 times "<bdi>How does it fit?</bdi></legend>" 2 times "Good &#60;value&#62;?</bdi></legend>" 1
    lacks "name=\"fact_0\" value=\"fit:s\" checked"
// What was not sent stays, also through the questions.
FORM /review/hub/draft fact_0=fit:s text= -> 303
anyone GET $hub -> 200 shows "name=\"fact_0\" value=\"fit:s\" checked" "not sent yet"
FORM /review/hub/draft fact_0=fit: fact_1=value:y text= -> 303
anyone GET $hub -> 200 shows "value=\"value:y\" checked" lacks "value=\"fit:s\" checked"
FORM /review/hub/review rating=4 text=Fine. fact_0=fit:m fact_1=value:y -> 303
anyone GET $hub -> 200 shows "<bdi>How does it fit?</bdi> <b><bdi>True to size</bdi></b> · <bdi>Good &#60;value&#62;?</bdi> <b><bdi>Yes</bdi></b>"
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "revision": 1, "edited_at": null,
  "facts": {"How does it fit?": "True to size", "Good <value>?": "Yes"}}]}
// A form without them, and one with answers or facts that there are not.
FORM /review/hub/review rating=4 text=Fine. -> 303
FORM /review/hub/review rating=4 text=Fine. fact_0=fit:xl fact_1=none:y fact_2=<b> -> 303
GET /api/v1/reviews/$review -> 200 {"revision": 1, "facts": {"How does it fit?": "True to size", "Good <value>?": "Yes"}}
// What is taken back and not sent yet is taken back by the form that is sent after a reload.
FORM /review/hub/draft rating=4 text=Fine. fact_0=fit: -> 303
anyone GET $hub&item=0 -> 200 shows "value=\"fit:\" checked"
FORM /review/hub/draft then=cancel -> 303
+1d FORM /review/hub/review rating=4 text=Fine. fact_0=fit:l fact_1=value: -> 303
GET /api/v1/reviews/$review -> 200 {"revision": 2, "edited_at": "2026-11-21T06:00:00Z", "facts": {"How does it fit?": "Large", "Good <value>?": "$absent"}}
// The newest tap of a fact counts, wherever the shop has put the fact since.
FORM /review/hub/draft item=1 fact_0=fit:s fact_1=fit:l text= -> 303
PUT /api/v1/settings {"facts": [{"id": "gift", "question": "A gift?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}]},
  {"id": "fit", "question": "How does it fit?", "answers": [{"id": "s", "text": "Small"}, {"id": "m", "text": "True to size"}]},
  {"id": "value", "question": "Good <value>?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}], "label": "Mugs"}]} -> 200
anyone GET $hub&item=1 -> 200 shows "name=\"fact_1\" value=\"fit:s\" checked"
FORM /review/hub/draft item=1 fact_1=fit:m text= -> 303
anyone GET $hub&item=1 -> 200 shows "value=\"fit:m\" checked" lacks "value=\"fit:s\" checked"
// A fact of mugs is none of the tray's.
FORM /review/hub/review item=1 rating=4 text=Fine. fact_0=fit:s fact_1=value:y -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$tray_review", "facts": {"How does it fit?": "Small", "Good <value>?": "$absent"}}, {}]}
// Other words are the same answer, which is no edit; one that is not asked any more stays in the shop's own copy.
PUT /api/v1/settings {"facts": [{"id": "fit", "question": "The fit", "answers": [
  {"id": "s", "text": "Tight"}, {"id": "m", "text": "Right"}]}]} -> 200
FORM /review/hub/review item=1 rating=4 text=Fine. fact_0=fit:s -> 303
GET /api/v1/reviews/$tray_review -> 200 {"revision": 1}
anyone GET $hub -> 200 shows "<bdi>The fit</bdi> <b><bdi>Tight</bdi></b>" lacks "Large"
FORM /review/hub/review rating=5 text=Fine. -> 303
GET /api/v1/reviews/$review -> 200 {"revision": 3, "facts": {"How does it fit?": "Large", "Good <value>?": "$absent"}}
FORM /review/hub/withdraw sure=yes -> 303
PUT /api/v1/settings {"facts": null} -> 200 {"facts": null}
anyone GET $hub -> 200 lacks "The fit"

# In the talk, what was not tapped is asked by its chips, in place of the last question
PUT /api/v1/settings {"facts": [{"id": "fit", "question": "How does it fit?", "answers": [
  {"id": "s", "text": "Small"}, {"id": "m", "text": "Right"}]}]} -> 200
ask {"skip_email": true, "product_ids": ["$mug"]}
each $turn in ["0", "1", "2"]: FORM /review/hub/chat turn=$turn answer="fine with me" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "Question 4 of 4" "How does it fit?" "value=\"fit:m\""
    lacks "recommend" "<textarea"
FORM /review/hub/chat turn=3 answer= fact_0=fit:m -> 303 $hub&item=0#item-0
anyone GET $hub -> 200 shows "value=\"fit:m\" checked" "Fine with me. Fine with me. Fine with me.</textarea>"
// Whoever has tapped them all is asked the question.
anyone GET /review/hub/chat?token=$token&item=0&turn=3 -> 200 shows "recommend" "<textarea"
// What cannot be saved says so, and stays tapped.
ask {"skip_email": true, "product_ids": ["$mug", "shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5", "shopify-6",
    "shopify-7", "shopify-8", "shopify-9"]}
each $number in 0..100: FORM /review/hub/draft text="Words $number" -> 303
FORM /review/hub/chat turn=3 answer= fact_0=fit:m -> 429 shows "How does it fit?" "value=\"fit:m\" checked" "save it again tomorrow"
