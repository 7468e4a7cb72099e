import { readXml } from '../files/xml';

/** Elements of HTML that are kept as they are, without their attributes save those below. */
const KEPT = new Set(
  [
    'p',
    'br',
    'hr',
    'ul',
    'ol',
    'li',
    'table',
    'tbody',
    'thead',
    'tr',
    'th',
    'td',
    'strong',
    'b',
    'em',
    'i',
    'u',
  ].concat([
    's',
    'del',
    'code',
    'pre',
    'blockquote',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'a',
    'sub',
    'sup',
    'div',
    'span',
  ]),
);
const EMPTY = new Set(['br', 'hr']);
/** Macros that only make a frame or fetch something: what stands in them is kept, what they would fetch is named. */
const PARAMETERS = new Set(['ac:parameter', 'ac:task-id', 'ac:task-uuid', 'ac:placeholder']);

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const quoted = (text: string): string => escaped(text).replace(/"/g, '&quot;');

/**
 * A page in Confluence's storage form as plain HTML: tasks as boxes, code as code, links and pictures by their names,
 * other macros by what stands in them. Scripts, styles and attributes are left out.
 */
export function plainHtml(storage: string): string {
  const out: string[] = [];
  let silent = 0;
  let target = '';
  readXml(`<root>${storage}</root>`, {
    open: (name, attributes) => {
      if (PARAMETERS.has(name) || name === 'script' || name === 'style' || name === 'head') silent++;
      if (silent > 0) return;
      if (name === 'ac:plain-text-body') out.push('<pre><code>');
      else if (name === 'ac:task') out.push('<li>');
      else if (name === 'ac:task-list') out.push('<ul>');
      else if (name === 'ri:page') target = attributes['ri:content-title'] ?? '';
      else if (name === 'ri:attachment') out.push(escaped(`(${attributes['ri:filename'] ?? ''})`));
      else if (name === 'ri:user') out.push(escaped(attributes['ri:username'] ?? attributes['ri:account-id'] ?? ''));
      else if (name === 'time') out.push(escaped(attributes['datetime'] ?? ''));
      else if (name === 'a') out.push(`<a href="${quoted(attributes['href'] ?? '')}">`);
      else if (KEPT.has(name)) out.push(`<${name}>`);
    },
    text: (text, parent) => {
      if (silent > 0) return;
      if (parent === 'ac:task-status') out.push(text.trim() === 'complete' ? '[x] ' : '[ ] ');
      else out.push(escaped(text));
    },
    close: (name) => {
      const isSilent = PARAMETERS.has(name) || name === 'script' || name === 'style' || name === 'head';
      if (isSilent) silent--;
      else if (silent > 0) return;
      else if (name === 'ac:plain-text-body') out.push('</code></pre>');
      else if (name === 'ac:task') out.push('</li>');
      else if (name === 'ac:task-list') out.push('</ul>');
      else if (name === 'ac:link') {
        if (target !== '') out.push(escaped(`[[${target.replace(/[[\]|#^]/g, ' ')}]]`));
        target = '';
      } else if (KEPT.has(name) && !EMPTY.has(name)) out.push(`</${name}>`);
    },
  });
  return out.join('');
}
