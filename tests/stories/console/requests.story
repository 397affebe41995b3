# A person and an order are found by the whole address or id, and a search costs the same calls
ask {"order_id": "ORD 10/42", "customer_name": "Jane Doe", "product_ids": ["$mug"]} as first
ask {"order_id": "ORD-1043", "product_ids": ["$mug"]} as second
mara GET /console/customers -> 200 between "href=\"/console/customers/" "\"" $jane
ask {"order_id": "ORD-1044", "email": "june@example.com"} as other
// No address is in an address.
each $typed in [" JANE@example.com ", "JANE@example.com"]:
  mara FORM /console/customers/find find="$typed" -> 303 /console/customers/$jane
mara GET /console/customers/$jane -> 200 shows "href=\"/console/requests/$first\""
  "href=\"/console/requests/$second\"" "<h1><bdi>Jane Doe</bdi></h1>" lacks "href=\"/console/requests/$other\""
mara FORM /console/customers/find find="ORD 10/42" -> 303 header location "$of_order"
mara GET $of_order -> 200 shows "href=\"/console/requests/$first\"" "Jane Doe" lacks "href=\"/console/requests/$second\""
mara FORM /console/customers/find find=nobody@example.com
  -> 200 shows "No request to this address was found" "value=\"nobody@example.com\""
mara FORM /console/customers/find find=ORD-9999 -> 303 /console/customers?order=ORD-9999
mara GET /console/customers?order=ORD-9999 -> 200 shows "No request about this order was found, and"
each $typed in ["jane@", "+49", ""]: mara FORM /console/customers/find find="$typed" -> 422 shows "aria-invalid=\"true\""
// The first call of each click is the same for every click.
mara FORM /console/customers/find find=jane@example.com -> 303 costs BatchGetItem GetItem GetItem
mara FORM /console/customers/find find=nobody@example.com -> 200 costs BatchGetItem GetItem GetItem
mara FORM /console/customers/find find=ORD-1043 -> 303 costs BatchGetItem
mara GET /console/customers?order=ORD-1043 -> 200 costs BatchGetItem Query BatchGetItem BatchGetItem BatchGetItem

# The list names each day once, and the products
ask {"order_id": "A", "product_ids": ["$mug", "$tray"], "customer_name": "Jane Doe"}
ask {"order_id": "B", "product_ids": ["$mug"], "email": "b@example.com"}
+1d ask {"order_id": "C", "product_ids": ["unknown-1"], "email": "c@example.com"}
mara GET /console/customers?status=scheduled -> 200 times "<li class=\"day\">" 2 shows
  "<li class=\"day\">21 November 2026<…1 product&nbsp;· <bdi>C</bdi>…<li class=\"day\">20 November 2026<"
  "<bdi>Stoneware mug</bdi> and 1 more&nbsp;· <bdi>A</bdi>" "<bdi>Stoneware mug</bdi>&nbsp;· <bdi>B</bdi>"

# A request says who asked: a call, the shop's system, somebody on its page, or a file
shopify connects {"after": "fulfilled"}
woocommerce connects
ask {"skip_email": true}
shopify says orders/fulfilled {"email": "a@example.com"} -> planned
jump 1s woocommerce says order {"buyer": {"email": "b@example.com"}} -> planned
PUT /api/v1/orders/C {"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": "c@example.com"}} -> 200
jump 1s FORM /review/write/fern/$mug email=c@example.com -> 200
jump 1s mara FORM /console/requests/earlier/ask rows="Email;Order number\r\nd@example.com;D\r\n" days=7 number=1 -> 303
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$file"}, {"id": "$visitor"}, {"id": "$woo"}, {"id": "$shopify"}, {"id": "$call"}]}
each $one $origin in [["$call", "call"], ["$shopify", "shopify"], ["$woo", "woocommerce"], ["$visitor", "visitor"], ["$file", "file"]]:
  GET /api/v1/review-requests/$one -> 200 {"origin": "$origin"}
each $one $why in [["$call", "The shop’s program asked for a review."], ["$shopify", "Shopify reported an order, so"],
  ["$woo", "WooCommerce reported an order, so"], ["$visitor", "Somebody asked for this link on the shop’s page. The shop had not asked."],
  ["$file", "A member asked for a review of an order in a file."]]:
  mara GET /console/requests/$one -> 200 shows "2026… · $why" "<p>$why"
GET /api/v1/review-requests/$visitor/timeline -> 200 {"timeline": [{"detail": "visitor", "why": "Somebody asked for…"}]}
operator {"why": {"request": "$woo"}} -> {"requests": [{"origin": "woocommerce"}]}

# A request says what happened, why and what is next, and a reader sends nothing
ask {"order_id": "ORD-1042", "customer_name": "Jane Doe", "product_ids": ["$mug", "$tray"]}
mara GET /console/requests/$id -> 200 shows "<h1>Jane Doe · ORD-1042</h1>" "jane@example.com"
  "Stoneware mug" "The email will be sent on 27 November 2026 at 06:00 UTC." "The shop’s program asked for a review."
  "The email will be sent, unless something stops it by then." "The link expires."
PUT /api/v1/suppressions/jane@example.com -> 200
mara GET /console/requests/$id -> 200 shows "will not be sent: the shop suppressed the address or number itself"
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
mara GET /console/requests/$id -> 200 shows "The customer reviewed item 1." "/console/reviews/"
jo signs in as reader
jo GET /console/requests/$id -> 200 lacks "Send now" "Cancel the request" "/console/requests/$id/link"
jo GET /console/customers?status=manual -> 200 lacks "/console/requests/send"

# A request is sent now, once, and its message is shown
ask {"order_id": "ORD-1042"}
mara FORM /console/requests/$id/send -> 303 /console/requests/$id
mara GET /console/requests/$id -> 200 shows "It is being sent."
+0s mail jane@example.com "…"
mara GET /console/requests/$id -> 200 shows "The provider accepted the email."
mara FORM /console/requests/$id/send -> 303
mara GET /console/requests/$id -> 200 shows "Not sent again: the first message has already been sent."
+0s no mail
// A link opens the customer's page.
mara GET /console/requests/$id/messages -> 200 shows "review/hub" header cache-control "no-store, no-transform"
mara GET /console/requests/$id/link -> 200 shows "readonly" "http://shop.example/" header cache-control "no-store, no-transform"

# A request is cancelled
ask {}
mara GET /console/requests/$id -> 200 shows "Cancel the request"
mara FORM /console/requests/$id/cancel -> 303 /console/requests/$id
mara GET /console/requests/$id -> 200 shows "Cancelled. The link no longer works." lacks "Cancel the request"
status cancelled
anyone GET $hub -> 410
mara FORM /console/requests/$id/send -> 303
mara GET /console/requests/$id -> 200 shows "Not sent: the request is cancelled."

# Stuck, failed and manual requests have lists of their own
mara signs in as owner
ask {"email": "bounce@example.com", "delay_days": 0}
+0s
+1m ask {"skip_email": true, "email": "june@example.com"} as manual
standing Paused
ask {"delay_days": 0} as throttled
+0s mara GET /console/customers?status=scheduled -> 200 shows "href=\"/console/requests/$throttled\"" "The email was throttled"
  lacks "href=\"/console/requests/$manual\""
mara GET /console/customers?status=manual -> 200 shows "href=\"/console/requests/$manual\""
  lacks "href=\"/console/requests/$throttled\"" "The email was throttled"
mara GET /console/requests/$throttled -> 200 shows "Not sent yet: the mail provider has been refusing all messages since"
mara GET /console/customers?status=failed -> 200 shows "The email bounced for good."
each $query in ["failed=x", "status=x", "before=x"]: mara GET /console/customers?$query -> 404

# All requests that were never sent are sent together, 100 a click
each $n in 0..110: ask {"skip_email": true, "email": "c$n@example.com", "customer_name": "Ann Bee"}
ask {"email": "planned@example.com"} as planned
mara GET /console/customers?status=manual -> 200 shows "Ann Bee" "Send up to 100 now"
// The list is shown again.
mara FORM /console/requests/send -> 303 /console/customers?status=manual
mara GET /console/customers?status=manual -> 200 shows "100 requests are being sent. There are more:"
mara FORM /console/requests/send -> 303
mara GET /console/customers?status=manual -> 200 shows "10 requests are being sent." "Nothing here yet."
status $planned scheduled
+0s each $n in 0..110: mail c…@example.com "…"
counters {"sent": 110}

# A title with markup is text in every list, and the list of what was never sent offers to send all
PUT /api/v1/products/shopify-9 {"title": "<b>Mug</b>"} -> 200
ask {"order_id": "A", "product_ids": ["shopify-9"], "customer_name": "<i>Jane</i>"}
mara GET /console/customers?status=scheduled -> 200 shows "<bdi>&#60;b&#62;Mug&#60;/b&#62;</bdi>" lacks "<b>Mug" "<i>Jane"
mara GET /console/customers -> 200 between "href=\"/console/customers/" "\"" $jane
mara GET /console/customers/$jane -> 200 lacks "<b>Mug" "<i>Jane"
ask {"skip_email": true}
mara GET /console/customers?status=manual -> 200 shows "Send all …"
mara GET /console/customers?status=scheduled -> 200 lacks "Send all …"
