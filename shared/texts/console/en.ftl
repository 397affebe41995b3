## Audit

audit-heading = Audit
audit-about = What was done, by whom and when. Each review also has a history of its own.
audit-when = When
audit-who = Who
audit-what = What
audit-change = Before → after
audit-member = a former member, { $id }
audit-key = API key { $id }
audit-guest = somebody signed in with a link
audit-sign_in = Signed in
audit-console_link = Created a console link
audit-invite_member = Invited a member
audit-decline_invitation = Declined the invitation
audit-change_member = Changed a member’s role
audit-remove_member = Removed a member
audit-sign_out_everywhere = Signed somebody out everywhere
audit-create_key = Created an API key
audit-revoke_key = Revoked an API key
audit-change_settings = Changed settings
audit-change_text = Changed a message’s text
audit-change_sender = Changed the own sender
audit-use_sender = Emails leave from the own sender
audit-lose_sender = The own sender’s records are gone
audit-create_webhook = Created a webhook
audit-change_webhook = Changed a webhook
audit-rotate_webhook_secret = Replaced a webhook’s secret
audit-disable_webhook = Switched off a failing webhook
audit-delete_webhook = Deleted a webhook
audit-connect_system = Connected the shop
audit-change_connection = Changed a connection
audit-add_system_webhooks = Had webhooks made in the shop’s system
audit-move_connection = Took the shop’s new address
audit-disconnect_system = Disconnected the shop
audit-show_stars = Switched on stars in the theme’s lists and search
audit-take_stars_away = Had the stars in the theme’s lists and search taken away
audit-app_uninstalled = The app was removed in the shop system
audit-shop_redacted = The shop system asked for its orders to be erased
audit-release_hold = Released the suspended emails
audit-ask_about_orders = Asked about earlier orders
audit-import_reviews = Imported reviews
audit-try_import = Tried an import
audit-undo_import = Undid an import
audit-answer_import_products = Matched products in import files
audit-group_product = Changed which products are shown together
audit-erase_customer = Erased a person’s data
audit-export_customer = Exported a person’s data
audit-create_shop = Set up the shop
audit-rotate = Changed the shop’s root key
audit-pause = Paused sending
audit-resume = Resumed sending
audit-show_link = Viewed a customer’s link
audit-show_messages = Viewed the messages of a request
audit-take_customer_file = Downloaded a person’s data
audit-take_reviews = Downloaded all reviews
audit-suppress = Stopped messages to a customer
audit-lift_suppression = Lifted a suppression
audit-end_shop = Ended the shop
audit-restore_shop = Took the end of the shop back
audit-export_shop = Asked for all files of the shop
audit-download_shop_files = Listed the files of the shop
audit-download_shop_file = Took a file of the shop
audit-lift_cap = Ended the first days’ limit
audit-lift_stop = Let text messages leave again

## Connections

connections-text = Connect your shop and we’ll ask for a review after each order.
sys-none = Not connected
sys-none-about = Takes about five minutes.
sys-own-about = For any other shop: a program writes its orders, and their buyers are asked by your rules.
sys-own-lines = A program with a key writes each order again whenever something about it changes. Until then, nobody is asked.
sys-active = Connected
sys-waiting = Waits for the first call
sys-silent = Gone quiet
sys-off = Off
sys-off-about = The app was removed from your shop. Connect again to ask about orders from now on.
sys-last = Last call { $ago }.
sys-no-call = Nothing has come yet: change an order in your shop to try it.
sys-forged = { $count ->
        [one] A call was signed with another secret { $ago } and refused. Compare the secret in your shop’s webhooks with the one below: it ends in { $hint }.
       *[other] { $count } calls were signed with another secret and refused, the last { $ago }. Compare the secret in your shop’s webhooks with the one below: it ends in { $hint }.
    }
sys-connect = Connect
sys-connected = Connected. The remaining steps are below.
sys-disconnected = Disconnected. Requests that are already planned are still sent.
sys-rotated = The secret is replaced. The old one works for two more hours.
sys-rotated-recently = Not replaced: the previous secret still works. You can replace it again from { $until } on.
sys-hooks = Have the webhooks made
sys-hand = Add the webhooks by hand
sys-hooks-about = Afterword adds the webhooks through an app of your shop. In Shopify’s Dev Dashboard, create an app with the scopes read_orders, read_fulfillments and read_products, and install it in your shop. The webhooks end if you uninstall it. Your products are read through the app, too. Afterword keeps the client ID and the client secret, with which Shopify signs its calls. Delete webhooks that you added by hand: they are signed with another secret.
sys-approved = Your shop is connected.
sys-hooks-add = Add the webhooks
sys-hooks-done = Webhooks in your shop
sys-hooks-added = Added
sys-hooks-present = There already
sys-hooks-refused = Refused
sys-hooks-some = Shopify refused some of them. Check that the app has the scopes read_orders, read_fulfillments and read_products and that its newest version is installed, then add the webhooks again.
read-heading = Products of your shop
read-goes-on = Products read: { $products }. It goes on in the background.
read-waits = Products read so far: { $products }. Your shop did not give out the next part. Afterword asks again, for a day.
read-done = Products read: { $products }.
read-given-up = Products read: { $products }. Your shop did not give out the rest for a day. Add the webhooks again to start over.
read-denied = The app may not read products, so each comes in when it changes. Give the app the scope read_products, install its newest version, and add the webhooks again.
read-cut = Your shop has more than { $products } products. The newest are read; the others come in when they change or are ordered.
sys-domain = Your shop’s domain at Shopify
sys-domain-about = It ends in .myshopify.com. You find it in Shopify’s admin under Settings, Domains.
sys-domain-wrong = Please give the domain that ends in .myshopify.com.
sys-app = Client ID
sys-app-about = You find it in the Dev Dashboard under your app’s settings.
sys-app-wrong = Please give the app’s client ID.
sys-client_secret = Client secret
sys-client_secret-about = It is below the client ID.
sys-client_secret-wrong = Please give the app’s client secret: 8 to 200 characters without spaces.
sys-shop-not_public = This address is not on the internet, so Afterword does not call it.
sys-shop-not_connected = Nothing answers at this address. Please check it, and that its certificate is valid.
sys-shop-timed_out = Your shop did not answer in time.
sys-shop-redirected = This domain leads to another one. Please give the one that Shopify’s admin shows under Settings, Domains, and that ends in .myshopify.com.
sys-shop-no_api = Shopify has no shop with this domain.
sys-shop-key_refused = Shopify refused the app. Please copy the client ID and the client secret again, and check that the app is installed in this shop.
sys-shop-not_allowed = The app may not do this. Please give it the scopes read_orders, read_fulfillments and read_products, and install its newest version.
sys-shop-failed = Your shop answered with an error.
sys-first = In Shopify’s admin, open Settings, Notifications, Webhooks. At the bottom of the page is the secret that signs your webhooks. Copy it into this field.
sys-paste = In Shopify’s admin, open Settings, Notifications, Webhooks, and create a webhook for each event below: format JSON, and this address.
sys-url = Address to paste
sys-topic-orders-create = Order creation
sys-topic-orders-updated = Order update
sys-topic-orders-delete = Order deletion
sys-topic-fulfillments-update = Fulfillment update
sys-topic-products-create = Product creation
sys-topic-products-update = Product update
sys-topic-products-delete = Product deletion
sys-topic-app-uninstalled = App uninstalled
sys-privacy = Erasures and data requests from Shopify
sys-privacy-last = The last one came { $ago }.
sys-privacy-never = None has come yet.
sys-privacy-hand = If a customer asks you to erase their data or to hand it out, Shopify tells only apps, not the webhooks of its admin. Until an app of your shop is set up for it, please do it by hand: open the person under Customers.
sys-privacy-app = Set up your app for it
sys-privacy-app-about = Add these lines to the file shopify.app.toml of your app, as a block of their own, and deploy the app with Shopify’s CLI. Or enter the address in the Dev Dashboard, in your app’s settings for compliance webhooks. The app must be the one whose client secret is used here.
sys-privacy-lines = Lines for shopify.app.toml
sys-secret = Secret
sys-secret-hint = Your shop signs its calls with a secret that ends in { $hint }.
sys-rotate = Replace the secret …
sys-rotate-about = The old secret works for two more hours. Put the new one into your shop before then.
sys-rotate-yes = Replace it
sys-disconnect = Disconnect …
sys-disconnect-about = No more calls are accepted, so new orders are not asked about. Requests that are already planned are still sent. Stars in the lists of a Shopify theme are taken away: leave the app in your shop as long as Products, In your shop says that some are left.
sys-disconnect-yes = Yes, disconnect
sys-rules = Which orders are asked about, and when
sys-rules-about = A changed rule applies within two minutes, also to orders that wait.
sys-exceptions = { $count ->
        [0] Exceptions: none
       *[other] Exceptions: { $count }
    }
sys-secret-wrong = Please enter the secret as your shop shows it: 8 to 200 characters without spaces.
sys-ask_days_after = Days until the first message
sys-ask_days_after-about = Many carriers never report a delivery: then we ask 30 days after dispatch.
woo-ask_days_after = Days after the order is completed
sys-after = Counted from
sys-after-delivered = Delivery
sys-after-fulfilled = Dispatch
sys-incentivized = These customers get something in return for a review
sys-incentivized-about = Whatever the stars: a reward only for good ones is against the law. Their reviews say so wherever they are shown.
sys-countries = Only orders to these countries
sys-countries-about = Two letters each, for example DE, AT. Leave it empty for all countries.
sys-countries-wrong = Please enter two letters for each country, for example DE, AT.
sys-tags_excluded = Skip orders with these tags
sys-tags_excluded-about = Separate them with commas.
sys-tags_excluded-wrong = Please enter at most 50 tags.
sys-products_excluded = Skip these products
sys-products_excluded-about = IDs, SKUs, product types or tags, as your shop writes them, separated by commas. An order’s other products are asked about.
sys-products_excluded-wrong = Please enter at most 200 products.
sys-consent = Who is asked
sys-consent-any = Everyone who bought
sys-consent-marketing = Only customers who agreed to marketing
orders-tab = From orders
orders-about = What becomes of each order that your shop’s system reported, newest first.
orders-soon = { $count ->
        [0] Nobody will be asked in the next seven days
        [one] One customer will be asked in the next seven days
       *[other] { $count } customers will be asked in the next seven days
    }
orders-not = Not asked, of the orders of the last 30 days:
orders-none = No order has come yet.
orders-change = Change
orders-ask = Ask now
orders-stop = Do not ask
orders-rule = the rule
order-stop-done = Nobody will be asked about this order.
asks-heading = Who will be asked
asks-first = The first email leaves on { $at } at the earliest. So far, { $count ->
        [one] one customer
       *[other] { $count } customers
    } will be asked.
asks-none = The first email leaves { $days ->
        [0] as soon as an order counts
        [one] a day after an order counts
       *[other] { $days } days after an order counts
    }, at the earliest. No order has come yet that will be asked about.
asks-list = See each order
asks-pause = Pause until I have looked
asks-paused = Nothing leaves for 30 days, unless you go on sooner under Settings, Pause sending.
asks-soon = By these rules, emails can leave within minutes. Do you want to look at the list first?
asks-soon-yes = Save, and let them leave
orders-earlier = Also ask about earlier orders
orders-earlier-days = The last { $days } days: { $count ->
        [one] one order more
       *[other] { $count } orders more
    }
orders-earlier-about = Of the orders that your shop has reported and that were dispatched or completed before you connected. Who got theirs long enough ago is asked at once.
orders-earlier-pause = Ask, and pause until I have looked
orders-earlier-ask = Ask
orders-earlier-done = These orders are planned within two minutes.
order-will = Will be asked on { $at }.
order-will-some = Will be asked on { $at } about { $count } of { $of } products.
order-asked = Asked on { $at }.
order-opened = Asked on { $at }, opened.
order-reviewed = Asked on { $at }, reviewed: { $stars }
order-not = Not asked: { $reason }.
order-not-yet = Waits: { $reason }.
sys-reason-not_shipped = not dispatched or completed yet
sys-reason-test_order = a test order
sys-reason-in_store = sold in a store
sys-reason-no_email = no email address
sys-reason-excluded_tag = has a tag that you skip
sys-reason-excluded_product = has only products that you skip
sys-reason-relay_address = a marketplace’s address
sys-reason-no_consent = did not agree to marketing
sys-reason-other_country = to a country that you don’t ask in
sys-reason-nothing_to_review = no product to review
sys-reason-before_since = dispatched or completed before you connected
sys-reason-too_old = placed more than 180 days before it was dispatched or completed
sys-reason-too_late = too long ago
sys-reason-asked_already = already asked
sys-reason-asked_before = these products are asked about with another order
sys-reason-suppressed = unsubscribed, or emails to the address fail
sys-reason-works_for_shop = works for you
sys-reason-another_request = already has a request
sys-reason-cancelled_by_shop = you decided so
sys-reason-order_not_seen = only parts of the order were reported
sys-reason-cancelled = the order was cancelled
sys-reason-refunded = the order was refunded
sys-reason-deleted = the order was deleted
sys-reason-not_asking = the app was removed from your shop
sys-reason-anonymised = your shop removed the customer’s data
connect-heading = Connect your shop
connect-about = This shop wants to be connected with { $shop }.
connect-sent = What it will send to Afterword
connect-orders = orders, with the names and addresses of their buyers
connect-products = products
connect-reviews = the reviews that it already has, if you ask for that
connect-ends = This ends the connection with { $place }.
connect-yours = Go on only if this is your shop and you pressed Connect there.
connect-cancel = Cancel
connect-wrong = This address is not complete. In WordPress, open WooCommerce, Afterword, and press Connect again.
woo-step-upload = In WordPress, open Plugins, Add Plugin, Upload Plugin. Upload the file and activate it.
woo-step-connect = Press Connect on the page that follows.
woo-download = Download the plug-in
woo-environment = This site sends its orders. Its environment in WordPress: { $environment }
woo-other = { $home } ({ $environment }) also calls with this shop’s key, last { $ago }. Nothing of it is taken. If it is a copy of your shop, you need not do anything.
woo-moved = The shop has moved: take this address
woo-moved-done = The address is taken. Orders now come from there.

## Customers

nav-customers = Customers
customers-none = Nobody yet. Customers come with their first order.
customer-unnamed = No name
customer-since = since { $day }
customer-asked = asked { $day }
customer-stopped = Gets no messages
customer-company = Company
customer-address = Address
customer-signed-up = Signed up
customer-notes = Notes
customer-may-ask = May be asked
customer-may-ask-yes = Yes
customer-may-ask-no = No
customer-stop-manual = You stopped all messages on { $day }.
customer-stop-bounced = A message bounced for good on { $day }.
customer-stop-unsubscribed = They unsubscribed on { $day }.
customer-stop-stopped = They replied STOP on { $day }.
customer-stop-complained = They marked a message as spam on { $day }.
customer-stop-erased = Their data was erased on { $day }.
customer-stop = Stop asking
customer-stop-done = { $name } gets no more messages.
customer-stop-theirs = Only they can undo what they decided themselves.
customer-resume = Ask again
customer-resume-done = { $name } may be asked again.
customer-resume-none = Nothing changed: { $name } cannot be asked again from here.
customer-basis-order = Bought from you: order { $order }, { $day }.
customer-basis-agreed = Agreed to marketing in { $system }, as of { $day }.
customer-basis-not-agreed = Did not agree to marketing in { $system }, as of { $day }.
customer-charges = Charges
customer-charge = A charge
customer-first-message = First message by { $by }
customer-reminder = Reminder { $number } by { $by }
customer-message-sent = sent { $at }
customer-message-delivered = sent { $at }, delivered
customer-message-returned = sent { $at }, did not arrive
customer-message-failed = failed { $at }
customer-message-skipped = not sent, decided { $at }
customer-message-unconfirmed = may have been sent, never confirmed, { $at }
customer-message-planned = planned for { $at }
customer-data = Their data
customer-data-text = An export is a file with everything that is stored about them. You can download it for 24 hours.
customer-export = Export
customer-erase = Erase …
customer-erase-heading = Erase { $name }?
customer-erase-text = This cannot be undone. It removes:
customer-lost-person = name, addresses, numbers and notes
customer-lost-more = There is more than was counted here.
customer-erase-after = What stays: a coded fingerprint of their addresses, so that nobody writes to them again, and numbers in your statistics.
customer-erase-reviews = Their reviews
customer-erase-delete = Delete them
customer-erase-anonymise = Keep stars and words, without name, photos and reply
customer-erase-sure = I understand that this cannot be undone.
customer-erase-choose = Choose what happens to the reviews. Nothing was erased.
customer-erase-tick = Tick the box to erase.
customer-erase-button = Erase for good
customer-back = Back to the customer
receipt-export = Export
receipt-erasure = Erasure
receipt-running = In progress. This takes about a minute.
receipt-removing = The data is being removed.
receipt-removed = Everything that was found is removed. What arrives in the next half minute will be removed, too.
receipt-exported = The file is ready. Anyone with this link can open the file for 24 hours.
receipt-over = This is done, and its 24 hours are over: the file can no longer be downloaded.
receipt-erased = This is done. Nothing about this person is stored any more.
receipt-failed = Something went wrong. It will be tried again, and the operator can see it.
receipt-download = Download
receipt-number = Receipt
receipt-requests = { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
receipt-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
receipt-reviews = { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
receipt-orders = { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
receipt-charges = { $count ->
        [one] { $count } charge
       *[other] { $count } charges
    }

## Orders of the time before

earlier-heading = Ask about earlier orders
earlier-link = Earlier orders
earlier-about = For customers who bought before you started here. Nothing is sent until you confirm how many.
earlier-rows = Orders, one per line
earlier-file = Open a file
earlier-rows-about = Paste spreadsheet cells or lines of a CSV file, at most { $count }. The first line names the columns: email and order, and, if you have them, name, date (such as 2026-11-03), products and language.
earlier-days = Days from the order to the email
earlier-days-about = From 0 to 89. Orders that are older or have no date are asked about at once.
earlier-try = See what would happen
earlier-would = { $count ->
        [0] Nobody would be asked.
        [one] 1 order would be asked about.
       *[other] { $count } orders would be asked about.
    }
earlier-due = The first email is due on { $first }, the last on { $last }.
earlier-due-one = The emails are due on { $first }.
earlier-before = { $count ->
        [one] 1 line was already asked about.
       *[other] { $count } lines were already asked about.
    }
earlier-insiders = { $count ->
        [one] 1 line is for a person who works for you.
       *[other] { $count } lines are for people who work for you.
    }
earlier-unasked = { $count ->
        [one] 1 line has only products that nobody is asked about.
       *[other] { $count } lines have only products that nobody is asked about.
    }
earlier-suppressed = { $count ->
        [one] 1 line is for a person who gets no emails from you: unsubscribed, bounced or stopped.
       *[other] { $count } lines are for people who get no emails from you: unsubscribed, bounced or stopped.
    }
earlier-wrong = { $count ->
        [one] 1 line cannot be read.
       *[other] { $count } lines cannot be read.
    }
earlier-wrong-email = This is not an email address.
earlier-wrong-order = The order number is missing or too long.
earlier-wrong-name = The name is too long.
earlier-wrong-date = The date must look like 2026-11-03.
earlier-wrong-products = A product ID must look like shopify-7125386199075.
earlier-wrong-language = The language must look like en or de-AT.
earlier-ask = { $count ->
        [one] Ask about 1 order
       *[other] Ask about { $count } orders
    }
earlier-done = { $count ->
        [one] 1 order will be asked about.
       *[other] { $count } orders will be asked about.
    }
earlier-changed = Something changed since you looked. This is what would happen now.
earlier-missing = The first line has no column “{ $column }”.
earlier-no-rows = There is no line below the first one.
earlier-too-many = There are more than { $count } lines. Please paste them in several parts.

## Google's file

way-google = Google
feeds-text = A file of your published reviews, which Google fetches.
feeds-files = The file
feeds-test = No file is made of test mode.
feeds-first = The first file is made once a published review has a purchase behind it.
feeds-made = { $count ->
        [one] Made { $ago }, with { $count } review
       *[other] Made { $ago }, with { $count } reviews
    }
feeds-address = Address for Google
feeds-fetched = Last fetched { $ago }
feeds-not-fetched = Not fetched yet
feeds-paste = In Google Merchant Center, add a product review source, choose to fetch a file by its address and paste the address. Google checks it, which takes some weeks. A new file is made every night, and within an hour after a review is withheld or erased.
feeds-wants = What Google wants
feeds-wants-about = Products: the first 100 are looked at.
feeds-met = Done
feeds-missing = Missing
feeds-all = All reviews are public
feeds-all-about = Google wants every review, whatever its stars. Reviews must be shown in public.
feeds-many = At least 50 reviews
feeds-many-about = { $count ->
        [one] There is { $count }. Reviews without words do not count.
       *[other] There are { $count }. Reviews without words do not count.
    }
feeds-pages = Each product has a page
feeds-pages-about = { $some } of { $all } have one. Reviews of the others are left out.
feeds-domain = Pages are at your own domain
feeds-domain-about = It must be the domain that you gave Google, not myshopify.com.
feeds-ids = Each product can be found
feeds-ids-about = { $some } of { $all } have a barcode (GTIN), the maker’s number and brand, or your number (SKU) as in your product data.

## Files

files-import = Import reviews
files-import-about = A file of up to 100 MB, as the other system exports it. Reviews that are already here are skipped, so importing a file twice is safe.
files-format = Where is the file from?
files-try = Try it first
files-do = Import for good
files-kinds-about = A trial reads every line and tells you what an import would do. Nothing is stored.
files-export = Your reviews as a file
files-export-about = All of them, public or not, as a table for spreadsheets (CSV). It contains what customers wrote about themselves: keep it safe.
files-download = Download reviews
files-parts = Without JavaScript, a download has only the oldest 5,000 reviews.
files-heading-try = Trial import from { $system }
files-heading-do = Import from { $system }
files-heading-try-any = Trial import
files-heading-do-any = Import
files-choose = Choose the file
files-choose-about = CSV or JSON, up to 100 MB. The upload starts when you press the button.
files-upload = Upload
files-upload-over = The hour for the upload is over. Please start again.
files-again = Start again
files-arrived = The file has arrived and will be read in a moment.
files-running = The file is being read.
files-progress = { $rows } of about { $all } rows.
files-tried = Nothing was stored. This is what an import would do:
files-done = Done.
files-failed = The file could not be read to the end. What was imported before that stays.
files-rows = { $count ->
        [one] { $count } review read
       *[other] { $count } reviews read
    }
files-would = { $count ->
        [one] { $count } review would be imported
       *[other] { $count } reviews would be imported
    }
files-imported = { $count ->
        [one] { $count } review imported
       *[other] { $count } reviews imported
    }
files-skipped = { $count ->
        [one] { $count } line skipped
       *[other] { $count } lines skipped
    }
files-to-reviews = To the reviews
files-for-good = Now import it for good
files-for-good-shop = For good: in WordPress, under WooCommerce, Afterword, press “Move the reviews”.
files-faults = Line by line
files-faults-about = The first 20 of each kind.
files-row = Review no.
files-line = Line
files-what = What to do
files-move = Move here
files-move-about = All reviews from another system, in a day. Everything can be undone until the last step.
files-imports = Your imports
files-report-show = Report
files-steps = A whole move, step by step
files-step-1 = Connect the shop, so that its products and orders are known, and pause sending.
files-step-2 = Export everything from the old system, and try the file below. Nothing is stored.
files-step-3 = Import the same file for good. What was public there is public here; what was hidden is withheld.
files-step-4 = Put our reviews on a hidden page next to the old ones, and compare.
files-step-5 = Switch off the old system’s stars for search engines, and switch ours on.
files-step-6 = Resume sending. Your shop does not ask again about products that somebody already reviewed there.
files-format-auto = Detect it from the headings
files-platform = Whose product numbers does the file use?
files-platform-auto = Those of the connected shop
files-platform-choose = Please choose
files-platform-shopify = Shopify’s
files-platform-woocommerce = WooCommerce’s
files-platform-needed = Please say whose product numbers the file uses: there is not exactly one connected shop.
files-product-shop = All reviews are about the shop itself
files-dates = Dates such as 03/02/2025
files-dates-auto = Tell me which lines have them
files-dates-day_first = The day comes first
files-dates-month_first = The month comes first
files-public = Public: { $count }
files-waiting = Waiting: { $count }
files-contact-data = Of these, with contact details in the text: { $count }
files-hidden = Withheld, because the earlier system did not show them: { $count }
files-answers = Your answers, which came with their reviews: { $count }
files-removed = Removed again: { $count }
files-kept = Kept, because they were decided on, answered or changed: { $count }
files-reasons = Why lines were skipped
files-notes = What was shortened or left out
files-unread = Columns that were not read: { $columns }
files-report = Download the report as a table
files-unknown = Products that you do not have
files-unknown-about = Their reviews were skipped. Say which product each one is: its ID here, @shop for the shop itself, or - to skip it. Then import the file again.
files-answered = Saved. Now try or import the same file again.
files-answer-wrong = “{ $name }”: please enter an ID such as shopify-7125386199075, @shop or -.
files-products = Product by product
files-undescribed = Lines about products that your shop has not described here: { $count }. Check their numbers: if one is wrong, its reviews are on no page of your shop.
files-note = Note:
files-undo = Undo this import
files-undo-about = Removes all its reviews again, as long as none of them was decided on or answered. You can import the file again afterwards.
files-undo-stuck = If nothing changes within ten minutes, press the button again.
files-undo-touched = Not undone. Reviews that were decided on, answered or changed since then: { $count }
refused-nothing_to_undo = There is nothing to undo.
files-undoing = The reviews of this import are being removed.
files-undone = Undone. You can import the file again.
files-try-failed = The file could not be read to the end. Nothing was stored.
files-try-again = Try this file again
files-again-about = The file is kept here for a day, and what you chose stays. Nothing is uploaded again.
files-again-choose = Please choose one of them.
fault-empty_file = The file has no rows. Choose one with headings and reviews.
fault-missing_column = Add this column to the headings, or choose the system whose headings the file has.
fault-missing_product = The file has no column of products. Add it to the headings, or import all its reviews as reviews of the shop itself.
fault-row_too_long = The row has more than 128 KiB. Look for a quotation mark that is never closed.
fault-not_utf8 = Save the file in UTF-8: Excel calls it “CSV UTF-8”, other programs ask for the character set.
fault-too_many_cells = The row has more cells than there are headings. Put cells that contain commas in quotation marks.
fault-invalid_json = The line must be one JSON object.
fault-invalid_platform = Write one of: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = The ID was left out: it may have at most 128 characters, on one line.
fault-invalid_product_id = Use a product ID such as “shopify-7125386199075”, or its number.
fault-invalid_rating = Use a whole number from 1 to 5.
fault-invalid_title = The headline was cut to 200 characters on one line.
fault-invalid_body = The text was cut to 5,000 characters.
fault-invalid_name = The name was cut to 100 characters on one line.
fault-invalid_created_at = Use a time in the past, such as 2026-11-20T06:00:00Z, or a day such as 2026-11-20.
fault-invalid_reply = The reply was cut to 10,000 characters.
fault-invalid_language = The language was left out: the customer’s page is not available in it.
fault-invalid_photo_urls = Only the first 10 photos were imported.
fault-duplicate = This review is already here: it has the same ID, or the same product, name, stars, text, date and address.
fault-erased = This person’s data was erased. Remove the row from the file.
fault-undo_incomplete = Some reviews of this import were not found and are still here. Undo it once more, and withhold the others under Reviews.
fault-file_gone = The file was deleted before it was read to the end. Import it again: reviews that are already here are skipped.
fault-file_changed = Another file was uploaded while this one was being read. Import it again: reviews that are already here are skipped.
fault-photos_not_imported = The review was imported without these photos: each address must start with https:// and a host name.
fault-not_text = This is a workbook or an archive. Save it as CSV, or unpack it first.
fault-unknown_format = We know no system with these headings. Say where the file is from.
fault-platform_needed = The file names products by number. Say whether they are Shopify’s or WooCommerce’s.
fault-broken_list = An object of the JSON list is broken, does not end or has more than 128 KiB. Export the file again: reviews that are already here are skipped.
fault-unread_status = This column seems to say which reviews were public, but it would not be read. Choose the system that the file is from, or delete the column if it means something else.
fault-beyond_five_stars = Several ratings are from 6 to 10, and stars end at five. Turn all ratings into stars, and import the file again.
fault-too_many_open_quotes = 100 lines have a quotation mark that is never closed. Export the file again.
fault-open_quote = A quotation mark in this line is never closed. Reading continued on the next line.
fault-made_product = No product has this handle, so one was made. It becomes one with the product that comes with this handle.
fault-unknown_product = You have no product with this id, handle or SKU. Say below which one it is.
fault-left_out = You chose to skip this product’s reviews.
fault-ambiguous_date = Day and month could be either way round. Say which comes first.
fault-comment_on_review = This is a comment on a review, not a review. You can reply to the review here.
fault-invalid_reply_date = The reply’s date could not be read. The reply has today’s date.
fault-half_stars = Half a star was rounded up.
fault-read_month_first = Read with the month first. If that is right for all dates, say so.
fault-unknown_fact = Left out: none of your facts has this answer. You can have three. Choose which under Settings, Facts, undo this import unless it was a trial, and import the file again.
fault-read_as_windows_1252 = Not in UTF-8, so it was read as windows-1252. Please check the accented letters.

## Everything that the shop has

everything = Everything as files
everything-about = Everything that is stored about the shop, as JSON Lines: settings, products, customers, orders, requests, messages, reviews, suppressions and the audit log. The files contain personal data of all customers: keep them safe. They are deleted after a day, and when somebody’s data is erased.
everything-made = Requested at { $asked }. The files can be downloaded until { $gone }.
everything-running = Requested at { $asked }. The files are being prepared.
everything-lines = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
everything-fetch = To take it all at once, photos too: download everything.txt, and run this in its folder
everything-make = Prepare the files
data-keep = How long data is kept

## In your shop

way-in-shop = In your shop
in-shop-lines = Lines to paste
in-shop-lines-about = Choose your system. Nothing in the lines has to be replaced.
in-shop-shopify = In the theme editor, open the product template, and paste this into a “Custom Liquid” block under the title, for the stars.
in-shop-shopify-list = Paste this into a “Custom Liquid” section below the product, for the reviews.
in-shop-wix = Add “Embed Code”, “Custom Element” to the product page, with the tag name afterword-reviews, the id reviews and this server URL.
in-shop-wix-code = Paste this into the page’s code.
in-shop-html = Paste these lines into the page of this product. Another product’s page has its own id in their place.
stars = Stars in the theme’s lists and search
stars-about = Product cards, search and recommendations of most themes show stars if two fields of a product say them: reviews.rating and reviews.rating_count. Afterword writes both through your app, which needs the scope write_products for it, and keeps them at most ten minutes behind your public pages. Other apps may write them, too, and the last one wins: switch theirs off first.
stars-no-app = To show stars in the theme’s lists and search, connect your shop with your own app’s client ID under Settings, Orders, Shopify.
stars-scope = Your app may not write products. In Shopify’s Dev Dashboard, add the scope write_products to those that it has, release that as a new version, and approve it in your shop.
stars-show = Show stars in lists and search
stars-take-away = Take the stars away
stars-on-done = Your products get their stars now: 4,000 of them take about a minute.
stars-off-done = The stars are being taken away: 4,000 of them take about a minute. Leave the app in your shop until none is left.
stars-on = Products with stars: { $count }.
stars-as-of = Last written { $ago }.
stars-waiting = { $count ->
        [0] Your products get their stars now.
       *[other] Still to be written: { $count }.
    }
stars-leave = Products with stars of ours that are still to be taken away: { $count }. Leave the app in your shop until none is left.
stars-again = Afterword tries again, for a day.
stars-given-up = Afterword tried for a day. It tries again when a number or the connection changes. What was written stays in your shop until then.
stars-refused = Shopify takes no stars for { $count } of your products, maybe because they are deleted: { $products }.
stars-others = Another app writes these fields, too: of “{ $product }” they said { $average } ({ $count }) { $ago }, which is not ours. Switch its stars off.
in-shop-qr = QR code
in-shop-qr-about = It leads to the page on which your customers may write, for the counter or a parcel. Such a review always waits for you.
in-shop-qr-save = Save as SVG
in-shop-seen = Seen on { $host } { $ago }.
in-shop-reads = Reads in the last 24 hours: at least { $count }.
in-shop-unseen = No page of your shop has shown reviews yet.
in-shop-plug-in = Your plug-in shows stars and reviews
in-shop-plug-in-about = It needs no lines: the stars, the reviews tab and the data for search engines are there once it is active.

## API keys

keys-page = API keys
keys-about = With a key, a program of yours can do what you do here. Give each program its own key.
refused-too_many_keys = A shop has at most 20 keys. Revoke one that is no longer used.
secret-copy = Copy this now
secret-once = It is shown only here. Store it where only your program can read it.
key-made = created { $day }
key-used = last used { $day }
key-unused = never used
key-ends = expires { $day }
key-endless = never expires
key-may = What it may do
key-other = Another API
key-revoke = Revoke …
key-revoke-about = The program that uses it is refused from its next call on. This cannot be undone.
key-revoke-yes = Yes, revoke
key-revoked = Revoked. Its next call is refused.
key-new = New key
key-make = Create the key
key-name = Name
key-dialect = Made for
key-dialect-betterreviews = Our own API, or BetterReviews’ clients
key-dialect-amino = Amino’s clients
key-dialect-moregoodreviews = More Good Reviews’ clients
key-dialect-wix = Wix’ clients
key-scopes = May do
key-scopes-about = Leave all boxes empty for the usual permissions.
key-scopes-requests-read = Read requests
key-scopes-requests-write = Create, send and cancel requests
key-scopes-catalog-read = Read products and orders
key-scopes-catalog-write = Change products and orders
key-scopes-settings-read = Read settings
key-scopes-settings-write = Change settings
key-scopes-suppressions-read = Read who gets no messages
key-scopes-suppressions-write = Decide who gets no messages
key-scopes-reviews-read = Read reviews
key-scopes-reviews-moderate = Publish, withhold and reply to reviews
key-scopes-reviews-write = Remove and import reviews
key-scopes-webhooks-manage = Webhooks
key-scopes-customers-read = Read customers
key-scopes-customers-write = Change customers
key-scopes-privacy-manage = Export and erase a person’s data
key-scopes-keys-manage = Create and revoke keys
key-scopes-members-manage = Invite and remove members
key-scopes-audit-read = Read the audit log
key-scopes-integrations-manage = Connect Shopify and WooCommerce
key-scopes-SCOPE-DC-REVIEWS-MANAGE-REVIEWS = Wix: all calls of reviews
key-scopes-SCOPE-DC_REVIEWS-MANAGE-REVIEW_REQUESTS = Wix: all calls of review requests
key-expires_at = Expires
key-expires_at-about = Leave it empty for a key that never expires.
key-expires_at-wrong = Please enter a day and a time in the future.

## Members

members-told = Email me about reviews
members-told-at_once = At once, at most one an hour
members-told-each_morning = Each morning at 8
members-told-mondays = On Mondays at 8
members-told-never = Never
members-none = No members yet. Invite the first one below.
member-invited = invited { $ago }, not accepted yet
member-joined = joined { $day }
member-role = Role
member-change = Change role
member-remove = Remove
member-remove-sure = Remove { $email }? They are signed out at once.
member-remove-yes = Yes, remove
member-sign-out = Sign out of this shop
member-sign-out-own = Sign out everywhere, in all shops
member-guests = Links without email
member-guests-text = The operator or a program of yours can open this console with a link, without an email. This button ends all such sessions, and the keys that were created in them.
invite-heading = Invite a member
invite-button = Send invitation
role-owner-about = Everything, including members, keys and settings
role-moderator-about = Reviews, replies, requests
role-reader-about = Read only
member-invite-done = Invited. The email is on its way.
member-change-done = The role was changed.
member-remove-done = Removed. They are signed out at once.
member-sign-out-done = Signed out of this shop.
refused-member_exists = This person is already a member or invited.
member-no-role = Please choose a role.
refused-too_many_members = A shop has at most 50 members.
refused-last_owner = A shop needs an owner. Make another member an owner first.

## Numbers

nav-numbers = Numbers
numbers-about = Requests made from { $from } to { $to } (UTC), and what has become of them.
numbers-none = Numbers come with your first request. Try it on yourself: nothing of it is counted.
numbers-periods = Period
numbers-period-28 = Last 28 days
numbers-period-this-month = This month
numbers-period-last-month = Last month
numbers-period-90 = Last 90 days
numbers-so-far = { $sent ->
        [one] { $reviewed } of { $sent } request that was sent led to a review.
       *[other] { $reviewed } of { $sent } requests that were sent led to a review.
    }
numbers-before = { $days ->
        [one] On the day before: { $reviewed } of { $sent }.
       *[other] In the { $days } days before: { $reviewed } of { $sent }.
    }
numbers-funnel = From request to review
numbers-of-sent = Of those sent
numbers-created = Created
numbers-sent = Sent
numbers-sent-about = The others wait for their time, were shared by yourself, or failed.
numbers-opened = Opened
numbers-opened-about = The link was opened. Some mail systems open links to check them, and these count, too.
numbers-engaged = Started
numbers-completed = Reviewed
numbers-shared = { $count ->
        [one] { $count } more was reviewed by a link that you shared yourself.
       *[other] { $count } more were reviewed by links that you shared yourself.
    }
numbers-days = Sent and reviewed, by day
numbers-days-about = Of the requests made on a day: how many were sent, and how many of these were reviewed since
numbers-day-tip = { $day }: { $sent } sent, { $reviewed } reviewed
numbers-chart = The table below has the numbers.
numbers-table = The numbers in a table
numbers-day = Day
numbers-not-sent = Why messages were not sent, or came back
numbers-not-sent-about = One request can have several messages: by email, by SMS, and reminders.
numbers-not-sent-from = Counted since { $from }.
numbers-example = One of them
numbers-not-sent-all = Failed requests
numbers-not-sent-none = Every message was sent, and none came back.
numbers-returned = Bounces and complaints
numbers-returned-none = No email was sent yet.
numbers-line = Amazon steps in from
numbers-count = Emails
numbers-part = Share
numbers-bounced = Came back
numbers-complained = Marked as spam
numbers-stars-about = All reviews. Those that are not public wait, are withheld or were deleted.
numbers-submitted = Submitted
numbers-published = Public
numbers-returned-of = { $count ->
        [one] Of the last email
       *[other] Of the last { $count } emails
    }
numbers-facts-before = Before
numbers-facts-changed = Products whose answers changed most

## Products and locations

nav-products = Products
products-text = What your shop described or an order named. Each product leads to its reviews.
products-nothing = No products yet. They come with orders, from a connected shop or through the API.
products-incomplete = Missing something
products-incomplete-text = Google cannot use reviews of a product without a page, and finds it only by a barcode (GTIN), by the maker’s number and brand, or by your number (SKU). Add what is missing in your shop’s system, which then sends it here, or through the API: the product leaves this list.
products-no-page = No page
products-no-number = No barcode or number
products-none-here = Nothing is missing among these products.
products-average = { $average } out of 5
products-published = { $count ->
        [one] { $count } published review
       *[other] { $count } published reviews
    }
product-title = The product’s title
product-title-text = Neither your shop’s system nor a program has described this product yet. Emails, the review page and your shop show the title that you type here, until they do.
product-title-wrong = A title has 1 to 255 characters.
product-title-give = Give the product a title
product-title-done = The title is now: { $title }
product-title-described = Your shop’s system or a program described this product: change the title there.
product-ask = Ask for reviews
product-ask-about = Without the tick, nobody is asked about this product. Its reviews stay, and an order’s other products are asked about. This comes before what your shop’s system says.
product-ask-on = Customers are asked about this product.
product-ask-off = Nobody is asked about this product any more.
product-not-asked = Not asked about
product-reviews = All its reviews
product-months = Stars over time
product-months-cut = From the newest { $count } reviews, since { $day }
product-months-most = Reviews, at most { $count } a month
product-month = Month
product-month-stars = Average stars
product-together = Shown together with
product-together-about = Sizes, colours, languages or listings of one product: the pages of each show the reviews of all, and one number. Joining different products misleads buyers. Your choice here comes before what your shop’s system says.
product-together-number = { $average } from { $count }
product-together-none = no reviews
product-together-becomes = { $before } becomes { $after }
product-together-find = Find a product to add
product-together-partial = This is not the whole catalog: a whole product ID finds any other product.
product-together-add = Add
product-together-added = { $title } is shown together with it now.
refused-group_full = At most 90 products can be one.
product-together-take = Take away
product-together-taken = { $title } is shown alone now.
product-together-leave = Show alone
product-together-alone = Your shop’s system says that this product belongs to { $title }. You chose that it is shown alone.
product-together-follow = Follow the system
product-together-followed = { $title }: your shop’s system decides again.

## Requests

nav-requests = Requests
customers-find = Name, email, phone or order
customers-find-about = Enter words of a name, or a whole email address, phone number or order ID. They are stored encrypted, so parts of words cannot be searched.
customers-find-wrong = This is not an email address, a phone number or an order ID. Numbers from other countries begin with + and the country code.
customers-find-name = Nobody called “{ $typed }” was found. Names are found by whole words, and only of customers added since names can be searched. For others, enter the whole email address, phone number or order ID.
customers-everyone = All
customers-failed-today = Failed in the last 24 hours
requests-send-all = Send all …
requests-send-all-text = All requests that have not been sent, on other pages too: the newest 100 at once.
requests-send-all-sure = Send up to 100 now
requests-send-more = There are more: send all again.
requests-send-done = { $count ->
        [one] { $count } request is being sent.
       *[other] { $count } requests are being sent.
    }
requests-send-refused = { $count ->
        [one] { $count } could not be sent: its page says why.
       *[other] { $count } could not be sent: their pages say why.
    }
requests-partial = Nothing among the last 500. There may be older ones: continue with Next.
request-products = { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
request-products-more = { $product } and { $count } more
request-planned = planned for { $at }
request-no-order = No order
request-status-manual = Not sent
request-status-scheduled = Planned
request-status-sending = Being sent
request-status-sent = Sent
request-status-completed = Reviewed
request-status-cancelled = Cancelled
request-status-expired = Expired
request-status-failed = Failed
request-waits = It is waiting: the provider is not accepting messages at the moment and will take them later.
request-by-email = email
request-by-sms = SMS
request-life = What happened
request-why = In short
request-soon = Next
request-link-ends = The link expires. Reviews stay.
request-messages-show = Show the messages
request-messages = Messages
request-messages-text = As they were sent. They are rebuilt from what is stored, so they show later changes to the shop’s settings.
request-message-sent = { $by }, sent { $at }
request-message-delivered = delivered { $at }
request-message-failed = did not arrive
request-person = Customer
request-person-gone = The name and the address are no longer stored.
request-person-all = Everything about this customer
request-phone = Phone
request-items = Asked about
request-reviewed = reviewed { $day }
request-back = Back to the request
request-link = Link to copy
request-link-text = Anyone who has it can review as this customer. Share it only with them.
request-link-gone = The link no longer works.
request-send = Send now
request-send-done = It is being sent.
request-cancel = Cancel …
request-cancel-text = The link stops working and nothing more is sent. Reviews stay. This cannot be undone.
request-cancel-sure = Cancel the request
request-cancel-done = Cancelled. The link no longer works.
refused-already_sent = Not sent again: the first message has already been sent.
refused-already_completed = Not sent: everything is reviewed.
refused-request_cancelled = Not sent: the request is cancelled.
refused-request_expired = Not sent: the link has expired.
refused-request_failed = Not sent: the message failed for good. The reason is below.
refused-request_stopped = Not sent: a rule stopped the message. The reason is below.
refused-no_recipient = Not sent: there is no email address or phone number.

## Reviews

nav-reviews = Reviews
reviews-text = Waiting reviews come oldest first. Customers can’t see them yet.
reviews-tab-waiting = To decide
reviews-tab-published = Published
reviews-tab-withheld = Withheld
reviews-tab-all = All
reviews-words = Words or a name
reviews-product = Product
reviews-all-products = All products
reviews-stars = Stars
reviews-all-stars = All stars
reviews-why = Why it waits
reviews-all-reasons = All reasons
reviews-unanswered = Without a reply
reviews-of-shop = The shop itself
reviews-nothing-waiting = No reviews are waiting for a decision.
reviews-nothing-all = No reviews yet.
reviews-nothing-found = No reviews match.
reviews-all-answered = All answered.
reviews-cut = There are too many reviews to search in one go. Next continues the search.
reviews-mark = Mark
reviews-marked = Marked:
reviews-unmark = Unmark
reviews-none-marked = Nothing was marked.
reviews-marked-about = One reason for all of them. An opinion about the product is not a reason.

## A review

review-heading = { $author } on { $product }
review-anonymous = Anonymous
review-back = All reviews
review-previous = Previous
review-place = { $place } of { $count } to decide.
review-open = Open
review-publish = Publish
review-publish-edit = Publish the change
review-withhold = Withhold
review-withhold-notification = Withhold and email the author
review-withhold-more = Withhold …
review-withhold-why = Withhold it and say why
review-withhold-other = Change the reason
review-explain = Say why it is withheld
review-explain-button = Save the reason and email the author
review-reported = Reported by readers
review-reported-about = Withhold the review below, or keep it. Readers who left an address get your decision and its reason by email within minutes.
review-keep-why = Why it stays
review-keep = Keep the review
review-withhold-about = The author learns the reason and can change the review. An opinion about the product is not a reason.
review-drop-edit = Reject the change
review-drop-edit-why = Reject the change and say why
review-decide = Decide
review-waits = Waiting:
review-withheld-for = Withheld:
review-reason = Reason
review-note = Note for the history, seen only by the shop
review-has-edit = A change is waiting
review-edit-heading = The waiting change
review-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
review-photo = Photo { $number }
review-verified-order = Verified purchase
review-verified-request = Asked after an order
review-verified-claimed = Purchase confirmed by { $system }
review-verified-none = Not verified
review-incentivized = Got something in return
review-public = See it in public
review-written = written { $time }
review-edited = edited { $time }
review-experienced = date of experience: { $month }
review-order = Order { $order }
review-is-submitted = Waiting for a decision. Only you can see it.
review-is-published = Published
review-is-withheld = Withheld
review-rule-contact_data = Contains a phone number, an address or a website
review-names-phone = Contains a phone number
review-names-email = Contains an email address
review-names-website = Contains a website
review-names-account = Names a social media account
review-rule-moderation = Every review waits for a decision
review-rule-edit_of_withheld = Changed after it was withheld
review-rule-visitor = Nobody asked for it
review-rule-product_hidden = Appears as soon as its product is published
review-rule-insider = The author works for the shop
review-reason-confidential = Confidential
review-reason-abusive = Insults
review-reason-personal_data = Personal data
review-reason-discriminatory = Discriminatory
review-reason-misleading = Clearly false
review-reason-fake = Fake
review-reason-unrelated = Off topic
review-reason-unlawful = Unlawful
review-reason-unspecified = No reason given
review-reason-earlier_system = The earlier system did not show it
review-reply = Your reply, shown below the review
review-reply-button = Reply
review-reply-change = Change the reply
review-reply-remove = Remove the reply
review-reply-before-edit = Readers see beside this reply that it was written before the review was edited. It no longer says so once you change the reply.
review-reply-notification = The author gets your first reply by email, after a minute at the earliest.
review-history = History
review-request = Request { $id }, created { $day }.
review-request-link = Show the request
review-was-submitted = Written
review-was-held = Waiting
review-was-edited = Changed
review-was-published = Published
review-was-withheld = Withheld
review-was-edit_dropped = Change rejected
review-was-replied = Replied
review-was-reply_removed = Reply removed
review-was-undone = Undone
review-was-unverified = No longer a verified purchase: the order was cancelled, refunded or not paid
review-was-imported = Imported
review-was-removed = Removed
review-was-withdrawn = Withdrawn
review-was-erased = Erased
review-was-reported = Reported by a reader
review-was-kept = Kept
review-by-reader = A reader
review-by-reader-told = Left an address and gets the decision by email
review-reported-unlawful = Breaks the law
review-reported-fake = Not genuine
review-reported-abusive = Insults or threatens
review-reported-personal_data = Says something private about a person
review-reported-other = Something else
review-by-author = The author
review-by-member = A member of the shop
review-by-mail = { $who }, by a link in an email
review-by-rule = A rule

## What a click did

review-done-published = { $author }: published.
review-done-withheld = { $author }: withheld.
review-done-withheld-notification = { $author }: withheld. The reason goes out by email within minutes.
review-done-edit-dropped = { $author }: change rejected. The public version stays.
review-done-replied = { $author }: replied.
review-done-kept = { $author }: kept.
review-done-replied-notification = { $author }: replied. Your reply goes out by email within minutes.
review-done-reply-removed = { $author }: reply removed.
review-done-undone = { $author }: undone. Everything is as it was.
reviews-done-published = { $count ->
        [one] { $count } review published.
       *[other] { $count } reviews published.
    }
reviews-done-withheld = { $count ->
        [one] { $count } review withheld.
       *[other] { $count } reviews withheld.
    }
reviews-done-withheld-notification = { $count ->
        [one] { $count } review withheld. The reason goes out by email within minutes.
       *[other] { $count } reviews withheld. The reason goes out by email within minutes.
    }
reviews-done-undone = { $count ->
        [one] { $count } review is as it was.
       *[other] { $count } reviews are as they were.
    }
reviews-done-left = { $count ->
        [one] { $count } stayed as it is: it changed in the meantime, or it is too late.
       *[other] { $count } stayed as they are: they changed in the meantime, or it is too late.
    }
reviews-done-stopped = Then something went wrong. The others are as they were: please try again.
review-changed = Somebody changed this review in the meantime, or it is too late to undo. This is how it is now; nothing of yours was saved.
review-wrong-reason = Please choose a reason.
review-wrong-note = A note is one line of at most 500 characters. Nothing was saved.
review-wrong-reply = A reply needs 1 to 10,000 characters.
review-wrong-kept = Please say why it stays, on one line of at most 500 characters.

## The own sender

sender-heading = Own sender
sender-about = Your emails to customers leave from an address of your own domain, so that mail programs show and trust your name. You need access to your domain’s DNS.
sender-test_mode = In test mode nothing is sent, so there is no sender to set up.
sender-records = Add these four records to the DNS of { $domain }. The first says that the domain is yours, and the others allow the emails to be signed in your name. They change nothing else of your website or mailboxes.
sender-name = Name ({ $type })
sender-value = Value
sender-wait = The records are looked for every few minutes, later every few hours. DNS can take up to three days. Until they are found, your emails leave as before. Leave the records where they are: without them, your emails leave as before, too.
sender-remove = Stop using this address
sender-removed = Your emails leave as before. You can delete the records from your DNS.
sender-address = Domain or address
sender-address-about = For example reviews@your-shop.com. Replies go there, too, unless you set another address in Settings.
sender-save = Show the records
sender-making = The records are being made. Please come back in five minutes.
sender-asked = The records of { $domain } are not found yet.
sender-stands = Your emails leave from { $address }.
sender-lost = The records of { $domain } are no longer found. Your emails leave as before until they are back.
sender-taken = This domain, or one above or below it, is already in use here. If it is yours, please ask your operator.
sender-invalid = Please type one domain or one address.
sender-mailbox = This domain belongs to a provider of mailboxes. Please use a domain of your own.
sender-operators = This domain belongs to your operator. Please use a domain of your own.
sender-too_many = You have given up several domains just now. Please try again in ten minutes.

## Settings

nav-settings = Settings
settings-text = Times are in { $zone }.
settings-owners = Only owners can change settings. You can read them here.
settings-parts = Parts
settings-saved = Saved: { $names }.
settings-same = No changes to save.
field-wrong = This cannot be used. Please change it.
field-wrong-url = Please enter an address that begins with https://.
field-wrong-email = Please enter an email address.
field-wrong-line = Please write 1 to { $most } characters, on one line.
field-wrong-number = Please enter a number from { $least } to { $most }.
field-leads-elsewhere = Please remove phone numbers, accounts, links and email addresses. Only those of your contact page, your privacy policy, your shop’s own domain and your address for replies may stay: save these in Settings first.

set-moderation = When somebody writes a review
set-moderation-publish = Publish it at once
set-moderation-publish-about = Reviews with a phone number, an email address or a website still wait for you.
set-moderation-hold = Hold it until we have read it
set-moderation-hold-about = It waits on the Reviews page until you publish or withhold it.
set-public_display = Show published reviews in public
set-ai_questions = An AI asks questions on the customer’s page
set-ai_questions-about = Only if your operator has set a model. It asks about the product, reads the answers, and offers at most how an answer begins; it never sees name, address or stars. Otherwise, ready-made questions are asked.
set-incentives = What reviewers get for a review
set-incentives-about = For example: 5% off the next order. Your trust page says so. Leave it empty if they get nothing.
set-facts = Facts
settings-facts-about = Questions about products that customers answer with one tap, beside stars and words. Readers see the answers as bars once five customers gave one. Three or five answers are an order, from the first to the last. If you reword a question or an answer, what was tapped stays: to ask something else, empty the old words and save first.
set-facts-wrong = Please give each question two to five different answers. If two questions have the same words, they need the same answers, and different types or tags.
set-facts-question = Question
set-facts-answer = Answer
set-facts-label = Only about products of this type or with this tag
in-shop-look = How they look

settings-pause-heading = Pause sending
settings-pause-about = Your customers get no email, no text message and no reminder. What is due is sent afterwards, in order.
settings-pause-save = Pause
settings-paused = Sending is paused until { $until }.
settings-resume = Go on
settings-due = { $count ->
        [0] Nothing is due yet.
        [one] One message is due by now.
       *[other] { $count } messages are due by now.
    }
settings-leave = { $hours ->
        [one] It all leaves within an hour once you go on.
       *[other] It all leaves within { $hours } hours once you go on.
    }
settings-resumed = Sending is on again.
settings-operator-pause = The operator of this service has paused your sending. Only the operator can resume it.
set-paused_until = Pause until
set-paused_until-wrong = Please enter a day and a time.

settings-hours-heading = Sending hours
settings-hours-about = When messages may be sent. What is due outside these hours waits for the next ones.
set-send_window = Send messages
set-send_window-any = At any hour
set-send_window-only = Only at these hours
set-send_window-from = From
set-send_window-to = To
set-send_window-monday = Mon
set-send_window-tuesday = Tue
set-send_window-wednesday = Wed
set-send_window-thursday = Thu
set-send_window-friday = Fri
set-send_window-saturday = Sat
set-send_window-sunday = Sun
set-send_window-time_zone = Time zone
set-send_window-about = In the customer’s own time zone where it is known, otherwise in your shop’s.
set-send_window-wrong = Please give two times that are at least an hour apart, and at least one day.

settings-look-heading = Your shop
save = Save
set-shop_name = Name
set-logo_url = Address of your logo
set-logo_url-about = A picture at least 96 pixels high. Leave it empty to show only your name.
set-color = Color of links and buttons
set-color-own = Our own color
set-color-about = It is made darker or lighter where it would be hard to read. Without your own color, dark green is used.
set-language = Language
set-country = Country
set-country-none = Not said
set-country-wrong = Please choose a country.
set-shop_address = Postal address
place-text = Your country proposes the rest.
place-zone-usual = The country’s most populous
place-language-usual = The country’s, if possible
place-hours = Once you save, messages leave from 9:00 to 20:00 in this time zone, and one reminder follows.
place-saved = Saved.
place-hours-saved = Saved. Messages leave from { $from } to { $to } ({ $zone }).

settings-requests-heading = Requests and reminders
set-default_reminders = Reminders after the first message
set-reminder_days = Days from the first message to the reminders
set-reminder_days-about = Three days, for example 3, 7, 14. No reminder follows once somebody has reviewed.
set-reminder_days-wrong = Please enter three rising numbers from 1 to 60, for example 3, 7, 14.
set-ask_once = If somebody buys the same product again
set-ask_once-integrations = Do not ask again about orders from Shopify or WooCommerce
set-ask_once-integrations-about = Requests that your own programs make still ask again.
set-ask_once-never = Ask about every order
set-ask_once-never-about = The same product can be reviewed once for each order.

settings-replies-about = Up to five. When you answer a review, a click or the keys 1 to 5 insert them; you can change them before you send.
set-saved_replies = Saved replies
set-saved_replies-about = { "{name}" } becomes the author’s first name, { "{product}" } the product and { "{shop}" } your shop. A reply is not offered if the review has no such name or product.
set-saved_replies-wrong = Each text has at most 500 characters. Braces stand only in { "{name}" }, { "{product}" } and { "{shop}" }.
set-keep_months = Months after which old data is erased
set-keep_months-about = 6 to 120, or empty to keep everything. Older orders, requests and messages are erased, and so are their customers unless something newer belongs to them. Published reviews stay, and so do unsubscriptions.

settings-contact-heading = Contact
set-reply_to = Replies to emails go to
set-reply_to-about = Every customer sees this address.
set-contact_url = Your contact page
set-contact_url-about = Linked in emails and on the customer’s page.
set-privacy_url = Your privacy policy
set-storefront_url = Your shop’s own domain
set-storefront_url-about = The address that customers know, such as https://fern.example. It replaces myshopify.com wherever products are linked.
set-storefront_url-wrong = Please enter an address that begins with https://, without a path and not at myshopify.com.
set-owner_email = Emails about the shop itself go to
set-owner_email-about = For example, when a webhook is switched off or reviews came in. Customers never see it.

## The end of the shop

end-heading = Close this shop
end-about = From then on customers get no messages, and API keys, links and pages stop working, those of test mode too. For 30 days an owner can sign in and reopen it. Then everything that is stored about the shop is destroyed. Take your data with you first: it is above.
end-about-test = This closes only test mode: its API keys and links stop working. For 30 days an owner can sign in and reopen it. Then everything that is stored about it is destroyed.
end-type = To confirm, type the shop’s ID: { $shop }
end-button = Close the shop
end-wrong = Nothing was changed: what you typed is not the shop’s ID, { $shop }.
shop-ended-heading = { $shop } is closed
shop-ended-text = Customers get no messages, and API keys, links and pages do not work. Until { $until } an owner can reopen it. Then everything that is stored about the shop is destroyed.
shop-ended-ask = Only an owner can reopen it: please ask one to sign in.
shop-ended-restore = Reopen the shop
shop-ended-restored = The shop is open again: its API keys, links and pages work, and messages that waited are sent.

## The frame of every page

skip = Skip to the content
nav-label = Pages
way-data = Your data
way-developers = Developers
way-orders = Orders
way-products = All products
way-settings = General
way-team = Team
way-you = You
in-shop-public = Published reviews
in-shop-trust = Trust page
in-shop-not-public = Your reviews are not shown in public: this is test data, or you switched that off in Settings.
you-language = Your language
help-heading = If something isn’t working
help-not-sent = A customer got no message
help-not-sent-text = Search for the whole email address under Customers. The page of the request says what happened, why, and what comes next.
help-held-text = Too many emails bounced or were marked as spam, and sending more would harm your domain. Remove addresses that don’t exist from your shop. Sending resumes by itself once hardly any come back; until then, Today says so. If it can’t wait, an owner can release the emails there, once in 7 days; after that, ask the operator of this service.
help-webhook = A webhook is failing
help-webhook-text = Your endpoint has to answer with a status from 200 to 299. Events are kept for three days and sent in order once it works again. Settings, Developers shows every answer.
test-data = Test data
role-owner = Owner
role-moderator = Moderator
role-reader = Reader
guest = Signed in with a link
sign-out = Sign out
nav-shops = Your shops
undo = Undo
seconds = s
search = Search
copy = Copy
copied = Copied
fields-choose = Choose …
next-page = Next
first-page = Back to the start
nothing-here = Nothing here yet.
failed = This did not reach the server. Please try again.
waiting-count = { $count } waiting

## Times

ago-now = just now
ago-minutes = { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours = { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days = { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
at-time = { $day }, { $time }

## Keyboard

keys-heading = Keyboard shortcuts
keys-move = Next and previous
keys-mark = Mark a review; a and w then decide about all marked ones
keys-help = This list
close = Close

## When something does not work

not-found-heading = Page not found
not-found-text = The address is wrong, or the page no longer exists.
forbidden-heading = Not allowed
forbidden-text = Your role does not allow this. An owner can change roles under Settings, Team.
guest-heading = Only this shop
guest-text = You signed in by a link, without an email address, so no other shop is known to be yours. Under Settings, Team you can invite your address, and then sign in with it.
origin-heading = Not sent from this page
origin-text = The form was not sent from this console, so nothing was changed. Please open the page again and retry.
conflict-heading = Changed in the meantime
conflict-text = Somebody else changed this after you opened it. This is how it is now.
failure-heading = Something went wrong
failure-text = Nothing was changed. Please try again in a moment.
too-many-heading = Too many emails
too-many-text = Too many links were requested for this address. You can still ask for one in a browser where you have signed in before; elsewhere, please try again in an hour.
back-home = Back to the console

## Long work

progress-of = { $done } of { $all }.
progress-so-far = So far: { $what }.
progress-left = { $minutes ->
        [0] Less than a minute left.
        [1] About a minute left.
       *[other] About { $minutes } minutes left.
    }
progress-again = Refresh

## Signing in

sign-in-text = Enter your email address, and we’ll send you a link.
sign-in-email = Email
sign-in-ask = Email me a link
sign-in-bad-email = Please check the address.
waiting-heading = Check your inbox
waiting-text = If { $email } may sign in, an email with a link is on its way. The link works for 15 minutes.
waiting-still = No more emails for now. The link that we sent { $ago } still works.
waiting-here = Open the link in this browser to sign in here.
waiting-elsewhere = Opened the link on another device?
waiting-code = Code
waiting-code-text = It shows a code of eight letters there. Type it here.
waiting-again = Send it again
waiting-other = Use another address
wrong-code = This code does not work. After five tries you need a new link.
link-heading = Sign in to the console
link-text = Press the button to sign in.
link-guest-text = The button signs you in to { $shop }. Your role there: { $role }. Go on only if you know who sent you this link.
link-guest-left = You will then be signed out of { $shop } in this browser.
link-owner-text = Enter your email address, and we’ll send you a link. It makes you an owner of { $shop }. Go on only if you know who sent you this page.
link-without = Sign in without an email
link-without-text = Once, as an owner. When this session ends, only a new link or an invitation lets you in again.
code-heading = Your code
code-text = You asked to sign in from another browser. Type this code into the window that is waiting there.
code-warning = Never give this code to anyone. If you did not ask to sign in, close this page.
over-text = It was already used, or its 15 minutes are over. Please ask for a new one.
signed-out-heading = You are signed out
ended-heading = Please sign in again
ended-text = Your session ended, so nothing was saved.
ended-written = What you wrote: copy it before you go on

## Shops of a person

shops-text = Shops and invitations for { $email }.
shops-none = You don’t belong to a shop yet, and nobody has invited you. Ask a shop’s owner for an invitation.
shops-invited = Invited as: { $role }
shops-here = You are here
shops-test = Test mode
shops-accept = Accept the invitation
shops-decline = Decline

## Emails to members

email-sign-in-subject = Sign in to { $shop }
email-sign-in-text = This link works once, for 15 minutes, in the browser where you asked for it. In any other browser it shows a code for the window that is waiting.
email-sign-in-button = Sign in
email-sign-in-end = If you did not ask for it, you can ignore this email: nobody can sign in without it.
email-sign-in-reason = You’re receiving this because { $email } was entered on the sign-in page.
email-invitation-subject = You are invited to { $shop }
email-invitation-text = { $shop } has invited you to help with its reviews. Sign in with { $email } and accept. You don’t need a password.
email-invitation-button = See the invitation
email-invitation-end = If you don’t know { $shop }, you can ignore this email: nothing happens until you accept.
email-invitation-reason = You’re receiving this because somebody at { $shop } entered { $email }.
email-reviews-subject = { $count ->
        [one] A review for { $shop }
       *[other] { $count } reviews for { $shop }
    }
email-reviews-heading = { $count ->
        [one] A review for you to read
       *[other] { $count } reviews for you to read
    }
email-reviews-week = Last week: { $asked } asked, { $wrote } wrote, { $waiting } await your decision.
email-reviews-public = Public
email-reviews-answered = Answered
email-reviews-waits = Waits for your decision: { $why }
email-reviews-edit-waits = Public. A change to it waits for your decision: { $why }
review-answer = Answer
email-reviews-more = { $more ->
        [one] And { $more } more.
       *[other] And { $more } more.
    }
email-reviews-reason = You’re receiving this because you are a member of { $shop }’s console. Replies to this email reach nobody: press Answer or Open under a review.
email-reviews-choose = Choose when, under Settings, Team, or end these emails:
email-reviews-owner = You’re receiving this because somebody entered { $email } as the owner’s address in the settings of { $shop }. Replies to this email reach nobody.
email-reviews-join = Become a member of its console to choose when, and to answer from here. If you don’t know { $shop }, or want no more, end these emails:
email-data-subject = A customer of { $shop } asks for their data
email-data-heading = A customer asks for their data
email-data-text = A customer asked, through your shop system, what is stored about them. The file is ready. The law usually gives you 30 days to hand it over.
email-data-button = Download the file
email-data-end = You can download it for 30 days. If it is gone by then, the page makes it again.

email-connected-subject = WooCommerce is connected with { $shop }
email-connected-heading = Your shop is connected
email-connected-text = An owner of { $shop } in Afterword has connected a WooCommerce shop. From now on it sends its orders, with the names and addresses of their buyers, and its products.
email-connection = Open the connection
email-connected-end = If nobody of you did this, disconnect it there, and look at who is a member.
email-redacted-subject = The Shopify orders of { $shop } will be erased in 48 hours
email-redacted-heading = Shopify asks for the erasure of your orders
email-redacted-text = Shopify has told us to erase the orders that it reported for { $shop }, together with the data of their buyers. It does so two days after an app is uninstalled. Nobody is asked for a review any more. In 48 hours the erasure begins, and then it cannot be taken back. If you do not want it, connect Shopify again before then.
email-redacted-end = Published reviews keep their words. If you left Shopify, you do not need to do anything.

email-reported-subject = A reader reported a review for { $shop }
email-reported-heading = A reader reported a review
email-reported-text = A reader says that something is wrong with a published review. Please look at it and decide whether it stays. In some countries the law requires a prompt answer.
email-reported-button = Look at the review
email-reported-end = The review is still public. If it is reported again, we will tell you.
email-owner = You’re receiving this because { $email } is the owner’s address in the settings of { $shop }.

## Today

nav-today = Today
today-heading = { $count ->
        [one] { $count } review is waiting for you
       *[other] { $count } reviews are waiting for you
    }
today-heading-none = No reviews are waiting for you
today-welcome = { $count ->
        [one] Welcome: { $count } step left to your first review
       *[other] Welcome: { $count } steps left to your first review
    }
today-text = Only what needs you. The rest runs on its own.
today-needs = For you
today-nothing = Nothing right now.
begin-heading = Begin here
begin-done = done
begin-next = Next: { $step }
begin-some-done = { $done } of { $count } done
begin-sign-in = Invite yourself as an owner
begin-sign-in-about = The link you came by ends. With your own sign-in you can always come back.
begin-orders = Bring in orders
begin-orders-about = Connect Shopify, WooCommerce or a program of your own, and every order is followed up. Or paste earlier orders.
begin-place = Say where you are
begin-place-about = Your country sets time zone, language and sending hours. Emails name your address and link to your privacy policy.
begin-look = Choose your color and logo
begin-look-about = Emails and the review page then look like your shop.
begin-try = Try it on yourself
begin-try-about = You get a real email about one of your products, and review it on the page that customers see. Nothing of it is counted or shown.
begin-try-button = Send me one
begin-try-sent = On its way to { $address }. Open its link and send a review: nothing of it is counted or shown.
begin-try-nobody = Nobody would get it: no member has the address that Settings name for emails about the shop itself.
begin-try-suppressed = Your address gets no emails from this shop: lift its suppression first.
begin-try-held = No emails are being sent: too many of the shop’s emails bounced or were marked as spam. Please wait until sending resumes.
begin-try-paused = No emails are being sent: the operator has paused sending.
begin-try-too-many = You have sent 20 tests within this hour. Please try again in the next one.
begin-show = Show reviews in your shop
begin-show-about = The plug-in for WooCommerce, or a few lines for Shopify, Wix or plain HTML.
begin-move = Bring your old reviews
begin-move-about = From Judge.me, Loox, Yotpo and others, as a file. A trial tells you first what would happen.
begin-orders-waits = { $system } is connected
begin-orders-waits-about = Waiting for the first order.
today-first = The first message leaves on { $at }.
today-first-in-shop = { $count ->
        [one] Your first review is in your shop.
       *[other] Your first { $count } reviews are in your shop.
    }
today-first-public = { $count ->
        [one] Your first review is public.
       *[other] Your first { $count } reviews are public.
    }
today-waiting = { $count ->
        [one] { $count } review needs a decision
       *[other] { $count } reviews need a decision
    }
today-waiting-text = Until you decide, only you can see what was written.
today-reported = { $count ->
        [one] Readers reported a review
       *[other] Readers reported { $count } reviews
    }
today-reported-text = Decide whether it stays. Readers who left an address learn your decision and its reason.
today-unexplained = { $count ->
        [one] A review was withheld without a reason
       *[other] { $count } reviews were withheld without a reason
    }
today-unexplained-text = Say why. The author gets the reason by email.
today-edits = { $count ->
        [one] { $count } change to a published review is waiting
       *[other] { $count } changes to published reviews are waiting
    }
today-oldest = The oldest came { $ago }.
today-longest = Waiting longest
today-all = All waiting reviews
today-written = Latest reviews
today-figures = The last 28 days
today-sent = Requests sent in 28 days
today-sent-before = { $count } in the 28 days before
today-reviewed = Reviewed, of those sent
today-reviewed-of = { $count ->
        [one] { $count } of { $sent } requests
       *[other] { $count } of { $sent } requests
    }
today-reviewed-none = Known once a request was sent.
percent = { $number }%
today-average = Average rating
today-average-of = { $count ->
        [0] no public reviews yet
       *[other] { $count } public
    }
today-data-text = The request came through your shop system. Download the file and hand it over: the law usually gives you 30 days.
today-redacted = The orders from { $system } will be erased
today-redacted-text = { $system } asked for it. If you do not want it, connect { $system } again before { $at }.
today-silent = { $system } has gone quiet
today-silent-text = Nothing has arrived from { $system } for much longer than usual. Please check there that its webhooks are on, or that the Afterword plug-in is connected.
today-forged = The calls from { $system } are refused
today-forged-text = They are signed with another secret. On the page of the connection, add the webhooks again or replace the secret.
today-missing = Orders since { $at } may be missing.
today-refused = { $count ->
        [one] { $count } call from { $system } was refused
       *[other] { $count } calls from { $system } were refused
    }
today-refused-text = No requests were made from them. The API says why: /api/v1/integrations/{ $path }/deliveries.
today-webhook-fails = { $count ->
        [one] A webhook fails
       *[other] { $count } webhooks fail
    }
today-webhook-fails-text = { $count ->
        [one] { $url } does not answer. Its events wait, and are sent once it works again.
       *[other] { $url } do not answer. Their events wait, and are sent once they work again.
    }
today-webhook-off = { $count ->
        [one] A webhook is off
       *[other] { $count } webhooks are off
    }
today-webhook-off-text = { $count ->
        [one] { $url } gets no events.
       *[other] { $url } get no events.
    }
today-held-bounces = Too many recent emails bounced. As things stand, sending resumes by itself on { $at }.
today-held-complaints = Too many recent emails were marked as spam. As things stand, sending resumes by itself on { $at }.
today-release = Release the emails …
today-release-text = First find out where these addresses came from, and remove them from your shop. The waiting emails then leave in order. You can do this once in 7 days. If too many come back again, the next suspension lasts twice as long.
today-release-sure = Release the emails
today-release-done = Your emails leave again, the first within ten minutes.
today-release-none = Your emails are not suspended.
today-release-from = You can release them yourself from { $at } on.
today-first-days = Today’s email limit is reached
today-first-days-text = Your shop is new: it can send { $most } emails today, and about twice as many each day as long as few come back. The rest follow by themselves.
today-address = Your emails have no postal address
today-address-text = Many countries require one in every email of this kind. Please add your shop’s postal address in Settings.
today-no-address = Your emails wait for a postal address
today-no-address-text = Many countries require one in every email of this kind. Your emails leave within four hours after you add your shop’s postal address in Settings.
today-no-privacy = Your emails link to no privacy policy
today-no-privacy-text = Laws such as the GDPR require you to tell customers how you use their data. Please add the address of your privacy policy in Settings.
today-storefront = Products are linked at myshopify.com
today-storefront-text = Customers and search engines know your shop by its own domain. Please type its address in the settings.
today-paused = Sending is paused
today-paused-text = Customers get no messages until sending is resumed.
today-paused-until = Customers get no messages until { $at }. What is due by then is sent afterwards, in order.
today-failed = { $count ->
        [one] { $count } request failed in the last 24 hours
       *[other] { $count } requests failed in the last 24 hours
    }
today-failed-text = The page of each request says why.

## Webhooks

hooks-about = We call your own server when something happens, for example when a review is published.
refused-too_many_webhooks = A shop has at most 10 webhooks. Delete one that is no longer used.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
hook-works = Works
hook-works-about = No calls failed recently.
hook-uncalled = No call yet
hook-uncalled-about = Nothing has happened that it is called about. Send a test to see whether it works.
hook-fails = Failing
hook-fails-about = The first call failed { $ago }. Its events wait for three days.
hook-new = New webhook
hook-make = Create the webhook
hook-url = Address
hook-url-about = Your server’s address: it starts with https://.
hook-url-wrong = Please enter an address that starts with https:// and the name of a public host.
hook-events = Events
hook-events-about = Leave all boxes empty for every event, including those of later versions.
hook-events-wrong = Please tick which events to send.
hook-events-review-submitted = A review was written
hook-events-review-updated = A review was changed
hook-events-review-published = A review was published
hook-events-review-withheld = A review was withheld
hook-events-review-replied = A review got a reply
hook-events-review-deleted = A review was deleted
hook-events-request-scheduled = A message was planned
hook-events-request-completed = Everything was reviewed
hook-events-request-expired = A link expired
hook-events-request-cancelled = A request was cancelled
hook-events-message-sent = A message was sent
hook-events-message-delivered = A message was delivered
hook-events-message-failed = A message failed
hook-events-message-skipped = A message was stopped by a rule
hook-events-customer-suppressed = Somebody no longer gets messages
hook-events-customer-erased = A customer’s data was erased
hook-events-deliverability-held = Your emails are suspended
hook-events-deliverability-released = Your emails are sent again
hook-events-webhook-test = Test
hook-include = Also send
hook-include-review = The whole review, with the author’s name
hook-include_imports = Also about imported reviews
hook-include_imports-about = Otherwise a file of old reviews sends nothing.
hook-status = State
hook-status-enabled = On
hook-status-enabled-about = This also restarts one that failed.
hook-status-disabled = Off
hook-status-disabled-about = What happens while it is off is not sent later.
hook-change = Address and events
hook-foreign = It gets events of More Good Reviews’ API and can be changed only there: { $events }.
hook-secret = Signs every call, by the Standard Webhooks rules.
hook-rotate-about = For 24 hours calls are signed with both secrets. Put the new one into your server before then.
hook-end = Delete …
hook-end-about = Its log is deleted, and events that were not delivered yet never will be.
hook-end-yes = Yes, delete it
hook-ended = Deleted. It is not called any more.
hook-rotated-recently = Not replaced: three earlier secrets still work. You can replace it again from { $until } on.
hook-log = Last calls
hook-pending = Waiting
hook-delivered = Delivered
hook-failed = Failed
hook-next = next try { $at }
hook-attempts = { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
hook-again = Send again
hook-test = Send a test
hook-sent = It is being sent. The answer appears here.
hook-not-sent = Nothing was sent, because the webhook is off.
hook-error-address_not_public = the host has no public address
hook-error-connection_failed = no connection
hook-error-connection_broken = the connection broke
hook-error-timeout = no response in time

## What became of a request, and why

why-email = the email
why-sms = the SMS
why-reminder-email = reminder { $number } by email
why-reminder-sms = reminder { $number } by SMS
why-provider-email = the mail provider
why-provider-sms = the SMS service
why-when = { $day } at { $time }
why-on = (on { $at })
why-until = , until { $at }
why-words = : { $words }
why-times = { $count } times, last on { $at }
why-later-at-once = at once
why-later-seconds = { $count } s later
why-later-minutes = { $count } minutes later
why-later-hours = { $count } hours later
why-later-days = { $count } days later
why-item = item { $number }
why-an-item = an item
why-by-shop = the shop
why-by-operator = the operator
why-by-somebody = somebody

why-none-cancelled = No message was planned: the shop shares the link itself, and cancelled the request on { $at }.
why-none-reviewed = No message was planned: the shop shares the link itself; everything was reviewed on { $at }.
why-none-expired = No message was planned: the shop shares the link itself; it expired on { $at }.
why-none = No message was planned: the shop shares the link itself.
why-after-reviewed = Everything was reviewed on { $at }.
why-after-cancelled = The shop cancelled the request on { $at }.
why-after-opened = The link was first opened on { $at }.

why-delivered = { $it } was accepted by { $provider } on { $at } and delivered { $later }.
why-complained = { $it } was accepted by { $provider } on { $at }; the customer marked it as spam on { $reported }, so nothing more is sent to them.
why-sent = { $it } was accepted by { $provider } on { $at }; no report about it has come yet.
why-counted = { $it } was due on { $at }, in a time that a restore of the data forgot: nobody knows whether it left, and it counts as sent.
why-delayed = { $it } was accepted by { $provider } on { $at }; since { $reported } the recipient's server does not take it.
why-soft_bounced = { $it } was accepted by { $provider } on { $at }; it came back on { $reported } for a reason that may pass, such as a full mailbox.
why-test_mode = { $it } was captured on { $at }: in test mode nothing leaves.
why-sending = { $it } was taken by a sender on { $claimed }.
why-outcome_unknown = { $it } was handed to { $provider } on { $claimed }, and the answer was lost.
why-scheduled = { $it } will be sent on { $leaves }.
why-postponed = { $it } will be sent on { $leaves }: the customer has not received the order yet and asked for another week.
why-waiting_for_window = { $it } will be sent on { $leaves }, when the shop's sending hours begin.
why-waiting_for_cap = { $it } will be sent on { $leaves }, when the shop's limits allow the customer another message.
why-first_days = { $it } will be sent on { $leaves }: the shop is new and has reached its email limit for today.
why-no_address = { $it } waits for a postal address: neither the shop nor the operator gave one. It is tried again on { $leaves }.
why-due = { $it } has been due since { $due }.
why-paused = Not sent yet: { $by } paused sending.
why-paused-until = Not sent yet: { $by } paused sending until { $until }.
why-held = Not sent yet: the shop's emails have been suspended since { $since }, because { $reason }.
why-provider_refuses = Not sent yet: { $provider } has been refusing all messages since { $since }{ $words }.
why-provider_refused = Not sent yet: { $provider } did not take { $message }{ $words }.
why-bounced = { $it } was accepted by { $provider } on { $at }; it bounced on { $reported }: the address or number does not exist, or accepts no messages.
why-rejected = { $it } was accepted by { $provider } on { $at }; it was rejected on { $reported }, usually because of its content.
why-suppressed_by_provider = { $it } was accepted by { $provider } on { $at } but not sent: the address is on the provider's own blocklist.
why-refused = { $it } was refused by { $provider } for good on { $at }: { $words }.
why-unconfirmed = { $it } was handed to { $provider } on { $claimed }; no answer and no report came, so it may have arrived.
why-skipped = { $it } was not sent on { $at }: { $reason }.
why-skips = { $it } is due on { $due } but will not be sent: { $reason }.
why-skips-now = { $it } will not be sent: { $reason }.
why-expired = { $it } was not sent: the link expired on { $expires }.

why-because-cancelled = the shop cancelled the request
why-because-expired = the link expired
why-because-erased = the customer's data was erased, or was too old to be kept
why-because-unsubscribed = the customer unsubscribed
why-because-suppressed_bounce = an earlier message to the same address or number bounced for good
why-because-suppressed_complaint = the customer marked an earlier message as spam
why-because-stopped = the number replied STOP
why-because-suppressed_by_shop = the shop suppressed the address or number itself
why-because-reviewed = the customer has already written a review
why-because-order_cancelled = the order was cancelled
why-because-order_refunded = the order, or everything that the message asks about, was refunded
why-because-spend_cap = the shop has used up its SMS for the month
why-because-window_closed = the link expires before the shop's sending hours begin again
why-because-capped = the customer got as many messages as the shop's limits allow, and the link expires before they allow another
why-because-first_days = the shop is new and has reached its daily email limit, and the link expires before another email may be sent
why-because-no_address = no postal address was given before the link expires
why-because-bounced = the address or number does not exist
why-because-rejected = refused for its content
why-because-suppressed_by_provider = on the provider’s list of bad addresses
why-because-refused = refused by the provider
why-because-unconfirmed = not known whether it was sent
why-because-rule = a rule stopped it
why-held-bounces = too many of its last emails bounced
why-held-complaints = too many of its last emails were marked as spam
why-held-rates = too many of its emails failed

why-next-reports = The provider keeps trying for some hours and then reports the result.
why-next-leaves = { $it } will be sent, unless something stops it by then.
why-next-due = { $it } is sent within minutes, or as fast as { $provider } allows if more is due.
why-next-paused-until = The pause ends by itself, and { $message } is sent after it.
why-next-paused = Once sending is resumed, { $message } is sent.
why-next-held = Sending may resume by itself; { $message } is then sent within the hour.
why-next-refused = { $it } is tried again until { $provider } accepts it.
why-next-given-up = If { $provider } reports nothing about { $message } by then, it is not tried again.
why-next-once-more = If { $provider } reports nothing about { $message } by then, it is tried once more.
why-next-skipped = { $it } is skipped.

why-line-created-call = The shop’s program asked for a review.
why-line-created-visitor = Somebody asked for this link on the shop’s page. The shop had not asked.
why-line-created-system = { $system } reported an order, so the customer is asked for a review.
why-line-created-file = A member asked for a review of an order in a file.
why-line-created-test = A test by a member, not counted
why-line-scheduled = { $it } was planned.
why-line-send_asked = The shop asked{ $times } to send the message now.
why-line-claimed = A sender took { $message }{ $times }.
why-line-sent = The provider accepted { $message }.
why-line-captured = { $it } was captured: in test mode nothing leaves.
why-line-throttled = { $it } was throttled{ $times }{ $words }.
why-line-outcome_unknown = The provider's answer about { $message } was lost.
why-line-unconfirmed = No report about { $message } came either; it is not tried again.
why-line-failed = The provider refused { $message } for good{ $words }.
why-line-skipped = { $it } was not sent: { $reason }.
why-line-opened = A person followed the link.
why-line-engaged = The customer began a review.
why-line-reviewed = The customer reviewed { $item }.
why-line-review_edited = The customer changed the review of { $item }{ $times }.
why-line-completed = Everything was reviewed.
why-line-cancelled = The shop cancelled the request.
why-line-expired = The link expired.
why-line-new_link_asked = The customer asked for a new link.
why-line-postponed = The customer has not received the order yet: no message is sent for a week.
why-line-delivered = { $it } was delivered.
why-line-delayed = The recipient's server did not take { $message } yet.
why-line-soft_bounced = { $it } came back for a reason that may pass.
why-line-bounced = { $it } bounced for good.
why-line-complained = The customer marked { $message } as spam.
why-line-rejected = { $it } was rejected after the provider had accepted it.
why-line-suppressed_by_provider = The provider accepted { $message } but did not send it: the address is on its own blocklist.
why-line-paused = { $it } waited{ $times }: { $by } had paused sending{ $until }.
why-line-held = The email waited{ $times }: the shop's emails were suspended, because { $reason }.
why-line-deferred-send_window = { $it } waits{ $times } for the shop's sending hours{ $until }.
why-line-deferred-person_cap = { $it } waits{ $times } because the customer got as many messages as the shop's limits allow{ $until }.
why-line-deferred-first_days = { $it } waits{ $times } because the shop is new and reached its daily email limit{ $until }.
why-line-deferred-no_address = { $it } waits{ $times } because there is no postal address{ $until }.
why-line-deferred = { $it } waits{ $times } because of a rule of the shop{ $until }.

why-nobody-address = No request to this address was found, and nothing stops messages to it: the shop has not asked there, or did so more than a year ago.
why-nobody-number = No request to this number was found, and nothing stops messages to it: the shop has not asked there, or did so more than a year ago.
why-stopped-address = No request to this address was found. No message would reach it: since { $since }, { $reason }.
why-stopped-number = No request to this number was found. No message would reach it: since { $since }, { $reason }.
why-order-unknown = No request about this order was found, and the shop has not told us about the order.
why-order-waits = No request about this order was found. The shop reported the order as { $status }: an order alone asks nobody, so it waits for a call that asks for a review.
why-order-over = No request about this order was found. The shop reported the order as { $status }: while that is so, no message about it is sent.
why-order-pending = not paid yet
why-order-placed = placed
why-order-fulfilled = fulfilled
why-order-delivered = delivered
why-order-failed = not paid, because the payment failed
why-order-cancelled = cancelled
why-order-refunded = refunded
why-order-deleted = deleted

## Own words

way-words = Your own words
words-text = What your messages say, by message and language. Leave a field empty to use our text.
words-message = Message
words-request = Request
words-reminder_1 = First reminder
words-reminder_2 = Second reminder
words-reminder_3 = Third reminder
words-sms = Text message (SMS)
words-renewal = New link requested by a customer
words-placeholders = You can use { "{name}" } for the customer’s first name, { "{product}" } for the product’s title, { "{shop}" } for your shop’s name and { "{days}" } for the number of days that the link still works. If one of them is not known for a customer, our text is used instead.
words-insert = Insert:
words-unknown = There is no placeholder { $typed }. The four are { "{name}" }, { "{product}" }, { "{shop}" } and { "{days}" }.
words-ours = Ours: { $text }
words-show = Preview
words-shown = Preview of the message
words-segments = { $count ->
        [one] Billed as one SMS.
       *[other] Billed as { $count } SMS.
    }
words-reset = Use our text
words-reset-done = Our text is back.
word-subject = Subject
word-subject-wrong = Please write 1 to 120 characters on one line, with no braces except in the four placeholders.
word-opening = First sentences
word-opening-wrong = Please write at most 600 characters, with no braces except in the four placeholders.
word-sms-opening = Words before the link
word-sms-opening-wrong = Please write at most 120 characters on one line, with { "{shop}" } among them. Together with the link they have to fit into two SMS.

## Pages behind the links of emails about reviews

mail-queue = { $count ->
        [one] { $count } review of the email is left
       *[other] { $count } reviews of the email are left
    }
mail-own-words = Or in your own words
mail-answer = Send the reply
mail-skip = Skip to the next
mail-open = Open it in the console
mail-team = Open Settings, Team
mail-done-answer = Your reply is public.
mail-done-publish = The review is published.
mail-done-withhold = It is withheld.
mail-last = That was the last one of this email. In the console you can still undo it for a minute.
mail-unknown = This link does not work
mail-unknown-text = Perhaps a part of it is missing. Open it from the email again, or go on in the console.
mail-foreign = This link is somebody else’s
mail-foreign-text = Somebody else is signed in with this browser. Sign out there, or go on in the console.
mail-left = This link no longer works
mail-left-text = The person whom it was sent to has left the shop or signed out everywhere, or the shop is closed.
mail-role = Your role changed
mail-role-text = You may no longer decide about reviews. You can still read them in the console.
mail-old = This link is too old
mail-old-text = Links in these emails work for seven days. Go on in the console.
mail-changed = Nothing was done
mail-changed-text = This link was used, or somebody changed this review after the email was sent.
mail-stop = No more emails about reviews?
mail-stop-button = No more of these emails
mail-stopped = You get no more emails about reviews
mail-stopped-text = To get them again, choose when under Settings, Team.
