import { lazily } from './lazily';

/** Words behind which a reason stands. */
const BECAUSE = [
  lazily(() => /(?:^|[\s,;(])(?:because(?: of)?|since|due to|owing to|as a result of)\s+([^.;()]+)/iu),
  lazily(() => /(?:^|[\s,;(])(?:weil|wegen|aufgrund|porque|debido a|parce que|en raison de)\s+([^.;()]+)/iu),
];
const DAY = lazily(() => /^\p{L}{0,9}\.?\s?\d/u);
/** Shorter words are no reason. */
const SHORTEST = 4;

/** The reason that a line gives for what it states, in its words; null without one. A day is none ("since May 3"). */
export function reasonGiven(line: string): string | null {
  const words = BECAUSE.flatMap((pattern) => pattern().exec(line)?.[1] ?? [])[0] ?? '';
  const bare = words.replace(/[\s,)]+$/, '').trim();
  return bare.length < SHORTEST || DAY().test(bare) ? null : bare;
}
