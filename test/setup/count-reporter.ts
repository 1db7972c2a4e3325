import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Closes the run with the plain counts that CI reads: `N passed, N failed, N skipped`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      // A file that breaks before its first test counts as one failure.
      if (module.state() === "failed" && tests.every((test) => test.result().state !== "failed")) counts.failed++;
      for (const test of tests) counts[stateOf(test)]++;
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}

function stateOf(test: TestCase): "passed" | "failed" | "skipped" {
  const { state } = test.result();
  return state === "pending" ? "failed" : state;
}
