import type { StatusBlock } from './status-sentence';
import type { StatusUpdate } from './status-update';

/** How a text is marked up. */
export const STATUS_FORMATS = ['markdown', 'slack', 'plain'] as const;
/** One of them. */
export type StatusFormat = (typeof STATUS_FORMATS)[number];

interface Marks {
  readonly escape: (text: string) => string;
  /** With the blank line that a list needs behind it in every reader of Markdown. */
  readonly heading: (text: string) => string;
  readonly item: string;
}

/** Words of a note are text in every format: nothing in them becomes a mark, a link or a mention. */
const MARKS: Readonly<Record<StatusFormat, Marks>> = {
  markdown: {
    escape: (text) => text.replace(/[\\`*_[\]<>~|$]/g, '\\$&').replace(/(^|\s)([#%=])/g, '$1\\$2'),
    heading: (text) => `**${text}**\n`,
    item: '- ',
  },
  slack: {
    escape: (text) =>
      text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        // A sign of no width keeps marks and mentions from being read as such.
        .replace(/[*_~`@]/g, '$&\u2060'),
    heading: (text) => `*${text}*`,
    item: '• ',
  },
  plain: { escape: (text) => text, heading: (text) => `${text}:`, item: '- ' },
};

/** The update as text in a format. */
export function renderStatus({ blocks }: Pick<StatusUpdate, 'blocks'>, format: StatusFormat): string {
  return blocks.map((block) => renderBlock(block, MARKS[format])).join('\n\n');
}

function renderBlock({ heading, isList, items }: StatusBlock, { escape, ...marks }: Marks): string {
  const lines = items.map((item) => {
    const text = escape(item.map((one) => one.text).join(' '));
    return isList ? `${marks.item}${text}` : text;
  });
  return [...(heading === '' ? [] : [marks.heading(heading)]), ...lines].join('\n');
}
