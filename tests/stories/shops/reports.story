# Notices are always taken, and the owner gets one email a day
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example", "public_display": true} -> 200
review rating=5 text=Lovely. as review
// What is stored of a day's notices about a review has a limit: 20 with a place each, and 64 places for the others.
each $n in 0..600: FORM /review/report @x-forwarded-for=2001:db8:$n::1 shop=fern review=$review reason=unlawful words= -> 200
rows RVR# 84
// A notice whose reader left an address has a place of its own, which no later one takes.
FORM /review/report @x-forwarded-for=192.0.9.1 shop=fern review=$review reason=unlawful words= email=rita@example.com -> 200
each $n in 600..1000: FORM /review/report @x-forwarded-for=2001:db8:$n::1 shop=fern review=$review reason=unlawful words= -> 200
rows RVR# 85
each $n in 0..20: FORM /review/report @x-forwarded-for=198.51.$n.1 shop=fern review=$review reason=fake words= -> 200
FORM /review/report @x-forwarded-for=203.0.113.1 shop=fern review=$review reason=fake words= -> 429
// Neither these nor other notices close the form for a notice, also from the same network.
each $n in 0..30: FORM /review/report @x-forwarded-for=203.0.$n.1 shop=fern review=$review reason=personal_data words= -> 200
at once 8 FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=unlawful words= -> 200
+7m mail owner@fernandoak.example "A reader reported …"
mail rita@example.com "…" shows "reads your report and decides"
FORM /review/report @x-forwarded-for=192.0.3.1 shop=fern review=$review reason=unlawful words= -> 200
+23h mail owner@fernandoak.example "A review for Fern & Oak"
no mail
+70m mail owner@fernandoak.example "A reader reported …"
no mail
mara GET /console/today -> 200 shows "Readers reported a review" "href=\"/console/reviews/$review\""
mara GET /console/reviews/$review -> 200 between "name=\"revision\" value=\"" "\"" $revision
mara FORM /console/reviews/$review/keep revision=$revision kept="It is an opinion." -> 303
+7m mail rita@example.com "The decision of Fern & Oak about your report"

# Only owners of live shops choose a sender, and a domain of their own
PUT /api/v1/settings {"owner_email": "mara@fernandoak.example"} -> 200
each $typed $said in [["", "one domain or one address"], ["fern@gmail.com", "provider of mailboxes"],
  ["mail.afterword.example", "belongs to your operator"], ["shop.example", "belongs to your operator"]]:
  mara FORM /console/settings/sender sender=$typed -> 422 shows "$said"
fern_test POST /api/v1/console-links {} -> 201 {"url": "$way"}
guest GET $way -> 200 between "name=\"k\" value=\"" "\"" $k
guest FORM /console/sign-in/link k=$k -> 303 /console
guest FORM /console/settings/sender sender=reviews@fern.example -> 422 shows "In test mode nothing is sent"
GET /api/v1/settings -> 200 {"sender": null}

# Earlier ratings and reminders change no word of an email
each $occasion in ["request", "reminder_1"]:
  PUT /api/v1/texts/en/$occasion {"subject": "{shop}, {name}", "opening": "{days} days of {product}"} -> 200
ask {"customer_name": "Jane", "product_ids": ["$mug", "$tray"], "delay_days": 0, "reminders": 1}
+4d each $n in 0..2: mail jane@example.com "…"
FORM /review/hub/review rating=1 text=Bad. -> 303
ask {"customer_name": "Jane", "product_ids": ["$tray"], "delay_days": 0, "reminders": 1} as jane
ask {"email": "new@example.com", "customer_name": "Jane", "product_ids": ["$tray"], "delay_days": 0, "reminders": 1} as new
+0s each $id in ["$jane", "$new"]:
  GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{"subject": "Fern & Oak, Jane"}]} shows "days of Oak tray"
  between "\"text\":\"" "http://shop.example/review" $words
each $n in 0..2: mail …@example.com "Fern & Oak, Jane"
+3d each $id in ["$jane", "$new"]:
  GET /api/v1/review-requests/$id/messages -> 200 {"messages": [{}, {"subject": "Fern & Oak, Jane"}]}
each $n in 0..2: mail …@example.com "Fern & Oak, Jane" shows "days of Oak tray"
