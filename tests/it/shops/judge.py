"""Judges emails as a mailbox provider does, with dkimpy and authheaders, and with no other DNS than it is given.

Reads a list of {"dns": {name: text}, "email": email}. Writes for each the domains whose signatures verify, and whether
DMARC passes by one of them or by SPF, which passes for SES' own domain.
"""

import json
import sys

from authheaders import check_dmarc
from authres import DKIMAuthenticationResult, SPFAuthenticationResult
from dkim import DKIM


def judged(dns, email):
    email, verified = email.encode(), []
    for place in range(email.count(b"DKIM-Signature:")):
        signed = DKIM(email)
        try:
            is_good = signed.verify(place, dnsfunc=lambda name, timeout=None: dns.get(name.decode().rstrip("."), "").encode())
        except Exception as error:
            is_good = False
            print(error, file=sys.stderr)
        if is_good:
            verified.append(signed.signature_fields[b"d"].decode())
    signatures = [DKIMAuthenticationResult(result="pass", header_d=domain) for domain in verified]

    def passes(signature):
        spf = SPFAuthenticationResult(result="pass", smtp_mailfrom="bounces@eu-central-1.amazonses.com")
        return check_dmarc(email, spf, signature, dnsfunc=lambda name: dns.get(name)).result == "pass"

    return {"verified": verified, "passes": any(map(passes, [None, *signatures]))}


json.dump([judged(**one) for one in json.load(sys.stdin)], sys.stdout)
