# Места в тексте, даты и ссылки на акты. Их составляет программа; имена аргументов стоят в фигурных скобках.

date-long = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года
date-unknown-inside = неизвестной даты
# $date — date-of; $body — орган в родительном падеже.
date-of = { date-long }
# Где стоит заголовок акта: before — перед словами о нём, after — после.
act-title-stands = after
act-citation = постановление { $body } от { $date } № { $number }
# То же в творительном падеже: чем утратило силу.
act-citation-by = постановлением { $body } от { $date } № { $number }
act-citation-by-bare = постановлением от { $date } № { $number }
act-citation-bare = постановление от { $date } № { $number }
act-short = № { $number } от { $date }
act-number-short = № { $number }

# Места: $form говорит, стоит ли имя само (alone), внутри другого (inner), снаружи (outer) или и то и другое (middle).
at-joined = { $inner } { $outer }
at-section = { $form ->
    [outer] раздела { $number }
   *[alone] раздел { $number }
}
at-point = п. { $number }
at-item = подп. { $number }
at-paragraph = абз. { $number }
at-annex = прил. { $number }
at-table = табл. { $number }
at-step = действ. { $number }
at-section-unnumbered = { $form ->
    [outer] раздела без номера
   *[alone] раздел без номера
}
at-point-unnumbered = { $form ->
    [outer] пункта без номера
   *[alone] пункт без номера
}
at-item-unnumbered = { $form ->
    [outer] подпункта без номера
   *[alone] подпункт без номера
}
at-annex-unnumbered = { $form ->
    [outer] приложения
   *[alone] приложение
}
at-note-unnumbered = { $form ->
    [outer] сноски
   *[alone] сноска
}
at-stamp-unnumbered = { $form ->
    [outer] грифа
   *[alone] гриф
}
at-heading-unnumbered = { $form ->
    [outer] заголовка
   *[alone] заголовок
}
at-signature-unnumbered = { $form ->
    [outer] подписи
   *[alone] подпись
}
at-lost-unnumbered = { $form ->
    [outer] утраченного места
   *[alone] утраченное место
}
cite-section = { $form ->
    [outer] раздела { $number }
   *[alone] раздел { $number }
}
cite-point = { $form ->
    [outer] пункта { $number }
   *[alone] пункт { $number }
}
cite-item = { $form ->
    [outer] подпункта { $number }
   *[alone] подпункт { $number }
}
cite-paragraph = { $form ->
    [outer] абзаца { $number }
   *[alone] абзац { $number }
}
cite-annex = { $form ->
    [outer] приложения { $number }
   *[alone] приложение { $number }
}
cite-table = { $form ->
    [outer] таблицы { $number }
   *[alone] таблица { $number }
}
cite-step = { $form ->
    [middle] действия { $number }
   *[inner] действие { $number }
}
cite-section-unnumbered = { $form ->
    [outer] раздела без номера
   *[alone] раздел без номера
}
cite-point-unnumbered = { $form ->
    [outer] пункта без номера
   *[alone] пункт без номера
}
cite-item-unnumbered = { $form ->
    [outer] подпункта без номера
   *[alone] подпункт без номера
}
cite-annex-unnumbered = { $form ->
    [outer] приложения
   *[alone] приложение
}
cite-note-unnumbered = { $form ->
    [outer] сноски
   *[alone] сноска
}
cite-stamp-unnumbered = { $form ->
    [outer] грифа
   *[alone] гриф
}
cite-heading-unnumbered = { $form ->
    [outer] заголовка
   *[alone] заголовок
}
cite-signature-unnumbered = { $form ->
    [outer] подписи
   *[alone] подпись
}
cite-lost-unnumbered = { $form ->
    [outer] утраченного места
   *[alone] утраченное место
}

cite-regulation = Регламент государственной услуги «{ $title }»: { $act }
cite-regulation-place = Регламент государственной услуги «{ $title }», { $place }: { $act }
# $edition — edition-name.
cite-edition = Регламент государственной услуги «{ $title }» ({ $edition }): { $act }
cite-edition-place = Регламент государственной услуги «{ $title }» ({ $edition }), { $place }: { $act }
cite-act = { $act } «{ $title }»
cite-act-place = { $act } «{ $title }», { $place }
cite-translated = { $citation } (перевод сайта)
cite-repealed = { $citation }. Утратило силу { $by }.
cite-unknown = { $citation }.

step-named = шаг { $step }
# Состояние стоит и в названии страницы, и в её описании: их показывает поиск.
title-with-state = { $state ->
    [repealed] { $title } (утратил силу)
   *[unknown] { $title }
}
act-title-with-state = { $state ->
    [repealed] { $title } (утратило силу)
   *[unknown] { $title }
}
state-sentence = { $state ->
    [repealed] Утратил силу. { $text }
   *[unknown] { $text }
}
act-state-sentence = { $state ->
    [repealed] Утратило силу: { $text }
   *[unknown] { $text }
}
describe-regulation = Регламент государственной услуги, { $act }. Шаги, участники, сроки и полный текст.
describe-act = { $act }. Сведения об акте, регламенты и текст.
describe-service = Где и какими актами регулировалась услуга, что с ними стало.
describe-both = Текст регламента на казахском и русском языках, пункт за пунктом.
both-title = { $title }: на двух языках
edition-name-original = первоначальная редакция
edition-name = редакция по акту { $act }
edition-title = { $title }: { $edition }
describe-edition = Регламент государственной услуги, { $edition }: { $act }. Текст и что в нём изменено.
feed-title = { $site }: что изменилось
feed-entry = { $kind ->
    [adopted] Принят акт: { $act }
    [amended] Изменён акт: { $act }
   *[repealed] Утратил силу акт: { $act }
}
moved-title = Страница перемещена
moved-link = Новый адрес страницы
comparison-title = { $old } и { $new }: { $title }
describe-comparison = Чем отличаются регламенты услуги: { $old } и { $new }. Сроки, шаги, исполнители, текст.
