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
today-text = ما يحتاج إلى إنسان. وكل ما سواه يجري تلقائيًا.
today-needs = يحتاج إلى إنسان
today-order = لا شيء هنا مرتّب بحسب النجوم
today-nothing = لا شيء الآن.
today-waiting = { $count ->
        [zero] لا ينتظر أي تقييم قرارًا
        [one] تقييم واحد ينتظر القرار
        [two] تقييمان ينتظران القرار
        [few] { $count } تقييمات تنتظر القرار
        [many] { $count } تقييمًا ينتظر القرار
       *[other] { $count } تقييم ينتظر القرار
    }
today-waiting-text = لا يرى أحد سواك ما ينتظر.
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
today-all = كل ما ينتظر
today-written = ما كتبه الناس
today-all-written = كل التقييمات
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
today-average = متوسط كل النجوم
today-average-of = { $count ->
        [0] لا تقييمات بعد
        [one] تقييم واحد، دون استثناء
        [two] تقييمان، دون استثناء
        [few] { $count } تقييمات، دون استثناء
        [many] { $count } تقييمًا، دون استثناء
       *[other] { $count } تقييم، دون استثناء
    }
today-decided = المدة حتى القرار
today-decided-about = نصف القرارات كان أسرع.
today-decided-none = لا قرار بعد
today-hours = { $count ->
        [0] أقل من ساعة
        [one] ساعة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
today-data = أحد العملاء يطلب بياناته
today-data-text = أبلغ بذلك نظام متجرك. نزّل الملف وسلّمه: يمنحك القانون عادةً 30 يومًا.
today-silent = لا يصل شيء من { $system }
today-silent-text = لم يصل شيء من { $system } منذ مدة أطول بكثير من المعتاد. يُرجى التحقق هناك من أن إشعارات Webhook مفعّلة.
today-refused = { $count ->
        [zero] لم تتعذّر قراءة أي اتصال من { $system }
        [one] تعذّرت قراءة اتصال واحد من { $system }
        [two] تعذّرت قراءة اتصالين من { $system }
        [few] تعذّرت قراءة { $count } اتصالات من { $system }
        [many] تعذّرت قراءة { $count } اتصالًا من { $system }
       *[other] تعذّرت قراءة { $count } اتصال من { $system }
    }
today-refused-text = لا يُطلب التقييم من أحد بسببها. صفحة الربط تعرضها.
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
today-held = رسائلك موقوفة مؤقتًا
today-held-bounces = ارتدّ كثير من آخر الرسائل. يُستأنف الإرسال عندما يتحسن ذلك.
today-held-complaints = صُنّف كثير من آخر الرسائل على أنها غير مرغوب فيها. يُستأنف الإرسال عندما يتحسن ذلك.
today-first-days = خرج اليوم من رسائلك ما يُسمح به
today-first-days-text = متجرك جديد: يمكن أن تخرج اليوم { $most } رسالة، ثم نحو ضعفها كل يوم ما دامت التقارير جيدة. تتبعها البقية من تلقاء نفسها.
today-address = رسائلك لا تذكر أي عنوان بريدي
today-address-text = تشترط بلدان كثيرة ذكره في كل رسالة من هذا النوع. يُرجى كتابة العنوان البريدي لمتجرك في الإعدادات.
today-paused = الإرسال معلّق
today-paused-text = لا يخرج شيء إلى العملاء حتى ينهي أحد التعليق.
today-paused-until = لا يخرج شيء إلى العملاء حتى { $at }. وما يحين موعده يُرسل بعد ذلك بالترتيب.
today-failed = { $count ->
        [zero] لم يفشل أي طلب تقييم في آخر 24 ساعة
        [one] فشل طلب تقييم واحد في آخر 24 ساعة
        [two] فشل طلبا تقييم في آخر 24 ساعة
        [few] فشلت { $count } طلبات تقييم في آخر 24 ساعة
        [many] فشل { $count } طلب تقييم في آخر 24 ساعة
       *[other] فشل { $count } طلب تقييم في آخر 24 ساعة
    }
today-failed-text = صفحة كل طلب تقييم تبيّن السبب.
