# A review is withheld, published, answered and removed
review rating=4 text=Lovely. display_name=Jane
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "status": "approved", "rating": 4, "content": "Lovely.",
  "reviewer_name": "Jane", "external_product_id": "$mug"}]}
PATCH /api/v1/reviews/$review/reject {"reason": "unrelated", "note": "About the courier."} -> 200
  exactly {"ok": true, "review_id": "$review", "status": "rejected"}
GET /api/v1/reviews/$review -> 200 {"reason": "unrelated"}
PATCH /api/v1/reviews/$review/approve {} -> 200 {"status": "approved"}
PUT /api/v1/reviews/$review/reply {"text": ""} -> 422 invalid_text
PUT /api/v1/reviews/$review/reply {"text": "Thank you!"} -> 200 {"reply": {"text": "Thank you!"}}
GET /api/v1/reviews/$review -> 200 {"reply": {"text": "Thank you!"}}
GET /api/v1/reviews/$review/history -> 200 {"history": [{"what": "submitted"}, {"what": "published"}, {"what": "withheld"},
  {"what": "published"}, {"what": "replied"}]}
DELETE /api/v1/reviews/$review @if-match="\"7\"" -> 412 revision_conflict
each $again in 0..2: DELETE /api/v1/reviews/$review -> 200 exactly {"ok": true}
GET /api/v1/reviews/$review -> 404 not_found
GET /api/v1/reviews/$review/history -> 200 {"history": ["$any", "$any", "$any", "$any", "$any", "$any"]}
GET /api/v1/reviews -> 200 {"total": 0}

# If-Match is one tag of a list, octet by octet
review rating=4 text=Lovely. as review
// The review is already published, so this changes nothing.
each $tags in ["\"01\"", "\"+1\"", "1", "W/\"1\"", "\"2\", \"3\"", ""]:
  PATCH /api/v1/reviews/$review/approve @if-match="$tags" {} -> 412 revision_conflict
each $tags in ["*", "\"1\"", "\"3\" ,\"1\""]: PATCH /api/v1/reviews/$review/approve @if-match="$tags" {} -> 200
PATCH /api/v1/reviews/$review/reject @if-match="\"1\"" {"reason": "fake"} -> 200
PATCH /api/v1/reviews/$review/reject @if-match="\"1\"" {"reason": "abusive"} -> 412 revision_conflict

# An edit of what is public waits if it says how to reach somebody
review rating=4 text=Lovely.
FORM /review/hub/review rating=4 text="Lovely. www.example.com" -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "status": "approved", "content": "Lovely.",
  "pending_edit": {"content": "Lovely. www.example.com"}}]}
PATCH /api/v1/reviews/$review/reject {"edit": true} -> 200 {"status": "approved"}
GET /api/v1/reviews/$review -> 200 {"pending_edit": null}
PATCH /api/v1/reviews/$review/reject {"edit": true} -> 409 no_pending_edit

# A shop that holds reviews decides about each
PUT /api/v1/settings {"moderation": "hold", "public_display": false} -> 200 {"moderation": "hold", "public_display": false}
review rating=5 text=Lovely.
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "status": "pending"}]}
PATCH /api/v1/reviews/$review/reject {"reason": "too_few_stars"} -> 422 invalid_reason
PATCH /api/v1/reviews/$review/reject {"reason": "fake", "note": 7} -> 422 invalid_note
PATCH /api/v1/reviews/$review/reject {"edit": "yes"} -> 422 invalid_edit
// A blank note is none.
PATCH /api/v1/reviews/$review/reject {"reason": "fake", "note": ""} -> 200
PUT /api/v1/settings {"moderation": null} -> 422 invalid_moderation
PUT /api/v1/settings {"public_display": "no"} -> 422 invalid_public_display

# The page says what keeps a review from being seen
review rating=4 text="Call 030 1234567."
anyone GET $hub -> 200 shows "because it names a phone number. Without the number, everyone sees it at once."
FORM /review/hub/review rating=4 text=Lovely. -> 303
anyone GET $hub -> 200 lacks "because it names" "reads your review first"

# The page dates what its author changed, and not what the shop decided
review rating=4 text=Good.
jump 1s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
PATCH /api/v1/reviews/$review/reject {"reason": "unrelated"} -> 200
anyone GET $hub -> 200 lacks "Edited on"
jump 1s FORM /review/hub/review rating=4 text=Better. -> 303
anyone GET $hub -> 200 shows "Edited on"

# A customer takes a review back and writes another
review rating=5 text=Mine. display_name=Jane as first
// Asking changes nothing.
FORM /review/hub/withdraw -> 200 shows "Take your review back?"
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$first", "revision": 1}]}
each $again in 0..2: FORM /review/hub/withdraw sure=yes -> 303
GET /api/v1/reviews -> 200 {"total": 0}
anyone GET $hub -> 200 lacks "Mine." "Take my review back"
jump 1s FORM /review/hub/review rating=5 text=Mine. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$second", "photos": []}]}
GET /api/v1/reviews/$first -> 404 not_found
GET /api/v1/reviews/$first/history -> 200 {"history": ["$any", "$any", {"what": "withdrawn"}]}

# A review is changed 20 times a day at most
ask {"product_ids": ["$mug"], "language": "de", "skip_email": true}
each $n in 0..6: FORM /review/hub/review rating=4 text="Version $n." -> 303
FORM /review/hub/withdraw sure=yes -> 303
each $n in 6..13: FORM /review/hub/review rating=4 text="Version $n." -> 303
FORM /review/hub/withdraw sure=yes -> 303
each $n in 13..20: FORM /review/hub/review rating=4 text="Version $n." -> 303
FORM /review/hub/withdraw sure=yes -> 303
FORM /review/hub/review rating=4 text="Version 20." -> 303
// The same again is no change.
FORM /review/hub/review rating=4 text="Version 20." -> 303
// Until midnight in UTC.
FORM /review/hub/review rating=4 text="Once more." -> 429 header retry-after 64800 shows "Once more." "morgen noch einmal"
GET /api/v1/reviews -> 200 {"reviews": [{"content": "Version 20."}]}
FORM /review/hub/withdraw sure=yes -> 303
FORM /review/hub/review rating=4 text="Once more." -> 429 header retry-after 64800 shows "Once more." "morgen noch einmal"
jump 18h FORM /review/hub/review rating=4 text="Once more." -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"content": "Once more."}]}

# A tag for `if-match` stays as it is, although the answer is long
review rating=5 text="{{It pours well. *60}}" as review
GET /api/v1/reviews/$review @accept-encoding=gzip -> 200 header content-encoding "" header etag "$tag" times "It pours well." 60
PATCH /api/v1/reviews/$review/reject @if-match="$tag" {"reason": "abusive"} -> 200
