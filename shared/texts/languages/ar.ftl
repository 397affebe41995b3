### Arabic

### Words

day = { $day } { $month ->
        [january] يناير
        [february] فبراير
        [march] مارس
        [april] أبريل
        [may] مايو
        [june] يونيو
        [july] يوليو
        [august] أغسطس
        [september] سبتمبر
        [october] أكتوبر
        [november] نوفمبر
       *[december] ديسمبر
    } { $year }
month = { $month ->
        [january] يناير
        [february] فبراير
        [march] مارس
        [april] أبريل
        [may] مايو
        [june] يونيو
        [july] يوليو
        [august] أغسطس
        [september] سبتمبر
        [october] أكتوبر
        [november] نوفمبر
       *[december] ديسمبر
    } { $year }

product = المنتج { $id }
example-product = منتج للتجربة
item = المنتج { $number } من طلبك
stars = { $count ->
        [one] نجمة واحدة
        [two] نجمتان
        [few] { $count } نجوم
        [many] { $count } نجمة
       *[other] { $count } نجمة
    }
decimal = { $whole }.{ $tenths }
withheld-opening-shop = قرر { $shop } عدم عرض تقييمك.
withheld-change = يمكنك تعديل تقييمك حتى { $day }. ثم يراجعه { $shop } من جديد قبل عرضه.
withheld-insider = أنت تعمل لدى { $shop }، لذلك لا يُعرض تقييمك.

### Page

hub-title = تقييمك
hub-title-wrong = يُرجى مراجعة تقييمك
hub-question = كيف وجدته؟
hub-question-named = كيف وجدته يا { $name }؟
hub-questions = كيف وجدتها؟
hub-questions-named = كيف وجدتها يا { $name }؟
hub-question-shop = كيف كانت تجربتك مع { $shop }؟
hub-question-shop-named = كيف كانت تجربتك مع { $shop } يا { $name }؟
hub-opening = إيجابيًا كان رأيك أم سلبيًا، فهو يساعد غيرك على الاختيار.
hub-trial = هذا اختبار: ترى ما يراه عملاؤك، ولا يُحتسب شيء منه ولا يُعرض.
wrong-heading = لم يُرسل تقييمك بعد
wrong-kept = كل ما كتبته ما زال هنا.
thanks = شكرًا لك.
thanks-named = شكرًا لك يا { $name }.
thanks-all = { $total ->
        [one] وصل تقييمك.
        [two] وصل التقييمان.
       *[other] وصلت التقييمات كلها، وعددها { $total }.
    }
thanks-until = { $done ->
        [one] يمكنك تعديله هنا حتى { $day }.
        [two] يمكنك تعديلهما هنا حتى { $day }.
       *[other] يمكنك تعديلها هنا حتى { $day }.
    }
progress = المنتج { $number } من { $total }
postpone-offer = { $total ->
        [1] لم يصل بعد؟
       *[other] لم يصل جزء من طلبك بعد؟
    } سنسألك مرة أخرى بعد أسبوع.
postpone-button = اسألوني بعد أسبوع
link-is-yours = هذا رابطك الشخصي من { $shop }. من يملكه يستطيع أن يكتب هنا باسمك، فيُرجى عدم مشاركته. يعمل حتى { $day }.
stop-offer = هل من الأفضل ألا نسألك؟ يوقف هذا الزر كل رسائل البريد والرسائل القصيرة التي يطلب فيها { $shop } تقييمات.
stop-button = لا تسألوني بعد الآن
stopped = لن يطلب { $shop } منك تقييمات بعد الآن.
contact-shop = هل من أمر ينبغي أن يصلحه { $shop }؟ يمكنك التواصل معه مباشرةً
privacy = كيف يتعامل { $shop } مع بياناتك

item-changed = عُدّل في { $day }
held-moderation = يقرأ { $shop } تقييمك أولًا، ثم يراه الجميع.
held-phone = يقرأ { $shop } تقييمك أولًا لأن فيه رقم هاتف. من دون الرقم يراه الجميع فورًا.
held-email = يقرأ { $shop } تقييمك أولًا لأن فيه عنوان بريد إلكتروني. من دون العنوان يراه الجميع فورًا.
held-website = يقرأ { $shop } تقييمك أولًا لأن فيه موقعًا إلكترونيًا. من دون الموقع يراه الجميع فورًا.
held-account = يقرأ { $shop } تقييمك أولًا لأن فيه حسابًا في شبكة اجتماعية. من دون الحساب يراه الجميع فورًا.
shown-heading = ما يراه الآخرون
shown-now = يمكن للجميع رؤيته الآن.
shown-by-shop = بإمكان { $shop } عرضه الآن.
shown-earlier = وحتى ذلك الحين يرى الجميع نسختك السابقة.
item-changes-unsent = تعديلات لم تُرسل بعد
item-edit = تعديل
item-edit-named = تعديل تقييمك لـ { $title }
item-see = عرضه في المتجر
item-begun = مسودة لم تُرسل بعد
rating-label = عدد النجوم
headline-label = العنوان
text-label = ما الذي ينبغي أن يعرفه الآخرون؟
optional = (اختياري)
text-left = الأحرف المتبقية: { $count }
text-hint-taken = مكتوب من إجاباتك أنت، ويمكنك تغيير أي شيء فيه. حتى 5000 حرف.
send = إرسال التقييم
save = حفظ التعديلات
cancel = إلغاء
questions-begin = اسألوني أربعة أسئلة
questions-begin-ai = ليسألني ذكاء اصطناعي
questions-go-on = متابعة الأسئلة
questions-change = تعديل إجاباتي
fragments-hint = هذه الإجابات قصيرة. يمكنك إكمالها أو تركها كما هي.
offer-hint = إجاباتك التي ليست في تقييمك بعد:
offer-add = إضافتها إلى تقييمي
name-label = الاسم الظاهر مع تقييمك
fact-none = بلا إجابة
name-shown-as = التوقيع:
name-anonymous = دون اسم
name-another = اسم آخر
name-field = الاسم الذي سيظهر
public-line = يرى الجميع نجومك وإجاباتك وكلماتك وصورك وهذا الاسم، ولا يرون بريدك الإلكتروني ولا طلبك أبدًا.

fault-rating = يُرجى اختيار من نجمة واحدة إلى خمس نجوم.
fault-headline = يُرجى ألا يزيد العنوان على 200 حرف في سطر واحد.
fault-text-too-long = يُرجى اختصار تقييمك إلى 5000 حرف.
fault-name = يُرجى ألا يزيد الاسم على 60 حرفًا في سطر واحد.
fault-name-missing = يُرجى كتابة الاسم الذي سيظهر، أو اختيار «دون اسم».
fault-too-often = حُفظ هذا التقييم مرات كثيرة اليوم، لذلك لم يُحفظ هذا التغيير. ما كتبته ما زال هنا: يمكنك إرساله الآن أو حفظه مجددًا غدًا.
fault-changed-too-often = غُيِّر هذا التقييم مرات كثيرة اليوم، لذلك لم يُحفظ هذا التغيير. ما كتبته ما زال هنا: يُرجى إرساله مجددًا غدًا.
fault-answer-too-long = يُرجى اختصار إجابتك إلى 1000 حرف.

chat-title-wrong = يُرجى مراجعة إجابتك
chat-asked-by-ai = يسألك ذكاء اصطناعي.
chat-by-ai = يسألك ذكاء اصطناعي، وعدد أسئلته { $total } على الأكثر، ولا يقترح أكثر من بداية إجابة. أنت من يكتب، ويمكنك تخطّي أي سؤال.
chat-by-guide = أسئلة قصيرة، عددها { $total }. تتحول إجاباتك إلى مسودة يمكنك تعديلها.
chat-progress = السؤال { $number } من { $total }
chat-earlier = إجاباتك حتى الآن
chat-skipped = تم التخطي
chat-change = تعديل
chat-change-named = تعديل إجابتك عن: { $question }
chat-chips = إجابات جاهزة وبدايات جمل
chat-hint = تكفي بضع كلمات.
chat-hint-chips = يمكنك متابعة الكتابة أو اختيار ما يناسب.
chat-photo = أكثر ما يفيد صورة. هل يمكنك إضافة واحدة؟
chat-next = التالي
chat-last = عرض مسودتي
chat-skip = تخطّي
chat-enough = يكفي هذا، عرض نصي
chat-leave = العودة إلى النموذج

problem-heading = هناك مشكلة في طلبي
problem-title-wrong = يُرجى مراجعة رسالتك
problem-label = ما المشكلة؟
problem-hint = يتلقى { $shop } كلماتك بالبريد الإلكتروني مع اسمك والطلب وما اشتريته، ويمكنه التواصل معك. لا يتوقف تقييمك على ذلك. 1000 حرف على الأكثر.
problem-button = إرسال إلى المتجر
problem-back = متابعة تقييمي
problem-missing = يُرجى كتابة ما المشكلة.
problem-too-long = يُرجى اختصار رسالتك إلى 1000 حرف.
problem-too-often = تلقى { $shop } منك ثلاث رسائل اليوم، لذلك لم تُرسل هذه الرسالة. ما كتبته ما زال هنا: يُرجى إرساله مجددًا غدًا.
problem-unreachable = لا يمكن الوصول إلى { $shop } بالبريد الإلكتروني حاليًا، لذلك لم تُرسل رسالتك. ما كتبته ما زال هنا.
problem-contact = الكتابة إلى { $shop } مباشرةً
problem-sent = رسالتك في طريقها إلى { $shop }، ويمكنه التواصل معك. تقييمك أمر منفصل: يمكنك متابعته متى شئت.
problem-told = كتبتَ إلى { $shop } في { $day } عن مشكلة.
problem-trial = هذا اختبار، لذلك لا تُرسل رسالتك إلى { $shop }.

expired-heading = انتهت صلاحية هذا الرابط
expired-why = تتوقف روابط التقييم عن العمل بعد مدة. يمكنك طلب رابط جديد لما لم تقيّمه بعد. وتبقى التقييمات التي أرسلتها كما هي، ولتغيير أحدها يُرجى الكتابة إلى { $shop }.
expired-button = أرسلوا إليّ رابطًا جديدًا
expired-where = سنرسله إليك بالبريد الإلكتروني.
renewed-heading = يُرجى تفقّد بريدك
renewed-what = إن كان إرسال رابط جديد ممكنًا، فهو في طريقه إلى عنوانك المسجّل لدى المتجر. يُفترض أن يصل خلال بضع دقائق، ويُرجى النظر أيضًا في مجلد الرسائل غير المرغوب فيها.
renewed-again = يمكن طلب رابط جديد مرة واحدة في اليوم.
cancelled-heading = هذا الرابط لم يعد متاحًا
cancelled-why = سحب المتجر هذه الدعوة، فلم يبقَ ما يلزم فعله هنا. أما التقييمات التي كتبتها من قبل فتبقى كما هي.
postponed-heading = شكرًا لإخبارنا
postponed-again = سنسألك مرة أخرى في { $day }. ولن نراسلك بشأن هذا قبل ذلك.
postponed-never = عندما يصل كل شيء، يفتح رابطك الصفحة نفسها.
postponed-sooner = وصل قبل ذلك؟ يمكنك تقييمه الآن
postponed-link = يظل رابطك يعمل حتى { $day }. إن بدا لك أن طلبك ضاع، فيمكنك سؤال { $shop } عنه.
reviewed-heading = لا داعي للانتظار
reviewed-why = سبق أن كتبت تقييمًا، لذلك لن نذكّرك. وما لم يصل بعد يمكنك تقييمه متى وصل.
reviewed-back = العودة إلى صفحتك
withdraw = سحب تقييمي
withdraw-heading = سحب تقييمك؟
withdraw-why = يُحذف نصك واسمك وصورك نهائيًا. يمكنك كتابة تقييم آخر ما دام هذا الرابط يعمل.
withdraw-sure = حذف تقييمي
withdraw-back = الإبقاء عليه
withdrawn = حُذف تقييمك لـ { $title }.
report-heading = الإبلاغ عن تقييم
report-why = ما المشكلة فيه؟
report-unlawful = يخالف القانون
report-fake = ليس حقيقيًا
report-abusive = يسيء أو يهدد
report-personal_data = يكشف أمرًا خاصًا عن شخص
report-other = شيء آخر
report-words = بكلماتك
report-button = إبلاغ
report-hint = يقرأ { $shop } بلاغك ويقرر. لن يعرف أحد من أنت ما لم تكتب ذلك.
report-email = إذا تركت عنوانًا، تصلك رسالة تأكيد، ثم قرار { $shop } مع سببه. يُحذف العنوان بعد سنة.
reported-heading = شكرًا لك
reported-what = وصل بلاغك إلى { $shop } وسيقرر بشأن التقييم.
reported-receipt = إذا كان { $email } يستطيع تلقي رسائلنا، فستصل رسالة تأكيد قريبًا.
report-too-many = وصلت بلاغات كثيرة جدًا. يُرجى الكتابة إلى { $shop } مباشرة.
write-how = أدخل بريدك الإلكتروني المسجّل لدى المتجر وسنرسل إليك رابطًا لمنح النجوم والكتابة.
write-email = البريد الإلكتروني
write-who = يرى { $shop } عنوانك ويقرأ تقييمك قبل نشره. لا يرى عنوانك أحد سواه.
write-button = أرسل إليّ الرابط
write-fault = أدخل بريدًا إلكترونيًا مثل jane@example.com.
write-sent = إذا كان { $email } مسجّلًا لدى المتجر ويستطيع تلقي رسائلنا، فسيصل الرابط خلال دقيقة.
write-spam = لم يصل؟ ابحث في البريد المزعج، أو حاول مرة أخرى بعد ساعة.
write-too-many = طُلبت روابط كثيرة عبر اتصالك بالإنترنت، لذلك لا يمكننا إرسال رابط آخر الآن. حاول مرة أخرى لاحقًا، أو استخدم اتصالًا آخر مثل اتصال هاتفك.

unsubscribe-heading = هل نتوقف عن طلب التقييمات منك؟
unsubscribe-what = لن يطلب منك { $shop } تقييمات مرة أخرى، لا بالبريد الإلكتروني ولا بالرسائل القصيرة. ولا يشمل ذلك الرسائل المتعلقة بطلباتك.
unsubscribe-button = إلغاء الاشتراك
unsubscribe-hint = لم يتغير شيء بعد. وإن كان الأفضل لك أن نسألك، فيكفي إغلاق هذه الصفحة.
unsubscribed-heading = أُلغي اشتراكك
unsubscribed-hint = قد تصلك رسالة كانت تُرسل في هذه اللحظة بالذات.
unsubscribed-undo = غيّرت رأيي: اسألوني مجددًا
resubscribed-heading = سنسألك مجددًا
resubscribed-what = يمكن لـ{ $shop } أن يطلب منك تقييمات مجددًا.
unknown-heading = الصفحة غير موجودة
unknown-why = لا شيء في هذا العنوان. إن كان قد وصلك في رسالة بريد، فيُرجى فتحه منها مرة أخرى: فالرابط المنسوخ يدويًا كثيرًا ما يُنسخ ناقصًا.
not-allowed-heading = لا يمكن فتح هذه الصفحة بهذه الطريقة
not-allowed-why = يُرجى فتح الرابط من رسالة البريد مرة أخرى والمتابعة من هناك.
failure-heading = حدث خطأ ما
failure-why = الخطأ منا لا منك. يُرجى المحاولة مرة أخرى بعد دقيقة. وإن حدث ذلك عند إرسال تقييم، فيُرجى الرجوع أولًا إلى الصفحة السابقة: فالمتصفح يحتفظ عادة بما كتبته.

## ما تقوله النصوص البرمجية

script-saved = حُفظت المسودة
script-unsaved = لم يُحفظ بعد
script-failed = لم يكتمل الإرسال. لم يضِع شيء: ما كتبته ما زال هنا. يُرجى المحاولة من جديد بعد لحظة.
script-question-comes = السؤال التالي قادم، لحظة من فضلك
script-draft-comes = مسودتك قادمة، لحظة من فضلك

## الصور

photos = الصور
photos-hint = حتى 5 صور. نحذف المكان والتاريخ.
photo-add = إضافة صور
photo-alt = صورتك رقم { $number } من { $title }
photo-remove-number = إزالة الصورة رقم { $number }
photo-expected = يجري رفع صورة أو فحصها. يُرجى إعادة تحميل الصفحة بعد لحظة.
photo-sending = جارٍ إرسال الصورة { $n } من { $of }…
photo-checking = أُرسلت، ويجري فحصها…
photo-not-read = تعذّرت قراءة هذا الملف كصورة: { $file }. يُرجى اختيار صورة بصيغة JPEG أو PNG أو WebP.
photo-not-sent = لم تُرسل الصورة. يُرجى المحاولة من جديد.
photo-too-many = يتّسع التقييم لخمس صور، ولم تُضَف البقية.
photo-unreadable = تعذّرت قراءة هذا الملف كصورة. يُرجى اختيار صورة بصيغة JPEG أو PNG أو WebP، وتصلح لقطة شاشة أيضًا.
photo-too-large = حجم هذا الملف أكبر من 10 ميغابايت. يُرجى اختيار ملف أصغر.
photo-too-many-pixels = تتجاوز هذه الصورة 50 ميغابكسل، أو يتجاوز أحد بُعديها 20000 بكسل. يُرجى اختيار صورة أصغر.
upload-hint = يُرجى اختيار صورة بصيغة JPEG أو PNG أو WebP لا يتجاوز حجمها 10 ميغابايت. يمكن للجميع رؤيتها مع تقييمك. نحتفظ بالصورة وحدها، لا بمكان التقاطها ولا بوقته.
upload-file = صورتك
upload-send = رفع
upload-back = رجوع من دون صورة
photos-full = توجد 5 صور بالفعل
photos-full-hint = يتّسع التقييم لخمس صور. يمكن إضافة أخرى بعد إزالة واحدة.
photos-too-often = أُضيفت صور مرات كثيرة اليوم
photos-too-often-hint = صورك وكلماتك ما زالت هنا. يمكن إضافة المزيد من الصور غدًا.
photos-full-back = العودة إلى تقييمك

## التقييمات في صفحة المتجر

published-heading = تقييمات { $title }
published-none = لا توجد تقييمات بعد.
published-average = { $average } من 5
published-count = { $count ->
        [zero] لا تقييمات
        [one] تقييم واحد
        [two] تقييمان
        [few] { $count } تقييمات
        [many] { $count } تقييمًا
       *[other] { $count } تقييم
    }
published-of = من { $n }
published-order = شراء مؤكد
published-request = طُلب بعد الشراء
published-claimed = أكد { $system } الشراء
published-incentivized = حصل على مقابل
published-rewarded = { $count ->
        [zero] لم يحصل أحد منهم على مقابل
        [one] واحد منها مقابل شيء
        [two] اثنان منها مقابل شيء
        [few] { $count } منها مقابل شيء
        [many] { $count } منها مقابل شيء
       *[other] { $count } منها مقابل شيء
    }
published-experienced = تم الاستلام في { $month }
published-experience = تاريخ التجربة: { $month }
published-edited = عُدِّل في { $date }
published-imported = كُتب في مكان آخر
published-report = إبلاغ
published-photo = الصورة { $number } من هذا التقييم
published-photo-of = صورة { $number } من { $total }
published-reply = رد { $shop }
published-reply-before-edit = كُتب الرد قبل تعديل التقييم
published-pages = صفحات التقييمات
published-page = الصفحة { $number } من { $total }
published-newer = تقييمات أحدث
published-older = تقييمات أقدم
published-newest = الأحدث أولًا
published-highest = الأعلى تقييمًا
published-lowest = الأدنى تقييمًا
published-all = كل التقييمات
published-filter = { $stars } من النجوم: { $n }
published-sort = الترتيب
published-with-photos = مع صور
published-no-hits = لا توجد تقييمات كهذه
published-of-newest = من أحدث { $n } تقييم
published-showing = عرض { $shown } من { $n }
published-more = المزيد من التقييمات
published-whole = قراءة المزيد
published-claimed = أكّد { $system } الشراء
published-unknown = الشراء غير معروف
published-close = إغلاق
published-previous = السابق
published-next = التالي
published-write = اكتب تقييمًا
published-failed = تعذّر التحميل. حاول مرة أخرى.

## كيف يقرر المتجر بشأن التقييمات

trust-heading = كيف ينشر { $shop } التقييمات
trust-publish = تُنشر التقييمات فورًا. لا ينتظر قرار المتجر إلا تقييم فيه عنوان بريد إلكتروني أو رقم هاتف أو عنوان موقع.
trust-hold = ينتظر كل تقييم حتى يقرأه المتجر.
trust-edit = وينتظر أيضًا تقييم حُجب ثم عُدّل.
trust-visitor = تقييم من لم يطلب منه المتجر ينتظر المتجر دائمًا.
trust-insider = لا يُعرض أبدًا تقييم من عنوان شخص يدير تقييمات هذا المتجر، ولا يحق لغيره ممن يعملون لدى المتجر كتابة أي تقييم.
trust-reasons = لا يجوز للمتجر حجب تقييم إلا لهذه الأسباب، وليس رأي أحد في المنتج واحدًا منها.
trust-confidential = يكشف معلومات سرية
trust-abusive = فيه إهانة أو مضايقة
trust-personal_data = فيه بيانات شخصية
trust-discriminatory = فيه تمييز ضد الناس
trust-misleading = فيه ما هو غير صحيح بوضوح
trust-fake = هناك أسباب قوية للظن بأنه مزيف
trust-unrelated = يتعلق بأمر آخر
trust-unlawful = يمنعه القانون
trust-unspecified = لم يذكر المتجر سببًا
trust-earlier_system = لم يكن النظام السابق يعرضه
trust-order = تُعرض أحدث التقييمات أولًا.
trust-mean = متوسط التقييم هو المعدل الحسابي لكل التقييمات المنشورة، ولا يزن تقييم أكثر من غيره.
trust-groups = قد تشترك مقاسات المنتج الواحد وألوانه ولغاته وصفحاته في التقييمات ومتوسطها. وعندئذ يبيّن كل تقييم ما كُتب عنه.
trust-kept = يبقى التقييم المنشور حتى يسحبه صاحبه أو تُمحى بيانات صاحبه أو يحذفه المتجر لسبب من الأسباب أدناه.
trust-challenge = إذا حُجب تقييم، يتلقى صاحبه رسالة إلكترونية فيها السبب، ويمكنه تعديل التقييم أو الاعتراض لدى المتجر.
trust-report = ويمكن لأي شخص الإبلاغ عن تقييم منشور. وعندئذ يبتّ المتجر من جديد.
trust-genuine = يجب أن تكون التقييمات حقيقية. فالتقييمات المزيفة والمشتراة والمتبادلة ممنوعة، ويزيل المتجر ما يعلم به منها.
trust-consequence = لا يُحتسب التقييم المُزال في أي متوسط، ويُبلَّغ صاحبه بالسبب.
trust-rewards = لا يجوز إعطاء مقابل عن تقييم إلا إذا كان لا يتوقف على عدد النجوم.
trust-refunded = من استرد ماله لا يُطلب منه تقييم ما اشتراه.
trust-incentives = ما يحصل عليه أصحاب التقييمات، بكلمات المتجر:
trust-no-incentives = لا يذكر المتجر شيئًا يحصل عليه أصحاب التقييمات في المقابل.
trust-marks = معنى العلامات وعدد التقييمات المنشورة التي تحملها
trust-none = ولا واحد
trust-of = { $count ->
        [0] ولا واحد من { $all }
       *[other] { $count } من { $all }
    }
trust-mark-order = في نظام المتجر طلب مدفوع فيه هذا المنتج.
trust-mark-request = ذكر المتجر طلبًا حين طلب التقييم، ولم يُتحقق من ذلك الطلب هنا.
trust-mark-claimed = هكذا يقول نظام المتجر أو نظام آخر، ولم يُتحقق من ذلك هنا.
trust-mark-unknown = لا يُعرف أي طلب.
trust-mark-incentivized = حصل صاحبه على مقابل، أيًّا كان عدد النجوم.
trust-mark-imported = مصدره خدمة تقييمات أخرى، ويحتفظ بتاريخه.
trust-numbers = التقييمات بالأرقام
trust-stars = النجوم
trust-all = الكل
trust-submitted = الواردة
trust-published = المنشورة
trust-withheld = المحجوبة
trust-removed = المحذوفة
trust-decided = المدة التي نُشر فيها نصفها أو حُجب
trust-hours = { $hours ->
        [0] فورًا
        [1] خلال ساعة
        [two] خلال ساعتين
        [few] خلال { $hours } ساعات
       *[other] خلال { $hours } ساعة
    }
trust-days = { $days ->
        [two] خلال يومين
        [few] خلال { $days } أيام
        [many] خلال { $days } يومًا
       *[other] خلال { $days } يوم
    }
trust-undecided = بُتّ في أقل من خمسة تقييمات حتى الآن
trust-slowest = أطولها مدة
trust-longer = بعد أكثر من نصف سنة
trust-waiting = { $count ->
        [0] لا ينتظر أي تقييم قرار المتجر.
        [one] تقييم واحد ينتظر قرار المتجر.
        [two] تقييمان ينتظران قرار المتجر.
        [few] { $count } تقييمات تنتظر قرار المتجر.
        [many] { $count } تقييمًا ينتظر قرار المتجر.
       *[other] { $count } تقييم ينتظر قرار المتجر.
    }
trust-oldest = { $days ->
        [0] أقدمها ينتظر منذ أقل من يوم.
        [one] أقدمها ينتظر منذ يوم واحد.
        [two] أقدمها ينتظر منذ يومين.
        [few] أقدمها ينتظر منذ { $days } أيام.
        [many] أقدمها ينتظر منذ { $days } يومًا.
       *[other] أقدمها ينتظر منذ { $days } يوم.
    }
trust-withdrawn = { $count ->
        [0] لم يسحب أحد تقييمه.
        [one] تقييم واحد سحبه صاحبه.
        [two] تقييمان سحبهما صاحباهما.
        [few] { $count } تقييمات سحبها أصحابها.
        [many] { $count } تقييمًا سحبها أصحابها.
       *[other] { $count } تقييم سحبها أصحابها.
    }
trust-elsewhere = { $count ->
        [0] لم يُكتب أي تقييم في مكان آخر.
        [one] تقييم واحد كُتب في مكان آخر.
        [two] تقييمان كُتبا في مكان آخر.
        [few] { $count } تقييمات كُتبت في مكان آخر.
        [many] { $count } تقييمًا كُتبت في مكان آخر.
       *[other] { $count } تقييم كُتبت في مكان آخر.
    }
trust-from-shop = { $count ->
        [one] تقييم واحد مصدره نظام المتجر نفسه، ولم يُتحقق منه هنا.
        [two] تقييمان مصدرهما نظام المتجر نفسه، ولم يُتحقق منهما هنا.
        [few] { $count } تقييمات مصدرها نظام المتجر نفسه، ولم يُتحقق منها هنا.
        [many] { $count } تقييمًا مصدرها نظام المتجر نفسه، ولم يُتحقق منها هنا.
       *[other] { $count } تقييم مصدرها نظام المتجر نفسه، ولم يُتحقق منها هنا.
    }
trust-few = حتى لا يُعرف أحد، يظهر عدد التقييمات من 1 إلى 4 هكذا: 1–4.

### Email

heading-product = ما رأيك في «{ $title }»؟
heading-product-named = ما رأيك يا { $name } في «{ $title }»؟
heading-it = كيف وجدته؟
heading-it-named = كيف وجدته يا { $name }؟
heading-order = ما رأيك في طلبك من { $shop }؟
heading-order-named = ما رأيك يا { $name } في طلبك من { $shop }؟
heading-shop = كيف كانت تجربتك مع { $shop }؟
heading-shop-named = كيف كانت تجربتك مع { $shop } يا { $name }؟
subject-first-reminder = هل لديك دقيقة؟ { $question }
subject-next-reminder = ما زلنا نود أن نعرف. { $question }
subject-last-reminder = للمرة الأخيرة: { $question }
subject-new-link = رابط التقييم الجديد من { $shop }

preheader-more = { $title } و{ $more ->
        [one] منتج واحد آخر
        [two] منتجان آخران
        [few] { $more } منتجات أخرى
        [many] { $more } منتجًا آخر
       *[other] { $more } منتج آخر
    }. إيجابيًا كان رأيك أم سلبيًا، فهو يساعد غيرك على الاختيار.

opening-first = إيجابيًا كان رأيك أم سلبيًا، فهو يساعد غيرك على الاختيار.
opening-first-reminder = ربما فاتتك رسالتنا الأولى. إيجابيًا كان رأيك أم سلبيًا، فكلمات قليلة تساعد.
opening-next-reminder = تكفي دقيقة واحدة: نجومك وجملة واحدة، مهما كان رأيك.
opening-last-reminder = هذا تذكيرنا الأخير، ولن نسألك عن هذا مرة أخرى.
opening-new-link-order = إليك الرابط الجديد الذي طلبته. يعرض ما لم تقيّمه بعد.
opening-new-link-shop = إليك الرابط الجديد الذي طلبته.

lead-first = البداية بلمسة على نجمة. { $opening }
lead = { $opening } البداية بلمسة على نجمة.
more = { $more ->
        [one] ومنتج واحد آخر
        [two] ومنتجان آخران
        [few] و{ $more } منتجات أخرى
        [many] و{ $more } منتجًا آخر
       *[other] و{ $more } منتج آخر
    }
button = اكتب تقييمك
button-link = اكتب تقييمك:
not-arrived = { $total ->
        [1] لم يصل بعد
       *[other] لم يصل جزء من الطلب بعد
    }
closing = هذا الرابط لك وحدك ويعمل حتى { $day }.
reason-ordered = وصلتك هذه الرسالة لأنك طلبت من { $shop }.
reason-customer = وصلتك هذه الرسالة لأنك من عملاء { $shop }.
subject-asked = رابطك لكتابة تقييم لـ { $shop }
asked-opening = طلبت رابطًا للكتابة عن { $title }.
asked-ignore = إذا لم تكن أنت من طلبه، فتجاهل هذه الرسالة.
reason-asked = تصلك هذه الرسالة لأن أحدهم أدخل عنوانك في صفحة من صفحات { $shop }.
objection = يمكنك الاعتراض على هذه الرسائل في أي وقت ودون أي تكلفة:
unsubscribe = إيقاف رسائل طلب التقييم
contact = التواصل مع { $shop }
privacy = سياسة الخصوصية

subject-withheld = تقييمك لدى { $shop } غير معروض
heading-withheld = تقييمك غير معروض
withheld-opening-product = قرر { $shop } عدم عرض تقييمك لمنتج { $title }.
withheld-confidential = السبب: يحتوي على معلومات سرية.
withheld-abusive = السبب: يحتوي على إهانات أو تهديدات.
withheld-personal_data = السبب: يحتوي على بيانات شخصية لأحد الأشخاص.
withheld-discriminatory = السبب: فيه تمييز ضد أشخاص.
withheld-misleading = السبب: غير صحيح أو مضلل.
withheld-fake = السبب: لا يبدو أنه نابع من تجربة حقيقية.
withheld-unrelated = السبب: لا يتعلق بما طُلب تقييمه.
withheld-unlawful = السبب: يحتوي على ما يخالف القانون.
withheld-unspecified = لم يذكر المتجر سببًا.
withheld-closed = لم يعد رابط تقييمك يعمل، لذلك لم يعد من الممكن تعديله هناك.
withheld-button = تعديل تقييمك
decision-ground-law = يرى { $shop } أن القانون لا يسمح بهذا المحتوى.
decision-ground-rule = من قواعد { $shop } ألا يعرض التقييمات لهذا السبب، مهما كان عدد نجومها.
decision-day = اتخذ { $shop } هذا القرار بتاريخ { $day }.
decision-scope = يسري القرار في كل مكان، حتى يقرر { $shop } غير ذلك.
redress-reply = إذا كنت لا توافق على ذلك، فأخبر { $shop }: يكفي أن ترد على هذه الرسالة.
redress-write = إذا كنت لا توافق على ذلك، فاكتب إلى { $shop }. تجد طريقة التواصل في نهاية هذه الرسالة.
redress-ask-reply = لمعرفة السبب، أو إذا كنت لا توافق على ذلك، فاسأل { $shop }: يكفي أن ترد على هذه الرسالة.
redress-ask-write = لمعرفة السبب، أو إذا كنت لا توافق على ذلك، فاكتب إلى { $shop }. تجد طريقة التواصل في نهاية هذه الرسالة.
redress-outside = قد يمكنك أيضًا اللجوء إلى محكمة أو إلى جهة تسوي النزاعات خارج المحاكم. ويتوقف تحديد الجهة على البلد الذي تعيش فيه.
subject-dropped = تعديل تقييمك لدى { $shop } غير معروض
heading-dropped = تعديلك غير معروض
dropped-opening-product = قرر { $shop } عدم عرض تعديل تقييمك لمنتج { $title }. وتبقى النسخة السابقة:
dropped-opening-shop = قرر { $shop } عدم عرض تعديل تقييمك. وتبقى النسخة السابقة:
subject-removed = أُزيل تقييمك لدى { $shop }
heading-removed = أُزيل تقييمك
removed-opening-product = أزال { $shop } تقييمك لمنتج { $title } نهائيًا.
removed-opening-shop = أزال { $shop } تقييمك نهائيًا.
subject-replied = ردّ { $shop } على تقييمك
heading-replied = ردّ عليك { $shop }
replied-own-product = تقييمك لـ «{ $title }»:
replied-own-shop = تقييمك لـ { $shop }:
replied-answer = ردّ { $shop }:
replied-button = عرض تقييمك
reason-review = وصلتك هذه الرسالة لأنك كتبت تقييمًا لدى { $shop }.
subject-report-received = وصل بلاغك إلى { $shop }
heading-report-received = وصل بلاغك
report-received = أبلغت بتاريخ { $day } عن تقييم: { $title }.
report-received-next = يقرأ { $shop } بلاغك ويقرر، ثم تصلك رسالة أخرى.
subject-report-decided = قرار { $shop } بشأن بلاغك
heading-report-decided = قرار بشأن بلاغك
report-decided = بتاريخ { $day } أبلغت عن تقييم: { $title }.
report-kept = قرر { $shop } أن يبقى التقييم ظاهرًا للجميع. السبب:
report-ended = قرر { $shop } ألا يبقى التقييم ظاهرًا للجميع.
report-gone = لم يعد التقييم ظاهرًا للجميع، من دون أن يقرر { $shop } بشأنه.
reason-reported = وصلتك هذه الرسالة لأن أحدهم أدخل عنوانك عند الإبلاغ عن تقييم في صفحة من صفحات { $shop }.

subject-webhook = تم إيقاف أحد روابط Webhook الخاصة بـ { $shop }
heading-webhook = تم إيقاف رابط Webhook
webhook-failed = لم نتمكن من إيصال شيء إلى رابط Webhook هذا منذ { $day }، لذلك تم إيقافه:
webhook-gone = أجاب خادم رابط Webhook هذا بأن العنوان لم يعد موجودًا (410)، لذلك تم إيقافه:
webhook-fix = لا تصل الأحداث إلى { $shop } حتى يُعاد تشغيل رابط Webhook هذا. يستطيع من قام بإعداده تصحيح العنوان وإعادة تشغيله في لوحة المتجر. يحتفظ سجله هناك بآخر 30 يومًا، ويمكن إرسال كل اتصال من جديد.
subject-held = رسائل { $shop } موقوفة مؤقتًا
heading-held = رسائلك موقوفة مؤقتًا
held-bounces = أُرسلت { $count } من آخر { $sent ->
        [few] { $sent } رسائل
       *[other] { $sent } رسالة
    } من { $shop } إلى عناوين غير موجودة، لذلك لا يرسل { $shop } أي رسائل حاليًا.
held-complaints = صُنّفت { $count } من آخر { $sent ->
        [few] { $sent } رسائل
       *[other] { $sent } رسالة
    } من { $shop } على أنها غير مرغوب فيها، لذلك لا يرسل { $shop } أي رسائل حاليًا.
held-fix = يُرجى معرفة مصدر هذه العناوين، وطلب التقييم فقط ممن اشتروا من { $shop }. إذا لم يعد يرتدّ شيء تقريبًا، فستُرسل الرسائل المنتظرة تلقائيًا في { $day }. وفي كل مرة يتكرر فيها ذلك تطول المدة.
subject-silent = لا تصل طلبات شراء من { $system } إلى { $shop }
heading-silent = لا تصل طلبات شراء من { $system }
silent-since = وصل آخر طلب شراء لدى { $shop } من { $system } في { $day }، وهذه مدة أطول بكثير من المعتاد.
silent-fix = يُرجى التحقق في { $system } من أن طلبات الشراء ما زالت تُبلَّغ: أن روابط Webhook مفعّلة أو أن إضافة Afterword متصلة. وحتى تصل طلبات الشراء من جديد، لا يُطلب تقييم لها.
heading-sender = لم تعد رسائلك تُرسَل من عنوانك الخاص
sender-lost = سجلات DNS الخاصة بالنطاق { $domain } مفقودة أو تغيّرت. لذلك تُرسَل رسائل { $shop } مجددًا من العنوان المعتاد. لم تضِع أي رسالة.
sender-fix = يُرجى إضافة السجلات مرة أخرى. وما إن يُعثر عليها حتى تُرسَل الرسائل مجددًا من عنوانك الخاص.
subject-ended = أُغلق { $shop }: يُتلف كل شيء في { $day }
heading-ended = أُغلق { $shop }
ended-by-owner = أغلقه أحد المالكين من لوحة المتجر في { $day }.
ended-by-operator = أغلقه مشغّل خدمة التقييمات هذه في { $day }.
ended-by-nobody = أُغلق في { $day }.
ended-now = لا تصل رسائل إلى العملاء، ولا تعمل مفاتيح API والروابط والصفحات.
ended-undo = حتى { $day } يستطيع أحد المالكين فتح لوحة المتجر وإعادة فتح المتجر. بعدها يُتلف كل ما هو محفوظ عنه ولا يستطيع أحد استعادته. إن تعذّر تسجيل الدخول، فيُرجى سؤال مشغّل خدمة التقييمات هذه قبل ذلك.
heading-restored = فُتح { $shop } من جديد
restored-now = أُلغي الإغلاق: تعمل مفاتيح API والروابط والصفحات من جديد، وتُرسل الرسائل التي كانت تنتظر.
reason-ended = وصلتك هذه الرسالة لأنك من مالكي { $shop }.
console-button = فتح لوحة المتجر
reason-owner = وصلتك هذه الرسالة لأن هذا العنوان هو عنوان المالك في إعدادات { $shop }.
no-replies = الرد على هذه الرسالة لا يصل إلى أحد: اضغط الزر الذي فيها.
heading-problem-order = هناك مشكلة في الطلب { $order }
heading-problem = هناك مشكلة في طلب من { $shop }
problem-wrote-named = كتب { $name } إلى { $shop } من صفحة التقييمات:
problem-wrote = كتب أحد العملاء إلى { $shop } من صفحة التقييمات:
problem-about = يتعلق الأمر بما يلي: { $titles }
problem-answer = يُرجى الرد على هذه الرسالة، وسيصل ردك إلى { $email }.
problem-answer-phone = لا يوجد عنوان بريد إلكتروني للرد. رقم الهاتف هو { $phone }.
reason-problem = وصلتك هذه الرسالة لأن { $shop } يتلقى على هذا العنوان الرسائل عن مشكلات الطلبات.

### SMS

first = رأيك الصادق يهم { $shop }: { $link } للإيقاف أرسل STOP
reminder = تذكير: رأيك الصادق يهم { $shop }: { $link } للإيقاف أرسل STOP
some-shop = متجرًا تعرفه

### Questions

product-1 = ما طريقة استخدامك لهذا المنتج؟
    .chip-1 = أستخدمه كل يوم
    .chip-2 = أستخدمه من حين إلى آخر
    .chip-hardly = لم أستخدمه كثيرًا بعد
    .chip-gift = كان هدية
    .start-1 = أستخدمه في …
    .start-2 = أستخدمه عندما …
    .start-3 = اشتريته لأن …
product-2 = ما الذي يعجبك فيه؟
    .chip-1 = إنه متقن الصنع
    .chip-2 = إنه سهل الاستخدام
    .chip-3 = سعره مناسب لقيمته
    .chip-nothing = لا يعجبني فيه الكثير
    .start-1 = يعجبني أنه …
    .start-2 = يعجبني فيه …
    .start-3 = مقارنةً بما كان لديّ قبله …
product-2-gift = كيف كان وقع الهدية؟
    .chip-1 = نالت الهدية إعجابًا كبيرًا
    .chip-2 = يُستخدم كثيرًا
    .chip-nothing = لم يكن الاختيار المناسب
    .start-1 = قيل لي إنه …
    .start-2 = اخترته لأن …
product-2-hardly = ما انطباعك الأول عنه؟
    .chip-1 = يبدو متقن الصنع
    .chip-2 = يبدو سهل الاستخدام
    .chip-3 = إنه مختلف عما توقعت
    .chip-nothing = لا يعجبني فيه الكثير حتى الآن
    .start-1 = من النظرة الأولى يبدو …
    .start-2 = لم أستخدمه أكثر لأن …
product-3 = ما الذي يمكن تحسينه؟
    .chip-1 = لن أغيّر شيئًا
    .chip-2 = يمكن أن يكون أكثر متانة
    .chip-3 = إنه ليس كما وُصف
    .chip-4 = سعره مرتفع جدًا
    .start-1 = سيكون أفضل لو …
    .start-2 = كنت أتمنى لو …
    .start-3 = بالنسبة إليّ هو …
product-3-nothing = ما المشكلة التي واجهتك؟
    .chip-1 = لقد انكسر
    .chip-2 = إنه ليس كما وُصف
    .chip-3 = لا يؤدي ما أحتاج إليه
    .chip-4 = جودته غير كافية
    .start-1 = كنت أتوقع …
    .start-2 = سيكون أفضل لو …
product-4 = هل توصي به، ولمن؟
    .chip-1 = أوصي به للجميع
    .chip-2 = أوصي به لبعض الناس
    .chip-3 = لا أوصي به
    .start-1 = إنه موجّه إلى …
    .start-2 = يناسب …
    .start-3 = لا يناسب …
product-4-gift = هل تهديه مرة أخرى؟
    .chip-1 = سأهديه مرة أخرى
    .chip-2 = ربما أهديه مرة أخرى
    .chip-3 = لن أهديه مرة أخرى
    .start-1 = سأهديه مرة أخرى إلى …
    .start-2 = لن أهديه مرة أخرى لأن …
product-4-nothing = ما الذي كان سيصلح الأمر؟
    .chip-1 = كان يكفيني استبدال المنتج
    .chip-2 = كان يكفيني استرداد المبلغ
    .chip-3 = كان يكفيني رد سريع
    .chip-4 = لم يكن شيء ليصلح الأمر
    .start-1 = كان سيساعدني لو …
    .start-2 = كان يكفيني أن …

shop-1 = ما الذي جاء بك إلى هذا المتجر؟
    .chip-1 = كنت أحتاج إلى شيء محدد
    .chip-2 = كنت أبحث عن هدية
    .chip-3 = أتسوق من هنا بانتظام
    .start-1 = كنت أبحث عن …
    .start-2 = جئت إلى هنا لأن …
shop-2 = ما الذي سار على ما يرام؟
    .chip-1 = كان الأمر سريعًا
    .chip-2 = كان الأمر سهلًا
    .chip-3 = كان الموظفون ودودين
    .chip-nothing = لم يسر الكثير على ما يرام
    .start-1 = أعجبني أن …
    .start-2 = أعجبني في هذا المتجر …
    .start-3 = مقارنةً بمتاجر أخرى …
shop-3 = ما الذي يمكن تحسينه؟
    .chip-1 = لن أغيّر شيئًا
    .chip-2 = استغرق الأمر وقتًا طويلًا
    .chip-3 = كانت الأسعار مرتفعة جدًا
    .chip-4 = بقيت أسئلتي دون جواب
    .start-1 = سيكون أفضل لو …
    .start-2 = كنت أتمنى لو …
shop-3-nothing = ما الذي لم يسر كما يجب؟
    .chip-1 = استغرق الأمر وقتًا طويلًا
    .chip-2 = كانت الأسعار مرتفعة جدًا
    .chip-3 = بقيت أسئلتي دون جواب
    .chip-4 = لم أستلم ما طلبته
    .start-1 = كنت أتوقع …
    .start-2 = سيكون أفضل لو …
shop-4 = هل تعود إلى هذا المتجر؟
    .chip-1 = سأعود
    .chip-2 = ربما أعود
    .chip-3 = لن أعود
    .start-1 = سأعود من أجل …
    .start-2 = سأعود إذا …
    .start-3 = لن أعود لأن …
shop-4-nothing = ما الذي كان سيصلح الأمر؟
    .chip-1 = كان يكفيني رد سريع
    .chip-2 = كان يكفيني استرداد المبلغ
    .chip-3 = كان يكفيني اعتذار
    .chip-4 = لم يكن شيء ليصلح الأمر
    .start-1 = كان سيساعدني لو …
    .start-2 = كان يكفيني أن …

fact-fit = كيف المقاس؟
    .answer-1 = أصغر من المقاس
    .answer-2 = مطابق للمقاس
    .answer-3 = أكبر من المقاس
fact-value = هل يستحق ثمنه؟
    .answer-1 = غالٍ جدًا
    .answer-2 = معقول
    .answer-3 = قيمة ممتازة
fact-ease = ما مدى سهولة استخدامه؟
    .answer-1 = صعب
    .answer-2 = مقبول
    .answer-3 = سهل

fillers = امم | اممم | إمم | ممم | همم | آآ
openers = يعني، | طيب، | حسنًا، | حسنا، | المهم، | أقصد، | اقصد، | والله، | والله (المنتج/ما/لا/هو/هي/أنا/انا/كان/كانت) | نعم، (لمن/لكل)
yes-no = نعم | أجل | بلى | أكيد | اكيد | أيوه | ايوه | أيوة | ايوا | طبعًا | طبعا | بالطبع | بالتأكيد | لا | لأ | لا لا | كلا | كلّا | أبدًا | ابدا | ليس تمامًا | ليس كثيرًا | ليس كثيرا | مش كثير | مو كثير | ربما | يمكن | ممكن
nothing = لا شيء | لاشيء | لا شي | لا شئ | ولا شيء | ولا شي | لا يوجد | لا يوجد شيء | ما في | مافي | لا أعرف | لا اعرف | ما أعرف | ما اعرف | مش عارف | لا أدري | لا ادري | ما أدري | ما ادري | لا أعلم
abbreviations = إلخ | ص | د
