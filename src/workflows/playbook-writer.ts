import { baseName } from '../domain/note-path';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import { PLAYBOOK_BLOCKS, type PlaybookContent } from '../presentation/process-text';
import { linkTo } from './note-link';
import type { NoteWriter } from './note-writer';
import { type BlockConflict, type ConflictChoice, type PlaybookBases, playbookEdits, type PlaybookPlan } from './playbook-edits';
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
  /** The playbook has no block for the process yet. */
  readonly isNew: boolean;
}

/** Plans and writes what playbooks say, with a memory of what was generated. */
export interface PlaybookWriter {
  /** What a playbook's text comes to for a process; null when it does not name it. */
  readonly planFor: (text: string, playbook: string, process: string, content: PlaybookContent, choice?: ConflictChoice | null) => PlannedUpdate | null;
  /** Writes with one more try; null when both failed. `mayWrite` is asked at the last moment. */
  readonly write: (playbook: string, content: PlaybookContent, process: string, decision: Decision | null, mayWrite: (isNew: boolean) => boolean) => Promise<PlaybookPlan | null>;
  /** Remembers what a playbook's blocks were generated with. */
  readonly remember: (base: string, content: PlaybookContent) => void;
}

const BASES = 'playbook-bases';
const NOTHING: PlaybookPlan = { edits: [], changed: [], conflicts: [], lags: false };

/** A writer of playbooks over the writer of notes. */
export function playbookWriter({ writer, device, clock, label }: { readonly writer: NoteWriter; readonly device: DeviceStore; readonly clock: Pick<Clock, 'today'>; readonly label: string }): PlaybookWriter {
  const bases = new Map(Object.entries(asBases(device.load(BASES))));
  const remember = (base: string, content: PlaybookContent): void => {
    bases.set(base, content);
    device.save(BASES, Object.fromEntries(bases));
  };

  const planFor: PlaybookWriter['planFor'] = (text, playbook, process, content, choice = null) => {
    const place = placeIn(text, process);
    if (!place) return null;
    const base = `${playbook}${place.suffix === '' ? '' : `\n${place.suffix}`}`;
    const source = { today: clock.today(), link: linkTo(process) };
    return { ...(place.isThere ? playbookEdits(text, content, bases.get(base) ?? {}, source, choice, place.suffix) : additionOf(text, process, content, place, source)), base, isNew: !place.isThere };
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
        return { edits: mayWrite(plan.isNew) && plan.conflicts.length === 0 ? plan.edits : [] };
      });
      if (outcome === 'failed') continue;
      // The store may ask more than once; the last answer is what was written.
      const plan = planned[planned.length - 1];
      if (plan && plan.conflicts.length === 0 && (outcome === 'done' || (plan.changed.length === 0 && !plan.lags))) remember(plan.base, content);
      return plan ?? NOTHING;
    }
    return null;
  };
  return { planFor, write, remember };
}

function asBases(value: unknown): Record<string, PlaybookBases> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([path, entry]) => [path, Object.fromEntries(PLAYBOOK_BLOCKS.flatMap((name) => (typeof (entry as Record<string, unknown> | null)?.[name] === 'string' ? [[name, (entry as Record<string, string>)[name]]] : [])))]));
}
