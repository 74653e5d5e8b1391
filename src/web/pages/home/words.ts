import {words} from "../../words/words.ts";

export const homeWords = words({
  en: {
    sentence: "How sanctions begin, bend and end: every legal measure, every day of its life.",
    ask: "Which relationship?",
    placeholder: "US China",
    "ask.none": "No relationship on record matches “{text}”. On record: {list}.",
    "ask.own": "A relationship of your own is a folder of text files: thaw init makes one.",
    facts: "{measures} measures, {events} steps, {verified} of them read in a source",
    open: "Open the life line",
    doors: "Three ways in",
    "business.title": "For business",
    "business.text":
      "What binds on a given day, what changed since, and how certain that is. Everything runs on this machine.",
    "business.last": "What stands on the last day of the record",
    "business.trade": "Trade measures alone",
    "business.truce": "After the Geneva truce of May 2025",
    "research.title": "For researchers",
    "research.text":
      "Every step with its clocks, instrument, sources and coded motives; every figure as a table, a file and a citation.",
    "research.table": "All spells as a table",
    "research.waiver": "One measure: the MFN withdrawal of 1951",
    "research.trade": "Trade by both reporters, side by side",
    "student.title": "For students",
    "student.text": "Drag a line through seventy-seven years and watch the list change. Start where the story turns.",
    "student.embargo": "1952: the embargo is total",
    "student.opening": "10 June 1971: the door opens",
    "student.tiananmen": "15 June 1989: after Tiananmen",
    "student.war": "6 July 2018: the trade war begins"
  },
  ru: {
    sentence: "Как санкции начинаются, меняются и кончаются: каждая правовая мера, каждый день её жизни.",
    ask: "Какие отношения?",
    placeholder: "США Китай",
    "ask.none": "В записи нет отношений, похожих на «{text}». Есть: {list}.",
    "ask.own": "Свои отношения — это папка текстовых файлов: её создаёт thaw init.",
    facts: "Мер: {measures}, шагов: {events}, из них прочитано в источнике: {verified}",
    open: "Открыть линию жизни",
    doors: "Три входа",
    "business.title": "Бизнесу",
    "business.text":
      "Что обязывает в данный день, что изменилось с тех пор и насколько это точно. Всё считается на этом компьютере.",
    "business.last": "Что стоит в последний день записи",
    "business.trade": "Только торговые меры",
    "business.truce": "После женевского перемирия мая 2025 года",
    "research.title": "Исследователям",
    "research.text":
      "Каждый шаг с датами, актом, источниками и мотивами по кодировке; каждый рисунок — таблица, файл и ссылка.",
    "research.table": "Все периоды таблицей",
    "research.waiver": "Одна мера: лишение РНБ в 1951 году",
    "research.trade": "Торговля по данным обеих сторон",
    "student.title": "Студентам",
    "student.text":
      "Проведите линию через семьдесят семь лет и смотрите, как меняется список. Начните там, где история поворачивает.",
    "student.embargo": "1952: эмбарго полное",
    "student.opening": "10 июня 1971: дверь открывается",
    "student.tiananmen": "15 июня 1989: после Тяньаньмэня",
    "student.war": "6 июля 2018: начало торговой войны"
  },
  zh: {
    sentence: "制裁如何开始、松动与终结：每一项法律措施，其一生的每一天。",
    ask: "哪一对关系？",
    placeholder: "美国 中国",
    "ask.none": "没有与“{text}”相符的关系。已有：{list}。",
    "ask.own": "您自己的关系是一个文本文件夹：用 thaw init 创建。",
    facts: "{measures} 项措施，{events} 个步骤，其中 {verified} 个已查阅来源",
    open: "打开生命线",
    doors: "三个入口",
    "business.title": "企业",
    "business.text": "某一日哪些措施具有约束力，此后有何变化，确定到何种程度。一切都在本机运行。",
    "business.last": "记录最后一日的在册措施",
    "business.trade": "仅看贸易措施",
    "business.truce": "2025 年 5 月日内瓦休战之后",
    "research.title": "研究者",
    "research.text": "每一步附其日期、法律文书、来源与编码动机；每幅图都有表格、文件与引用格式。",
    "research.table": "全部时段的表格",
    "research.waiver": "一项措施：1951 年取消最惠国待遇",
    "research.trade": "双方统计的贸易并列",
    "student.title": "学生",
    "student.text": "拖动一条线穿过七十七年，看清单如何变化。从历史转折处开始。",
    "student.embargo": "1952 年：全面禁运",
    "student.opening": "1971 年 6 月 10 日：大门打开",
    "student.tiananmen": "1989 年 6 月 15 日：天安门事件之后",
    "student.war": "2018 年 7 月 6 日：贸易战开始"
  }
});

export type HomeWord = keyof (typeof homeWords)["en"];
