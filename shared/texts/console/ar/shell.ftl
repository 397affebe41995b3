## إطار كل صفحة

skip = الانتقال إلى المحتوى
nav-label = الصفحات
nav-more = المزيد
more-heading = المزيد
more-pages = الصفحات
more-in-public = أمام الجميع
more-account = حسابك
more-public = التقييمات المنشورة
more-public-text = كما يراها الجميع
more-trust = صفحة الثقة
more-trust-text = كيف تُنشر التقييمات في متجرك، ليقرأه الجميع
more-not-public = لا تظهر تقييماتك للجميع: هذه بيانات تجريبية، أو أُوقف ذلك في الإعدادات.
more-language = لغتك
more-language-none = لغة المتجر
more-notifications = رسالة عند وجود تقييمات بانتظار القرار
more-notifications-at_once = فورًا، مرة في الساعة على الأكثر
more-notifications-daily = صباحًا، إن وُجد جديد
more-notifications-never = أبدًا
help-heading = إذا لم يعمل شيء ما
help-not-sent = لم تصل رسالة إلى أحد العملاء
help-not-sent-text = يُرجى البحث عن عنوان البريد الإلكتروني كاملًا في «طلبات التقييم». تبيّن صفحة طلب التقييم ما حدث ولماذا وما التالي.
help-paused = الإرسال معلّق
help-paused-text = تبيّن الإعدادات حتى متى، ومنها يُستأنف ما عُلّق من طرفك. أما تعليق مشغّل الخدمة فينهيه المشغّل وحده.
help-held = رسائلك موقوفة مؤقتًا
help-held-text = ارتدّت رسائل كثيرة أو صُنّفت على أنها غير مرغوب فيها، والاستمرار في الإرسال يضر بنطاقك. يُرجى إزالة العناوين غير الموجودة من متجرك. يُستأنف الإرسال تلقائيًا عندما لا يكاد يرتدّ شيء، وتبيّن صفحة «اليوم» ذلك ما دام موقوفًا. وإن كان الأمر عاجلًا فيمكن لمالك أن يستأنف الإرسال هناك مرة كل 7 أيام، وبعدها يمكن سؤال مشغّل هذه الخدمة.
help-webhook = رابط Webhook لا يعمل
help-webhook-text = يجب أن تجيب نقطة الاتصال بحالة من 200 إلى 299. تُحفظ الأحداث ثلاثة أيام، وتُرسل بالترتيب عندما تعمل من جديد. كل جواب في «الربط» ثم «روابط Webhook».
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
keys-publish = نشر
keys-withhold = حجب
keys-mark = تحديد تقييم؛ بعد ذلك يسري المفتاحان a و w على كل المحدد
keys-reply = رد
keys-undo = تراجع
keys-search = بحث
keys-help = هذه القائمة
close = إغلاق

## عندما لا يعمل شيء ما

not-found-heading = الصفحة غير موجودة
not-found-text = العنوان غير صحيح، أو لم تعد الصفحة موجودة.
forbidden-heading = غير مسموح
forbidden-text = دورك لا يسمح بهذا. يستطيع المالك تغيير الأدوار في صفحة «الأعضاء».
guest-heading = هذا المتجر فقط
guest-text = جرى الدخول عبر رابط دون عنوان بريد، فلا تُعرف متاجر أخرى لك. يمكنك دعوة عنوانك في صفحة «الأعضاء» ثم الدخول به.
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
