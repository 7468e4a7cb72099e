import { isOpen } from '../../domain/checklist';
import type { FollowUp } from '../../domain/follow-up';
import { partyKey } from '../../domain/party';
import { isAhead, openRequired, titleOf } from '../../domain/release';
import {
  earlierUpdates,
  type PlacedStatus,
  type StatusAudience,
  type StatusFacts,
  statusFacts,
  toldSlips,
} from '../../domain/status/kept-status';
import { byDue, isWaiting } from '../follow-ups-model';
import { expandBlocks } from './abbreviations';
import { placeOfRelease } from './place-of-release';
import { placedInTime, withNoted } from './placed-in-time';
import { riskLines } from './risk-lines';
import {
  askLine,
  decisionLine,
  isOwedTo,
  leadOf,
  openItemLine,
  progressLine,
  shippedLine,
  sinceLine,
  slipLine,
} from './status-lines';
import { day, sentence, sourcesOf, type StatusBlock, type StatusOf, type StatusSentence } from './status-sentence';
import { EXECUTIVE_WORDS, SHORT_CHARACTERS } from './status-rule';
import { STATUS_WORDING as WORDS } from './status-wording';
import { wordsIn } from './text-sentences';

/** For whom an update is; `party` only of a stakeholder's. */
export interface StatusReader {
  readonly audience: StatusAudience;
  readonly party: string;
}

/** A status update: sentences with their lines, and the facts that the next one is compared with. */
export interface StatusUpdate extends StatusReader {
  readonly title: string;
  readonly blocks: readonly StatusBlock[];
  /** Names and words that its readers know. */
  readonly terms: readonly string[];
  readonly facts: StatusFacts;
}

const MOST_RISKS = { executive: 3, team: 5 } as const;
const MOST_ITEMS = 10;
const MOST_ASKS = 10;

/** Everything that an update of any audience says, once. */
interface Told {
  readonly lead: StatusSentence;
  readonly since: readonly StatusSentence[];
  readonly slips: readonly StatusSentence[];
  readonly risks: readonly (readonly StatusSentence[])[];
  readonly decision: readonly StatusSentence[];
}

/** The status of a release for one audience, from facts alone. */
export function statusUpdate(of: StatusOf, reader: StatusReader, kept: readonly PlacedStatus[]): StatusUpdate {
  const { release, today } = of;
  const facts = statusFacts(release, of.assessment);
  const earlier = earlierUpdates(kept, { ...reader, release: release.id }, today);
  const before = earlier[earlier.length - 1];
  const ahead = isAhead(release);
  const decision = decisionLine(release, today);
  const told: Told = {
    lead: leadOf(of),
    since: before ? [sinceLine(before, facts, of)] : [],
    slips: ahead ? toldSlips(release.slips, earlier).map((slip) => slipLine(slip, release.slips, today)) : [],
    risks: ahead ? riskLines(of) : [],
    decision: decision ? [decision] : [],
  };
  const terms = termsOf(of, reader);
  const blocks = finished(BLOCKS[reader.audience](told, of, { ...reader, terms }), of);
  return { ...reader, title: titleOf(release), blocks, terms, facts };
}

/** The blocks as they are read: each sentence with its lines and its day, nothing empty. */
function finished(blocks: readonly StatusBlock[], { release, today }: StatusOf): StatusBlock[] {
  const finish = (one: StatusSentence): StatusSentence => withNoted(placed(one, release), today);
  const raw = blocks
    .map((block) => ({ ...block, items: block.items.map((item) => item.map(finish)) }))
    .filter(({ items }) => items.length > 0);
  return placedInTime(raw, today);
}

/** What no line states, such as that nobody is named, is said of the release as a whole. */
function placed(one: StatusSentence, release: StatusOf['release']): StatusSentence {
  return one.sources.length > 0 ? one : { ...one, sources: sourcesOf([placeOfRelease(release)]) };
}

function isSaid(item: readonly StatusSentence[]): boolean {
  return item.length > 0;
}

type Blocks = (told: Told, of: StatusOf, reader: StatusReader & Pick<StatusUpdate, 'terms'>) => readonly StatusBlock[];

const BLOCKS: Readonly<Record<StatusAudience, Blocks>> = {
  executive: executiveBlocks,
  team: teamBlocks,
  stakeholder: (told, of, reader) => expandBlocks(stakeholderBlocks(told, of, reader), reader.terms),
  customer: (_told, of, { terms }) => expandBlocks(customerBlocks(of), terms),
  short: shortBlocks,
};

/** The release's name; of a stakeholder also its own name and the lines that are about it. */
function termsOf({ release, assessment }: StatusOf, { audience, party }: StatusReader): string[] {
  const own = audience === 'stakeholder' ? assessment.followUps.filter((ask) => isOf(party, ask)) : [];
  return [titleOf(release), party, ...own.flatMap(({ evidence }) => evidence.map(({ text }) => text))];
}

function paragraph(...items: readonly (readonly StatusSentence[])[]): StatusBlock {
  return { heading: '', isList: false, items: items.filter(isSaid) };
}

function list(heading: string, items: readonly (readonly StatusSentence[])[]): StatusBlock {
  return { heading, isList: true, items };
}

/** Fewer risks where the text would be too long: the gravest stay. */
function executiveBlocks({ lead, since, slips, risks, decision }: Told, of: StatusOf): StatusBlock[] {
  for (let count: number = MOST_RISKS.executive; ; count--) {
    const blocks = [
      paragraph([lead], since, slips),
      list(WORDS.headings.risks, risks.slice(0, count)),
      paragraph(decision),
    ];
    if (count === 0 || lengthOf(finished(blocks, of)) <= EXECUTIVE_WORDS) return blocks;
  }
}

function lengthOf(blocks: readonly StatusBlock[]): number {
  return blocks.reduce(
    (sum, { heading, items }) =>
      sum +
      wordsIn(heading) +
      wordsIn(
        items
          .flat()
          .map(({ text }) => text)
          .join(' '),
      ),
    0,
  );
}

function teamBlocks({ lead, since, slips, risks, decision }: Told, of: StatusOf): StatusBlock[] {
  const { release, assessment, today } = of;
  const progress = progressLine(release);
  const open = isAhead(release) ? openRequired(release.items) : [];
  const asks = waiting(assessment.followUps, of);
  const more = open.length - MOST_ITEMS;
  return [
    paragraph([lead], since, slips, progress ? [progress] : []),
    list(WORDS.headings.risks, risks.slice(0, MOST_RISKS.team)),
    list(WORDS.headings.open, [
      ...open.slice(0, MOST_ITEMS).map((item) => [openItemLine(item, today)]),
      ...(more > 0
        ? [
            [
              sentence(WORDS.moreOpen(more), sourcesOf(open.slice(MOST_ITEMS).map((item) => item.evidence)), [
                String(more),
              ]),
            ],
          ]
        : []),
    ]),
    list(
      WORDS.headings.asks,
      asks.slice(0, MOST_ASKS).map((ask) => [askLine(ask, release, today)]),
    ),
    paragraph(decision),
  ];
}

function waiting(followUps: readonly FollowUp[], { today }: StatusOf): FollowUp[] {
  return followUps.filter((followUp) => isWaiting(followUp, today)).sort(byDue);
}

/** What one party has to know: dates, what it gets and what it owes, nothing of the others. */
function stakeholderBlocks(
  { lead, since, slips, decision }: Told,
  of: StatusOf,
  { party }: StatusReader,
): StatusBlock[] {
  const { release, assessment, today } = of;
  const key = partyKey(party);
  const own = waiting(assessment.followUps, of).filter((ask) => isOf(party, ask));
  const items = isAhead(release)
    ? release.items.filter(({ owner, state }) => owner !== null && isOpen(state) && partyKey(owner) === key)
    : [];
  const asks = (wanted: boolean): StatusSentence[][] =>
    own.filter((ask) => isOwedTo(ask) === wanted).map((ask) => [askLine(ask, release, today)]);
  const theirs = [...asks(false), ...items.map((item) => [openItemLine(item, today)])];
  return [
    paragraph([lead], since, slips),
    list(WORDS.headings.you, asks(true)),
    list(WORDS.headings.us, theirs),
    ...(own.length + items.length === 0
      ? [paragraph([sentence(WORDS.nothingForYou(party), lead.sources, [party])])]
      : []),
    paragraph(decision),
  ];
}

function isOf(party: string, { who }: FollowUp): boolean {
  return who !== null && partyKey(who) === partyKey(party);
}

/** Only what has shipped: no person, no risk, no plan. */
function customerBlocks({ release, today }: StatusOf): StatusBlock[] {
  const { phase, shipped, target, goNoGo, items } = release;
  if (phase !== 'released') {
    const sources = sourcesOf([target?.evidence, goNoGo?.evidence, items[0]?.evidence]);
    return [paragraph([sentence(WORDS.noShippedFacts, sources)])];
  }
  if (!shipped) return [paragraph([shippedLine(release, today, WORDS.availableNow)])];
  const on = day(shipped.value.date, today);
  const sources = sourcesOf([shipped.evidence, target?.evidence]);
  return [paragraph([sentence(WORDS.available(titleOf(release), on), sources, [on])])];
}

/** As much as fits: the gravest risk with its ask, then the decision. */
function shortBlocks({ lead, since, risks, decision }: Told, of: StatusOf): StatusBlock[] {
  const parts = [risks[0] ?? [], since, decision];
  let own: StatusSentence[] = [lead];
  for (const part of parts) {
    const longer = [...own, ...part];
    if (charactersIn(finished([paragraph(longer)], of)) <= SHORT_CHARACTERS) own = longer;
  }
  return [paragraph(own)];
}

function charactersIn(blocks: readonly StatusBlock[]): number {
  return blocks.flatMap(({ items }) => items.flat().map(({ text }) => text)).join(' ').length;
}
