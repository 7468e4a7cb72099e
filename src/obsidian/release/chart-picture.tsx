import type { JSX } from 'preact';
import type { BurnUpChart, ChartDot, ChartLabel } from '../../presentation/release-view/chart-frame';
import { RELEASE_VIEW_WORDING } from '../../presentation/release-view/release-view-wording';
import type { Place } from '../../presentation/place';
import { useUniqueId } from '../panel/unique-id';

const WORDS = RELEASE_VIEW_WORDING.chart;
const HALF_LINE = 0.75;

/** Opens the line of a step. */
type OpenPlace = (place: Place, event: MouseEvent | KeyboardEvent) => void;

/** The picture of a forecast; `open` null where nothing can be opened, `style` where it stands alone. */
export function ChartPicture({
  chart,
  open,
  style = null,
}: {
  readonly chart: BurnUpChart;
  readonly open: OpenPlace | null;
  readonly style?: string | null;
}): JSX.Element {
  const id = useUniqueId();
  const { width, height } = chart;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={style === null ? undefined : 'shipshape-chart'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      direction="ltr"
    >
      {style !== null && <style>{style}</style>}
      <title id={`${id}-title`}>{WORDS.title}</title>
      <desc id={`${id}-desc`}>{chart.description}</desc>
      <g aria-hidden="true">
        <Axes chart={chart} />
        <path class="shipshape-chart-area" d={chart.doneArea} />
        <path class="shipshape-chart-done" d={chart.donePath} />
        <path class="shipshape-chart-scope" d={chart.scopePath} />
        {chart.limits.map(({ kind, x, label }) => (
          <g key={kind} class={`shipshape-chart-limit is-${kind}`}>
            <line x1={x} x2={x} y1={label.y - 10} y2={chart.axisY} />
            <Label label={label} />
          </g>
        ))}
        {chart.ends.map((end) => (
          <Label key={end.kind} label={end} class={`shipshape-chart-end is-${end.kind}`} />
        ))}
        {chart.later && <Label label={chart.later} class="shipshape-chart-axis" />}
        {chart.dots.map((dot, index) => (
          <Dot key={index} dot={dot} size={chart.dotSize} />
        ))}
      </g>
      {chart.steps.map((step) => (
        <Step key={`${step.place.path}:${step.place.line}`} step={step} open={open} />
      ))}
    </svg>
  );
}

function Axes({ chart }: { readonly chart: BurnUpChart }): JSX.Element {
  const { plot, axisY, height } = chart;
  return (
    <>
      <text class="shipshape-chart-axis" x={0} y={12}>
        {WORDS.items}
      </text>
      {chart.grid.map((line) => (
        <g key={line.text}>
          <line class="shipshape-chart-grid" x1={plot.left} x2={plot.todayX} y1={line.y} y2={line.y} />
          <Label label={{ ...line, y: line.y + 4 }} class="shipshape-chart-axis" />
        </g>
      ))}
      <line class="shipshape-chart-base" x1={plot.left} x2={plot.right} y1={axisY} y2={axisY} />
      {chart.ticks.map((tick) => (
        <Label key={tick.x} label={tick} class="shipshape-chart-axis" />
      ))}
      <text class="shipshape-chart-axis" x={plot.left} y={height - 8}>
        {WORDS.businessDays}
      </text>
    </>
  );
}

/** In time: a filled circle; later: a hollow square, so that colour is not needed. */
function Dot({ dot: { x, y, isInTime }, size }: { readonly dot: ChartDot; readonly size: number }): JSX.Element {
  return isInTime ? (
    <circle class="shipshape-chart-dot is-in-time" cx={x} cy={y} r={size / 2} />
  ) : (
    <rect
      class="shipshape-chart-dot is-late"
      x={x - size / 2 + HALF_LINE}
      y={y - size / 2 + HALF_LINE}
      width={size - 2 * HALF_LINE}
      height={size - 2 * HALF_LINE}
    />
  );
}

/** Where the scope grew: its line can be opened. */
function Step({
  step,
  open,
}: {
  readonly step: BurnUpChart['steps'][number];
  readonly open: OpenPlace | null;
}): JSX.Element {
  const { title, place, dotY, dotX } = step;
  const pressed = open && {
    role: 'button' as const,
    tabIndex: 0,
    'aria-label': `${title}, ${place.label}`,
    onClick: (event: MouseEvent) => open(place, event),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') open(place, event);
    },
  };
  return (
    <g class="shipshape-chart-step" {...pressed}>
      <title>{`${title}\n${place.label}`}</title>
      <circle cx={dotX} cy={dotY} r={3.5} />
      <Label label={step} />
    </g>
  );
}

function Label({
  label: { x, y, text, anchor },
  class: name,
}: {
  readonly label: ChartLabel;
  readonly class?: string;
}): JSX.Element {
  return (
    <text class={name} x={x} y={y} text-anchor={anchor}>
      {text}
    </text>
  );
}
