import { characterEntitiesHtml4 } from 'character-entities-html4';

/** Stands in for the full table of entity names that mdast brings: the names of HTML 4, by name without `&` and `;`. */
export const characterEntities: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(characterEntitiesHtml4)),
  apos: "'",
};
