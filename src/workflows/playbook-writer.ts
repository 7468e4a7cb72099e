import { baseName } from '../domain/note-path';
import { wikilinks } from '../markdown/inline';
import { managedBlocks } from '../markdown/managed-block';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import { NO_LEARNINGS, PLAYBOOK_BLOCKS, type PlaybookContent } from '../presentation/process-text';
import { linkTo } from './note-link';
import type { NoteWriter } from './note-writer';
import {
  type BlockConflict,
  type ConflictChoice,
  type PlaybookBases,
  playbookEdits,
  type PlaybookPlan,
} from './playbook-edits';
import { additionOf, placeIn } from './playbook-place';

/** What a person decided about; anything else that has come up since is theirs to see first. */
export interface Decision {
  readonly choice: ConflictChoice;
  readonly shown: readonly BlockConflict[];
}

/** What a playbook comes to for one process. */
export interface PlannedUpdate extends PlaybookPlan {
  /** Under which the generated content of these blocks is remembered on this device. */
  readonly base: string;
  /** What the blocks would be generated with. */
  readonly content: PlaybookContent;
  /** The playbook has no block for the process yet. */
  readonly isNew: boolean;
}

/** What was planned at the last moment, and whether it was written. */
export interface WrittenUpdate extends PlaybookPlan {
  readonly isNew: boolean;
  readonly wrote: boolean;
}

/** Plans and writes what playbooks say, with a memory of what was generated. */
export interface PlaybookWriter {
  /** What a playbook's text comes to for a process; null when it does not name it. */
  readonly planFor: (
    text: string,
    playbook: string,
    process: string,
    content: PlaybookContent,
    choice?: ConflictChoice | null,
  ) => PlannedUpdate | null;
  /** Writes with one more try; null when both failed. `mayWrite` is asked at the last moment. */
  readonly write: (
    playbook: string,
    content: PlaybookContent,
    process: string,
    decision: Decision | null,
    mayWrite: (plan: PlannedUpdate) => boolean,
  ) => Promise<WrittenUpdate | null>;
  /** Remembers what a playbook's blocks were generated with. */
  readonly remember: (base: string, content: PlaybookContent) => void;
  /** Forgets playbooks that are no longer there. */
  readonly forget: (isThere: (playbook: string) => boolean) => void;
}

const BASES = 'playbook-bases';
/** So many generations of a playbook are remembered. */
const REMEMBERED = 3;
const NOTHING: PlaybookPlan = { edits: [], changed: [], conflicts: [], lags: false };

/** A writer of playbooks over the writer of notes. */
export function playbookWriter({
  writer,
  device,
  clock,
  label,
  isKnown,
}: {
  readonly writer: NoteWriter;
  readonly device: DeviceStore;
  readonly clock: Pick<Clock, 'today'>;
  readonly label: string;
  readonly isKnown: (learning: string) => boolean;
}): PlaybookWriter {
  const bases = new Map(Object.entries(asBases(device.load(BASES))));
  const remember = (base: string, content: PlaybookContent): void => {
    const known = bases.get(base) ?? [];
    const key = JSON.stringify(content);
    if (JSON.stringify(known[0]) === key) return;
    // The one before stays known: an update may be taken back.
    bases.set(base, [content, ...known.filter((other) => JSON.stringify(other) !== key)].slice(0, REMEMBERED));
    device.save(BASES, Object.fromEntries(bases));
  };
  const forget = (isThere: (playbook: string) => boolean): void => {
    for (const base of [...bases.keys()]) if (!isThere(base.split('\n')[0] ?? '')) bases.delete(base);
  };

  const planFor: PlaybookWriter['planFor'] = (text, playbook, process, content, choice = null) => {
    const place = placeIn(text, process);
    if (!place) return null;
    const wanted = { ...content, learnings: withUnknown(content.learnings, text, `learnings${place.suffix}`) };
    const base = `${playbook}${place.suffix === '' ? '' : `\n${place.suffix}`}`;
    const source = { today: clock.today(), link: linkTo(process) };
    return {
      ...(place.isThere
        ? playbookEdits(text, wanted, bases.get(base) ?? [], source, choice, place.suffix)
        : additionOf(text, process, wanted, place, source)),
      base,
      content: wanted,
      isNew: !place.isThere,
    };
  };

  /** Citations of learnings that this device does not have (yet) stay. */
  const withUnknown = (learnings: string, playbook: string, name: string): string => {
    const cited =
      managedBlocks(playbook)
        .find((block) => block.name === name)
        ?.content.split(/\r?\n/) ?? [];
    const kept = cited.filter((line) => {
      const [link] = /^- \[\[/.test(line) ? wikilinks(line) : [];
      return link && !isKnown(link.target) && !learnings.split('\n').includes(line);
    });
    return kept.length === 0
      ? learnings
      : [...(learnings === NO_LEARNINGS ? [] : learnings.split('\n')), ...kept].sort().join('\n');
  };

  const write: PlaybookWriter['write'] = async (playbook, content, process, decision, mayWrite) => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const planned: PlannedUpdate[] = [];
      const outcome = await writer.edit(playbook, `${label}: ${baseName(playbook)}`, (text) => {
        const first = planFor(text, playbook, process, content);
        if (!first) return { edits: [] };
        const isSettled = decision !== null && JSON.stringify(first.conflicts) === JSON.stringify(decision.shown);
        const plan = isSettled ? (planFor(text, playbook, process, content, decision.choice) ?? first) : first;
        planned.push(plan);
        // A conflict in one block holds the whole update back: half an update would be hard to judge.
        return { edits: plan.conflicts.length === 0 && mayWrite(plan) ? plan.edits : [] };
      });
      if (outcome === 'failed') continue;
      // The store may ask more than once; the last answer is what was written.
      const plan = planned[planned.length - 1];
      if (plan && plan.conflicts.length === 0 && (outcome === 'done' || (plan.changed.length === 0 && !plan.lags)))
        remember(plan.base, plan.content);
      return { ...(plan ?? NOTHING), isNew: plan?.isNew ?? false, wrote: outcome === 'done' };
    }
    return null;
  };
  return { planFor, write, remember, forget };
}

function asBases(value: unknown): Record<string, PlaybookBases> {
  if (typeof value !== 'object' || value === null) return {};
  const asBase = (entry: unknown): PlaybookBases[number] =>
    Object.fromEntries(
      PLAYBOOK_BLOCKS.flatMap((name) =>
        typeof (entry as Record<string, unknown> | null)?.[name] === 'string'
          ? [[name, (entry as Record<string, string>)[name]]]
          : [],
      ),
    );
  return Object.fromEntries(
    Object.entries(value).map(([path, entry]) => [path, (Array.isArray(entry) ? entry : [entry]).map(asBase)]),
  );
}
