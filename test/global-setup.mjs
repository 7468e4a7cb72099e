// Builds what the browser tests serve, once, with the real bundler outside of Jest's sandbox.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWorkbench } from './workbench/server.mjs';

export default async function setup() {
  const cache = path.join(fileURLToPath(new URL('..', import.meta.url)), 'node_modules/.cache/shipshape');
  await mkdir(cache, { recursive: true });
  await writeFile(path.join(cache, 'pages.json'), JSON.stringify(await buildWorkbench()));
}
