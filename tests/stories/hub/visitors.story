# Programs that follow a link change nothing
ask {"skip_email": true, "product_ids": ["$mug"]}
each $agent in ["", "Mozilla/5.0 (compatible; Googlebot/2.1)", "Baidu-Spider/2.0", "Amazon CloudFront crawler",
    "Mozilla/5.0 SkypeUriPreview", "Mozilla/5.0 (compatible; Proofpoint URL Defense)", "Mozilla/5.0 Mimecast URL Scanner",
    "BarracudaCentral/1.0", "Mozilla/5.0 (Windows NT 10.0) SafeLinks", "URLDefense", "Mozilla/5.0 FireEye ETP",
    "Symantec Email Security.cloud", "Forcepoint/1.0", "SophosLabs", "TrendMicro WRS", "Cloudmark",
    "facebookexternalhit/1.1", "WhatsApp/2.23.20.0", "Slack-ImgProxy", "Mozilla/5.0 HeadlessChrome/142.0 Safari/537.36",
    "python-requests/2.32.3", "curl/8.14.1", "Wget/1.24", "Go-http-client/2.0", "okhttp/4.12.0", "Apache-HttpClient/4.5",
    "Java/21", "libwww-perl/6", "node-fetch", "axios/1.7"]: anyone GET $hub @user-agent="$agent" -> 200
each $purpose in ["prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip"]:
  anyone GET $hub @sec-purpose=$purpose -> 200
each $purpose in ["prefetch", "preview"]: anyone GET $hub @purpose=$purpose -> 200
each $purpose in ["prefetch", "preview"]: anyone GET $hub @x-purpose=$purpose -> 200
anyone GET $hub @x-moz=prefetch -> 200
timeline created
each $agent in ["Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) Version/26.1 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"]:
  anyone GET $hub @user-agent="$agent" -> 200
timeline created opened

# A customer's first input is counted once, whichever it is
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/review rating=6 text=Lovely. -> 422
counters {"engaged": "$absent"}
each $again in 0..2: FORM /review/hub/draft rating=4 text="Half a sentence" -> 303
counters {"engaged": 1}
// Ten clicks at the same time are one review.
at once 10 FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
counters {"opened": 1, "engaged": 1, "completed": 1}
rows REV# 1
ask {"product_ids": ["$mug", "$tray"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
FORM /review/hub/review item=1 rating=5 text=Lovely. display_name=Jane -> 303
counters {"opened": 2, "engaged": 2, "completed": 2}
