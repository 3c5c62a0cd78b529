# Беттердің тұрақты сөздері. Үлгілер оларды t(id="…") арқылы алады; аргументтердің аттары жақша ішінде.

## Бет жиегі

skip-to-main = Беттің мазмұнына өту
languages = Тіл
look-contrast = Ірі әріп, жоғары контраст
look-contrast-note = Бұл бөлік ашық тұрғанда осы бетте ірі әріптер мен жоғары контраст қосулы болады. Әрдайым осылай болуы үшін құрылғының немесе браузердің баптауларында жоғары контраст пен масштабты қосыңыз.
crumbs = Бетке апаратын жол
contents = Осы бетте
home = Басты бет
foot-nav = Сайт туралы
glossary = Сөздік
foot-unofficial = Бейресми басылым.
foot-unofficial-note = Сайт — күші жойылған регламенттердің мұрағаты. Ресми жарияланған мәтіндердің ғана заңдық күші бар.
foot-official-text = Ресми мәтін
foot-official-unknown = мекенжайы белгісіз
foot-encoding = Бет мына жазбадан құрылды
foot-source-digest = бастапқы мәтіннің бақылау сомасы
foot-report = Қате туралы хабарлау
foot-publisher = Баспагер

## Ортақ сөздер

unknown = белгісіз
not-stated = актіде көрсетілмеген
date-unknown = күні белгісіз
effect-not-stated = { $of ->
    [repeal] күні аталмаған
   *[act] қолданысқа енгізілу күні көрсетілмеген
}
effect-of-repealing-act = күшін жойған акт
see = мынаған сілтеме жасайды:
service = Қызмет
services = Қызметтер
place = Өңір
acts = Актілер
regulation-label = Мемлекеттік көрсетілетін қызмет регламенті
act-label = Акт
language-ru = орыс тілі
language-kk = қазақ тілі
in-ru = Орысша
in-kk = Қазақша
doubt = Редактордың күмәні:
redacted = көрсетілмеген:
act-count = { $count } акт
regulation-count = { $count } регламент
step-count = { $count } қадам

## Сайттың түбірі

root-lead = Қазақстандағы мемлекеттік көрсетілетін қызметтердің күші жойылған регламенттерінің мұрағаты: нені, қайда және қандай мерзімде істеу керек болғаны.
root-enter = Қазақ тілінде
not-found-title = Бет табылмады
not-found-text = Бұл мекенжайда бет жоқ. Мекенжайда қате болуы мүмкін.
not-found-home = Басты бетке

## Мәртебе

status-repealed = Күші жойылған
status-repealed-note = { $of ->
    [act] Қаулы бұдан былай қолданылмайды. Бұл — мұрағат: қызметке жүгінгенде оған сүйенуге болмайды.
   *[regulation] Регламент бұдан былай қолданылмайды. Бұл — мұрағат: қызметке жүгінгенде оған сүйенуге болмайды.
}
status-unknown = Мәртебесі белгісіз
status-unknown-note = Мәтіннің қолданыста екені немесе емесі сайтқа белгісіз. Ресми дереккөзден тексеріңіз.
state-repealed = күші жойылған
state-unknown = мәртебесі белгісіз
# Күшін жойған актінің күні, күші жойылған күн емес.
state-act-of = күшін жойған қаулының күні:
repealed-by = Қай актімен
repealed-since = Қай күннен бастап
replaced-by = Орнына не қабылданды
holds-today = Қазір не қолданылады
today-unknown = белгісіз
today-seen = тексерілген күні:

## Аударма

translation-original = { $original ->
    [kk] Актінің мәтіні қазақ тілінде берілген: орысша мәтіні мұрағатта жоқ.
   *[ru] Актінің мәтіні орыс тілінде берілген: қазақша мәтіні мұрағатта жоқ.
}
translation-partial = { $original ->
    [kk] Мәтіннің бір бөлігі қазақ тілінен бейресми аударылған; қалғаны түпнұсқада берілген.
   *[ru] Мәтіннің бір бөлігі орыс тілінен бейресми аударылған; қалғаны түпнұсқада берілген.
}
translation-unofficial = { $original ->
    [kk] Мәтін қазақ тілінен бейресми аударылған. Аударманы ешкім растаған жоқ.
   *[ru] Мәтін орыс тілінен бейресми аударылған. Аударманы ешкім растаған жоқ.
}
translation-reviewed = { $original ->
    [kk] Мәтін қазақ тілінен аударылған. Аударманы редактор тексерген, бірақ ол ресми жарияланбаған.
   *[ru] Мәтін орыс тілінен аударылған. Аударманы редактор тексерген, бірақ ол ресми жарияланбаған.
}
translation-see-original = { $original ->
    [kk] Қазақ тіліндегі түпнұсқа
   *[ru] Орыс тіліндегі түпнұсқа
}
translation-short-partial = Актінің сөздері ішінара бейресми аударылған.
translation-short-unofficial = Актінің сөздері бейресми аудармада берілген.
translation-short-reviewed = Актінің сөздері редактор тексерген аудармада берілген.
# Екі тілдегі беттің әр жағы өз тілінде аталған.
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
both-kicker = Екі тілдегі регламент
both-link = Екі тілде қатар
both-back = Регламент беті
both-original = { $original ->
    [kk] Мұрағатта актінің қазақша мәтіні ғана бар.
   *[ru] Мұрағатта актінің орысша мәтіні ғана бар.
}
both-partial = { $original ->
    [kk] Түпнұсқасы — қазақ тілінде. Орысша мәтін — толық емес бейресми аударма.
   *[ru] Түпнұсқасы — орыс тілінде. Қазақша мәтін — толық емес бейресми аударма.
}
both-unofficial = { $original ->
    [kk] Түпнұсқасы — қазақ тілінде. Орысша мәтін — бейресми аударма.
   *[ru] Түпнұсқасы — орыс тілінде. Қазақша мәтін — бейресми аударма.
}
both-reviewed = { $original ->
    [kk] Түпнұсқасы — қазақ тілінде. Орысша аударманы редактор тексерген, бірақ ол ресми жарияланбаған.
   *[ru] Түпнұсқасы — орыс тілінде. Қазақша аударманы редактор тексерген, бірақ ол ресми жарияланбаған.
}
not-translated = аудармасы жоқ

## Белгілер

legend = Осы беттегі белгілер
legend-added = редактор немесе сайт қосқан: актінің мәтінінде бұл сөздер жоқ
legend-stated = әрі қарай не болатынын акт тікелей айтады
legend-inferred = реті қадамдардың орналасуынан түсінілген: акт оны тікелей айтпайды
legend-sic = актінің өз қатесі, басылған күйінде сақталған; толық мәтінде не айтылмақ болғаны жанында жазылған
legend-sic-translated = актінің өз қатесі; түпнұсқада осылай белгіленген, аударма мағынасын береді
legend-sic-sample = сөз
legend-differences = асты сызылғаны осы жерде ғана, үсті сызылғаны осында қайталанатын баяндауда ғана бар
legend-inserted-sample = осында
legend-deleted-sample = онда
sic-mark = осылай
sic-meant = осылай; мағынасы бойынша:

## Қысқаша

summary = Қысқаша
passport-provider = { $state ->
    [unknown] Кім көрсетеді
   *[repealed] Кім көрсеткен
}
passport-recipients = Кімге
passport-channels = { $state ->
    [unknown] Қайда жүгінеді
   *[repealed] Қайда жүгінген
}
passport-documents = Қандай құжаттар
passport-form = Нысаны
passport-result = Нәтижесі
passport-refusals = Бас тарту негіздемелері
passport-schedule = Жұмыс кестесі
passport-fee = { $state ->
    [unknown] Құны қанша
   *[repealed] Құны қанша болған
}
passport-complaints = Шағымдар
passport-standard = Қызмет стандарты
passport-annexes = Қосымшалар
passport-definitions = Қысқартулар мен ұғымдар
passport-terms = { $state ->
    [unknown] Қанша уақыт алады
   *[repealed] Қанша уақыт алған
}
terms-none = актіде жалпы мерзім көрсетілмеген
term-kind-queue = кезекте күту:
term-kind-service = сол жерде қызмет көрсету:
refused = { $state ->
    [unknown] Бас тарту неге апарады
   *[repealed] Бас тарту неге апарған
}
refused-nowhere = бас тартатын жеке қадам жоқ
refused-inside = әртүрлі нәтиже қадамдардың ішінде аталған:
sums = Қадамдар мерзімдерінің қосындысы
sums-hint = сайттың есебі, актінің сөздері емес
diagrams-in-book = Процестердің сызбалары басып шығару үшін парақтарға бөлініп, бизнес-процестер анықтамалығында берілген: осы сайттағы «{ book-link }» беті.
sum-label = Қадамдар мерзімдерінің қосындысы (сайттың есебі, актінің сөздері емес):
sum-by = мерзімдер мынадан алынды:
sum-none = есептеу мүмкін емес: мерзімдер аталмаған
sum-no-way = есептеу мүмкін емес: бұл тәртіптің немен аяқталатынын акт көрсетпейді
sum-unlimited = тағы { $count } қадамның мерзімі саналмады: аталмаған, сансыз не оқиғаға дейін
sum-left-out = нәтижеге апаратын жолдан тыс { $count } қадам есепке алынбады
sum-over-term = акт бүкіл қызметке атаған мерзімнен ұзақ: қадамдардың мерзімдері қатар жүреді немесе акт өзіне қайшы
sum-at-most = көп дегенде
sum-from-event = { $count } мерзім алдыңғы қадамның аяғынан емес, аталған оқиғадан басталады және басқаларымен қабаттасуы мүмкін
sum-doubted = күмән тудырған { $count } қадам жеке қадам деп есептелсе:
duration-minute = { $value } минут
duration-hour = { $value } сағат
duration-day = { $value } күн
duration-working-day = { $value } жұмыс күні
duration-calendar-day = { $value } күнтізбелік күн
duration-month = { $value } ай
restates = Қай актімен бекітілген редакцияны ауыстырды
restates-title = бұрынғы атауы:
cite = Қалай сілтеме жасау керек

## Жүгіну жолдары. inside="yes" болса, сөздер жол ішінде тұрады.

channel-provider = { $inside ->
    [yes] көрсетілетін қызметті берушіде
   *[no] Көрсетілетін қызметті берушіде
}
channel-centre = { $inside ->
    [yes] халыққа қызмет көрсету орталығы арқылы
   *[no] Халыққа қызмет көрсету орталығы арқылы
}
channel-corporation = Мемлекеттік корпорация арқылы
channel-portal = { $inside ->
    [yes] портал арқылы
   *[no] Портал арқылы
}
channel-akim = { $inside ->
    [yes] әкім арқылы
   *[no] Әкім арқылы
}
channel-any = Іс-қимыл тәртібі

## Қадамдар

steps-label = Қадамдар
step-number = Қадам
step-by = Кім
step-action-sequence = Іс-қимыл
step-action-contents = Іс-қимыл
step-action-results = Іс-қимыл нәтижесі
step-action-terms = Іс-қимыл мерзімі
step-limit = Мерзімі
step-outcome = Қорытындысы
step-next = Әрі қарай
step-when = Шарты:
step-on = Қайда, қай жүйеде:
step-to = Кімге:
step-fork = Мүмкін нәтижелер:
step-fork-channel = Қайда жүгінгеніне қарай:
arrow-otherwise = әйтпесе
step-matches = Мынаны қайталайды:
step-printed-next = Актінің кестесінде:
kind-condition = Шарт
kind-refusal = Бас тарту
kind-message = Хабарлама
kind-wait = Күту
kind-result = Нәтиже
chosen-by = { $by ->
    [channel] қайда жүгінгеніне қарай
    [object] не сұрағанына қарай
    [applicant] кім сұрағанына қарай
   *[outcome] нәтижесіне қарай
}
by-nobody = актіде аталмаған
by-one-of = мыналардың бірі:
by-turn = кезекпен:
by-together = бірге:
limit-none = көрсетілмеген
limit-unknown = мерзімі жоғалған немесе көрсетілмеген
limit-inherited = жоғарыдағы қадамның мерзімі
limit-inferred = мерзімнің неге қатысты екенін редактор анықтаған
to-end = соңы
to-end-result = соңы: нәтиже
to-end-refused = соңы: бас тарту
to-onward = әрі қарай:
to-unknown = актіде көрсетілмеген
telling-continues = Мынаны жалғастырады:
telling-after-stated = мынадан кейін:
telling-after = редактордың пайымдауынша, мынадан кейін:
telling-retells = Мынаны қайталайды:
telling-of = Мынаған қатысты:
telling-alternative-to = Мынадағы тәртіптің басқа нұсқасы:
telling-when = Шарты:
telling-same = айырмашылығы жоқ
telling-differing = { $count } қадамда айырмашылық бар
role-sequence = іс-қимылдардың реттілігі
role-contents = іс-қимылдардың мазмұны
role-results = іс-қимылдардың нәтижелері
role-terms = іс-қимылдардың мерзімдері

## Актінің қателері, қатысушылар

doubts = Редактордың күмәні
doubts-lead = Редактордың түсінуінше, акт осы жерлерде толық емес немесе өзіне өзі қайшы. Бұл — актінің сөздері емес.
findings = Актінің өзіндегі дәлсіздіктер
findings-lead = Жарияланған мәтінде не жоғалған немесе не қате басылған. Сайт түпнұсқаны түзетпейді.
participants = Қатысушылар
participant-staff = көрсетілетін қызметті берушінің қызметкері
participant-unit = көрсетілетін қызметті берушінің бөлімшесі
participant-provider = қызмет көрсетеді
participant-body = алқалы орган
participant-outside = көрсетілетін қызметті берушіден тыс
participant-recipient = қызметке жүгінеді
participant-system = ақпараттық жүйе
participant-listed = тізбеленген жері:
participant-unlisted = актінің тізбесінде аталмаған
participant-acts = әрекет етеді:
participant-mentioned = қабылдайды немесе құрал болады:
participant-idle = қадамдарда аталмаған
participant-aliases = басқа атаулары:

## Толық мәтін

full-text = Толық мәтін
annex-label = Қосымша
annex-numbered = { $number }-қосымша
point-label = { $number }-тармақ
number-lost = нөмірі жоғалған
refers-from = Қосымшаға сілтеме:
to-step-row = Кестедегі осы қадамның жолына
lost-diagram = диаграмма жоғалған: жарияланған мәтінде ол жоқ
lost-diagram-rest = диаграммадан жазулар ғана қалған
lost-reference-book = анықтамалық жоғалған: жарияланған мәтінде ол жоқ
lost-form = нысан жоғалған: жарияланған мәтінде ол жоқ
lost-table = кесте жоғалған: жарияланған мәтінде ол жоқ
lost-text = мәтін жоғалған
heading-lost = жарияланған мәтінде тақырып жоқ
heading-paragraph = тақырып жай абзац түрінде басылған
cells-loose = бағаны белгісіз ұяшықтар
cell-lane-lost = бағаны жоғалған
cell-lane-likely = бағанды редактор анықтаған
amendment-added = Толықтырылған
amendment-restated = Жаңа редакцияда
amendment-changed = Өзгерістермен
amendment-removed = Алып тасталған
before-unknown = бұрынғы мәтіні белгісіз
before-absent = бұрын болмаған
before-text = Бұрынғы мәтіні

## Редакциялар

editions = Редакциялар
edition-original = Бастапқы
edition-unknown-short = мәтіні белгісіз
edition-account = не өзгерді
edition-about = Осы редакция туралы
edition-made-by = Қай актімен жасалған
edition-known = Мәтіні туралы не белгілі
edition-known-exact = жарияланымның өзінде жоғалғандардан басқа сөздердің бәрі белгілі
edition-known-lacking = мына жерлердің бұрынғы сөздері белгісіз:
edition-known-unknown = белгісіз: тек кейінгі редакция жарияланған
edition-known-perhaps = мұндай редакцияның болған-болмағаны да белгісіз: тек кейінгісі жарияланған
edition-perhaps-absent = бұл жердің болған-болмағаны белгісіз
edition-derived = мәтінді сайт соңғы редакциядан жарияланымның ескертпелері бойынша құрастырды
edition-changes = Не өзгерді
edition-whole = бүкіл регламент
edition-newest = Соңғы редакция
edition-changed-text = Өзгертілген жерлер
edition-mark-unknown = бұрынғы сөздері белгісіз
edition-mark-perhaps-absent = бұл жердің осы редакцияда болған-болмағаны белгісіз
edition-mark-former = осы редакцияның сөздері; кейін олар өзгертілген

## Акт

act-passport = Акт туралы мәліметтер
act-adopted-by = Кім қабылдаған
act-number = Нөмірі
act-signed = Қол қойылған күні
act-registered = Мемлекеттік тіркелуі
act-published = Ресми жариялануы
act-effect = Қолданысқа енгізілуі
act-language = Мәтіннің тілі
act-regulations = Регламенттер
act-relations = Басқа актілермен байланысы
act-text = Актінің мәтіні

## Басты бет

home-lead = Қазақстандағы мемлекеттік көрсетілетін қызметтердің күші жойылған регламенттерінің мұрағаты. Әр қызмет бойынша: не істеу керек болғаны, қайда жүгіну керек болғаны, қандай мерзімдер көзделгені және толық мәтін.
home-empty = Әзірге бірде-бір акт енгізілмеген.
home-counts = Қызметтер: { $services }; регламенттер: { $regulations }; актілер: { $acts }; өңірлер: { $places }.
by-topic = Тақырып бойынша қызметтер
by-place = Өңірлер бойынша
by-letter = Әліпби бойынша қызметтер
changes = Не өзгерді
changes-lead = Актілердің, соның ішінде мәтіні мұрағатта жоқ актілердің қабылдануы, өзгертілуі және күшінің жойылуы. Алдымен жаңалары, күні белгісіз актілер соңында. Көрсетілген күндер — актілерге қол қойылған күндер.
changes-older = Бұдан бұрынғы тағы { $count } оқиға
change-adopted = Қабылданды
change-amended = Өзгертілді
change-repealed = Күші жойылды
change-by = Қай актімен:
change-compared = Бұрынғы регламентпен салыстыру:

## Қызмет, жер, сөздік

other-name = Орыс тілінде
name-status = Атауының мәртебесі
topic = Тақырып
regulations-at = Регламенті:
service-repealed = Күші жойылған
service-repealed-note = Осы қызметтің мұрағаттағы барлық регламенттері бұдан былай қолданылмайды. Қызметке жүгінгенде оларға сүйенуге болмайды.
service-regulations = Осы қызметтің регламенттері
service-no-regulations = Мұрағатта бұл қызметтің регламенті жоқ.
# Бір қызметтің регламенттерін салыстыру. Бағандағы регламентті жері мен жылы атайды.
version = { $place }, { $year }
version-numbered = { $place }, { $year }, № { $number }
year-unknown = жылы белгісіз
matrix-lead = Әр регламент өз бағанында, алдымен жаңалары. Актілердің сөздері тырнақшада, сайттың салыстырулары тік жақшада.
matrix-how = Қалай салыстырылды
matrix-how-terms = Мерзімдер жүгінудің әр жолы бойынша бөлек салыстырылады; жұмыс күндері күнтізбелік күндермен және түрі аталмаған күндермен салыстырылмайды.
matrix-how-steps = Қадамдар әр жолдың негізгі реттілігінен саналған.
matrix-how-pages = Толық салыстыру беттері бір жердің уақыт бойынша көрші регламенттеріне және әр жерді мұрағатта регламенті ең көп жермен салыстыруға арналған.
matrix-regulation = Регламент
matrix-compare = Мынамен толық салыстыру
matrix-sums = { sums }
matrix-steps = Қанша қадам
matrix-participants = Қанша қатысушы әрекет етеді
rank-most = { $of ->
    [steps] ең көп
   *[terms] ең ұзақ
}
rank-least = { $of ->
    [steps] ең аз
   *[terms] ең қысқа
}
rank-same = { $of ->
    [steps] басқалармен бірдей
   *[terms] бірдей
}
rank-among = ({ $count } нұсқаның ішінде)
rank-alone = басқасы аталмаған
rank-incomparable = басқалармен салыстыруға болмайды
timeline = Хронология
timeline-dates = Көрсетілген күндер — актілерге қол қойылған күндер.
service-relations = Басқа қызметтермен байланысы
relation-split-from = Мынадан бөлінген:
relation-merged-from = Мыналарды біріктіреді:
relation-renamed-from = Бұрынғы атауы:
became-split-from = Бұдан бөлінген:
became-merged-from = Мынаған біріккен:
became-renamed-from = Кейінгі атауы:
place-country = ел
place-city = қала
place-region = облыс
place-district = аудан
place-town = қала
place-settlement = кент
place-village = ауыл
place-rural-district = ауылдық округ
part-of = Қай аумаққа кіреді
parts = Құрамында
bodies = Органдар
bodies-lead = Органдар осылай аталады.
term-official = атауы ресми
term-reviewed = атауының аудармасын редактор тексерген
term-unofficial = атауының аудармасы бейресми
term-seen = Кездеседі:
glossary-lead = Актілердің сөздері екі тілде: кім әрекет етеді, жүйелер, құжаттар, қысқартулар.
glossary-remarks = Түсіндірме
glossary-participant = Қатысушылар
glossary-system = Ақпараттық жүйелер
glossary-document = Құжаттар
glossary-abbreviation = Қысқартулар
glossary-section = Бөлімдердің атаулары
glossary-object = Не сұралады
glossary-applicant = Кім жүгінеді
glossary-concept = Ұғымдар
variant-main = негізгі нұсқа
variant-alternative = балама нұсқа

# Диаграммалар
diagram-title = Процесс диаграммасы: { $place }
diagram-desc = Осы қадамдар орындаушыларымен, мерзімдерімен және өтулерімен диаграмма астындағы кестеде берілген.
diagram-skip = Диаграмманы өткізіп жіберу
diagram-wide = Диаграмма экраннан кең: оны бүйірге жылжытыңыз.
diagram-begin = Басы
diagram-end = Соңы
diagram-refused = Бас тарту
diagram-unknown = Әрі қарай актіде көрсетілмеген
diagram-onward = әрі қарай: { $place }
diagram-from = Мынадан кейін: { $place }
diagram-nobody = Орындаушы аталмаған
diagram-lost = Кімнің қадамы екені сақталмаған
diagram-twin-all = сол қадам: және
diagram-twin-one-of = сол қадам: немесе
diagram-twin-turn = сол қадам: содан кейін
diagram-twin-together = сол қадам: бірге
diagram-file-desc = Осы қадамдар регламент бетіндегі кестеде де берілген. Ресми емес басылым. Дереккөзі: { $source }
diagram-file = Диаграмма жеке файлмен (SVG)
diagram-shared = Диаграммасы мына жердегідей:
drawn-terminal = { $notation ->
    [electronic] жұмыр жиек — бастапқы немесе аяқтаушы хабарлама
   *[procedures] жұмыр жиек — басы немесе соңы
}
drawn-refused = қалың жұмыр жиек — бас тарту
drawn-unknown = нүктелі жұмыр жиек — әрі қарай актіде көрсетілмеген
drawn-onward = «әрі қарай» — процесс аталған жерде жалғасады
drawn-box = { $notation ->
    [electronic] тіктөртбұрыш — үдеріс
   *[procedures] тіктөртбұрыш — іс-әрекет
}
drawn-likely = үзік жиекті тіктөртбұрыш — орындаушысын редактор анықтаған
drawn-twin = жебесіз сызықпен қосылған тіктөртбұрыштар — бірнеше орындаушының бір іс-әрекеті
drawn-choice = { $notation ->
    [electronic] ромб — шарт
   *[procedures] ромб — таңдау
}
drawn-stated = тұтас сызық — өту актіде көрсетілген
drawn-inferred = нүктелі сызық — өтуді редактор шығарған
drawn-junction = нүкте — сызықтар қосылады немесе тарайды, нүктесіз тек қиылысады
sentence-short = { $count ->
    [1] Бір қадам, сондықтан диаграммасыз:
   *[other] Екі қадам, сондықтан диаграммасыз:
 }
sentence-nobody = Кім әрекет ететінін акт атамайды, сондықтан диаграмманың орнына кесте берілген.
sentence-too-large = Диаграмма жоқ: өтулер тым көп. Ол көрсететіннің бәрі кестеде бар.
book = Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы
book-title = Бизнес-процестердің анықтамалығы: { $title }
describe-book = Процестердің диаграммалары және қадамдар кестелері, А4 қағазына басып шығаруға арналған.
book-link = Бизнес-процестердің анықтамалығы (басып шығаруға)
book-legend = Шартты белгілер
book-sheet = { $sheets } парақтың { $sheet }-парағы
book-inferred = Редактор шығарған тұжырымдар
book-inferred-lead = Бұл актіде жоқ; редактор оны осылай түсінді.
book-inferred-arrows = Өтулер:
book-inferred-doers = Кім орындайды:
book-inferred-limits = Мерзім неге қатысты:
diagram-connector = { $letter } · { $sheets }-парақ
sign-terminal-procedures = мемлекеттік қызмет көрсетудің басталуы немесе аяқталуы
sign-box-procedures = көрсетілетін қызметті алушының және (немесе) құрылымдық-функционалдық бірліктің рәсімінің (іс-қимылының) атауы
sign-choice-procedures = таңдау нұсқасы
sign-arrow-procedures = келесі рәсімге (іс-қимылға) өту; тұтас сызық — өту актіде көрсетілген
sign-terminal-electronic = бастапқы хабарлама; аяқтаушы хабарлама, аяқтаушы қарапайым оқиғалар
sign-box-electronic = үдеріс
sign-choice-electronic = шарт
sign-arrow-electronic = басқару ағыны, хабарламалар ағыны; тұтас сызық — өту актіде көрсетілген
sign-lane-electronic = ақпараттық жүйе немесе қатысушы
sign-limit-electronic = таймер-оқиғалар: мерзім қадам жиегінің соңғы жолында тұр
notation-procedures = Рәсімдер (іс-қимылдар)
notation-electronic = Электрондық қызмет
sign-inferred = актіде аталмаған өту: оны редактор шығарған
sign-twin = бірнеше орындаушының бір қадамы
sign-junction = сызықтар қосылады немесе тарайды, ромбсыз болса — барлық жолмен; нүктесіз олар тек қиылысады
sign-refused = бас тарту
sign-unknown = әрі қарай актіде көрсетілмеген
sign-likely = орындаушысын редактор анықтаған
sign-onward = процесс аталған жерде жалғасады
sign-connector = басқа парақтағы жалғасы, сол әріппен
diagram-otherwise = [әйтпесе]

## Мекенжайлар
addresses = Мекенжайлар, жұмыс кестесі, телефондар
addresses-link = Мекенжайлар мен телефондар
addresses-at = мекенжайлар мен телефондар
addresses-kicker = Регламент: мекенжайлар, жұмыс кестесі, телефондар
addresses-title = { $title }: мекенжайлар мен телефондар
describe-addresses = Қызметті алу үшін қайда жүгінген: органдар, олардың мекенжайлары, жұмыс кестесі мен телефондары, регламентте басылғандай.
addresses-lead = Мекенжайлар мен телефондар регламенттің қосымшаларында басылғандай берілген, содан бері өзгерген болуы мүмкін. Төртбұрышты жақшадағы жер атауын редактор қосқан.
addresses-back = Регламентке оралу
addresses-count = { $count } жазба
addresses-districts = Аудандар мен қалалар
addresses-elsewhere = Орны көрсетілмеген
addresses-filter = Ауыл, аудан, орган немесе телефон бойынша іздеу
addresses-filter-hint = Жер атауларын қазақша да, орысша да жазуға болады.
address-n = №
address-body = Орган
address-address = Мекенжайы
address-hours = Жұмыс кестесі
address-phone = Телефоны

## Тізімнен іздеу
filter-found = Табылғаны: { $all } ішінен { $found }
filter-none = Ештеңе табылмады
glossary-filter = Сөзді табу
glossary-filter-hint = Қазақша да, орысша да іздеуге болады.

## Нұсқаларды салыстыру
comparison-kicker = Қызмет нұсқаларын салыстыру
comparison-and-neighbours = , содан кейін
comparison-and-places = және
comparison-lead-neighbours = Кейінгі регламенттің бұрынғысынан айырмашылығы: актілердің мәтіні бойынша, қадам-қадаммен.
comparison-lead-places = Екі жердегі регламенттердің бір-бірінен айырмашылығы: актілердің мәтіні бойынша, қадам-қадаммен.
comparison-by-translation = Регламенттердің бірі немесе екеуі де мұнда аударма түрінде берілген: сөздер аударма бойынша салыстырылады, сондықтан кейбір айырмашылықтар аударманікі болуы мүмкін.
comparison-by-none = Мұрағатта бұл актілердің мәтіндері әртүрлі тілде, барлық қадамның аудармасы жоқ. Сөздер салыстырылмайды: қадамдар орындаушыларына, іс-қимыл түріне және ортақ терминдеріне қарай сәйкестендірілді, бұл — редактордың пайымы.
comparison-between-known = Өзгерістерді енгізген акт:
comparison-between-unknown = Әр айырмашылықтың қашан, қай актімен енгізілгенін айту мүмкін емес: аралықтағы мәтіндер мұрағатта жоқ. Оның осы екі актіге қол қойылған күндердің арасында болғаны ғана белгілі.
comparison-answer = Қысқаша
comparison-longer = Кімге, қандай құжаттар, қашан бас тартқан, жұмыс кестесі, қосымшалар, қысқартулар
comparison-what = Не
comparison-term-overall = Қызмет мерзімі
comparison-term-queue = Кезекте күту
comparison-term-service = Орнында қызмет көрсету
comparison-steps-all = Барлық сипаттамадағы қадамдар
comparison-units = Мәтіннің тармақтары мен жолдары
comparison-steps = Қадам саны:
comparison-state-changed = айырмашылық бар
comparison-state-same = { $of ->
    [channels] жолдары бірдей
   *[other] бірдей
}
comparison-state-unread = салыстырылмады: тілдері әртүрлі
comparison-diagrams = Сызбалар: не өзгеше
comparison-signs-neighbours = Ұяшықтардағы белгілер: «+» қосылған, «–» алып тасталған, «~» басқаша жазылған немесе мерзімі басқа, «>» орны ауысқан, «&» біріктірілген, «/» бөлінген. Белгісізі — өзгеріссіз.
comparison-signs-places = Ұяшықтардағы белгілер: «+» және «–» тек бір нұсқада, «~» басқаша жазылған немесе мерзімі басқа, «>» басқа жерде, «&» біріктірілген, «/» бөлінген. Белгісізі — дәл сондай.
comparison-gone = { $kind ->
    [places] Тек «{ $name }» нұсқасында
   *[neighbours] Алып тасталған
}
comparison-came = { $kind ->
    [places] Тек «{ $name }» нұсқасында
   *[neighbours] Қосылған
}
comparison-repeats = бұл тізбе басқасын қайталайды
comparison-lost = { $name }: қосымшалардың бір бөлігі жарияланымның өзінде жоғалған, мерзімдер мен қадамдар сонда да болуы мүмкін.
comparison-terms-many = әртүрлі жағдайға { $count } мерзім (төменде)
comparison-fixed = редактордың көрсетуімен
comparison-alone = { $count } қадам; екінші регламентте мұндай тізбе жоқ:
comparison-same-steps = { $count } қадам өзгеріссіз
comparison-text = Мәтін тармақ бойынша
comparison-text-open = Екі нұсқаның толық мәтінін көрсету
comparison-text-note = Реті — кейінгі нұсқаның реті. Енді жоқ сөздер сызылған, жаңалары асты сызылған. Тармақ нөмірлері айырмашылық саналмайды. Кесте жолдары тек саналған: олар регламенттің бетінде бар.
comparison-same-units = { $count } тармақ не абзац өзгеріссіз
comparison-rows = кесте: { $count } жол
comparison-sources = Дереккөздер
comparison-no-term = актіде жалпы мерзім көрсетілмеген
comparison-lang-ru = Қадамдар мен мәтін орыс тілінде салыстырылды: актілердің кемінде бірі осы тілде шыққан, барлық қадамның аудармасы жоқ. Қысқаша кестедегі қазақша сөздер — бейресми аударма.
comparison-lang-kk = Қадамдар мен мәтін қазақ тілінде салыстырылды: актілердің кемінде бірі осы тілде шыққан, барлық қадамның аудармасы жоқ. Қысқаша кестедегі орысша сөздер — бейресми аударма.
fate-touched = сөздері бұрынғыдай
fate-signs = тыныс белгілері басқа
also-limit-new = мерзімі тек екіншісінде аталған
also-limit-gone = мерзімі тек біріншісінде аталған
also-participant-new = орындаушысы тек екіншісінде аталған
also-participant-gone = орындаушысы тек біріншісінде аталған
comparison-state-only = тек бір нұсқада
comparison-services = Бұлар — әртүрлі қызмет: { $old } → { $new }. Бірінің екіншісінен шыққаны — редактордың пайымы.
fate-same = өзгеріссіз
fate-reworded = басқаша жазылған
fate-moved = басқа жерде
fate-merged = біріктірілген
fate-split = бөлінген
fate-added = { $kind ->
    [places] тек екінші нұсқада
   *[neighbours] қосылған
}
fate-removed = { $kind ->
    [places] тек бірінші нұсқада
   *[neighbours] алып тасталған
}
also-participant = орындаушысы басқа
also-limit = мерзімі басқа
also-outcome = қорытындысы басқа
also-arrow = келесі қадамы басқа
comparison-sign = { $change ->
    [same] =
    [moved] >
    [merged] &
    [split] /
    [added] +
    [removed] –
   *[other] ~
}
## Хронология: бірін-бірі өзгерткен және күшін жойған актілер

line-title = Хронология: { $of }
line-of-service = { $service } ({ $place })
line-desc = Актілер қол қойылған күні бойынша, ең ертелері жоғарыда. Осы мәліметтер жанындағы тізімде толық берілген.
line-legend = Толтырылған дөңгелек — актінің мәтіні мұрағатта бар; бос дөңгелек — мәтіні жоқ. Тұтас сызық күші жойылған актіге, үзік сызық өзгертілген актіге апарады.
line-gap = Белгісіз кезең.
line-gap-note = Осы актілердің арасында не қолданылғанын мұрағаттағы мәтіндер айтпайды.
line-gap-short = белгісіз кезең: не қолданылғанын мұрағаттағы мәтіндер айтпайды
line-undated = Күні белгісіз актілер: хронологиядағы орны белгісіз.
line-fold = { $acts } акт{ $gaps ->
    [0] {""}
   *[other] {" "}және { $gaps } белгісіз кезең
}
line-acts = { $count } акт
line-amended = Өзгертеді
line-repealed = Күшін жояды
line-regulation = регламент
line-regulation-label = Регламент
line-whole = тұтас
line-here = осы беттің актісі
line-no-text = мәтіні мұрағатта жоқ
line-unknown = осы қызметке қатысы көрсетілмеген
line-before = алдыңғы қызмет
line-after = кейінгі қызмет
