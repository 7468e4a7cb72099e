import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Over = Readonly<Record<string, Readonly<Record<string, number>>>>;

const measure = (folder: string): Over =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'measure-limits.mjs'), folder], { encoding: 'utf8' }),
  ) as Over;

const DEBTS = path.join(__dirname, 'debts.json');
/** What was over a limit when the limits came: it may only shrink. */
const debts = JSON.parse(readFileSync(DEBTS, 'utf8')) as Over;

/** Places that are over a limit without being known, or worse than known. */
function news(over: Over, known: Over): string[] {
  return Object.entries(over).flatMap(([rule, places]) =>
    Object.entries(places).flatMap(([place, value]) =>
      value > (known[rule]?.[place] ?? 0) ? [`${rule}: ${place} ${value}`] : [],
    ),
  );
}

describe('the limits of the house: 250 lines a file, 60 a function, 120 characters a line', () => {
  const over = measure(path.join(__dirname, '../../src'));

  it('nothing goes over them that did not before, and nothing gets worse', () => {
    expect(news(over, debts)).toEqual([]);
  });

  it('what got better is written down, so that it stays so (npm run limits)', () => {
    expect(news(debts, over)).toEqual([]);
  });

  it('each is measured', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'limits-'));
    mkdirSync(path.join(folder, 'src'));
    const long = `export function long(): void {\n${'  call();\n'.repeat(260)}}\nexport const wide = '${'x'.repeat(120)}';\n`;
    writeFileSync(path.join(folder, 'src', 'long.ts'), long);
    expect(Object.values(measure(folder)).map((places) => Object.keys(places).length)).toEqual([1, 1, 1]);
  });
});
