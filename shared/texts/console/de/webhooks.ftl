## Webhooks

hooks-page = Webhooks
hooks-about = Ihr eigener Server wird aufgerufen, wenn etwas geschieht, zum Beispiel wenn eine Bewertung veröffentlicht wird.
hooks-none = Noch kein Webhook.
hooks-all = Alle Webhooks
hooks-too-many = Ein Shop hat höchstens 10 Webhooks. Beenden Sie einen, den niemand benutzt.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } Ereignis
       *[other] { $count } Ereignisse
    }
hook-works = Funktioniert
hook-works-about = Zuletzt schlug kein Aufruf fehl.
hook-uncalled = Noch kein Aufruf
hook-uncalled-about = Es ist noch nichts geschehen, worüber er aufgerufen wird. Ein Test zeigt, ob er funktioniert.
hook-fails = Schlägt fehl
hook-fails-about = Der erste Aufruf schlug { $ago } fehl. Die Ereignisse warten drei Tage lang.
hook-off = Aus
hook-off-about = Erhält keine Ereignisse.
hook-new = Neuer Webhook
hook-new-about = Jeder Aufruf ist mit einem Secret signiert, damit Ihr Server weiß, dass er von hier kommt.
hook-make = Webhook erstellen
hook-once = Es wird nur hier gezeigt. Ihr Server prüft damit jeden Aufruf.
hook-url = Adresse
hook-url-about = Ihres Servers: Sie beginnt mit https://.
hook-url-wrong = Bitte geben Sie eine Adresse ein, die mit https:// und dem Namen eines öffentlichen Hosts beginnt.
hook-events = Ereignisse
hook-events-about = Kreuzen Sie nichts an, um alle zu erhalten, auch die späterer Versionen.
hook-events-wrong = Bitte kreuzen Sie an, was gesendet werden soll.
hook-events-review-submitted = Eine Bewertung wurde geschrieben
hook-events-review-updated = Eine Bewertung wurde geändert
hook-events-review-published = Eine Bewertung ist öffentlich
hook-events-review-withheld = Eine Bewertung wird zurückgehalten
hook-events-review-replied = Eine Bewertung wurde beantwortet
hook-events-review-deleted = Eine Bewertung ist weg
hook-events-request-scheduled = Eine Nachricht ist geplant
hook-events-request-completed = Alles ist bewertet
hook-events-request-expired = Ein Link ist abgelaufen
hook-events-request-cancelled = Eine Anfrage wurde abgebrochen
hook-events-message-sent = Eine Nachricht wurde gesendet
hook-events-message-delivered = Eine Nachricht wurde zugestellt
hook-events-message-failed = Eine Nachricht schlug fehl
hook-events-message-skipped = Eine Nachricht wurde durch eine Regel gestoppt
hook-events-customer-suppressed = Jemandem darf nicht geschrieben werden
hook-events-customer-erased = Ein Kunde wurde gelöscht
hook-events-deliverability-held = Ihr E-Mail-Versand ist ausgesetzt
hook-events-deliverability-released = Ihre E-Mails gehen wieder hinaus
hook-events-webhook-test = Test
hook-include = Mitgesendet
hook-include-review = Die ganze Bewertung mit dem Namen des Verfassers
hook-status = Zustand
hook-status-enabled = An
hook-status-enabled-about = Auch einer, der fehlschlug, beginnt von vorn.
hook-status-disabled = Aus
hook-status-disabled-about = Was inzwischen geschieht, wird später nicht gesendet.
hook-change = Adresse und Ereignisse
hook-foreign = Er erhält Ereignisse der API von More Good Reviews, die deren API ändert: { $events }.
hook-secret = Damit werden Aufrufe signiert, nach den Regeln von Standard Webhooks.
hook-rotate-about = 24 Stunden lang werden Aufrufe mit beiden signiert. Tragen Sie in dieser Zeit das neue in Ihrem Server ein.
hook-end = Beenden …
hook-end-about = Sein Protokoll ist dann weg, und was noch nicht gesendet wurde, wird nie gesendet.
hook-end-yes = Ja, beenden
hook-ended = Beendet. Er wird nicht mehr aufgerufen.
hook-rotated-recently = Nicht ersetzt: Drei frühere Geheimnisse gelten noch. Ab { $until } lässt es sich wieder ersetzen.
hook-log = Letzte Aufrufe
hook-which = Welche Aufrufe
hook-all = Alle
hook-pending = Wartet
hook-delivered = Zugestellt
hook-failed = Fehlgeschlagen
hook-next = nächster Versuch { $at }
hook-attempts = { $count ->
        [one] { $count } Versuch
       *[other] { $count } Versuche
    }
hook-again = Erneut senden
hook-test = Test senden
hook-sent = Wird gesendet. Laden Sie die Seite neu, um die Antwort zu sehen.
hook-not-sent = Nichts wurde gesendet, denn der Webhook ist aus.
hook-error-address_not_public = der Host führt zu keiner öffentlichen Adresse
hook-error-connection_failed = keine Verbindung
hook-error-connection_broken = die Verbindung brach ab
hook-error-timeout = keine Antwort in der Zeit
