import { createRequire } from 'node:module';
import vm from 'node:vm';

process.env.RECHECK_BACKEND = 'pure';
const { check } = createRequire(import.meta.url)('recheck');

/** Texts are cut to this length before a pattern meets them (`MAX_LINE` of the scan). */
export const LONGEST = 2000;
const CHECK_MS = 4000;
/** A match of a text of {@link LONGEST} characters that takes longer than this is no square any more. */
const MATCH_MS = 400;

/** Unicode classes and counted repeats make the checker give up: a pattern that allows more, in letters it knows. */
function relaxed(source) {
  return source
    .replace(/\\p\{L\}/g, 'a-zA-Zé')
    .replace(/\\p\{Lu\}/g, 'A-Z')
    .replace(/\\p\{Ll\}/g, 'a-zé')
    .replace(/\\p\{N\}/g, '0-9')
    .replace(/\\p\{[^}]*\}/g, '☺')
    .replace(/\{(\d+),(\d+)\}/g, (_, from, to) =>
      Number(to) < 4 ? `{${from},${to}}` : Number(from) === 0 ? '*' : Number(from) === 1 ? '+' : `{${from},}`,
    )
    .replace(/\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '');
}

/** Classes outside brackets need brackets when they are replaced by ranges. */
function bracketed(source) {
  let inClass = false;
  let out = '';
  for (let at = 0; at < source.length; at++) {
    const class_ = /^\\p\{[^}]*\}/.exec(source.slice(at))?.[0];
    if (class_) {
      out += inClass ? class_ : `[${class_}]`;
      at += class_.length - 1;
    } else if (source[at] === '\\') {
      out += source.slice(at, at + 2);
      at++;
    } else {
      if (source[at] === '[' && !inClass) inClass = true;
      else if (source[at] === ']') inClass = false;
      out += source[at];
    }
  }
  return out;
}

const degreeOf = ({ status, complexity }) =>
  status === 'safe'
    ? 1
    : status === 'vulnerable'
      ? complexity.type === 'exponential'
        ? Infinity
        : complexity.degree
      : null;

/**
 * How the time of a pattern grows with the length of a text: `linear`, `square`, `fuzzed` (undecided, and no text of
 * {@link LONGEST} characters was found that takes long), or a sentence about why it must not be used.
 */
export async function judge(source, flags) {
  const exact = await check(source, flags, { timeout: CHECK_MS });
  let degree = degreeOf(exact);
  if (degree === null) {
    // More is allowed, so it takes at least as long: good news is good news, bad news is none.
    const loose = degreeOf(
      await check(relaxed(bracketed(source)), flags.replace(/[gyu]/g, ''), { timeout: CHECK_MS }).catch(() => ({
        status: 'unknown',
      })),
    );
    degree = loose !== null && loose <= 2 ? loose : null;
  }
  if (degree !== null)
    return degree === 1
      ? 'linear'
      : degree === 2
        ? 'square'
        : `takes ${degree === Infinity ? 'exponential time' : `time of degree ${degree}`}: ${JSON.stringify(exact.attack?.pattern ?? exact.attack?.string ?? '').slice(0, 200)}`;
  const slow = fuzz(source, flags);
  return slow === null ? 'fuzzed' : `takes long on ${JSON.stringify(slow.slice(0, 80))}…`;
}

/** A text that holds a pattern up, or null: pieces of the pattern's own words and signs, repeated. */
export function fuzz(source, flags) {
  const context = vm.createContext({ pattern: new RegExp(source, flags.replace(/[gy]/g, '')), text: '' });
  const run = new vm.Script('pattern.test(text)');
  const holdsUp = (text) => {
    context.text = text;
    try {
      run.runInContext(context, { timeout: MATCH_MS });
      return false;
    } catch (error) {
      if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
      throw error;
    }
  };
  const words = [
    ...new Set(source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ' ').match(/[\p{L}\p{N}]{1,12}/gu) ?? []),
  ].slice(0, 40);
  const signs = [...new Set(source.match(/[^\p{L}\p{N}\s]/gu) ?? [])];
  const pieces = [
    ...words,
    ...signs,
    ' ',
    'a',
    'A',
    '1',
    'Aa ',
    'a ',
    '1 ',
    ' a',
    '[[A]] ',
    '[[A]]',
    '\uFE0F',
    ', ',
    '- ',
    'a, ',
    'Ab Cd ',
    '1-',
    '1.',
    '2026-01-02 ',
    'é',
    '\t',
  ];
  const pairs = pieces.flatMap((piece, index) => [
    piece,
    `${piece} `,
    `${piece}${pieces[(index * 7 + 3) % pieces.length]}`,
  ]);
  for (const prefix of ['', ...words.slice(0, 12), ...signs.slice(0, 8)]) {
    for (const pump of pairs) {
      if (pump === '') continue;
      for (const suffix of ['', '\u0001']) {
        const room = LONGEST - prefix.length - suffix.length;
        const text = prefix + pump.repeat(Math.max(1, Math.floor(room / pump.length))) + suffix;
        if (holdsUp(text)) return text;
      }
    }
  }
  return null;
}
