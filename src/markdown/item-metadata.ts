import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date';
import { lazily } from '../domain/lazily';
import { replaceInlineFields } from './inline-fields';

/** What the Tasks plugin's signs and Dataview's inline fields say about one line, and the text without them. */
export interface ItemMetadata {
  readonly text: string;
  readonly due: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly owner: string | null;
  readonly id: string | null;
  readonly optional: boolean;
  /** All inline fields by lower-case key, as written. */
  readonly fields: Readonly<Record<string, string>>;
}

const EMOJI_DATE = /(📅|📆|🗓|⏳|🛫|➕|✅|❌)\uFE0F?\s*(\d{4}-\d{2}-\d{2})/gu;
const EMOJI_OTHER =
  /(?:🆔|⛔)\uFE0F?\s*[\w-]+(?:\s*,\s*[\w-]+)*|🔁\uFE0F?\s*[^📅⏳🛫➕✅❌🆔⛔]*|[🔺⏫🔼🔽⏬]\uFE0F?/gu;
const TASK_ID = /🆔\uFE0F?\s*([\w-]+)/u;
const BLOCK_ID = /\s\^([A-Za-z0-9-]+)\s*$/;
const OPTIONAL = /\(optional\)|(?:^|\s)#optional\b/i;
const PLAIN_SIGNS = /::|\^|optional/i;
const BEYOND_ASCII = /[^ -~\s]/;
const HAS_SIGNS = lazily(() => /[\p{So}\p{Extended_Pictographic}]|::|\^|optional/iu);

/** Reads `📅 ⏳ 🛫 ➕ ✅ ❌ 🔺⏫🔼🔽⏬ 🆔 ⛔`, `[due:: ]`, `[completion:: ]`, `[owner:: ]`, `^block-id` and `(optional)`. */
export function itemMetadata(source: string): ItemMetadata {
  if (!PLAIN_SIGNS.test(source) && (!BEYOND_ASCII.test(source) || !HAS_SIGNS().test(source)))
    return { text: source, due: null, doneOn: null, owner: null, id: null, optional: false, fields: {} };
  const fields: Record<string, string> = {};
  let due: CalendarDate | null = null;
  let doneOn: CalendarDate | null = null;
  const blockId = BLOCK_ID.exec(source)?.[1] ?? null;
  let text = replaceInlineFields(source.replace(BLOCK_ID, ''), ({ key, value }) => {
    fields[key.toLowerCase()] = value;
    return ' ';
  });
  text = text.replace(EMOJI_DATE, (_, sign: string, value: string) => {
    const date = parseCalendarDate(value);
    if (sign === '✅') doneOn = date;
    else if (sign === '📅' || sign === '📆' || sign === '🗓') due = date;
    else if (sign === '⏳' && due === null) due = date;
    return ' ';
  });
  const id = TASK_ID.exec(text)?.[1] ?? fields.id ?? blockId;
  text = text.replace(EMOJI_OTHER, ' ');
  const optional = OPTIONAL.test(text);
  return {
    text: text
      .replace(OPTIONAL, ' ')
      .replace(/[ \t]+/g, ' ')
      .trim(),
    due: due ?? parseCalendarDate(fields.due ?? fields.deadline ?? ''),
    doneOn: doneOn ?? parseCalendarDate(fields.completion ?? fields.completed ?? ''),
    owner: fields.owner ?? fields.assignee ?? null,
    id,
    optional,
    fields,
  };
}
