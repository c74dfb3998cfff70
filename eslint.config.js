import tseslint from 'typescript-eslint';
import { PART_OF_A_LIST } from './infra/tooling/part-of-a-list.js';

const PURE = [
  ...['decider', 'state', 'view', 'arithmetic'].flatMap((role) => [`libs/**/${role}.ts`, `libs/**/*.${role}.ts`]),
  'libs/slices/**/rules/*.ts',
  'libs/slices/*/reputation/*.ts',
];

const DECIDE_ALIKE =
  'Deciders, views and reputation must give the same answer when replayed: time and ids come in with the command.';

const ASK_THE_CLOCK =
  'Moments come from the Clock that was handed in, or from systemClock where no test moves it, so that whole years can ' +
  'be played; how long something takes is measured by performance.now().';

const forbidden = (object, property, message = DECIDE_ALIKE) => ({
  selector: `MemberExpression[object.name='${object}'][property.name='${property}']`,
  message,
});

/** The moment it is, asked of the machine. */
const machineTime = (message) => [
  forbidden('Date', 'now', message),
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message },
  { selector: "CallExpression[callee.name='Date']", message },
];

// In a build the CLI rewrites path aliases in static imports only; these would be found missing at run time.
const ALIASED_DYNAMIC_IMPORT = {
  selector: 'ImportExpression[source.value=/^@maillage\\u002F/]',
  message: 'A build does not rewrite @maillage/… in a dynamic import; import it statically or by a relative path.',
};

const SPREAD_LITERAL = 'Write what is spread plainly where it stands; the formatter decides where lines break.';

/** What is wrong anywhere. */
const ANYWHERE = [
  ALIASED_DYNAMIC_IMPORT,
  { selector: "SpreadElement[argument.type='ObjectExpression']", message: SPREAD_LITERAL },
  { selector: "SpreadElement[argument.type='ArrayExpression']", message: SPREAD_LITERAL },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', '.maillage', '**/generated/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A union that gains a member must be dealt with wherever it is switched over; a `default` would hide that.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: false },
      ],
      // Numbers and positions read well in a message; what must not slip in is an object or undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Names from outside (environment variables, columns) are reached by index, our own by a dot: tsconfig sees to it.
      '@typescript-eslint/dot-notation': 'off',
      // Nest finds modules and GraphQL types by class, which may have nothing but decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // The two disagree; `as` on what an index gives is plain enough, and `!` stays forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `Record<never, never>` says on purpose: has nothing.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // An index signature names its key, which says more than Record<string, …>.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // `_` marks what a signature makes us take and we do not need.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `() => void something()` is how a statement is made an expression here.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Nest types its options, and GraphQL inputs and arguments, as classes that it fills in itself: it expects objects of
      // that shape, whoever made them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Deciders and fakes implement asynchronous interfaces without having anything to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', ...ANYWHERE],
      eqeqeq: ['error', 'always'],
      'no-control-regex': 'error',
    },
  },
  {
    // Pages run in browsers, which have a clock of their own.
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['libs/platform/clock.ts', 'apps/web/**', '**/*.spec.ts', '**/*.fixtures.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ANYWHERE, ...machineTime(ASK_THE_CLOCK)] },
  },
  {
    files: ['apps/web/pages/**/*.ts', 'apps/web/pages/**/*.tsx', 'apps/web/parts/**/*.ts', 'apps/web/parts/**/*.tsx'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ANYWHERE, ...PART_OF_A_LIST] },
  },
  {
    files: PURE,
    // A witness's state is what it keeps on disk, and none that a decider folds.
    ignores: ['libs/witness/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...ANYWHERE,
        ...machineTime(DECIDE_ALIKE),
        forbidden('Math', 'random'),
        forbidden('crypto', 'randomUUID'),
        forbidden('performance', 'now'),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(node:)?(crypto|perf_hooks|timers|fs|os|process)(/|$)|^uuid$', message: DECIDE_ALIKE }],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'setTimeout', 'setInterval', 'fetch'].map((name) => ({ name, message: DECIDE_ALIKE })),
      ],
    },
  },
  {
    // A longer one does several things, which can be named.
    files: ['apps/**', 'libs/**', 'infra/**'].flatMap((folder) => [
      `${folder}/*.ts`,
      `${folder}/*.tsx`,
      `${folder}/*.js`,
    ]),
    ignores: ['**/*.spec.ts', '**/*.fixtures.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 70, IIFEs: true }] },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js'],
    rules: { 'max-lines': ['error', 400] },
  },
  {
    // Their length is that of what is tried: many short sentences.
    files: ['**/*.spec.ts'],
    rules: { 'max-lines': ['error', 450] },
  },
  {
    // Specs feed wrong input on purpose and read whatever comes back; what they claim is checked by running them.
    files: ['**/*.spec.ts', '**/*.fixtures.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': ['error', ...ANYWHERE], eqeqeq: ['error', 'always'] },
  },
);
