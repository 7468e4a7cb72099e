import type { JSX } from 'preact';
import { PORTFOLIO_WORDING as WORDS } from '../../presentation/portfolio/portfolio-wording';
import type { TimeLine } from '../../presentation/portfolio/time-line';

/** Months and weeks above the rows, and what stands at the two sides. */
export function TimeAxis({ model, today }: { readonly model: TimeLine; readonly today: string }): JSX.Element {
  const { scale, todayX } = model;
  return (
    <div class="shipshape-time-axis" aria-hidden="true">
      <div class="shipshape-time-name">{WORDS.release}</div>
      <div class="shipshape-time-track">
        {scale.months.map(({ x, text }) => (
          <span key={x} class="shipshape-time-month" style={{ insetInlineStart: `${x}px` }}>
            {text}
          </span>
        ))}
        {scale.weeks.map(({ x, text }) => (
          <span key={x} class="shipshape-time-week" style={{ insetInlineStart: `${x}px` }}>
            {text}
          </span>
        ))}
        <span class="shipshape-time-today-name" style={{ insetInlineStart: `${todayX}px` }}>
          {WORDS.today(today)}
        </span>
      </div>
      <div class="shipshape-time-end">{WORDS.chance}</div>
    </div>
  );
}

/** What lies behind the rows: weekends, days off, freezes, months, today. */
export function TimeGround({ model }: { readonly model: TimeLine }): JSX.Element {
  const { scale, bands, todayX } = model;
  return (
    <div class="shipshape-time-ground" aria-hidden="true">
      {scale.weekends.map(({ x, width }) => (
        <span key={x} class="shipshape-time-weekend" style={{ insetInlineStart: `${x}px`, width: `${width}px` }} />
      ))}
      {bands.map(({ kind, x, width, text }) => (
        <span
          key={`${kind} ${x}`}
          class={`shipshape-time-band is-${kind}`}
          style={{ insetInlineStart: `${x}px`, width: `${width}px` }}
          title={text}
        >
          {kind === 'freeze' && <span>{text}</span>}
        </span>
      ))}
      {scale.months.slice(1).map(({ x }) => (
        <span key={x} class="shipshape-time-month-line" style={{ insetInlineStart: `${x}px` }} />
      ))}
      <span class="shipshape-time-today" style={{ insetInlineStart: `${todayX}px` }} />
    </div>
  );
}
