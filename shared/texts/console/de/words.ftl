## Eigene Texte

words-heading = Ihre eigenen Texte
words-text = Was Ihre Nachrichten sagen, je Nachricht und Sprache. Wo Sie ein Feld leer lassen, steht unser Text.
words-message = Nachricht
words-language = Sprache
words-choose = Öffnen
words-request = Anfrage
words-reminder_1 = Erste Erinnerung
words-reminder_2 = Zweite Erinnerung
words-reminder_3 = Dritte Erinnerung
words-sms = SMS
words-renewal = Neuer Link, um den jemand gebeten hat
words-is-ours = Unser Text
words-placeholders = Sie können { "{name}" } für den Vornamen, { "{product}" } für den Namen des Produkts, { "{shop}" } für den Namen Ihres Shops und { "{days}" } für die Tage schreiben, an denen der Link noch funktioniert. Ist einer davon bei einem Kunden unbekannt, steht dort unser Text.
words-ours = Unser Text: { $text }
words-ours-none = Wir schreiben hier nichts.
words-show = Vorschau
words-shown = Vorschau der Nachricht
words-segments = { $count ->
        [one] Wird als eine SMS berechnet.
       *[other] Wird als { $count } SMS berechnet.
    }
words-test = Gespeichertes per E-Mail an mich
words-tested = Die E-Mail ist unterwegs. Ihre Links führen nirgendwohin.
words-test-nobody = Niemand würde sie bekommen: Kein Mitglied hat die Adresse, die in den Einstellungen für E-Mails über den Shop selbst steht.
words-test-suppressed = Ihre Adresse bekommt keine E-Mails dieses Shops: Heben Sie zuerst ihre Sperre auf.
words-test-held = Keine E-Mail wird versendet: Zu viele E-Mails des Shops kamen zurück oder wurden als Spam gemeldet. Geben Sie sie zuerst frei, oder warten Sie.
words-test-paused = Keine E-Mail wird versendet: Der Betreiber hat den Versand angehalten.
words-test-too-many = In dieser Stunde wurden 20 Tests versendet. Versuchen Sie es in der nächsten noch einmal.
words-test-mode = Das sind Testdaten: Keine E-Mail wird versendet.
words-reset = Zurück zu unserem Text
words-reset-done = Diese Nachricht hat wieder unseren Text.
word-subject = Betreff
word-subject-wrong = Bitte schreiben Sie 1 bis 120 Zeichen in einer Zeile; geschweifte Klammern nur in den vier Platzhaltern.
word-heading = Überschrift
word-heading-wrong = Bitte schreiben Sie 1 bis 120 Zeichen in einer Zeile; geschweifte Klammern nur in den vier Platzhaltern.
word-opening = Erste Sätze
word-opening-wrong = Bitte schreiben Sie höchstens 600 Zeichen; geschweifte Klammern nur in den vier Platzhaltern.
word-sign_off = Letzte Worte
word-sign_off-wrong = Bitte schreiben Sie höchstens 300 Zeichen; geschweifte Klammern nur in den vier Platzhaltern.
word-sms-opening = Text vor dem Link
word-sms-opening-wrong = Bitte schreiben Sie höchstens 120 Zeichen in einer Zeile, darunter { "{shop}" }. Mit dem Link müssen sie in zwei SMS passen.
