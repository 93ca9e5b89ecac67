/**
 * The part of Vitest's JSON results that is counted here.
 *
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} Results
 */

/**
 * What came of a test run, counted from Vitest's JSON results.
 *
 * A test file that could not be loaded or collected counts as one failed test. So does a run that Vitest ends with an
 * error although each test passed (an error outside any test); and a run without tests is not a success.
 *
 * @param {Results | null} results Vitest's JSON, or `null` where it wrote none
 * @param {number} exitCode Vitest's exit code
 * @returns {{ line: string, ok: boolean }} the line to end with, and whether all is well
 */
export function summarize(results, exitCode) {
  const files = results?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  /** @param {string[]} states */
  const count = (...states) => tests.filter((test) => states.includes(test.status)).length;
  const passed = count('passed');
  const skipped = count('skipped', 'pending', 'todo', 'disabled');
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  let failed = tests.length - passed - skipped + brokenFiles.length;
  if (exitCode !== 0 && failed === 0 && tests.length > 0) failed = 1;
  if (results === null) failed = 1;
  return {
    line: `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    ok: failed === 0 && passed > 0 && exitCode === 0,
  };
}
