/** Verbs of work in their base form. Data, not grammar: a missing verb is added here. */
const VERBS = new Set(
  `accept acknowledge add address adjust agree align allow alert announce answer apply appoint approve archive arrange ask assemble assess assign attach attend audit author automate backfill back
  block book branch brief bring browse build bump calculate call cancel capture carry categorise categorize celebrate change chase check choose circulate clarify classify clean clear click clone close
  collate collect comment commit communicate compare compile complete compose conduct confirm connect consolidate contact convert coordinate copy correct count crawl create cross-check curate cut
  deactivate debrief decide declare decline delete delegate deliver demo deploy deprecate describe design determine diff disable discuss distribute do document double-check downgrade download draft drain draw drop dry-run
  dedupe deduplicate decommission rehearse reclaim redeploy renegotiate benchmark shortlist silence snooze scrub mask tweak retest resend recheck swap sample reconnect reassure anonymise reindex page ack flush drill loop dig poll unsubscribe
  edit email e-mail embed empty enable enforce enrich enrol enroll ensure enter escalate estimate evaluate examine execute expire explain export extend extract
  fetch file fill filter finalise finalize find finish fix flag flip follow force forward freeze gather generate get give go grant group hand handle hold host
  identify implement import include inform initiate insert inspect install instruct interview investigate invite invoice issue join keep kick kill label launch lead leave link list listen load lock log look lower
  mail maintain make manage map mark match measure meet mention merge message migrate mirror mock moderate monitor move mute name negotiate nominate note notify nudge
  obtain offer onboard open order organise organize overwrite own page park paste patch pause pay perform phone pick pilot pin ping place plan point populate post postpone prepare present preview print prioritise prioritize process produce promote proof-read proofread propose provide provision prune publish pull purge push put
  query queue quote raise ramp rank rate re-run reach read reassign rebase rebuild recap receive reconcile record recover refer refine refresh refund register reject release reload remind remove rename renew reopen repair repeat replace replicate reply report reproduce republish request rerun reschedule research reset resolve respond restart restore restrict resume retire retrain retry return review revise revert revoke reword rewrite roll rotate route run
  sanity-check save scan schedule score screen search see select send separate set settle shadow share ship show shut sign simulate sit skim smoke-test snapshot sort speak spin split spot-check stage start state step stop store submit subscribe subtract suggest summarise summarize supply support suspend switch sync
  tag take talk tally tell terminate test thank throttle tick tidy toggle trace track train transcribe transfer transition translate triage trial trigger trim turn type unblock undo uninstall unlock unpublish update upgrade upload use validate verify version vet view visit vote wait walk warn watch welcome whitelist widen wipe withdraw work wrap write zip`.split(/\s+/),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  sent: 'send', done: 'do', does: 'do', made: 'make', written: 'write', built: 'build', taken: 'take', told: 'tell', given: 'give', held: 'hold', kept: 'keep', drawn: 'draw', found: 'find', got: 'get', goes: 'go', gone: 'go',
  led: 'lead', left: 'leave', lost: 'lose', met: 'meet', paid: 'pay', brought: 'bring', chosen: 'choose', frozen: 'freeze', seen: 'see', shown: 'show', spoken: 'speak', withdrawn: 'withdraw', rewritten: 'rewrite', rebuilt: 'rebuild',
  split: 'split', cut: 'cut', put: 'put', set: 'set', shut: 'shut', read: 'read', run: 'run', reset: 'reset', rerun: 'rerun', undone: 'undo', overwritten: 'overwrite',
};

const bases = new Map<string, string | null>();

/** The base form of a verb in any of its forms, or null for a word that is no verb of work. */
export function baseForm(word: string): string | null {
  const lower = word.toLowerCase();
  const known = bases.get(lower);
  if (known !== undefined) return known;
  const base = findBase(lower);
  if (bases.size > 2000) bases.clear();
  bases.set(lower, base);
  return base;
}

function findBase(word: string): string | null {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? null;
  if (VERBS.has(word)) return word;
  const candidates = [/ies$/.test(word) && word.replace(/ies$/, 'y'), /(?:s|x|z|ch|sh|o)es$/.test(word) && word.slice(0, -2), /[^s]s$/.test(word) && word.slice(0, -1), /ied$/.test(word) && word.replace(/ied$/, 'y'), /ed$/.test(word) && word.slice(0, -1), /ed$/.test(word) && word.slice(0, -2), /(.)\1ed$/.test(word) && word.slice(0, -3), /ing$/.test(word) && word.slice(0, -3), /ing$/.test(word) && `${word.slice(0, -3)}e`, /(.)\1ing$/.test(word) && word.slice(0, -4)];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && VERBS.has(candidate)) ?? null;
}

/** True for a verb as it stands in an order: "tag". */
export function isBase(word: string): boolean {
  return VERBS.has(word.toLowerCase());
}

/** True for "tags", "publishes". */
export function isThirdPerson(word: string): boolean {
  const lower = word.toLowerCase();
  return lower !== 'does' && /s$/.test(lower) && !VERBS.has(lower) && baseForm(lower) !== null;
}

/** True for "tagged", "sent", "read". */
export function isParticiple(word: string): boolean {
  const lower = word.toLowerCase();
  return (/ed$/.test(lower) || (Object.hasOwn(IRREGULAR, lower) && lower !== 'does' && lower !== 'goes')) && baseForm(lower) !== null;
}
