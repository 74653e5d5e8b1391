import {expect, test} from "vitest";
import {channelOf, channels} from "../../../src/sanctions/channel.ts";
import {measureTypes} from "../../../src/sanctions/measure.ts";
import {measure} from "./make.ts";

test.each(measureTypes)("%s works through one of the six channels", (type) =>
  expect(channels).toContain(channelOf(measure([], {type})))
);

test("a subtype may work through another channel than its type", () => {
  expect(channelOf(measure([], {type: "secondary-sanctions"}))).toBe("financial");
  expect(channelOf(measure([], {type: "secondary-sanctions", subtype: "entity list"}))).toBe("trade");
  expect(channelOf(measure([], {type: "diplomatic", subtype: "military contacts"}))).toBe("military");
});
