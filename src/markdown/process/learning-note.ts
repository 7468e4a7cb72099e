import { plainText, wikilinks, withoutStruck } from '../inline';
import { scanWhole } from '../blocks/scan-whole';
import { itemMetadata } from '../item-metadata';
import { readFrontMatter } from '../readers/front-matter';
import { isNoItem } from '../readers/no-item';
import { labelKey } from '../vocabulary';
import { sentencesOf } from './sentences';

/** A note that keeps what was learned. */
export interface LearningNote {
  /** Its first sentence under "What we learned", else its title; '' when it says nothing. */
  readonly gist: string;
  /** Targets of all links in it, properties included: the processes and playbooks among them are where it applies. */
  readonly links: readonly string[];
}

const LEARNED = /^(?:what we (?:have )?learned|what we learnt|learnings?|lessons?(?: learned)?|takeaways?)$/;

/** Reads a learning. */
export function readLearning(text: string): LearningNote {
  const { blocks, frontMatter } = scanWhole(text);
  let title = '';
  let said = '';
  /** Level of the heading "What we learned", while its section goes on. */
  let level: number | null = null;
  const links = new Set(
    readFrontMatter(frontMatter)
      .properties.flatMap(({ values }) => values)
      .flatMap((value) => wikilinks(value).map(({ target }) => target)),
  );
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const row of block.rows) for (const { target } of wikilinks(row.text)) links.add(target);
      continue;
    }
    for (const { target } of wikilinks(withoutStruck(block.text))) links.add(target);
    if (block.type === 'heading') {
      if (LEARNED.test(labelKey(block.text))) ({ level } = block);
      else if (level !== null && block.level <= level) level = null;
      if (block.level === 1 && title === '') title = plainText(block.text);
    } else if (said === '' && level !== null) said = firstSentence(block.text);
  }
  return { gist: said === '' ? title : said, links: [...links] };
}

/** What a reader sees first; '' for a picture, a label, or what is to be filled in. */
function firstSentence(block: string): string {
  const words = withoutStruck(
    itemMetadata(block.replace(/^\[![\w-]+\][-+]?.*(?:\n|$)/, '').replace(/!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)/g, ' '))
      .text,
  );
  const plain = plainText(words).replace(/\s+/g, ' ').trim();
  return plain === '' || isNoItem(plain) || /:$/.test(plain) ? '' : (sentencesOf(plain)[0] ?? '');
}
