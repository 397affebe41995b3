### Japanese

### Words

day = { $year }年{ $month ->
        [january] 1
        [february] 2
        [march] 3
        [april] 4
        [may] 5
        [june] 6
        [july] 7
        [august] 8
        [september] 9
        [october] 10
        [november] 11
       *[december] 12
    }月{ $day }日
month = { $year }年{ $month ->
        [january] 1
        [february] 2
        [march] 3
        [april] 4
        [may] 5
        [june] 6
        [july] 7
        [august] 8
        [september] 9
        [october] 10
        [november] 11
       *[december] 12
    }月

product = 商品{ $id }
example-product = 商品の例
item = ご注文の商品{ $number }
stars = 星{ $count }つ
decimal = { $whole }.{ $tenths }
withheld-opening-shop = { $shop }の判断により、お書きいただいたレビューは公開されません。
withheld-change = レビューは{ $day }まで変更できます。変更後は、{ $shop }が改めて確認するまで公開されません。
withheld-insider = { $shop }の関係者の方のため、お書きいただいたレビューは公開されません。

### Page

hub-title = レビューのご記入
hub-title-wrong = レビューをご確認ください
hub-question = 商品はいかがでしたか？
hub-question-named = { $name }様、商品はいかがでしたか？
hub-questions = 商品はいかがでしたか？
hub-questions-named = { $name }様、商品はいかがでしたか？
hub-question-shop = { $shop }はいかがでしたか？
hub-question-shop-named = { $name }様、{ $shop }はいかがでしたか？
hub-opening = よい点も残念な点も、次に選ぶ方の参考になります。
hub-trial = これはテストです。お客様が見るものと同じ画面が表示され、集計や公開はされません。
wrong-heading = レビューはまだ送信されていません
wrong-kept = 入力した内容はすべて残っています。
thanks = ありがとうございます。
thanks-named = { $name }様、ありがとうございます。
thanks-all = { $total ->
        [1] レビューを受け付けました。
       *[other] { $total }件すべてのレビューを受け付けました。
    }
thanks-until = { $done ->
        [1] { $day }まで、ここで変更できます。
       *[other] どのレビューも、{ $day }までここで変更できます。
    }
progress = { $total }点中{ $number }点目
postpone-offer = { $total ->
        [1] まだ届いていませんか？
       *[other] まだ届いていない商品がありますか？
    }1週間後にもう一度お聞きします。
postpone-button = 1週間後にする
link-is-yours = これは{ $shop }からお届けした、お客様専用のリンクです。リンクを知っている人は誰でもお客様として書き込めるため、ほかの人には教えないでください。{ $day }まで使えます。
stop-offer = レビューのお願いは不要ですか？{ $shop }からレビューをお願いするメールとSMSをすべて停止します。
stop-button = レビューのお願いを停止
stopped = 今後、{ $shop }からレビューをお願いすることはありません。
contact-shop = お困りの点は{ $shop }に直接お知らせください
privacy = { $shop }の個人情報の取り扱い

item-changed = { $day }に変更
held-moderation = { $shop }が先にレビューを確認します。そのあと、誰でも見られるようになります。
held-phone = 電話番号が書かれているため、{ $shop }が先に確認します。番号がなければ、すぐに公開されます。
held-email = メールアドレスが書かれているため、{ $shop }が先に確認します。アドレスがなければ、すぐに公開されます。
held-website = ウェブサイトが書かれているため、{ $shop }が先に確認します。それがなければ、すぐに公開されます。
held-account = SNSのアカウントが書かれているため、{ $shop }が先に確認します。それがなければ、すぐに公開されます。
shown-heading = ほかの人に見える内容
shown-now = 誰でも見られるようになりました。
shown-by-shop = { $shop }が公開できるようになりました。
shown-earlier = それまでは、変更前の内容が表示されます。
item-changes-unsent = 変更は未送信です
item-edit = 編集
item-edit-named = 「{ $title }」のレビューを編集
item-see = ショップで見る
item-begun = 書きかけ（未送信）
rating-label = 評価
headline-label = タイトル
text-label = ほかの方に伝えたいことは？
optional = （任意）
text-left = 残り{ $count }文字
text-hint-taken = ご自身の回答をまとめたものです。自由に書き直せます（5,000文字まで）。
send = レビューを送信
save = 変更を保存
cancel = キャンセル
questions-begin = 4つの質問に答えて書く
questions-begin-ai = AIの質問に答えて書く
questions-go-on = 質問の続きに答える
questions-change = 回答を変更する
fragments-hint = 短い回答があります。書き足しても、このままでもかまいません。
offer-hint = まだレビューに入っていない回答：
offer-add = レビューに追加
name-label = レビューに表示する名前
fact-none = 回答なし
name-shown-as = 表示名
name-anonymous = 匿名
name-another = 別の名前
name-field = 表示する名前
public-line = 星、回答、本文、写真とこの名前は誰でも見られます。メールアドレスや注文内容は公開されません。

fault-rating = 星の数を1～5から選んでください。
fault-headline = タイトルは200文字以内、改行なしで入力してください。
fault-text-too-long = レビューは5,000文字以内にしてください。
fault-name = 名前は60文字以内、改行なしで入力してください。
fault-name-missing = 表示する名前を入力するか、「匿名」を選んでください。
fault-too-often = 本日の保存回数が上限に達したため、今回の変更は保存されていません。入力した内容は残っています。このまま送信するか、明日もう一度保存してください。
fault-changed-too-often = 本日はこのレビューの変更回数が上限に達したため、今回の変更は保存されていません。入力した内容は残っています。明日もう一度送信してください。
fault-answer-too-long = 回答は1,000文字以内にしてください。

chat-title-wrong = 回答をご確認ください
chat-asked-by-ai = AIからの質問です。
chat-by-ai = 質問するのはAIです。質問は最大{ $total }問で、AIが示すのは回答の書き出しまでです。書くのはご自身です。答えたくない質問は飛ばせます。
chat-by-guide = かんたんな質問が{ $total }問あります。回答は、あとから書き直せる下書きになります。
chat-progress = { $total }問中{ $number }問目
chat-earlier = これまでの回答
chat-skipped = スキップしました
chat-change = 変更
chat-change-named = 「{ $question }」への回答を変更
chat-chips = 回答と書き出しの例
chat-hint = ひとことで大丈夫です。
chat-hint-chips = 続きを入力するか、当てはまるものをタップしてください。
chat-photo = いちばん参考になるのは写真です。追加しますか？
chat-next = 次へ
chat-last = 下書きを見る
chat-skip = スキップ
chat-enough = ここまでにして文章を見る
chat-leave = フォームに戻る

problem-heading = 注文した商品に問題があります
problem-title-wrong = メッセージをご確認ください
problem-label = どのような問題がありますか？
problem-hint = ご記入の内容は、お名前、注文、購入された商品とともに{ $shop }へメールで送られ、{ $shop }からご連絡することがあります。レビューには影響しません。1,000文字以内でお書きください。
problem-button = ショップに送る
problem-back = レビューに戻る
problem-missing = どのような問題があるかお書きください。
problem-too-long = メッセージは1,000文字以内にしてください。
problem-too-often = 本日はすでに3通のメッセージを{ $shop }にお送りいただいているため、今回のメッセージは送信されていません。入力した内容は残っています。明日もう一度送信してください。
problem-unreachable = 現在{ $shop }にはメールが届かないため、メッセージは送信されていません。入力した内容は残っています。
problem-contact = { $shop }に直接連絡する
problem-sent = メッセージを{ $shop }にお送りしています。{ $shop }からご連絡することがあります。レビューはこれとは別に、いつでも続けられます。
problem-told = { $day }に{ $shop }へ問題をお知らせいただきました。
problem-trial = これはテストのため、メッセージは{ $shop }に送信されません。

expired-heading = リンクの有効期限が切れています
expired-why = レビュー用のリンクには有効期限があります。まだレビューしていないもののために、新しいリンクを請求できます。送信済みのレビューはそのまま残ります。変更をご希望の場合は、{ $shop }にご連絡ください。
expired-button = 新しいリンクを受け取る
expired-where = メールでお送りします。
renewed-heading = メールをご確認ください
renewed-what = 新しいリンクをお送りできる場合は、ショップに登録されているアドレス宛てにお送りしています。数分以内に届きます。見当たらないときは、迷惑メールフォルダもご確認ください。
renewed-again = 新しいリンクの請求は1日1回までです。
cancelled-heading = このリンクはご利用いただけなくなりました
cancelled-why = ショップがこのご案内を取り下げたため、ここでのお手続きは不要です。すでに書いたレビューはそのまま残ります。
postponed-heading = お知らせありがとうございます
postponed-again = { $day }にもう一度お聞きします。それまで、この件でご連絡することはありません。
postponed-never = 商品が届いたら、お手元のリンクから同じページを開けます。
postponed-sooner = もう届いたのでレビューを書く
postponed-link = リンクは{ $day }まで使えます。商品が届かずご心配なときは、{ $shop }にお問い合わせください。
reviewed-heading = お待ちいただく必要はありません
reviewed-why = すでにレビューをいただいているため、再度のお願いはお送りしません。これから届くものは、届いたらいつでもレビューできます。
reviewed-back = 元のページに戻る
withdraw = レビューを取り消す
withdraw-heading = レビューを取り消しますか？
withdraw-why = 本文、名前、写真は完全に削除され、元に戻せません。このリンクが使える間は、新しいレビューを書けます。
withdraw-sure = レビューを削除する
withdraw-back = 残しておく
withdrawn = { $title }のレビューを削除しました。
report-heading = レビューを報告する
report-why = どのような問題がありますか？
report-unlawful = 法律に違反している
report-fake = 本物ではない
report-abusive = 侮辱または脅迫している
report-personal_data = 個人のプライバシーに関わる内容がある
report-other = その他
report-words = 詳しくお書きください
report-button = 報告する
report-hint = { $shop }が報告を読み、判断します。ご自身でお書きにならない限り、どなたからの報告かは誰にも分かりません。
report-email = アドレスをご入力いただくと、受付の確認と、後日{ $shop }の判断とその理由をお送りします。アドレスは1年後に削除されます。
reported-heading = ありがとうございます
reported-what = { $shop }が報告を受け取り、レビューについて判断します。
reported-receipt = { $email }がメールを受け取れる場合、まもなく確認のメールが届きます。
report-too-many = 報告が多すぎるため受け付けられません。{ $shop }に直接ご連絡ください。
write-how = ショップに登録されているメールアドレスを入力してください。星をつけて感想を書くためのリンクをお送りします。
write-email = メールアドレス
write-who = アドレスは{ $shop }だけに表示されます。レビューは公開前に{ $shop }が確認します。
write-button = リンクを送る
write-fault = メールアドレスを入力してください（例：jane@example.com）。
write-sent = { $email }がショップに登録されていて、メールをお送りできる場合、リンクは1分以内に届きます。
write-spam = 届かない場合は、迷惑メールフォルダーを確認するか、1時間後にもう一度お試しください。
write-too-many = お使いのインターネット接続から多くのリンクが依頼されたため、現在これ以上お送りできません。しばらくしてからもう一度お試しいただくか、携帯電話回線など別の接続をご利用ください。

unsubscribe-heading = レビューのお願いを停止しますか？
unsubscribe-what = { $shop }からのレビューのお願いは、メールでもSMSでも届かなくなります。ご注文に関するお知らせは、これまでどおり届きます。
unsubscribe-button = 配信を停止する
unsubscribe-hint = まだ何も変更されていません。停止しない場合は、このままページを閉じてください。
unsubscribed-heading = 配信を停止しました
unsubscribed-hint = ちょうど送信中だったメッセージが、行き違いで届くことがあります。
unsubscribed-undo = 配信の停止を取り消す
resubscribed-heading = 配信を再開しました
resubscribed-what = { $shop }からレビューのお願いをお送りすることがあります。
unknown-heading = ページが見つかりません
unknown-why = このアドレスにページはありません。メールに書かれていたリンクの場合は、メールからもう一度開いてください。手作業でコピーすると、リンクが途中で切れることがあります。
not-allowed-heading = この方法ではページを開けません
not-allowed-why = メールのリンクをもう一度開いて、そこから進んでください。
failure-heading = 問題が発生しました
failure-why = 原因はこちらにあります。申し訳ありませんが、1分ほどたってからもう一度お試しください。レビューを送信するところだった場合は、まず前のページに戻ってください。入力した内容は、たいていブラウザーに残っています。

## スクリプトの表示

script-saved = 下書きを保存しました
script-unsaved = まだ保存されていません
script-failed = うまくいきませんでした。入力した内容はすべて残っています。少し待ってから、もう一度お試しください。
script-question-comes = 次の質問に進みます。少々お待ちください
script-draft-comes = 次は下書きです。少々お待ちください

## 写真

photos = 写真
photos-hint = 5枚まで。位置情報と撮影日時は削除します。
photo-add = 写真を追加
photo-alt = 「{ $title }」のレビューに添えた写真{ $number }
photo-remove-number = 写真{ $number }を削除
photo-expected = 写真をアップロードまたは確認しています。少し待ってから、ページを再読み込みしてください。
photo-sending = 写真を送信しています（{ $n }／{ $of }）…
photo-checking = 送信しました。確認しています…
photo-not-read = 写真として読み込めないファイルです：{ $file }。JPEG、PNG、WebPの画像を選んでください。
photo-not-sent = 写真を送信できませんでした。もう一度お試しください。
photo-too-many = 写真は5枚までです。超えた分は追加されていません。
photo-unreadable = 写真として読み込めないファイルです。JPEG、PNG、WebPの画像を選んでください。その写真のスクリーンショットでもかまいません。
photo-too-large = ファイルが10MBを超えています。もっと小さいものを選んでください。
photo-too-many-pixels = 写真が5,000万画素を超えているか、一辺が20,000ピクセルを超えています。もっと小さいものを選んでください。
upload-hint = JPEG、PNG、WebPの画像（10MBまで）を選んでください。写真はレビューと一緒に公開され、誰でも見られます。保存するのは画像だけで、撮影場所や日時は残しません。
upload-file = 写真
upload-send = アップロード
upload-back = 写真を追加せずに戻る
photos-full = 写真はすでに5枚あります
photos-full-hint = 1件のレビューに載せられる写真は5枚までです。1枚削除すると、別の写真を追加できます。
photos-too-often = 本日の写真の追加回数が上限に達しました
photos-too-often-hint = 写真も入力した内容も残っています。写真は明日また追加できます。
photos-full-back = レビューに戻る

## ショップのページに表示されるレビュー

published-heading = 「{ $title }」のレビュー
published-none = まだレビューはありません。
published-average = 5点満点中{ $average }点
published-count = レビュー{ $count }件
published-of = { $n }件中
published-order = 購入確認済み
published-request = 注文後に依頼
published-claimed = { $system }が購入を確認
published-incentivized = 特典と引き換えのレビュー
published-rewarded = うち{ $count }件は特典と引き換え
published-experienced = { $month }に受け取り
published-experience = 利用時期：{ $month }
published-edited = { $date }に編集
published-imported = 他サイトでの投稿
published-report = 報告する
published-photo = このレビューの写真{ $number }
published-photo-of = 写真 { $number } / { $total }
published-reply = { $shop }からの返信
published-reply-before-edit = レビューが編集される前の返信です
published-pages = レビューのページ
published-page = { $total }ページ中{ $number }ページ目
published-newer = 新しいレビュー
published-older = 以前のレビュー
published-newest = 新しい順
published-highest = 評価の高い順
published-lowest = 評価の低い順
published-all = すべてのレビュー
published-filter = 星{ $stars }つ：{ $n }
published-sort = 並べ替え
published-with-photos = 写真あり
published-no-hits = 該当するレビューはありません
published-of-newest = 最新{ $n }件のレビューから
published-showing = { $n }件中{ $shown }件を表示
published-more = レビューをもっと見る
published-whole = 続きを読む
published-claimed = { $system }が購入を確認
published-unknown = 購入は未確認
published-close = 閉じる
published-previous = 前へ
published-next = 次へ
published-write = レビューを書く
published-failed = 読み込めませんでした。もう一度お試しください。

## レビューの公開の決め方

trust-heading = { $shop }のレビューの公開方法
trust-publish = レビューはすぐに公開されます。メールアドレス、電話番号、ウェブアドレスを含むものだけは、ショップが確認するまで公開されません。
trust-hold = どのレビューも、ショップが確認するまで公開されません。
trust-edit = 非公開とされたあとに変更されたレビューも、ショップが確認するまで公開されません。
trust-visitor = ショップが依頼していない方のレビューは、必ずショップの確認を待ちます。
trust-insider = このショップのレビューを管理する人のアドレスから書かれたレビューが公開されることはありません。そのほかのショップの関係者は、レビューを書いてはいけません。
trust-reasons = ショップがレビューを非公開にできるのは、次の理由がある場合だけです。商品についての意見は理由になりません。
trust-confidential = 機密情報を明かしている
trust-abusive = 侮辱や嫌がらせがある
trust-personal_data = 個人情報が含まれている
trust-discriminatory = 人を差別している
trust-misleading = 明らかに事実と異なる
trust-fake = 偽のレビューと考える十分な根拠がある
trust-unrelated = 別のことについて書かれている
trust-unlawful = 法律で禁じられている
trust-unspecified = ショップが理由を示していない
trust-earlier_system = 以前のシステムが表示していなかった
trust-order = レビューは新しい順に表示されます。
trust-mean = 平均は、公開中のすべてのレビューの単純平均です。重みづけはありません。
trust-groups = 同じ商品のサイズ、色、言語、掲載ページでは、レビューと平均をまとめて表示することがあります。その場合、どれについて書かれたかを各レビューに示します。
trust-kept = 公開されたレビューは、投稿者が取り消すか、投稿者のデータが消去されるか、ショップが下記の理由で削除するまで残ります。
trust-challenge = レビューが非公開とされた場合、投稿者には理由を記したメールが届きます。投稿者はレビューを変更するか、ショップに異議を申し立てることができます。
trust-report = 公開中のレビューはどなたでも報告できます。その場合、ショップがあらためて判断します。
trust-genuine = レビューは実際の体験に基づくものに限られます。偽のレビュー、売買されたレビュー、交換し合ったレビューは禁止されており、ショップは判明したものを削除します。
trust-consequence = 削除されたレビューはどの平均にも含まれず、投稿者には理由が伝えられます。
trust-rewards = レビューの特典は、星の数を条件としない場合に限り認められます。
trust-refunded = 返金を受けた方に、その購入のレビューをお願いすることはありません。
trust-incentives = レビューを書いた方への特典（ショップによる説明）：
trust-no-incentives = ショップは、レビューを書いた方への特典を示していません。
trust-marks = 表示の意味と、それが付いた公開中のレビューの数
trust-none = なし
trust-of = { $count ->
        [0] { $all }件中なし
       *[other] { $all }件中{ $count }件
    }
trust-mark-order = ショップのシステムに、この商品を含む支払い済みの注文があります。
trust-mark-request = ショップが依頼の際に注文を示しました。その注文はここでは確認していません。
trust-mark-claimed = ショップのシステム、またはほかのシステムによる情報です。ここでは確認していません。
trust-mark-unknown = 注文は確認されていません。
trust-mark-incentivized = 星の数にかかわらず、投稿者は特典を受け取りました。
trust-mark-imported = ほかのレビューサービスから移したもので、日付は元のままです。
trust-numbers = 数字で見るレビュー
trust-stars = 星
trust-all = すべて
trust-submitted = 投稿
trust-published = 公開
trust-withheld = 非公開
trust-removed = 削除
trust-decided = 半数が公開または非公開となるまでの時間
trust-hours = { $hours ->
        [0] すぐに
       *[other] { $hours }時間以内
    }
trust-days = { $days }日以内
trust-undecided = 決まったものはまだ5件未満
trust-slowest = 最も時間がかかったもの
trust-longer = 半年を超えて
trust-waiting = { $count ->
        [0] ショップの確認を待っているレビューはありません。
       *[other] ショップの確認を待っているレビューは{ $count }件です。
    }
trust-oldest = { $days ->
        [0] 最も長いものでも、待っている期間は1日未満です。
       *[other] 最も長いものは{ $days }日間待っています。
    }
trust-withdrawn = { $count ->
        [0] 投稿者が取り消したものはありません。
       *[other] 投稿者が取り消したものは{ $count }件です。
    }
trust-elsewhere = { $count ->
        [0] 他サイトで投稿されたものはありません。
       *[other] 他サイトで投稿されたものは{ $count }件です。
    }
trust-from-shop = ショップ自身のシステムから届いたものは{ $count }件で、ここでは確認していません。
trust-few = 個人が特定されないよう、1件から4件までのレビューは「1–4」と表示します。

### Email

heading-product = 「{ $title }」はいかがでしたか？
heading-product-named = { $name }様、「{ $title }」はいかがでしたか？
heading-it = 商品はいかがでしたか？
heading-it-named = { $name }様、商品はいかがでしたか？
heading-order = { $shop }でのお買い物はいかがでしたか？
heading-order-named = { $name }様、{ $shop }でのお買い物はいかがでしたか？
heading-shop = { $shop }はいかがでしたか？
heading-shop-named = { $name }様、{ $shop }はいかがでしたか？
subject-first-reminder = 1分だけお願いします。{ $question }
subject-next-reminder = ご感想をお待ちしています。{ $question }
subject-last-reminder = 最後のお願いです。{ $question }
subject-new-link = { $shop }の新しいレビュー用リンク

preheader-more = 「{ $title }」ほか{ $more }点。よい点も残念な点も、次に選ぶ方の参考になります。

opening-first = よい点も残念な点も、次に選ぶ方の参考になります。
opening-first-reminder = 最初のメールにお気づきでないかもしれないため、もう一度お送りします。よい点も残念な点も、ひとことが次に選ぶ方の参考になります。
opening-next-reminder = 1分で終わります。星の数とひとことだけでも、率直なご感想をお聞かせください。
opening-last-reminder = これが最後のお知らせです。この件で再度お願いすることはありません。
opening-new-link-order = ご希望の新しいリンクをお送りします。まだレビューされていないものが表示されます。
opening-new-link-shop = ご希望の新しいリンクをお送りします。

lead-first = まずは星をタップしてください。{ $opening }
lead = { $opening }まずは星をタップしてください。
more = ほか{ $more }点
button = レビューを書く
button-link = レビューを書く：
not-arrived = { $total ->
        [1] まだ届いていません
       *[other] まだ届いていない商品があります
    }
closing = このリンクはお客様専用で、{ $day }まで使えます。
reason-ordered = このメールは、{ $shop }でご注文いただいた方にお送りしています。
reason-customer = このメールは、{ $shop }をご利用いただいた方にお送りしています。
subject-asked = { $shop }のレビューを書くためのリンク
asked-opening = { $title }のレビューを書くためのリンクをご依頼いただきました。
asked-ignore = お心当たりがない場合は、このメールを無視してください。
reason-asked = このメールは、{ $shop }のページであなたのアドレスが入力されたため送信されました。
objection = これらのメールの配信は、いつでも無料で拒否できます：
unsubscribe = レビュー依頼メールの配信を停止
contact = { $shop }に問い合わせる
privacy = プライバシーポリシー

subject-withheld = { $shop }へのレビューが非公開となりました
heading-withheld = レビューは非公開となりました
withheld-opening-product = { $shop }の判断により、「{ $title }」のレビューは公開されません。
withheld-confidential = 理由：機密情報が含まれているため。
withheld-abusive = 理由：侮辱や脅しが含まれているため。
withheld-personal_data = 理由：個人情報が含まれているため。
withheld-discriminatory = 理由：差別的な内容のため。
withheld-misleading = 理由：事実と異なるか、誤解を招く内容のため。
withheld-fake = 理由：実際の体験に基づくものではないと思われるため。
withheld-unrelated = 理由：レビューの対象とは別のことが書かれているため。
withheld-unlawful = 理由：法律に反する内容が含まれているため。
withheld-unspecified = ショップは理由を示していません。
withheld-closed = レビューのリンクはもう使えないため、そこからは変更できません。
withheld-button = レビューを変更する
decision-ground-law = { $shop }は、この内容が法律で認められないと判断しています。
decision-ground-rule = { $shop }は、星の数にかかわらず、この理由に当たるレビューを公開しない決まりを設けています。
decision-day = { $shop }は{ $day }にこの判断をしました。
decision-scope = この判断はすべての場所に適用され、{ $shop }が別の判断をするまで続きます。
redress-reply = ご納得いただけない場合は、{ $shop }にお伝えください。このメールにそのままご返信いただけます。
redress-write = ご納得いただけない場合は、{ $shop }までご連絡ください。連絡先はこのメールの末尾にあります。
redress-ask-reply = 理由をお知りになりたい場合や、ご納得いただけない場合は、{ $shop }にお尋ねください。このメールにそのままご返信いただけます。
redress-ask-write = 理由をお知りになりたい場合や、ご納得いただけない場合は、{ $shop }までご連絡ください。連絡先はこのメールの末尾にあります。
redress-outside = 裁判所や、裁判によらずに紛争を解決する機関を利用できる場合もあります。どこが担当するかは、お住まいの国によって異なります。
subject-dropped = { $shop }へのレビューの変更は公開されません
heading-dropped = 変更は公開されません
dropped-opening-product = { $shop }の判断により、「{ $title }」のレビューの変更は公開されません。以前の内容がそのまま残ります。
dropped-opening-shop = { $shop }の判断により、レビューの変更は公開されません。以前の内容がそのまま残ります。
subject-removed = { $shop }へのレビューが削除されました
heading-removed = レビューが削除されました
removed-opening-product = { $shop }は「{ $title }」のレビューを完全に削除しました。
removed-opening-shop = { $shop }はレビューを完全に削除しました。
subject-replied = { $shop }からレビューへの返信があります
heading-replied = { $shop }から返信がありました
replied-own-product = 「{ $title }」にお書きいただいたレビュー：
replied-own-shop = { $shop }にお書きいただいたレビュー：
replied-answer = { $shop }からの返信：
replied-button = レビューを見る
reason-review = このメールは、{ $shop }へのレビューをお書きいただいた方にお送りしています。
subject-report-received = { $shop }が報告を受け取りました
heading-report-received = 報告が届きました
report-received = { $day }に、「{ $title }」のレビューについてご報告いただきました。
report-received-next = { $shop }が報告を読み、判断します。その後、改めてメールをお送りします。
subject-report-decided = ご報告に対する{ $shop }の判断
heading-report-decided = ご報告に対する判断
report-decided = 「{ $title }」のレビューについて、{ $day }にご報告いただきました。
report-kept = { $shop }は、このレビューを引き続き公開すると判断しました。理由：
report-ended = { $shop }は、このレビューを公開しないと判断しました。
report-gone = このレビューは、{ $shop }の判断によらず、公開されなくなりました。
reason-reported = このメールは、{ $shop }のページでレビューが報告された際に、どなたかが入力したアドレスにお送りしています。

subject-webhook = { $shop }のWebhookを無効にしました
heading-webhook = Webhookを無効にしました
webhook-failed = { $day }以降、次のWebhookに何も配信できていないため、無効にしました：
webhook-gone = 次のWebhookのサーバーが、アドレスは恒久的に廃止された（410）と応答したため、無効にしました：
webhook-fix = このWebhookが再び有効になるまで、{ $shop }には新しいイベントの通知が届きません。設定を担当された方に、管理画面でのアドレスの修正とWebhookの有効化をご依頼ください。管理画面のログには過去30日分が残っており、届かなかった分を再送できます。
subject-held = { $shop }のメール送信を停止しています
heading-held = メールの送信を停止しています
held-bounces = { $shop }から最近送信されたメール{ $sent }通のうち、{ $count }通が存在しないアドレス宛てでした。そのため、{ $shop }からのメール送信を一時停止しています。
held-complaints = { $shop }から最近送信されたメール{ $sent }通のうち、{ $count }通が迷惑メールとして報告されました。そのため、{ $shop }からのメール送信を一時停止しています。
held-fix = これらのアドレスの入手元をご確認のうえ、{ $shop }で購入した方にのみレビューを依頼してください。新たに戻ってくるメールがほとんどなければ、待機中のメールは{ $day }に自動的に送信されます。繰り返すたびに停止期間は長くなります。
subject-silent = { $system }から{ $shop }に注文が届いていません
heading-silent = { $system }から注文が届いていません
silent-since = { $shop }の最後の注文が{ $system }から届いたのは{ $day }です。通常よりかなり長い間隔です。
silent-fix = { $system }から注文が今も届く状態か、Webhookが有効か、またはAfterwordのプラグインが接続されているかをご確認ください。注文が再び届くまで、レビューの依頼は送られません。
heading-sender = お客様のアドレスからメールが送信されなくなりました
sender-lost = { $domain } の DNS レコードがないか、変更されています。そのため { $shop } のメールは、再び通常のアドレスから送信されています。失われたメールはありません。
sender-fix = レコードをもう一度追加してください。見つかりしだい、メールは再びお客様のアドレスから送信されます。
subject-ended = { $shop }は閉鎖されました：{ $day }にすべてのデータを破棄します
heading-ended = { $shop }は閉鎖されました
ended-by-owner = { $day }に、オーナーが管理画面でショップを閉鎖しました。
ended-by-operator = { $day }に、このレビューサービスの運営者がショップを閉鎖しました。
ended-by-nobody = { $day }に、ショップは閉鎖されました。
ended-now = お客様にメッセージは送られず、APIキー、リンク、ページは使えません。
ended-undo = { $day }までは、オーナーが管理画面を開いてショップを再開できます。その後は、ショップについて保存されているすべてのデータが破棄され、元に戻すことはできません。ログインできない場合は、それまでにこのレビューサービスの運営者にお問い合わせください。
heading-restored = { $shop }は再開しました
restored-now = 閉鎖は取り消されました。APIキー、リンク、ページは再び使え、待っていたメッセージは送信されます。
reason-ended = このメールは、{ $shop }のオーナーの方にお送りしています。
console-button = 管理画面を開く
reason-owner = このメールは、{ $shop }の設定でオーナーのものとされているアドレスにお送りしています。
no-replies = このメールに返信しても、誰にも届きません。メールの中のボタンを押してください。
heading-problem-order = ご注文{ $order }に問題があるとの連絡です
heading-problem = { $shop }のご注文に問題があるとの連絡です
problem-wrote-named = レビューのページから、{ $name }様が{ $shop }に次のメッセージを送りました。
problem-wrote = レビューのページから、お客様が{ $shop }に次のメッセージを送りました。
problem-about = 対象：{ $titles }
problem-answer = このメールに返信すると、{ $email }に届きます。
problem-answer-phone = 返信できるメールアドレスがありません。電話番号は{ $phone }です。
reason-problem = このメールは、{ $shop }が注文の問題に関するメッセージを受け取るアドレスにお送りしています。

### SMS

first = { $shop }へ率直なご感想を { $link } STOP返信で停止
reminder = 再送 { $shop }へ率直なご感想を { $link } STOP返信で停止
some-shop = ご利用のお店

### Questions

product-1 = どのように使っていますか？
    .chip-1 = 毎日使っています
    .chip-2 = ときどき使っています
    .chip-hardly = まだあまり使っていません
    .chip-gift = プレゼントとして贈りました
    .start-1 = 主な使い道は…
    .start-2 = 使うのは…
    .start-3 = 買った理由は…
product-2 = 気に入っているところはどこですか？
    .chip-1 = 作りがしっかりしています
    .chip-2 = 使いやすいです
    .chip-3 = 値段以上の価値があります
    .chip-nothing = 気に入ったところはあまりありません
    .start-1 = 気に入っているのは…
    .start-2 = 好きなところは…
    .start-3 = 以前使っていたものと比べると…
product-2-gift = 相手の方の反応はいかがでしたか？
    .chip-1 = とても喜んでもらえました
    .chip-2 = よく使ってもらっています
    .chip-nothing = 相手には合わなかったようです
    .start-1 = 相手の感想は…
    .start-2 = これを選んだ理由は…
product-2-hardly = 第一印象はいかがでしたか？
    .chip-1 = 作りがよさそうです
    .chip-2 = 使いやすそうです
    .chip-3 = 思っていたものと違いました
    .chip-nothing = 今のところ気に入った点はあまりありません
    .start-1 = ぱっと見た印象は…
    .start-2 = まだあまり使っていない理由は…
product-3 = もっとよくしてほしいところはどこですか？
    .chip-1 = 今のままで十分です
    .chip-2 = もう少し丈夫だとうれしいです
    .chip-3 = 商品説明と違います
    .chip-4 = 値段が高すぎます
    .start-1 = 改善してほしいのは…
    .start-2 = 欲を言えば…
    .start-3 = 自分にとっては…
product-3-nothing = どんなところが期待外れでしたか？
    .chip-1 = 壊れてしまいました
    .chip-2 = 商品説明と違います
    .chip-3 = 使いたい用途に合いませんでした
    .chip-4 = 品質がよくありません
    .start-1 = 期待していたのは…
    .start-2 = 改善してほしいのは…
product-4 = 人にすすめたいですか？どんな方に向いていますか？
    .chip-1 = 誰にでもおすすめできます
    .chip-2 = 人によってはおすすめできます
    .chip-3 = おすすめできません
    .start-1 = すすめるなら…
    .start-2 = 向いているのは…
    .start-3 = 向いていないのは…
product-4-gift = また贈りたいと思いますか？
    .chip-1 = また贈りたいです
    .chip-2 = また贈るかもしれません
    .chip-3 = もう贈らないと思います
    .start-1 = また贈るとしたら…
    .start-2 = もう贈らない理由は…
product-4-nothing = どのような対応があればよかったですか？
    .chip-1 = 交換してもらえればよかったです
    .chip-2 = 返金してもらえればよかったです
    .chip-3 = すぐに返事をもらえればよかったです
    .chip-4 = どんな対応でも変わらなかったと思います
    .start-1 = してほしかったのは…
    .start-2 = せめて欲しかったのは…

shop-1 = このお店を利用したきっかけは何ですか？
    .chip-1 = 欲しいものが決まっていました
    .chip-2 = プレゼントを探していました
    .chip-3 = よく利用しています
    .start-1 = 探していたのは…
    .start-2 = このお店を選んだ理由は…
shop-2 = よかった点は何ですか？
    .chip-1 = 対応が早かったです
    .chip-2 = 利用しやすかったです
    .chip-3 = スタッフが親切でした
    .chip-nothing = よかった点はあまりありません
    .start-1 = 気に入ったのは…
    .start-2 = 印象に残ったのは…
    .start-3 = ほかのお店と比べると…
shop-3 = もっとよくしてほしい点は何ですか？
    .chip-1 = 今のままで十分です
    .chip-2 = 時間がかかりすぎました
    .chip-3 = 値段が高すぎました
    .chip-4 = 問い合わせに返事がありませんでした
    .start-1 = 改善してほしいのは…
    .start-2 = 欲を言えば…
shop-3-nothing = どんな問題がありましたか？
    .chip-1 = 時間がかかりすぎました
    .chip-2 = 値段が高すぎました
    .chip-3 = 問い合わせに返事がありませんでした
    .chip-4 = 注文したものが届きませんでした
    .start-1 = 期待していたのは…
    .start-2 = 改善してほしいのは…
shop-4 = また利用したいと思いますか？
    .chip-1 = また利用したいです
    .chip-2 = また利用するかもしれません
    .chip-3 = もう利用しないと思います
    .start-1 = 次に買うとしたら…
    .start-2 = また利用するとしたら…
    .start-3 = もう利用しない理由は…
shop-4-nothing = どのような対応があればよかったですか？
    .chip-1 = すぐに返事をもらえればよかったです
    .chip-2 = 返金してもらえればよかったです
    .chip-3 = ひと言おわびがあればよかったです
    .chip-4 = どんな対応でも変わらなかったと思います
    .start-1 = してほしかったのは…
    .start-2 = せめて欲しかったのは…

fact-fit = サイズ感はいかがですか？
    .answer-1 = 小さめ
    .answer-2 = ちょうどよい
    .answer-3 = 大きめ
fact-value = 価格に見合いますか？
    .answer-1 = 高すぎる
    .answer-2 = 妥当
    .answer-3 = とてもお得
fact-ease = 使いやすさはいかがですか？
    .answer-1 = 使いにくい
    .answer-2 = ふつう
    .answer-3 = 使いやすい

fillers = えー | えーと | え〜と | えーっと | えっと | ええと | えと | うーん | うーんと | う〜ん | んー | んーと | あー | あのー | そのー
openers = はい、 | ええ、 | うん、 | あの、 | あのですね、 | えっとですね、 | その、 | まあ、 | まぁ、 | なんか、 | ほら、 | じゃあ、 | なんていうか、 | 何ていうか、 | 何というか、 | なんだろう、 | そうですね、 | というか、 | ていうか、 | っていうか、
yes-no = はい | うん | ええ | ぜひ | 思います | 思いません | そうです | そうですね | もちろん | もちろんです | いいえ | いえ | いや | いいや | ううん | そうでもない | そうでもないです | あまり | たぶん | 多分 | おそらく | かもしれません | 場合による | 場合によります
nothing = なし | ナシ | 何も | 何もない | 何もないです | 何もありません | 別に | 無し | なしです | ない | ないです | ありません | 特に | 特になし | とくになし | 特に無し | 特になしです | 特にない | 特にないです | 特にありません | わからない | 分からない | わかりません | 分かりません | わかんない | 分かんない | n/a
abbreviations = etc | vs | approx | max | min | no | vol | dr | mr | mrs | ms | st | co | inc | ltd
