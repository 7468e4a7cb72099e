import { lazily } from '../../domain/lazily';
import { baseName } from '../../domain/note-path';
import { type Proposal, PROPOSALS_ID } from '../../domain/proposal';
import { normalizedText } from '../../domain/text-similarity';
import type { Block, TableBlock } from '../blocks/block';
import type { ReadFeature, ReadNote } from '../feature';
import { partyLinks, plainText } from '../inline';
import { isTalk } from '../note-kind';
import { partyOfLabel } from '../readers/work-item';
import type { SectionKind } from '../vocabulary';
import { nameBehind } from './actions';
import { isSomebody } from './grammar';
import { proposalIn } from './propose';
import { sentencesOf } from './sentences';
import { standUp } from './stand-up';

/** So many sentences of one note are asked about; a note with more is no record of a meeting. */
const MOST_PROPOSALS = 60;
const CHARACTERS_A_STEP = 500;
/** A note of more blocks is no record of one meeting. */
const LONGEST_NOTE = 3000;
const MOST_ROWS = 60;
const MOST_BLOCKS = 400;
const LONGEST_ITEM = 300;
/** What stands in these sections is no talk, or is read as what it is. */
const SETTLED_SECTIONS: ReadonlySet<SectionKind> = new Set(['attendance', 'changes']);
/** "**Ann:** I will …" */
const SPEAKER = lazily(
  () =>
    new RegExp(
      String.raw`^(?:\*\*|__)?(?:\[(\p{L}[^:*_\n[\]]{1,30})\](?:\*\*|__)?:?|(\p{L}[^:*_\n[\]]{1,40}?)(?:\*\*|` +
        String.raw`__)?(?:\s?:(?:\*\*|__)?|\s[–—-]))\s+(?=\S)`,
      'u',
    ),
);
/** Initials, a first name, or a whole one. */
const SPEAKS = lazily(() => /^(?:[A-Z]{2,4}|\p{Ll}[\p{L}\p{N}_-]{2,20}|\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*)?)$/u);

/** Sentences of records that a careful reader would take for commitments, and that are not read as sure. */
export const PROPOSALS: ReadFeature<readonly Proposal[]> = {
  id: PROPOSALS_ID,
  version: 2,
  mayConcern: (path, { processes, playbooks, relationships, history }) =>
    ![processes, playbooks, relationships, history].some((folder) => folder !== '' && path.startsWith(`${folder}/`)),
  readsProse: (path, folders) => isTalk(path, baseName(path), folders, []),
  *readNote(note) {
    if (!note.isRecord || note.blocks.length > LONGEST_NOTE) return null;
    const taken = linesOf(note);
    yield;
    const people = new Set([...note.people, ...namesAtEnds(note.blocks)]);
    const found: Proposal[] = [];
    let looked = 0;
    const plans = standUp(people);
    for (const [index, block] of note.blocks.entries()) {
      if (found.length >= MOST_PROPOSALS) break;
      const planned = plans.take(block);
      if (block.type === 'heading' || taken.has(block.line + 1)) continue;
      const place = note.placeAt(index);
      if (place?.kind && SETTLED_SECTIONS.has(place.kind)) continue;
      for (const text of block.type === 'table' ? cellsOf(block) : [block]) {
        const told = proposalsOf(text, { ...note, people }, place).filter(({ line }) => !taken.has(line));
        found.push(...(planned ? ofPlan(planned, block, told) : told));
        looked += text.text.length;
        if (looked < CHARACTERS_A_STEP) continue;
        looked = 0;
        yield;
      }
    }
    yield;
    const isSaid = saidIn(note);
    const asked = found.filter((proposal) => !isSaid(proposal)).slice(0, MOST_PROPOSALS);
    return asked.length > 0 ? asked : null;
  },
};

/** A line of somebody's plans: whatever its words, it is work, and theirs where it names nobody else. */
function ofPlan(
  { who, what }: { readonly who: string; readonly what: string },
  { line }: Block,
  told: readonly Proposal[],
): readonly Proposal[] {
  if (told.length > 0)
    return told.map((proposal) => (proposal.kind === 'action' ? { ...proposal, who: proposal.who ?? who } : proposal));
  return [{ line: line + 1, text: what, kind: 'action', who, what, due: null, direction: null }];
}

/** True for what a line of the note says already: an accepted proposal is one. */
function saidIn({ facts, blocks, placeAt }: ReadNote): (proposal: Proposal) => boolean {
  const sure = [...facts.actions, ...facts.dependencies, ...facts.risks].map(({ text }) => normalizedText(text));
  const decided = blocks.flatMap((block, index) =>
    block.type === 'item' && placeAt(index)?.kind === 'decisions' ? [normalizedText(plainText(block.text))] : [],
  );
  return ({ kind, what }) => {
    const said = normalizedText(what);
    const isDecision = kind === 'decision' || kind === 'date';
    return said !== '' && (isDecision ? decided : sure).some((line) => line.includes(said));
  };
}

/** 1-based lines of which something is sure. */
function linesOf({ facts }: ReadNote): ReadonlySet<number> {
  const lines = new Set<number>();
  const { tasks, actions, dependencies, risks, changes } = facts;
  // A day that belongs to no release is nobody's yet.
  const scalars = facts.scalars.filter(({ release }) => release >= 0);
  for (const list of [tasks, actions, dependencies, risks, scalars, changes])
    for (const { line, endLine } of list) for (let at = line; at <= Math.min(endLine, line + 50); at++) lines.add(at);
  return lines;
}

/** Names that stand behind two items or more: "… (Ann)", "… – Ann – Feb 3", in lower case. */
function namesAtEnds(blocks: readonly Block[]): string[] {
  const counts = new Map<string, number>();
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    if (block.type !== 'item' || block.text.length > LONGEST_ITEM) continue;
    const name = nameBehind(block.text)?.toLowerCase();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name);
}

/** "Notes: bring this up" is said like "Bring this up". */
function withoutLabel(text: string): string {
  return text.replace(/^(?:notes?|discussion|comments?|status|updates?|summary|fyi)\s?:\s+(?=\S)/i, '');
}

/** Some text that stands together. */
type Text = Pick<Extract<Block, { type: 'item' | 'paragraph' }>, 'type' | 'line' | 'text'>;

/** What stands in the cells of a table, each for itself; `<br>` parts what is said in one. */
function cellsOf({ rows }: TableBlock): Text[] {
  return rows.slice(0, MOST_ROWS).flatMap(({ cells, line }) =>
    cells
      .flatMap((cell) => cell.split(/<br\s*\/?>/i))
      .filter((cell) => cell.includes(' '))
      .map((text) => ({ type: 'item' as const, line, text: text.trim() })),
  );
}

function proposalsOf(block: Text, { dates, people }: ReadNote, place: ReturnType<ReadNote['placeAt']>): Proposal[] {
  const isDecided = place?.kind === 'decisions';
  const known = new Set([...people, ...partyLinks(block.text).map(({ target }) => baseName(target).toLowerCase())]);
  const led = SPEAKER().exec(block.text);
  const name = led?.[1] ?? led?.[2] ?? '';
  const said = partyOfLabel(name) ?? (SPEAKS().test(name) && isSomebody(name, known) ? name : null);
  const speaker = said ?? partyOfLabel(place?.label ?? '');
  const own = said !== null && led ? block.text.slice(led[0].length) : block.text;
  // Line by line: where a sentence begins is asked for.
  const text = own.split('\n').map(plainText).join('\n');
  return sentencesOf(withoutLabel(text)).flatMap((sentence) => {
    const proposal = proposalIn(sentence.text, {
      dates,
      people: known,
      speaker,
      isLed: said !== null,
      isItem: block.type === 'item',
      isDecided,
    });
    return proposal ? [{ line: block.line + 1 + sentence.offset, ...proposal }] : [];
  });
}
