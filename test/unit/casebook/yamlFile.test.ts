import {expect, test} from "vitest";
import {z} from "zod";
import {readYaml} from "../../../src/casebook/yamlFile.ts";

const schema = z.strictObject({name: z.string(), list: z.array(z.strictObject({n: z.int()}))});
const text = "# a note\nname: x\nlist:\n  - n: 1\n  - {n: 2}\n";

test("a value knows where it stands; what is missing stands at its parent", () => {
  const result = readYaml("f.yaml", text, schema);
  if (!("ok" in result)) throw new Error("reads");
  const where = (...path: (string | number)[]) => {
    const {file, line, column} = result.ok.problem(path, "x/y", "m");
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

test("a file that does not fit is only problems", () => {
  const result = readYaml("f.yaml", "name: 1\nlist: []\n", schema);
  expect(result).toEqual({
    problems: [
      {file: "f.yaml", line: 1, column: 7, code: "casebook/invalid-type", message: "invalid name: 1; write a text"}
    ]
  });
});
