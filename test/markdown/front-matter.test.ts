import fc from 'fast-check';
import { growth } from '../growth';
import { parseDocument } from 'yaml';
import { readFrontMatter } from '../../src/markdown/readers/front-matter';

const read = (text: string): ReturnType<typeof readFrontMatter> => readFrontMatter({ text, line: 1 });
const flat = (text: string): Record<string, readonly string[]> =>
  Object.fromEntries(read(text).properties.map(({ key, values }) => [key, values]));

describe('properties', () => {
  it.each([
    ['release: v2.10\nversion: 2.10\n', { release: ['v2.10'], version: ['2.10'] }],
    ['owners:\n  - "[[Ann]]"\n  - Bob # lead\n', { owners: ['[[Ann]]', 'Bob'] }],
    ['owners: [Ann, "[[Bob Kay]]"]\n', { owners: ['Ann', '[[Bob Kay]]'] }],
    ['owner: [[Ann]]\n', { owner: ['[[Ann]]'] }],
    ['owner: [[Ann]], [[Bob]]\n', { owner: ['[[Ann]], [[Bob]]'] }],
    ['list:\n  - [[Ann]]\n', { list: ['[[Ann]]'] }],
    [
      'release:\n  name: Harbor\n  target: 2026-05-12\n',
      { type: ['release'], name: ['Harbor'], target: ['2026-05-12'] },
    ],
    ['release: {name: Harbor, version: "3.4"}\n', { type: ['release'], name: ['Harbor'], version: ['3.4'] }],
    ['note: |\n  two\n  lines\nempty:\n', { note: ['two\nlines'], empty: [] }],
    ["quoted: 'it''s'\nurl: https://a.b/c?d=e\n", { quoted: ["it's"], url: ['https://a.b/c?d=e'] }],
    ['- a\n- b\n', {}],
    ['just text\n', {}],
  ])('%j', (text, expected) => {
    expect(flat(text)).toEqual(expected);
  });

  it('name the line of their key', () => {
    expect(read('release notes: y\n\nrelease: v2.5\n').properties.map(({ key, line }) => [key, line])).toEqual([
      ['release notes', 1],
      ['release', 3],
    ]);
  });

  it.each([
    'a: [1\n',
    'release: v1.4: Tern\n',
    'owner: [[Sam]]\n tags: [a\n',
    'x: "unclosed\n',
    'a: b\n  c: d\n',
    'a: b\nplain\nc: d\n',
  ])('%j is broken, and its simple lines are still read', (text) => {
    expect(read(text).problem).toMatch(/not valid YAML/);
    expect(parseDocument(text, { schema: 'failsafe', logLevel: 'silent' }).errors.length).toBeGreaterThan(0);
  });

  it('templates are no broken YAML, and depth is refused at once', () => {
    expect(read('title: {{title}}: x\n').problem).toBeNull();
    for (const sign of ['{', '[ ', '? ', '- ']) {
      expect(read(`a: ${sign.repeat(1900)}\n`)).toEqual({
        properties: [],
        problem: 'The properties at the top of this note are nested too deeply to be read.',
      });
      expect(growth((size) => void read(`a: ${sign.repeat(size)}\n`), 1000)).toBeLessThan(1.6);
    }
  });

  it('say what the parser of whole documents says, wherever that has nothing to complain of', () => {
    const scalar = fc.constantFrom(
      'v2.5',
      '2026-03-10',
      '"a: b"',
      "'x # y'",
      'two words',
      '10',
      'true',
      'a#b',
      '"\\u00e9"',
      'null',
      '~',
      "'it''s'",
      'a: b',
      '"open',
      '[x',
      '*alias',
      '&anchor z',
      '!tag v',
      '%',
      '@at',
      'x # comment',
    );
    const value = fc.oneof(
      { weight: 6, arbitrary: scalar },
      fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.array(scalar, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `\n  - ${item}`).join('')),
      fc
        .array(scalar, { minLength: 1, maxLength: 2 })
        .map((items) => items.map((item, i) => `\n  k${i}: ${item}`).join('')),
      fc
        .array(scalar, { minLength: 1, maxLength: 2 })
        .map((items) => `{${items.map((item, i) => `k${i}: ${item}`).join(', ')}}`),
    );
    const note = fc
      .array(fc.tuple(fc.constantFrom('release', 'target', 'owner', 'due date', '"q k"'), value), {
        minLength: 1,
        maxLength: 4,
      })
      .map(
        (lines) =>
          lines
            .map(([key, text], index) =>
              `${key.replace(/"?$/, (end) => `${index}${end}`)}: ${text}`.replace(': \n', ':\n'),
            )
            .join('\n') + '\n',
      );
    const flatten = (entry: unknown): string[] =>
      typeof entry === 'string'
        ? entry.trim() === ''
          ? []
          : [entry.trim()]
        : Array.isArray(entry)
          ? entry.flatMap(flatten)
          : [];
    let compared = 0;
    fc.assert(
      fc.property(note, (text) => {
        const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
        fc.pre(!/[*&!]/.test(text)); // anchors, aliases and tags say nothing in a note's properties
        const ours = read(text);
        if (document.errors.length > 0) return;
        expect([text, ours.problem]).toEqual([text, null]);
        compared++;
        const wanted = Object.entries(document.toJS() as object).flatMap(([key, entry]: [string, unknown]) =>
          typeof entry === 'object' && entry !== null && !Array.isArray(entry)
            ? Object.entries(entry).map(([inner, part]: [string, unknown]) => [inner, flatten(part)] as const)
            : [[key, flatten(entry)] as const],
        );
        expect(
          ours.properties
            .filter(({ key, values }) => !(key === 'type' && values[0] === 'release'))
            .map(({ values }) => values),
        ).toEqual(wanted.map(([, values]) => values));
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
