# Shopify takes its own secret, and the rules are the API's
mara FORM /console/connections/shopify -> 422 shows "Please enter the secret"
mara FORM /console/connections/shopify secret=short -> 422 shows "Please enter the secret"
mara FORM /console/connections/shopify secret=shpss0123456789abcdef -> 303 /console/connections/shopify
GET /api/v1/integrations/shopify -> 200 {"secret_hint": "cdef"}
mara FORM /console/connections/shopify ask_days_after=5 after=fulfilled countries="de, AT"
  tags_excluded="wholesale, big order" products_excluded="Free sample, SAMPLE, 8392" consent=marketing -> 303
GET /api/v1/integrations/shopify -> 200 is "$now" {"ask_days_after": 5, "after": "fulfilled", "countries": ["DE", "AT"],
  "tags_excluded": ["wholesale", "big order"], "products_excluded": ["free sample", "sample", "8392"],
  "consent": "marketing"}
mara FORM /console/connections/shopify ask_days_after=31 after=fulfilled consent=marketing
  -> 422 shows "Please enter a number from 0 to 30"
mara FORM /console/connections/shopify ask_days_after=5 after=fulfilled consent=marketing
  products_excluded="{{a,*201}}" -> 422 shows "Please enter at most 200 products."
GET /api/v1/integrations/shopify -> 200 is "$now"
mara GET /console/connections/shopify -> 200 shows "<summary>Exceptions: 4</summary>"
jo GET /console/you -> 200 lacks "/console/connections"

# Shopify's page says how calls about privacy arrive, and whether one did
shopify connects
mara GET /console/connections/shopify -> 200 shows "compliance_topics = [&#34;customers/data_request&#34;, &#34;customers/redact&#34;, &#34;shop/redact&#34;]\nuri = &#34;http://shop.example/in/shopify/fern&#34;"
  "None has come yet." "Until an app of your shop is set up for it" "href=\"/console/customers\""
GET /api/v1/integrations/shopify -> 200 {"last_privacy_call_at": null}
shopify says customers/redact {"orders_to_redact": [1]}
GET /api/v1/integrations/shopify -> 200 {"last_privacy_call_at": "2026-11-20T06:00:01Z"}
mara GET /console/connections/shopify -> 200 shows "The last one came" "compliance_topics = [" lacks "Until an app of your shop"
