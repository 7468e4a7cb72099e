import { lazily } from '../../domain/lazily';
import { isSomebody, NAMES, type SentenceContext, type Told, told } from './grammar';

/** Work in German: "Ann schickt …" says too little; a verb of duty, a passive or a day says enough. */
const GERMAN = lazily(
  () =>
    new RegExp(
      String.raw`(?:^|\s)(?:wird|werden|soll|sollen|sollte|muss|müssen|übernimmt|übernehmen|kümmert sich|` +
        String.raw`kümmern sich|klärt|prüft|schickt|erstellt|meldet sich|fragt)\s(?:.*\s)?(\p{Ll}+(?:en|t|n)|an|` +
        String.raw`ab|um|nach|vor|bei|mit|zu|um|ein|aus)(?:\s(?:werden|wird))?[.!]?$|\s(?:nötig|erforderlich|` +
        String.raw`notwendig|zu (?:klären|prüfen|erledigen|machen|tun))\b`,
      'u',
    ),
);
const GERMAN_WORD =
  /(?:^|\s)(?:der|die|das|den|dem|ein|eine|und|für|mit|nicht|wird|werden|ist|bis|im|zum|zur|auf|ins)\s/i;
const GERMAN_NAMED = lazily(
  () =>
    new RegExp(
      `^(?:der\\s|die\\s)?(${NAMES})\\s(?:wird|soll|muss|übernimmt|kümmert|klärt|` +
        `prüft|schickt|erstellt|meldet|fragt)\\b`,
      'u',
    ),
);
/** French, Spanish and Portuguese: duties, and "is left to do". */
const ROMANCE = lazily(
  () =>
    new RegExp(
      String.raw`^(?:il (?:faut|faudra)|à faire|prévoir de|reste à|hay que|queda(?:n)? (?:pendiente|por)|` +
        String.raw`pendiente|falta(?:n)?|se debe|debemos|tenemos que|é preciso|precisamos|ficou (?:decidido|` +
        String.raw`acordado|de)|fica responsável|será (?:feito|enviad|realizad)|vai ser|devemos|temos que)\b`,
      'i',
    ),
);
const ROMANCE_NAMED = lazily(
  () =>
    new RegExp(
      `^(${NAMES})\\s(?:va|doit|devra|se charge de|s['’]occupe de|debe|deberá|` +
        `va a|se encarga(?:rá)? de|enviará|hará|vai|deve|ficou de|irá|fica responsável por)\\s`,
      'u',
    ),
);

/** Actions in languages other than English, by what their verbs of duty look like. */
export function elsewhereIn(text: string, { speaker, isItem, people }: SentenceContext): Told | null {
  const named = GERMAN_NAMED().exec(text) ?? ROMANCE_NAMED().exec(text);
  if (named && isSomebody(named[1] ?? '', people)) return told('action', named[1] ?? null, text);
  if (ROMANCE().test(text)) return told('action', speaker, text);
  return isItem && GERMAN_WORD.test(text) && GERMAN().test(text) ? told('action', speaker, text) : null;
}
