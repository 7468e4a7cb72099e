import type { App } from 'obsidian';
import type { JSX } from 'preact';
import type { CalendarDate } from '../../domain/calendar-date';
import { ROLL_CALL_WORDING as WORDS } from '../../presentation/roll-call-wording';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { Icon } from '../panel/icon';
import { sayDate, TextField } from './fields';

/** What fields of the roll call need. */
export interface FormTools {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly understand: (text: string) => UnderstoodDate | null;
}

/** A waiver while it is typed. */
export interface WaiverDraft {
  readonly item: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** A condition while it is typed. */
export interface ConditionDraft {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly otherwise: string;
}

/** Open required items; each can be waived, with why, by whom and until when. */
export function WaiverList({
  items,
  waivers,
  set,
  tools,
}: {
  readonly items: readonly string[];
  readonly waivers: readonly WaiverDraft[];
  readonly set: (waivers: readonly WaiverDraft[]) => void;
  readonly tools: FormTools;
}): JSX.Element | null {
  if (items.length === 0) return null;
  const { app, names, today, understand } = tools;
  return (
    <section>
      <h3>{WORDS.waivers}</h3>
      {items.map((item) => {
        const waiver = waivers.find((one) => one.item === item);
        const change = (part: Partial<WaiverDraft>): void =>
          set(waivers.map((one) => (one.item === item ? { ...one, ...part } : one)));
        const toggle = (): void =>
          set(
            waiver
              ? waivers.filter((one) => one !== waiver)
              : [...waivers, { item, reason: '', owner: '', expires: '' }],
          );
        return (
          <div key={item}>
            <label class="shipshape-check">
              <input type="checkbox" checked={waiver !== undefined} onChange={toggle} />
              <span dir="auto">{WORDS.waive(item)}</span>
            </label>
            {waiver && (
              <div class="shipshape-sub-fields">
                <TextField label={WORDS.reason} value={waiver.reason} set={(reason) => change({ reason })} />
                <TextField
                  label={WORDS.owner}
                  value={waiver.owner}
                  set={(owner) => change({ owner })}
                  names={{ app, all: names }}
                />
                <TextField
                  label={WORDS.expires}
                  value={waiver.expires}
                  set={(expires) => change({ expires })}
                  understood={sayDate(understand(waiver.expires), today)}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** What has to be done after a conditional go. */
export function ConditionList({
  conditions,
  set,
  add,
  tools: { app, names, today, understand },
}: {
  readonly conditions: readonly ConditionDraft[];
  readonly set: (conditions: readonly ConditionDraft[]) => void;
  readonly add: () => void;
  readonly tools: FormTools;
}): JSX.Element {
  const all = { app, all: names };
  return (
    <section>
      <h3>{WORDS.conditions}</h3>
      {conditions.map((condition, index) => {
        const change = (part: Partial<ConditionDraft>): void =>
          set(conditions.map((one, at) => (at === index ? { ...one, ...part } : one)));
        return (
          <div key={index} class="shipshape-sub-fields">
            <TextField label={WORDS.condition} value={condition.text} set={(text) => change({ text })} />
            <TextField label={WORDS.owner} value={condition.owner} set={(owner) => change({ owner })} names={all} />
            <TextField
              label={WORDS.due}
              value={condition.due}
              set={(due) => change({ due })}
              understood={sayDate(understand(condition.due), today)}
            />
            <TextField
              label={WORDS.otherwise}
              value={condition.otherwise}
              set={(otherwise) => change({ otherwise })}
              names={all}
            />
            <button
              type="button"
              class="clickable-icon"
              aria-label={WORDS.removeCondition(index + 1)}
              onClick={() => set(conditions.filter((_, at) => at !== index))}
            >
              <Icon name="trash-2" />
            </button>
          </div>
        );
      })}
      <button type="button" onClick={add}>
        {WORDS.addCondition}
      </button>
    </section>
  );
}
