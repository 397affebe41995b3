# The oldest review that waits comes first with its age, and a pause is shown
mara GET /console/today -> 200 shows "Welcome: 5 steps left to your first review" "Your emails link to no privacy policy"
  lacks "Requests sent in 28 days"
PUT /api/v1/settings {"privacy_url": "https://fern.example/privacy"} -> 200
mara GET /console/today -> 200 shows "Nothing right now." lacks "privacy policy"
ask {"email": "call-me@example.com", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=1 text="Write to call-me@example.com" display_name="Jane D." -> 303
jump 3h ask {"email": "jane@example.com", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text="Write to jane@example.com" display_name="Jane D." -> 303
mara GET /console/today -> 200 shows "2 reviews are waiting for you" "The oldest came 3 hours ago."
  "<bdi>Stoneware mug</bdi> · 3 hours ago" "src=\"https://cdn.example/mug.png\"" "call-me@example.com…jane@example.com"
  lacks "jane@example.com…call-me@example.com"
mara GET /console/reviews -> 200 shows "Contains an email address" between "href=\"/console/reviews/" "#" $first
mara GET /console/reviews/$first -> 200 shows "1 of 2 to decide." ">Next <" lacks ">Previous <"
mara GET /console -> 303 /console/today
PUT /api/v1/settings {"paused_until": "2026-11-20T10:00:00Z"} -> 200
mara GET /console/today -> 200 shows "Sending is paused" "until 20 November 2026, 10:00." "href=\"/console/settings#pause\""
mara GET /console/you -> 200 shows "id=\"webhook\"" "id=\"held\""

# A new shop's steps tick themselves and go away
mara GET /console/today -> 200 shows "Begin here" "<s>Invite yourself as an owner</s>" "<b>Choose your color and logo</b>"
  "href=\"/console/settings#look\"" "<b>Show reviews in your shop</b>" "href=\"/console/in-shop\""
  "href=\"/console/connections/shopify\">Shopify</a>" "href=\"/console/connections/woocommerce\">WooCommerce</a>"
  "<h3>Bring in orders</h3>" "<h3>Try it on yourself</h3>" ">Send me one</button>"
PUT /api/v1/settings {"color": "#1f5f4c"} -> 200
ask {"product_ids": ["$mug"], "delay_days": 2}
mara GET /console/today -> 200 shows "<s>Bring in orders</s>" "<s>Choose your color and logo</s>" "The first message leaves on "
mara GET /console/today -> 200 lacks "Your first"
FORM /review/hub/review rating=5 text=Lovely. -> 303
mara GET /console/today -> 200 shows "Your first review is public."
anyone GET /p/fern/@shop.json @origin=https://fern.example -> 200
mara GET /console/today -> 200 shows "Requests sent in 28 days" "Your first review is in your shop." lacks "Begin here"

# A new shop says where it is, and each step leads to the next
operator {"create_shop": {"shop": "moss", "shop_name": "Moss"}} -> {}
operator {"console_link": {"shop": "moss"}} -> {"url": "$way"}
laptop GET $way -> 200 between "name=\"k\" value=\"" "\"" $way_k
laptop FORM /console/sign-in/ask k=$way_k email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in…"
laptop FORM /console/sign-in/link k=$k -> 303 /console
laptop GET /console/today -> 200 shows "Welcome: 6 steps" "href=\"/console/settings#place\"" "href=\"/console/files\"" "Your emails wait for a postal address"
// Without a country, nothing waits any more.
moss PUT /api/v1/settings {"shop_address": "1 Moor"} -> 200
laptop GET /console/today -> 200 shows "<b>Say where you are</b>" lacks "Your emails wait" "customers wait"
laptop GET /console/settings -> 200 shows "<optgroup label=\"Canada\"><option>America/Toronto</option>" lacks "Germany\">"
// What is only proposed is not said as if it were so.
laptop GET /console/settings -> 200 shows "Once you save, messages leave from 9:00 to 20:00 in this time zone"
laptop FORM /console/settings/place shop_address="1 Hill" -> 422 shows "Please choose a country." "1 Hill"
laptop FORM /console/settings/place country=IE time_zone=Mars/Base -> 422 shows "id=\"zone-wrong\" role=\"alert\">This cannot be used."
laptop FORM /console/settings/place country=IE privacy_url=http://moss.example -> 422 shows "begins with https://"
// What the country decides may be left empty, as it is without a script.
laptop FORM /console/settings/place country=IE shop_address="1 Hill" -> 303 /console/settings#place
laptop GET /console/today -> 200 shows "<b>Say where you are</b>"
laptop FORM /console/settings/place country=IE shop_address="1 Hill" privacy_url=https://moss.example/privacy
  -> 303 /console/settings#place
laptop GET /console/settings -> 200 shows "Messages leave from 09:00 to 20:00 (Europe/Dublin)."
  "href=\"/console/connections/woocommerce\">Next: WooCommerce<" "<option selected>Europe/Dublin</option>"
laptop GET /console/settings -> 200 lacks "Next: " "Once you save"
laptop GET /console/today -> 200 shows "<s>Say where you are</s>"
moss GET /api/v1/settings -> 200 {"country": "IE", "language": "en", "shop_address": "1 Hill",
  "privacy_url": "https://moss.example/privacy", "default_reminders": 1,
  "send_window": {"from": "09:00", "to": "20:00", "time_zone": "Europe/Dublin",
    "days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]}}
// Hours and reminders that the shop has chosen stay.
moss PUT /api/v1/settings {"default_reminders": 0,
  "send_window": {"from": "10:00", "to": "18:00", "days": ["monday"], "time_zone": "Europe/Dublin"}} -> 200
laptop FORM /console/settings/place country=US time_zone=America/Chicago language=es shop_address="2 Hill"
  -> 303 /console/settings#place
moss GET /api/v1/settings -> 200 {"language": "es", "default_reminders": 0,
  "send_window": {"from": "10:00", "to": "18:00", "days": ["monday"], "time_zone": "America/Chicago"}}
laptop FORM /console/settings/place country=US time_zone=America/Chicago language=en shop_address="2 Hill" -> 303
laptop FORM /console/settings/look shop_name=Moss color=#1f5f4c color.own=on -> 303
laptop GET /console/settings -> 200
  shows "<form method=\"post\" action=\"/console/today/trial\"><button class=\"btn\">Next: Send me one<"
laptop FORM /console/today/trial -> 303 /console/today
laptop GET /console/today -> 200 shows "href=\"/console/in-shop\">Next: Show reviews in your shop<"

# A quiet shop sees its numbers and what people wrote
ask {"email": "jane@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Heavy. -> 303
ask {"email": "june@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=2 text=Heavy. -> 303
ask {"email": "joan@example.com", "product_ids": ["$mug"], "delay_days": 0}
// These requests were not sent, so no share includes them.
+0s ask {"email": "jill@example.com", "product_ids": ["$mug"], "delay_days": 9}
review {"email": "jo@example.com"} rating=5 text=Fine. as review
mara GET /console/today -> 200 shows "<b>3</b>" "<b>66.7%</b>" "2 of 3 requests" "<b>4.0</b>" "3 public" "Latest reviews" "Heavy."
// What was withheld is neither counted nor listed.
PATCH /api/v1/reviews/$review/reject {"reason": "unrelated"} -> 200
mara GET /console/today -> 200 shows "<b>3.5</b>" "2 public" "Latest reviews…Heavy." lacks "Fine."
+28d mia signs in as owner
mia GET /console/today -> 200 shows "4 in the 28 days before"

# Today costs five reads at most, however many reviews wait
mara GET /console/today -> 200
mara GET /console/today -> 200 costs BatchGetItem Query BatchGetItem
ask {"product_ids": ["$mug"], "delay_days": 2}
mara GET /console/today -> 200 shows "The first message leaves on "
mara GET /console/today -> 200 costs BatchGetItem Query BatchGetItem Query
ask {"email": "june@example.com", "product_ids": ["$mug", "$tray", "shopify-1", "shopify-2", "shopify-3"], "skip_email": true}
each $item in [0, 1, 2, 3, 4]: FORM /review/hub/review item=$item rating=3 text="Write to june@example.com" -> 303
mara GET /console/today -> 200 shows "5 reviews are waiting for you"
mara GET /console/today -> 200 costs BatchGetItem Query Query Query BatchGetItem

# A page says that it shows test data
mara GET /console/today -> 200 lacks "Test data"
shop fern_test
operator {"console_link": {"shop": "fern.test"}} -> {"url": "$way"}
guest GET $way -> 200 between "name=\"k\" value=\"" "\"" $way_k
guest FORM /console/sign-in/link k=$way_k -> 303 /console
each $page in ["today", "reviews", "you"]: guest GET /console/$page -> 200 shows "Test data"

# Failed requests are counted once and lead to themselves
ask {"email": "bounce+1@example.com", "delay_days": 0} as before
+2d mara GET /console/today -> 200 lacks "failed in the last 24 hours"
ask {"email": "bounce+2@example.com", "delay_days": 0} as second
ask {"email": "bounce+3@example.com", "delay_days": 0, "reminders": 3} as third
+1m
+1m mara GET /console/today -> 200 shows "2 requests failed in the last 24 hours" "href=\"/console/customers?failed=today\""
mara GET /console/customers?failed=today -> 200 shows "href=\"/console/requests/$second\"" "href=\"/console/requests/$third\""
  lacks "href=\"/console/requests/$before\""
// Skipped reminders are no further failures.
GET /api/v1/numbers -> 200 {"not_sent": [{"count": 3}]}
mara GET /console/customers?failed=yesterday -> 404

# An owner releases suspended emails once in a week, and others read when that ends
mara signs in as owner
jo signs in as moderator
mara FORM /console/today/release -> 303 /console/today
mara GET /console/today -> 200 shows "Your emails are not suspended."
each $n in 1..6: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+0s
+1m mara GET /console/today -> 200 shows "Too many recent emails bounced." "action=\"/console/today/release\""
  "sending resumes by itself on 21 November 2026"
jo GET /console/today -> 200 shows "sending resumes by itself on" lacks "action=\"/console/today/release\""
mara FORM /console/today/release -> 303
mara GET /console/today -> 200 shows "Your emails leave again" lacks "Your emails are suspended"
GET /api/v1/deliverability -> 200 {"brake": {"held": false}}
GET /api/v1/audit?limit=1 -> 200 {"entries": [{"what": "release_hold", "before": {"reason": "bounces"}}]}
// Five more bounces: the second suspension lasts for two days, and the next own release is a week away.
each $n in 6..11: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+0s
+1m mara GET /console/today -> 200 shows "by itself on 22 November 2026"
  lacks "action=\"/console/today/release\"" "You can release them yourself"
mara FORM /console/today/release -> 303
mara GET /console/today -> 200 shows "You can release them yourself from 27 November 2026"
GET /api/v1/deliverability -> 200 {"brake": {"held": true}}
