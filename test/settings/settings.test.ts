import fc from 'fast-check';
import { readNote } from '../../src/markdown/read-note';
import { DEFAULT_RISK_POLICY, RULE_IDS } from '../../src/domain/risk/risk-policy';
import { DEFAULT_VOCABULARY } from '../../src/markdown/vocabulary';
import { groupSettings, settingWords } from '../../src/presentation/settings-wording';
import { parseDays, parseFolder, parseTiers, parseWeekend } from '../../src/settings/parse';
import { SETTING_SPECS, settingProblem, settingSpec } from '../../src/settings/schema';
import {
  defaultSettings,
  migrateSettings,
  readerFingerprint,
  readerOptions,
  resolveSettings,
  settingValue,
  withSetting,
} from '../../src/settings/settings';

describe('settings', () => {
  it('of a fresh installation are the published defaults', () => {
    const settings = defaultSettings();
    expect(settings.policy).toEqual(DEFAULT_RISK_POLICY);
    expect(settings.vocabulary).toBe(DEFAULT_VOCABULARY);
    expect(settings.taskMarks).toEqual({ x: 'done', X: 'done', '-': 'cancelled', '/': 'in-progress', '>': 'deferred' });
    expect(settings.folders).toEqual(['Active', 'Inbox', 'Resources', 'System/Shipshape']);
  });

  it('each have a name, sit in exactly one group, and accept their own default', () => {
    const grouped = groupSettings(SETTING_SPECS.map((spec) => spec.key)).flatMap((group) => group.keys);
    expect([...grouped].sort()).toEqual(SETTING_SPECS.map((spec) => spec.key).sort());
    for (const spec of SETTING_SPECS) {
      expect(settingProblem(spec, spec.fallback)).toBeNull();
      expect(settingWords(spec.key).name).not.toBe(spec.key);
    }
  });

  it('change what is resolved, key by key, and defaults are not stored', () => {
    const stored = withSetting(withSetting({}, 'words.section.risks', 'worry board'), 'risk.R7.amberWeight', 20);
    expect(resolveSettings(stored).vocabulary.sections.risks).toContain('worry board');
    expect(resolveSettings(stored).policy.rules.R7.amberWeight).toBe(20);
    expect(withSetting(stored, 'risk.R7.amberWeight', 15)).toEqual({
      version: 1,
      'words.section.risks': 'worry board',
    });
    expect(resolveSettings(withSetting({}, 'wholeVault', true)).folders).toEqual(['']);
    expect(resolveSettings(withSetting({}, 'marks.done', 'x X ✓')).taskMarks['✓']).toBe('done');
    expect(resolveSettings(withSetting({}, 'holidays', '2026-12-24..2026-12-26 Christmas')).calendar.holidays).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(resolveSettings(withSetting({}, 'risk.tiers', 'Tier 1: 150')).policy.tiers).toEqual({ '1': 1.5 });
  });

  it.each([
    ['weekend', 'Sat, Sun, Mon, Tue, Wed, Thu, Fri', /at least one/i],
    ['weekend', 'Someday', /not a day/],
    ['holidays', 'Christmas', /2026-12-25/],
    ['holidays', '2026-12-25..2026-12-01', /before it starts/],
    ['folders', '../other', /inside the vault/],
    ['releasesFolder', '.obsidian', /inside the vault/],
    ['releasesFolder', 'a:b', /cannot contain/],
    ['fiscalYearStart', 13, /from 1 to 12/],
    ['fiscalYearStart', 1.5, /whole number/],
    ['marks.done', 'yes', /more than one character/],
    ['risk.tiers', 'Tier 1 = lots', /percentage/],
    ['dateOrder', 'backwards', /Choose one of/],
    ['wholeVault', 'yes', /on or off/],
  ])('%s refuses %j with a sentence', (key, value, sentence) => {
    const spec = settingSpec(key);
    expect(spec && settingProblem(spec, value)).toMatch(sentence);
    expect(withSetting({ version: 1 }, key, value)).toEqual({ version: 1 });
  });

  it('of any age or state are migrated: nothing throws, unknown keys stay, bad values fall back', () => {
    expect(migrateSettings({ fiscalYearStart: 99, futureThing: { a: 1 }, weekend: 'Friday' })).toEqual({
      version: 1,
      futureThing: { a: 1 },
      weekend: 'Friday',
    });
    expect(migrateSettings(null)).toEqual({ version: 1 });
    expect(settingValue({ fiscalYearStart: 'x' }, 'fiscalYearStart')).toBe(1);
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => resolveSettings(migrateSettings(data))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_SPECS.map((spec) => spec.key)), fc.anything(), (key, value) => {
        expect(() => resolveSettings({ [key]: value })).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 12 }), fc.jsonValue()), (unknown) => {
        for (const key of Object.keys(unknown))
          if (key !== '__proto__') expect(migrateSettings(unknown)).toHaveProperty([key], unknown[key]);
      }),
    );
  });

  it('that change what is read change the fingerprint, others do not', () => {
    const print = (key: string, value: unknown): string =>
      readerFingerprint(resolveSettings(withSetting({}, key, value)));
    const base = readerFingerprint(defaultSettings());
    expect(print('words.field.target', 'embargo')).not.toBe(base);
    expect(print('holidays', '2026-12-25')).not.toBe(base);
    expect(print('risk.R7.amberWeight', 1)).toBe(base);
    expect(print('folders', 'Elsewhere')).toBe(base);
  });

  it('read days, weekends, tiers and folders', () => {
    expect(parseDays('2026-01-01\n\n2026-01-01 again')).toEqual({ value: ['2026-01-01'] });
    expect(parseDays('2026-01-01..2028-01-01')).toHaveProperty('problem');
    expect(parseWeekend('Fri, saturday')).toEqual({ value: [5, 6] });
    expect(parseTiers('Tier 2: 50 %\nhotfix: 0')).toEqual({ value: { '2': 0.5, hotfix: 0 } });
    expect(parseFolder('/Active/Releases/')).toEqual({ value: 'Active/Releases' });
  });

  it('cover every rule', () => {
    for (const rule of RULE_IDS) expect(settingSpec(`risk.${rule}.enabled`)).not.toBeNull();
  });
});

describe('folders that a person has adopted', () => {
  it('say what a note in them is', () => {
    const folders = {
      'workspace.requests': 'Asks',
      'workspace.processes': 'SOPs',
      'workspace.relationships': 'Who',
      'workspace.meetings': 'Calls',
    };
    let stored = migrateSettings({});
    for (const [key, value] of Object.entries(folders)) stored = withSetting(stored, key, value);
    const settings = resolveSettings(stored);
    expect(settings.workspace.folders).toMatchObject({
      requests: 'Asks',
      processes: 'SOPs',
      relationships: 'Who',
      meetings: 'Calls',
    });
    const kind = (path: string, text = '# A page\n- [ ] x\n'): string =>
      readNote(path, text, readerOptions(settings, '2026-01-22' as never)).kind;
    expect([
      kind('Asks/a.md', '# A report\n'),
      kind('SOPs/Launch/a.md'),
      kind('Who/GTM/Ann.md'),
      kind('Calls/a.md'),
      kind('Other/a.md'),
    ]).toEqual(['request', 'process', 'person', 'meeting', 'checklist']);
  });
});
