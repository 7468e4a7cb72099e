// Builds what the workbench serves: the production bundle, unmodified, and the host page's script.
import { build } from 'esbuild';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlugin } from '../../esbuild.config.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the production bundle and the host page's script; returns what the server serves. */
export async function buildWorkbench() {
  const plugin = await buildPlugin({ write: false });
  const icons = {};
  const folder = path.join(root, 'node_modules/lucide-static/icons');
  for (const file of await readdir(folder))
    icons[file.replace('.svg', '')] = (await readFile(path.join(folder, file), 'utf8')).replace(/<!--[^]*?-->\s*/, '');
  const manifest = await readFile(path.join(root, 'manifest.json'), 'utf8');
  const host = await build({
    absWorkingDir: root,
    entryPoints: ['test/host/boot.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { MANIFEST: manifest },
    logLevel: 'error',
  });
  return {
    '/': ['text/html', await readFile(path.join(root, 'test/workbench/index.html'), 'utf8')],
    '/host.js': ['text/javascript', host.outputFiles[0].text],
    '/icons.js': ['text/javascript', `window.ICON_SOURCES=${JSON.stringify(icons)};`],
    '/main.js': ['text/javascript', `window.loadBundle=function(module,exports,require){${plugin}\n};`],
    '/host.css': ['text/css', await readFile(path.join(root, 'test/workbench/host.css'), 'utf8')],
    '/styles.css': ['text/css', await readFile(path.join(root, 'styles.css'), 'utf8')],
  };
}
