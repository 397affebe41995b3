# The script names the address of its version, which stays
anyone GET /embed/v1.js -> 200 header content-type "text/javascript; charset=utf-8"
  header cache-control "public, max-age=3600, stale-while-revalidate=600" header access-control-allow-origin "*"
  header cross-origin-resource-policy cross-origin header timing-allow-origin "*"
  header content-location "$version" header etag "$etag" is "$script"
anyone GET $version -> 200 is "$script" header cache-control "public, max-age=31536000, immutable"
  header access-control-allow-origin "*" header cross-origin-resource-policy cross-origin header timing-allow-origin "*"
anyone GET /embed/v1.js @if-none-match="$etag" -> 304
each $unknown in ["v1.0123456789abcdef.js", "v2.js", "", "v1.css", "v1.min.js"]: anyone GET /embed/$unknown -> 404 not_found
