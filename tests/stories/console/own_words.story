# Words are seen before they are saved, and go back to ours and back again, and a reader only reads them
mara FORM /console/words/de/request/preview subject="{name}, <b>wie war</b> {product}?" opening="Zwei\r\nZeilen."
  -> 200 shows "Jane, &#60;b&#62;wie war&#60;/b&#62; " "Zwei" header x-frame-options ""
  header content-security-policy "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri …"
  header content-security-policy "… base-uri 'none'; frame-ancestors 'self'; img-src data: https: https: http://shop.example"
GET /api/v1/texts/de/request -> 200 {"own": {"subject": null}}
mara GET /console/words?language=de&occasion=request -> 200 header content-security-policy "…frame-src 'self'…"
  header content-security-policy "…frame-ancestors 'none'…"
  shows "data-insert=\"{name}\"" "data-insert=\"{product}\"" "data-insert=\"{shop}\"" "data-insert=\"{days}\""
mara FORM /console/words/de/request subject="{name}, <b>wie war</b> {product}?" opening="Zwei\r\nZeilen."
  -> 303 /console/words?language=de&occasion=request
mara GET /console/words?language=de&occasion=request -> 200 shows "Saved: Subject, First sentences."
GET /api/v1/texts/de/request -> 200 {"own": {"subject": "{name}, <b>wie war</b> {product}?", "opening": "Zwei\nZeilen."}}
// Line breaks are no difference.
mara FORM /console/words/de/request subject="{name}, <b>wie war</b> {product}?" opening="Zwei\r\nZeilen." -> 303
mara GET /console/words?language=de&occasion=request -> 200 shows "No changes to save."
each $form in ["request", "request/preview"]:
  mara FORM /console/words/de/$form subject={stars} -> 422 shows "There is no placeholder {stars}. The four are {name},"
mara FORM /console/words/de/request subject={name -> 422 shows "no braces except"
mara FORM /console/words/de/request/reset -> 303
GET /api/v1/texts/de/request -> 200 {"own": {"subject": null}}
mara GET /console/words?language=de&occasion=request -> 200 shows "Our text is back." "Undo"
mara FORM /console/words/de/request subject="{name}, <b>wie war</b> {product}?" opening="Zwei\nZeilen." -> 303
GET /api/v1/texts/de/request -> 200 exactly {"language": "$any", "occasion": "$any", "ours": "$any",
  "own": {"subject": "{name}, <b>wie war</b> {product}?", "opening": "Zwei\nZeilen."}}
mara FORM /console/words/en/renewal opening="A new one." -> 303
each $path in ["/console/words?language=tlh", "/console/words/en/birthday/preview"]: mara GET $path -> 404
ro GET /console/words?occasion=renewal -> 200 shows "A new one." lacks "formtarget" "data-insert"
ro GET /console/words/en/renewal/preview -> 200 shows "A new one."
