## Journal d’audit

audit-heading = Journal d’audit
audit-about = Ce qui a été fait, par qui et quand. Chaque avis a aussi son propre historique.
audit-when = Quand
audit-who = Qui
audit-what = Quoi
audit-change = Avant → après
audit-member = un ancien membre, { $id }
audit-key = Clé d’API { $id }
audit-guest = une personne connectée avec un lien
audit-sign_in = Connexion à la console
audit-console_link = Lien vers la console créé
audit-invite_member = Membre invité
audit-decline_invitation = Invitation refusée
audit-change_member = Rôle d’un membre modifié
audit-remove_member = Membre retiré
audit-sign_out_everywhere = Quelqu’un déconnecté partout
audit-create_key = Clé d’API créée
audit-revoke_key = Clé d’API révoquée
audit-change_settings = Paramètres modifiés
audit-change_text = Texte d’un message modifié
audit-change_sender = A changé l’expéditeur propre
audit-use_sender = Les e-mails partent de l’expéditeur propre
audit-lose_sender = Les enregistrements de l’expéditeur propre ont disparu
audit-create_webhook = Webhook créé
audit-change_webhook = Webhook modifié
audit-rotate_webhook_secret = Secret d’un webhook remplacé
audit-disable_webhook = Webhook en échec désactivé
audit-delete_webhook = Webhook supprimé
audit-connect_system = Boutique connectée
audit-change_connection = Connexion modifiée
audit-add_system_webhooks = Webhooks créés dans le système de la boutique
audit-move_connection = Nouvelle adresse de la boutique acceptée
audit-disconnect_system = Boutique déconnectée
audit-show_stars = Étoiles dans les listes et la recherche du thème activées
audit-take_stars_away = Étoiles des listes et de la recherche du thème retirées
audit-app_uninstalled = L’application a été retirée dans le système de la boutique
audit-shop_redacted = Le système de la boutique a demandé l’effacement de ses commandes
audit-release_hold = E-mails suspendus libérés
audit-ask_about_orders = Demandes au sujet de commandes passées
audit-import_reviews = Avis importés
audit-try_import = Import essayé
audit-undo_import = Import annulé
audit-answer_import_products = Produits des fichiers d’import associés
audit-group_product = Modifié quels produits sont affichés ensemble
audit-erase_customer = Données d’une personne effacées
audit-export_customer = Données d’une personne exportées
audit-create_shop = Boutique mise en place
audit-rotate = Clé racine de la boutique modifiée
audit-pause = Envois mis en pause
audit-resume = Envois repris
audit-show_link = Lien d’un client affiché
audit-show_messages = Messages d’une demande affichés
audit-take_customer_file = Données d’une personne téléchargées
audit-take_reviews = Tous les avis téléchargés
audit-suppress = Messages à un client arrêtés
audit-lift_suppression = Blocage d’une adresse levé
audit-end_shop = Boutique terminée
audit-restore_shop = Fin de la boutique annulée
audit-export_shop = Tous les fichiers de la boutique demandés
audit-download_shop_files = Fichiers de la boutique listés
audit-download_shop_file = Fichier de la boutique récupéré
audit-lift_cap = Limite des premiers jours levée
audit-lift_stop = SMS de nouveau autorisés

## Connexions

connections-text = Connectez votre boutique, et nous demanderons un avis après chaque commande.
sys-none = Non connectée
sys-none-about = Prend environ cinq minutes.
sys-own-about = Pour toute autre boutique : un programme écrit ses commandes, et les acheteurs sont sollicités selon vos règles.
sys-own-lines = Un programme muni d’une clé réécrit chaque commande dès qu’elle change. D’ici là, personne n’est sollicité.
sys-active = Connectée
sys-waiting = Attend le premier appel
sys-silent = Silencieuse
sys-off = Désactivée
sys-off-about = L’application a été retirée de votre boutique. Reconnectez-la pour que ses commandes donnent de nouveau lieu à des demandes d’avis.
sys-last = Dernier appel { $ago }.
sys-no-call = Rien n’est encore arrivé : modifiez une commande dans votre boutique pour essayer.
sys-forged = { $count ->
        [one] Un appel signé avec un autre secret a été refusé { $ago }. Comparez le secret des webhooks de votre boutique avec celui-ci : il se termine par { $hint }.
       *[other] { $count } appels signés avec un autre secret ont été refusés, le dernier { $ago }. Comparez le secret des webhooks de votre boutique avec celui-ci : il se termine par { $hint }.
    }
sys-connect = Connecter
sys-connected = Boutique connectée. Les étapes restantes sont ci-dessous.
sys-disconnected = Boutique déconnectée. Les demandes déjà prévues seront quand même envoyées.
sys-rotated = Le secret est remplacé. L’ancien fonctionne encore deux heures.
sys-rotated-recently = Non remplacé : le secret précédent fonctionne encore. Il pourra être remplacé à partir du { $until }.
sys-hooks = Faire créer les webhooks
sys-hand = Ajouter les webhooks à la main
sys-hooks-about = Afterword ajoute les webhooks au moyen d’une application de votre boutique. Dans le Dev Dashboard de Shopify, créez une application avec les autorisations read_orders, read_fulfillments et read_products, et installez-la dans votre boutique. Les webhooks s’arrêtent si vous la désinstallez. Vos produits sont aussi lus au moyen de l’application. Afterword conserve l’identifiant du client et le secret du client, avec lequel Shopify signe ses appels. Supprimez les webhooks que vous avez ajoutés à la main : ils sont signés avec un autre secret.
sys-approved = Votre boutique est connectée.
sys-hooks-add = Ajouter les webhooks
sys-hooks-done = Webhooks de votre boutique
sys-hooks-added = Ajouté
sys-hooks-present = Déjà présent
sys-hooks-refused = Refusé
sys-hooks-some = Shopify en a refusé certains. Vérifiez que l’application a les autorisations read_orders, read_fulfillments et read_products et que sa dernière version est installée, puis ajoutez de nouveau les webhooks.
read-heading = Produits de votre boutique
read-goes-on = Produits lus : { $products }. La lecture continue en arrière-plan.
read-waits = Produits lus jusqu’ici : { $products }. Votre boutique n’a pas fourni la suite. Afterword la redemande pendant un jour.
read-done = Produits lus : { $products }.
read-given-up = Produits lus : { $products }. Votre boutique n’a pas fourni le reste pendant un jour. Ajoutez de nouveau les webhooks pour recommencer.
read-denied = L’application n’a pas le droit de lire les produits : chacun arrive lorsqu’il change. Donnez-lui l’autorisation read_products, installez sa dernière version et ajoutez de nouveau les webhooks.
read-cut = Votre boutique a plus de { $products } produits. Les plus récents sont lus ; les autres arrivent lorsqu’ils changent ou sont commandés.
sys-domain = Domaine de votre boutique chez Shopify
sys-domain-about = Il se termine par .myshopify.com. Vous le trouvez dans l’interface de Shopify, sous Paramètres, Domaines.
sys-domain-wrong = Veuillez saisir le domaine qui se termine par .myshopify.com.
sys-app = Identifiant du client (client ID)
sys-app-about = Il se trouve dans le Dev Dashboard, dans les paramètres de votre application.
sys-app-wrong = Veuillez saisir l’identifiant du client de l’application.
sys-client_secret = Secret du client (client secret)
sys-client_secret-about = Il se trouve sous l’identifiant du client.
sys-client_secret-wrong = Veuillez saisir le secret du client de l’application : 8 à 200 caractères, sans espace.
sys-shop-not_public = Cette adresse n’est pas sur Internet, Afterword ne l’appelle donc pas.
sys-shop-not_connected = Rien ne répond à cette adresse. Veuillez la vérifier, et vérifier que son certificat est valide.
sys-shop-timed_out = Votre boutique n’a pas répondu à temps.
sys-shop-redirected = Ce domaine mène à un autre. Veuillez saisir celui que l’interface de Shopify indique sous Paramètres, Domaines, et qui se termine par .myshopify.com.
sys-shop-no_api = Shopify n’a pas de boutique avec ce domaine.
sys-shop-key_refused = Shopify a refusé l’application. Veuillez copier de nouveau l’identifiant et le secret du client, et vérifier que l’application est installée dans cette boutique.
sys-shop-not_allowed = L’application n’en a pas le droit. Veuillez lui donner les autorisations read_orders, read_fulfillments et read_products, et installer sa dernière version.
sys-shop-failed = Votre boutique a répondu par une erreur.
sys-first = Dans l’interface de Shopify, ouvrez Paramètres, Notifications, Webhooks. En bas de la page se trouve le secret qui signe vos webhooks. Copiez-le dans ce champ.
sys-paste = Dans l’interface de Shopify, ouvrez Paramètres, Notifications, Webhooks, et créez un webhook pour chaque événement ci-dessous : format JSON et cette adresse.
sys-url = Adresse à coller
sys-topic-orders-create = Création de commande
sys-topic-orders-updated = Mise à jour de commande
sys-topic-orders-delete = Suppression de commande
sys-topic-fulfillments-update = Mise à jour d’expédition
sys-topic-products-create = Création de produit
sys-topic-products-update = Mise à jour de produit
sys-topic-products-delete = Suppression de produit
sys-topic-app-uninstalled = Application désinstallée
sys-privacy = Demandes d’effacement et d’accès de Shopify
sys-privacy-last = La dernière est arrivée { $ago }.
sys-privacy-never = Aucune n’est encore arrivée.
sys-privacy-hand = Quand un client vous demande d’effacer ou de communiquer ses données, Shopify ne prévient que les applications, pas les webhooks de son interface d’administration. Tant qu’aucune application de votre boutique n’est configurée pour cela, faites-le à la main : ouvrez la personne dans Clients.
sys-privacy-app = Configurer votre application
sys-privacy-app-about = Ajoutez ces lignes, dans un bloc à part, au fichier shopify.app.toml de votre application, puis déployez-la avec la CLI de Shopify. Ou saisissez l’adresse dans le Dev Dashboard, dans les paramètres de votre application pour les webhooks de conformité. Ce doit être l’application dont le secret client est utilisé ici.
sys-privacy-lines = Lignes pour shopify.app.toml
sys-secret = Secret
sys-secret-hint = Votre boutique signe ses appels avec un secret qui se termine par { $hint }.
sys-rotate = Remplacer le secret…
sys-rotate-about = L’ancien secret fonctionne encore deux heures. Mettez le nouveau dans votre boutique d’ici là.
sys-rotate-yes = Le remplacer
sys-disconnect = Déconnecter…
sys-disconnect-about = Plus aucun appel n’est accepté : les nouvelles commandes ne donnent lieu à aucune demande. Les demandes déjà prévues seront quand même envoyées. Les étoiles dans les listes d’un thème Shopify sont retirées : laissez l’application dans votre boutique tant que « Produits », « Dans votre boutique » indique qu’il en reste.
sys-disconnect-yes = Oui, déconnecter
sys-rules = Quelles commandes donnent lieu à une demande, et quand
sys-rules-about = Une règle modifiée s’applique en deux minutes, y compris aux commandes en attente.
sys-exceptions = { $count ->
        [0] Exceptions : aucune
       *[other] Exceptions : { $count }
    }
sys-secret-wrong = Veuillez saisir le secret tel que votre boutique l’affiche : 8 à 200 caractères, sans espace.
sys-ask_days_after = Jours avant le premier message
sys-ask_days_after-about = Beaucoup de transporteurs ne signalent jamais la livraison : nous demandons alors 30 jours après l’expédition.
woo-ask_days_after = Jours après la fin de la commande
sys-after = Comptés à partir de
sys-after-delivered = La livraison
sys-after-fulfilled = L’expédition
sys-incentivized = Ces clients reçoivent une contrepartie pour un avis
sys-incentivized-about = Quel que soit le nombre d’étoiles : ne récompenser que les bons avis est interdit. Les avis l’indiquent partout où ils sont affichés.
sys-countries = Seulement les commandes vers ces pays
sys-countries-about = Deux lettres chacun, par exemple FR, BE. Laissez vide pour tous.
sys-countries-wrong = Veuillez saisir deux lettres par pays, par exemple FR, BE.
sys-tags_excluded = Exclure les commandes avec ces balises
sys-tags_excluded-about = Séparez-les par des virgules.
sys-tags_excluded-wrong = Veuillez saisir 50 balises au plus.
sys-products_excluded = Exclure ces produits
sys-products_excluded-about = ID, SKU, types de produit ou balises, tels que votre boutique les écrit, séparés par des virgules. Les autres produits d’une commande font l’objet d’une demande.
sys-products_excluded-wrong = Veuillez saisir 200 produits au plus.
sys-consent = Qui est sollicité
sys-consent-any = Toutes les personnes qui ont acheté
sys-consent-marketing = Seulement les clients qui ont accepté la publicité
orders-tab = Issues de commandes
orders-about = Ce que devient chaque commande signalée par le système de votre boutique, les plus récentes d’abord.
orders-soon = { $count ->
        [0] Personne ne sera sollicité dans les sept prochains jours
        [one] Un client sera sollicité dans les sept prochains jours
       *[other] { $count } clients seront sollicités dans les sept prochains jours
    }
orders-not = Sans demande, parmi les commandes des 30 derniers jours :
orders-none = Aucune commande n’est encore arrivée.
orders-change = Modifier
orders-ask = Demander maintenant
orders-stop = Ne pas demander
orders-rule = voir la règle
order-stop-done = Personne ne sera sollicité pour cette commande.
asks-heading = Qui sera sollicité
asks-first = Le premier e-mail part au plus tôt le { $at }. En l’état, { $count ->
        [one] { $count } client sera sollicité
       *[other] { $count } clients seront sollicités
    }.
asks-none = Le premier e-mail part au plus tôt { $days ->
        [0] dès qu’une commande est prise en compte
        [one] un jour après la prise en compte d’une commande
       *[other] { $days } jours après la prise en compte d’une commande
    }. Aucune commande donnant lieu à une demande n’est encore arrivée.
asks-list = Voir chaque commande
asks-pause = Mettre en pause le temps que je vérifie
asks-paused = Rien ne part pendant 30 jours, sauf si vous reprenez les envois plus tôt dans « Paramètres », « Mettre les envois en pause ».
asks-soon = Avec ces règles, des e-mails peuvent partir d’ici quelques minutes. Voulez-vous d’abord regarder la liste ?
asks-soon-yes = Enregistrer et les laisser partir
orders-earlier = Demander aussi des avis pour des commandes passées
orders-earlier-days = Les { $days } derniers jours : { $count ->
        [one] { $count } commande de plus
       *[other] { $count } commandes de plus
    }
orders-earlier-about = Parmi les commandes que votre boutique a signalées et qui ont été expédiées ou terminées avant la connexion. Les clients qui ont reçu la leur depuis assez longtemps sont sollicités tout de suite.
orders-earlier-pause = Demander, et mettre en pause le temps que je vérifie
orders-earlier-ask = Demander
orders-earlier-done = Les demandes pour ces commandes seront prévues d’ici deux minutes.
order-will = Un avis sera demandé le { $at }.
order-will-some = Un avis sera demandé le { $at } pour { $count } des { $of } produits.
order-asked = Avis demandé le { $at }.
order-opened = Avis demandé le { $at }, lien ouvert.
order-reviewed = Avis demandé le { $at }, reçu : { $stars }
order-not = Avis non demandé : { $reason }.
order-not-yet = En attente : { $reason }.
sys-reason-not_shipped = pas encore expédiée ni terminée
sys-reason-test_order = une commande de test
sys-reason-in_store = vendue en magasin
sys-reason-no_email = pas d’adresse e-mail
sys-reason-excluded_tag = a une balise que vous excluez
sys-reason-excluded_product = ne contient que des produits que vous excluez
sys-reason-relay_address = une adresse de place de marché
sys-reason-no_consent = n’a pas accepté la publicité
sys-reason-other_country = vers un pays où vous ne demandez pas d’avis
sys-reason-nothing_to_review = aucun produit à évaluer
sys-reason-before_since = expédiée ou terminée avant la connexion
sys-reason-too_old = commandée plus de 180 jours avant d’être expédiée ou terminée
sys-reason-too_late = il y a trop longtemps
sys-reason-asked_already = déjà demandé
sys-reason-asked_before = ces produits font l’objet d’une demande pour une autre commande
sys-reason-suppressed = désabonné, ou les e-mails à cette adresse échouent
sys-reason-works_for_shop = travaille pour vous
sys-reason-another_request = a déjà une demande
sys-reason-cancelled_by_shop = vous en avez décidé ainsi
sys-reason-order_not_seen = seules des parties de la commande ont été signalées
sys-reason-cancelled = la commande a été annulée
sys-reason-refunded = la commande a été remboursée
sys-reason-deleted = la commande a été supprimée
sys-reason-not_asking = l’application a été retirée de votre boutique
sys-reason-anonymised = votre boutique a retiré les données du client
connect-heading = Connectez votre boutique
connect-about = Cette boutique demande à être connectée à { $shop }.
connect-sent = Ce qu’elle enverra à Afterword
connect-orders = les commandes, avec les noms et adresses de leurs acheteurs
connect-products = les produits
connect-reviews = les avis qu’elle a déjà, si vous le demandez
connect-ends = Cela met fin à la connexion avec { $place }.
connect-yours = Ne continuez que si c’est votre boutique et que vous y avez cliqué sur Connecter.
connect-cancel = Annuler
connect-wrong = Cette adresse n’est pas complète. Dans WordPress, ouvrez WooCommerce, Afterword, et cliquez de nouveau sur Connecter.
woo-step-upload = Dans WordPress, ouvrez Extensions, Ajouter une extension, Téléverser une extension. Téléversez le fichier et activez l’extension.
woo-step-connect = Cliquez sur Connecter dans la page qui s’affiche.
woo-download = Télécharger l’extension
woo-environment = Ce site envoie ses commandes. Son environnement dans WordPress : { $environment }
woo-other = { $home } ({ $environment }) appelle aussi avec la clé de cette boutique, la dernière fois { $ago }. Rien de ce qu’il envoie n’est accepté. Si c’est une copie de votre boutique, vous n’avez rien à faire.
woo-moved = La boutique a déménagé : utiliser cette adresse
woo-moved-done = L’adresse est enregistrée. Les commandes viennent désormais de là.

## Clients

nav-customers = Clients
customers-none = Personne pour l’instant. Les clients arrivent avec leur première commande.
customer-unnamed = Sans nom
customer-since = depuis le { $day }
customer-asked = demande du { $day }
customer-stopped = Ne reçoit aucun message
customer-company = Entreprise
customer-address = Adresse
customer-signed-up = Inscription
customer-notes = Notes
customer-may-ask = Peut être sollicité
customer-may-ask-yes = Oui
customer-may-ask-no = Non
customer-stop-manual = Vous avez arrêté tous les messages le { $day }.
customer-stop-bounced = Un message est revenu définitivement le { $day }.
customer-stop-unsubscribed = Désinscription le { $day }.
customer-stop-stopped = A répondu STOP le { $day }.
customer-stop-complained = A signalé un message comme indésirable le { $day }.
customer-stop-erased = Ses données ont été effacées le { $day }.
customer-stop = Ne plus solliciter
customer-stop-done = { $name } ne reçoit plus de messages.
customer-stop-theirs = Ce que la personne a décidé elle-même, elle seule peut l’annuler.
customer-resume = Solliciter à nouveau
customer-resume-done = { $name } peut à nouveau être sollicité.
customer-resume-none = Rien n’a changé : { $name } ne peut pas être sollicité à nouveau depuis cette page.
customer-basis-order = A acheté chez vous : commande { $order }, { $day }.
customer-basis-agreed = A accepté le marketing dans { $system }, état au { $day }.
customer-basis-not-agreed = N’a pas accepté le marketing dans { $system }, état au { $day }.
customer-charges = Paiements
customer-charge = Un paiement
customer-first-message = Premier message par { $by }
customer-reminder = Rappel { $number } par { $by }
customer-message-sent = envoyé le { $at }
customer-message-delivered = envoyé le { $at }, remis
customer-message-returned = envoyé le { $at }, non remis
customer-message-failed = échoué le { $at }
customer-message-skipped = non envoyé, décidé le { $at }
customer-message-unconfirmed = peut-être envoyé, jamais confirmé, { $at }
customer-message-planned = prévu le { $at }
customer-data = Ses données
customer-data-text = Un export est un fichier avec tout ce qui est enregistré sur cette personne. Il peut être téléchargé pendant 24 heures.
customer-export = Exporter
customer-erase = Effacer…
customer-erase-heading = Effacer { $name } ?
customer-erase-text = C’est irréversible. Sont supprimés :
customer-lost-person = nom, adresses, numéros et notes
customer-lost-more = Il y en a plus que ce qui a été compté ici.
customer-erase-after = Il reste une empreinte chiffrée des adresses, pour que personne n’écrive de nouveau à cette personne, et des nombres dans vos statistiques.
customer-erase-reviews = Ses avis
customer-erase-delete = Les supprimer
customer-erase-anonymise = Garder les étoiles et le texte, sans nom, photos ni réponse
customer-erase-sure = Je sais que c’est irréversible.
customer-erase-choose = Choisissez ce que deviennent les avis. Rien n’a été effacé.
customer-erase-tick = Cochez la case pour effacer.
customer-erase-button = Effacer définitivement
customer-back = Retour au client
receipt-export = Export
receipt-erasure = Effacement
receipt-running = En cours. Cela prend environ une minute.
receipt-removing = Les données sont en cours d’effacement.
receipt-removed = Tout ce qui a été trouvé est effacé. Ce qui arrive dans la demi-minute qui suit le sera aussi.
receipt-exported = Le fichier est prêt. Toute personne qui a ce lien peut l’ouvrir pendant 24 heures.
receipt-over = C’est fait, et les 24 heures sont passées : le fichier ne peut plus être téléchargé.
receipt-erased = C’est fait. Plus rien n’est enregistré sur cette personne.
receipt-failed = Une erreur s’est produite. Une nouvelle tentative aura lieu, et l’opérateur en est informé.
receipt-download = Télécharger
receipt-number = Reçu
receipt-requests = { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
receipt-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
receipt-reviews = { $count ->
        [one] { $count } avis
       *[other] { $count } avis
    }
receipt-orders = { $count ->
        [one] { $count } commande
       *[other] { $count } commandes
    }
receipt-charges = { $count ->
        [one] { $count } paiement
       *[other] { $count } paiements
    }

## Orders of the time before

earlier-heading = Demander des avis pour des commandes passées
earlier-link = Commandes passées
earlier-about = Pour les clients qui ont acheté avant que vous ne commenciez ici. Rien n’est envoyé tant que vous n’avez pas confirmé combien.
earlier-rows = Commandes, une par ligne
earlier-file = Ouvrir un fichier
earlier-rows-about = Collez des cellules d’un tableur ou des lignes d’un fichier CSV, { $count } au plus. La première ligne nomme les colonnes : email et order, et si vous les avez name, date (comme 2026-11-03), products et language.
earlier-days = Jours entre la commande et l’e-mail
earlier-days-about = De 0 à 89. Pour une commande plus ancienne ou sans date, la demande part tout de suite.
earlier-try = Voir ce qui se passerait
earlier-would = { $count ->
        [0] Aucune commande ne ferait l’objet d’une demande.
        [one] { $count } commande ferait l’objet d’une demande.
       *[other] { $count } commandes feraient l’objet d’une demande.
    }
earlier-due = Le premier e-mail est prévu le { $first }, le dernier le { $last }.
earlier-due-one = Les e-mails sont prévus le { $first }.
earlier-before = { $count ->
        [one] { $count } ligne a déjà fait l’objet d’une demande.
       *[other] { $count } lignes ont déjà fait l’objet d’une demande.
    }
earlier-insiders = { $count ->
        [one] { $count } ligne concerne une personne qui travaille pour vous.
       *[other] { $count } lignes concernent des personnes qui travaillent pour vous.
    }
earlier-unasked = { $count ->
        [one] { $count } ligne ne contient que des produits exclus des demandes d’avis.
       *[other] { $count } lignes ne contiennent que des produits exclus des demandes d’avis.
    }
earlier-suppressed = { $count ->
        [one] { $count } ligne concerne une personne qui ne reçoit pas vos e-mails : désinscription, adresse en erreur ou arrêt.
       *[other] { $count } lignes concernent des personnes qui ne reçoivent pas vos e-mails : désinscription, adresse en erreur ou arrêt.
    }
earlier-wrong = { $count ->
        [one] { $count } ligne est illisible.
       *[other] { $count } lignes sont illisibles.
    }
earlier-wrong-email = Ce n’est pas une adresse e-mail.
earlier-wrong-order = Le numéro de commande manque ou est trop long.
earlier-wrong-name = Le nom est trop long.
earlier-wrong-date = La date doit ressembler à 2026-11-03.
earlier-wrong-products = Un identifiant de produit doit ressembler à shopify-7125386199075.
earlier-wrong-language = La langue doit ressembler à en ou de-AT.
earlier-ask = { $count ->
        [one] Demander pour { $count } commande
       *[other] Demander pour { $count } commandes
    }
earlier-done = { $count ->
        [one] { $count } commande fera l’objet d’une demande.
       *[other] { $count } commandes feront l’objet d’une demande.
    }
earlier-changed = Quelque chose a changé depuis. Voici ce qui se passerait maintenant.
earlier-missing = La première ligne n’a pas de colonne « { $column } ».
earlier-no-rows = Il n’y a aucune ligne sous la première.
earlier-too-many = Il y a plus de { $count } lignes. Veuillez les coller en plusieurs fois.

## Google's file

way-google = Google
feeds-text = Un fichier de vos avis publiés, que Google vient chercher.
feeds-files = Le fichier
feeds-test = Aucun fichier n’est créé pour le mode test.
feeds-first = Le premier fichier est créé dès qu’un achat connu est à l’origine d’un avis publié.
feeds-made = { $count ->
        [one] Créé { $ago }, avec { $count } avis
       *[other] Créé { $ago }, avec { $count } avis
    }
feeds-address = Adresse pour Google
feeds-fetched = Dernier téléchargement { $ago }
feeds-not-fetched = Pas encore téléchargé
feeds-paste = Dans Google Merchant Center, ajoutez une source d’avis sur les produits, choisissez de récupérer un fichier par son adresse et collez-la. Google la vérifie, ce qui prend quelques semaines. Un nouveau fichier est créé chaque nuit, et dans l’heure après qu’un avis a été retenu ou effacé.
feeds-wants = Ce que Google demande
feeds-wants-about = Parmi les produits, les 100 premiers sont examinés.
feeds-met = Fait
feeds-missing = Manque
feeds-all = Tous les avis sont publics
feeds-all-about = Google veut tous les avis, quelles que soient leurs étoiles. Les avis doivent être montrés publiquement.
feeds-many = Au moins 50 avis
feeds-many-about = { $count ->
        [one] Il y en a { $count }. Les avis sans texte ne comptent pas.
       *[other] Il y en a { $count }. Les avis sans texte ne comptent pas.
    }
feeds-pages = Chaque produit a une page
feeds-pages-about = { $some } sur { $all } en ont une. Les avis sur les autres sont laissés de côté.
feeds-domain = Les pages sont à votre propre domaine
feeds-domain-about = Ce doit être le domaine que Google connaît de vous, pas myshopify.com.
feeds-ids = Chaque produit peut être retrouvé
feeds-ids-about = { $some } sur { $all } ont un code-barres (GTIN), le numéro et la marque du fabricant, ou votre numéro (SKU) comme dans vos données de produits.

## Fichiers

files-import = Importer des avis
files-import-about = Un fichier de 100 Mo au plus, tel que l’autre système l’exporte. Les avis qui sont déjà ici sont ignorés : importer deux fois un fichier est sans risque.
files-format = D’où vient le fichier ?
files-try = Essayer d’abord
files-do = Importer définitivement
files-kinds-about = Un essai lit chaque ligne et dit ce que ferait un import. Rien n’est enregistré.
files-export = Vos avis dans un fichier
files-export-about = Tous, publics ou non, sous forme de tableau (CSV). Il contient ce que des clients ont écrit sur eux-mêmes : conservez-le en lieu sûr.
files-download = Télécharger les avis
files-parts = Sans JavaScript, le fichier ne contient que les 5 000 avis les plus anciens.
files-heading-try = Import d’essai depuis { $system }
files-heading-do = Import depuis { $system }
files-heading-try-any = Import d’essai
files-heading-do-any = Import
files-choose = Choisir le fichier
files-choose-about = CSV ou JSON, 100 Mo au plus. L’envoi commence quand vous appuyez sur le bouton.
files-upload = Envoyer
files-upload-over = L’heure prévue pour l’envoi est passée. Recommencez.
files-again = Recommencer
files-arrived = Le fichier est arrivé et sera lu dans un instant.
files-running = Le fichier est en cours de lecture.
files-progress = { $rows } lignes sur environ { $all }.
files-tried = Rien n’a été enregistré. Voici ce que ferait un import :
files-done = Terminé.
files-failed = Le fichier n’a pas pu être lu jusqu’au bout. Ce qui a été importé jusque-là reste.
files-rows = { $count ->
        [one] { $count } avis lu
       *[other] { $count } avis lus
    }
files-would = { $count ->
        [one] { $count } avis serait importé
       *[other] { $count } avis seraient importés
    }
files-imported = { $count ->
        [one] { $count } avis importé
       *[other] { $count } avis importés
    }
files-skipped = { $count ->
        [one] { $count } ligne ignorée
       *[other] { $count } lignes ignorées
    }
files-to-reviews = Voir les avis
files-for-good = Importer maintenant définitivement
files-for-good-shop = Définitivement : dans WordPress, sous WooCommerce, Afterword, cliquez sur « Transférer les avis ».
files-faults = Ligne par ligne
files-faults-about = Les 20 premiers de chaque sorte.
files-row = Avis n°
files-line = Ligne
files-what = Que faire
files-move = Migrer ici
files-move-about = Tous les avis d’un autre système, en un jour. Jusqu’à la dernière étape, tout peut être annulé.
files-imports = Vos imports
files-report-show = Rapport
files-steps = Une migration complète, pas à pas
files-step-1 = Connectez la boutique, pour que ses produits et ses commandes soient connus, et mettez les envois en pause.
files-step-2 = Exportez tout de l’ancien système et essayez le fichier ci-dessous. Rien n’est enregistré.
files-step-3 = Importez le même fichier définitivement. Ce qui était public l’est ici ; ce qui était caché est écarté.
files-step-4 = Mettez nos avis sur une page cachée à côté des anciens, et comparez.
files-step-5 = Désactivez les étoiles de l’ancien système pour les moteurs de recherche, et activez les nôtres.
files-step-6 = Reprenez les envois. Une personne qui a déjà donné son avis là-bas sur un produit n’est plus sollicitée par votre boutique.
files-format-auto = Le reconnaître aux en-têtes
files-platform = De qui sont les numéros de produits du fichier ?
files-platform-auto = De la boutique connectée
files-platform-choose = Veuillez choisir
files-platform-shopify = De Shopify
files-platform-woocommerce = De WooCommerce
files-platform-needed = Indiquez de qui sont les numéros de produits : il n’y a pas une seule boutique connectée.
files-product-shop = Tous les avis portent sur la boutique elle-même
files-dates = Les dates comme 03/02/2025
files-dates-auto = Dire quelles lignes en ont
files-dates-day_first = Le jour vient d’abord
files-dates-month_first = Le mois vient d’abord
files-public = Publics : { $count }
files-waiting = En attente : { $count }
files-contact-data = Dont avec des coordonnées dans le texte : { $count }
files-hidden = Écartés, car l’ancien système ne les montrait pas : { $count }
files-answers = Vos réponses, venues avec leurs avis : { $count }
files-removed = Retirés : { $count }
files-kept = Conservés, car ils ont fait l’objet d’une décision, d’une réponse ou d’une modification : { $count }
files-reasons = Pourquoi des lignes ont été ignorées
files-notes = Ce qui a été raccourci ou manque
files-unread = Colonnes non lues : { $columns }
files-report = Télécharger le rapport (CSV)
files-unknown = Produits que vous n’avez pas
files-unknown-about = Leurs avis ont été ignorés. Indiquez pour chacun le produit : son identifiant ici, @shop pour la boutique elle-même, ou - pour l’ignorer. Importez ensuite le fichier de nouveau.
files-answered = Enregistré. Essayez ou importez maintenant le même fichier de nouveau.
files-answer-wrong = « { $name } » : indiquez un identifiant comme shopify-7125386199075, @shop ou -.
files-products = Produit par produit
files-undescribed = Lignes sur des produits que votre boutique n’a pas décrits ici : { $count }. Vérifiez leurs numéros : si l’un est faux, ses avis ne figurent sur aucune page de votre boutique.
files-note = Remarque :
files-undo = Annuler cet import
files-undo-about = Retire tous ses avis, tant qu’aucun n’a fait l’objet d’une décision ou d’une réponse. Vous pourrez importer de nouveau le fichier.
files-undo-stuck = Si rien ne change en dix minutes, appuyez de nouveau sur le bouton.
files-undo-touched = Non annulé. Avis qui ont depuis fait l’objet d’une décision, d’une réponse ou d’une modification : { $count }
refused-nothing_to_undo = Il n’y a rien à annuler.
files-undoing = Les avis de cet import sont en train d’être retirés.
files-undone = Annulé. Vous pouvez importer de nouveau le fichier.
files-try-failed = Le fichier n’a pas pu être lu jusqu’au bout. Rien n’a été enregistré.
files-try-again = Réessayer ce fichier
files-again-about = Le fichier reste ici un jour, et vos choix sont conservés. Rien n’est envoyé de nouveau.
files-again-choose = Veuillez en choisir un.
fault-empty_file = Le fichier n’a aucune ligne. Choisissez-en un avec des en-têtes et des avis.
fault-missing_column = Ajoutez cette colonne aux en-têtes, ou choisissez le système dont le fichier a les en-têtes.
fault-missing_product = Le fichier n’a pas de colonne pour les produits. Ajoutez-la aux en-têtes, ou importez tous ses avis comme des avis sur la boutique elle-même.
fault-row_too_long = La ligne dépasse 128 Kio. Cherchez un guillemet qui n’est jamais fermé.
fault-not_utf8 = Enregistrez le fichier en UTF-8 : Excel l’appelle « CSV UTF-8 », d’autres programmes demandent le jeu de caractères.
fault-too_many_cells = La ligne a plus de cellules qu’il n’y a d’en-têtes. Mettez entre guillemets les cellules qui contiennent des virgules.
fault-invalid_json = La ligne doit être un objet JSON.
fault-invalid_platform = Écrivez l’un de ces mots : betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = L’identifiant a été omis : 128 caractères au plus, sur une ligne.
fault-invalid_product_id = Indiquez l’identifiant d’un produit, comme « shopify-7125386199075 », ou son numéro.
fault-invalid_rating = Indiquez un nombre entier de 1 à 5.
fault-invalid_title = Le titre a été raccourci à 200 caractères sur une ligne.
fault-invalid_body = Le texte a été raccourci à 5 000 caractères.
fault-invalid_name = Le nom a été raccourci à 100 caractères sur une ligne.
fault-invalid_created_at = Indiquez un moment passé, comme 2026-11-20T06:00:00Z, ou un jour, comme 2026-11-20.
fault-invalid_reply = La réponse a été raccourcie à 10 000 caractères.
fault-invalid_language = La langue a été omise : la page du client n’existe pas dans cette langue.
fault-invalid_photo_urls = Seules les 10 premières photos ont été importées.
fault-duplicate = Cet avis est déjà ici : même identifiant, ou mêmes produit, nom, étoiles, texte, date et adresse.
fault-erased = Les données de cette personne ont été effacées. Retirez la ligne du fichier.
fault-undo_incomplete = Certains avis de cet import n’ont pas été trouvés et sont encore ici. Annulez-le de nouveau, puis écartez les autres sous Avis.
fault-file_gone = Le fichier a été supprimé avant d’être lu en entier. Importez-le de nouveau : les avis qui sont déjà ici sont ignorés.
fault-file_changed = Un autre fichier a été envoyé pendant la lecture. Importez-le de nouveau : les avis qui sont déjà ici sont ignorés.
fault-photos_not_imported = L’avis a été importé sans ces photos : chaque adresse doit commencer par https:// et le nom d’un serveur.
fault-not_text = C’est un classeur ou une archive. Enregistrez le fichier en CSV, ou décompressez-le d’abord.
fault-unknown_format = Aucun système connu n’a ces en-têtes. Indiquez d’où vient le fichier.
fault-platform_needed = Le fichier nomme les produits par numéro. Indiquez s’ils sont de Shopify ou de WooCommerce.
fault-broken_list = Un objet de la liste JSON est endommagé, ne se termine pas ou dépasse 128 Kio. Exportez de nouveau le fichier : les avis déjà présents ici sont ignorés.
fault-unread_status = Cette colonne semble dire quels avis étaient publics, mais elle ne serait pas lue. Choisissez le système dont provient le fichier, ou supprimez la colonne si elle signifie autre chose.
fault-beyond_five_stars = Plusieurs notes vont de 6 à 10, et les étoiles s’arrêtent à cinq. Convertissez toutes les notes en étoiles, et importez de nouveau le fichier.
fault-too_many_open_quotes = 100 lignes ont un guillemet qui n’est jamais fermé. Exportez de nouveau le fichier.
fault-open_quote = Un guillemet de cette ligne n’est jamais fermé. La lecture a repris à la ligne suivante.
fault-made_product = Aucun produit n’a cette adresse, un produit a donc été créé. Il ne fera qu’un avec le produit qui arrivera avec elle.
fault-unknown_product = Vous n’avez aucun produit avec cet identifiant, cette adresse ou cette référence. Indiquez ci-dessous lequel c’est.
fault-left_out = Vous avez choisi d’ignorer les avis de ce produit.
fault-ambiguous_date = Le jour et le mois peuvent être inversés. Indiquez lequel vient d’abord.
fault-comment_on_review = C’est un commentaire sur un avis, et non un avis. Vous pouvez répondre à l’avis ici.
fault-invalid_reply_date = La date de la réponse est illisible. La réponse a celle d’aujourd’hui.
fault-half_stars = Une demi-étoile a été arrondie au-dessus.
fault-read_month_first = Lu avec le mois d’abord. Si c’est juste pour toutes les dates, indiquez-le.
fault-unknown_fact = Laissée de côté : aucun de vos faits n’a cette réponse. Vous pouvez en avoir trois. Choisissez lesquels sous « Paramètres, Faits », annulez cette importation si ce n’était pas un essai, puis importez de nouveau le fichier.
fault-read_as_windows_1252 = Pas en UTF-8, donc lu comme windows-1252. Vérifiez les accents.

## Everything that the shop has

everything = Tout en fichiers
everything-about = Tout ce qui est enregistré de la boutique, en JSON Lines : paramètres, produits, clients, commandes, demandes, messages, avis, blocages et journal d’audit. Les fichiers contiennent des données personnelles de tous les clients : conservez-les en lieu sûr. Ils sont supprimés après un jour, et quand les données d’une personne sont effacées.
everything-made = Demandé : { $asked }. Les fichiers peuvent être téléchargés jusqu’au { $gone }.
everything-running = Demandé : { $asked }. Les fichiers sont en cours de création.
everything-lines = { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
everything-fetch = Pour tout prendre en une fois, photos comprises : téléchargez everything.txt, et exécutez ceci dans son dossier
everything-make = Créer les fichiers
data-keep = Combien de temps les données restent

## In your shop

way-in-shop = Dans votre boutique
in-shop-lines = Lignes à coller
in-shop-lines-about = Choisissez votre système. Rien n’est à remplacer dans ces lignes.
in-shop-shopify = Dans l’éditeur de thème, ouvrez le modèle de produit et collez ceci dans un bloc « Custom Liquid » sous le titre, pour les étoiles.
in-shop-shopify-list = Collez ceci dans une section « Custom Liquid » sous le produit, pour les avis.
in-shop-wix = Ajoutez « Code intégré », « Élément personnalisé » à la page du produit, avec la balise afterword-reviews, l’id reviews et cette URL de serveur.
in-shop-wix-code = Collez ceci dans le code de la page.
in-shop-html = Collez ces lignes dans la page de ce produit. La page d’un autre produit porte son propre identifiant.
stars = Étoiles dans les listes et la recherche du thème
stars-about = Les cartes de produits, la recherche et les recommandations de la plupart des thèmes affichent des étoiles si deux champs d’un produit les indiquent : reviews.rating et reviews.rating_count. Afterword écrit les deux au moyen de votre application, qui a besoin pour cela de l’autorisation write_products, et les tient à jour avec dix minutes de retard au plus sur vos pages publiques. D’autres applications peuvent aussi les écrire, et la dernière l’emporte : désactivez d’abord leurs étoiles.
stars-no-app = Pour afficher des étoiles dans les listes et la recherche du thème, connectez votre boutique avec l’identifiant du client de votre propre application dans « Paramètres », « Commandes », « Shopify ».
stars-scope = Votre application n’a pas le droit d’écrire les produits. Dans le Dev Dashboard de Shopify, ajoutez l’autorisation write_products à celles qu’elle a déjà, publiez cela comme nouvelle version et approuvez-la dans votre boutique.
stars-show = Afficher les étoiles dans les listes et la recherche
stars-take-away = Retirer les étoiles
stars-on-done = Vos produits reçoivent maintenant leurs étoiles : il faut environ une minute pour 4 000 produits.
stars-off-done = Les étoiles sont en cours de retrait : il faut environ une minute pour 4 000 produits. Laissez l’application dans votre boutique jusqu’à ce qu’il n’en reste aucune.
stars-on = Produits avec étoiles : { $count }.
stars-as-of = Dernière écriture { $ago }.
stars-waiting = { $count ->
        [0] Vos produits reçoivent maintenant leurs étoiles.
       *[other] Encore à écrire : { $count }.
    }
stars-leave = Produits dont nos étoiles sont encore à retirer : { $count }. Laissez l’application dans votre boutique jusqu’à ce qu’il n’en reste aucune.
stars-again = Afterword réessaie pendant un jour.
stars-given-up = Afterword a essayé pendant un jour. Il réessaie quand un nombre ou la connexion change. D’ici là, ce qui a été écrit reste dans votre boutique.
stars-refused = Shopify n’accepte pas d’étoiles pour { $count } de vos produits, peut-être parce qu’ils ont été supprimés : { $products }.
stars-others = Une autre application écrit aussi dans ces champs : pour « { $product } », ils indiquaient { $average } ({ $count }) { $ago }, ce qui ne vient pas de nous. Désactivez les étoiles de cette application.
in-shop-qr = QR code
in-shop-qr-about = Il mène à la page où vos clients peuvent écrire, pour le comptoir ou un colis. Un tel avis attend toujours votre décision.
in-shop-qr-save = Enregistrer en SVG
in-shop-seen = Vu sur { $host } { $ago }.
in-shop-reads = Lectures des dernières 24 heures : au moins { $count }.
in-shop-unseen = Aucune page de votre boutique n’a encore affiché d’avis.
in-shop-plug-in = Votre extension affiche étoiles et avis
in-shop-plug-in-about = Elle n’a besoin d’aucune ligne : étoiles, onglet et données pour les moteurs de recherche sont là dès son activation.

## Clés API

keys-page = Clés API
keys-about = Avec une clé, un de vos programmes peut faire ce que vous faites ici. Donnez à chaque programme sa propre clé.
refused-too_many_keys = Une boutique a 20 clés au plus. Révoquez-en une qui ne sert plus.
secret-copy = Copiez ceci maintenant
secret-once = Ce n’est affiché qu’ici. Gardez-le là où seul votre programme peut le lire.
key-made = créée le { $day }
key-used = utilisée pour la dernière fois le { $day }
key-unused = jamais utilisée
key-ends = expire le { $day }
key-endless = n’expire jamais
key-may = Ce qu’elle permet
key-other = Une autre API
key-revoke = Révoquer…
key-revoke-about = Le programme qui l’utilise sera refusé dès son prochain appel. C’est irréversible.
key-revoke-yes = Oui, révoquer
key-revoked = Clé révoquée. Son prochain appel sera refusé.
key-new = Nouvelle clé
key-make = Créer la clé
key-name = Nom
key-dialect = Destinée à
key-dialect-betterreviews = Notre propre API, ou des programmes pour BetterReviews
key-dialect-amino = Des programmes pour Amino
key-dialect-moregoodreviews = Des programmes pour More Good Reviews
key-dialect-wix = Des programmes pour Wix
key-scopes = Permet de
key-scopes-about = Ne cochez rien pour les autorisations habituelles.
key-scopes-requests-read = Lire les demandes
key-scopes-requests-write = Créer, envoyer et annuler des demandes
key-scopes-catalog-read = Lire les produits et les commandes
key-scopes-catalog-write = Modifier les produits et les commandes
key-scopes-settings-read = Lire les paramètres
key-scopes-settings-write = Modifier les paramètres
key-scopes-suppressions-read = Lire qui ne reçoit pas de messages
key-scopes-suppressions-write = Décider qui ne reçoit pas de messages
key-scopes-reviews-read = Lire les avis
key-scopes-reviews-moderate = Publier et écarter des avis, y répondre
key-scopes-reviews-write = Supprimer et importer des avis
key-scopes-webhooks-manage = Webhooks
key-scopes-customers-read = Lire les clients
key-scopes-customers-write = Modifier les clients
key-scopes-privacy-manage = Exporter et effacer les données d’une personne
key-scopes-keys-manage = Créer et révoquer des clés
key-scopes-members-manage = Inviter et retirer des membres
key-scopes-audit-read = Lire le journal d’audit
key-scopes-integrations-manage = Connecter Shopify et WooCommerce
key-scopes-SCOPE-DC-REVIEWS-MANAGE-REVIEWS = Wix : tous les appels sur les avis
key-scopes-SCOPE-DC_REVIEWS-MANAGE-REVIEW_REQUESTS = Wix : tous les appels sur les demandes d’avis
key-expires_at = Expire le
key-expires_at-about = Laissez vide pour une clé qui n’expire jamais.
key-expires_at-wrong = Veuillez indiquer un jour et une heure à venir.

## Membres

members-told = E-mails sur les avis
members-told-at_once = Tout de suite, un par heure au plus
members-told-each_morning = Chaque matin à 8 h
members-told-mondays = Le lundi à 8 h
members-told-never = Jamais
members-none = Pas encore de membre. Invitez le premier ci-dessous.
member-invited = invitation envoyée { $ago }, pas encore acceptée
member-joined = membre depuis le { $day }
member-role = Rôle
member-change = Changer le rôle
member-remove = Retirer
member-remove-sure = Retirer { $email } ? Cette personne est déconnectée aussitôt.
member-remove-yes = Oui, retirer
member-sign-out = Déconnecter de cette boutique
member-sign-out-own = Se déconnecter partout, de toutes les boutiques
member-guests = Liens sans e-mail
member-guests-text = L’opérateur ou un de vos programmes peut ouvrir cette console avec un lien, sans e-mail. Ce bouton met fin à toutes ces sessions et aux clés qui y ont été créées.
invite-heading = Inviter un membre
invite-button = Envoyer l’invitation
role-owner-about = Tout, y compris les membres, les clés et les paramètres
role-moderator-about = Avis, réponses, demandes
role-reader-about = Lecture seule
member-invite-done = Invitation créée. L’e-mail est en route.
member-change-done = Le rôle a été changé.
member-remove-done = Membre retiré et déconnecté.
member-sign-out-done = Déconnexion de cette boutique faite.
refused-member_exists = Cette personne est déjà membre ou invitée.
member-no-role = Veuillez choisir un rôle.
refused-too_many_members = Une boutique a 50 membres au plus.
refused-last_owner = Une boutique a besoin d’un propriétaire. Donnez d’abord ce rôle à un autre membre.

## Numbers

nav-numbers = Chiffres
numbers-about = Demandes créées du { $from } au { $to } (UTC), et ce qu’elles sont devenues.
numbers-none = Les chiffres arrivent avec votre première demande. Essayez sur vous-même : rien n’en est compté.
numbers-periods = Période
numbers-period-28 = 28 derniers jours
numbers-period-this-month = Ce mois-ci
numbers-period-last-month = Mois dernier
numbers-period-90 = 90 derniers jours
numbers-so-far = { $sent ->
        [one] { $reviewed } demande envoyée sur { $sent } a donné lieu à un avis.
       *[other] { $reviewed } demandes envoyées sur { $sent } ont donné lieu à un avis.
    }
numbers-before = { $days ->
        [one] La veille : { $reviewed } sur { $sent }.
       *[other] Au cours des { $days } jours précédents : { $reviewed } sur { $sent }.
    }
numbers-funnel = De la demande à l’avis
numbers-of-sent = Des envoyées
numbers-created = Créées
numbers-sent = Envoyées
numbers-sent-about = Les autres attendent leur heure, ont été partagées par vous-même ou ont échoué.
numbers-opened = Ouvertes
numbers-opened-about = Le lien a été ouvert. Certains systèmes de messagerie ouvrent les liens pour les vérifier ; cela compte aussi.
numbers-engaged = Commencées
numbers-completed = Évaluées
numbers-shared = { $count ->
        [one] { $count } autre a été évaluée par un lien que vous avez partagé vous-même.
       *[other] { $count } autres ont été évaluées par des liens que vous avez partagés vous-même.
    }
numbers-days = Envoyées et évaluées, par jour
numbers-days-about = Des demandes créées un jour donné : combien ont été envoyées, et combien de celles-ci ont été évaluées depuis
numbers-day-tip = { $day } : { $sent } envoyées, { $reviewed } évaluées
numbers-chart = Les chiffres sont dans le tableau ci-dessous.
numbers-table = Les chiffres dans un tableau
numbers-day = Jour
numbers-not-sent = Pourquoi des messages n’ont pas été envoyés ou sont revenus
numbers-not-sent-about = Une demande peut avoir plusieurs messages : par e-mail, par SMS, et des rappels.
numbers-not-sent-from = Compté depuis le { $from }.
numbers-example = Un exemple
numbers-not-sent-all = Demandes échouées
numbers-not-sent-none = Tous les messages ont été envoyés et aucun n’est revenu.
numbers-returned = Retours et plaintes
numbers-returned-none = Aucun e-mail n’a encore été envoyé.
numbers-line = Amazon intervient à partir de
numbers-count = E-mails
numbers-part = Part
numbers-bounced = Revenus
numbers-complained = Signalés comme indésirables
numbers-stars-about = Tous les avis. Ceux qui ne sont pas publics attendent, sont retenus ou ont été supprimés.
numbers-submitted = Déposés
numbers-published = Publics
numbers-returned-of = { $count ->
        [one] Sur le dernier e-mail
       *[other] Sur les { $count } derniers e-mails
    }
numbers-facts-before = Avant
numbers-facts-changed = Produits dont les réponses ont le plus changé

## Products and locations

nav-products = Produits
products-text = Ce que votre boutique a décrit ou qu’une commande a nommé. Chaque produit mène à ses avis.
products-nothing = Pas encore de produits. Ils arrivent avec les commandes, par une boutique connectée ou par l’API.
products-incomplete = Incomplets
products-incomplete-text = Google ne peut pas utiliser les avis sur un produit sans page, et ne le trouve que par un code-barres (GTIN), par le numéro et la marque du fabricant ou par votre numéro (SKU). Ajoutez ce qui manque dans le système de votre boutique, qui l’envoie alors ici, ou par l’API : le produit quitte cette liste.
products-no-page = Sans page
products-no-number = Sans code ni numéro
products-none-here = Rien ne manque parmi ces produits.
products-average = { $average } sur 5
products-published = { $count ->
        [one] { $count } avis publié
       *[other] { $count } avis publiés
    }
product-title = Titre du produit
product-title-text = Ni le système de votre boutique ni un programme n’a encore décrit ce produit. Les e-mails, la page d’avis et votre boutique affichent le titre saisi ici, jusqu’à ce que ce soit fait.
product-title-wrong = Un titre compte de 1 à 255 caractères.
product-title-give = Donner un titre au produit
product-title-done = Le titre est maintenant : { $title }
product-title-described = Le système de votre boutique ou un programme a décrit ce produit : modifiez le titre là-bas.
product-ask = Demander des avis
product-ask-about = Si la case est décochée, aucun avis n’est demandé sur ce produit. Ses avis restent, et les autres produits d’une commande font l’objet d’une demande. Ce choix passe avant ce que dit le système de votre boutique.
product-ask-on = Des avis sont demandés sur ce produit.
product-ask-off = Plus aucun avis n’est demandé sur ce produit.
product-not-asked = Sans demande
product-reviews = Tous ses avis
product-months = Étoiles au fil du temps
product-months-cut = D’après les { $count } avis les plus récents, depuis le { $day }
product-months-most = Avis, { $count } par mois au plus
product-month = Mois
product-month-stars = Étoiles en moyenne
product-together = Affiché avec
product-together-about = Tailles, couleurs, langues ou fiches d’un même produit : les pages de chacun montrent les avis de tous et un seul chiffre. Réunir des produits différents trompe les acheteurs. Votre choix ici passe avant ce que dit le système de votre boutique.
product-together-number = { $average } sur { $count } avis
product-together-none = aucun avis
product-together-becomes = { $before } devient { $after }
product-together-find = Chercher un produit à ajouter
product-together-partial = Ce n’est pas tout le catalogue : un identifiant de produit complet trouve tout autre produit.
product-together-add = Ajouter
product-together-added = { $title } est maintenant affiché avec lui.
refused-group_full = 90 produits au plus peuvent ne faire qu’un.
product-together-take = Retirer
product-together-taken = { $title } est maintenant affiché seul.
product-together-leave = Afficher seul
product-together-alone = Le système de votre boutique dit que ce produit appartient à { $title }. Vous avez choisi qu’il soit affiché seul.
product-together-follow = Suivre le système
product-together-followed = { $title } : le système de votre boutique décide à nouveau.

## Demandes

nav-requests = Demandes
customers-find = Nom, e-mail ou commande
customers-find-about = Saisissez des mots d’un nom, ou l’adresse, le numéro ou l’identifiant de commande en entier. Ils sont chiffrés, on ne peut donc pas chercher une partie d’un mot.
customers-find-wrong = Ce n’est ni une adresse e-mail, ni un numéro de téléphone, ni un identifiant de commande. Les numéros d’un autre pays commencent par + et leur indicatif.
customers-find-name = Personne du nom de « { $typed } » n’a été trouvé. Un nom se cherche par mots entiers, et seulement parmi les clients ajoutés depuis que les noms peuvent être cherchés. Pour les autres, saisissez l’adresse e-mail, le numéro de téléphone ou le numéro de commande complet.
customers-everyone = Toutes
customers-failed-today = Échouées ces dernières 24 heures
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
requests-partial = Rien parmi les 500 dernières. Il y en a peut-être de plus anciennes : continuez avec « Suivant ».
request-products = { $count ->
        [one] { $count } produit
       *[other] { $count } produits
    }
request-products-more = { $count ->
        [one] { $product } et { $count } autre
       *[other] { $product } et { $count } autres
    }
request-planned = envoi le { $at }
request-no-order = Sans commande
request-status-manual = Non envoyée
request-status-scheduled = Prévue
request-status-sending = En cours d’envoi
request-status-sent = Envoyée
request-status-completed = Avis reçu
request-status-cancelled = Annulée
request-status-expired = Expirée
request-status-failed = Échouée
request-waits = En attente : le fournisseur n’accepte pas de messages pour le moment et les prendra plus tard.
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
request-phone = Téléphone
request-items = La demande porte sur
request-reviewed = avis du { $day }
request-back = Retour à la demande
request-link = Lien à copier
request-link-text = Toute personne qui l’a peut donner un avis à la place de ce client. Ne le transmettez qu’à lui.
request-link-gone = Le lien ne fonctionne plus.
request-send = Envoyer maintenant
request-send-done = Envoi en cours.
request-cancel = Annuler…
request-cancel-text = Le lien cesse de fonctionner et plus rien n’est envoyé. Les avis restent. C’est irréversible.
request-cancel-sure = Annuler la demande
request-cancel-done = Demande annulée. Le lien ne fonctionne plus.
refused-already_sent = Pas de nouvel envoi : le premier message a déjà été envoyé.
refused-already_completed = Pas d’envoi : tout a reçu un avis.
refused-request_cancelled = Pas d’envoi : la demande est annulée.
refused-request_expired = Pas d’envoi : le lien a expiré.
refused-request_failed = Pas d’envoi : le message a définitivement échoué. La raison est ci-dessous.
refused-request_stopped = Pas d’envoi : une règle a arrêté le message. La raison est ci-dessous.
refused-no_recipient = Pas d’envoi : il n’y a ni adresse e-mail ni numéro de téléphone.

## Avis

nav-reviews = Avis
reviews-text = Les avis en attente vont du plus ancien au plus récent. Les clients ne les voient pas encore.
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
reviews-unanswered = Sans réponse
reviews-of-shop = La boutique elle-même
reviews-nothing-waiting = Aucun avis n’attend de décision.
reviews-nothing-all = Pas encore d’avis.
reviews-nothing-found = Aucun avis ne correspond.
reviews-all-answered = Tous ont une réponse.
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
review-reported-about = Écartez l’avis ci-dessous, ou maintenez-le. Les lecteurs qui ont laissé une adresse reçoivent votre décision et sa raison par e-mail dans quelques minutes.
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
review-verified-order = Achat vérifié
review-verified-request = Demandé après une commande
review-verified-claimed = Achat confirmé par { $system }
review-verified-none = Non vérifié
review-incentivized = A reçu une contrepartie
review-public = Voir en public
review-written = écrit { $time }
review-edited = modifié { $time }
review-experienced = date de l’expérience : { $month }
review-order = Commande { $order }
review-is-submitted = Attend une décision. Visible de vous seulement.
review-is-published = Publié
review-is-withheld = Écarté
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
review-by-member = Un membre de la boutique
review-by-mail = { $who }, par un lien dans un e-mail
review-by-rule = Une règle

## Ce qu’un clic a fait

review-done-published = { $author } : avis publié.
review-done-withheld = { $author } : avis écarté.
review-done-withheld-notification = { $author } : avis écarté ; la raison part par e-mail dans quelques minutes.
review-done-edit-dropped = { $author } : modification rejetée. La version publique reste.
review-done-replied = { $author } : réponse publiée.
review-done-kept = { $author } : avis maintenu.
review-done-replied-notification = { $author } : réponse publiée ; elle part par e-mail dans quelques minutes.
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
        [one] { $count } avis écarté ; la raison part par e-mail dans quelques minutes.
       *[other] { $count } avis écartés ; la raison part par e-mail dans quelques minutes.
    }
reviews-done-undone = { $count ->
        [one] { $count } avis est de nouveau comme avant.
       *[other] { $count } avis sont de nouveau comme avant.
    }
reviews-done-left = { $count ->
        [one] { $count } avis est resté tel quel : il a changé entre-temps, ou il est trop tard.
       *[other] { $count } avis sont restés tels quels : ils ont changé entre-temps, ou il est trop tard.
    }
reviews-done-stopped = Ensuite, une erreur s’est produite. Les autres n’ont pas changé : veuillez réessayer.
review-changed = Quelqu’un a modifié cet avis entre-temps, ou il est trop tard pour annuler. Voici où il en est ; rien de votre part n’a été enregistré.
review-wrong-reason = Veuillez choisir une raison.
review-wrong-note = Une note tient sur une ligne de 500 caractères au plus. Rien n’a été enregistré.
review-wrong-reply = Une réponse compte de 1 à 10 000 caractères.
review-wrong-kept = Veuillez dire pourquoi il reste, sur une ligne de 500 caractères au plus.

## The own sender

sender-heading = Expéditeur propre
sender-about = Vos e-mails aux clients partent d’une adresse de votre propre domaine, pour que les messageries affichent votre nom et lui fassent confiance. Il vous faut un accès au DNS de votre domaine.
sender-test_mode = En mode test, rien n’est envoyé : il n’y a donc pas d’expéditeur à configurer.
sender-records = Ajoutez ces quatre enregistrements au DNS de { $domain }. Le premier dit que le domaine est à vous, et les autres permettent de signer les e-mails en votre nom. Ils ne changent rien d’autre à votre site ni à vos boîtes.
sender-name = Nom ({ $type })
sender-value = Valeur
sender-wait = Les enregistrements sont recherchés toutes les quelques minutes, puis toutes les quelques heures. Le DNS peut prendre jusqu’à trois jours. Tant qu’ils ne sont pas trouvés, vos e-mails partent comme avant. Laissez-les en place : sans eux, vos e-mails partent aussi comme avant.
sender-remove = Ne plus utiliser cette adresse
sender-removed = Vos e-mails partent comme avant. Vous pouvez supprimer les enregistrements de votre DNS.
sender-address = Domaine ou adresse
sender-address-about = Par exemple avis@votre-boutique.fr. Les réponses y arrivent aussi, sauf si vous indiquez une autre adresse dans les réglages.
sender-save = Afficher les enregistrements
sender-making = Les enregistrements sont en cours de création. Revenez dans cinq minutes.
sender-asked = Les enregistrements de { $domain } ne sont pas encore trouvés.
sender-stands = Vos e-mails partent de { $address }.
sender-lost = Les enregistrements de { $domain } ne sont plus trouvés. En attendant leur retour, vos e-mails partent comme avant.
sender-taken = Ce domaine, ou un domaine au-dessus ou au-dessous de lui, est déjà utilisé ici. S’il est à vous, adressez-vous à votre opérateur.
sender-invalid = Saisissez un domaine ou une adresse.
sender-mailbox = Ce domaine appartient à un fournisseur de messagerie. Utilisez un domaine à vous.
sender-operators = Ce domaine appartient à votre opérateur. Utilisez un domaine à vous.
sender-too_many = Vous venez d’abandonner plusieurs domaines. Réessayez dans dix minutes.

## Paramètres

nav-settings = Paramètres
settings-text = Les heures sont celles de { $zone }.
settings-owners = Seuls les propriétaires peuvent changer les paramètres. Vous pouvez les lire ici.
settings-parts = Parties
settings-saved = Enregistré : { $names }.
settings-same = Aucune modification à enregistrer.
field-wrong = Cette valeur ne convient pas. Veuillez la changer.
field-wrong-url = Veuillez saisir une adresse qui commence par https://.
field-wrong-email = Veuillez saisir une adresse e-mail.
field-wrong-line = Veuillez écrire de 1 à { $most } caractères, sur une seule ligne.
field-wrong-number = Veuillez saisir un nombre de { $least } à { $most }.
field-leads-elsewhere = Veuillez retirer les numéros de téléphone, les comptes, les liens et les adresses e-mail. Seuls peuvent rester ceux du domaine de votre page de contact, de votre politique de confidentialité, de votre boutique ou de l’adresse de réponse : enregistrez-les d’abord dans les paramètres.

set-moderation = Quand quelqu’un écrit un avis
set-moderation-publish = Le publier aussitôt
set-moderation-publish-about = Les avis avec un numéro de téléphone, une adresse e-mail ou un site web attendent quand même votre décision.
set-moderation-hold = Le laisser attendre jusqu’à ce que nous l’ayons lu
set-moderation-hold-about = Il attend sur la page « Avis » jusqu’à ce que vous le publiiez ou l’écartiez.
set-public_display = Montrer en public les avis publiés
set-ai_questions = Une IA pose des questions sur la page du client
set-ai_questions-about = Seulement si votre opérateur a configuré un modèle. Elle pose des questions sur le produit, lit les réponses et propose tout au plus le début d’une réponse ; elle ne voit ni nom, ni adresse, ni étoiles. Sinon, des questions toutes faites sont posées.
set-incentives = Ce que reçoit l’auteur d’un avis
set-incentives-about = Par exemple : 5 % sur la prochaine commande. Votre page de confiance l’indique. Laissez vide s’il ne reçoit rien.
set-facts = Faits
settings-facts-about = Des questions sur les produits auxquelles les clients répondent d’un geste, à côté des étoiles et des mots. Les lecteurs voient les réponses en barres dès que cinq clients ont répondu. Trois ou cinq réponses forment un ordre, de la première à la dernière. Si vous reformulez une question ou une réponse, les choix des clients restent. Pour demander autre chose, videz d’abord les anciens mots et enregistrez.
set-facts-wrong = Donnez à chaque question de deux à cinq réponses différentes. Si deux questions ont les mêmes mots, il leur faut les mêmes réponses, et des types ou étiquettes différents.
set-facts-question = Question
set-facts-answer = Réponse
set-facts-label = Seulement pour les produits de ce type ou avec cette étiquette
in-shop-look = Leur apparence

settings-pause-heading = Mettre les envois en pause
settings-pause-about = Vos clients ne reçoivent ni e-mail, ni SMS, ni rappel. Ce qui devait partir est envoyé ensuite, dans l’ordre.
settings-pause-save = Mettre en pause
settings-paused = Les envois sont en pause jusqu’au { $until }.
settings-resume = Reprendre
settings-due = { $count ->
        [0] Aucun message n’est encore en attente d’envoi.
        [one] Un message est déjà en attente d’envoi.
       *[other] { $count } messages sont déjà en attente d’envoi.
    }
settings-leave = { $hours ->
        [one] Tout partira dans l’heure qui suit la reprise des envois.
       *[other] Tout partira dans les { $hours } heures qui suivent la reprise des envois.
    }
settings-resumed = Les envois ont repris.
settings-operator-pause = L’opérateur de ce service a mis vos envois en pause. Lui seul peut les reprendre.
set-paused_until = En pause jusqu’au
set-paused_until-wrong = Veuillez indiquer un jour et une heure.

settings-hours-heading = Horaires d’envoi
settings-hours-about = Quand les messages peuvent être envoyés. Ce qui tombe en dehors de ces horaires attend les suivants.
set-send_window = Envoyer les messages
set-send_window-any = À toute heure
set-send_window-only = Seulement à ces heures
set-send_window-from = De
set-send_window-to = À
set-send_window-monday = lun.
set-send_window-tuesday = mar.
set-send_window-wednesday = mer.
set-send_window-thursday = jeu.
set-send_window-friday = ven.
set-send_window-saturday = sam.
set-send_window-sunday = dim.
set-send_window-time_zone = Fuseau horaire
set-send_window-about = Dans le fuseau horaire du client s’il est connu, sinon dans celui de votre boutique.
set-send_window-wrong = Veuillez indiquer deux heures séparées d’au moins une heure, et au moins un jour.

settings-look-heading = Votre boutique
save = Enregistrer
set-shop_name = Nom
set-logo_url = Adresse de votre logo
set-logo_url-about = Une image d’au moins 96 pixels de haut. Laissez vide pour n’afficher que votre nom.
set-color = Couleur des liens et des boutons
set-color-own = Notre propre couleur
set-color-about = Elle est assombrie ou éclaircie là où elle serait difficile à lire. Sans couleur à vous, c’est un vert foncé.
set-language = Langue
set-country = Pays
set-country-none = Non indiqué
set-country-wrong = Veuillez choisir un pays.
set-shop_address = Adresse postale
place-text = Votre pays propose le reste.
place-zone-usual = Le plus peuplé du pays
place-language-usual = Celle du pays, si possible
place-hours = Dès que vous aurez enregistré, les messages partiront de 9 h à 20 h dans ce fuseau horaire, et un rappel suivra.
place-saved = Enregistré.
place-hours-saved = Enregistré. Les messages partent de { $from } à { $to } ({ $zone }).

settings-requests-heading = Demandes et rappels
set-default_reminders = Rappels après le premier message
set-reminder_days = Jours entre le premier message et les rappels
set-reminder_days-about = Trois jours, par exemple 3, 7, 14. Plus aucun rappel ne suit dès qu’un avis est donné.
set-reminder_days-wrong = Veuillez saisir trois nombres croissants de 1 à 60, par exemple 3, 7, 14.
set-ask_once = Si quelqu’un achète de nouveau le même produit
set-ask_once-integrations = Ne pas redemander pour les commandes de Shopify ou WooCommerce
set-ask_once-integrations-about = Les demandes créées par vos propres programmes sont quand même envoyées.
set-ask_once-never = Demander pour chaque commande
set-ask_once-never-about = Le même produit peut être évalué une fois par commande.

settings-replies-about = Cinq au plus. Quand vous répondez à un avis, un clic ou les touches 1 à 5 les insèrent ; vous pouvez les modifier avant l’envoi.
set-saved_replies = Réponses enregistrées
set-saved_replies-about = { "{name}" } devient le prénom de l’auteur, { "{product}" } le produit et { "{shop}" } votre boutique. Une réponse n’est pas proposée si l’avis n’a pas ce nom ou ce produit.
set-saved_replies-wrong = Chaque texte compte 500 caractères au plus. Les accolades ne servent que dans { "{name}" }, { "{product}" } et { "{shop}" }.
set-keep_months = Mois après lesquels les données anciennes sont effacées
set-keep_months-about = De 6 à 120 ; vide pour tout conserver. Les commandes, demandes et messages plus anciens sont effacés avec leurs clients, sauf s’ils ont quelque chose de plus récent. Les avis publiés et les désinscriptions restent.

settings-contact-heading = Contact
set-reply_to = Les réponses aux e-mails vont à
set-reply_to-about = Tous les clients voient cette adresse.
set-contact_url = Votre page de contact
set-contact_url-about = En lien dans les e-mails et sur la page du client.
set-privacy_url = Votre politique de confidentialité
set-storefront_url = Le domaine propre de votre boutique
set-storefront_url-about = L’adresse que les clients connaissent, par exemple https://fern.example. Elle remplace myshopify.com partout où des produits sont en lien.
set-storefront_url-wrong = Veuillez saisir une adresse qui commence par https://, sans chemin et hors de myshopify.com.
set-owner_email = Les e-mails sur la boutique elle-même vont à
set-owner_email-about = Par exemple quand un webhook est désactivé ou que des avis sont arrivés. Les clients ne la voient jamais.

## La fin de la boutique

end-heading = Fermer cette boutique
end-about = Dès lors, les clients ne reçoivent plus aucun message, et les clés d’API, les liens et les pages ne fonctionnent plus, ceux du mode test non plus. Pendant 30 jours, un propriétaire peut se connecter et la rouvrir. Ensuite, tout ce qui est enregistré de la boutique est détruit. Emportez d’abord vos données : elles sont plus haut.
end-about-test = Seul le mode test est fermé : ses clés d’API et ses liens ne fonctionnent plus. Pendant 30 jours, un propriétaire peut se connecter et le rouvrir. Ensuite, tout ce qui en est enregistré est détruit.
end-type = Pour confirmer, saisissez l’identifiant de la boutique : { $shop }
end-button = Fermer la boutique
end-wrong = Rien n’a été modifié : votre saisie n’est pas l’identifiant de la boutique, { $shop }.
shop-ended-heading = { $shop } est fermée
shop-ended-text = Les clients ne reçoivent aucun message, et les clés d’API, les liens et les pages ne fonctionnent pas. Jusqu’au { $until }, un propriétaire peut la rouvrir. Ensuite, tout ce qui est enregistré de la boutique est détruit.
shop-ended-ask = Seul un propriétaire peut la rouvrir : demandez à l’un d’eux de se connecter.
shop-ended-restore = Rouvrir la boutique
shop-ended-restored = La boutique est de nouveau ouverte : ses clés d’API, ses liens et ses pages fonctionnent, et les messages qui attendaient sont envoyés.

## Le cadre de chaque page

skip = Aller au contenu
nav-label = Pages
way-data = Vos données
way-developers = Développeurs
way-orders = Commandes
way-products = Tous les produits
way-settings = Général
way-team = Équipe
way-you = Vous
in-shop-public = Avis publiés
in-shop-trust = Page de confiance
in-shop-not-public = Vos avis ne sont pas montrés en public : ce sont des données de test, ou vous l’avez désactivé dans les paramètres.
you-language = Votre langue
help-heading = Si quelque chose ne fonctionne pas
help-not-sent = Un client n’a pas reçu de message
help-not-sent-text = Cherchez l’adresse e-mail complète dans « Clients ». La page de la demande dit ce qui s’est passé, pourquoi, et ce qui vient ensuite.
help-held-text = Trop d’e-mails sont revenus ou ont été signalés comme indésirables, et continuer nuirait à votre domaine. Retirez de votre boutique les adresses qui n’existent pas. Les envois reprennent d’eux-mêmes dès que presque plus rien ne revient ; « Aujourd’hui » l’indique tant qu’ils sont suspendus. Si c’est urgent, un propriétaire peut y débloquer les e-mails, une fois en 7 jours ; ensuite, adressez-vous à l’opérateur de ce service.
help-webhook = Un webhook échoue
help-webhook-text = Votre point de terminaison doit répondre par un statut de 200 à 299. Les événements sont conservés trois jours et envoyés dans l’ordre dès qu’il fonctionne de nouveau. « Paramètres », « Développeurs » montre chaque réponse.
test-data = Données de test
role-owner = Propriétaire
role-moderator = Modérateur
role-reader = Lecteur
guest = Connexion avec un lien
sign-out = Se déconnecter
nav-shops = Vos boutiques
undo = Annuler
seconds = s
search = Rechercher
copy = Copier
copied = Copié
fields-choose = Choisir…
next-page = Suivant
first-page = Retour au début
nothing-here = Rien ici pour le moment.
failed = Cela n’a pas atteint le serveur. Veuillez réessayer.
waiting-count = { $count ->
        [one] { $count } en attente
       *[other] { $count } en attente
    }

## Heures

ago-now = à l’instant
ago-minutes = { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours = { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days = { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
at-time = { $day } à { $time }

## Clavier

keys-heading = Raccourcis clavier
keys-move = Suivant et précédent
keys-mark = Marquer un avis ; a et w valent alors pour tous les avis marqués
keys-help = Cette liste
close = Fermer

## Quand quelque chose ne fonctionne pas

not-found-heading = Page introuvable
not-found-text = L’adresse est fausse, ou la page n’existe plus.
forbidden-heading = Non autorisé
forbidden-text = Votre rôle ne le permet pas. Un propriétaire peut changer les rôles dans « Paramètres », « Équipe ».
guest-heading = Seulement cette boutique
guest-text = Vous êtes connecté par un lien, sans adresse e-mail : on ne sait donc pas quelles autres boutiques sont les vôtres. Dans « Paramètres », « Équipe », vous pouvez inviter votre adresse, puis vous connecter avec elle.
origin-heading = Non envoyé depuis cette page
origin-text = Le formulaire ne venait pas de cette console : rien n’a été changé. Rouvrez la page et réessayez.
conflict-heading = Modifié entre-temps
conflict-text = Quelqu’un d’autre l’a modifié après que vous l’avez ouvert. Voici où cela en est.
failure-heading = Une erreur s’est produite
failure-text = Rien n’a été changé. Veuillez réessayer dans un instant.
too-many-heading = Trop d’e-mails
too-many-text = Trop de liens ont été demandés pour cette adresse. Vous pouvez encore en demander un dans un navigateur où une connexion a déjà eu lieu ; sinon, réessayez dans une heure.
back-home = Retour à la console

## Travaux longs

progress-of = { $done } sur { $all }.
progress-so-far = Jusqu’ici : { $what }.
progress-left = { $minutes ->
        [0] Moins d’une minute restante.
        [1] Encore une minute environ.
       *[other] Encore { $minutes } minutes environ.
    }
progress-again = Actualiser

## Connexion

sign-in-text = Saisissez votre adresse e-mail, et nous vous enverrons un lien.
sign-in-email = E-mail
sign-in-ask = M’envoyer un lien
sign-in-bad-email = Veuillez vérifier l’adresse.
waiting-heading = Consultez votre messagerie
waiting-text = Si { $email } peut se connecter, un e-mail avec un lien est en route. Le lien fonctionne pendant 15 minutes.
waiting-still = Plus d’e-mails pour le moment. Le lien que nous avons envoyé { $ago } fonctionne encore.
waiting-here = Ouvrez le lien dans ce navigateur pour vous connecter ici.
waiting-elsewhere = Lien ouvert sur un autre appareil ?
waiting-code = Code
waiting-code-text = Il y affiche un code de huit lettres. Saisissez-le ici.
waiting-again = Le renvoyer
waiting-other = Utiliser une autre adresse
wrong-code = Ce code ne fonctionne pas. Après cinq essais, il vous faut un nouveau lien.
link-heading = Se connecter à la console
link-text = Appuyez sur le bouton pour vous connecter.
link-guest-text = Le bouton vous connecte à { $shop }. Votre rôle y sera : { $role }. Ne continuez que si vous savez qui vous a envoyé ce lien.
link-guest-left = Votre session chez { $shop } prendra alors fin dans ce navigateur.
link-owner-text = Saisissez votre adresse e-mail, et nous vous enverrons un lien. Il fait de vous un propriétaire de { $shop }. Ne continuez que si vous savez qui vous a envoyé cette page.
link-without = Se connecter sans e-mail
link-without-text = Une seule fois, comme propriétaire. Quand cette session prendra fin, seul un nouveau lien ou une invitation vous laissera entrer.
code-heading = Votre code
code-text = Vous avez demandé à vous connecter depuis un autre navigateur. Saisissez ce code dans la fenêtre qui y attend.
code-warning = Ne donnez jamais ce code à personne. Si vous n’avez pas demandé à vous connecter, fermez cette page.
over-text = Il a déjà été utilisé, ou ses 15 minutes sont passées. Demandez-en un nouveau.
signed-out-heading = Vous avez quitté la console
ended-heading = Veuillez vous reconnecter
ended-text = Votre session est terminée : rien n’a été enregistré.
ended-written = Ce que vous avez écrit : copiez-le avant de continuer

## Les boutiques d’une personne

shops-text = Boutiques et invitations pour { $email }.
shops-none = Vous ne faites encore partie d’aucune boutique, et aucune invitation ne vous attend. Demandez une invitation au propriétaire d’une boutique.
shops-invited = Invitation comme : { $role }
shops-here = Vous êtes ici
shops-test = Mode test
shops-accept = Accepter l’invitation
shops-decline = Refuser

## E-mails aux membres

email-sign-in-subject = Se connecter à { $shop }
email-sign-in-text = Ce lien fonctionne une fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé. Dans tout autre navigateur, il affiche un code pour la fenêtre qui attend.
email-sign-in-button = Se connecter
email-sign-in-end = Si vous ne l’avez pas demandé, vous pouvez ignorer cet e-mail : sans lui, personne ne peut se connecter.
email-sign-in-reason = Vous recevez cet e-mail parce que { $email } a été saisi sur la page de connexion.
email-invitation-subject = Invitation à { $shop }
email-invitation-text = { $shop } vous invite à participer à la gestion de ses avis. Connectez-vous avec { $email } et acceptez. Vous n’avez pas besoin de mot de passe.
email-invitation-button = Voir l’invitation
email-invitation-end = Si vous ne connaissez pas { $shop }, vous pouvez ignorer cet e-mail : rien ne se passe tant que vous n’acceptez pas.
email-invitation-reason = Vous recevez cet e-mail parce que quelqu’un chez { $shop } a saisi { $email }.
email-reviews-subject = { $count ->
        [one] Un avis pour { $shop }
       *[other] { $count } avis pour { $shop }
    }
email-reviews-heading = { $count ->
        [one] Un avis à lire
       *[other] { $count } avis à lire
    }
email-reviews-week = La semaine dernière : { $asked } sollicités, { $wrote } ont écrit, { $waiting } attendent votre décision.
email-reviews-public = Public
email-reviews-answered = Réponse publiée
email-reviews-waits = Attend votre décision : { $why }
email-reviews-edit-waits = Public. Une modification attend votre décision : { $why }
review-answer = Répondre
email-reviews-more = { $more ->
        [one] Et { $more } de plus.
       *[other] Et { $more } de plus.
    }
email-reviews-reason = Vous recevez cet e-mail parce que vous êtes membre de la console de { $shop }. Les réponses à cet e-mail n’arrivent à personne : appuyez sur « Répondre » ou « Ouvrir » sous un avis.
email-reviews-choose = Choisissez quand dans « Paramètres », « Équipe », ou mettez fin à ces e-mails :
email-reviews-owner = Vous recevez cet e-mail parce que quelqu’un a saisi { $email } comme adresse du propriétaire dans les paramètres de { $shop }. Les réponses à cet e-mail n’arrivent à personne.
email-reviews-join = Devenez membre de la console pour choisir quand ces e-mails arrivent et pour répondre d’ici. Si vous ne connaissez pas { $shop }, ou n’en voulez plus, mettez-y fin :
email-data-subject = Un client de { $shop } demande ses données
email-data-heading = Un client demande ses données
email-data-text = Par le système de votre boutique, un client demande ce qui est enregistré à son sujet. Le fichier est prêt. La loi vous donne en général 30 jours pour le remettre.
email-data-button = Télécharger le fichier
email-data-end = Vous pouvez le télécharger pendant 30 jours. S’il n’y est plus, la page le recrée.

email-connected-subject = WooCommerce est connecté à { $shop }
email-connected-heading = Votre boutique est connectée
email-connected-text = Un ou une propriétaire de { $shop } dans Afterword a connecté une boutique WooCommerce. Elle envoie désormais ses commandes, avec les noms et adresses de leurs acheteurs, et ses produits.
email-connection = Ouvrir la connexion
email-connected-end = Si ce n’était personne de chez vous, déconnectez-la à cet endroit et vérifiez qui est membre.
email-redacted-subject = Les commandes Shopify de { $shop } seront effacées dans 48 heures
email-redacted-heading = Shopify demande l’effacement de vos commandes
email-redacted-text = Shopify nous demande d’effacer les commandes signalées pour { $shop }, ainsi que les données de leurs acheteurs. Il le fait deux jours après la désinstallation d’une application. Plus aucun avis n’est demandé. Dans 48 heures, l’effacement commence et ne peut plus être annulé. Si vous ne le voulez pas, reconnectez Shopify avant.
email-redacted-end = Les avis publiés gardent leur texte. Si vous avez quitté Shopify, vous n’avez rien à faire.

email-reported-subject = Un avis pour { $shop } a été signalé
email-reported-heading = Un avis a été signalé
email-reported-text = Un lecteur dit qu’un avis publié pose problème. Veuillez le lire et décider s’il reste. Dans certains pays, la loi exige une réponse rapide.
email-reported-button = Voir l’avis
email-reported-end = L’avis est toujours public. S’il est de nouveau signalé, nous vous le dirons.
email-owner = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.

## Aujourd’hui

nav-today = Aujourd’hui
today-heading = { $count ->
        [one] { $count } avis attend votre décision
       *[other] { $count } avis attendent votre décision
    }
today-heading-none = Aucun avis n’attend votre décision
today-welcome = { $count ->
        [one] Bienvenue : encore { $count } étape jusqu’au premier avis
       *[other] Bienvenue : encore { $count } étapes jusqu’au premier avis
    }
today-text = Seulement ce qui vous attend. Tout le reste se fait tout seul.
today-needs = À faire
today-nothing = Rien pour le moment.
begin-heading = Pour commencer
begin-done = fait
begin-next = Suite : { $step }
begin-some-done = { $done } sur { $count } faites
begin-sign-in = Invitez-vous comme propriétaire
begin-sign-in-about = Le lien par lequel vous êtes venu expire. Avec votre propre accès, vous pourrez toujours revenir.
begin-orders = Faites venir des commandes
begin-orders-about = Connectez Shopify, WooCommerce ou votre propre programme : chaque commande sera suivie d’une demande. Ou collez d’anciennes commandes.
begin-place = Dites où vous êtes
begin-place-about = Votre pays détermine le fuseau horaire, la langue et les heures d’envoi. Les e-mails indiquent votre adresse et renvoient à votre politique de confidentialité.
begin-look = Choisissez votre couleur et votre logo
begin-look-about = Les e-mails et la page d’avis ressembleront à votre boutique.
begin-try = Essayez vous-même
begin-try-about = Vous recevez un vrai e-mail sur l’un de vos produits et vous donnez votre avis sur la page que voient les clients. Rien n’est compté ni affiché.
begin-try-button = M’en envoyer un
begin-try-sent = En route vers { $address }. Ouvrez le lien et envoyez un avis : rien n’est compté ni affiché.
begin-try-nobody = Personne ne le recevrait : aucun membre n’a l’adresse que les paramètres indiquent pour les e-mails sur la boutique elle-même.
begin-try-suppressed = Votre adresse ne reçoit pas d’e-mails de cette boutique : levez d’abord son blocage.
begin-try-held = Aucun e-mail n’est envoyé : trop d’e-mails de la boutique sont revenus ou ont été signalés comme indésirables. Veuillez attendre que les envois reprennent.
begin-try-paused = Aucun e-mail n’est envoyé : l’opérateur a mis les envois en pause.
begin-try-too-many = Vous avez envoyé 20 tests au cours de cette heure. Réessayez à la prochaine.
begin-show = Affichez les avis dans votre boutique
begin-show-about = L’extension pour WooCommerce, ou quelques lignes pour Shopify, Wix ou HTML.
begin-move = Apporter vos anciens avis
begin-move-about = De Judge.me, Loox, Yotpo et d’autres, par un fichier. Un essai dit d’abord ce qui se passerait.
begin-orders-waits = { $system } est connecté
begin-orders-waits-about = En attente de la première commande.
today-first = Le premier message part le { $at }.
today-first-in-shop = { $count ->
        [one] Votre premier avis est dans votre boutique.
       *[other] Vos { $count } premiers avis sont dans votre boutique.
    }
today-first-public = { $count ->
        [one] Votre premier avis est public.
       *[other] Vos { $count } premiers avis sont publics.
    }
today-waiting = { $count ->
        [one] { $count } avis attend une décision
       *[other] { $count } avis attendent une décision
    }
today-waiting-text = Tant que vous n’avez pas décidé, personne d’autre que vous ne voit ce qui a été écrit.
today-reported = { $count ->
        [one] Un avis a été signalé
       *[other] { $count } avis ont été signalés
    }
today-reported-text = Décidez s’il reste. Les lecteurs qui ont laissé une adresse apprennent votre décision et sa raison.
today-unexplained = { $count ->
        [one] Un avis a été écarté sans raison
       *[other] { $count } avis ont été écartés sans raison
    }
today-unexplained-text = Dites pourquoi. L’auteur reçoit la raison par e-mail.
today-edits = { $count ->
        [one] { $count } modification d’un avis publié attend
       *[other] { $count } modifications d’avis publiés attendent
    }
today-oldest = Le plus ancien est arrivé { $ago }.
today-longest = En attente depuis le plus longtemps
today-all = Tous les avis en attente
today-written = Derniers avis
today-figures = Les 28 derniers jours
today-sent = Demandes envoyées en 28 jours
today-sent-before = { $count } les 28 jours d’avant
today-reviewed = Évaluées, parmi les envoyées
today-reviewed-of = { $count ->
        [one] { $count } demande sur { $sent }
       *[other] { $count } demandes sur { $sent }
    }
today-reviewed-none = Connu dès qu’une demande est envoyée.
percent = { $number } %
today-average = Note moyenne
today-average-of = { $count ->
        [0] pas encore d’avis publics
        [one] { $count } public
       *[other] { $count } publics
    }
today-data-text = La demande est venue par le système de votre boutique. Téléchargez le fichier et remettez-le : la loi vous donne en général 30 jours.
today-redacted = Les commandes de { $system } seront effacées
today-redacted-text = { $system } l’a demandé. Si vous ne le voulez pas, reconnectez { $system } avant le { $at }.
today-silent = Plus rien n’arrive de { $system }
today-silent-text = Rien n’est arrivé de { $system } depuis bien plus longtemps que d’habitude. Vérifiez là-bas que les webhooks sont activés, ou que l’extension Afterword est connectée.
today-forged = Les appels de { $system } sont refusés
today-forged-text = Ils sont signés avec un autre secret. Sur la page de l’intégration, ajoutez de nouveau les webhooks ou remplacez le secret.
today-missing = Des commandes depuis le { $at } peuvent manquer.
today-refused = { $count ->
        [one] { $count } appel de { $system } a été refusé
       *[other] { $count } appels de { $system } ont été refusés
    }
today-refused-text = Ils n’ont donné lieu à aucune demande. L’API dit pourquoi : /api/v1/integrations/{ $path }/deliveries.
today-webhook-fails = { $count ->
        [one] Un webhook échoue
       *[other] { $count } webhooks échouent
    }
today-webhook-fails-text = { $count ->
        [one] { $url } ne répond pas. Ses événements attendent et seront envoyés quand il fonctionnera de nouveau.
       *[other] { $url } ne répondent pas. Leurs événements attendent et seront envoyés quand ils fonctionneront de nouveau.
    }
today-webhook-off = { $count ->
        [one] Un webhook est désactivé
       *[other] { $count } webhooks sont désactivés
    }
today-webhook-off-text = { $count ->
        [one] { $url } ne reçoit aucun événement.
       *[other] { $url } ne reçoivent aucun événement.
    }
today-held-bounces = Trop d’e-mails récents sont revenus. En l’état, les envois reprendront d’eux-mêmes le { $at }.
today-held-complaints = Trop d’e-mails récents ont été signalés comme indésirables. En l’état, les envois reprendront d’eux-mêmes le { $at }.
today-release = Débloquer les e-mails …
today-release-text = Cherchez d’abord d’où viennent ces adresses et retirez-les de votre boutique. Les e-mails en attente partiront alors dans l’ordre. C’est possible une fois en 7 jours. Si trop d’e-mails reviennent encore, la prochaine suspension durera deux fois plus longtemps.
today-release-sure = Débloquer les e-mails
today-release-done = Vos e-mails repartent, le premier dans les dix minutes.
today-release-none = Vos e-mails ne sont pas suspendus.
today-release-from = Vous pourrez les débloquer vous-même à partir du { $at }.
today-first-days = La limite d’e-mails du jour est atteinte
today-first-days-text = Votre boutique est nouvelle : elle peut envoyer { $most } e-mails aujourd’hui, puis environ le double chaque jour tant que peu reviennent. Les autres suivent d’eux-mêmes.
today-address = Vos e-mails n’ont pas d’adresse postale
today-address-text = De nombreux pays l’exigent dans chaque e-mail de ce type. Veuillez saisir l’adresse postale de votre boutique dans les paramètres.
today-no-address = Vos e-mails attendent une adresse postale
today-no-address-text = De nombreux pays l’exigent dans chaque e-mail de ce type. Vos e-mails partiront dans les quatre heures après que vous aurez saisi l’adresse postale de votre boutique dans les paramètres.
today-no-privacy = Vos e-mails ne renvoient à aucune politique de confidentialité
today-no-privacy-text = Des lois comme le RGPD exigent que vous disiez à vos clients comment vous utilisez leurs données. Veuillez saisir l’adresse de votre politique de confidentialité dans les paramètres.
today-storefront = Les produits sont en lien sur myshopify.com
today-storefront-text = Les clients et les moteurs de recherche connaissent votre boutique par son propre domaine. Veuillez saisir son adresse dans les paramètres.
today-paused = Les envois sont en pause
today-paused-text = Les clients ne reçoivent aucun message tant que les envois ne reprennent pas.
today-paused-until = Les clients ne reçoivent aucun message jusqu’au { $at }. Ce qui devait partir est envoyé ensuite, dans l’ordre.
today-failed = { $count ->
        [one] { $count } demande a échoué ces dernières 24 heures
       *[other] { $count } demandes ont échoué ces dernières 24 heures
    }
today-failed-text = La page de chaque demande dit pourquoi.

## Webhooks

hooks-about = Nous appelons votre propre serveur quand quelque chose se passe, par exemple quand un avis est publié.
refused-too_many_webhooks = Une boutique a au plus 10 webhooks. Supprimez-en un qui ne sert plus.
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
hook-new = Nouveau webhook
hook-make = Créer le webhook
hook-url = Adresse
hook-url-about = De votre serveur : elle commence par https://.
hook-url-wrong = Veuillez saisir une adresse qui commence par https:// et le nom d’un hôte public.
hook-events = Événements
hook-events-about = Ne cochez rien pour les recevoir tous, y compris ceux des versions à venir.
hook-events-wrong = Veuillez cocher les événements à envoyer.
hook-events-review-submitted = Un avis a été écrit
hook-events-review-updated = Un avis a été modifié
hook-events-review-published = Un avis a été publié
hook-events-review-withheld = Un avis a été écarté
hook-events-review-replied = Un avis a reçu une réponse
hook-events-review-deleted = Un avis a été supprimé
hook-events-request-scheduled = Un message a été prévu
hook-events-request-completed = Tout a reçu un avis
hook-events-request-expired = Un lien a expiré
hook-events-request-cancelled = Une demande a été annulée
hook-events-message-sent = Un message a été envoyé
hook-events-message-delivered = Un message a été remis
hook-events-message-failed = Un message a échoué
hook-events-message-skipped = Un message a été arrêté par une règle
hook-events-customer-suppressed = Quelqu’un ne reçoit plus de messages
hook-events-customer-erased = Les données d’un client ont été effacées
hook-events-deliverability-held = Vos e-mails sont suspendus
hook-events-deliverability-released = Vos e-mails sont de nouveau envoyés
hook-events-webhook-test = Test
hook-include = Envoyer aussi
hook-include-review = L’avis entier, avec le nom affiché
hook-include_imports = Aussi pour les avis importés
hook-include_imports-about = Sinon, un fichier d’anciens avis n’envoie rien.
hook-status = État
hook-status-enabled = Activé
hook-status-enabled-about = Cela relance aussi un webhook qui a échoué.
hook-status-disabled = Désactivé
hook-status-disabled-about = Ce qui se passe pendant qu’il est désactivé n’est pas envoyé plus tard.
hook-change = Adresse et événements
hook-foreign = Il reçoit des événements de l’API de More Good Reviews et ne peut être modifié que là : { $events }.
hook-secret = Il signe les appels, selon les règles de Standard Webhooks.
hook-rotate-about = Pendant 24 heures, les appels sont signés avec les deux secrets. Mettez le nouveau dans votre serveur d’ici là.
hook-end = Supprimer…
hook-end-about = Son journal est supprimé, et les événements qui ne lui ont pas encore été remis ne le seront jamais.
hook-end-yes = Oui, supprimer
hook-ended = Webhook supprimé. Il n’est plus appelé.
hook-rotated-recently = Non remplacé : trois secrets précédents fonctionnent encore. Il pourra être remplacé à partir du { $until }.
hook-log = Derniers appels
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
hook-sent = L’envoi est en cours. La réponse s’affiche ici.
hook-not-sent = Rien n’a été envoyé, car le webhook est désactivé.
hook-error-address_not_public = l’hôte n’a pas d’adresse publique
hook-error-connection_failed = pas de connexion
hook-error-connection_broken = la connexion a été coupée
hook-error-timeout = pas de réponse à temps

## Ce qu’est devenue une demande, et pourquoi

why-email = e-mail
why-sms = SMS
why-reminder-email = rappel { $number } par e-mail
why-reminder-sms = rappel { $number } par SMS
why-provider-email = le service e-mail
why-provider-sms = le service SMS
why-when = { $day } à { $time }
why-on = (le { $at })
why-until = , jusqu’au { $at }
why-words =  : { $words }
why-times = { $count } fois, la dernière le { $at }
why-later-at-once = aussitôt
why-later-seconds = { $count } s plus tard
why-later-minutes = { $count } minutes plus tard
why-later-hours = { $count } heures plus tard
why-later-days = { $count } jours plus tard
why-item = produit { $number }
why-an-item = un produit
why-by-shop = la boutique
why-by-operator = l’opérateur
why-by-somebody = quelqu’un

why-none-cancelled = Aucun message n’était prévu : la boutique partage le lien elle-même et a annulé la demande le { $at }.
why-none-reviewed = Aucun message n’était prévu : la boutique partage le lien elle-même ; tout a reçu un avis le { $at }.
why-none-expired = Aucun message n’était prévu : la boutique partage le lien elle-même ; il a expiré le { $at }.
why-none = Aucun message n’était prévu : la boutique partage le lien elle-même.
why-after-reviewed = Tout a reçu un avis le { $at }.
why-after-cancelled = La boutique a annulé la demande le { $at }.
why-after-opened = Le lien a été ouvert pour la première fois le { $at }.

why-delivered = { $it } : { $provider } l’a accepté le { $at } ; remis { $later }.
why-complained = { $it } : { $provider } l’a accepté le { $at } ; signalé comme indésirable le { $reported }, plus rien n’est donc envoyé à cette personne.
why-sent = { $it } : { $provider } l’a accepté le { $at } ; aucun rapport n’est encore arrivé.
why-counted = { $it } : devait partir le { $at }, dans une période oubliée par une restauration des données ; personne ne sait s’il est parti, et il compte comme envoyé.
why-delayed = { $it } : { $provider } l’a accepté le { $at } ; depuis le { $reported }, le serveur du destinataire ne le prend pas.
why-soft_bounced = { $it } : { $provider } l’a accepté le { $at } ; il est revenu le { $reported } pour une raison passagère, comme une boîte pleine.
why-test_mode = { $it } : intercepté le { $at }, car rien n’est envoyé en mode test.
why-sending = { $it } : en cours d’envoi depuis le { $claimed }.
why-outcome_unknown = { $it } : remis à l’envoi le { $claimed } ; la réponse s’est perdue ({ $provider }).
why-scheduled = { $it } : sera envoyé le { $leaves }.
why-postponed = { $it } : sera envoyé le { $leaves }. La commande n’était pas encore arrivée, et une semaine de plus a été demandée.
why-waiting_for_window = { $it } : sera envoyé le { $leaves }, quand les horaires d’envoi de la boutique commencent.
why-waiting_for_cap = { $it } : sera envoyé le { $leaves }, quand les limites de la boutique permettent un autre message à cette personne.
why-first_days = { $it } : sera envoyé le { $leaves }. La boutique est nouvelle et a atteint sa limite d’e-mails du jour.
why-no_address = { $it } : attend une adresse postale, que ni la boutique ni l’exploitant n’ont donnée. Prochain essai le { $leaves }.
why-due = { $it } : prévu le { $due }.
why-paused = Pas encore envoyé : envois mis en pause par { $by }.
why-paused-until = Pas encore envoyé : envois mis en pause par { $by } jusqu’au { $until }.
why-held = Pas encore envoyé : les e-mails de la boutique sont suspendus depuis le { $since }. Raison : { $reason }.
why-provider_refuses = Pas encore envoyé : depuis le { $since }, { $provider } refuse tous les messages{ $words }.
why-provider_refused = { $message } : pas encore envoyé, { $provider } ne l’a pas accepté{ $words }.
why-bounced = { $it } : { $provider } l’a accepté le { $at } ; il est revenu le { $reported } : l’adresse ou le numéro n’existe pas ou n’accepte rien.
why-rejected = { $it } : { $provider } l’a accepté le { $at } ; il a été rejeté le { $reported }, le plus souvent à cause de son contenu.
why-suppressed_by_provider = { $it } : { $provider } l’a accepté le { $at } sans l’envoyer, car l’adresse est sur sa propre liste de blocage.
why-refused = { $it } : { $provider } l’a définitivement refusé le { $at } : { $words }.
why-unconfirmed = { $it } : remis à l’envoi le { $claimed } ; ni réponse ni rapport ({ $provider }), il est donc peut-être arrivé.
why-skipped = { $it } : non envoyé le { $at }. Raison : { $reason }.
why-skips = { $it } : prévu le { $due }, ne sera pas envoyé. Raison : { $reason }.
why-skips-now = { $it } : ne sera pas envoyé. Raison : { $reason }.
why-expired = { $it } : non envoyé, car le lien a expiré le { $expires }.

why-because-cancelled = la boutique a annulé la demande
why-because-expired = le lien a expiré
why-because-erased = les données de la personne ont été effacées ou sont trop anciennes pour être gardées
why-because-unsubscribed = la personne s’est désinscrite
why-because-suppressed_bounce = un message précédent à la même adresse ou au même numéro est revenu définitivement
why-because-suppressed_complaint = la personne a signalé un message précédent comme indésirable
why-because-stopped = le numéro a répondu STOP
why-because-suppressed_by_shop = la boutique a elle-même bloqué l’adresse ou le numéro
why-because-reviewed = la personne a déjà donné un avis
why-because-order_cancelled = la commande a été annulée
why-because-order_refunded = la commande, ou tout ce sur quoi porte le message, a été remboursée
why-because-spend_cap = les SMS de la boutique pour ce mois sont épuisés
why-because-window_closed = le lien expire avant la reprise des horaires d’envoi de la boutique
why-because-capped = la personne a reçu autant de messages que les limites de la boutique permettent, et le lien expire avant le suivant
why-because-first_days = la boutique est nouvelle et a atteint sa limite d’e-mails du jour, et le lien expire avant qu’un autre puisse être envoyé
why-because-no_address = le lien expire avant qu’une adresse postale ait été donnée
why-because-bounced = l’adresse ou le numéro n’existe pas
why-because-rejected = refusé pour son contenu
why-because-suppressed_by_provider = sur la liste de blocage du fournisseur
why-because-refused = refusé par le fournisseur
why-because-unconfirmed = on ignore s’il a été envoyé
why-because-rule = une règle a arrêté le message
why-held-bounces = trop de ses derniers e-mails sont revenus
why-held-complaints = trop de ses derniers e-mails ont été signalés comme indésirables
why-held-rates = trop de retours ou de plaintes

why-next-reports = Le fournisseur réessaie pendant quelques heures, puis signale le résultat.
why-next-leaves = { $it } : sera envoyé, sauf si quelque chose l’arrête d’ici là.
why-next-due = { $it } : est envoyé en quelques minutes, ou aussi vite que { $provider } le permet s’il y a plus à envoyer.
why-next-paused-until = { $message } : est envoyé quand la pause se termine d’elle-même.
why-next-paused = { $message } : est envoyé quand les envois reprennent.
why-next-held = { $message } : est envoyé dans l’heure qui suit la reprise des envois, qui peut venir d’elle-même.
why-next-refused = { $it } : nouvel essai jusqu’à ce que { $provider } l’accepte.
why-next-given-up = { $message } : si { $provider } ne signale rien d’ici là, plus aucun essai.
why-next-once-more = { $message } : si { $provider } ne signale rien d’ici là, un dernier essai.
why-next-skipped = { $it } : n’est pas envoyé.

why-line-created-call = Le programme de la boutique a demandé un avis.
why-line-created-visitor = Quelqu’un a demandé ce lien sur la page de la boutique. La boutique n’avait rien demandé.
why-line-created-system = { $system } a signalé une commande, donc un avis est demandé.
why-line-created-file = Un membre a demandé un avis avec un fichier de commandes.
why-line-created-test = Un test d’un membre, non compté
why-line-scheduled = { $it } : prévu.
why-line-send_asked = La boutique a demandé l’envoi immédiat{ $times }.
why-line-claimed = { $message } : pris pour l’envoi{ $times }.
why-line-sent = { $message } : accepté par le fournisseur.
why-line-captured = { $it } : intercepté, car rien n’est envoyé en mode test.
why-line-throttled = { $it } : ralenti{ $times }{ $words }.
why-line-outcome_unknown = { $message } : la réponse du fournisseur s’est perdue.
why-line-unconfirmed = { $message } : aucun rapport n’est arrivé non plus ; plus aucun essai.
why-line-failed = { $message } : définitivement refusé par le fournisseur{ $words }.
why-line-skipped = { $it } : non envoyé. Raison : { $reason }.
why-line-opened = Quelqu’un a ouvert le lien.
why-line-engaged = Un avis a été commencé.
why-line-reviewed = Avis reçu : { $item }.
why-line-review_edited = Avis modifié : { $item }{ $times }.
why-line-completed = Tout a reçu un avis.
why-line-cancelled = La boutique a annulé la demande.
why-line-expired = Le lien a expiré.
why-line-new_link_asked = Un nouveau lien a été demandé.
why-line-postponed = La commande n’est pas encore arrivée : aucun message n’est envoyé pendant une semaine.
why-line-delivered = { $it } : remis.
why-line-delayed = { $message } : le serveur du destinataire ne le prend pas encore.
why-line-soft_bounced = { $it } : revenu pour une raison passagère.
why-line-bounced = { $it } : revenu définitivement.
why-line-complained = { $message } : signalé comme indésirable.
why-line-rejected = { $it } : rejeté après avoir été accepté par le fournisseur.
why-line-suppressed_by_provider = { $message } : accepté par le fournisseur mais pas envoyé, car l’adresse est sur sa propre liste de blocage.
why-line-paused = { $it } : en attente{ $times }, envois mis en pause par { $by }{ $until }.
why-line-held = L’e-mail a attendu{ $times } : les e-mails de la boutique étaient suspendus. Raison : { $reason }.
why-line-deferred-send_window = { $it } : attend les horaires d’envoi de la boutique{ $times }{ $until }.
why-line-deferred-person_cap = { $it } : attend, car la personne a reçu autant de messages que les limites de la boutique permettent{ $times }{ $until }.
why-line-deferred-first_days = { $it } : attend, car la boutique est nouvelle et a atteint sa limite d’e-mails du jour{ $times }{ $until }.
why-line-deferred-no_address = { $it } : attend, car il manque une adresse postale{ $times }{ $until }.
why-line-deferred = { $it } : attend à cause d’une règle de la boutique{ $times }{ $until }.

why-nobody-address = Aucune demande à cette adresse n’a été trouvée, et rien n’y arrête les messages : la boutique n’a rien demandé là, ou il y a plus d’un an.
why-nobody-number = Aucune demande à ce numéro n’a été trouvée, et rien n’y arrête les messages : la boutique n’a rien demandé là, ou il y a plus d’un an.
why-stopped-address = Aucune demande à cette adresse n’a été trouvée. Aucun message n’y arriverait. Raison, depuis le { $since } : { $reason }.
why-stopped-number = Aucune demande à ce numéro n’a été trouvée. Aucun message n’y arriverait. Raison, depuis le { $since } : { $reason }.
why-order-unknown = Aucune demande sur cette commande n’a été trouvée, et la boutique ne nous a pas signalé la commande.
why-order-waits = Aucune demande sur cette commande n’a été trouvée. La boutique l’a signalée comme { $status } : une commande seule ne demande rien à personne, elle attend donc un appel qui demande un avis.
why-order-over = Aucune demande sur cette commande n’a été trouvée. La boutique l’a signalée comme { $status } : tant que c’est le cas, aucun message à son sujet n’est envoyé.
why-order-pending = pas encore payée
why-order-placed = passée
why-order-fulfilled = expédiée
why-order-delivered = livrée
why-order-failed = non payée, car le paiement a échoué
why-order-cancelled = annulée
why-order-refunded = remboursée
why-order-deleted = supprimée

## Vos propres textes

way-words = Vos propres textes
words-text = Ce que disent vos messages, par message et par langue. Laissez un champ vide pour utiliser notre texte.
words-message = Message
words-request = Demande
words-reminder_1 = Premier rappel
words-reminder_2 = Deuxième rappel
words-reminder_3 = Troisième rappel
words-sms = SMS
words-renewal = Nouveau lien demandé par un client
words-placeholders = Vous pouvez écrire { "{name}" } pour le prénom, { "{product}" } pour le nom du produit, { "{shop}" } pour le nom de votre boutique et { "{days}" } pour le nombre de jours pendant lesquels le lien fonctionne encore. Si l’un d’eux est inconnu pour un client, notre texte le remplace.
words-insert = Insérer :
words-unknown = Le champ { $typed } n’existe pas. Les quatre sont { "{name}" }, { "{product}" }, { "{shop}" } et { "{days}" }.
words-ours = Notre texte : { $text }
words-show = Aperçu
words-shown = Aperçu du message
words-segments = { $count ->
        [one] Facturé comme un SMS.
       *[other] Facturé comme { $count } SMS.
    }
words-reset = Utiliser notre texte
words-reset-done = Notre texte est rétabli.
word-subject = Objet
word-subject-wrong = Veuillez écrire de 1 à 120 caractères sur une ligne, sans autres accolades que celles des quatre champs.
word-opening = Premières phrases
word-opening-wrong = Veuillez écrire 600 caractères au plus, sans autres accolades que celles des quatre champs.
word-sms-opening = Texte avant le lien
word-sms-opening-wrong = Veuillez écrire 120 caractères au plus sur une ligne, avec { "{shop}" }. Avec le lien, ils doivent tenir dans deux SMS.

## Pages behind the links of emails about reviews

mail-queue = { $count ->
        [one] Encore { $count } avis de cet e-mail
       *[other] Encore { $count } avis de cet e-mail
    }
mail-own-words = Ou avec vos propres mots
mail-answer = Envoyer la réponse
mail-skip = Passer au suivant
mail-open = L’ouvrir dans la console
mail-team = Ouvrir Paramètres, Équipe
mail-done-answer = Votre réponse est publique.
mail-done-publish = L’avis est publié.
mail-done-withhold = Il est écarté.
mail-last = C’était le dernier de cet e-mail. Dans la console, vous pouvez encore l’annuler pendant une minute.
mail-unknown = Ce lien ne fonctionne pas
mail-unknown-text = Il en manque peut-être une partie. Ouvrez-le de nouveau depuis l’e-mail, ou continuez dans la console.
mail-foreign = Ce lien est celui de quelqu’un d’autre
mail-foreign-text = Quelqu’un d’autre est connecté dans ce navigateur. Déconnectez-le, ou continuez dans la console.
mail-left = Ce lien ne fonctionne plus
mail-left-text = La personne à qui il a été envoyé a quitté la boutique ou s’est déconnectée partout, ou la boutique est fermée.
mail-role = Votre rôle a changé
mail-role-text = Vous ne pouvez plus décider des avis. Vous pouvez toujours les lire dans la console.
mail-old = Ce lien est trop ancien
mail-old-text = Les liens de ces e-mails fonctionnent sept jours. Continuez dans la console.
mail-changed = Rien n’a été fait
mail-changed-text = Ce lien a déjà servi, ou quelqu’un a modifié l’avis après l’envoi de l’e-mail.
mail-stop = Ne plus recevoir d’e‑mails sur les avis ?
mail-stop-button = Ne plus recevoir ces e-mails
mail-stopped = Vous ne recevez plus d’e-mails sur les avis
mail-stopped-text = Pour les recevoir de nouveau, choisissez quand dans « Paramètres », « Équipe ».
