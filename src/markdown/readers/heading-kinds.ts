import { lazily } from '../../domain/lazily';
import { type SectionKind, labelKey } from '../vocabulary';
import { asksForChanges, isHistory } from './changes-heading';
import type { Walk } from './outline-walk';

/** Headings whose items are improvements in a retro, and nothing elsewhere. */
const RETRO_ACTIONS =
  /^(?:what (?:we will|to|we'll) (?:change|improve|do differently)|changes|improve|to improve|change|start|stop|start doing|stop doing|do differently|try next)$/;

/** Below a heading of changes these are talk about them. */
export const ABOUT_CHANGES =
  /^(?:background|context|why|pros|cons|pros and cons|reasons?|notes?|discussion|open questions|questions|summary)$/;

/** In the log of one day a list of tasks is what people took on; in a plan it is the plan's checklist. */
const RECORD_TASKS =
  /^(?:(?:open|individual|team|new|our|my|key) )?(?:tasks?|assignments|homework|tâches|tareas|tarefas|задачи|oppgaver|oppgåver|uppgifter|opgaver|zadania|compiti|taken)(?: (?:for|until|by) .+)?$/;

/** What a heading or label says that its lines are, in this note; null where it says nothing. */
export function sectionKind(walk: Walk, text: string): SectionKind | null {
  const known =
    walk.reading.lookup.section(text) ??
    (walk.reading.isRecord && RECORD_TASKS.test(labelKey(text)) ? 'actions' : null);
  if (known === 'changes' && isHistory(text)) return null;
  // "Key improvements" tells what became better, save in a retro.
  if (
    known === 'actions' &&
    /\bimprovements? (?:identified|made|achieved|delivered|noted|seen|so far|since .*)$/.test(labelKey(text))
  )
    return null;
  if (
    known === 'actions' &&
    !walk.isRetro &&
    /^(?:key |main |process |performance |our |new )*improvements$/.test(labelKey(text))
  )
    return null;
  return asksForChanges(text) ? 'changes' : (known ?? retroKind(walk, text));
}

function retroKind(walk: Walk, text: string): SectionKind | null {
  return walk.isRetro &&
    RETRO_ACTIONS.test(
      text
        .toLowerCase()
        .replace(/[^a-z' ]+/g, ' ')
        .trim(),
    )
    ? 'actions'
    : null;
}

/** A heading that is nothing but the outcome: "GO", "✅ No-go". */
export const VERDICT = lazily(
  () => /^[^\p{L}?]{0,6}(?:go|no[\s-]?go|conditional go|go with conditions)[^\p{L}?]{0,6}$/iu,
);

/** The title of a note about a go/no-go. */
export const GATE_TITLE = /\bgo\s?\/?\s?no[\s-]?go\b/i;

/** What went well is no work, and no risk. */
export const GOOD =
  /\b(?:went well|going well|strengths|wins|highlights|successes|accomplish(?:ed|ments)|kudos|shout-?outs|keep doing|lief gut|bien marché|salió bien)\b/i;

/** Sections that end the one above them, whatever it was. */
export const ELSE =
  /^(?:(?:current |known |key |main )?issues identified|contributing factors(?: to .*)?|historical context|current state|findings|observations|upcoming (?:meetings|events|dates)|(?:explicitly )?(?:out of scope|not in scope)(?: .*)?|non goals|(?:review|change|revision|version|document) (?:log|history)|histórico de versões|historial de (?:versiones|cambios)|historique des versions|rationale|motivation|(?:[a-z]+ ){1,3}analysis|purpose|usage|instructions?|how to .*|update (?:contract|process|policy|procedure)|maintenance|policy|procedure|review cadence|methodology|weaknesses|background|context|references?|resources|links|further reading|appendix|open questions|questions|discussion|agenda|glossary|related|see also|hintergrund|referencias|références)$/i;

/** How severities are rated is no list of issues. */
export const LEGEND =
  /^(?:how (?:we|to) (?:rate|score|assess|read|use)|(?:risk |severity |priority |rating )*(?:legend|definitions?|rating|ratings|scale|levels?|key|rubric|matrix guide|methodology|severity|severities)(?: (?:definitions?|levels?|scale|key|legend))?)\b\W*$/;
