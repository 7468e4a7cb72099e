import type { JSX } from 'preact';
import type { ForecastModel } from '../../presentation/forecast-model';

/** What the forecast says, the sentence first, with how much it rests on. */
export function ForecastText({ model }: { readonly model: ForecastModel }): JSX.Element {
  const { sentence, sample, more } = model;
  return (
    <div class="shipshape-forecast">
      <span class="shipshape-text">
        {sentence}
        {sample !== '' && <span class="shipshape-note">{` (${sample})`}</span>}
      </span>
      {more.map((text) => (
        <span key={text} class="shipshape-note">
          {text}
        </span>
      ))}
    </div>
  );
}
