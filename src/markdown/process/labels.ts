/** What the heading or label above a unit says about it. */
export type UnitPlace = 'trigger' | 'steps' | 'exceptions' | 'metric' | 'background' | null;

const PLACES: readonly (readonly [RegExp, UnitPlace])[] = [
  [
    /^(?:trigger|triggers|triggered by|when|starts when|starts with|when it starts|when does it start|start|kick ?off|kicks off when|cadence|frequency|how often|schedule)$/,
    'trigger',
  ],
  [
    /^(?:steps?|procedure|process|how|how it works|how to|what|what to do|what happens|who does what|instructions|workflow|checklist|runbook|playbook|tasks|actions|the process|flow|sequence|todo|to do|step by step)$/,
    'steps',
  ],
  [
    /^(?:exceptions?|edge cases?|special cases?|what can go wrong|fallback|plan b|what could go wrong|when things go wrong|if things go wrong|gotchas?|watch out(?: for)?)$/,
    'exceptions',
  ],
  [
    /^(?:metrics?|measure|measures|kpis?|success|success metric|success measure|how we know it works|how we measure(?: it)?|measured by|target|sla|slo|goal metric|how we know|numbers?|measurement|scorecard|what we count|north star|outcome)$/,
    'metric',
  ],
  [
    /^(?:purpose|goals?|background|context|why|why it matters|why we care|why we do (?:this|it)|history|notes?|scope|change log|changelog|records|before you start|references|links|remarks?|aside|disclaimer|fun fact)$/,
    'background',
  ],
];
const WORDS =
  /^(?:trigger|triggered by|owner|dri|lead|responsible|accountable|consulted|informed|raci|exceptions?|metrics?|measure|measured by|kpis?|success(?: metric| measure)?|goals?|sla|slo|tools?|systems?|cadence|frequency|schedule|how often|purpose|background|context|notes?|nb|fyi|reminder|warning|tip|inputs?|outputs?|steps?|when|who|who does what|why|why it matters|why we care|audience|scope|edge cases?|what can go wrong|step \d+|title|process|procedure|example|how|what|actions?|tasks?|instructions?|flow|routine|workflow|deadline|due|by when|timing|start|starts when|kick ?off|kick-off|end|done when|definition of done|where|approvers?|stakeholders?|attendees|participants|contact|contacts|status|version|date|last updated|reviewed|correction|exception|update|edit|ps|tl;?dr|summary|question|answer|q|a|remarks?|aside|fallback|plan b|role|phase|present|apologies|absent|subject|from|to|cc|sent|re|numbers?|measurement|outcome|disclaimer|fun fact)$/;

/** True for a word that labels what follows it and is nobody's name. */
export function isLabel(text: string): boolean {
  return WORDS.test(text.toLowerCase());
}

/** What a heading or label, in comparable form, says about what stands below or behind it. */
export function placeOfLabel(key: string): UnitPlace {
  return PLACES.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
