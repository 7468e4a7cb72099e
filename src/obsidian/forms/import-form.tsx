import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutsideReading } from '../../domain/outside-item';
import { reasonOf } from '../../domain/reason-of';
import { IMPORT_WORDING as WORDS } from '../../presentation/import-wording';
import { Buttons } from './fields';
import { type ImportChoice, type ImportOffer, type ImportPreview, Understood, Where } from './import-preview';

interface ImportProps {
  readonly start: readonly File[];
  readonly read: (files: readonly File[], isStopped: () => boolean) => Promise<OutsideReading | null>;
  readonly offer: (reading: OutsideReading) => ImportOffer;
  readonly preview: (reading: OutsideReading, choice: ImportChoice) => Promise<ImportPreview>;
  readonly save: (reading: OutsideReading, choice: ImportChoice) => void;
  readonly close: () => void;
}

type State =
  | { readonly is: 'waiting' | 'reading' }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'read'; readonly reading: OutsideReading; readonly offer: ImportOffer };

const NO_CHOICE: ImportChoice = { release: '', version: null, folder: null, overwrite: false };

/** Reads files, the last ones that were chosen, and can be stopped. */
function useReading({ start, read, offer }: ImportProps): {
  readonly state: State;
  readonly take: (files: readonly File[]) => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<State>({ is: 'waiting' });
  const run = useRef(0);
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    const mine = ++run.current;
    setState({ is: 'reading' });
    void read(files, () => run.current !== mine).then(
      (reading) => {
        if (run.current === mine && reading) setState({ is: 'read', reading, offer: offer(reading) });
      },
      (error: unknown) => {
        if (run.current === mine) setState({ is: 'failed', why: WORDS.unreadable(reasonOf(error)) });
      },
    );
  };
  useEffect(() => {
    take(start);
    return () => void run.current++;
  }, []);
  const stop = (): void => {
    run.current++;
    setState({ is: 'failed', why: WORDS.stopped });
  };
  return { state, take, stop };
}

/** What would be written for a choice, as soon as that is known. */
function usePreview(
  reading: OutsideReading | null,
  choice: ImportChoice,
  preview: ImportProps['preview'],
): ImportPreview | null {
  const [shown, setShown] = useState<ImportPreview | null>(null);
  useEffect(() => {
    setShown(null);
    if (!reading) return;
    let isOver = false;
    void preview(reading, choice).then((found) => {
      if (!isOver) setShown(found);
    });
    return () => {
      isOver = true;
    };
  }, [reading, choice]);
  return shown;
}

/** A file is chosen or dropped, shown as it was understood, and written only then. */
export function ImportForm(props: ImportProps): JSX.Element {
  const { preview, save, close } = props;
  const { state, take, stop } = useReading(props);
  const offer = state.is === 'read' ? state.offer : null;
  const reading = state.is === 'read' ? state.reading : null;
  const [choice, setChoice] = useState<ImportChoice>(NO_CHOICE);
  useEffect(() => {
    if (!offer) return;
    const { release, version, folder } = offer;
    setChoice({ release, version, folder: reading?.kind === 'pages' ? folder : null, overwrite: false });
  }, [offer]);
  const shown = usePreview(reading, choice, preview);
  return (
    <form
      class="shipshape-form shipshape-import"
      onSubmit={(event) => {
        event.preventDefault();
        if (reading && shown?.canWrite) save(reading, choice);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <FileField take={take} />
      {state.is === 'reading' && <Working stop={stop} />}
      {state.is === 'failed' && (
        <p class="shipshape-import-problem" role="alert">
          {state.why}
        </p>
      )}
      {reading && <Understood reading={reading} />}
      {reading && offer && reading.system !== null && (
        <Where offer={offer} isWork={reading.kind === 'issues'} choice={choice} set={setChoice} shown={shown} />
      )}
      <Buttons submit={WORDS.write} disabled={!shown?.canWrite} close={close} />
    </form>
  );
}

function FileField({ take }: { readonly take: (files: readonly File[]) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="setting-item">
      <div class="setting-item-info">
        <label class="setting-item-name" for="shipshape-import-files">
          {WORDS.files}
        </label>
        <div class="setting-item-description">{WORDS.filesHint}</div>
      </div>
      <div class="setting-item-control">
        <input
          ref={input}
          id="shipshape-import-files"
          class="shipshape-file"
          type="file"
          multiple
          onChange={({ currentTarget }) => take([...(currentTarget.files ?? [])])}
        />
      </div>
    </div>
  );
}

function Working({ stop }: { readonly stop: () => void }): JSX.Element {
  return (
    <div class="shipshape-progress">
      <progress aria-label={WORDS.reading} />
      <span class="shipshape-progress-label" role="status">
        {WORDS.reading}
      </span>
      <button type="button" onClick={stop}>
        {WORDS.stop}
      </button>
    </div>
  );
}
