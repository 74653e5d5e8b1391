import type {Language} from "../time/dateWords.ts";
import {priceWords} from "./priceWords.ts";

/** The texts of the brief, [English, Russian]; `{…}` stands for a value. Facts are worded by the case. */
export const briefWords = {
  ...priceWords,
  title: ["{case}: sanctions as of {day}", "{case}: санкции по состоянию на {day}"],
  subtitle: [
    "What stands, how it came about, how it was eased and why, and what the calendar holds",
    "Что действует, как это сложилось, как и почему смягчалось и что впереди в календаре"
  ],
  disclaimer: [
    "Research aid, not legal advice; no measure found is not a clearance.",
    "Исследовательский материал, не юридическая консультация; отсутствие меры в записи не означает разрешения."
  ],
  contents: ["Contents", "Содержание"],
  "figure.inForce": ["measures in force", "действующие меры"],
  "figure.inForce.one": ["measure in force", "действующая мера"],
  "figure.inForce.rule": [
    "certainly in force on the day, in full or eased",
    "точно действуют в этот день, полностью или со смягчением"
  ],
  "figure.inForce.beyond": [
    "in force on the day, in full or eased, if nobody has acted since {to}",
    "действуют в этот день, полностью или со смягчением, если после {to} никто ничего не изменил"
  ],
  "figure.inForce.most": ["possibly as many as {most}", "возможно, до {most}"],
  "figure.held": ["waived or suspended", "изъятые или приостановленные"],
  "figure.held.rule": [
    "legal basis stands, effect is waived or paused",
    "правовая основа остаётся, действие снято или приостановлено"
  ],
  "figure.reversed": ["of relief taken back", "послаблений отозвано"],
  "figure.reversed.rule": [
    "{k} of {n} grants of relief (eased, waived, suspended, lifted) later re-imposed; acts or terms that did it: {acts}",
    "{k} из {n} послаблений (смягчение, изъятие, приостановка, отмена) отменены повторным введением; актов и истекших сроков, которые это сделали: {acts}"
  ],
  "figure.stops": ["escalations stopped", "остановленные эскалации"],
  "figure.stops.one": ["escalation stopped", "остановленная эскалация"],
  "figure.stops.rule": [
    "relief by the sender 1 to {n} days after the latest pressure on a measure (imposed, tightened, re-imposed); only possible: {possible}; by a court instead: {court}",
    "послабление отправителя через 1–{n} дней после последнего давления (введение, ужесточение, повторное введение); только возможных: {possible}; остановлено судом: {court}"
  ],
  "lead.beyond": [
    "The record is complete to {to}; what follows takes it that nobody has acted since.",
    "Запись полна по {to}; дальше предполагается, что после этого никто ничего не менял."
  ],
  "lead.stand.beyond": [
    "If so, on {day} the record holds {inForce} measures in force ({eased} of them eased), {held} waived or suspended and {threatened} threatened; {possible} more are only possible, because a date is not known exactly or a term has run out since.",
    "Тогда на {day} в записи: действует мер — {inForce} (из них смягчено — {eased}), изъято или приостановлено — {held}, объявлено как угроза — {threatened}; ещё возможных — {possible}, потому что дата известна не точно или с тех пор истёк срок."
  ],
  "lead.stand": [
    "On {day} the record holds {inForce} measures certainly in force ({eased} of them eased), {held} waived or suspended and {threatened} threatened; {possible} more are only possible, because a date is not known exactly.",
    "На {day} в записи: точно действует мер — {inForce} (из них смягчено — {eased}), изъято или приостановлено — {held}, объявлено как угроза — {threatened}; ещё возможных — {possible}, потому что дата известна не точно."
  ],
  "lead.pendulum": [
    "By severity-weighted count, restrictiveness is at {share} of its highest year ({highest}).",
    "По числу мер, взвешенному по тяжести, ограничительность составляет {share} от самого высокого года ({highest})."
  ],
  "lead.year": ["In the twelve months to that day: {list}.", "За двенадцать месяцев до этого дня: {list}."],
  "lead.noYear": ["The twelve months to that day hold no step.", "За двенадцать месяцев до этого дня шагов нет."],
  "lead.peak": [
    "By severity-weighted count, restrictiveness is the highest on record.",
    "По числу мер, взвешенному по тяжести, ограничительность — самая высокая за всё время."
  ],
  "lead.next": ["Next on the calendar: {list}.", "Ближайшее в календаре: {list}."],
  "lead.nothingNext": [
    "Nothing is on the calendar in the two years after.",
    "В календаре на два года вперёд ничего нет."
  ],
  "lead.verified": [
    "{verified} of the {n} events ({share}) rest on a source that was read for the step, {partly} on one that supports it in part; {recalled} are recalled and not looked up.",
    "Из {n} событий {verified} ({share}) опираются на источник, прочитанный ради этого шага, {partly} подтверждены отчасти, {recalled} приведены по памяти."
  ],
  "stand.title": ["What is in force, and how certain", "Что действует и насколько это точно"],
  "stand.counts": ["Measures on {day} by channel", "Меры на {day} по каналам"],
  "stand.list": ["Every measure that stands on {day}", "Все меры на {day}"],
  "stand.intro": [
    "A measure counts from its own day on. Where dates leave more than one state open, the row names each of them.",
    "Мера считается со своего дня. Если даты допускают несколько состояний, названы все."
  ],
  channel: ["Channel", "Канал"],
  inFull: ["In force in full", "Действует полностью"],
  eased: ["In force, eased", "Действует, смягчена"],
  held: ["Waived or suspended", "Изъята или приостановлена"],
  threatened: ["Threatened", "Угроза"],
  possible: ["Only possible", "Только возможно"],
  total: ["All", "Всего"],
  measure: ["Measure", "Мера"],
  state: ["State", "Состояние"],
  since: ["Since", "С"],
  "since.standing": ["{standing} since", "{standing} с"],
  "since.full": ["in full since", "полностью с"],
  authority: ["Authority", "Основание"],
  whoEnds: ["Who can end it", "Кто может отменить"],
  "ender.statute": ["legislature (statute)", "законодатель (закон)"],
  "ender.order": ["executive (order)", "исполнительная власть (указ)"],
  "ender.allies": ["allies or a body", "союзники или организация"],
  "ender.court": ["court", "суд"],
  "path.title": ["How we got here", "Как это сложилось"],
  "path.eras": [
    "The last day of each era beside {first}, under {draws} random weightings of the measure types (seed {seed})",
    "Последний день каждой эпохи рядом с {first} при {draws} случайных весах типов мер (начальное число {seed})"
  ],
  "path.lower": ["Less restrictive than on {first}: share of weightings", "Мягче, чем на {first}: доля весов"],
  "path.always": ["Under every weighting?", "При любых весах?"],
  "path.yes": ["yes", "да"],
  "path.no": ["no: more of {types}", "нет: больше мер типов {types}"],
  "path.more": ["{types} and {n} more", "{types} и ещё {n}"],
  latest: ["latest", "последнее"],
  "path.severity": ["By severity, % of the highest year", "По тяжести, % от самого высокого года"],
  era: ["Era", "Эпоха"],
  "ease.title": [
    "Every easing, its motives and the rival explanations",
    "Каждое смягчение, его мотивы и конкурирующие объяснения"
  ],
  "ease.intro": [
    "Rivals come first: compliance, domestic politics, humanitarian need and endings that nobody decided are listed before balancing, economic advantage and socialisation. The weights are a judgement, that of the coder “{coder}”. {about}",
    "Сначала конкурирующие объяснения: выполнение требований, внутренняя политика, гуманитарные нужды и завершения без решения названы раньше балансирования, экономической выгоды и социализации. Веса — суждение кодировщика «{coder}»: {about}"
  ],
  "ease.acts": [
    "{easings} easings are on record up to the day; grouped by day and instrument they are {acts} acts.",
    "В записи на этот день смягчений — {easings}; по дню и документу это {acts} решений."
  ],
  "ease.table": ["{era}: {n} easings", "{era}: смягчений — {n}"],
  "ease.outside": ["Easings outside the eras: {n}", "Вне эпох: смягчений — {n}"],
  "ease.none": ["No easing is on record.", "Смягчений в записи нет."],
  day: ["Day", "День"],
  verb: ["Step", "Шаг"],
  what: ["What changed", "Что изменилось"],
  motives: ["Motives (judgement)", "Мотивы (суждение)"],
  uncoded: ["not coded", "не закодировано"],
  "long.title": ["How long measures lasted", "Сколько держались меры"],
  "long.intro": [
    "{spells} measures have been in force on days that are known well enough; {ended} were eased, {otherwise} ended without relief, {censored} had seen neither by the day; {leftOut} are left out, most because they never took effect.",
    "Мер, действовавших в достаточно известные дни, — {spells}; смягчено {ended}, окончилось без послабления {otherwise}, ни того ни другого к этому дню не видели {censored}; не учтено {leftOut}, большинство потому, что не вступили в силу."
  ],
  "long.median": [
    "Half had been eased after {years} years, other endings competing.",
    "Половина смягчена через {years} лет; иные окончания конкурируют."
  ],
  "long.noMedian": ["Half were never eased.", "Половина так и не смягчена."],
  "long.table": [
    "Share eased by years in force, by who can end the measure",
    "Доля смягчённых по годам действия и по тому, кто может отменить"
  ],
  "long.spells": ["Measures", "Меры"],
  "long.ended": ["Eased", "Смягчены"],
  "long.after": ["{n} y", "{n} г."],
  "long.half": ["Half after, years", "Половина через, лет"],
  "long.robust": [
    "Are measures that the {level} can end eased sooner? Under {n} definitions of the same question the hazard ratio is {lowest} to {highest}: above 1 under {above}, with a 95% interval that leaves out 1 under {clear}.",
    "Смягчаются ли раньше меры, которые может отменить {level}? При {n} определениях того же вопроса отношение рисков от {lowest} до {highest}: выше 1 при {above}, 95-процентный интервал не содержит 1 при {clear}."
  ],
  "long.small": [
    "One relationship is one history: these figures describe it. Ranges are what imprecise dates leave open.",
    "Одни отношения — одна история: эти числа её описывают. Диапазон — то, что оставляют открытым неточные даты."
  ],
  "last.title": ["How long relief lasted", "Сколько держались послабления"],
  "last.table": ["Relief by verb, and what became of it", "Послабления по видам и их судьба"],
  "last.grants": ["Grants", "Случаев"],
  "last.reversed": ["Taken back", "Отозвано"],
  "last.share": ["Share", "Доля"],
  "last.median": ["Median days until then", "Медиана дней до отзыва"],
  "last.stops": [
    "Escalations that stopped: the sender's relief 1 to {n} days after the latest pressure on the measure",
    "Остановленные эскалации: послабление отправителя через 1–{n} дней после последнего давления"
  ],
  "last.courts": [
    "Escalations that a court stopped, 1 to {n} days after the latest pressure",
    "Эскалации, остановленные судом через 1–{n} дней после последнего давления"
  ],
  "last.acts": [
    "{k} of {n} grants of relief were taken back, through acts or terms that ran out: {acts}. One act may take back relief of several measures, or several grants of one.",
    "Отозвано {k} из {n} послаблений; актов и истекших сроков, которые это сделали: {acts}. Один акт может отменить послабления нескольких мер или несколько послаблений одной."
  ],
  "last.pressure": ["Pressure", "Давление"],
  "last.relief": ["Relief", "Послабление"],
  "last.days": ["Days", "Дней"],
  "last.takenBack": ["Relief that was taken back", "Отозванные послабления"],
  "last.back": ["Taken back on", "Отозвано"],
  "last.note": [
    "A tightening elsewhere in a measure does not count as a reversal. Relief of recent years has had little time to be taken back, so the shares are not probabilities.",
    "Ужесточение в другой части меры отзывом не считается. У послаблений последних лет было мало времени, поэтому доли — не вероятности."
  ],
  "trade.title": ["Trade, by both reporters", "Торговля по данным обеих сторон"],
  "trade.gapLead": [
    "{origin} → {destination} in {year}, the latest year with figures of both: {exporter} million USD reported by {origin}, {importer} million by {destination}; a gap of {share}.",
    "{origin} → {destination} за {year} год, последний с данными обеих сторон: по отчётности {exporter} млн долл. ({origin}) и {importer} млн ({destination}); разрыв {share}."
  ],
  "trade.gapAll": ["The mirror gap in every year", "Зеркальный разрыв за все годы"],
  "trade.gap": [
    "The mirror gap: one flow, two reporters (million USD)",
    "Зеркальный разрыв: один поток, два источника (млн долл.)"
  ],
  "trade.year": ["Year", "Год"],
  "trade.flow": ["Flow", "Поток"],
  "trade.exporter": ["By the exporter", "По данным экспортёра"],
  "trade.importer": ["By the importer", "По данным импортёра"],
  "trade.share": ["Gap, % of the exporter's", "Разрыв, % от данных экспортёра"],
  "trade.columns": ["The published columns", "Опубликованные ряды"],
  "trade.column": ["Column", "Ряд"],
  "trade.verified": ["Checked", "Проверка"],
  "trade.provenance": ["Provenance", "Происхождение"],
  "trade.none": ["The case has no trade figures up to this day.", "Торговых данных по этот день в деле нет."],
  "next.title": ["What happens next", "Что дальше"],
  "next.set": ["Set by an act, from {from} to {to}", "Назначено актом, с {from} по {to}"],
  "next.ruled": ["Set by a standing rule, from {from} to {to}", "Назначено постоянным правилом, с {from} по {to}"],
  measures: ["Measures", "Меры"],
  "next.intro": [
    "A date here is a fact about the law today: what happens on that day unless somebody acts first. The record is complete to {to}.",
    "Дата здесь — факт действующего права: что произойдёт в этот день, если никто не вмешается. Запись полна по {to}."
  ],
  "next.since": ["What came, by the whole record", "Что произошло, по всей записи"],
  "outcome.struck": ["it happened", "произошло"],
  "outcome.overtaken": ["an act came first", "раньше принят акт"],
  "outcome.passed": ["passed; the record does not say", "день прошёл; запись не говорит, что было"],
  "outcome.ahead": ["beyond the record", "за пределами записи"],
  "next.overtaken": ["overtaken since", "с тех пор изменено"],
  "year.title": ["What changed in the twelve months before", "Что изменилось за двенадцать месяцев"],
  "year.new": ["Imposed or re-imposed: {list}.", "Введено или введено повторно: {list}."],
  "year.heavier": ["Tightened: {list}.", "Ужесточено: {list}."],
  "year.none": ["No act of easing falls into them.", "Актов смягчения за это время нет."],
  "year.easings": ["Easings from {from} to {to}, and why", "Смягчения с {from} по {to} и их причины"],
  "short.title": ["Caveats", "Оговорки"],
  "short.motives": [
    "Motives are weights by the coder “{coder}”: a judgement, not a finding. The full brief has the rationale of each.",
    "Мотивы — веса кодировщика «{coder}»: суждение, а не установленный факт. Обоснование каждого — в полном обзоре."
  ],
  "short.full": [
    "The full brief (thaw brief {id}) has every measure and easing, how long relief lasted, trade, claims and method.",
    "Полный обзор (thaw brief {id}): все меры и смягчения, их долговечность, торговля, тезисы и метод."
  ],
  "next.none": ["Nothing is scheduled.", "Ничего не запланировано."],
  "next.kind": ["Kind", "Вид"],
  "next.rule": ["Set by", "Чем задано"],
  "kind.revival": ["revival", "возобновление"],
  "kind.expiry": ["expiry", "истечение"],
  "kind.review": ["review", "пересмотр"],
  "kind.effect": ["takes effect", "вступает в силу"],
  "claims.title": ["Claims, checked against the record", "Тезисы, проверенные по записи"],
  "claims.intro": [
    "{n} claims of an article on how these sanctions were eased: {query} are decided by a query over the record and the trade series, {hand} are judged by hand. They are about the whole record, whatever the day of the brief.",
    "Тезисов статьи о том, как смягчались эти санкции, — {n}: {query} решены запросом к записи и торговым рядам, {hand} оценены вручную. Они относятся ко всей записи, каков бы ни был день обзора."
  ],
  "claims.table": ["The claims", "Тезисы"],
  claim: ["Claim", "Тезис"],
  verdict: ["Verdict", "Вывод"],
  decided: ["Decided", "Решено"],
  evidence: ["Evidence", "Основание"],
  "claims.query": ["by query", "запросом"],
  "claims.hand": ["by hand", "вручную"],
  "claims.broken": ["recorded verdict no longer follows from the data", "записанный вывод больше не следует из данных"],
  "verdict.supported": ["supported", "подтверждается"],
  "verdict.imprecise": ["imprecise", "неточно"],
  "verdict.contradicted": ["contradicted", "противоречит данным"],
  "verdict.not checkable": ["not checkable", "не проверяется"],
  "method.title": ["Method, verification and caveats", "Метод, проверка и оговорки"],
  "method.states": [
    "States follow from dated events by one transition table; an impossible sequence is refused when the case is read. Days are legal days and periods are half-open.",
    "Состояния выводятся из датированных событий по одной таблице переходов; невозможная последовательность отвергается при чтении. Дни — юридические, периоды полуоткрытые."
  ],
  "method.dates": [
    "Imprecise dates stay imprecise: an approximate or uncertain date is widened by one unit of its own precision on each side, and an answer is then certain or only possible.",
    "Неточные даты остаются неточными: приблизительная или сомнительная дата расширяется на одну единицу своей точности в каждую сторону, и ответ бывает точным или только возможным."
  ],
  "method.weights": [
    "Severity weights of measure types are this project's judgement; the band shows 5% to 95% over {draws} random weightings (seed {seed}).",
    "Веса тяжести типов мер — суждение проекта; полоса показывает от 5% до 95% по {draws} случайным наборам весов (начальное число {seed})."
  ],
  "method.coverage": [
    "The record is complete from {from} to {to}; steps after that are kept only where an answer would be wrong without them.",
    "Запись полна с {from} по {to}; более поздние шаги приведены, только если без них ответ был бы неверен."
  ],
  "method.verification": ["How far the events are verified", "Насколько проверены события"],
  "method.findings": [
    "Corrections and choices ({n}): what the list that the record was built from said of a measure on record by the day, what the record says, and why, by what is known today",
    "Исправления и решения ({n}): что говорил о мере список, по которому составлена запись, что говорит запись и почему, по сегодняшним сведениям"
  ],
  "finding.was": ["Was", "Было"],
  "finding.is": ["Is", "Стало"],
  "finding.reason": ["Reason", "Причина"],
  events: ["Events", "События"],
  share: ["Share", "Доля"],
  "verification.verified": ["verified", "проверено"],
  "verification.partly": ["partly verified", "проверено отчасти"],
  "verification.recalled": ["recalled", "по памяти"],
  "notes.title": ["Notes and sources", "Примечания и источники"],
  notConsulted: ["not consulted", "не просматривался"],
  colophon: [
    "Thaw case {id}, version {version}, complete to {to}; SHA-256 {checksum}. Data {licence}.",
    "Thaw, дело {id}, версия {version}, запись полна по {to}; SHA-256 {checksum}. Данные: {licence}."
  ],
  certain: ["certain", "точно"],
  "if unchanged": ["if unchanged", "если не изменено"],
  "only possible": ["only possible", "только возможно"],
  how: ["How certain", "Насколько точно"],
  "by.clock": ["by a term that ran out", "по истечении срока"],
  "claims.found": ["Found", "Найдено"],
  "unit.million USD": ["million USD", "млн долл."],
  "unit.nothing": ["nothing on record", "в записи ничего нет"],
  "verb.threatened": ["threatened", "угроза"],
  "verb.imposed": ["imposed", "введение"],
  "verb.reimposed": ["re-imposed", "повторное введение"],
  "verb.tightened": ["tightened", "ужесточение"],
  "verb.extended": ["extended", "продление"],
  "verb.eased": ["eased", "смягчение"],
  "verb.waived": ["waived", "изъятие"],
  "verb.suspended": ["suspended", "приостановка"],
  "verb.superseded": ["superseded", "замена"],
  "verb.annulled": ["annulled", "отмена судом"],
  "verb.lifted": ["lifted", "отмена"],
  "verb.expired": ["expired", "истечение"],
  "standing.notYet": ["not yet", "ещё нет"],
  "standing.threatened": ["threatened", "угроза"],
  "standing.inForce": ["in force", "действует"],
  "standing.eased": ["in force, eased", "действует, смягчена"],
  "standing.waived": ["waived", "изъята"],
  "standing.suspended": ["suspended", "приостановлена"],
  "standing.lifted": ["ended (lifted)", "окончена (отменена)"],
  "standing.expired": ["ended (expired)", "окончена (истекла)"],
  "standing.annulled": ["ended (annulled)", "окончена (отменена судом)"],
  "standing.superseded": ["ended (superseded)", "окончена (заменена)"],
  "standing.withdrawn": ["ended (threat withdrawn)", "окончена (угроза снята)"],
  "motive.balancing": ["balancing", "балансирование"],
  "motive.economic": ["economic advantage", "экономическая выгода"],
  "motive.socialisation": ["socialisation", "социализация"],
  "motive.compliance": ["compliance", "выполнение требований"],
  "motive.domestic": ["domestic politics", "внутренняя политика"],
  "motive.humanitarian": ["humanitarian need", "гуманитарные нужды"],
  "motive.other": ["other (nobody decided)", "прочее (никто не решал)"],
  tableOf: ["The numbers of this chart as a table", "Числа графика в таблице"],
  or: ["or", "или"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type BriefWord = keyof typeof briefWords;

export type Say = (word: BriefWord, values?: Readonly<Record<string, string | number>>) => string;

/** The brief's texts in a language. */
export const sayIn =
  (language: Language): Say =>
  (word, values = {}) =>
    briefWords[word][language === "en" ? 0 : 1].replace(/\{(\w+)\}/g, (whole, key: string) =>
      String(values[key] ?? whole)
    );
