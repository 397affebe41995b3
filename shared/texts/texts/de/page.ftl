hub-title = Ihre Bewertung
hub-title-wrong = Bitte prüfen Sie Ihre Bewertung
hub-question = Wie ist es?
hub-question-named = Wie ist es, { $name }?
hub-question-shop = Wie war es bei { $shop }?
hub-question-shop-named = Wie war es bei { $shop }, { $name }?
hub-opening = Gut oder schlecht: Es hilft anderen bei der Wahl.
wrong-heading = Ihre Bewertung ist noch nicht abgeschickt
wrong-kept = Alles, was Sie geschrieben haben, ist noch da.
thanks = Vielen Dank, das hilft.
thanks-named = Vielen Dank, { $name }. Das hilft.
thanks-all = { $total ->
        [2] Beide Bewertungen sind da.
       *[other] Alle { $total } Bewertungen sind da.
    }
thanks-until = { $done ->
        [1] Sie können Ihre Bewertung hier bis zum { $day } ändern.
       *[other] Sie können Ihre Bewertungen hier bis zum { $day } ändern.
    }
progress = { $number } von { $total } Produkten
postpone-offer = { $total ->
        [1] Noch nicht angekommen?
       *[other] Ist etwas noch nicht angekommen?
    } Wir fragen in einer Woche noch einmal.
postpone-button = In einer Woche fragen
link-is-yours = Das ist Ihr persönlicher Link von { $shop }. Wer ihn hat, kann hier für Sie schreiben; behalten Sie ihn also für sich. Er gilt bis zum { $day }.
stop-offer = Sie möchten lieber nicht gefragt werden? Ein Tippen beendet alle E-Mails und SMS, in denen { $shop } um Bewertungen bittet.
stop-button = Nicht mehr fragen

item-changed = geändert am { $day }
item-changes-unsent = Änderungen noch nicht abgeschickt
item-edit = Bearbeiten
item-edit-named = Ihre Bewertung von { $title } bearbeiten
item-begun = Begonnen, noch nicht abgeschickt
rating-label = Ihre Sterne
stars = { $count ->
        [one] { $count } Stern
       *[other] { $count } Sterne
    }
headline-label = Überschrift
headline-add = Überschrift hinzufügen
text-label = Was sollten andere wissen?
text-left = Noch { $count } Zeichen
text-hint-taken = Aus Ihren eigenen Antworten: Ändern Sie, was Sie möchten. Bis zu 5.000 Zeichen.
send = Bewertung abschicken
save = Änderungen speichern
questions-begin = Was soll ich schreiben?
questions-go-on = Weiter mit den Fragen
questions-change = Meine Antworten ändern
offer-hint = Ihre Antworten, noch nicht in Ihrer Bewertung:
offer-add = Zu meiner Bewertung hinzufügen
name-label = Name bei Ihrer Bewertung
name-shown-as = Angezeigt als
name-anonymous = Anonym
name-another = Anderer Name
name-field = Der Name, der gezeigt wird
public-line = Alle sehen Ihre Sterne, Worte, Fotos und diesen Namen. Nie Ihre E-Mail-Adresse oder Bestellung.

fault-rating = Bitte wählen Sie 1 bis 5 Sterne.
fault-headline = Bitte verwenden Sie für die Überschrift höchstens 200 Zeichen in einer Zeile.
fault-text-missing = Bitte schreiben Sie ein paar Worte dazu.
fault-text-too-long = Bitte kürzen Sie Ihre Bewertung auf 5.000 Zeichen.
fault-text-characters = Bitte entfernen Sie die Steuerzeichen aus Ihrer Bewertung.
fault-name = Bitte verwenden Sie für den Namen höchstens 60 Zeichen in einer Zeile.
fault-name-missing = Bitte geben Sie den Namen ein, der gezeigt wird, oder wählen Sie „Anonym“.
fault-too-often = Heute wurde hier sehr oft gespeichert, deshalb ist diese Änderung nicht gespeichert. Was Sie geschrieben haben, steht noch hier: Sie können es jetzt senden oder morgen wieder speichern.
fault-answer-too-long = Bitte kürzen Sie Ihre Antwort auf 1.000 Zeichen.
fault-answer-characters = Bitte entfernen Sie die Steuerzeichen aus Ihrer Antwort.

chat-title-wrong = Bitte prüfen Sie Ihre Antwort
chat-heading = Ein paar Fragen zu { $title }
chat-by-ai = Sie sprechen mit einer KI. Sie stellt bis zu { $total } Fragen und liest dafür Ihre Antworten; sie schreibt nichts für Sie. Überspringen Sie, was Sie möchten: Aus Ihren Antworten wird in Ihren eigenen Worten ein Entwurf, den Sie vor dem Abschicken ändern können.
chat-by-guide = { $total } kurze Fragen. Aus Ihren Antworten wird ein Entwurf, den Sie ändern können.
chat-progress = Frage { $number } von { $total }
chat-earlier = Ihre bisherigen Antworten
chat-skipped = Übersprungen
chat-change = Ändern
chat-change-named = Ändern Sie Ihre Antwort auf: { $question }
chat-chips = Fertige Antworten: Ein Tippen schickt eine ab
chat-hint = Ein paar Worte genügen.
chat-hint-chips = Tippen Sie eine Antwort an oder schreiben Sie eine eigene. Ein paar Worte genügen.
chat-next = Weiter
chat-last = Meinen Entwurf ansehen
chat-skip = Überspringen
chat-leave = Lieber selbst schreiben

expired-heading = Link abgelaufen
expired-why = Bewertungslinks gelten nur eine Zeit lang. Sie können einen neuen anfordern; er zeigt, was Sie noch nicht bewertet haben.
expired-button = Neuen Link schicken
expired-where = Wir schicken ihn Ihnen per E-Mail.
renewed-heading = Sehen Sie in Ihr Postfach
renewed-what = Wenn ein neuer Link geschickt werden kann, ist er unterwegs an die Adresse, die das Geschäft von Ihnen hat. Er sollte in wenigen Minuten da sein; ein Blick in den Spam-Ordner kann helfen.
renewed-again = Ein neuer Link kann einmal am Tag angefordert werden.
cancelled-heading = Dieser Link ist nicht mehr verfügbar
cancelled-why = Das Geschäft hat diese Einladung zurückgezogen; hier gibt es für Sie nichts mehr zu tun. Bewertungen, die Sie schon geschrieben haben, bleiben, wie sie sind.
postponed-heading = Danke für den Hinweis
postponed-again = Wir fragen Sie am { $day } noch einmal. Bis dahin hören Sie dazu nichts von uns.
postponed-never = Wir schreiben Ihnen deswegen nicht noch einmal. Sobald alles da ist, öffnet Ihr Link wieder diese Seite.
postponed-sooner = Doch schon da? Jetzt bewerten
postponed-link = Ihr Link funktioniert die ganze Zeit, bis zum { $day }. Falls Ihre Bestellung verloren scheint, fragen Sie bitte { $shop }.
reviewed-heading = Es gibt nichts abzuwarten
reviewed-why = Sie haben schon etwas bewertet und werden deshalb nicht erinnert. Was noch kommt, können Sie bewerten, sobald es da ist.
reviewed-back = Zurück zu Ihrer Seite
withdraw = Meine Bewertung zurückziehen
withdraw-heading = Möchten Sie Ihre Bewertung zurückziehen?
withdraw-why = Ihr Text, Ihr Name und Ihre Fotos werden sofort gelöscht, und niemand kann sie mehr lesen. Solange dieser Link funktioniert, können Sie eine neue Bewertung schreiben.
withdraw-sure = Ja, meine Bewertung löschen
withdraw-back = Nein, behalten
unsubscribe-heading = Sollen wir Sie nicht mehr um Bewertungen bitten?
unsubscribe-what = { $shop } bittet Sie dann weder per E-Mail noch per SMS um Bewertungen. Nachrichten zu Ihren Bestellungen sind davon nicht betroffen.
unsubscribe-button = Abmelden
unsubscribe-hint = Noch hat sich nichts geändert. Wenn Sie lieber gefragt werden möchten, schließen Sie einfach diese Seite.
unsubscribed-heading = Sie sind abgemeldet
unsubscribed-hint = Eine Nachricht, die gerade in diesem Moment abging, kann Sie noch erreichen.
unsubscribed-undo = Doch wieder fragen
resubscribed-heading = Sie werden wieder gefragt
resubscribed-what = { $shop } darf Sie wieder um Bewertungen bitten.
unknown-heading = Seite nicht gefunden
unknown-why = Unter dieser Adresse gibt es nichts. Falls sie in einer E-Mail stand, öffnen Sie sie von dort noch einmal: Ein von Hand kopierter Link wird leicht abgeschnitten.
not-allowed-heading = So lässt sich diese Seite nicht öffnen
not-allowed-why = Bitte öffnen Sie den Link in Ihrer E-Mail noch einmal und machen Sie von dort weiter.
trouble-heading = Etwas ist schiefgegangen
trouble-why = Das liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal. Falls Sie gerade eine Bewertung abgeschickt haben, gehen Sie zuerst zurück: Ihr Browser behält meist, was Sie geschrieben haben.

## Was die Skripte sagen

script-saved = Entwurf gespeichert
script-unsaved = Noch nicht gespeichert
script-failed = Das hat nicht geklappt. Nichts ist verloren: Was Sie geschrieben haben, steht noch da. Bitte versuchen Sie es gleich noch einmal.
script-question-comes = Gleich kommt die nächste Frage
script-draft-comes = Gleich kommt Ihr Entwurf

## Fotos

photos = Fotos
photos-hint = Bis zu 5. Ort und Datum entfernen wir.
photo-add = Fotos hinzufügen
photo-alt = Ihr Foto { $number } von { $title }
photo-remove = Entfernen
photo-remove-number = Foto { $number } entfernen
photo-expected = Ein Foto wird gerade hochgeladen oder geprüft. Laden Sie die Seite gleich noch einmal.
photo-sending = Foto { $n } von { $of } wird gesendet…
photo-checking = Gesendet. Es wird geprüft…
photo-not-read = Diese Datei lässt sich nicht als Foto lesen: { $file }.
photo-not-sent = Das Foto wurde nicht gesendet. Bitte versuchen Sie es noch einmal.
photo-too-many = Eine Bewertung hat Platz für 5 Fotos: Die übrigen wurden weggelassen.
photo-unreadable = Diese Datei lässt sich nicht als Foto lesen. Bitte wählen Sie ein Bild im Format JPEG, PNG oder WebP; auch ein Bildschirmfoto davon geht.
photo-too-large = Diese Datei hat mehr als 10 MB. Bitte wählen Sie eine kleinere.
photo-too-many-pixels = Dieses Foto hat mehr als 50 Megapixel, oder eine Seite ist länger als 20.000 Pixel. Bitte wählen Sie ein kleineres.
upload-hint = Wählen Sie ein Bild im Format JPEG, PNG oder WebP mit höchstens 10 MB. Alle können es bei Ihrer Bewertung sehen. Wir behalten nur das Bild: nicht, wo oder wann es aufgenommen wurde.
upload-file = Ihr Foto
upload-send = Hochladen
upload-back = Zurück ohne Foto
photos-full = Es sind schon 5 Fotos
photos-full-hint = Eine Bewertung hat Platz für 5. Entfernen Sie eines, dann können Sie ein anderes hinzufügen.
photos-full-back = Zurück zu Ihrer Bewertung

## Bewertungen auf der Seite des Shops

published-heading = Bewertungen: { $title }
published-none = Hier gibt es noch keine Bewertung.
published-average = { $average } von 5
published-count = { $count ->
        [one] { $count } Bewertung
       *[other] { $count } Bewertungen
    }
published-order = Bestätigter Kauf
published-request = Nach einer Bestellung vom Shop gefragt
published-imported = Anderswo geschrieben
published-photo = Foto { $number } zu dieser Bewertung
published-reply = Antwort von { $shop }
published-pages = Seiten mit Bewertungen
published-page = Seite { $number } von { $total }
published-newer = Neuere Bewertungen
published-older = Ältere Bewertungen

## Wie ein Shop über Bewertungen entscheidet

trust-heading = Wie { $shop } Bewertungen veröffentlicht
trust-publish = Bewertungen sind sofort öffentlich. Nur eine, die eine E-Mail-Adresse, eine Telefonnummer oder eine Webadresse enthält, wartet auf den Shop.
trust-hold = Jede Bewertung wartet, bis der Shop sie angesehen hat.
trust-edit = Auch eine Bewertung, die zurückgehalten und dann geändert wurde, wartet.
trust-reasons = Nur aus diesen Gründen darf der Shop eine Bewertung zurückhalten. Was jemand von einem Produkt hält, gehört nicht dazu.
trust-confidential = Sie verrät ein Geheimnis
trust-abusive = Sie beleidigt oder belästigt
trust-personal_data = Sie enthält persönliche Daten
trust-discriminatory = Sie diskriminiert Menschen
trust-misleading = Sie sagt etwas eindeutig Falsches
trust-fake = Vieles spricht dafür, dass sie gefälscht ist
trust-unrelated = Sie handelt von etwas anderem
trust-unlawful = Das Gesetz verbietet sie
trust-unspecified = Der Shop hat keinen Grund genannt
trust-order = Die neuesten Bewertungen stehen oben.
trust-incentives = Was Bewertende bekommen, in den Worten des Shops:
trust-verified = Von den veröffentlichten Bewertungen gehören { $order } zu einem bestätigten Kauf, nach { $request } hat der Shop nach einer Bestellung gefragt, bei { $none } ist beides nicht der Fall.
trust-numbers = Bewertungen in Zahlen
trust-stars = Sterne
trust-all = Alle
trust-submitted = Eingegangen
trust-published = Veröffentlicht
trust-withheld = Zurückgehalten
trust-removed = Entfernt
trust-hours = Stunden, bis über die Hälfte entschieden war
trust-others = { $waiting } warten auf den Shop, { $withdrawn } wurden zurückgenommen, { $imported } wurden anderswo geschrieben.
trust-oldest = Tage, die die älteste wartende Bewertung schon wartet: { $days }
trust-few = Damit niemand zu erkennen ist, stehen 1 bis 4 Bewertungen als „1–4“ da.
