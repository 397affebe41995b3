# A customer who was asked in each dialect is one customer, and each dialect shows all requests
ask {"order_id": "ORD-1", "customer_name": "Jane Doe", "product_ids": ["$mug"], "delay_days": 0} as native
jump 1s POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "ORD-2"} -> 200
jump 1s POST /beacon/customers {"first_name": "Jane", "email": "JANE@example.com", "company": "Fern Ltd"}
  -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$ask"}}
jump 1s POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cd59cd36-b6d2-2cf3-9d48-81793a7bdbbd"},
  {"catalogItemId": "$mug"}], "recipient": {"contactId": "$jane"}, "communicationChannel": "EMAIL"}}
  -> 200 {"reviewRequest": {"id": "$wix"}}
PUT /api/v1/orders/ORD-3 {"status": "placed", "currency": "EUR", "lines": [],
  "buyer": {"email": "Jane@Example.com", "name": "Somebody Else"}} -> 200
+0s mail …@example.com "…"
mail …@example.com "…"
mail …@example.com "…"
// The customer's name is as first sent.
GET /beacon/customers -> 200 {"data": [{"id": "$jane", "last_name": "Doe"}], "pagination": {"total": 1}}
GET /api/v1/review-requests -> 200 {"requests": [ {"id": "$of_wix", "product_ids":
  ["cd59cd36-b6d2-2cf3-9d48-81793a7bdbbd", "$mug"], "status": "manual"}, {"id": "$of_ask", "order_id": "auto-…",
  "status": "sent"}, {"id": "$of_invitation", "order_id": "ORD-2", "status": "sent"}, {"id": "$native", "order_id":
  "ORD-1", "status": "sent"}]}
GET /api/v1/review-requests/$of_ask -> 200 {"order_id": "auto-$of_ask"}
POST /reviews/v2/review-requests/query {"query": {}} -> 200 {"reviewRequests": [ {"id": "$of_native", "order": {"id":
  "ORD-1"}, "items": [{"catalogItemId": "$mug"}], "status": "SENT", "communicationChannel": "EMAIL", "recipient":
  {"contactId": "$jane"}, "requestedBy": {"identityType": "APP"}, "sentOptions": {"opened": false}}, {"id":
  "$invitation", "status": "SENT", "recipient": {"contactId": "$jane"}}, {"id": "$ask", "status": "SENT", "recipient":
  {"contactId": "$jane"}}, {"id": "$wix", "status": "SCHEDULED", "recipient": {"contactId": "$jane"}}]}
POST /reviews/v2/review-requests/count {"filter": {"status": "SENT"}} -> 200 {"count": 3}
// Each dialect's message and review is listed by More Good Reviews.
POST /api/v1/review-requests/$of_wix/send -> 200
+0s GET /reviews/v2/review-requests/$wix -> 200 {"reviewRequest": {"status": "SENT"}}
mail JANE@example.com "…"
GET /beacon/customers/$jane/messages -> 200 {"data": [{"ask_id": "$of_native"}, {"ask_id": "$invitation"},
  {"ask_id": "$ask"}, {"ask_id": "$wix"}]}
GET /api/v1/review-requests/$native -> 200 between "/review/hub?token=" "\"" "$a"
GET /api/v1/review-requests/$of_invitation -> 200 between "/review/" "\"" "$b"
GET /api/v1/review-requests/$of_ask -> 200 between "/review/" "\"" "$c"
GET /api/v1/review-requests/$of_wix -> 200 between "/review/hub?token=" "\"" "$d"
each $token in ["$a", "$b", "$c", "$d"]: FORM /review/hub/review token=$token rating=5 text=Lovely. display_name=Jane -> 303
GET /beacon/customers/$jane/reviews -> 200 {"data": [{"ask_id": "$of_native", "id": "$review"},
  {"ask_id": "$invitation"}, {"ask_id": "$ask"}, {"ask_id": "$wix", "id": "$review_of_wix"}]}
GET /reviews/v2/review-requests/$of_native -> 200 {"reviewRequest": {"items": [{"reviewId": "$review"}]}}
GET /reviews/v2/review-requests/$wix -> 200 {"reviewRequest": {"items": [{"reviewId": "$review_of_wix"}, "…"]}}
GET /api/v1/invitations/stats -> 200 {"stats": {"sent": 4, "opened": 4, "completed": 4, "expired": 0}}

# A cancel or delete in one dialect is one in all
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "order_ref": "ORD-2"} -> 200
jump 1s POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"email": "jane@example.com"} -> 200 {"data": {"id": "$ask"}}
jump 1s POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "$mug"}],
  "recipient": {"contactId": "$jane"}, "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"id": "$wix"}}
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$of_wix"}, {"id": "$of_ask"}, {"id": "$of_invitation"}]}
GET /api/v1/review-requests/$of_wix -> 200 {"hub_url": "$hub"}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
DELETE /api/v1/review-requests/$of_ask -> 200
GET /reviews/v2/review-requests/$ask -> 200 {"reviewRequest": {"status": "CANCELED"}}
+0s GET /beacon/customers/$jane/messages -> 200 {"data": [{"ask_id": "$invitation"}]}
each $request in ["$wix", "$invitation"]:
  PUT /reviews/v2/bulk/review-requests/cancel-by-filter {"filter": {"id": "$request"}} -> 200
each $which in ["$of_wix", "$of_invitation"]: status $which cancelled
DELETE /reviews/v2/review-requests/$wix -> 200
GET /api/v1/review-requests/$of_wix -> 404 not_found
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$of_ask"}, {"id": "$of_invitation"}]}
// A review stays when its request is deleted.
GET /beacon/customers/$jane/reviews -> 200 {"data": [{}]}
// After a cancel, the same request may be created again.
POST /beacon/asks {"email": "jane@example.com"} -> 200 lacks "$ask"
