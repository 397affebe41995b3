# The operator opens a console before any email can leave
operator {"console_link": {}} -> {"url": "$link"}
guest GET $link -> 200 shows "It makes you an owner of <bdi>" "Sign in without an email" between "name=\"k\" value=\"" "\"" $k
guest GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
guest FORM /console/sign-in/link k=$k -> 303 /console
// The first member is an owner.
guest GET /console/members -> 200 shows "Signed in with a link" "Invite a member" "value=\"owner\" checked"
other FORM /console/sign-in/link k=$k -> 410
no mail
operator {"audit": {}} -> {"entries": [{"what": "sign_in"}, {"what": "console_link", "target": "$of_link"}, "…"]}
// Guests have no address, and therefore no other shops. They are owners, so the role is not the reason.
guest GET /console/shops -> 403 shows "You signed in by a link"
jump 1s guest FORM /console/members/invite email=jo@example.com role=reader -> 303
operator {"audit": {}} -> {"entries": [{"what": "invite_member", "by": "guest:$of_link"}, "…"]}
guest FORM /console/members/guests/sign-out -> 303
guest GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
operator {"console_link": {"shop": "nobody"}} -> error not_found

# An address behind the operator's link becomes an owner by one letter
operator {"console_link": {}} -> {"url": "$way"}
late GET $way -> 200 between "name=\"k\" value=\"" "." $of_link between "name=\"k\" value=\"" "\"" $way_k
laptop FORM /console/sign-in/ask k=$way_k email=mara -> 422 shows "Please check the address." "value=\"mara\""
// A mistyped address lets its owner in nowhere, and can be corrected.
laptop FORM /console/sign-in/ask k=$way_k email=mora@example.com -> 303 /console/sign-in/waiting
+0s mail mora@example.com "Sign in to …"
laptop GET $link -> 200 between "name=\"k\" value=\"" "\"" $stray
mora FORM /console/sign-in/link k=$stray -> 410
mora FORM /console/sign-in/ask email=mora@example.com -> 303 /console/sign-in/waiting
+0s no mail
laptop FORM /console/sign-in/ask k=$way_k email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to …"
jump 14m laptop GET $link -> 200
laptop FORM /console/sign-in/link k=$k -> 303 /console
laptop GET /console/members -> 200 shows "mara@fernandoak.example" "Owner"
GET /api/v1/members -> 200 {"members": [{"role": "owner"}]}
operator {"audit": {}} -> {"entries":
  [{"what": "sign_in"}, {"what": "invite_member", "by": "guest:$of_link"}, {"what": "console_link", "target": "$of_link"}]}
// The operator's link is used up, and with it the letter to the other address.
late GET $way -> 410
late FORM /console/sign-in/ask k=$way_k email=mora@example.com -> 410
laptop FORM /console/sign-in/link k=$stray -> 410

# A letter outlives the operator's link but is not prolonged
operator {"console_link": {}} -> {"url": "$way"}
laptop GET $way -> 200 between "name=\"k\" value=\"" "\"" $way_k
jump 14m laptop FORM /console/sign-in/ask k=$way_k email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to …"
jump 5m laptop GET $way -> 410
// The same letter once more ends when the first would.
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to …"
laptop GET $link -> 200 between "name=\"k\" value=\"" "\"" $again
jump 11m laptop FORM /console/sign-in/link k=$again -> 410
laptop GET /console/members -> 303

# A member keeps their role, and a link that a guest used lets in nobody else
POST /api/v1/members {"email": "rita@example.com", "role": "reader"} -> 201
+0s mail rita@example.com "You are invited to Fern & Oak"
operator {"console_link": {}} -> {"url": "$way"}
guest GET $way -> 200 between "name=\"k\" value=\"" "\"" $way_k
rita FORM /console/sign-in/ask k=$way_k email=rita@example.com -> 303
+0s mail rita@example.com "Sign in to …"
rita GET $link -> 200 between "name=\"k\" value=\"" "\"" $late
guest FORM /console/sign-in/link k=$way_k -> 303 /console
rita FORM /console/sign-in/link k=$late -> 410
operator {"console_link": {}} -> {"url": "$second"}
rita GET $second -> 200 between "name=\"k\" value=\"" "\"" $q
rita FORM /console/sign-in/ask k=$q email=rita@example.com -> 303
+0s mail rita@example.com "Sign in to …"
rita FORM /console/sign-in/link k=$k -> 303 /console
rita GET /console/members -> 200 shows "rita@example.com" lacks "Invite a member"

# A program makes links for 15 minutes
each $replayed in ["", "true"]:
  POST /api/v1/console-links @idempotency-key=1 -> 201 header idempotent-replayed "$replayed" is "$made"
    {"url": "$link", "expires_at": "2026-11-20T06:15:00Z"}
guest GET $link -> 200 between "name=\"k\" value=\"" "\"" $k
jump 15m guest FORM /console/sign-in/link k=$k -> 410
POST /api/v1/console-links {} -> 201 {"url": "$other"}
guest GET $other -> 200 shows "The button signs you in to" lacks "Sign in without an email"
  between "name=\"k\" value=\"" "\"" $q
guest FORM /console/sign-in/ask k=$q email=mara@fernandoak.example -> 410
guest FORM /console/sign-in/link k=$q -> 303
guest GET /console/members -> 200
