// A copy of a person's data, and its erasure: each call, field and error.

# A receipt has exactly its fields, and an unknown person gets the same answer
moss POST /beacon/customers {"first_name": "Jo", "email": "jo@example.com"} -> 200 {"data": {"id": "$other"}}
ask {"skip_email": true}
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 exactly {"ok": true, "receipt": "$export", "status": "running"}
POST /api/v1/privacy/erase {"email": "nobody@example.com"} -> 202 {"receipt": "$email", "status": "running"}
POST /api/v1/privacy/export {"phone": "+491711234567"} -> 202 {"receipt": "$phone", "status": "running"}
POST /api/v1/privacy/erase {"customer_id": "$other"} -> 202 {"receipt": "$customer"}
GET /api/v1/privacy/$export -> 200 {"kind": "export", "status": "running", "requested_at": "2026-11-20T06:00:00Z",
  "finished_at": null, "download_url": null, "counts": {"requests": 0}}
+1m GET /api/v1/privacy/$export -> 200 {"receipt": "$export", "status": "done", "requested_at": "2026-11-20T06:00:00Z",
  "finished_at": "2026-11-20T06:0…", "download_url": "http…X-Amz-Signature…", "counts": {"requests": 1}}
each $receipt in ["$email", "$phone", "$customer"]:
  GET /api/v1/privacy/$receipt -> 200 {"status": "done", "counts": {"charges": 0, "customers": 0, "deliveries": 0,
    "drafts": 0, "messages": 0, "orders": 0, "photos": 0, "problems": 0, "requests": 0, "reviews": 0, "suppressions": 0}}
// An export can be downloaded for 24 hours, an erasure never.
GET /api/v1/privacy/$email -> 200 {"kind": "erase", "download_url": null}
jump 23h58m GET /api/v1/privacy/$export -> 200 {"download_url": "$any"}
jump 3m GET /api/v1/privacy/$export -> 200 {"download_url": null}

# Exactly one of email, phone and customer_id is required
each $path in ["export", "erase"]: POST /api/v1/privacy/$path {} -> 422 invalid_subject
each $field $bad in [["email", null], ["email", ""], ["email", "jane"], ["email", 7], ["phone", "12"], ["phone", true],
  ["customer_id", "7"], ["customer_id", 7], ["customer_id", "6f4770fc-b8ee-4bf2-9977-d048a7f27987"]]:
  POST /api/v1/privacy/export {"$field": "$bad"} -> 422 invalid_subject
each $field $bad in [["email", null], ["email", ""], ["email", "jane"], ["email", 7], ["phone", "12"], ["phone", true],
  ["customer_id", "7"], ["customer_id", 7], ["customer_id", "6f4770fc-b8ee-4bf2-9977-d048a7f27987"]]:
  POST /api/v1/privacy/erase {"$field": "$bad"} -> 422 invalid_subject
each $path in ["export", "erase"]:
  POST /api/v1/privacy/$path {"email": "jane@example.com", "phone": "+491711234567"} -> 422 invalid_subject
each $path in ["export", "erase"]: POST /api/v1/privacy/$path {"email": "jane@example.com", "phone": 7} -> 422 invalid_subject
// Of an erasure, also what happens to reviews; an export ignores it.
each $bad in ["keep", "", 1, ["delete"]]:
  POST /api/v1/privacy/erase {"email": "jane@example.com", "reviews": "$bad"} -> 422 invalid_reviews
rows PRIV# 0
each $good in ["delete", "anonymise", null]: POST /api/v1/privacy/erase {"email": "jane@example.com", "reviews": "$good"} -> 202
POST /api/v1/privacy/export {"email": "jane@example.com", "reviews": "keep"} -> 202

# A call that cannot be queued is 503, and done when it is repeated
fails Sqs ServerError
POST /api/v1/privacy/erase @idempotency-key=once {"email": "jane@example.com"} -> 503 unavailable
heals
POST /api/v1/privacy/erase @idempotency-key=once {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
  header idempotent-replayed ""
+1m GET /api/v1/privacy/$receipt -> 200 {"status": "done"}

# Waiting messages of an erased person are not sent, and no later one is
ask {"order_id": "A", "delay_days": 1} as waiting
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+2d no mail
GET /api/v1/review-requests/$waiting -> 404 not_found
// The shop may ask again. Nothing is sent, and the timeline says why.
ask {"order_id": "A", "delay_days": 0}
+0s no mail
details skipped ["erased"]
// Data newer than an erasure is not changed.
+1m anyone GET $hub -> 200

# An erased person's suppression has no address and cannot be lifted
PUT /api/v1/suppressions/jane@example.com -> 200 {"address": "jane@example.com"}
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+1m GET /api/v1/suppressions/jane@example.com -> 200 {"reason": "erased", "address": null, "channel": "email"}
DELETE /api/v1/suppressions/jane@example.com -> 409 not_liftable
// A suppression by the shop does not bring the address back, either.
PUT /api/v1/suppressions/jane@example.com -> 200 {"reason": "erased", "address": null}
GET /api/v1/suppressions?reason=erased -> 200 {"suppressions": [{"address": null}]}

# Others are not touched
ask {"email": "john@example.com", "product_ids": ["$mug"], "skip_email": true} as john
FORM /review/hub/review rating=5 text=Lovely. display_name=John -> 303
review rating=2 text="Call +49 171 9876543" display_name=
// The same person is a customer of another shop.
moss POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201 as theirs
// An anonymised review keeps its text, but not one with contact data.
POST /api/v1/privacy/erase {"email": "jane@example.com", "reviews": "anonymise"} -> 202
+1m status $john completed
anyone GET $john_hub -> 200
moss GET /api/v1/review-requests/$theirs -> 200 {"status": "manual"}
anyone GET $theirs_hub -> 200
GET /api/v1/reviews -> 200 {"total": 1}
GET /beacon/customers -> 200 {"pagination": {"total": 1}}

# A link that is renewed after the call is erased too
ask {"product_ids": ["$mug"], "skip_email": true}
jump 90d POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
jump 1s FORM /review/hub/renew -> 200
ask {"email": "john@example.com", "skip_email": true}
+1m GET /api/v1/privacy/$receipt -> 200 {"status": "done", "counts": {"requests": 2}}
status manual
rows REQ# 1
rows PII# 1

# An anonymised review keeps its stars and text without name, photo and answer
ask {"product_ids": ["$mug"], "delay_days": 0}
+0s photo 8x8
FORM /review/hub/review rating=2 text="It sings." display_name="Willa C." -> 303 as review
PUT /api/v1/reviews/$review/reply {"text": "Dear Ms Goldfinch, thank you"} -> 200
POST /api/v1/privacy/erase {"email": "jane@example.com", "reviews": "anonymise"} -> 202 {"receipt": "$receipt"}
+1m GET /api/v1/privacy/$receipt -> 200 {"status": "done", "counts": {"reviews": 1, "photos": 1}}
GET /api/v1/reviews/$review -> 200 {"rating": 2, "content": "It sings.", "status": "approved", "reviewer_name": null,
  "reply": null, "photos": []}
files photos/ 0
anyone GET $hub -> 404
GET /api/v1/reviews/$review/history -> 200 {"history": [{}, {}, {}, {"what": "erased", "by": {"type": "key"}}]}
// It is public as before.
GET /api/v1/reviews/stats -> 200 {"approved_count": 1}

# An export has reviews with their days, imported ones and the emails about them, for 24 hours
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "delivered_at": "2026-11-18T12:00:00Z",
  "lines": [{"title": "Mug", "unit_price": 900, "catalog_item_id": "$mug"}]} -> 200
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane as review
jump 1s FORM /review/hub/review rating=1 text="It leaks." display_name=Jane -> 303
PUT /api/v1/reviews/$review/reply {"text": "Sorry!"} -> 200
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="review_id,body,rating,review_date,reviewer_email,product_id\nj-1,Fine.,4,2025-03-02,jane@example.com,7\n" -> 201
+7m POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$export"}
+1m GET /api/v1/privacy/$export -> 200 {"download_url": "$file", "counts": {"reviews": 2, "deliveries": 1}}
GET $file -> 200 {"reviews": [{"text": "It leaks.", "experienced_at": "2026-11-18", "edited_at": "2026-11-20T06:00:01Z"},
  {"text": "Fine.", "external_review_id": "j-1", "edited_at": null}],
  "deliveries": [{"review_id": "$review", "about": "review_replied", "status": "sent", "ordered_at": "$any", "sent_at": "$any"}]}
  header content-type "application/json"
jump 23h57m GET $file -> 200
jump 4m GET $file -> 403

# The replies to a shop's many reads are removed with a person
each $n in 0..250: POST /reviews/v1/reviews/count @idempotency-key=$n {} -> 200
each $kind in ["RPL#", "IDEM#"]: rows $kind 250
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+1m each $kind in ["RPL#", "IDEM#"]: rows $kind 0
