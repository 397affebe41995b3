## Demandes

nav-requests = Demandes
requests-heading = Demandes
requests-text = Trouvez une personne ou une commande, et voyez pourquoi un message a été envoyé ou non.
requests-find = Nom, e-mail ou commande
requests-find-about = Saisissez des mots d’un nom, ou l’adresse, le numéro ou l’identifiant de commande en entier. Ils sont chiffrés, on ne peut donc pas chercher une partie d’un mot.
requests-find-wrong = Ce n’est ni une adresse e-mail, ni un numéro de téléphone, ni un identifiant de commande. Les numéros d’un autre pays commencent par + et leur indicatif.
requests-find-name = Personne du nom de « { $typed } » n’a été trouvé. Un nom se cherche par mots entiers, et seulement parmi les clients ajoutés depuis que les noms peuvent être cherchés. Pour les autres, saisissez l’adresse e-mail, le numéro de téléphone ou le numéro de commande complet.
requests-which = Quelles demandes
requests-all = Toutes
requests-stuck = Bloquées
requests-failed-today = Échouées ces dernières 24 heures
requests-back = Toutes les demandes
requests-customer = Ouvrir le client
requests-select = Sélectionner
requests-none-selected = Rien n’était sélectionné.
requests-send-selected = Envoyer la sélection
requests-send-all = Tout envoyer…
requests-send-all-text = Toutes les demandes qui n’ont pas été envoyées, y compris sur les autres pages : les 100 plus récentes d’un coup.
requests-send-all-sure = En envoyer jusqu’à 100
requests-send-more = Il y en a d’autres : envoyez tout de nouveau.
requests-send-done = { $count ->
        [one] { $count } demande est en cours d’envoi.
       *[other] { $count } demandes sont en cours d’envoi.
    }
requests-send-refused = { $count ->
        [one] { $count } n’a pas pu être envoyée : sa page dit pourquoi.
       *[other] { $count } n’ont pas pu être envoyées : leurs pages disent pourquoi.
    }
requests-send-stopped = { $count ->
        [one] { $count } demande est en cours d’envoi. Puis une erreur s’est produite : veuillez renvoyer les autres.
       *[other] { $count } demandes sont en cours d’envoi. Puis une erreur s’est produite : veuillez renvoyer les autres.
    }
requests-partial = Rien parmi les 500 dernières. Il y en a peut-être de plus anciennes : continuez avec « Suivant ».
request-products = { $count ->
        [one] { $count } produit
       *[other] { $count } produits
    }
request-products-more = { $count ->
        [one] { $product } et { $count } autre
       *[other] { $product } et { $count } autres
    }
request-row = { $day } · { $products }
request-planned = envoi le { $at }
request-no-order = Sans commande
request-status-manual = Lien seul
request-status-scheduled = Prévue
request-status-sending = En cours d’envoi
request-status-sent = Envoyée
request-status-completed = Avis reçu
request-status-cancelled = Annulée
request-status-expired = Expirée
request-status-failed = Échouée
request-waits = En attente : le fournisseur n’accepte pas de messages pour le moment et les prendra plus tard.
request-heading = Demande à { $name } pour { $order }
request-heading-name = Demande à { $name }
request-heading-order = Demande pour { $order }
request-heading-none = Demande sans commande
request-api-betterreviews = l’API native
request-api-amino = l’API d’Amino
request-api-moregoodreviews = l’API de More Good Reviews
request-api-wix = l’API de Wix
request-by-email = e-mail
request-by-sms = SMS
request-life = Ce qui s’est passé
request-why = En bref
request-soon = Ensuite
request-link-ends = Le lien expire. Les avis restent.
request-messages-show = Voir les messages
request-messages = Messages
request-messages-text = Tels qu’ils ont été envoyés. Ils sont recréés à partir de ce qui est enregistré et montrent donc aussi les changements de paramètres faits depuis.
request-message-sent = { $by }, envoyé le { $at }
request-message-delivered = remis le { $at }
request-message-failed = non remis
request-person = Client
request-person-gone = Le nom et l’adresse ne sont plus enregistrés.
request-person-all = Tout sur ce client
request-name = Nom
request-email = E-mail
request-phone = Téléphone
request-language = Langue
request-items = La demande porte sur
request-reviewed = avis du { $day }
request-back = Retour à la demande
request-link = Lien à copier
request-link-label = Le lien du client
request-link-text = Toute personne qui l’a peut donner un avis à la place de ce client. Ne le transmettez qu’à lui.
request-link-gone = Le lien ne fonctionne plus.
request-send = Envoyer maintenant
request-send-done = Envoi en cours.
request-cancel = Annuler…
request-cancel-text = Le lien cesse de fonctionner et plus rien n’est envoyé. Les avis restent. C’est irréversible.
request-cancel-sure = Annuler la demande
request-cancel-done = Demande annulée. Le lien ne fonctionne plus.
request-not-sendable-sent = Pas de nouvel envoi : le premier message a déjà été envoyé.
request-not-sendable-completed = Pas d’envoi : tout a reçu un avis.
request-not-sendable-cancelled = Pas d’envoi : la demande est annulée.
request-not-sendable-expired = Pas d’envoi : le lien a expiré.
request-not-sendable-failed = Pas d’envoi : le message a définitivement échoué. La raison est ci-dessous.
request-not-sendable-skipped = Pas d’envoi : une règle a arrêté le message. La raison est ci-dessous.
request-not-sendable-no-recipient = Pas d’envoi : il n’y a ni adresse e-mail ni numéro de téléphone.
