import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {Ajv2020} from "ajv/dist/2020.js";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {packageRoot} from "../../src/casebook/node.ts";
import {schemas, schemaText} from "../../tools/schemas.ts";

const folder = join(packageRoot, "schemas");
const names = Object.keys(schemas);
const written = (name: string) => readFileSync(join(folder, `${name}.schema.json`), "utf8");

test("there is a JSON Schema for each kind of file and no other", () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});

test.each(names)("schemas/%s.schema.json is what the code reads; node tools/schemas.ts writes it", (name) => {
  expect(written(name)).toBe(schemaText(name));
});

const fileOf: Readonly<Record<string, string>> = {
  measure: "measures/zte-denial-order-2018.yaml",
  scenario: "../../examples/scenarios/tariffs-60.yaml",
  wording: "ru.yaml"
};

test.each(names)(
  "the %s of us-china, or an example of one, follows its JSON Schema, and with an unknown field it does not",
  (name) => {
    const validate = new Ajv2020({strict: false, validateFormats: false}).compile(JSON.parse(written(name)));
    const file = join(packageRoot, "cases", "us-china", fileOf[name] ?? `${name}.yaml`);
    const value = parse(readFileSync(file, "utf8"));
    validate(value);
    expect(validate.errors).toBeNull();
    const slipped = Array.isArray(value) ? [{...value[0], slip: 1}] : {...value, slip: 1};
    expect(validate(slipped)).toBe(false);
  }
);
