// What the calibration runs: the forecast's own models over series of counts.
export { brierScore } from '../../src/domain/forecast/score';
export { backtestQueue, backtestSlips, baseRateOf, EVENT_SHARE, familyOf, parseSeries } from './backtest';
