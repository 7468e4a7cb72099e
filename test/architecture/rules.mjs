// The house's fences, for dependency-cruiser. Each has a planted breach in test/fixtures/breaches that must be caught.

const RANKS = {
  domain: ['domain'],
  ports: ['domain', 'ports'],
  markdown: ['domain', 'ports', 'markdown'],
  presentation: ['domain', 'ports', 'presentation'],
  index: ['domain', 'ports', 'markdown', 'presentation', 'index'],
  integrations: ['domain', 'integrations'],
  settings: ['domain', 'ports', 'markdown', 'presentation', 'settings'],
  workflows: ['domain', 'ports', 'markdown', 'presentation', 'index', 'integrations', 'settings', 'workflows'],
  headless: [
    ...['domain', 'ports', 'markdown', 'presentation', 'index', 'integrations', 'settings', 'workflows', 'headless'],
  ],
};

const layer = ([folder, allowed]) => ({
  name: `${folder}-imports-down-only`,
  comment: `${folder} may import ${allowed.join(', ')}; imports point down only, and siblings of one rank never meet.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
});

const only = (name, comment, packages, folders) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${folders.join('|')})` },
  to: { path: packages },
});

/** All rules. */
export const rules = [
  {
    name: 'no-circular',
    comment: 'A circle has no bottom to start reading from.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  ...Object.entries(RANKS).map(layer),
  {
    name: 'nothing-imports-main',
    comment: 'main.ts builds the shell; whoever needs something from it should be given it.',
    severity: 'error',
    from: {},
    to: { path: '^src/main\\.ts$' },
  },
  only(
    'obsidian-at-the-edge',
    'A fact never holds an app object, not even as a type.',
    '(^|node_modules/)obsidian(/|$)',
    ['obsidian/', 'main\\.ts$'],
  ),
  only(
    'markdown-libraries-in-markdown',
    'Only markdown/ knows how text is parsed.',
    '(^|node_modules/)(mdast-util-|micromark|character-entities)',
    ['markdown/'],
  ),
  only(
    'yaml-in-markdown',
    'Only markdown/ parses YAML; elsewhere it is the app that does.',
    '(^|node_modules/)yaml(/|$)',
    ['markdown/', 'headless/'],
  ),
  only(
    'file-libraries-in-integrations',
    'Only integrations/ knows how files of other systems are made.',
    '(^|node_modules/)(papaparse|fflate|saxes)(/|$)',
    ['integrations/'],
  ),
  {
    name: 'a-system-sees-itself',
    comment:
      'A system of integrations/ sees its own folder and what all share; the eleventh is one folder and one line.',
    severity: 'error',
    from: { path: '^src/integrations/([^/]+)/' },
    to: { path: '^src/integrations/', pathNot: '^src/integrations/($1|files)/' },
  },
  only(
    'views-in-obsidian',
    'Only the shell draws and only it keeps a database.',
    '(^|node_modules/)(preact|idb)(/|$)',
    ['obsidian/', 'main\\.ts$'],
  ),
  {
    name: 'domain-knows-date-fns-only',
    comment: 'The domain is words and numbers.',
    severity: 'error',
    from: { path: '^src/domain/' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'unknown'], pathNot: 'date-fns' },
  },
  {
    name: 'no-node-built-in',
    comment: 'The plugin runs on phones.',
    severity: 'error',
    from: { path: '^src/', pathNot: '\\.mjs$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'not-resolvable',
    comment: 'An import that leads nowhere hides a rule that has gone blind.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '^(obsidian|electron|mdast)$' },
  },
];

/** Options for every cruise. */
export const options = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'default'],
  },
  ruleSet: { forbidden: rules },
  validate: true,
};
