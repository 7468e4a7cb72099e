import { lazily } from '../../domain/lazily';
import type { ReleaseIdentity } from '../../domain/release-identity';
import { words } from '../vocabulary';

const LETTER = lazily(() => /\p{L}/u);
/** What kind of page a title can say that a note is, as a pattern. */
export const KIND =
  '(?:plan|planning|readiness|checklist|brief|status|tracker|kick-?off|retro(?:spective)?|' +
  'review|overview|page|meeting|sync)';

/** Words that are no release's name by themselves: "Product launch checklist" is a form. */
const NO_NAME = new Set(
  words(
    `the, a, an, our, my, your, new, general, generic, standard, sample, example, full, complete, final, pre,
     post, soft, hard, beta, alpha, major, minor, patch, hotfix, hot-fix, production, public, private,
     internal, product, app, apps, application, mobile, web, website, site, project, feature, features,
     software, service, services, platform, system, company, startup, team, quarterly, weekly, monthly, next,
     last, release, releases, launch, version, versions, package, packages, library, plugin, plugins,
     developer, developers, maintainer, maintainers, owner, owners, everyone, user, users, ml, ai, model,
     game, book, store, play, npm, pypi, docker, github, open, source, open-source, saas, mvp, and, or, of,
     for, to, in, on, with`,
  ),
);

/** True for words none of which names a release. */
export function isNoName(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s,/&]+/)
    .every((word) => word === '' || word === '-' || NO_NAME.has(word));
}

/** Further kinds of page that stand behind "release". */
const PAGE =
  'notes?|window|team|page|timeline|schedule|road-?map|calendar|record|playbook|progress|milestones?|' +
  'go\\s*/?\\s*no-?\\s?go|decision';
const TITLE_NOISE = lazily(
  () =>
    new RegExp(
      [
        `\\b(?:release|launch|go-live)\\b(?:\\s+(?:${KIND}|${PAGE}))*\\s*$`,
        `^\\s*(?:release|launch|go-live)\\b(?:\\s+(?:${KIND}|notes?|window|team))*`,
        '\\bgo\\s*/?\\s*no-?\\s?go\\b(?:\\s+(?:decision|record|meeting|review|call|log|memo|checklist))*',
        `\\bdecision(?: record)?\\s*$|\\b${KIND}\\b|\\bweekly\\b|\\bminutes\\b|\\bagenda\\b|\\bnotes\\b`,
      ].join('|'),
      'giu',
    ),
);

/** The identity that is left of a title without the words that say what kind of page it is. */
export function withoutKindWords(identity: ReleaseIdentity): ReleaseIdentity {
  return { version: identity.version, name: titleName(identity.name ?? '') };
}

function titleName(text: string): string | null {
  const name = text
    .replace(TITLE_NOISE(), ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.·|•–—()-]+|[\s:,.·|•–—()-]+$/g, '')
    .replace(
      /^(?:for|of|de|du|da|do|del)\s+(?:(?:publicaci[oó]n|publicação|lancement|lanzamiento|lançamento)\s*)?/i,
      '',
    )
    .replace(/\s+:\s*/g, ': ')
    .replace(/^:\s*/, '');
  // "Launch marketing – Aimily": the part that only says what it is goes.
  const parts = name.split(/ [–—|-] /).filter((part) => !isDocumentWord(part));
  return LETTER().test(name) && parts.length > 0 ? parts.join(' – ') : null;
}

const DOCUMENT_WORDS = new Set(
  words(
    `current, verdict, certification, marketing, communication, communications, go, gtm, strategy, roadmap,
     operations, reminder, lanzamiento, lançamento, lancement, veröffentlichung, de, del, du, da, do, des,
     la, le, summary, executive, report, overview, brief, document, doc, notes, note, tracking, tracker,
     update, updates, draft, checklist, assessment, evaluation, analysis, review, pre, post, criteria, gate,
     gates, meeting, record, approval, approvals, signoff, sign, off, authorization, authorisation,
     certificate`,
  ),
);

/** Beside a version they say which product: "Mobile 5.0". */
const PRODUCT_WORDS = new Set('mobile web website site app apps application desktop platform game store'.split(' '));

/** "Final Executive Summary", "Pre": what kind of document it is, and no name. */
function isDocumentWord(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s,/&-]+/)
    .every((word) => word === '' || (NO_NAME.has(word) && !PRODUCT_WORDS.has(word)) || DOCUMENT_WORDS.has(word));
}
