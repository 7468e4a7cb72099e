import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { lazily } from '../../domain/lazily';
import { PAGE_STYLE } from './page-style';

/**
 * A page as one file for people without Obsidian: nothing in it runs, nothing is fetched. Words are escaped by the
 * renderer; the policy in its head forbids scripts even so.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP
 */
export function pageFile(title: string, body: JSX.Element): string {
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, title),
      h('style', null, PAGE_STYLE),
    ),
    h('body', null, body),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** Characters that no XML file may hold. */
const NOT_XML = lazily(() => /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu);

/** A picture as a file of its own. */
export function pictureFile(picture: JSX.Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(picture).replace(NOT_XML(), '')}\n`;
}
