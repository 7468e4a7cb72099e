// npm run install-into -- <vault>: builds the plugin and copies it into a vault's plugin folder.
import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlugin } from '../../esbuild.config.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vault = process.argv[2];
const exists =
  vault &&
  (await stat(vault).then(
    () => true,
    () => false,
  ));
const isVault =
  vault &&
  (await stat(path.join(vault, '.obsidian')).then(
    (info) => info.isDirectory(),
    () => false,
  ));
if (!isVault) {
  process.stderr.write(
    `${!vault ? 'No folder is named.' : !exists ? `${vault} does not exist.` : `${vault} is no vault: it has no .obsidian folder. Open the folder in Obsidian once, then try again.`}\nusage: npm run install-into -- <vault>\n`,
  );
  process.exitCode = 2;
} else {
  const target = path.join(vault, '.obsidian/plugins/shipshape');
  await mkdir(target, { recursive: true });
  await buildPlugin();
  for (const file of ['main.js', 'manifest.json', 'styles.css'])
    await copyFile(path.join(root, file), path.join(target, file));
  process.stdout.write(
    `Installed into ${target}.\nIn Obsidian: Settings, Community plugins, reload the list, switch on Shipshape.\n`,
  );
}
