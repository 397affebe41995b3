## Fichiers

files-page = Fichiers
files-about = Apportez les avis d’un autre système, ou emportez les vôtres.
files-import = Importer des avis
files-import-about = Un fichier de 100 Mo au plus, tel que l’autre système l’exporte. Les avis déjà connus sont laissés de côté : un fichier peut venir deux fois.
files-format = D’où vient le fichier ?
files-format-wrong = Indiquez d’où vient le fichier.
files-format-afterword = Afterword
files-format-afterword-about = un fichier de cette page, de cette boutique ou d’une autre
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Essayer d’abord
files-do = Importer pour de bon
files-kinds-about = Un essai lit chaque ligne et dit ce qui se passerait. Rien n’est enregistré.
files-export = Vos avis dans un fichier
files-export-about = Tous, publics ou non, sous forme de tableau (CSV). Ce que des clients ont écrit sur eux-mêmes s’y trouve : gardez-le bien.
files-download = Télécharger les avis
files-parts = Sans JavaScript, le fichier contient les 5 000 avis les plus anciens.
files-all = Fichiers
files-heading-try = Essai avec un fichier de { $system }
files-heading-do = Import depuis { $system }
files-choose = Choisir le fichier
files-choose-about = CSV ou lignes de JSON, 100 Mo au plus. L’envoi commence quand vous appuyez sur le bouton.
files-upload = Envoyer
files-upload-over = L’heure prévue pour l’envoi est passée. Recommencez.
files-again = Recommencer
files-arrived = Le fichier est arrivé et sera lu dans un instant.
files-running = Le fichier est en cours de lecture.
files-look = Regarder de nouveau
files-tried = Rien n’a été enregistré. Voici ce que ferait un import :
files-done = Terminé.
files-failed = Le fichier n’a pas pu être lu jusqu’au bout. Ce qui a été importé jusque-là reste.
files-rows =
    { $count ->
        [one] { $count } avis lu
       *[other] { $count } avis lus
    }
files-would =
    { $count ->
        [one] { $count } avis serait importé
       *[other] { $count } avis seraient importés
    }
files-imported =
    { $count ->
        [one] { $count } avis importé
       *[other] { $count } avis importés
    }
files-skipped =
    { $count ->
        [one] { $count } ligne laissée de côté
       *[other] { $count } lignes laissées de côté
    }
files-to-reviews = Voir les avis
files-for-good = Importer maintenant pour de bon
files-for-good-about = Choisissez le même fichier encore une fois.
files-faults = Ligne par ligne
files-faults-about = Les 20 premiers de chaque sorte.
files-line = Ligne
files-column = Colonne
files-what = Que faire
files-move = Emménager
files-move-about = Tous les avis d’un autre système, en un jour. Jusqu’à la dernière étape, tout peut être repris.
files-step-1 = Connectez la boutique et mettez les envois en pause, pour que ses produits et ses commandes soient connus.
files-step-2 = Exportez tout de l’ancien système et essayez le fichier ci-dessous. Rien n’est enregistré.
files-step-3 = Importez le même fichier pour de bon. Ce qui était public l’est ici, ce qui était caché vous attend.
files-step-4 = Mettez nos avis sur une page cachée à côté des anciens, et comparez.
files-step-5 = Désactivez les étoiles de l’ancien système pour les moteurs de recherche, et activez les nôtres.
files-step-6 = Terminez la pause. Qui a déjà donné son avis sur un produit n’est plus sollicité par votre boutique.
files-format-auto = Ses en-têtes le disent
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = un autre système
files-platform = De qui sont les numéros de produits ?
files-platform-auto = de la boutique connectée
files-platform-shopify = de Shopify
files-platform-woocommerce = de WooCommerce
files-platform-needed = Indiquez de qui sont les numéros de produits : il n’y a pas une seule boutique connectée.
files-dates = Les dates comme 03/02/2025
files-dates-auto = dire quelles lignes en ont
files-dates-day_first = le jour vient d’abord
files-dates-month_first = le mois vient d’abord
files-old = Ce que montre l’ancien système
files-old-about = Vous pouvez laisser ceci vide. Personne ne remarque alors si le fichier a moins que l’ancien système.
files-old-reviews = Avis publics
files-old-average = Moyenne, par exemple 4,72
files-old-wrong = Indiquez le nombre d’avis en chiffres, et une moyenne de 1 à 5 avec deux décimales au plus.
files-public = Publics : { $count }
files-waiting = En attente de vous : { $count }
files-hidden = Dont cachés dans l’ancien système : { $count }
files-explained = 0 inexpliqué : chaque avis a sa raison.
files-unexplained = Inexpliqués : { $count }
files-compare = Avant et après
files-compare-who = Selon
files-compare-reviews = Avis publics
files-compare-average = Moyenne
files-compare-said = l’ancien système
files-compare-file = le fichier
files-compare-here = vos pages ici
files-reasons = Pourquoi des lignes sont restées de côté
files-notes = Ce qui est venu raccourci ou sans une partie
files-unread = Colonnes non lues : { $columns }
files-report = Le rapport sous forme de tableau
files-unknown = Produits que vous n’avez pas
files-unknown-about = Leurs avis sont restés de côté. Indiquez pour chacun le produit : son identifiant ici, @shop pour la boutique elle-même, ou - pour le laisser de côté. Importez ensuite le fichier de nouveau.
files-answer = Enregistrer
files-answered = Enregistré. Essayez ou importez maintenant le même fichier de nouveau.
files-answer-wrong = « { $name } » : indiquez un identifiant comme shopify-7125386199075, @shop ou -.
files-products = Produit par produit
files-product = Produit
files-there = Là-bas
files-here = Ici
files-waits = En attente
files-note = Remarque :
files-undo = Annuler cet import
files-undo-about = Retire tous ses avis, tant que personne n’en a traité un ou n’y a répondu. Le fichier peut revenir.
files-undo-touched = Non annulé. Avis traités, répondus ou modifiés depuis : { $count }
files-undo-nothing = Il n’y a rien à annuler.
files-undoing = Les avis de cet import sont en train d’être retirés.
files-undone = Annulé. Le fichier peut revenir.
files-try-failed = Le fichier n’a pas pu être lu jusqu’au bout. Rien n’a été enregistré.
files-other-system = Recommencer
fault-empty_file = Le fichier n’a aucune ligne. Choisissez-en un avec des en-têtes et des avis.
fault-missing_column = Ajoutez cette colonne, ou indiquez le système dont le fichier a les en-têtes.
fault-row_too_long = La ligne dépasse 128 Kio. Cherchez un guillemet sans son pendant.
fault-not_utf8 = Enregistrez le fichier en UTF-8.
fault-too_many_cells = La ligne a plus de cellules qu’il n’y a d’en-têtes. Mettez entre guillemets les cellules qui contiennent des virgules.
fault-invalid_json = La ligne doit être un objet JSON.
fault-invalid_platform = Écrivez l’un de ces mots : betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = L’identifiant est resté de côté : 128 caractères au plus, sur une ligne.
fault-invalid_product_id = L’identifiant d’un produit, comme « shopify-7125386199075 », ou son numéro.
fault-invalid_rating = Un nombre entier de 1 à 5.
fault-invalid_title = Le titre a été raccourci à 200 caractères sur une ligne.
fault-invalid_body = Le texte a été raccourci à 5 000 caractères, sans caractères de contrôle.
fault-invalid_name = Le nom a été raccourci à 100 caractères sur une ligne.
fault-invalid_created_at = Un moment passé, comme 2026-11-20T06:00:00Z, ou un jour, comme 2026-11-20.
fault-invalid_reply = La réponse a été raccourcie à 10 000 caractères, sans caractères de contrôle.
fault-invalid_language = La langue est restée de côté : la page du client ne l’a pas.
fault-invalid_photo_urls = Seules les 10 premières photos sont venues.
fault-duplicate = Cet avis est connu : par son identifiant, ou par son produit, son nom, ses étoiles, son texte, sa date et son adresse.
fault-erased = Les données de la personne à cette adresse ont été effacées. Retirez la ligne du fichier.
fault-file_gone = Le fichier a été supprimé avant d’être lu en entier. Importez-le de nouveau : les avis connus sont laissés de côté.
fault-file_changed = Un autre fichier a été envoyé pendant la lecture. Importez-le de nouveau : les avis connus sont laissés de côté.
fault-photos_not_imported = L’avis est arrivé sans ces photos : chaque adresse doit commencer par https:// et le nom d’un serveur.
fault-not_text = C’est un classeur ou une archive. Enregistrez-le en CSV, ou décompressez-la d’abord.
fault-unknown_format = Aucun système connu n’a ces en-têtes. Indiquez d’où vient le fichier.
fault-platform_needed = Le fichier nomme les produits par numéro. Indiquez s’ils sont de Shopify ou de WooCommerce.
fault-too_many_open_quotes = 100 lignes ont un guillemet sans son pendant. Exportez de nouveau le fichier.
fault-open_quote = Un guillemet de cette ligne n’a pas de pendant. La lecture a repris à la ligne suivante.
fault-unknown_product = Vous n’avez aucun produit avec cet identifiant, cette adresse ou cette référence. Indiquez ci-dessous lequel c’est.
fault-left_out = Vous avez dit de laisser de côté les avis de ce produit.
fault-ambiguous_date = Le jour et le mois peuvent être inversés. Indiquez lequel vient d’abord.
fault-comment_on_review = Un commentaire sur un avis, et non un avis. Répondez à l’avis ici.
fault-invalid_reply_date = La date de la réponse est illisible. La réponse a celle d’aujourd’hui.
fault-half_stars = Une demi-étoile a été arrondie.
fault-read_month_first = Lu avec le mois d’abord. Si toutes les dates sont ainsi, indiquez-le.
fault-read_as_windows_1252 = Pas en UTF-8, lu comme windows-1252. Regardez ses accents.

## Everything that the shop has

everything = Tout en fichiers
everything-about = Tout ce qui est enregistré de la boutique, en JSON Lines : réglages, produits, clients, commandes, demandes, messages, avis, blocages et ce qui a été fait. Les fichiers sont des données personnelles de tous les clients : gardez-les bien. Ils sont supprimés après un jour, et quand les données de quelqu’un sont effacées.
everything-made = Demandé : { $asked }. Les fichiers peuvent être téléchargés jusqu’au { $gone }.
everything-running = Demandé : { $asked }. Les fichiers sont en cours de création.
everything-lines = { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
everything-look = Regarder à nouveau
everything-make = Créer les fichiers
