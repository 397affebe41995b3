# The look is seen before it is saved
mara GET /console/settings -> 200 shows "src=\"/console/settings/look/preview\""
mara FORM /console/settings/look/preview logo_url=https://kiln.example/logo.png shop_name="Kiln and Co" color=#7a1f3d
  color.own=on -> 200 shows "Kiln and Co" "#7a1f3d" "https://kiln.example/logo.png"
  header content-security-policy "…img-src data: https:…"
GET /api/v1/settings -> 200 {"shop_name": "Fern & Oak"}
mara GET /console/settings/look/preview -> 200 shows "Fern &#38;" lacks "Kiln"
mara FORM /console/settings/look/preview logo_url=kiln.example shop_name="Kiln and Co" color=#7a1f3d color.own=on
  -> 422 shows "https://"

# Lines for the shop have its ids and color, and a code leads to the page to write
mara GET /console/in-shop -> 200 shows "product=&#34;@all&#34;" "/review/write/fern/@shop" lacks "accent"
ask {"product_ids": ["$mug"], "skip_email": true}
PUT /api/v1/products/$mug {"title": "Stoneware mug"} -> 200
mara GET /console/in-shop -> 200 shows "src=&#34;http://shop.example/embed/v1.js&#34;"
  "shop=&#34;fern&#34; product=&#34;$mug&#34;" "product=&#34;shopify-{…{ product.id }}&#34;"
  "structured-data=&#34;{…{ request.origin }}{…{ product.url }}#product&#34;" "&#34;shop&#34;, &#34;fern&#34;"
  "<script type=\"module\" src=\"/embed/v1.js\"></script>" "No page of your shop has shown reviews yet."
  lacks "<details open>" "Your plug-in"
woocommerce connects
mara GET /console/in-shop -> 200 shows "Your plug-in shows stars and reviews" "href=\"/console/connections/woocommerce/plugin\""
  lacks "<details open>"
each $origin $product in [["https://fern.example", "$mug"], ["http://shop.example", "@all"]]:
  anyone GET /p/fern/$product.json @origin=$origin -> 200
jump 8m mara GET /console/in-shop -> 200 shows "fern.example" "8 minutes ago"
// Most reads are only counted in memory; each five minutes they are written.
each $n in 0..3: anyone GET /p/fern/$mug.json @origin=https://fern.example -> 200
jump 5m anyone GET /p/fern/$mug.json @origin=https://fern.example -> 200
mara GET /console/in-shop -> 200 shows "Reads in the last 24 hours: at least 5."
row "T#fern.live#SEEN#498654" "SEEN#498654" {"ttl": {"N": "1795327200"}}
mara GET /console/in-shop/qr.svg?product=$mug -> 200 header content-type "image/svg+xml" shows "<svg" "<path"
  between "<path" ">" $path
mara GET /console/in-shop/qr.svg?product=@shop -> 200 lacks "$path"
mara GET /console/in-shop/qr.svg?product=a%20b -> 404
PUT /api/v1/settings {"color": "#aa0000"} -> 200
// For the stars and the reviews, in the lines for Shopify and plain HTML.
mara GET /console/in-shop -> 200 times "--afterword-accent:light-dark(#aa0000," 4
mara GET /console/in-shop/look.css -> 200 header content-type "text/css; charset=utf-8"
  is "afterword-stars,afterword-reviews{--afterword-accent:#aa0000}…"

# The first days' switches are the API's settings
mara GET /console/in-shop -> 200 shows "http://shop.example/trust/fern" "http://shop.example/p/fern/@all.html"
mara FORM /console/settings/reviews moderation=hold ai_questions=on -> 303
mara GET /console/settings -> 200 shows "<p>Saved: When somebody writes a review, Show published reviews in public.</p>"
mara GET /console/in-shop -> 200 shows "Your reviews are not shown in public" lacks "trust/fern"
GET /api/v1/settings -> 200 {"moderation": "hold", "public_display": false}
mara FORM /console/settings/reviews moderation=hold ai_questions=on -> 303
mara GET /console/settings -> 200 shows "<p>No changes to save.</p>"
// The hours are in the zone of the first card; a pause is entered and shown in it, too, and so it is at any hour.
mara FORM /console/settings/place country=DE language=en -> 303 /console/settings#place
mara FORM /console/settings/hours send_window.hours=only send_window.from=09:00 send_window.to=18:30 send_window.monday=on -> 303
mara GET /console/settings -> 200 shows "<p>Saved: Send messages.</p>"
GET /api/v1/settings -> 200 {"send_window": {"from": "09:00", "to": "18:30", "days": ["monday"], "time_zone": "Europe/Berlin"}}
mara FORM /console/settings/pause paused_until=2027-03-01T09:00 -> 303
mara GET /console/settings -> 200 shows "<p>Sending is paused until 1 March 2027, 09:00.</p>"
GET /api/v1/settings -> 200 {"paused_until": "2027-03-01T08:00:00Z"}
mara GET /console/settings -> 200 shows "Sending is paused until 1 March 2027, 09:00." "2027-03-01T09:00"
mara FORM /console/settings/pause -> 303
mara GET /console/settings -> 200 shows "<p>Sending is on again.</p>"
GET /api/v1/settings -> 200 {"paused_until": null}
mara FORM /console/settings/hours send_window.hours=any -> 303
mara GET /console/settings -> 200 shows "<p>Saved: Send messages.</p>"
GET /api/v1/settings -> 200 {"send_window": {"from": "00:00", "to": "00:00", "time_zone": "Europe/Berlin"}}
mara GET /console/settings -> 200 shows "value=\"any\" checked" "value=\"09:00\"" lacks "value=\"00:00\""

# A setting that is refused says so at its field and keeps what was typed
GET /api/v1/settings -> 200 is "$before"
mara FORM /console/settings/look shop_name="Fern &#38; Oak" logo_url=ftp://fern.example
  -> 422 shows "id=\"logo_url-about\" role=\"alert\">Please enter an address" "value=\"ftp://fern.example\""
mara FORM /console/settings/look shop_name=" "
  -> 422 shows "id=\"shop_name-about\" role=\"alert\">Please write 1 to 100 characters, on one line." "value=\" \""
mara FORM /console/settings/requests default_reminders=4 reminder_days="3, 7, 14"
  -> 422 shows "id=\"default_reminders-about\" role=\"alert\">Please enter a number from 0 to 3."
each $days in ["", "3, 7", "7, 3, 14", "3, 7, x", "3, 7, 61"]: mara FORM /console/settings/requests default_reminders=0 reminder_days="$days"
  -> 422 shows "id=\"reminder_days-about\" role=\"alert\">Please enter three rising numbers" "value=\"$days\""
mara FORM /console/data/keeping keep_months=5
  -> 422 shows "id=\"keep_months-about\" role=\"alert\">Please enter a number from 6 to 120" "value=\"5\"" "Close this shop"
mara FORM /console/settings/contact owner_email=mara@
  -> 422 shows "id=\"owner_email-about\" role=\"alert\">Please enter an email address." "value=\"mara@\""
mara FORM /console/settings/hours send_window.hours=only send_window.to=9
  -> 422 shows "id=\"send_window-about\" role=\"alert\">Please give two times"
// The form's list does not contain this country, but a program can still send it.
mara FORM /console/settings/place country=UK -> 422 shows "id=\"country-wrong\" role=\"alert\">Please choose a country."
mara FORM /console/settings/unknown -> 404
GET /api/v1/settings -> 200 is "$before"
// The days of the reminders are typed as they are shown.
mara GET /console/settings -> 200 shows "name=\"reminder_days\" value=\"3, 7, 14\""
mara FORM /console/settings/requests default_reminders=2 reminder_days="2,5, 10" ask_once=integrations
  -> 303 /console/settings#requests
mara GET /console/settings -> 200 shows "<p>Saved: Reminders after the first message, Days from the first message to the reminders.</p>"
GET /api/v1/settings -> 200 {"reminder_days": [2, 5, 10], "default_reminders": 2}
// Who picked a color wants it, without a tick, too.
mara FORM /console/settings/look shop_name=Fern color=#C8102E -> 303
mara GET /console/settings -> 200 shows "<p>Saved: Name, Color of links and buttons.</p>" "value=\"#c8102e\""
mara FORM /console/settings/place country=DE language=de shop_address="1 Example Street" -> 303 /console/settings#place
// Where the shop is changes nothing for who reads the console.
mara GET /console/settings -> 200 shows "<html lang=\"en\"" "<option value=\"de\" selected>Deutsch" "<option value=\"DE\" selected"
  "Germany</option>"
GET /api/v1/settings -> 200 {"color": "#c8102e", "country": "DE"}
mara FORM /console/settings/look shop_name=Fern color=#C8102E -> 303
GET /api/v1/settings -> 200 {"color": null}

# Facts keep what was tapped when their words change, and ready-made ones are taken with one press
mara GET /console/settings -> 200 times "name=\"facts.take\"" 3 shows ">+ <bdi lang=\"en\">How does it fit?</bdi></button>"
  "name=\"facts.take\" value=\"{…&#34;Runs small&#34;…" "<span class=\"chip q\"><bdi>Runs small</bdi></span>"
  "<span class=\"s\">of 31</span>" "<details><summary>Question 2</summary>" lacks "<summary>Question 1</summary>"
mara FORM /console/settings/facts facts.0.question="How warm is it?" facts.0.label=Jackets facts.0.answers.0.text=Cool
  facts.0.answers.1.text=Right facts.0.answers.2.text=Warm -> 303 /console/settings#facts
mara GET /console/settings -> 200 shows "<p>Saved: Facts.</p>" "<span class=\"chip q\"><bdi>Cool</bdi></span>"
GET /api/v1/settings -> 200 {"facts": [{"id": "$fact", "question": "How warm is it?", "label": "jackets",
  "answers": [{"id": "$cool", "text": "Cool"}, {"id": "$right", "text": "Right"}, {"id": "$warm", "text": "Warm"}]}]}
// An answer that is put between others moves them, and what was tapped with them.
mara FORM /console/settings/facts facts.0.id=$fact facts.0.question="How warm is it?" facts.0.answers.0.id=$cool facts.0.answers.0.text=Cool
  facts.0.answers.1.id=$right facts.0.answers.1.text=Fresh facts.0.answers.2.id=$warm facts.0.answers.2.text=Right
  facts.0.answers.3.text=Warm -> 303
GET /api/v1/settings -> 200 {"facts": [{"id": "$fact", "answers": [{"id": "$cool", "text": "Cool"}, {"id": "$fresh", "text": "Fresh"},
  {"id": "$right", "text": "Right"}, {"id": "$warm", "text": "Warm"}]}]}
// The second answer is emptied, so that it is taken away.
each $time in [1, 2]:
  mara FORM /console/settings/facts facts.0.id=$fact facts.0.question="Is it warm?" facts.0.label=jackets
    facts.0.answers.0.id=$cool facts.0.answers.0.text=No facts.0.answers.1.id=x facts.0.answers.1.text=
    facts.0.answers.2.id=$warm facts.0.answers.2.text=Yes -> 303
mara GET /console/settings -> 200 shows "<p>No changes to save.</p>" "name=\"facts.0.id\" value=\"$fact\""
  "name=\"facts.0.answers.1.id\" value=\"$warm\"" "name=\"facts.0.answers.1.text\" dir=\"auto\" value=\"Yes\""
GET /api/v1/settings -> 200 {"facts": [{"id": "$fact", "question": "Is it warm?", "label": "jackets",
  "answers": [{"id": "$cool", "text": "No"}, {"id": "$warm", "text": "Yes"}]}]}
// A ready-made one comes last, and the form is saved with it.
mara FORM /console/settings/facts facts.0.id=$fact facts.0.question="Is it warm?" facts.0.answers.0.text=No
  facts.0.answers.1.text=Yes facts.1.id=old
  facts.take="{\"question\":\"How does it fit?\",\"answers\":[{\"text\":\"Small\"},{\"text\":\"Large\"}]}"
  -> 303 /console/settings#facts
GET /api/v1/settings -> 200 {"facts": [{"id": "$fact", "label": "$absent"}, {"question": "How does it fit?",
  "answers": [{"text": "Small"}, {"text": "Large"}]}]} lacks "\"old\""
mara GET /console/settings -> 200 times "name=\"facts.take\"" 2 lacks ">+ <bdi lang=\"en\">How does it fit?"
jo GET /console/settings -> 200 shows "Is it warm?" lacks "name=\"facts.take\""
mara FORM /console/settings/facts facts.0.question="Is it hot?" facts.0.answers.0.text=No
  -> 422 shows "id=\"facts-about\" role=\"alert\">Please give each question two to five different answers." "value=\"Is it hot?\""
mara FORM /console/settings/facts facts.0.id=$fact facts.0.question= facts.0.answers.0.text=" " -> 303
GET /api/v1/settings -> 200 {"facts": null}

# Only owners read the owner's address
PUT /api/v1/settings {"owner_email": "secret@fern.example"} -> 200
jo GET /console/settings -> 200 shows "Only owners can change settings." lacks "secret@fern.example"
mara GET /console/settings -> 200 shows "secret@fern.example"
