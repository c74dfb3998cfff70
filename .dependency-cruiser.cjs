const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The house's import rules. Each says why it holds; `npm run depcruise` checks them. */

// Specs, and what specs of one slice share.
const SPEC = '\\.spec\\.ts$|\\.fixtures\\.ts$';
const BELOW_SLICES = 'kernel|platform|verifier|ledger|witness|engine';
const SLICE = '^libs/(slices|evidence)/';
// A library's name is its folder, in libs/ or in libs/slices/.
const LIBRARY = '(?:slices/[^/]+|(?!slices/)[^/]+)';
/** The slices in the order in which the host lists them: each knows those before it. */
const LISTED = readFileSync(join(__dirname, 'apps/host/slices.ts'), 'utf8');
const SLICES = [...LISTED.matchAll(/^ +import\('\.\.\/\.\.\/libs\/slices\/([a-z-]+)\/slice\.js'\),$/gm)].map(
  ([, name]) => name,
);
if (SLICES.length === 0) throw new Error('apps/host/slices.ts lists no slice as these rules would read it.');
const PURE_PACKAGES = '^node_modules/(zod|big\\.js|@types/big\\.js)/';

/** One step of the one-way street: what `layer` must not know. */
const below = (layer, path, above, comment) => ({
  name: `${layer}-knows-nothing-above-it`,
  severity: 'error',
  comment,
  from: { path, pathNot: SPEC },
  to: { path: above },
});

/** What files of one role must not import; own files and indexes of other slices are left, unless named. */
const role = (suffix, name, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^libs/(slices|evidence).*[/.]${suffix}\\.ts$`, pathNot: SPEC },
  to,
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Files that need each other, be it for their types alone, cannot be understood, tested or moved one at a time.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere fails at run time; the rules below cannot judge it either.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-imports-zod-at-most',
      severity: 'error',
      comment: 'The kernel is vocabulary everybody shares, in the browser too: whatever it imported, everybody would.',
      from: { path: '^libs/kernel/', pathNot: SPEC },
      to: { pathNot: ['^libs/kernel/', '^node_modules/zod/'] },
    },
    below(
      'platform',
      '^libs/platform/',
      `^(apps|test)/|^libs/(?!(?:kernel|platform)/)`,
      'Configuration, connections and logs serve any program; they must not know this one’s log or rules.',
    ),
    {
      name: 'verifier-trusts-nobody',
      severity: 'error',
      comment:
        'Whoever checks the log must not share its code: a fault of the sealer would be a fault of the check. No Nest, no ' +
        'database either, so that it can be read in one sitting and run anywhere.',
      from: { path: '^libs/verifier/', pathNot: SPEC },
      to: {
        pathNot: ['^libs/verifier/', '^libs/kernel/index\\.ts$', '^node_modules/(canonicalize|ajv|ajv-formats)/'],
        dependencyTypesNot: ['core'],
      },
    },
    below(
      'ledger',
      '^libs/ledger/',
      `^(apps|test)/|^libs/(?!(?:kernel|platform|verifier|ledger)/)`,
      'The log keeps and proves entries whatever they mean; auditors reuse it without the engine or any slice.',
    ),
    below(
      'witness',
      '^libs/witness/',
      `^(apps|test)/|^libs/(?!(?:kernel|platform|verifier|ledger|witness)/)`,
      'A witness signs other people’s logs: it needs the arithmetic and a key, and no ledger of its own.',
    ),
    below(
      'engine',
      '^libs/engine/',
      `^(apps|test)/|^libs/(?!(?:${BELOW_SLICES})/)`,
      'The engine runs whatever deciders and views it is handed, so that adding a slice never touches it.',
    ),
    below(
      'evidence',
      '^libs/evidence/',
      '^(apps|test)/|^libs/(commons|slices)/',
      'Evidence is attached by any slice, and so must not know one.',
    ),
    below(
      'slices',
      SLICE,
      '^(apps|test)/|^libs/commons/',
      'Slices are composed by the apps, and commons are built from what their events declare; one that knew its ' +
        'composition could not be used in another. What it needs from commons it declares as a port.',
    ),
    ...SLICES.map((slice, index) =>
      below(
        slice,
        `^libs/slices/${slice}/`,
        `^libs/slices/(?!(?:${SLICES.slice(0, index + 1).join('|')})/)`,
        'Slices build on each other in one order, so that each can be understood and tested with those before it alone.',
      ),
    ),
    below(
      'commons',
      '^libs/commons/',
      '^(apps|test)/',
      'Commons are built from whatever slices an app composes; they are handed those, and look none up.',
    ),
    {
      name: 'commons-know-no-slice-s-events',
      severity: 'error',
      comment:
        'Timeline, desk and the like come from the facets of all events alike: a type of event named there would be one ' +
        'more place to change for every slice. tidy looks for the names as well.',
      from: { path: '^libs/commons/', pathNot: SPEC },
      to: { path: '^libs/slices/.*[/.](events|decider|state|commands|view)\\.ts$|^libs/slices/.*/rules/' },
    },
    {
      name: 'libs-know-no-infra',
      severity: 'error',
      comment: 'What the libraries run on (a container, the embedded PostgreSQL) is chosen by the apps and handed in.',
      from: { path: '^libs/', pathNot: SPEC },
      to: { path: '^infra/' },
    },
    {
      name: 'infra-postgres-stands-alone',
      severity: 'error',
      comment: 'It starts before anything else can: tests and tools use it without loading the application.',
      from: { path: '^infra/postgres/', pathNot: SPEC },
      to: { path: '^(apps|libs|test)/' },
    },
    {
      name: 'libs-only-through-their-index',
      severity: 'error',
      comment: 'A library’s index is its promise. What it does not export may change without asking its neighbours.',
      from: { path: `^libs/(${LIBRARY})/` },
      to: { path: '^libs/', pathNot: ['^libs/$1/', `^libs/${LIBRARY}/index\\.ts$`] },
    },
    {
      name: 'apps-only-through-an-index',
      severity: 'error',
      comment: 'Apps compose; reaching into a library’s files would make them part of it.',
      from: { path: '^apps/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: `^libs/${LIBRARY}/(index|slice)\\.ts$` },
    },
    {
      name: 'own-index-is-for-others',
      severity: 'error',
      comment: 'A library that imports its own index loads itself in a circle; name the file.',
      from: { path: `^libs/(${LIBRARY})/`, pathNot: SPEC },
      to: { path: '^libs/$1/index\\.ts$' },
    },
    role(
      'events',
      'events-are-schemas-alone',
      { pathNot: ['^libs/kernel/', '^node_modules/zod/', '^libs/(slices|evidence).*[/.](index|events|sdg)\\.ts$'] },
      'Events outlive the code: their schemas are read by auditors, exports and other slices, and must load by themselves.',
    ),
    role(
      '(decider|state|state/[a-z.]+|commands|rules/[a-z]+)',
      'deciders-are-pure',
      {
        pathNot: [
          '^libs/kernel/',
          PURE_PACKAGES,
          '^libs/(slices|evidence).*/(index|sdg)\\.ts$',
          '^libs/(slices|evidence).*[/.](events|decider|rules|state|commands|arithmetic)\\.ts$',
          '^libs/slices/.*/(rules|state)/[^/]+\\.ts$',
        ],
      },
      'Rules are tested and replayed without a database, a network or a clock: nothing that has one may be in reach.',
    ),
    role(
      'view',
      'views-are-pure',
      {
        pathNot: [
          '^libs/kernel/',
          PURE_PACKAGES,
          '^libs/(slices|evidence).*[/.](index|events|view|progress|ties|arithmetic|facts|parameters|dimension|sdg)\\.ts$',
        ],
      },
      'A view is rebuilt from events and kernel alone; reading anything else, a replay could give other rows.',
    ),
    role(
      'queries',
      'queries-read-views-only',
      { path: ['^libs/ledger/', '[/.](decider|state|commands|graphql)\\.ts$', '/rules/', '^node_modules/@nestjs/'] },
      'The read side must not decide: a rule applied while reading would not be in the log.',
    ),
    role(
      'graphql',
      'graphql-holds-no-data-access',
      {
        path: [
          '^libs/(platform|ledger)/',
          '^libs/.*[/.]state\\.ts$',
          '/rules/',
          '^node_modules/(pg|kysely|ioredis|bullmq)/',
        ],
      },
      'Resolvers translate: writes go through the engine, reads through the slice’s queries, which load in batches.',
    ),
    {
      name: 'slice-lists-its-own',
      severity: 'error',
      comment:
        'slice.ts is the slice’s one register: it lists own files, and takes only the register’s type from the engine.',
      from: { path: '^libs/(slices/[^/]+|evidence)/slice\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/(engine|kernel)/index\\.ts$'] },
    },
    {
      name: 'pages-know-the-schema-only',
      severity: 'error',
      comment: 'The pages are one GraphQL client among others: what they can do, any partner’s program can do.',
      from: { path: '^apps/web/', pathNot: SPEC },
      to: { path: '^(libs|infra|test)/|^apps/(?!web/)' },
    },
    {
      name: 'pages-are-known-by-their-routes',
      severity: 'error',
      comment:
        'The server need not know how a page is drawn, but where there is one; that list is data, and imports nothing. What ' +
        'is generated for the pages may follow from their messages.',
      from: { path: '^(libs|infra)/|^apps/(?!web/)', pathNot: [SPEC, '^infra/tooling/web-commands\\.ts$'] },
      to: { path: '^apps/web/', pathNot: '^apps/web/shell/routes\\.ts$' },
    },
    {
      name: 'routes-are-data',
      severity: 'error',
      comment: 'The server reads them too: whatever they imported, it would load.',
      from: { path: '^apps/web/shell/routes\\.ts$' },
      to: {},
    },
    {
      name: 'pages-import-parts',
      severity: 'error',
      comment:
        'A page may be changed, or go, without a look at the others, and is loaded without them. What two of them share is ' +
        'a part.',
      from: { path: '^apps/web/pages/([^/]+/[^/]+)/' },
      to: { path: '^apps/web/(generated/graphql/)?pages/', pathNot: '^apps/web/(generated/graphql/)?pages/$1/' },
    },
    {
      name: 'parts-know-no-page',
      severity: 'error',
      comment: 'A part that needs a page is a piece of that page, and comes with all of it.',
      from: { path: '^apps/web/(parts|shell|i18n|generated/graphql/(parts|shell))/' },
      to: { path: '^apps/web/(generated/graphql/)?pages/' },
    },
    {
      name: 'not-to-spec',
      severity: 'error',
      comment: 'A spec is run, not used: what several need belongs in test/harness.',
      from: { pathNot: SPEC },
      to: { path: SPEC },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      comment:
        'Installed without development packages, as in the container, the program would not start. GraphiQL is bundled ' +
        'by the build and served as files, as are the pages; what they are made of is not needed at run time.',
      from: { path: '^(apps|libs|infra)/', pathNot: [SPEC, '^apps/(api/graphiql|web)/', '^infra/tooling/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'not-to-undeclared',
      severity: 'error',
      comment: 'A package that came along with another one leaves with it.',
      from: { path: '^(apps|libs|infra|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    // Types count: a rule that yields to `import type` would let the layers be designed into each other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
