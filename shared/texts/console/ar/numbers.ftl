## Numbers

nav-numbers = الأرقام
numbers-about = الطلبات المنشأة من { $from } إلى { $to }، بأيام التوقيت العالمي. ما أُرسل وفُتح وقُيِّم لاحقًا يُحسب مع طلبه.
numbers-funnel = من الطلب إلى التقييم
numbers-created = أُنشئت
numbers-sent = أُرسلت
numbers-opened = فُتحت
numbers-opened-about = فُتح الرابط. بعض أنظمة البريد تفتح الروابط لفحصها وتُحتسب أيضًا.
numbers-engaged = بُدئت
numbers-completed = قُيِّمت
numbers-days = المرسل والمقيَّم يوميًا
numbers-table = الأرقام في جدول
numbers-day = اليوم
numbers-not-sent = لماذا لم تُرسل رسائل أو عادت
numbers-not-sent-all = الطلبات الفاشلة
numbers-not-sent-none = أُرسلت كل الرسائل ولم تعد أي منها.
numbers-returned = الرسائل المرتدة والشكاوى
numbers-line = تراجع SES الحساب ابتداءً من
numbers-count = الرسائل
numbers-part = النسبة
numbers-bounced = ارتدت
numbers-complained = صُنِّفت بريدًا مزعجًا
numbers-stars = النجوم
numbers-stars-about = كل التقييمات. ما قُدِّم ولم يُنشر فهو منتظر أو محجوب أو انتهى.
numbers-submitted = المقدَّمة
numbers-published = المنشورة
numbers-decided = قُرِّر نصفها خلال
numbers-returned-of = { $count ->
        [one] من آخر رسالة
        [two] من آخر رسالتين
        [few] من آخر { $count } رسائل
        [many] من آخر { $count } رسالة
       *[other] من آخر { $count } رسالة
    }
numbers-why-bounced = العنوان أو الرقم غير موجود
numbers-why-rejected = رُفضت بسبب محتواها
numbers-why-suppressed_by_provider = في قائمة الحظر لدى المزوّد
numbers-why-refused = رفضها المزوّد
numbers-why-unconfirmed = لا يُعرف هل أُرسلت
numbers-why-suppressed_bounce = ارتدت من قبل
numbers-why-suppressed_complaint = صُنِّفت بريدًا مزعجًا من قبل
numbers-why-suppressed_by_shop = أوقفها المتجر
numbers-why-unsubscribed = إلغاء الاشتراك
numbers-why-stopped = رد بكلمة STOP
numbers-why-erased = مُحيت البيانات
numbers-why-order_cancelled = أُلغي الطلب الشرائي
numbers-why-order_refunded = رُدّ ثمن الطلب الشرائي
numbers-why-spend_cap = نفدت ميزانية الرسائل القصيرة لهذا الشهر
numbers-why-capped = تلقّى الشخص رسائل كافية
numbers-why-asked_before = سُئل من قبل
numbers-why-window_closed = بقيت نافذة الإرسال مغلقة
numbers-why-cancelled = أُلغي الطلب
numbers-why-expired = انتهت صلاحية الرابط
numbers-why-reviewed = قُيِّم كل شيء
numbers-why-no_channel = لا عنوان ولا رقم
numbers-by = حسب الواجهة البرمجية والقناة
numbers-soon = متى يكتب الناس تقييمهم
numbers-soon-about = طلبات 90 يومًا حتى نهاية أمس. يُحسب الطلب الأحدث بقدر ما مضى على إرساله.
numbers-soon-by = { $count ->
        [one] { $part } يقيّمون خلال يوم من الرسالة الأولى.
        [two] { $part } يقيّمون خلال يومين من الرسالة الأولى.
        [few] { $part } يقيّمون خلال { $count } أيام من الرسالة الأولى.
        [many] { $part } يقيّمون خلال { $count } يومًا من الرسالة الأولى.
       *[other] { $part } يقيّمون خلال { $count } يوم من الرسالة الأولى.
    }
numbers-since = الأيام منذ الرسالة الأولى
numbers-at-risk = دون تقييم حتى ذلك اليوم
numbers-reviewed-by = قُيِّمت حتى ذلك اليوم
numbers-delay = هل يفيد الانتظار أكثر؟
numbers-delay-about = ما قُيِّم خلال 14 يومًا من الرسالة الأولى، والمجال الذي تتركه الصدفة (95 %).
numbers-wait = أُرسلت بعد
numbers-wait-days = { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
numbers-range = { $part } (من { $low } إلى { $high })
numbers-not-enough = لا يكفي بعد
