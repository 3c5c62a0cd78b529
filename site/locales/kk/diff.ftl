# `qadam diff` айтатындары: екі регламенттің айырмашылығы туралы есеп.

diff-stopped = ештеңе салыстырылған жоқ: { $errors } қате
diff-side = { $side ->
    [old] Бұрын:
   *[new] Кейін:
}
diff-date = { $day }.{ $month }.{ $year }
diff-act = { $date ->
    [none] { $by }, № { $number } акт
   *[other] { $by }, { $date } № { $number } акт
}
diff-language = { $lang ->
    [none] Мәтіндердің ортақ тілі жоқ, сондықтан сөздер салыстырылған жоқ: қадамдар кім әрекет ететініне, не істейтініне және сөздіктің қандай терминдері аталғанына қарай сәйкестендірілді. Әр мәтін өз тілінде берілген.
    [kk] Сөздер қазақ тілінде салыстырылды: орысша мәтін толық емес.
   *[ru] Сөздер орыс тілінде салыстырылды: қазақша мәтін толық емес.
}
diff-none = Айырмашылық жоқ. Тармақтар мен қадамдардың нөмірлері салыстырылмайды.

## Қысқаша

diff-brief = Қысқаша
diff-steps = Қадамдар
diff-text = Мәтін бөліктері
diff-term = { $kind ->
    [overall] Қызмет көрсету мерзімі
    [queue] Кезекте күту мерзімі
   *[service] Сол жерде қызмет көрсету мерзімі
}
diff-bound = { $bound ->
    [at-least] кемінде: { $measure }
    [exact] дәл: { $measure }
   *[other] { $measure }
}
diff-measure = { $unit ->
    [minute] { $value } минут
    [hour] { $value } сағат
    [day] { $value } күн
    [working-day] { $value } жұмыс күні
    [calendar-day] { $value } күнтізбелік күн
   *[month] { $value } ай
}
diff-silent = { $of ->
    [term] көрсетілмеген
   *[field] көрсетілмеген
}
diff-channel = { $channel ->
    [provider] көрсетілетін қызметті берушіде
    [centre] халыққа қызмет көрсету орталығы арқылы
    [corporation] Мемлекеттік корпорация арқылы
    [portal] портал арқылы
   *[akim] әкім арқылы
}
diff-field = { $field ->
    [provider] Қызметті кім көрсетеді
    [recipients] Кімге
    [channels] Қайда жүгіну керек
    [overall-limits] Жалпы мерзімдер
    [documents] Құжаттар
    [form] Нысаны
    [result] Нәтижесі
    [refusals] Бас тарту негіздемелері
    [fee] Төлемақы
    [schedule] Жұмыс кестесі
    [complaints] Шағымдар
    [standard] Қызмет стандарты
    [annexes] Қосымшалар
   *[definitions] Анықтамалар мен қысқартулар
}
diff-quoted = «{ $name }»
diff-fields = { $state ->
    [changed] Өзгерген: { $fields }
    [told] Бұрын көрсетілмеген, енді көрсетілген: { $fields }
    [untold] Енді көрсетілмейді: { $fields }
    [same] Өзгеріссіз: { $fields }
   *[silent] Бұрын да, кейін де көрсетілмеген: { $fields }
}
diff-count = { $kind ->
    [same] өзгеріссіз: { $count }
    [paired] сәйкестендірілген: { $count }
    [reworded] басқаша баяндалған: { $count }
    [moved] орны ауысқан: { $count }
    [merged] біріктірілген: { $count }
    [split] бөлінген: { $count }
    [added] қосылған: { $count }
   *[removed] алып тасталған: { $count }
}

## Белгілер

diff-legend = Белгілер
diff-kind = { $kind ->
    [same] сөздері бұрынғыдай (нөмірі, мерзімі мен қатысушысы басқа болуы мүмкін)
    [paired] екінші мәтіннің қадамымен сәйкестендірілген
    [reworded] басқаша баяндалған
    [moved] басқа жерге ауысқан
    [merged] бірнеше қадам бір қадам болған
    [split] бір қадам бірнеше қадам болған
    [added] қосылған
   *[removed] алып тасталған
}
diff-marks = Мәтін ішінде: [-алып тасталған сөздер-], {"{"}+жаңа сөздер+{"}"}. Нөмір басылған күйінде; жақшада — сайттағы орнының мекенжайы.

## Толық

diff-regulation = Регламент тұтастай
diff-untold = салыстыру мүмкін емес: мәтіндер әртүрлі тілде
diff-refers = сілтейді:
diff-more = тағы { $count }; бәрі `--format json` түрінде
diff-role = { $role ->
    [sequence] Іс-қимылдар реті
    [contents] Іс-қимылдардың мазмұны
    [results] Іс-қимылдардың нәтижелері
   *[terms] Іс-қимылдардың мерзімдері
}
diff-nowhere = жоқ
diff-fixed = редактордың көрсетуімен: { $reason }
diff-also = { $aspect ->
    [participant] кім
    [limit] мерзімі
    [outcome] қорытындысы
   *[arrow] әрі қарай
}
diff-goal = { $goal ->
    [end] соңы
    [refused] бас тарту
   *[unknown] актіде көрсетілмеген
}
diff-text-heading = Бүкіл мәтін ретімен
diff-text-untold = Мәтіндер әртүрлі тілде, сондықтан оларды сөз бойынша салыстыру мүмкін емес. Екі мәтін осы регламенттердің беттерінде толық берілген.
diff-folded = { $place }: { $count } бөлік өзгеріссіз{ $renumbered ->
    [0] {""}
   *[other] , оның { $renumbered } бөлігінің нөмірі басқа
}
diff-rows = { $table }, кесте жолдары — { $kinds }; барлық жол `--format json` түрінде
diff-same-words = сөздері бұрынғыдай
diff-part = { $part ->
    [title] тақырып
    [columns] кестенің басы
    [row] { $row }-жол
   *[text] {""}
}
