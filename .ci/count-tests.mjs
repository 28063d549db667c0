import { readFileSync } from 'node:fs';

// Prints "passed failed" from vitest's JSON report and exit code.
const [file, exitCode] = process.argv.slice(2);

const count = () => {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const statuses = testResults.flatMap(({ status, assertionResults }) =>
    assertionResults.length === 0 ? [status] : assertionResults.map((test) => test.status),
  );
  const passed = statuses.filter((status) => status === 'passed').length;
  return { passed, failed: statuses.length - passed };
};

let { passed, failed } = { passed: 0, failed: 1 };
try {
  ({ passed, failed } = count());
} catch (fault) {
  process.stderr.write(`no report of the tests: ${fault.message}\n`);
}
// A fault outside every test fails the run without failing one of them.
if (exitCode !== '0' && failed === 0) failed = 1;
process.stdout.write(`${passed} ${failed}\n`);
