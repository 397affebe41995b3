# A headline is optional and never invented
review rating=4 text=Good. headline="  A mug for life "
GET /api/v1/reviews -> 200 {"reviews": [{"title": "A mug for life"}]}
anyone GET /p/fern/$mug.html -> 200 shows "\"name\":\"A mug for life\""
  "<h3 class=\"afterword-headline\" lang=\"en\" dir=\"auto\">A mug for life</h3>"
jump 1s review {"product_ids": ["$mug", "$tray", "shopify-1"]} rating=4 text=Good.
FORM /review/hub/review item=1 rating=4 text=Good. headline= -> 303
FORM /review/hub/review item=2 rating=4 text=Good. headline=" \u200b " -> 303
GET /api/v1/reviews?sort=oldest&offset=1 -> 200 {"reviews": [{"title": null}, {"title": null}, {"title": null}]}

# An edit changes a headline or takes it away
review {"product_ids": ["$mug", "$tray"]} rating=4 text=Good. headline=Good
anyone GET $hub&item=0 -> 200 shows "name=\"headline\" value=\"Good\""
FORM /review/hub/review rating=4 text="Very good." -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"title": "Good", "content": "Very good."}]}
FORM /review/hub/review rating=4 text="Very good." headline="Even better" -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"title": "Even better"}]}
FORM /review/hub/review rating=4 text="Very good." headline= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"title": null}]}
// It waits with contact data, as a text does.
FORM /review/hub/review item=1 rating=4 text=Good. headline="Call 0171 2345678" -> 303
GET /api/v1/reviews?status=pending -> 200 {"total": 1}

# A headline has 200 characters on one line
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
// What was typed is still there.
FORM /review/hub/review rating=4 text=Good. headline="{{é*201}}" -> 422
  shows "<p class=\"error\" id=\"headline-0-error\">Please use at most 200 characters for the headline, on one line.</p>"
  "href=\"#headline-0\"" "name=\"headline\" value=\"{{é*201}}"
FORM /review/hub/review rating=4 text=Good. headline="Two\nlines\u000band a\u0000 nul" -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"title": "Two lines and a nul"}]}
FORM /review/hub/review rating=4 text=Good. headline="{{é*200}}" -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"title": "{{é*200}}"}]}

# A draft has the headline as typed
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/draft rating=4 text= display_name= headline="<Half a thou" -> 303
anyone GET $hub -> 200 shows "name=\"headline\" value=\"&#60;Half a thou\""
// A form without the field leaves it.
FORM /review/hub/draft rating=4 text=More. display_name= -> 303
anyone GET $hub -> 200 shows "value=\"&#60;Half a thou\""
FORM /review/hub/draft rating=4 text=Good. display_name= headline="{{a*401}}" -> 422
  shows "id=\"headline-0-error\"" lacks "id=\"text-0-error\""
// A photo's button saves the form, too.
FORM /review/hub/photo/remove photo=0 rating=4 text=Good. display_name= headline="A whole thought" -> 303
anyone GET $hub -> 200 shows "value=\"A whole thought\""
// A stored review whose headline alone changed has unsent changes.
FORM /review/hub/review rating=4 text=Good. display_name= headline=Good -> 303
anyone GET $hub -> 200 lacks "changes not sent yet"
FORM /review/hub/draft rating=4 text=Good. display_name= headline=Better -> 303
anyone GET $hub -> 200 shows "changes not sent yet"

# Every language asks for a headline
ask {"product_ids": ["$mug"], "skip_email": true, "language": "de"}
anyone GET $hub -> 200 shows "<label for=\"headline-0\">Überschrift</label>"
ask {"product_ids": ["$mug"], "skip_email": true, "language": "ar"}
anyone GET $hub -> 200 shows "<label for=\"headline-0\">العنوان</label>"
