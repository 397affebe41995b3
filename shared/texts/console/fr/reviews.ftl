## Avis

nav-reviews = Avis
reviews-heading = Avis
reviews-text = Les avis en attente vont du plus ancien au plus récent, quelles que soient leurs étoiles. Les clients ne les voient pas encore.
reviews-which = Quels avis
reviews-tab-waiting = À décider
reviews-tab-published = Publiés
reviews-tab-withheld = Écartés
reviews-tab-all = Tous
reviews-words = Texte ou nom
reviews-product = Produit
reviews-all-products = Tous les produits
reviews-stars = Étoiles
reviews-all-stars = Toutes les étoiles
reviews-why = Pourquoi il attend
reviews-all-reasons = Toutes les raisons
reviews-all-replies = Avec ou sans réponse
reviews-unanswered = Sans réponse
reviews-of-shop = La boutique elle-même
reviews-nothing-waiting = Aucun avis n’attend de décision.
reviews-nothing-published = Aucun avis n’est encore publié.
reviews-nothing-withheld = Aucun avis n’est écarté.
reviews-nothing-all = Pas encore d’avis.
reviews-nothing-found = Aucun avis ne correspond.
reviews-cut = Il y a trop d’avis pour chercher dans tous d’un coup. « Suivant » poursuit la recherche.
reviews-mark = Marquer
reviews-marked = Marqués :
reviews-unmark = Démarquer
reviews-none-marked = Rien n’était marqué.
reviews-marked-about = Une seule raison pour tous. Une opinion sur le produit n’est pas une raison.

## Un avis

review-heading = { $author } sur { $product }
review-anonymous = Anonyme
review-back = Tous les avis
review-previous = Précédent
review-place = { $place } sur { $count } à décider.
review-open = Ouvrir
review-publish = Publier
review-publish-edit = Publier la modification
review-withhold = Écarter
review-withhold-notification = Écarter et prévenir l’auteur
review-withhold-more = Écarter…
review-withhold-why = L’écarter et dire pourquoi
review-withhold-other = Changer la raison
review-explain = Dire pourquoi il est écarté
review-explain-button = Enregistrer la raison et prévenir l’auteur
review-reported = Signalé par des lecteurs
review-reported-about = Écartez l’avis ci-dessous, ou maintenez-le. Les lecteurs qui ont laissé une adresse reçoivent votre décision et sa raison par e-mail dans une minute.
review-keep-why = Pourquoi il reste
review-keep = Maintenir l’avis
review-withhold-about = L’auteur apprend la raison et peut modifier son avis. Une opinion sur le produit n’est pas une raison.
review-drop-edit = Rejeter la modification
review-drop-edit-why = Rejeter la modification et dire pourquoi
review-decide = Décider
review-waits = En attente :
review-withheld-for = Écarté :
review-reason = Raison
review-note = Note pour l’historique, que seule la boutique voit
review-has-edit = Modification en attente
review-edit-heading = La modification en attente
review-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
review-photo = Photo { $number }
review-verified = vérifié
review-verified-order = Achat vérifié
review-verified-request = Demandé après une commande
review-verified-claimed = Achat confirmé par { $system }
review-verified-none = Non vérifié
review-incentivized = A reçu une contrepartie
review-public = Voir en public
review-written = écrit { $time }
review-edited = modifié { $time }
review-experienced = reçu en { $month }
review-order = Commande { $order }
review-is-waiting = Attend une décision. Visible de vous seulement.
review-is-published = Publié
review-is-withheld = Écarté
review-is-other = État inconnu
review-rule-contact_data = Mentionne un numéro de téléphone, une adresse ou un site web
review-names-phone = Mentionne un numéro de téléphone
review-names-email = Mentionne une adresse e-mail
review-names-website = Mentionne un site web
review-names-account = Mentionne un compte sur un réseau social
review-rule-moderation = Chaque avis attend une décision
review-rule-edit_of_withheld = Modifié après avoir été écarté
review-rule-visitor = Personne ne l’a demandé
review-rule-product_hidden = Paraîtra dès que son produit sera publié
review-rule-insider = Son auteur travaille pour la boutique
review-reason-confidential = Confidentiel
review-reason-abusive = Insultes
review-reason-personal_data = Données personnelles
review-reason-discriminatory = Discriminatoire
review-reason-misleading = Manifestement faux
review-reason-fake = Faux avis
review-reason-unrelated = Hors sujet
review-reason-unlawful = Illégal
review-reason-unspecified = Sans raison
review-reason-earlier_system = L’ancien système ne le montrait pas
review-reply = Votre réponse, affichée sous l’avis
review-reply-button = Répondre
review-reply-change = Modifier la réponse
review-reply-remove = Retirer la réponse
review-reply-before-edit = Les lecteurs voient à côté de cette réponse qu’elle a été écrite avant la modification de l’avis. Cette mention disparaît si vous modifiez la réponse.
review-reply-notification = L’auteur reçoit votre première réponse par e-mail, au plus tôt une minute après.
review-history = Historique
review-request = Demande { $id }, créée le { $day }.
review-request-link = Voir la demande
review-was-submitted = Écrit
review-was-held = En attente
review-was-edited = Modifié
review-was-published = Publié
review-was-withheld = Écarté
review-was-edit_dropped = Modification rejetée
review-was-replied = Réponse publiée
review-was-reply_removed = Réponse retirée
review-was-undone = Décision annulée
review-was-unverified = Achat plus vérifié : la commande a été annulée, remboursée ou n’a pas été payée
review-was-imported = Importé
review-was-removed = Supprimé
review-was-withdrawn = Retiré par son auteur
review-was-erased = Effacé
review-was-reported = Signalé par un lecteur
review-was-kept = Maintenu
review-by-reader = Un lecteur
review-by-reader-told = A laissé une adresse et reçoit la décision par e-mail
review-reported-unlawful = Enfreint la loi
review-reported-fake = Pas authentique
review-reported-abusive = Insulte ou menace
review-reported-personal_data = Dévoile la vie privée d’une personne
review-reported-other = Autre chose
review-by-author = L’auteur
review-by-key = Clé API { $id }
review-by-member = Un membre de la boutique
review-by-rule = Une règle

## Ce qu’un clic a fait

review-done-published = { $author } : avis publié.
review-done-withheld = { $author } : avis écarté.
review-done-withheld-notification = { $author } : avis écarté ; la raison part par e-mail dans une minute.
review-done-edit-dropped = { $author } : modification rejetée. La version publique reste.
review-done-replied = { $author } : réponse publiée.
review-done-kept = { $author } : avis maintenu.
review-done-replied-notification = { $author } : réponse publiée ; elle part par e-mail dans une minute.
review-done-reply-removed = { $author } : réponse retirée.
review-done-undone = { $author } : décision annulée. Tout est comme avant.
reviews-done-published = { $count ->
        [one] { $count } avis publié.
       *[other] { $count } avis publiés.
    }
reviews-done-withheld = { $count ->
        [one] { $count } avis écarté.
       *[other] { $count } avis écartés.
    }
reviews-done-withheld-notification = { $count ->
        [one] { $count } avis écarté ; la raison part par e-mail dans une minute.
       *[other] { $count } avis écartés ; la raison part par e-mail dans une minute.
    }
reviews-done-undone = { $count ->
        [one] { $count } avis est de nouveau comme avant.
       *[other] { $count } avis sont de nouveau comme avant.
    }
reviews-done-left = { $count ->
        [one] { $count } avis est resté tel quel, car il a changé entre-temps.
       *[other] { $count } avis sont restés tels quels, car ils ont changé entre-temps.
    }
reviews-undo-left = Les autres restent tels quels : ils ont changé depuis, ou il est trop tard.
reviews-done-stopped = Ensuite, une erreur s’est produite. Les autres n’ont pas changé : veuillez réessayer.
review-changed = Quelqu’un a modifié cet avis entre-temps. Voici où il en est ; rien de votre part n’a été enregistré.
review-too-late = Il est trop tard pour annuler. Voici où en est l’avis.
review-wrong-reason = Veuillez choisir une raison.
review-wrong-note = Une note tient sur une ligne de 500 caractères au plus. Rien n’a été enregistré.
review-wrong-reply = Une réponse compte de 1 à 10 000 caractères.
review-wrong-kept = Veuillez dire pourquoi il reste, sur une ligne de 500 caractères au plus.
