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
fault-empty_file = Le fichier n’a aucune ligne. Choisissez-en un avec des en-têtes et des avis.
fault-missing_column = Ajoutez cette colonne, ou indiquez le système dont le fichier a les en-têtes.
fault-row_too_long = La ligne dépasse 128 Kio. Cherchez un guillemet sans son pendant.
fault-not_utf8 = Enregistrez le fichier en UTF-8.
fault-too_many_cells = La ligne a plus de cellules qu’il n’y a d’en-têtes. Mettez entre guillemets les cellules qui contiennent des virgules.
fault-invalid_json = La ligne doit être un objet JSON.
fault-invalid_platform = Écrivez l’un de ces mots : betterreviews, okendo, judgeme, yotpo, loox, wix.
fault-invalid_external_review_id = 128 caractères au plus, sur une ligne.
fault-invalid_product_id = L’identifiant d’un produit, comme « shopify-7125386199075 », ou son numéro dans Shopify.
fault-invalid_rating = Un nombre entier de 1 à 5.
fault-invalid_title = 200 caractères au plus, sur une ligne.
fault-invalid_body = 5 000 caractères au plus, sans caractères de contrôle.
fault-invalid_name = 100 caractères au plus, sur une ligne.
fault-invalid_created_at = Un moment passé, comme 2026-11-20T06:00:00Z, ou un jour, comme 2026-11-20.
fault-invalid_reply = 10 000 caractères au plus, sans caractères de contrôle. Ses dates doivent être passées.
fault-invalid_language = L’une des langues de la page du client, ou rien.
fault-invalid_photo_urls = 10 adresses au plus.
fault-duplicate = Cet avis est connu : par son identifiant, ou par son produit, son nom, ses étoiles, son texte et sa date.
fault-erased = Les données de la personne à cette adresse ont été effacées. Retirez la ligne du fichier.
fault-file_gone = Le fichier a été supprimé avant d’être lu en entier. Importez-le de nouveau : les avis connus sont laissés de côté.
fault-file_changed = Un autre fichier a été envoyé pendant la lecture. Importez-le de nouveau : les avis connus sont laissés de côté.
fault-photos_not_imported = L’avis est arrivé sans ces photos : chaque adresse doit commencer par https:// et le nom d’un serveur.

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
