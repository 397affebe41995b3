## Numbers

nav-numbers = الأرقام
numbers-about = طلبات التقييم المنشأة من { $from } إلى { $to } بالتوقيت العالمي، وما آلت إليه.
numbers-periods = المدة
numbers-period = { $count ->
        [one] آخر يوم
        [two] آخر يومين
        [few] آخر { $count } أيام
        [many] آخر { $count } يومًا
       *[other] آخر { $count } يوم
    }
numbers-so-far = أدّى { $reviewed } من أصل { $sent } من الطلبات المرسلة إلى تقييم.
numbers-peak = { $count ->
        [0] تصل معظم التقييمات في يوم الرسالة الأولى.
        [one] تصل معظم التقييمات في اليوم التالي للرسالة الأولى.
        [two] تصل معظم التقييمات بعد يومين من الرسالة الأولى.
        [few] تصل معظم التقييمات بعد { $count } أيام من الرسالة الأولى.
        [many] تصل معظم التقييمات بعد { $count } يومًا من الرسالة الأولى.
       *[other] تصل معظم التقييمات بعد { $count } يوم من الرسالة الأولى.
    }
numbers-before = في المدة السابقة ({ $days } يومًا): { $reviewed } من أصل { $sent }.
numbers-funnel = من طلب التقييم إلى التقييم
numbers-requests = طلبات التقييم
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
numbers-messages = الرسائل
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
numbers-stars = النجوم
numbers-stars-about = كل التقييمات. غير المنشورة منها منتظرة أو محجوبة أو محذوفة.
numbers-submitted = المقدَّمة
numbers-published = المنشورة
numbers-decided = اتُّخذ نصف القرارات خلال
numbers-returned-of = { $count ->
        [one] من آخر رسالة
        [two] من آخر رسالتين
        [few] من آخر { $count } رسائل
        [many] من آخر { $count } رسالة
       *[other] من آخر { $count } رسالة
    }
numbers-by = حسب الواجهة البرمجية والقناة
numbers-by-about = حسب الواجهة البرمجية تُحسب أيضًا الطلبات التي شارك المتجر رابطها بنفسه.
numbers-soon = متى يكتب الناس تقييمهم
numbers-soon-about = طلبات التقييم في آخر 90 يومًا حتى نهاية أمس. يُحسب الأحدث منها بقدر الأيام التي مضت على إرساله.
numbers-soon-by = { $count ->
        [one] { $part } قيّموا خلال يوم من الرسالة الأولى.
        [two] { $part } قيّموا خلال يومين من الرسالة الأولى.
        [few] { $part } قيّموا خلال { $count } أيام من الرسالة الأولى.
        [many] { $part } قيّموا خلال { $count } يومًا من الرسالة الأولى.
       *[other] { $part } قيّموا خلال { $count } يوم من الرسالة الأولى.
    }
numbers-curve = نسبة الطلبات المرسلة التي لها تقييم
numbers-curve-day = { $count ->
        [one] بعد يوم
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
numbers-soon-none = يُعرف ذلك بعد سؤال عشرة أشخاص على الأقل منذ يوم أو أكثر.
numbers-at-risk = لم تُقيَّم بعد عند بداية اليوم
numbers-reviewed-then = قُيِّمت في ذلك اليوم
numbers-reviewed-by = قُيّمت حتى ذلك اليوم
numbers-delay = هل يفيد الانتظار أكثر؟
numbers-delay-about = ما قُيِّم خلال 14 يومًا من الرسالة الأولى. المجال بين القوسين قد ينتج عن الصدفة وحدها: إذا تداخل مجالان فليس مؤكدًا أن الانتظار الأطول غيّر شيئًا.
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
numbers-not-enough = يُعرف ابتداءً من 30 رسالة
numbers-composed = هل تفيد الأسئلة؟
numbers-composed-about = تقييمات كُتبت في صفحة المتجر للعملاء. يقرر كل عميل بنفسه هل يجيب عن الأسئلة، لذلك قد تكون للفرق أسباب أخرى.
numbers-composed-questions = من الأسئلة
numbers-composed-form = في النموذج
numbers-composed-reviews = التقييمات
numbers-composed-stars = متوسط النجوم
numbers-composed-words = الكلمات
numbers-composed-minutes = الدقائق من الفتح إلى الإرسال
numbers-composed-how = «من الأسئلة»: أُرسل النص المقترح من الإجابات، معدَّلًا أو كما هو. وللكلمات والدقائق يُعرض العدد الأوسط: نصف التقييمات أقل منه ونصفها أكثر. وما زاد على 16 يُقرَّب إلى الأعلى بمقدار الثُّمن على الأكثر.
numbers-composed-none = غير معروف بعد
