## Numbers

nav-numbers = Zahlen
numbers-about = Anfragen vom { $from } bis zum { $to } (UTC), und was aus ihnen geworden ist.
numbers-periods = Zeitraum
numbers-period = { $count ->
        [one] Letzter Tag
       *[other] Letzte { $count } Tage
    }
numbers-so-far = { $sent ->
        [one] { $reviewed } von { $sent } gesendeten Anfrage führte zu einer Bewertung.
       *[other] { $reviewed } von { $sent } gesendeten Anfragen führten zu einer Bewertung.
    }
numbers-peak = { $count ->
        [0] Die meisten Bewertungen kommen am Tag der ersten Nachricht.
        [1] Die meisten Bewertungen kommen am Tag nach der ersten Nachricht.
       *[other] Die meisten Bewertungen kommen { $count } Tage nach der ersten Nachricht.
    }
numbers-before = In den { $days } Tagen davor: { $reviewed } von { $sent }.
numbers-funnel = Von der Anfrage zur Bewertung
numbers-requests = Anfragen
numbers-of-sent = Von den gesendeten
numbers-created = Erstellt
numbers-sent = Gesendet
numbers-sent-about = Die übrigen warten auf ihre Zeit, wurden von Ihnen selbst verschickt oder sind gescheitert.
numbers-opened = Geöffnet
numbers-opened-about = Der Link wurde geöffnet. Manche Mailsysteme öffnen Links zur Prüfung; auch das zählt.
numbers-engaged = Begonnen
numbers-completed = Bewertet
numbers-shared = { $count ->
        [one] { $count } weitere wurde über einen Link bewertet, den Sie selbst verschickt haben.
       *[other] { $count } weitere wurden über Links bewertet, die Sie selbst verschickt haben.
    }
numbers-days = Gesendet und bewertet, nach Tagen
numbers-days-about = Von den Anfragen eines Tages: wie viele gesendet und wie viele davon seither bewertet wurden
numbers-day-tip = { $day }: { $sent } gesendet, { $reviewed } bewertet
numbers-chart = Die Zahlen stehen in der Tabelle darunter.
numbers-table = Die Zahlen als Tabelle
numbers-day = Tag
numbers-not-sent = Warum Nachrichten nicht gesendet wurden oder zurückkamen
numbers-not-sent-about = Eine Anfrage kann mehrere Nachrichten haben: per E-Mail, per SMS und als Erinnerung.
numbers-not-sent-from = Gezählt seit dem { $from }.
numbers-messages = Nachrichten
numbers-example = Eine davon
numbers-not-sent-all = Fehlgeschlagene Anfragen
numbers-not-sent-none = Alle Nachrichten wurden gesendet, und keine kam zurück.
numbers-returned = Rückläufer und Beschwerden
numbers-returned-none = Es wurde noch keine E-Mail gesendet.
numbers-line = Amazon greift ein ab
numbers-count = E-Mails
numbers-part = Anteil
numbers-bounced = Zurück
numbers-complained = Als Spam markiert
numbers-stars = Sterne
numbers-stars-about = Alle Bewertungen. Die nicht öffentlichen warten, sind zurückgehalten oder wurden gelöscht.
numbers-submitted = Abge{ "\u00AD" }geben
numbers-published = Öffent{ "\u00AD" }lich
numbers-decided = Zur Hälfte ent{ "\u00AD" }schieden binnen
numbers-returned-of = { $count ->
        [one] Von der letzten E-Mail
       *[other] Von den letzten { $count } E-Mails
    }
numbers-by = Nach API und Kanal
numbers-by-about = Nach API zählen auch Anfragen, die Sie selbst verschickt haben.
numbers-soon = Wie schnell bewertet wird
numbers-soon-about = Anfragen der letzten 90 Tage, bis gestern Abend. Eine neuere Anfrage zählt nur für die Tage, seit sie gesendet wurde.
numbers-soon-by = { $count ->
        [one] { $part } haben binnen eines Tages nach der ersten Nachricht bewertet.
       *[other] { $part } haben binnen { $count } Tagen nach der ersten Nachricht bewertet.
    }
numbers-curve = Anteil der gesendeten Anfragen mit Bewertung
numbers-curve-day = { $count ->
        [one] Nach einem Tag
       *[other] Nach { $count } Tagen
    }
numbers-soon-none = Das ist bekannt, sobald mindestens zehn Personen seit einem Tag oder länger gefragt sind.
numbers-at-risk = Bei Tagesbeginn noch nicht bewertet
numbers-reviewed-then = An dem Tag bewertet
numbers-reviewed-by = Bis dahin bewertet
numbers-delay = Lohnt es sich, länger zu warten?
numbers-delay-about = Wie viel binnen 14 Tagen nach der ersten Nachricht bewertet wurde. Die Spanne in Klammern kann allein vom Zufall kommen: Überschneiden sich zwei Spannen, ist nicht sicher, dass längeres Warten etwas geändert hat.
numbers-wait = Gesendet nach
numbers-wait-days = { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
numbers-range = { $part } ({ $low } bis { $high })
numbers-not-enough = Ab 30 Nachrichten bekannt
numbers-composed = Helfen die Fragen?
numbers-composed-about = Bewertungen, die auf Ihrer Seite geschrieben wurden. Ob jemand Fragen beantwortet, entscheidet jeder selbst; ein Unterschied kann deshalb andere Gründe haben.
numbers-composed-questions = Aus den Fragen
numbers-composed-form = Im Formular
numbers-composed-reviews = Bewertungen
numbers-composed-stars = Sterne im Schnitt
numbers-composed-words = Wörter
numbers-composed-minutes = Minuten vom Öffnen bis zum Absenden
numbers-composed-how = „Aus den Fragen“: Abgesendet wurde der Text, der aus den Antworten vorgeschlagen wurde, geändert oder nicht. Bei Wörtern und Minuten steht die Zahl in der Mitte: Die Hälfte der Bewertungen hat weniger, die Hälfte mehr. Über 16 ist sie um höchstens ein Achtel aufgerundet.
numbers-composed-none = Noch nicht bekannt
