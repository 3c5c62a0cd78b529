# Постоянные слова страниц. Шаблоны берут их вызовом t(id="…"); имена аргументов стоят в фигурных скобках.

## Рамка страницы

skip-to-main = К содержанию страницы
languages = Язык
look-contrast = Крупно и контрастно
look-contrast-note = Крупные буквы и высокая контрастность включены на этой странице, пока этот блок раскрыт. Чтобы так было всегда, включите повышенную контрастность и масштаб в настройках устройства или браузера.
crumbs = Путь к странице
contents = На этой странице
home = Главная
foot-nav = О сайте
glossary = Словарь
foot-unofficial = Неофициальное издание.
foot-unofficial-note = Сайт — архив утративших силу регламентов. Юридическую силу имеют только официально опубликованные тексты.
foot-official-text = Официальный текст
foot-official-unknown = адрес неизвестен
foot-encoding = Страница построена из записи
foot-source-digest = контрольная сумма исходного текста
foot-report = Сообщить об ошибке
foot-publisher = Издатель

## Общие слова

unknown = неизвестно
not-stated = акт не указывает
date-unknown = дата неизвестна
effect-not-stated = { $of ->
    [repeal] день не назван
   *[act] дата введения в действие не указана
}
effect-of-repealing-act = отменивший акт
see = отсылает:
service = Услуга
services = Услуги
place = Место
acts = Акты
regulation-label = Регламент государственной услуги
act-label = Акт
language-ru = русский
language-kk = казахский
in-ru = По-русски
in-kk = По-казахски
doubt = Сомнение редактора:
redacted = не показано:
act-count = { $count ->
    [one] { $count } акт
    [few] { $count } акта
   *[many] { $count } актов
}
regulation-count = { $count ->
    [one] { $count } регламент
    [few] { $count } регламента
   *[many] { $count } регламентов
}
step-count = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[many] { $count } шагов
}

## Корень сайта

root-lead = Архив утративших силу регламентов государственных услуг Казахстана: что, где и в какой срок полагалось сделать.
root-enter = На русском языке
not-found-title = Страница не найдена
not-found-text = По этому адресу страницы нет. Возможно, в адресе опечатка.
not-found-home = На главную страницу

## Статус

status-repealed = { $of ->
    [act] Утратило силу
   *[regulation] Утратил силу
}
status-repealed-note = { $of ->
    [act] Постановление больше не действует. Это архив: при обращении за услугой на него полагаться нельзя.
   *[regulation] Регламент больше не действует. Это архив: при обращении за услугой на него полагаться нельзя.
}
status-unknown = Статус неизвестен
status-unknown-note = Сайту неизвестно, действует ли текст. Проверьте официальный источник.
state-repealed = утратило силу
state-unknown = статус неизвестен
# Дата отменяющего акта, а не день утраты силы.
state-act-of = постановление от
repealed-by = Каким актом
repealed-since = С какой даты
replaced-by = Что принято взамен
holds-today = Что действует сейчас
today-unknown = неизвестно
today-seen = проверено

## Перевод

translation-original = { $original ->
    [kk] Текст акта приведён на казахском языке: русского текста в архиве нет.
   *[ru] Текст акта приведён на русском языке: казахского текста в архиве нет.
}
translation-partial = { $original ->
    [kk] Часть текста переведена с казахского неофициально; остальное приведено в оригинале.
   *[ru] Часть текста переведена с русского неофициально; остальное приведено в оригинале.
}
translation-unofficial = { $original ->
    [kk] Текст переведён с казахского неофициально. Перевод никем не подтверждён.
   *[ru] Текст переведён с русского неофициально. Перевод никем не подтверждён.
}
translation-reviewed = { $original ->
    [kk] Текст переведён с казахского. Перевод проверен редактором, но не опубликован официально.
   *[ru] Текст переведён с русского. Перевод проверен редактором, но не опубликован официально.
}
translation-see-original = { $original ->
    [kk] Оригинал на казахском языке
   *[ru] Оригинал на русском языке
}
translation-short-partial = Слова акта частично переведены неофициально.
translation-short-unofficial = Слова акта даны в неофициальном переводе.
translation-short-reviewed = Слова акта даны в переводе, который проверил редактор.
# Стороны страницы на двух языках названы каждая на своём языке.
side-kk-source = Қазақша, түпнұсқа
side-kk-original = Қазақша
side-kk-partial = Қазақша, толық емес бейресми аударма
side-kk-unofficial = Қазақша, бейресми аударма
side-kk-reviewed = Қазақша, тексерілген аударма
side-ru-source = Русский, оригинал
side-ru-original = Русский
side-ru-partial = Русский, неполный неофициальный перевод
side-ru-unofficial = Русский, неофициальный перевод
side-ru-reviewed = Русский, проверенный перевод
both-kicker = Регламент на двух языках
both-link = На двух языках рядом
both-back = Страница регламента
both-original = { $original ->
    [kk] В архиве есть только казахский текст акта.
   *[ru] В архиве есть только русский текст акта.
}
both-partial = { $original ->
    [kk] Оригинал — на казахском языке. Русский текст — неполный неофициальный перевод.
   *[ru] Оригинал — на русском языке. Казахский текст — неполный неофициальный перевод.
}
both-unofficial = { $original ->
    [kk] Оригинал — на казахском языке. Русский текст — неофициальный перевод.
   *[ru] Оригинал — на русском языке. Казахский текст — неофициальный перевод.
}
both-reviewed = { $original ->
    [kk] Оригинал — на казахском языке. Русский перевод проверен редактором, но не опубликован официально.
   *[ru] Оригинал — на русском языке. Казахский перевод проверен редактором, но не опубликован официально.
}
not-translated = перевода нет

## Знаки

legend = Знаки на этой странице
legend-added = добавлено редактором или сайтом: в тексте акта этих слов нет
legend-stated = акт прямо говорит, что следует дальше
legend-inferred = порядок выведен из расположения шагов: акт прямо его не называет
legend-sic = ошибка самого акта, сохранена так, как напечатана; в полном тексте рядом сказано, что имелось в виду
legend-sic-translated = ошибка самого акта; так она отмечена в оригинале, перевод передаёт смысл
legend-sic-sample = слово
legend-differences = подчёркнутое стоит только здесь, зачёркнутое — только в том изложении, которое здесь повторяется
legend-inserted-sample = здесь
legend-deleted-sample = там
sic-mark = так
sic-meant = так; по смыслу:

## Краткое изложение

summary = Кратко
passport-provider = { $state ->
    [unknown] Кто оказывает
   *[repealed] Кто оказывал
}
passport-recipients = Кому
passport-channels = { $state ->
    [unknown] Куда обращаться
   *[repealed] Куда обращались
}
passport-documents = Какие документы
passport-form = Форма
passport-result = Результат
passport-refusals = Основания отказа
passport-schedule = График работы
passport-fee = { $state ->
    [unknown] Сколько стоит
   *[repealed] Сколько стоило
}
passport-complaints = Жалобы
passport-standard = Стандарт услуги
passport-annexes = Приложения
passport-definitions = Сокращения и термины
passport-terms = { $state ->
    [unknown] Сколько длится
   *[repealed] Сколько длилось
}
terms-none = акт не указывает общего срока
term-kind-queue = ожидание в очереди:
term-kind-service = обслуживание на месте:
refused = { $state ->
    [unknown] Куда ведёт отказ
   *[repealed] Куда вёл отказ
}
refused-nowhere = отдельного шага с отказом нет
refused-inside = разные исходы названы внутри шагов:
sums = Сумма сроков шагов
sums-hint = подсчёт сайта, не слова акта
diagrams-in-book = Схемы процессов для печати разложены по листам в справочнике бизнес-процессов: его страница – «{ book-link }» на этом сайте.
sum-label = Сумма сроков шагов (подсчёт сайта, не слова акта):
sum-by = сроки взяты из:
sum-none = посчитать нельзя: сроки не названы
sum-no-way = посчитать нельзя: акт не указывает, чем кончается этот порядок
sum-unlimited = { $count ->
    [one] срок ещё { $count } шага не посчитан: не назван, не в числах или дан до события
   *[many] сроки ещё { $count } шагов не посчитаны: не названы, не в числах или даны до события
}
sum-from-event = { $count ->
    [one] { $count } срок идёт от названного события, а не от конца предыдущего шага, и может перекрывать другие
    [few] { $count } срока идут от названных событий, а не от конца предыдущего шага, и могут перекрывать другие
   *[many] { $count } сроков идут от названных событий, а не от конца предыдущего шага, и могут перекрывать другие
}
sum-left-out = { $count ->
    [one] не считая { $count } шага в стороне от пути к результату
   *[many] не считая { $count } шагов в стороне от пути к результату
}
sum-over-term = больше срока, который акт называет для всей услуги: сроки шагов идут одновременно или акт противоречит себе
sum-at-most = не более
sum-doubted = { $count ->
    [one] если { $count } шаг, о котором есть сомнение, считать отдельным:
   *[many] если { $count } шагов, о которых есть сомнение, считать отдельными:
}
duration-minute = { $value ->
    [one] { $value } { $most ->
        [yes] минуты
       *[no] минута
    }
    [few] { $value } { $most ->
        [yes] минут
       *[no] минуты
    }
   *[many] { $value } минут
}
duration-hour = { $value ->
    [one] { $value } { $most ->
        [yes] часа
       *[no] час
    }
    [few] { $value } { $most ->
        [yes] часов
       *[no] часа
    }
   *[many] { $value } часов
}
duration-day = { $value ->
    [one] { $value } { $most ->
        [yes] дня
       *[no] день
    }
    [few] { $value } { $most ->
        [yes] дней
       *[no] дня
    }
   *[many] { $value } дней
}
duration-working-day = { $value ->
    [one] { $value } { $most ->
        [yes] рабочего дня
       *[no] рабочий день
    }
    [few] { $value } { $most ->
        [yes] рабочих дней
       *[no] рабочих дня
    }
   *[many] { $value } рабочих дней
}
duration-calendar-day = { $value ->
    [one] { $value } { $most ->
        [yes] календарного дня
       *[no] календарный день
    }
    [few] { $value } { $most ->
        [yes] календарных дней
       *[no] календарных дня
    }
   *[many] { $value } календарных дней
}
duration-month = { $value ->
    [one] { $value } { $most ->
        [yes] месяца
       *[no] месяц
    }
    [few] { $value } { $most ->
        [yes] месяцев
       *[no] месяца
    }
   *[many] { $value } месяцев
}
restates = Заменил редакцию, утверждённую актом
restates-title = прежнее название:
cite = Как сослаться

## Пути обращения. С inside="yes" слова стоят внутри строки.

channel-provider = { $inside ->
    [yes] у услугодателя
   *[no] У услугодателя
}
channel-centre = { $inside ->
    [yes] через центр обслуживания населения
   *[no] Через центр обслуживания населения
}
channel-corporation = { $inside ->
    [yes] через Государственную корпорацию
   *[no] Через Государственную корпорацию
}
channel-portal = { $inside ->
    [yes] через портал
   *[no] Через портал
}
channel-akim = { $inside ->
    [yes] через акима
   *[no] Через акима
}
channel-any = Порядок действий

## Шаги

steps-label = Шаги
step-number = Шаг
step-by = Кто
step-action-sequence = Действие
step-action-contents = Действие
step-action-results = Результат действия
step-action-terms = Срок действия
step-limit = Срок
step-outcome = Итог
step-next = Что дальше
step-when = Условие:
step-on = Где, в какой системе:
step-to = Кому:
step-fork = Возможные исходы:
step-fork-channel = Смотря куда обратились:
arrow-otherwise = иначе
step-matches = Повторяет:
step-printed-next = В таблице акта:
kind-condition = Условие
kind-refusal = Отказ
kind-message = Сообщение
kind-wait = Ожидание
kind-result = Результат
chosen-by = { $by ->
    [channel] смотря куда обратились
    [object] смотря о чём просят
    [applicant] смотря кто просит
   *[outcome] смотря по исходу
}
by-nobody = акт не называет
by-one-of = один из:
by-turn = по очереди:
by-together = вместе:
limit-none = не указан
limit-unknown = срок утрачен или не указан
limit-inherited = срок шага выше
limit-inferred = к чему относится срок, определил редактор
to-end = конец
to-end-result = конец: результат
to-end-refused = конец: отказ
to-onward = далее:
to-unknown = акт не указывает
telling-continues = Продолжает:
telling-after-stated = после:
telling-after = по мнению редактора, после:
telling-retells = Повторяет:
telling-of = Относится к:
telling-alternative-to = Другой вариант порядка, изложенного в:
telling-when = Условие:
telling-same = отличий нет
telling-differing = { $count ->
    [one] отличается { $count } шаг
    [few] отличаются { $count } шага
   *[many] отличаются { $count } шагов
}
role-sequence = последовательность действий
role-contents = содержание действий
role-results = результаты действий
role-terms = сроки действий

## Ошибки акта, участники

doubts = Сомнения редактора
doubts-lead = Здесь акт неполон или противоречит сам себе, как его понял редактор. Это не слова акта.
findings = Неточности самого акта
findings-lead = Что утрачено или напечатано с ошибкой в опубликованном тексте. Сайт его не исправляет.
participants = Участники
participant-staff = работник услугодателя
participant-unit = подразделение услугодателя
participant-provider = оказывает услугу
participant-body = коллегиальный орган
participant-outside = вне услугодателя
participant-recipient = обращается за услугой
participant-system = информационная система
participant-listed = перечислен:
participant-unlisted = в перечне акта не назван
participant-acts = действует:
participant-mentioned = получает или служит средством:
participant-idle = в шагах не назван
participant-aliases = другие названия:

## Полный текст

full-text = Полный текст
annex-label = Приложение
annex-numbered = Приложение { $number }
point-label = Пункт { $number }
number-lost = номер утрачен
refers-from = На приложение ссылаются:
to-step-row = К строке этого шага в таблице
lost-diagram = диаграмма утрачена: в опубликованном тексте её нет
lost-diagram-rest = от диаграммы остались только подписи
lost-reference-book = справочник утрачен: в опубликованном тексте его нет
lost-form = форма утрачена: в опубликованном тексте её нет
lost-table = таблица утрачена: в опубликованном тексте её нет
lost-text = текст утрачен
heading-lost = заголовка в опубликованном тексте нет
heading-paragraph = заголовок напечатан как обычный абзац
cells-loose = ячейки, столбец которых неизвестен
cell-lane-lost = столбец утрачен
cell-lane-likely = столбец определил редактор
amendment-added = Дополнен
amendment-restated = В новой редакции
amendment-changed = С изменениями
amendment-removed = Исключён
before-unknown = прежний текст неизвестен
before-absent = прежде не было
before-text = Прежний текст

## Редакции

editions = Редакции
edition-original = Первоначальная
edition-unknown-short = текст неизвестен
edition-account = что изменилось
edition-about = Об этой редакции
edition-made-by = Каким актом создана
edition-known = Что известно о тексте
edition-known-exact = известны все слова, кроме утраченных и в самой публикации
edition-known-lacking = неизвестны прежние слова этих мест:
edition-known-unknown = неизвестен: опубликована только более поздняя редакция
edition-known-perhaps = неизвестно даже, была ли такая редакция: опубликована только более поздняя
edition-perhaps-absent = неизвестно, было ли это место
edition-derived = текст составлен сайтом из последней редакции по сноскам публикации
edition-changes = Что изменилось
edition-whole = весь регламент
edition-newest = Последняя редакция
edition-changed-text = Что изменено
edition-mark-unknown = прежние слова неизвестны
edition-mark-perhaps-absent = неизвестно, было ли это место в этой редакции
edition-mark-former = слова этой редакции; позднее они изменены

## Акт

act-passport = Сведения об акте
act-adopted-by = Кем принят
act-number = Номер
act-signed = Дата подписания
act-registered = Государственная регистрация
act-published = Официальное опубликование
act-effect = Введение в действие
act-language = Язык текста
act-regulations = Регламенты
act-relations = Связи с другими актами
act-text = Текст акта

## Главная

home-lead = Архив утративших силу регламентов государственных услуг Казахстана. По каждой услуге: что полагалось сделать, куда обращались, какие были сроки, и полный текст.
home-empty = Пока не внесён ни один акт.
home-counts = Услуг: { $services }; регламентов: { $regulations }; актов: { $acts }; мест: { $places }.
by-topic = Услуги по темам
by-place = По городам и областям
by-letter = Услуги по алфавиту
changes = Что изменилось
changes-lead = Принятие, изменение и утрата силы актов, в том числе тех, текста которых в архиве нет. Сначала новые, акты без даты — в конце. Даты — дни подписания актов.
changes-older = { $count ->
    [one] Ещё { $count } событие, более раннее
    [few] Ещё { $count } события, более ранние
   *[many] Ещё { $count } событий, более ранние
}
change-adopted = Принятие
change-amended = Изменение
change-repealed = Утрата силы
change-by = Каким актом:
change-compared = Сравнение с прежним регламентом:

## Услуга, место, словарь

other-name = На казахском языке
name-status = Статус названия
topic = Тема
regulations-at = Регламент:
service-repealed = Утратили силу
service-repealed-note = Все регламенты этой услуги, которые есть в архиве, больше не действуют. Полагаться на них при обращении за услугой нельзя.
service-regulations = Регламенты этой услуги
service-no-regulations = Регламентов этой услуги в архиве нет.
# Сравнение регламентов одной услуги. Место и год называют регламент в столбце.
version = { $place }, { $year }
version-numbered = { $place }, { $year }, № { $number }
year-unknown = год неизвестен
matrix-lead = Каждый регламент — в своём столбце, сначала новые. Слова актов стоят в кавычках, сравнения сайта — в квадратных скобках.
matrix-how = Как это сравнивалось
matrix-how-terms = Сроки сравниваются отдельно по каждому пути обращения; рабочие дни с календарными и днями без уточнения не сравниваются.
matrix-how-steps = Шаги посчитаны у основной последовательности каждого пути.
matrix-how-pages = Подробные страницы есть для соседних по времени регламентов одного места и для каждого места с тем, по которому в архиве больше всего регламентов.
matrix-regulation = Регламент
matrix-compare = Сравнить подробно с
matrix-sums = { sums }
matrix-steps = Сколько шагов
matrix-participants = Сколько участников действует
rank-most = { $of ->
    [steps] больше всего
   *[terms] дольше всего
}
rank-least = { $of ->
    [steps] меньше всего
   *[terms] короче всего
}
rank-same = { $of ->
    [steps] столько же, сколько у других
   *[terms] одинаково
}
rank-among = из { $count }, где это названо
rank-alone = других не названо
rank-incomparable = с другими не сравнить
timeline = Хронология
timeline-dates = Даты — дни подписания актов.
service-relations = Связь с другими услугами
relation-split-from = Выделена из:
relation-merged-from = Объединяет:
relation-renamed-from = Прежде называлась:
became-split-from = Из неё выделена:
became-merged-from = Вошла в:
became-renamed-from = Позже называлась:
place-country = страна
place-city = город
place-region = область
place-district = район
place-town = город
place-settlement = посёлок
place-village = село
place-rural-district = сельский округ
part-of = Входит в
parts = Включает
bodies = Органы
bodies-lead = Так называются органы.
term-official = название официальное
term-reviewed = перевод названия проверен редактором
term-unofficial = перевод названия неофициальный
term-seen = Встречается:
glossary-lead = Слова актов на двух языках: кто действует, системы, документы, сокращения.
glossary-remarks = Пояснение
glossary-participant = Участники
glossary-system = Информационные системы
glossary-document = Документы
glossary-abbreviation = Сокращения
glossary-section = Названия разделов
glossary-object = О чём просят
glossary-applicant = Кто обращается
glossary-concept = Понятия
variant-main = основной вариант
variant-alternative = альтернативный вариант

# Диаграммы
diagram-title = Диаграмма процесса: { $place }
diagram-desc = Те же шаги с исполнителями, сроками и переходами перечислены в таблице под диаграммой.
diagram-skip = Пропустить диаграмму
diagram-wide = Диаграмма шире экрана: прокрутите её вбок.
diagram-begin = Начало
diagram-end = Конец
diagram-refused = Отказ
diagram-unknown = Дальше акт не указывает
diagram-onward = далее: { $place }
diagram-from = После: { $place }
diagram-nobody = Исполнитель не назван
diagram-lost = Чей шаг, не сохранилось
diagram-twin-all = тот же шаг: и
diagram-twin-one-of = тот же шаг: или
diagram-twin-turn = тот же шаг: затем
diagram-twin-together = тот же шаг: вместе
diagram-file-desc = Сведения о тех же шагах — в таблице на странице регламента. Неофициальное издание. Источник: { $source }
diagram-file = Диаграмма отдельным файлом (SVG)
diagram-shared = Диаграмма та же, что у места
drawn-terminal = { $notation ->
    [electronic] скруглённая рамка — начальное или завершающее сообщение
   *[procedures] скруглённая рамка — начало или конец
}
drawn-refused = жирная скруглённая — отказ
drawn-unknown = точечная скруглённая — дальше акт не указывает
drawn-onward = «далее» — процесс продолжается в названном месте
drawn-box = { $notation ->
    [electronic] прямоугольник — процесс
   *[procedures] прямоугольник — действие
}
drawn-likely = штриховой — исполнителя определил редактор
drawn-twin = прямоугольники, соединённые чертой без стрелки, — одно действие нескольких исполнителей
drawn-choice = { $notation ->
    [electronic] ромб — условие
   *[procedures] ромб — выбор
}
drawn-stated = сплошная линия — переход указан в акте
drawn-inferred = точечная линия — переход выведен редактором
drawn-junction = точка — линии сходятся или расходятся, без точки только пересекаются
sentence-short = { $count ->
    [1] Один шаг, поэтому без диаграммы:
   *[other] Два шага, поэтому без диаграммы:
 }
sentence-nobody = Кто действует, акт не называет, поэтому вместо диаграммы — таблица.
sentence-too-large = Диаграммы нет: переходов слишком много. Всё, что она показала бы, есть в таблице.
book = Справочник бизнес-процессов оказания государственной услуги
book-title = Справочник бизнес-процессов: { $title }
describe-book = Диаграммы процессов и таблицы шагов для печати на А4.
book-link = Справочник бизнес-процессов (для печати)
book-legend = Условные обозначения
book-sheet = Лист { $sheet } из { $sheets }
book-inferred = Что выведено редактором
book-inferred-lead = Этого в акте нет; так его понял редактор.
book-inferred-arrows = Переходы:
book-inferred-doers = Кто действует:
book-inferred-limits = К чему относится срок:
diagram-connector = { $letter } · лист { $sheets }
sign-terminal-procedures = начало или завершение оказания государственной услуги
sign-box-procedures = наименование процедуры (действия) услугополучателя и (или) структурно-функциональной единицы
sign-choice-procedures = вариант выбора
sign-arrow-procedures = переход к следующей процедуре (действию); сплошная линия — переход указан в акте
sign-terminal-electronic = сообщение начальное; сообщение завершающее, простые события завершающие
sign-box-electronic = процесс
sign-choice-electronic = условие
sign-arrow-electronic = поток управления, поток сообщений; сплошная линия — переход указан в акте
sign-lane-electronic = информационная система или участник
sign-limit-electronic = события-таймеры: срок стоит в рамке шага последней строкой
notation-procedures = Процедуры (действия)
notation-electronic = Электронная услуга
sign-inferred = переход, которого акт не называет: он выведен редактором
sign-twin = один шаг нескольких исполнителей
sign-junction = линии сходятся или расходятся, без ромба — по всем путям; без точки они только пересекаются
sign-refused = отказ
sign-unknown = дальше акт не указывает
sign-likely = исполнителя определил редактор
sign-onward = процесс продолжается в названном месте
sign-connector = продолжение на другом листе, под той же буквой
diagram-otherwise = [иначе]

## Адреса
addresses = Адреса, график работы, телефоны
addresses-link = Адреса и телефоны
addresses-at = адреса и телефоны
addresses-kicker = Регламент: адреса, график работы, телефоны
addresses-title = { $title }: адреса и телефоны
describe-addresses = Куда обращались за услугой: органы, их адреса, график работы и телефоны, как их печатает регламент.
addresses-lead = Адреса и телефоны даны, как они напечатаны в приложениях регламента, и с тех пор могли измениться. Название места в квадратных скобках добавил редактор.
addresses-back = Вернуться к регламенту
addresses-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
addresses-districts = Районы и города
addresses-elsewhere = Место не указано
addresses-filter = Найти по селу, району, органу или телефону
addresses-filter-hint = Названия мест можно писать по-русски и по-казахски.
address-n = №
address-body = Орган
address-address = Адрес
address-hours = График работы
address-phone = Телефон

## Поиск по списку
filter-found = Найдено: { $found } из { $all }
filter-none = Ничего не найдено
glossary-filter = Найти слово
glossary-filter-hint = Можно искать по-русски и по-казахски.

## Сравнение версий
comparison-kicker = Сравнение версий услуги
comparison-and-neighbours = , затем
comparison-and-places = и
comparison-lead-neighbours = Чем более поздний регламент отличается от более раннего: по тексту актов, шаг за шагом.
comparison-lead-places = Чем регламенты двух мест отличаются друг от друга: по тексту актов, шаг за шагом.
comparison-by-translation = Один из регламентов или оба здесь в переводе: слова сравниваются по нему, и часть различий может быть различиями перевода.
comparison-by-none = Тексты этих актов в архиве на разных языках, и перевода всех шагов нет. Слова не сравниваются: шаги сопоставлены по исполнителям, виду действия и общим терминам, и это чтение редактора.
comparison-between-known = Изменения внёс
comparison-between-unknown = Когда и каким актом введено каждое отличие, сказать нельзя: промежуточных текстов в архиве нет. Известно лишь, что это произошло между днями подписания этих двух актов.
comparison-answer = Коротко
comparison-longer = Кому, какие документы, когда отказывали, график работы, приложения, сокращения
comparison-what = Что
comparison-term-overall = Срок услуги
comparison-term-queue = Ожидание в очереди
comparison-term-service = Обслуживание на месте
comparison-steps-all = Шаги во всех описаниях
comparison-units = Пункты и строки текста
comparison-steps = Шагов:
comparison-state-changed = есть различия
comparison-state-same = { $of ->
    [channels] те же способы
   *[other] то же
}
comparison-state-unread = не сравнивалось: разные языки
comparison-diagrams = Схемы: что отличается
comparison-signs-neighbours = Знаки в клетках: «+» добавлено, «–» исключено, «~» изложено или ограничено сроком иначе, «>» перенесено, «&» объединено, «/» разделено. Без знака — без изменений.
comparison-signs-places = Знаки в клетках: «+» и «–» только в одной из версий, «~» изложено или ограничено сроком иначе, «>» в другом месте, «&» объединено, «/» разделено. Без знака — так же.
comparison-gone = { $kind ->
    [places] Только в версии «{ $name }»
   *[neighbours] Исключено
}
comparison-came = { $kind ->
    [places] Только в версии «{ $name }»
   *[neighbours] Добавлено
}
comparison-repeats = этот перечень повторяет другой
comparison-lost = { $name }: часть приложений утрачена в самой публикации, сроки и шаги могли стоять и там.
comparison-terms-many = { $count ->
    [few] { $count } срока для разных случаев (ниже)
   *[many] { $count } сроков для разных случаев (ниже)
}
comparison-fixed = по указанию редактора
comparison-alone = { $count ->
    [one] { $count } шаг; в другом регламенте такого перечня нет:
    [few] { $count } шага; в другом регламенте такого перечня нет:
   *[many] { $count } шагов; в другом регламенте такого перечня нет:
}
comparison-same-steps = { $count ->
    [one] { $count } шаг без изменений
    [few] { $count } шага без изменений
   *[many] { $count } шагов без изменений
}
comparison-text = Текст по пунктам
comparison-text-open = Показать весь текст обеих версий
comparison-text-note = Порядок — более поздней версии. Слова, которых больше нет, зачёркнуты; новые подчёркнуты. Номера пунктов различием не считаются. Строки таблиц только сосчитаны: они есть на странице регламента.
comparison-same-units = { $count ->
    [one] { $count } пункт или абзац без изменений
    [few] { $count } пункта или абзаца без изменений
   *[many] { $count } пунктов и абзацев без изменений
}
comparison-rows = { $count ->
    [one] таблица: { $count } строка
    [few] таблица: { $count } строки
   *[many] таблица: { $count } строк
}
comparison-sources = Источники
comparison-no-term = акт не указывает общего срока
comparison-lang-ru = Шаги и текст сравниваются по-русски: на этом языке издан хотя бы один из актов, а перевода всех шагов нет. Слова в кратком обзоре, если они переведены, — неофициальный перевод.
comparison-lang-kk = Шаги и текст сравниваются по-казахски: на этом языке издан хотя бы один из актов, а перевода всех шагов нет. Слова в кратком обзоре, если они переведены, — неофициальный перевод.
fate-touched = слова прежние
fate-signs = другие знаки
also-limit-new = срок назван только во второй
also-limit-gone = срок назван только в первой
also-participant-new = исполнитель назван только во второй
also-participant-gone = исполнитель назван только в первой
comparison-state-only = только в одной из версий
comparison-services = Это разные услуги: { $old } → { $new }. Что одна вышла из другой — чтение редактора.
fate-same = без изменений
fate-reworded = изложено иначе
fate-moved = в другом месте
fate-merged = объединено
fate-split = разделено
fate-added = { $kind ->
    [places] только во второй версии
   *[neighbours] добавлено
}
fate-removed = { $kind ->
    [places] только в первой версии
   *[neighbours] исключено
}
also-participant = другой исполнитель
also-limit = другой срок
also-outcome = другой итог
also-arrow = другой следующий шаг
comparison-sign = { $change ->
    [same] =
    [moved] >
    [merged] &
    [split] /
    [added] +
    [removed] –
   *[other] ~
}
## Хронология: акты, которые меняли и отменяли друг друга

line-title = Хронология: { $of }
line-of-service = { $service } ({ $place })
line-desc = Акты по дням подписания, сверху ранние. Те же сведения полностью — в списке рядом.
line-legend = Закрашенный круг — текст акта есть в архиве; пустой — текста нет. Сплошная линия ведёт к акту, который признан утратившим силу, штриховая — к изменённому.
line-gap = Пробел.
line-gap-note = Что действовало между этими актами, тексты архива не говорят.
line-gap-short = пробел: что действовало, тексты архива не говорят
line-undated = Акты без даты: их место в хронологии неизвестно.
line-fold = { $acts ->
    [one] { $acts } акт
    [few] { $acts } акта
   *[many] { $acts } актов
}{ $gaps ->
    [0] {""}
    [one] {" "}и { $gaps } пробел
    [few] {" "}и { $gaps } пробела
   *[many] {" "}и { $gaps } пробелов
}
line-acts = { $count ->
    [one] { $count } акт
    [few] { $count } акта
   *[many] { $count } актов
}
line-amended = Изменяет
line-repealed = Признаёт утратившим силу
line-regulation = регламент
line-regulation-label = Регламент
line-whole = целиком
line-here = акт этой страницы
line-no-text = текста в архиве нет
line-unknown = касается ли этой услуги, не указано
line-before = предшествующая услуга
line-after = последующая услуга
