## سجل التدقيق

audit-heading = سجل التدقيق
audit-about = ما الذي جرى، ومن فعله، ومتى. ولكل تقييم سجله الخاص أيضًا.
audit-when = متى
audit-who = من
audit-what = ماذا
audit-change = قبل ← بعد
audit-member = عضو سابق، { $id }
audit-key = مفتاح API { $id }
audit-guest = شخص دخل برابط
audit-sign_in = تسجيل دخول
audit-console_link = إنشاء رابط إلى اللوحة
audit-invite_member = دعوة عضو
audit-decline_invitation = رفض الدعوة
audit-change_member = تغيير دور عضو
audit-remove_member = إزالة عضو
audit-sign_out_everywhere = تسجيل خروج أحدهم من كل مكان
audit-create_key = إنشاء مفتاح API
audit-revoke_key = إلغاء مفتاح API
audit-change_settings = تغيير الإعدادات
audit-change_text = تغيير نص رسالة
audit-change_sender = غيّر المُرسِل الخاص
audit-use_sender = تُرسَل الرسائل من المُرسِل الخاص
audit-lose_sender = اختفت سجلات المُرسِل الخاص
audit-create_webhook = إنشاء رابط Webhook
audit-change_webhook = تغيير رابط Webhook
audit-rotate_webhook_secret = استبدال الرمز السري لرابط Webhook
audit-disable_webhook = إيقاف رابط Webhook لا يعمل
audit-delete_webhook = حذف رابط Webhook
audit-connect_system = ربط المتجر
audit-change_connection = تغيير الربط
audit-add_system_webhooks = إنشاء روابط Webhook في نظام المتجر
audit-move_connection = اعتماد العنوان الجديد للمتجر
audit-disconnect_system = فصل المتجر
audit-show_stars = تشغيل النجوم في قوائم القالب وبحثه
audit-take_stars_away = إزالة النجوم من قوائم القالب وبحثه
audit-app_uninstalled = أُزيل التطبيق في نظام المتجر
audit-shop_redacted = طلب نظام المتجر محو طلبات الشراء الواردة منه
audit-release_hold = تحرير الرسائل الموقوفة
audit-ask_about_orders = طلب تقييمات لطلبات شراء سابقة
audit-import_reviews = استيراد تقييمات
audit-try_import = تجربة استيراد
audit-undo_import = التراجع عن استيراد
audit-answer_import_products = تحديد منتجات ملفات الاستيراد
audit-group_product = غيّر المنتجات التي تُعرض معًا
audit-erase_customer = محو بيانات شخص
audit-export_customer = تصدير بيانات شخص
audit-create_shop = إعداد المتجر
audit-rotate = تغيير المفتاح الجذري للمتجر
audit-pause = تعليق الإرسال
audit-resume = استئناف الإرسال
audit-show_link = عرض رابط عميل
audit-show_messages = عرض رسائل طلب تقييم
audit-take_customer_file = تنزيل بيانات شخص
audit-take_reviews = تنزيل كل التقييمات
audit-suppress = إيقاف الرسائل إلى عميل
audit-lift_suppression = رفع حظر عنوان
audit-end_shop = إنهاء المتجر
audit-restore_shop = التراجع عن إنهاء المتجر
audit-export_shop = طلب كل ملفات المتجر
audit-download_shop_files = عرض ملفات المتجر
audit-download_shop_file = أخذ ملف من ملفات المتجر
audit-lift_cap = رفع حد الأيام الأولى
audit-lift_stop = السماح بالرسائل القصيرة من جديد

## الربط

connections-text = بعد ربط متجرك نطلب تقييمًا بعد كل طلب شراء.
sys-none = غير مربوط
sys-none-about = يستغرق نحو خمس دقائق.
sys-own-about = لأي متجر آخر: يكتب برنامج طلبات الشراء، ويُسأل المشترون وفق قواعدك.
sys-own-lines = يكتب برنامج لديه مفتاح كل طلب شراء من جديد كلما تغيّر فيه شيء. وحتى ذلك الحين لا يُسأل أحد.
sys-active = مربوط
sys-waiting = بانتظار أول اتصال
sys-silent = لا نشاط
sys-off = متوقف
sys-off-about = أُزيل التطبيق من متجرك. يمكن ربطه من جديد لتُطلب تقييمات مشترياته من الآن.
sys-last = آخر اتصال { $ago }.
sys-no-call = لم يصل شيء بعد: يُرجى تعديل طلب شراء في متجرك للتجربة.
sys-forged = { $count ->
        [zero] لم يُرفض أي اتصال.
        [one] رُفض اتصال موقّع برمز سري آخر { $ago }. يُرجى مقارنة الرمز السري في webhooks متجرك بهذا الرمز الذي ينتهي بـ { $hint }.
        [two] رُفض اتصالان موقّعان برمز سري آخر، آخرهما { $ago }. يُرجى مقارنة الرمز السري في webhooks متجرك بهذا الرمز الذي ينتهي بـ { $hint }.
        [few] رُفضت { $count } اتصالات موقّعة برمز سري آخر، آخرها { $ago }. يُرجى مقارنة الرمز السري في webhooks متجرك بهذا الرمز الذي ينتهي بـ { $hint }.
        [many] رُفض { $count } اتصالًا موقّعًا برمز سري آخر، آخرها { $ago }. يُرجى مقارنة الرمز السري في webhooks متجرك بهذا الرمز الذي ينتهي بـ { $hint }.
       *[other] رُفض { $count } اتصال موقّع برمز سري آخر، آخرها { $ago }. يُرجى مقارنة الرمز السري في webhooks متجرك بهذا الرمز الذي ينتهي بـ { $hint }.
    }
sys-connect = ربط
sys-connected = تم الربط. الخطوات المتبقية أدناه.
sys-disconnected = تم الفصل. طلبات التقييم المجدولة ستُرسل مع ذلك.
sys-rotated = استُبدل الرمز السري. يعمل السابق ساعتين أخريين.
sys-rotated-recently = لم يُستبدل: الرمز السري السابق ما زال يعمل. يمكن استبداله من جديد ابتداءً من { $until }.
sys-hooks = إنشاء روابط Webhook تلقائيًا
sys-hand = إضافة روابط Webhook يدويًا
sys-hooks-about = يضيف Afterword روابط Webhook عبر تطبيق لمتجرك. في لوحة Dev Dashboard من Shopify يُرجى إنشاء تطبيق بالصلاحيات read_orders و read_fulfillments و read_products وتثبيته في متجرك. تتوقف الروابط إذا أُلغي تثبيته. وتُقرأ منتجاتك عبر التطبيق أيضًا. ويحتفظ Afterword بمعرّف العميل وبسر العميل الذي توقّع به Shopify الاتصالات. يُرجى حذف الروابط التي أُضيفت يدويًا، فهي تُوقَّع برمز سري آخر.
sys-approved = متجرك مربوط.
sys-hooks-add = إضافة روابط Webhook
sys-hooks-done = روابط Webhook في متجرك
sys-hooks-added = أُضيف
sys-hooks-present = موجود من قبل
sys-hooks-refused = مرفوض
sys-hooks-some = رفضت Shopify بعضها. يُرجى التحقق من أن للتطبيق الصلاحيات read_orders و read_fulfillments و read_products وأن أحدث إصدار منه مثبّت، ثم إضافة الروابط من جديد.
read-heading = منتجات متجرك
read-goes-on = المنتجات المقروءة: { $products }. تستمر القراءة في الخلفية.
read-waits = المنتجات المقروءة حتى الآن: { $products }. لم يقدّم متجرك الجزء التالي. يعيد Afterword المحاولة طوال يوم.
read-done = المنتجات المقروءة: { $products }.
read-given-up = المنتجات المقروءة: { $products }. لم يقدّم متجرك البقية طوال يوم. يُرجى إضافة روابط Webhook مرة أخرى للبدء من جديد.
read-denied = لا يحق للتطبيق قراءة المنتجات، لذا يصل كل منتج عند تغييره. يُرجى منحه الصلاحية read_products وتثبيت أحدث إصدار منه وإضافة روابط Webhook مرة أخرى.
read-cut = في متجرك أكثر من { $products } من المنتجات. تُقرأ أحدثها، وتصل البقية عند تغييرها أو طلبها.
sys-domain = نطاق متجرك لدى Shopify
sys-domain-about = ينتهي بـ ‎.myshopify.com، ويظهر في لوحة تحكم Shopify ضمن الإعدادات ثم النطاقات.
sys-domain-wrong = يُرجى كتابة النطاق الذي ينتهي بـ ‎.myshopify.com.
sys-app = معرّف العميل (client ID)
sys-app-about = يظهر في Dev Dashboard ضمن إعدادات تطبيقك.
sys-app-wrong = يُرجى كتابة معرّف العميل للتطبيق.
sys-client_secret = سر العميل (client secret)
sys-client_secret-about = يظهر تحت معرّف العميل.
sys-client_secret-wrong = يُرجى كتابة سر العميل للتطبيق: من 8 إلى 200 حرف دون مسافات.
sys-shop-not_public = هذا العنوان ليس على الإنترنت، لذلك لا يتصل به Afterword.
sys-shop-not_connected = لا أحد يجيب على هذا العنوان. يُرجى التحقق منه ومن صلاحية شهادته.
sys-shop-timed_out = لم يجب متجرك في الوقت المحدد.
sys-shop-redirected = يقود هذا النطاق إلى نطاق آخر. يُرجى كتابة النطاق الذي يظهر في لوحة تحكم Shopify ضمن الإعدادات ثم النطاقات وينتهي بـ ‎.myshopify.com.
sys-shop-no_api = لا متجر لدى Shopify بهذا النطاق.
sys-shop-key_refused = رفضت Shopify التطبيق. يُرجى نسخ معرّف العميل وسر العميل من جديد، والتحقق من أن التطبيق مثبّت في هذا المتجر.
sys-shop-not_allowed = لا يُسمح للتطبيق بذلك. يُرجى منحه الصلاحيات read_orders و read_fulfillments و read_products وتثبيت أحدث إصدار منه.
sys-shop-failed = أجاب متجرك بخطأ.
sys-first = في لوحة تحكم Shopify، ضمن الإعدادات ثم الإشعارات ثم Webhooks، يظهر في أسفل الصفحة الرمز السري الذي تُوقَّع به روابط Webhook. يُرجى نسخه إلى هذا الحقل.
sys-paste = في لوحة تحكم Shopify، ضمن الإعدادات ثم الإشعارات ثم Webhooks، يُرجى إنشاء رابط Webhook لكل حدث مما يلي: التنسيق JSON وهذا العنوان.
sys-url = العنوان المطلوب لصقه
sys-topic-orders-create = إنشاء طلب شراء
sys-topic-orders-updated = تحديث طلب شراء
sys-topic-orders-delete = حذف طلب شراء
sys-topic-fulfillments-update = تحديث شحنة
sys-topic-products-create = إنشاء منتج
sys-topic-products-update = تحديث منتج
sys-topic-products-delete = حذف منتج
sys-topic-app-uninstalled = إلغاء تثبيت التطبيق
sys-privacy = طلبات المحو والاطلاع من Shopify
sys-privacy-last = وصل آخر طلب { $ago }.
sys-privacy-never = لم يصل أي طلب بعد.
sys-privacy-hand = إذا طلب عميل محو بياناته أو تسلُّمها، فلا يخبر Shopify بذلك سوى التطبيقات، لا الـ webhooks المضافة في لوحة إدارته. وما دام أي تطبيق لمتجرك لم يُضبط لذلك، فيُرجى فعله يدويًا: افتح صفحة الشخص ضمن العملاء.
sys-privacy-app = ضبط تطبيقك لذلك
sys-privacy-app-about = أضف هذه الأسطر، في قسم مستقل، إلى ملف shopify.app.toml الخاص بتطبيقك، ثم انشر التطبيق بأداة Shopify CLI. أو أدخل العنوان في Dev Dashboard ضمن إعدادات تطبيقك الخاصة بـ webhooks الامتثال. ويجب أن يكون التطبيق الذي يُستخدم هنا سر العميل الخاص به.
sys-privacy-lines = أسطر لملف shopify.app.toml
sys-secret = الرمز السري
sys-secret-hint = يوقّع متجرك اتصالاته برمز سري ينتهي بـ { $hint }.
sys-rotate = استبدال الرمز السري…
sys-rotate-about = يعمل الرمز السري السابق ساعتين أخريين. يُرجى وضع الجديد في متجرك خلالهما.
sys-rotate-yes = استبداله
sys-disconnect = فصل…
sys-disconnect-about = لن تُقبل اتصالات بعد ذلك، فلا تُطلب تقييمات لمشتريات جديدة. طلبات التقييم المجدولة ستُرسل مع ذلك. وتُزال النجوم من قوائم قالب Shopify: يُرجى إبقاء التطبيق في متجرك ما دام يظهر ضمن «المنتجات»، «في متجرك» أنه بقي منها شيء.
sys-disconnect-yes = نعم، فصل
sys-rules = لأي المشتريات تُطلب التقييمات، ومتى
sys-rules-about = تسري القاعدة المعدّلة خلال دقيقتين، وعلى طلبات الشراء المنتظرة أيضًا.
sys-exceptions = { $count ->
        [0] الاستثناءات: لا شيء
       *[other] الاستثناءات: { $count }
    }
sys-secret-wrong = يُرجى كتابة الرمز السري كما يظهر في متجرك: من 8 إلى 200 حرف دون مسافات.
sys-ask_days_after = عدد الأيام حتى الرسالة الأولى
sys-ask_days_after-about = شركات شحن كثيرة لا تبلّغ عن التسليم أبدًا: حينها نطلب التقييم بعد 30 يومًا من الشحن.
woo-ask_days_after = عدد الأيام بعد اكتمال الطلب
sys-after = تُحسب من
sys-after-delivered = التسليم
sys-after-fulfilled = الشحن
sys-incentivized = يحصل هؤلاء العملاء على مقابل للتقييم
sys-incentivized-about = أيًّا كان عدد النجوم: مكافأة التقييمات الجيدة وحدها مخالفة للقانون. ويظهر ذلك مع التقييم أينما عُرض.
sys-countries = المشتريات إلى هذه البلدان فقط
sys-countries-about = حرفان لكل بلد، مثل SA, EG. الحقل الفارغ يعني كل البلدان.
sys-countries-wrong = يُرجى كتابة حرفين لكل بلد، مثل SA, EG.
sys-tags_excluded = استثناء المشتريات التي تحمل هذه الوسوم
sys-tags_excluded-about = يُفصل بينها بفواصل.
sys-tags_excluded-wrong = يُرجى كتابة 50 وسمًا على الأكثر.
sys-products_excluded = استثناء هذه المنتجات
sys-products_excluded-about = معرّفات أو رموز SKU أو أنواع منتجات أو وسوم، كما يكتبها متجرك، يُفصل بينها بفواصل. يُطلب تقييم سائر منتجات طلب الشراء.
sys-products_excluded-wrong = يُرجى كتابة 200 منتج على الأكثر.
sys-consent = من يُطلب منه التقييم
sys-consent-any = كل من اشترى
sys-consent-marketing = من وافق على الرسائل التسويقية فقط
orders-tab = من طلبات الشراء
orders-about = ما صار إليه كل طلب شراء أبلغ عنه نظام متجرك، الأحدث أولًا.
orders-soon = { $count ->
        [0] لن يُطلب التقييم من أحد خلال الأيام السبعة القادمة
        [one] سيُطلب التقييم من عميل واحد خلال الأيام السبعة القادمة
        [two] سيُطلب التقييم من عميلين خلال الأيام السبعة القادمة
        [few] سيُطلب التقييم من { $count } عملاء خلال الأيام السبعة القادمة
        [many] سيُطلب التقييم من { $count } عميلًا خلال الأيام السبعة القادمة
       *[other] سيُطلب التقييم من { $count } عميل خلال الأيام السبعة القادمة
    }
orders-not = ما لم يُطلب تقييمه من طلبات الشراء في آخر 30 يومًا:
orders-none = لم يصل أي طلب شراء بعد.
orders-change = تغيير
orders-ask = طلب التقييم الآن
orders-stop = عدم طلب التقييم
orders-rule = إلى القاعدة
order-stop-done = لن يُطلب تقييم لطلب الشراء هذا.
asks-heading = من سيُطلب منه التقييم
asks-first = تُرسل أول رسالة في { $at } على أقرب تقدير. ووفق الوضع الحالي { $count ->
        [zero] لن يُطلب التقييم من أحد
        [one] سيُطلب التقييم من عميل واحد
        [two] سيُطلب التقييم من عميلين
        [few] سيُطلب التقييم من { $count } عملاء
        [many] سيُطلب التقييم من { $count } عميلًا
       *[other] سيُطلب التقييم من { $count } عميل
    }.
asks-none = تُرسل أول رسالة، على أقرب تقدير، { $days ->
        [0] فور احتساب طلب شراء
        [one] بعد يوم من احتساب طلب شراء
        [two] بعد يومين من احتساب طلب شراء
        [few] بعد { $days } أيام من احتساب طلب شراء
        [many] بعد { $days } يومًا من احتساب طلب شراء
       *[other] بعد { $days } يوم من احتساب طلب شراء
    }. لم يصل بعد أي طلب شراء سيُطلب تقييم له.
asks-list = عرض كل طلب شراء
asks-pause = تعليق الإرسال إلى أن أراجع القائمة
asks-paused = لا يُرسل شيء مدة 30 يومًا، ما لم تستأنف الإرسال قبل ذلك ضمن «الإعدادات»، «تعليق الإرسال».
asks-soon = وفق هذه القواعد قد تُرسل رسائل خلال دقائق. هل تريد الاطلاع على القائمة أولًا؟
asks-soon-yes = الحفظ والسماح بإرسالها
orders-earlier = طلب تقييمات لطلبات شراء سابقة أيضًا
orders-earlier-days = آخر { $days ->
        [zero] { $days } يوم
        [one] يوم
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }: { $count ->
        [zero] لا طلبات شراء إضافية
        [one] طلب شراء إضافي واحد
        [two] طلبا شراء إضافيان
        [few] { $count } طلبات شراء إضافية
        [many] { $count } طلب شراء إضافيًا
       *[other] { $count } طلب شراء إضافي
    }
orders-earlier-about = من طلبات الشراء التي أبلغ عنها متجرك وشُحنت أو اكتملت قبل الربط. من وصله طلب شرائه منذ مدة كافية يُطلب منه التقييم فورًا.
orders-earlier-pause = طلب التقييم، وتعليق الإرسال إلى أن أراجع القائمة
orders-earlier-ask = طلب التقييم
orders-earlier-done = تُجدول طلبات التقييم لطلبات الشراء هذه خلال دقيقتين.
order-will = سيُطلب التقييم في { $at }.
order-will-some = سيُطلب في { $at } تقييم { $count } من أصل { $of } من المنتجات.
order-asked = طُلب التقييم في { $at }.
order-opened = طُلب التقييم في { $at }، وفُتح الرابط.
order-reviewed = طُلب التقييم في { $at }، ووصل: { $stars }
order-not = لم يُطلب التقييم: { $reason }.
order-not-yet = بانتظار: { $reason }.
sys-reason-not_shipped = لم يُشحن ولم يكتمل بعد
sys-reason-test_order = طلب شراء تجريبي
sys-reason-in_store = بيع داخل المتجر
sys-reason-no_email = لا عنوان بريد إلكتروني
sys-reason-excluded_tag = يحمل وسمًا مستثنى
sys-reason-excluded_product = لا يضم إلا منتجات مستثناة
sys-reason-relay_address = عنوان تابع لسوق إلكترونية
sys-reason-no_consent = لم يوافق على الرسائل التسويقية
sys-reason-other_country = إلى بلد لا تُطلب تقييماته
sys-reason-nothing_to_review = لا منتج للتقييم
sys-reason-before_since = شُحن أو اكتمل قبل الربط
sys-reason-too_old = طُلب قبل شحنه أو اكتماله بأكثر من 180 يومًا
sys-reason-too_late = مضى وقت طويل
sys-reason-asked_already = طُلب تقييمه من قبل
sys-reason-asked_before = يُسأل عن هذه المنتجات مع طلب شراء آخر
sys-reason-suppressed = ألغى الاشتراك، أو لا تصل الرسائل إلى عنوانه
sys-reason-works_for_shop = يعمل لديك
sys-reason-another_request = له طلب تقييم بالفعل
sys-reason-cancelled_by_shop = بقرار منك
sys-reason-order_not_seen = لم يُبلّغ إلا عن أجزاء من طلب الشراء
sys-reason-cancelled = أُلغي طلب الشراء
sys-reason-refunded = رُدّ ثمن طلب الشراء
sys-reason-deleted = حُذف طلب الشراء
sys-reason-not_asking = أُزيل التطبيق من متجرك
sys-reason-anonymised = أزال متجرك بيانات العميل
connect-heading = ربط متجرك
connect-about = يطلب هذا المتجر ربطه مع { $shop }.
connect-sent = ما سيرسله إلى Afterword
connect-orders = طلبات الشراء مع أسماء أصحابها وعناوينهم
connect-products = المنتجات
connect-reviews = التقييمات الموجودة لديه من قبل، إذا طلبت ذلك
connect-ends = ينهي هذا الربط مع { $place }.
connect-yours = لا تُكمل إلا إذا كان هذا متجرك وكنت قد ضغطت فيه على زر الربط.
connect-cancel = إلغاء
connect-wrong = هذا العنوان غير مكتمل. في ووردبريس، افتح WooCommerce ثم Afterword واضغط زر الربط مرة أخرى.
woo-step-upload = في ووردبريس، افتح إضافات، ثم أضف إضافة، ثم رفع إضافة. ارفع الملف وفعّل الإضافة.
woo-step-connect = اضغط زر الربط في الصفحة التي تظهر بعد ذلك.
woo-download = تنزيل الإضافة
woo-environment = يرسل هذا الموقع طلبات الشراء لديه. بيئته في ووردبريس: { $environment }
woo-other = يتصل { $home } ({ $environment }) أيضًا بمفتاح هذا المتجر، وآخر مرة { $ago }. لا يُقبل منه شيء. إذا كان نسخة من متجرك فلا حاجة إلى أن تفعل شيئًا.
woo-moved = انتقل المتجر: اعتماد هذا العنوان
woo-moved-done = اعتُمد العنوان، وتأتي طلبات الشراء الآن منه.

## العملاء

nav-customers = العملاء
customers-none = لا أحد بعد. يأتي العملاء مع أول طلب شراء لهم.
customer-unnamed = بلا اسم
customer-since = منذ { $day }
customer-asked = طُلب التقييم في { $day }
customer-stopped = لا تصله رسائل
customer-company = الشركة
customer-address = العنوان
customer-signed-up = التسجيل
customer-notes = ملاحظات
customer-may-ask = يجوز طلب تقييمه
customer-may-ask-yes = نعم
customer-may-ask-no = لا
customer-stop-manual = أُوقفت كل الرسائل من طرفك في { $day }.
customer-stop-bounced = ارتدّت رسالة نهائيًا في { $day }.
customer-stop-unsubscribed = ألغى الاشتراك في { $day }.
customer-stop-stopped = ردّ بكلمة STOP في { $day }.
customer-stop-complained = صنّف رسالة على أنها غير مرغوب فيها في { $day }.
customer-stop-erased = مُحيت بياناته في { $day }.
customer-stop = إيقاف الرسائل
customer-stop-done = لن تصل إلى { $name } أي رسائل بعد الآن.
customer-stop-theirs = ما قرّره الشخص بنفسه لا يمكن لأحد غيره التراجع عنه.
customer-resume = السماح بالرسائل مجددًا
customer-resume-done = يمكن مراسلة { $name } مجددًا.
customer-resume-none = لم يتغيّر شيء: لا يمكن من هنا السماح بمراسلة { $name } مجددًا.
customer-basis-order = اشترى من متجرك: طلب الشراء { $order }، { $day }.
customer-basis-agreed = وافق على التسويق في { $system }، حتى { $day }.
customer-basis-not-agreed = لم يوافق على التسويق في { $system }، حتى { $day }.
customer-charges = المدفوعات
customer-charge = دفعة
customer-first-message = الرسالة الأولى عبر { $by }
customer-reminder = التذكير { $number } عبر { $by }
customer-message-sent = أُرسلت في { $at }
customer-message-delivered = أُرسلت في { $at }، ووصلت
customer-message-returned = أُرسلت في { $at }، ولم تصل
customer-message-failed = فشلت في { $at }
customer-message-skipped = لم تُرسل، تقرر ذلك في { $at }
customer-message-unconfirmed = ربما أُرسلت، ولم يتأكد ذلك، { $at }
customer-message-planned = موعدها { $at }
customer-data = بياناته
customer-data-text = التصدير ملف فيه كل ما هو محفوظ عن هذا الشخص. يمكن تنزيله خلال 24 ساعة.
customer-export = تصدير
customer-erase = محو…
customer-erase-heading = محو { $name }؟
customer-erase-text = لا يمكن التراجع عن هذا. سيُحذف:
customer-lost-person = الاسم والعناوين والأرقام والملاحظات
customer-lost-more = هناك أكثر مما أُحصي هنا.
customer-erase-after = تبقى بصمة مشفّرة لعناوينه، حتى لا يُراسَل مرة أخرى، وأرقام في إحصاءاتك.
customer-erase-reviews = تقييماته
customer-erase-delete = حذفها
customer-erase-anonymise = الاحتفاظ بالنجوم والكلمات، دون الاسم والصور والرد
customer-erase-sure = أعلم أنه لا يمكن التراجع عن هذا.
customer-erase-choose = يُرجى اختيار ما يحدث للتقييمات. لم يُمحَ شيء.
customer-erase-tick = يُرجى وضع علامة في المربع لإتمام المحو.
customer-erase-button = محو نهائي
customer-back = العودة إلى العميل
receipt-export = تصدير
receipt-erasure = محو
receipt-running = جارٍ التنفيذ، ويستغرق نحو دقيقة.
receipt-removing = يجري حذف البيانات.
receipt-removed = حُذف كل ما عُثر عليه. وما يصل خلال نصف الدقيقة التالي سيُحذف أيضًا.
receipt-exported = الملف جاهز. كل من لديه هذا الرابط يستطيع فتح الملف خلال 24 ساعة.
receipt-over = تم، وانتهت الساعات الأربع والعشرون: لم يعد تنزيل الملف ممكنًا.
receipt-erased = تم. لم يعد أي شيء محفوظًا عن هذا الشخص.
receipt-failed = حدث خطأ. ستُعاد المحاولة، والمشغّل على علم بذلك.
receipt-download = تنزيل
receipt-number = الإيصال
receipt-requests = { $count ->
        [zero] لا طلبات تقييم
        [one] طلب تقييم واحد
        [two] طلبا تقييم
        [few] { $count } طلبات تقييم
        [many] { $count } طلب تقييم
       *[other] { $count } طلب تقييم
    }
receipt-messages = { $count ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }
receipt-reviews = { $count ->
        [zero] لا تقييمات
        [one] تقييم واحد
        [two] تقييمان
        [few] { $count } تقييمات
        [many] { $count } تقييمًا
       *[other] { $count } تقييم
    }
receipt-orders = { $count ->
        [zero] لا طلبات شراء
        [one] طلب شراء واحد
        [two] طلبا شراء
        [few] { $count } طلبات شراء
        [many] { $count } طلب شراء
       *[other] { $count } طلب شراء
    }
receipt-charges = { $count ->
        [zero] لا مدفوعات
        [one] دفعة واحدة
        [two] دفعتان
        [few] { $count } دفعات
        [many] { $count } دفعة
       *[other] { $count } دفعة
    }

## Orders of the time before

earlier-heading = طلب تقييمات لطلبات شراء سابقة
earlier-link = طلبات شراء سابقة
earlier-about = لمن اشتروا قبل بدايتك هنا. لا يُرسل شيء قبل تأكيد العدد من طرفك.
earlier-rows = طلبات الشراء، واحد في كل سطر
earlier-file = فتح ملف
earlier-rows-about = تُلصق هنا خلايا من جدول أو أسطر من ملف CSV، بحد أقصى { $count }. يسمّي السطر الأول الأعمدة: email وorder، وإن وُجدت name وdate (مثل ‎2026-11-03) وproducts وlanguage.
earlier-days = الأيام من الشراء إلى الرسالة
earlier-days-about = من 0 إلى 89. يُطلب التقييم فورًا لطلب الشراء الأقدم أو الذي لا تاريخ له.
earlier-try = عرض ما سيحدث
earlier-would = { $count ->
        [0] لن يُطلب تقييم لأي طلب شراء.
        [one] سيُطلب تقييم لطلب شراء واحد.
        [two] سيُطلب تقييم لطلبي شراء.
        [few] سيُطلب تقييم لعدد { $count } طلبات شراء.
        [many] سيُطلب تقييم لعدد { $count } طلب شراء.
       *[other] سيُطلب تقييم لعدد { $count } طلب شراء.
    }
earlier-due = موعد أول رسالة { $first } وآخرها { $last }.
earlier-due-one = موعد الرسائل { $first }.
earlier-before = { $count ->
        [one] سطر واحد طُلب تقييمه من قبل.
        [two] سطران طُلب تقييمهما من قبل.
        [few] { $count } أسطر طُلب تقييمها من قبل.
        [many] { $count } سطرًا طُلب تقييمها من قبل.
       *[other] { $count } سطر طُلب تقييمها من قبل.
    }
earlier-insiders = { $count ->
        [one] سطر واحد لشخص يعمل لديك.
        [two] سطران لشخصين يعملان لديك.
        [few] { $count } أسطر لأشخاص يعملون لديك.
        [many] { $count } سطرًا لأشخاص يعملون لديك.
       *[other] { $count } سطر لأشخاص يعملون لديك.
    }
earlier-unasked = { $count ->
        [one] سطر واحد لا يضم إلا منتجات لا يُطلب تقييمها.
        [two] سطران لا يضمان إلا منتجات لا يُطلب تقييمها.
        [few] { $count } أسطر لا تضم إلا منتجات لا يُطلب تقييمها.
        [many] { $count } سطرًا لا تضم إلا منتجات لا يُطلب تقييمها.
       *[other] { $count } سطر لا تضم إلا منتجات لا يُطلب تقييمها.
    }
earlier-suppressed = { $count ->
        [one] سطر واحد لشخص لا تصله رسائلك: إلغاء اشتراك أو بريد مرتد أو إيقاف.
        [two] سطران لشخصين لا تصلهما رسائلك: إلغاء اشتراك أو بريد مرتد أو إيقاف.
        [few] { $count } أسطر لأشخاص لا تصلهم رسائلك: إلغاء اشتراك أو بريد مرتد أو إيقاف.
        [many] { $count } سطرًا لأشخاص لا تصلهم رسائلك: إلغاء اشتراك أو بريد مرتد أو إيقاف.
       *[other] { $count } سطر لأشخاص لا تصلهم رسائلك: إلغاء اشتراك أو بريد مرتد أو إيقاف.
    }
earlier-wrong = { $count ->
        [one] تعذّرت قراءة سطر واحد.
        [two] تعذّرت قراءة سطرين.
        [few] تعذّرت قراءة { $count } أسطر.
        [many] تعذّرت قراءة { $count } سطرًا.
       *[other] تعذّرت قراءة { $count } سطر.
    }
earlier-wrong-email = هذا ليس عنوان بريد إلكتروني.
earlier-wrong-order = رقم طلب الشراء ناقص أو أطول من اللازم.
earlier-wrong-name = الاسم أطول من اللازم.
earlier-wrong-date = يجب أن يُكتب التاريخ هكذا: ‎2026-11-03.
earlier-wrong-products = يجب أن يُكتب معرّف المنتج هكذا: shopify-7125386199075.
earlier-wrong-language = يجب أن تُكتب اللغة هكذا: en أو de-AT.
earlier-ask = { $count ->
        [one] طلب تقييم لطلب شراء واحد
        [two] طلب تقييم لطلبي شراء
        [few] طلب تقييم لعدد { $count } طلبات شراء
        [many] طلب تقييم لعدد { $count } طلب شراء
       *[other] طلب تقييم لعدد { $count } طلب شراء
    }
earlier-done = { $count ->
        [0] لم يُطلب تقييم لأي طلب شراء.
        [one] يُطلب تقييم لطلب شراء واحد.
        [two] يُطلب تقييم لطلبي شراء.
        [few] يُطلب تقييم لعدد { $count } طلبات شراء.
        [many] يُطلب تقييم لعدد { $count } طلب شراء.
       *[other] يُطلب تقييم لعدد { $count } طلب شراء.
    }
earlier-changed = تغيّر شيء منذ ذلك الحين. هذا ما سيحدث الآن.
earlier-missing = لا يوجد في السطر الأول عمود باسم «{ $column }».
earlier-no-rows = لا يوجد سطر تحت السطر الأول.
earlier-too-many = الأسطر أكثر من { $count }. يُرجى لصقها على أجزاء.

## Google's file

way-google = Google
feeds-text = ملف لتقييماتك المنشورة يجلبه Google.
feeds-files = الملف
feeds-test = لا يُنشأ ملف لوضع الاختبار.
feeds-first = يُنشأ الملف الأول حالما يكون خلف تقييم منشور شراء معروف.
feeds-made = { $count ->
        [zero] أُنشئ { $ago }، وليس فيه تقييمات
        [one] أُنشئ { $ago }، وفيه تقييم واحد
        [two] أُنشئ { $ago }، وفيه تقييمان
        [few] أُنشئ { $ago }، وفيه { $count } تقييمات
        [many] أُنشئ { $ago }، وفيه { $count } تقييمًا
       *[other] أُنشئ { $ago }، وفيه { $count } تقييم
    }
feeds-address = العنوان لـ Google
feeds-fetched = آخر جلب { $ago }
feeds-not-fetched = لم يُجلب بعد
feeds-paste = أضف في Google Merchant Center مصدرًا لتقييمات المنتجات، واختر جلب ملف من عنوانه، ثم الصق العنوان. يفحصه Google، وقد يستغرق ذلك بضعة أسابيع. يُنشأ ملف جديد كل ليلة، وخلال ساعة من حجب تقييم أو محوه.
feeds-wants = ما يطلبه Google
feeds-wants-about = يُنظر في أول 100 منتج.
feeds-met = تم
feeds-missing = ناقص
feeds-all = كل التقييمات علنية
feeds-all-about = يريد Google كل التقييمات مهما كانت نجومها. يجب أن تُعرض التقييمات علنًا.
feeds-many = 50 تقييمًا على الأقل
feeds-many-about = { $count ->
        [zero] لا يوجد أي تقييم. لا تُحسب التقييمات التي بلا نص.
        [one] يوجد تقييم واحد. لا تُحسب التقييمات التي بلا نص.
        [two] يوجد تقييمان. لا تُحسب التقييمات التي بلا نص.
        [few] توجد { $count } تقييمات. لا تُحسب التقييمات التي بلا نص.
        [many] يوجد { $count } تقييمًا. لا تُحسب التقييمات التي بلا نص.
       *[other] يوجد { $count } تقييم. لا تُحسب التقييمات التي بلا نص.
    }
feeds-pages = لكل منتج صفحة
feeds-pages-about = { $some } من { $all } لها صفحة. تُترك تقييمات المنتجات الأخرى.
feeds-domain = الصفحات في نطاقك الخاص
feeds-domain-about = يجب أن يكون النطاق الذي أعطيته لـ Google، وليس myshopify.com.
feeds-ids = يمكن العثور على كل منتج
feeds-ids-about = { $some } من { $all } لها رمز شريطي (GTIN) أو رقم الصانع مع العلامة التجارية أو رقمك (SKU) كما في بيانات منتجاتك.

## الملفات

files-import = استيراد التقييمات
files-import-about = ملف لا يتجاوز 100 ميغابايت، كما يصدّره النظام الآخر. تُتجاوز التقييمات الموجودة هنا، فلا ضرر من استيراد الملف مرتين.
files-format = من أين الملف؟
files-try = تجربة أولًا
files-do = استيراد نهائي
files-kinds-about = تقرأ التجربة كل سطر وتبيّن ما كان الاستيراد سيفعله. لا يُحفظ شيء.
files-export = تقييماتك في ملف
files-export-about = كلها، المنشور منها وغير المنشور، في جدول (CSV). فيه ما كتبه العملاء عن أنفسهم، فيُرجى حفظه في مكان آمن.
files-download = تنزيل التقييمات
files-parts = من دون JavaScript يحتوي الملف على أقدم 5000 تقييم.
files-heading-try = تجربة ملف من { $system }
files-heading-do = استيراد من { $system }
files-heading-try-any = استيراد تجريبي
files-heading-do-any = استيراد
files-choose = اختيار الملف
files-choose-about = ملف CSV أو JSON، لا يتجاوز 100 ميغابايت. يبدأ الرفع عند الضغط على الزر.
files-upload = رفع
files-upload-over = انقضت الساعة المخصصة للرفع. يُرجى البدء من جديد.
files-again = البدء من جديد
files-arrived = وصل الملف وسيُقرأ بعد لحظات.
files-running = تجري قراءة الملف.
files-progress = { $rows } من نحو { $all } من الصفوف.
files-tried = لم يُحفظ شيء. هذا ما كان الاستيراد سيفعله:
files-done = تم.
files-failed = تعذّرت قراءة الملف حتى نهايته. ما استُورد قبل ذلك يبقى.
files-rows = { $count ->
        [zero] لم يُقرأ أي تقييم
        [one] قُرئ تقييم واحد
        [two] قُرئ تقييمان
        [few] { $count } تقييمات قُرئت
        [many] { $count } تقييمًا قُرئ
       *[other] { $count } تقييم قُرئ
    }
files-would = { $count ->
        [zero] لن يُستورد أي تقييم
        [one] سيُستورد تقييم واحد
        [two] سيُستورد تقييمان
        [few] { $count } تقييمات ستُستورد
        [many] { $count } تقييمًا سيُستورد
       *[other] { $count } تقييم سيُستورد
    }
files-imported = { $count ->
        [zero] لم يُستورد أي تقييم
        [one] استُورد تقييم واحد
        [two] استُورد تقييمان
        [few] { $count } تقييمات استُوردت
        [many] { $count } تقييمًا استُورد
       *[other] { $count } تقييم استُورد
    }
files-skipped = { $count ->
        [zero] لم يُتجاوز أي سطر
        [one] سطر واحد تم تجاوزه
        [two] سطران تم تجاوزهما
        [few] { $count } أسطر تم تجاوزها
        [many] { $count } سطرًا تم تجاوزها
       *[other] { $count } سطر تم تجاوزها
    }
files-to-reviews = إلى التقييمات
files-for-good = استيراده الآن نهائيًا
files-for-good-shop = للاستيراد نهائيًا: في ووردبريس، ضمن WooCommerce ثم Afterword، يُرجى الضغط على «نقل التقييمات».
files-faults = سطرًا سطرًا
files-faults-about = أول 20 من كل نوع.
files-row = رقم التقييم
files-line = السطر
files-what = ما العمل
files-move = الانتقال إلى هنا
files-move-about = كل التقييمات من نظام آخر، في يوم واحد. يمكن التراجع عن كل شيء حتى الخطوة الأخيرة.
files-imports = عمليات الاستيراد
files-report-show = التقرير
files-steps = انتقال كامل خطوة بخطوة
files-step-1 = ربط المتجر لتُعرف منتجاته وطلبات شرائه، وتعليق الإرسال.
files-step-2 = تصدير كل شيء من النظام القديم، وتجربة الملف أدناه. لا يُحفظ شيء.
files-step-3 = استيراد الملف نفسه نهائيًا. ما كان منشورًا هناك يُنشر هنا، وما كان مخفيًا يُحجب.
files-step-4 = وضع تقييماتنا في صفحة مخفية بجانب القديمة، والمقارنة بينها.
files-step-5 = إيقاف نجوم النظام القديم لمحركات البحث، وتشغيل نجومنا.
files-step-6 = استئناف الإرسال. من قيّم منتجًا هناك لا يُطلب منه تقييمه مرة أخرى.
files-format-auto = بحسب عناوين أعمدته
files-platform = لمن أرقام المنتجات فيه؟
files-platform-auto = للمتجر المربوط
files-platform-choose = يُرجى الاختيار
files-platform-shopify = لـ Shopify
files-platform-woocommerce = لـ WooCommerce
files-platform-needed = يُرجى ذكر لمن أرقام المنتجات في الملف: ليس هناك متجر مربوط واحد فقط.
files-product-shop = كل التقييمات عن المتجر نفسه
files-dates = تواريخ مثل 03/02/2025
files-dates-auto = تُذكر الأسطر التي فيها منها
files-dates-day_first = اليوم أولًا
files-dates-month_first = الشهر أولًا
files-public = منشور: { $count }
files-waiting = في الانتظار: { $count }
files-contact-data = منها ما يتضمن نصه بيانات اتصال: { $count }
files-hidden = محجوب، لأن النظام السابق لم يكن يعرضه: { $count }
files-answers = ردودكم التي جاءت مع تقييماتها: { $count }
files-removed = أُزيل من جديد: { $count }
files-kept = بقي لأنه اتُّخذ قرار بشأنه أو رُدّ عليه أو عُدّل: { $count }
files-reasons = لماذا تم تجاوز أسطر
files-notes = ما اختُصر أو حُذف
files-unread = أعمدة لم تُقرأ: { $columns }
files-report = تنزيل التقرير في جدول
files-unknown = منتجات ليست لديك
files-unknown-about = تم تجاوز تقييماتها. يُرجى ذكر كل منتج منها: معرّفه هنا، أو ‎@shop‎ للمتجر نفسه، أو - لتجاوزه. ثم يُستورد الملف من جديد.
files-answered = تم الحفظ. يمكن الآن تجربة الملف نفسه أو استيراده من جديد.
files-answer-wrong = «{ $name }»: يُرجى كتابة معرّف مثل shopify-7125386199075 أو ‎@shop‎ أو -.
files-products = بحسب المنتج
files-undescribed = أسطر عن منتجات لم يصفها متجرك هنا: { $count }. يُرجى التحقق من أرقامها: إن كان أحدها خطأ، فلن تظهر تقييماته في أي صفحة من متجرك.
files-note = ملاحظة:
files-undo = التراجع عن هذا الاستيراد
files-undo-about = يزيل كل تقييماته ما دام لم يُتخذ قرار بشأن أي منها ولم يُردّ عليه. يمكن بعد ذلك استيراد الملف من جديد.
files-undo-stuck = إن لم يتغير شيء خلال عشر دقائق فاضغط الزر مرة أخرى.
files-undo-touched = لم يتم التراجع. تقييمات اتُّخذ قرار بشأنها أو رُدّ عليها أو عُدّلت منذ ذلك الحين: { $count }
refused-nothing_to_undo = لا شيء للتراجع عنه.
files-undoing = تجري إزالة تقييمات هذا الاستيراد.
files-undone = تم التراجع. يمكن استيراد الملف من جديد.
files-try-failed = تعذّرت قراءة الملف حتى نهايته. لم يُحفظ شيء.
files-try-again = تجربة هذا الملف مرة أخرى
files-again-about = يبقى الملف هنا يومًا واحدًا، وتبقى اختياراتك. لا يُرفع شيء من جديد.
files-again-choose = يُرجى اختيار واحد منها.
fault-empty_file = لا صفوف في الملف. يُرجى اختيار ملف فيه عناوين وتقييمات.
fault-missing_column = تُرجى إضافة هذا العمود إلى العناوين، أو اختيار النظام الذي عناوينه في الملف.
fault-missing_product = لا يحتوي الملف على عمود للمنتجات. تُرجى إضافته إلى العناوين، أو استيراد كل تقييماته كتقييمات للمتجر نفسه.
fault-row_too_long = في الصف أكثر من 128 كيبيبايت. قد تكون فيه علامة اقتباس لم تُغلق.
fault-not_utf8 = يُرجى حفظ الملف بترميز UTF-8: يسمّيه Excel «‎CSV UTF-8‎»، وتسأل البرامج الأخرى عن ترميز الأحرف.
fault-too_many_cells = خلايا الصف أكثر من العناوين. يُرجى وضع الخلايا التي فيها فواصل بين علامتي اقتباس.
fault-invalid_json = يجب أن يكون السطر كائن JSON واحدًا.
fault-invalid_platform = يُرجى كتابة واحد من: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = حُذف المعرّف: يُسمح بـ 128 حرفًا على الأكثر في سطر واحد.
fault-invalid_product_id = المطلوب معرّف منتج مثل «shopify-7125386199075»، أو رقمه.
fault-invalid_rating = المطلوب عدد صحيح من 1 إلى 5.
fault-invalid_title = اختُصر العنوان إلى 200 حرف في سطر واحد.
fault-invalid_body = اختُصر النص إلى 5000 حرف.
fault-invalid_name = اختُصر الاسم إلى 100 حرف في سطر واحد.
fault-invalid_created_at = المطلوب وقت مضى مثل ‎2026-11-20T06:00:00Z، أو يوم مثل ‎2026-11-20.
fault-invalid_reply = اختُصر الرد إلى 10000 حرف.
fault-invalid_language = حُذفت اللغة: صفحة العميل غير متاحة بها.
fault-invalid_photo_urls = استُوردت الصور العشر الأولى فقط.
fault-duplicate = هذا التقييم موجود هنا: له المعرّف نفسه، أو المنتج والاسم والنجوم والنص والتاريخ والعنوان نفسها.
fault-erased = مُحيت بيانات هذا الشخص. يُرجى حذف الصف من الملف.
fault-undo_incomplete = لم يُعثر على بعض تقييمات هذا الاستيراد، وما زالت هنا. تراجع عنه مرة أخرى، ثم احجب الباقي في صفحة التقييمات.
fault-file_gone = حُذف الملف قبل أن يُقرأ كله. يُرجى استيراده من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-file_changed = رُفع ملف آخر أثناء القراءة. يُرجى استيراده من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-photos_not_imported = استُورد التقييم من دون هذه الصور: يجب أن يبدأ كل عنوان بـ https://‎ واسم خادم.
fault-not_text = هذا مصنّف أو أرشيف. يُرجى حفظه بصيغة CSV، أو فك ضغطه أولًا.
fault-unknown_format = لا نعرف نظامًا له هذه العناوين. يُرجى ذكر مصدر الملف.
fault-platform_needed = يسمّي الملف المنتجات بالأرقام. يُرجى ذكر هل هي لـ Shopify أم لـ WooCommerce.
fault-broken_list = في قائمة JSON كائن تالف، أو لا ينتهي، أو يزيد على 128 كيبيبايت. يُرجى تصدير الملف من جديد: تُتجاوز التقييمات الموجودة هنا.
fault-unread_status = يبدو أن هذا العمود يبيّن أي التقييمات كانت ظاهرة للعموم، لكنه لن يُقرأ. يُرجى اختيار النظام الذي جاء منه الملف، أو حذف العمود إن كان معناه غير ذلك.
fault-beyond_five_stars = بعض التقييمات قيمتها من 6 إلى 10، والنجوم تنتهي عند خمس. يُرجى تحويل كل القيم إلى نجوم، ثم استيراد الملف من جديد.
fault-too_many_open_quotes = في 100 سطر علامة اقتباس لم تُغلق. يُرجى تصدير الملف من جديد.
fault-open_quote = في هذا السطر علامة اقتباس لم تُغلق. استمرت القراءة من السطر التالي.
fault-made_product = لا منتج له هذا العنوان، فأُنشئ منتج منه. وسيصير واحدًا مع المنتج الذي يأتي بهذا العنوان.
fault-unknown_product = ليس لديك منتج بهذا المعرّف أو العنوان أو الرمز. يُرجى ذكره أدناه.
fault-left_out = اخترت تجاوز تقييمات هذا المنتج.
fault-ambiguous_date = قد يكون اليوم والشهر معكوسين. يُرجى ذكر أيهما أولًا.
fault-comment_on_review = هذا تعليق على تقييم وليس تقييمًا. يمكن الرد على التقييم هنا.
fault-invalid_reply_date = تعذّرت قراءة تاريخ الرد، فأُعطي تاريخ اليوم.
fault-half_stars = جُبر نصف نجمة إلى الأعلى.
fault-read_month_first = قُرئ والشهر أولًا. إن صح ذلك لكل التواريخ فيُرجى ذكره.
fault-unknown_fact = تُركت الإجابة: لا توجد في أي من حقائقك. يمكن أن تكون لك ثلاث. اختر أيها في «الإعدادات، الحقائق»، وتراجع عن هذا الاستيراد إن لم يكن تجربة، ثم استورد الملف من جديد.
fault-read_as_windows_1252 = ليس بترميز UTF-8، فقُرئ بترميز windows-1252. يُرجى مراجعة حروفه.

## Everything that the shop has

everything = كل شيء كملفات
everything-about = كل ما هو محفوظ عن المتجر بصيغة JSON Lines: الإعدادات والمنتجات والعملاء وطلبات الشراء وطلبات التقييم والرسائل والتقييمات والحظر وسجل التدقيق. في الملفات بيانات شخصية لجميع العملاء، فيُرجى حفظها في مكان آمن. تُحذف بعد يوم، وعندما تُمحى بيانات شخص ما.
everything-made = طُلب في { $asked }. يمكن تنزيل الملفات حتى { $gone }.
everything-running = طُلب في { $asked }. يجري إعداد الملفات.
everything-lines = { $count ->
        [zero] لا أسطر
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
everything-fetch = لأخذ كل شيء دفعة واحدة مع الصور: يُرجى تنزيل everything.txt، ثم تشغيل هذا في مجلده
everything-make = إعداد الملفات
data-keep = مدة حفظ البيانات

## In your shop

way-in-shop = في متجرك
in-shop-lines = أسطر للصق
in-shop-lines-about = اختر نظامك. لا شيء في الأسطر يحتاج إلى تغيير.
in-shop-shopify = في محرر القالب، افتح قالب المنتج والصق هذا في كتلة “Custom Liquid” تحت العنوان، للنجوم.
in-shop-shopify-list = الصق هذا في قسم “Custom Liquid” أسفل المنتج، للتقييمات.
in-shop-wix = أضف “Embed Code” ثم “Custom Element” إلى صفحة المنتج، باسم الوسم afterword-reviews والمعرّف reviews وعنوان الخادم هذا.
in-shop-wix-code = الصق هذا في شيفرة الصفحة.
in-shop-html = الصق هذه الأسطر في صفحة هذا المنتج. وفي صفحة منتج آخر يكون معرّفه مكانه.
stars = النجوم في قوائم القالب وبحثه
stars-about = تعرض بطاقات المنتجات والبحث والتوصيات في معظم القوالب نجومًا إذا ذكرها حقلان للمنتج: reviews.rating و reviews.rating_count. يكتب Afterword الحقلين عبر تطبيقك، الذي يحتاج لذلك إلى الصلاحية write_products، ولا يتأخران عن صفحاتك العلنية أكثر من عشر دقائق. قد تكتبهما تطبيقات أخرى أيضًا، والأخير يغلب: يُرجى إيقاف نجومها أولًا.
stars-no-app = لعرض النجوم في قوائم القالب وبحثه، يُرجى ربط متجرك بمعرّف العميل لتطبيقك الخاص ضمن «الإعدادات»، «طلبات الشراء»، «Shopify».
stars-scope = لا يحق لتطبيقك كتابة المنتجات. في لوحة Dev Dashboard من Shopify يُرجى إضافة الصلاحية write_products إلى صلاحياته، ونشر ذلك إصدارًا جديدًا، ثم الموافقة عليه في متجرك.
stars-show = عرض النجوم في القوائم والبحث
stars-take-away = إزالة النجوم
stars-on-done = تحصل منتجاتك على نجومها الآن: يستغرق كل 4000 منتج نحو دقيقة.
stars-off-done = تُزال النجوم الآن: يستغرق كل 4000 منتج نحو دقيقة. يُرجى إبقاء التطبيق في متجرك حتى لا يبقى منها شيء.
stars-on = المنتجات ذات النجوم: { $count }.
stars-as-of = آخر كتابة { $ago }.
stars-waiting = { $count ->
        [0] تحصل منتجاتك على نجومها الآن.
       *[other] ما لم يُكتب بعد: { $count }.
    }
stars-leave = المنتجات التي لم تُزَل نجومنا منها بعد: { $count }. يُرجى إبقاء التطبيق في متجرك حتى لا يبقى منها شيء.
stars-again = يعيد Afterword المحاولة طوال يوم.
stars-given-up = حاول Afterword ليوم كامل، ويحاول مجددًا عندما يتغير عدد أو يتغير الربط. وحتى ذلك الحين يبقى ما كُتب في متجرك.
stars-refused = لا تقبل Shopify نجومًا لبعض منتجاتك ({ $count })، ربما لأنها حُذفت: { $products }.
stars-others = يكتب تطبيق آخر في هذين الحقلين أيضًا: كان فيهما للمنتج «{ $product }» { $average } ({ $count }) { $ago }، وليس ذلك منا. يُرجى إيقاف نجوم ذلك التطبيق.
in-shop-qr = رمز QR
in-shop-qr-about = يؤدي إلى الصفحة التي يمكن لعملائك أن يكتبوا فيها، للمنضدة أو الطرد. مثل هذا التقييم ينتظرك دائمًا.
in-shop-qr-save = حفظ بصيغة SVG
in-shop-seen = شوهدت في { $host } { $ago }.
in-shop-reads = مرات القراءة في آخر 24 ساعة: { $count } على الأقل.
in-shop-unseen = لم تعرض أي صفحة من متجرك تقييمات بعد.
in-shop-plug-in = تعرض إضافتك النجوم والتقييمات
in-shop-plug-in-about = لا تحتاج إلى أسطر: النجوم وتبويب التقييمات وبيانات محركات البحث حاضرة بمجرد تفعيلها.

## مفاتيح API

keys-page = مفاتيح API
keys-about = بالمفتاح يستطيع برنامج لديك أن يفعل ما يمكنك فعله هنا. لكل برنامج مفتاح خاص به.
refused-too_many_keys = للمتجر 20 مفتاحًا على الأكثر. يمكن إلغاء مفتاح لم يعد مستخدمًا.
secret-copy = يُرجى النسخ الآن
secret-once = لا يظهر إلا هنا. يُرجى حفظه حيث لا يستطيع قراءته إلا برنامجك.
key-made = أُنشئ في { $day }
key-used = آخر استخدام في { $day }
key-unused = لم يُستخدم قط
key-ends = ينتهي في { $day }
key-endless = لا ينتهي
key-may = ما يسمح به
key-other = واجهة API أخرى
key-revoke = إلغاء…
key-revoke-about = يُرفض البرنامج الذي يستخدمه من اتصاله القادم. لا يمكن التراجع عن هذا.
key-revoke-yes = نعم، إلغاء المفتاح
key-revoked = أُلغي المفتاح. سيُرفض اتصاله القادم.
key-new = مفتاح جديد
key-make = إنشاء المفتاح
key-name = الاسم
key-dialect = مخصص لـ
key-dialect-betterreviews = واجهتنا البرمجية، أو برامج BetterReviews
key-dialect-amino = برامج Amino
key-dialect-moregoodreviews = برامج More Good Reviews
key-dialect-wix = برامج Wix
key-scopes = يسمح بـ
key-scopes-about = تُترك كل المربعات فارغة لمنح الصلاحيات المعتادة.
key-scopes-requests-read = قراءة طلبات التقييم
key-scopes-requests-write = إنشاء طلبات التقييم وإرسالها وإلغاؤها
key-scopes-catalog-read = قراءة المنتجات وطلبات الشراء
key-scopes-catalog-write = تعديل المنتجات وطلبات الشراء
key-scopes-settings-read = قراءة الإعدادات
key-scopes-settings-write = تعديل الإعدادات
key-scopes-suppressions-read = قراءة من لا تصلهم رسائل
key-scopes-suppressions-write = تحديد من لا تصلهم رسائل
key-scopes-reviews-read = قراءة التقييمات
key-scopes-reviews-moderate = نشر التقييمات وحجبها والرد عليها
key-scopes-reviews-write = حذف التقييمات واستيرادها
key-scopes-webhooks-manage = روابط Webhook
key-scopes-customers-read = قراءة بيانات العملاء
key-scopes-customers-write = تعديل بيانات العملاء
key-scopes-privacy-manage = تصدير بيانات شخص ومحوها
key-scopes-keys-manage = إنشاء المفاتيح وإلغاؤها
key-scopes-members-manage = دعوة الأعضاء وإزالتهم
key-scopes-audit-read = قراءة سجل التدقيق
key-scopes-integrations-manage = ربط Shopify وWooCommerce
key-scopes-SCOPE-DC-REVIEWS-MANAGE-REVIEWS = Wix: كل اتصالات التقييمات
key-scopes-SCOPE-DC_REVIEWS-MANAGE-REVIEW_REQUESTS = Wix: كل اتصالات طلبات التقييم
key-expires_at = ينتهي في
key-expires_at-about = الحقل الفارغ يعني مفتاحًا لا ينتهي.
key-expires_at-wrong = يُرجى كتابة يوم ووقت في المستقبل.

## الأعضاء

members-told = رسائل عن التقييمات
members-told-at_once = فورًا، رسالة واحدة في الساعة على الأكثر
members-told-each_morning = كل صباح في الساعة 8
members-told-mondays = أيام الاثنين في الساعة 8
members-told-never = أبدًا
members-none = لا أعضاء بعد. يمكن دعوة الأول أدناه.
member-invited = أُرسلت الدعوة { $ago }، ولم تُقبل بعد
member-joined = عضو منذ { $day }
member-role = الدور
member-change = تغيير الدور
member-remove = إزالة
member-remove-sure = إزالة { $email }؟ يُسجَّل خروجه فورًا.
member-remove-yes = نعم، إزالة
member-sign-out = تسجيل الخروج من هذا المتجر
member-sign-out-own = تسجيل الخروج من كل الأجهزة وكل المتاجر
member-guests = روابط دون بريد إلكتروني
member-guests-text = يستطيع المشغّل أو برنامج لديك فتح هذه اللوحة برابط دون بريد إلكتروني. ينهي هذا الزر كل الجلسات من هذا النوع والمفاتيح التي أُنشئت فيها.
invite-heading = دعوة عضو
invite-button = إرسال الدعوة
role-owner-about = كل شيء، مع الأعضاء والمفاتيح والإعدادات
role-moderator-about = التقييمات والردود وطلبات التقييم
role-reader-about = القراءة فقط
member-invite-done = تمت الدعوة. الرسالة في الطريق.
member-change-done = تغيّر الدور.
member-remove-done = تمت الإزالة، وسُجّل خروج العضو.
member-sign-out-done = تم تسجيل الخروج من هذا المتجر.
refused-member_exists = هذا الشخص عضو أو مدعو بالفعل.
member-no-role = يُرجى اختيار دور.
refused-too_many_members = للمتجر 50 عضوًا على الأكثر.
refused-last_owner = يحتاج المتجر إلى مالك. يُرجى جعل عضو آخر مالكًا أولًا.

## Numbers

nav-numbers = الأرقام
numbers-about = طلبات التقييم المنشأة من { $from } إلى { $to } بالتوقيت العالمي، وما آلت إليه.
numbers-none = تأتي الأرقام مع أول طلب تقييم. جرّب الأمر على نفسك: لا يُحسب منه شيء.
numbers-periods = المدة
numbers-period-28 = آخر 28 يومًا
numbers-period-this-month = هذا الشهر
numbers-period-last-month = الشهر الماضي
numbers-period-90 = آخر 90 يومًا
numbers-so-far = أدّى { $reviewed } من أصل { $sent } من الطلبات المرسلة إلى تقييم.
numbers-before = { $days ->
        [one] في اليوم السابق: { $reviewed } من أصل { $sent }.
        [two] في اليومين السابقين: { $reviewed } من أصل { $sent }.
        [few] في المدة السابقة ({ $days } أيام): { $reviewed } من أصل { $sent }.
        [many] في المدة السابقة ({ $days } يومًا): { $reviewed } من أصل { $sent }.
       *[other] في المدة السابقة ({ $days } يوم): { $reviewed } من أصل { $sent }.
    }
numbers-funnel = من طلب التقييم إلى التقييم
numbers-of-sent = من المرسلة
numbers-created = أُنشئت
numbers-sent = أُرسلت
numbers-sent-about = أما البقية فتنتظر موعدها، أو شارك المتجر رابطها بنفسه، أو فشلت.
numbers-opened = فُتحت
numbers-opened-about = فُتح الرابط. بعض أنظمة البريد تفتح الروابط لفحصها وتُحتسب أيضًا.
numbers-engaged = بُدئت
numbers-completed = قُيّمت
numbers-shared = { $count ->
        [one] وقُيِّم طلب آخر عبر رابط شاركه المتجر بنفسه.
        [two] وقُيِّم طلبان آخران عبر رابطين شاركهما المتجر بنفسه.
        [few] وقُيِّمت { $count } طلبات أخرى عبر روابط شاركها المتجر بنفسه.
        [many] وقُيِّم { $count } طلبًا آخر عبر روابط شاركها المتجر بنفسه.
       *[other] وقُيِّم { $count } طلب آخر عبر روابط شاركها المتجر بنفسه.
    }
numbers-days = المرسل والمقيَّم يوميًا
numbers-days-about = من طلبات كل يوم: كم أُرسل منها، وكم قُيِّم من المرسلة حتى الآن
numbers-day-tip = { $day }: أُرسلت { $sent }، وقُيّمت { $reviewed }
numbers-chart = الأرقام في الجدول أدناه.
numbers-table = الأرقام في جدول
numbers-day = اليوم
numbers-not-sent = لماذا لم تُرسل رسائل أو ارتدّت
numbers-not-sent-about = قد يكون لطلب التقييم الواحد عدة رسائل: بالبريد، وبرسالة قصيرة، وتذكيرات.
numbers-not-sent-from = العدّ منذ { $from }.
numbers-example = إحداها
numbers-not-sent-all = طلبات التقييم التي فشلت
numbers-not-sent-none = أُرسلت كل الرسائل ولم يرتدّ شيء منها.
numbers-returned = الرسائل المرتدة والشكاوى
numbers-returned-none = لم تُرسل أي رسالة بريد بعد.
numbers-line = تتدخل Amazon ابتداءً من
numbers-count = الرسائل
numbers-part = النسبة
numbers-bounced = ارتدّت
numbers-complained = صُنّفت غير مرغوب فيها
numbers-stars-about = كل التقييمات. غير المنشورة منها منتظرة أو محجوبة أو محذوفة.
numbers-submitted = المقدَّمة
numbers-published = المنشورة
numbers-returned-of = { $count ->
        [one] من آخر رسالة
        [two] من آخر رسالتين
        [few] من آخر { $count } رسائل
        [many] من آخر { $count } رسالة
       *[other] من آخر { $count } رسالة
    }
numbers-facts-before = قبل ذلك
numbers-facts-changed = المنتجات التي تغيرت إجاباتها أكثر من غيرها

## Products and locations

nav-products = المنتجات
products-text = ما وصفه متجرك أو ذُكر في طلب شراء. يقود كل منتج إلى تقييماته.
products-nothing = لا منتجات بعد. تصل مع طلبات الشراء، من متجر مربوط أو عبر واجهة API.
products-incomplete = غير المكتملة
products-incomplete-text = لا يستطيع Google استخدام تقييمات منتج بلا صفحة، ولا يعثر عليه إلا برمز شريطي (GTIN) أو برقم الصانع مع العلامة التجارية أو برقمك (SKU). أضف ما ينقص في نظام متجرك فيرسله إلى هنا، أو عبر واجهة API: عندها يغادر المنتج هذه القائمة.
products-no-page = بلا صفحة
products-no-number = بلا رمز أو رقم
products-none-here = لا ينقص شيء بين هذه المنتجات.
products-average = { $average } من 5
products-published = { $count ->
        [zero] لا تقييمات منشورة
        [one] تقييم منشور واحد
        [two] تقييمان منشوران
        [few] { $count } تقييمات منشورة
        [many] { $count } تقييمًا منشورًا
       *[other] { $count } تقييم منشور
    }
product-title = عنوان المنتج
product-title-text = لم يصف نظام متجرك ولا أي برنامج هذا المنتج بعد. تعرض الرسائل وصفحة التقييم ومتجرك العنوان المكتوب هنا إلى أن يحدث ذلك.
product-title-wrong = يتكون العنوان من حرف واحد إلى 255 حرفًا.
product-title-give = إعطاء المنتج عنوانًا
product-title-done = أصبح العنوان: { $title }
product-title-described = وصف نظام متجرك أو برنامج هذا المنتج: يُرجى تغيير العنوان هناك.
product-ask = طلب تقييمات
product-ask-about = من دون علامة الاختيار لا يُطلب من أحد تقييم هذا المنتج. تبقى تقييماته، ويُطلب تقييم سائر منتجات طلب الشراء. وهذا مقدّم على ما يقوله نظام متجرك.
product-ask-on = يُطلب من العملاء تقييم هذا المنتج.
product-ask-off = لم يعد يُطلب من أحد تقييم هذا المنتج.
product-not-asked = لا يُطلب تقييمه
product-reviews = كل تقييماته
product-months = النجوم بمرور الوقت
product-months-cut = من أحدث { $count } تقييم، منذ { $day }
product-months-most = التقييمات، بحد أقصى { $count } في الشهر
product-month = الشهر
product-month-stars = متوسط النجوم
product-together = يُعرض مع
product-together-about = مقاسات المنتج الواحد أو ألوانه أو لغاته أو صفحاته: تعرض صفحة كل منها تقييمات الجميع ورقمًا واحدًا. جمع منتجات مختلفة يضلّل المشترين. اختيارك هنا يسبق ما يقوله نظام متجرك.
product-together-number = { $average } من { $count }
product-together-none = لا تقييمات
product-together-becomes = { $before } يصبح { $after }
product-together-find = ابحث عن منتج لإضافته
product-together-partial = ليس هذا الكتالوج كله: معرّف المنتج كاملًا يجد أي منتج آخر.
product-together-add = إضافة
product-together-added = يُعرض { $title } الآن معه.
refused-group_full = يمكن أن يكون 90 منتجًا على الأكثر منتجًا واحدًا.
product-together-take = إخراج
product-together-taken = يُعرض { $title } الآن وحده.
product-together-leave = العرض وحده
product-together-alone = يقول نظام متجرك إن هذا المنتج يتبع { $title }. وقد اخترت أن يُعرض وحده.
product-together-follow = اتباع النظام
product-together-followed = { $title }: يقرر نظام متجرك من جديد.

## طلبات التقييم

nav-requests = طلبات التقييم
customers-find = اسم أو بريد أو طلب شراء
customers-find-about = تُكتب كلمات من الاسم، أو العنوان أو الرقم أو معرّف طلب الشراء كاملًا. تُحفظ هذه البيانات مشفّرة، فلا يمكن البحث عن جزء من كلمة.
customers-find-wrong = هذا ليس عنوان بريد إلكتروني ولا رقم هاتف ولا معرّف طلب شراء. يبدأ رقم من بلد آخر بعلامة + ورمز البلد.
customers-find-name = لم يُعثر على أحد باسم «{ $typed }». يُبحث عن الأسماء بكلماتها الكاملة، وبين العملاء المضافين منذ إتاحة البحث بالاسم فقط. للبحث عن غيرهم يُكتب عنوان البريد الإلكتروني أو رقم الهاتف أو رقم الطلب كاملًا.
customers-everyone = الكل
customers-failed-today = فشلت في آخر 24 ساعة
requests-send-all = إرسال الكل…
requests-send-all-text = كل طلبات التقييم التي لم تُرسل بعد، ومنها ما في الصفحات الأخرى: أحدث 100 دفعة واحدة.
requests-send-all-sure = إرسال ما يصل إلى 100 الآن
requests-send-more = هناك المزيد: يُرجى إرسال الكل مرة أخرى.
requests-send-done = { $count ->
        [zero] لا يُرسل أي طلب تقييم.
        [one] يجري إرسال طلب تقييم واحد.
        [two] يجري إرسال طلبي تقييم.
        [few] يجري إرسال { $count } طلبات تقييم.
        [many] يجري إرسال { $count } طلب تقييم.
       *[other] يجري إرسال { $count } طلب تقييم.
    }
requests-send-refused = { $count ->
        [zero] أُرسلت كلها.
        [one] تعذّر إرسال واحد: صفحته تبيّن السبب.
        [two] تعذّر إرسال اثنين: صفحتاهما تبيّنان السبب.
        [few] تعذّر إرسال { $count } طلبات: صفحاتها تبيّن السبب.
        [many] تعذّر إرسال { $count } طلبًا: صفحاتها تبيّن السبب.
       *[other] تعذّر إرسال { $count } طلب: صفحاتها تبيّن السبب.
    }
requests-partial = لا شيء ضمن آخر 500. قد يكون هناك ما هو أقدم: للمتابعة زر «التالي».
request-products = { $count ->
        [zero] لا منتجات
        [one] منتج واحد
        [two] منتجان
        [few] { $count } منتجات
        [many] { $count } منتجًا
       *[other] { $count } منتج
    }
request-products-more = { $count ->
        [zero] { $product }
        [one] { $product } ومنتج آخر
        [two] { $product } ومنتجان آخران
        [few] { $product } و{ $count } منتجات أخرى
        [many] { $product } و{ $count } منتجًا آخر
       *[other] { $product } و{ $count } منتج آخر
    }
request-planned = موعده { $at }
request-no-order = دون طلب شراء
request-status-manual = لم يُرسل
request-status-scheduled = مجدول
request-status-sending = جارٍ الإرسال
request-status-sent = أُرسل
request-status-completed = تم التقييم
request-status-cancelled = ملغى
request-status-expired = منتهٍ
request-status-failed = فشل
request-waits = ينتظر: لا يقبل مزوّد الخدمة الرسائل حاليًا، ويقبلها لاحقًا.
request-by-email = البريد الإلكتروني
request-by-sms = رسالة قصيرة
request-life = ما حدث
request-why = باختصار
request-soon = التالي
request-link-ends = ينتهي الرابط. تبقى التقييمات.
request-messages-show = عرض الرسائل
request-messages = الرسائل
request-messages-text = كما أُرسلت. تُنشأ من جديد مما هو محفوظ، لذلك تظهر فيها أيضًا تعديلات لاحقة على إعدادات المتجر.
request-message-sent = { $by }، أُرسلت في { $at }
request-message-delivered = وصلت في { $at }
request-message-failed = لم تصل
request-person = العميل
request-person-gone = لم يعد الاسم والعنوان محفوظين.
request-person-all = كل شيء عن هذا العميل
request-phone = الهاتف
request-items = ما يُطلب تقييمه
request-reviewed = قُيّم في { $day }
request-back = العودة إلى طلب التقييم
request-link = رابط للنسخ
request-link-text = كل من يملكه يستطيع التقييم باسم هذا العميل، فلا يُعطى لغيره.
request-link-gone = لم يعد الرابط يعمل.
request-send = إرسال الآن
request-send-done = جارٍ الإرسال.
request-cancel = إلغاء…
request-cancel-text = يتوقف الرابط عن العمل ولا يُرسل شيء بعد ذلك. تبقى التقييمات. لا يمكن التراجع عن هذا.
request-cancel-sure = إلغاء طلب التقييم
request-cancel-done = أُلغي. لم يعد الرابط يعمل.
refused-already_sent = لن يُرسل مرة أخرى: أُرسلت الرسالة الأولى من قبل.
refused-already_completed = لن يُرسل: قُيّم كل شيء.
refused-request_cancelled = لن يُرسل: طلب التقييم ملغى.
refused-request_expired = لن يُرسل: انتهى الرابط.
refused-request_failed = لن يُرسل: فشلت الرسالة نهائيًا. السبب أدناه.
refused-request_stopped = لن يُرسل: أوقفت قاعدةٌ الرسالة. السبب أدناه.
refused-no_recipient = لن يُرسل: لا يوجد عنوان بريد إلكتروني ولا رقم هاتف.

## التقييمات

nav-reviews = التقييمات
reviews-text = التقييمات المنتظرة مرتّبة من الأقدم، ولا يراها العملاء بعد.
reviews-tab-waiting = تنتظر القرار
reviews-tab-published = المنشورة
reviews-tab-withheld = المحجوبة
reviews-tab-all = الكل
reviews-words = كلمات أو اسم
reviews-product = المنتج
reviews-all-products = كل المنتجات
reviews-stars = النجوم
reviews-all-stars = كل النجوم
reviews-why = سبب الانتظار
reviews-all-reasons = كل الأسباب
reviews-unanswered = دون رد
reviews-of-shop = المتجر نفسه
reviews-nothing-waiting = لا ينتظر أي تقييم قرارًا.
reviews-nothing-all = لا توجد تقييمات بعد.
reviews-nothing-found = لا تقييم يطابق البحث.
reviews-all-answered = تم الرد عليها كلها.
reviews-cut = التقييمات أكثر من أن تُفحص كلها دفعة واحدة. زر «التالي» يتابع البحث.
reviews-mark = تحديد
reviews-marked = المحدد:
reviews-unmark = إلغاء التحديد
reviews-none-marked = لم يُحدَّد شيء.
reviews-marked-about = سبب واحد لها جميعًا. الرأي في المنتج ليس سببًا.

## تقييم

review-heading = { $author } عن { $product }
review-anonymous = دون اسم
review-back = كل التقييمات
review-previous = السابق
review-place = { $place } من { $count } تنتظر القرار.
review-open = فتح
review-publish = نشر
review-publish-edit = نشر التعديل
review-withhold = حجب
review-withhold-notification = حجب وإبلاغ صاحب التقييم
review-withhold-more = حجب…
review-withhold-why = حجبه مع ذكر السبب
review-withhold-other = تغيير السبب
review-explain = ذكر سبب الحجب
review-explain-button = حفظ السبب وإبلاغ صاحب التقييم
review-reported = أبلغ عنه قراء
review-reported-about = احجب التقييم أدناه أو أبقِ عليه. القراء الذين تركوا عنوانًا يصلهم قرارك وسببه بالبريد الإلكتروني خلال دقائق.
review-keep-why = لماذا يبقى
review-keep = الإبقاء على التقييم
review-withhold-about = يعرف صاحب التقييم السبب ويستطيع تعديل تقييمه. الرأي في المنتج ليس سببًا.
review-drop-edit = رفض التعديل
review-drop-edit-why = رفض التعديل مع ذكر السبب
review-decide = القرار
review-waits = ينتظر:
review-withheld-for = محجوب:
review-reason = السبب
review-note = ملاحظة للسجل، لا يراها إلا المتجر
review-has-edit = تعديل ينتظر
review-edit-heading = التعديل الذي ينتظر
review-photos = { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
review-photo = الصورة { $number }
review-verified-order = شراء مؤكد
review-verified-request = طُلب بعد الشراء
review-verified-claimed = أكد { $system } الشراء
review-verified-none = غير مؤكد
review-incentivized = حصل على مقابل
review-public = عرضه كما يراه الجميع
review-written = كُتب { $time }
review-edited = عُدِّل { $time }
review-experienced = تاريخ التجربة: { $month }
review-order = طلب الشراء { $order }
review-is-submitted = ينتظر القرار، ولا يراه أحد سواك.
review-is-published = منشور
review-is-withheld = محجوب
review-rule-contact_data = فيه رقم هاتف أو عنوان أو موقع
review-names-phone = فيه رقم هاتف
review-names-email = فيه عنوان بريد إلكتروني
review-names-website = فيه موقع
review-names-account = فيه حساب على شبكة اجتماعية
review-rule-moderation = كل تقييم ينتظر القرار
review-rule-edit_of_withheld = عُدّل بعد حجبه
review-rule-visitor = لم يطلبه أحد
review-rule-product_hidden = تظهر حالما يُنشر منتجها
review-rule-insider = كاتبه يعمل لدى المتجر
review-reason-confidential = معلومات سرية
review-reason-abusive = إهانات
review-reason-personal_data = بيانات شخصية
review-reason-discriminatory = تمييز ضد الناس
review-reason-misleading = غير صحيح بوضوح
review-reason-fake = مزيف
review-reason-unrelated = أمر آخر
review-reason-unlawful = مخالف للقانون
review-reason-unspecified = دون ذكر سبب
review-reason-earlier_system = لم يكن النظام السابق يعرضه
review-reply = ردّك، ويظهر تحت التقييم
review-reply-button = رد
review-reply-change = تعديل الرد
review-reply-remove = إزالة الرد
review-reply-before-edit = يرى القراء بجانب هذا الرد أنه كُتب قبل تعديل التقييم. إذا عدّلت الرد اختفى هذا التنبيه.
review-reply-notification = يصل الرد الأول إلى صاحب التقييم بالبريد الإلكتروني بعد دقيقة على الأقل.
review-history = السجل
review-request = طلب التقييم { $id }، أُنشئ في { $day }.
review-request-link = عرض طلب التقييم
review-was-submitted = كُتب
review-was-held = ينتظر
review-was-edited = عُدّل
review-was-published = نُشر
review-was-withheld = حُجب
review-was-edit_dropped = رُفض التعديل
review-was-replied = تم الرد
review-was-reply_removed = أُزيل الرد
review-was-undone = تم التراجع
review-was-unverified = لم يعد شراءً مؤكدًا: أُلغي الطلب أو رُدّ ثمنه أو لم يُدفع
review-was-imported = استُورد
review-was-removed = حُذف
review-was-withdrawn = سحبه صاحبه
review-was-erased = مُحي
review-was-reported = أبلغ عنه قارئ
review-was-kept = أُبقي عليه
review-by-reader = قارئ
review-by-reader-told = ترك عنوانًا وسيصله القرار بالبريد الإلكتروني
review-reported-unlawful = يخالف القانون
review-reported-fake = ليس حقيقيًا
review-reported-abusive = يسيء أو يهدد
review-reported-personal_data = يكشف أمرًا خاصًا عن شخص
review-reported-other = شيء آخر
review-by-author = صاحب التقييم
review-by-member = عضو في المتجر
review-by-mail = { $who }، عبر رابط في رسالة بريد إلكتروني
review-by-rule = قاعدة

## نتيجة النقرة

review-done-published = { $author }: نُشر التقييم.
review-done-withheld = { $author }: حُجب التقييم.
review-done-withheld-notification = { $author }: حُجب التقييم، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
review-done-edit-dropped = { $author }: رُفض التعديل. تبقى النسخة المنشورة.
review-done-replied = { $author }: تم الرد.
review-done-kept = { $author }: أُبقي على التقييم.
review-done-replied-notification = { $author }: تم الرد، ويُرسل بالبريد الإلكتروني خلال دقائق.
review-done-reply-removed = { $author }: أُزيل الرد.
review-done-undone = { $author }: تم التراجع. عاد كل شيء كما كان.
reviews-done-published = { $count ->
        [zero] لم يُنشر أي تقييم.
        [one] نُشر تقييم واحد.
        [two] نُشر تقييمان.
        [few] نُشرت { $count } تقييمات.
        [many] نُشر { $count } تقييمًا.
       *[other] نُشر { $count } تقييم.
    }
reviews-done-withheld = { $count ->
        [zero] لم يُحجب أي تقييم.
        [one] حُجب تقييم واحد.
        [two] حُجب تقييمان.
        [few] حُجبت { $count } تقييمات.
        [many] حُجب { $count } تقييمًا.
       *[other] حُجب { $count } تقييم.
    }
reviews-done-withheld-notification = { $count ->
        [zero] لم يُحجب أي تقييم.
        [one] حُجب تقييم واحد، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
        [two] حُجب تقييمان، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
        [few] حُجبت { $count } تقييمات، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
        [many] حُجب { $count } تقييمًا، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
       *[other] حُجب { $count } تقييم، ويُرسل السبب بالبريد الإلكتروني خلال دقائق.
    }
reviews-done-undone = { $count ->
        [zero] لم يعد أي تقييم كما كان.
        [one] عاد تقييم واحد كما كان.
        [two] عاد تقييمان كما كانا.
        [few] عادت { $count } تقييمات كما كانت.
        [many] عاد { $count } تقييمًا كما كان.
       *[other] عاد { $count } تقييم كما كان.
    }
reviews-done-left = { $count ->
        [zero] لم يبقَ أي تقييم على حاله.
        [one] بقي تقييم واحد على حاله: تغيّر في هذه الأثناء، أو فات الوقت.
        [two] بقي تقييمان على حالهما: تغيّرا في هذه الأثناء، أو فات الوقت.
        [few] بقيت { $count } تقييمات على حالها: تغيّرت في هذه الأثناء، أو فات الوقت.
        [many] بقي { $count } تقييمًا على حالها: تغيّرت في هذه الأثناء، أو فات الوقت.
       *[other] بقي { $count } تقييم على حالها: تغيّرت في هذه الأثناء، أو فات الوقت.
    }
reviews-done-stopped = ثم حدث خطأ. بقيت التقييمات الأخرى على حالها: يُرجى المحاولة مرة أخرى.
review-changed = عُدّل هذا التقييم من طرف آخر في هذه الأثناء، أو فات أوان التراجع. هذه حالته الآن، ولم يُحفظ شيء مما فعلته.
review-wrong-reason = يُرجى اختيار سبب.
review-wrong-note = الملاحظة سطر واحد من 500 حرف على الأكثر. لم يُحفظ شيء.
review-wrong-reply = يتكون الرد من حرف واحد إلى 10000 حرف.
review-wrong-kept = اذكر لماذا يبقى، في سطر واحد من 500 حرف على الأكثر.

## The own sender

sender-heading = مُرسِل خاص
sender-about = تُرسَل رسائلك إلى العملاء من عنوان في نطاقك الخاص، لتعرض برامج البريد اسمك وتثق به. تحتاج إلى الوصول إلى DNS نطاقك.
sender-test_mode = لا يُرسَل شيء في وضع الاختبار، فلا يوجد مُرسِل لإعداده.
sender-records = أضف هذه السجلات الأربعة إلى DNS النطاق { $domain }. يقول الأول إن النطاق لك، وتسمح الأخرى بتوقيع الرسائل باسمك. ولا تغيّر شيئًا آخر في موقعك أو صناديق بريدك.
sender-name = الاسم ({ $type })
sender-value = القيمة
sender-wait = يُبحث عن السجلات كل بضع دقائق، ثم كل بضع ساعات. قد يستغرق DNS حتى ثلاثة أيام. وإلى أن يُعثر عليها تُرسَل رسائلك كما كانت. اترك السجلات في مكانها: فبدونها تُرسَل رسائلك أيضًا كما كانت.
sender-remove = التوقف عن استخدام هذا العنوان
sender-removed = تُرسَل رسائلك كما كانت. يمكنك حذف السجلات من DNS.
sender-address = نطاق أو عنوان
sender-address-about = مثلًا reviews@your-shop.com. تصل الردود إليه أيضًا ما لم تحدد عنوانًا آخر في الإعدادات.
sender-save = عرض السجلات
sender-making = يجري إنشاء السجلات. يُرجى العودة بعد خمس دقائق.
sender-asked = لم يُعثر بعد على سجلات { $domain }.
sender-stands = تُرسَل رسائلك من { $address }.
sender-lost = لم تعد سجلات { $domain } موجودة. وإلى أن تعود تُرسَل رسائلك كما كانت.
sender-taken = هذا النطاق، أو نطاق أعلى منه أو أدنى منه، مستخدَم هنا بالفعل. إن كان لك فاسأل المشغِّل.
sender-invalid = يُرجى كتابة نطاق واحد أو عنوان واحد.
sender-mailbox = هذا النطاق لمزوّد صناديق بريد. يُرجى استخدام نطاق خاص بك.
sender-operators = هذا النطاق للمشغِّل. يُرجى استخدام نطاق خاص بك.
sender-too_many = تخليت الآن عن عدة نطاقات. يُرجى المحاولة بعد عشر دقائق.

## الإعدادات

nav-settings = الإعدادات
settings-text = الأوقات بتوقيت { $zone }.
settings-owners = المالك وحده يستطيع تعديل الإعدادات. يمكنك قراءتها هنا.
settings-parts = الأقسام
settings-saved = تم الحفظ: { $names }.
settings-same = لا تعديلات للحفظ.
field-wrong = لا يمكن استخدام هذا. يُرجى تغييره.
field-wrong-url = يُرجى كتابة عنوان يبدأ بـ https://‎.
field-wrong-email = يُرجى كتابة عنوان بريد إلكتروني.
field-wrong-line = يُرجى الكتابة في سطر واحد، وعدد الأحرف من 1 إلى { $most }.
field-wrong-number = يُرجى كتابة رقم من { $least } إلى { $most }.
field-leads-elsewhere = يُرجى حذف أرقام الهواتف والحسابات والروابط وعناوين البريد الإلكتروني. لا يُسمح إلا بما ينتمي إلى نطاق صفحة التواصل أو سياسة الخصوصية أو المتجر أو عنوان الردود: تُحفظ هذه أولًا في الإعدادات.

set-moderation = عندما يكتب أحد تقييمًا
set-moderation-publish = نشره فورًا
set-moderation-publish-about = أما التقييمات التي فيها رقم هاتف أو عنوان بريد إلكتروني أو موقع فتنتظر قرارك.
set-moderation-hold = إبقاؤه منتظرًا حتى نقرأه
set-moderation-hold-about = ينتظر في صفحة التقييمات حتى يُنشر أو يُحجب.
set-public_display = عرض التقييمات المنشورة للجميع
set-ai_questions = يطرح ذكاء اصطناعي أسئلة في صفحة العميل
set-ai_questions-about = فقط إذا أعدّ المشغّل نموذجًا. يسأل عن المنتج ويقرأ الإجابات ولا يقترح أكثر من بداية إجابة، ولا يرى الاسم ولا العنوان ولا النجوم. وإلا تُطرح أسئلة جاهزة.
set-incentives = ما يحصل عليه أصحاب التقييمات
set-incentives-about = مثل: خصم 5% على الشراء القادم. يظهر ذلك في صفحة الثقة. يُترك الحقل فارغًا إن كانوا لا يحصلون على شيء.
set-facts = الحقائق
settings-facts-about = أسئلة عن المنتجات يجيب عنها العملاء بنقرة، إلى جانب النجوم والكلمات. يرى القراء الإجابات أشرطةً حين يجيب خمسة عملاء. ثلاث إجابات أو خمس ترتيبٌ من الأولى إلى الأخيرة. إذا غيّرت صياغة سؤال أو إجابة بقي ما اختاره العملاء. ولتسأل عن شيء آخر أفرغ الكلمات القديمة أولًا واحفظ.
set-facts-wrong = اجعل لكل سؤال من إجابتين مختلفتين إلى خمس. وإذا تطابقت كلمات سؤالين فلا بد من الإجابات نفسها ومن أنواع أو وسوم مختلفة.
set-facts-question = السؤال
set-facts-answer = الإجابة
set-facts-label = فقط عن المنتجات من هذا النوع أو التي لها هذا الوسم
in-shop-look = كيف تظهر

settings-pause-heading = تعليق الإرسال
settings-pause-about = لا يصل إلى عملائك بريد إلكتروني ولا رسائل قصيرة ولا تذكيرات. ما يحين موعده يُرسل بعد ذلك بالترتيب.
settings-pause-save = تعليق
settings-paused = الإرسال معلّق حتى { $until }.
settings-resume = استئناف
settings-due = { $count ->
        [0] لم يحن موعد أي رسالة بعد.
        [one] حان موعد رسالة واحدة حتى الآن.
        [two] حان موعد رسالتين حتى الآن.
        [few] حان موعد { $count } رسائل حتى الآن.
        [many] حان موعد { $count } رسالة حتى الآن.
       *[other] حان موعد { $count } رسالة حتى الآن.
    }
settings-leave = { $hours ->
        [zero] يُرسل كل ذلك فور استئناف الإرسال.
        [one] يُرسل كل ذلك خلال ساعة من استئناف الإرسال.
        [two] يُرسل كل ذلك خلال ساعتين من استئناف الإرسال.
        [few] يُرسل كل ذلك خلال { $hours } ساعات من استئناف الإرسال.
        [many] يُرسل كل ذلك خلال { $hours } ساعة من استئناف الإرسال.
       *[other] يُرسل كل ذلك خلال { $hours } ساعة من استئناف الإرسال.
    }
settings-resumed = استُؤنف الإرسال.
settings-operator-pause = علّق مشغّل هذه الخدمة إرسالك. المشغّل وحده يستطيع إنهاء ذلك.
set-paused_until = معلّق حتى
set-paused_until-wrong = يُرجى كتابة يوم ووقت.

settings-hours-heading = أوقات الإرسال
settings-hours-about = متى يجوز إرسال الرسائل. ما يحين خارج هذه الأوقات ينتظر التالية.
set-send_window = إرسال الرسائل
set-send_window-any = في أي وقت
set-send_window-only = في هذه الأوقات فقط
set-send_window-from = من
set-send_window-to = إلى
set-send_window-monday = الاثنين
set-send_window-tuesday = الثلاثاء
set-send_window-wednesday = الأربعاء
set-send_window-thursday = الخميس
set-send_window-friday = الجمعة
set-send_window-saturday = السبت
set-send_window-sunday = الأحد
set-send_window-time_zone = المنطقة الزمنية
set-send_window-about = بتوقيت العميل إن كان معروفًا، وإلا فبتوقيت متجرك.
set-send_window-wrong = يُرجى تحديد وقتين بينهما ساعة على الأقل، ويوم واحد على الأقل.

settings-look-heading = متجرك
save = حفظ
set-shop_name = الاسم
set-logo_url = عنوان الشعار
set-logo_url-about = صورة لا يقل ارتفاعها عن 96 بكسل. الحقل الفارغ يعني عرض الاسم وحده.
set-color = لون الروابط والأزرار
set-color-own = لون خاص بنا
set-color-about = يُغمَّق أو يُفتَّح حيث تصعب قراءته. ودون لون خاص يكون أخضر داكنًا.
set-language = اللغة
set-country = البلد
set-country-none = غير محدد
set-country-wrong = يُرجى اختيار بلد.
set-shop_address = العنوان البريدي
place-text = يقترح بلدك ما تبقّى.
place-zone-usual = الأكثر سكانًا في البلد
place-language-usual = لغة البلد إن أمكن
place-hours = بعد الحفظ تُرسَل الرسائل من 9:00 إلى 20:00 في هذه المنطقة الزمنية، ثم يتبعها تذكير واحد.
place-saved = تم الحفظ.
place-hours-saved = تم الحفظ. تُرسَل الرسائل من { $from } إلى { $to } ({ $zone }).

settings-requests-heading = طلبات التقييم والتذكيرات
set-default_reminders = التذكيرات بعد الرسالة الأولى
set-reminder_days = الأيام من الرسالة الأولى إلى التذكيرات
set-reminder_days-about = ثلاثة أيام، مثل 3, 7, 14. ولا يُرسل أي تذكير بعد أن يُكتب تقييم.
set-reminder_days-wrong = يُرجى كتابة ثلاثة أرقام تصاعدية من 1 إلى 60، مثل 3, 7, 14.
set-ask_once = عندما يشتري أحد المنتج نفسه مرة أخرى
set-ask_once-integrations = عدم طلب التقييم مرة أخرى لمشتريات Shopify وWooCommerce
set-ask_once-integrations-about = أما طلبات التقييم التي تنشئها برامجك فتُرسل مع ذلك.
set-ask_once-never = طلب التقييم لكل طلب شراء
set-ask_once-never-about = يمكن تقييم المنتج نفسه مرة لكل طلب شراء.

settings-replies-about = خمسة على الأكثر. عند الرد على تقييم تُدرجها نقرة أو أحد المفاتيح من 1 إلى 5، ويمكن تعديلها قبل الإرسال.
set-saved_replies = الردود المحفوظة
set-saved_replies-about = يصبح { "{name}" } الاسم الأول لصاحب التقييم و{ "{product}" } المنتج و{ "{shop}" } متجرك. لا يُعرض الرد إن لم يكن للتقييم هذا الاسم أو المنتج.
set-saved_replies-wrong = لا يزيد كل نص على 500 حرف، ولا تُستعمل الأقواس المعقوفة إلا في { "{name}" } و{ "{product}" } و{ "{shop}" }.
set-keep_months = عدد الأشهر التي تُمحى بعدها البيانات القديمة
set-keep_months-about = من 6 إلى 120، والحقل الفارغ يعني الاحتفاظ بكل شيء. تُمحى طلبات الشراء وطلبات التقييم والرسائل الأقدم مع عملائها، ما لم يكن لهم ما هو أحدث. تبقى التقييمات المنشورة وإلغاءات الاشتراك.

settings-contact-heading = التواصل
set-reply_to = تصل الردود على رسائل البريد إلى
set-reply_to-about = يرى كل العملاء هذا العنوان.
set-contact_url = صفحة التواصل
set-contact_url-about = يظهر رابطها في رسائل البريد وفي صفحة العميل.
set-privacy_url = سياسة الخصوصية
set-storefront_url = النطاق الخاص بمتجرك
set-storefront_url-about = العنوان الذي يعرفه العملاء، مثل https://fern.example‎. يحل محل myshopify.com أينما وُضع رابط لمنتج.
set-storefront_url-wrong = يُرجى كتابة عنوان يبدأ بـ https://‎ من دون مسار وليس في myshopify.com.
set-owner_email = تصل الرسائل عن المتجر نفسه إلى
set-owner_email-about = مثلًا عندما يُوقف رابط Webhook أو تصل تقييمات. لا يراه العملاء أبدًا.

## نهاية المتجر

end-heading = إغلاق هذا المتجر
end-about = من ذلك الحين لا تصل رسائل إلى العملاء، وتتوقف مفاتيح API والروابط والصفحات عن العمل، ومنها ما يخص الوضع التجريبي. خلال 30 يومًا يستطيع أحد المالكين تسجيل الدخول وإعادة فتحه. بعدها يُتلف كل ما هو محفوظ عن المتجر. يُرجى أخذ بياناتك أولًا: تجدها أعلاه.
end-about-test = يُغلق هذا الوضع التجريبي وحده: تتوقف مفاتيح API والروابط الخاصة به عن العمل. خلال 30 يومًا يستطيع أحد المالكين تسجيل الدخول وإعادة فتحه. بعدها يُتلف كل ما هو محفوظ عنه.
end-type = للتأكيد يُكتب معرّف المتجر: { $shop }
end-button = إغلاق المتجر
end-wrong = لم يتغير شيء: ما كتبته ليس معرّف المتجر، { $shop }.
shop-ended-heading = { $shop } مغلق
shop-ended-text = لا تصل رسائل إلى العملاء، ولا تعمل مفاتيح API والروابط والصفحات. حتى { $until } يستطيع أحد المالكين إعادة فتحه. بعدها يُتلف كل ما هو محفوظ عن المتجر.
shop-ended-ask = المالك وحده يستطيع إعادة فتحه: يُرجى سؤال أحد المالكين.
shop-ended-restore = إعادة فتح المتجر
shop-ended-restored = فُتح المتجر من جديد: تعمل مفاتيح API والروابط والصفحات، وتُرسل الرسائل التي كانت تنتظر.

## إطار كل صفحة

skip = الانتقال إلى المحتوى
nav-label = الصفحات
way-data = بياناتك
way-developers = المطوّرون
way-orders = طلبات الشراء
way-products = كل المنتجات
way-settings = عام
way-team = الفريق
way-you = أنت
in-shop-public = التقييمات المنشورة
in-shop-trust = صفحة الثقة
in-shop-not-public = لا تظهر تقييماتك للجميع: هذه بيانات تجريبية، أو أُوقف ذلك في الإعدادات.
you-language = لغتك
help-heading = إذا لم يعمل شيء ما
help-not-sent = لم تصل رسالة إلى أحد العملاء
help-not-sent-text = يُرجى البحث عن عنوان البريد الإلكتروني كاملًا في «العملاء». تبيّن صفحة طلب التقييم ما حدث ولماذا وما التالي.
help-held-text = ارتدّت رسائل كثيرة أو صُنّفت على أنها غير مرغوب فيها، والاستمرار في الإرسال يضر بنطاقك. يُرجى إزالة العناوين غير الموجودة من متجرك. يُستأنف الإرسال تلقائيًا عندما لا يكاد يرتدّ شيء، وتبيّن صفحة «اليوم» ذلك ما دام موقوفًا. وإن كان الأمر عاجلًا فيمكن لمالك أن يستأنف الإرسال هناك مرة كل 7 أيام، وبعدها يمكن سؤال مشغّل هذه الخدمة.
help-webhook = رابط Webhook لا يعمل
help-webhook-text = يجب أن تجيب نقطة الاتصال بحالة من 200 إلى 299. تُحفظ الأحداث ثلاثة أيام، وتُرسل بالترتيب عندما تعمل من جديد. كل جواب في «الإعدادات» ثم «المطوّرون».
test-data = بيانات تجريبية
role-owner = مالك
role-moderator = مشرف
role-reader = قارئ
guest = دخول عبر رابط
sign-out = تسجيل الخروج
nav-shops = متاجرك
undo = تراجع
seconds = ث
search = بحث
copy = نسخ
copied = تم النسخ
fields-choose = اختيار…
next-page = التالي
first-page = العودة إلى البداية
nothing-here = لا شيء هنا بعد.
failed = لم يصل هذا إلى الخادم. يُرجى المحاولة مرة أخرى.
waiting-count = { $count ->
        [zero] لا شيء ينتظر
        [one] واحد ينتظر
        [two] اثنان ينتظران
        [few] { $count } تنتظر
        [many] { $count } تنتظر
       *[other] { $count } تنتظر
    }

## الأوقات

ago-now = الآن
ago-minutes = { $count ->
        [zero] الآن
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
ago-hours = { $count ->
        [zero] قبل أقل من ساعة
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
ago-days = { $count ->
        [zero] قبل أقل من يوم
        [one] قبل يوم
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
# A mark gives the direction, which no isolated value does.
at-time = ‏{ $day }، { $time }

## لوحة المفاتيح

keys-heading = اختصارات لوحة المفاتيح
keys-move = التالي والسابق
keys-mark = تحديد تقييم؛ بعد ذلك يسري المفتاحان a و w على كل المحدد
keys-help = هذه القائمة
close = إغلاق

## عندما لا يعمل شيء ما

not-found-heading = الصفحة غير موجودة
not-found-text = العنوان غير صحيح، أو لم تعد الصفحة موجودة.
forbidden-heading = غير مسموح
forbidden-text = دورك لا يسمح بهذا. يستطيع المالك تغيير الأدوار في «الإعدادات» ثم «الفريق».
guest-heading = هذا المتجر فقط
guest-text = جرى الدخول عبر رابط دون عنوان بريد، فلا تُعرف متاجر أخرى لك. يمكنك دعوة عنوانك في «الإعدادات» ثم «الفريق» ثم الدخول به.
origin-heading = لم يُرسل من هذه الصفحة
origin-text = لم يأتِ النموذج من هذه اللوحة، لذلك لم يتغير شيء. يُرجى فتح الصفحة من جديد والمحاولة مرة أخرى.
conflict-heading = تغيّر في هذه الأثناء
conflict-text = غيّر شخص آخر هذا بعد أن فتحته. هذه حالته الآن.
failure-heading = حدث خطأ
failure-text = لم يتغير شيء. يُرجى المحاولة مرة أخرى بعد لحظات.
too-many-heading = رسائل كثيرة جدًا
too-many-text = طُلبت روابط كثيرة جدًا لهذا العنوان. يظل الطلب ممكنًا في متصفح سُجّل فيه الدخول من قبل، وفي غيره يُرجى المحاولة بعد ساعة.
back-home = العودة إلى اللوحة

## أعمال طويلة

progress-of = { $done } من { $all }.
progress-so-far = حتى الآن: { $what }.
progress-left = { $minutes ->
        [0] بقي أقل من دقيقة.
        [one] بقيت نحو دقيقة.
        [two] بقيت نحو دقيقتين.
        [few] بقيت نحو { $minutes } دقائق.
        [many] بقي نحو { $minutes } دقيقة.
       *[other] بقي نحو { $minutes } دقيقة.
    }
progress-again = تحديث

## تسجيل الدخول

sign-in-text = يُرجى كتابة عنوان بريدك الإلكتروني، فنرسل إليك رابطًا.
sign-in-email = البريد الإلكتروني
sign-in-ask = إرسال رابط إليّ
sign-in-bad-email = يُرجى مراجعة العنوان.
waiting-heading = يُرجى مراجعة بريدك
waiting-text = إذا كان يحق لـ { $email } تسجيل الدخول، فهناك رسالة في الطريق وفيها رابط. يعمل الرابط 15 دقيقة.
waiting-still = لا مزيد من الرسائل الآن. الرابط الذي أرسلناه { $ago } ما زال يعمل.
waiting-here = لتسجيل الدخول هنا يُفتح الرابط في هذا المتصفح.
waiting-elsewhere = هل فُتح الرابط على جهاز آخر؟
waiting-code = الرمز
waiting-code-text = يعرض هناك رمزًا من ثمانية أحرف يُكتب هنا.
waiting-again = إرسال مرة أخرى
waiting-other = استخدام عنوان آخر
wrong-code = هذا الرمز لا يعمل. بعد خمس محاولات تحتاج إلى رابط جديد.
link-heading = تسجيل الدخول إلى اللوحة
link-text = لتسجيل الدخول يُرجى الضغط على الزر.
link-guest-text = يسجّل الزر دخولك إلى { $shop }. دورك هناك: { $role }. يُرجى المتابعة فقط إذا كان مرسل هذا الرابط معروفًا لك.
link-guest-left = حينئذ يُسجَّل خروجك من { $shop } في هذا المتصفح.
link-owner-text = اكتب بريدك الإلكتروني لنرسل إليك رابطًا يجعلك مالكًا في { $shop }. يُرجى المتابعة فقط إذا كان مرسل هذه الصفحة معروفًا لك.
link-without = تسجيل الدخول دون بريد
link-without-text = مرة واحدة، بدور المالك. بعد انتهاء هذه الجلسة لا يتيح لك الدخول إلا رابط جديد أو دعوة.
code-heading = رمزك
code-text = طُلب تسجيل الدخول من متصفح آخر. يُكتب هذا الرمز في النافذة التي تنتظر هناك.
code-warning = يُرجى عدم إعطاء هذا الرمز لأحد أبدًا. إن لم يكن طلب الدخول منك، فيُرجى إغلاق هذه الصفحة.
over-text = استُخدم من قبل، أو انتهت دقائقه الخمس عشرة. يمكن طلب رابط جديد.
signed-out-heading = تم تسجيل الخروج
ended-heading = يُرجى تسجيل الدخول مرة أخرى
ended-text = انتهت جلستك، لذلك لم يُحفظ شيء.
ended-written = ما كتبته، لنسخه قبل المتابعة

## متاجر الشخص

shops-text = متاجر ودعوات للعنوان { $email }.
shops-none = لست عضوًا في أي متجر بعد، ولم تصلك دعوة. يمكن طلب دعوة من مالك متجر.
shops-invited = دعوة بدور: { $role }
shops-here = أنت هنا
shops-test = وضع تجريبي
shops-accept = قبول الدعوة
shops-decline = رفض

## رسائل إلى الأعضاء

email-sign-in-subject = تسجيل الدخول إلى { $shop }
email-sign-in-text = يعمل هذا الرابط مرة واحدة ولمدة 15 دقيقة في المتصفح الذي طُلب فيه. وفي أي متصفح آخر يعرض رمزًا للنافذة التي تنتظر.
email-sign-in-button = تسجيل الدخول
email-sign-in-end = إن لم يكن الطلب منك، فيمكن تجاهل هذه الرسالة: لا يستطيع أحد تسجيل الدخول من دونها.
email-sign-in-reason = وصلتك هذه الرسالة لأن العنوان { $email } كُتب في صفحة تسجيل الدخول.
email-invitation-subject = دعوة إلى { $shop }
email-invitation-text = يدعوك { $shop } إلى المساعدة في تقييماته. تُقبل الدعوة بعد تسجيل الدخول بالعنوان { $email }، ولا حاجة إلى كلمة مرور.
email-invitation-button = عرض الدعوة
email-invitation-end = إن لم يكن { $shop } معروفًا لك، فيُرجى تجاهل هذه الرسالة: لا يحدث شيء حتى تُقبل الدعوة.
email-invitation-reason = وصلتك هذه الرسالة لأن شخصًا لدى { $shop } كتب العنوان { $email }.
email-reviews-subject = { $count ->
        [zero] لا تقييمات لمتجر { $shop }
        [one] تقييم لمتجر { $shop }
        [two] تقييمان لمتجر { $shop }
        [few] { $count } تقييمات لمتجر { $shop }
        [many] { $count } تقييمًا لمتجر { $shop }
       *[other] { $count } تقييم لمتجر { $shop }
    }
email-reviews-heading = { $count ->
        [zero] لا تقييمات لتقرأها
        [one] تقييم لتقرأه
        [two] تقييمان لتقرأهما
        [few] { $count } تقييمات لتقرأها
        [many] { $count } تقييمًا لتقرأها
       *[other] { $count } تقييم لتقرأها
    }
email-reviews-week = الأسبوع الماضي: سُئل { $asked }، وكتب { $wrote }، وينتظر { $waiting } قرارك.
email-reviews-public = منشور
email-reviews-answered = تم الرد عليه
email-reviews-waits = ينتظر قرارك: { $why }
email-reviews-edit-waits = منشور. تعديل عليه ينتظر قرارك: { $why }
review-answer = رد
email-reviews-more = { $more ->
        [zero] لا غيرها.
        [one] وتقييم آخر.
        [two] وتقييمان آخران.
        [few] و{ $more } تقييمات أخرى.
        [many] و{ $more } تقييمًا آخر.
       *[other] و{ $more } تقييم آخر.
    }
email-reviews-reason = وصلتك هذه الرسالة لأنك عضو في لوحة { $shop }. الرد على هذه الرسالة لا يصل إلى أحد: اضغط «رد» أو «فتح» تحت أي تقييم.
email-reviews-choose = اختر موعدها في «الإعدادات»، «الفريق»، أو أوقف هذه الرسائل:
email-reviews-owner = وصلتك هذه الرسالة لأن أحدًا أدخل { $email } عنوانًا للمالك في إعدادات { $shop }. الرد على هذه الرسالة لا يصل إلى أحد.
email-reviews-join = انضم إلى اللوحة لتختار موعد هذه الرسائل ولترد من هنا. وإذا كنت لا تعرف { $shop } أو لا تريد المزيد منها، فأوقفها:
email-data-subject = أحد عملاء { $shop } يطلب بياناته
email-data-heading = أحد العملاء يطلب بياناته
email-data-text = سأل أحد العملاء عبر نظام متجرك عمّا هو محفوظ عنه. الملف جاهز. يمنحك القانون عادةً 30 يومًا لتسليمه.
email-data-button = تنزيل الملف
email-data-end = يمكنك تنزيله خلال 30 يومًا، وإذا لم يعد موجودًا فستنشئه الصفحة من جديد.

email-connected-subject = رُبط WooCommerce مع { $shop }
email-connected-heading = رُبط متجرك
email-connected-text = ربط أحد مالكي { $shop } في Afterword متجرًا على WooCommerce. من الآن يرسل المتجر طلبات الشراء لديه، مع أسماء أصحابها وعناوينهم، ومنتجاته.
email-connection = فتح صفحة الربط
email-connected-end = إذا لم يفعل ذلك أحد منكم، فافصل المتجر هناك وتحقق من الأعضاء.
email-redacted-subject = ستُمحى طلبات شراء { $shop } الواردة من Shopify بعد 48 ساعة
email-redacted-heading = يطلب Shopify محو طلبات الشراء لديك
email-redacted-text = طلب منا Shopify محو طلبات الشراء التي أبلغ عنها لدى { $shop } مع بيانات أصحابها. وهو يفعل ذلك بعد يومين من إزالة أحد التطبيقات. لم يعد يُطلب تقييم من أحد. يبدأ المحو بعد 48 ساعة، ولا يمكن عندئذ التراجع عنه. إذا كنت لا تريد ذلك فأعد ربط Shopify قبل هذا الموعد.
email-redacted-end = تحتفظ التقييمات المنشورة بنصها. وإذا كنت قد تركت Shopify فلا حاجة إلى أن تفعل شيئًا.

email-reported-subject = أُبلغ عن تقييم لدى { $shop }
email-reported-heading = أُبلغ عن تقييم
email-reported-text = يقول أحد القراء إن في تقييم منشور مشكلة. يُرجى الاطلاع عليه وتقرير بقائه. يشترط القانون في بعض البلدان ردًا سريعًا.
email-reported-button = الاطلاع على التقييم
email-reported-end = لا يزال التقييم علنيًا. وإذا أُبلغ عنه مرة أخرى فسنخبرك.
email-owner = وصلتك هذه الرسالة لأن { $email } هو عنوان المالك في إعدادات { $shop }.

## اليوم

nav-today = اليوم
today-heading = { $count ->
        [zero] لا ينتظرك أي تقييم
        [one] تقييم واحد ينتظرك
        [two] تقييمان ينتظرانك
        [few] { $count } تقييمات تنتظرك
        [many] { $count } تقييمًا ينتظرك
       *[other] { $count } تقييم ينتظرك
    }
today-heading-none = لا ينتظرك أي تقييم
today-welcome = { $count ->
        [zero] مرحبًا: لم تبقَ أي خطوة حتى أول تقييم
        [one] مرحبًا: بقيت خطوة واحدة حتى أول تقييم
        [two] مرحبًا: بقيت خطوتان حتى أول تقييم
        [few] مرحبًا: بقيت { $count } خطوات حتى أول تقييم
        [many] مرحبًا: بقيت { $count } خطوة حتى أول تقييم
       *[other] مرحبًا: بقيت { $count } خطوة حتى أول تقييم
    }
today-text = ما هو بحاجة إليك فقط، وكل ما سواه يجري تلقائيًا.
today-needs = بحاجة إلى قرارك
today-nothing = لا شيء الآن.
begin-heading = البداية من هنا
begin-done = تم
begin-next = التالي: { $step }
begin-some-done = تم { $done } من { $count }
begin-sign-in = دعوة نفسك بصفة مالك
begin-sign-in-about = ينتهي الرابط الذي أتى بك إلى هنا. بتسجيل دخول خاص يمكن العودة في أي وقت.
begin-orders = إدخال طلبات الشراء
begin-orders-about = يُرجى ربط Shopify أو WooCommerce أو برنامج خاص بك ليتبع كل طلب شراء طلبُ تقييم، أو لصق طلبات شراء سابقة.
begin-place = تحديد مكانك
begin-place-about = يحدد بلدك المنطقة الزمنية واللغة وساعات الإرسال. وتذكر الرسائل عنوانك وفيها رابط إلى سياسة الخصوصية.
begin-look = اختيار اللون والشعار
begin-look-about = تظهر الرسائل وصفحة التقييم عندها بمظهر متجرك.
begin-try = جرّبها بنفسك
begin-try-about = تصلك رسالة حقيقية عن أحد منتجاتك، وتقيّمه في الصفحة التي يراها العملاء. لا يُحتسب شيء من ذلك ولا يُعرض.
begin-try-button = أرسلها إليّ
begin-try-sent = في الطريق إلى { $address }. افتح الرابط وأرسل تقييمًا: لا يُحتسب شيء منه ولا يُعرض.
begin-try-nobody = لن تصل إلى أحد: لا عضو لديه العنوان المذكور في الإعدادات للرسائل عن المتجر نفسه.
begin-try-suppressed = لا تصل رسائل هذا المتجر إلى عنوانك: يُرجى رفع حظره أولًا.
begin-try-held = لا تُرسل رسائل: ارتدّ كثير من رسائل المتجر أو صُنّف على أنه غير مرغوب فيه. يُرجى الانتظار حتى يُستأنف الإرسال.
begin-try-paused = لا تُرسل رسائل: علّق المشغّل الإرسال.
begin-try-too-many = أُرسل 20 اختبارًا خلال هذه الساعة. يُرجى المحاولة في الساعة التالية.
begin-show = عرض التقييمات في متجرك
begin-show-about = الإضافة لـ WooCommerce، أو أسطر قليلة لـ Shopify أو Wix أو HTML.
begin-move = إحضار تقييماتك السابقة
begin-move-about = من Judge.me وLoox وYotpo وغيرها، في ملف. تجربة أولًا تبيّن ما سيحدث.
begin-orders-waits = تم ربط { $system }
begin-orders-waits-about = بانتظار أول طلب شراء.
today-first = تُرسل أول رسالة في { $at }.
today-first-in-shop = { $count ->
        [one] ظهر أول تقييم في متجرك.
        [two] ظهر أول تقييمين في متجرك.
        [few] ظهرت أول { $count } تقييمات في متجرك.
        [many] ظهر أول { $count } تقييمًا في متجرك.
       *[other] ظهر أول { $count } تقييم في متجرك.
    }
today-first-public = { $count ->
        [one] نُشر أول تقييم لمتجرك.
        [two] نُشر أول تقييمين لمتجرك.
        [few] نُشرت أول { $count } تقييمات لمتجرك.
        [many] نُشر أول { $count } تقييمًا لمتجرك.
       *[other] نُشر أول { $count } تقييم لمتجرك.
    }
today-waiting = { $count ->
        [zero] لا ينتظر أي تقييم قرارًا
        [one] تقييم واحد بحاجة إلى قرار
        [two] تقييمان بحاجة إلى قرار
        [few] { $count } تقييمات بحاجة إلى قرار
        [many] { $count } تقييمًا بحاجة إلى قرار
       *[other] { $count } تقييم بحاجة إلى قرار
    }
today-waiting-text = حتى تتخذ قرارك لا يرى أحد سواك ما كُتب.
today-reported = { $count ->
        [zero] لم يُبلَّغ عن أي تقييم
        [one] أُبلغ عن تقييم واحد
        [two] أُبلغ عن تقييمين
        [few] أُبلغ عن { $count } تقييمات
        [many] أُبلغ عن { $count } تقييمًا
       *[other] أُبلغ عن { $count } تقييم
    }
today-reported-text = قرر ما إذا كان سيبقى. القراء الذين تركوا عنوانًا يعرفون قرارك وسببه.
today-unexplained = { $count ->
        [zero] لم يُحجب أي تقييم بلا سبب
        [one] حُجب تقييم واحد بلا سبب
        [two] حُجب تقييمان بلا سبب
        [few] حُجبت { $count } تقييمات بلا سبب
        [many] حُجب { $count } تقييمًا بلا سبب
       *[other] حُجب { $count } تقييم بلا سبب
    }
today-unexplained-text = اذكر السبب، ويصل إلى صاحب التقييم بالبريد الإلكتروني.
today-edits = { $count ->
        [zero] لا ينتظر أي تعديل
        [one] تعديل واحد على تقييم منشور ينتظر
        [two] تعديلان على تقييمات منشورة ينتظران
        [few] { $count } تعديلات على تقييمات منشورة تنتظر
        [many] { $count } تعديلًا على تقييمات منشورة ينتظر
       *[other] { $count } تعديل على تقييمات منشورة ينتظر
    }
today-oldest = وصل أقدمها { $ago }.
today-longest = الأطول انتظارًا
today-all = كل التقييمات المنتظرة
today-written = أحدث التقييمات
today-figures = آخر 28 يومًا
today-sent = طلبات تقييم أُرسلت في 28 يومًا
today-sent-before = { $count } في الأيام الـ 28 السابقة
today-reviewed = المقيَّمة من المرسلة
today-reviewed-of = { $count ->
        [zero] لا شيء من أصل { $sent }
        [one] طلب واحد من أصل { $sent }
        [two] طلبان من أصل { $sent }
        [few] { $count } طلبات من أصل { $sent }
        [many] { $count } طلبًا من أصل { $sent }
       *[other] { $count } طلب من أصل { $sent }
    }
today-reviewed-none = تُعرف بعد إرسال أول طلب تقييم.
percent = { $number }%
today-average = متوسط التقييم
today-average-of = { $count ->
        [0] لا تقييمات منشورة بعد
        [one] تقييم منشور واحد
        [two] تقييمان منشوران
        [few] { $count } تقييمات منشورة
        [many] { $count } تقييمًا منشورًا
       *[other] { $count } تقييم منشور
    }
today-data-text = وصل الطلب عبر نظام متجرك. يُرجى تنزيل الملف وتسليمه: يمنحك القانون عادةً 30 يومًا.
today-redacted = ستُمحى طلبات الشراء الواردة من { $system }
today-redacted-text = طلب { $system } ذلك. إذا كنت لا تريده فأعد ربط { $system } قبل { $at }.
today-silent = لا يصل شيء من { $system }
today-silent-text = لم يصل شيء من { $system } منذ مدة أطول بكثير من المعتاد. يُرجى التحقق هناك من أن روابط Webhook مفعّلة أو أن إضافة Afterword متصلة.
today-forged = تُرفض اتصالات { $system }
today-forged-text = هي موقّعة برمز سري آخر. في صفحة الربط يُرجى إضافة روابط Webhook مرة أخرى أو استبدال الرمز السري.
today-missing = قد تكون هناك طلبات ناقصة منذ { $at }.
today-refused = { $count ->
        [zero] لم يُرفض أي اتصال من { $system }
        [one] رُفض اتصال واحد من { $system }
        [two] رُفض اتصالان من { $system }
        [few] رُفضت { $count } اتصالات من { $system }
        [many] رُفض { $count } اتصالًا من { $system }
       *[other] رُفض { $count } اتصال من { $system }
    }
today-refused-text = لم تنشأ منها طلبات تقييم. تذكر واجهة API السبب: ‎/api/v1/integrations/{ $path }/deliveries.
today-webhook-fails = { $count ->
        [one] رابط Webhook لا يعمل
        [two] رابطا Webhook لا يعملان
        [few] { $count } روابط Webhook لا تعمل
        [many] { $count } رابط Webhook لا تعمل
       *[other] { $count } رابط Webhook لا تعمل
    }
today-webhook-fails-text = { $count ->
        [one] { $url } لا يجيب. تنتظر أحداثه، وتُرسل عندما يعمل من جديد.
       *[other] { $url } لا تجيب. تنتظر أحداثها، وتُرسل عندما تعمل من جديد.
    }
today-webhook-off = { $count ->
        [one] رابط Webhook متوقف
        [two] رابطا Webhook متوقفان
        [few] { $count } روابط Webhook متوقفة
        [many] { $count } رابط Webhook متوقفة
       *[other] { $count } رابط Webhook متوقفة
    }
today-webhook-off-text = { $count ->
        [one] { $url } لا تصله أحداث.
       *[other] { $url } لا تصلها أحداث.
    }
today-held-bounces = ارتدّ كثير من آخر الرسائل. وفق الوضع الحالي يُستأنف الإرسال تلقائيًا في { $at }.
today-held-complaints = صُنّف كثير من آخر الرسائل على أنها غير مرغوب فيها. وفق الوضع الحالي يُستأنف الإرسال تلقائيًا في { $at }.
today-release = استئناف إرسال الرسائل …
today-release-text = يُرجى أولًا معرفة مصدر هذه العناوين وإزالتها من متجرك. تُرسَل الرسائل المنتظرة بعد ذلك بالترتيب. يمكن فعل ذلك مرة كل 7 أيام. وإذا ارتدّ كثير منها مجددًا، فسيدوم الإيقاف التالي ضعف المدة.
today-release-sure = استئناف إرسال الرسائل
today-release-done = تُرسَل رسائلك مجددًا، وأولاها خلال عشر دقائق.
today-release-none = رسائلك ليست موقوفة.
today-release-from = يمكنك استئناف إرسالها بنفسك بدءًا من { $at }.
today-first-days = بلغت رسائلك حدّ اليوم
today-first-days-text = متجرك جديد: يمكن أن تُرسل اليوم { $most } رسالة، ثم نحو ضعفها كل يوم ما دام ما يرتدّ قليلًا. وتتبعها البقية تلقائيًا.
today-address = رسائلك بلا عنوان بريدي
today-address-text = تشترط بلدان كثيرة ذكره في كل رسالة من هذا النوع. يُرجى كتابة العنوان البريدي لمتجرك في الإعدادات.
today-no-address = رسائلك تنتظر عنوانًا بريديًا
today-no-address-text = تشترط بلدان كثيرة ذكره في كل رسالة من هذا النوع. ستُرسل رسائلك خلال أربع ساعات من كتابة العنوان البريدي لمتجرك في الإعدادات.
today-no-privacy = لا يوجد في رسائلك رابط إلى سياسة خصوصية
today-no-privacy-text = تُلزمك قوانين مثل اللائحة العامة لحماية البيانات بإخبار عملائك بكيفية استخدام بياناتهم. يُرجى كتابة عنوان سياسة الخصوصية في الإعدادات.
today-storefront = روابط المنتجات في myshopify.com
today-storefront-text = يعرف العملاء ومحركات البحث متجرك بنطاقه الخاص. يُرجى كتابة عنوانه في الإعدادات.
today-paused = الإرسال معلّق
today-paused-text = لا تصل رسائل إلى العملاء حتى يُستأنف الإرسال.
today-paused-until = لا تصل رسائل إلى العملاء حتى { $at }. وما يحين موعده يُرسل بعد ذلك بالترتيب.
today-failed = { $count ->
        [zero] لم يفشل أي طلب تقييم في آخر 24 ساعة
        [one] فشل طلب تقييم واحد في آخر 24 ساعة
        [two] فشل طلبا تقييم في آخر 24 ساعة
        [few] فشلت { $count } طلبات تقييم في آخر 24 ساعة
        [many] فشل { $count } طلب تقييم في آخر 24 ساعة
       *[other] فشل { $count } طلب تقييم في آخر 24 ساعة
    }
today-failed-text = صفحة كل طلب تقييم تبيّن السبب.

## روابط Webhook

hooks-about = نتصل بخادمك عندما يحدث شيء، مثل نشر تقييم.
refused-too_many_webhooks = للمتجر 10 روابط على الأكثر. يمكن حذف رابط لم يعد مستخدمًا.
hook-page = رابط Webhook
hook-count = { $count ->
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
       *[other] { $count } حدثًا
    }
hook-works = يعمل
hook-works-about = لم يفشل أي اتصال مؤخرًا.
hook-uncalled = لا اتصال بعد
hook-uncalled-about = لم يحدث بعد ما يُتصل به بشأنه. الاختبار يبيّن هل يعمل.
hook-fails = لا يعمل
hook-fails-about = فشل أول اتصال { $ago }. تنتظر أحداثه ثلاثة أيام.
hook-new = رابط جديد
hook-make = إنشاء الرابط
hook-url = العنوان
hook-url-about = عنوان خادمك، ويبدأ بـ https://‎.
hook-url-wrong = يُرجى كتابة عنوان يبدأ بـ https://‎ ثم اسم مضيف عام.
hook-events = الأحداث
hook-events-about = تُترك كل المربعات فارغة لتصل كل الأحداث، ومنها أحداث الإصدارات اللاحقة.
hook-events-wrong = يُرجى تحديد الأحداث التي تُرسل.
hook-events-review-submitted = كُتب تقييم
hook-events-review-updated = عُدّل تقييم
hook-events-review-published = نُشر تقييم
hook-events-review-withheld = حُجب تقييم
hook-events-review-replied = رُدّ على تقييم
hook-events-review-deleted = حُذف تقييم
hook-events-request-scheduled = جُدولت رسالة
hook-events-request-completed = قُيّم كل شيء
hook-events-request-expired = انتهى رابط
hook-events-request-cancelled = أُلغي طلب تقييم
hook-events-message-sent = أُرسلت رسالة
hook-events-message-delivered = وصلت رسالة
hook-events-message-failed = فشلت رسالة
hook-events-message-skipped = أوقفت قاعدة رسالة
hook-events-customer-suppressed = لم تعد الرسائل تصل إلى أحدهم
hook-events-customer-erased = مُحيت بيانات عميل
hook-events-deliverability-held = رسائلك موقوفة مؤقتًا
hook-events-deliverability-released = عادت رسائلك إلى الإرسال
hook-events-webhook-test = اختبار
hook-include = يُرسل معه
hook-include-review = التقييم كله مع اسم كاتبه
hook-include_imports = أيضًا عن التقييمات المستوردة
hook-include_imports-about = وإلا فلا يُرسل شيء عن ملف التقييمات القديمة.
hook-status = الحالة
hook-status-enabled = يعمل
hook-status-enabled-about = يبدأ من جديد حتى إن كان قد فشل.
hook-status-disabled = متوقف
hook-status-disabled-about = ما يحدث وهو متوقف لا يُرسل لاحقًا.
hook-change = العنوان والأحداث
hook-foreign = تصله أحداث من واجهة More Good Reviews، وتُغيَّر من تلك الواجهة: { $events }.
hook-secret = تُوقَّع به الاتصالات وفق قواعد Standard Webhooks.
hook-rotate-about = تُوقَّع الاتصالات بالرمزين مدة 24 ساعة. يُرجى وضع الجديد في خادمك خلالها.
hook-end = حذف…
hook-end-about = يُحذف سجله، وما لم يصل إليه من أحداث لن يصل أبدًا.
hook-end-yes = نعم، حذفه
hook-ended = تم الحذف. لن يُتصل به بعد الآن.
hook-rotated-recently = لم يُستبدل: ثلاثة رموز سرية سابقة ما زالت تعمل. يمكن استبداله من جديد ابتداءً من { $until }.
hook-log = آخر الاتصالات
hook-pending = ينتظر
hook-delivered = وصل
hook-failed = فشل
hook-next = المحاولة القادمة { $at }
hook-attempts = { $count ->
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
       *[other] { $count } محاولة
    }
hook-again = إرسال من جديد
hook-test = إرسال اختبار
hook-sent = يجري الإرسال، ويظهر الجواب هنا.
hook-not-sent = لم يُرسل شيء لأن الرابط متوقف.
hook-error-address_not_public = ليس للمضيف عنوان عام
hook-error-connection_failed = لا اتصال
hook-error-connection_broken = انقطع الاتصال
hook-error-timeout = لا جواب في الوقت المحدد

## ما صار إليه طلب التقييم، ولماذا

why-email = رسالة البريد الإلكتروني
why-sms = الرسالة القصيرة
why-reminder-email = رسالة التذكير { $number } بالبريد الإلكتروني
why-reminder-sms = رسالة التذكير { $number } القصيرة
why-provider-email = مزوّد البريد
why-provider-sms = خدمة الرسائل القصيرة
why-when = { $day } الساعة { $time }
why-on = (في { $at })
why-until = ، حتى { $at }
why-words = ‏: { $words }
why-times = { $count ->
        [zero] مرة واحدة، آخرها في { $at }
        [one] مرة واحدة، آخرها في { $at }
        [two] مرتين، آخرهما في { $at }
        [few] { $count } مرات، آخرها في { $at }
        [many] { $count } مرة، آخرها في { $at }
       *[other] { $count } مرة، آخرها في { $at }
    }
why-later-at-once = فورًا
why-later-seconds = { $count ->
        [zero] فورًا
        [one] بعد ثانية
        [two] بعد ثانيتين
        [few] بعد { $count } ثوانٍ
        [many] بعد { $count } ثانية
       *[other] بعد { $count } ثانية
    }
why-later-minutes = { $count ->
        [zero] فورًا
        [one] بعد دقيقة
        [two] بعد دقيقتين
        [few] بعد { $count } دقائق
        [many] بعد { $count } دقيقة
       *[other] بعد { $count } دقيقة
    }
why-later-hours = { $count ->
        [zero] خلال ساعة
        [one] بعد ساعة
        [two] بعد ساعتين
        [few] بعد { $count } ساعات
        [many] بعد { $count } ساعة
       *[other] بعد { $count } ساعة
    }
why-later-days = { $count ->
        [zero] خلال يوم
        [one] بعد يوم
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
why-item = المنتج { $number }
why-an-item = منتج
why-by-shop = المتجر
why-by-operator = المشغّل
why-by-somebody = شخص ما

why-none-cancelled = لم تكن هناك رسالة مجدولة: يشارك المتجر الرابط بنفسه، وقد ألغى طلب التقييم في { $at }.
why-none-reviewed = لم تكن هناك رسالة مجدولة: يشارك المتجر الرابط بنفسه، وقد قُيّم كل شيء في { $at }.
why-none-expired = لم تكن هناك رسالة مجدولة: يشارك المتجر الرابط بنفسه، وقد انتهى الرابط في { $at }.
why-none = لم تكن هناك رسالة مجدولة: يشارك المتجر الرابط بنفسه.
why-after-reviewed = قُيّم كل شيء في { $at }.
why-after-cancelled = ألغى المتجر طلب التقييم في { $at }.
why-after-opened = فُتح الرابط أول مرة في { $at }.

why-delivered = { $it }: قُبلت لدى { $provider } في { $at }، وسُلّمت { $later }.
why-complained = { $it }: قُبلت لدى { $provider } في { $at }، ثم صُنّفت على أنها غير مرغوب فيها في { $reported }، فلا يُرسل شيء آخر إلى هذا الشخص.
why-sent = { $it }: قُبلت لدى { $provider } في { $at }، ولم يصل تقرير عنها بعد.
why-counted = { $it }: كان موعدها { $at }، في مدة ضاعت عند استعادة البيانات، فلا يعرف أحد هل أُرسلت، وهي تُحسب مُرسلة.
why-delayed = { $it }: قُبلت لدى { $provider } في { $at }، ومنذ { $reported } لا يستلمها خادم المستلم.
why-soft_bounced = { $it }: قُبلت لدى { $provider } في { $at }، ثم رجعت في { $reported } لسبب قد يزول، مثل صندوق بريد ممتلئ.
why-test_mode = { $it }: احتُجزت في { $at }، فلا يُرسل شيء في الوضع التجريبي.
why-sending = { $it }: يجري إرسالها منذ { $claimed }.
why-outcome_unknown = { $it }: سُلّمت للإرسال إلى { $provider } في { $claimed }، وضاع الجواب.
why-scheduled = { $it }: ستُرسل في { $leaves }.
why-postponed = { $it }: ستُرسل في { $leaves }. لم يصل طلب الشراء بعد، وطُلب أسبوع آخر.
why-waiting_for_window = { $it }: ستُرسل في { $leaves }، عندما تبدأ أوقات الإرسال في المتجر.
why-waiting_for_cap = { $it }: ستُرسل في { $leaves }، عندما تسمح حدود المتجر برسالة أخرى إلى هذا الشخص.
why-first_days = { $it }: ستُرسل في { $leaves }. المتجر جديد، وقد بلغت رسائله حدّ اليوم.
why-no_address = { $it }: تنتظر عنوانًا بريديًا لم يقدّمه المتجر ولا المشغّل. المحاولة التالية في { $leaves }.
why-due = { $it }: حان موعدها في { $due }.
why-paused = لم تُرسل بعد: علّق { $by } الإرسال.
why-paused-until = لم تُرسل بعد: علّق { $by } الإرسال حتى { $until }.
why-held = لم تُرسل بعد: رسائل المتجر موقوفة منذ { $since }. السبب: { $reason }.
why-provider_refuses = لم تُرسل بعد: كل الرسائل مرفوضة لدى { $provider } منذ { $since }{ $words }.
why-provider_refused = { $message }: لم تُرسل بعد، إذ لم تُقبل لدى { $provider }{ $words }.
why-bounced = { $it }: قُبلت لدى { $provider } في { $at }، ثم ارتدّت في { $reported }: العنوان أو الرقم غير موجود أو لا يستقبل شيئًا.
why-rejected = { $it }: قُبلت لدى { $provider } في { $at }، ثم رُفضت في { $reported }، وذلك غالبًا بسبب محتواها.
why-suppressed_by_provider = { $it }: قُبلت لدى { $provider } في { $at } ولم تُرسل، لأن العنوان في قائمة الحظر هناك.
why-refused = { $it }: رُفضت نهائيًا لدى { $provider } في { $at }: { $words }.
why-unconfirmed = { $it }: سُلّمت للإرسال إلى { $provider } في { $claimed }، ولم يأتِ جواب ولا تقرير، فربما وصلت.
why-skipped = { $it }: لم تُرسل في { $at }. السبب: { $reason }.
why-skips = { $it }: موعدها { $due } ولن تُرسل. السبب: { $reason }.
why-skips-now = { $it }: لن تُرسل. السبب: { $reason }.
why-expired = { $it }: لم تُرسل، لأن الرابط انتهى في { $expires }.

why-because-cancelled = ألغى المتجر طلب التقييم
why-because-expired = انتهى الرابط
why-because-erased = مُحيت بيانات الشخص، أو مضى على حفظها وقت طويل
why-because-unsubscribed = ألغى الشخص الاشتراك
why-because-suppressed_bounce = ارتدّت نهائيًا رسالة سابقة إلى العنوان أو الرقم نفسه
why-because-suppressed_complaint = صنّف الشخص رسالة سابقة على أنها غير مرغوب فيها
why-because-stopped = ردّ صاحب الرقم بكلمة STOP
why-because-suppressed_by_shop = حظر المتجر نفسه العنوان أو الرقم
why-because-reviewed = كتب الشخص تقييمًا من قبل
why-because-order_cancelled = أُلغي طلب الشراء
why-because-order_refunded = استُرد ثمن طلب الشراء، أو ثمن كل ما تسأل عنه الرسالة
why-because-spend_cap = نفدت رسائل المتجر القصيرة لهذا الشهر
why-because-window_closed = ينتهي الرابط قبل أن تعود أوقات الإرسال في المتجر
why-because-capped = وصل إلى الشخص من الرسائل ما تسمح به حدود المتجر، وينتهي الرابط قبل أن تسمح بأخرى
why-because-first_days = المتجر جديد، وقد بلغت رسائله حدّ اليوم، وينتهي الرابط قبل أن يُسمح بأخرى
why-because-no_address = ينتهي الرابط قبل تقديم عنوان بريدي
why-because-bounced = العنوان أو الرقم غير موجود
why-because-rejected = رُفضت بسبب محتواها
why-because-suppressed_by_provider = في قائمة الحظر لدى المزوّد
why-because-refused = رفضها المزوّد
why-because-unconfirmed = لا يُعرف هل أُرسلت
why-because-rule = أوقفت قاعدةٌ الرسالة
why-held-bounces = ارتدّ كثير من رسائله الأخيرة
why-held-complaints = صُنّف كثير من رسائله الأخيرة على أنها غير مرغوب فيها
why-held-rates = كثرة الرسائل المرتدّة أو الشكاوى

why-next-reports = يواصل المزوّد المحاولة بضع ساعات، ثم يبلّغ بالنتيجة.
why-next-leaves = { $it }: ستُرسل ما لم يوقفها شيء حتى ذلك الحين.
why-next-due = { $it }: ستُرسل خلال دقائق، أو بالوتيرة التي يسمح بها { $provider } إن حان موعد أكثر من ذلك.
why-next-paused-until = { $message }: ستُرسل عندما ينتهي التعليق تلقائيًا.
why-next-paused = { $message }: ستُرسل عندما يُستأنف الإرسال.
why-next-held = { $message }: ستُرسل خلال ساعة من استئناف الإرسال، وقد يُستأنف تلقائيًا.
why-next-refused = { $it }: تُعاد المحاولة حتى تُقبل لدى { $provider }.
why-next-given-up = { $message }: إن لم يصل تقرير من { $provider } حتى ذلك الحين، فلن تُعاد المحاولة.
why-next-once-more = { $message }: إن لم يصل تقرير من { $provider } حتى ذلك الحين، فستُعاد المحاولة مرة واحدة.
why-next-skipped = { $it }: لن تُرسل.

why-line-created-call = طلب برنامج المتجر تقييمًا.
why-line-created-visitor = طلب شخصٌ هذا الرابط على صفحة المتجر، ولم يكن المتجر قد طلب ذلك.
why-line-created-system = أبلغ { $system } عن طلبية، لذلك يُطلب تقييم.
why-line-created-file = طلب أحد الأعضاء تقييمًا لطلبية في ملف.
why-line-created-test = اختبار من أحد الأعضاء، لا يُحتسب
why-line-scheduled = { $it }: جُدولت.
why-line-send_asked = طلب المتجر إرسال الرسالة الآن{ $times }.
why-line-claimed = { $message }: أُخذت للإرسال{ $times }.
why-line-sent = { $message }: قبلها المزوّد.
why-line-captured = { $it }: احتُجزت، فلا يُرسل شيء في الوضع التجريبي.
why-line-throttled = { $it }: أُبطئت{ $times }{ $words }.
why-line-outcome_unknown = { $message }: ضاع جواب المزوّد.
why-line-unconfirmed = { $message }: لم يأتِ تقرير أيضًا، ولن تُعاد المحاولة.
why-line-failed = { $message }: رفضها المزوّد نهائيًا{ $words }.
why-line-skipped = { $it }: لم تُرسل. السبب: { $reason }.
why-line-opened = فتح شخص الرابط.
why-line-engaged = بدأت كتابة تقييم.
why-line-reviewed = تم التقييم: { $item }.
why-line-review_edited = عُدّل التقييم: { $item }{ $times }.
why-line-completed = قُيّم كل شيء.
why-line-cancelled = ألغى المتجر طلب التقييم.
why-line-expired = انتهى الرابط.
why-line-new_link_asked = طُلب رابط جديد.
why-line-postponed = لم يصل طلب الشراء بعد: لا تُرسل أي رسالة مدة أسبوع.
why-line-delivered = { $it }: سُلّمت.
why-line-delayed = { $message }: لا يستلمها خادم المستلم بعد.
why-line-soft_bounced = { $it }: رجعت لسبب قد يزول.
why-line-bounced = { $it }: ارتدّت نهائيًا.
why-line-complained = { $message }: صُنّفت على أنها غير مرغوب فيها.
why-line-rejected = { $it }: رُفضت بعد أن قبلها المزوّد.
why-line-suppressed_by_provider = { $message }: قبلها المزوّد ولم يرسلها، لأن العنوان في قائمة الحظر لديه.
why-line-paused = { $it }: انتظرت{ $times }، إذ علّق { $by } الإرسال{ $until }.
why-line-held = انتظرت رسالة البريد الإلكتروني{ $times }، لأن رسائل المتجر كانت موقوفة مؤقتًا. السبب: { $reason }.
why-line-deferred-send_window = { $it }: تنتظر أوقات الإرسال في المتجر{ $times }{ $until }.
why-line-deferred-person_cap = { $it }: تنتظر، لأن الشخص وصله من الرسائل ما تسمح به حدود المتجر{ $times }{ $until }.
why-line-deferred-first_days = { $it }: تنتظر، لأن المتجر جديد وقد بلغت رسائله حدّ اليوم{ $times }{ $until }.
why-line-deferred-no_address = { $it }: تنتظر، لأنه لا يوجد عنوان بريدي{ $times }{ $until }.
why-line-deferred = { $it }: تنتظر بسبب قاعدة في المتجر{ $times }{ $until }.

why-nobody-address = لم يُعثر على طلب تقييم إلى هذا العنوان، ولا شيء يوقف الرسائل إليه: لم يطلب المتجر منه تقييمًا، أو مضى على ذلك أكثر من سنة.
why-nobody-number = لم يُعثر على طلب تقييم إلى هذا الرقم، ولا شيء يوقف الرسائل إليه: لم يطلب المتجر منه تقييمًا، أو مضى على ذلك أكثر من سنة.
why-stopped-address = لم يُعثر على طلب تقييم إلى هذا العنوان. لن تصل إليه أي رسالة. السبب منذ { $since }: { $reason }.
why-stopped-number = لم يُعثر على طلب تقييم إلى هذا الرقم. لن تصل إليه أي رسالة. السبب منذ { $since }: { $reason }.
why-order-unknown = لم يُعثر على طلب تقييم عن طلب الشراء هذا، ولم يبلّغنا المتجر بطلب الشراء.
why-order-waits = لم يُعثر على طلب تقييم عن طلب الشراء هذا. أبلغ المتجر بأنه { $status }: طلب الشراء وحده لا يطلب تقييمًا من أحد، فهو ينتظر اتصالًا يطلبه.
why-order-over = لم يُعثر على طلب تقييم عن طلب الشراء هذا. أبلغ المتجر بأنه { $status }: لا تُرسل أي رسالة عنه ما دام كذلك.
why-order-pending = غير مدفوع بعد
why-order-placed = مُقدَّم
why-order-fulfilled = مشحون
why-order-delivered = مُسلَّم
why-order-failed = غير مدفوع لأن عملية الدفع فشلت
why-order-cancelled = ملغى
why-order-refunded = مسترد الثمن
why-order-deleted = محذوف

## النصوص الخاصة

way-words = نصوصك الخاصة
words-text = ما تقوله رسائلك، لكل رسالة ولكل لغة. يُترك الحقل فارغًا لاستخدام نصنا.
words-message = الرسالة
words-request = طلب التقييم
words-reminder_1 = التذكير الأول
words-reminder_2 = التذكير الثاني
words-reminder_3 = التذكير الثالث
words-sms = رسالة نصية قصيرة
words-renewal = رابط جديد طلبه العميل
words-placeholders = يمكنك كتابة { "{name}" } للاسم الأول للعميل، و{ "{product}" } لاسم المنتج، و{ "{shop}" } لاسم متجرك، و{ "{days}" } لعدد الأيام التي يظل فيها الرابط صالحًا. إذا كان أحدها غير معروف لعميل ما، يظهر نصنا بدلًا منه.
words-insert = إدراج:
words-unknown = لا يوجد حقل باسم { $typed }. الحقول الأربعة هي { "{name}" } و{ "{product}" } و{ "{shop}" } و{ "{days}" }.
words-ours = نصنا: { $text }
words-show = معاينة
words-shown = معاينة الرسالة
words-segments = { $count ->
        [one] تُحسب رسالة واحدة.
        [two] تُحسب رسالتين.
       *[other] تُحسب { $count } رسائل.
    }
words-reset = استخدام نصنا
words-reset-done = عاد نصنا.
word-subject = الموضوع
word-subject-wrong = يُرجى كتابة 1 إلى 120 حرفًا في سطر واحد، دون أقواس معقوفة سوى أقواس الحقول الأربعة.
word-opening = الجمل الأولى
word-opening-wrong = يُرجى كتابة 600 حرف على الأكثر، دون أقواس معقوفة سوى أقواس الحقول الأربعة.
word-sms-opening = النص قبل الرابط
word-sms-opening-wrong = يُرجى كتابة 120 حرفًا على الأكثر في سطر واحد، ومنها { "{shop}" }. ويجب أن تتسع لها مع الرابط رسالتان قصيرتان.

## Pages behind the links of emails about reviews

mail-queue = { $count ->
        [zero] لم يبق من الرسالة تقييم
        [one] بقي من الرسالة تقييم واحد
        [two] بقي من الرسالة تقييمان
        [few] بقي من الرسالة { $count } تقييمات
        [many] بقي من الرسالة { $count } تقييمًا
       *[other] بقي من الرسالة { $count } تقييم
    }
mail-own-words = أو بكلماتك
mail-answer = إرسال الرد
mail-skip = الانتقال إلى التالي
mail-open = فتحه في اللوحة
mail-team = فتح الإعدادات، الفريق
mail-done-answer = ردك منشور.
mail-done-publish = نُشر التقييم.
mail-done-withhold = حُجب التقييم.
mail-last = كان هذا آخر تقييم في الرسالة. يمكنك التراجع في اللوحة خلال دقيقة.
mail-unknown = هذا الرابط لا يعمل
mail-unknown-text = ربما ينقصه جزء. افتحه مرة أخرى من الرسالة، أو تابع في اللوحة.
mail-foreign = هذا الرابط لشخص آخر
mail-foreign-text = شخص آخر مسجل الدخول في هذا المتصفح. سجل خروجه، أو تابع في اللوحة.
mail-left = لم يعد هذا الرابط يعمل
mail-left-text = الشخص الذي أُرسل إليه غادر المتجر أو سجل خروجه من كل مكان، أو أن المتجر مغلق.
mail-role = تغيّر دورك
mail-role-text = لم يعد بإمكانك اتخاذ قرار بشأن التقييمات. ما زال بإمكانك قراءتها في اللوحة.
mail-old = هذا الرابط قديم
mail-old-text = تعمل روابط هذه الرسائل سبعة أيام. تابع في اللوحة.
mail-changed = لم يُفعل شيء
mail-changed-text = استُخدم هذا الرابط من قبل، أو غيّر أحدهم هذا التقييم بعد إرسال الرسالة.
mail-stop = لا رسائل بعد الآن عن التقييمات؟
mail-stop-button = لا أريد هذه الرسائل بعد الآن
mail-stopped = لن تصلك رسائل عن التقييمات
mail-stopped-text = لتصلك مرة أخرى، اختر موعدها في «الإعدادات»، «الفريق».
