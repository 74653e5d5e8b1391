/** The texts of the section on prices, [English, Russian]. */
export const priceWords = {
  "lead.price": [
    "What the next step would cost, by a model of world trade: lifting everything that has a price changes real consumption by {senderLift} ({sender}) and {targetLift} ({target}), a full embargo by {senderEmbargo} and {targetEmbargo}.",
    "Чего стоил бы следующий шаг по модели мировой торговли: снятие всего, что имеет цену, меняет реальное потребление на {senderLift} ({sender}) и {targetLift} ({target}), полное эмбарго — на {senderEmbargo} и {targetEmbargo}."
  ],
  "price.title": ["What the next step would cost", "Чего стоил бы следующий шаг"],
  "price.intro": [
    "A model of world trade takes the measures that stand on {day} and asks what each country could consume if one step were taken: {countries} countries and areas, {sectors} sectors, the economy of {year}. A loss is below zero. It is the long run, in which prices, wages and suppliers have adjusted.",
    "Модель мировой торговли берёт меры, действующие на {day}, и спрашивает, сколько могла бы потреблять каждая страна после одного шага: стран и территорий — {countries}, отраслей — {sectors}, экономика {year} года. Потери — ниже нуля. Это долгий срок: цены, зарплаты и поставщики уже приспособились."
  ],
  "price.reference": ["what stands on {day}", "меры на {day}"],
  "price.effect": [
    "{step}: {sender} {senderChange}, {target} {targetChange}, all others {others}.",
    "{step}: {sender} {senderChange}, {target} {targetChange}, все остальные {others}."
  ],
  "price.change": ["{value}\u00a0% ({low} to {high})", "{value}\u00a0% (от {low} до {high})"],
  "price.worth": [
    "In money of {year}, billion US dollars a year: lifting everything {senderLift} ({sender}) and {targetLift} ({target}); a full embargo {senderEmbargo} and {targetEmbargo}.",
    "В деньгах {year} года, млрд долларов США в год: снятие всего — {senderLift} ({sender}) и {targetLift} ({target}); полное эмбарго — {senderEmbargo} и {targetEmbargo}."
  ],
  "price.sure": [
    "How sure: the ranges hold 95\u00a0% of {draws} draws over elasticities and over what the rules leave open (seed {seed}). They do not hold what the model leaves out: unemployment, knowledge, risk of war, single firms and goods without a substitute.",
    "Насколько это надёжно: в диапазонах — 95\u00a0% из {draws} розыгрышей эластичностей и того, что оставляют открытым правила (зерно {seed}). В них нет того, чего нет в модели: безработицы, знаний, риска войны, отдельных фирм и незаменимых товаров."
  ],
  "price.counted": [
    "Of {n} measures that are live on the day, {priced} have a price, {unknown} change trade by an amount that nobody knows, {outside} touch no trade flow, and {idle} are waived, suspended, threatened or overtaken. Answers of {target} are not in the record and not in these figures.",
    "Из {n} мер, которые на этот день не окончены, цена есть у {priced}; {unknown} меняют торговлю на неизвестную величину, {outside} не касаются торговых потоков, {idle} изъяты, приостановлены, только объявлены или перекрыты другими. Ответных мер ({target}) в записи нет, и в этих числах тоже."
  ],
  "price.rests": [
    "Rule table {version}, elasticities: {elasticities}. Baseline {baseline}: {source}. SHA-256 {checksum}. Every figure is traced to measures and rules by: thaw price {id} --ladder --trace.",
    "Таблица правил {version}, эластичности: {elasticities}. База {baseline}: {source}. SHA-256 {checksum}. Каждое число прослеживается до мер и правил: thaw price {id} --ladder --trace."
  ],
  "price.thirds": ["All others", "Все остальные"],
  "price.world": ["World", "Мир"],
  "price.lift-all": ["Lift everything", "Снять всё"],
  "price.lift": ["Lift {what}", "Снять: {what}"],
  "price.lift-others": ["Lift the others", "Снять остальное"],
  "price.ease": ["Ease {what} by half", "Наполовину смягчить: {what}"],
  "price.reinstate": ["All relief ends", "Все послабления отменены"],
  "price.tariff-60": ["Tariffs of 60 % on average on all goods", "Пошлины в среднем 60 % на все товары"],
  "price.column-two": ["The tariff of 1930 added to what stands", "Тариф 1930 года сверх того, что действует"],
  "price.chips-half": ["Controls on half of electronics and machines", "Контроль половины электроники и машин"],
  "price.chips-all": ["Controls on all electronics and machines", "Контроль всей электроники и машин"],
  "price.full-blocking": ["Full blocking", "Полная блокировка"],
  "price.embargo": ["Embargo of goods and services", "Эмбарго на товары и услуги"],
  "price.package": ["package {id}", "пакет {id}"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
