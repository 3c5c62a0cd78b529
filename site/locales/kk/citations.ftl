# Мәтіндегі орындар, күндер және актілерге сілтемелер. Оларды бағдарлама құрайды; аргументтердің аттары фигуралық жақшада тұр.

date-long = { $year } жылғы { $day } { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
date-unknown-inside = күні белгісіз
date-of = { $year } жылғы { $day } { $month ->
    [1] қаңтардағы
    [2] ақпандағы
    [3] наурыздағы
    [4] сәуірдегі
    [5] мамырдағы
    [6] маусымдағы
    [7] шілдедегі
    [8] тамыздағы
    [9] қыркүйектегі
    [10] қазандағы
    [11] қарашадағы
   *[12] желтоқсандағы
}
# Актінің тақырыбы қай жерде тұрады: before — ол туралы сөздердің алдында, after — соңында.
act-title-stands = before
act-citation = { $body } { $date } № { $number } қаулысы
# Көмектес септігінде: қай қаулымен жойылды.
act-citation-by = { $body } { $date } № { $number } қаулысымен
act-citation-by-bare = { $date } № { $number } қаулымен
act-citation-bare = { $date } № { $number } қаулы
act-short = { $date } № { $number } қаулы
act-number-short = № { $number }

# Орындар: $form атаудың өзі тұрғанын (alone), ішкі (inner), сыртқы (outer) немесе аралық (middle) екенін айтады.
at-joined = { $outer } { $inner }
at-section = { $form ->
    [inner] { $number }-бөлімі
    [outer] { $number }-бөлімнің
    [middle] { $number }-бөлімінің
   *[alone] { $number }-бөлім
}
at-point = { $form ->
    [inner] { $number }-тармағы
    [outer] { $number }-тармақтың
    [middle] { $number }-тармағының
   *[alone] { $number }-тармақ
}
at-item = { $form ->
    [inner] { $number } тармақшасы
    [outer] { $number } тармақшаның
    [middle] { $number } тармақшасының
   *[alone] { $number } тармақша
}
at-paragraph = { $form ->
    [inner] { $number }-абзацы
    [outer] { $number }-абзацтың
    [middle] { $number }-абзацының
   *[alone] { $number }-абзац
}
at-annex = { $form ->
    [inner] { $number }-қосымшасы
    [outer] { $number }-қосымшаның
    [middle] { $number }-қосымшасының
   *[alone] { $number }-қосымша
}
at-table = { $form ->
    [inner] { $number }-кестесі
    [outer] { $number }-кестенің
    [middle] { $number }-кестесінің
   *[alone] { $number }-кесте
}
at-step = { $form ->
    [middle] { $number }-іс-қимылының
   *[inner] { $number }-іс-қимылы
}
at-section-unnumbered = { $form ->
    [inner] нөмірсіз бөлімі
    [outer] нөмірсіз бөлімнің
    [middle] нөмірсіз бөлімінің
   *[alone] нөмірсіз бөлім
}
at-point-unnumbered = { $form ->
    [inner] нөмірсіз тармағы
    [outer] нөмірсіз тармақтың
    [middle] нөмірсіз тармағының
   *[alone] нөмірсіз тармақ
}
at-item-unnumbered = { $form ->
    [inner] нөмірсіз тармақшасы
    [outer] нөмірсіз тармақшаның
    [middle] нөмірсіз тармақшасының
   *[alone] нөмірсіз тармақша
}
at-annex-unnumbered = { $form ->
    [inner] қосымшасы
    [outer] қосымшаның
    [middle] қосымшасының
   *[alone] қосымша
}
at-note-unnumbered = { $form ->
    [inner] ескертуі
    [outer] ескертудің
    [middle] ескертуінің
   *[alone] ескерту
}
at-stamp-unnumbered = { $form ->
    [inner] грифі
    [outer] грифтің
    [middle] грифінің
   *[alone] гриф
}
at-heading-unnumbered = { $form ->
    [inner] тақырыбы
    [outer] тақырыптың
    [middle] тақырыбының
   *[alone] тақырып
}
at-signature-unnumbered = { $form ->
    [inner] қолтаңбасы
    [outer] қолтаңбаның
    [middle] қолтаңбасының
   *[alone] қолтаңба
}
at-lost-unnumbered = { $form ->
    [inner] жоғалған орны
    [outer] жоғалған орынның
    [middle] жоғалған орнының
   *[alone] жоғалған орын
}
cite-section = { at-section }
cite-point = { at-point }
cite-item = { at-item }
cite-paragraph = { at-paragraph }
cite-annex = { at-annex }
cite-table = { at-table }
cite-step = { at-step }
cite-section-unnumbered = { at-section-unnumbered }
cite-point-unnumbered = { at-point-unnumbered }
cite-item-unnumbered = { at-item-unnumbered }
cite-annex-unnumbered = { at-annex-unnumbered }
cite-note-unnumbered = { at-note-unnumbered }
cite-stamp-unnumbered = { at-stamp-unnumbered }
cite-heading-unnumbered = { at-heading-unnumbered }
cite-signature-unnumbered = { at-signature-unnumbered }
cite-lost-unnumbered = { at-lost-unnumbered }

cite-regulation = «{ $title }» мемлекеттік көрсетілетін қызмет регламенті: { $act }
cite-regulation-place = «{ $title }» мемлекеттік көрсетілетін қызмет регламенті, { $place }: { $act }
# $edition — edition-name.
cite-edition = «{ $title }» мемлекеттік көрсетілетін қызмет регламенті ({ $edition }): { $act }
cite-edition-place = «{ $title }» мемлекеттік көрсетілетін қызмет регламенті ({ $edition }), { $place }: { $act }
cite-act = «{ $title }» { $act }
cite-act-place = «{ $title }» { $act }, { $place }
cite-translated = { $citation } (сайттың аудармасы)
cite-repealed = { $citation }. { $by } күші жойылды.
cite-unknown = { $citation }.

step-named = { $step }-қадам
# Күйі беттің атауында да, сипаттамасында да тұрады: оларды іздеу көрсетеді.
title-with-state = { $state ->
    [repealed] { $title } (күші жойылған)
   *[unknown] { $title }
}
act-title-with-state = { title-with-state }
state-sentence = { $state ->
    [repealed] Күші жойылған. { $text }
   *[unknown] { $text }
}
act-state-sentence = { state-sentence }
describe-regulation = Мемлекеттік көрсетілетін қызмет регламенті, { $act }. Қадамдар, қатысушылар, мерзімдер және толық мәтін.
describe-act = { $act }. Акт туралы мәліметтер, регламенттер және мәтін.
describe-service = Қызметтің қай жерде және қандай актілермен реттелгені, сол актілердің қазіргі мәртебесі.
describe-both = Регламенттің мәтіні қазақ және орыс тілдерінде, тармақ бойынша.
both-title = { $title }: екі тілде
edition-name-original = бастапқы редакция
edition-name = { $act } бойынша редакция
edition-title = { $title }: { $edition }
describe-edition = Мемлекеттік көрсетілетін қызмет регламенті, { $edition }: { $act }. Мәтіні және онда не өзгергені.
feed-title = { $site }: не өзгерді
feed-entry = { $kind ->
    [adopted] Акт қабылданды: { $act }
    [amended] Акт өзгертілді: { $act }
   *[repealed] Актінің күші жойылды: { $act }
}
moved-title = Бет жаңа мекенжайға ауысты
moved-link = Беттің жаңа мекенжайы
comparison-title = { $old } және { $new }: { $title }
describe-comparison = Қызмет регламенттерінің айырмашылығы: { $old } және { $new }. Мерзімдері, қадамдары, орындаушылары, мәтіні.
