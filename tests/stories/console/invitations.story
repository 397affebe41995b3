# Another shop's invitation captures nobody
shop aaa
aaa PUT /api/v1/settings {"shop_name": "Aaa Pots"} -> 200
mara signs in as owner
aaa POST /api/v1/members {"email": "mara@fernandoak.example", "role": "owner"} -> 201
+0s mail mara@fernandoak.example "You are invited to Aaa Pots"
// The person named no shop, so the email names none. If she names her own shop, the email names it; it never names a shop
// that only invited her.
any FORM /console/sign-in/ask email=mara@fernandoak.example shop= -> 303
+0s mail mara@fernandoak.example "Sign in to Afterword"
any FORM /console/sign-in/link k=$k -> 303 /console/shops
own FORM /console/sign-in/ask email=mara@fernandoak.example shop=fern.live -> 303
+0s mail mara@fernandoak.example "Sign in to Fern & Oak"
own FORM /console/sign-in/link k=$k -> 303 /console
aaas FORM /console/sign-in/ask email=mara@fernandoak.example shop=aaa.live -> 303
+0s mail mara@fernandoak.example "Sign in to Afterword"
aaas FORM /console/sign-in/link k=$k -> 303 /console/shops
// Nothing is accepted yet.
aaas GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
aaas GET /console/shops -> 200 shows "Fern &#38; Oak" "Invited as: Owner" "mara@fernandoak.example"
aaas FORM /console/shops/choose shop=fern.live -> 303 /console
aaas GET /console/members -> 200 shows "Fern &#38; Oak"
aaa GET /api/v1/members -> 200 {"members": [{"joined_at": null}]}
// One invitation is accepted later, in the console; another person declines hers.
aaas GET /console/you -> 200 shows "href=\"/console/shops\""
aaas FORM /console/shops/choose shop=aaa.live -> 303 /console
aaas GET /console/members -> 200 shows "Aaa Pots"
aaa POST /api/v1/members {"email": "jo@example.com", "role": "reader"} -> 201
+0s mail jo@example.com "You are invited to Aaa Pots"
phone FORM /console/sign-in/ask email=jo@example.com -> 303
+0s mail jo@example.com "Sign in to Afterword"
phone FORM /console/sign-in/link k=$k -> 303
phone FORM /console/shops/decline shop=aaa.live -> 303
phone GET /console/shops -> 200 shows "nobody has invited you"
phone FORM /console/shops/choose shop=aaa.live -> 303 /console/shops
aaa GET /api/v1/members -> 200 {"members": [{}]}
