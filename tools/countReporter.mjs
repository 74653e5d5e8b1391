import {writeFileSync} from "node:fs";

/**
 * A Vitest reporter that writes {passed, failed, skipped} to the file that THAW_COUNTS names. What fails outside any test,
 * a file that cannot be loaded or an error that nothing caught, counts as one failure each.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = {passed: 0, failed: unhandledErrors.length, skipped: 0};
    for (const module of modules) {
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const {state} = test.result();
        if (state === "failed") failedTests++;
        counts[state === "pending" ? "skipped" : state]++;
      }
      if (failedTests === 0 && module.state() === "failed") counts.failed++;
    }
    writeFileSync(process.env.THAW_COUNTS, JSON.stringify(counts));
  }
}
