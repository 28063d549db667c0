// The direction of docs: functions → edge, adapters → app → contract → domain, planner. Packages are matched by their
// path below node_modules, because a dependency type would miss devDependencies.

const packages = (...names) => names.map((name) => `node_modules/${name}/`);

/** What files under `from` may import of this repository, besides one another. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(functions|infra|lib|tests|web)/', pathNot: [from, ...to] },
});

/** Packages that only files under `allowed` may import; tests may import everything. */
const confined = (name, names, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(functions|infra|lib|web)/', pathNot: allowed },
  to: { path: packages(...names) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycle', comment: 'A cycle has no direction.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      // aws-lambda is a package of types alone, found as @types/aws-lambda; the console's build resolves the others.
      to: { couldNotResolve: true, pathNot: '^(aws-lambda|vite|virtual:(routes|setting-bounds))$' },
    },
    {
      name: 'no-barrel',
      comment: 'Import the file that has it.',
      severity: 'error',
      from: {},
      to: { path: '^(functions|infra|lib|web|tests)/.*index\\.tsx?$' },
    },
    only('domain-is-pure', '^lib/domain/', [], 'Rules know nothing but themselves.'),
    only('planner-is-pure', '^lib/planner/', [], 'The engine knows nothing but itself.'),
    only(
      'verifier-stands-alone',
      '^infra/commands/verify',
      ['^infra/json/'],
      'It shares no code with what it verifies, but for cutting JSON into records.',
    ),
    only('threads', '^lib/threads/', ['^lib/planner/'], 'Threads lend the engine cores, and know nothing else.'),
    only('contract', '^lib/contract/', ['^lib/domain/'], 'The contract speaks of the domain alone.'),
    only('app', '^lib/app/', ['^lib/(contract|domain|planner)/'], 'A use case knows no technology.'),
    only('adapters', '^lib/adapters/', ['^lib/(app|contract|domain)/'], 'An adapter implements ports.'),
    only('edge', '^lib/edge/', ['^lib/(app|contract|domain)/'], 'The edge speaks HTTP and queues to use cases.'),
    only('functions', '^functions/', ['^lib/', '^web/'], 'A function wires; nothing but wiring.'),
    only('web', '^web/', ['^lib/(contract|domain)/'], 'Pages show what the contract says.'),
    only(
      'infra',
      '^infra/',
      // The command line calls by the client that is handed out, and reads and writes the console's files of rows;
      // the mailbox of one machine has the pages' frame.
      ['^lib/(contract|domain|planner|threads)/', '^web/(client|tables)/', '^web/(html|page-frame)\\.ts$'],
      'Infrastructure names function files by path, and calls the product over HTTP.',
    ),
    {
      name: 'functions-stand-alone',
      comment: 'One function never imports another.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^functions/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests import the product, never the other way round.',
      severity: 'error',
      from: { path: '^(functions|infra|lib|web)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'domain-and-planner-without-packages',
      comment: 'Pure code needs no package.',
      severity: 'error',
      from: { path: '^lib/(domain|planner)/' },
      to: { path: 'node_modules/', pathNot: packages('date-fns', '@date-fns/tz') },
    },
    {
      name: 'domain-and-planner-without-io',
      comment: 'Pure code reads no file, clock or socket.',
      severity: 'error',
      from: { path: '^lib/(domain|planner|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    confined(
      'aws-behind-adapters',
      ['@aws-sdk', '@smithy'],
      ['^lib/adapters/', '^infra/local/'],
      'AWS is known to adapters alone.',
    ),
    confined('middy-at-the-edge', ['@middy'], ['^lib/edge/'], 'middy is known to the edge alone.'),
    confined(
      'cdk-in-infra',
      ['aws-cdk-lib', 'constructs', 'cdk-nag'],
      ['^infra/(stack/|stacks|app|local/template/)'],
      'CDK is known to the stacks alone.',
    ),
    {
      name: 'deployed-code-has-runtime-dependencies',
      comment: 'What is bundled for Lambda must be a dependency, not a devDependency; the console carries its own.',
      severity: 'error',
      from: { path: '^(functions|lib|web)/', pathNot: '^web/(console|tables)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '(^|/)(dist|cdk\\.out|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
