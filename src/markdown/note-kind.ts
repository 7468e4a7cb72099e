import type { NoteFacts, NoteKind } from '../domain/note-facts';
import type { Block } from './blocks/block';
import { type FrontMatter, property } from './readers/front-matter';

const MATTERS = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\]\n]\][ \t]|^[ \t>]*#{1,6}[ \t][^\n]*(?:release|launch|go[/ -]?no[- ]?go|risk|blocker|dependenc|action|next steps|retro|checklist|to-?do|decision)|^[ \t>*_+-]*(?:release|target|launch|ship|go[/-]?live|go\/?no-?go|owner|dri|ga)\b[^\n]{0,40}[:|]|^aliases?:|^\|[^\n]*\brelease\b/im;

/** Cheap test over the whole text: could this note state anything that Shipshape follows? Misses nothing that the reader would find. */
export function mayMatter(text: string): boolean {
  return MATTERS.test(text) || text.startsWith('---') || text.startsWith('\ufeff');
}

/** What a note is, from its own words first and its place second. */
export function noteKindOf(facts: Pick<NoteFacts, 'path' | 'title' | 'asOfSource' | 'releases' | 'tasks' | 'risks' | 'actions' | 'dependencies' | 'scalars'>, frontMatter: FrontMatter, blocks: readonly Block[]): NoteKind {
  const name = (facts.path.split('/').pop() ?? '').replace(/\.md$/i, '');
  const named = `${name} ${facts.title ?? ''}`;
  const type = property(frontMatter, 'type', 'kind')?.values[0]?.toLowerCase() ?? '';
  if (/\bretro(?:spective)?\b|post-?mortem/i.test(named) || type === 'retro') return 'retro';
  if (/^process|^playbook/.test(type) || /(?:^|\/)(?:Processes|Playbooks)\//.test(facts.path)) return 'process';
  if (/^(?:person|team|people|stakeholder)$/.test(type) || /(?:^|\/)(?:Relationships|People|Teams)\//.test(facts.path)) return 'person';
  if (/^checklist$/i.test(name)) return 'checklist';
  if (/^plan$/i.test(name) || type === 'release') return 'release';
  if (facts.asOfSource !== 'file' || /(?:^|\/)(?:Meetings|Daily|Journal)\//.test(facts.path) || blocks.some((block) => block.type === 'heading' && /^(?:attendees|agenda|minutes)\b/i.test(block.text))) return 'meeting';
  if (facts.releases.length > 0) return 'release';
  if (/\bchecklist\b/i.test(named) || facts.tasks.length > 0) return 'checklist';
  return facts.actions.length + facts.risks.length + facts.dependencies.length > 0 ? 'meeting' : 'plain';
}
