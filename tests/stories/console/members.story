# An owner invites, changes and removes members, and a shop keeps an owner
mara FORM /console/members/invite email=jo@fernandoak.example role=reader -> 303 /console/members
mara GET /console/members -> 200 shows "Invited. The email is on its way." "jo@fernandoak.example"
mara GET /console/members -> 200 lacks "Invited. The email" shows "value=\"moderator\" checked"
+0s mail jo@fernandoak.example "You are invited to Fern & Oak" shows "http://shop.example/console/sign-in?shop=fern.live"
mara FORM /console/members/invite email=JO@fernandoak.example role=reader
  -> 422 shows "This person is already a member or invited." "value=\"reader\" checked"
mara FORM /console/members/invite email=<b> role=reader -> 422 shows "value=\"&#60;b&#62;\""
mara FORM /console/members/invite email=x@example.com role=king -> 422 shows "Please choose a role."
tablet FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s mail jo@fernandoak.example "Sign in to…"
tablet FORM /console/sign-in/link k=$k -> 303 /console/shops
tablet FORM /console/shops/choose shop=fern.live -> 303 /console
tablet GET /console/members -> 200 lacks "Invite a member"
GET /api/v1/members -> 200 {"members": [{"email": "mara@fernandoak.example"}, {"id": "$jo"}]}
mara FORM /console/members/$jo/role role=owner -> 303
// The page undoes the change with a form.
mara GET /console/members -> 200 shows "The role was changed." "action=\"/console/members/$jo/role\"" "value=\"reader\""
tablet GET /console/members -> 200 shows "Invite a member"
mara FORM /console/members/$jo/role role=reader -> 303
tablet GET /console/members -> 200 lacks "Invite a member"
mara FORM /console/members/$jo/remove -> 303
tablet GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
GET /api/v1/members -> 200 {"members": [{"id": "$mara"}]}
mara FORM /console/members/$mara/role role=reader -> 303
mara GET /console/members -> 200 shows "A shop needs an owner."
mara FORM /console/members/$mara/remove -> 303
mara GET /console/members -> 200 shows "A shop needs an owner."
DELETE /api/v1/members/$mara -> 409 last_owner

# The API invites once, and says what is wrong with an invitation
each $replayed in ["", "true"]: POST /api/v1/members @idempotency-key=1 {"email": "Mara@FernAndOak.example", "role": "owner"}
  -> 201 header idempotent-replayed "$replayed" is "$invited"
POST /api/v1/members {"email": "mara@fernandoak.example", "role": "reader"} -> 409 member_exists
POST /api/v1/members {"email": "mara", "role": "reader"} -> 422 invalid_email
POST /api/v1/members {"email": "a@b.example", "role": "king"} -> 422 invalid_role
POST /api/v1/members {"email": "jo@fernandoak.example", "role": "reader"} -> 201 {"id": "$jo"}
GET /api/v1/members -> 200 {"members": [{"email": "Mara@FernAndOak.example", "role": "owner", "joined_at": null}, {}]}
DELETE /api/v1/members/$jo -> 200
each $id in ["$jo", "nobody"]: DELETE /api/v1/members/$id -> 404 not_found

# Nobody enters a shop that they are not in
shop aaa
aaa PUT /api/v1/settings {"shop_name": "Aaa Pots"} -> 200
mara FORM /console/shops/choose shop=aaa.live -> 303 /console/shops
mara GET /console/members -> 200 shows "Fern &#38; Oak"
stranger FORM /console/shops/choose shop=fern.live -> 403
stranger GET /console/shops -> 303 /console/sign-in?to=%2Fconsole%2Fshops
// She requested a link but did not use it.
stranger FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s stranger FORM /console/shops/choose shop=fern.live -> 403

# An invitation is listed at once, and its email waits for the end of a suspension or pause
each $n in 0..5: ask {"email": "bounce+$n@example.com", "delay_days": 0}
+0s
+1m each $n in 0..5: mail bounce+…@example.com "…"
// And a suppressed address gets none.
PUT /api/v1/suppressions/joan@example.com -> 200
each $name in ["joan", "jo"]: POST /api/v1/members {"email": "$name@example.com", "role": "reader"} -> 201
GET /api/v1/members -> 200 {"members": [{}, {"email": "jo@example.com"}]}
+1h no mail
POST /api/v1/deliverability/release {} -> 200
+12m mail jo@example.com "You are invited…"
operator {"pause": {}} -> {}
POST /api/v1/members {"email": "june@example.com", "role": "reader"} -> 201
+3h no mail
operator {"resume": {}} -> {}
+75m mail june@example.com "You are invited…"
// Bounces of invitations count, and SES may be throttling at that moment.
fails SendEmail Throttle
POST /api/v1/members {"email": "bounce@example.com", "role": "reader"} -> 201
+0s heals
GET /api/v1/deliverability -> 200 {"last_1000": {"bounced": 5}}
+30m mail bounce@example.com "You are invited…"
GET /api/v1/deliverability -> 200 {"last_1000": {"bounced": 6}}
