## Anmelden

sign-in-heading = Anmelden
sign-in-text = Geben Sie Ihre E-Mail-Adresse ein, und wir senden Ihnen einen Link.
sign-in-email = E-Mail
sign-in-ask = Link per E-Mail senden
sign-in-bad-email = Bitte prüfen Sie die Adresse.
waiting-heading = Sehen Sie in Ihr Postfach
waiting-text = Wenn { $email } zu einem Mitglied gehört, ist eine E-Mail mit einem Link unterwegs. Der Link funktioniert 15 Minuten lang.
waiting-still = Vorerst keine weiteren E-Mails. Der Link, den wir { $ago } gesendet haben, funktioniert noch.
waiting-here = Öffnen Sie den Link in diesem Browser, um sich hier anzumelden.
waiting-code = Code von einem anderen Gerät
waiting-code-text = Auf einem anderen Gerät geöffnet, zeigt der Link einen Code aus acht Buchstaben.
waiting-code-button = Anmelden
waiting-again = Noch einmal senden
waiting-other = Andere Adresse benutzen
wrong-code = Dieser Code funktioniert nicht. Nach fünf Versuchen brauchen Sie einen neuen Link.
link-heading = Bei der Konsole anmelden
link-text = Klicken Sie auf den Knopf, um sich anzumelden.
link-guest-text = Die Schaltfläche meldet Sie bei { $shop } an. Ihre Rolle dort: { $role }. Fahren Sie nur fort, wenn Sie wissen, von wem der Link kommt.
link-guest-left = Dieser Browser verlässt dann { $shop }, wo Sie angemeldet sind.
link-button = Anmelden
code-heading = Ihr Code
code-text = Sie wollten sich in einem anderen Browser anmelden. Geben Sie diesen Code in das Fenster ein, das dort wartet.
code-warning = Lesen Sie diesen Code niemals jemandem vor. Wenn Sie sich nicht anmelden wollten, schließen Sie diese Seite.
over-heading = Dieser Link funktioniert nicht mehr
over-text = Er wurde benutzt, oder seine 15 Minuten sind vorbei. Fordern Sie einen neuen an.
over-button = Anmelden
signed-out-heading = Sie sind abgemeldet
ended-heading = Bitte melden Sie sich noch einmal an
ended-text = Ihre Sitzung ist zu Ende, deshalb wurde nichts gespeichert.
ended-written = Was Sie geschrieben haben, zum Kopieren, bevor Sie weitergehen

## Die Shops einer Person

shops-heading = Ihre Shops
shops-text = Shops und Einladungen von { $email }.
shops-none = Sie sind in keinem Shop, und keiner lädt Sie ein. Bitten Sie einen Inhaber um eine Einladung.
shops-invited = Lädt Sie ein als: { $role }
shops-here = Sie sind hier
shops-test = Testmodus
shops-open = Öffnen
shops-accept = Einladung annehmen
shops-decline = Ablehnen

## E-Mails an Mitglieder

email-sign-in-subject = Anmelden bei { $shop }
email-sign-in-heading = Anmelden bei { $shop }
email-sign-in-text = Dieser Link funktioniert einmal, innerhalb von 15 Minuten, in dem Browser, in dem Sie ihn angefordert haben. In einem anderen Browser zeigt er einen Code für das wartende Fenster.
email-sign-in-button = Anmelden
email-sign-in-link = Anmelden:
email-sign-in-end = Wenn Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht: Ohne sie kommt niemand hinein.
email-sign-in-reason = Sie erhalten diese E-Mail, weil { $email } auf der Anmeldeseite eingegeben wurde.
email-sign-in-anywhere-subject = Anmelden bei der Konsole Ihres Shops
email-sign-in-anywhere-heading = Anmelden bei der Konsole Ihres Shops
email-sign-in-anywhere-text = Dieser Link funktioniert einmal, innerhalb von 15 Minuten, in dem Browser, in dem Sie ihn angefordert haben. In einem anderen Browser zeigt er einen Code für das wartende Fenster.
email-sign-in-anywhere-button = Anmelden
email-sign-in-anywhere-link = Anmelden:
email-sign-in-anywhere-end = Wenn Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht: Ohne sie kommt niemand hinein.
email-sign-in-anywhere-reason = Sie erhalten diese E-Mail, weil { $email } auf der Anmeldeseite eingegeben wurde.
email-invitation-subject = Sie sind zu { $shop } eingeladen
email-invitation-heading = Sie sind zu { $shop } eingeladen
email-invitation-text = { $shop } lädt Sie ein, an den Bewertungen mitzuarbeiten. Melden Sie sich mit { $email } an, und nehmen Sie an; ein Passwort gibt es nicht.
email-invitation-button = Einladung ansehen
email-invitation-link = Einladung ansehen:
email-invitation-end = Wenn Sie { $shop } nicht kennen, beachten Sie diese E-Mail nicht: Nichts geschieht, bevor Sie annehmen.
email-invitation-reason = Sie erhalten diese E-Mail, weil jemand bei { $shop } { $email } eingegeben hat.
email-waiting-subject = { $count ->
        [one] Eine Bewertung von { $shop } wartet auf Sie
       *[other] { $count } Bewertungen von { $shop } warten auf Sie
    }
email-waiting-heading = { $count ->
        [one] Eine Bewertung wartet auf Sie
       *[other] { $count } Bewertungen warten auf Sie
    }
email-waiting-text = Bis Sie entscheiden, sieht niemand, was geschrieben wurde.
email-waiting-button = Lesen und entscheiden
email-waiting-link = Lesen und entscheiden:
email-waiting-reason = Sie erhalten diese E-Mail, weil Sie Mitglied der Konsole von { $shop } sind. Unter „Mehr“ wählen Sie, wann sie kommt oder dass sie ausbleibt.
email-data-subject = Eine Kundin oder ein Kunde von { $shop } möchte die eigenen Daten
email-data-heading = Jemand möchte die eigenen Daten
email-data-text = Ihr Shopsystem hat gemeldet, dass jemand wissen möchte, was über sie oder ihn gespeichert ist. Die Datei ist fertig. Das Gesetz gibt Ihnen meist 30 Tage, um sie zu übergeben.
email-data-button = Datei herunterladen
email-data-link = Datei herunterladen:
email-data-end = Sie können sie 30 Tage lang herunterladen; wenn sie nicht mehr da ist, erstellt die Seite sie neu.
email-data-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.

email-reported-subject = Eine Bewertung von { $shop } wurde gemeldet
email-reported-heading = Eine Bewertung wurde gemeldet
email-reported-text = Jemand hat eine veröffentlichte Bewertung gelesen und sagt, dass damit etwas nicht stimmt. Bitte sehen Sie sie an und entscheiden Sie, ob sie bleibt. In manchen Ländern verlangt das Recht bald eine Antwort.
email-reported-button = Bewertung ansehen
email-reported-link = Bewertung ansehen:
email-reported-end = Die Bewertung ist weiterhin öffentlich. Von der nächsten Meldung dazu erfahren Sie, sobald Sie diese E-Mail haben.
email-reported-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.
