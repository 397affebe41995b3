# The longest delay still mails a working link
ask {"delay_days": 89}
+89d mail jane@example.com "…"
anyone GET $hub -> 200
POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 90} -> 422 invalid_delay_days

# Text that was typed is on the page of each new link
review {"product_ids": ["shopify-1", "shopify-2", "shopify-3"]} rating=5 text=Lovely.
FORM /review/hub/draft item=2 rating=2 text="Half a sentence" headline=Hm display_name=Jo -> 303
FORM /review/hub/chat item=1 turn=0 answer="Every day, so far" -> 303
+91d anyone GET $hub -> 410
FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 times "<form class=\"write\"" 2 between "name=\"token\" value=\"" "\"" $second
    shows "id=\"item-0\"…Every day, so far…Continue with the questions…id=\"item-1\""
    "id=\"item-1\"…value=\"2\" required checked…Half a sentence</textarea>…value=\"Hm\"…value=\"Jo\""
+91d each $hub in ["/review/hub?token=$second"]: FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $hub -> 410
anyone GET $link -> 200 times "<form class=\"write\"" 2
    shows "id=\"item-0\"…Every day, so far…Continue with the questions…id=\"item-1\""
    "id=\"item-1\"…value=\"2\" required checked…Half a sentence</textarea>…value=\"Hm\"…value=\"Jo\""
