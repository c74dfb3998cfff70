// What pages must not do, as ESLint selects it: plain JavaScript, as ESLint's own configuration is.

const MESSAGE =
  'What a connection has on its page is a part of the list: what is said, counted, found or ordered of all of it comes from ' +
  'the API (totalCount, a filter, a field of its own). Of a list that holds one at most, take `only`. Choices among what is ' +
  'shown, with a way to the rest, may say so in a comment that disables this rule.';

const ROWS = '/^(nodes|edges)$/';
const JUDGING =
  '/^(filter|find|findLast|findIndex|findLastIndex|some|every|reduce|reduceRight|sort|toSorted|slice|at|includes|indexOf|entries)$/';

/** Of either the member or the variable that has the rows. */
const ofRows = (object) => [`[${object}.name=${ROWS}]`, `[${object}.property.name=${ROWS}]`];

export const PART_OF_A_LIST = [
  ...ofRows('callee.object').map((rows) => `CallExpression${rows}[callee.property.name=${JUDGING}]`),
  ...ofRows('object').flatMap((rows) => [
    `MemberExpression[computed=true]${rows}`,
    // Whether there is any at all, the first page tells.
    `:not(BinaryExpression[right.value=0]) > MemberExpression[property.name='length']${rows}`,
  ]),
  `SpreadElement[argument.property.name=${ROWS}]`,
].map((selector) => ({ selector, message: MESSAGE }));
