# The link in an SMS opens the page of the long link, and ends at once with a cancel
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+0s mail +491711234567 sms
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id", "status": "sent"}]}
// A program changes nothing; a person marks the request as opened.
anyone GET $link @user-agent=WhatsApp/2.24 -> 200
timeline created claimed sent
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
    header referrer-policy "no-referrer" header cache-control "no-store" header location ""
timeline created claimed sent opened
each $hub in ["/review/hub?token=$link_token"]: anyone GET $hub -> 200
FORM /review/hub/review rating=5 text=Lovely. -> 303
status completed
jump 1s POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+0s mail +491711234567 sms
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$second"}, {"id": "$id"}]}
DELETE /api/v1/review-requests/$second -> 200
anyone GET $link -> 410 shows "This link is no longer available"

# An expired short link is renewed by another one
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+90d mail +491711234567 sms
anyone GET $link -> 410 between "name=\"token\" value=\"" "\"" $link_token
each $hub $old in [["/review/hub?token=$link_token", "$link"]]: FORM /review/hub/renew -> 200
+0s mail +491711234567 sms
anyone GET $link -> 200
// The first one stays expired.
anyone GET $old -> 410

# A manual request of a customer without an address is sent with a code
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200 {"data": {"id": "$contact"}}
// Wix names the contact; nothing is sent until the shop sends it.
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}],
    "recipient": {"contactId": "$contact"}, "communicationChannel": "EMAIL"}} -> 200
+0s no mail
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$id"}]}
POST /api/v1/review-requests/$id/send {} -> 200
+0s mail +491711234567 sms shows "http://shop.example/r/"
anyone GET $link -> 200

# A damaged short link shows the one page for unknown links
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+0s mail +491711234567 sms
anyone GET /review/unknown-token -> 404 is "$unknown"
each $added in [".", "/"]: anyone GET $link$added -> 200
anyone GET /r/ -> 303 /review
each $path in ["$link/x", "$link/x/y", "/r/7", "/r/%ff"]:
  anyone GET $path -> 404 is "$unknown" header cache-control "no-store" header referrer-policy "no-referrer"
