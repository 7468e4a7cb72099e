import { lazily } from '../../domain/lazily';
import { PRODUCES, takeTiming, takeTool } from './phrases';
import { baseForm, isBase, isParticiple, isThirdPerson } from './verbs';

/** One act of a clause. */
export interface Act {
  readonly action: string;
  readonly actor: string | null;
  readonly tool: string | null;
  readonly timing: string | null;
  readonly output: string | null;
}

const SEQUENCE =
  /^(?:(?:and|but|so)\s+)?(?:first(?:ly| of all)?|second(?:ly)?|third(?:ly)?|fourth|then|next(?: up)?|after (?:that|this|which)|afterwards?|from there|finally|lastly|last(?: of all)?|to (?:start|begin|finish)(?: with)?|initially|eventually|meanwhile|in parallel|at the same time|step \d+|now|also|again|additionally|in addition|(?:once|when) (?:that|this|it)(?:['’]s| is| has been)? (?:done|ready|finished|out|live|approved|merged|confirmed|agreed|complete)|as (?:a|the) (?:first|next|last|final) step)\s*[,:.)]?\s+/i;
const OPENER =
  /^(?:please|anyway|anyhow|just|simply|always|kindly|so|ok(?:ay)?|well|right|yeah|yes|oh|basically|essentially|usually|normally|typically|generally|ideally|manually|quickly|personally|btw|no|nope|yep|true|correct|exactly|actually|and|but|make sure (?:to|that (?:we|you)|you|we)|be sure to|remember to|(?:don['’]t|do not) forget to|(?:you|we|i)(?:['’]ll)? (?:will )?(?:need|have|want|like|try|make sure|got) to|it['’]s (?:time|important) to|go (?:ahead )?and|start by|begin by|help(?: to)?)\s*,?\s+/i;
const NEGATED =
  /^(?:(?:please\s+)?(?:don['’]t|do not|never|avoid)|(?:we|you|i)\s+(?:don['’]t|do not|never|no longer|won['’]t|can['’]t|cannot))\b/i;
const MODAL =
  /^(?:must|should|will|shall|can|may|has to|have to|needs? to|is to|are to|gets to|wants? to|tries to|['’]ll)$/i;
const ADVERB =
  /^(?:then|also|usually|always|finally|now|first|next|immediately|manually|normally|typically|just|only|quickly|carefully|personally|again|generally|often|formally|briefly|both|all|each|simply|automatically|and)$/i;
const PRONOUN =
  /^(?:nobody|none|neither|it|this|that|these|those|there|here|which|what|who|everything|nothing|something|anything|he|she|mine|ours|one|otherwise|if|unless|because|since|although|while|when|whenever|once|after|before|as|in|on|at|for|with|by|from|to|of|per|during|however|sometimes|maybe|perhaps|not|no)$/i;
const NOBODY = /^(?:i|we|you|they|people|somebody|someone|anyone)$/i;
/** Verbs that tell how things are when "we" do them, not what to do. */
const AUXILIARY = /^(?:is|are|was|were|has|have|had|gets?|must|should|will|can|may)$/i;
const AGENT = /^(?:[a-z]{2,}(?:er|or|ist|yst|ant)|lead|team|desk|ops|staff|rep|manager|owner)$/i;
const STATIVE = new Set([
  'use',
  'like',
  'see',
  'find',
  'work',
  'meet',
  'get',
  'learn',
  'agree',
  'change',
  'start',
  'stop',
  'talk',
  'do',
  'lose',
  'let',
]);
const DEPARTMENTS =
  /^(?:support|design|research|process|release|answer|account|finance|state|service|mail|store|change|test)$/i;
const SPLIT =
  /;\s+|,?\s+(?:and|but)\s+then\s+|,\s+then\s+|,?\s+and\s+(?:finally|lastly|afterwards),?\s+|,\s+(?:finally|lastly|after that|after which|next|afterwards),?\s+|\s+(?:before|after)\s+which\s+/i;
const MAX_SUBJECT = 7;
/** "step in", "log in", "sign on": the word behind belongs to the verb. */
const PHRASAL = /^(?:step|log|sign|check|kick|chip|jump|opt|clock|fill|hand|join|move|go|carry|hold)$/;
/** A time that leads: "two weeks later I read the results". */
const LEADING_TIME = lazily(
  () =>
    /^((?:an?|one|two|three|four|five|six|seven|ten|\d{1,3})\s+(?:minutes?|hours?|(?:business |working )?days?|weeks?|months?)\s+(?:later|before(?:hand)?|after(?:wards)?)|later that day|the same day|the next (?:day|morning)|the (?:day|morning|week) (?:before|after)|on the (?:day|morning)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\s*,?\s+(?=(?:I|we|you|the|an?|our|[\p{Lu}])[\s\p{L}])/iu,
);

/** All acts of a clause, in order; none when it says nothing to do. `speaker` is who "I" is. */
export function actsOf(clause: string, speaker: string | null): Act[] {
  const found: Act[] = [];
  // What a relative clause says is told, not asked.
  const bare = clause
    .replace(/\b(I|we|you|they)['’]ll\b/gi, '$1 will')
    .replace(/,\s+(?:which|who|because|since|as|so that|although|though|while|whereas)\s[^,;]*(?=,|;|$)/gi, '');
  let actor: string | null = null;
  for (const part of bare.split(SPLIT).flatMap((piece) => thenParts(piece, speaker))) {
    for (const piece of piecesOf(part)) {
      const read = readAct(piece, speaker);
      // "I write it and post it": the second act is theirs, too.
      const act: Act | null =
        read &&
        read.actor === null &&
        speaker !== null &&
        actor === speaker &&
        isBase(stripped(piece).text.split(' ')[0] ?? '')
          ? { ...read, actor }
          : read;
      if (act) {
        actor = act.actor;
        found.push(act);
      } else {
        const chained = chainedAct(piece, actor, found.length > 0);
        if (chained) found.push(chained);
      }
    }
  }
  return found;
}

/** "check the logs then restart": two acts; "engineering then estimates": one. */
function thenParts(part: string, speaker: string | null): string[] {
  const at = part.search(/\s+then\s+/i);
  if (at < 0 || readAct(part.slice(0, at), speaker) === null) return [part];
  return [part.slice(0, at), part.slice(at).replace(/^\s+then\s+/i, '')];
}

/** "tags the build and posts it in #releases": the second verb has the first one's subject. */
function chainedAct(piece: string, actor: string | null, follows: boolean): Act | null {
  const [first = '', ...rest] = piece.replace(SEQUENCE, '').split(' ');
  return follows && isThirdPerson(first) && rest.length > 0
    ? finish(baseForm(first) ?? first, rest.join(' '), actor)
    : null;
}

/** Cuts where a new verb begins: "export the list, remove duplicates, and upload it". */
function piecesOf(part: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const match of part.matchAll(/,\s+and\s+|,\s+|\s+and\s+/gi)) {
    const left = part.slice(start, match.index);
    const right = part.slice(match.index + match[0].length);
    if (left.trim().split(' ').length < 2 || !beginsAct(right, left)) continue;
    pieces.push(left);
    start = match.index + match[0].length;
  }
  return [...pieces, part.slice(start)].map((piece) => piece.trim()).filter(Boolean);
}

function beginsAct(right: string, left: string): boolean {
  const words = stripped(right).text.split(' ');
  const [first = '', second = ''] = words;
  const leftWords = stripped(left).text.split(' ');
  if (words.length < 2 || /^(?:or|nor)$/i.test(second)) return false;
  // "review comments and feedback", "the check and update of": a noun after a noun is no verb.
  if (isBase(first))
    return (
      !/^(?:of|is|are|was|were|for|from|in|on|at|by)$/i.test(second) &&
      (isBase(leftWords[0] ?? '') || NOBODY.test(leftWords[0] ?? '') || leftWords.some((word) => MODAL.test(word))) &&
      !isModifier(left)
    );
  if (isThirdPerson(first))
    return leftWords.slice(0, MAX_SUBJECT).some((word) => isThirdPerson(word)) && !/^(?:of|and)$/i.test(second);
  return subjectOf(words) !== null && NEW_SUBJECT().test(right);
}

/** The left side ends in a word that waits for a noun. */
function isModifier(left: string): boolean {
  return /\b(?:the|a|an|our|your|their|its|of|for|to|with|any|all|each|every|new|and|or|both|whether)$/i.test(
    left.trim(),
  );
}

const NEW_SUBJECT = lazily(() => /^[\p{Lu}@]|^the\s/u);
const NAMED_ACTOR = lazily(
  () => /^\**([\p{Lu}@][\p{L}\p{N}\u2063&/' -]{1,30}?)\**(?:\s*[:–—]|\s+(?:-|→|->|=>))\s+(?=\S)/u,
);
const BY_WHOM = lazily(
  () =>
    /\bby\s+((?:the|our|a|an)\s+)?((?:[\p{L}\p{N}\u2063&/@'’-]+)(?:\s+(?!(?:in|on|via|within|before|after|using|at|with|to|and|every|each|by|once|who|for|from)\b)[\p{L}\p{N}&/'’-]+){0,4})/u,
);
const PARTICLE = lazily(() => /^(?:off|out|up|down|over|back|on|in)\b(?!\s+(?:the|a|an|our|\p{Lu}|#))\s*/u);
const CAPITALISED = lazily(() => /^\p{Lu}[\p{Ll}’'-]*$/u);
const NAMED_AT_END = lazily(() => /\s*\(([\p{Lu}@][\p{L}\u2063 .'-]{1,30})\)$/u);
const TO_VERB = lazily(() => /^(?:job|role|task|responsibility) is to\s+/i);

function readAct(piece: string, speaker: string | null): Act | null {
  const { text, timing } = stripped(piece);
  if (text === '' || NEGATED.test(text)) return null;
  const named = NAMED_ACTOR().exec(text);
  // "Release Manager: tag the build"; "Check: run the tests" names nobody.
  if (named && (/\s/.test(named[1] ?? '') || DEPARTMENTS.test(named[1] ?? '') || !isBase(named[1] ?? ''))) {
    const rest = text.slice(named[0].length);
    const inner = chainedAct(rest, null, true) ?? readAct(rest, speaker);
    if (inner)
      return { ...inner, actor: inner.actor ?? cleanActor(named[1] ?? '', speaker), timing: inner.timing ?? timing };
  }
  const words = text.split(' ');
  const subject = subjectOf(words);
  if (subject) {
    const { actor, at, passive } = subject;
    const verb = baseForm(words[at] ?? '') ?? words[at] ?? '';
    if (passive)
      return withTiming(
        passiveAct(verb, words.slice(0, subject.end).join(' '), words.slice(at + 1).join(' '), speaker),
        timing,
      );
    const rest = words
      .slice(at + 1)
      .join(' ')
      .replace(TO_VERB(), '');
    return withTiming(finish(verb, rest, cleanActor(actor, speaker)), timing);
  }
  const [first = ''] = words;
  const isStatement =
    /s$/i.test(words[1] ?? '') &&
    isBase(words[2] ?? '') &&
    !/^(?:and|or|to)$/i.test(words[2] ?? '') &&
    words.length > 3;
  if (
    isBase(first) &&
    words.length > 1 &&
    !isStatement &&
    !isNounBefore(words) &&
    !/^(?:is|are|was|were|has|had|of|when|over|all)$/i.test(words[1] ?? '')
  )
    return withTiming(finish(first.toLowerCase(), words.slice(1).join(' '), null), timing);
  if (/^[a-z]+ing$/i.test(first) && baseForm(first) !== null && /^(?:start|begin) by\s/i.test(piece))
    return withTiming(finish(baseForm(first) ?? '', words.slice(1).join(' '), null), timing);
  return null;
}

function withTiming(act: Act | null, timing: string | null): Act | null {
  return act && timing !== null && act.timing === null ? { ...act, timing } : act;
}

/** A clause without "then", "please" and the like; "immediately" in front is a timing. */
function stripped(piece: string): { readonly text: string; readonly timing: string | null } {
  let text = piece.replace(/[.!]+$/, '').trim();
  let timing: string | null = null;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(SEQUENCE, '').replace(OPENER, '');
    const now = /^(immediately|straight away|right away)\s*,?\s+/i.exec(text) ?? LEADING_TIME().exec(text);
    if (now) {
      timing = (now[1] ?? '').toLowerCase();
      text = text.slice(now[0].length);
    }
  }
  return { text, timing };
}

interface Subject {
  readonly actor: string;
  /** Index of the word behind the subject, and of the verb. */
  readonly end: number;
  readonly at: number;
  readonly passive: boolean;
}

/** Finds subject and verb: "the release manager tags", "QA must check", "the build is tagged". */
function subjectOf(words: readonly string[]): Subject | null {
  const [first = ''] = words;
  if ((PRONOUN.test(first) && first !== 'IT') || /^[("“]/.test(first)) return null;
  if (
    isBase(first) &&
    !DEPARTMENTS.test(first) &&
    !first.includes('\u2063') &&
    !isNounBefore(words) &&
    !isAgentBefore(words)
  )
    return null;
  for (let at = 1; at < Math.min(words.length, MAX_SUBJECT + 2); at++) {
    const word = (words[at] ?? '').replace(/,$/, '');
    if (/[,:;]$/.test(words[at - 1] ?? '') || /^(?:who|which|that|whose)$/i.test(word)) return null;
    const subject = words.slice(0, at).join(' ');
    if (/n['’]t$/i.test(word)) return null;
    const two = `${word} ${words[at + 1] ?? ''}`;
    if (MODAL.test(two)) return verbAfter(words, at + 2, subject, at);
    if (MODAL.test(word)) return verbAfter(words, at + 1, subject, at);
    if (/^(?:is|are|gets?|being)$/i.test(word)) return passiveAt(words, at + 1, subject, at);
    if (ADVERB.test(word)) continue;
    // "Support lead posts": what could be a verb stands before the verb.
    if (isBase(word) && (isThirdPerson(words[at + 1] ?? '') || MODAL.test(words[at + 1] ?? ''))) continue;
    const isPlural =
      /^(?:i|we|you|they|people|both)$/i.test(first) ||
      DEPARTMENTS.test(words[at - 1] ?? '') ||
      words
        .slice(0, at)
        .some((entry) => /^(?:and|&)$|[^s'’]s$/i.test(entry) && !/^(?:is|this|its|has|as)$/i.test(entry));
    // "Access requests are raised": a noun that could be a verb, with its real verb behind it.
    if (/^does$/i.test(word) && /^(?:the|an?|all|each|every|some)$/i.test(words[at + 1] ?? ''))
      return { actor: subject, end: at, at, passive: false };
    if (AUXILIARY.test(words[at + 1] ?? '')) continue;
    // "All changes to production shall be recorded": likewise.
    if (
      /^(?:to|of|for|from|in|on|with)$/i.test(words[at + 1] ?? '') &&
      words.slice(at + 2, at + 6).some((entry) => /^(?:must|shall|should|is|are|has|have)$/i.test(entry))
    )
      continue;
    if (isThirdPerson(word) && !/^(?:of|for|from)$/i.test(words[at + 1] ?? '') && words.length > at + 1)
      return { actor: subject, end: at, at, passive: false };
    if (
      isBase(word) &&
      isPlural &&
      !(NOBODY.test(first) && STATIVE.has(word.toLowerCase()) && at === 1) &&
      words.length > at + 1
    )
      return { actor: subject, end: at, at, passive: false };
    if (NOBODY.test(first)) return null;
  }
  return null;
}

/** "Author writes the draft", "triage engineer opens the view": the first word only looks like an order. */
function isAgentBefore(words: readonly string[]): boolean {
  const at = words.slice(0, 4).findIndex((word, index) => AGENT.test(word) && isThirdPerson(words[index + 1] ?? ''));
  return (
    at >= 0 && /^(?:the|an?|all|each|every|any|their|our|it|them|new|open|final|first)$/i.test(words[at + 2] ?? '')
  );
}

/** "Release notes are published", "Access requests get approved": the first word only looks like an order. */
function isNounBefore(words: readonly string[]): boolean {
  return words.slice(1, 4).some((word, index) => AUXILIARY.test(word) && /s$/i.test(words[index] ?? ''));
}

function verbAfter(words: readonly string[], from: number, subject: string, end: number): Subject | null {
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    const word = words[at] ?? '';
    if (/^(?:be|been)$/i.test(word)) return passiveAt(words, at + 1, subject, end);
    if (/^not$/i.test(word)) return null;
    if (ADVERB.test(word)) continue;
    return isBase(word) && words.length > at + 1 ? { actor: subject, end, at, passive: false } : null;
  }
  return null;
}

function passiveAt(words: readonly string[], from: number, subject: string, end: number): Subject | null {
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    const word = (words[at] ?? '').replace(/,$/, '');
    if (ADVERB.test(word)) continue;
    return isParticiple(word) && !/^(?:needed|required|called|done|based|used|set up)$/i.test(word)
      ? { actor: subject, end, at, passive: true }
      : null;
  }
  return null;
}

/** "The build is tagged by the release manager": tag the build, release manager. */
function passiveAct(verb: string, object: string, rest: string, speaker: string | null): Act | null {
  const by = BY_WHOM().exec(rest);
  const isWho =
    by !== null &&
    !/^(?:\d|noon|end|close|tomorrow|first|second|third|fifth|tenth|fifteenth|twentieth|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|eod|hand|email|default)/i.test(
      by[2] ?? '',
    );
  const left = isWho && by ? `${rest.slice(0, by.index)} ${rest.slice(by.index + by[0].length)}` : rest;
  const particle = PARTICLE().exec(left.trim())?.[0] ?? '';
  return finish(
    verb,
    `${particle.trim()} ${objectOf(object)} ${left.trim().slice(particle.length)}`,
    isWho && by ? cleanActor(by[2] ?? '', speaker) : null,
  );
}

/** A subject as an object: "They" is "them", "Release notes" no longer begin a sentence. */
function objectOf(subject: string): string {
  if (/^they$/i.test(subject)) return 'them';
  const [first = ''] = subject.split(' ');
  return CAPITALISED().test(first) ? first.toLowerCase() + subject.slice(first.length) : subject;
}

function finish(verb: string, rest: string, actor: string | null): Act | null {
  let text = rest.trim();
  // "People ask me why", "a run takes under an hour": told, not to be done.
  if (
    /^(?:me|myself)\s/i.test(text) ||
    (verb === 'take' && /^(?:under|over|about|around|less|more|up to|only|\d)/i.test(text)) ||
    (verb === 'back' && /^to\s/i.test(text))
  )
    return null;
  const owner = NAMED_AT_END().exec(text);
  if (owner) text = text.slice(0, owner.index);
  // "nobody has viewed for 90 days" says which, not how long.
  const timing = /\b(?:not|nobody|who|that|has|have|had|viewed|logged|unused|inactive)\b.*\sfor\s/i.test(text)
    ? { rest: text, phrase: null }
    : takeTiming(text);
  const tool = takeTool(timing.rest, verb);
  const object = tool.rest
    .replace(/\(\s*\)|\s+\)/g, '')
    .replace(/[\s,.;:–—-]+$/, '')
    .replace(/^[\s,]+/, '')
    .replace(/,?\s+(?:usually|normally|typically|always|often|now|too|as well|lol|haha)$/i, '')
    .trim();
  const action = show(`${verb} ${object}`.trim())
    .replace(/\s+(?:and|so|which|that|to|via|with|by)$/i, '')
    .replace(PHRASAL.test(verb) ? /$^/ : /\s+(?:in|on)$/i, '');
  const output = PRODUCES.has(verb)
    ? (/^((?:the |a |an |our )?[^,]*?)(?:\s+(?:to|in|for|with|from|by|and|on|at|so)\s|$)/i.exec(show(object))?.[1] ??
      '')
    : '';
  return {
    action,
    actor: actor ?? (owner ? show(owner[1] ?? '').replace(/^@/, '') : null),
    tool: tool.phrase === null ? null : show(tool.phrase),
    timing: timing.phrase === null ? null : show(timing.phrase),
    output: output === '' ? null : output,
  };
}

/** Who acts, without article; null for "we", the speaker for "I". */
function cleanActor(subject: string, speaker: string | null): string | null {
  const bare = subject
    .replace(/^(?:(?:the|our|a|an|your|their|each|every|then|both|all|my)\s+)+/i, '')
    .replace(
      /\s+(?:(?:then|also|usually|always|now|just|both|all|finally|normally|typically|immediately|manually|only)\s*)+$/i,
      '',
    )
    .replace(/[,:]$/, '')
    .replace(/^@/, '');
  if (/^i$/i.test(bare)) return speaker;
  return NOBODY.test(bare) || bare === '' ? null : show(bare);
}

/** Text as a person reads it: the names' blanks are blanks again. */
export function show(text: string): string {
  return text
    .replace(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000))
    .replace(/\u2063/g, ' ')
    .replace(/\u2024/g, '.')
    .replace(/\s+/g, ' ')
    .trim();
}
