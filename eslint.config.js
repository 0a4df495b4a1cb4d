// Limits of the house and the rules that keep replies from becoming markup or code.

const noMarkup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment']
  .map((property) => ({property, message: 'Draw with src/shared/dom.js: text must never become markup.'}));

export default [
  {ignores: ['build/', 'node_modules/']},
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {ecmaVersion: 2022, sourceType: 'module'},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': ['error', ...noMarkup,
        {object: 'document', property: 'write', message: 'Draw with src/shared/dom.js.'},
        {object: 'document', property: 'writeln', message: 'Draw with src/shared/dom.js.'}],
      'no-restricted-syntax': ['error',
        {selector: 'MemberExpression[object.property.name="style"]', message: 'Styles live in styles/*.css.'},
        {selector: 'Literal[value="style"]', message: 'Styles live in styles/*.css.'}],
      'no-var': 'error',
      'prefer-const': 'error',
      'eqeqeq': 'error',
      'no-shadow': 'error',
      'no-unused-vars': 'error',
      'no-param-reassign': 'error',
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-promise-executor-return': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-constant-condition': 'error',
      'consistent-return': 'off',
      'max-len': ['error', {code: 120}],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 60],
      'max-params': ['error', 5],
      'max-depth': ['error', 3],
    },
  },
  {
    // The tests say what must not be followed.
    files: ['web-widget/test/**', 'tests/end_to_end/**'],
    rules: {'no-script-url': 'off'},
  },
];
