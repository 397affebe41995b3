### German

### Words

day = { $day }. { $month ->
        [january] Januar
        [february] Februar
        [march] März
        [april] April
        [may] Mai
        [june] Juni
        [july] Juli
        [august] August
        [september] September
        [october] Oktober
        [november] November
       *[december] Dezember
    } { $year }
month = { $month ->
        [january] Januar
        [february] Februar
        [march] März
        [april] April
        [may] Mai
        [june] Juni
        [july] Juli
        [august] August
        [september] September
        [october] Oktober
        [november] November
       *[december] Dezember
    } { $year }

product = Produkt { $id }
example-product = Beispielprodukt
item = Produkt { $number } Ihrer Bestellung
stars = { $count ->
        [one] { $count } Stern
       *[other] { $count } Sterne
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } hat entschieden, Ihre Bewertung nicht zu zeigen.
withheld-change = Sie können Ihre Bewertung bis zum { $day } ändern. { $shop } sieht sie dann noch einmal an, bevor sie gezeigt wird.
withheld-insider = Sie arbeiten für { $shop }. Deshalb wird Ihre Bewertung nicht gezeigt.

### Page

hub-title = Ihre Bewertung
hub-title-wrong = Bitte prüfen Sie Ihre Bewertung
hub-question = Wie finden Sie es?
hub-question-named = Wie finden Sie es, { $name }?
hub-questions = Wie finden Sie sie?
hub-questions-named = Wie finden Sie sie, { $name }?
hub-question-shop = Wie war es bei { $shop }?
hub-question-shop-named = Wie war es bei { $shop }, { $name }?
hub-opening = Gut oder schlecht: Ihre Meinung hilft anderen bei der Wahl.
hub-trial = Dies ist ein Test: Sie sehen, was Ihre Kunden sehen, und nichts davon wird gezählt oder gezeigt.
wrong-heading = Ihre Bewertung ist noch nicht abgeschickt
wrong-kept = Alles, was Sie geschrieben haben, ist noch da.
thanks = Vielen Dank.
thanks-named = Vielen Dank, { $name }.
thanks-all = { $total ->
        [1] Ihre Bewertung ist angekommen.
        [2] Beide Bewertungen sind angekommen.
       *[other] Alle { $total } Bewertungen sind angekommen.
    }
thanks-until = { $done ->
        [1] Sie können Ihre Bewertung hier bis zum { $day } ändern.
       *[other] Sie können Ihre Bewertungen hier bis zum { $day } ändern.
    }
progress = Produkt { $number } von { $total }
postpone-offer = { $total ->
        [1] Noch nicht angekommen?
       *[other] Ist etwas noch nicht angekommen?
    } Wir fragen in einer Woche noch einmal.
postpone-button = In einer Woche fragen
link-is-yours = Das ist Ihr persönlicher Link von { $shop }. Wer ihn hat, kann hier für Sie schreiben; behalten Sie ihn also für sich. Er gilt bis zum { $day }.
stop-offer = Sie möchten lieber nicht gefragt werden? Hier beenden Sie alle E-Mails und SMS, in denen { $shop } um Bewertungen bittet.
stop-button = Nicht mehr fragen
stopped = { $shop } bittet Sie nicht mehr um Bewertungen.
contact-shop = Soll { $shop } etwas in Ordnung bringen? Melden Sie sich direkt dort
privacy = Datenschutz bei { $shop }

item-changed = geändert am { $day }
held-moderation = { $shop } liest Ihre Bewertung zuerst. Danach können alle sie sehen.
held-phone = { $shop } liest sie zuerst, weil sie eine Telefonnummer nennt. Ohne die Nummer sehen alle sie sofort.
held-email = { $shop } liest sie zuerst, weil sie eine E-Mail-Adresse nennt. Ohne die Adresse sehen alle sie sofort.
held-website = { $shop } liest sie zuerst, weil sie eine Website nennt. Ohne die Website sehen alle sie sofort.
held-account = { $shop } liest sie zuerst, weil sie ein Konto in einem sozialen Netzwerk nennt. Ohne das Konto sehen alle sie sofort.
shown-heading = Das sehen andere
shown-now = Alle können sie jetzt sehen.
shown-by-shop = { $shop } kann sie jetzt zeigen.
shown-earlier = Bis dahin sehen alle Ihre frühere Fassung.
item-changes-unsent = Änderungen noch nicht abgeschickt
item-edit = Bearbeiten
item-edit-named = Ihre Bewertung von { $title } bearbeiten
item-see = Im Shop ansehen
item-begun = Begonnen, noch nicht abgeschickt
rating-label = Ihre Sterne
headline-label = Überschrift
text-label = Was sollten andere wissen?
optional = (freiwillig)
text-left = Noch { $count } Zeichen
text-hint-taken = Aus Ihren eigenen Antworten: Ändern Sie, was Sie möchten. Bis zu 5.000 Zeichen.
send = Bewertung abschicken
save = Änderungen speichern
cancel = Abbrechen
questions-begin = Mit vier Fragen schreiben
questions-begin-ai = Eine KI soll mich fragen
questions-go-on = Weiter mit den Fragen
questions-change = Meine Antworten ändern
fragments-hint = Diese Antworten sind kurz. Ergänzen Sie sie, oder lassen Sie sie so.
offer-hint = Ihre Antworten, noch nicht in Ihrer Bewertung:
offer-add = Zu meiner Bewertung hinzufügen
name-label = Name bei Ihrer Bewertung
fact-none = Keine Antwort
name-shown-as = Als
name-anonymous = Anonym
name-another = Anderer Name
name-field = Der Name, der gezeigt wird
public-line = Alle sehen Ihre Sterne, Antworten, Worte, Fotos und diesen Namen. Nie Ihre E-Mail-Adresse oder Bestellung.

fault-rating = Bitte wählen Sie 1 bis 5 Sterne.
fault-headline = Bitte verwenden Sie für die Überschrift höchstens 200 Zeichen in einer Zeile.
fault-text-too-long = Bitte kürzen Sie Ihre Bewertung auf 5.000 Zeichen.
fault-name = Bitte verwenden Sie für den Namen höchstens 60 Zeichen in einer Zeile.
fault-name-missing = Bitte geben Sie den Namen ein, der gezeigt wird, oder wählen Sie „Anonym“.
fault-too-often = Diese Bewertung wurde heute sehr oft gespeichert, deshalb ist diese Änderung nicht gespeichert. Was Sie geschrieben haben, steht noch hier: Sie können es jetzt abschicken oder morgen wieder speichern.
fault-changed-too-often = Sie haben diese Bewertung heute sehr oft geändert, deshalb ist diese Änderung nicht gespeichert. Was Sie geschrieben haben, steht noch hier: Bitte schicken Sie es morgen noch einmal ab.
fault-answer-too-long = Bitte kürzen Sie Ihre Antwort auf 1.000 Zeichen.

chat-title-wrong = Bitte prüfen Sie Ihre Antwort
chat-asked-by-ai = Das fragt eine KI.
chat-by-ai = Eine KI stellt bis zu { $total } Fragen und schlägt höchstens den Anfang einer Antwort vor. Den Text schreiben Sie; überspringen Sie, was Sie möchten.
chat-by-guide = { $total } kurze Fragen. Aus Ihren Antworten wird ein Entwurf, den Sie ändern können.
chat-progress = Frage { $number } von { $total }
chat-earlier = Ihre bisherigen Antworten
chat-skipped = Übersprungen
chat-change = Ändern
chat-change-named = Ihre Antwort ändern: { $question }
chat-chips = Fertige Antworten und Satzanfänge
chat-hint = Ein paar Worte genügen.
chat-hint-chips = Schreiben Sie weiter, oder tippen Sie an, was passt.
chat-photo = Ein Foto hilft am meisten. Möchten Sie eins hinzufügen?
chat-next = Weiter
chat-last = Meinen Entwurf ansehen
chat-skip = Überspringen
chat-enough = Das reicht, meinen Text zeigen
chat-leave = Zurück zum Formular

problem-heading = Mit meiner Bestellung stimmt etwas nicht
problem-title-wrong = Bitte prüfen Sie Ihre Nachricht
problem-label = Was stimmt nicht?
problem-hint = { $shop } bekommt Ihre Worte per E-Mail, mit Ihrem Namen, der Bestellung und dem, was Sie gekauft haben, und kann sich bei Ihnen melden. Ihre Bewertung hängt nicht davon ab. Höchstens 1.000 Zeichen.
problem-button = An den Shop senden
problem-back = Weiter mit meiner Bewertung
problem-missing = Bitte schreiben Sie, was nicht stimmt.
problem-too-long = Bitte kürzen Sie Ihre Nachricht auf 1.000 Zeichen.
problem-too-often = { $shop } hat heute schon drei Nachrichten von Ihnen bekommen, deshalb ist diese nicht gesendet. Was Sie geschrieben haben, steht noch hier: Bitte senden Sie es morgen noch einmal.
problem-unreachable = { $shop } ist gerade nicht per E-Mail zu erreichen, deshalb ist Ihre Nachricht nicht gesendet. Was Sie geschrieben haben, steht noch hier.
problem-contact = Schreiben Sie { $shop } direkt
problem-sent = Ihre Nachricht ist auf dem Weg zu { $shop }. Der Shop kann sich bei Ihnen melden. Ihre Bewertung ist davon unabhängig: Machen Sie damit weiter, wann Sie möchten.
problem-told = Sie haben { $shop } am { $day } geschrieben, dass etwas nicht stimmt.
problem-trial = Dies ist ein Test, deshalb geht Ihre Nachricht nicht an { $shop }.

expired-heading = Dieser Link ist abgelaufen
expired-why = Bewertungslinks gelten nur eine Zeit lang. Für das, was Sie noch nicht bewertet haben, können Sie einen neuen anfordern. Gesendete Bewertungen bleiben; um eine zu ändern, schreiben Sie bitte an { $shop }.
expired-button = Neuen Link schicken
expired-where = Wir schicken ihn Ihnen per E-Mail.
renewed-heading = Sehen Sie in Ihrem Postfach nach
renewed-what = Wenn ein neuer Link geschickt werden kann, ist er unterwegs an die Adresse, die der Shop von Ihnen hat. Er sollte in wenigen Minuten da sein; ein Blick in den Spam-Ordner kann helfen.
renewed-again = Sie können einmal am Tag einen neuen Link anfordern.
cancelled-heading = Dieser Link ist nicht mehr verfügbar
cancelled-why = Der Shop hat diese Einladung zurückgezogen; hier gibt es für Sie nichts mehr zu tun. Bewertungen, die Sie schon geschrieben haben, bleiben, wie sie sind.
postponed-heading = Danke für den Hinweis
postponed-again = Wir fragen Sie am { $day } noch einmal. Bis dahin hören Sie dazu nichts von uns.
postponed-never = Sobald alles da ist, öffnet Ihr Link dieselbe Seite wie bisher.
postponed-sooner = Doch schon da? Jetzt bewerten
postponed-link = Ihr Link funktioniert bis zum { $day }. Falls Ihre Bestellung verloren gegangen ist, fragen Sie bitte bei { $shop } nach.
reviewed-heading = Es gibt nichts abzuwarten
reviewed-why = Sie haben schon etwas bewertet und werden deshalb nicht erinnert. Was noch kommt, können Sie bewerten, sobald es da ist.
reviewed-back = Zurück zu Ihrer Seite
withdraw = Meine Bewertung zurückziehen
withdraw-heading = Möchten Sie Ihre Bewertung zurückziehen?
withdraw-why = Ihr Text, Ihr Name und Ihre Fotos werden endgültig gelöscht. Solange dieser Link funktioniert, können Sie eine neue Bewertung schreiben.
withdraw-sure = Bewertung löschen
withdraw-back = Behalten
withdrawn = Ihre Bewertung von { $title } wurde gelöscht.
report-heading = Eine Bewertung melden
report-why = Was stimmt damit nicht?
report-unlawful = Sie verstößt gegen das Recht
report-fake = Sie ist nicht echt
report-abusive = Sie beleidigt oder droht
report-personal_data = Sie verrät etwas Privates über eine Person
report-other = Etwas anderes
report-words = In Ihren eigenen Worten
report-button = Melden
report-hint = { $shop } liest Ihre Meldung und entscheidet. Niemand erfährt, wer Sie sind, wenn Sie es nicht schreiben.
report-email = Wenn Sie eine Adresse angeben, erhalten Sie eine Bestätigung und später die Entscheidung von { $shop } mit dem Grund. Nach einem Jahr wird sie gelöscht.
reported-heading = Vielen Dank
reported-what = { $shop } hat Ihre Meldung und entscheidet über die Bewertung.
reported-receipt = Wenn { $email } E-Mails von uns bekommen darf, kommt bald eine Bestätigung.
report-too-many = Es kamen zu viele Meldungen. Bitte schreiben Sie { $shop } direkt.
write-how = Geben Sie die E-Mail-Adresse ein, die der Shop von Ihnen hat. Wir schicken Ihnen einen Link, mit dem Sie Sterne geben und schreiben können.
write-email = E-Mail-Adresse
write-who = { $shop } sieht Ihre Adresse und liest Ihre Bewertung, bevor sie öffentlich wird. Niemand sonst sieht Ihre Adresse.
write-button = Link schicken
write-fault = Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel jane@example.com.
write-sent = Wenn der Shop { $email } kennt und dorthin schreiben darf, kommt der Link innerhalb einer Minute.
write-spam = Nichts da? Sehen Sie im Spam-Ordner nach, oder versuchen Sie es in einer Stunde noch einmal.
write-too-many = Über Ihre Internetverbindung wurden viele Links angefordert, deshalb können wir gerade keinen weiteren senden. Bitte versuchen Sie es später noch einmal oder über eine andere Verbindung, etwa die Ihres Telefons.

unsubscribe-heading = Sollen wir Sie nicht mehr um Bewertungen bitten?
unsubscribe-what = { $shop } bittet Sie dann weder per E-Mail noch per SMS um Bewertungen. Nachrichten zu Ihren Bestellungen sind davon nicht betroffen.
unsubscribe-button = Abmelden
unsubscribe-hint = Noch hat sich nichts geändert. Wenn Sie lieber gefragt werden möchten, schließen Sie einfach diese Seite.
unsubscribed-heading = Sie sind abgemeldet
unsubscribed-hint = Eine Nachricht, die genau in diesem Moment verschickt wurde, kann Sie noch erreichen.
unsubscribed-undo = Doch wieder fragen
resubscribed-heading = Sie werden wieder gefragt
resubscribed-what = { $shop } darf Sie wieder um Bewertungen bitten.
unknown-heading = Seite nicht gefunden
unknown-why = Unter dieser Adresse gibt es nichts. Falls sie in einer E-Mail stand, öffnen Sie sie von dort noch einmal: Ein von Hand kopierter Link wird leicht abgeschnitten.
not-allowed-heading = So lässt sich diese Seite nicht öffnen
not-allowed-why = Bitte öffnen Sie den Link in Ihrer E-Mail noch einmal und machen Sie von dort weiter.
failure-heading = Etwas ist schiefgegangen
failure-why = Das liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal. Falls Sie gerade eine Bewertung abgeschickt haben, gehen Sie zuerst zurück: Ihr Browser behält meist, was Sie geschrieben haben.

## Was die Skripte sagen

script-saved = Entwurf gespeichert
script-unsaved = Noch nicht gespeichert
script-failed = Das hat nicht geklappt. Nichts ist verloren: Was Sie geschrieben haben, steht noch da. Bitte versuchen Sie es gleich noch einmal.
script-question-comes = Gleich kommt die nächste Frage
script-draft-comes = Gleich kommt Ihr Entwurf

## Fotos

photos = Fotos
photos-hint = Bis zu 5 Fotos. Ort und Datum entfernen wir.
photo-add = Fotos hinzufügen
photo-alt = Ihr Foto { $number } von { $title }
photo-remove-number = Foto { $number } entfernen
photo-expected = Ein Foto wird gerade hochgeladen oder geprüft. Laden Sie die Seite gleich neu.
photo-sending = Foto { $n } von { $of } wird gesendet…
photo-checking = Gesendet. Es wird geprüft…
photo-not-read = Diese Datei lässt sich nicht als Foto lesen: { $file }. Bitte wählen Sie ein Bild im Format JPEG, PNG oder WebP.
photo-not-sent = Das Foto wurde nicht gesendet. Bitte versuchen Sie es noch einmal.
photo-too-many = Eine Bewertung hat Platz für 5 Fotos: Die übrigen wurden weggelassen.
photo-unreadable = Diese Datei lässt sich nicht als Foto lesen. Bitte wählen Sie ein Bild im Format JPEG, PNG oder WebP; auch ein Bildschirmfoto davon geht.
photo-too-large = Diese Datei ist größer als 10 MB. Bitte wählen Sie eine kleinere.
photo-too-many-pixels = Dieses Foto hat mehr als 50 Megapixel, oder eine Seite ist länger als 20.000 Pixel. Bitte wählen Sie ein kleineres.
upload-hint = Wählen Sie ein Bild im Format JPEG, PNG oder WebP mit höchstens 10 MB. Alle können es bei Ihrer Bewertung sehen. Wir behalten nur das Bild: nicht, wo oder wann es aufgenommen wurde.
upload-file = Ihr Foto
upload-send = Hochladen
upload-back = Zurück ohne Foto
photos-full = Es sind schon 5 Fotos da
photos-full-hint = Eine Bewertung hat Platz für 5 Fotos. Entfernen Sie eines, dann können Sie ein anderes hinzufügen.
photos-too-often = Heute wurden sehr oft Fotos hinzugefügt
photos-too-often-hint = Ihre Fotos und Ihr Text sind noch da. Morgen können Sie wieder Fotos hinzufügen.
photos-full-back = Zurück zu Ihrer Bewertung

## Bewertungen auf der Seite des Shops

published-heading = Bewertungen: { $title }
published-none = Hier gibt es noch keine Bewertung.
published-average = { $average } von 5
published-count = { $count ->
        [one] { $count } Bewertung
       *[other] { $count } Bewertungen
    }
published-of = von { $n }
published-order = Bestätigter Kauf
published-request = Nach einer Bestellung erbeten
published-claimed = Kauf bestätigt von { $system }
published-incentivized = Hat etwas dafür bekommen
published-rewarded = { $count ->
        [one] { $count } davon hat etwas dafür bekommen
       *[other] { $count } davon haben etwas dafür bekommen
    }
published-experienced = Erhalten im { $month }
published-experience = Datum der Erfahrung: { $month }
published-edited = Geändert am { $date }
published-imported = Anderswo geschrieben
published-report = Melden
published-photo = Foto { $number } zu dieser Bewertung
published-photo-of = Foto { $number } von { $total }
published-reply = Antwort von { $shop }
published-reply-before-edit = Vor der Änderung der Bewertung geschrieben
published-pages = Seiten mit Bewertungen
published-page = Seite { $number } von { $total }
published-newer = Neuere Bewertungen
published-older = Ältere Bewertungen
published-newest = Neueste zuerst
published-highest = Höchste Bewertung
published-lowest = Niedrigste Bewertung
published-all = Alle Bewertungen
published-filter = { $stars } ★: { $n }
published-sort = Reihenfolge
published-with-photos = Mit Fotos
published-no-hits = Keine solchen Bewertungen
published-of-newest = Unter den neuesten { $n } Bewertungen
published-showing = { $shown } von { $n } werden gezeigt
published-more = Mehr Bewertungen
published-whole = Weiterlesen
published-claimed = Kauf bestätigt von { $system }
published-unknown = Kauf nicht bekannt
published-close = Schließen
published-previous = Zurück
published-next = Weiter
published-write = Bewertung schreiben
published-failed = Das ließ sich nicht laden. Bitte noch einmal versuchen.

## Wie ein Shop über Bewertungen entscheidet

trust-heading = Wie { $shop } Bewertungen veröffentlicht
trust-publish = Bewertungen sind sofort öffentlich. Nur solche, die eine E-Mail-Adresse, eine Telefonnummer oder eine Webadresse enthalten, warten auf den Shop.
trust-hold = Jede Bewertung wartet, bis der Shop sie gelesen hat.
trust-edit = Auch eine Bewertung, die zurückgehalten und dann geändert wurde, wartet.
trust-visitor = Eine Bewertung von jemandem, den der Shop nicht gefragt hat, wartet immer auf den Shop.
trust-insider = Eine Bewertung von der Adresse einer Person, die die Bewertungen dieses Shops verwaltet, wird nie gezeigt; andere, die für den Shop arbeiten, dürfen keine schreiben.
trust-reasons = Nur aus diesen Gründen darf der Shop eine Bewertung zurückhalten. Eine Meinung über ein Produkt gehört nicht dazu.
trust-confidential = Sie verrät Vertrauliches
trust-abusive = Sie beleidigt oder belästigt
trust-personal_data = Sie enthält personenbezogene Daten
trust-discriminatory = Sie diskriminiert Menschen
trust-misleading = Sie sagt etwas eindeutig Falsches
trust-fake = Vieles spricht dafür, dass sie gefälscht ist
trust-unrelated = Sie handelt von etwas anderem
trust-unlawful = Das Gesetz verbietet sie
trust-unspecified = Der Shop hat keinen Grund genannt
trust-earlier_system = Das frühere System zeigte sie nicht
trust-order = Die neuesten Bewertungen stehen oben.
trust-mean = Der Durchschnitt ist das Mittel aller veröffentlichten Bewertungen. Keine Bewertung wiegt mehr als eine andere.
trust-groups = Größen, Farben, Sprachen und Einträge eines Produkts können sich ihre Bewertungen und den Durchschnitt teilen. Jede Bewertung sagt dann, worüber sie geschrieben wurde.
trust-kept = Eine veröffentlichte Bewertung bleibt stehen, bis ihr Autor sie zurücknimmt, seine Daten gelöscht werden oder der Shop sie aus einem der Gründe unten entfernt.
trust-challenge = Wird eine Bewertung zurückgehalten, bekommt ihr Autor eine E-Mail mit dem Grund und kann die Bewertung ändern oder beim Shop widersprechen.
trust-report = Jeder kann eine veröffentlichte Bewertung melden. Dann entscheidet der Shop neu.
trust-genuine = Bewertungen müssen echt sein. Gefälschte, gekaufte und getauschte Bewertungen sind verboten, und der Shop entfernt jede, von der er erfährt.
trust-consequence = Eine entfernte Bewertung zählt in keinem Durchschnitt, und ihr Autor erfährt den Grund.
trust-rewards = Was es für eine Bewertung gibt, darf nicht von den Sternen abhängen.
trust-refunded = Wer sein Geld zurückbekommen hat, wird dazu nicht nach einer Bewertung gefragt.
trust-incentives = Was Bewertende bekommen, in den Worten des Shops:
trust-no-incentives = Der Shop nennt nichts, was Bewertende als Gegenleistung bekommen.
trust-marks = Was die Hinweise bedeuten und wie viele veröffentlichte Bewertungen sie tragen
trust-none = keine
trust-of = { $count ->
        [0] keine von { $all }
       *[other] { $count } von { $all }
    }
trust-mark-order = Das System des Shops kennt eine bezahlte Bestellung mit diesem Produkt.
trust-mark-request = Der Shop hat bei der Anfrage eine Bestellung genannt. Sie wurde hier nicht geprüft.
trust-mark-claimed = Das sagt das System des Shops oder ein anderes. Es wurde hier nicht geprüft.
trust-mark-unknown = Keine Bestellung ist bekannt.
trust-mark-incentivized = Der Autor hat etwas bekommen, gleich mit wie vielen Sternen.
trust-mark-imported = Sie stammt von einem anderen Bewertungsdienst und behält ihr Datum.
trust-numbers = Bewertungen in Zahlen
trust-stars = Sterne
trust-all = Alle
trust-submitted = Eingegangen
trust-published = Veröffentlicht
trust-withheld = Zurückgehalten
trust-removed = Entfernt
trust-decided = Nach welcher Zeit die Hälfte veröffentlicht oder zurückgehalten war
trust-hours = { $hours ->
        [0] sofort
        [1] innerhalb einer Stunde
       *[other] innerhalb von { $hours } Stunden
    }
trust-days = innerhalb von { $days } Tagen
trust-undecided = bisher weniger als fünf entschieden
trust-slowest = Die langsamste von allen
trust-longer = nach mehr als einem halben Jahr
trust-waiting = { $count ->
        [0] Keine Bewertung wartet auf den Shop.
        [one] { $count } Bewertung wartet auf den Shop.
       *[other] { $count } Bewertungen warten auf den Shop.
    }
trust-oldest = { $days ->
        [0] Die älteste wartet seit weniger als einem Tag.
        [one] Die älteste wartet seit einem Tag.
       *[other] Die älteste wartet seit { $days } Tagen.
    }
trust-withdrawn = { $count ->
        [0] Keine wurde zurückgezogen.
        [one] { $count } hat die Person zurückgezogen, die sie geschrieben hat.
       *[other] { $count } haben die Bewertenden zurückgezogen.
    }
trust-elsewhere = { $count ->
        [0] Keine wurde anderswo geschrieben.
        [one] { $count } wurde anderswo geschrieben.
       *[other] { $count } wurden anderswo geschrieben.
    }
trust-from-shop = { $count ->
        [one] { $count } kommt aus dem eigenen System des Shops und wurde hier nicht geprüft.
       *[other] { $count } kommen aus dem eigenen System des Shops und wurden hier nicht geprüft.
    }
trust-few = Damit niemand zu erkennen ist, stehen 1 bis 4 Bewertungen als „1–4“ da.

### Email

heading-product = Wie finden Sie „{ $title }“?
heading-product-named = Wie finden Sie „{ $title }“, { $name }?
heading-it = Wie finden Sie es?
heading-it-named = Wie finden Sie es, { $name }?
heading-order = Wie finden Sie Ihre Bestellung bei { $shop }?
heading-order-named = Wie finden Sie Ihre Bestellung bei { $shop }, { $name }?
heading-shop = Wie war es bei { $shop }?
heading-shop-named = Wie war es bei { $shop }, { $name }?
subject-first-reminder = Eine Minute Zeit? { $question }
subject-next-reminder = Noch einmal gefragt: { $question }
subject-last-reminder = Zum letzten Mal: { $question }
subject-new-link = Ihr neuer Bewertungslink von { $shop }

preheader-more = { $title } und { $more } weitere. Gut oder schlecht: Ihre Meinung hilft anderen bei der Wahl.

opening-first = Gut oder schlecht: Ihre Meinung hilft anderen bei der Wahl.
opening-first-reminder = Vielleicht haben Sie unsere erste E-Mail übersehen. Gut oder schlecht: Ein paar Worte helfen.
opening-next-reminder = Eine Minute genügt: Ihre Sterne und ein Satz, ganz gleich, was Sie denken.
opening-last-reminder = Das ist unsere letzte Erinnerung. Danach fragen wir nicht mehr nach.
opening-new-link-order = Hier ist der neue Link, um den Sie gebeten haben. Er zeigt, was Sie noch nicht bewertet haben.
opening-new-link-shop = Hier ist der neue Link, um den Sie gebeten haben.

lead-first = Tippen Sie einfach auf einen Stern. { $opening }
lead = { $opening } Tippen Sie einfach auf einen Stern.
more = und { $more } weitere
button = Bewertung schreiben
button-link = Bewertung schreiben:
not-arrived = { $total ->
        [1] Noch nicht angekommen
       *[other] Etwas ist noch nicht angekommen
    }
closing = Dieser Link gehört nur Ihnen und gilt bis zum { $day }.
reason-ordered = Sie erhalten diese E-Mail, weil Sie bei { $shop } bestellt haben.
reason-customer = Sie erhalten diese E-Mail, weil Sie Kundin oder Kunde von { $shop } sind.
subject-asked = Ihr Link zum Schreiben einer Bewertung für { $shop }
asked-opening = Sie haben um einen Link gebeten, um über { $title } zu schreiben.
asked-ignore = Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren.
reason-asked = Sie bekommen diese E-Mail, weil jemand Ihre Adresse auf einer Seite von { $shop } eingegeben hat.
objection = Sie können der Verwendung Ihrer E-Mail-Adresse für diese E-Mails jederzeit widersprechen, ohne dass dafür andere Kosten als die der Übermittlung nach den Basistarifen entstehen:
unsubscribe = Keine Bewertungsanfragen mehr erhalten
contact = { $shop } kontaktieren
privacy = Datenschutz

subject-withheld = Ihre Bewertung für { $shop } wird nicht gezeigt
heading-withheld = Ihre Bewertung wird nicht gezeigt
withheld-opening-product = { $shop } hat entschieden, Ihre Bewertung von { $title } nicht zu zeigen.
withheld-confidential = Der Grund: Sie enthält vertrauliche Informationen.
withheld-abusive = Der Grund: Sie enthält Beleidigungen oder Drohungen.
withheld-personal_data = Der Grund: Sie enthält personenbezogene Daten von jemandem.
withheld-discriminatory = Der Grund: Sie ist diskriminierend.
withheld-misleading = Der Grund: Sie ist falsch oder irreführend.
withheld-fake = Der Grund: Sie scheint nicht auf einer wirklichen Erfahrung zu beruhen.
withheld-unrelated = Der Grund: Sie handelt nicht von dem, was bewertet wurde.
withheld-unlawful = Der Grund: Sie enthält etwas Rechtswidriges.
withheld-unspecified = Einen Grund hat der Shop nicht genannt.
withheld-closed = Der Link zu Ihrer Bewertung funktioniert nicht mehr, deshalb lässt sie sich dort nicht mehr ändern.
withheld-button = Bewertung ändern
decision-ground-law = { $shop } ist der Ansicht, dass das Gesetz diesen Inhalt nicht erlaubt.
decision-ground-rule = { $shop } hat die Regel, Bewertungen aus diesem Grund nicht zu zeigen, egal wie viele Sterne sie vergeben.
decision-day = { $shop } hat am { $day } so entschieden.
decision-scope = Die Entscheidung gilt überall, bis { $shop } anders entscheidet.
redress-reply = Wenn Sie das anders sehen, schreiben Sie { $shop }: Antworten Sie einfach auf diese E-Mail.
redress-write = Wenn Sie das anders sehen, schreiben Sie { $shop }. Wie, steht am Ende dieser E-Mail.
redress-ask-reply = Wenn Sie den Grund wissen möchten oder es anders sehen, fragen Sie { $shop }: Antworten Sie einfach auf diese E-Mail.
redress-ask-write = Wenn Sie den Grund wissen möchten oder es anders sehen, schreiben Sie { $shop }. Wie, steht am Ende dieser E-Mail.
redress-outside = Möglicherweise können Sie sich auch an ein Gericht oder an eine Stelle wenden, die Streitigkeiten außergerichtlich beilegt. Welche das ist, hängt davon ab, in welchem Land Sie leben.
subject-dropped = Ihre Änderung einer Bewertung für { $shop } wird nicht gezeigt
heading-dropped = Ihre Änderung wird nicht gezeigt
dropped-opening-product = { $shop } hat entschieden, die Änderung Ihrer Bewertung von { $title } nicht zu zeigen. Die frühere Fassung bleibt:
dropped-opening-shop = { $shop } hat entschieden, die Änderung Ihrer Bewertung nicht zu zeigen. Die frühere Fassung bleibt:
subject-removed = Ihre Bewertung für { $shop } wurde entfernt
heading-removed = Ihre Bewertung wurde entfernt
removed-opening-product = { $shop } hat Ihre Bewertung von { $title } endgültig entfernt.
removed-opening-shop = { $shop } hat Ihre Bewertung endgültig entfernt.
subject-replied = { $shop } hat auf Ihre Bewertung geantwortet
heading-replied = { $shop } hat Ihnen geantwortet
replied-own-product = Sie haben über „{ $title }“ geschrieben:
replied-own-shop = Sie haben über { $shop } geschrieben:
replied-answer = { $shop } antwortet:
replied-button = Bewertung ansehen
reason-review = Sie erhalten diese E-Mail, weil Sie eine Bewertung für { $shop } geschrieben haben.
subject-report-received = { $shop } hat Ihre Meldung
heading-report-received = Ihre Meldung ist angekommen
report-received = Sie haben am { $day } eine Bewertung von { $title } gemeldet.
report-received-next = { $shop } liest Ihre Meldung und entscheidet. Dann erhalten Sie eine weitere E-Mail.
subject-report-decided = Die Entscheidung von { $shop } über Ihre Meldung
heading-report-decided = Über Ihre Meldung wurde entschieden
report-decided = Am { $day } haben Sie eine Bewertung von { $title } gemeldet.
report-kept = { $shop } hat entschieden, dass die Bewertung öffentlich bleibt. Der Grund:
report-ended = { $shop } hat entschieden, dass die Bewertung nicht mehr öffentlich ist.
report-gone = Die Bewertung ist nicht mehr öffentlich, ohne dass { $shop } über sie entschieden hat.
reason-reported = Sie erhalten diese E-Mail, weil jemand Ihre Adresse angegeben hat, als auf einer Seite von { $shop } eine Bewertung gemeldet wurde.

subject-webhook = Ein Webhook von { $shop } ist abgeschaltet
heading-webhook = Ein Webhook ist abgeschaltet
webhook-failed = Seit dem { $day } konnten wir diesem Webhook nichts mehr zustellen, deshalb ist er abgeschaltet:
webhook-gone = Der Server dieses Webhooks hat geantwortet, dass es die Adresse nicht mehr gibt (410), deshalb ist er abgeschaltet:
webhook-fix = Bis der Webhook wieder eingeschaltet ist, erfährt { $shop } nicht, was geschieht. Wer ihn eingerichtet hat, kann die Adresse in Ordnung bringen und den Webhook in der Konsole wieder einschalten. Sein Protokoll reicht dort 30 Tage zurück, und jeder Aufruf lässt sich noch einmal senden.
subject-held = Der E-Mail-Versand von { $shop } ist ausgesetzt
heading-held = Ihr E-Mail-Versand ist ausgesetzt
held-bounces = { $count } der letzten { $sent } E-Mails von { $shop } gingen an Adressen, die es nicht gibt. Deshalb versendet { $shop } vorerst keine E-Mails.
held-complaints = { $count } der letzten { $sent } E-Mails von { $shop } wurden als Spam markiert. Deshalb versendet { $shop } vorerst keine E-Mails.
held-fix = Bitte finden Sie heraus, woher diese Adressen stammen, und bitten Sie nur Personen um eine Bewertung, die bei { $shop } gekauft haben. Wenn kaum noch etwas zurückkommt, werden die wartenden E-Mails am { $day } automatisch gesendet. Jedes weitere Mal dauert es länger.
subject-silent = Von { $system } kommen bei { $shop } keine Bestellungen an
heading-silent = Von { $system } kommen keine Bestellungen an
silent-since = Die letzte Bestellung von { $shop } kam am { $day } von { $system }. Das ist viel länger her als üblich.
silent-fix = Bitte prüfen Sie in { $system }, ob Bestellungen noch gemeldet werden: ob die Webhooks eingeschaltet sind oder das Afterword-Plugin verbunden ist. Bis wieder Bestellungen ankommen, wird niemand dazu um eine Bewertung gebeten.
heading-sender = Ihre E-Mails kommen nicht mehr von Ihrer eigenen Adresse
sender-lost = Die DNS-Einträge von { $domain } fehlen oder sind geändert. Darum kommen die E-Mails von { $shop } wieder von der üblichen Adresse. Keine ist verloren gegangen.
sender-fix = Bitte tragen Sie die Einträge wieder ein. Sobald sie gefunden sind, kommen die E-Mails wieder von Ihrer eigenen Adresse.
subject-ended = { $shop } ist geschlossen: Am { $day } wird alles vernichtet
heading-ended = { $shop } ist geschlossen
ended-by-owner = Eine Inhaberin oder ein Inhaber hat den Shop am { $day } in der Konsole geschlossen.
ended-by-operator = Der Betreiber dieses Bewertungsdienstes hat den Shop am { $day } geschlossen.
ended-by-nobody = Der Shop wurde am { $day } geschlossen.
ended-now = Kunden erhalten keine Nachrichten, und API-Schlüssel, Links und Seiten funktionieren nicht.
ended-undo = Bis { $day } kann eine Inhaberin oder ein Inhaber die Konsole öffnen und den Shop wieder öffnen. Danach wird alles vernichtet, was über ihn gespeichert ist, und niemand kann es zurückholen. Wenn Sie sich nicht anmelden können, wenden Sie sich bitte vorher an den Betreiber dieses Bewertungsdienstes.
heading-restored = { $shop } ist wieder offen
restored-now = Die Schließung wurde zurückgenommen: API-Schlüssel, Links und Seiten funktionieren wieder, und was wartete, wird gesendet.
reason-ended = Sie erhalten diese E-Mail, weil Sie Inhaberin oder Inhaber von { $shop } sind.
console-button = Konsole öffnen
reason-owner = Sie erhalten diese E-Mail, weil dies die Adresse der Inhaberin oder des Inhabers in den Einstellungen von { $shop } ist.
no-replies = Antworten auf diese E-Mail erreichen niemanden: Drücken Sie den Knopf darin.
heading-problem-order = Mit Bestellung { $order } stimmt etwas nicht
heading-problem = Mit einer Bestellung bei { $shop } stimmt etwas nicht
problem-wrote-named = { $name } hat { $shop } auf der Seite für Bewertungen geschrieben:
problem-wrote = Eine Kundin oder ein Kunde hat { $shop } auf der Seite für Bewertungen geschrieben:
problem-about = Es geht um: { $titles }
problem-answer = Antworten Sie einfach auf diese E-Mail. Ihre Antwort geht an { $email }.
problem-answer-phone = Für eine Antwort gibt es keine E-Mail-Adresse. Die Telefonnummer ist { $phone }.
reason-problem = Sie erhalten diese E-Mail, weil { $shop } unter dieser Adresse Nachrichten über Probleme mit Bestellungen bekommt.

### SMS

first = { $shop } bittet um Ihre ehrliche Bewertung: { $link } Abmelden: STOP antworten.
reminder = Erinnerung: { $shop } bittet um Ihre ehrliche Bewertung: { $link } Abmelden: STOP antworten.
some-shop = Ein Ihnen bekannter Shop

### Questions

product-1 = Wie nutzen Sie es?
    .chip-1 = Ich nutze es jeden Tag
    .chip-2 = Ich nutze es ab und zu
    .chip-hardly = Ich habe es noch kaum benutzt
    .chip-gift = Es war ein Geschenk
    .start-1 = Ich nutze es für …
    .start-2 = Ich nutze es, wenn …
    .start-3 = Ich habe es gekauft, weil …
product-2 = Was gefällt Ihnen daran?
    .chip-1 = Es ist gut verarbeitet
    .chip-2 = Es ist einfach zu benutzen
    .chip-3 = Es ist sein Geld wert
    .chip-nothing = Mir gefällt nicht viel daran
    .start-1 = Mir gefällt, dass …
    .start-2 = Mir gefällt …
    .start-3 = Verglichen mit dem Vorgänger …
product-2-gift = Wie kam es an?
    .chip-1 = Es kam sehr gut an
    .chip-2 = Es wird oft benutzt
    .chip-nothing = Es war nicht das Richtige
    .start-1 = Mir wurde gesagt, dass …
    .start-2 = Ich habe es ausgesucht, weil …
product-2-hardly = Wie war Ihr erster Eindruck?
    .chip-1 = Es wirkt gut verarbeitet
    .chip-2 = Es wirkt einfach zu benutzen
    .chip-3 = Es ist anders, als ich erwartet habe
    .chip-nothing = Bisher gefällt mir nicht viel daran
    .start-1 = Auf den ersten Blick …
    .start-2 = Ich habe es kaum benutzt, weil …
product-3 = Was könnte besser sein?
    .chip-1 = Ich würde nichts ändern
    .chip-2 = Es könnte stabiler sein
    .chip-3 = Es ist nicht wie beschrieben
    .chip-4 = Es ist zu teuer
    .start-1 = Besser wäre es, wenn …
    .start-2 = Ich hätte mir gewünscht, dass …
    .start-3 = Für mich ist es …
product-3-nothing = Was hat nicht gepasst?
    .chip-1 = Es ist kaputtgegangen
    .chip-2 = Es ist nicht wie beschrieben
    .chip-3 = Es kann nicht, was ich brauche
    .chip-4 = Die Qualität ist nicht gut genug
    .start-1 = Ich hatte erwartet, dass …
    .start-2 = Besser wäre es, wenn …
product-4 = Würden Sie es weiterempfehlen, und wem?
    .chip-1 = Ich würde es allen empfehlen
    .chip-2 = Ich würde es manchen empfehlen
    .chip-3 = Ich würde es nicht empfehlen
    .start-1 = Ich würde es weiterempfehlen an …
    .start-2 = Geeignet ist es für …
    .start-3 = Nichts ist es für …
product-4-gift = Würden Sie es wieder verschenken?
    .chip-1 = Ich würde es wieder verschenken
    .chip-2 = Ich würde es vielleicht wieder verschenken
    .chip-3 = Ich würde es nicht wieder verschenken
    .start-1 = Wieder verschenken würde ich es an …
    .start-2 = Nicht noch einmal, weil …
product-4-nothing = Was hätte es wiedergutgemacht?
    .chip-1 = Ein Ersatz hätte geholfen
    .chip-2 = Eine Erstattung hätte geholfen
    .chip-3 = Eine schnelle Antwort hätte geholfen
    .chip-4 = Nichts hätte geholfen
    .start-1 = Es hätte geholfen, wenn …
    .start-2 = Gereicht hätte mir schon …

shop-1 = Was hat Sie zu diesem Shop geführt?
    .chip-1 = Ich brauchte etwas Bestimmtes
    .chip-2 = Ich suchte ein Geschenk
    .chip-3 = Ich komme regelmäßig hierher
    .start-1 = Ich war auf der Suche nach …
    .start-2 = Ich kam hierher, weil …
shop-2 = Was lief gut?
    .chip-1 = Es ging schnell
    .chip-2 = Es war einfach
    .chip-3 = Die Leute waren freundlich
    .chip-nothing = Es lief nicht viel gut
    .start-1 = Mir hat gefallen, dass …
    .start-2 = Gefallen hat mir …
    .start-3 = Verglichen mit anderen Shops …
shop-3 = Was könnte besser sein?
    .chip-1 = Ich würde nichts ändern
    .chip-2 = Es hat zu lange gedauert
    .chip-3 = Es war zu teuer
    .chip-4 = Meine Fragen blieben unbeantwortet
    .start-1 = Besser wäre es, wenn …
    .start-2 = Ich hätte mir gewünscht, dass …
shop-3-nothing = Was ist schiefgelaufen?
    .chip-1 = Es hat zu lange gedauert
    .chip-2 = Es war zu teuer
    .chip-3 = Meine Fragen blieben unbeantwortet
    .chip-4 = Ich habe etwas anderes bekommen als bestellt
    .start-1 = Ich hatte erwartet, dass …
    .start-2 = Besser wäre es, wenn …
shop-4 = Würden Sie wiederkommen?
    .chip-1 = Ich würde wiederkommen
    .chip-2 = Ich komme vielleicht wieder
    .chip-3 = Ich würde nicht wiederkommen
    .start-1 = Ich würde wiederkommen für …
    .start-2 = Ich würde wiederkommen, wenn …
    .start-3 = Ich würde nicht wiederkommen, weil …
shop-4-nothing = Was hätte es wiedergutgemacht?
    .chip-1 = Eine schnelle Antwort hätte geholfen
    .chip-2 = Eine Erstattung hätte geholfen
    .chip-3 = Eine Entschuldigung hätte geholfen
    .chip-4 = Nichts hätte geholfen
    .start-1 = Es hätte geholfen, wenn …
    .start-2 = Gereicht hätte mir schon …

fact-fit = Wie fällt es aus?
    .answer-1 = Fällt klein aus
    .answer-2 = Passt genau
    .answer-3 = Fällt groß aus
fact-value = Ist es seinen Preis wert?
    .answer-1 = Zu teuer
    .answer-2 = Angemessen
    .answer-3 = Sehr gut für den Preis
fact-ease = Wie leicht ist es zu benutzen?
    .answer-1 = Schwierig
    .answer-2 = Geht so
    .answer-3 = Leicht

fillers = äh | ähm | öh | öhm | hm | hmm | mhm | ich meine (nicht/es ist/es war/das ist) | ich mein (nicht/es ist/es war/das ist)
openers = also, | na ja, | naja, | nun ja, | tja, | ich meine, | ich mein, | wissen Sie, | sagen wir mal, | ja also | also (der/die/das/ich/es/mir/man/äh/ähm) | ja, (für) | ja gut, | ja klar, | ach, | ach ja, | sag ich mal, | würde ich sagen, | sozusagen, | ich würde sagen, | ich sag mal,
yes-no = ja | ja ja | jep | jo | joa | klar | ja klar | bestimmt | absolut | definitiv | auf jeden Fall | eher ja | ich denke schon | nein | nö | nee | ne | eher nicht | nicht wirklich | gar nicht | auf keinen Fall | definitiv nicht | nie | ich denke nicht | jein | vielleicht | kommt drauf an | kommt darauf an | natürlich
# “k.A.” is two clauses.
nothing = n/a | k | a | nichts | nix | keine | keins | weiß nicht | weiß ich nicht | weiss nicht | keine Ahnung | ka | keine Angabe
abbreviations = ca | bzw | usw | etc | evtl | ggf | inkl | exkl | max | min | mind | nr | bspw | sog | vgl | dr | fr | hr | std | tel
