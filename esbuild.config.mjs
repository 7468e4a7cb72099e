// Builds main.js. `node esbuild.config.mjs` makes the minified production bundle;
// `--dev` keeps names and adds an inline source map. No time stamps: two builds are byte-identical.
import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Inline text is all that micromark parses here; see src/markdown/inline-constructs.ts. */
const inlineOnly = {
  name: 'inline-only',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^micromark-core-commonmark$/ }, ({ importer }) =>
      /micromark[\\/]lib[\\/]constructs\.js$/.test(importer)
        ? { path: path.join(root, 'src/markdown/inline-constructs.ts') }
        : null,
    );
  },
};

/** Of yaml only its parser and the reading of scalars are used; its package does not let the rest be left out by itself. */
const yamlParserOnly = {
  name: 'yaml-parser-only',
  setup: ({ onResolve, onLoad }) => {
    const folder = path.join(root, 'node_modules/yaml/browser/dist/parse');
    onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'yaml-parser' }));
    onLoad({ filter: /.*/, namespace: 'yaml-parser' }, () => ({
      contents:
        "import { resolveAsScalar } from './cst-scalar.js'; export { Parser } from './parser.js'; export const CST = { resolveAsScalar };",
      resolveDir: folder,
    }));
    onResolve({ filter: /^\./ }, ({ path: name, resolveDir }) =>
      /[\\/]yaml[\\/]browser[\\/]/.test(resolveDir) ? { path: path.join(resolveDir, name), sideEffects: false } : null,
    );
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
    // Its other file asks for Node's streams, which a phone has not.
    papaparse: './node_modules/papaparse/papaparse.min.js',
  },
  legalComments: 'none',
  charset: 'utf8',
  minify: true,
  treeShaking: true,
  logLevel: 'warning',
};

/** Builds the bundle with the licences of all that it contains, writes it unless told otherwise, and returns its text. */
export async function buildPlugin({ write = true, ...options } = {}) {
  const { outputFiles, metafile } = await build({ ...pluginBuild, ...options, write: false, metafile: true });
  const text = `${outputFiles[0].text}${await licencesOf(metafile)}`;
  if (write) await writeFile(path.join(root, pluginBuild.outfile), text);
  return text;
}

/** Licences that a package only names in its package.json; the text is the licence's own. */
const WITHOUT_FILE = {
  saxes: `Copyright (c) Isaac Z. Schlueter and Contributors, Louis-Dominique Dubeau
Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.
THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

/** A comment with the licence of each bundled package; those that share a text share its copy. */
async function licencesOf({ inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  // Its parser comes in through a name of its own.
  packages.add('yaml');
  const holders = new Map();
  for (const name of [...packages].sort()) {
    const folder = path.join(root, 'node_modules', name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const said = file ? await readFile(path.join(folder, file), 'utf8') : WITHOUT_FILE[name];
    if (!said) throw new Error(`${name} comes without its licence.`);
    const lines = said
      .replace(/\*\//g, '* /')
      .replace(/\r/g, '')
      .split('\n')
      .map((line) => line.trim());
    const copyright = lines.filter((line) => /^(?:copyright|\(c\))/i.test(line));
    const terms = lines
      .filter(
        (line) =>
          !copyright.includes(line) &&
          !/^\(?the mit license\)?$|^mit license(?: \(mit\))?$|^isc license$|^the mit license \(mit\)$|^#/i.test(line),
      )
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const known = holders.get(terms) ?? [];
    known.push(`${name}: ${copyright.join(' ')}`);
    holders.set(terms, known);
  }
  const parts = [...holders].map(([terms, names]) => `${names.join('\n')}\n\n${terms}`);
  return `/*! Bundled with Shipshape, under their own licences:\n\n${parts.join('\n\n---\n\n')}\n*/\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dev = process.argv.includes('--dev');
  await buildPlugin({ minify: !dev, sourcemap: dev ? 'inline' : false });
}
