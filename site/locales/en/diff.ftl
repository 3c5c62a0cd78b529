# What `qadam diff` says: an account of how two regulations differ.

diff-stopped = { $errors ->
    [one] nothing was compared: { $errors } error
   *[other] nothing was compared: { $errors } errors
}
diff-side = { $side ->
    [old] Old:
   *[new] New:
}
diff-date = { $year }-{ $month }-{ $day }
diff-act = { $date ->
    [none] { $by }, act No. { $number }
   *[other] { $by }, act No. { $number } of { $date }
}
diff-language = { $lang ->
    [none] The texts have no language in common, so no words were compared: steps are matched by who acts, what is done and which terms of the glossary are named. Each text stands in its own language.
    [kk] The words were compared in Kazakh: not all of the text is there in Russian.
   *[ru] The words were compared in Russian: not all of the text is there in Kazakh.
}
diff-none = There is no difference. Numbers of points and steps are not compared.

## In brief

diff-brief = In brief
diff-steps = Steps
diff-text = Parts of the text
diff-term = { $kind ->
    [overall] Time for the service
    [queue] Time in the queue
   *[service] Time of attendance
}
diff-bound = { $bound ->
    [at-least] at least { $measure }
    [exact] exactly { $measure }
   *[other] { $measure }
}
diff-measure = { $unit ->
    [minute] { $value ->
        [one] { $value } minute
       *[other] { $value } minutes
    }
    [hour] { $value ->
        [one] { $value } hour
       *[other] { $value } hours
    }
    [day] { $value ->
        [one] { $value } day
       *[other] { $value } days
    }
    [working-day] { $value ->
        [one] { $value } working day
       *[other] { $value } working days
    }
    [calendar-day] { $value ->
        [one] { $value } calendar day
       *[other] { $value } calendar days
    }
   *[month] { $value ->
        [one] { $value } month
       *[other] { $value } months
    }
}
diff-silent = { $of ->
    [term] not stated
   *[field] not stated
}
diff-channel = { $channel ->
    [provider] at the provider
    [centre] through the service centre
    [corporation] through the State Corporation
    [portal] through the portal
   *[akim] through the akim
}
diff-field = { $field ->
    [provider] Provider
    [recipients] Recipients
    [channels] Where to apply
    [overall-limits] Overall times
    [documents] Documents
    [form] Form
    [result] Result
    [refusals] Grounds of refusal
    [fee] Fee
    [schedule] Opening hours
    [complaints] Complaints
    [standard] Standard of the service
    [annexes] Annexes
   *[definitions] Definitions and abbreviations
}
diff-quoted = “{ $name }”
diff-fields = { $state ->
    [changed] Changed: { $fields }
    [told] Not stated before, stated now: { $fields }
    [untold] No longer stated: { $fields }
    [same] Unchanged: { $fields }
   *[silent] Not stated on either side: { $fields }
}
diff-count = { $kind ->
    [same] unchanged: { $count }
    [paired] matched: { $count }
    [reworded] reworded: { $count }
    [moved] moved: { $count }
    [merged] merged: { $count }
    [split] split: { $count }
    [added] added: { $count }
   *[removed] removed: { $count }
}

## Signs

diff-legend = Signs
diff-kind = { $kind ->
    [same] the same words (number, time and participant may be others)
    [paired] matched with a step of the other text
    [reworded] worded otherwise
    [moved] moved to another place
    [merged] several steps became one
    [split] one step became several
    [added] added
   *[removed] removed
}
diff-marks = Within a text: [-words that are gone-], {"{"}+words that are new+{"}"}. Numbers are as printed; in brackets stands the address of the place on the site.

## In full

diff-regulation = The regulation as a whole
diff-untold = cannot be compared: the texts are in different languages
diff-refers = refers to:
diff-more = and { $count } more; all of them with `--format json`
diff-role = { $role ->
    [sequence] Sequence of actions
    [contents] Contents of actions
    [results] Results of actions
   *[terms] Times of actions
}
diff-nowhere = none
diff-fixed = as the editor says: { $reason }
diff-also = { $aspect ->
    [participant] who
    [limit] time
    [outcome] outcome
   *[arrow] what follows
}
diff-goal = { $goal ->
    [end] the end
    [refused] refusal
   *[unknown] the act does not say
}
diff-text-heading = The whole text in order
diff-text-untold = The texts are in different languages and cannot be compared by their words. Both stand in full on the pages of these regulations.
diff-folded = { $place }: unchanged, { $count ->
    [one] { $count } part
   *[other] { $count } parts
}{ $renumbered ->
    [0] {""}
   *[other] , under another number: { $renumbered }
}
diff-rows = { $table }, rows of the table: { $kinds }; all rows with `--format json`
diff-same-words = the same words
diff-part = { $part ->
    [title] title
    [columns] heads of the columns
    [row] row { $row }
   *[text] {""}
}
