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
today-text = ما هو بحاجة إليك فقط، وكل ما سواه يجري تلقائيًا.
today-needs = بحاجة إلى قرارك
today-order = لا ترتيب هنا بحسب النجوم أبدًا
today-nothing = لا شيء الآن.
begin-heading = البداية من هنا
begin-done = تم
begin-sign-in = دعوة نفسك بصفة مالك
begin-sign-in-about = ينتهي الرابط الذي أتى بك إلى هنا. بتسجيل دخول خاص يمكن العودة في أي وقت.
begin-orders = إدخال طلبات الشراء
begin-orders-about = يُرجى ربط Shopify أو WooCommerce ليتبع كل طلب شراء طلبُ تقييم، أو لصق طلبات شراء سابقة.
begin-look = اختيار اللون والشعار
begin-look-about = تظهر الرسائل وصفحة التقييم عندها بمظهر متجرك.
begin-try = إرسال الرسالة الأولى إلى نفسك
begin-try-about = في صفحة النصوص الخاصة زر يرسل إليك الرسالة كما تصل إلى عملائك.
today-first = تُرسل أول رسالة في { $at }.
today-waiting = { $count ->
        [zero] لا ينتظر أي تقييم قرارًا
        [one] تقييم واحد بحاجة إلى قرار
        [two] تقييمان بحاجة إلى قرار
        [few] { $count } تقييمات بحاجة إلى قرار
        [many] { $count } تقييمًا بحاجة إلى قرار
       *[other] { $count } تقييم بحاجة إلى قرار
    }
today-waiting-text = حتى تتخذ قرارك لا يرى أحد سواك ما كُتب.
today-edits = { $count ->
        [zero] لا ينتظر أي تعديل
        [one] تعديل واحد على تقييم منشور ينتظر
        [two] تعديلان على تقييمات منشورة ينتظران
        [few] { $count } تعديلات على تقييمات منشورة تنتظر
        [many] { $count } تعديلًا على تقييمات منشورة ينتظر
       *[other] { $count } تعديل على تقييمات منشورة ينتظر
    }
today-oldest = وصل أقدمها { $ago }.
today-decide = القرار
today-look = عرض
today-longest = الأطول انتظارًا
today-all = كل التقييمات المنتظرة
today-written = أحدث التقييمات
today-all-written = كل التقييمات
today-figures = آخر 28 يومًا
today-sent = طلبات تقييم أُرسلت في 28 يومًا
today-sent-before = { $count } في الأيام الـ 28 السابقة
today-reviewed = قيّموا
today-reviewed-people = { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
percent = { $number }%
today-average = متوسط التقييم
today-average-of = { $count ->
        [0] لا تقييمات بعد
        [one] تقييم واحد، دون استثناء
        [two] تقييمان، دون استثناء
        [few] { $count } تقييمات، دون استثناء
        [many] { $count } تقييمًا، دون استثناء
       *[other] { $count } تقييم، دون استثناء
    }
today-decided = المدة المعتادة حتى القرار
today-decided-about = نصف القرارات كان أسرع
today-hours = { $count ->
        [0] فورًا
        [one] أقل من ساعة
        [two] أقل من ساعتين
        [few] أقل من { $count } ساعات
        [many] أقل من { $count } ساعة
       *[other] أقل من { $count } ساعة
    }
today-data = أحد العملاء يطلب بياناته
today-data-text = وصل الطلب عبر نظام متجرك. يُرجى تنزيل الملف وتسليمه: يمنحك القانون عادةً 30 يومًا.
today-silent = لا يصل شيء من { $system }
today-silent-text = لم يصل شيء من { $system } منذ مدة أطول بكثير من المعتاد. يُرجى التحقق هناك من أن روابط Webhook ما زالت مفعّلة.
today-refused = { $count ->
        [zero] لم تتعذّر قراءة أي اتصال من { $system }
        [one] تعذّرت قراءة اتصال واحد من { $system }
        [two] تعذّرت قراءة اتصالين من { $system }
        [few] تعذّرت قراءة { $count } اتصالات من { $system }
        [many] تعذّرت قراءة { $count } اتصالًا من { $system }
       *[other] تعذّرت قراءة { $count } اتصال من { $system }
    }
today-refused-text = لم تنشأ منها طلبات تقييم. تعرضها صفحة الربط.
today-webhook-fails = رابط Webhook لا يعمل
today-webhook-fails-text = { $url } لا يجيب. تنتظر أحداثه، وتُرسل عندما يعمل من جديد.
today-webhook-off = رابط Webhook متوقف
today-webhook-off-text = { $url } لا تصله أحداث.
today-held = رسائلك موقوفة مؤقتًا
today-held-bounces = ارتدّ كثير من آخر الرسائل. يُستأنف الإرسال عندما يتحسن ذلك.
today-held-complaints = صُنّف كثير من آخر الرسائل على أنها غير مرغوب فيها. يُستأنف الإرسال عندما يتحسن ذلك.
today-first-days = بلغت رسائلك حدّ اليوم
today-first-days-text = متجرك جديد: يمكن أن تُرسل اليوم { $most } رسالة، ثم نحو ضعفها كل يوم ما دام ما يرتدّ قليلًا. وتتبعها البقية تلقائيًا.
today-address = رسائلك بلا عنوان بريدي
today-address-text = تشترط بلدان كثيرة ذكره في كل رسالة من هذا النوع. يُرجى كتابة العنوان البريدي لمتجرك في الإعدادات.
today-paused = الإرسال معلّق
today-paused-text = لا تصل رسائل إلى العملاء حتى يُستأنف الإرسال.
today-paused-until = لا تصل رسائل إلى العملاء حتى { $at }. وما يحين موعده يُرسل بعد ذلك بالترتيب.
today-failed = { $count ->
        [zero] لم تفشل أي رسالة في آخر 24 ساعة
        [one] فشلت رسالة واحدة في آخر 24 ساعة
        [two] فشلت رسالتان في آخر 24 ساعة
        [few] فشلت { $count } رسائل في آخر 24 ساعة
        [many] فشلت { $count } رسالة في آخر 24 ساعة
       *[other] فشلت { $count } رسالة في آخر 24 ساعة
    }
today-failed-text = صفحة كل طلب تقييم تبيّن السبب.
