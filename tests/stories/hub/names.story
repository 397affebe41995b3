# A known name is offered short, its first word is suggested, and the form says what will be public
ask {"skip_email": true, "product_ids": ["$mug", "$tray"], "customer_name": "Jane Doe"}
anyone GET $hub -> 200 times "value=\"name:Jane D.\"><bdi>" 2 times "value=\"name:Jane\" checked><bdi>" 2
    times "value=\"anonymous\">" 2 times "value=\"other\">" 2 lacks "Doe"
    shows "Everyone sees your stars, answers, words, photos and this name"
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
anyone GET $hub -> 200 lacks "value=\"name:" times "value=\"anonymous\" checked" 2 times "value=\"other\">" 2

# A chosen name is saved, offered again and suggested next
ask {"skip_email": true, "product_ids": ["$mug", "$tray"], "customer_name": "Jane Doe"}
FORM /review/hub/review rating=4 text=Words. shown_as="name:Jane D." display_name=Zoë -> 303
anyone GET $hub&item=0 -> 200 times "value=\"name:Jane D.\" checked" 2 times "value=\"name:Jane\">" 2 lacks "Zoë"
FORM /review/hub/review rating=4 text=Words. shown_as=anonymous display_name=Zoë -> 303
anyone GET $hub&item=0 -> 200 times "value=\"anonymous\" checked" 2 times "value=\"name:Jane D.\">" 2 lacks "Zoë"
FORM /review/hub/review rating=4 text=Words. shown_as=other display_name=Zoë -> 303
anyone GET $hub&item=0 -> 200 times "value=\"name:Zoë\" checked" 2 times "value=\"name:Jane\">" 2
// A form without `shown_as`, as browsers sent it before the choice existed.
FORM /review/hub/review rating=4 text=Words. -> 303
anyone GET $hub&item=0 -> 200 times "value=\"anonymous\" checked" 2 lacks "Zoë"
FORM /review/hub/review rating=4 text=Words. display_name=Zoë -> 303
anyone GET $hub&item=0 -> 200 times "value=\"name:Zoë\" checked" 2 times "value=\"name:Jane D.\">" 2

# No name that was typed or chosen is lost on errors
ask {"skip_email": true, "product_ids": ["$mug", "$tray"], "customer_name": "Jane Doe"}
// Who selects another name and types none is asked for it, and not published as anonymous.
each $text $chosen $typed in [["Words.", "other", " "], ["{{W*5001}}", "other", "Zoë"],
    ["{{W*5001}}", "anonymous", "Zoë"], ["{{W*5001}}", "name:Jane D.", "Zoë"], ["Words.", "other", "{{Z*61}}"]]:
  FORM /review/hub/review rating=4 text=$text shown_as=$chosen display_name=$typed -> 422 shows
    "id=\"form-0\"…value=\"$chosen\" checked…id=\"name-0\" name=\"display_name\" value=\"$typed\"…id=\"item-1\""
