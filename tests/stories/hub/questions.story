# Four answers become a draft that is edited, rated and sent
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
anyone GET $hub -> 200 shows "Ask me four questions"
FORM /review/hub/draft text= display_name=Jane -> 303 /review/hub/chat?token=$token&item=0#question
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "quick questions" "Question 1 of 4" "Stoneware mug"
    "How do you use it?" "I use it every day"
// A tap does not go on.
FORM /review/hub/chat turn=0 answer= chip="I use it every day" -> 303 /review/hub/chat?token=$token&item=0&turn=0#question
each $turn $answer in [["0", "I use it every day."], ["1", "the glaze, and <b>how</b> it feels"]]:
  FORM /review/hub/chat turn=$turn answer=$answer -> 303 /review/hub/chat?token=$token&item=0#question
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "Question 3 of 4" "I use it every day"
    "the glaze, and &#60;b&#62;how&#60;/b&#62; it feels"
FORM /review/hub/chat turn=2 answer= skip=1 -> 303 /review/hub/chat?token=$token&item=0#question
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "See my draft"
FORM /review/hub/chat turn=3 answer="yes, to anyone!" -> 303 $hub&item=0#item-0
// Nobody rates for them.
anyone GET $hub&item=0 -> 200 lacks "required checked" shows
    ">\nI use it every day. The glaze, and &#60;b&#62;how&#60;/b&#62; it feels. Yes, to anyone!</textarea>"
FORM /review/hub/review rating=3 text="Good glaze." -> 303
anyone GET $hub&item=0 -> 200 shows ">\nGood glaze.</textarea>"
rows REV# 1
timeline created opened engaged reviewed
counters {"engaged": 1}

# Switching to the questions and back loses nothing and overwrites nothing
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/draft rating=4 text="My own\r\nwords" shown_as=other display_name=Jay -> 303
FORM /review/hub/chat turn=0 answer="for my tea" -> 303
// The customer returns to the form while the second answer is half typed.
FORM /review/hub/chat turn=1 answer="the handle" to=form -> 303 $hub&item=0#item-0
anyone GET $hub&item=0 -> 200 shows ">\nMy own\nwords</textarea>" "value=\"4\" required checked" "Jay"
    "For my tea. The handle." "Add them to my review"
// The half-typed answer is still there, and an earlier answer can be changed.
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "the handle</textarea>"
FORM /review/hub/chat turn=1 answer="the handle" to=0 -> 303 /review/hub/chat?token=$token&item=0&turn=0#question
anyone GET /review/hub/chat?token=$token&item=0&turn=0 -> 200 shows "for my tea</textarea>"
FORM /review/hub/chat turn=0 answer="for black coffee" -> 303
// The answers are added to the words typed before only on request, and only once.
FORM /review/hub/draft rating=4 text="My own\r\nwords" shown_as=other display_name=Jay then=add -> 303 $hub&item=0#item-0
anyone GET $hub&item=0 -> 200 shows ">\nMy own\nwords\n\nFor black coffee. The handle.</textarea>" lacks "Add them to my review"

# An edited draft stays edited, and a review that was sent is not replaced
ask {"skip_email": true}
each $turn in ["0", "1", "2", "3"]: FORM /review/hub/chat turn=$turn answer="fine with me" -> 303
anyone GET $hub&item=0 -> 200 shows ">\nFine with me. Fine with me. Fine with me. Fine with me.</textarea>"
// If every question is answered, the form's button leads to the first one, to change it.
FORM /review/hub/draft text="Fine, all of it." taken=1 -> 303 /review/hub/chat?token=$token&item=0&turn=0#question
FORM /review/hub/chat turn=0 answer="fine with me" -> 303 $hub&item=0#item-0
anyone GET $hub&item=0 -> 200 shows ">\nFine, all of it.</textarea>"
FORM /review/hub/review rating=5 text=Lovely. -> 303
FORM /review/hub/chat turn=0 answer="later that day" -> 303
// A review that was sent stays until it is changed, and the answers are offered.
anyone GET $hub&item=0 -> 200 shows ">\nLovely.</textarea>" "Later that day."

# Drafts last as long as the link
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
FORM /review/hub/chat turn=0 answer="for my tea" -> 303
FORM /review/hub/draft text=Words rating=5 -> 303
+89d anyone GET /review/$token -> 200 shows "Words" "value=\"5\" required checked" "For my tea."
    "Continue with the questions" "not sent yet"
anyone GET /review/hub/chat?token=$token&item=0 -> 200 shows "Question 2 of 4"

# Looking at the questions changes nothing but the mark that the page was opened, nor does an invalid answer
ask {"skip_email": true}
anyone GET $hub @user-agent=Googlebot/2.1 -> 200 between "name=\"token\" value=\"" "\"" $token
anyone GET /review/hub/chat?token=$token&item=0 @user-agent=Googlebot/2.1 -> 200
timeline created
each $turn in ["", "&turn=0", "&turn=3", "&turn=99", "&turn=-1", "&turn=x"]:
  anyone GET /review/hub/chat?token=$token&item=0$turn -> 200
timeline created opened
// An invalid answer is 422 and loses nothing.
FORM /review/hub/chat turn=1 answer="{{x*1001}}" -> 422 shows "{{x*1001}}" "role=\"alert\"" "Question 2 of 4"
rows REV# 0
counters {"opened": 1, "engaged": "$absent"}
// If the customer taps a ready-made answer, the text that was typed before it stays.
FORM /review/hub/chat turn=1 answer=Helpful chip="It was quick" -> 303
anyone GET $hub -> 200 shows "Helpful. It was quick."
each $item $turn in [["1", "0"], ["x", "0"], ["0", "4"], ["0", "x"], ["0", "-1"]]:
  FORM /review/hub/chat item=$item turn=$turn answer=a -> 404
anyone GET /review/hub/chat?token=$token&item=1 -> 404
// A hostile answer is only text.
FORM /review/hub/chat turn=0 answer="<script>alert(1)</script>\" onclick=\"x" -> 303
anyone GET /review/hub/chat?token=$token&item=0 -> 200 lacks "<style" " style=" " onclick=\"" "javascript:"
    times "<script" 1 times "<script type=\"module\" src=\"/review/assets/" 1
    header content-security-policy "…default-src 'none'…" header cache-control "no-store"
    header referrer-policy "no-referrer"

# Links that open nothing save nothing
ask {"skip_email": true} as late
ask {"skip_email": true} as cancelled
DELETE /api/v1/review-requests/$id -> 200
anyone GET /review/hub?token=x -> 404 is "$unknown"
each $bad in ["", "x"]: anyone GET /review/hub/chat?token=$bad&item=0 -> 404 is "$unknown"
each $form $bad in [["chat", ""], ["chat", "x"], ["draft", ""], ["draft", "x"]]:
  FORM /review/hub/$form token=$bad turn=0 answer=Words text=Words -> 404 is "$unknown"
each $form in ["chat", "draft"]: FORM /review/hub/$form turn=0 answer=Words text=Words -> 410 shows "no longer available"
rows REV# 0
// Another shop's token leads to that shop's page and changes nothing here.
oak POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
each $form in ["chat", "draft"]: FORM /review/hub/$form turn=0 answer=Words text=Words -> 303
anyone GET $hub -> 200 shows ">\nWords</textarea>"
anyone GET $late_hub -> 200 lacks "Words</textarea>"
rows REV# 1
+90d each $form $hub in [["chat", "$late_hub"], ["draft", "$late_hub"]]:
  FORM /review/hub/$form turn=0 answer=More text=More -> 410 shows "Link Expired"
rows REV# 1

# A draft is bounded, and what is too long stays on the page
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/draft text="{{ä*10000}}" display_name="{{n*200}}" rating=4 -> 303
FORM /review/hub/draft text="{{ä*10000}}." display_name="Jane Q" rating=4 -> 422
    shows "{{ä*10000}}." "Jane Q" "value=\"4\" required checked" "5,000 characters"
FORM /review/hub/draft text="My words" display_name="{{n*201}}" rating=4 -> 422 shows "at most 60 characters" "My words"
// The last draft that fits.
anyone GET $hub -> 200 shows ">\n{{ä*10000}}</textarea>"
// A photo's button saves the form first, because it leaves the page.
each $form in ["photo", "photo/remove"]: FORM /review/hub/$form photo=0 text="{{ä*10000}}." -> 422 shows "{{ä*10000}}."

# Drafts have a daily budget for each item, and beyond it nothing that was typed is lost
ask {"skip_email": true, "product_ids": ["shopify-0", "shopify-1", "shopify-2", "shopify-3", "shopify-4",
    "shopify-5", "shopify-6", "shopify-7", "shopify-8", "shopify-9"]}
each $number in 0..100: FORM /review/hub/draft text="Words $number" -> 303
// Until midnight in UTC.
FORM /review/hub/draft text="One too many" -> 429 header retry-after "64800" shows "One too many" "save it again tomorrow"
FORM /review/hub/chat turn=0 answer="For bread" -> 429 shows "For bread" "save it again tomorrow"
FORM /review/hub/draft item=1 text="Another product" -> 303
FORM /review/hub/review item=2 rating=4 text="Sent all the same." -> 303
+18h FORM /review/hub/draft text="The next day" -> 303
anyone GET $hub -> 200 shows "The next day"

# A turn is two reads and one update, and skipping everything leads to the form and leaves it as it was
ask {"skip_email": true}
FORM /review/hub/chat turn=0 answer="once more, please" -> 303 costs …TransactWriteItems
FORM /review/hub/chat turn=1 answer="and once again" -> 303 costs BatchGetItem GetItem UpdateItem
FORM /review/hub/draft text="Third" -> 303 costs BatchGetItem GetItem UpdateItem
anyone GET /review/hub/chat?token=$token&item=0 -> 200 costs BatchGetItem Query
ask {"skip_email": true}
FORM /review/hub/draft text=Mine rating=2 -> 303
each $turn in ["0", "1", "2"]: FORM /review/hub/chat turn=$turn skip=1 -> 303 /review/hub/chat?token=$token&item=0#question
FORM /review/hub/chat turn=3 skip=1 -> 303 $hub&item=0#item-0
anyone GET $hub&item=0 -> 200 shows ">\nMine</textarea>" "value=\"2\" required checked"
