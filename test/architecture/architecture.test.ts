import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

interface Look {
  readonly cruised: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

const found = JSON.parse(
  execFileSync(process.execPath, [path.join(__dirname, 'cruise.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 }),
) as { rules: string[]; src: Look; breaches: Record<string, Look> };

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? sources(file) : /\.tsx?$/.test(name) ? [file] : [];
  });
}

describe('the house', () => {
  it('is really looked at', () => {
    expect(found.src.cruised).toBeGreaterThan(100);
  });

  it('keeps every fence', () => {
    expect(found.src.violations).toEqual([]);
  });

  it.each(found.rules)('%s catches its planted breach', (rule) => {
    const look = found.breaches[rule];
    expect(look?.cruised).toBeGreaterThan(0);
    expect(look?.violations.map((violation) => violation.rule)).toContain(rule);
  });

  it('has a main.ts of at most 100 lines', () => {
    expect(readFileSync(path.join(root, 'src/main.ts'), 'utf8').split('\n').length).toBeLessThanOrEqual(100);
  });

  it('mutes no check', () => {
    const muted = sources(path.join(root, 'src')).filter((file) =>
      /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/.test(readFileSync(file, 'utf8')),
    );
    expect(muted).toEqual([]);
  });

  it('reads no clock, locale or time zone below the shell', () => {
    const core = sources(path.join(root, 'src')).filter(
      (file) => !/src\/(obsidian\/|main\.ts)/.test(file.split(path.sep).join('/')),
    );
    const guilty = core.filter((file) =>
      /Date\.now\(|new Date\(\)|Intl\.|toLocale|Math\.random|setTimeout|performance\.now/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(guilty).toEqual([]);
  });
});
