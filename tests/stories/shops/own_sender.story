// Each shop its own sender: a domain is proved by its records; its emails leave from it while it stands, and from the
// operator's address before and after.

# Emails leave from the shop's address while its records are there
PUT /api/v1/settings {"owner_email": "mara@fernandoak.example"} -> 200
mara FORM /console/settings/sender sender=Fern.example -> 303 /console/settings/sender
mara GET /console/settings/sender -> 200 shows "reviews@fern.example" "are not found yet" "value=\"_afterword.fern.example\""
  times "._domainkey.fern.example\"" 3 times "readonly value" 8
ask {"email": "a@example.com", "delay_days": 0}
+1m mail a@example.com from "\"Fern & Oak\" <reviews@afterword.example>"
dns mara
+6m ask {"email": "b@example.com", "delay_days": 0}
+1m mail b@example.com from "\"Fern & Oak\" <reviews@fern.example>" tag ses:feedback-id-a fern
  header List-Unsubscribe-Post List-Unsubscribe=One-Click
GET /api/v1/deliverability -> 200 {"identity": {"domain": "fern.example", "dkim": true, "spf": false, "dmarc": true}}
GET /api/v1/settings -> 200 {"sender": "reviews@fern.example"}
// The domain is proved.
mara FORM /console/settings/sender sender=hello@fern.example -> 303 /console/settings/sender
ask {"email": "c@example.com", "delay_days": 0}
+1m mail c@example.com from "\"Fern & Oak\" <hello@fern.example>"
// What SES cannot read changes nothing.
dns silent
jump 7d
+6m ask {"email": "d@example.com", "delay_days": 0}
+1m mail d@example.com from "\"Fern & Oak\" <hello@fern.example>"
// The domain fails, of which the owner hears once, and comes back.
zoe signs in as owner
dns zoe 0..3
zoe GET /console/settings/sender -> 200 between "readonly value=\"_afterword" "</section>" $records
jump 7d
+6m mail mara@fernandoak.example "Your emails no longer leave from your own address" from "…<reviews@afterword.example>"
ask {"email": "e@example.com", "delay_days": 0}
+1m mail e@example.com from "\"Fern & Oak\" <reviews@afterword.example>"
zia signs in as owner
zia GET /console/settings/sender -> 200 shows "are no longer found" "$records"
jump 6h
+6m no mail
zia GET /console/settings/sender -> 200
dns zia
jump 6h
+6m ask {"email": "f@example.com", "delay_days": 0}
+1m mail f@example.com from "\"Fern & Oak\" <hello@fern.example>"
// The sender is given up at once.
zea signs in as owner
zea FORM /console/settings/sender/remove -> 303 /console/settings/sender
ask {"email": "g@example.com", "delay_days": 0}
+1m mail g@example.com from "\"Fern & Oak\" <reviews@afterword.example>"
+6m no mail
identities afterword.example
rows SENDER# 0
// An address may be a person's.
zea GET /console/audit -> 200 shows "Changed the own sender" "Emails leave from the own sender" "The own sender’s records are gone"
  "fern.example" lacks "hello@fern.example"

# An email that SES does not take from the shop's address leaves once from the operator's, and the next without a pause
PUT /api/v1/settings {"owner_email": "mara@fernandoak.example"} -> 200
mara FORM /console/settings/sender sender=reviews@fern.example -> 303
dns mara
+6m mara GET /console/settings/sender -> 200 shows "Your emails leave from reviews@fern.example."
dns nobody
ask {"email": "a@example.com", "delay_days": 0}
+10m mail a@example.com from "…<reviews@afterword.example>"
mail mara@fernandoak.example "Your emails no longer leave from your own address" from "…<reviews@afterword.example>"
ask {"email": "b@example.com", "delay_days": 0}
+1m mail b@example.com from "…<reviews@afterword.example>"
dns mara
+6m ask {"email": "c@example.com", "delay_days": 0}
+1m mail c@example.com from "…<reviews@fern.example>"

# A domain is of the shop that its DNS names, whoever asks first
shop moss
mo signs in as owner at moss
mo FORM /console/settings/sender sender=shop.fern.example -> 303
mara FORM /console/settings/sender sender=shop.fern.example -> 303
// Both get the records of one identity, and another text each.
+6m mo GET /console/settings/sender -> 200 between "readonly value=\"_afterword.shop.fern.example\"" "CNAME" $proof_of_moss
  between "CNAME" "</section>" $signing
mara GET /console/settings/sender -> 200 lacks "$proof_of_moss" between "CNAME" "</section>" $signing
// SES alone proves nobody's.
dns mara 1..4
+6m mo GET /console/settings/sender -> 200 shows "are not found yet"
mara GET /console/settings/sender -> 200 shows "are not found yet"
dns mara
+6m mara GET /console/settings/sender -> 200 shows "leave from reviews@shop.fern.example."
mo GET /console/settings/sender -> 200 shows "already in use here" lacks "_domainkey"
each $domain in ["shop.fern.example", "news.shop.fern.example", "fern.example"]:
  mo FORM /console/settings/sender sender=$domain -> 422 shows "already in use here"
mo FORM /console/settings/sender sender=moss.fern.example -> 303
mo FORM /console/settings/sender/remove -> 303
// Who asked first cannot delete it.
+6m identities afterword.example shop.fern.example
// The domain is sold.
dns nobody
jump 7d
+6m zoe signs in as owner
zoe GET /console/settings/sender -> 200 shows "are no longer found"
mia signs in as owner at moss
mia FORM /console/settings/sender sender=shop.fern.example -> 303
+6m dns mia
+6m mia GET /console/settings/sender -> 200 shows "leave from reviews@shop.fern.example."

# An identity goes with the last shop that asks for its domain
shop moss
mo signs in as owner at moss
mo FORM /console/settings/sender sender=shop.fern.example -> 303
mara FORM /console/settings/sender sender=shop.fern.example -> 303
// Another identity would make the records void that the other shop may have published.
mo FORM /console/settings/sender/remove -> 303
+6m mara GET /console/settings/sender -> 200 between "CNAME" "</section>" $signing
identities afterword.example shop.fern.example
mara FORM /console/settings/sender/remove -> 303
+6m identities afterword.example

# What a former shop left in its DNS proves no other, and what nobody adds for two weeks is over
shop moss
mara FORM /console/settings/sender sender=fern.example -> 303
dns mara
+6m mara GET /console/settings/sender -> 200 shows "leave from" between "CNAME" "</section>" $signing
mara FORM /console/settings/end shop=fern -> 303
jump 7d
+6m identities afterword.example
mo signs in as owner at moss
mo FORM /console/settings/sender sender=fern.example -> 303
+6m mo GET /console/settings/sender -> 200 shows "are not found yet" between "CNAME" "</section>" $signing
dns mo
+6m mo GET /console/settings/sender -> 200 shows "leave from reviews@fern.example."
// One at a time.
each $domain in ["moss.example", "moss2.example"]: mo FORM /console/settings/sender sender=$domain -> 303
+6m identities afterword.example moss2.example
jump 15d
+6m identities afterword.example
mia signs in as owner at moss
mia GET /console/settings/sender -> 200 lacks "moss2.example"
mia FORM /console/settings/sender sender=moss2.example -> 303
mia GET /console/settings/sender -> 200 shows "_domainkey"

# The operator ends a shop's hold of a domain
shop moss
mara FORM /console/settings/sender sender=fern.example -> 303
dns mara
+6m each $wrong in ["not a domain", "https://fern.example"]: operator service {"release_sender": {"domain": "$wrong"}} -> error invalid
each $domain $released in [["news.fern.example", false], ["Fern.example", true], ["fern.example", false]]:
  operator service {"release_sender": {"domain": "$domain"}} -> exactly {"released": "$released"}
ask {"email": "a@example.com", "delay_days": 0}
+1m mail a@example.com from "…<reviews@afterword.example>"
+6m identities afterword.example
mo signs in as owner at moss
mo FORM /console/settings/sender sender=fern.example -> 303

# The operator's release of a domain that the shop gave up leaves its present one
mara FORM /console/settings/sender sender=fern.example -> 303
dns mara
+6m mara FORM /console/settings/sender sender=oak.example -> 303
operator service {"release_sender": {"domain": "fern.example"}} -> exactly {"released": false}
mara GET /console/settings/sender -> 200 shows "reviews@oak.example"
