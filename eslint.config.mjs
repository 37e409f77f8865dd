import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which kind of project may import which. `scope:` keeps domains apart; contracts carry what they share. */
const boundaries = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:installation', onlyDependOnLibsWithTags: ['type:domain', 'type:kernel', 'type:search'] },
  { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts'] },
  { sourceTag: 'type:util', onlyDependOnLibsWithTags: ['type:pure', 'type:util'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:pure'] },
  { sourceTag: 'type:search', onlyDependOnLibsWithTags: ['type:pure', 'type:testing'] },
  { sourceTag: 'type:demo', onlyDependOnLibsWithTags: ['type:pure', 'type:demo'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:kernel', 'type:pure'] },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:pure',
      'type:contracts',
      'type:search',
      'type:util',
      'type:testing',
    ],
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/build/**', '.nx/**', '.stx/**', '**/.react-router/**', '**/generated/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints: boundaries, allow: [], enforceBuildableLibDependency: false },
      ],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 6],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.suite.ts', 'apps/e2e/**', '**/migrations/**', '**/scripts/**'],
    rules: { 'max-lines': 'off', 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      // the two rules of React itself; the others prepare code for a compiler that is not used here
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
);
