## Anmelden

sign-in-heading = Anmelden
sign-in-text = Geben Sie Ihre E-Mail-Adresse ein, und wir senden Ihnen einen Link.
sign-in-email = E-Mail
sign-in-ask = Link per E-Mail senden
sign-in-bad-email = Bitte prüfen Sie die Adresse.
waiting-heading = Sehen Sie in Ihrem Postfach nach
waiting-text = Wenn { $email } sich anmelden darf, ist eine E-Mail mit einem Link unterwegs. Der Link funktioniert 15 Minuten lang.
waiting-still = Vorerst keine weiteren E-Mails. Der Link, den wir { $ago } gesendet haben, funktioniert noch.
waiting-here = Öffnen Sie den Link in diesem Browser, um sich hier anzumelden.
waiting-elsewhere = Den Link auf einem anderen Gerät geöffnet?
waiting-code = Code
waiting-code-text = Dort zeigt er einen Code aus acht Buchstaben. Geben Sie ihn hier ein.
waiting-code-button = Anmelden
waiting-again = Noch einmal senden
waiting-other = Andere Adresse verwenden
wrong-code = Dieser Code funktioniert nicht. Nach fünf Versuchen brauchen Sie einen neuen Link.
link-heading = Bei der Konsole anmelden
link-text = Klicken Sie auf den Knopf, um sich anzumelden.
link-guest-text = Der Knopf meldet Sie bei { $shop } an. Ihre Rolle dort: { $role }. Fahren Sie nur fort, wenn Sie wissen, von wem der Link kommt.
link-guest-left = Sie werden dann in diesem Browser bei { $shop } abgemeldet.
link-owner-text = Geben Sie Ihre E-Mail-Adresse ein, und wir schicken Ihnen einen Link. Er macht Sie zum Inhaber von { $shop }. Fahren Sie nur fort, wenn Sie wissen, von wem diese Seite kommt.
link-without = Ohne E-Mail anmelden
link-without-text = Einmal, als Inhaber. Wenn diese Sitzung endet, lässt Sie nur ein neuer Link oder eine Einladung wieder herein.
link-button = Anmelden
code-heading = Ihr Code
code-text = Sie wollten sich in einem anderen Browser anmelden. Geben Sie diesen Code in das Fenster ein, das dort wartet.
code-warning = Geben Sie diesen Code niemals weiter. Wenn Sie sich nicht anmelden wollten, schließen Sie diese Seite.
over-heading = Dieser Link funktioniert nicht mehr
over-text = Er wurde schon benutzt, oder seine 15 Minuten sind vorbei. Bitte fordern Sie einen neuen an.
over-button = Anmelden
signed-out-heading = Sie sind abgemeldet
ended-heading = Bitte melden Sie sich noch einmal an
ended-text = Ihre Sitzung ist zu Ende, deshalb wurde nichts gespeichert.
ended-written = Was Sie geschrieben haben: Kopieren Sie es, bevor Sie weitergehen

## Die Shops einer Person

shops-heading = Ihre Shops
shops-text = Shops und Einladungen für { $email }.
shops-none = Sie gehören noch zu keinem Shop, und niemand hat Sie eingeladen. Bitten Sie die Inhaberin oder den Inhaber eines Shops um eine Einladung.
shops-invited = Eingeladen als: { $role }
shops-here = Sie sind hier
shops-test = Testmodus
shops-open = Öffnen
shops-accept = Einladung annehmen
shops-decline = Ablehnen

## E-Mails an Mitglieder

email-sign-in-subject = Anmelden bei { $shop }
email-sign-in-heading = Anmelden bei { $shop }
email-sign-in-text = Dieser Link funktioniert einmal, 15 Minuten lang, in dem Browser, in dem Sie ihn angefordert haben. In jedem anderen Browser zeigt er einen Code für das wartende Fenster.
email-sign-in-button = Anmelden
email-sign-in-link = Anmelden:
email-sign-in-end = Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ohne sie kann sich niemand anmelden.
email-sign-in-reason = Sie erhalten diese E-Mail, weil { $email } auf der Anmeldeseite eingegeben wurde.
email-sign-in-anywhere-subject = Anmelden bei der Konsole Ihres Shops
email-sign-in-anywhere-heading = Anmelden bei der Konsole Ihres Shops
email-sign-in-anywhere-text = Dieser Link funktioniert einmal, 15 Minuten lang, in dem Browser, in dem Sie ihn angefordert haben. In jedem anderen Browser zeigt er einen Code für das wartende Fenster.
email-sign-in-anywhere-button = Anmelden
email-sign-in-anywhere-link = Anmelden:
email-sign-in-anywhere-end = Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ohne sie kann sich niemand anmelden.
email-sign-in-anywhere-reason = Sie erhalten diese E-Mail, weil { $email } auf der Anmeldeseite eingegeben wurde.
email-invitation-subject = Sie sind zu { $shop } eingeladen
email-invitation-heading = Sie sind zu { $shop } eingeladen
email-invitation-text = { $shop } lädt Sie ein, bei den Bewertungen mitzuarbeiten. Melden Sie sich mit { $email } an und nehmen Sie die Einladung an. Ein Passwort brauchen Sie nicht.
email-invitation-button = Einladung ansehen
email-invitation-link = Einladung ansehen:
email-invitation-end = Wenn Sie { $shop } nicht kennen, können Sie diese E-Mail ignorieren: Nichts geschieht, bevor Sie annehmen.
email-invitation-reason = Sie erhalten diese E-Mail, weil jemand bei { $shop } { $email } eingegeben hat.
email-waiting-subject = { $count ->
        [one] Eine Bewertung für { $shop } wartet auf Sie
       *[other] { $count } Bewertungen für { $shop } warten auf Sie
    }
email-waiting-heading = { $count ->
        [one] Eine Bewertung wartet auf Sie
       *[other] { $count } Bewertungen warten auf Sie
    }
email-waiting-text = Bis Sie entscheiden, sieht sonst niemand, was geschrieben wurde.
email-waiting-button = Lesen und entscheiden
email-waiting-link = Lesen und entscheiden:
email-waiting-reason = Sie erhalten diese E-Mail, weil Sie Mitglied der Konsole von { $shop } sind. Unter „Mehr“ können Sie diese E-Mails ändern oder abstellen.
email-data-subject = Eine Kundin oder ein Kunde von { $shop } möchte die eigenen Daten
email-data-heading = Jemand möchte die eigenen Daten
email-data-text = Jemand hat über Ihr Shopsystem gefragt, welche eigenen Daten gespeichert sind. Die Datei ist fertig. Das Gesetz gibt Ihnen meist 30 Tage, um sie zu übergeben.
email-data-button = Datei herunterladen
email-data-link = Datei herunterladen:
email-data-end = Sie können sie 30 Tage lang herunterladen. Wenn sie dann nicht mehr da ist, erstellt die Seite sie neu.
email-data-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.

email-connected-subject = WooCommerce ist mit { $shop } verbunden
email-connected-heading = Ihr Shop ist verbunden
email-connected-text = Jemand mit der Rolle Inhaber von { $shop } in Afterword hat einen WooCommerce-Shop verbunden. Ab jetzt sendet er seine Bestellungen, mit Namen und Adressen der Käuferinnen und Käufer, und seine Produkte.
email-connected-button = Verbindung öffnen
email-connected-link = Verbindung öffnen:
email-connected-end = Wenn das niemand von Ihnen war, trennen Sie den Shop dort, und sehen Sie nach, wer Mitglied ist.
email-connected-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.
email-redacted-subject = Die Shopify-Bestellungen von { $shop } werden in 48 Stunden gelöscht
email-redacted-heading = Shopify verlangt die Löschung Ihrer Bestellungen
email-redacted-text = Shopify hat uns aufgefordert, die gemeldeten Bestellungen von { $shop } und die Daten ihrer Käuferinnen und Käufer zu löschen. Das geschieht zwei Tage, nachdem eine App deinstalliert wurde. Niemand wird mehr um eine Bewertung gebeten. In 48 Stunden beginnt die Löschung und lässt sich dann nicht mehr zurücknehmen. Wenn Sie das nicht wollen, verbinden Sie Shopify bis dahin neu.
email-redacted-button = Verbindung öffnen
email-redacted-link = Verbindung öffnen:
email-redacted-end = Veröffentlichte Bewertungen behalten ihren Wortlaut. Wenn Sie Shopify verlassen haben, brauchen Sie nichts zu tun.
email-redacted-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.

email-reported-subject = Eine Bewertung für { $shop } wurde gemeldet
email-reported-heading = Eine Bewertung wurde gemeldet
email-reported-text = Jemand sagt, dass mit einer veröffentlichten Bewertung etwas nicht stimmt. Bitte sehen Sie sie an und entscheiden Sie, ob sie bleibt. In manchen Ländern verlangt das Gesetz eine baldige Antwort.
email-reported-button = Bewertung ansehen
email-reported-link = Bewertung ansehen:
email-reported-end = Die Bewertung ist weiterhin öffentlich. Wird sie noch einmal gemeldet, sagen wir es Ihnen.
email-reported-reason = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.
