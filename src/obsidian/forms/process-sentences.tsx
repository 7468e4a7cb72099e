import type { JSX } from 'preact';
import { type ProcessDescription, withSentence } from '../../domain/process';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { Chip } from '../panel/chip';

/** The sentences of a description: which were used, and what can be made of those that were not. */
export function Sentences({
  description,
  shown,
  set,
  read,
}: {
  readonly description: ProcessDescription;
  readonly shown: number | null;
  readonly set: (description: ProcessDescription) => void;
  readonly read: (text: string) => ProcessDescription;
}): JSX.Element {
  const { sentences, unused } = description;
  const use = (index: number, as: 'step' | 'exception'): void => set(withSentence(description, index, as, read));
  return (
    <section class="shipshape-pane">
      <div class="shipshape-section-title">{WORDS.sentences}</div>
      <ol class="shipshape-rows">
        {sentences.map(({ text }, index) => (
          <li key={index} class={classOf(unused.includes(index), shown === index)}>
            {text}
            {unused.includes(index) && (
              <span class="shipshape-act-row">
                <span class="shipshape-note">{WORDS.unused}</span>
                <Chip label={WORDS.asStep} about={text} run={() => use(index, 'step')} />
                <Chip label={WORDS.asException} about={text} run={() => use(index, 'exception')} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function classOf(isUnused: boolean, isShown: boolean): string {
  return ['shipshape-sentence', isUnused ? 'is-unused' : '', isShown ? 'is-shown' : ''].filter(Boolean).join(' ');
}
