import { isOpen, type TaskMarks } from '../../domain/checklist';
import type { ProcessChangeFact } from '../../domain/note-facts';
import type { Block, ItemBlock, ParagraphBlock } from '../blocks/block';
import { plainText, wikilinks, withoutStruck } from '../inline';
import { itemMetadata } from '../item-metadata';
import { saysChange } from '../process/read-change';
import { sentencesOf } from '../process/sentences';
import { nameInHeading } from './changes-heading';
import { isNoItem } from './no-item';
import { type BlockPlace, spanOf } from './reading';

/** "Process: [[Launch day]]" above what shall change. */
const NAMES_PROCESS = /^(?:\*\*|__)?(?:process|playbook)(?:\*\*|__)?:(?:\*\*|__)?\s*(\S.{0,60})$/i;
/** A line that only names something: a link, bold or not, with or without a colon. */
const ONLY_LINK = /^(?:\*\*|__)?\[\[[^[\]\n]+\]\](?:\*\*|__)?(?:\s+(?:process|playbook))?\s*:?(?:\*\*|__)?$/i;
const BOLD = /^(?:\*\*[^*]{2,60}\*\*|__[^_]{2,60}__):?$/;
const EXPLAINS = /^(?:because|since|why|owner|reason|so that|due|by|context|background|note)\b/i;
const NO_CHANGE =
  /^(?:no|none|nothing)\b.{0,40}\b(?:changes?|updates?)\b|^no changes?\b|^(?:keep|leave) (?:it |everything |all )?as is\b|^thanks?\b|^(?:idea|question|tbd|open)\s*[:?]/i;
const NO_WORDS = /^(?:!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?|#\S+)$/;
const FEW_WORDS = 5;
const BLOCKS_A_STEP = 8;
const MOST_CHILDREN = 50;

/** What the sections "Process change" of a note ask for: each item, or paragraph, with what stands above it. */
export function* readProcessChanges(
  blocks: readonly Block[],
  places: readonly BlockPlace[],
  taskMarks: TaskMarks,
): Generator<void, ProcessChangeFact[]> {
  if (!places.some(({ kind }) => kind === 'changes')) return [];
  const found: ProcessChangeFact[] = [];
  let heading: readonly string[] = [];
  let label: readonly string[] = [];
  /** Items that only name a process, above those that say what changes. */
  let parents: { readonly depth: number; readonly names: readonly string[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const isOne = places[index]?.kind === 'changes';
    const next = blocks[index + 1];
    if (block.type === 'heading') {
      heading = isOne ? namesIn(block.text, nameInHeading) : [];
      label = [];
      parents = [];
    } else if (isOne && block.type === 'paragraph' && !block.inItem) {
      const words = wordsOf(block);
      parents = [];
      // A callout's title heads what follows in it.
      if (/^\[![\w-]+\]/.test(words)) label = namesIn(words.replace(/^\[![\w-]+\][-+]?\s*/, ''), nameInHeading);
      else if (names(words, next?.type === 'item'))
        label = namesIn(NAMES_PROCESS.exec(words)?.[1] ?? words, (text) => bareName(nameInHeading(text)));
      else found.push(...changeOf(block, words, [...label, ...heading], taskMarks));
    } else if (isOne && block.type === 'item') {
      const words = wordsOf(block);
      const children = childrenOf(blocks, index);
      parents = parents.filter(({ depth }) => depth < block.depth);
      if (
        names(
          words,
          children.length > 0 && !children.some((child) => EXPLAINS.test(child)) && children.some(saysChange),
        )
      )
        parents.push({ depth: block.depth, names: namesIn(NAMES_PROCESS.exec(words)?.[1] ?? words, bareName) });
      // What is nested under a change explains it.
      else if (block.depth === parents.length)
        found.push(
          ...changeOf(
            block,
            words,
            [...parents.flatMap((parent) => parent.names).reverse(), ...label, ...heading],
            taskMarks,
          ),
        );
    }
  }
  return found;
}

/** True for a line that only names what the lines below it are about. */
function names(words: string, hasChanges: boolean): boolean {
  if (ONLY_LINK.test(words)) return true;
  const told = NAMES_PROCESS.exec(words)?.[1];
  if (told !== undefined) return told.split(/\s+/).length <= FEW_WORDS && !saysChange(told);
  if (saysChange(plainText(words)) || /[.!?]["”')*_]*$/.test(words)) return false;
  return (
    BOLD.test(words) ||
    (/:$/.test(words) && words.length < 60) ||
    (hasChanges && words.split(/\s+/).length <= FEW_WORDS)
  );
}

function childrenOf(blocks: readonly Block[], index: number): string[] {
  const own = blocks[index];
  const children: string[] = [];
  for (let at = index + 1; at < blocks.length && children.length < MOST_CHILDREN; at++) {
    const block = blocks[at];
    if (own?.type !== 'item' || block?.type !== 'item' || block.depth <= own.depth) break;
    if (block.depth === own.depth + 1) children.push(plainText(block.text));
  }
  return children;
}

function wordsOf({ text }: ItemBlock | ParagraphBlock): string {
  return withoutStruck(itemMetadata(text.replace(/\s*\n\s*/g, ' ')).text)
    .replace(/\s+/g, ' ')
    .trim();
}

function changeOf(
  block: ItemBlock | ParagraphBlock,
  whole: string,
  under: readonly string[],
  taskMarks: TaskMarks,
): ProcessChangeFact[] {
  const plain = plainText(whole);
  if (plain === '' || isNoItem(plain) || NO_CHANGE.test(plain) || NO_WORDS.test(whole) || /\?$/.test(plain)) return [];
  const isProse = block.type === 'paragraph';
  const mark = isProse ? null : block.mark;
  const { text, fields, doneOn } = itemMetadata(block.text);
  // `[applied:: 2026-01-27]`, `[dropped:: …]`, a ticked or cancelled box, or ✅.
  const settled =
    doneOn !== null ||
    ['applied', 'dropped'].some((key) => (fields[key] ?? '') !== '') ||
    (mark !== null && !isOpen(taskMarks[mark] ?? 'open'));
  return [
    {
      ...spanOf(block.line, block.endLine, plainText(block.text)),
      title: plainText(text),
      words: isProse ? tellingSentence(whole) : whole,
      under,
      mark,
      isProse,
      settled,
    },
  ];
}

/** Of a paragraph the sentence that says that something changes, else the first one; all of it where several say so. */
function tellingSentence(text: string): string {
  const sentences = sentencesOf(text);
  const telling = sentences.filter((sentence) => saysChange(sentence));
  return telling.length > 1 ? text : (telling[0] ?? sentences[0] ?? text);
}

/** Targets of the links of a text; without any, the name in it. */
function namesIn(text: string, name: (text: string) => string): string[] {
  const links = wikilinks(text).map(({ target }) => target);
  if (links.length > 0) return links;
  const found = name(plainText(text));
  return found === '' ? [] : [found];
}

/** "Launch day process:" is "Launch day". */
function bareName(text: string): string {
  return text
    .replace(/[:.\s]+$/, '')
    .replace(/\s+(?:process|playbook)$/i, '')
    .trim();
}
