# The words of the skeletons that `qadam new` makes: comments (`skeleton-…`), blanks (`skeleton-blank-…`) and words of
# examples (`skeleton-example-…`). Each line of a comment is a paragraph.

## Act

skeleton-act-head =
    The encoding of one act. regulations/README.md teaches it by example (in Russian).
    The sign ‹? …› is a blank: write in its place what the act prints. While one is left, no site is built.
    Fields behind a # without a space are spare: where you need one, delete this # in each of its lines and replace the example.
    What the act does not say is not written: leave the spare field, or delete it. The word unknown means “looked for, not found”.
skeleton-act-place = The place: its id in places.yaml. Taken from the name of the folder.
skeleton-act-adopted-by = Who adopted the act: the id of a body of this place in places.yaml. It stands in the heading.
skeleton-act-language = The language the text is in: ru or kk.
skeleton-act-title = The title of the act word for word, misprints included, without the kind of the act and its number.
skeleton-act-number = The number as printed, in quotes, for example "2/260". In the name of the folder hyphens replace other signs.
skeleton-act-signed = The date of signing: year-month-day, for example 2019-04-25. It stands beside the number.
skeleton-act-registered = State registration. It stands below the title, with the number in the register.
skeleton-act-published = Official publication, where the text dates it.
skeleton-act-in-force = When the act comes into force; words quotes the text word for word. No date given: from: unknown.
skeleton-act-effect = When the act takes effect; words quotes the text. Mostly in the last point, which names no date.
skeleton-act-amends = Acts that this act changes; at is the place that says so: p1 is point 1.
skeleton-act-repeals = Acts that this act repeals.
skeleton-act-repealed = The act that repealed this one. Mostly a note below the title tells it: note1 is the first note.
skeleton-act-other-acts = Each act named above whose text is not in the project is described here, once.
skeleton-act-source = Where the text comes from: who published it, and at which address (https://…). Replace unknown when you know.
skeleton-act-form = The form in which the text was taken.
skeleton-act-digest = The digest of the file with the published text. This command tells it: qadam check --source FILE
skeleton-act-text =
    The text of the act in printed order, without its regulations: they stand in files of their own.
    heading is a title, a plain line a paragraph, point a point, note a note, signature a signature.
skeleton-act-note = Notes stand where they are printed.
skeleton-act-point = As many points as are printed: repeat these two lines for each. Items stand under their point, in its field body.
skeleton-blank-language = ru or kk
skeleton-blank-act-title = title of the act, word for word
skeleton-blank-number = number as printed; the folder says { $printed }
skeleton-blank-signed = month-day of signing
skeleton-blank-adopted-by = { $bodies ->
    [none] id of the body; describe it in places.yaml first
   *[other] id of the body — { $bodies }
}
skeleton-blank-digest = qadam check --source tells it
skeleton-blank-text-heading = title as printed above the text
skeleton-blank-text-preamble = paragraph before the first point
skeleton-blank-text-point = text of point 1, word for word
skeleton-blank-text-signature = office and name of who signed
skeleton-example-registered-by = Департаментом юстиции города Алматы
skeleton-example-published-in = газетах "Алматы ақшамы" и "Вечерний Алматы"
skeleton-example-in-force = вступает в силу со дня государственной регистрации
skeleton-example-effect = вводится в действие по истечении десяти календарных дней
skeleton-example-other-title = О признании утратившими силу некоторых постановлений
skeleton-example-note = Сноска. Утратило силу постановлением от 20.10.2020 № 4/438.

## Regulation

skeleton-regulation-head =
    The encoding of one regulation: participants, passport, the whole text. regulations/README.md teaches it by example (in Russian).
    The sign ‹? …› is a blank: write the words of the act in its place. While one is left, no site is built.
    Fields behind a # without a space are spare: where you need one, delete this # in each of its lines.
    Numbers, sections and the count of points are a pattern. Make them what is printed: delete what is too much, add what is not here.
skeleton-regulation-service = The service: its id in services.yaml. Add it there first if it is not.
skeleton-regulation-ordinal = The place of the regulation among those of the act, the same as at the beginning of the file name.
skeleton-regulation-title = The name of the service as the regulation gives it.
skeleton-regulation-restates = Where the act gives an earlier regulation a new wording: which act that was, and where this is said.
skeleton-regulation-stamp = The stamp (of approval) and the heading, as printed. No stamp: delete the line.
skeleton-regulation-participants =
    All who act. participant-1 is an id that you make up: Latin letters, digits, hyphens. Where you change it, change it below too. name is what the act calls the participant. Repeat these lines for each.
skeleton-regulation-kind = staff a worker, unit a unit, provider the provider, body a commission, outside somebody else, recipient the recipient, system a system.
skeleton-regulation-listed = Address of the item that lists the participant: p4.1 is point 4, item 1). Not listed: delete the line.
skeleton-regulation-aliases = Other words of the act for the same participant.
skeleton-regulation-passport =
    The passport says where in the text the answer stands: p1 is all of point 1. No answer: delete the field; looked for and not found: unknown. Here: who provides the service, in which form, with what result.
skeleton-regulation-passport-more = For whom, where to apply, which papers, when refused, opening hours, fee, complaints, standard.
skeleton-regulation-pairs = Which steps of another version belong to which steps here, where comparing finds something else: there and here name them by their places; one side alone = no like.
skeleton-regulation-text = The whole text in printed order: sections, their points, and in these items (n) and paragraphs.
skeleton-regulation-list = The point that lists who takes part. An item for each, with its semicolon, as printed.
skeleton-regulation-process =
    A process tells who does what after whom. It has no text of its own. You may give it another name than procedure.
    channel is where one applies: provider, centre, corporation, portal or akim.
skeleton-regulation-steps = The steps. Repeat the lines from n to limit for each step that is printed.
skeleton-regulation-by = Who acts: the id of a participant. The act names nobody: delete the line.
skeleton-regulation-limit = The time limit: quoted from text, letter for letter. No limit in the text: delete the line.
skeleton-regulation-next = Where the step leads. Without this field: to the next one, and the last one to the end.
skeleton-regulation-step-kind = What the step is, if no plain action: condition, refusal, message, wait or result.
skeleton-regulation-to = Whom it is handed to.
skeleton-regulation-outcome = What the step yields: quoted from text. The act does not say: delete the line.
skeleton-regulation-more = Then the other points, sections and annexes, as printed.
skeleton-blank-service = id of the service in services.yaml
skeleton-blank-regulation-title = name of the service, word for word
skeleton-blank-stamp = stamp, word for word
skeleton-blank-heading = heading of the regulation, word for word
skeleton-blank-participant-name = who acts, as the act names him
skeleton-blank-participant-kind = one of the words above
skeleton-blank-section-general = title of section 1
skeleton-blank-section-interaction = title of section 2
skeleton-blank-point-provider = point 1, who provides the service
skeleton-blank-point-form = point 2, form of the service
skeleton-blank-point-result = point 3, result
skeleton-blank-point-list = point 4 before its list
skeleton-blank-item-participant = participant as listed
skeleton-blank-point-sequence = point 5 before the steps
skeleton-blank-channel = where one applies, one word
skeleton-blank-step-text = text of step 1), word for word
skeleton-blank-step-limit = time limit in the step's text
skeleton-blank-last-text = text of step 2), word for word
skeleton-blank-step-outcome = result in the step's text
skeleton-example-reason-ru = проверка документов, сказана иначе
skeleton-example-reason-kk = құжаттарды тексеру, басқаша айтылған
skeleton-example-alias = специалисту услугодателя

## Site

skeleton-places-head = Places and their bodies. You make up the ids (Latin letters, digits, hyphens); they become parts of addresses.
skeleton-places-place =
    Your place. Delete the # at the beginning of each line below (the sign only, no spaces) and replace the example.
    kind: city, region or district. genitive is the name of the body in the genitive, for citations of its acts.
skeleton-services-head = Topics, in the order of the home page, and services. Topics may be changed and deleted.
skeleton-services-service =
    The first service: delete {"{}"} and the # at the beginning of each line below, and replace the example. topic is one of the topics.
    today is what holds today; unknown while nobody has found out. A rendering that is not official: status: unofficial.
skeleton-glossary-head =
    Words of regulations in both languages, taken from acts of several places. Names of participants and titles are translated by them.
    No status: the acts have it so; unofficial: an editor's rendering. Add words of your own. Keep the words staff, unit, provider, body, outside, recipient and system: participants without a name of their own are called by them.
skeleton-site-name = Name of the site, as it stands at the top of each page.
skeleton-site-publisher = Who publishes the site. Write the name in place of «не указан».
skeleton-site-contact = Where a reader reports a mistake: https://… or mailto:…. Delete the # and write your own address.
skeleton-site-base-url = Where the site will stand, with / at the end. With it the site has a sitemap and a feed.
