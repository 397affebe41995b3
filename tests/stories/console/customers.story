# A customer has what is stored of them on one page
ask {"order_id": "ORD-1042", "customer_name": "Jane Doe", "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
mara GET /console/customers -> 200 between "href=\"/console/customers/" "\"" $jane
ask {"email": "june@example.com"}
mara GET /console/customers -> 200 shows "Jane Doe" "june@example.com" ">Reviewed</span>" ">Planned</span>"
  "href=\"/console/customers/$jane\""
mara FORM /console/customers/find find=Jane@Example.com -> 303 /console/customers/$jane
mara GET /console/customers/$jane -> 200 shows "Jane Doe" "jane@example.com" "ORD-1042" "First message by email" "Lovely."
  "/console/reviews/" "May be asked" lacks "You stopped all messages"
PUT /api/v1/suppressions/jane@example.com -> 200
mara GET /console/customers/$jane -> 200 shows "You stopped all messages on"
mara GET /console/customers -> 200 shows ">Gets no messages</span>"

# The list shows the newest request of a customer who was known before
POST /beacon/customers {"first_name": "Kay", "last_name": "Lee", "email": "kay@example.com"} -> 200
// Nobody asked her.
mara GET /console/customers -> 200 shows "Kay Lee" lacks "class=\"chip"
ask {"email": "kay@example.com", "order_id": "K-1"}
jump 1s ask {"email": "kay@example.com", "order_id": "K-2", "skip_email": true}
mara GET /console/customers -> 200 shows ">Not sent</span>"
FORM /review/hub/review rating=5 text=Lovely. -> 303
mara GET /console/customers -> 200 shows ">Reviewed</span>" lacks ">Planned</span>"

# The list names each day once and the last product, and begins at a day
ask {"order_id": "A", "email": "jane@example.com", "product_ids": ["$mug", "$tray"], "delay_days": 3}
ask {"order_id": "B", "email": "june@example.com", "product_ids": ["$mug", "$tray"], "delay_days": 3}
+1d ask {"order_id": "C", "email": "joan@example.com", "product_ids": ["$tray"], "delay_days": 3}
ask {"order_id": "D", "email": "jane@example.com", "product_ids": ["$tray"], "delay_days": 3}
// The session, the list, the requests and the products.
mara GET /console/customers -> 200 shows "<li class=\"day\">21 November 2026<…<li class=\"day\">20 November 2026<"
  times "<li class=\"day\">" 2 times "<bdi>Stoneware mug</bdi> and 1 more" 1 times " · asked 21 November 2026</span>" 1
  lacks "asked 20 November" costs BatchGetItem Query Query Query Query BatchGetItem BatchGetItem

# A moderator stops all messages to a customer and takes it back
POST /beacon/customers {"first_name": "Kay", "last_name": "Lee", "email": "kay@example.com", "phone": "+4917112345678"} -> 200
ask {"email": "kay@example.com", "delay_days": 1}
jo FORM /console/customers/find find=kay@example.com -> 303 header location "$kay"
// Empty lists are left out.
jo GET $kay -> 200 shows ">Stop asking</button>" lacks ">Ask again</button>" ">Orders</h2>" ">Charges</h2>"
each $n in 0..2: jo FORM $kay/stop -> 303 $kay
jo GET $kay -> 200 shows "Kay Lee gets no more messages."
  "<bdi>kay@example.com</bdi>: You stopped all messages on 20 November 2026."
  "<bdi>+4917112345678</bdi>: You stopped all messages on" ">Ask again</button>" "name=\"undo\" value=\"1\""
  lacks ">Stop asking</button>" "Only they can undo"
each $address in ["kay@example.com", "+4917112345678"]: GET /api/v1/suppressions/$address -> 200 {"reason": "manual"}
GET /api/v1/audit -> 200 times "\"suppress\"" 1 {"entries": [{"what": "suppress", "target": "$target"}, "…"]}
mara GET /console/audit -> 200 shows "Stopped messages to a customer" "href=\"/console/customers/$target\"" "href=\"$kay\""
jo FORM $kay/resume undo=1 -> 303 $kay
jo GET $kay -> 200 shows "Kay Lee may be asked again." ">Stop asking</button>"
each $address in ["kay@example.com", "+4917112345678"]: GET /api/v1/suppressions/$address -> 404
jo FORM $kay/resume -> 303
jo GET $kay -> 200 shows "Nothing changed: Kay Lee cannot be asked again from here."
// A message that waited does not leave either.
jo FORM $kay/stop -> 303
+1d no mail

# An address that bounced is asked again, and who unsubscribed is not
ask {"email": "bounce+1@example.com", "delay_days": 0}
+0s
+1m mara FORM /console/customers/find find=bounce+1@example.com -> 303 header location "$bounced"
mara GET $bounced -> 200 shows "A message bounced for good on" ">Ask again</button>"
mara FORM $bounced/stop -> 303
mara GET $bounced -> 200 shows "You stopped all messages on"
// A stop that is taken back lifts nothing else.
mara FORM $bounced/resume undo=1 -> 303
GET /api/v1/suppressions/bounce+1@example.com -> 200 {"reason": "bounced"}
mara FORM $bounced/resume -> 303 costs …DeleteSuppressedDestination…
GET /api/v1/suppressions/bounce+1@example.com -> 404
mail bounce+1@example.com "…"
ask {"email": "jane@example.com", "delay_days": 0}
+0s mail jane@example.com "…"
FORM $stop List-Unsubscribe=One-Click -> 200
mara FORM /console/customers/find find=jane@example.com -> 303 header location "$jane"
mara GET $jane -> 200 shows "They unsubscribed on" "Only they can undo" lacks ">Ask again</button>"
mara FORM $jane/resume -> 303
GET /api/v1/suppressions/jane@example.com -> 200 {"reason": "unsubscribed"}

# A moderator exports a customer, and a reader neither exports nor erases
ask {"order_id": "ORD-1042", "customer_name": "Jane Doe", "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
jo FORM /console/customers/find find=jane@example.com -> 303 header location "$jane"
jo GET $jane -> 200 shows ">Export</button>" lacks "/erase"
ro GET $jane -> 200 lacks ">Export</button>" "/erase"
jo FORM $jane/export -> 303 header location "$receipt"
// It says whose data it is.
jo GET $receipt -> 200 shows "<a href=\"$jane\"><bdi>Jane Doe</bdi></a>"
// The address opens the file for everybody.
+2m jo GET $receipt -> 200 shows "The file is ready." ">Download</a>" "1 request" header cache-control "no-store, no-transform"
jump 2d late signs in as moderator
late GET $receipt -> 200 shows "the file can no longer be downloaded."

# An owner erases a customer in a second step that names what is lost
ask {"order_id": "ORD-1042", "customer_name": "Jane Doe", "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
mara FORM /console/customers/find find=jane@example.com -> 303 header location "$jane"
mara GET $jane/erase -> 200 shows "Erase <bdi>Jane Doe</bdi>?" "jane@example.com" "1 request"
  "1 review"
mara FORM $jane/erase reviews=delete -> 422 shows "Tick the box to erase."
each $choice in ["zebra", ""]: mara FORM $jane/erase reviews=$choice sure=1 -> 422 shows "Choose what happens to the reviews."
mara GET $jane -> 200
mara FORM $jane/erase reviews=anonymise sure=1 -> 303 header location "$receipt"
+2m mara GET $receipt -> 200 shows "Nothing about this person is stored any more."
mara GET $jane -> 404
mara FORM /console/customers/find find=jane@example.com
  -> 200 shows "No request to this address was found. No message would reach it"
GET /api/v1/reviews -> 200 shows "Lovely." lacks "Jane"

# Customers are found by words of their names, and orders by their ids
ask {"customer_name": "Jane Doe", "order_id": "ORD-1042"}
// Customers of one millisecond have no order.
jump 1s ask {"email": "8@example.com", "customer_name": "Jane Roe", "order_id": "NOTHING"}
jump 1s ask {"email": "9@example.com", "customer_name": "Doe, June", "order_id": "NOTHING"}
jump 1s ask {"email": "22@example.com", "customer_name": "Zoë Anne-Marie Strauß", "order_id": "NOTHING"}
each $typed $first in [[" JANE ", "Jane Roe"], ["doe", "June Doe"]]:
  mara FORM /console/customers/find find="$typed" -> 200 shows "<b><bdi>$first</bdi>…<b><bdi>Jane Doe</bdi>" times "<b><bdi>" 2
each $typed $name in [["Doe, Jane", "Jane Doe"], ["marie zoe strauss", "Zoë Anne-Marie Strauß"], ["Dr. June", "June Doe"]]:
  mara FORM /console/customers/find find="$typed" -> 200 shows "<b><bdi>$name</bdi>" times "<b><bdi>" 1
each $typed in ["Jan", "Jane Strauß", "jane roe doe"]:
  mara FORM /console/customers/find find="$typed" -> 200 shows "Nobody called “$typed” was found."
// A name may have a digit.
jump 1s ask {"email": "67@example.com", "customer_name": "Dock 67", "order_id": "NOTHING"}
mara FORM /console/customers/find find="dock 67" -> 200 shows "<b><bdi>Dock 67</bdi>" times "<b><bdi>" 1
// An order's id may be a word.
mara FORM /console/customers/find find=NOTHING -> 303 /console/customers?order=NOTHING
mara FORM /console/customers/find find=jane -> 200 shows "<b><bdi>Jane Roe…<b><bdi>Jane Doe</bdi>" times "<b><bdi>" 2
POST /beacon/customers {"email": "jane@example.com", "first_name": "Janet"} -> 200
mara FORM /console/customers/find find=jane -> 200 shows "<b><bdi>Jane Roe</bdi>" times "<b><bdi>" 1
mara FORM /console/customers/find find="janet doe" -> 200 shows "<b><bdi>Janet Doe</bdi>" times "<b><bdi>" 1
// One row for each word of each name.
rows CNAME# 12
mara FORM /console/customers/find find=ORD-1042 -> 303 /console/customers?order=ORD-1042
mara FORM /console/customers/find find=+491711234567 -> 200 shows "No request to this number was found"
// A number without + is read in the shop's country, if a customer has it.
PUT /api/v1/settings {"country": "DE"} -> 200
mara FORM /console/customers/find find="0171 1234567" -> 200 shows "No request to this number was found"
mara FORM /console/customers/find find=01711234567 -> 303 /console/customers?order=01711234567
mara FORM /console/customers/find find=jane@ -> 422 shows "aria-invalid=\"true\""

# Customers with one name come in pages, and no row outlives them
each $n in 0..27: ask {"email": "mia$n@example.com", "customer_name": "Mia Doe", "skip_email": true}
mara FORM /console/customers/find find="mia doe" -> 200 times "<b><bdi>" 25 between "name=\"after\" value=\"" "\"" $after
mara FORM /console/customers/find find="mia doe" after=$after -> 200 times "<b><bdi>" 2 lacks "name=\"after\""
POST /api/v1/privacy/erase {"email": "mia26@example.com"} -> 202
+2m rows CNAME# 52
mara FORM /console/customers/find find=mia -> 200 times "<b><bdi>" 25
