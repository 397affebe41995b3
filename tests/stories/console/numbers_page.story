# The page and the API show the same numbers, from counters alone
each $n in 0..3: ask {"email": "june$n@example.com", "product_ids": ["$mug"], "delay_days": 0}
+0s anyone GET $hub -> 200
ask {"product_ids": ["$mug"], "delay_days": 0}
+0s FORM /review/hub/review rating=5 text=Heavy. -> 303
POST /api/v1/invitations {"email": "jo@example.com", "name": "Jo"} -> 200
+1d
// This review came before anything was sent, so it is no response to a message.
ask {"email": "ann@example.com", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=2 text=Heavy. -> 303
ask {"email": "bounce@example.com", "delay_days": 0}
+1m mara signs in as owner
+1m
// The invitation of the console's member counts as the shop's email, too.
GET /api/v1/numbers -> 200 {"to": "2026-11-21", "requests": {"created": 7, "sent": 6, "opened": 3, "engaged": 2,
  "completed": 2}, "by_channel": [{"sent": 6, "opened": 2, "engaged": 1, "completed": 1}, "…"],
  "not_sent": [{"cause": "bounced", "count": 1, "request_id": "$bounced"}], "emails": {"sent": 7, "bounced": 1,
  "complained": 0, "bounces_reviewed_at": 0.05, "complaints_reviewed_at": 0.001}} shows "\"day\":\"2026-11-20\""
mara GET /console/numbers -> 200
costs …
mara GET /console/numbers -> 200 shows "Requests made from 25 October 2026 to 21 November 2026" "<td>2</td><td>33.3%</td>"
  "<td>1</td><td>16.7%</td>" "1 more was reviewed by a link that you shared yourself." "opened" "<td>14.3%</td><td>5.0%</td>"
  "Some mail systems open links to check them, and these count, too." "1 of 6 requests that were sent led to a review."
  "<title>20 November 2026: 5 sent, 1 reviewed</title>" "address or number does not exist" "/console/requests/$bounced\""
costs BatchGetItem Query Query Query GetItem Query

# What was tapped in the last 90 days stands beside all before, with the products that changed most
PUT /api/v1/settings {"facts": [{"id": "fit", "question": "How does it fit?", "answers": [
  {"id": "s", "text": "Runs small"}, {"id": "m", "text": "True to size"}, {"id": "l", "text": "Runs large"}]},
  {"id": "gift", "question": "Was it a gift?", "answers": [{"id": "n", "text": "No"}, {"id": "y", "text": "Yes"}]}]} -> 200
mara GET /console/numbers -> 200 lacks "How does it fit?"
each $n in 0..5: review {"email": "may$n@example.com"} rating=5 text=Fine. fact_0=fit:m fact_1=gift:n
// The tray has too few answers of before.
each $n in 0..4: review {"email": "may$n@example.com", "product_ids": ["$tray"]} rating=5 text=Fine. fact_0=fit:m
jump 91d each $n in 0..4: review {"email": "june$n@example.com"} rating=2 text=Tight. fact_0=fit:s
review {"email": "june4@example.com"} rating=5 text=Fine. fact_0=fit:m fact_1=gift:y
each $n in 0..5: review {"email": "june$n@example.com", "product_ids": ["$tray"]} rating=2 text=Tight. fact_0=fit:s
mia signs in as owner
mia GET /console/numbers -> 200
  shows "<bdi>Runs small</bdi></th><td>0.0% <span class=\"s\">(0)</span></td><td>90.0% <span class=\"s\">(9)</span></td>"
  "<bdi>True to size</bdi></th><td>100.0% <span class=\"s\">(9)</span></td><td>10.0% <span class=\"s\">(1)</span></td>"
  "<rect class=\"all\" x=\"48.5\" width=\"3\" height=\"10\"/><rect x=\"4.9\" width=\"3\" height=\"10\"/>"
  "<bdi>Yes</bdi></th><td>0.0% …<rect class=\"all\" y=\"0\" width=\"0\" height=\"5\"/><rect y=\"5\" width=\"100\" height=\"5\"/>"
  "<a href=\"/console/products/$mug\">…<bdi>How does it fit?</bdi> <b><bdi>Runs small</bdi></b></th><td>0.0%</td><td>80.0%</td>"
  lacks "/console/products/$tray"
