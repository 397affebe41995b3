# A member tries the customer's page, and nothing of it is counted
// It leaves at once, whatever the hours.
PUT /api/v1/settings {"send_window": {"from": "03:00", "to": "04:00", "time_zone": "UTC"}} -> 200
jump 1m hook 200 {}
// Another shop's request, whose page is not opened: what follows is about the trial's.
oak POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
mara GET /console/today -> 200 shows ">Send me one<"
mara FORM /console/today/trial -> 303 /console/today
mara GET /console/today -> 200 shows "On its way to mara@fernandoak.example."
+0s mail mara@fernandoak.example "…" shows "Stoneware mug" header List-Unsubscribe "…http…"
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$trial"}]}
GET /api/v1/review-requests/$trial -> 200 {"test": true}
anyone GET $link -> 200 shows "This is a test" "Stoneware mug" between "name=\"token\" value=\"" "\"" $link_token
FORM /review/hub/review token=$link_token item=0 rating=4 text="Heavy, in a good way." display_name=Mara -> 303
anyone GET $link -> 200 shows "Heavy, in a good way." "Mara" "Asked after an order" lacks "Everyone can see"
FORM /review/hub/review token=$link_token item=0 rating=5 text="Heavier still." display_name=Mara -> 303
anyone GET $link -> 200 shows "Heavier still." lacks "in a good way"
counters exactly {}
GET /api/v1/reviews -> 200 {"reviews": []}
GET /api/v1/webhooks/$webhook/deliveries -> 200 {"deliveries": []}
mara GET /console/today -> 200 shows "<s>Try it on yourself</s>" lacks "Requests sent in 28 days"
mara GET /console/requests/$trial -> 200 shows "A test by a member, not counted"
mara GET /console/customers -> 200 shows "mara@fernandoak.example" "<span class=\"chip q\">Test</span>"
FORM /review/hub/withdraw token=$link_token item=0 sure=yes -> 303
anyone GET $link -> 200 lacks "Heavier still."
FORM /review/hub/review token=$link_token item=0 rating=1 text="Once more." display_name=Mara -> 303
anyone GET $link -> 200 shows "Once more."

# A trial is refused where no email may leave
PUT /api/v1/suppressions/mara@fernandoak.example -> 200
mara FORM /console/today/trial -> 303
mara GET /console/today -> 200 shows "Your address gets no emails from this shop"
GET /api/v1/review-requests -> 200 {"requests": []}
DELETE /api/v1/suppressions/mara@fernandoak.example -> 200
each $n in 0..20: mara FORM /console/today/trial -> 303
mara FORM /console/today/trial -> 303
mara GET /console/today -> 200 shows "You have sent 20 tests within this hour"
