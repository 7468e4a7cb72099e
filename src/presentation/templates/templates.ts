import { DASHBOARD_SPEC, QUARTERLY_PLANNING, TOOL_EVALUATION } from './analytics';
import { CHECKLIST, RETRO } from './checklist';
import { LEARNING } from './learning';
import { IDEA, MEETING_LOG, REQUEST } from './meeting-log';
import { PROCESS_DOC, TRAINING_GUIDE } from './process-doc';
import { RELEASE_PLAN } from './release-plan';

/** A template by its file name; `subject` is the placeholder that names a new note made from it. */
export interface TemplateSource {
  readonly name: string;
  readonly text: string;
  readonly subject: string | null;
}

/** Every template that comes with the plugin. The names are those of the files in the templates folder. */
export const TEMPLATES: readonly TemplateSource[] = [
  { name: 'Release Plan', text: RELEASE_PLAN, subject: 'release' },
  { name: 'Release Checklist', text: CHECKLIST, subject: 'release' },
  { name: 'Release Retro', text: RETRO, subject: 'release' },
  { name: 'Meeting Log', text: MEETING_LOG, subject: 'meeting' },
  { name: 'Process Doc', text: PROCESS_DOC, subject: 'process' },
  { name: 'Dashboard Spec', text: DASHBOARD_SPEC, subject: 'dashboard' },
  { name: 'Tool Evaluation', text: TOOL_EVALUATION, subject: 'tool' },
  { name: 'Quarterly Planning', text: QUARTERLY_PLANNING, subject: 'quarter' },
  { name: 'Training Guide', text: TRAINING_GUIDE, subject: 'training' },
  { name: 'Learning', text: LEARNING, subject: 'learning' },
  { name: 'Request', text: REQUEST, subject: 'request' },
  { name: 'Idea', text: IDEA, subject: 'request' },
];

/** Size of a company: 1 for 1–100 people, 2 for 100–1k, 3 for 1k–10k, 4 above. */
export type CompanySize = 1 | 2 | 3 | 4;

const SIZE_MARK = /[ \t]*%% size (\d)\+ %%/;

/** A template as it is written for a company of this size: lines for larger ones are left out. */
export function sizedTemplate(text: string, size: CompanySize): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const mark = SIZE_MARK.exec(line);
      if (mark && Number(mark[1]) > size) return [];
      return mark ? [line.replace(SIZE_MARK, '')] : [line];
    })
    .join('\n');
}

/** The template of this name, or null. */
export function templateNamed(name: string): TemplateSource | null {
  return TEMPLATES.find((template) => template.name === name) ?? null;
}
