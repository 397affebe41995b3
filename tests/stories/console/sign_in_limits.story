# An unknown address gets the same answer at the same cost, and no email
POST /api/v1/members {"email": "mara@fernandoak.example", "role": "owner"} -> 201
+0s mail mara@fernandoak.example "You are invited…"
warm FORM /console/sign-in/ask email=warm@example.com -> 303
+0s costs …
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting is "$answer"
costs UpdateItem UpdateItem PutItem SendMessage
+0s mail mara@fernandoak.example "Sign in to…"
laptop GET /console/sign-in/waiting -> 200 between "mara@fernandoak.example" "<input type=\"hidden\"" $waiting
costs …
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
costs GetItem UpdateItem UpdateItem UpdateItem SendMessage
+0s mail mara@fernandoak.example "Sign in to…"
costs …
nobody FORM /console/sign-in/ask email=nobody@elsewhere.example -> 303 /console/sign-in/waiting is "$answer"
costs UpdateItem UpdateItem PutItem SendMessage
+0s nobody GET /console/sign-in/waiting -> 200 between "nobody@elsewhere.example" "<input type=\"hidden\"" $waiting
costs …
nobody FORM /console/sign-in/ask email=nobody@elsewhere.example -> 303
costs GetItem UpdateItem UpdateItem UpdateItem SendMessage
+0s no mail

# Asking for a link in another's name locks nobody out
mara signs in as owner
mara FORM /console/sign-out -> 303
// One network may cause five emails an hour.
each $n in 0..5:
  FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=198.51.100.7 email=MARA@FERNANDOAK.EXAMPLE -> 303
each $address in ["198.51.100.7", "198.51.100.200"]:
  FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=$address email=mara@fernandoak.example
  -> 429 header retry-after "3600"
// All networks together may cause 30, with the sign-in above. A browser in which she signed in before has its own quota.
each $network in ["a::", "b::", "c::", "d::"]:
  at once 5 FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=$network email=mara@fernandoak.example -> 303
at once 4 FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=e:: email=mara@fernandoak.example -> 303
FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=e:: email=mara@fernandoak.example -> 429
+0s each $n in 0..29: mail mara@fernandoak.example "Sign in to…"
no mail
mara FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
mara FORM /console/sign-in/link k=$k -> 303 /console
// An address that belongs to nobody gets the same answers.
each $n in 0..5:
  FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=5:: email=nobody@elsewhere.example -> 303
FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=5:: email=nobody@elsewhere.example -> 429
jump 61m FORM /console/sign-in/ask @origin=http://shop.example @x-forwarded-for=4:: email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"

# The window that waits learns that its link still works
mara signs in as owner
each $n in 0..4: desk FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to…"
jump 2m desk FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting?still
desk GET /console/sign-in/waiting?still -> 200 shows "The link that we sent 2 minutes ago still works."
desk FORM /console/sign-in/link k=$k -> 303

# Signing in is in the browser's language, and so is its email
PUT /api/v1/settings {"language": "fr"} -> 200
mara signs in as owner
anyone GET /console/sign-in @accept-language=ar-EG,de;q=0.5 -> 200 shows "<html lang=\"ar\" dir=\"rtl\">" "تسجيل الدخول"
anyone GET /console/sign-in @accept-language=ja,fr;q=0.8 -> 200 shows "<html lang=\"fr\" dir=\"ltr\">"
FORM /console/sign-in/ask @origin=http://shop.example @accept-language=ar-EG,de;q=0.5 email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "تسجيل الدخول إلى Afterword"
mara GET /console/you -> 200 shows "<html lang=\"en\" dir=\"ltr\">"
