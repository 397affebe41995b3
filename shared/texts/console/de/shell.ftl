## Der Rahmen jeder Seite

skip = Zum Inhalt springen
nav-label = Seiten
nav-more = Mehr
more-heading = Mehr
more-pages = Seiten
more-in-public = Öffentlich
more-account = Ihr Konto
more-public = Veröffentlichte Bewertungen
more-public-text = So, wie alle sie sehen
more-trust = Vertrauensseite
more-trust-text = Wie Sie Bewertungen veröffentlichen, für alle zu lesen
more-not-public = Ihre Bewertungen werden nicht öffentlich gezeigt: Dies sind Testdaten, oder Sie haben es in den Einstellungen ausgeschaltet.
more-language = Ihre Sprache
more-language-none = Die Sprache des Shops
more-notifications = E-Mail, wenn Bewertungen warten
more-notifications-at_once = Sofort, höchstens eine pro Stunde
more-notifications-daily = Am Morgen, wenn es neue gibt
more-notifications-never = Nie
help-heading = Wenn etwas nicht funktioniert
help-not-sent = Jemand hat keine Nachricht erhalten
help-not-sent-text = Suchen Sie in „Anfragen“ nach der vollständigen E-Mail-Adresse. Die Seite der Anfrage sagt, was geschah, warum, und was als Nächstes kommt.
help-paused = Der Versand ist pausiert
help-paused-text = In den Einstellungen steht, bis wann; dort setzen Sie auch fort, was Sie selbst pausiert haben. Eine Pause des Betreibers beendet nur er selbst.
help-held = Ihr E-Mail-Versand ist ausgesetzt
help-held-text = Zu viele E-Mails kamen zurück oder wurden als Spam markiert, und weiteres Senden würde Ihrer Domain schaden. Entfernen Sie Adressen, die es nicht gibt, aus Ihrem Shop. Sobald kaum noch etwas zurückkommt, läuft der Versand von selbst wieder an; „Heute“ zeigt es an, solange er ausgesetzt ist. Wenn es eilt, kann ein Inhaber die E-Mails dort freigeben, einmal in 7 Tagen; danach wenden Sie sich an den Betreiber dieses Dienstes.
help-webhook = Ein Webhook schlägt fehl
help-webhook-text = Ihr Endpunkt muss mit einem Status von 200 bis 299 antworten. Ereignisse bleiben drei Tage lang erhalten und werden der Reihe nach gesendet, sobald er wieder funktioniert. „Verbindungen“, „Webhooks“ zeigt jede Antwort.
test-data = Testdaten
role-owner = Inhaber
role-moderator = Moderator
role-reader = Leser
guest = Mit einem Link angemeldet
sign-out = Abmelden
nav-shops = Ihre Shops
undo = Rückgängig
seconds = s
search = Suchen
copy = Kopieren
copied = Kopiert
fields-choose = Auswählen …
next-page = Weiter
first-page = Zurück zum Anfang
nothing-here = Hier ist noch nichts.
failed = Das hat den Server nicht erreicht. Bitte versuchen Sie es noch einmal.
waiting-count = { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }

## Zeiten

ago-now = gerade eben
ago-minutes = { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
ago-hours = { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
ago-days = { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
at-time = { $day }, { $time } Uhr

## Tastatur

keys-heading = Tastenkürzel
keys-move = Weiter und zurück
keys-publish = Veröffentlichen
keys-withhold = Zurückhalten
keys-mark = Eine Bewertung markieren; a und w gelten dann für alle markierten
keys-reply = Antworten
keys-undo = Rückgängig
keys-search = Suchen
keys-help = Diese Liste
close = Schließen

## Wenn etwas nicht funktioniert

not-found-heading = Seite nicht gefunden
not-found-text = Die Adresse stimmt nicht, oder die Seite gibt es nicht mehr.
forbidden-heading = Nicht erlaubt
forbidden-text = Ihre Rolle erlaubt das nicht. Inhaber können Rollen auf der Seite „Mitglieder“ ändern.
guest-heading = Nur dieser Shop
guest-text = Sie haben sich über einen Link angemeldet, ohne E-Mail-Adresse. Darum ist nicht bekannt, welche anderen Shops Ihnen gehören. Auf der Seite „Mitglieder“ können Sie Ihre Adresse einladen und sich danach mit ihr anmelden.
origin-heading = Nicht von dieser Seite gesendet
origin-text = Das Formular kam nicht aus dieser Konsole, deshalb wurde nichts geändert. Bitte öffnen Sie die Seite noch einmal und versuchen Sie es erneut.
conflict-heading = Inzwischen geändert
conflict-text = Jemand anderes hat das geändert, nachdem Sie es geöffnet hatten. So ist es jetzt.
failure-heading = Etwas ist schiefgegangen
failure-text = Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.
too-many-heading = Zu viele E-Mails
too-many-text = Für diese Adresse wurden zu viele Links angefordert. In einem Browser, in dem Sie sich schon einmal angemeldet haben, geht es weiterhin; sonst versuchen Sie es bitte in einer Stunde wieder.
back-home = Zurück zur Konsole

## Lange Arbeiten

progress-of = { $done } von { $all }.
progress-so-far = Bisher: { $what }.
progress-left = { $minutes ->
        [0] Noch weniger als eine Minute.
        [1] Noch etwa eine Minute.
       *[other] Noch etwa { $minutes } Minuten.
    }
progress-again = Aktualisieren
