import type {Page} from "playwright-core";
import {expect} from "vitest";
import {livesOf} from "../../src/casebook/livesOf.ts";
import {openCase} from "../../src/casebook/node.ts";
import {asOf} from "../../src/sanctions/asOf.ts";
import {isLive} from "../../src/sanctions/standing.ts";
import {parseDay} from "../../src/time/day.ts";

/** A view of the life line. */
export const life = "us-china/life?on=1989-06-15";

export const record = openCase("us-china", process.cwd());
export const lives = livesOf(record);

/** Titles of what as-of says is on the books on a day, in order of letters. */
export const standing = (day: string): string[] =>
  asOf(lives, parseDay(day))
    .filter(({standings}) => standings.some(isLive))
    .map(({life: {measure}}) => measure.title)
    .sort();

/** Titles of what the page lists, in order of letters. */
export const listed = async (page: Page): Promise<string[]> =>
  (await page.locator(".row-title").allTextContents()).sort();

export const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** Waits until the three figures of the life line page are drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector(".overlay");
  await expect.poll(() => page.locator(".canvas svg.thaw-chart").count(), {timeout: 10_000}).toBe(3);
}
