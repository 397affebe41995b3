### French

### Words

day = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [january] janvier
        [february] février
        [march] mars
        [april] avril
        [may] mai
        [june] juin
        [july] juillet
        [august] août
        [september] septembre
        [october] octobre
        [november] novembre
       *[december] décembre
    } { $year }
month = { $month ->
        [january] janvier
        [february] février
        [march] mars
        [april] avril
        [may] mai
        [june] juin
        [july] juillet
        [august] août
        [september] septembre
        [october] octobre
        [november] novembre
       *[december] décembre
    } { $year }

product = Produit { $id }
example-product = Produit d’exemple
item = Article { $number } de votre commande
stars = { $count ->
        [one] { $count } étoile
       *[other] { $count } étoiles
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } a décidé de ne pas afficher votre avis.
withheld-change = Vous pouvez modifier votre avis jusqu’au { $day }. { $shop } le relit alors avant qu’il soit affiché.
withheld-insider = Vous travaillez pour { $shop } : votre avis n’est donc pas affiché.

### Page

hub-title = Votre avis
hub-title-wrong = Veuillez vérifier votre avis
hub-question = Qu’en pensez-vous ?
hub-question-named = Qu’en pensez-vous, { $name } ?
hub-questions = Qu’en pensez-vous ?
hub-questions-named = Qu’en pensez-vous, { $name } ?
hub-question-shop = Qu’avez-vous pensé de { $shop } ?
hub-question-shop-named = Qu’avez-vous pensé de { $shop }, { $name } ?
hub-opening = Positif ou négatif, votre avis aide les autres à choisir.
hub-trial = Ceci est un test : vous voyez ce que voient vos clients, et rien n’est compté ni affiché.
wrong-heading = Votre avis n’a pas encore été envoyé
wrong-kept = Tout ce que vous avez écrit est encore là.
thanks = Merci.
thanks-named = Merci, { $name }.
thanks-all = { $total ->
        [1] Votre avis est enregistré.
        [2] Vos deux avis sont enregistrés.
       *[other] Vos { $total } avis sont enregistrés.
    }
thanks-until = { $done ->
        [1] Vous pouvez le modifier ici jusqu’au { $day }.
       *[other] Vous pouvez les modifier ici jusqu’au { $day }.
    }
progress = Produit { $number } sur { $total }
postpone-offer = { $total ->
        [1] Pas encore arrivé ?
       *[other] Une partie n’est pas encore arrivée ?
    } Nous vous reposerons la question dans une semaine.
postpone-button = Redemander dans une semaine
link-is-yours = Ce lien de { $shop } vous est personnel. Toute personne qui l’a peut écrire ici à votre place : gardez-le pour vous. Il fonctionne jusqu’au { $day }.
stop-offer = Vous préférez qu’on ne vous demande rien ? Ce bouton arrête tous les e-mails et SMS par lesquels { $shop } demande des avis.
stop-button = Ne plus me demander d’avis
stopped = { $shop } ne vous demandera plus d’avis.
contact-shop = Un problème à régler ? Écrivez directement à { $shop }
privacy = Comment { $shop } traite vos données

item-changed = modifié le { $day }
held-moderation = { $shop } lit d’abord votre avis. Ensuite, tout le monde peut le voir.
held-phone = { $shop } lit d’abord votre avis, car il contient un numéro de téléphone. Sans ce numéro, tout le monde le voit aussitôt.
held-email = { $shop } lit d’abord votre avis, car il contient une adresse e-mail. Sans cette adresse, tout le monde le voit aussitôt.
held-website = { $shop } lit d’abord votre avis, car il cite un site web. Sans ce site, tout le monde le voit aussitôt.
held-account = { $shop } lit d’abord votre avis, car il cite un compte de réseau social. Sans ce compte, tout le monde le voit aussitôt.
shown-heading = Ce que voient les autres
shown-now = Tout le monde peut le voir maintenant.
shown-by-shop = { $shop } peut maintenant l’afficher.
shown-earlier = D’ici là, tout le monde voit votre version précédente.
item-changes-unsent = modifications pas encore envoyées
item-edit = Modifier
item-edit-named = Modifier votre avis sur { $title }
item-see = Voir dans la boutique
item-begun = Commencé, pas encore envoyé
rating-label = Votre note
headline-label = Titre
text-label = Que devraient savoir les autres ?
optional = (facultatif)
text-left = Encore { $count } caractères
text-hint-taken = Composé de vos propres réponses : changez ce que vous voulez. 5 000 caractères au plus.
send = Envoyer mon avis
save = Enregistrer les modifications
cancel = Annuler
questions-begin = Me poser quatre questions
questions-begin-ai = Laisser une IA m’interroger
questions-go-on = Continuer les questions
questions-change = Modifier mes réponses
fragments-hint = Ces réponses sont courtes. Complétez-les ou laissez-les ainsi.
offer-hint = Vos réponses, pas encore dans votre avis :
offer-add = Les ajouter à mon avis
name-label = Nom affiché avec votre avis
fact-none = Sans réponse
name-shown-as = Signé
name-anonymous = Anonyme
name-another = Un autre nom
name-field = Le nom à afficher
public-line = Tout le monde voit vos étoiles, vos réponses, vos mots, vos photos et ce nom. Jamais votre adresse e-mail ni votre commande.

fault-rating = Veuillez choisir de 1 à 5 étoiles.
fault-headline = Veuillez choisir un titre de 200 caractères au plus, sur une seule ligne.
fault-text-too-long = Veuillez raccourcir votre avis à 5 000 caractères.
fault-name = Veuillez choisir un nom de 60 caractères au plus, sur une seule ligne.
fault-name-missing = Veuillez saisir le nom à afficher ou choisir « Anonyme ».
fault-too-often = Cet avis a été enregistré très souvent aujourd’hui : cette modification n’est donc pas enregistrée. Ce que vous avez écrit est toujours là : vous pouvez l’envoyer maintenant ou l’enregistrer de nouveau demain.
fault-changed-too-often = Vous avez modifié cet avis très souvent aujourd’hui : cette modification n’est donc pas enregistrée. Ce que vous avez écrit est toujours là : veuillez l’envoyer de nouveau demain.
fault-answer-too-long = Veuillez raccourcir votre réponse à 1 000 caractères.

chat-title-wrong = Veuillez vérifier votre réponse
chat-asked-by-ai = C’est une IA qui demande.
chat-by-ai = Une IA pose jusqu’à { $total } questions et propose tout au plus le début d’une réponse. C’est vous qui écrivez ; passez ce que vous voulez.
chat-by-guide = { $total } petites questions. Vos réponses deviennent un brouillon que vous pouvez modifier.
chat-progress = Question { $number } sur { $total }
chat-earlier = Vos réponses jusqu’ici
chat-skipped = Passée
chat-change = Modifier
chat-change-named = Modifier votre réponse à la question : { $question }
chat-chips = Réponses toutes prêtes et débuts de phrases
chat-hint = Quelques mots suffisent.
chat-hint-chips = Continuez à écrire ou touchez ce qui convient.
chat-photo = C’est une photo qui aide le plus. En ajouter une ?
chat-next = Suivant
chat-last = Voir mon brouillon
chat-skip = Passer
chat-enough = C’est assez, voir mon texte
chat-leave = Retour au formulaire

problem-heading = Il y a un problème avec ma commande
problem-title-wrong = Veuillez vérifier votre message
problem-label = Quel est le problème ?
problem-hint = { $shop } reçoit votre message par e-mail, avec votre nom, la commande et ce que vous avez acheté, et peut vous contacter. Votre avis n’en dépend pas. 1 000 caractères au maximum.
problem-button = Envoyer à la boutique
problem-back = Continuer mon avis
problem-missing = Veuillez écrire quel est le problème.
problem-too-long = Veuillez raccourcir votre message à 1 000 caractères.
problem-too-often = { $shop } a déjà reçu trois messages de votre part aujourd’hui : celui-ci n’est donc pas envoyé. Ce que vous avez écrit est toujours là : veuillez l’envoyer de nouveau demain.
problem-unreachable = { $shop } n’est pas joignable par e-mail en ce moment : votre message n’est donc pas envoyé. Ce que vous avez écrit est toujours là.
problem-contact = Écrire directement à { $shop }
problem-sent = Votre message est en route vers { $shop }, qui peut vous contacter. Votre avis n’en dépend pas : continuez-le quand vous voulez.
problem-told = Vous avez signalé un problème à { $shop } le { $day }.
problem-trial = Ceci est un test : votre message n’est pas envoyé à { $shop }.

expired-heading = Ce lien a expiré
expired-why = Les liens d’avis cessent de fonctionner après un certain temps. Vous pouvez en demander un nouveau pour ce que vous n’avez pas encore évalué. Les avis déjà envoyés restent ; pour en modifier un, veuillez écrire à { $shop }.
expired-button = M’envoyer un nouveau lien
expired-where = Nous vous l’enverrons par e-mail.
renewed-heading = Consultez votre messagerie
renewed-what = Si un nouveau lien peut être envoyé, il est en route vers l’adresse que la boutique a enregistrée pour vous. Il devrait arriver en quelques minutes ; pensez à regarder dans les courriers indésirables.
renewed-again = Vous pouvez demander un nouveau lien une fois par jour.
cancelled-heading = Ce lien n’est plus disponible
cancelled-why = La boutique a retiré cette invitation : vous n’avez plus rien à faire ici. Les avis que vous avez déjà écrits restent tels quels.
postponed-heading = Merci de nous l’avoir dit
postponed-again = Nous vous reposerons la question le { $day }. D’ici là, vous n’entendrez plus parler de nous à ce sujet.
postponed-never = Quand tout sera arrivé, votre lien ouvrira la même page.
postponed-sooner = Déjà arrivé ? Donnez votre avis
postponed-link = Votre lien fonctionne jusqu’au { $day }. Si votre commande semble perdue, adressez-vous à { $shop }.
reviewed-heading = Il n’y a rien à attendre
reviewed-why = Vous avez déjà donné un avis : vous ne recevrez donc pas de rappel. Pour ce qui doit encore arriver, vous pourrez donner votre avis dès réception.
reviewed-back = Retour à votre page
withdraw = Retirer mon avis
withdraw-heading = Retirer votre avis ?
withdraw-why = Votre texte, votre nom et vos photos sont supprimés définitivement. Vous pourrez écrire un autre avis tant que ce lien fonctionne.
withdraw-sure = Supprimer mon avis
withdraw-back = Le garder
withdrawn = Votre avis sur { $title } a été supprimé.
report-heading = Signaler un avis
report-why = Quel est le problème ?
report-unlawful = Il enfreint la loi
report-fake = Il n’est pas authentique
report-abusive = Il insulte ou menace
report-personal_data = Il dévoile la vie privée d’une personne
report-other = Autre chose
report-words = Avec vos propres mots
report-button = Signaler
report-hint = { $shop } lit votre signalement et décide. Personne ne sait qui vous êtes, sauf si vous l’écrivez.
report-email = Si vous laissez une adresse, vous recevez une confirmation, puis la décision de { $shop } avec sa raison. L’adresse est supprimée au bout d’un an.
reported-heading = Merci
reported-what = { $shop } a reçu votre signalement et décidera au sujet de cet avis.
reported-receipt = Si { $email } peut recevoir nos e-mails, une confirmation arrive bientôt.
report-too-many = Trop de signalements sont arrivés. Veuillez écrire directement à { $shop }.
write-how = Indiquez l’adresse e-mail que la boutique a enregistrée pour vous : nous vous enverrons un lien pour donner une note et écrire.
write-email = Adresse e-mail
write-who = { $shop } voit votre adresse et lit votre avis avant qu’il soit public. Personne d’autre ne voit votre adresse.
write-button = Envoyer le lien
write-fault = Indiquez une adresse e-mail, par exemple jane@example.com.
write-sent = Si la boutique connaît { $email } et peut y écrire, le lien arrive dans la minute.
write-spam = Rien reçu ? Regardez dans les indésirables, ou réessayez dans une heure.
write-too-many = De nombreux liens ont été demandés depuis votre connexion Internet, nous ne pouvons donc pas en envoyer d’autre pour le moment. Réessayez plus tard ou passez par une autre connexion, comme celle de votre téléphone.

unsubscribe-heading = Ne plus vous demander d’avis ?
unsubscribe-what = { $shop } ne vous demandera plus d’avis, ni par e-mail ni par SMS. Les messages sur vos commandes ne sont pas concernés.
unsubscribe-button = Me désinscrire
unsubscribe-hint = Rien n’a encore changé. Si vous préférez recevoir ces demandes, fermez simplement cette page.
unsubscribed-heading = Votre désinscription est enregistrée
unsubscribed-hint = Un message en cours d’envoi à cet instant peut encore vous parvenir.
unsubscribed-undo = Finalement, me demander des avis
resubscribed-heading = Nous vous demanderons de nouveau votre avis
resubscribed-what = { $shop } peut de nouveau vous demander des avis.
unknown-heading = Page introuvable
unknown-why = Il n’y a rien à cette adresse. Si elle vient d’un e-mail, ouvrez-la de nouveau depuis celui-ci : un lien copié à la main est vite tronqué.
not-allowed-heading = Cette page ne s’ouvre pas ainsi
not-allowed-why = Veuillez rouvrir le lien de votre e-mail et continuer à partir de là.
failure-heading = Une erreur s’est produite
failure-why = C’est notre faute, pas la vôtre. Veuillez réessayer dans une minute. Si vous envoyiez un avis, revenez d’abord en arrière : votre navigateur garde en général ce que vous avez écrit.

## Ce que disent les scripts

script-saved = Brouillon enregistré
script-unsaved = Pas encore enregistré
script-failed = L’envoi n’a pas abouti. Rien n’est perdu : ce que vous avez écrit est toujours là. Veuillez réessayer dans un instant.
script-question-comes = La prochaine question arrive, un instant
script-draft-comes = Votre brouillon arrive, un instant

## Photos

photos = Photos
photos-hint = 5 au plus. Nous supprimons le lieu et la date.
photo-add = Ajouter des photos
photo-alt = Votre photo { $number } : { $title }
photo-remove-number = Supprimer la photo { $number }
photo-expected = Une photo est en cours d’envoi ou de vérification. Rechargez la page dans un instant.
photo-sending = Envoi de la photo { $n } sur { $of }…
photo-checking = Envoyée. Vérification en cours…
photo-not-read = Ce fichier n’a pas pu être lu comme une photo : { $file }. Veuillez choisir une image JPEG, PNG ou WebP.
photo-not-sent = La photo n’a pas été envoyée. Veuillez réessayer.
photo-too-many = Un avis peut contenir 5 photos : les autres n’ont pas été ajoutées.
photo-unreadable = Ce fichier n’a pas pu être lu comme une photo. Veuillez choisir une image JPEG, PNG ou WebP ; une capture d’écran convient aussi.
photo-too-large = Ce fichier dépasse 10 Mo. Veuillez en choisir un plus petit.
photo-too-many-pixels = Cette photo dépasse 50 mégapixels, ou l’un de ses côtés dépasse 20 000 pixels. Veuillez en choisir une plus petite.
upload-hint = Choisissez une image JPEG, PNG ou WebP de 10 Mo au plus. Tout le monde peut la voir avec votre avis. Nous ne gardons que l’image : ni le lieu ni la date de la prise de vue.
upload-file = Votre photo
upload-send = Envoyer la photo
upload-back = Revenir sans photo
photos-full = Il y a déjà 5 photos
photos-full-hint = Un avis peut en contenir 5. Supprimez-en une pour en ajouter une autre.
photos-too-often = Des photos ont été ajoutées très souvent aujourd’hui
photos-too-often-hint = Vos photos et votre texte sont toujours là. Vous pourrez de nouveau ajouter des photos demain.
photos-full-back = Revenir à votre avis

## Les avis sur la page de la boutique

published-heading = Avis : { $title }
published-none = Personne n’a encore donné son avis.
published-average = { $average } sur 5
published-count = { $count ->
        [one] { $count } avis
       *[other] { $count } avis
    }
published-of = sur { $n }
published-order = Achat vérifié
published-request = Demandé après une commande
published-claimed = Achat confirmé par { $system }
published-incentivized = A reçu une contrepartie
published-rewarded = { $count ->
        [one] { $count } auteur a reçu une contrepartie
       *[other] { $count } auteurs ont reçu une contrepartie
    }
published-experienced = Reçu en { $month }
published-experience = Date de l’expérience : { $month }
published-edited = Modifié le { $date }
published-imported = Écrit ailleurs
published-report = Signaler
published-photo = Photo { $number } de cet avis
published-photo-of = Photo { $number } sur { $total }
published-reply = Réponse de { $shop }
published-reply-before-edit = Écrite avant la modification de l’avis
published-pages = Pages d’avis
published-page = Page { $number } sur { $total }
published-newer = Avis plus récents
published-older = Avis plus anciens
published-newest = Les plus récents
published-highest = Les mieux notés
published-lowest = Les moins bien notés
published-all = Tous les avis
published-filter = { $stars } ★ : { $n }
published-sort = Ordre
published-with-photos = Avec photos
published-no-hits = Aucun avis de ce type
published-of-newest = Parmi les { $n } avis les plus récents
published-showing = { $shown } affichés sur { $n }
published-more = Plus d’avis
published-whole = Lire la suite
published-claimed = Achat confirmé par { $system }
published-unknown = Achat non connu
published-close = Fermer
published-previous = Précédent
published-next = Suivant
published-write = Écrire un avis
published-failed = Le chargement a échoué. Réessayez.

## Comment une boutique décide des avis

trust-heading = Comment { $shop } publie les avis
trust-publish = Les avis sont publics aussitôt. Seuls ceux qui contiennent une adresse e-mail, un numéro de téléphone ou une adresse web attendent la décision de la boutique.
trust-hold = Chaque avis attend que la boutique l’ait lu.
trust-edit = Un avis écarté puis modifié attend aussi.
trust-visitor = Un avis d’une personne que la boutique n’a pas sollicitée attend toujours la boutique.
trust-insider = Un avis venant de l’adresse d’une personne qui gère les avis de cette boutique n’est jamais affiché ; les autres personnes qui travaillent pour la boutique n’ont pas le droit d’en écrire.
trust-reasons = La boutique ne peut écarter un avis que pour ces raisons. Une opinion sur un produit n’en est pas une.
trust-confidential = Il révèle des informations confidentielles
trust-abusive = Il insulte ou harcèle
trust-personal_data = Il contient des données personnelles
trust-discriminatory = Il est discriminatoire
trust-misleading = Il affirme quelque chose de manifestement faux
trust-fake = Il y a de bonnes raisons de penser que c’est un faux avis
trust-unrelated = Il parle d’autre chose
trust-unlawful = La loi l’interdit
trust-unspecified = La boutique n’a pas donné de raison
trust-earlier_system = L’ancien système ne le montrait pas
trust-order = Les avis les plus récents sont montrés d’abord.
trust-mean = La note moyenne est la moyenne de tous les avis publiés. Aucun avis ne pèse plus qu’un autre.
trust-groups = Les tailles, couleurs, langues et fiches d’un même produit peuvent partager leurs avis et la note moyenne. Chaque avis indique alors sur quoi il a été écrit.
trust-kept = Un avis publié reste en ligne jusqu’à ce que son auteur le retire, que les données de celui-ci soient effacées ou que la boutique le supprime pour l’une des raisons ci-dessous.
trust-challenge = Si un avis est écarté, son auteur reçoit un e-mail qui en donne la raison ; il peut modifier l’avis ou contester la décision auprès de la boutique.
trust-report = Chacun peut signaler un avis publié. La boutique décide alors de nouveau.
trust-genuine = Les avis doivent être authentiques. Les avis faux, achetés ou échangés sont interdits, et la boutique retire ceux dont elle a connaissance.
trust-consequence = Un avis retiré ne compte dans aucune moyenne, et son auteur en apprend la raison.
trust-rewards = Une contrepartie n’est permise que si elle ne dépend pas du nombre d’étoiles.
trust-refunded = Une personne remboursée n’est pas invitée à donner son avis sur cet achat.
trust-incentives = Ce que reçoivent les auteurs d’avis, selon la boutique :
trust-no-incentives = La boutique n’indique aucune contrepartie pour les auteurs d’avis.
trust-marks = Ce que signifient les mentions, et combien d’avis publiés les portent
trust-none = aucun
trust-of = { $count ->
        [0] aucun sur { $all }
       *[other] { $count } sur { $all }
    }
trust-mark-order = Le système de la boutique connaît une commande payée avec ce produit.
trust-mark-request = La boutique a cité une commande en demandant l’avis. Cette commande n’a pas été contrôlée ici.
trust-mark-claimed = Le système de la boutique ou un autre l’affirme. Cela n’a pas été contrôlé ici.
trust-mark-unknown = Aucune commande n’est connue.
trust-mark-incentivized = L’auteur a reçu quelque chose, quel que soit le nombre d’étoiles.
trust-mark-imported = Il vient d’un autre service d’avis et garde sa date.
trust-numbers = Les avis en chiffres
trust-stars = Étoiles
trust-all = Tous
trust-submitted = Reçus
trust-published = Publiés
trust-withheld = Écartés
trust-removed = Supprimés
trust-decided = Temps de publication ou de refus pour la moitié d’entre eux
trust-hours = { $hours ->
        [0] aussitôt
        [1] une heure au plus
       *[other] { $hours } heures au plus
    }
trust-days = { $days } jours au plus
trust-undecided = moins de cinq décisions à ce jour
trust-slowest = Le plus long de tous
trust-longer = plus de six mois
trust-waiting = { $count ->
        [0] Aucun avis n’attend la décision de la boutique.
        [one] { $count } avis attend la décision de la boutique.
       *[other] { $count } avis attendent la décision de la boutique.
    }
trust-oldest = { $days ->
        [0] Le plus ancien attend depuis moins d’un jour.
        [one] Le plus ancien attend depuis { $days } jour.
       *[other] Le plus ancien attend depuis { $days } jours.
    }
trust-withdrawn = { $count ->
        [0] Aucun n’a été retiré par son auteur.
        [one] { $count } a été retiré par son auteur.
       *[other] { $count } ont été retirés par leurs auteurs.
    }
trust-elsewhere = { $count ->
        [0] Aucun n’a été écrit ailleurs.
        [one] { $count } a été écrit ailleurs.
       *[other] { $count } ont été écrits ailleurs.
    }
trust-from-shop = { $count ->
        [one] { $count } provient du système de la boutique elle-même et n’a pas été contrôlé ici.
       *[other] { $count } proviennent du système de la boutique elle-même et n’ont pas été contrôlés ici.
    }
trust-few = Pour que personne ne soit reconnu, de 1 à 4 avis s’affichent comme « 1–4 ».

### Email

heading-product = Que pensez-vous de « { $title } » ?
heading-product-named = Que pensez-vous de « { $title } », { $name } ?
heading-it = Qu’en pensez-vous ?
heading-it-named = Qu’en pensez-vous, { $name } ?
heading-order = Que pensez-vous de votre commande chez { $shop } ?
heading-order-named = Que pensez-vous de votre commande chez { $shop }, { $name } ?
heading-shop = Qu’avez-vous pensé de { $shop } ?
heading-shop-named = Qu’avez-vous pensé de { $shop }, { $name } ?
subject-first-reminder = Vous avez une minute ? { $question }
subject-next-reminder = Nous aimerions toujours savoir. { $question }
subject-last-reminder = Une dernière fois : { $question }
subject-new-link = Votre nouveau lien pour donner votre avis sur { $shop }

preheader-more = { $title } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }. Positif ou négatif, votre avis aide les autres à choisir.

opening-first = Positif ou négatif, votre avis aide les autres à choisir.
opening-first-reminder = Notre premier e-mail vous a peut-être échappé. Positif ou négatif, votre avis compte, même en quelques mots.
opening-next-reminder = Une minute suffit : vos étoiles et une phrase, quel que soit votre avis.
opening-last-reminder = C’est notre dernier rappel. Nous ne vous poserons plus la question.
opening-new-link-order = Voici le nouveau lien que vous avez demandé. Il montre ce que vous n’avez pas encore évalué.
opening-new-link-shop = Voici le nouveau lien que vous avez demandé.

lead-first = Touchez une étoile pour commencer. { $opening }
lead = { $opening } Touchez une étoile pour commencer.
more = { $more ->
        [one] et { $more } autre
       *[other] et { $more } autres
    }
button = Donner mon avis
button-link = Donner mon avis :
not-arrived = { $total ->
        [1] Ce n’est pas encore arrivé
       *[other] Une partie n’est pas encore arrivée
    }
closing = Ce lien vous est personnel et fonctionne jusqu’au { $day }.
reason-ordered = Vous recevez cet e-mail parce que vous avez commandé chez { $shop }.
reason-customer = Vous recevez cet e-mail parce que vous faites partie de la clientèle de { $shop }.
subject-asked = Votre lien pour écrire un avis sur { $shop }
asked-opening = Vous avez demandé un lien pour écrire sur { $title }.
asked-ignore = Si ce n’était pas vous, ignorez cet e-mail.
reason-asked = Vous recevez cet e-mail parce que quelqu’un a saisi votre adresse sur une page de { $shop }.
objection = Vous pouvez vous opposer à ces e-mails à tout moment et sans frais :
unsubscribe = Ne plus recevoir de demandes d’avis
contact = Contacter { $shop }
privacy = Politique de confidentialité

subject-withheld = Votre avis sur { $shop } n’est pas affiché
heading-withheld = Votre avis n’est pas affiché
withheld-opening-product = { $shop } a décidé de ne pas afficher votre avis sur { $title }.
withheld-confidential = La raison : il contient des informations confidentielles.
withheld-abusive = La raison : il contient des insultes ou des menaces.
withheld-personal_data = La raison : il contient des données personnelles de quelqu’un.
withheld-discriminatory = La raison : il est discriminatoire.
withheld-misleading = La raison : il est faux ou trompeur.
withheld-fake = La raison : il ne semble pas venir d’une expérience réelle.
withheld-unrelated = La raison : il ne porte pas sur ce qui était à évaluer.
withheld-unlawful = La raison : il contient quelque chose d’illégal.
withheld-unspecified = La boutique n’a pas donné de raison.
withheld-closed = Le lien vers votre avis ne fonctionne plus : il n’est plus possible de le modifier à cet endroit.
withheld-button = Modifier mon avis
decision-ground-law = { $shop } estime que la loi n’autorise pas ce contenu.
decision-ground-rule = { $shop } a pour règle de ne pas afficher d’avis dans ce cas, quel que soit leur nombre d’étoiles.
decision-day = { $shop } a pris cette décision le { $day }.
decision-scope = Cette décision vaut partout, jusqu’à ce que { $shop } en décide autrement.
redress-reply = Si vous n’êtes pas d’accord, dites-le à { $shop } : répondez simplement à cet e-mail.
redress-write = Si vous n’êtes pas d’accord, écrivez à { $shop }, dont vous trouvez les coordonnées à la fin de cet e-mail.
redress-ask-reply = Pour connaître la raison, ou si vous n’êtes pas d’accord, écrivez à { $shop } : répondez simplement à cet e-mail.
redress-ask-write = Pour connaître la raison, ou si vous n’êtes pas d’accord, écrivez à { $shop }, dont vous trouvez les coordonnées à la fin de cet e-mail.
redress-outside = Il se peut que vous puissiez aussi saisir un tribunal ou un organisme de règlement extrajudiciaire des litiges. Lequel, cela dépend du pays où vous vivez.
subject-dropped = La modification de votre avis sur { $shop } n’est pas affichée
heading-dropped = Votre modification n’est pas affichée
dropped-opening-product = { $shop } a décidé de ne pas afficher la modification de votre avis sur { $title }. La version précédente reste :
dropped-opening-shop = { $shop } a décidé de ne pas afficher la modification de votre avis. La version précédente reste :
subject-removed = Votre avis sur { $shop } a été supprimé
heading-removed = Votre avis a été supprimé
removed-opening-product = { $shop } a définitivement supprimé votre avis sur { $title }.
removed-opening-shop = { $shop } a définitivement supprimé votre avis.
subject-replied = { $shop } a répondu à votre avis
heading-replied = { $shop } vous a répondu
replied-own-product = Votre avis sur « { $title } » :
replied-own-shop = Votre avis sur { $shop } :
replied-answer = { $shop } répond :
replied-button = Voir mon avis
reason-review = Vous recevez cet e-mail parce que vous avez donné votre avis sur { $shop }.
subject-report-received = { $shop } a reçu votre signalement
heading-report-received = Votre signalement est arrivé
report-received = Le { $day }, vous avez signalé un avis sur { $title }.
report-received-next = { $shop } lit votre signalement et décide. Vous recevrez alors un autre e-mail.
subject-report-decided = La décision de { $shop } sur votre signalement
heading-report-decided = Une décision sur votre signalement
report-decided = Vous avez signalé un avis sur { $title } le { $day }.
report-kept = { $shop } a décidé que cet avis reste public. La raison :
report-ended = { $shop } a décidé que cet avis n’est plus public.
report-gone = L’avis n’est plus public, sans que { $shop } ait pris de décision à son sujet.
reason-reported = Vous recevez cet e-mail parce que quelqu’un a saisi votre adresse en signalant un avis sur une page de { $shop }.

subject-webhook = Un webhook de { $shop } est désactivé
heading-webhook = Un webhook est désactivé
webhook-failed = Depuis le { $day }, nous n’avons plus rien pu remettre à ce webhook ; il est donc désactivé :
webhook-gone = Le serveur de ce webhook a répondu que l’adresse n’existe plus (410) ; il est donc désactivé :
webhook-fix = Tant que le webhook n’est pas réactivé, { $shop } n’apprend rien de ce qui se passe. La personne qui l’a mis en place peut corriger l’adresse et réactiver le webhook dans la console. Son journal y remonte à 30 jours, et chaque appel peut être renvoyé.
subject-held = Les e-mails de { $shop } sont suspendus
heading-held = Vos e-mails sont suspendus
held-bounces = { $count } des { $sent } derniers e-mails de { $shop } étaient destinés à des adresses qui n’existent pas. { $shop } n’envoie donc plus d’e-mails pour le moment.
held-complaints = { $count } des { $sent } derniers e-mails de { $shop } ont été signalés comme indésirables. { $shop } n’envoie donc plus d’e-mails pour le moment.
held-fix = Merci de vérifier d’où viennent ces adresses et de ne solliciter que des personnes qui ont acheté chez { $shop }. Si presque plus rien ne revient, les e-mails en attente seront envoyés automatiquement le { $day }. Chaque fois que cela se reproduira, l’attente sera plus longue.
subject-silent = Aucune commande de { $system } n’arrive chez { $shop }
heading-silent = Aucune commande n’arrive de { $system }
silent-since = La dernière commande de { $shop } est arrivée de { $system } le { $day }. C’est bien plus ancien que d’habitude.
silent-fix = Merci de vérifier dans { $system } que les commandes sont toujours signalées : que les webhooks sont activés, ou que l’extension Afterword est connectée. Tant que les commandes n’arrivent pas, aucun avis n’est demandé à leurs acheteurs.
heading-sender = Vos e-mails ne partent plus de votre propre adresse
sender-lost = Les enregistrements DNS de { $domain } ont disparu ou changé. Les e-mails de { $shop } partent donc à nouveau de l’adresse habituelle. Aucun n’a été perdu.
sender-fix = Ajoutez à nouveau les enregistrements. Dès qu’ils sont trouvés, les e-mails repartent de votre propre adresse.
subject-ended = { $shop } est fermée : tout sera détruit le { $day }
heading-ended = { $shop } est fermée
ended-by-owner = Un propriétaire l’a fermée dans la console le { $day }.
ended-by-operator = L’opérateur de ce service d’avis l’a fermée le { $day }.
ended-by-nobody = Elle a été fermée le { $day }.
ended-now = Les clients ne reçoivent aucun message, et les clés d’API, les liens et les pages ne fonctionnent pas.
ended-undo = Jusqu’au { $day }, un propriétaire peut ouvrir la console et rouvrir la boutique. Ensuite, tout ce qui en est enregistré est détruit et personne ne peut le récupérer. Si vous ne pouvez pas vous connecter, adressez-vous avant cette date à l’opérateur de ce service d’avis.
heading-restored = { $shop } est de nouveau ouverte
restored-now = La fermeture a été annulée : les clés d’API, les liens et les pages fonctionnent de nouveau, et les messages qui attendaient sont envoyés.
reason-ended = Vous recevez cet e-mail parce que vous êtes propriétaire de { $shop }.
console-button = Ouvrir la console
reason-owner = Vous recevez cet e-mail parce que cette adresse est celle du ou de la propriétaire dans les paramètres de { $shop }.
no-replies = Les réponses à cet e-mail n’arrivent à personne : appuyez sur son bouton.
heading-problem-order = Il y a un problème avec la commande { $order }
heading-problem = Il y a un problème avec une commande chez { $shop }
problem-wrote-named = { $name } a écrit à { $shop } depuis la page des avis :
problem-wrote = Un client ou une cliente a écrit à { $shop } depuis la page des avis :
problem-about = Il s’agit de : { $titles }
problem-answer = Répondez à cet e-mail : votre réponse va à { $email }.
problem-answer-phone = Il n’y a pas d’adresse e-mail pour répondre. Le numéro de téléphone est { $phone }.
reason-problem = Vous recevez cet e-mail parce que { $shop } reçoit à cette adresse les messages sur les problèmes de commande.

### SMS

first = { $shop } aimerait lire votre avis sincère : { $link } Pour refuser, répondez STOP.
reminder = Rappel : { $shop } aimerait lire votre avis sincère : { $link } Pour refuser, répondez STOP.
some-shop = Une boutique que vous connaissez

### Questions

product-1 = Comment l’utilisez-vous ?
    .chip-1 = Je l’utilise tous les jours
    .chip-2 = Je l’utilise de temps en temps
    .chip-hardly = Je ne l’ai pas encore beaucoup utilisé
    .chip-gift = C’était un cadeau
    .start-1 = Je l’utilise pour …
    .start-2 = Je l’utilise quand …
    .start-3 = Je l’ai acheté car …
product-2 = Qu’est-ce qui vous plaît ?
    .chip-1 = C’est bien fait
    .chip-2 = C’est facile à utiliser
    .chip-3 = Le rapport qualité-prix est bon
    .chip-nothing = Peu de choses me plaisent
    .start-1 = Ce qui me plaît, c’est …
    .start-2 = J’aime …
    .start-3 = Par rapport à mon ancien modèle …
product-2-gift = Comment a-t-il été accueilli ?
    .chip-1 = Il a beaucoup plu
    .chip-2 = Il sert souvent
    .chip-nothing = Ce n’était pas le bon choix
    .start-1 = D’après ce qu’on m’a dit, …
    .start-2 = Je l’ai choisi car …
product-2-hardly = Quelle a été votre première impression ?
    .chip-1 = Il a l’air bien fait
    .chip-2 = Il a l’air facile à utiliser
    .chip-3 = Ce n’est pas ce que j’attendais
    .chip-nothing = Pour l’instant, peu de choses me plaisent
    .start-1 = À première vue, c’est …
    .start-2 = Je ne l’ai pas plus utilisé car …
product-3 = Qu’est-ce qui pourrait être mieux ?
    .chip-1 = Je ne changerais rien
    .chip-2 = Ça pourrait être plus solide
    .chip-3 = Ce n’est pas conforme à la description
    .chip-4 = C’est trop cher
    .start-1 = Ce serait mieux …
    .start-2 = J’aurais aimé …
    .start-3 = Pour moi, c’est …
product-3-nothing = Qu’est-ce qui n’allait pas ?
    .chip-1 = Il s’est cassé
    .chip-2 = Ce n’est pas conforme à la description
    .chip-3 = Il ne fait pas ce dont j’ai besoin
    .chip-4 = La qualité n’est pas suffisante
    .start-1 = Je m’attendais à …
    .start-2 = Ce serait mieux …
product-4 = Le recommanderiez-vous, et à qui ?
    .chip-1 = Je le recommanderais à tout le monde
    .chip-2 = Je le recommanderais à certaines personnes
    .chip-3 = Je ne le recommanderais pas
    .start-1 = C’est un produit pour …
    .start-2 = Il convient à …
    .start-3 = Ce n’est pas pour …
product-4-gift = L’offririez-vous de nouveau ?
    .chip-1 = Je l’offrirais de nouveau
    .chip-2 = Je l’offrirais peut-être de nouveau
    .chip-3 = Je ne l’offrirais plus
    .start-1 = Je l’offrirais de nouveau à …
    .start-2 = Je ne l’offrirais plus car …
product-4-nothing = Qu’est-ce qui aurait arrangé les choses ?
    .chip-1 = Un échange aurait suffi
    .chip-2 = Un remboursement aurait suffi
    .chip-3 = Une réponse rapide aurait suffi
    .chip-4 = Rien n’aurait arrangé les choses
    .start-1 = Il aurait fallu …
    .start-2 = J’aurais apprécié …

shop-1 = Pourquoi avoir choisi cette boutique ?
    .chip-1 = Il me fallait quelque chose de précis
    .chip-2 = Je cherchais un cadeau
    .chip-3 = Je viens ici régulièrement
    .start-1 = Je cherchais …
    .start-2 = J’ai choisi cette boutique car …
shop-2 = Qu’est-ce qui s’est bien passé ?
    .chip-1 = C’était rapide
    .chip-2 = C’était simple
    .chip-3 = Le personnel était aimable
    .chip-nothing = Peu de choses se sont bien passées
    .start-1 = Ce qui m’a plu, c’est …
    .start-2 = J’ai aimé …
    .start-3 = Par rapport à d’autres boutiques …
shop-3 = Qu’est-ce qui pourrait être mieux ?
    .chip-1 = Je ne changerais rien
    .chip-2 = C’était trop long
    .chip-3 = C’était trop cher
    .chip-4 = Mes questions sont restées sans réponse
    .start-1 = Ce serait mieux …
    .start-2 = J’aurais aimé …
shop-3-nothing = Qu’est-ce qui s’est mal passé ?
    .chip-1 = C’était trop long
    .chip-2 = C’était trop cher
    .chip-3 = Mes questions sont restées sans réponse
    .chip-4 = Je n’ai pas reçu ce que j’avais commandé
    .start-1 = Je m’attendais à …
    .start-2 = Ce serait mieux …
shop-4 = Reviendriez-vous ?
    .chip-1 = Je reviendrais
    .chip-2 = Je reviendrai peut-être
    .chip-3 = Je ne reviendrais pas
    .start-1 = Je reviendrais pour …
    .start-2 = Je reviendrais si …
    .start-3 = Je ne reviendrais pas car …
shop-4-nothing = Qu’est-ce qui aurait arrangé les choses ?
    .chip-1 = Une réponse rapide aurait suffi
    .chip-2 = Un remboursement aurait suffi
    .chip-3 = Des excuses auraient suffi
    .chip-4 = Rien n’aurait arrangé les choses
    .start-1 = Il aurait fallu …
    .start-2 = J’aurais apprécié …

fact-fit = Comment taille-t-il ?
    .answer-1 = Taille petit
    .answer-2 = Taille bien
    .answer-3 = Taille grand
fact-value = Vaut-il son prix ?
    .answer-1 = Trop cher
    .answer-2 = Correct
    .answer-3 = Excellent prix
fact-ease = Est-il facile à utiliser ?
    .answer-1 = Difficile
    .answer-2 = Ça va
    .answer-3 = Facile

fillers = euh | heu | euhm | hum | hm | hmm | je veux dire (pas)
openers = ben, | bah, | beh, | eh bien, | bon, (ben/bah/alors/c’est/ce/ça/la/le/les/je/j’ai/on/il/elle) | bref, | voilà, | ma foi, | comment dire, | enfin, | disons, | du coup, | tu sais, | vous savez, | je veux dire, | alors, | bof, | bof (un/une/pas/trop/c’est) | je dirais, | je dirais (la/le/les/un/une/c’est) | oui, (pour)
yes-no = oui | oui oui | ouais | bien sûr | oui bien sûr | tout à fait | absolument | évidemment | carrément | plutôt oui | je pense que oui | non | non non | nan | pas vraiment | pas du tout | pas trop | plutôt non | je pense que non | jamais | bof | peut-être | ça dépend
nothing = rien | ras | n/a | chais pas | aucun | aucune | sais pas | je ne sais pas | je sais pas | aucune idée | sans avis
abbreviations = env | etc | ex | max | min | mme | dr | tél
