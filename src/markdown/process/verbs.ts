/** Verbs of work in their base form. Data, not grammar: a missing verb is added here. */
const VERBS = new Set(
  `accept ack acknowledge add address adjust agree alert align allow animate announce anonymise answer apply appoint approve archive arrange ask assemble assess assign attach attend audit author automate back backfill
  benchmark block book branch brew brief bring browse build bump calculate call cancel caption capture carry categorise categorize cater celebrate change chase check cherry-pick choose circulate claim clarify classify
  clean clear click clone close collate collect comment commit communicate compare compensate compile complete compose conduct confirm connect consolidate contact convert coordinate copy correct count countersign cover
  crawl create credit crop cross-check curate curl cut deactivate debit debrief decide declare decline decommission dedupe deduplicate delegate delete deliver demo deploy deprecate describe design determine dial diff
  dig disable discuss dispatch distribute dive do document double-check downgrade download draft drain draw drill drop dry-run dump e-mail edit effect email embed empty enable enforce enrich enrol enroll ensure enter
  escalate escort estimate evaluate examine execute expire explain export extend extract fetch file fill film filter finalise finalize find finish fix flag flip flush follow force forecast fork forward freeze gather
  generate get give go grant greet grep group hand handle hang hide hold host hotfix hug identify implement import include inform initiate insert inspect install instruct interview invalidate investigate invite invoice
  issue join keep kick kill label laminate launch lead leave link list listen load lock log look loop lower mail maintain make manage map mark mask match measure meet mention merge message migrate mirror mock moderate
  monitor move mute name narrate negotiate nominate note notify nudge obtain offboard offer onboard open order organise organize overwrite own pack page park paste patch pause pay peek perform phone photograph pick
  pilot pin ping pitch place plan pledge point polish poll populate post postpone prepare present preview print prioritise prioritize process produce promote proof-read proofread propose provide provision prune publish
  pull purge push put query queue quote raise ramp rank rate re-run reach read reassign reassure rebase reboot rebuild recap receive recheck reclaim reconcile reconnect record recover redact redeploy redo redrive refer
  refine reforecast reformat refresh refund register rehearse reimburse reindex reject relabel release reload remind remove rename render renegotiate renew reopen reorder repair repeat replace replicate reply report
  reprice reprint reproduce republish request rerun reschedule rescore research resend reset resize resolve respond restart restock restore restrict resume retag retake retest retire retrain retry return revalidate
  revert review revise revoke rewind reword rewrite ring roll rotate route run sample sanity-check save scale scan schedule score scrape screen scrub search seat see select send separate serve set settle shadow share
  ship shoot shortlist show shut sign silence simulate sit skim slot smoke-test smoke\u2063test snapshot snooze sort speak spin split spot-check squash-merge ssh stage stamp stand stare start stash state step stop store
  submit subscribe subtitle subtract suggest summarise summarize supply support suspend swap switch sync tag take talk tally tell terminate test thank throttle tick tidy toggle trace track train transcode transcribe
  transfer transition translate triage trial trigger trim turn tweak tweet type unblock undo uninstall unlock unpublish unship unsubscribe update upgrade upload upsell use validate verify version vet view visit vote
  wait walk warn watch weigh welcome whitelist widen wipe wire withdraw work wrap write zip`.split(/\s+/),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  sent: 'send',
  done: 'do',
  does: 'do',
  made: 'make',
  written: 'write',
  built: 'build',
  taken: 'take',
  told: 'tell',
  given: 'give',
  held: 'hold',
  kept: 'keep',
  drawn: 'draw',
  found: 'find',
  got: 'get',
  goes: 'go',
  gone: 'go',
  led: 'lead',
  left: 'leave',
  lost: 'lose',
  met: 'meet',
  paid: 'pay',
  brought: 'bring',
  chosen: 'choose',
  frozen: 'freeze',
  seen: 'see',
  shown: 'show',
  spoken: 'speak',
  withdrawn: 'withdraw',
  rewritten: 'rewrite',
  rebuilt: 'rebuild',
  split: 'split',
  cut: 'cut',
  put: 'put',
  set: 'set',
  shut: 'shut',
  read: 'read',
  run: 'run',
  reset: 'reset',
  rerun: 'rerun',
  undone: 'undo',
  overwritten: 'overwrite',
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
  const candidates = [
    /ies$/.test(word) && word.replace(/ies$/, 'y'),
    /(?:s|x|z|ch|sh|o)es$/.test(word) && word.slice(0, -2),
    /[^s]s$/.test(word) && word.slice(0, -1),
    /ied$/.test(word) && word.replace(/ied$/, 'y'),
    /ed$/.test(word) && word.slice(0, -1),
    /ed$/.test(word) && word.slice(0, -2),
    /(.)\1ed$/.test(word) && word.slice(0, -3),
    /ing$/.test(word) && word.slice(0, -3),
    /ing$/.test(word) && `${word.slice(0, -3)}e`,
    /(.)\1ing$/.test(word) && word.slice(0, -4),
  ];
  return (
    candidates.find((candidate): candidate is string => typeof candidate === 'string' && VERBS.has(candidate)) ?? null
  );
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
  return (
    (/ed$/.test(lower) || (Object.hasOwn(IRREGULAR, lower) && lower !== 'does' && lower !== 'goes')) &&
    baseForm(lower) !== null
  );
}
