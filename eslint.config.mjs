// The rules of the community review, on what the review looks at (src, manifest, licence, package), without exceptions.
import { defineConfig } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { PlainTextParser } from 'eslint-plugin-obsidianmd/dist/lib/plainTextParser.js';
import tseslint from 'typescript-eslint';

// The manifest rule reads JSON as one object expression, which JSON is not at the start of a program.
const objectParser = {
  parseForESLint: (code, options) =>
    tseslint.parser.parseForESLint(`(${code}\n)`, {
      ...options,
      filePath: 'manifest.ts',
      project: null,
      projectService: false,
    }),
};
const plugins = { obsidianmd };

export default defineConfig([
  { ignores: ['node_modules', 'main.js', 'test', 'docs', '**/*.mjs', '**/*.cjs', 'package-lock.json'] },
  ...obsidianmd.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'VariableDeclarator > Literal[regex.pattern=/\\\\p\\{/]',
          message:
            'A Unicode class costs up to a quarter of a millisecond while the app starts: wrap the pattern in `lazily`.',
        },
        {
          selector:
            ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression:not(CallExpression[callee.name="lazily"] > ArrowFunctionExpression)) Literal[regex.flags=/u/]',
          message:
            'The build makes this `new RegExp` at every call: give the pattern a name at the top of the file, with `lazily`.',
        },
      ],
    },
  },
  {
    files: ['manifest.json'],
    plugins,
    languageOptions: { parser: objectParser },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: ['LICENSE'],
    plugins,
    languageOptions: { parser: PlainTextParser },
    rules: { 'obsidianmd/validate-license': 'error' },
  },
]);
