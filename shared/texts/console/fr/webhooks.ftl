## Webhooks

hooks-page = Webhooks
hooks-about = Votre propre serveur est appelé quand quelque chose se passe, par exemple quand un avis est publié.
hooks-none = Aucun webhook pour l’instant.
hooks-all = Tous les webhooks
hooks-too-many = Une boutique a au plus 10 webhooks. Supprimez-en un que personne n’utilise.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    }
hook-works = Fonctionne
hook-works-about = Aucun appel n’a échoué récemment.
hook-uncalled = Pas encore d’appel
hook-uncalled-about = Rien ne s’est encore produit pour quoi il est appelé. Un test montre s’il fonctionne.
hook-fails = Échoue
hook-fails-about = Le premier appel a échoué { $ago }. Ses événements attendent pendant trois jours.
hook-off = Désactivé
hook-off-about = Ne reçoit aucun événement.
hook-new = Nouveau webhook
hook-new-about = Chaque appel est signé avec un secret, pour que votre serveur sache qu’il vient d’ici.
hook-make = Créer le webhook
hook-once = Il n’est affiché qu’ici. Votre serveur s’en sert pour vérifier chaque appel.
hook-url = Adresse
hook-url-about = De votre serveur : elle commence par https://.
hook-url-wrong = Veuillez saisir une adresse qui commence par https:// et le nom d’un hôte public.
hook-events = Événements
hook-events-about = Ne cochez rien pour les recevoir tous, y compris ceux des versions à venir.
hook-events-wrong = Veuillez cocher ce qui doit être envoyé.
hook-events-review-submitted = Un avis a été écrit
hook-events-review-updated = Un avis a été modifié
hook-events-review-published = Un avis est public
hook-events-review-withheld = Un avis est écarté
hook-events-review-replied = Un avis a reçu une réponse
hook-events-review-deleted = Un avis a disparu
hook-events-request-scheduled = Un message est prévu
hook-events-request-completed = Tout est évalué
hook-events-request-expired = Un lien a expiré
hook-events-request-cancelled = Une demande a été annulée
hook-events-message-sent = Un message a été envoyé
hook-events-message-delivered = Un message a été remis
hook-events-message-failed = Un message a échoué
hook-events-message-skipped = Un message a été arrêté par une règle
hook-events-customer-suppressed = Il ne faut plus écrire à quelqu’un
hook-events-customer-erased = Un client a été effacé
hook-events-deliverability-held = Vos e-mails sont suspendus
hook-events-deliverability-released = Vos e-mails partent de nouveau
hook-events-webhook-test = Test
hook-include = Envoyé avec
hook-include-review = L’avis entier, avec le nom de son auteur
hook-status = État
hook-status-enabled = Activé
hook-status-enabled-about = Un webhook qui a échoué recommence lui aussi.
hook-status-disabled = Désactivé
hook-status-disabled-about = Ce qui se passe entre-temps n’est pas envoyé plus tard.
hook-change = Adresse et événements
hook-foreign = Il reçoit des événements de l’API de More Good Reviews, que cette API modifie : { $events }.
hook-secret = Il signe les appels, selon les règles de Standard Webhooks.
hook-rotate-about = Pendant 24 heures, les appels sont signés avec les deux. Mettez le nouveau dans votre serveur d’ici là.
hook-end = Supprimer…
hook-end-about = Son journal disparaît, et ce qui ne lui a pas encore été envoyé ne le sera jamais.
hook-end-yes = Oui, supprimer
hook-ended = Webhook supprimé. Il n’est plus appelé.
hook-rotated-recently = Non remplacé : trois secrets précédents fonctionnent encore. Il pourra être remplacé à nouveau à partir du { $until }.
hook-log = Derniers appels
hook-which = Quels appels
hook-all = Tous
hook-pending = En attente
hook-delivered = Remis
hook-failed = Échec
hook-next = prochain essai { $at }
hook-attempts = { $count ->
        [one] { $count } essai
       *[other] { $count } essais
    }
hook-again = Renvoyer
hook-test = Envoyer un test
hook-sent = L’envoi est en cours. Rechargez la page pour voir la réponse.
hook-not-sent = Rien n’a été envoyé, car le webhook est désactivé.
hook-error-address_not_public = l’hôte ne mène à aucune adresse publique
hook-error-connection_failed = pas de connexion
hook-error-connection_broken = la connexion a été coupée
hook-error-timeout = pas de réponse à temps
