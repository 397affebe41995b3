# Shopify takes its own secret, and the rules are the API's
mara FORM /console/connections/shopify -> 422 shows "Please enter the secret"
mara FORM /console/connections/shopify secret=short -> 422 shows "Please enter the secret"
mara FORM /console/connections/shopify secret=shpss0123456789abcdef -> 303 /console/connections/shopify
GET /api/v1/integrations/shopify -> 200 {"secret_hint": "cdef"}
mara FORM /console/connections/shopify ask_days_after=5 after=fulfilled since=2026-11-01T09:30 countries="de, AT"
  tags_excluded="wholesale, big order" products_excluded="Free sample, SAMPLE, 8392" consent=marketing -> 303
GET /api/v1/integrations/shopify -> 200 is "$now" {"ask_days_after": 5, "after": "fulfilled", "countries": ["DE", "AT"],
  "tags_excluded": ["wholesale", "big order"], "products_excluded": ["free sample", "sample", "8392"],
  "since": "2026-11-01T09:30:00Z", "consent": "marketing"}
mara FORM /console/connections/shopify ask_days_after=31 after=fulfilled since=2026-11-01T09:30 consent=marketing
  -> 422 shows "Please enter a number from 0 to 30"
mara FORM /console/connections/shopify ask_days_after=5 after=fulfilled since=2026-11-01T09:30 consent=marketing
  products_excluded="{{a,*201}}" -> 422 shows "Please enter at most 200 products."
GET /api/v1/integrations/shopify -> 200 is "$now"
jo GET /console/more -> 200 lacks "/console/connections"
