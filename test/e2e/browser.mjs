// Finds a browser that is already there: CHROME_PATH, an installed Chrome, Chromium or Edge, else the bundled one.
import { access } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** How to start it. */
async function launchOptions() {
  const named = process.env.CHROME_PATH;
  for (const executablePath of named ? [named] : INSTALLED)
    if (await exists(executablePath)) return { executablePath, args: FLAGS };
  // On a bare Linux the bundled browser brings its own system libraries only when it thinks it runs as a function.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  return { executablePath: await bundled.executablePath(), args: FLAGS };
}

/** Starts a headless browser. */
export async function launchBrowser() {
  return chromium.launch(await launchOptions());
}

/** Starts one that others connect to by its address. */
export async function launchBrowserServer() {
  return chromium.launchServer({ ...(await launchOptions()), host: '127.0.0.1' });
}
