# Words that name contact data are marked though every review waits
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text="Lovely. Call 0171 234 56 78, please." display_name="Jane D." as review
each $page in ["", "/$review"]:
  mara GET /console/reviews$page -> 200 shows "Contains a phone number" "Call <mark>0171 234 56 78</mark>, please."
// Her author is told.
anyone GET $hub -> 200 shows "reads your review first. Then everyone can see it."

# A waiting review is listed, read and published
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text="Heavy, and <b>oiled</b>." display_name="Jane D." as review
// What is so for each is not said of each.
mara GET /console/reviews -> 200 shows "To decide <b>1</b>" "Jane D." "Heavy, and &#60;b&#62;oiled" "★★☆☆☆"
  lacks "name=\"why\"…</select>…Every review waits"
mara GET /console/reviews/$review -> 200 shows "Heavy, and &#60;b&#62;oiled" "Every review waits" "Written" "The author"
  "Personal data" between "name=\"revision\" value=\"" "\"" "1"
mara FORM /console/reviews/$review/publish revision=1 list=show=waiting&q=&stars=2 -> 303 /console/reviews?stars=2
mara GET /console/reviews?show=waiting&stars=2 -> 200 shows "Jane D.: published." "No reviews match."
GET /api/v1/reviews/$review -> 200 {"state": "published"}
GET /api/v1/reviews/$review/history -> 200 {"history": [{}, {}, {"by": {"type": "member"}}]}
// It says who published it.
mara GET /console/reviews/$review -> 200 shows "dir=\"auto\">mara@fernandoak.example<"
  between "<a href=\"http://shop.example/p/" "\"" $public
GET /p/$public -> 200

# The list names each day once, and the hours of the newest
PUT /api/v1/settings {"moderation": "hold"} -> 200
review rating=2 text=Heavy.
review {"email": "ann@example.com"} rating=4 text=Oiled.
+2d review {"email": "bea@example.com"} rating=4 text=Oiled.
jump 3h each $list $first $second in [["", 20, 22], ["?show=all", 22, 20]]:
  mara GET /console/reviews$list -> 200 times "<li class=\"day\">" 2 shows "&#160;· 3 hours ago"
    "<li class=\"day\">$first November 2026<…<li class=\"day\">$second November 2026<" lacks "days ago"

# After a decision on a review's page the next that waits is shown
PUT /api/v1/settings {"moderation": "hold"} -> 200
review rating=2 text=Heavy.
jump 1m review rating=4 text=Light. display_name="Jane D."
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$newer"}, {"id": "$older"}]}
mara GET /console/reviews/$older -> 200 shows "name=\"next\" value=\"$newer\""
mara FORM /console/reviews/$older/withhold revision=1 next=$newer reason=fake -> 303 /console/reviews/$newer
mara GET /console/reviews/$newer -> 200 shows ": withheld" lacks "name=\"next\""
mara GET /console/reviews/$older -> 200 shows "<details><summary data-key=\"w\">Change the reason"
// Pages show pictures, and nothing else from elsewhere.
each $page in ["reviews", "reviews/$older", "today"]:
  mara GET /console/$page -> 200 header content-security-policy "default-src 'none'; …img-src 'self' data: https: …"
    lacks " style=" "<script>"

# A withheld review that is taken back within the minute costs its author nothing
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
GET /api/v1/reviews/$review -> 200 between "{" "\"revision\"" $before between "\"publish_count\"" "\"updated_at\"" $times
mara FORM /console/reviews/$review/withhold revision=1 reason=fake note="Looks copied." -> 303 header location "$list"
mara GET $list -> 200 shows "action=\"/console/reviews/$review/undo\"…data-key=\"u\"…name=\"revision\" value=\"2\""
GET /api/v1/reviews/$review -> 200 {"reason": "fake"}
jump 30s mara FORM /console/reviews/$review/undo revision=2 -> 303 /console/reviews/$review
mara GET /console/reviews/$review -> 200 shows "Jane D.: undone. Everything is as it was."
GET /api/v1/reviews/$review -> 200 between "{" "\"revision\"" $before between "\"publish_count\"" "\"updated_at\"" $times
GET /api/v1/reviews/stats -> 200 {"pending_count": 1, "rejected_count": 0}
+7m no mail
// The minute is over, so the decision stays.
mara FORM /console/reviews/$review/withhold revision=3 reason=fake -> 303 header location "$again"
mara GET $again -> 200 shows "Jane D.: withheld. The reason goes out by email within minutes." "name=\"revision\" value=\"4\""
jump 56s mara FORM /console/reviews/$review/undo revision=4 -> 409 shows "or it is too late to undo"
+7m mail jane@example.com "…"

# Taking back emails nobody and calls mirrors
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
hook 200 {"events": ["review.published", "review.updated", "review.withheld"]}
// Two decisions follow within a minute. Undoing the second restores the first, and the author is notified of it.
mara FORM /console/reviews/$review/withhold revision=1 reason=fake -> 303
mara FORM /console/reviews/$review/withhold revision=2 reason=abusive -> 303
mara FORM /console/reviews/$review/undo revision=3 -> 303
+7m mail jane@example.com "…"
// Later decisions that are undone change nothing, because the author was notified why the review is withheld.
mara FORM /console/reviews/$review/publish revision=4 -> 303
+0s mara FORM /console/reviews/$review/undo revision=5 -> 303
GET /api/v1/reviews/$review -> 200 {"state": "withheld", "reason": "fake", "revision": 6}
+7m no mail
mara FORM /console/reviews/$review/withhold revision=6 reason=personal_data -> 303
+0s mara FORM /console/reviews/$review/undo revision=7 -> 303
GET /api/v1/reviews/$review -> 200 {"state": "withheld", "reason": "fake", "revision": 8}
+7m no mail
delivered review.withheld
each $event in ["review.withheld", "review.updated", "review.published"]: delivered $event
each $kind in ["review.updated", "review.withheld"]: delivered $kind
delivered review.updated
GET /api/v1/reviews/$review/history -> 200 {"history": [{}, {}, {}, {}, {}, {}, {}, {},
  {"what": "undone", "reason": "fake", "by": {"type": "member"}}]}
mara GET /console/reviews/$review -> 200 shows "Undone"

# An answer that is taken back was never sent, and the next one is
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
mara FORM /console/reviews/$review/reply revision=1 first=true text="Thanks, Jhane." -> 303
mara FORM /console/reviews/$review/undo revision=2 -> 303
GET /api/v1/reviews/$review -> 200 {"reply": null}
+7m no mail
mara FORM /console/reviews/$review/reply revision=3 first=true text="Thanks, Jane." -> 303
+7m mail jane@example.com "…replied…" shows "Thanks, Jane."
// Undo restores a changed answer, and a removed one.
mara FORM /console/reviews/$review/reply revision=4 text=Sorry. -> 303
GET /api/v1/reviews/$review -> 200 {"reply": {"text": "Sorry."}}
mara FORM /console/reviews/$review/undo revision=5 -> 303
GET /api/v1/reviews/$review -> 200 {"reply": {"text": "Thanks, Jane."}}
mara FORM /console/reviews/$review/reply/remove revision=6 -> 303
mara FORM /console/reviews/$review/undo revision=7 -> 303
GET /api/v1/reviews/$review -> 200 {"reply": {"text": "Thanks, Jane."}}
// A few minutes later the table contains nothing of the replaced data.
mara FORM /console/reviews/$review/reply/remove revision=8 -> 303
row "T#fern.live#REV#0$id" "REV#0$id#00" {"undo": "$any"}
row "T#fern.live#RV" "RV#0$review" {"due_at": "$any"}
+7m row "T#fern.live#REV#0$id" "REV#0$id#00" {"undo": "$absent"}
row "T#fern.live#RV" "RV#0$review" {"due_at": "$absent"}
mara FORM /console/reviews/$review/reply revision=9 text=" " -> 422 shows "A reply needs 1 to 10,000 characters."

# A reason is needed, readers read, and a second moderator's decision is shown and not overwritten
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
each $reason in ["", "low_rating", "unspecified"]:
  mara FORM /console/reviews/$review/withhold revision=1 reason=$reason -> 422 shows "Please choose a reason."
// The form shows its input again, whatever is wrong with it.
mara FORM /console/reviews/$review/withhold revision=1 about=review reason=fake note="{{n*501}}"
  -> 422 shows "value=\"{{n*501}}\"" "value=\"fake\" required checked"
mara FORM /console/reviews/$review/withhold revision=1 about=review reason= note=Copied.
  -> 422 shows "value=\"Copied.\"" lacks "value=\"fake\" required checked"
mara FORM /console/reviews/$review/withhold revision=7 about=review reason=fake note=Copied.
  -> 409 shows "value=\"Copied.\"" "value=\"fake\" required checked"
ro GET /console/reviews/$review -> 200 lacks "/console/reviews/$review/"
ro GET /console/reviews -> 200 lacks "/publish"
each $unknown in ["7", "x"]: mara GET /console/reviews/$unknown -> 404
each $unknown in ["7", "x"]: mara FORM /console/reviews/$unknown/publish revision=1 -> 404
GET /api/v1/reviews/$review -> 200 {"state": "submitted"}
jo FORM /console/reviews/$review/withhold revision=1 reason=abusive -> 303
each $action in ["publish", "withhold", "reply/remove", "undo"]:
  mara FORM /console/reviews/$review/$action revision=1 reason=abusive
    -> 409 shows "Somebody changed this review in the meantime" "Insults" "jo@fernandoak.example"
// What was typed stays, and a form without a revision decides nothing.
mara FORM /console/reviews/$review/reply revision=1 text="Thank you so much" -> 409 shows "Thank you so much"
mara FORM /console/reviews/$review/publish -> 409
GET /api/v1/reviews/$review -> 200 {"state": "withheld"}

# An edit of a published review waits in the list and comes back
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
mara FORM /console/reviews/$review/publish revision=1 -> 303
FORM /review/hub/review rating=5 text="Oiled now." display_name="Jane D." -> 303
mara GET /console/reviews -> 200 shows "Oiled now." "A change is waiting"
// The navigation counts it, too.
each $page in ["/console/reviews", "/console/reviews?show=all", "/console/customers"]:
  mara GET $page -> 200 shows "<span class=\"unseen\">1 waiting</span>"
each $page in ["/console/reviews", "/console/reviews?show=all"]: mara GET $page -> 200 shows "To decide <b>1</b>"
mara GET /console/reviews/$review -> 200 shows "Heavy." "The waiting change" "name=\"revision\" value=\"3\""
mara FORM /console/reviews/$review/drop-edit revision=3 reason=unrelated -> 303
GET /api/v1/reviews/$review -> 200 {"pending_edit": null}
mara FORM /console/reviews/$review/undo revision=4 -> 303
GET /api/v1/reviews/$review -> 200 {"pending_edit": {"content": "Oiled now."}}
mara FORM /console/reviews/$review/publish revision=5 -> 303
GET /api/v1/reviews/$review -> 200 {"content": "Oiled now."}
mara FORM /console/reviews/$review/undo revision=6 -> 303
GET /api/v1/reviews/$review -> 200 {"content": "Heavy.", "pending_edit": {"rating": 5}}
mara GET /console/reviews -> 200 shows "A change is waiting"

# Filters are for reading, and a list keeps its place
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text="Heavy, but good." display_name="Jane D." as review
each $query in ["stars=2", "q=HEAVY", "q=jane", "show=x&stars=9&after=x&product="]:
  mara GET /console/reviews?$query -> 200 shows "/console/reviews/$review\""
each $query in ["stars=5", "q=light", "show=published", "show=all&product=%40shop"]:
  mara GET /console/reviews?$query -> 200 lacks "/console/reviews/$review\""
PATCH /api/v1/reviews/$review/approve {} -> 200
// The list of those without a reply is a queue.
mara GET /console/reviews?reply=none&show=published
  -> 200 shows "/console/reviews/$review?reply=none\"" "<p>Without a reply</p>" lacks "Customers can’t see them yet."
// It is one key away from every list, and none of its tabs keeps the filter.
each $list in ["", "?show=published", "?show=all&stars=2"]:
  mara GET /console/reviews$list -> 200 shows "href=\"/console/reviews?reply=none&#38;show=published\" data-key=\"r\""
mara GET /console/reviews?reply=none&show=published -> 200 shows "href=\"/console/reviews?show=published\" aria-current=\"true\""
mara GET /console/reviews/$review?reply=none -> 200 shows "<input type=\"hidden\" name=\"reply\" value=\"1\">"
mara GET /console/reviews/$review -> 200 lacks "<input type=\"hidden\" name=\"reply\""
mara GET /console/reviews?reply=none&show=published&stars=5 -> 200 lacks "/console/reviews/$review\""
PUT /api/v1/reviews/$review/reply {"text": "Thank you."} -> 200
mara GET /console/reviews?reply=none&show=published -> 200 shows "All answered." lacks "/console/reviews/$review\""
mara GET /console/reviews?reply=none&show=all -> 200 shows "/console/reviews/$review\"" lacks "<p>Without a reply</p>"
// A product's page leads to its reviews, which say whose they are; the lists offer no choice of products.
mara GET /console/reviews?show=all&stars=2 -> 200 lacks "name=\"product\""
mara GET /console/reviews?show=all&product=$mug -> 200 shows "value=\"$mug\" selected>Stoneware mug</option>" "/console/reviews/$review\""

# Saved replies are kept in settings and offered where a review is answered
PUT /api/v1/settings {"moderation": "hold"} -> 200
PUT /api/v1/products/$mug {"title": "Oak <mug>"} -> 200
review {"customer_name": "Jane Doe"} rating=2 text=Heavy. display_name="Jane D." as review
mara FORM /console/settings/replies saved_replies.1="Thank you, {name}!\r\nYours, {shop}" saved_replies.2=
  saved_replies.3="Glad that the {product} is fine." saved_replies.4= saved_replies.5=" " -> 303
mara GET /console/settings -> 200 shows "Saved: Saved replies" ">Thank you, {name}!\nYours, {shop}</textarea>"
GET /api/v1/settings -> 200 {"saved_replies": ["Thank you, {name}!\nYours, {shop}", "Glad that the {product} is fine."]}
mara GET /console/reviews/$review -> 200 shows "data-insert=\"Thank you, Jane!\nYours, Fern &#38; Oak\" data-key=\"1\""
  "data-insert=\"Glad that the Oak &#60;mug&#62; is fine.\" data-key=\"2\""
// Neither a name nor a product is known.
review {"product_ids": []} rating=5 text=Fine. as nameless
mara GET /console/reviews/$nameless -> 200 shows "id=\"saved\"" lacks "data-insert"
mara FORM /console/settings/replies saved_replies.1="Hello {nam}" saved_replies.3=Second
  -> 422 shows "Each text has at most 500 characters." ">Hello {nam}</textarea>" ">Second</textarea>"
GET /api/v1/settings -> 200 {"saved_replies": ["Thank you, {name}!\nYours, {shop}", "Glad that the {product} is fine."]}
mara FORM /console/settings/replies saved_replies.1= saved_replies.2= saved_replies.3= saved_replies.4= saved_replies.5= -> 303
GET /api/v1/settings -> 200 {"saved_replies": null}
mara GET /console/audit -> 200 shows "<code>saved_replies</code>" "Glad that the {product} is fine."
jo GET /console/reviews/$review -> 200 lacks "id=\"saved\""

# The list calls only a review of a proved purchase verified
each $order $paid in [["A", true], ["B", false]]:
  PUT /api/v1/orders/$order {"status": "placed", "paid": "$paid", "currency": "EUR",
    "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 4900}]} -> 200
review {"order_id": "A"} rating=4 text=Lovely.
mara GET /console/reviews?show=all -> 200 times " · Verified purchase" 1
review {"order_id": "B"} rating=4 text=Lovely.
// An order that nobody knows, and none.
review {"order_id": "C"} rating=4 text=Lovely.
review rating=4 text=Lovely.
mara GET /console/reviews?show=all -> 200 times "data-row" 4 times " · Verified purchase" 1

# What an author tapped stands with the words of then, also in a change that waits
PUT /api/v1/settings {"moderation": "hold", "facts": [{"id": "fit", "question": "How does it fit?", "answers": [
  {"id": "s", "text": "Runs <small>"}, {"id": "m", "text": "True to size"}]}]} -> 200
review rating=4 text=Fine. fact_0=fit:s as review
mara FORM /console/reviews/$review/publish revision=1 -> 303
FORM /review/hub/review rating=4 text="Fine after all." fact_0=fit:m -> 303
PUT /api/v1/settings {"facts": null} -> 200
mara GET /console/reviews/$review -> 200
  shows "<bdi>How does it fit?</bdi> <b><bdi>Runs &#60;small&#62;</bdi></b>…The waiting change…<b><bdi>True to size</bdi></b>"
mara GET /console/reviews -> 200 shows "<bdi>How does it fit?</bdi> <b><bdi>True to size</bdi></b>" lacks "Runs &#60;small&#62;"
