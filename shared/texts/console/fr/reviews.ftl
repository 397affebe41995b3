## Avis

reviews-heading = Avis
reviews-text = Ce qui attend vient dans l’ordre d’arrivée, quel que soit le nombre d’étoiles. Vous seul le voyez.
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
reviews-of-shop = La boutique elle-même
reviews-nothing-waiting = Aucun avis n’attend de décision.
reviews-nothing-published = Aucun avis n’est encore publié.
reviews-nothing-withheld = Aucun avis n’est écarté.
reviews-nothing-all = Pas encore d’avis.
reviews-nothing-found = Aucun avis ne correspond.
reviews-cut = Il y a trop d’avis pour les parcourir tous d’un coup. « Suivant » poursuit la recherche.

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
review-withhold-letter = Écarter et prévenir l’auteur
review-withhold-more = Écarter…
review-withhold-why = L’écarter et dire pourquoi
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
review-verified-none = Non vérifié
review-written = écrit { $time }
review-order = Commande { $order }
review-is-waiting = Attend une décision. Vous seul le voyez.
review-is-published = Publié
review-is-withheld = Écarté
review-is-other = État inconnu
review-rule-contact_data = Mentionne un numéro de téléphone, une adresse ou un site web
review-names-phone = Mentionne un numéro de téléphone
review-names-email = Mentionne une adresse e-mail
review-names-website = Mentionne un site web
review-names-account = Mentionne un compte sur un réseau
review-rule-moderation = Chaque avis attend une décision
review-rule-edit_of_withheld = Modifié après avoir été écarté
review-reason-confidential = Un secret
review-reason-abusive = Insultes
review-reason-personal_data = Données personnelles
review-reason-discriminatory = Discriminatoire
review-reason-misleading = Manifestement faux
review-reason-fake = Faux avis
review-reason-unrelated = Hors sujet
review-reason-unlawful = Illégal
review-reason-unspecified = Sans raison
review-reply = Votre réponse, affichée sous l’avis
review-reply-button = Répondre
review-reply-change = Modifier la réponse
review-reply-remove = Retirer la réponse
review-reply-letter = L’auteur reçoit la première réponse par e-mail, une minute plus tard au plus tôt.
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
review-was-imported = Importé
review-was-removed = Supprimé
review-was-withdrawn = Retiré par son auteur
review-was-erased = Effacé
review-by-author = L’auteur
review-by-key = Clé API { $id }
review-by-member = Un membre de la boutique
review-by-rule = Par une règle

## Ce qu’un clic a fait

review-done-published = { $author } : avis publié.
review-done-withheld = { $author } : avis écarté.
review-done-withheld-letter = { $author } : avis écarté ; la raison part par e-mail dans une minute.
review-done-edit-dropped = { $author } : modification rejetée. Ce qui était public le reste.
review-done-replied = { $author } : réponse publiée.
review-done-replied-letter = { $author } : réponse publiée ; elle part par e-mail dans une minute.
review-done-reply-removed = { $author } : réponse retirée.
review-done-undone = { $author } : décision annulée. Tout est comme avant.
review-changed = Quelqu’un a modifié cet avis entre-temps. Voici où il en est ; rien de votre part n’a été enregistré.
review-too-late = Il est trop tard pour annuler. Voici où en est l’avis.
review-wrong-reason = Veuillez choisir une raison.
review-wrong-note = Une note tient sur une ligne de 500 caractères au plus. Rien n’a été enregistré.
review-wrong-reply = Une réponse compte de 1 à 10 000 caractères.
