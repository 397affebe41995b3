## Webhooks

hooks-page = Webhooks
hooks-about = Wir rufen Ihren eigenen Server auf, wenn etwas geschieht, zum Beispiel wenn eine Bewertung veröffentlicht wird.
hooks-none = Noch keine Webhooks.
hooks-all = Alle Webhooks
hooks-too-many = Ein Shop hat höchstens 10 Webhooks. Löschen Sie einen, der nicht mehr benutzt wird.
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
hook-new-about = Jeder Aufruf ist mit einem Secret signiert. So erkennt Ihr Server, dass er von uns kommt.
hook-make = Webhook erstellen
hook-once = Es wird nur hier gezeigt. Ihr Server prüft damit jeden Aufruf.
hook-url = Adresse
hook-url-about = Die Adresse Ihres Servers: Sie beginnt mit https://.
hook-url-wrong = Bitte geben Sie eine Adresse ein, die mit https:// und dem Namen eines öffentlichen Hosts beginnt.
hook-events = Ereignisse
hook-events-about = Kreuzen Sie nichts an, um alle zu erhalten, auch die späterer Versionen.
hook-events-wrong = Bitte kreuzen Sie an, welche Ereignisse gesendet werden sollen.
hook-events-review-submitted = Eine Bewertung wurde geschrieben
hook-events-review-updated = Eine Bewertung wurde geändert
hook-events-review-published = Eine Bewertung wurde veröffentlicht
hook-events-review-withheld = Eine Bewertung wurde zurückgehalten
hook-events-review-replied = Eine Bewertung wurde beantwortet
hook-events-review-deleted = Eine Bewertung wurde gelöscht
hook-events-request-scheduled = Eine Nachricht wurde geplant
hook-events-request-completed = Alles wurde bewertet
hook-events-request-expired = Ein Link ist abgelaufen
hook-events-request-cancelled = Eine Anfrage wurde abgebrochen
hook-events-message-sent = Eine Nachricht wurde gesendet
hook-events-message-delivered = Eine Nachricht wurde zugestellt
hook-events-message-failed = Eine Nachricht ist fehlgeschlagen
hook-events-message-skipped = Eine Nachricht wurde durch eine Regel gestoppt
hook-events-customer-suppressed = Jemand erhält keine Nachrichten mehr
hook-events-customer-erased = Die Daten einer Person wurden gelöscht
hook-events-deliverability-held = Ihr E-Mail-Versand ist ausgesetzt
hook-events-deliverability-released = Ihre E-Mails werden wieder gesendet
hook-events-webhook-test = Test
hook-include = Mitsenden
hook-include-review = Die ganze Bewertung mit dem angezeigten Namen
hook-include_imports = Auch über importierte Bewertungen
hook-include_imports-about = Sonst meldet eine Datei mit alten Bewertungen nichts.
hook-status = Zustand
hook-status-enabled = An
hook-status-enabled-about = Das startet auch einen neu, der fehlgeschlagen ist.
hook-status-disabled = Aus
hook-status-disabled-about = Was geschieht, während er aus ist, wird später nicht gesendet.
hook-change = Adresse und Ereignisse
hook-foreign = Er erhält Ereignisse der API von More Good Reviews und lässt sich nur dort ändern: { $events }.
hook-secret = Signiert jeden Aufruf, nach den Regeln von Standard Webhooks.
hook-rotate-about = 24 Stunden lang werden Aufrufe mit beiden Secrets signiert. Tragen Sie in dieser Zeit das neue in Ihrem Server ein.
hook-end = Löschen …
hook-end-about = Sein Protokoll wird gelöscht, und noch nicht zugestellte Ereignisse werden nie zugestellt.
hook-end-yes = Ja, löschen
hook-ended = Gelöscht. Er wird nicht mehr aufgerufen.
hook-rotated-recently = Nicht ersetzt: Drei frühere Secrets gelten noch. Ab { $until } lässt es sich wieder ersetzen.
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
hook-sent = Wird gesendet. Die Antwort erscheint hier.
hook-not-sent = Nichts wurde gesendet, denn der Webhook ist aus.
hook-error-address_not_public = der Host hat keine öffentliche Adresse
hook-error-connection_failed = keine Verbindung
hook-error-connection_broken = die Verbindung brach ab
hook-error-timeout = keine rechtzeitige Antwort
