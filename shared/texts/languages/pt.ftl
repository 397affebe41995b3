### Portuguese

### Words

day = { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month ->
        [january] janeiro
        [february] fevereiro
        [march] março
        [april] abril
        [may] maio
        [june] junho
        [july] julho
        [august] agosto
        [september] setembro
        [october] outubro
        [november] novembro
       *[december] dezembro
    } de { $year }
month = { $month ->
        [january] janeiro
        [february] fevereiro
        [march] março
        [april] abril
        [may] maio
        [june] junho
        [july] julho
        [august] agosto
        [september] setembro
        [october] outubro
        [november] novembro
       *[december] dezembro
    } de { $year }

product = Produto { $id }
example-product = Produto de exemplo
item = Item { $number } do seu pedido

stars = { $count ->
        [one] { $count } estrela
       *[other] { $count } estrelas
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } decidiu não exibir sua avaliação.
withheld-change = Você pode alterar sua avaliação até { $day }. { $shop } a lê de novo antes de exibi-la.
withheld-insider = Você trabalha para { $shop }, por isso sua avaliação não é exibida.

### Page

hub-title = Sua avaliação
hub-title-wrong = Confira sua avaliação
hub-question = O que você achou?
hub-question-named = O que você achou, { $name }?
hub-questions = O que você achou?
hub-questions-named = O que você achou, { $name }?
hub-question-shop = O que você achou de { $shop }?
hub-question-shop-named = O que você achou de { $shop }, { $name }?
hub-opening = Boa ou ruim, sua opinião ajuda outras pessoas a escolher.
hub-trial = Isto é um teste: você vê o que seus clientes veem, e nada disso é contado nem exibido.
wrong-heading = Sua avaliação ainda não foi enviada
wrong-kept = Tudo o que você escreveu continua aqui.
thanks = Agradecemos sua opinião.
thanks-named = Agradecemos sua opinião, { $name }.
thanks-all = { $total ->
        [1] Sua avaliação já chegou.
        [2] As duas avaliações já chegaram.
       *[other] Todas as { $total } avaliações já chegaram.
    }
thanks-until = { $done ->
        [1] Você pode alterar sua avaliação aqui até { $day }.
       *[other] Você pode alterar suas avaliações aqui até { $day }.
    }
progress = Produto { $number } de { $total }
postpone-offer = { $total ->
        [1] Ainda não chegou?
       *[other] Alguma coisa ainda não chegou?
    } Perguntamos de novo daqui a uma semana.
postpone-button = Perguntar daqui a uma semana
link-is-yours = Este é seu link pessoal de { $shop }. Quem tiver o link pode escrever aqui por você, por isso não o compartilhe. Ele funciona até { $day }.
stop-offer = Prefere não receber mais pedidos? Assim você interrompe todos os e-mails e SMS em que { $shop } pede avaliações.
stop-button = Não receber mais pedidos
stopped = { $shop } não vai mais pedir avaliações a você.
contact-shop = Há algo para resolver? Fale diretamente com { $shop }
privacy = Como { $shop } trata seus dados

item-changed = alterada em { $day }
held-moderation = { $shop } lê sua avaliação primeiro. Depois, todos podem vê-la.
held-phone = { $shop } lê primeiro, porque há um número de telefone. Sem o número, todos veem na hora.
held-email = { $shop } lê primeiro, porque há um endereço de e-mail. Sem o endereço, todos veem na hora.
held-website = { $shop } lê primeiro, porque há o nome de um site. Sem ele, todos veem na hora.
held-account = { $shop } lê primeiro, porque há uma conta de rede social. Sem ela, todos veem na hora.
shown-heading = O que os outros veem
shown-now = Todos já podem vê-la.
shown-by-shop = { $shop } já pode exibi-la.
shown-earlier = Até lá, todos veem sua versão anterior.
item-changes-unsent = alterações ainda não enviadas
item-edit = Editar
item-edit-named = Editar sua avaliação de { $title }
item-see = Ver na loja
item-begun = Iniciada, ainda não enviada
rating-label = Sua nota
headline-label = Título
text-label = O que vale a pena saber?
optional = (opcional)
text-left = Restam { $count } caracteres
text-hint-taken = Feito com suas próprias respostas: mude o que quiser. Até 5.000 caracteres.
send = Enviar avaliação
save = Salvar alterações
cancel = Cancelar
questions-begin = Responder a quatro perguntas
questions-begin-ai = Deixar uma IA me perguntar
questions-go-on = Continuar as perguntas
questions-change = Alterar minhas respostas
fragments-hint = Estas respostas são curtas. Complete ou deixe como estão.
offer-hint = Suas respostas, ainda fora da avaliação:
offer-add = Adicionar à minha avaliação
name-label = Nome exibido na avaliação
fact-none = Sem resposta
name-shown-as = Nome:
name-anonymous = Sem identificação
name-another = Outro nome
name-field = O nome a exibir
public-line = Todos veem estrelas, respostas, texto, fotos e este nome. Seu e-mail e seu pedido nunca aparecem.

fault-rating = Escolha de 1 a 5 estrelas.
fault-headline = Use no máximo 200 caracteres no título, em uma só linha.
fault-text-too-long = Reduza sua avaliação a 5.000 caracteres.
fault-name = Use no máximo 60 caracteres no nome, em uma só linha.
fault-name-missing = Escreva o nome a exibir ou escolha “Sem identificação”.
fault-too-often = Esta avaliação já foi salva muitas vezes hoje, por isso esta alteração não foi salva. O que você escreveu continua aqui: você pode enviar agora ou salvar de novo amanhã.
fault-changed-too-often = Você já mudou esta avaliação muitas vezes hoje, por isso esta mudança não foi salva. O que você escreveu continua aqui: envie de novo amanhã.
fault-answer-too-long = Reduza sua resposta a 1.000 caracteres.

chat-title-wrong = Confira sua resposta
chat-asked-by-ai = Quem pergunta é uma IA.
chat-by-ai = Uma IA faz até { $total ->
        [one] { $total } pergunta
       *[other] { $total } perguntas
    } e sugere, no máximo, o começo de uma resposta. Quem escreve é você; pule o que quiser.
chat-by-guide = { $total ->
        [one] { $total } pergunta rápida.
       *[other] { $total } perguntas rápidas.
    } Suas respostas viram um rascunho que você pode editar.
chat-progress = Pergunta { $number } de { $total }
chat-earlier = Suas respostas até agora
chat-skipped = Pulada
chat-change = Alterar
chat-change-named = Alterar sua resposta a: { $question }
chat-chips = Respostas prontas e começos de frase
chat-hint = Bastam algumas palavras.
chat-hint-chips = Continue escrevendo ou toque no que combina.
chat-photo = O que mais ajuda é uma foto. Quer adicionar uma?
chat-next = Avançar
chat-last = Ver meu rascunho
chat-skip = Pular
chat-enough = Já basta, ver meu texto
chat-leave = Voltar ao formulário

problem-heading = Há um problema com meu pedido
problem-title-wrong = Confira sua mensagem
problem-label = O que há de errado?
problem-hint = { $shop } recebe suas palavras por e-mail, com seu nome, o pedido e o que você comprou, e pode entrar em contato com você. Sua avaliação não depende disso. Até 1.000 caracteres.
problem-button = Enviar para a loja
problem-back = Continuar minha avaliação
problem-missing = Escreva o que há de errado.
problem-too-long = Reduza sua mensagem a 1.000 caracteres.
problem-too-often = { $shop } já recebeu três mensagens suas hoje, por isso esta não foi enviada. O que você escreveu continua aqui: envie de novo amanhã.
problem-unreachable = No momento não é possível enviar e-mails para { $shop }, por isso sua mensagem não foi enviada. O que você escreveu continua aqui.
problem-contact = Escrever diretamente para { $shop }
problem-sent = Sua mensagem está a caminho de { $shop }, que pode entrar em contato com você. Sua avaliação é outra coisa: continue quando quiser.
problem-told = Em { $day } você avisou { $shop } de um problema.
problem-trial = Isto é um teste, por isso sua mensagem não é enviada para { $shop }.

expired-heading = Este link expirou
expired-why = Os links de avaliação funcionam só por algum tempo. Você pode pedir um novo para o que ainda não avaliou. As avaliações já enviadas permanecem; para alterar uma, escreva para { $shop }.
expired-button = Enviar um novo link
expired-where = Vamos enviá-lo por e-mail.
renewed-heading = Confira seu e-mail
renewed-what = Se for possível enviar um novo link, ele está a caminho do endereço que a loja tem no seu cadastro. Deve chegar em poucos minutos; vale olhar também a pasta de spam.
renewed-again = Você pode pedir um novo link uma vez por dia.
cancelled-heading = Este link não está mais disponível
cancelled-why = A loja retirou este convite, então não há mais nada para você fazer aqui. As avaliações que você já escreveu ficam como estão.
postponed-heading = Agradecemos o aviso
postponed-again = Perguntamos de novo em { $day }. Até lá, você não vai receber nada nosso sobre isso.
postponed-never = Quando tudo tiver chegado, seu link abre a mesma página.
postponed-sooner = Chegou antes? Avalie agora
postponed-link = Seu link funciona até { $day }. Se achar que o pedido se perdeu, fale com { $shop }.
reviewed-heading = Não é preciso esperar
reviewed-why = Você já avaliou alguma coisa, por isso não vai receber lembretes. O que ainda está por chegar pode ser avaliado quando chegar.
reviewed-back = Voltar à sua página
withdraw = Retirar minha avaliação
withdraw-heading = Retirar sua avaliação?
withdraw-why = Seu texto, seu nome e suas fotos são apagados definitivamente. Você pode escrever outra avaliação enquanto este link funcionar.
withdraw-sure = Apagar a avaliação
withdraw-back = Manter
withdrawn = Sua avaliação de { $title } foi apagada.
report-heading = Denunciar uma avaliação
report-why = O que há de errado?
report-unlawful = Viola a lei
report-fake = Não é autêntica
report-abusive = Insulta ou ameaça
report-personal_data = Revela algo privado sobre uma pessoa
report-other = Outra coisa
report-words = Com as suas palavras
report-button = Denunciar
report-hint = { $shop } lê sua denúncia e decide. Ninguém fica sabendo quem você é, a menos que você escreva.
report-email = Se você deixar um endereço, receberá uma confirmação e depois a decisão de { $shop } com o motivo. O endereço é apagado depois de um ano.
reported-heading = Agradecemos o aviso
reported-what = { $shop } recebeu sua denúncia e vai decidir sobre a avaliação.
reported-receipt = Se { $email } pode receber nossos e-mails, uma confirmação chega em breve.
report-too-many = Chegaram denúncias demais. Escreva diretamente para { $shop }.
write-how = Digite o e-mail que a loja tem no seu cadastro e enviaremos um link para dar estrelas e escrever.
write-email = E-mail
write-who = { $shop } vê seu endereço e lê sua avaliação antes de ela ser pública. Ninguém mais vê seu endereço.
write-button = Enviar o link
write-fault = Digite um e-mail, por exemplo jane@example.com.
write-sent = Se a loja conhece { $email } e pode escrever para esse endereço, o link chega em um minuto.
write-spam = Não chegou? Veja a pasta de spam ou tente de novo em uma hora.
write-too-many = Muitos links foram pedidos pela sua conexão à internet, por isso não podemos enviar outro agora. Tente mais tarde ou use outra conexão, como a do seu telefone.

unsubscribe-heading = Deixar de receber pedidos de avaliação?
unsubscribe-what = { $shop } não vai mais pedir avaliações a você, nem por e-mail nem por SMS. As mensagens sobre suas compras continuam.
unsubscribe-button = Cancelar inscrição
unsubscribe-hint = Nada mudou ainda. Se preferir continuar recebendo os pedidos, basta fechar esta página.
unsubscribed-heading = Inscrição cancelada
unsubscribed-hint = Uma mensagem que estava saindo neste exato momento ainda pode chegar.
unsubscribed-undo = Voltar a receber pedidos
resubscribed-heading = Vamos voltar a perguntar
resubscribed-what = { $shop } pode voltar a pedir avaliações a você.
unknown-heading = Página não encontrada
unknown-why = Não há nada neste endereço. Se ele veio em um e-mail, abra de novo a partir de lá: um link copiado à mão pode facilmente ficar incompleto.
not-allowed-heading = Não é possível abrir a página assim
not-allowed-why = Abra de novo o link do seu e-mail e continue a partir de lá.
failure-heading = Algo deu errado
failure-why = A falha é nossa, não sua. Tente de novo em um minuto. Se você estava enviando uma avaliação, volte antes: o navegador costuma guardar o que você escreveu.

## O que dizem os scripts

script-saved = Rascunho salvo
script-unsaved = Ainda não salvo
script-failed = O envio não deu certo. Nada se perdeu: o que você escreveu continua aqui. Tente de novo em instantes.
script-question-comes = Um momento, já vem a próxima pergunta
script-draft-comes = Um momento, já vem seu rascunho

## Fotos

photos = Fotos
photos-hint = Até 5. Removemos local e data.
photo-add = Adicionar fotos
photo-alt = Sua foto { $number } de { $title }
photo-remove-number = Remover a foto { $number }
photo-expected = Uma foto está sendo enviada ou verificada. Recarregue a página em instantes.
photo-sending = Enviando a foto { $n } de { $of }…
photo-checking = Enviada. Verificando…
photo-not-read = Não foi possível ler este arquivo como foto: { $file }. Escolha uma imagem JPEG, PNG ou WebP.
photo-not-sent = A foto não foi enviada. Tente de novo.
photo-too-many = Cada avaliação pode ter até 5 fotos: as outras ficaram de fora.
photo-unreadable = Não foi possível ler este arquivo como foto. Escolha uma imagem JPEG, PNG ou WebP; uma captura de tela dela também serve.
photo-too-large = Este arquivo tem mais de 10 MB. Escolha um menor.
photo-too-many-pixels = Esta foto tem mais de 50 megapixels ou um lado com mais de 20.000 pixels. Escolha uma menor.
upload-hint = Escolha uma imagem JPEG, PNG ou WebP de até 10 MB. Todos podem vê-la na sua avaliação. Guardamos só a imagem: não onde nem quando foi feita.
upload-file = Sua foto
upload-send = Enviar
upload-back = Voltar sem foto
photos-full = Já há 5 fotos
photos-full-hint = Cada avaliação pode ter até 5. Remova uma para poder adicionar outra.
photos-too-often = Você já adicionou fotos muitas vezes hoje
photos-too-often-hint = Suas fotos e seu texto continuam aqui. Amanhã você pode adicionar mais fotos.
photos-full-back = Voltar à sua avaliação

## Avaliações na página da loja

published-heading = Avaliações de { $title }
published-none = Ainda não há avaliações.
published-average = { $average } de 5
published-count = { $count ->
        [one] { $count } avaliação
       *[other] { $count } avaliações
    }
published-of = de { $n }
published-order = Compra verificada
published-request = Solicitada após um pedido
published-claimed = Compra confirmada por { $system }
published-incentivized = Recebeu algo em troca
published-rewarded = { $count ->
        [one] { $count } delas em troca de algo
       *[other] { $count } delas em troca de algo
    }
published-experienced = Recebido em { $month }
published-experience = Data da experiência: { $month }
published-edited = Editada em { $date }
published-imported = Escrita em outro lugar
published-report = Denunciar
published-photo = Foto { $number } desta avaliação
published-photo-of = Foto { $number } de { $total }
published-reply = Resposta de { $shop }
published-reply-before-edit = Escrita antes da edição da avaliação
published-pages = Páginas de avaliações
published-page = Página { $number } de { $total }
published-newer = Avaliações mais recentes
published-older = Avaliações mais antigas
published-newest = Mais recentes
published-highest = Melhores notas
published-lowest = Piores notas
published-all = Todas as avaliações
published-filter = { $stars } ★: { $n }
published-sort = Ordem
published-with-photos = Com fotos
published-no-hits = Nenhuma avaliação assim
published-of-newest = Entre as { $n } avaliações mais recentes
published-showing = Mostrando { $shown } de { $n }
published-more = Mais avaliações
published-whole = Ler mais
published-claimed = Compra confirmada por { $system }
published-unknown = Compra não conhecida
published-close = Fechar
published-previous = Anterior
published-next = Próxima
published-write = Escrever uma avaliação
published-failed = Não foi possível carregar. Tente de novo.

## Como uma loja decide sobre as avaliações

trust-heading = Como { $shop } publica as avaliações
trust-publish = As avaliações são públicas imediatamente. Só as que contêm um endereço de e-mail, um número de telefone ou um endereço da web aguardam a decisão da loja.
trust-hold = Toda avaliação espera até ser lida pela loja.
trust-edit = Uma avaliação que foi retida e depois alterada também espera.
trust-visitor = Uma avaliação de quem a loja não convidou sempre espera pela loja.
trust-insider = Uma avaliação vinda do endereço de quem gerencia as avaliações desta loja nunca é exibida; as demais pessoas que trabalham para a loja não têm permissão para escrever avaliações.
trust-reasons = A loja só pode reter uma avaliação por estes motivos. Uma opinião sobre um produto não é um deles.
trust-confidential = Revela informações confidenciais
trust-abusive = Insulta ou assedia
trust-personal_data = Contém dados pessoais
trust-discriminatory = Discrimina pessoas
trust-misleading = Diz algo claramente falso
trust-fake = Há boas razões para achar que é falsa
trust-unrelated = Fala de outra coisa
trust-unlawful = É proibida por lei
trust-unspecified = A loja não indicou o motivo
trust-earlier_system = O sistema anterior não a mostrava
trust-order = As avaliações mais recentes aparecem primeiro.
trust-mean = A nota média é a média de todas as avaliações publicadas. Nenhuma avaliação pesa mais do que outra.
trust-groups = Tamanhos, cores, idiomas e anúncios de um mesmo produto podem compartilhar suas avaliações e a nota média. Cada avaliação indica então sobre o que foi escrita.
trust-kept = Uma avaliação publicada permanece até que quem a escreveu a retire, os dados dessa pessoa sejam apagados ou a loja a remova por um dos motivos abaixo.
trust-challenge = Se uma avaliação for retida, quem a escreveu recebe um e-mail com o motivo e pode alterá-la ou contestar junto à loja.
trust-report = Qualquer pessoa pode denunciar uma avaliação publicada. A loja então decide de novo.
trust-genuine = As avaliações devem ser autênticas. As falsas, compradas ou trocadas são proibidas, e a loja remove aquelas de que fica sabendo.
trust-consequence = Uma avaliação removida não conta em nenhuma média, e quem a escreveu fica sabendo o motivo.
trust-rewards = Só se pode dar algo por uma avaliação se isso não depender das estrelas.
trust-refunded = Quem recebeu o dinheiro de volta não recebe pedido de avaliação dessa compra.
trust-incentives = O que recebe quem avalia, nas palavras da loja:
trust-no-incentives = A loja não indica nada que quem avalia receba em troca.
trust-marks = O que significam os selos e quantas avaliações publicadas os têm
trust-none = nenhuma
trust-of = { $count ->
        [0] nenhuma de { $all }
       *[other] { $count } de { $all }
    }
trust-mark-order = O sistema da loja tem um pedido pago com este produto.
trust-mark-request = A loja indicou um pedido ao solicitar a avaliação. Esse pedido não foi verificado aqui.
trust-mark-claimed = O sistema da loja ou outro sistema afirma isso. Não foi verificado aqui.
trust-mark-unknown = Nenhum pedido é conhecido.
trust-mark-incentivized = Quem escreveu recebeu algo, fossem quantas fossem as estrelas.
trust-mark-imported = Vem de outro serviço de avaliações e mantém a data.
trust-numbers = Avaliações em números
trust-stars = Estrelas
trust-all = Todas
trust-submitted = Enviadas
trust-published = Publicadas
trust-withheld = Retidas
trust-removed = Removidas
trust-decided = Em quanto tempo metade delas foi publicada ou retida
trust-hours = { $hours ->
        [0] imediatamente
        [1] em até uma hora
       *[other] em até { $hours } horas
    }
trust-days = em até { $days } dias
trust-undecided = menos de cinco decididas até agora
trust-slowest = A mais demorada de todas
trust-longer = após mais de meio ano
trust-waiting = { $count ->
        [0] Nenhuma avaliação aguarda a decisão da loja.
        [one] { $count } avaliação aguarda a decisão da loja.
       *[other] { $count } avaliações aguardam a decisão da loja.
    }
trust-oldest = { $days ->
        [0] A mais antiga espera há menos de um dia.
        [one] A mais antiga espera há { $days } dia.
       *[other] A mais antiga espera há { $days } dias.
    }
trust-withdrawn = { $count ->
        [0] Nenhuma foi retirada por quem a escreveu.
        [one] { $count } foi retirada por quem a escreveu.
       *[other] { $count } foram retiradas por quem as escreveu.
    }
trust-elsewhere = { $count ->
        [0] Nenhuma foi escrita em outro lugar.
        [one] { $count } foi escrita em outro lugar.
       *[other] { $count } foram escritas em outro lugar.
    }
trust-from-shop = { $count ->
        [one] { $count } vem do sistema da própria loja e não foi verificada aqui.
       *[other] { $count } vêm do sistema da própria loja e não foram verificadas aqui.
    }
trust-few = Para que ninguém seja identificado, de 1 a 4 avaliações aparecem como “1–4”.

### Email

heading-product = O que você achou de “{ $title }”?
heading-product-named = O que você achou de “{ $title }”, { $name }?
heading-it = O que você achou?
heading-it-named = O que você achou, { $name }?
heading-order = O que você achou do seu pedido em { $shop }?
heading-order-named = O que você achou do seu pedido em { $shop }, { $name }?
heading-shop = O que você achou de { $shop }?
heading-shop-named = O que você achou de { $shop }, { $name }?
subject-first-reminder = Tem um minuto? { $question }
subject-next-reminder = Ainda gostaríamos de saber. { $question }
subject-last-reminder = Só mais esta vez. { $question }
subject-new-link = Seu novo link de avaliação de { $shop }

preheader-more = { $title } e mais { $more }. Boa ou ruim, sua opinião ajuda outras pessoas a escolher.

opening-first = Boa ou ruim, sua opinião ajuda outras pessoas a escolher.
opening-first-reminder = Talvez você não tenha visto nosso primeiro e-mail. Boa ou ruim, sua opinião ajuda, mesmo em poucas palavras.
opening-next-reminder = Basta um minuto: suas estrelas e uma frase, seja qual for sua opinião.
opening-last-reminder = Este é nosso último lembrete. Não vamos mais perguntar sobre isso.
opening-new-link-order = Aqui está o novo link que você pediu. Ele mostra o que você ainda não avaliou.
opening-new-link-shop = Aqui está o novo link que você pediu.

lead-first = Toque em uma estrela para começar. { $opening }
lead = { $opening } Toque em uma estrela para começar.
more = e mais { $more }
button = Escrever avaliação
button-link = Escreva sua avaliação:
not-arrived = { $total ->
        [1] Ainda não chegou
       *[other] Alguma coisa ainda não chegou
    }
closing = Este link é só seu e funciona até { $day }.
reason-ordered = Você recebe este e-mail porque fez um pedido em { $shop }.
reason-customer = Você recebe este e-mail porque é cliente de { $shop }.
subject-asked = Seu link para escrever uma avaliação para { $shop }
asked-opening = Você pediu um link para escrever sobre { $title }.
asked-ignore = Se não foi você, pode ignorar este e-mail.
reason-asked = Você recebe este e-mail porque alguém digitou seu endereço em uma página de { $shop }.
objection = Você pode se opor a estes e-mails a qualquer momento, sem nenhum custo:
unsubscribe = Não receber mais pedidos de avaliação
contact = Falar com { $shop }
privacy = Política de privacidade

subject-withheld = Sua avaliação para { $shop } não será exibida
heading-withheld = Sua avaliação não será exibida
withheld-opening-product = { $shop } decidiu não exibir sua avaliação de { $title }.
withheld-confidential = O motivo: ela contém informações confidenciais.
withheld-abusive = O motivo: ela contém insultos ou ameaças.
withheld-personal_data = O motivo: ela contém dados pessoais de alguém.
withheld-discriminatory = O motivo: ela é discriminatória.
withheld-misleading = O motivo: ela é falsa ou enganosa.
withheld-fake = O motivo: ela não parece vir de uma experiência real.
withheld-unrelated = O motivo: ela não trata do que era para avaliar.
withheld-unlawful = O motivo: ela contém algo ilegal.
withheld-unspecified = A loja não indicou o motivo.
withheld-closed = O link da sua avaliação não funciona mais, por isso já não é possível alterá-la por ali.
withheld-button = Alterar avaliação
decision-ground-law = { $shop } entende que a lei não permite este conteúdo.
decision-ground-rule = { $shop } tem a regra de não exibir avaliações por este motivo, seja qual for o número de estrelas.
decision-day = { $shop } decidiu isso em { $day }.
decision-scope = A decisão vale em todos os lugares, até que { $shop } decida de outra forma.
redress-reply = Se você não concorda, diga isso a { $shop }: basta responder a este e-mail.
redress-write = Se você não concorda, escreva para { $shop }. O contato está no fim deste e-mail.
redress-ask-reply = Para saber o motivo, ou se você não concorda, pergunte a { $shop }: basta responder a este e-mail.
redress-ask-write = Para saber o motivo, ou se você não concorda, escreva para { $shop }. O contato está no fim deste e-mail.
redress-outside = Talvez você também possa recorrer à Justiça ou a um órgão que resolve disputas fora dela. Qual deles depende do país em que você mora.
subject-dropped = A alteração da sua avaliação para { $shop } não será exibida
heading-dropped = Sua alteração não será exibida
dropped-opening-product = { $shop } decidiu não exibir a alteração da sua avaliação de { $title }. A versão anterior continua:
dropped-opening-shop = { $shop } decidiu não exibir a alteração da sua avaliação. A versão anterior continua:
subject-removed = Sua avaliação para { $shop } foi removida
heading-removed = Sua avaliação foi removida
removed-opening-product = { $shop } removeu definitivamente sua avaliação de { $title }.
removed-opening-shop = { $shop } removeu definitivamente sua avaliação.
subject-replied = { $shop } respondeu à sua avaliação
heading-replied = { $shop } respondeu a você
replied-own-product = Você escreveu sobre “{ $title }”:
replied-own-shop = Você escreveu sobre { $shop }:
replied-answer = { $shop } responde:
replied-button = Ver avaliação
reason-review = Você recebe este e-mail porque escreveu uma avaliação para { $shop }.
subject-report-received = { $shop } recebeu sua denúncia
heading-report-received = Sua denúncia chegou
report-received = Em { $day }, você denunciou uma avaliação de { $title }.
report-received-next = { $shop } lê sua denúncia e decide. Então você receberá outro e-mail.
subject-report-decided = A decisão de { $shop } sobre sua denúncia
heading-report-decided = Uma decisão sobre sua denúncia
report-decided = Você denunciou uma avaliação de { $title } em { $day }.
report-kept = { $shop } decidiu que a avaliação continua pública. O motivo:
report-ended = { $shop } decidiu que a avaliação não é mais pública.
report-gone = A avaliação não é mais pública, sem que { $shop } tenha decidido sobre ela.
reason-reported = Você recebe este e-mail porque alguém informou seu endereço ao denunciar uma avaliação em uma página de { $shop }.

subject-webhook = Um webhook de { $shop } foi desativado
heading-webhook = Um webhook foi desativado
webhook-failed = Desde { $day } não conseguimos entregar mais nada a este webhook, por isso ele foi desativado:
webhook-gone = O servidor deste webhook respondeu que o endereço não existe mais (410), por isso ele foi desativado:
webhook-fix = Até o webhook ser ativado de novo, { $shop } não fica sabendo do que acontece. Quem o configurou pode corrigir o endereço e ativar o webhook de novo no console. Lá, o registro guarda os últimos 30 dias, e cada chamada pode ser enviada outra vez.
subject-held = Os e-mails de { $shop } estão retidos
heading-held = Seus e-mails estão retidos
held-bounces = { $count } dos últimos { $sent } e-mails de { $shop } foram para endereços que não existem. Por isso { $shop } não envia e-mails por enquanto.
held-complaints = { $count } dos últimos { $sent } e-mails de { $shop } foram marcados como spam. Por isso { $shop } não envia e-mails por enquanto.
held-fix = Verifique de onde vêm esses endereços e peça avaliações apenas a quem comprou em { $shop }. Se quase nada mais voltar, os e-mails que aguardam serão enviados automaticamente em { $day }. Cada vez que isso se repetir, a espera será maior.
subject-silent = Não chegam pedidos de { $system } a { $shop }
heading-silent = Não chegam pedidos de { $system }
silent-since = O último pedido de { $shop } chegou de { $system } em { $day }. Faz muito mais tempo do que o habitual.
silent-fix = Verifique em { $system } se os pedidos ainda são comunicados: se os webhooks estão ativados ou se o plugin do Afterword está conectado. Até que cheguem pedidos de novo, nenhuma avaliação sobre eles é pedida.
heading-sender = Os seus e-mails já não saem do seu próprio endereço
sender-lost = Os registos DNS de { $domain } faltam ou mudaram. Por isso, os e-mails de { $shop } voltam a sair do endereço habitual. Nenhum se perdeu.
sender-fix = Adicione de novo os registos. Assim que forem encontrados, os e-mails voltam a sair do seu próprio endereço.
subject-ended = { $shop } está fechada: tudo será destruído em { $day }
heading-ended = { $shop } está fechada
ended-by-owner = Um titular fechou a loja no console em { $day }.
ended-by-operator = O operador deste serviço de avaliações fechou a loja em { $day }.
ended-by-nobody = A loja foi fechada em { $day }.
ended-now = Os clientes não recebem mensagens, e as chaves de API, os links e as páginas não funcionam.
ended-undo = Até { $day }, um titular pode abrir o console e reabrir a loja. Depois disso, tudo o que está guardado sobre ela é destruído e ninguém consegue recuperar. Se você não consegue entrar, fale antes disso com o operador deste serviço de avaliações.
heading-restored = { $shop } está aberta de novo
restored-now = O fechamento foi desfeito: as chaves de API, os links e as páginas voltaram a funcionar, e as mensagens que esperavam são enviadas.
reason-ended = Você recebe este e-mail porque é titular de { $shop }.
console-button = Abrir o console
reason-owner = Você recebe este e-mail porque este é o endereço do titular nas configurações de { $shop }.
no-replies = Respostas a este e-mail não chegam a ninguém: use o botão que está nele.
heading-problem-order = Há um problema com o pedido { $order }
heading-problem = Há um problema com um pedido de { $shop }
problem-wrote-named = { $name } escreveu para { $shop } na página de avaliações:
problem-wrote = Alguém que comprou escreveu para { $shop } na página de avaliações:
problem-about = É sobre: { $titles }
problem-answer = Responda a este e-mail: sua resposta vai para { $email }.
problem-answer-phone = Não há endereço de e-mail para responder. O telefone é { $phone }.
reason-problem = Você recebe este e-mail porque { $shop } recebe neste endereço as mensagens sobre problemas com pedidos.

### SMS

first = { $shop } quer saber o que achou de verdade: { $link } Para sair, responda STOP.
reminder = Lembrete: { $shop } quer saber o que achou de verdade: { $link } Para sair, responda STOP.
some-shop = Uma loja conhecida sua

### Questions

product-1 = Como você usa o produto?
    .chip-1 = Uso todos os dias
    .chip-2 = Uso de vez em quando
    .chip-hardly = Ainda usei pouco
    .chip-gift = Foi um presente
    .start-1 = Uso para …
    .start-2 = Uso quando …
    .start-3 = Comprei porque …
product-2 = Do que você gostou?
    .chip-1 = É bem feito
    .chip-2 = É fácil de usar
    .chip-3 = Vale o preço
    .chip-nothing = Gostei de pouca coisa
    .start-1 = O que me agradou foi …
    .start-2 = Gostei porque …
    .start-3 = Em comparação com o que eu tinha antes …
product-2-gift = O presente agradou?
    .chip-1 = O presente agradou muito
    .chip-2 = É usado com frequência
    .chip-nothing = Não era o presente certo
    .start-1 = Me disseram que …
    .start-2 = Escolhi porque …
product-2-hardly = Qual foi sua primeira impressão?
    .chip-1 = Parece bem feito
    .chip-2 = Parece fácil de usar
    .chip-3 = Não é o que eu esperava
    .chip-nothing = Por enquanto, gostei de pouca coisa
    .start-1 = À primeira vista, parece …
    .start-2 = Usei pouco porque …
product-3 = O que poderia ser melhor?
    .chip-1 = Eu não mudaria nada
    .chip-2 = Poderia ser mais resistente
    .chip-3 = Não corresponde à descrição
    .chip-4 = É caro demais
    .start-1 = Seria melhor …
    .start-2 = Eu gostaria que …
    .start-3 = Para mim, é …
product-3-nothing = O que deu errado?
    .chip-1 = Quebrou
    .chip-2 = Não corresponde à descrição
    .chip-3 = Não faz o que eu preciso
    .chip-4 = A qualidade deixa a desejar
    .start-1 = Eu esperava …
    .start-2 = Seria melhor …
product-4 = Você recomendaria, e para quem?
    .chip-1 = Recomendaria para todo mundo
    .chip-2 = Recomendaria, mas não para todo mundo
    .chip-3 = Não recomendaria
    .start-1 = É um produto para …
    .start-2 = Combina com …
    .start-3 = Não é para …
product-4-gift = Você daria de presente de novo?
    .chip-1 = Eu daria de presente de novo
    .chip-2 = Talvez eu dê de presente de novo
    .chip-3 = Eu não daria de presente de novo
    .start-1 = Eu daria de presente de novo para …
    .start-2 = Eu não daria de novo porque …
product-4-nothing = O que teria resolvido?
    .chip-1 = Uma troca teria resolvido
    .chip-2 = Um reembolso teria resolvido
    .chip-3 = Uma resposta rápida teria resolvido
    .chip-4 = Nada teria resolvido
    .start-1 = Teria ajudado …
    .start-2 = Para mim já teria bastado …

shop-1 = O que trouxe você a esta loja?
    .chip-1 = Eu precisava de algo específico
    .chip-2 = Eu procurava um presente
    .chip-3 = Compro aqui com frequência
    .start-1 = Eu procurava …
    .start-2 = Escolhi esta loja porque …
shop-2 = Do que você gostou?
    .chip-1 = Foi rápido
    .chip-2 = Foi fácil
    .chip-3 = O atendimento foi atencioso
    .chip-nothing = Gostei de pouca coisa
    .start-1 = O que me agradou foi …
    .start-2 = Gostei porque …
    .start-3 = Em comparação com outras lojas …
shop-3 = O que poderia ser melhor?
    .chip-1 = Eu não mudaria nada
    .chip-2 = Demorou demais
    .chip-3 = Foi caro demais
    .chip-4 = Minhas perguntas ficaram sem resposta
    .start-1 = Seria melhor …
    .start-2 = Eu gostaria que …
shop-3-nothing = O que deu errado?
    .chip-1 = Demorou demais
    .chip-2 = Foi caro demais
    .chip-3 = Minhas perguntas ficaram sem resposta
    .chip-4 = Não recebi o que pedi
    .start-1 = Eu esperava …
    .start-2 = Seria melhor …
shop-4 = Você voltaria?
    .chip-1 = Eu voltaria a comprar aqui
    .chip-2 = Talvez eu volte a comprar aqui
    .chip-3 = Eu não voltaria a comprar aqui
    .start-1 = Eu voltaria para …
    .start-2 = Eu voltaria se …
    .start-3 = Eu não voltaria porque …
shop-4-nothing = O que teria resolvido?
    .chip-1 = Uma resposta rápida teria resolvido
    .chip-2 = Um reembolso teria resolvido
    .chip-3 = Um pedido de desculpas já teria ajudado
    .chip-4 = Nada teria resolvido
    .start-1 = Teria ajudado …
    .start-2 = Para mim já teria bastado …

fact-fit = Como é o tamanho?
    .answer-1 = Fica pequeno
    .answer-2 = Tamanho certo
    .answer-3 = Fica grande
fact-value = Vale o que custa?
    .answer-1 = Caro demais
    .answer-2 = Preço justo
    .answer-3 = Ótimo preço
fact-ease = É fácil de usar?
    .answer-1 = Difícil
    .answer-2 = Mais ou menos
    .answer-3 = Fácil

fillers = hm | hmm | hum | ahn | hã | ahm | eh | ehm | né
openers = bem, | então, | olha, | olhe, | olha só, | veja, | tipo, | tipo assim, | sabe, | enfim, | digamos, | quer dizer, | vamos dizer, | pois é, | ah, | bom, (eu/o/os/a/as/na/no/acho/para mim) | eu diria, | eu diria que | sim, (para)
yes-no = sim | s | sim sim | claro | claro que sim | com certeza | sem dúvida | acho que sim | aham | uhum | não | nao | n | não muito | não mesmo | na verdade não | claro que não | com certeza não | de jeito nenhum | acho que não | nunca | talvez | pode ser | depende
nothing = nada | nenhum | nenhuma | n/a | não sei | nao sei | n sei | sei lá | não sei dizer | não faço ideia | nem ideia | sem opinião
abbreviations = aprox | etc | ex | incl | excl | máx | mín | max | min | nº | sr | sra | dr | dra | pág | tel
