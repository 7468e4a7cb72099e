import { type CalendarDate, daysBetween } from '../../domain/calendar-date';
import { isOpen } from '../../domain/checklist';
import type { FollowUp } from '../../domain/follow-up';
import {
  type ChecklistItem,
  isCounted,
  openRequired,
  type Release,
  type Slip,
  titleAlone,
  titleOf,
} from '../../domain/release';
import { type PlacedStatus, type StatusFacts, statusDifference } from '../../domain/status/kept-status';
import { reasonGiven } from '../../domain/reason-given';
import { chanceWords } from '../chance-wording';
import { monthDay } from '../date-wording';
import { placeOfRelease } from './place-of-release';
import { moreIn, namesOf } from './risk-lines';
import {
  day,
  namedElsewhere,
  quote,
  sentence,
  sourcesOf,
  sourcesOfOwner,
  type StatusOf,
  type StatusSentence,
} from './status-sentence';
import { STATUS_WORDING as WORDS } from './status-wording';

/** The first sentence: verdict, date, and chance. */
export function leadOf({ release, assessment, today }: StatusOf): StatusSentence {
  const { target, goNoGo, phase, phaseEvidence } = release;
  const title = titleOf(release);
  if (phase === 'released') return shippedLine(release, today, WORDS.shippedAbout);
  if (phase === 'cancelled') {
    const on = day(phaseEvidence?.asOf ?? release.lastEvidence, today);
    return sentence(WORDS.cancelled(title, on), sourcesOf([phaseEvidence]), [on]);
  }
  const { level, computedLevel, override, gate, outlook, reasons } = assessment;
  const until = override ? day(override.value.until, today) : '';
  const verdict = override
    ? WORDS.byHand(WORDS.levels[level], until, WORDS.levels[computedLevel])
    : WORDS.levels[level];
  const chance = outlook.result?.forecast?.gate ?? null;
  const open = openRequired(release.items);
  const which = gate !== null && gate === goNoGo?.value.date && gate !== target?.value.date ? 'goNoGo' : 'target';
  const forecast =
    chance !== null && gate !== null
      ? WORDS.makes(chanceWords(chance), `${WORDS.gates[which]}${which === 'goNoGo' ? ` ${day(gate, today)}` : ''}`)
      : release.items.some(isCounted) && open.length === 0
        ? WORDS.allDone
        : WORDS.noForecast;
  const on = target ? day(target.value.date, today) : '';
  return sentence(
    WORDS.lead(verdict, title, target ? WORDS.target(on, target.value.date < today) : WORDS.noTarget, forecast),
    sourcesOf([
      target?.evidence,
      goNoGo?.evidence,
      override?.evidence,
      ...reasons.flatMap(({ evidence }) => evidence.slice(0, 1)),
      ...(chance === null ? [] : open.map(({ evidence }) => evidence)),
      placeOfRelease(release),
    ]),
    [on, until, ...(gate ? [day(gate, today)] : []), ...(forecast.match(/\d+ in 20/g) ?? [])],
  );
}

/** "Shipped: v2.5 Analytics on Tue Feb 17, 2 days after its target Sun Feb 15." */
export function shippedLine(
  release: Release,
  today: CalendarDate,
  about: (title: string, on: string) => string,
): StatusSentence {
  const { target, shipped, phaseEvidence } = release;
  if (!shipped) {
    const on = day(phaseEvidence?.asOf ?? release.lastEvidence, today);
    return sentence(about(titleOf(release), on), sourcesOf([phaseEvidence ?? placeOfRelease(release)]), [on]);
  }
  const on = day(shipped.value.date, today);
  const planned = target ? day(target.value.date, today) : '';
  const late = target ? daysBetween(target.value.date, shipped.value.date) : 0;
  return sentence(
    WORDS.shipped(titleOf(release), on, target ? WORDS.late(late, planned) : ''),
    sourcesOf([shipped.evidence, target?.evidence]),
    [on, planned, String(Math.abs(late))],
  );
}

/** What is different since the update before: worked out from facts. */
export function sinceLine(before: PlacedStatus, now: StatusFacts, { release, today }: StatusOf): StatusSentence {
  const { level, done, scope, chance, decision, raised, cleared } = statusDifference(before.facts, now);
  const outOf = (twentieths: number | null): string =>
    twentieths === null ? WORDS.changed.none : chanceWords(twentieths / 20);
  const parts = [
    ...(level ? [WORDS.changed.level(WORDS.levels[level[0]], WORDS.levels[level[1]])] : []),
    ...(decision === undefined ? [] : [WORDS.changed.decision(decision)]),
    ...(done === undefined ? [] : [WORDS.changed.done(done)]),
    ...(scope === undefined ? [] : [WORDS.changed.scope(scope)]),
    ...(chance && release.phase !== 'released' ? [WORDS.changed.chance(outOf(chance[0]), outOf(chance[1]))] : []),
    ...(raised.length > 0 ? [WORDS.changed.raised(raised.length)] : []),
    ...(cleared.length > 0 ? [WORDS.changed.cleared(cleared.length)] : []),
  ].slice(0, MOST_CHANGES);
  const on = day(before.on, today);
  const kept = { text: `${before.on} ${JSON.stringify(before.facts)}`, path: before.path, line: before.line };
  return sentence(
    parts.length === 0 ? WORDS.nothingNew(on) : WORDS.since(on, parts),
    [
      { ...kept, asOf: before.on, weak: false },
      ...sourcesOf([release.decision?.evidence, ...release.items.filter(isCounted).map(({ evidence }) => evidence)]),
    ],
    [on, ...parts.flatMap((part) => part.match(/\d+(?: in 20)?/g) ?? [])],
  );
}

const MOST_CHANGES = 4;

/** A moved date in full: from, to, when, why, and what it was before that. */
export function slipLine({ field, from, to }: Slip, all: Release['slips'], today: CalendarDate): StatusSentence {
  const before = all.filter((slip) => slip.field === field && slip.to.value.date !== to.value.date);
  const earlier = [...new Set(before.map((slip) => slip.from.value.date))].filter(
    (date) => date !== from.value.date && date !== to.value.date,
  );
  const shown = earlier.slice(-MOST_EARLIER);
  const reason = reasonGiven(to.evidence.text);
  return sentence(
    WORDS.moved(
      WORDS.movedFields[field],
      monthDay(from.value.date, today),
      monthDay(to.value.date, today),
      monthDay(to.evidence.asOf, today),
      reason === null ? WORDS.noReason : WORDS.because(quote(reason)),
      shown.length === 0 ? '' : WORDS.wasBefore(shown.map((date) => monthDay(date, today))),
    ),
    sourcesOf([from.evidence, to.evidence, ...before.map((slip) => slip.from.evidence)]),
    [from.value.date, to.value.date, to.evidence.asOf, ...shown].map((date) => monthDay(date, today)),
  );
}

const MOST_EARLIER = 2;

/** "5 of 12 required items are done." */
export function progressLine({ items }: Release): StatusSentence | null {
  const counted = items.filter(isCounted);
  if (counted.length === 0) return null;
  const done = counted.filter(({ state }) => !isOpen(state)).length;
  return sentence(WORDS.progress(done, counted.length), sourcesOf(counted.map(({ evidence }) => evidence)), [
    String(done),
    String(counted.length),
  ]);
}

/** The decision as it was taken, or the day on which it is due; null without either. */
export function decisionLine({ decision, goNoGo, phase }: Release, today: CalendarDate): StatusSentence | null {
  if (decision) {
    const on = day(decision.evidence.asOf, today);
    return sentence(WORDS.decided(decision.value, on), sourcesOf([decision.evidence]), [on]);
  }
  if (!goNoGo || phase === 'released' || phase === 'cancelled') return null;
  const on = day(goNoGo.value.date, today);
  return sentence(WORDS.undecided(on, goNoGo.value.date < today), sourcesOf([goNoGo.evidence]), [on]);
}

/** "“Docs”: Mei Chen, by Tue Feb 3". */
export function openItemLine(item: ChecklistItem, today: CalendarDate): StatusSentence {
  const due = item.due.on ? day(item.due.on.date, today) : '';
  const who = namesOf(item.owner === null ? [] : [item.owner]);
  return sentence(
    WORDS.openItem(quote(titleAlone(item)), who, due === '' ? WORDS.noDate : WORDS.by(due)),
    sourcesOf([item.evidence]),
    [due],
  );
}

/** An open follow-up as an ask with verb, who and by when. */
export function askLine(followUp: FollowUp, { owner, target, goNoGo }: Release, today: CalendarDate): StatusSentence {
  const { who, due, evidence } = followUp;
  const by = due === null ? '' : day(due, today);
  const isDoer = who !== null && !isOwedTo(followUp);
  const doers = isDoer ? [who] : (owner?.value ?? []);
  return sentence(
    WORDS.askAlone(askedOf(followUp), namesOf(doers), by === '' ? WORDS.noDate : WORDS.by(by)),
    [
      ...sourcesOf([...evidence, target?.evidence, goNoGo?.evidence]),
      ...(isDoer ? namedElsewhere([who], evidence) : sourcesOfOwner(owner)),
    ],
    [by, ...moreIn(doers)],
  );
}

function askedOf(followUp: FollowUp): string {
  const { who, what, direction } = followUp;
  if (direction === 'unclear') return WORDS.clarify(quote(what));
  if (who !== null && isOwedTo(followUp)) return WORDS.give(quote(what), who);
  return direction === 'they-owe' && what !== followUp.title ? WORDS.deliver(quote(what)) : WORDS.settle(quote(what));
}

/** True where the party gets it: what a line says as a whole is done by the one whom it names. */
export function isOwedTo({ direction, what, title }: FollowUp): boolean {
  return direction === 'we-owe' && what !== title;
}
