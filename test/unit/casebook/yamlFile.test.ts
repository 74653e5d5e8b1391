import {expect, test} from "vitest";
import {z} from "zod";
import {readYaml} from "../../../src/casebook/yamlFile.ts";

const schema = z.strictObject({name: z.string(), list: z.array(z.strictObject({n: z.int()}))});
const text = "# a note\nname: x\nlist:\n  - n: 1\n  - {n: 2}\n";

test("a value knows where it stands; what is missing stands at its parent", () => {
  const {yaml, problems} = readYaml("f.yaml", text, schema);
  expect({whole: yaml?.whole, problems}).toEqual({whole: true, problems: []});
  const where = (...path: (string | number)[]) => {
    const {file, line, column} = yaml!.problem(path, "x/y", "m");
    return `${file}:${line}:${column}`;
  };
  expect(where("name")).toBe("f.yaml:2:7");
  expect(where("list", 0, "n")).toBe("f.yaml:4:8");
  expect(where("list", 1, "n")).toBe("f.yaml:5:9");
  expect(where("list", 1)).toBe("f.yaml:5:5");
  expect(where("list", 1, "absent")).toBe("f.yaml:5:5");
  expect(where("list", 7, "n")).toBe("f.yaml:3:1");
  expect(where("absent")).toBe("f.yaml:2:1");
});

test("a file that does not fit outside its lists is only problems", () => {
  const result = readYaml("f.yaml", "name: 1\nlist: []\n", schema);
  expect(result).toEqual({
    yaml: null,
    problems: [
      {file: "f.yaml", line: 1, column: 7, code: "casebook/invalid-type", message: "invalid name: 1; write a text"}
    ]
  });
});

test("entries that do not fit are left out, and the others still know where they stand", () => {
  const {yaml, problems} = readYaml(
    "f.yaml",
    "name: x\nlist:\n  - n: one\n  - n: 2\n  - n: 3\n    m: 4\n  - n: 5\n",
    schema
  );
  expect(problems.map(({line, code}) => [line, code])).toEqual([
    [3, "casebook/invalid-type"],
    [6, "casebook/unknown-field"]
  ]);
  expect({value: yaml!.value, whole: yaml!.whole}).toEqual({value: {name: "x", list: [{n: 2}, {n: 5}]}, whole: false});
  expect([0, 1].map((i) => yaml!.problem(["list", i, "n"], "x/y", "m").line)).toEqual([4, 7]);
  expect(yaml!.problem(["name"], "x/y", "m").line).toBe(1);
});

test("an entry is left out of the outermost list, of which a list may be the whole file", () => {
  const rows = z.array(z.strictObject({of: z.array(z.int())}));
  const {yaml} = readYaml("f.yaml", "- of: [1, x]\n- of: [2]\n", rows);
  expect(yaml!.value).toEqual([{of: [2]}]);
  expect(yaml!.problem([0, "of", 0], "x/y", "m")).toMatchObject({line: 2, column: 8});
});

test("a field that the schema does not know is left out wherever it stands", () => {
  const {yaml, problems} = readYaml("f.yaml", "nam: y\nname: x\nlist:\n  - n: one\n  - n: 2\n", schema);
  expect(problems.map(({line}) => line).sort()).toEqual([1, 4]);
  expect(yaml!.value).toEqual({name: "x", list: [{n: 2}]});
  expect(yaml!.problem(["list", 0, "n"], "x/y", "m").line).toBe(5);
});

test("when too little is left, nothing reads", () => {
  const some = z.array(z.int()).min(1);
  expect(readYaml("f.yaml", "- x\n", some).yaml).toBeNull();
});
