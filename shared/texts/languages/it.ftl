### Italian

### Words

day = { $day ->
        [1] 1º
       *[other] { $day }
    } { $month ->
        [january] gennaio
        [february] febbraio
        [march] marzo
        [april] aprile
        [may] maggio
        [june] giugno
        [july] luglio
        [august] agosto
        [september] settembre
        [october] ottobre
        [november] novembre
       *[december] dicembre
    } { $year }
month = { $month ->
        [january] gennaio
        [february] febbraio
        [march] marzo
        [april] aprile
        [may] maggio
        [june] giugno
        [july] luglio
        [august] agosto
        [september] settembre
        [october] ottobre
        [november] novembre
       *[december] dicembre
    } { $year }

product = Prodotto { $id }
example-product = Prodotto di esempio
item = Prodotto { $number } del suo ordine

stars = { $count ->
        [one] { $count } stella
       *[other] { $count } stelle
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } ha deciso di non mostrare la sua recensione.
withheld-change = Può modificare la sua recensione fino al giorno { $day }. { $shop } la rileggerà prima di mostrarla.
withheld-insider = Lei lavora per { $shop }, perciò la sua recensione non viene mostrata.

### Page

hub-title = La sua recensione
hub-title-wrong = Controlli la sua recensione
hub-question = Che cosa ne pensa?
hub-question-named = Che cosa ne pensa, { $name }?
hub-questions = Che cosa ne pensa?
hub-questions-named = Che cosa ne pensa, { $name }?
hub-question-shop = Com’è andata con { $shop }?
hub-question-shop-named = Com’è andata con { $shop }, { $name }?
hub-opening = Positiva o negativa, la sua opinione aiuta gli altri a scegliere.
hub-trial = Questa è una prova: vede ciò che vedono i suoi clienti, e nulla viene conteggiato o mostrato.
wrong-heading = La sua recensione non è ancora stata inviata
wrong-kept = Tutto ciò che ha scritto è ancora qui.
thanks = Grazie.
thanks-named = Grazie, { $name }.
thanks-all = { $total ->
        [1] La sua recensione è arrivata.
        [2] Entrambe le recensioni sono arrivate.
       *[other] Tutte e { $total } le recensioni sono arrivate.
    }
thanks-until = { $done ->
        [1] Può modificare qui la sua recensione fino al giorno { $day }.
       *[other] Può modificare qui le sue recensioni fino al giorno { $day }.
    }
progress = Prodotto { $number } di { $total }
postpone-offer = { $total ->
        [1] Non è ancora arrivato?
       *[other] Qualcosa non è ancora arrivato?
    } Glielo chiederemo di nuovo tra una settimana.
postpone-button = Chiedetemelo tra una settimana
link-is-yours = Questo è il suo link personale di { $shop }. Chi ce l’ha può scrivere qui al posto suo: lo tenga per sé. È valido fino al giorno { $day }.
stop-offer = Preferisce non ricevere richieste? Questo pulsante blocca tutte le email e gli SMS con cui { $shop } chiede recensioni.
stop-button = Non chiedetemelo più
stopped = { $shop } non le chiederà più recensioni.
contact-shop = C’è qualcosa da sistemare? Ne parli direttamente con { $shop }
privacy = Come { $shop } tratta i suoi dati

item-changed = ultima modifica: { $day }
held-moderation = { $shop } legge prima la sua recensione. Poi potranno vederla tutti.
held-phone = { $shop } la legge prima, perché contiene un numero di telefono. Senza il numero, la vedono subito tutti.
held-email = { $shop } la legge prima, perché contiene un indirizzo email. Senza l’indirizzo, la vedono subito tutti.
held-website = { $shop } la legge prima, perché cita un sito web. Senza il sito, la vedono subito tutti.
held-account = { $shop } la legge prima, perché cita un account di un social network. Senza l’account, la vedono subito tutti.
shown-heading = Ciò che vedono gli altri
shown-now = Ora possono vederla tutti.
shown-by-shop = { $shop } ora può mostrarla.
shown-earlier = Fino ad allora, tutti vedono la versione precedente.
item-changes-unsent = modifiche non ancora inviate
item-edit = Modifica
item-edit-named = Modifica la sua recensione di { $title }
item-see = Vedi nel negozio
item-begun = Iniziata, non ancora inviata
rating-label = La sua valutazione
headline-label = Titolo
text-label = Che cosa è utile sapere?
optional = (facoltativo)
text-left = Ancora { $count } caratteri
text-hint-taken = Questo testo viene dalle sue risposte: cambi ciò che vuole. Fino a 5.000 caratteri.
send = Invia la recensione
save = Salva le modifiche
cancel = Annulla
questions-begin = Fatemi quattro domande
questions-begin-ai = Voglio che mi interroghi un’IA
questions-go-on = Continua con le domande
questions-change = Modifica le mie risposte
fragments-hint = Queste risposte sono brevi. Le completi o le lasci così.
offer-hint = Le sue risposte, non ancora nella recensione:
offer-add = Aggiungi alla mia recensione
name-label = Nome mostrato con la recensione
fact-none = Nessuna risposta
name-shown-as = Firma:
name-anonymous = In forma anonima
name-another = Un altro nome
name-field = Il nome da mostrare
public-line = Tutti vedono stelle, risposte, testo, foto e questo nome. Mai la sua email né il suo ordine.

fault-rating = Scelga da 1 a 5 stelle.
fault-headline = Per il titolo usi al massimo 200 caratteri, su una sola riga.
fault-text-too-long = Riduca la recensione a 5.000 caratteri.
fault-name = Per il nome usi al massimo 60 caratteri, su una sola riga.
fault-name-missing = Scriva il nome da mostrare oppure scelga «In forma anonima».
fault-too-often = Oggi la recensione è già stata salvata moltissime volte, perciò questa modifica non è stata salvata. Ciò che ha scritto è ancora qui: può inviarlo adesso o salvarlo di nuovo domani.
fault-changed-too-often = Oggi ha già modificato questa recensione moltissime volte, perciò questa modifica non è stata salvata. Ciò che ha scritto è ancora qui: lo invii di nuovo domani.
fault-answer-too-long = Riduca la risposta a 1.000 caratteri.

chat-title-wrong = Controlli la sua risposta
chat-asked-by-ai = Lo chiede un’IA.
chat-by-ai = Un’IA fa al massimo { $total ->
        [one] { $total } domanda
       *[other] { $total } domande
    } e propone tutt’al più come inizia una risposta. A scrivere è lei; salti pure ciò che vuole.
chat-by-guide = { $total ->
        [one] { $total } domanda veloce.
       *[other] { $total } domande veloci.
    } Le sue risposte diventano una bozza che può modificare.
chat-progress = Domanda { $number } di { $total }
chat-earlier = Le sue risposte finora
chat-skipped = Saltata
chat-change = Modifica
chat-change-named = Modifica la sua risposta a: { $question }
chat-chips = Risposte pronte e inizi di frase
chat-hint = Bastano poche parole.
chat-hint-chips = Continui a scrivere o tocchi le frasi che condivide.
chat-photo = Una foto aiuta più di tutto. Ne aggiunge una?
chat-next = Avanti
chat-last = Vedi la mia bozza
chat-skip = Salta
chat-enough = Basta così, mostra il mio testo
chat-leave = Torna al modulo

problem-heading = C’è un problema con il mio ordine
problem-title-wrong = Controlli il suo messaggio
problem-label = Che cosa non va?
problem-hint = { $shop } riceve le sue parole per email, con il suo nome, l’ordine e ciò che ha acquistato, e può contattarla. La sua recensione non ne dipende. Al massimo 1.000 caratteri.
problem-button = Invia al negozio
problem-back = Continua con la mia recensione
problem-missing = Scriva che cosa non va.
problem-too-long = Riduca il messaggio a 1.000 caratteri.
problem-too-often = { $shop } ha già ricevuto tre suoi messaggi oggi, perciò questo non è stato inviato. Ciò che ha scritto è ancora qui: lo invii di nuovo domani.
problem-unreachable = In questo momento { $shop } non è raggiungibile per email, perciò il suo messaggio non è stato inviato. Ciò che ha scritto è ancora qui.
problem-contact = Scriva direttamente a { $shop }
problem-sent = Il suo messaggio è in viaggio verso { $shop }, che può contattarla. La sua recensione è una cosa a parte: continui quando vuole.
problem-told = In data { $day } ha segnalato un problema a { $shop }.
problem-trial = Questa è una prova, perciò il suo messaggio non viene inviato a { $shop }.

expired-heading = Questo link è scaduto
expired-why = I link per le recensioni valgono solo per un certo tempo. Può chiederne uno nuovo per ciò che non ha ancora recensito. Le recensioni già inviate restano; per modificarne una, scriva a { $shop }.
expired-button = Inviatemi un nuovo link
expired-where = Glielo invieremo per email.
renewed-heading = Controlli la posta
renewed-what = Se è possibile inviare un nuovo link, è già in viaggio verso l’indirizzo che lei ha dato al negozio. Dovrebbe arrivare in pochi minuti; se non lo trova, guardi anche nello spam.
renewed-again = Può chiedere un nuovo link una volta al giorno.
cancelled-heading = Questo link non è più disponibile
cancelled-why = Il negozio ha ritirato questo invito: qui non c’è altro da fare. Le recensioni che ha già scritto restano come sono.
postponed-heading = Grazie per avercelo detto
postponed-again = Glielo chiederemo di nuovo il giorno { $day }. Fino ad allora non le scriveremo più a questo proposito.
postponed-never = Quando sarà arrivato tutto, il suo link aprirà la stessa pagina.
postponed-sooner = È arrivato prima? Scriva la recensione
postponed-link = Il suo link resta valido fino al giorno { $day }. Se l’ordine sembra smarrito, si rivolga a { $shop }.
reviewed-heading = Non c’è nulla da aspettare
reviewed-why = Ha già recensito qualcosa, perciò non riceverà promemoria. Ciò che deve ancora arrivare si può recensire appena arriva.
reviewed-back = Torna alla sua pagina
withdraw = Ritira la mia recensione
withdraw-heading = Ritirare la sua recensione?
withdraw-why = Il suo testo, il suo nome e le sue foto vengono cancellati definitivamente. Potrà scrivere un’altra recensione finché questo link è valido.
withdraw-sure = Cancella la recensione
withdraw-back = Mantieni
withdrawn = La sua recensione di { $title } è stata cancellata.
report-heading = Segnala una recensione
report-why = Che cosa non va?
report-unlawful = Viola la legge
report-fake = Non è autentica
report-abusive = Insulta o minaccia
report-personal_data = Rivela qualcosa di privato su una persona
report-other = Altro
report-words = Con parole sue
report-button = Segnala
report-hint = { $shop } legge la segnalazione e decide. Nessuno saprà chi è lei, a meno che non lo scriva.
report-email = Se lascia un indirizzo, riceve una conferma e poi la decisione di { $shop } con il motivo. L’indirizzo viene cancellato dopo un anno.
reported-heading = Grazie
reported-what = { $shop } ha la sua segnalazione e deciderà sulla recensione.
reported-receipt = Se { $email } può ricevere le nostre email, presto arriva una conferma.
report-too-many = Sono arrivate troppe segnalazioni. Scriva direttamente a { $shop }.
write-how = Inserisci l’indirizzo email che hai dato al negozio: ti mandiamo un link per dare le stelle e scrivere.
write-email = Indirizzo email
write-who = { $shop } vede il tuo indirizzo e legge la recensione prima che sia pubblica. Nessun altro vede il tuo indirizzo.
write-button = Mandami il link
write-fault = Inserisci un indirizzo email, per esempio jane@example.com.
write-sent = Se il negozio conosce { $email } e può scrivere a questo indirizzo, il link arriva entro un minuto.
write-spam = Non è arrivato? Guarda nello spam o riprova tra un’ora.
write-too-many = Dalla tua connessione internet sono stati chiesti molti link, quindi ora non possiamo inviarne un altro. Riprova più tardi o usa un’altra connessione, per esempio quella del telefono.

unsubscribe-heading = Non vuole più richieste di recensioni?
unsubscribe-what = { $shop } non le chiederà più recensioni, né per email né per SMS. I messaggi sui suoi ordini continueranno ad arrivare.
unsubscribe-button = Annulla l’iscrizione
unsubscribe-hint = Non è ancora cambiato nulla. Se preferisce ricevere le richieste, chiuda semplicemente questa pagina.
unsubscribed-heading = Non riceverà più richieste
unsubscribed-hint = Un messaggio che era in partenza proprio in questo momento potrebbe ancora arrivarle.
unsubscribed-undo = Riattiva le richieste
resubscribed-heading = Riceverà di nuovo le richieste
resubscribed-what = { $shop } può di nuovo chiederle recensioni.
unknown-heading = Pagina non trovata
unknown-why = A questo indirizzo non c’è nulla. Se era in un’email, lo apra di nuovo da lì: un link copiato a mano si tronca facilmente.
not-allowed-heading = Questa pagina non si apre così
not-allowed-why = Apra di nuovo il link nella sua email e continui da lì.
failure-heading = Qualcosa è andato storto
failure-why = È colpa nostra, non sua. Riprovi tra un minuto. Se stava inviando una recensione, torni prima indietro: di solito il browser conserva ciò che ha scritto.

## Che cosa dicono gli script

script-saved = Bozza salvata
script-unsaved = Non ancora salvata
script-failed = L’invio non è riuscito. Nulla è perso: ciò che ha scritto è ancora qui. Riprovi tra un momento.
script-question-comes = Un momento, arriva la prossima domanda
script-draft-comes = Un momento, arriva la sua bozza

## Foto

photos = Foto
photos-hint = Fino a 5. Togliamo luogo e data.
photo-add = Aggiungi foto
photo-alt = La sua foto { $number } di { $title }
photo-remove-number = Rimuovi la foto { $number }
photo-expected = Una foto è in fase di caricamento o di verifica. Ricarichi la pagina tra un momento.
photo-sending = Invio della foto { $n } di { $of }…
photo-checking = Inviata. Verifica in corso…
photo-not-read = Questo file non si può leggere come foto: { $file }. Scelga un’immagine JPEG, PNG o WebP.
photo-not-sent = La foto non è stata inviata. Riprovi.
photo-too-many = In una recensione c’è posto per 5 foto: le altre non sono state aggiunte.
photo-unreadable = Questo file non si può leggere come foto. Scelga un’immagine JPEG, PNG o WebP; va bene anche uno screenshot.
photo-too-large = Questo file supera i 10 MB. Ne scelga uno più piccolo.
photo-too-many-pixels = Questa foto supera i 50 megapixel, oppure un lato supera i 20.000 pixel. Ne scelga una più piccola.
upload-hint = Scelga un’immagine JPEG, PNG o WebP fino a 10 MB. Tutti potranno vederla con la sua recensione. Conserviamo solo l’immagine: non dove o quando è stata scattata.
upload-file = La sua foto
upload-send = Carica
upload-back = Torna senza foto
photos-full = Ci sono già 5 foto
photos-full-hint = In una recensione c’è posto per 5. Ne rimuova una e potrà aggiungerne un’altra.
photos-too-often = Oggi sono già state aggiunte foto moltissime volte
photos-too-often-hint = Le sue foto e il suo testo sono ancora qui. Domani potrà aggiungere altre foto.
photos-full-back = Torna alla recensione

## Le recensioni sulla pagina del negozio

published-heading = Recensioni di { $title }
published-none = Non ci sono ancora recensioni.
published-average = { $average } su 5
published-count = { $count ->
        [one] { $count } recensione
       *[other] { $count } recensioni
    }
published-of = su { $n }
published-order = Acquisto verificato
published-request = Richiesta dopo un ordine
published-claimed = Acquisto confermato da { $system }
published-incentivized = Ha ricevuto qualcosa in cambio
published-rewarded = { $count ->
        [one] { $count } di queste in cambio di qualcosa
       *[other] { $count } di queste in cambio di qualcosa
    }
published-experienced = Ricevuto a { $month }
published-experience = Data dell’esperienza: { $month }
published-edited = Modificata il { $date }
published-imported = Scritta altrove
published-report = Segnala
published-photo = Foto { $number } di questa recensione
published-photo-of = Foto { $number } di { $total }
published-reply = Risposta di { $shop }
published-reply-before-edit = Scritta prima della modifica della recensione
published-pages = Pagine di recensioni
published-page = Pagina { $number } di { $total }
published-newer = Recensioni più recenti
published-older = Recensioni meno recenti
published-newest = Più recenti
published-highest = Voto più alto
published-lowest = Voto più basso
published-all = Tutte le recensioni
published-filter = { $stars } ★: { $n }
published-sort = Ordine
published-with-photos = Con foto
published-no-hits = Nessuna recensione di questo tipo
published-of-newest = Tra le { $n } recensioni più recenti
published-showing = { $shown } di { $n } mostrate
published-more = Altre recensioni
published-whole = Leggi tutto
published-claimed = Acquisto confermato da { $system }
published-unknown = Acquisto non noto
published-close = Chiudi
published-previous = Precedente
published-next = Successiva
published-write = Scrivi una recensione
published-failed = Caricamento non riuscito. Riprova.

## Come un negozio decide sulle recensioni

trust-heading = Come { $shop } pubblica le recensioni
trust-publish = Le recensioni sono subito pubbliche. Solo quelle che contengono un indirizzo email, un numero di telefono o un indirizzo web aspettano la decisione del negozio.
trust-hold = Ogni recensione aspetta che il negozio l’abbia letta.
trust-edit = Aspetta anche una recensione che è stata trattenuta e poi modificata.
trust-visitor = Una recensione di chi non è stato invitato dal negozio attende sempre il negozio.
trust-insider = Una recensione dall’indirizzo di chi gestisce le recensioni di questo negozio non viene mai mostrata; agli altri che lavorano per il negozio è vietato scriverne.
trust-reasons = Il negozio può trattenere una recensione solo per questi motivi. Un’opinione su un prodotto non è tra questi.
trust-confidential = Rivela informazioni riservate
trust-abusive = Insulta o molesta
trust-personal_data = Contiene dati personali
trust-discriminatory = Discrimina delle persone
trust-misleading = Dice qualcosa di chiaramente falso
trust-fake = Ci sono fondati motivi per ritenerla falsa
trust-unrelated = Parla d’altro
trust-unlawful = La legge la vieta
trust-unspecified = Il negozio non ha indicato un motivo
trust-earlier_system = Il sistema precedente non la mostrava
trust-order = Le recensioni più recenti sono in alto.
trust-mean = Il voto medio è la media di tutte le recensioni pubblicate. Nessuna recensione pesa più di un’altra.
trust-groups = Taglie, colori, lingue e schede di uno stesso prodotto possono avere in comune le recensioni e il voto medio. Ogni recensione indica allora per che cosa è stata scritta.
trust-kept = Una recensione pubblicata resta finché chi l’ha scritta la ritira, i suoi dati vengono cancellati o il negozio la rimuove per uno dei motivi qui sotto.
trust-challenge = Se una recensione viene trattenuta, chi l’ha scritta riceve un’email con il motivo e può modificarla o fare reclamo al negozio.
trust-report = Chiunque può segnalare una recensione pubblicata. Il negozio decide allora di nuovo.
trust-genuine = Le recensioni devono essere autentiche. Quelle false, comprate o scambiate sono vietate, e il negozio rimuove quelle di cui viene a conoscenza.
trust-consequence = Una recensione rimossa non conta in nessuna media, e chi l’ha scritta ne conosce il motivo.
trust-rewards = Si può dare qualcosa per una recensione solo se non dipende dalle stelle.
trust-refunded = A chi è stato rimborsato non viene chiesta una recensione di quell’acquisto.
trust-incentives = Che cosa riceve chi scrive una recensione, nelle parole del negozio:
trust-no-incentives = Il negozio non indica nulla che chi recensisce riceva in cambio.
trust-marks = Che cosa significano le indicazioni e quante recensioni pubblicate le hanno
trust-none = nessuna
trust-of = { $count ->
        [0] nessuna su { $all }
       *[other] { $count } su { $all }
    }
trust-mark-order = Il sistema del negozio ha un ordine pagato con questo prodotto.
trust-mark-request = Il negozio ha indicato un ordine quando l’ha chiesta. Quell’ordine non è stato controllato qui.
trust-mark-claimed = Lo afferma il sistema del negozio o un altro. Non è stato controllato qui.
trust-mark-unknown = Nessun ordine è noto.
trust-mark-incentivized = Chi l’ha scritta ha ricevuto qualcosa, qualunque fossero le stelle.
trust-mark-imported = Viene da un altro servizio di recensioni e mantiene la sua data.
trust-numbers = Le recensioni in cifre
trust-stars = Stelle
trust-all = Tutte
trust-submitted = Inviate
trust-published = Pubblicate
trust-withheld = Trattenute
trust-removed = Rimosse
trust-decided = In quanto tempo ne è stata pubblicata o trattenuta la metà
trust-hours = { $hours ->
        [0] subito
        [1] entro un’ora
       *[other] entro { $hours } ore
    }
trust-days = entro { $days } giorni
trust-undecided = finora meno di cinque decise
trust-slowest = La più lenta di tutte
trust-longer = dopo più di sei mesi
trust-waiting = { $count ->
        [0] Nessuna recensione aspetta la decisione del negozio.
        [one] { $count } recensione aspetta la decisione del negozio.
       *[other] { $count } recensioni aspettano la decisione del negozio.
    }
trust-oldest = { $days ->
        [0] La più vecchia aspetta da meno di un giorno.
        [one] La più vecchia aspetta da { $days } giorno.
       *[other] La più vecchia aspetta da { $days } giorni.
    }
trust-withdrawn = { $count ->
        [0] Nessuna è stata ritirata da chi l’aveva scritta.
        [one] { $count } è stata ritirata da chi l’aveva scritta.
       *[other] { $count } sono state ritirate da chi le aveva scritte.
    }
trust-elsewhere = { $count ->
        [0] Nessuna è stata scritta altrove.
        [one] { $count } è stata scritta altrove.
       *[other] { $count } sono state scritte altrove.
    }
trust-from-shop = { $count ->
        [one] { $count } proviene dal sistema del negozio stesso e non è stata controllata qui.
       *[other] { $count } provengono dal sistema del negozio stesso e non sono state controllate qui.
    }
trust-few = Perché nessuno sia riconoscibile, da 1 a 4 recensioni sono indicate come «1–4».

### Email

heading-product = Come si trova con «{ $title }»?
heading-product-named = Come si trova con «{ $title }», { $name }?
heading-it = Che cosa ne pensa?
heading-it-named = Che cosa ne pensa, { $name }?
heading-order = Com’è andato il suo ordine da { $shop }?
heading-order-named = Com’è andato il suo ordine da { $shop }, { $name }?
heading-shop = Com’è andata con { $shop }?
heading-shop-named = Com’è andata con { $shop }, { $name }?
subject-first-reminder = Ha un minuto? { $question }
subject-next-reminder = Ci piacerebbe ancora saperlo. { $question }
subject-last-reminder = Glielo chiediamo un’ultima volta. { $question }
subject-new-link = Il suo nuovo link da { $shop } per la recensione

preheader-more = { $title } e { $more ->
        [one] un altro prodotto
       *[other] altri { $more } prodotti
    }. Positiva o negativa, la sua opinione aiuta gli altri a scegliere.

opening-first = Positiva o negativa, la sua opinione aiuta gli altri a scegliere.
opening-first-reminder = Forse la nostra prima email le è sfuggita. Positiva o negativa, la sua opinione conta, anche in poche parole.
opening-next-reminder = Basta un minuto: le sue stelle e una frase, qualunque cosa ne pensi.
opening-last-reminder = Questo è il nostro ultimo promemoria. Non glielo chiederemo più.
opening-new-link-order = Ecco il nuovo link che ha chiesto. Mostra ciò che non ha ancora recensito.
opening-new-link-shop = Ecco il nuovo link che ha chiesto.

lead-first = Tocchi una stella per iniziare. { $opening }
lead = { $opening } Tocchi una stella per iniziare.
more = { $more ->
        [one] e un altro prodotto
       *[other] e altri { $more } prodotti
    }
button = Scrivi la recensione
button-link = Scriva la recensione:
not-arrived = { $total ->
        [1] Non è ancora arrivato
       *[other] Qualcosa non è ancora arrivato
    }
closing = Questo link è solo suo ed è valido fino al giorno { $day }.
reason-ordered = Riceve questa email perché ha ordinato da { $shop }.
reason-customer = Riceve questa email perché è cliente di { $shop }.
subject-asked = Il tuo link per scrivere una recensione per { $shop }
asked-opening = Hai chiesto un link per scrivere di { $title }.
asked-ignore = Se non sei stato tu, puoi ignorare questa email.
reason-asked = Ricevi questa email perché qualcuno ha inserito il tuo indirizzo in una pagina di { $shop }.
objection = Può opporsi a queste email in qualsiasi momento e gratuitamente:
unsubscribe = Non ricevere più richieste di recensioni
contact = Contatta { $shop }
privacy = Informativa sulla privacy

subject-withheld = La sua recensione per { $shop } non viene mostrata
heading-withheld = La sua recensione non viene mostrata
withheld-opening-product = { $shop } ha deciso di non mostrare la sua recensione di { $title }.
withheld-confidential = Il motivo: contiene informazioni riservate.
withheld-abusive = Il motivo: contiene insulti o minacce.
withheld-personal_data = Il motivo: contiene dati personali di qualcuno.
withheld-discriminatory = Il motivo: è discriminatoria.
withheld-misleading = Il motivo: è falsa o ingannevole.
withheld-fake = Il motivo: non sembra nascere da un’esperienza reale.
withheld-unrelated = Il motivo: non riguarda ciò che era da recensire.
withheld-unlawful = Il motivo: contiene qualcosa di illecito.
withheld-unspecified = Il negozio non ha indicato un motivo.
withheld-closed = Il link alla sua recensione non è più valido, perciò lì non si può più modificarla.
withheld-button = Modifica la recensione
decision-ground-law = { $shop } ritiene che la legge non consenta questo contenuto.
decision-ground-rule = { $shop } ha la regola di non mostrare recensioni per questo motivo, qualunque sia il numero di stelle.
decision-day = { $shop } ha deciso così il giorno { $day }.
decision-scope = La decisione vale ovunque, finché { $shop } non decide diversamente.
redress-reply = Se non è d’accordo, lo dica a { $shop }: basta rispondere a questa email.
redress-write = Se non è d’accordo, scriva a { $shop }. I contatti sono in fondo a questa email.
redress-ask-reply = Per conoscere il motivo, o se non è d’accordo, chieda a { $shop }: basta rispondere a questa email.
redress-ask-write = Per conoscere il motivo, o se non è d’accordo, scriva a { $shop }. I contatti sono in fondo a questa email.
redress-outside = Può darsi che lei possa rivolgersi anche a un tribunale o a un organismo di risoluzione extragiudiziale delle controversie. Quale, dipende dal Paese in cui vive.
subject-dropped = La modifica della sua recensione per { $shop } non viene mostrata
heading-dropped = La sua modifica non viene mostrata
dropped-opening-product = { $shop } ha deciso di non mostrare la modifica della sua recensione di { $title }. Resta la versione precedente:
dropped-opening-shop = { $shop } ha deciso di non mostrare la modifica della sua recensione. Resta la versione precedente:
subject-removed = La sua recensione per { $shop } è stata rimossa
heading-removed = La sua recensione è stata rimossa
removed-opening-product = { $shop } ha rimosso definitivamente la sua recensione di { $title }.
removed-opening-shop = { $shop } ha rimosso definitivamente la sua recensione.
subject-replied = { $shop } ha risposto alla sua recensione
heading-replied = { $shop } le ha risposto
replied-own-product = La sua recensione di «{ $title }»:
replied-own-shop = La sua recensione per { $shop }:
replied-answer = { $shop } risponde:
replied-button = Vedi la recensione
reason-review = Riceve questa email perché ha scritto una recensione per { $shop }.
subject-report-received = { $shop } ha la sua segnalazione
heading-report-received = La sua segnalazione è arrivata
report-received = Il giorno { $day } ha segnalato una recensione di { $title }.
report-received-next = { $shop } legge la segnalazione e decide. Allora riceverà un’altra email.
subject-report-decided = La decisione di { $shop } sulla sua segnalazione
heading-report-decided = Una decisione sulla sua segnalazione
report-decided = Lei ha segnalato una recensione di { $title } il giorno { $day }.
report-kept = { $shop } ha deciso che la recensione resta pubblica. Il motivo:
report-ended = { $shop } ha deciso che la recensione non è più pubblica.
report-gone = La recensione non è più pubblica, senza che { $shop } abbia deciso su di essa.
reason-reported = Riceve questa email perché qualcuno ha indicato il suo indirizzo nel segnalare una recensione su una pagina di { $shop }.

subject-webhook = Un webhook di { $shop } è disattivato
heading-webhook = Un webhook è disattivato
webhook-failed = Dal giorno { $day } non siamo riusciti a consegnare nulla a questo webhook, perciò è disattivato:
webhook-gone = Il server di questo webhook ha risposto che l’indirizzo non esiste più (410), perciò è disattivato:
webhook-fix = Finché il webhook non viene riattivato, { $shop } non viene a sapere ciò che accade. Chi lo ha configurato può correggere l’indirizzo e riattivare il webhook nella console. Il suo registro conserva lì gli ultimi 30 giorni, e ogni chiamata può essere inviata di nuovo.
subject-held = Le email di { $shop } sono sospese
heading-held = Le sue email sono sospese
held-bounces = { $count } delle ultime { $sent } email di { $shop } erano destinate a indirizzi che non esistono. Per questo { $shop } per ora non invia email.
held-complaints = { $count } delle ultime { $sent } email di { $shop } sono state segnalate come spam. Per questo { $shop } per ora non invia email.
held-fix = Verifichi da dove vengono questi indirizzi e chieda recensioni solo a chi ha acquistato da { $shop }. Se non torna quasi più nulla, le email in attesa saranno inviate automaticamente il giorno { $day }. Ogni volta che succede di nuovo, l’attesa è più lunga.
subject-silent = A { $shop } non arrivano ordini da { $system }
heading-silent = Non arrivano ordini da { $system }
silent-since = L’ultimo ordine di { $shop } è arrivato da { $system } il giorno { $day }. È passato molto più tempo del solito.
silent-fix = Verifichi in { $system } che gli ordini vengano ancora comunicati: che i webhook siano attivi o che il plugin di Afterword sia collegato. Finché non arrivano di nuovo ordini, a nessuno viene chiesta una recensione.
heading-sender = Le sue e-mail non partono più dal suo indirizzo
sender-lost = I record DNS di { $domain } mancano o sono cambiati. Perciò le e-mail di { $shop } partono di nuovo dall’indirizzo consueto. Nessuna è andata persa.
sender-fix = Aggiunga di nuovo i record. Appena vengono trovati, le e-mail ripartono dal suo indirizzo.
subject-ended = { $shop } è chiuso: tutto viene distrutto il { $day }
heading-ended = { $shop } è chiuso
ended-by-owner = Chi possiede il negozio lo ha chiuso nella console il { $day }.
ended-by-operator = Il gestore di questo servizio di recensioni lo ha chiuso il { $day }.
ended-by-nobody = È stato chiuso il { $day }.
ended-now = I clienti non ricevono messaggi e le chiavi API, i link e le pagine non funzionano.
ended-undo = Fino al { $day } chi possiede il negozio può aprire la console e riaprirlo. Dopo, tutto ciò che è salvato sul negozio viene distrutto e nessuno può recuperarlo. Se non riesce ad accedere, si rivolga prima di allora al gestore di questo servizio di recensioni.
heading-restored = { $shop } è di nuovo aperto
restored-now = La chiusura è stata annullata: le chiavi API, i link e le pagine funzionano di nuovo e i messaggi in attesa vengono inviati.
reason-ended = Riceve questa email perché è tra chi possiede { $shop }.
console-button = Apri la console
reason-owner = Riceve questa email perché questo è l’indirizzo di chi possiede il negozio nelle impostazioni di { $shop }.
no-replies = Le risposte a questa email non arrivano a nessuno: prema il pulsante che contiene.
heading-problem-order = C’è un problema con l’ordine { $order }
heading-problem = C’è un problema con un ordine di { $shop }
problem-wrote-named = { $name } ha scritto a { $shop } dalla pagina delle recensioni:
problem-wrote = Una persona che ha acquistato ha scritto a { $shop } dalla pagina delle recensioni:
problem-about = Si tratta di: { $titles }
problem-answer = Risponda a questa email: la sua risposta arriva a { $email }.
problem-answer-phone = Non c’è un indirizzo email a cui rispondere. Il numero di telefono è { $phone }.
reason-problem = Riceve questa email perché { $shop } riceve a questo indirizzo i messaggi sui problemi con gli ordini.

### SMS

first = { $shop } vorrebbe la sua opinione sincera: { $link } Per disdire risponda STOP.
reminder = Promemoria: { $shop } vorrebbe la sua opinione sincera: { $link } Per disdire risponda STOP.
some-shop = Un negozio che conosce

### Questions

product-1 = Come lo usa?
    .chip-1 = Lo uso ogni giorno
    .chip-2 = Lo uso ogni tanto
    .chip-hardly = Finora l’ho usato poco
    .chip-gift = Era un regalo
    .start-1 = Lo uso per …
    .start-2 = Lo uso quando …
    .start-3 = L’ho comprato perché …
product-2 = Che cosa le piace?
    .chip-1 = È fatto bene
    .chip-2 = È facile da usare
    .chip-3 = Vale quello che costa
    .chip-nothing = Non mi piace granché
    .start-1 = Quello che mi piace è …
    .start-2 = Mi piace …
    .start-3 = Rispetto a quello che avevo prima …
product-2-gift = Il regalo è piaciuto?
    .chip-1 = Il regalo è piaciuto molto
    .chip-2 = Viene usato spesso
    .chip-nothing = Non era il regalo giusto
    .start-1 = Mi hanno detto che …
    .start-2 = L’ho scelto perché …
product-2-hardly = Qual è stata la prima impressione?
    .chip-1 = Sembra fatto bene
    .chip-2 = Sembra facile da usare
    .chip-3 = Non è quello che mi aspettavo
    .chip-nothing = Per ora non mi piace granché
    .start-1 = A prima vista sembra …
    .start-2 = L’ho usato poco perché …
product-3 = Che cosa si potrebbe migliorare?
    .chip-1 = Non cambierei nulla
    .chip-2 = Potrebbe essere più robusto
    .chip-3 = Non è come descritto
    .chip-4 = È troppo caro
    .start-1 = Sarebbe meglio …
    .start-2 = Vorrei …
    .start-3 = Per me è …
product-3-nothing = Che cosa non è andato bene?
    .chip-1 = Si è rotto
    .chip-2 = Non è come descritto
    .chip-3 = Non fa quello che mi serve
    .chip-4 = La qualità lascia a desiderare
    .start-1 = Mi aspettavo …
    .start-2 = Sarebbe meglio …
product-4 = Lo consiglierebbe, e a chi?
    .chip-1 = Lo consiglierei a tutti
    .chip-2 = Lo consiglierei, ma non a tutti
    .chip-3 = Non lo consiglierei
    .start-1 = È un prodotto per …
    .start-2 = È adatto a …
    .start-3 = Non è per …
product-4-gift = Lo regalerebbe di nuovo?
    .chip-1 = Lo regalerei di nuovo
    .chip-2 = Forse lo regalerei di nuovo
    .chip-3 = Non lo regalerei di nuovo
    .start-1 = Lo regalerei di nuovo a …
    .start-2 = Non lo regalerei di nuovo perché …
product-4-nothing = Che cosa avrebbe risolto il problema?
    .chip-1 = Sarebbe bastata una sostituzione
    .chip-2 = Sarebbe bastato un rimborso
    .chip-3 = Sarebbe bastata una risposta veloce
    .chip-4 = Niente avrebbe risolto il problema
    .start-1 = Avrebbe aiutato …
    .start-2 = A me bastava …

shop-1 = Come mai ha scelto questo negozio?
    .chip-1 = Mi serviva qualcosa di preciso
    .chip-2 = Cercavo un regalo
    .chip-3 = Compro qui regolarmente
    .start-1 = Cercavo …
    .start-2 = Ho scelto questo negozio perché …
shop-2 = Che cosa è andato bene?
    .chip-1 = È stato veloce
    .chip-2 = È stato facile
    .chip-3 = Il personale è stato gentile
    .chip-nothing = Poche cose sono andate bene
    .start-1 = Quello che mi è piaciuto è …
    .start-2 = Ho apprezzato …
    .start-3 = Rispetto ad altri negozi …
shop-3 = Che cosa si potrebbe migliorare?
    .chip-1 = Non cambierei nulla
    .chip-2 = Ci è voluto troppo tempo
    .chip-3 = Era troppo caro
    .chip-4 = Le mie domande sono rimaste senza risposta
    .start-1 = Sarebbe meglio …
    .start-2 = Vorrei …
shop-3-nothing = Che cosa è andato storto?
    .chip-1 = Ci è voluto troppo tempo
    .chip-2 = Era troppo caro
    .chip-3 = Le mie domande sono rimaste senza risposta
    .chip-4 = Non ho ricevuto quello che avevo ordinato
    .start-1 = Mi aspettavo …
    .start-2 = Sarebbe meglio …
shop-4 = Ci tornerebbe?
    .chip-1 = Ci tornerei
    .chip-2 = Forse ci tornerei
    .chip-3 = Non ci tornerei
    .start-1 = Ci tornerei per …
    .start-2 = Ci tornerei se …
    .start-3 = Non ci tornerei perché …
shop-4-nothing = Che cosa avrebbe risolto il problema?
    .chip-1 = Sarebbe bastata una risposta veloce
    .chip-2 = Sarebbe bastato un rimborso
    .chip-3 = Sarebbero bastate delle scuse
    .chip-4 = Niente avrebbe risolto il problema
    .start-1 = Avrebbe aiutato …
    .start-2 = A me bastava …

fact-fit = Come veste?
    .answer-1 = Veste piccolo
    .answer-2 = Veste giusto
    .answer-3 = Veste grande
fact-value = Vale il suo prezzo?
    .answer-1 = Troppo caro
    .answer-2 = Prezzo giusto
    .answer-3 = Ottimo prezzo
fact-ease = È facile da usare?
    .answer-1 = Difficile
    .answer-2 = Così così
    .answer-3 = Facile

fillers = eh | ehm | ehmm | uhm | mmm | hm | hmm | cioè (non/è)
openers = beh, | be’, | be, | bè, | bah, | mah, | allora, | insomma, | cioè, | diciamo, | ecco, | dunque, | voglio dire, | in pratica, | sa, | sai, | guardi, | guarda, | vabbè, | va beh, | boh, | direi, | direi che | direi (la/il/lo/le/i/gli) | sì, (per)
yes-no = sì | si | sì sì | sì certo | certo | certo che sì | certamente | sicuramente | come no | ovviamente | assolutamente | assolutamente sì | direi di sì | penso di sì | credo di sì | no | no no | non proprio | non molto | non tanto | assolutamente no | direi di no | penso di no | credo di no | forse | può darsi | dipende
nothing = niente | nulla | nessuno | nessuna | n/a | non so | non lo so | non saprei | boh | non ne ho idea | niente di particolare | nulla di particolare | nessuna idea | nessuna opinione
abbreviations = ca | ecc | es | etc | incl | escl | max | min | nr | sig | sigg | dott | art | pag | tel
