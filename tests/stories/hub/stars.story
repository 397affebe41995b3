# A star link checks its star on both links and stores nothing
ask {"skip_email": true, "product_ids": ["shopify-1", "shopify-2"]}
anyone GET $hub -> 200 lacks " checked><svg"
each $link $item $star $more in [["$hub&item", 0, 1, " id=\"rating-0\""], ["$hub&item", 1, 4, ""],
    ["$hub&item", 1, 5, ""], ["/review/$token?item", 0, 1, " id=\"rating-0\""], ["/review/$token?item", 1, 4, ""]]:
  anyone GET $link=$item&rating=$star -> 200 times " checked><svg" 1 shows "id=\"item-$item\" open"
    "id=\"form-$item\"…name=\"rating\" value=\"$star\" required$more checked><svg"
each $damaged in ["item=0&rating=0", "item=0&rating=6", "item=0&rating=", "item=9&rating=4", "rating=4",
    "rating=4&item=x"]: anyone GET $hub&$damaged -> 200 lacks " checked><svg"
rows REV# 0
timeline created opened

# The star clicked last wins over a draft and a review and changes neither
ask {"skip_email": true, "product_ids": ["shopify-1", "shopify-2"]}
FORM /review/hub/draft rating=2 text="Half a sentence" shown_as=anonymous -> 303
anyone GET $hub&item=0&rating=5 -> 200 times " checked><svg" 1
    shows "value=\"5\" required checked><svg" "Half a sentence</textarea>"
anyone GET $hub -> 200 times " checked><svg" 1 shows "value=\"2\" required checked><svg"
FORM /review/hub/review rating=5 text=Lovely. -> 303
// It has five stars already.
anyone GET $hub&item=0&rating=5 -> 200 lacks " checked><svg"
anyone GET $hub&item=0&rating=3 -> 200 times " checked><svg" 1 shows "value=\"3\" required checked><svg" "Save changes"
anyone GET $hub -> 200 shows "aria-label=\"5 stars\""

# Stars alone are a review, a text alone is none, and a form that is refused shows its own star
ask {"skip_email": true, "product_ids": ["shopify-1", "shopify-2"]}
FORM /review/hub/review rating=1 text="{{a*5001}}" -> 422 times " checked><svg" 1
    shows "id=\"form-0\"…value=\"1\" required id=\"rating-0\" checked><svg"
FORM /review/hub/review rating= text=Good shown_as=anonymous -> 422 shows "Please choose 1 to 5 stars."
FORM /review/hub/review rating=4 text=" \n" shown_as=anonymous -> 303
anyone GET $hub -> 200 shows "aria-label=\"4 stars\"" lacks "class=\"words\""
GET /api/v1/reviews -> 200 {"reviews": [{"rating": 4, "content": ""}]}
