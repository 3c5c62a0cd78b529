# Что говорит `qadam diff`: отчёт о различиях двух регламентов.

diff-stopped = { $errors ->
    [one] ничего не сравнивалось: { $errors } ошибка
    [few] ничего не сравнивалось: { $errors } ошибки
   *[many] ничего не сравнивалось: { $errors } ошибок
}
diff-side = { $side ->
    [old] Было:
   *[new] Стало:
}
diff-date = { $day }.{ $month }.{ $year }
diff-act = { $date ->
    [none] { $by }, акт № { $number }
   *[other] { $by }, акт № { $number } от { $date }
}
diff-language = { $lang ->
    [none] У текстов нет общего языка, поэтому слова не сравнивались: шаги сопоставлены по тому, кто действует, что делает и какие термины словаря названы. Каждый текст приведён на своём языке.
    [kk] Слова сравнивались на казахском языке: на русском есть не весь текст.
   *[ru] Слова сравнивались на русском языке: на казахском есть не весь текст.
}
diff-none = Различий нет. Номера пунктов и шагов не сравниваются.

## Коротко

diff-brief = Коротко
diff-steps = Шаги
diff-text = Части текста
diff-term = { $kind ->
    [overall] Срок оказания услуги
    [queue] Срок ожидания в очереди
   *[service] Срок обслуживания на месте
}
diff-bound = { $bound ->
    [at-least] не менее: { $measure }
    [exact] ровно: { $measure }
   *[other] { $measure }
}
diff-measure = { $unit ->
    [minute] { $value ->
        [one] { $value } минута
        [few] { $value } минуты
       *[many] { $value } минут
    }
    [hour] { $value ->
        [one] { $value } час
        [few] { $value } часа
       *[many] { $value } часов
    }
    [day] { $value ->
        [one] { $value } день
        [few] { $value } дня
       *[many] { $value } дней
    }
    [working-day] { $value ->
        [one] { $value } рабочий день
        [few] { $value } рабочих дня
       *[many] { $value } рабочих дней
    }
    [calendar-day] { $value ->
        [one] { $value } календарный день
        [few] { $value } календарных дня
       *[many] { $value } календарных дней
    }
   *[month] { $value ->
        [one] { $value } месяц
        [few] { $value } месяца
       *[many] { $value } месяцев
    }
}
diff-silent = { $of ->
    [term] не указан
   *[field] не указано
}
diff-channel = { $channel ->
    [provider] у услугодателя
    [centre] через центр обслуживания населения
    [corporation] через Государственную корпорацию
    [portal] через портал
   *[akim] через акима
}
diff-field = { $field ->
    [provider] Кто оказывает услугу
    [recipients] Кому
    [channels] Куда обращаться
    [overall-limits] Общие сроки
    [documents] Документы
    [form] Форма
    [result] Результат
    [refusals] Основания отказа
    [fee] Плата
    [schedule] График работы
    [complaints] Жалобы
    [standard] Стандарт услуги
    [annexes] Приложения
   *[definitions] Определения и сокращения
}
diff-quoted = «{ $name }»
diff-fields = { $state ->
    [changed] Изменено: { $fields }
    [told] Раньше не указано, теперь указано: { $fields }
    [untold] Больше не указано: { $fields }
    [same] Без изменений: { $fields }
   *[silent] Не указано ни раньше, ни теперь: { $fields }
}
diff-count = { $kind ->
    [same] без изменений: { $count }
    [paired] сопоставлено: { $count }
    [reworded] изложено иначе: { $count }
    [moved] перенесено: { $count }
    [merged] объединено: { $count }
    [split] разделено: { $count }
    [added] добавлено: { $count }
   *[removed] исключено: { $count }
}

## Знаки

diff-legend = Знаки
diff-kind = { $kind ->
    [same] слова прежние (номер, срок и участник могут быть другими)
    [paired] сопоставлено с шагом другого текста
    [reworded] изложено иначе
    [moved] перенесено в другое место
    [merged] из нескольких шагов стал один
    [split] из одного шага стало несколько
    [added] добавлено
   *[removed] исключено
}
diff-marks = Внутри текста: [-исключённые слова-], {"{"}+новые слова+{"}"}. Номер — как напечатан; в скобках — адрес места на сайте.

## Подробно

diff-regulation = Регламент в целом
diff-untold = сравнить нельзя: тексты на разных языках
diff-refers = отсылает:
diff-more = и ещё: { $count }; всё — в `--format json`
diff-role = { $role ->
    [sequence] Последовательность действий
    [contents] Содержание действий
    [results] Результаты действий
   *[terms] Сроки действий
}
diff-nowhere = нет
diff-fixed = по указанию редактора: { $reason }
diff-also = { $aspect ->
    [participant] кто
    [limit] срок
    [outcome] итог
   *[arrow] что дальше
}
diff-goal = { $goal ->
    [end] конец
    [refused] отказ
   *[unknown] акт не указывает
}
diff-text-heading = Весь текст по порядку
diff-text-untold = Тексты на разных языках, поэтому по словам их не сравнить. Оба текста целиком — на страницах этих регламентов.
diff-folded = { $place }: без изменений { $count ->
    [one] { $count } часть
    [few] { $count } части
   *[many] { $count } частей
}{ $renumbered ->
    [0] {""}
   *[other] , под другим номером: { $renumbered }
}
diff-rows = { $table }, строки таблицы — { $kinds }; все строки — в `--format json`
diff-same-words = слова прежние
diff-part = { $part ->
    [title] заголовок
    [columns] шапка таблицы
    [row] строка { $row }
   *[text] {""}
}
