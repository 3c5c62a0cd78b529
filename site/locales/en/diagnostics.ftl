# What is wrong, in the words of `check` and `build`; the id of a message is its code. `.label` stands under the marked
# place, `.also` under the second one, `.help` says what to do. An argument that has no value is `none`.

severity-error = error
severity-warning = warning
# Stands before a `.help`.
help = help

## Files

unreadable = cannot read `{ $path }` ({ $reason })
    .help = check that it is there and that you have the right to read it
not-utf8 = `{ $path }` is not saved as UTF-8, but probably as { $encoding }
    .help = open the file in a text editor and save it with the encoding UTF-8
# A plain number counts the files of a folder; a number with a unit is the size of one file.
too-large = { $limit ->
    [one] the folder `{ $path }` holds more than { $limit } file
    [other] the folder `{ $path }` holds more than { $limit } files
   *[size] the file `{ $path }` is larger than { $limit }
}
    .help = { $limit ->
        [one] move what does not belong to the project out of the folder
        [other] move what does not belong to the project out of the folder
       *[size] check that the right file stands here; divide what is really so long
    }
symlink = `{ $path }` is a link to another place
    .help = put the file or folder itself there: links are not followed
bad-file-name = `{ $path }` has a name or a place that cannot be used
    .help = use lower-case Latin letters, digits and hyphens: `regulations/PLACE/ACT/01-NAME.yaml` for a regulation, `site/pages/NAME.ru.md` or `NAME.kk.md` for a page
missing-file = the file `{ $path }` is not there
    .help = create it; if the project stands in another folder, name that folder with `--root`
empty-file = the file is empty
    .help = write something into it or delete it

## YAML

yaml-syntax = the file breaks the rules of YAML: { $cause ->
        [tab] a tab stands in an indent
        [quote] a quotation mark is not closed, or something stands behind the closing one
        [escape] a backslash in double quotes begins no known sign
        [bracket] a bracket is not closed, or a comma is missing between brackets
        [colon] a colon stands where no field can begin
        [line] a line is neither a field nor indented as the text of one
        [sign] it holds a sign that cannot be printed
        [indent] lines of one block begin at different places
       *[other] { $info }
    }
    .label = reading stopped here
    .help = { $cause ->
        [tab] indent with spaces: YAML does not allow tabs
        [quote] close every quotation mark; in a text in `"` write `\"` for the mark itself, or put `>-` behind the field and the text on a line of its own
        [escape] write `\\` for a backslash, or use `'` for quotes
        [bracket] close every `[` and `{"{"}`, divide what is between them with commas; put a text that contains such signs in quotes
        [colon] put a text in quotes if it contains a colon and a space; give fields of one block the same indent
        [line] write `name: value`; indent the lines of a text more than its field
        [sign] delete the sign; it often comes along when text is copied from another program
        [indent] look at this line and the one above: give fields and hyphens of one block the same indent
       *[other] look at this line and the one above: put a text in quotes if it contains a colon and a space, or a space and `#`, close every quote, give fields of one block the same indent
    }
yaml-documents = the file holds more than one document
    .label = the second one begins here
    .help = delete the line `---` or move what follows it to a file of its own
yaml-feature = anchors `&`, aliases `*` and tags `!` cannot be used
    .label = begins with such a sign
    .help = write the value out in full; if it is a text that begins with this sign, put it in quotes
yaml-depth = fields and lists are nested more than { $limit } levels deep
    .label = too deep
    .help = check the indents: too many of them are larger than those of the line above
yaml-key = the name of a field must be a plain text
    .label = a list or a block of fields stands in place of a name
    .help = write `name: value`; if the name itself begins with a bracket, put it in quotes
duplicate-key = the field `{ $key }` stands twice in one block
    .label = for the second time
    .also = for the first time
    .help = keep one of the two

## Fields and values

unknown-field = unknown field `{ $field }`
    .label = there is no such field here
    .help = { $nearest ->
        [none] use one of: { $expected }
       *[other] did you mean `{ $nearest }`?
    }
missing-field = the field `{ $field }` is missing
    .label = in the block that begins here
    .help = add a line `{ $field }: …` with the same indent
unprintable = the text holds the sign { $sign }, which cannot be shown
    .label = in this text
    .help = delete it: it is invisible; write the text anew if it does not show where it stands
wrong-type = { $expected ->
    [value] a value
    [text] expected a text
    [number] expected a number
    [list] expected a list
    [map] expected a block of fields
    [word] expected a word
    [true-or-false] expected `true` or `false`
    [text-or-map] expected a text or a block of fields
    [text-or-list] expected a text or a list
   *[other] expected something else ({ $expected })
}, found { $found ->
    [scalar] `{ $text }`
    [empty] nothing
    [list] a list
   *[map] a block of fields
}
    .label = this value
    .help = { $expected ->
        [value] write the value behind the colon, or delete the field
        [text] write the text behind the colon; put it in quotes if it begins with a sign or contains a colon and a space
        [number] write a whole number in digits
        [list] write each value on a line of its own, beginning with `-` and a space
        [map] write each field on a line of its own, as `name: value`, indented
        [word] write one word behind the colon
        [true-or-false] write `true` for yes, `false` for no
        [text-or-map] write the text behind the colon, or each field on a line of its own, as `name: value`
        [text-or-list] write the text behind the colon, or each value on a line of its own, beginning with `-` and a space
       *[other] see what the schema allows here: `qadam schema`
    }
unknown-word = unknown word `{ $word }`
    .label = this word is not on the list
    .help = { $nearest ->
        [none] use one of: { $expected }
       *[other] did you mean `{ $nearest }`?
    }
unknown-element = it is not clear what this element is
    .label = no field here says so
    .help = { $nearest ->
        [none] begin it with one of: { $expected }
       *[other] did you mean `{ $nearest }`?
    }
to-be-written = still to be written: { $what }
    .label = write it here
    .help = replace the whole blank `‹? …›` by what the act prints; delete a field that is not needed
bad-date = there is no date `{ $date }`
    .label = year-month-day is expected
    .help = write year, month and day, as in `2019-04-25`, or `unknown`
bad-id = `{ $id }` cannot be used as an id
    .label = not an id
    .help = use lower-case Latin letters, digits and hyphens, at most 80 of them, beginning with a letter or digit
duplicate-id = the id `{ $id }` is given twice
    .label = for the second time
    .also = for the first time
    .help = delete one of the two descriptions, also if the other stands in another file; if they are of different things, give one another id

## Names that are not known

unknown-participant = the regulation has no participant `{ $participant }`
    .label = no such participant
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }describe `{ $participant }` under `participants` at the top of the file
unknown-service = `services.yaml` has no service `{ $service }`
    .label = no such service
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }add `{ $service }` under `services` in `regulations/services.yaml`
unknown-topic = `services.yaml` has no topic `{ $topic }`
    .label = no such topic
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }add `{ $topic }` under `topics` in `regulations/services.yaml`
unknown-place = `places.yaml` has no place or body `{ $place }`
    .label = no such place or body
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }add `{ $place }` to `regulations/places.yaml`: a place under `places`, a body under `bodies` of its place
unknown-act = the act `{ $act }` is neither encoded nor described
    .label = no such act
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }describe it under `other_acts` in `act.yaml` of the act that names it; the folder of a translation is called like that of its act
unknown-regulation = there is no regulation `{ $name }` here
    .label = no such regulation
    .help = { $nearest ->
        [none] name it in full: place, year and number of the act, name of the regulation, for example `almaty/2014-2-236/09-wheelchairs`; that is the path of its file in `regulations`
       *[other] did you mean `{ $nearest }`?
    }
ambiguous-name = the ids of several regulations end with `{ $name }`
    .help = name one of them in full: { $ids }
unknown-term = the glossary has no { $kind ->
    [object] object of a service
    [applicant] applicant
    [participant] participant
   *[other] word of the kind `{ $kind }`
} `{ $term }`
    .label = not in the glossary
    .help = { $nearest ->
        [none] { "" }
       *[other] did you mean `{ $nearest }`? if not, { "" }
    }add `{ $term }` with `kind: { $kind }` to `regulations/glossary.yaml`
unknown-process = the regulation has no process `{ $process }`
    .label = no such process
    .help = { $nearest ->
        [none] write the name that stands under `process` where that process is told
       *[other] did you mean `{ $nearest }`?
    }
unknown-step = the process `{ $process }` has no step `{ $step }`
    .label = { $last ->
        [none] no such step
       *[other] no such step; the last is { $last }
    }
    .help = { $nearest ->
        [none] write the number or the `key` of a step of this process; { "" }
       *[other] did you mean `{ $nearest }`? { "" }
    }if the act itself points nowhere, write its words under `printed_next`
unknown-point = the text has no place `{ $point }`
    .label = no such place
    .help = { $nearest ->
        [none] write the address of the place: `p7` is point 7, `p7.1` its item 1), `p7.par2` its second paragraph, `a3` annex 3
       *[other] did you mean `{ $nearest }`?
    }
bad-pair = { $why ->
        [step] the regulation `{ $name }` has no step `{ $step }`
        [twice] the step `{ $step }` stands in another pair already
        [many] there are several steps on both sides
        [none] a pair without steps
        [apart] the steps of one side stand in several processes
        [tellings] one of these processes is paired with another one already
       *[itself] a regulation is paired with itself
    }
    .label = { $why ->
        [step] no such step there
        [twice] for the second time
       *[other] here
    }
    .also = for the first time
    .help = { $why ->
        [step] { $nearest ->
            [none] name the step by its anchor, as it stands in the address of the page behind `#s-`, for example `p7.3`
           *[other] did you mean `{ $nearest }`?
        }
        [twice] join the two pairs or delete one of them: a step stands in one pair only
        [many] part the pair into several: on one of its sides there is one step at most
        [none] name steps under `there` and `here`; of a step that has no like name it alone
        [apart] leave the steps of one process in the pair and begin another for the rest
        [tellings] pair the steps of one process with those of one process of the other regulation only
       *[itself] name another regulation under `with`
    }
duplicate-process = two processes are called `{ $process }`
    .label = the second one
    .also = the first one
    .help = give one of them another name: it must be unique in the regulation
not-in-text = the text does not say `{ $words }`
    .label = not in the text, word for word
    .help = copy the words from the text as they stand there, letter for letter
unknown-limit = `{ $words }` is not understood as a time limit
    .label = kind, number and unit are not clear
    .help = write `words`, `kind`, `value` and `unit` as fields of `limit`, with `kind: unknown` where the act does not say
limit-differs = the length that is given is not that of the words `{ $words }`
    .label = these words say otherwise
    .help = delete `value` and `unit`: they are read from the words; write them only where the words leave them open, and never 0
bad-who = it is not clear who acts
    .label = participants are named here
    .help = give exactly one of `one-of`, `turn` and `together`, with two different participants or more; a single one is written `by: NAME`
not-a-step = the field `{ $field }` belongs to a step, but this passage is none
    .label = outside of the steps of a process
    .help = delete the field; if the passage is a step, move it under `steps` of its process or add `step_of: PROCESS`
misplaced = the field `{ $field }` has no use here
    .label = not used here
    .help = delete it or move it to where it belongs

## The course of a process

no-entry = no arrow leads to the step `{ $step }`
    .label = nothing leads here
    .also = these arrows pass it by
    .help = add it to `next` of the step before it; if the act itself leaves it so, say why under `doubt` of the step
no-end = the process `{ $process }` never ends
    .label = the arrows lead in a circle
    .help = let one of the steps lead to `end` or `end-refused`
circle = `{ $field }` leads in a circle
    .label = from here one comes back to here
    .help = delete one of these links: the one that no text of the act gives reason for
too-many-steps = the regulation has more than { $limit } steps
    .label = with this process
    .help = check that no list was written twice: published regulations have several times fewer steps
too-many-quotations = too many quotations from texts that are too long
    .label = from here on they are not looked up
    .help = check that no list was written twice, and divide the text into points and paragraphs as it is printed
too-many-ways = more than { $limit } ways lead on from this step
    .label = from here
    .help = check `when` of the steps below: each step on a condition can be gone round; where ways part, say so in `next`

## Order and translations

bad-ordinal = the ordinal { $ordinal } does not fit the file `{ $name }.yaml`, or another regulation of the act has it
    .label = this ordinal
    .also = the same ordinal
    .help = begin the name of the file with the ordinal in two digits, and give every regulation of the act an ordinal of its own
orphan-translation = no text of the act is the original of this translation
    .label = the act has no such text
    .help = make the original repeat the words of the act, or delete the segment
duplicate-translation = this text is translated twice
    .label = for the second time
    .also = for the first time
    .help = keep the better translation, delete the other
untranslated = { $count ->
    [one] { $count } text of the act has no translation
   *[other] { $count } texts of the act have no translation
}
    .label = { $count ->
        [one] this text
       *[other] the first of them
    }
    .help = add the missing segments to the file of the act under `regulations/translations`

## The site

bad-setting = the setting `{ $setting }` cannot be `{ $value }`
    .label = cannot be used
    .help = { $setting ->
        [contact] write an address that begins with `https://` or `mailto:`
        [base_url] write the address of the site: it begins with `https://`, ends with `/` and has no spaces, `?` or `#`
        [redirects] write both addresses relative to the folder of the language, as in `acts/OLD/index.html: acts/NEW/index.html`
       *[other] correct the value in `site/site.yaml`
    }
raw-html = a Markdown page holds HTML
    .label = an HTML tag
    .help = write it in Markdown; to show the sign `<` itself, put `\` before it
bad-link = the link `{ $link }` is not allowed
    .label = this link
    .help = use an address inside the site, or one that begins with `https:`, `http:` or `mailto:`
bad-locale = the messages of the locale `{ $locale }` cannot be read ({ $reason })
    .help = correct the file in `site/locales/{ $locale }`: a message is written `name = text`, its further lines are indented
bad-template = { $template ->
    [none] the templates cannot be used ({ $reason })
   *[other] the template `{ $template }` cannot be used ({ $reason })
}
    .help = { $template ->
        [none] correct the files in the folder `templates`; without them the program uses its own
       *[other] correct `templates/{ $template }`; without this file the program uses its own
    }
vanished-address = the address `{ $address }` is no longer on the site
    .help = say under `redirects` in `site/site.yaml` which address replaces it
foreign-folder = the folder `{ $path }` was not made by this program
    .help = name another folder with `--out`, or delete this one yourself if nothing in it is needed
foreign-file = `{ $path }` stands in the folder of the site, but was not made by this program
    .help = move it somewhere else, or delete it yourself if it is not needed: a build replaces the whole folder
bad-path = the site cannot have a file `{ $path }`
    .help = rename the file that it is made from: use Latin letters, digits, `-`, `_` and `.`
path-clash = on some systems `{ $path }` and `{ $other }` are one and the same name
    .help = give one of them another name: capital letters alone do not tell names apart, and no file may have the name of a folder
locked = another build is writing to `{ $path }`
    .help = wait until it has ended and start again
cannot-listen = cannot listen at `{ $address }`: { $reason }
    .help = another program may have it: name another port, for example `qadam serve --port 4001`, or `--port 0` for any that is free
cannot-write = cannot write `{ $path }` ({ $reason })
    .help = { $cause ->
        [full] make room on the disk, or raise the limit that the system sets to the size of files
        [rights] check that you have the right to write there
        [mount] this folder is a mount point, or belongs to the fixed layer of a container, and cannot be replaced as a whole: name a folder below it, or another one, with `--out`
       *[other] check that you have the right to write there and that the disk is not full
    }
cannot-format = the file cannot be put in order without changing what it says ({ $reason })
    .label = this file stays as it is
    .help = delete lines that begin with `%`, put comments on lines of their own, and write long texts as `>-` blocks

## The published text

source-missing = the encoding lacks words of line { $line } of `{ $path }`: `{ $words }`
    .label = they should stand near here
    .help = add them where the published text has them
source-surplus = the published text does not have the words that stand at `{ $at }`: `{ $words }`
    .label = not in the published text
    .help = delete them; if the published text reads so, check that the right file was given
source-moved = the words `{ $words }` of line { $line } of `{ $path }` stand at another place in the encoding, at `{ $at }`
    .label = they stand here
    .help = put them where the published text has them; if they are the cells of a torn table, compare by eye
source-digest = the published text is not the one that the encoding was made from
    .label = digest of the text that the encoding was made from
    .help = compare the encoding with this text; if they agree, write the digest `{ $found }`

## Findings: statements about the act itself, shown to readers of the site too

numbering-gap = { $before ->
    [none] numbering begins with `{ $after }`
   *[other] number `{ $before }` is followed by number `{ $after }`
}
    .label = the order of numbers is broken
    .help = compare with the published text; if it reads so, there is nothing to do
unreachable-step = no other step leads to the step `{ $step }`
    .label = nothing leads here
    .help = compare with the published text; if it reads so, there is nothing to do
unlisted-participant = the participant `{ $participant }` acts in { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}, but is not on the list of participants
    .label = acts, but is not listed
    .help = if the act does list this participant, name the place under `listed`; if not, there is nothing to do
idle-participant = the participant `{ $participant }` is on the list, but acts in no step
    .label = listed, but does not act
    .help = if a step does name this participant, write it under `by`; if not, there is nothing to do
lost-annex = { $state ->
    [missing] { $annex ->
        [none] the act refers to an annex without a number that the text does not have
       *[other] the act refers to annex { $annex }, which the text does not have
    }
    [lost] { $annex ->
        [none] the content of the annex without a number is lost: the published text does not have it
       *[other] the content of annex { $annex } is lost: the published text does not have it
    }
   *[unreferenced] { $annex ->
        [none] nothing in the act refers to the annex without a number
       *[other] nothing in the act refers to annex { $annex }
    }
}
    .label = { $state ->
        [missing] there is no such annex
        [lost] its content is lost
       *[unreferenced] nothing refers to it
    }
    .help = compare with the published text; if it reads so, there is nothing to do
slip = { $meant ->
    [none] the words `{ $words }` are printed, apparently without need
   *[other] `{ $words }` is printed, apparently for `{ $meant }`
}
    .label = printed so
    .help = the text stays as published; there is nothing to do

## The command line

already-there = { $more ->
        [0] `{ $path }` is there already
       *[other] `{ $path }` is there already, and so are others: { $more }
    }
    .help = nothing was written; edit what is there, or choose another name
bad-name = `{ $name }` cannot be the name of { $kind ->
        [act] an act
       *[regulation] a regulation
    }
    .help = { $kind ->
        [act] write PLACE/YEAR-NUMBER in lower-case Latin letters, digits and hyphens, for example `almaty/2019-2-260`
       *[regulation] write ACT/NN-NAME, a number of two digits first, in lower-case Latin letters, digits and hyphens, for example `almaty/2019-2-260/01-job-seeker-registration`
    }
no-project = `{ $path }` holds no project: the file `regulations/places.yaml` is not there
    .help = begin one with `qadam new site`, or name the folder of the project with `--root`
act-first = the act `{ $act }` is not encoded yet
    .help = begin it first, with `qadam new act { $act }`
ordinal-taken = the ordinal { $ordinal } is taken: `{ $path }`
    .help = nothing was written; give the new regulation the next ordinal
unknown-code = there is no code `{ $code }`
    .help = { $nearest ->
        [none] name a code that stands in brackets in the report of `qadam check`, or `all`
       *[other] did you mean `{ $nearest }`?
    }
