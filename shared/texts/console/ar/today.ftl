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
today-welcome = مرحبًا: عدد الخطوات حتى أول تقييم: { $count }
today-text = ما هو بحاجة إليك فقط، وكل ما سواه يجري تلقائيًا.
today-needs = بحاجة إلى قرارك
today-order = لا ترتيب هنا بحسب النجوم أبدًا
today-nothing = لا شيء الآن.
begin-heading = البداية من هنا
begin-done = تم
begin-next = التالي: { $step }
begin-some-done = تم { $done } من { $count }
begin-sign-in = دعوة نفسك بصفة مالك
begin-sign-in-about = ينتهي الرابط الذي أتى بك إلى هنا. بتسجيل دخول خاص يمكن العودة في أي وقت.
begin-orders = إدخال طلبات الشراء
begin-orders-about = يُرجى ربط Shopify أو WooCommerce ليتبع كل طلب شراء طلبُ تقييم، أو لصق طلبات شراء سابقة.
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
begin-show-about = أسطر قليلة لـ Shopify أو WooCommerce أو Wix أو HTML، وفيها معرّفاتك.
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
today-decide = القرار
today-look = عرض
today-longest = الأطول انتظارًا
today-all = كل التقييمات المنتظرة
today-written = أحدث التقييمات
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
today-average = متوسط التقييم
today-average-of = { $count ->
        [0] لا تقييمات بعد
        [one] تقييم واحد، دون استثناء
        [two] تقييمان، دون استثناء
        [few] { $count } تقييمات، دون استثناء
        [many] { $count } تقييمًا، دون استثناء
       *[other] { $count } تقييم، دون استثناء
    }
today-data = أحد العملاء يطلب بياناته
today-data-text = وصل الطلب عبر نظام متجرك. يُرجى تنزيل الملف وتسليمه: يمنحك القانون عادةً 30 يومًا.
today-redacted = ستُمحى طلبات الشراء الواردة من { $system }
today-redacted-text = طلب { $system } ذلك. إذا كنت لا تريده فأعد ربط { $system } قبل { $at }.
today-silent = لا يصل شيء من { $system }
today-silent-text = لم يصل شيء من { $system } منذ مدة أطول بكثير من المعتاد. يُرجى التحقق هناك من أن روابط Webhook مفعّلة أو أن إضافة Afterword متصلة.
today-forged = تُرفض اتصالات { $system }
today-forged-text = هي موقّعة برمز سري آخر. في صفحة الربط يُرجى إضافة روابط Webhook مرة أخرى أو استبدال الرمز السري.
today-quiet = لم يعد { $system } يجري اتصالات
today-quiet-text = لم يصل أي اتصال منذ ثلاثة أيام، مع أن الاتصالات كانت تصل كل يوم. يُرجى التحقق هناك من أن روابط Webhook ما زالت تعمل.
today-missing = قد تكون هناك طلبات ناقصة منذ { $at }.
today-refused = { $count ->
        [zero] لم يُرفض أي اتصال من { $system }
        [one] رُفض اتصال واحد من { $system }
        [two] رُفض اتصالان من { $system }
        [few] رُفضت { $count } اتصالات من { $system }
        [many] رُفض { $count } اتصالًا من { $system }
       *[other] رُفض { $count } اتصال من { $system }
    }
today-refused-text = لم تنشأ منها طلبات تقييم. تعرضها صفحة الربط.
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
