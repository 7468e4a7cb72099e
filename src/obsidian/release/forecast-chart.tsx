import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { burnUpChart } from '../../presentation/release-view/burn-up-chart';
import type { BurnUpChart, ChartInputs } from '../../presentation/release-view/chart-frame';
import { RELEASE_VIEW_WORDING } from '../../presentation/release-view/release-view-wording';
import type { PanelActions } from '../panel/panel-actions';
import { ChartPicture } from './chart-picture';

const WORDS = RELEASE_VIEW_WORDING.chart;
const FIRST_WIDTH = 600;
const NARROWEST = 240;

/** Burn-up and outcomes on one axis, drawn for the room there is; the same as a table on demand. */
export function ForecastChart({
  inputs,
  isTable,
  actions,
}: {
  readonly inputs: ChartInputs;
  readonly isTable: boolean;
  readonly actions: PanelActions;
}): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(NARROWEST, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chart = burnUpChart(inputs, width);
  return (
    <div class="shipshape-chart" ref={frame}>
      {isTable ? <ChartTable chart={chart} /> : <ChartPicture chart={chart} open={actions.open} />}
    </div>
  );
}

/** The same as a table. */
export function ChartTable({ chart }: { readonly chart: BurnUpChart }): JSX.Element {
  return (
    <table class="shipshape-table">
      <caption class="shipshape-hidden">{WORDS.title}</caption>
      <thead>
        <tr>
          <th scope="col">{WORDS.day}</th>
          <th scope="col">{WORDS.what}</th>
        </tr>
      </thead>
      <tbody>
        {chart.table.map(([day, what], index) => (
          <tr key={index}>
            <td>{day}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
