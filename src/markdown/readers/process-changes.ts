import type { TaskMarks } from '../../domain/checklist';
import { isOpen } from '../../domain/checklist';
import type { ProcessChangeFact } from '../../domain/note-facts';
import type { Block, ItemBlock, ParagraphBlock } from '../blocks/block';
import { plainText, wikilinks, withoutStruck } from '../inline';
import { itemMetadata } from '../item-metadata';
import { isNoItem } from './no-item';
import { type BlockPlace, spanOf } from './reading';

/** "Process: [[Launch day]]", "For: Launch day" above what shall change. */
const NAMES_PROCESS = /^(?:\*\*|__)?(?:process|playbook|for|in|about)(?:\*\*|__)?:(?:\*\*|__)?\s*(\S.{0,80})$/i;
/** A line that only names something: a link, with or without a colon. */
const ONLY_LINK = /^(?:\*\*|__)?\[\[[^[\]\n]+\]\](?:\*\*|__)?\s*:?(?:\*\*|__)?$/;
/** A bold line, or one that ends in a colon, heads what follows. */
const LABEL = /^(?:(?:\*\*|__).{2,60}(?:\*\*|__):?|.{2,60}:)$/;

/** What the sections "Process change" of a note ask for: each item, or paragraph, with what stands above it. */
export function readProcessChanges(blocks: readonly Block[], places: readonly BlockPlace[], taskMarks: TaskMarks): ProcessChangeFact[] {
  if (!places.some(({ kind }) => kind === 'changes')) return [];
  const found: ProcessChangeFact[] = [];
  let heading: readonly string[] = [];
  let label: readonly string[] = [];
  /** Items that only name a process, above those that say what changes. */
  let parents: { readonly depth: number; readonly names: readonly string[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const isOne = places[index]?.kind === 'changes';
    if (block.type === 'heading') {
      heading = isOne ? namesIn(block.text, true) : [];
      label = [];
      parents = [];
    } else if (isOne && block.type === 'paragraph' && !block.inItem) {
      const words = wordsOf(block);
      const named = processNamed(words);
      parents = [];
      if (named !== null) label = namesIn(named, false);
      else if (LABEL.test(words)) label = namesIn(words, true);
      else found.push(...changeOf(block, words, [...label, ...heading], taskMarks));
    } else if (isOne && block.type === 'item') {
      const words = wordsOf(block);
      const named = processNamed(words);
      parents = parents.filter(({ depth }) => depth < block.depth);
      if (named !== null) parents.push({ depth: block.depth, names: namesIn(named, false) });
      // What is nested under a change explains it.
      else if (block.depth === parents.length) found.push(...changeOf(block, words, [...parents.flatMap(({ names }) => names).reverse(), ...label, ...heading], taskMarks));
    }
  }
  return found;
}

function wordsOf({ text }: ItemBlock | ParagraphBlock): string {
  return withoutStruck(itemMetadata(text.replace(/\s*\n\s*/g, ' ')).text).replace(/\s+/g, ' ').trim();
}

function processNamed(words: string): string | null {
  return ONLY_LINK.test(words) ? words : (NAMES_PROCESS.exec(words)?.[1] ?? null);
}

function changeOf(block: ItemBlock | ParagraphBlock, words: string, under: readonly string[], taskMarks: TaskMarks): ProcessChangeFact[] {
  if (words === '' || isNoItem(plainText(words))) return [];
  const mark = block.type === 'item' ? block.mark : null;
  const { text, fields, doneOn } = itemMetadata(block.text);
  // `[applied:: 2026-01-27]`, `[reason:: …]`, a ticked or cancelled box, or ✅.
  const settled = doneOn !== null || ['applied', 'reason'].some((key) => (fields[key] ?? '') !== '') || (mark !== null && !isOpen(taskMarks[mark] ?? 'open'));
  return [{ ...spanOf(block.line, block.endLine, plainText(block.text)), title: plainText(text), words, under, mark, isProse: block.type === 'paragraph', settled }];
}

/** Targets of the links of a text; without any, the name after its colon, or all of it. */
function namesIn(text: string, afterColon: boolean): string[] {
  const links = wikilinks(text).map(({ target }) => target);
  if (links.length > 0) return links;
  const plain = plainText(text).replace(/[:.\s]+$/, '');
  const name = afterColon ? (/[:–—|]\s*(.+)$/.exec(plain)?.[1] ?? (/process|playbook|prozess|cambio/i.test(plain) ? '' : plain)) : plain;
  return name.trim() === '' ? [] : [name.trim()];
}
