// What each call costs, as calls of AWS, once its function has unwrapped the shop's keys.

# Creating is one read, one transaction and one hint
ask {"delay_days": 0}
+0s costs …
ask {"order_id": "A", "delay_days": 7, "product_ids": ["$mug"]}
costs GetItem TransactWriteItems CreateSchedule
ask {"order_id": "B", "delay_days": 0, "product_ids": ["$mug"]}
costs GetItem TransactWriteItems SendMessage
ask {"order_id": "C", "skip_email": true, "product_ids": ["$mug"]}
costs GetItem TransactWriteItems
// Without products, the order is looked for.
ask {"order_id": "D", "skip_email": true}
costs GetItem Query TransactWriteItems
ask {"skip_email": true}
costs GetItem TransactWriteItems
// So is an idempotency key. Its repetition is two reads.
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201
costs GetItem GetItem TransactWriteItems CreateSchedule
POST /api/v1/review-requests/send @idempotency-key=k {"email": "jane@example.com"} -> 201
costs GetItem GetItem
// The shop's rules are read once a minute.
jump 1m ask {"skip_email": true}
costs GetItem GetItem TransactWriteItems
ask {"skip_email": true}
costs GetItem TransactWriteItems

# A customer of another function is one transaction more, once
ask {"delay_days": 0}
POST /beacon/customers {"first_name": "June", "email": "june@example.com"} -> 200
costs …
ask {"email": "june@example.com", "skip_email": true}
costs GetItem TransactWriteItems TransactWriteItems
ask {"email": "june@example.com", "skip_email": true}
costs GetItem TransactWriteItems

# A send is three reads, the claim, a last look at suppressions, SES and the outcome, and a cap costs no call
// That an email of every sixteenth request was accepted is one write more. These are of others.
reports off
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": []} -> 200
ask {"delay_days": 0}
+0s ask {"skip_email": true}
ask {"order_id": "A", "delay_days": 0, "product_ids": ["$mug"]}
costs …
+0s costs BatchGetItem Query BatchGetItem PutItem GetItem SendEmail TransactWriteItems
PUT /api/v1/settings {"messages_a_month": 10} -> 200
jump 1m ask {"skip_email": true}
ask {"order_id": "B", "delay_days": 0, "product_ids": ["$mug"]}
costs …
+0s costs BatchGetItem Query BatchGetItem TransactWriteItems GetItem SendEmail TransactWriteItems
reports on
// Its sender has already recorded that it was accepted.
reported Send
costs BatchGetItem
// The request and its message in the customer's list are written one by one, for half the price of a transaction.
reported Delivery
costs BatchGetItem PutItem UpdateItem
// The run for the first copy may have ended before it updated the message.
reported Delivery
costs BatchGetItem UpdateItem
// The last reads add up the shop's last emails.
reported PermanentBounce
costs BatchGetItem Decrypt UpdateItem PutObject Query TransactWriteItems UpdateItem Query GetItem Query
reported PermanentBounce
costs BatchGetItem UpdateItem PutObject UpdateItem Query GetItem Query

# Lists, cancelling, orders and products cost these calls
ask {"order_id": "A"}
GET /api/v1/review-requests -> 200
DELETE /api/v1/review-requests/1 -> 404
GET /api/v1/orders/A -> 404
costs …
GET /api/v1/review-requests -> 200
costs GetItem Query
DELETE /api/v1/review-requests/$id -> 200
costs GetItem BatchGetItem TransactWriteItems DeleteSchedule
DELETE /api/v1/review-requests/$id -> 200
costs GetItem BatchGetItem
// Whose number it is, the order before, and the rules of the shop's own program are read.
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": []} -> 200
costs GetItem Query GetItem GetItem TransactWriteItems
GET /api/v1/orders/A -> 200
costs GetItem Query GetItem
// A buyer is one read more.
each $email in ["jane@example.com", "june@example.com"]:
  PUT /api/v1/orders/B {"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "$email"}} -> 200
costs GetItem Query GetItem GetItem GetItem TransactWriteItems GetItem Query GetItem GetItem GetItem TransactWriteItems
// What is known of the product is read before it changes, which reviews wait for it, and what it is then.
PUT /api/v1/products/shopify-1 {"title": "Oak tray"} -> 200
costs GetItem GetItem UpdateItem Query BatchGetItem
GET /api/v1/products/shopify-1 -> 200
costs GetItem BatchGetItem

# More Good Reviews' calls cost these calls
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
POST /beacon/asks {"email": "jane@example.com"} -> 200
costs …
POST /beacon/customers {"first_name": "June", "email": "june@example.com", "phone": "+491711234567"} -> 200
costs GetItem BatchGetItem TransactWriteItems
POST /beacon/customers {"first_name": "June", "email": "june@example.com", "phone": "+491711234567"} -> 200
costs GetItem BatchGetItem GetItem TransactWriteItems
POST /beacon/asks {"email": "june@example.com"} -> 200
costs GetItem GetItem GetItem TransactWriteItems SendMessage
// The open one.
POST /beacon/asks {"email": "june@example.com"} -> 200
costs GetItem GetItem GetItem TransactWriteItems GetItem
POST /beacon/charges {"email": "june@example.com"} -> 200
costs GetItem GetItem GetItem TransactWriteItems
GET /beacon/customers -> 200
costs GetItem Query

# The customer's page is two reads, three with products, and one transaction the first time
ask {"skip_email": true}
anyone GET $hub -> 200
ask {"skip_email": true}
costs …
anyone GET $hub -> 200
costs BatchGetItem Query TransactWriteItems
anyone GET $hub -> 200
costs BatchGetItem Query
// The members' reviews are withheld, so they are read.
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
costs BatchGetItem GetItem TransactWriteItems
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
costs BatchGetItem GetItem
ask {"skip_email": true, "product_ids": ["$mug"]}
anyone GET $hub -> 200
costs …
anyone GET $hub -> 200
costs BatchGetItem Query BatchGetItem
anyone GET /review/AAAAAAAAAAAAAAAA -> 404
costs

# A photo and a problem that the customer tells cost no view a call
PUT /api/v1/settings {"reply_to": "help@example.com"} -> 200
ask {"skip_email": true}
anyone GET $hub -> 200
costs …
FORM /review/hub/photo photo=0 -> 200
costs BatchGetItem TransactWriteItems
anyone GET $hub -> 200
costs BatchGetItem Query
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
costs BatchGetItem GetItem TransactWriteItems
// The queued message deletes the photo's two files later, in case S3 fails now.
FORM /review/hub/photo/remove photo=0 -> 303
costs BatchGetItem SendMessageBatch TransactWriteItems DeleteObject DeleteObject
FORM /review/hub/problem words="The handle came off." -> 303
costs BatchGetItem GetItem Query TransactWriteItems SendMessage
anyone GET $hub -> 200
costs BatchGetItem Query

# A shop's calls about a review cost these calls
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
+0s POST /reviews/v1/reviews/count {} -> 200
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
costs …
GET /api/v1/reviews/$review -> 200
costs GetItem GetItem BatchGetItem
// No history is stored yet, because the review itself says how it began.
GET /api/v1/reviews/$review/history -> 200
costs GetItem Query GetItem BatchGetItem
// A change that makes a review public, or takes it from the public, looks whether readers wait for a decision about it.
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
costs GetItem BatchGetItem GetItem GetItem TransactWriteItems
GET /api/v1/reviews/$review/history -> 200
costs GetItem Query
// A decision that changes nothing writes nothing.
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
costs GetItem BatchGetItem GetItem
PATCH /api/v1/reviews/$review/approve {} -> 200
costs GetItem BatchGetItem GetItem GetItem TransactWriteItems
PUT /api/v1/reviews/$review/reply {"text": "Thank you."} -> 200
costs GetItem BatchGetItem GetItem TransactWriteItems
DELETE /api/v1/reviews/$review/reply -> 200
costs GetItem BatchGetItem GetItem TransactWriteItems
GET /api/v1/reviews/stats -> 200
costs GetItem Query
POST /reviews/v1/reviews/count {} -> 200
costs GetItem Query
// The places of the review's photos are deleted, too, and its record in the bucket outlives a restore.
DELETE /api/v1/reviews/$review -> 200
costs GetItem BatchGetItem BatchGetItem BatchGetItem GetItem TransactWriteItems PutObject

# Public reads cost these calls
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
anyone GET /trust/fern.json -> 200
costs …
anyone GET /p/fern/$mug.json -> 200
costs GetItem BatchGetItem GetItem Query BatchGetItem
// Each number of stars has a list.
anyone GET /p/fern/@all.json -> 200
costs GetItem Query Query Query Query Query Query BatchGetItem BatchGetItem
anyone GET /trust/fern.json -> 200
costs GetItem Query Query Query Query Query Query

# An event is one message, and its delivery a read and a write
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
+0s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
GET /api/v1/webhooks -> 200
costs …
hook 200
POST /api/v1/webhooks {"url": "$hook"} -> 201
costs GetItem GetItem TransactWriteItems
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
costs GetItem BatchGetItem GetItem GetItem TransactWriteItems SendMessage
+0s delivered review.withheld
// The keys are unwrapped once.
costs BatchGetItem Decrypt PutItem

# Imported rows with ids are a transaction each
POST /api/v1/imports?format=afterword @content-type=text/csv 
  raw="external_review_id,product_id,rating,body,created_at\nr-1,$mug,5,Good.,2025-03-02\nr-2,$mug,5,Fine.,2025-03-03\n"
  -> 201
costs …
+0s
// The shop's products are read once in each run, the file once before its first row, and the last transaction is the import's own.
costs GetItem GetItem Decrypt GetItem GetObject GetItem Query GetObject
  TransactWriteItems TransactWriteItems TransactWriteItems DeleteObject

# Calls about privacy, keys and suppressions cost these calls
POST /api/v1/keys {"name": "Shop"} -> 201
ask {"skip_email": true}
POST /api/v1/privacy/export {"email": "june@example.com"} -> 202
costs …
// The task and the audit log's entry are one transaction.
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202
costs GetItem TransactWriteItems SendMessage
POST /api/v1/keys {"name": "Till"} -> 201
costs GetItem GetItem GetItem TransactWriteItems
GET /api/v1/suppressions -> 200
costs GetItem Query

# An order that the shop's system tells is recorded by one write and one message
shopify connects
shopify says orders/updated
costs …
shopify sends orders/updated again
// The shop and its connection are read before.
costs GetItem GetItem PutItem SendMessage
