// The workbench: serves the pages of build.mjs over a real folder on disk.
// Loopback only. Used by `npm start` and by the end-to-end tests.
import { createServer } from 'node:http';
import { watch } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Starts a server for one vault folder; `close` ends it. */
export async function startWorkbench(vault, { port = 0, pages }) {
  const served = pages;
  const disk = vaultOnDisk(vault);
  const listeners = new Set();
  let known = await disk.list();
  let timer = null;
  let telling = Promise.resolve();
  let adopted = [];
  const tell = async () => {
    adopted = [];
    const now = await disk.list();
    const before = new Map(known.map((entry) => [entry.path, entry]));
    const changes = [];
    for (const entry of now) {
      const old = before.get(entry.path);
      before.delete(entry.path);
      if (!old) changes.push({ kind: 'created', entry });
      else if (!entry.folder && (old.mtime !== entry.mtime || old.size !== entry.size))
        changes.push({ kind: 'modified', entry });
    }
    // What was made meanwhile may be missing in this list, and is not gone.
    const meanwhile = adopted.filter((entry) => before.delete(entry.path));
    for (const entry of [...before.values()].reverse()) changes.push({ kind: 'deleted', entry });
    known = [...now, ...meanwhile];
    if (changes.some(({ entry }) => entry.folder)) watchFolders();
    if (changes.length > 0) for (const response of listeners) response.write(`data: ${JSON.stringify(changes)}\n\n`);
  };
  // What the app itself made is known at once: else what another program takes away before the next look was never there to be missed.
  const adopt = (made) => {
    const paths = new Set(known.map((entry) => entry.path));
    const fresh = made.filter((entry) => !paths.has(entry.path)).map((entry) => ({ ...entry, mtime: 0 })); // its text is looked at all the same
    adopted.push(...fresh);
    known = [...known, ...fresh];
    if (fresh.some((entry) => entry.folder)) watchFolders();
  };
  const look = () => {
    // One look after the other: an older one must not overtake a newer one.
    timer ??= setTimeout(() => {
      timer = null;
      telling = telling.then(tell, tell);
    }, 20);
  };
  // Each folder by itself: a watch of the whole follows files, and loses one that another is moved onto.
  const watchers = new Map();
  const watchFolders = () => {
    const folders = new Set(['', ...known.filter(({ folder }) => folder).map((entry) => entry.path)]);
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(path.join(vault, folder), look);
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch {
        // Gone again already: the folder above tells.
      }
    }
  };
  watchFolders();
  const server = createServer(
    (request, response) => void answer(request, response, { served, disk, listeners, adopt }),
  );
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: async () => {
      for (const watcher of watchers.values()) watcher.close();
      clearTimeout(timer);
      for (const response of listeners) response.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request, response, { served, disk, listeners, adopt }) {
  const url = new URL(request.url, 'http://127.0.0.1');
  const page = served[url.pathname];
  if (request.method === 'GET' && page) {
    response.writeHead(200, {
      'content-type': `${page[0]}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'",
    });
    response.end(page[1]);
  } else if (url.pathname === '/api/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': ready\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  } else if (request.method === 'POST' && url.pathname.startsWith('/api/')) {
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const result = await disk.act(url.pathname.slice(5), body);
      adopt(await disk.madeBy(url.pathname.slice(5), body));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result ?? {}));
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error.message);
    }
  } else if (url.pathname === '/favicon.ico') {
    // Browsers ask for it by themselves.
    response.writeHead(204);
    response.end();
  } else {
    response.writeHead(404);
    response.end();
  }
}

/** All that touches the disk; every path is kept inside the vault. */
function vaultOnDisk(vault) {
  const data = path.join(vault, '.obsidian/plugins/shipshape/data.json');
  const inside = (inner) => {
    const full = path.resolve(vault, inner);
    if (full !== path.resolve(vault) && !full.startsWith(path.resolve(vault) + path.sep))
      throw new Error('Outside the vault.');
    return full;
  };
  const entry = async (inner) => {
    const info = await stat(inside(inner));
    return { path: inner, folder: info.isDirectory(), mtime: Math.round(info.mtimeMs), size: info.size };
  };
  const list = async (folder = '') => {
    const found = [];
    for (const item of await readdir(inside(folder), { withFileTypes: true }).catch(() => [])) {
      if (item.name.startsWith('.')) continue;
      const inner = folder === '' ? item.name : `${folder}/${item.name}`;
      const seen = await entry(inner).catch(() => null);
      if (!seen) continue;
      found.push(seen);
      if (seen.folder) found.push(...(await list(inner)));
    }
    return found;
  };
  // Nobody ever reads half a note: it is written beside its place and moved there.
  let writes = 0;
  const writeWhole = async (file, text, isNew) => {
    const beside = path.join(vault, `.shipshape-${process.pid}-${++writes}`);
    await writeFile(beside, text);
    try {
      await (isNew ? link(beside, file) : rename(beside, file));
    } finally {
      await rm(beside, { force: true });
    }
  };
  const act = async (action, body) => {
    switch (action) {
      case 'list':
        return list();
      case 'texts': {
        const notes = (await list()).filter((note) => !note.folder && note.path.endsWith('.md'));
        const texts = notes.map(async (note) => ({ path: note.path, text: await readFile(inside(note.path), 'utf8') }));
        return (await Promise.allSettled(texts)).flatMap(({ value }) => (value ? [value] : []));
      }
      case 'read':
        return { text: await readFile(inside(body.path), 'utf8') };
      case 'write':
        await writeWhole(inside(body.path), body.text, body.create === true);
        return entry(body.path);
      case 'folder':
        await mkdir(inside(body.path), { recursive: true });
        return entry(body.path);
      case 'rename':
        await rename(inside(body.from), inside(body.to));
        return null;
      case 'remove':
        if (body.path === '') throw new Error('Not the vault itself.');
        await rm(inside(body.path), { recursive: true });
        return null;
      case 'load-data':
        return readFile(data, 'utf8').catch(() => null);
      case 'save-data':
        await mkdir(path.dirname(data), { recursive: true });
        await writeFile(data, JSON.stringify(body.data, null, 2));
        return null;
      default:
        throw new Error(`No action ${action}.`);
    }
  };
  /** What an act of the app brought into the vault. */
  const madeBy = async (action, body) => {
    const at = { write: body.path, folder: body.path, rename: body.to }[action];
    if (at === undefined) return [];
    const made = await entry(at).catch(() => null);
    return made ? [made, ...(made.folder ? await list(at) : [])] : [];
  };
  return { list, act, madeBy };
}
