import type { NoteFacts, NoteKind } from '../domain/note-facts';
import { baseName } from '../domain/note-path';
import { anyWord } from './any-word';
import type { Block } from './blocks/block';
import { type FrontMatter, property } from './readers/front-matter';
import type { ReaderOptions } from './readers/reading';
import { labelKey, type Vocabulary } from './vocabulary';

const triggers = new WeakMap<Vocabulary, RegExp>();

/**
 * One pattern for all that the reader could make a fact of: boxes, labels at a line's start, headings with a word or
 * version.
 */
function triggerOf(vocabulary: Vocabulary): RegExp {
  const known = triggers.get(vocabulary);
  if (known) return known;
  const all = new Set(
    [...Object.values(vocabulary.fields), ...Object.values(vocabulary.sections)].flat().map(labelKey),
  );
  all.delete('');
  // "target" already finds "target date"; fewer words make a pattern that compiles and runs faster.
  const words = [...all].filter((word) => !firstWords(word).some((start) => all.has(start)));
  const any = anyWord(words, (character) => (character === ' ' ? '[^a-z0-9\\n]*' : character));
  const trigger = new RegExp(
    [
      '^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)+\\[[^\\]\\n]\\][ \\t]',
      `^[ \\t>]*(?:#{1,6}[ \\t]|\\[!)[^\\n]*(?:${any}|\\d\\.\\d|\\bv\\d)`,
      `^[^a-z\\n]{0,12}(?:${any})[^\\n]{0,40}[:|=*_–—-]`,
      '^[^\\n]{1,80}\\n(?:=+|-+)[ \\t]*\\r?$',
      '^aliases?[ \\t]*:|^(?:type|kind)[ \\t]*:[ \\t]*["\']?(?:release|request)|::',
    ].join('|'),
    'im',
  );
  triggers.set(vocabulary, trigger);
  return trigger;
}

/** "go live date" begins with "go" and "go live". */
function firstWords(label: string): string[] {
  const parts = label.split(' ');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(' '));
}

/** Cheap test over the whole text: could this note state anything that Shipshape follows? */
export function mayMatter(text: string, vocabulary: Vocabulary): boolean {
  return triggerOf(vocabulary).test(text);
}

const CHARACTERS_A_STEP = 100_000;

/**
 * The same in steps; a trigger never needs more than two lines, so each step begins with the last line of the one
 * before.
 */
export function* mayMatterInSteps(text: string, vocabulary: Vocabulary): Generator<void, boolean> {
  for (let from = 0; ;) {
    const end =
      text.length - from <= CHARACTERS_A_STEP ? text.length : text.lastIndexOf('\n', from + CHARACTERS_A_STEP);
    // A line that is longer than a step is not read.
    const stop = end > from ? end : from + CHARACTERS_A_STEP;
    if (mayMatter(text.slice(from, stop), vocabulary)) return true;
    if (stop >= text.length) return false;
    yield;
    const last = text.lastIndexOf('\n', stop - 1) + 1;
    from = last > from ? last : stop;
  }
}

/** True when a note's file name or title calls it a retrospective. */
export function isNamedRetro(path: string, title: string): boolean {
  return /\bretro(?:spective)?\b|post-?mortem/i.test(`${baseName(path)} ${title}`);
}

/** What the plugin writes for people to read, by the type in its properties. */
const TELLING: ReadonlySet<string> = new Set(['learning', 'status-update']);

/** True for a note that keeps what was learned or told, as it says of itself: nothing in it is followed. */
export function tellsOnly(frontMatter: FrontMatter): boolean {
  return TELLING.has(property(frontMatter, 'type', 'kind')?.values[0]?.toLowerCase() ?? '');
}

/** Types that say nothing of whether a note is of one day. */
const ANY_TYPE = /^(?:resource|notes?|docs?|document|post|article|content)?$/;
const TALKS =
  /\b(?:meeting|sync|minutes|stand-?up|call|kick-?off|1:1|debrief|(?:meeting|team|call|sync|planning|weekly) (?:notes|log)|protokoll|besprechung|compte[ -]rendu|réunion|reunión|acta|ata|reunião|会议|議事録)\b|会议|議事録/i;
const TALK_HEADING =
  /^(?:attendees|participants|present|agenda|minutes|attendance|apologies|teilnehmer|tagesordnung|présents|participants|ordre du jour|asistentes|participantes|presentes|pauta|orden del día)\b|^(?:参会|与会|参加者|出席者|議題|议题)/i;
const CHECKLIST_NAME =
  /\b(?:check-?list|readiness|run-?book|go-?live|plan|tracker|template|checkliste|lista)\b|清单|チェックリスト|计划/i;

const RELEASE_PAGE =
  /^[\d\s./:,–—-]{0,24}(?:release|launch)(?:\s*:|\s+(?:plan|checklist|page|status|brief|tracker)\b|\s+v?\d)/i;

/**
 * A note of one day: its date stands in its name or title, or it is a meeting's log, a retro or a decision; plans and
 * checklists live on.
 */
export function isRecord(
  path: string,
  source: NoteFacts['asOfSource'],
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  folders: KindFolders,
): boolean {
  const title = blocks.slice(0, 200).find((block) => block.type === 'heading');
  const named = `${baseName(path)} ${title?.type === 'heading' ? title.text : ''}`;
  const type = property(frontMatter, 'type', 'kind')?.values[0]?.toLowerCase() ?? '';
  if (/^(?:meeting|retro|decision|log|daily|minutes)/.test(type) || isNamedRetro(path, named)) return true;
  if (!ANY_TYPE.test(type) || /^(?:plan|checklist)$/i.test(baseName(path))) return false;
  // "2026-02-01 Release: v1" is a page of that release, whatever its day.
  if (RELEASE_PAGE.test(title?.type === 'heading' ? title.text : '')) return false;
  const first = blocks.slice(0, 400);
  if (
    isTalk(
      path,
      named,
      folders,
      first.flatMap((block) => (block.type === 'heading' ? [block.text] : [])),
    ) ||
    /(?:^|\/)(?:Daily|Journal)\//.test(path) ||
    first.some(
      (block) => block.type === 'paragraph' && /^(?:\*\*|__)?(?:attendees|participants|present)\b/i.test(block.text),
    )
  )
    return true;
  return (source === 'file-name' || source === 'title') && !CHECKLIST_NAME.test(named);
}

/** True for the log of a meeting, by its place, its name and title, or its headings. */
export function isTalk(
  path: string,
  named: string,
  folders: Pick<KindFolders, 'meetings'>,
  headings: readonly string[],
): boolean {
  return (
    TALKS.test(named) ||
    isBelow(path, folders.meetings) ||
    /(?:^|\/)Meetings\//.test(path) ||
    headings.some((heading) => TALK_HEADING.test(heading))
  );
}

/** True for a note in the folder of one release. */
export function isReleasePath(path: string, folders: Pick<ReaderOptions['folders'], 'releases'>): boolean {
  const last = folders.releases.split('/').pop() ?? '';
  if (last === '') return false;
  const at = `/${path}`.indexOf(`/${last}/`);
  return at >= 0 && path.slice(at + last.length + 1).includes('/');
}

const CLOSED = /^(?:closed|done|declined|rejected|answered|resolved|cancell?ed|shipped)$/i;

/** Where a person keeps notes of a kind. */
type KindFolders = ReaderOptions['folders'];

/** True for a note in the folder of requests, or in one of that name. */
export function isRequestPath(path: string, folders: KindFolders): boolean {
  return isBelow(path, folders.requests) || /(?:^|\/)Requests\//i.test(path);
}

function isBelow(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => folder !== '' && path.startsWith(`${folder}/`));
}

/** What a note is, from its own words first and its place second. */
export function noteKindOf(
  facts: Pick<
    NoteFacts,
    'path' | 'title' | 'asOfSource' | 'releases' | 'tasks' | 'risks' | 'actions' | 'dependencies' | 'scalars'
  >,
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  folders: KindFolders,
): NoteKind {
  const name = baseName(facts.path);
  const type = property(frontMatter, 'type', 'kind')?.values[0]?.toLowerCase() ?? '';
  if (isNamedRetro(facts.path, facts.title ?? '') || type === 'retro') return 'retro';
  if (type === 'request' || (type === '' && isRequestPath(facts.path, folders)))
    return CLOSED.test(property(frontMatter, 'status', 'state')?.values[0] ?? '') ? 'plain' : 'request';
  if (
    /^process|^playbook/.test(type) ||
    isBelow(facts.path, folders.processes, folders.playbooks) ||
    /(?:^|\/)(?:Processes|Playbooks)\//.test(facts.path)
  )
    return 'process';
  if (
    /^(?:person|team|people|stakeholder)$/.test(type) ||
    isBelow(facts.path, folders.relationships) ||
    /(?:^|\/)(?:Relationships|People|Teams)\//.test(facts.path)
  )
    return 'person';
  if (/^checklist$/i.test(name)) return 'checklist';
  if (/^plan$/i.test(name) || type === 'release') return 'release';
  if (
    facts.asOfSource !== 'file' ||
    isBelow(facts.path, folders.meetings) ||
    /(?:^|\/)(?:Meetings|Daily|Journal)\//.test(facts.path) ||
    blocks.some((block) => block.type === 'heading' && /^(?:attendees|agenda|minutes)\b/i.test(block.text))
  )
    return 'meeting';
  if (facts.releases.length > 0) return 'release';
  if (/\bchecklist\b/i.test(`${name} ${facts.title ?? ''}`) || facts.tasks.length > 0) return 'checklist';
  return facts.actions.length + facts.risks.length + facts.dependencies.length > 0 ? 'meeting' : 'plain';
}
