// Builds main.js. `node esbuild.config.mjs` makes the minified production bundle;
// `--dev` keeps names and adds an inline source map. No time stamps: two builds are byte-identical.
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Inline text is all that micromark parses here; see src/markdown/inline-constructs.ts. */
const inlineOnly = {
  name: 'inline-only',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^micromark-core-commonmark$/ }, ({ importer }) => (/micromark[\\/]lib[\\/]constructs\.js$/.test(importer) ? { path: path.join(root, 'src/markdown/inline-constructs.ts') } : null));
  },
};

/** Of yaml only its parser and the reading of scalars are used; its package does not let the rest be left out by itself. */
const yamlParserOnly = {
  name: 'yaml-parser-only',
  setup: ({ onResolve, onLoad }) => {
    const folder = path.join(root, 'node_modules/yaml/browser/dist/parse');
    onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'yaml-parser' }));
    onLoad({ filter: /.*/, namespace: 'yaml-parser' }, () => ({ contents: "import { resolveAsScalar } from './cst-scalar.js'; export { Parser } from './parser.js'; export const CST = { resolveAsScalar };", resolveDir: folder }));
    onResolve({ filter: /^\./ }, ({ path: name, resolveDir }) => (/[\\/]yaml[\\/]browser[\\/]/.test(resolveDir) ? { path: path.join(resolveDir, name), sideEffects: false } : null));
  },
};

export const pluginBuild = {
  absWorkingDir: root,
  plugins: [inlineOnly, yamlParserOnly],
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  bundle: true,
  format: 'cjs',
  // neutral: a dependency's DOM variant would set innerHTML; its table variant needs no document.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  // A Unicode pattern written as a literal is checked when the file is parsed, even in a function that never runs;
  // as `new RegExp` inside `lazily` it costs nothing until its first use. See docs/decisions/0007.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: {
    // 2,125 entity names for a note reader that meets "&amp;" now and then: the usual 253 suffice.
    'character-entities': './src/markdown/character-entities.ts',
  },
  legalComments: 'none',
  charset: 'utf8',
  minify: true,
  treeShaking: true,
  logLevel: 'warning',
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dev = process.argv.includes('--dev');
  await build({ ...pluginBuild, minify: !dev, sourcemap: dev ? 'inline' : false });
}
