import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { partyKey } from '../../domain/party';
import { type PlacedStatus, STATUS_AUDIENCES, type StatusAudience } from '../../domain/status/kept-status';
import { type Place, placeOf } from '../../presentation/place';
import { renderStatus, STATUS_FORMATS, type StatusFormat } from '../../presentation/status/render-status';
import { checkStatus, type StatusFinding } from '../../presentation/status/status-checks';
import type { StatusOf, StatusSentence } from '../../presentation/status/status-sentence';
import { type StatusUpdate, statusUpdate } from '../../presentation/status/status-update';
import { STATUS_WORDING as WORDS } from '../../presentation/status/status-wording';
import { wordsIn } from '../../presentation/status/text-sentences';
import { Icon } from '../panel/icon';
import { Buttons, Choice } from './fields';

interface StatusProps {
  readonly of: StatusOf;
  readonly kept: readonly PlacedStatus[];
  readonly open: (place: Place) => void;
  readonly copy: (update: StatusUpdate, text: string) => void;
  /** `text` is null as long as nobody edited it. */
  readonly save: (update: StatusUpdate, text: string | null) => void;
  readonly close: () => void;
}

/** A status update: chosen for somebody, traced sentence by sentence, edited where wanted, checked, given out. */
export function StatusForm({ of, kept, open, copy, save, close }: StatusProps): JSX.Element {
  const parties = useMemo(() => partiesOf(of), []);
  const [audience, setAudience] = useState<StatusAudience>('executive');
  const [party, setParty] = useState(parties[0] ?? '');
  const [format, setFormat] = useState<StatusFormat>('markdown');
  const [edited, setEdited] = useState<string | null>(null);
  const reader = { audience, party: audience === 'stakeholder' ? party : '' };
  const update = useMemo(() => statusUpdate(of, reader, kept), [audience, party]);
  const text = edited ?? renderStatus(update, format);
  // Another choice is another text: what was typed belongs to the one before.
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: string): void => {
      set(value as T);
      setEdited(null);
    };
  return (
    <form
      class="shipshape-form shipshape-update"
      onSubmit={(event) => {
        event.preventDefault();
        copy(update, text);
      }}
    >
      <Choice label={WORDS.audience} value={audience} set={changed(setAudience)} options={audiencesOf(parties)} />
      {audience === 'stakeholder' && (
        <Choice
          label={WORDS.party}
          value={party}
          set={changed(setParty)}
          options={parties.map((name) => [name, name])}
        />
      )}
      <Choice label={WORDS.format} value={format} set={changed(setFormat)} options={FORMATS} />
      {edited === null ? <Preview update={update} open={open} /> : <Editor text={edited} set={setEdited} />}
      <div class="shipshape-status-line">
        <span class="shipshape-note">{WORDS.words(wordsIn(text), text.length)}</span>
        <button type="button" class="shipshape-link" onClick={() => setEdited(edited === null ? text : null)}>
          {edited === null ? WORDS.edit : WORDS.asGenerated}
        </button>
      </div>
      <Findings findings={useMemo(() => checkStatus(text, of, update), [text])} />
      <Buttons submit={WORDS.copy} disabled={text.trim() === ''} close={close}>
        <button type="button" disabled={text.trim() === ''} onClick={() => save(update, edited)}>
          {WORDS.save}
        </button>
      </Buttons>
    </form>
  );
}

const FORMATS = STATUS_FORMATS.map((name) => [name, WORDS.formats[name]] as const);

/** Nobody is a stakeholder of a release in which nobody is named. */
function audiencesOf(parties: readonly string[]): (readonly [string, string])[] {
  return STATUS_AUDIENCES.filter((name) => name !== 'stakeholder' || parties.length > 0).map((name) => [
    name,
    WORDS.audiences[name],
  ]);
}

/** Everybody who is asked for something, or asks for it. */
function partiesOf({ assessment: { followUps }, release: { items } }: StatusOf): string[] {
  const all = [...followUps.map(({ who }) => who), ...items.map(({ owner }) => owner)];
  return [...new Map(all.flatMap((who) => (who === null ? [] : [[partyKey(who), who] as const]))).values()];
}

/** The text, in which each sentence shows its lines and opens the first of them. */
function Preview({
  update: { blocks },
  open,
}: {
  readonly update: StatusUpdate;
  readonly open: StatusProps['open'];
}): JSX.Element {
  return (
    <div class="shipshape-status-text" aria-label={WORDS.preview} role="group" dir="auto">
      {blocks.map(({ heading, isList, items }, index) => {
        const lines = items.map((item, at) => <Sentences key={at} item={item} open={open} as={isList ? 'li' : 'p'} />);
        return (
          <section key={`${heading}${index}`}>
            {heading !== '' && <h3>{heading}</h3>}
            {isList ? <ul>{lines}</ul> : lines}
          </section>
        );
      })}
    </div>
  );
}

function Sentences({
  item,
  open,
  as: Tag,
}: {
  readonly item: readonly StatusSentence[];
  readonly open: StatusProps['open'];
  readonly as: 'li' | 'p';
}): JSX.Element {
  return (
    <Tag>
      {item.map((one) => (
        <Sentence key={one.text} one={one} open={open} />
      ))}
    </Tag>
  );
}

const MOST_SHOWN = 4;

function Sentence({
  one: { text, sources },
  open,
}: {
  readonly one: StatusSentence;
  readonly open: StatusProps['open'];
}): JSX.Element {
  const [first] = sources;
  const shown = sources.slice(0, MOST_SHOWN).map((source) => `${placeOf(source).label}: ${source.text}`);
  const more = sources.length - shown.length;
  const show = (): void => {
    if (first) open(placeOf(first));
  };
  // No button: a sentence breaks over lines like the words of any text.
  return (
    <>
      <a
        class="shipshape-told"
        role="button"
        tabIndex={0}
        title={[...shown, ...(more > 0 ? [WORDS.moreLines(more)] : [])].join('\n')}
        onClick={show}
        onKeyDown={({ key }) => {
          if (key === 'Enter') show();
        }}
      >
        {text}
      </a>{' '}
    </>
  );
}

function Editor({ text, set }: { readonly text: string; readonly set: (text: string) => void }): JSX.Element {
  return (
    <textarea
      class="shipshape-status-edit"
      rows={12}
      dir="auto"
      aria-label={WORDS.edited}
      value={text}
      onInput={({ currentTarget: { value } }) => set(value)}
    />
  );
}

function Findings({ findings }: { readonly findings: readonly StatusFinding[] }): JSX.Element {
  return (
    <ul class="shipshape-findings" aria-label={WORDS.checks} aria-live="polite">
      {findings.length === 0 && (
        <li class="is-passed">
          <Icon name="circle-check" />
          {WORDS.passed}
        </li>
      )}
      {findings.map(({ rule, line, message }) => (
        <li key={`${rule}${line}${message}`}>
          <Icon name="circle-alert" />
          <span dir="auto">{line > 0 ? `${WORDS.inLine(line)} ${message}` : message}</span>
        </li>
      ))}
    </ul>
  );
}
