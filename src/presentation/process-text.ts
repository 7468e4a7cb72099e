import type { CalendarDate } from '../domain/calendar-date';
import { inertText } from '../domain/inert-text';
import {
  actWords,
  placeOfTool,
  type ProcessBranch,
  type ProcessDescription,
  type ProcessStep,
} from '../domain/process';
import { linked } from '../domain/process-links';

/** What is missing reads so, and is never invented. */
export const NOT_STATED = 'Not stated';

/** The blocks of a playbook that follow its process. */
export const PLAYBOOK_BLOCKS = ['facts', 'steps', 'exceptions', 'learnings'] as const;

/** One of the blocks. */
export type PlaybookBlock = (typeof PLAYBOOK_BLOCKS)[number];

/** Content of each block. */
export type PlaybookContent = Readonly<Record<PlaybookBlock, string>>;

/** What a process note says beside its steps. */
export interface ProcessFacts {
  readonly owner: string | null;
  readonly verified: CalendarDate | null;
  readonly reviewDays: number;
}

/** A learning that a playbook cites. */
export interface CitedLearning {
  readonly link: string;
  /** What was learned, in a sentence; '' when its note does not say. */
  readonly gist: string;
}

/** Stands where a playbook has no learning to cite. */
export const NO_LEARNINGS = 'None yet';

/** Text of a note in a line of another: no comment, break, fence, tag or formula of it comes along. */
function plain(text: string): string {
  return inertText(
    text
      .replace(/%%|[\r\n]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stepLine(step: ProcessStep): string {
  const act = plain(actWords(step));
  return step.actor === null ? `${capital(act)}.` : `${plain(step.actor)}: ${act}.`;
}

function branchLine({ condition, actor, action }: ProcessBranch): string {
  const act = `${actor === null ? '' : `${plain(actor)}: `}${plain(action)}`;
  if (condition === 'otherwise') return `Otherwise, ${act}.`;
  return /^unless /.test(condition) ? `${capital(plain(condition))}, ${act}.` : `If ${plain(condition)}, ${act}.`;
}

/** The sections of a process note that the form fills in; they are read back as they were written. */
export function processSections({
  trigger,
  steps,
  branches,
  exceptions,
  metric,
  links,
}: Pick<ProcessDescription, 'trigger' | 'steps' | 'branches' | 'exceptions' | 'metric' | 'links'>): {
  readonly trigger: string;
  readonly steps: readonly string[];
  readonly exceptions: readonly string[];
  readonly metric: string;
} {
  const start = trigger === null ? '' : plain(trigger.text);
  const link = (line: string): string => linked(line, links);
  return {
    trigger: link(start === '' ? '' : /^(?:every|each|on|at)\b/i.test(start) ? `${capital(start)}.` : `When ${start}.`),
    steps: steps.map((step) => link(stepLine(step))),
    exceptions: [
      ...branches.map(branchLine),
      ...exceptions.map(({ text }) => `${capital(plain(text).replace(/\.$/, ''))}.`),
    ].map(link),
    metric: link(metric === null ? '' : `${capital(plain(metric.text))}.`),
  };
}

/** What the blocks of a playbook say for a process. */
export function playbookContent(
  description: ProcessDescription,
  { owner, verified, reviewDays }: ProcessFacts,
  learnings: readonly CitedLearning[] = [],
): PlaybookContent {
  const { steps, branches, exceptions, trigger, metric, links } = description;
  const link = (lines: readonly string[]): string => lines.map((line) => linked(line, links)).join('\n');
  const stated = (text: string | null): string => (text === null || text === '' ? NOT_STATED : plain(text));
  const about = ({ actor, action, tool, timing, output }: ProcessStep, index: number): string =>
    `${index + 1}. **${stated(actor)}**: ${plain(action)}${[
      tool === null ? '' : placeOfTool(tool),
      timing ?? '',
      output === null || plain(action).toLowerCase().includes(plain(output).toLowerCase())
        ? ''
        : `gives ${plain(output)}`,
    ]
      .filter(Boolean)
      .map((part) => ` · ${plain(part)}`)
      .join('')}`;
  return {
    facts: link([
      `- Owner: ${stated(owner)}`,
      `- Trigger: ${stated(trigger?.text ?? null)}`,
      `- Measured by: ${stated(metric?.text ?? null)}`,
      `- Last verified: ${verified ?? NOT_STATED}`,
      `- Review every: ${reviewDays} days`,
    ]),
    steps: steps.length === 0 ? NOT_STATED : link(steps.map(about)),
    exceptions:
      branches.length + exceptions.length === 0
        ? NOT_STATED
        : link([
            ...branches.map((branch) => `- ${branchLine(branch).replace(/\.$/, '')}`),
            ...exceptions.map(({ text }) => `- ${plain(text)}`),
          ]),
    learnings:
      learnings.length === 0
        ? NO_LEARNINGS
        : learnings.map(({ link, gist }) => `- ${link}${gist === '' ? '' : `: ${plain(gist)}`}`).join('\n'),
  };
}

/** A new process note. */
export function newProcessNote(
  name: string,
  description: ProcessDescription,
  owner: string,
  today: CalendarDate,
): string {
  const { trigger, steps, exceptions, metric } = processSections(description);
  const list = (lines: readonly string[], mark: (index: number) => string): string =>
    lines.length === 0 ? `${mark(0)} \n` : lines.map((line, index) => `${mark(index)} ${line}\n`).join('');
  return `---\ntype: process\nowner: ${owner === '' ? '' : JSON.stringify(owner)}\nverified: ${today}\nreview: 90\n---\n# ${plain(name)}\n\n## Trigger\n${trigger}\n\n## Steps\n${list(steps, (index) => `${index + 1}.`)}\n## Exceptions\n${list(exceptions, () => '-')}\n## Metric\n${metric}\n`;
}

/** A new playbook around its blocks; what a person writes outside of them stays. */
export function newPlaybook(
  name: string,
  processLink: string,
  blocks: Readonly<Record<PlaybookBlock | 'changes', string>>,
): string {
  return `---\ntype: playbook\nprocess: ${JSON.stringify(processLink)}\n---\n# Playbook: ${plain(name)}\n\n${blocks.facts}\n## Steps\n${blocks.steps}\n## Branches and exceptions\n${blocks.exceptions}\n## Learnings\n${blocks.learnings}\n## Good to know\n- \n\n## Changes\n${blocks.changes}`;
}

/** A further process in a playbook that has one already. */
export function playbookSections(name: string, blocks: Readonly<Record<PlaybookBlock, string>>): string {
  return `## ${plain(name)}\n\n${blocks.facts}\n### Steps\n${blocks.steps}\n### Branches and exceptions\n${blocks.exceptions}\n### Learnings\n${blocks.learnings}`;
}

const CHANGES_HEAD = '| Date | Change | Source |\n|-|-|-|';

/** The change log with one more row, newest first; every other line of it stays, whoever wrote it. */
export function withChange(log: string, date: CalendarDate, change: string, source: string): string {
  const cell = (text: string): string => plain(text).replace(/\|/g, '\\|');
  const row = `| ${date} | ${cell(change)} | ${cell(source)} |`;
  const lines = log.replace(/\r\n/g, '\n').trimEnd().split('\n');
  const separator = lines.findIndex((line) => /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line));
  if (separator >= 0) return [...lines.slice(0, separator + 1), row, ...lines.slice(separator + 1)].join('\n');
  return [CHANGES_HEAD, row, ...(log.trim() === '' ? [] : ['', ...lines])].join('\n');
}

/** A step as a line to tick. */
export function runStep(step: ProcessStep): string {
  return stepLine(step).replace(/\.$/, '');
}

/** One run of a process: a checklist. A box with a dash was skipped. */
export function runNote(
  name: string,
  processLink: string,
  release: string,
  today: CalendarDate,
  steps: readonly ProcessStep[],
): string {
  return `---\ntype: run\nprocess: ${JSON.stringify(processLink)}\n${release === '' ? '' : `release: ${JSON.stringify(release)}\n`}status: open\n---\n# ${today} - ${plain(name)}\n\n## Steps\n${steps.map((step) => `- [ ] ${runStep(step)}\n`).join('')}`;
}
