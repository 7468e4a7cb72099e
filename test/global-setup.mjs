// Once, outside of Jest's sandbox: builds what the browser tests serve, and starts the browser they share.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowserServer } from './e2e/browser.mjs';
import { buildWorkbench } from './workbench/build.mjs';

export default async function setup() {
  const cache = path.join(fileURLToPath(new URL('..', import.meta.url)), 'node_modules/.cache/shipshape');
  await mkdir(cache, { recursive: true });
  await writeFile(path.join(cache, 'pages.json'), JSON.stringify(await buildWorkbench()));
  const browser = await launchBrowserServer();
  process.env.SHIPSHAPE_BROWSER = browser.wsEndpoint();
  globalThis.shipshapeBrowser = browser;
}
