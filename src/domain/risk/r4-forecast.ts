import { isProven } from '../forecast/kept-forecast';
import { openRequired } from '../release';
import { gateName, type RiskRule } from './risk-rule';

/** R4: by what was done so far, the gate will probably be missed. Says nothing where there is no number. */
export const forecastLow: RiskRule = {
  id: 'R4',
  assess: (context) => {
    const { release, policy, gate, outlook } = context;
    const settings = policy.rules.R4;
    const forecast = outlook.result?.forecast;
    if (!gate || !forecast || forecast.gate === null) return null;
    const percent = Math.round(forecast.gate * 1000) / 10;
    if (percent >= settings.amberAt) return null;
    // Until some forecasts of this vault are scored nobody knows how good they are here.
    const red = percent < settings.redAt && isProven(outlook.record);
    return {
      rule: 'R4',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : settings.amberWeight,
      variant: forecast.slowest ? 'slowest' : 'low',
      values: {
        chance: forecast.gate,
        gate: gateName(context),
        date: gate,
        slowest: forecast.slowest?.title ?? '',
        without: forecast.slowest?.gateWithout ?? 0,
      },
      evidence: openRequired(release.items).map(({ evidence }) => evidence),
    };
  },
};
