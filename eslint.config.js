import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { oneProgram } from './scripts/steps/checks/one-program.js';
import svelteConfig from './svelte.config.js';

/** Text that would be read as markup or code: facts, files and addresses are hostile input. `{@html}` is forbidden by svelte/no-at-html-tags. */
const READ_AS_MARKUP = '/^(innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|srcdoc|createContextualFragment|parseFromString)$/';
const noMarkup = { message: 'Text is set as text: markup out of data could run.' };
const parser = oneProgram(svelteConfig);
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };

export default defineConfig(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    'static/data/',
    'geodata/',
    'test-results/',
    'playwright-report/',
    'src/lib/paraglide/',
    'src/i18n/project.inlang/'
  ]),
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  svelte.configs.prettier,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows better which names exist
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noEnum],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      // `type` and `interface` are both in use: the choice is the author's
      '@typescript-eslint/consistent-type-definitions': 'off'
    }
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parser }
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: { parserOptions: { parser, svelteConfig } },
    rules: {
      // addresses are made by localizeHref, which knows base path and language
      'svelte/no-navigation-without-resolve': 'off',
      // it flags every collection that is changed inside a function, reactive or not
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    files: ['src/**'],
    rules: {
      'no-script-url': 'error',
      'no-restricted-syntax': [
        'error',
        noEnum,
        { selector: `MemberExpression[property.name=${READ_AS_MARKUP}]`, ...noMarkup },
        { selector: `MemberExpression[property.value=${READ_AS_MARKUP}]`, ...noMarkup },
        { selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]", ...noMarkup },
        { selector: "SvelteDirective[kind='Binding'][key.name.name=/HTML$/]", ...noMarkup },
        { selector: 'SvelteAttribute[key.name=/^(srcdoc|innerHTML|outerHTML)$/]', ...noMarkup }
      ]
    }
  },
  {
    files: ['scripts/**', 'tests/**', '*.config.*'],
    rules: { 'no-console': 'off' }
  },
  {
    // index arithmetic along rings of known length; in a test a wrong assumption fails it
    files: ['scripts/steps/boundaries/**', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  }
);
