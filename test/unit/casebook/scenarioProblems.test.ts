import {expect, test} from "vitest";
import {full, saidOf} from "./scenarioText.ts";

// A slip, the text before and after, and what is said of it.
test.each([
  [
    "an unknown country",
    "senders: [US]",
    "senders: [XX]",
    "9:11  unknown country XX; write an ISO 3166-1 code of two or three letters, EU, or a name of the baseline"
  ],
  [
    "a country by its name",
    "targets: [CN]",
    "targets: [Chnia]",
    "10:11  unknown country Chnia; did you mean CN (China)?"
  ],
  [
    "a code of another standard",
    "coalition: [JP, EU]",
    "coalition: [UK]",
    "11:13  unknown country UK; did you mean GB?"
  ],
  [
    "a country within the rest of the world",
    "targets: [CN]",
    "targets: [IR]",
    "10:11  IR (Iran) does not stand on its own in wiod2014-44x14; name its region (ROW) or take another baseline"
  ],
  [
    "a country twice",
    "coalition: [JP, EU]",
    "coalition: [EU, DE]",
    "11:17  DE stands twice, in EU as well; name it once"
  ],
  [
    "an unknown measure",
    "lift: [s301-list1,",
    "lift: [s301-lst1,",
    "19:12  unknown measure s301-lst1; did you mean s301-list1?"
  ],
  [
    "an unknown package",
    "package:chips-2022",
    "package:chip-2022",
    "19:24  unknown package chip-2022; did you mean package:chips-2022?"
  ],
  [
    "an unknown sector",
    "sectors: [machinery_elec]",
    "sectors: [machinery]",
    "27:42  unknown sector machinery; did you mean machinery_elec?"
  ],
  ["a sector twice", "sectors: [agri, food]", "sectors: [agri, agri]", "29:54  agri stands twice; name it once"],
  [
    "a sector beside its group",
    "sectors: [agri, food]",
    "sectors: [goods, food]",
    "29:55  food stands twice, in goods as well; name it once"
  ],
  [
    "the name of a reference for a step",
    "id: relief",
    "id: standing",
    "17:9  reserved id: standing; it is the name of what steps are compared with"
  ],
  [
    "an unknown elasticity set",
    "elasticities: simonovska-waugh-2014",
    "elasticities: simonovska",
    "4:15  unknown elasticity set: simonovska; the sets are caliendo-parro-2015, simonovska-waugh-2014, boehm-2023-long, boehm-2023-short, own"
  ],
  [
    "a set that the baseline has no values for",
    "elasticities: simonovska-waugh-2014",
    "elasticities: own",
    "4:15  no elasticity for sector agri in wiod2014-44x14 itself; choose a set: caliendo-parro-2015, simonovska-waugh-2014, boehm-2023-long, boehm-2023-short"
  ],
  [
    "an elasticity of 0",
    "elasticities: simonovska-waugh-2014",
    "elasticities: {agri: 0, all: 4}",
    "4:22  invalid agri: 0; write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"
  ],
  [
    "an elasticity below 0 at the low end",
    "elasticities: simonovska-waugh-2014",
    "elasticities: {all: [-1, 4, 5]}",
    "4:16  invalid all: [-1,4,5]; write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"
  ],
  [
    "sectors without an elasticity",
    "elasticities: simonovska-waugh-2014",
    "elasticities: {mining: 4}",
    "4:1  no elasticity for agri, food, textiles, wood_paper, petroleum, chem_plastics, metals, machinery_elec, transport_eq, other_mfg, utilities_constr, trade_transport, other_services; add them, or all: for the others"
  ],
  [
    "an unknown closure",
    "closure: balanced",
    "closure: balance",
    "5:10  invalid closure: balance; write worldShare, balanced, spendingRatio or {nominal: <country>}"
  ],
  [
    "a closure in the wage of several countries",
    "closure: balanced",
    "closure: {nominal: EU}",
    "5:20  EU is 27 countries here; name one"
  ],
  ["a share above 1", "share: [0.3, 0.5, 0.7]", "share: 1.5", "27:66  invalid share: 1.5; write a share from 0 to 1"],
  [
    "a band out of order",
    "share: [0.3, 0.5, 0.7]",
    "share: [0.6, 0.5, 0.7]",
    "27:59  invalid share: [0.6,0.5,0.7]; write [low, likely, high] from the least to the greatest"
  ],
  [
    "a band of two numbers",
    "share: [0.3, 0.5, 0.7]",
    "share: [0.3, 0.7]",
    "27:59  invalid share: [0.3,0.7]; write a number, or [low, likely, high]"
  ],
  ["a mirror above 1", "mirror: [0.5, 0.8, 1]", "mirror: 80", "12:33  invalid mirror: 80; write a share from 0 to 1"],
  ["compliance below 0", "IN: 0.5", "IN: -0.5", "14:16  invalid IN: -0.5; write a share from 0 to 1"],
  [
    "a cut-off when all comply",
    "{IN: 0.5, all: 0.1}",
    "{IN: 1, all: 1}",
    "15:11  cutOff meets nobody: every third country complies in full; leave it out, or let somebody comply less"
  ],
  [
    "a third country that is a member",
    "IN: 0.5",
    "JP: 0.5",
    "14:16  JP is no third country: it is a sender, a target or a member of the coalition"
  ],
  ["nobody who may comply", "{IN: 0.5, all: 0.1}", "{}", "14:3  nobody in comply; name third countries, or all"],
  [
    "retaliation of no kind",
    "{by: [CN], mirror: [0.5, 0.8, 1]}",
    "{by: [CN]}",
    "12:1  retaliation without mirror or wedges; write mirror: 1 for the same in return"
  ],
  [
    "a target in the coalition",
    "coalition: [JP, EU]",
    "coalition: [CN]",
    "11:13  CN is both target and member of the coalition; keep one"
  ],
  [
    "a measure lifted and eased",
    "of: [s301-list3]",
    "of: [s301-list1]",
    "20:12  s301-list1 lifted and eased in step relief; keep one"
  ],
  [
    "a flow from a country to itself",
    "from: senders, to: targets",
    "from: US, to: [CN, US]",
    "29:9  flow from USA to itself; a measure is between two countries"
  ],
  [
    "a transfer to oneself",
    "{from: CN, to: US, amount",
    "{from: CN, to: CHN, amount",
    "32:9  transfer from CHN to itself; name two countries"
  ],
  [
    "a wedge without a size",
    "sectors: [agri, food], cost: 0.1",
    "sectors: [agri, food]",
    "29:9  a wedge without a size; write one of closed, cost, tariff, exportTax"
  ],
  [
    "a wedge of two sizes",
    "cost: 0.1}",
    "cost: 0.1, closed: 1}",
    "29:9  a wedge with closed and cost; write a wedge for each"
  ],
  [
    "a flow closed twice",
    "sectors: [agri, food], cost: 0.1",
    "sectors: [machinery_elec], closed: 0.6",
    "29:9  contradictory closed 0.6 after export-control [0.3, 0.5, 0.7] on machinery_elec from USA to CHN; close a flow once"
  ],
  [
    "a tariff over a whole tariff",
    "{from: world, to: US, sectors: metals, cost: 0.25}",
    "{from: CN, to: US, tariff: 0.25}",
    "30:9  contradictory tariff 0.25 after tariff-to 0.6 on agri from CHN to USA and 13 more; one of them says the whole tariff; keep it"
  ],
  [
    "an unknown kind of move",
    "what: tariff-to",
    "what: tarif-to",
    "26:16  invalid what: tarif-to; did you mean tariff-to?"
  ],
  ["a misspelt field", "reinstate:", "reinstated:", "23:5  unknown field reinstated; did you mean reinstate?"],
  [
    "an empty step",
    "lift: [s301-list1, package:chips-2022]\n    ease: {of: [s301-list3], by: 0.5}\n",
    "\n",
    "17:5  empty step relief; write one of lift, ease, reinstate, join, add, wedges, transfer"
  ],
  ["an id twice", "id: pressure", "id: relief", "21:9  duplicate step relief; give it another id"],
  [
    "an unknown baseline",
    "closure: balanced",
    "baseline: wiod2014-44x15",
    "5:11  no baseline wiod2014-44x15; did you mean wiod2014-44x14?"
  ],
  [
    "a day outside the record",
    "day: 2025-06-30",
    "day: 2035-06-30",
    "3:6  invalid day: 2035-06-30; the record of us-china is from 1949-01-01 to 2025-12-31"
  ],
  [
    "a day that does not exist",
    "day: 2025-06-30",
    "day: 2025-06-31",
    "3:6  invalid day: 2025-06-31; write a day that exists as YYYY-MM-DD"
  ],
  ["a negative number of draws", "draws: 50", "draws: -1", "7:8  invalid draws: -1; write at least 0"]
])("%s has its place and what would be right", (_, was, is, says) => {
  expect(full).toContain(was);
  expect(saidOf(full.replace(was, is))).toEqual([says]);
});

const bare = "title: T\nsenders: [US]\ntargets: [CN]\n";
const tariff = "add: [{what: tariff-to, rate: 0.6}]";
test.each([
  [
    "measures without a case",
    `${bare}steps: [{id: a, title: A, lift: [all]}]\n`,
    ["4:27  lift in step a without a case; name the case whose measures they are"]
  ],
  [
    "a retaliator whom nobody presses",
    `${bare}retaliation: {by: [CN, MX], mirror: 1}\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    ["4:24  MX has nothing to mirror, as nobody presses it; name a target, or give it wedges of its own without mirror"]
  ],
  [
    "a retaliator who is cut off",
    `${bare}retaliation: {by: [MX], mirror: 1}\nsecondary: {comply: {MX: 0.5}, cutOff: 0.1}\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    []
  ],
  [
    "a day and a standing without a case",
    `${bare}day: 2020-01-01\nagainst: standing\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    [
      "4:6  a day without a case has no standing; name the case, or leave the day out",
      "5:10  no standing without a case; name the case, or write baseline"
    ]
  ],
  [
    "a sender that is a target",
    `title: T\nsenders: [US, CN]\ntargets: [CHN]\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    ["3:11  CHN is both sender and target; keep one"]
  ],
  [
    "a sender that is the target of the case, with retaliation",
    `title: T\ncase: us-china\nsenders: [CN]\nretaliation: {mirror: 1}\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    ["3:11  CN is both sender and target; keep one, or write targets"]
  ],
  [
    "more wedges than anybody reads",
    `${bare}steps: [{id: a, title: A, wedges: [${Array(1001).fill("{from: US, to: CN, cost: 0.1}").join(", ")}]}]\n`,
    ["4:1  1001 moves and wedges; write at most 1000; a wedge may name several countries and sectors"]
  ],
  [
    "an embargo with a tariff",
    `${bare}steps: [{id: a, title: A, add: [{what: embargo}, {what: tariff-to, rate: 0.6}]}]\n`,
    [
      "4:50  contradictory tariff-to 0.6 after embargo on agri from CHN to USA and 13 more; nothing is traded there; keep one of them"
    ]
  ],
  [
    "no sender",
    `title: T\ntargets: [CN]\nsteps: [{id: a, title: A, ${tariff}}]\n`,
    ["1:1  missing field senders; add it, or name a case"]
  ],
  ["no steps", `${bare}steps: []\n`, ["4:1  invalid steps: []; write at least one step"]],
  [
    "a coalition with nothing to join",
    "title: T\ncase: us-china\ncoalition: [JP]\nsteps: [{id: a, title: A, lift: [all]}]\n",
    ["3:1  coalition without anything that a step adds; write one of reinstate, join, add, wedges in a step"]
  ],
  [
    "joining without a coalition",
    "title: T\ncase: us-china\nsteps: [{id: a, title: A, join: [all]}]\n",
    ["3:27  join in step a without a coalition; name its members"]
  ],
  [
    "an unknown case, and all that does not hang on it",
    `title: T\ncase: us-chna\nsenders: [US]\ntargets: [USA]\nsteps: [{id: a, title: A, lift: [x]}, {id: b, title: B, wedges: [{from: US, to: QQ, closed: 2}]}]\n`,
    [
      "2:7  no case us-chna; did you mean us-china?",
      "4:11  USA is both sender and target; keep one",
      "5:81  unknown country QQ; write an ISO 3166-1 code of two or three letters, EU, or a name of the baseline",
      "5:93  invalid closed: 2; write a share from 0 to 1"
    ]
  ]
])("%s", (_, text, says) => {
  expect(saidOf(text)).toEqual(says);
});
