import { gzipSync, strToU8, zipSync } from 'fflate';
import { safeEntryPath, unpack, ZIP_LIMITS } from '../../src/integrations/files/unzip';
import { readFiles } from './files';

const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files as Record<string, Uint8Array>);
const paths = (bytes: Uint8Array): string[] => unpack([{ path: 'a.zip', bytes }]).files.map(({ path }) => path);

describe('archives', () => {
  it('give their files, archives in them too, in the order of their names', () => {
    const inner = zip({ 'b/two.csv': strToU8('x'), 'a.csv': strToU8('y') });
    expect(paths(zip({ 'Part-1.zip': inner, 'top.txt': strToU8('z') }))).toEqual(['a.csv', 'b/two.csv', 'top.txt']);
    expect(unpack([{ path: 'events.json.gz', bytes: gzipSync(strToU8('{"a":1}')) }]).files).toEqual([
      { path: 'events.json', bytes: strToU8('{"a":1}') },
    ]);
  });

  it.each(['../up.csv', 'a/../../up.csv', '/etc/passwd', 'C:\\windows\\x.csv', '..\\up.csv', 'a\u0000b'])(
    'never name a place outside of themselves: %j',
    (path) => expect(safeEntryPath(path)).toBeNull(),
  );

  it('leave out what names a place outside, and say so', () => {
    const read = unpack([{ path: 'a.zip', bytes: zip({ '../up.csv': strToU8('x'), 'ok.csv': strToU8('y') }) }]);
    expect(read.files.map(({ path }) => path)).toEqual(['ok.csv']);
    expect(read.problems[0]?.text).toBe('a.zip names places outside of it (1); they were left out.');
  });

  it('keep percent signs in names as they are', () => {
    expect(paths(zip({ '100%/%zz %2e%2e.csv': strToU8('x') }))).toEqual(['100%/%zz %2e%2e.csv']);
  });

  it('that hold more than an export does are not unpacked', () => {
    const limits = { entries: 20, entryBytes: 5000, totalBytes: 8000, depth: 2 };
    const read = (files: Readonly<Record<string, Uint8Array>>): unknown =>
      unpack([{ path: 'a.zip', bytes: zip(files) }], limits).problems[0]?.text ?? 'read';
    const refused = 'a.zip holds more than an export does; nothing of it was read.';
    const many = (count: number): Record<string, Uint8Array> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, new Uint8Array()]));
    expect([read(many(19)), read(many(20)), read(many(21))]).toEqual(['read', 'read', refused]);
    const sized = (...sizes: readonly number[]): unknown =>
      read(Object.fromEntries(sizes.map((size, at) => [`${at}.csv`, new Uint8Array(size)])));
    expect([sized(4999), sized(5000), sized(5001)]).toEqual(['read', 'read', refused]);
    expect([sized(4000, 3999), sized(4000, 4000), sized(4000, 4001)]).toEqual(['read', 'read', refused]);
    const gz = (size: number): unknown =>
      unpack([{ path: 'a.gz', bytes: gzipSync(new Uint8Array(size)) }], limits).problems[0]?.text ?? 'read';
    expect([gz(5000), gz(5001)]).toEqual(['read', 'a.gz is too large to unpack.']);
    // All archives in one another share the room.
    const inner = zip({ 'x.csv': new Uint8Array(4500) });
    expect(read({ 'one.zip': inner, 'two.zip': inner })).toBe(
      'two.zip holds more than an export does; nothing of it was read.',
    );
    expect(ZIP_LIMITS.totalBytes).toBeLessThanOrEqual(512 * 1024 * 1024);
  });

  it('of several members give all of them', () => {
    const two = [gzipSync(strToU8('{"a":1}\n')), gzipSync(strToU8('{"b":2}\n'.repeat(5000)))];
    const bytes = new Uint8Array(two.reduce((sum, one) => sum + one.length, 0));
    bytes.set(two[0] as Uint8Array);
    bytes.set(two[1] as Uint8Array, two[0]?.length ?? 0);
    const [file] = unpack([{ path: 'e.json.gz', bytes }]).files;
    expect(file?.bytes.length).toBe(8 + 8 * 5000);
    const cut = gzipSync(strToU8('x'.repeat(1000))).slice(0, 12);
    expect(
      unpack([{ path: 'cut.gz', bytes: cut }]).problems.length + unpack([{ path: 'cut.gz', bytes: cut }]).files.length,
    ).toBe(1);
  });

  it('are opened twice and no deeper', () => {
    const deep = zip({ 'one.zip': zip({ 'two.zip': zip({ 'x.csv': strToU8('x') }) }) });
    const read = unpack([{ path: 'deep.zip', bytes: deep }]);
    expect(read.files).toEqual([]);
    expect(read.problems[0]?.text).toBe('two.zip is an archive in an archive in an archive.');
  });

  it('whose sizes are a lie, or that are damaged, are refused', () => {
    const lie = zip({ 'x.csv': strToU8('a,b\n'.repeat(1000)) });
    const view = new DataView(lie.buffer, lie.byteOffset);
    // The size after unpacking, in the directory at the end.
    for (let at = 0; at < lie.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const read = unpack([{ path: 'lie.zip', bytes: lie }]);
    expect(read.files.every(({ bytes }) => bytes.length <= 10)).toBe(true);
    const cut = zip({ 'x.csv': strToU8('abc'.repeat(1000)) }).slice(0, 40);
    expect(unpack([{ path: 'cut.zip', bytes: cut }]).problems[0]?.text).toBe(
      'cut.zip is damaged, or locked with a password.',
    );
  });

  it('of nothing that is known say so', () => {
    expect(readFiles([{ path: 'x.zip', bytes: zip({ 'a.txt': strToU8('hello') }) }])).toMatchObject({
      system: null,
      seems: null,
      rows: 0,
      items: [],
    });
  });
});
