import {defineConfig} from "vitest/config";

const isFuzz = process.env.THAW_TESTS === "fuzz"; // `npm run fuzz`: long searches, not part of `npm test`
const folders = isFuzz ? ["fuzz"] : ["unit", "property", "api", "cli", "hard", "docs", "browser", "jobs", "reference", "byhand"];
const include = folders.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: "100%", // one core is left idle otherwise, half of a machine that has two
    isolate: true,
    include: isFuzz ? include : [...include, "test/architecture.test.ts"],
    testTimeout: isFuzz ? 600_000 : 30_000, // ms; a command starts its own Node on a busy two-core machine
    hookTimeout: 60_000,
    reporters: ["minimal"]
  }
});
