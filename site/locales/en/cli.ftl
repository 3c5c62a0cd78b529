# What the command line says besides diagnostics.

## Summaries of commands

check-summary = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $findings ->
    [one] { $findings } finding
   *[other] { $findings } findings
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $regulations ->
    [one] { $regulations } regulation
   *[other] { $regulations } regulations
}
build-summary = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $bytes }, from { $acts ->
    [one] { $acts } act
   *[other] { $acts } acts
} and { $regulations ->
    [one] { $regulations } regulation
   *[other] { $regulations } regulations
}, in `{ $out }`
build-dry-run = dry run: nothing was written
build-changed = since the last build: { $added ->
    [one] { $added } page added
   *[other] { $added } pages added
}, { $changed } changed, { $gone } gone
build-unchanged = nothing has changed since the last build
build-first = this is the first build: there is nothing to compare with
build-stopped = { $errors ->
    [one] nothing was published: { $errors } error
   *[other] nothing was published: { $errors } errors
}
build-two-renames = this system cannot exchange two folders in one step: for a moment the site was not there
# A size with its unit; the number has the decimal sign of the language.
build-size-mib = { $whole }.{ $tenths } MiB
build-size-kib = { $whole }.{ $tenths } KiB
fmt-summary = { $changed ->
    [0] { $files ->
        [one] { $files } file, in order already
       *[other] { $files } files, all in order already
    }
   *[other] { $files ->
        [one] { $changed } of { $files } file put in order
       *[other] { $changed } of { $files } files put in order
    }
}
fmt-check = { $changed ->
    [0] { $files ->
        [one] { $files } file, in its canonical form
       *[other] { $files } files, all in their canonical form
    }
   *[other] { $files ->
        [one] { $changed } of { $files } file is not in its canonical form
       *[other] { $changed ->
            [one] { $changed } of { $files } files is not in its canonical form
           *[other] { $changed } of { $files } files are not in their canonical form
        }
    }
}
source-summary = { $whole }.{ $hundredths } % of the published words stand in the encoding; { $missing ->
    [one] { $missing } word is missing
   *[other] { $missing } words are missing
}, { $surplus ->
    [one] { $surplus } is surplus
   *[other] { $surplus } are surplus
}{ $moved ->
    [0] {""}
    [one] ; { $moved } word or group of words stands at another place
   *[other] ; { $moved } words or groups of words stand at another place
}
source-equal = the encoding repeats the published text word for word; capital letters, punctuation and signs are not compared{ $links ->
    [0] {""}
    [one] ; { $links } displaced link was put back
   *[other] ; { $links } displaced links were put back
}
import-made = Drafts made:
import-summary = found: { $regulations ->
    [one] { $regulations } regulation
   *[other] { $regulations } regulations
}, { $tellings ->
    [one] { $tellings } telling
   *[other] { $tellings } tellings
}, { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}; doubtful spots: { $doubts }. Read the drafts beside the text, correct them, and take `.draft` out of their names
import-doubt = { $rule ->
    [lone-digits] line { $line }: single digits: one number or several?
    [broken-word] line { $line }: pieces of a word that the text has nowhere else
    [gaps] line { $line }: words of a link were moved, and their place is not clear
    [hyphen] line { $line }: a hyphen at the end of a line: the word's own, or added?
    [lost-number] line { $line }: a number is missing here
    [lost-heading] line { $line }: the stamp of the annex is lost, its number inferred
    [private] line { $line }: a cell names a person: write `redacted` where it is a private one
    [scattered] line { $line }: told outside the lists: is it a step, and of which process?
    [cells] line { $line }: pieces of cells: which belongs to which?
    [lane] line { $line }: the column of this action is lost: whose is it?
    [several-actors] line { $line }: several participants act: in turn, or one of them?
    [choice] line { $line }: where this condition leads is not said in so many words
    [pairs] line { $line }: the tellings do not match step by step and need pairs
   *[other] line { $line }: { $rule }
}

## Help: a message a command, an attribute an argument, `ARGUMENT-VALUE` a value. The text of a command stands first.

cli = Compiles encodings of public-service regulations into a bilingual site
    .root = Folder of the project
    .lang = Language of messages; otherwise that of the environment
    .lang-kk = Kazakh
    .lang-ru = Russian
    .lang-en = English
    .help = Print help (more with `--help`)
    .help-long = Print help (in brief with `-h`)
    .version = Print the version
cli-build = Compile the encodings into the site
    .out = Folder of the site, instead of `site/public`
    .dry-run = Say what would change, and change nothing
cli-check = Look for faults without writing anything
    .format = Form of the report
    .format-human = with the lines of the files
    .format-short = one line each: path:line:column: code: message
    .format-json = for programs
    .deny = Fail on this code, or on `all` findings and warnings; may be given again
    .source = Hold the encoding of an act against its published text
    .act = The act that the text is of; needed where the text is not recognized
cli-diff = Tell how one regulation differs from another
    .old = The older regulation: its id (`almaty/2014-2-236/09-wheelchairs`), an end of it that only one has (`09-wheelchairs`), or the path of its encoding
    .new = The newer one, likewise
    .format = Form of the account
    .format-text = for reading; the exit code is 0 where nothing differs, 1 where something does
    .format-json = for programs: every difference in full, by `data-difference.schema.json`
    .format-html = for a browser: a page by itself, with its style inside; its links are those of the comparison in the site
cli-fmt = Write the encodings in their canonical form
    .check = Write nothing; fail where a file is not in its canonical form
cli-import = Draft the encoding of an act from its published text
    .file = The published text: plain text, HTML or DOCX
    .act = Id of the act: place, year and number, for example `almaty/2019-2-260`
cli-new = Begin a project, an act or a regulation
cli-new-site = Make a project: registers, settings, pages, schemas and a guide
    .dir = Folder of the project, instead of that of `--root`
cli-new-act = Begin the encoding of an act
    .id = Place, year and number of the act, for example `almaty/2019-2-260`
cli-new-regulation = Begin the encoding of a regulation
    .id = Act, ordinal and name of the regulation, for example `almaty/2019-2-260/01-registration`
cli-schema = Write the JSON Schemas of the encodings and of the data
    .out = Folder to write them into, instead of `regulations/schema`
cli-serve = Show the site in a browser, and renew the page at each save
    .port = Port at 127.0.0.1; 0 is any that is free
    .open = Open the browser
cli-help = Print this help or that of a command
    .command = The command

# Fixed words of a page of help. A colon follows; `default` and `values` stand in brackets.
help-words =
    .usage = Usage
    .commands = Commands
    .arguments = Arguments
    .options = Options
    .common-options = Options of all commands
    .values = values
    .value-list = Values
    .default = default

# Stand for what the reader puts in their place.
placeholders =
    .command = COMMAND
    .options = OPTIONS
    .dir = DIR
    .file = FILE
    .lang = LANG
    .format = FORM
    .code = CODE
    .id = ID
    .old = OLD
    .new = NEW
    .port = PORT

## Faults of the command line. `help` is a command that prints help.

usage-unknown-option = there is no option `{ $option }`
    .help = { $nearest ->
        [none] `{ $help }` lists the options
       *[other] did you mean `{ $nearest }`? `{ $help }` lists the options
    }
usage-surplus-word = nothing is expected where `{ $word }` stands
    .help = leave it out; `{ $help }` shows what may stand there
usage-unknown-command = there is no command `{ $word }`
    .help = { $nearest ->
        [none] `{ $help }` lists the commands
       *[other] did you mean `{ $nearest }`? `{ $help }` lists the commands
    }
usage-missing-command = no command is named
    .help = name one of these: { $commands }; `{ $help }` explains them
usage-missing-value = `{ $option }` needs a value
    .help = { $values ->
        [none] write it behind the name of the option; more with `{ $help }`
       *[other] write one of these behind it: { $values }; more with `{ $help }`
    }
usage-unknown-value = `{ $value }` is no value of `{ $option }`
    .help = { $nearest ->
        [none] the values are: { $values }; more with `{ $help }`
       *[other] did you mean `{ $nearest }`? The values are: { $values }; more with `{ $help }`
    }
usage-bad-value = `{ $value }` cannot be a value of `{ $option }`
    .help = `{ $help }` tells which values are possible
usage-missing-argument = something is missing: { $arguments }
    .help = add it; more with `{ $help }`
usage-needed-argument = something is missing that another option needs: { $arguments }
    .help = add it, or leave the other option out; more with `{ $help }`
usage-twice = `{ $option }` stands more than once
    .help = leave one; more with `{ $help }`
usage-conflict = `{ $option }` does not go together with { $others }
    .help = leave one of them out; more with `{ $help }`
usage-no-equals = the value of `{ $option }` must follow an equals sign
    .help = write the name of the option, `=` and the value without a space; more with `{ $help }`
usage-number-of-values = `{ $option }` has too many values or too few
    .help = `{ $help }` shows how many it takes
usage-not-utf8 = an argument is not in UTF-8
    .help = write it again in a terminal that uses UTF-8; more with `{ $help }`
usage-not-understood = the command line is not understood
    .help = `{ $help }` shows how to write it

## Skeletons

new-made = Made:
new-next-site =
    What to do next:
      1. write the name of the site and its publisher: { $site }
      2. describe your place and its body: { $places }
      3. begin an act: qadam new act PLACE/YEAR-NUMBER
    { $readme } tells how to work.
new-next-act =
    What to do next:
      1. open { $path } and write the words of the act in place of the blanks ‹? …›
      2. see what is still to be written: qadam check
      3. begin a regulation: qadam new regulation { $id }/01-NAME-OF-SERVICE
new-next-regulation =
    What to do next:
      1. open { $path } and write the words of the act in place of the blanks ‹? …›
      2. see what is still to be written: qadam check
      3. hold the encoding against the publication: qadam check --source FILE --act { $act }

## Preview

serve-at = The site is at { $url } — pages renew themselves at each save; Ctrl+C ends it
serve-no-browser = the browser did not open: { $reason }
serve-sound = the site is up to date
serve-stopped = { $errors ->
    [one] the site stays as it was: { $errors } error
   *[other] the site stays as it was: { $errors } errors
}
# Above a page that shows the former site.
serve-former = { $errors ->
    [one] { $errors } error. Until it is corrected, this is the page as it was
   *[other] { $errors } errors. Until they are corrected, this is the page as it was
}
# In the place of a page.
serve-none = { $errors ->
    [one] { $errors } error. The page will stand here when it is corrected
   *[other] { $errors } errors. The page will stand here when they are corrected
}

## Names of editions

version-no-edition = regulation `{ $name }` has no edition `{ $edition }`; it has: { $known }
version-none-held = { $why ->
    [repealed] on { $day } regulation `{ $name }` was repealed already
   *[not-yet] on { $day } regulation `{ $name }` was not in force yet
}
version-undecided = the text does not decide which edition of regulation `{ $name }` held on { $day }: nobody knows since when act No. { $number } has effect; name the edition
version-without-text = the text of `{ $name }` is not known: it cannot be compared
