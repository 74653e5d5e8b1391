import {describe, expect, test} from "vitest";
import {d, event, live, told} from "./make.ts";

describe("extensions", () => {
  const waived = [event("imposed", "1990-01-01"), event("waived", "1991-01-01", {expires: "1992-01-01"})];

  test("an extension before the expiry prolongs the hold and stops its clock", () => {
    expect(told(live([...waived, event("extended", "1991-12-01", {expires: "1993-01-01"})])).slice(2)).toEqual([
      "1991-12-01 extended → waived",
      "1993-01-01 [reimposed] → inForce"
    ]);
  });

  test("an extension on the day of the expiry comes first", () => {
    expect(told(live([...waived, event("extended", "1992-01-01", {expires: "1993-01-01"})])).slice(2)).toEqual([
      "1992-01-01 extended → waived",
      "1993-01-01 [reimposed] → inForce"
    ]);
  });

  test("an extension without a day makes the hold open-ended", () => {
    expect(told(live([...waived, event("extended", "1991-12-01")])).slice(2)).toEqual(["1991-12-01 extended → waived"]);
  });

  test("an extension of the measure leaves the clock of the waiver alone", () => {
    const life = live([...waived, event("extended", "1991-12-01", {prolongs: "measure", expires: "1995-01-01"})]);
    expect(told(life).slice(2)).toEqual([
      "1991-12-01 extended → waived",
      "1992-01-01 [reimposed] → inForce",
      "1995-01-01 [expired] → expired"
    ]);
  });

  test("without a hold an extension prolongs the measure, unless it says that it prolongs relief", () => {
    const eased = [
      event("imposed", "1990-01-01", {expires: "1995-01-01"}),
      event("suspended", "1991-01-01", {extent: "part", expires: "1992-01-01"})
    ];
    expect(told(live([...eased, event("extended", "1991-06-01", {expires: "1996-01-01"})])).slice(3)).toEqual([
      "1992-01-01 [reimposed] → inForce",
      "1996-01-01 [expired] → expired"
    ]);
    expect(
      told(live([...eased, event("extended", "1991-06-01", {prolongs: "relief", expires: "1993-01-01"})])).slice(3)
    ).toEqual(["1993-01-01 [reimposed] → inForce", "1995-01-01 [expired] → expired"]);
  });

  test("of two reliefs of parts the newest with a term is prolonged", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("eased", "1991-01-01", {expires: "1993-01-01"}),
      event("eased", "1992-01-01", {expires: "1994-01-01"}),
      event("extended", "1992-06-01", {prolongs: "relief", expires: "1996-01-01"})
    ]);
    expect(told(life).slice(4)).toEqual(["1993-01-01 [reimposed] → eased", "1996-01-01 [reimposed] → inForce"]);
  });

  test("an extension of relief that has lapsed is refused, and never becomes a term of the measure", () => {
    const life = live([...waived, event("extended", "1992-01-02", {prolongs: "relief", expires: "1993-01-01"})]);
    expect(life.problems.map(({event}) => event.verb)).toEqual(["extended"]);
    expect(life.steps.at(-1)!.standing).toBe("inForce");
  });

  test("a threat that is extended keeps being one until its new day", () => {
    const life = live([
      event("threatened", "1990-01-01", {expires: "1990-06-01"}),
      event("extended", "1990-05-01", {expires: "1990-12-01"})
    ]);
    expect(told(life).slice(1)).toEqual(["1990-05-01 extended → threatened", "1990-12-01 [expired] → withdrawn"]);
  });
});

describe("clocks", () => {
  const imposed = event("imposed", "1990-01-01", {expires: "1992-01-01"});

  test("a measure with a term expires on its day", () => {
    expect(told(live([imposed]))).toEqual(["1990-01-01 imposed → inForce", "1992-01-01 [expired] → expired"]);
  });

  test.each([
    ["1991-12-31", ["1991-12-31 lifted → lifted"]],
    ["1992-01-01", ["1992-01-01 lifted → lifted"]]
  ])("a lifting on %s comes before the term runs out", (day, rest) => {
    expect(told(live([imposed, event("lifted", day)])).slice(1)).toEqual(rest);
  });

  test("a lifting the day after the term is refused: it has expired", () => {
    const life = live([imposed, event("lifted", "1992-01-02")]);
    expect(life.problems[0]!.message).toMatch(/the measure is ended \(expired\), and it has already ended/);
  });

  test("a waiver does not stop the term of the measure", () => {
    const life = live([imposed, event("waived", "1991-01-01", {expires: "1993-01-01"})]);
    expect(told(life).slice(1)).toEqual(["1991-01-01 waived → waived", "1992-01-01 [expired] → expired"]);
  });

  test("when relief and the measure run out on one day, the measure ends, whatever the ids are", () => {
    for (const id of ["a", "z"]) {
      const life = live([imposed, event("waived", "1991-01-01", {id, expires: "1992-01-01"})]);
      expect(told(life).slice(2)).toEqual(["1992-01-01 [expired] → expired"]);
    }
  });

  test("a clock may be known to a month only", () => {
    expect(told(live([event("imposed", "1990-01-01", {expires: "1992-06"})]))[1]).toBe(
      "1992-06-01…1992-06-30 [expired] → expired"
    );
  });

  test("an act in the month in which a clock runs out comes before it, and bounds it", () => {
    const life = live([event("imposed", "1990-01-01", {expires: "1992-06"}), event("tightened", "1992-06-10")]);
    expect(told(life).slice(1)).toEqual([
      "1992-06-10 tightened → inForce",
      "1992-06-10…1992-06-30 [expired] → expired"
    ]);
  });

  test("a clock on the last day of the record strikes; one day later it is ahead, and the past is as certain as before", () => {
    const complete = d("1992-01-01");
    expect(told(live([imposed], {}, complete))[1]).toBe("1992-01-01 [expired] → expired");
    const later = event("imposed", "1990-01-01", {expires: "1992-01-02"});
    expect(told(live([later], {}, complete))[1]).toBe("1992-01-02… [expired] → expired (ahead)");
  });

  test("an act after the coverage bounds a clock that is ahead", () => {
    const life = live(
      [
        event("imposed", "1990-01-01"),
        event("suspended", "1991-01-01", {expires: "1993-01-01"}),
        event("lifted", "1994-01-01")
      ],
      {},
      d("1992-01-01")
    );
    expect(told(life).slice(2)).toEqual([
      "1993-01-01…1994-01-01 [reimposed] → inForce (ahead)",
      "1994-01-01 lifted → lifted"
    ]);
  });

  test("easing a threat for a time never brings the measure into force", () => {
    const life = live([event("threatened", "1990-01-01"), event("eased", "1990-02-01", {expires: "1990-06-01"})]);
    expect(life.steps.map(({standing}) => standing)).not.toContain("inForce");
  });

  test("a threat that is carried out leaves no deadline behind", () => {
    const life = live([event("threatened", "1990-01-01", {expires: "1990-06-01"}), event("imposed", "1990-05-01")]);
    expect(told(life).slice(1)).toEqual(["1990-05-01 imposed → inForce"]);
  });

  test("a new term set when the measure comes back takes the place of the old one", () => {
    const life = live([
      event("imposed", "1990-01-01", {expires: "1995-01-01"}),
      event("eased", "1991-01-01"),
      event("reimposed", "1992-01-01", {expires: "1997-01-01"})
    ]);
    expect(told(life).slice(3)).toEqual(["1997-01-01 [expired] → expired"]);
  });

  test("the term of the measure goes on when relief is taken back without a new one", () => {
    const life = live([
      event("imposed", "1990-01-01", {expires: "1995-01-01"}),
      event("eased", "1991-01-01"),
      event("reimposed", "1992-01-01")
    ]);
    expect(told(life).slice(3)).toEqual(["1995-01-01 [expired] → expired"]);
  });

  test("a threat that runs out does not end a measure that is in force", () => {
    const life = live([event("imposed", "1990-01-01"), event("threatened", "1991-01-01", {expires: "1991-06-01"})]);
    expect(life.steps.at(-1)!.standing).toBe("inForce");
  });

  test("a threat that runs out does not change why a measure ended", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("lifted", "1991-01-01"),
      event("threatened", "1992-01-01", {expires: "1992-06-01"})
    ]);
    expect(life.steps.at(-1)!.standing).toBe("lifted");
  });
});
