import { ended } from '../../domain/in-slices';
import { lazily } from '../../domain/lazily';
import type { ProcessBranch, ProcessDescription, ProcessLink, ProcessPhrase, ProcessStep } from '../../domain/process';
import { plainText, wikilinks } from '../inline';
import { type Act, actsOf, show } from './acts';
import { type Unit, unitsOf } from './sentences';

const CONDITION =
  /^(?:but\s+|and\s+|so\s+)?(if|unless|in case(?: of)?|in the event (?:of|that)|should|whenever|when)\s+/i;
const WEAK_CONDITION = /^(?:whenever|when)$/i;
const OTHERWISE = /^(?:otherwise|if not|else|if so)\s*,?\s+/i;
const TRAILING = /^(.{8,}?),?\s+(if|unless|in case)\s+(.{3,})$/i;
const ASKS =
  /\b(?:check|see|ask|asks|decide|decides|confirm|know|test|verify|find out|wonder|sure|even|as|what|only)$/i;
const HEAD =
  /^(when(?:ever)?|as soon as|once|after(?!\s+(?:that|this|which)\b)|each time|every time|every|each|on|at|before|by|the (?:day|morning|week) (?:before|after)|(?:two|three|four|five|six|seven|ten|\d+|a|one)\s+(?:business |working )?(?:days?|weeks?|hours?|months?)\s+(?:before|after|ahead of))\s+/i;
const STARTS =
  /^(?:it|this|the (?:process|flow|whole thing|procedure|clock|routine)|everything|all (?:of )?this|things|we)\s+(?:all\s+|usually\s+|only\s+)?(?:starts?|begins?|kicks? off|is triggered|gets triggered|is kicked off|runs?|happens|do this|run this|applies)\s+(?:off\s+)?(when(?:ever)?|once|as soon as|by|with|after|every time|each time|every|each|on|at)\s+(.+)$/i;
const METRICS = [
  /^(?:we|i)\s+(?:also\s+)?(?:measure|judge|gauge)\s+(?:(?:success|this|it|how (?:well )?[^,]+?|ourselves)\s+(?:by|with|on|through|via|using)\s+)?(.+)$/i,
  /^(?:and\s+)?(?:we\s+|i\s+)?(?:also\s+)?(?:track|measure|watch|monitor|report|follow|look at|keep an eye on)\s+((?:the\s+|our\s+)?(?:(?:share|rate|number|percentage|percent|median|average|mean|ratio|count|volume)\s+|(?:time|minutes|hours|days|weeks)\s+(?:from|between|to|until)\s+).+)$/i,
  /^(?:we|i)\s+(?:track|watch|look at|monitor|follow|keep an eye on)\s+(.+?)\s+(?:to (?:see|know|judge|tell)|as (?:our|the|a))\s.*$/i,
  /^(?:success|progress|quality|performance|the (?:process|result|outcome|team)|it|this)\s+is\s+(?:measured|judged|tracked)\s+(?:by|with|on|in|through|as)\s+(.+)$/i,
  /^[\w -]{3,30}\s+(?:is|are)\s+(?:measured|judged|tracked)\s+(?:by|on|through|as)\s+((?:the\s+|our\s+)?(?:share|rate|number|percentage|percent|median|average|mean|ratio|count|volume|time|minutes|hours|days)\s+.+)$/i,
  /^what\s+(?:we|i)\s+(?:keep an eye on|track|watch|measure|monitor|look at|care about)\s+is\s+(.+)$/i,
  /^(?:the|our)\s+(?:main\s+|key\s+|only\s+)?(?:metric|kpi|measure|number)(?:\s+(?:we|that)\s+[^,]*?)?\s+is\s+(.+)$/i,
  /^(?:we|you)(?:['’]ll)?\s+know\s+(?:that\s+)?it\s+(?:works|worked)\s+(?:when|if|because)\s+(.+)$/i,
  /^(?:success|done|good|it works)\s+(?:means|is|looks like)\s+(.+)$/i,
  /^(.+?)\s+is\s+(?:the|our)\s+(?:main\s+|key\s+)?(?:metric|kpi|measure)(?:\s+(?:we|that).*)?$/i,
];

/** "Board numbers are an exception", "emergency changes are exempt from the review". */
const EXCEPTION =
  /^.{3,80}?\s(?:is|are)\s(?:(?:an|the|our|one)\s(?:only\s)?exceptions?\b|exempt(?:ed)?\b|excluded\b).*$/i;
/** "The captain, who changes every month, freezes main": what is told of somebody on the way. */
const ASIDE = /,\s+(?:who|which|whose)\s[^,;]{3,60},/gi;
const DAY_HEAD =
  /^((?:other |second |first |last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|day|morning|week|month|quarter|sprint))\s+(?!of\b|before\b|after\b|at\b)(?=\S)/i;
const SIGNS = lazily(() => /(?:\s*(?:\p{Extended_Pictographic}\uFE0F?|:[a-z0-9_+-]{2,30}:))+\s*$/u);

/** "So, the release: when the build is green …" */
const INTRO =
  /^(?:(?:so|ok(?:ay)?|well|right|yeah|yes|yep|and|but|sure|basically|anyway|anyhow)\b,?\s+){0,3}(?:[^,:]{3,30}:\s+(?=(?:when|once|every|each|after|as soon as|whenever)\b))?/i;

/** No person writes longer ones; what is longer is listed as unused. */
const MAX_SENTENCE = 600;

const NEW_SUBJECT = lazily(() => /^(?:the|our|an?)\s|^\p{Lu}/u);
const LOWER_ACTOR = lazily(() => /^\p{Ll}[^:]{1,40}:\s/u);

interface Reading {
  trigger: ProcessPhrase | null;
  owner: string | null;
  metric: ProcessPhrase | null;
  readonly steps: ProcessStep[];
  readonly branches: ProcessBranch[];
  readonly exceptions: ProcessPhrase[];
  readonly used: Set<number>;
  /** The visible number of each unit's line. */
  readonly numbers: readonly (number | null)[];
}

/**
 * Reads a process from prose, lists, a chat or a runbook. English. Every sentence is used (cited by what it gave) or
 * listed as unused; what is not said stays null. Never throws.
 */
export function readProcess(source: string): ProcessDescription {
  return ended(readProcessInSteps(source));
}

/** The same in steps of a sentence. */
export function* readProcessInSteps(source: string): Generator<void, ProcessDescription> {
  const { units, title } = unitsOf(source);
  const reading: Reading = {
    trigger: null,
    owner: null,
    metric: null,
    steps: [],
    branches: [],
    exceptions: [],
    used: new Set(),
    numbers: units.map(({ number }) => number),
  };
  yield;
  for (const [index, unit] of units.entries()) {
    if (readUnit(reading, unit, index)) reading.used.add(index);
    yield;
  }
  const { used, owner, trigger, metric, steps, branches, exceptions } = reading;
  return {
    title,
    owner,
    trigger,
    metric,
    steps,
    branches,
    exceptions,
    links: linksIn(source),
    sentences: units.map(({ text, line }) => ({ text: show(text), line })),
    unused: [...units.keys()].filter((index) => !used.has(index)),
  };
}

/** Names as they are linked, each once, long ones first. */
function linksIn(source: string): ProcessLink[] {
  const found = new Map<string, string>();
  for (const { start, end } of wikilinks(source)) {
    const link = source.slice(start, end).replace(/^!/, '');
    const name = plainText(link);
    // "[[Deploy guide|here]]" names nobody called "here".
    if (name.length > 1 && !found.has(name) && !(link.includes('|') && name.charAt(0) === name.charAt(0).toLowerCase()))
      found.set(name, link);
  }
  return [...found].map(([name, link]) => ({ name, link })).sort((a, b) => b.name.length - a.name.length);
}

function readUnit(reading: Reading, unit: Unit, source: number): boolean {
  const text = unit.text
    .replace(SIGNS(), '')
    .replace(/[.!]+["”')\]]*$/, '')
    .trim();
  if (text === '' || text.length > MAX_SENTENCE) return false;
  // "When the alert fires:" above a list.
  const heading = /^(.*):$/.exec(text)?.[1] ?? '';
  if (heading !== '' && HEAD.test(heading)) {
    const lead = HEAD.exec(heading)?.[0] ?? '';
    return takeTrigger(
      reading,
      /^(?:every|each|on|at)\b/i.test(lead)
        ? heading.charAt(0).toLowerCase() + heading.slice(1)
        : heading.slice(lead.length),
      source,
    );
  }
  if (unit.label !== null && /^(?:owner|dri|lead|responsible|who)$/.test(unit.label)) {
    reading.owner ??= show(text);
    return true;
  }
  if (unit.place === 'metric') {
    if (reading.metric) return false;
    reading.metric = { text: metricIn(text) ?? show(text), source };
    return true;
  }
  if (unit.place === 'trigger') return takeTrigger(reading, text, source) || readSentence(reading, unit, text, source);
  if (
    unit.place === 'background' ||
    /\?$/.test(text) ||
    (unit.label !== null &&
      !/^(?:steps?|process|exceptions?|edge cases?|what can go wrong|who does what|step \d+|tip|warning|reminder|correction|update|edit)$/.test(
        unit.label,
      ))
  )
    return false;
  if (unit.place === 'exceptions') {
    if (readCondition(reading, unit, text, source)) return true;
    reading.exceptions.push({ text: show(text), source });
    return true;
  }
  return readSentence(reading, unit, text, source);
}

function takeTrigger(reading: Reading, text: string, source: number): boolean {
  if (reading.trigger) return false;
  const bare = text
    .replace(/^(?:when(?:ever)?|once|as soon as|each time|every time|after)\s+/i, '')
    .replace(/^(?:Every|Each|On|At)\b/, (word) => word.toLowerCase());
  reading.trigger = { text: show(bare), source };
  return true;
}

function readSentence(reading: Reading, unit: Unit, text: string, source: number): boolean {
  const starts = STARTS.exec(text);
  if (starts && !reading.trigger)
    return takeTrigger(
      reading,
      /^(?:every|each|on|at)$/i.test(starts[1] ?? '')
        ? `${(starts[1] ?? '').toLowerCase()} ${starts[2] ?? ''}`
        : (starts[2] ?? ''),
      source,
    );
  const metric = metricIn(text);
  if (metric !== null && !reading.metric) {
    reading.metric = { text: metric, source };
    return true;
  }
  if (EXCEPTION.test(text)) {
    reading.exceptions.push({ text: show(text), source });
    return true;
  }
  if (readCondition(reading, unit, text, source)) return true;
  const { head, rest } = headOf(text.replace(INTRO, '').replace(ASIDE, ''), unit.speaker);
  const acts = actsOf(rest, unit.speaker);
  const isNumbered = unit.place === 'steps' && unit.ordered && unit.isItem;
  if (isNumbered && (acts.length === 0 || LOWER_ACTOR().test(text)))
    return addSteps(reading, [numberedStep(text, unit)], source);
  if (head === null) return addSteps(reading, acts, source);
  const isTrigger =
    reading.trigger === null &&
    reading.steps.length === 0 &&
    !/^(?:before|by)$/i.test(head.word) &&
    !/(?:before|after|ahead of)$/i.test(head.word.replace(/^after$/i, ''));
  if (isTrigger)
    reading.trigger = {
      text: show(/^(?:every|each|on|at)$/i.test(head.word) ? `${head.word.toLowerCase()} ${head.text}` : head.text),
      source,
    };
  const timing =
    /^(?:every|each|on|at|before|by)$/i.test(head.word) || / /.test(head.word)
      ? show(`${head.word.toLowerCase()} ${head.text}`)
      : null;
  return (
    addSteps(
      reading,
      acts.map((act) =>
        !isTrigger && act.timing === null && timing !== null && !/time$/.test(head.word) ? { ...act, timing } : act,
      ),
      source,
    ) || isTrigger
  );
}

/** A numbered line under "Steps" is a step, whatever its words; what stands before a colon says who. */
function numberedStep(text: string, unit: Unit): Act {
  const [, who = '', what = text] = /^([^:]{2,40}):\s+(.+)$/.exec(text) ?? [];
  const [act] = actsOf(what, unit.speaker);
  const actor = who === '' ? null : show(who);
  return act
    ? { ...act, actor: act.actor ?? actor }
    : { action: show(what), actor, tool: null, timing: null, output: null };
}

function metricIn(text: string): string | null {
  for (const pattern of METRICS) {
    const found = pattern.exec(text)?.[1];
    if (found)
      return show(
        found.replace(/^(?:the|our|a|an|whether|how)\s+(?=\S)/i, (word) =>
          /^(?:whether|how)/i.test(word) ? word : '',
        ),
      );
  }
  return null;
}

function addSteps(reading: Reading, acts: readonly Act[], source: number): boolean {
  for (const act of acts) reading.steps.push({ ...act, source, number: reading.numbers[source] ?? null });
  return acts.length > 0;
}

/** "If a blocker is open, stop", "publish it unless Legal objects", "otherwise ask". */
function readCondition(reading: Reading, unit: Unit, text: string, source: number): boolean {
  const parts = text.split(/;\s+(?=otherwise|if|else)/i);
  if (parts.length > 1) return parts.map((part) => readCondition(reading, unit, part, source)).some(Boolean);
  const other = OTHERWISE.exec(text);
  if (other)
    return addBranch(reading, /if so/i.test(other[0]) ? 'so' : 'otherwise', text.slice(other[0].length), unit, source);
  const lead = CONDITION.exec(text);
  const word = (lead?.[1] ?? '').toLowerCase();
  if (lead && !WEAK_CONDITION.test(word)) {
    const { head, rest } = cutHead(text.slice(lead[0].length), unit.speaker);
    return (
      head !== null &&
      addBranch(reading, word === 'unless' ? `unless ${head}` : head, rest.replace(/^then\s+/i, ''), unit, source)
    );
  }
  const behind = TRAILING.exec(text);
  if (!behind || ASKS.test(behind[1] ?? '') || /,/.test(behind[3] ?? '')) return false;
  if (actsOf(behind[1] ?? '', unit.speaker).length === 0) return false;
  return addBranch(
    reading,
    /unless/i.test(behind[2] ?? '') ? `unless ${behind[3] ?? ''}` : (behind[3] ?? ''),
    behind[1] ?? '',
    unit,
    source,
  );
}

function addBranch(reading: Reading, condition: string, consequence: string, unit: Unit, source: number): boolean {
  // "if A, do B, otherwise C" holds two branches.
  const [first = '', second] = consequence.split(/[,;.]\s+(?:otherwise|else|if not)\s*,?\s+/i);
  const acts = actsOf(first, unit.speaker);
  const actor = acts[0]?.actor ?? null;
  // Acts of one person read as one; else the words stay as they are.
  const isOne =
    acts.length > 0 &&
    acts.every((act) => act.actor === actor) &&
    (acts.length === 1 || NEW_SUBJECT().test(first.trim()));
  const action = isOne
    ? acts
        .map((act) =>
          [act.action, act.tool === null ? '' : `in ${act.tool}`, act.timing ?? ''].filter(Boolean).join(' '),
        )
        .join(' and ')
    : show(first);
  reading.branches.push({ condition: show(condition), actor: isOne ? actor : null, action, source });
  if (second !== undefined) addBranch(reading, 'otherwise', second, unit, source);
  return true;
}

/** A leading clause of time: "When QA signs off, …"; without its comma there is none. */
function headOf(
  text: string,
  speaker: string | null,
): { readonly head: { readonly word: string; readonly text: string } | null; readonly rest: string } {
  const lead = HEAD.exec(text);
  if (!lead) return { head: null, rest: text };
  const { head, rest } = cutHead(text.slice(lead[0].length), speaker);
  return head === null ? { head: null, rest: text } : { head: { word: lead[1] ?? '', text: head }, rest };
}

/** Cuts at the first comma behind which something is to be done; at the first comma at all where that never comes. */
function cutHead(text: string, speaker: string | null): { readonly head: string | null; readonly rest: string } {
  // "Every Tuesday Renovate opens …": a day needs no comma.
  const day = DAY_HEAD.exec(text);
  if (day && actsOf(text.slice(day[0].length), speaker).length > 0)
    return { head: day[1] ?? '', rest: text.slice(day[0].length) };
  const cuts = [...text.matchAll(/,\s+|\s+[–—-]\s+|:\s+|\s+(?=then\s)|\s+(?=(?:I|we|you|the)\s)/g)].filter(
    (cut) =>
      !/^\s+$/.test(cut[0]) ||
      !/^the\s/.test(text.slice(cut.index + 1)) ||
      text.slice(0, cut.index).split(' ').length <= 3,
  );
  const leads = (cut: RegExpExecArray): boolean => actsOf(text.slice(cut.index + cut[0].length), speaker).length > 0;
  const best =
    cuts.find((cut) => cut[0].includes(',') && leads(cut)) ??
    cuts.find(leads) ??
    cuts.find((cut) => cut[0].includes(','));
  if (!best) return { head: null, rest: text };
  return { head: text.slice(0, best.index), rest: text.slice(best.index + best[0].length) };
}
