import { plainText, wikilinks } from '../inline';
import { scanWhole } from '../blocks/scan-whole';
import { labelKey } from '../vocabulary';
import { sentencesOf } from './sentences';

/** A note that keeps what was learned. */
export interface LearningNote {
  /** Its first sentence under "What we learned", else its title; '' when it says nothing. */
  readonly gist: string;
  /** Targets of all links in it: the processes and playbooks among them are where it applies. */
  readonly links: readonly string[];
}

/** Reads a learning. */
export function readLearning(text: string): LearningNote {
  let section = '';
  let title = '';
  let said = '';
  const links = new Set<string>();
  for (const block of scanWhole(text).blocks) {
    const source = block.type === 'table' ? block.rows.map((row) => row.text).join('\n') : block.text;
    for (const { target } of wikilinks(source)) links.add(target);
    if (block.type === 'heading') {
      section = labelKey(block.text);
      if (block.level === 1 && title === '') title = plainText(block.text);
    } else if (said === '' && /^(?:what we (?:have )?learned|what we learnt|learnings?|lessons?(?: learned)?|takeaways?)$/.test(section)) said = sentencesOf(plainText(source).replace(/\s+/g, ' ').trim())[0] ?? '';
  }
  return { gist: said === '' ? title : said, links: [...links] };
}
