import { lazily } from '../../domain/lazily';

/** Tools, systems and channels that a step can name as its place or means. */
const TOOLS = [
  '15five|1password|active directory|admin (?:panel|console)|adyen|aha!?|aha|airtable|airflow|amplitude|ansible|app store connect|app store|appcues|argo rollouts|argo ?cd|asana|ashby|athena|aws',
  'azure devops|azure|backlog|balsamiq|bamboohr|bamboo|basecamp|bigcommerce|bigquery|bill\\.com|bitbucket|bitrise|board|braze|brex|browserstack|bugsnag|buildkite|calendar|calendly|canny|canva|cdn',
  'chameleon|chargebee|chromatic|churnzero|circleci|clickup|cli|cloudflare|cms|codemagic|coda|confluence|contentful|console|coupa|crashlytics|craft\\.io|crm|crowdin|culture amp|customer\\.io|cypress',
  'dagster|dashboard|databricks|datadog|dbt|deepnote|dependabot|digitalocean|discourse|discord|document360|docker hub|docusaurus|docusign|docker|domo|doodle|dovetail|dragonboat|draw\\.io|drata|dropbox',
  'e-mail|elasticsearch|email|entra id|eppo|excalidraw|excel|expensify|fastlane|fastly|figjam|figma|firehydrant|fireflies|firebase|fivetran|fly\\.io|freshdesk|frill|front|fullstory|gainsight|gcp|gitbook',
  'github|gitlab|gmail|gocardless|gong|google (?:docs?|sheets?|drive|slides|forms?|calendar|analytics)|google chat|google meet|grafana|great expectations|greenhouse|growthbook|gusto|hashicorp vault',
  'headway|heap|help cent(?:er|re)|heroku|hibob|hightouch|honeycomb|hootsuite|hotjar|hubspot|incident\\.io|intercom|intranet|intune|ironclad|iterable|jamf|jenkins|jira|jupyter|kafka|kibana|klaviyo',
  'kubernetes|lastpass|launchdarkly|launchnotes|leapsome|linkedin|linear|lokalise|looker(?: studio)?|lookback|loopio|loom|lucidchart|magento|mailchimp|mailgun|marketo|matillion|maven|maxio|metabase|miro',
  'mixpanel|mode|monday\\.com|monte carlo|mongodb|monday|mural|mysql|netsuite|netlify|new relic|notion|npm|nuclino|okta|onedrive|onetrust|opsgenie|optimizely|outreach|outlook|paddle|pagerduty|pendo',
  'personio|pganalyze|play console|play store|playwright|planhat|postgres|postmark|posthog|power ?bi|prefect|productboard|prometheus|puppet|pypi|qase|qlik|quickbooks|recurly|redshift|reddit|redis',
  'release board|retool|rippling|roadmunk|rollbar|rootly|rudderstack|s3|salesforce|salesloft|sandbox|sap|sauce labs|savvycal|segment|sendgrid|sentry|servicenow|shared drive|sharepoint|sheet|shortcut',
  'shopify|skype|slack|smartsheet|snipe-it|snowflake|snowplow|snyk|sonarqube|spinnaker|splunk|split|sprout social|spreadsheet|status page|statuspage|staging|statsig|storybook|stripe|superset|surveymonkey',
  'tableau|teamcity|teams|telegram|terraform|terminal|testflight|testrail|tettra|thoughtspot|ticketing system|totango|transifex|tracker|travis|trello|twitter|twilio|typeform|usertesting|userpilot',
  'uservoice|vanta|vault|vercel|vimeo|vitally|walkme|webflow|webex|whatsapp|whimsical|wiki|wordpress|workday|wrike|xero|xray|youtube|zapier|zendesk|zephyr|zeplin|zoominfo|zoom|zuora',
].join('|');
/** A product that is not in the list: a capitalised name behind a word of place. */
const NAMED =
  '(?!(?:Q[1-4]|H[12]|English|German|French|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\\p{L}]))\\p{Lu}[\\p{L}\\p{N}.]*(?:[ -](?:\\p{Lu}[\\p{L}\\p{N}]*)){0,3}(?![\\p{L}\\p{N}\u2063])';

/** Names that do the work, and are no place for it. */
const TEAMS =
  /^(?:the\s+)?(?:legal|finance|marketing|sales|support|engineering|product|design|security|ops|operations|hr|people|compliance|procurement|qa|it|data|analytics|research|success|cs|docs|leadership|customers?|accounting|payroll|privacy|brand|growth|platform|release)(?:\s|$)/i;
/** Verbs whose "with" or "from" names somebody. */
const WITH_PEOPLE =
  /^(?:check|confirm|agree|align|share|discuss|talk|speak|meet|review|work|coordinate|negotiate|get|obtain|collect|request|ask|clarify|verify|validate|receive|compare|go|start)$/;
/** Case counts here: "in Coupa" names a tool, "in march" does not. */
const NAMED_TOOL = lazily(
  () => new RegExp(`\\s(?:in|into|via|using|through|inside)\\s+((?:[Tt]he\\s+|our\\s+)?${NAMED})`, 'u'),
);
const MEANS = lazily(() => new RegExp(`\\s(?:with|from)\\s+((?:[Tt]he\\s+|our\\s+)?${NAMED})$`, 'u'));
const MORE_NAME = lazily(
  () => /^ (?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\p{L}]))\p{Lu}[\p{L}\p{N}]*/u,
);
const TOOL = lazily(
  () =>
    new RegExp(
      `\\s(?:in|into|on|onto|via|using|with|through|over|by|from|to|inside|at)\\s+((?:(?:the|our|a|an|your|their)\\s+)?(#[\\p{L}\\p{N}_-]+|(?:(?!(?:in|on|to|at|via|with|by|from|and|for|into|of)\\s)[\\p{L}\\p{N}-]+\\s+){0,2}?(?:${TOOLS})(?![\\p{L}\\p{N}\u2063])(?:\\s+(?:board|project|space|channel|ticket|tracker|dashboard|folder|page))?))`,
      'iu',
    ),
);
const UNIT = '(?:minutes?|mins?|hours?|hrs?|h|(?:business |working )?days?|weeks?|months?|quarters?|sprints?)';
const NUMBER = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|ten|twelve|twenty|thirty|24|48)';
const DAY = '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day';
const TIME =
  '(?:\\d{1,2}(?::\\d{2})?\\s*(?:am|pm|h)?(?:\\s*(?:utc|cet|et|pt|est|pst|gmt))?|noon|midnight|lunch(?:time)?|eod|eob|cob|end of (?:the )?(?:day|week|month|quarter|sprint|business)|close of business)';
const TIMING = lazily(
  () =>
    new RegExp(
      `[\\s,(](${[
        '(?:by|before|on|until)\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)(?:\\s+of\\s+(?:the|each|every)\\s+(?:month|quarter|year))?',
        'on working day (?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})|by working day (?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})',
        '(?:upon (?:arrival|receipt|completion|approval|request)|prior to (?:use|release|launch|publication|delivery)|with the (?:next|following) [\\p{L}]+(?: run)?$)',
        '(?:right |just )?(?:before|after|once|when|as soon as) (?:it|they|you|we|everything|all|the|this|that|[\\p{L}]+ (?:is|are|has|have))\\s[^,;]{2,50}$|once (?:released|approved|signed|done|ready|complete)$',
        '(?:once|twice|three times) (?:a|per|every) (?:day|week|month|quarter|year)',
        `the ${DAY} (?:before|after)`,
        `for (?:a maximum of|up to|at least|about) ${NUMBER}[\\s-]${UNIT}`,
        `for one ${UNIT}`,
        'during the (?:following |next |nightly |weekly |same )?[\\p{L}-]+$',
        `(?:within|in)\\s+the\\s+(?:first\\s+|next\\s+)?(?:hour|day|week)(?![\\p{L}])`,
        `(?:no later than|at most|at least|up to|within|inside of|after|every|in|roughly|about)\\s+(?:the (?:first|next|last)\\s+|about\\s+|another\\s+)?${NUMBER}[\\s-]${UNIT}(?:\\s+(?:of|before|after|ahead of|prior to|beforehand|later|in advance|ahead)(?:\\s+(?:the|its|each|every)?\\s*[\\p{L}-]+(?:\\s(?:date|day|meeting|call|launch|review))?)?)?`,
        `${NUMBER}[\\s-]${UNIT}\\s+(?:before|after|ahead of|prior to|beforehand|earlier|later|in advance)(?:\\s+(?:the\\s+)?[\\p{L}/-]+(?:\\s(?:date|day|meeting|call))?)?`,
        `(?:by|before|at)\\s+${TIME}\\s+on\\s+the\\s+(?:same|next|following)\\s+day`,
        `(?:by|before|until|on|at|no later than)\\s+(?:the\\s+)?(?:(?:next|following|same|first|last|end of)\\s+)?(?:${DAY}s?|tomorrow|${TIME})(?:\\s+(?:before|morning|afternoon|evening|noon|night|at\\s+${TIME}|${TIME}))?(?![\\p{L}]|\\s+(?:review|meeting|call|sync|stand-?up|demo)(?![\\p{L}]))`,
        `(?:every|each)\\s+(?:other\\s+|second\\s+)?(?:${DAY}|night|morning|afternoon|evening|day|week|month|quarter|sprint|hour|\\d+\\s+${UNIT})(?:\\s+(?:morning|afternoon|evening|at\\s+${TIME}))?`,
        '(?:before|after|by|ahead of)\\s+(?:the\\s+)?(?:launch|release|go-?live|deploy(?:ment)?|stand-?up|meeting|call|review|cut-?off|code freeze|freeze|kick-?off)(?:\\s+(?:day|date|meeting|call))?(?![\\p{L}])',
        '(?:immediately|straight away|right away|at once|the same day|same day|(?:daily|weekly|monthly|quarterly|hourly)(?!\\s+(?!(?:in|on|at|to|with|via|by|for|and|from)\\s)[\\p{L}])|asap|as soon as possible|on the (?:same|following|next|first|last) (?:business |working )?(?:day|morning|week)(?: of (?:the|each|every) (?:month|quarter|week))?|the (?:day|morning|week|evening) (?:before|after)|the next (?:business |working )?(?:day|morning)|T-\\d+)(?![\\p{L}])',
        `(?:by|before|at|until|towards)\\s+(?:the\\s+)?(?:end|start|close|beginning)\\s+of\\s+(?:the\\s+|each\\s+|every\\s+)?(?:first\\s+|last\\s+|next\\s+|same\\s+)?[\\p{L}-]+(?:\\s+day)?(?:\\s+and\\s+\\p{Lu}[\\p{L}]+)?`,
        `(?:by|before|on|until)\\s+(?:the\\s+)?(?:next|following|same|first|second|third|last)\\s+(?:(?:business|working)\\s+)?(?:day|morning|week)`,
        `(?:by|before|on|until)\\s+the\\s+(?:first|second|third|fifth|tenth|fifteenth|twentieth|last|\\d{1,2}(?:st|nd|rd|th))(?:\\s+(?:${DAY}|day))?\\s+of\\s+(?:the|each|every)\\s+(?:month|quarter|week|year)`,
        `for\\s+${NUMBER}[\\s-]${UNIT}$`,
        'on day (?:one|two|three|\\d+)',
        'before (?:you|we) (?:start|begin)|before starting',
        '(?:before|after)\\s+the\\s+[\\p{L}-]+(?:\\s[\\p{L}-]+)?$',
      ].join('|')})`,
      'iu',
    ),
);

/** A text without a phrase, and the phrase. */
export interface Taken {
  readonly rest: string;
  readonly phrase: string | null;
}

/** Takes out when something is done: "within 1 day", "by Thursday". */
export function takeTiming(text: string): Taken {
  return take(` ${text}`, TIMING(), 1);
}

/** Takes out where or by what means it is done: "in Jira", "via Slack", "in #releases"; `verb` is what is done. */
export function takeTool(text: string, verb: string): Taken {
  const known = take(` ${text}`, TOOL(), 1, true);
  if (known.phrase !== null) return known;
  const named = take(` ${text}`, NAMED_TOOL(), 1);
  if (named.phrase !== null || WITH_PEOPLE.test(verb)) return named;
  // "sync the texts with Crowdin", but "share the plan with Legal"; and something must be done with it.
  const means = take(` ${text}`, MEANS(), 1);
  return means.phrase === null || means.rest === '' || TEAMS.test(means.phrase)
    ? { rest: text.trim(), phrase: null }
    : means;
}

/** "(never on Fridays)", "not in Slack": what is not to be is no time and no place of what is. */
const NEGATED =
  /(?:\b(?:never|not|no|except|unless|without|but|neither|nor|avoid|avoiding)|n['’]t)\s+(?:[^\s,;()]+\s+){0,2}[(]?$/i;

/** The first match that nothing negates; it begins with a blank or sign, at which the next search goes on. */
function firstStated(text: string, pattern: RegExp): RegExpExecArray | null {
  for (let from = 0; from < text.length;) {
    const match = pattern.exec(text.slice(from));
    if (!match) return null;
    const at = from + match.index;
    if (!NEGATED.test(`${text.slice(0, at)} `)) return Object.assign(match, { index: at });
    from = at + match[0].length;
  }
  return null;
}

function take(text: string, pattern: RegExp, group: number, mayGoOn = false): Taken {
  const match = firstStated(text, pattern);
  if (!match) return { rest: text.trim(), phrase: null };
  const more = mayGoOn ? (MORE_NAME().exec(text.slice(match.index + match[0].length))?.[0] ?? '') : '';
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length + more.length)}`;
  return {
    rest: rest
      .replace(/\s+/g, ' ')
      .replace(/\s+([,.;])/g, '$1')
      .replace(/^[\s,]+|[\s,]+$/g, ''),
    phrase: `${match[group] ?? ''}${more}`.replace(/^(?:the|our|a|an|your|their)\s+/i, '').trim(),
  };
}

/** Verbs whose object is what a step brings forth. */
export const PRODUCES = new Set([
  'build',
  'compile',
  'compose',
  'create',
  'deliver',
  'draft',
  'export',
  'generate',
  'issue',
  'post',
  'prepare',
  'produce',
  'publish',
  'record',
  'send',
  'share',
  'submit',
  'summarise',
  'summarize',
  'write',
]);
