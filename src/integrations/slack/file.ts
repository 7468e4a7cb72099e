import { type OutsideMessage, type OutsideProblem, type OutsideReading, readingOf } from '../../domain/outside-item';
import { fromEpoch } from '../files/times';
import type { OutsideFile } from '../files/outside-files';
import { fieldsOf, listOf, nameOf, textOf } from '../files/unknown';

const TS = /^\d{9,11}\.\d{1,6}$/;
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.json$/;
/** Files beside the channels that hold no messages. */
const LISTS = new Set([
  ...['users.json', 'channels.json', 'groups.json', 'dms.json', 'mpims.json', 'integration_logs.json'],
  ...['canvases.json', 'file_conversations.json', 'lists.json', 'huddle_transcripts.json'],
]);
const MESSAGES_A_STEP = 2000;

/** Words of a message as its readers saw them: names for ids, links as they were called. */
function spoken(text: string, nameOfUser: (id: string) => string): string {
  return text
    .replace(/<@[A-Z0-9]+\|([^<>|]{1,80})>/g, '@$1')
    .replace(/<@([A-Z0-9]{1,40})>/g, (_, id: string) => `@${nameOfUser(id)}`)
    .replace(
      /<([#!])([^<>|]{1,80})(?:\|([^<>|]{1,80}))?>/g,
      (_, sign: string, id: string, name?: string) => `${sign === '#' ? '#' : '@'}${name ?? id}`,
    )
    .replace(/<(?:https?|mailto):[^<>|]{1,1000}\|([^<>|]{1,300})>/g, '$1')
    .replace(/<((?:https?|mailto):[^<>|]{1,1000})>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** A message of an export or of an answer; null for what has no time of its own. */
function messageOf(
  value: unknown,
  place: { readonly row: number; readonly file: string; readonly channel: string | null },
  personOf: (id: string) => Person,
): OutsideMessage | null {
  const message = fieldsOf(value);
  // A number loses its last digits' zeros, which are part of the name.
  const number = message?.['ts'];
  const ts = typeof number === 'number' ? number.toFixed(6) : textOf(number);
  if (!message || ts === null || !TS.test(ts)) return null;
  const user = textOf(message['user']);
  const text = typeof message['text'] === 'string' ? message['text'] : '';
  return {
    ...place,
    ts,
    utc: fromEpoch(ts.slice(0, ts.indexOf('.'))) ?? '',
    user: user === null ? textOf(message['username']) : personOf(user).name,
    author: user === null ? (textOf(message['username']) ?? textOf(message['bot_id'])) : personOf(user).shown,
    bot: textOf(message['username']) ?? textOf(message['bot_id']),
    subtype: textOf(message['subtype']),
    text,
    said: spoken(text, (id) => personOf(id).shown),
    thread: textOf(message['thread_ts']),
  };
}

const isMessages = (list: readonly unknown[]): boolean =>
  list.length > 0 &&
  list.every((one) => nameOf(fieldsOf(one)?.['ts']) !== null && fieldsOf(one)?.['text'] !== undefined);

/** A person as an export lists them: the name of the account, and the one that readers saw. */
interface Person {
  readonly name: string;
  readonly shown: string;
}

const asId = (id: string): Person => ({ name: id, shown: id });

/** People by their id, from the export's list of them. */
function peopleOf(files: readonly OutsideFile[]): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const file of files)
    if (file.name === 'users.json')
      for (const user of listOf(file.json())) {
        const id = textOf(fieldsOf(user)?.['id']);
        const name = nameOf(user, 'name', 'real_name');
        const shown = nameOf(fieldsOf(user)?.['profile'], 'display_name', 'real_name') ?? nameOf(user, 'real_name');
        if (id !== null && name !== null) people.set(id, { name, shown: shown ?? name });
      }
  return people;
}

function readAnswer(file: OutsideFile): OutsideReading | null {
  const answer = fieldsOf(file.json());
  const list = listOf(answer?.['messages']);
  if (!answer || !isMessages(list)) return null;
  const items = list.flatMap(
    (one, index) => messageOf(one, { row: index + 1, file: file.path, channel: null }, asId) ?? [],
  );
  return readingOf('slack', 'slack-api-history', 'messages', items, {
    rows: list.length,
    problems: answer['has_more'] === true ? [{ row: null, text: 'The file is one page of more.' }] : [],
  });
}

/** Reads messages of Slack: an export's folders, or an answer of its interface. */
export function* readSlackFiles(files: readonly OutsideFile[]): Generator<void, OutsideReading | null> {
  const json = files.filter((file) => file.hasExtension('json'));
  const only = json[0];
  if (json.length === 1 && only) {
    const answer = readAnswer(only);
    if (answer) return answer;
  }
  const isExport = json.some(({ name }) => name === 'channels.json' || name === 'users.json');
  const days = json.filter((file) => !LISTS.has(file.name) && (DAY_FILE.test(file.name) || isExport));
  if (days.length === 0) return null;
  const people = peopleOf(json);
  const items: OutsideMessage[] = [];
  const problems: OutsideProblem[] = [];
  let rows = 0;
  let broken = 0;
  for (const file of days) {
    const list = listOf(file.json());
    if (file.json() === undefined) problems.push({ row: null, text: `${file.path} is damaged.` });
    if (!isMessages(list)) continue;
    const channel = file.folder === '' ? null : file.folder.slice(file.folder.lastIndexOf('/') + 1);
    for (const one of list) {
      rows++;
      const message = messageOf(one, { row: rows, file: file.path, channel }, (id) => people.get(id) ?? asId(id));
      if (message) items.push(message);
      else broken++;
      if (rows % MESSAGES_A_STEP === 0) yield;
    }
  }
  if (rows === 0) return isExport ? readingOf('slack', 'slack-export', 'messages', [], { problems }) : null;
  if (broken > 0) problems.push({ row: null, text: `${broken} of ${rows} are no messages.` });
  return readingOf('slack', 'slack-export', 'messages', items, { rows, problems });
}
