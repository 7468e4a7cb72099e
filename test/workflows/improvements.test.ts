import type { CalendarDate } from '../../src/domain/calendar-date';
import { implementedInTime, type Improvement, improvementsOf, withReturns } from '../../src/domain/improvement';
import { improvementsModel } from '../../src/presentation/improvements-model';
import { defaultSettings } from '../../src/settings/settings';
import {
  acceptImprovement,
  dropImprovement,
  implementImprovement,
  startImprovement,
  verifyImprovement,
} from '../../src/workflows/improvement-actions';
import { draftRelease, releaseTemplates } from '../../src/workflows/new-release';
import { draftLearning } from '../../src/workflows/new-note';
import { noteWriter } from '../../src/workflows/note-writer';
import { facts, releasesOf } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;
const PATH = 'Active/Releases/Kiosk/Retro.md';
const RETRO =
  '# 2026-01-20 Retro: v0.7 (Kiosk)\r\n\r\n## What went well\r\n- The demo\r\n\r\n## Improvements\r\n- [ ] Rehearse the rollback before the freeze\r\n- [ ] Shorten the checklist [owner:: [[Ann]]] [due:: 2026-02-10] [done when:: ten items are left]\r\n- [x] Publish the calendar [evidence:: [[Release calendar]]]\r\n- [x] Tell support earlier\r\n- [-] Hire two people [reason:: no budget]\r\n\r\n## Start\r\n- Writing retros in the same week\r\n';

const improvements = (text: string = RETRO, path = PATH): Improvement[] => improvementsOf(facts(path, text));

async function after(
  which: number,
  act: (writer: ReturnType<typeof noteWriter>, improvement: Improvement) => Promise<unknown>,
  text = RETRO,
): Promise<string> {
  const { store, notes } = memoryStore({ [PATH]: text });
  const improvement = improvements(text)[which];
  if (!improvement) throw new Error('no such improvement');
  expect(await act(noteWriter(store), improvement)).toBe('done');
  return notes.get(PATH) ?? '';
}

describe('improvements of a retro', () => {
  it('are captured as the retro is read, and stand where their line says; without evidence nothing is implemented', () => {
    expect(improvements().map(({ title, state, lacksEvidence }) => [title, state, lacksEvidence])).toEqual([
      ['Rehearse the rollback before the freeze', 'captured', false],
      ['Shorten the checklist', 'accepted', false],
      ['Publish the calendar', 'implemented', false],
      ['Tell support earlier', 'in-progress', true],
      ['Hire two people', 'dropped', false],
      ['Writing retros in the same week', 'captured', false],
    ]);
    expect(improvementsOf(facts('Inbox/a.md', RETRO.replace(/Retro/g, 'Sync')))).toEqual([]);
  });

  it('go from captured to verified on their own line, byte for byte elsewhere', async () => {
    const accepted = await after(0, (writer, one) =>
      acceptImprovement(writer, one, {
        owner: '[[Bob]]',
        due: '2026-02-03' as CalendarDate,
        doneWhen: 'the runbook says so',
      }),
    );
    const line =
      '- [ ] Rehearse the rollback before the freeze [owner:: [[Bob]]] [due:: 2026-02-03] [done when:: the runbook says so]';
    expect(accepted).toBe(RETRO.replace('- [ ] Rehearse the rollback before the freeze', line));
    expect(improvements(accepted)[0]?.state).toBe('accepted');
    const begun = await after(0, startImprovement, accepted);
    expect(improvements(begun)[0]?.state).toBe('in-progress');
    const done = await after(0, (writer, one) => implementImprovement(writer, one, '[[Rollback]]', TODAY), begun);
    expect(improvements(done)[0]?.state).toBe('implemented');
    const held = await after(0, (writer, one) => verifyImprovement(writer, one, TODAY), done);
    expect(improvements(held)[0]?.state).toBe('verified');
    expect(held).toBe(
      RETRO.replace(
        '- [ ] Rehearse the rollback before the freeze',
        `${line.replace('[ ]', '[x]')} [evidence:: [[Rollback]]] [completion:: 2026-01-27] [verified:: 2026-01-27]`,
      ),
    );
  });

  it('follow the sign of the Tasks plugin, lines of the same title, and lines without a box', async () => {
    const text =
      '# 2026-01-20 Retro: v0.7\n\n## Improvements\n- [x] Do it\n- [ ] Do it 📅 2026-03-01\n- Write it down\n';
    const accepted = await after(
      1,
      (writer, one) =>
        acceptImprovement(writer, one, { owner: '[[Bob]]', due: '2026-04-01' as CalendarDate, doneWhen: 'seen' }),
      text,
    );
    expect(accepted).toBe(
      text.replace('- [ ] Do it 📅 2026-03-01', '- [ ] Do it [owner:: [[Bob]]] [done when:: seen] 📅 2026-04-01'),
    );
    const done = await after(1, (writer, one) => implementImprovement(writer, one, '[[X]]', TODAY), text);
    expect(done).toBe(text.replace('- [ ] Do it 📅', '- [x] Do it [evidence:: [[X]]] [completion:: 2026-01-27] 📅'));
    expect(await after(2, (writer, one) => dropImprovement(writer, one, 'no'), text)).toBe(
      text.replace('- Write it down', '- [-] Write it down [reason:: no]'),
    );
  });

  it('are dropped with their reason', async () => {
    expect(await after(0, (writer, one) => dropImprovement(writer, one, 'done by the vendor'))).toBe(
      RETRO.replace(
        '- [ ] Rehearse the rollback before the freeze',
        '- [-] Rehearse the rollback before the freeze [reason:: done by the vendor]',
      ),
    );
  });

  it('that return after they counted as done are said to have come back', () => {
    const later = improvements(
      '# 2026-03-20 Retro: v0.8\n\n## Improvements\n- [ ] Publish the release calendar\n- [ ] Something new\n',
      'Active/Releases/Next/Retro.md',
    );
    const all = withReturns([...later, ...improvements()]);
    expect(
      all.filter(({ cameBackFrom }) => cameBackFrom !== null).map(({ title, cameBackFrom }) => [title, cameBackFrom]),
    ).toEqual([['Publish the release calendar', PATH]]);
  });

  it('are shown with what they miss, and a retro that asks for too much says so', () => {
    const model = improvementsModel(withReturns(improvements()), [], TODAY);
    expect(model.groups.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Captured', 2],
      ['Accepted', 1],
      ['In progress', 1],
      ['Implemented, to be verified', 1],
      ['Dropped', 1],
    ]);
    expect(model.groups[0]?.lines[0]?.problem).toBe('needs an owner, a due date, how we will see that it is done');
    expect(model.warnings).toEqual([
      'Kiosk/Retro asks for 5 improvements; more than three are rarely done. Drop some, with a reason.',
    ]);
    expect(model.share).toBe('1 of 5 implemented');
    expect(model.inTime).toBeNull();
    const shownBy = (evidence: string): readonly string[] =>
      improvementsModel(improvements(RETRO.replace('[[Release calendar]]', evidence)), [], TODAY).groups[3]?.lines[0]
        ?.facts ?? [];
    expect(
      ['[[Release calendar]]', '[[Team/Calendar]]', 'see [[Team/Calendar|the calendar]]', 'a note'].map(
        (evidence) => shownBy(evidence)[0],
      ),
    ).toEqual(['shown by Release calendar', 'shown by Calendar', 'shown by see the calendar', 'shown by a note']);
  });

  it('are measured once two releases have gone out since their retro; without a day of completion nothing was in time', () => {
    const retro = (day: string): Improvement[] =>
      improvements(
        `# ${day} Retro: v0.7\n\n## Improvements\n- [x] One [evidence:: [[A]]] [completion:: 2026-03-10]\n- [x] Two [evidence:: [[A]]] ✅ 2026-03-11\n- [x] Three [evidence:: [[A]]]\n- [x] Four [completion:: 2026-02-01]\n- [ ] Five\n- [-] Six [reason:: no]\n`,
      );
    const releases = releasesOf({
      'a.md': '# 2026-01-05 v0.7\nTarget release: 2026-01-20\nStatus: Released\n',
      'b.md': '# 2026-01-05 v0.8\nTarget release: 2026-02-10\nStatus: Released\n',
      'c.md': '# 2026-01-05 v0.9\nTarget release: 2026-03-10\nStatus: Released\n',
      'd.md': '# 2026-01-05 v1.0\nTarget release: 2026-03-01\n',
    });
    const on = '2026-04-01' as CalendarDate;
    expect(implementedInTime(retro('2026-01-20'), releases, on)).toEqual({ inTime: 1, all: 5 });
    expect(implementedInTime(retro('2026-01-19'), releases, on)).toEqual({ inTime: 0, all: 5 });
    expect(implementedInTime(retro('2026-02-10'), releases, on)).toEqual({ inTime: 0, all: 0 });
    expect(implementedInTime(retro('2026-01-20'), releases, '2026-03-09' as CalendarDate)).toEqual({
      inTime: 0,
      all: 0,
    });
    expect(improvementsModel(retro('2026-01-20'), releases, on).inTime).toBe('Implemented within two releases: 1 of 5');
  });

  it('that are done are kept as learnings, linked to their retro and to what shows them', async () => {
    const { store } = memoryStore({ [PATH]: RETRO });
    const [, , calendar] = improvements();
    if (!calendar) throw new Error('no such improvement');
    const inputs = { settings: defaultSettings(), store, today: TODAY };
    const draft = await draftLearning(calendar, inputs);
    expect(draft?.path).toBe('Resources/Learnings/Publish the calendar.md');
    expect(draft?.text).toBe(
      '---\ntype: learning\n---\n# Publish the calendar\n\n- From: [[Active/Releases/Kiosk/Retro|Retro]]\n- Shown by: [[Release calendar]]\n- Since: 2026-01-27\n\n## What we learned\n\n\n## Where it applies\n\n',
    );
    const read = facts(
      'Resources/Learnings/Retro for v0.7 by Friday.md',
      draft?.text.replace('Publish the calendar', 'Retro for v0.7 by Friday') ?? '',
    );
    expect([read.releases, read.actions, read.tasks, read.dependencies, read.risks]).toEqual([[], [], [], [], []]);
    expect(await draftLearning({ ...calendar, title: '...' }, inputs)).toBeNull();
  });

  it('that are open are offered into the next plan, where the release reads them', async () => {
    const settings = defaultSettings();
    const templates = await releaseTemplates(memoryStore().store, settings);
    const inputs = { settings, today: TODAY, templates, releases: [], find: () => null };
    const form = { release: 'v0.8 Kiosk', target: 'Mar 16', goNoGo: '', owner: '', stakeholders: '', tier: '' };
    const [plan] = draftRelease(form, { ...inputs, improvements: improvements() }).notes;
    expect(plan?.text).toContain(
      '## From earlier retros\n- [ ] Shorten the checklist ([[Active/Releases/Kiosk/Retro|Retro]])\n',
    );
    expect(plan?.text.match(/^- \[ \] .*\|Retro\]\]\)$/gm)).toHaveLength(3);
    expect(releasesOf({ [plan?.path ?? '']: plan?.text ?? '' })[0]?.items).toHaveLength(3);
    expect(draftRelease(form, inputs).notes[0]?.text).not.toMatch(/earlier retros/);
  });
});
