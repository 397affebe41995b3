## ما صار إليه طلب التقييم، ولماذا

why-email = رسالة البريد الإلكتروني
why-sms = الرسالة القصيرة
why-reminder-email = رسالة التذكير { $number } بالبريد الإلكتروني
why-reminder-sms = رسالة التذكير { $number } القصيرة
why-provider-email = SES
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
why-because-asked_before = طُلب من الشخص تقييم كل ذلك من قبل، والمتجر يطلب مرة واحدة
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

why-line-created-call = طلب استدعاءٌ عبر { $api } تقييمًا.
why-line-created-visitor = طلب شخصٌ هذا الرابط على صفحة المتجر، ولم يكن المتجر قد طلب ذلك.
why-line-created-shopify = أبلغ Shopify عن طلبية، لذلك يُطلب تقييم.
why-line-created-woocommerce = أبلغ WooCommerce عن طلبية، لذلك يُطلب تقييم.
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
