import type { CalendarDate } from './calendar-date';

/** A sentence or line of the source, in order; lines count from 1. */
export interface ProcessSentence {
  readonly text: string;
  readonly line: number;
}

/** One act in a process. What the source does not say is null, never invented. */
export interface ProcessStep {
  /** The act in its base form, without who, where and when: "tag the build". */
  readonly action: string;
  readonly actor: string | null;
  readonly tool: string | null;
  readonly timing: string | null;
  /** What the act brings forth: "the weekly report". */
  readonly output: string | null;
  /** Index of the sentence that says so. */
  readonly source: number;
  /** The number that a reader sees in front of its line; null where there is none. */
  readonly number?: number | null;
}

/** What happens only under a condition: "if a blocker is open: stop and tell Sarah Kim". */
export interface ProcessBranch {
  /** The condition without "if"; "unless …" and "otherwise" keep their word. */
  readonly condition: string;
  readonly actor: string | null;
  readonly action: string;
  readonly source: number;
}

/** A phrase of the source. */
export interface ProcessPhrase {
  readonly text: string;
  readonly source: number;
}

/** A name that the source writes as a link: "Sarah Kim" and `[[People/Sarah Kim|Sarah Kim]]`. */
export interface ProcessLink {
  readonly name: string;
  readonly link: string;
}

/** "in Jira", "via email": a channel or system as the place of an act. */
export function placeOfTool(tool: string): string {
  return /^(?:email|e-mail|slack|zoom|teams)$/i.test(tool) ? `via ${tool}` : `in ${tool}`;
}

/** What is done, where and when: "tag the build in Jira within 1 day". */
export function actWords({ action, tool, timing }: Pick<ProcessStep, 'action' | 'tool' | 'timing'>): string {
  return [action, tool === null ? '' : placeOfTool(tool), timing ?? ''].filter(Boolean).join(' ');
}

/** A process as a description tells it; every sentence is used, or listed as unused. */
export interface ProcessDescription {
  readonly title: string | null;
  readonly owner: string | null;
  readonly trigger: ProcessPhrase | null;
  readonly steps: readonly ProcessStep[];
  readonly branches: readonly ProcessBranch[];
  readonly exceptions: readonly ProcessPhrase[];
  readonly metric: ProcessPhrase | null;
  readonly links: readonly ProcessLink[];
  readonly sentences: readonly ProcessSentence[];
  readonly unused: readonly number[];
}

/** How often a step was done in the runs that decided about it. */
export interface StepAdherence {
  readonly action: string;
  readonly done: number;
  readonly skipped: number;
}

/** One process with all that is known about how it is kept. */
export interface ProcessEntry {
  readonly path: string;
  readonly name: string;
  readonly category: string;
  readonly owner: string | null;
  readonly verified: CalendarDate | null;
  /** The day from which it should be looked at again; null while it was never verified. */
  readonly reviewOn: CalendarDate | null;
  readonly playbook: string | null;
  readonly steps: readonly ProcessStep[];
  readonly runs: number;
  readonly adherence: readonly StepAdherence[];
}

/** A description in which a sentence that was not used becomes a step or an exception, where it stands in the text. */
export function withSentence(
  description: ProcessDescription,
  index: number,
  as: 'step' | 'exception',
  /** Reads the sentence alone. */
  read: (text: string) => Pick<ProcessDescription, 'steps'>,
): ProcessDescription {
  const text = description.sentences[index]?.text.trim().replace(/[.;!]+$/, '') ?? '';
  const unused = description.unused.filter((other) => other !== index);
  const bySource = <Entry extends { readonly source: number }>(list: readonly Entry[], entry: Entry): Entry[] => {
    const at = list.findIndex(({ source }) => source > index);
    return at < 0 ? [...list, entry] : [...list.slice(0, at), entry, ...list.slice(at)];
  };
  if (as === 'exception')
    return { ...description, unused, exceptions: bySource(description.exceptions, { text, source: index }) };
  const [alone] = read(text).steps;
  const step: ProcessStep = alone
    ? { ...alone, source: index }
    : { action: text, actor: null, tool: null, timing: null, output: null, source: index };
  return { ...description, unused, steps: bySource(description.steps, step) };
}
