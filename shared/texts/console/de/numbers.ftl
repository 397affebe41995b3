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
numbers-returned-of = { $count ->
        [one] Von der letzten E-Mail
       *[other] Von den letzten { $count } E-Mails
    }
numbers-by = Nach Kanal
