/** "Owner: Bob", "Status: Closed", "Mitigation: …" below a risk tell about it; they are no risks. */
const DETAIL =
  /^(?:\*\*|__)?(?:owners?|status|state|due(?: date)?|mitigations?|mitigation plan|impact|likelihood|probability|severity|priority|trigger|contingency|response|action|next steps?|detection|rating|score|category|type|date|raised(?: by)?|opened|closed|since|update|notes?|cause|root cause|effect|resolution|eta|schwere|wahrscheinlichkeit|auswirkung|maßnahme|probabilité|mesure|responsable|impacto|probabilidad|mitigación|mitigação)(?:\*\*|__)?\s*:/i;

const ONLY_CODE = /^\s*`[^`]+`\s*$/;

/** True for an item of a list of risks that is none by itself: a detail of the one above, or code. */
export function tellsOfAnother(text: string): boolean {
  return DETAIL.test(text) || ONLY_CODE.test(text);
}
