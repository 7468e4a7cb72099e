import type { CliData, CliFlags, Plugin } from 'obsidian';
import { STATUS_AUDIENCES, type StatusAudience } from '../domain/status/kept-status';
import {
  type AnswerFormat,
  type Asked,
  findingsAnswer,
  followUpsAnswer,
  riskAnswer,
  statusAnswer,
} from '../presentation/answers';
import { CLI_WORDING as WORDS } from '../presentation/cli-wording';
import { followUpsIn, type VaultState } from '../workflows/vault-state';
import type { PluginSettings } from './plugin-settings';
import { settled, type Watched } from './settled';

/** One command for the app's command line. It only reads, and answers with what the headless report says. */
interface CliCommand {
  readonly name: string;
  readonly about: string;
  readonly flags: CliFlags | null;
  readonly answer: (given: CliData, state: VaultState, asked: Asked) => string;
}

const FORMAT: CliFlags = { format: { value: '<text|json>', description: WORDS.format } };

const COMMANDS: readonly CliCommand[] = [
  {
    name: 'shipshape:risk',
    about: WORDS.risk,
    flags: FORMAT,
    answer: (given, _, asked) => riskAnswer(asked, formatOf(given)),
  },
  {
    name: 'shipshape:findings',
    about: WORDS.findings,
    flags: FORMAT,
    answer: (given, _, asked) => findingsAnswer(asked, formatOf(given)),
  },
  {
    name: 'shipshape:follow-ups',
    about: WORDS.followUps,
    flags: { ...FORMAT, party: { value: '<name>', description: WORDS.party } },
    answer: (given, state, { today }) =>
      followUpsAnswer(followUpsIn(state), { today, party: given.party ?? '' }, formatOf(given)),
  },
  {
    name: 'shipshape:status',
    about: WORDS.status,
    flags: {
      ...FORMAT,
      release: { value: '<name>', description: WORDS.release },
      audience: { value: `<${STATUS_AUDIENCES.join('|')}>`, description: WORDS.audience },
      party: { value: '<name>', description: WORDS.party },
    },
    answer: (given, { statuses }, asked) => {
      const audience = audienceOf(given.audience);
      if (audience === null) return `${WORDS.unknownAudience(given.audience ?? '', STATUS_AUDIENCES)}\n`;
      const reader = { audience, party: given.party ?? '' };
      return statusAnswer(asked, { reader, wanted: given.release ?? '', kept: statuses }, formatOf(given));
    },
  },
];

function formatOf({ format }: CliData): AnswerFormat {
  return format === 'json' ? 'json' : 'text';
}

function audienceOf(given: string | undefined): StatusAudience | null {
  return given === undefined ? 'executive' : (STATUS_AUDIENCES.find((one) => one === given) ?? null);
}

/** Registers the commands; each waits until the notes have been read. */
export function addCliHandlers(plugin: Plugin, { current }: PluginSettings, watch: Watched): void {
  plugin.registerCliHandler('shipshape', WORDS.about, null, () =>
    [WORDS.about, ...COMMANDS.map(({ name, about }) => `  ${name}  ${about}`), ''].join('\n'),
  );
  for (const { name, about, flags, answer } of COMMANDS)
    plugin.registerCliHandler(name, about, flags, async (given) => {
      await settled(watch);
      const state = watch.state();
      const asked = { releases: state.releases, today: state.today, calendar: current().calendar };
      return answer(given, state, asked);
    });
}
