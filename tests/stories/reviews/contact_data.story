# A number waits if it is a phone number in the shop's country or the page's language
PUT /api/v1/settings {"country": "US"} -> 200
review {"product_ids": ["$mug", "$tray"], "language": "en"} rating=4 text="600 123 456" display_name=
GET /api/v1/reviews?status=pending -> 200 {"total": 0}
FORM /review/hub/review item=1 rating=4 text="(212) 555-0123" display_name= -> 303
review {"language": "pl"} rating=4 text="600 123 456" display_name=
review {"language": "es"} rating=4 text="612 345 678" display_name=
review {"language": "da"} rating=4 text="20 12 34 56" display_name=
review {"language": "de"} rating=4 text="0171 234 56 78" display_name=
GET /api/v1/reviews?status=pending -> 200 {"total": 5}

# The review's own order is no phone number
PUT /api/v1/settings {"country": "US"} -> 200
ask {"product_ids": ["shopify-1", "shopify-2", "shopify-3"], "order_id": "2125550123", "skip_email": true}
each $item $text in [[0, "Order 2125550123 was late."], [1, "#2125550123!"], [2, "212-555-0123 was late, 212 555 0123."]]:
  FORM /review/hub/review item=$item rating=4 text="$text" display_name= -> 303
ask {"product_ids": ["shopify-1", "shopify-2", "shopify-3"], "order_id": "212-555-0123", "skip_email": true}
each $item $text in [[0, "Order 2125550123 was late."], [1, "#2125550123!"], [2, "212-555-0123 was late, 212 555 0123."]]:
  FORM /review/hub/review item=$item rating=4 text="$text" display_name= -> 303
GET /api/v1/reviews?status=pending -> 200 {"total": 0}
ask {"product_ids": ["shopify-1", "shopify-2", "shopify-3"], "order_id": "2125550124", "skip_email": true}
each $item $text in [[0, "Order 2125550123 was late."], [1, "#2125550123!"], [2, "212-555-0123 was late, 212 555 0123."]]:
  FORM /review/hub/review item=$item rating=4 text="$text" display_name= -> 303
GET /api/v1/reviews?status=pending -> 200 {"total": 3}

# A report tells reviews that wait for contact data from others
PUT /api/v1/settings {"moderation": "hold"} -> 200
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv
  raw="product_id,rating,body,name,created_at,status\n$mug,4,Lovely.,,2025-03-02,approved\n$mug,4,Write to jane@example.com.,,2025-03-02,approved\n$mug,4,Fine.,www.example.com,2025-03-02,approved\n$mug,4,Call +49 171 2345678.,,2025-03-02,rejected" -> 201 {"id": "$held"}
+0s GET /api/v1/imports/$held -> 200 {"published": 0, "waiting": 3, "contact_data": 0}
mara GET /console/files/$held -> 200 lacks "with contact details in the text"
PUT /api/v1/settings {"moderation": "publish"} -> 200
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv
  raw="product_id,rating,body,name,created_at,status\n$mug,4,Lovely.,,2025-03-02,approved\n$mug,4,Write to jane@example.com.,,2025-03-02,approved\n$mug,4,Fine.,www.example.com,2025-03-02,approved\n$mug,4,Call +49 171 2345678.,,2025-03-02,rejected" -> 201 {"id": "$dry"}
+0s GET /api/v1/imports/$dry -> 200 {"published": 1, "waiting": 2, "contact_data": 2}
mara GET /console/files/$dry -> 200 shows "Of these, with contact details in the text: 2"
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at,status\n$mug,4,Lovely.,,2025-03-02,approved\n$mug,4,Write to jane@example.com.,,2025-03-02,approved\n$mug,4,Fine.,www.example.com,2025-03-02,approved\n$mug,4,Call +49 171 2345678.,,2025-03-02,rejected" -> 201 {"id": "$real"}
+0s GET /api/v1/imports/$real -> 200 {"published": 1, "waiting": 2, "contact_data": 2}
mara GET /console/files/$real -> 200 shows "Of these, with contact details in the text: 2"
