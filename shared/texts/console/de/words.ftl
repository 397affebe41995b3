## Eigene Texte

words-heading = Ihre eigenen Texte
words-text = Was Ihre Nachrichten sagen, je Nachricht und Sprache. Lassen Sie ein Feld leer, um unseren Text zu verwenden.
words-message = Nachricht
words-language = Sprache
words-choose = Öffnen
words-request = Anfrage
words-reminder_1 = Erste Erinnerung
words-reminder_2 = Zweite Erinnerung
words-reminder_3 = Dritte Erinnerung
words-sms = SMS
words-renewal = Neuer Link, von einer Person angefordert
words-is-ours = Unser Text
words-placeholders = Sie können { "{name}" } für den Vornamen, { "{product}" } für den Namen des Produkts, { "{shop}" } für den Namen Ihres Shops und { "{days}" } für die Zahl der Tage verwenden, die der Link noch funktioniert. Ist etwas davon bei einer Person unbekannt, steht dort unser Text.
words-insert = Einfügen:
words-unknown = Einen Platzhalter { $typed } gibt es nicht. Die vier sind { "{name}" }, { "{product}" }, { "{shop}" } und { "{days}" }.
words-ours = Unser Text: { $text }
words-show = Vorschau
words-shown = Vorschau der Nachricht
words-segments = { $count ->
        [one] Wird als eine SMS berechnet.
       *[other] Wird als { $count } SMS berechnet.
    }
words-reset = Unseren Text verwenden
words-reset-done = Unser Text ist wieder da.
word-subject = Betreff
word-subject-wrong = Bitte schreiben Sie 1 bis 120 Zeichen in einer Zeile; geschweifte Klammern nur in den vier Platzhaltern.
word-opening = Erste Sätze
word-opening-wrong = Bitte schreiben Sie höchstens 600 Zeichen; geschweifte Klammern nur in den vier Platzhaltern.
word-sms-opening = Text vor dem Link
word-sms-opening-wrong = Bitte schreiben Sie höchstens 120 Zeichen in einer Zeile, darunter { "{shop}" }. Mit dem Link müssen sie in zwei SMS passen.
