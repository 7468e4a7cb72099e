import { labelKey } from './vocabulary';

/**
 * What a part of a note is about: the release as a whole, talk in which only what names the release counts, or a part
 * of it.
 */
export type Scope = 'whole' | 'talk' | 'part';

const WHOLE = new Set(
  [
    [
      'overview',
      'summary',
      'executive summary',
      'tl dr',
      'tldr',
      'at a glance',
      'dashboard',
      'summary dashboard',
      'release identity',
      'release information',
      'リリース情報',
      '发布信息',
      '版本信息',
      'about',
      'basics',
      'general',
      'details',
      'detail',
      'info',
      'information',
      'general information',
      'basic information',
      'metadata',
      'meta',
      'facts',
      'key facts',
      'header',
      'release',
      'launch',
      'the release',
      'plan',
      'introduction',
      'description',
      'purpose',
      'goal',
      'goals',
      'objective',
      'objectives',
    ],
    [
      'dates',
      'key dates',
      'important dates',
      'timeline',
      'time line',
      'timelines',
      'schedule',
      'milestones',
      'milestone',
      'planning',
      'target',
      'targets',
      'calendar',
      'timing',
      'deadline',
      'deadlines',
      'target date',
      'target dates',
      'release date',
      'release dates',
      'launch date',
      'launch timing',
    ],
    [
      'status',
      'state',
      'phase',
      'current status',
      'decision',
      'decisions',
      'outcome',
      'verdict',
      'result',
      'go no go',
      'go no go decision',
      'go no go status',
      'gate',
      'final decision',
      'conclusion',
      'recommendation',
    ],
    [
      'überblick',
      'übersicht',
      'zusammenfassung',
      'eckdaten',
      'termine',
      'zeitplan',
      'entscheidung',
      'résumé',
      'aperçu',
      'informations',
      'informations générales',
      'dates clés',
      'calendrier',
      'décision',
      'statut',
      'resumen',
      'información',
      'información general',
      'datos generales',
      'fechas',
      'fechas clave',
      'cronograma',
      'calendario',
      'decisión',
      'estado',
      'resumo',
      'informações',
      'informações gerais',
      'datas',
      'decisão',
      'descripción',
      'descrição',
      'beschreibung',
      '描述',
      '问题描述',
      '概述',
      '概要',
      '基本信息',
      '时间表',
      '时间计划',
      '里程碑',
      'スケジュール',
      '基本情報',
      '日程',
    ],
  ].flat(),
);

const TALK = new Set(
  [
    [
      'notes',
      'meeting notes',
      'discussion',
      'discussions',
      'discussion notes',
      'agenda',
      'minutes',
      'updates',
      'update',
      'announcements',
      'news',
      'topics',
      'logistics',
      'checklist',
      'readiness',
      'next release',
      'upcoming release',
      'releases',
      'sign off',
      'sign offs',
      'signoff',
      'signoffs',
      'approval',
      'approvals',
      'approved by',
      'freigabe',
      'freigaben',
      'aprobación',
      'aprovação',
      'validation',
    ],
    [
      'team',
      'roles',
      'role',
      'people',
      'who',
      'contacts',
      'contact',
      'stakeholders',
      'raci',
      'ownership',
      'owners',
      'owner',
      'core team',
      'roles and responsibilities',
      'responsibilities',
      'team roles',
      'staffing',
      'assignments',
    ],
    [
      'notizen',
      'besprechung',
      'protokoll',
      'notes de réunion',
      'discussions et décisions',
      'ordre du jour',
      'notas',
      'orden del día',
      'pauta',
      'rollen',
      'équipe',
      'equipo',
      'equipe',
      '会议记录',
      '讨论',
      '議事録',
      '議題',
    ],
  ].flat(),
);

const QUALIFIERS =
  /^(?:(?:\d+|release|launch|project|product|key|our|the|current|overall|important|go live|initiative|formal|final|version|program|programme)\s+)+|(?:\s+(?:overview|summary|details|info|information|section|plan|log|notes|update|updates|status|table))+$/g;
const LEADING_NUMBER = /^\s{0,3}\d{1,2}(?:[.)]\d{1,2}){0,4}[.)]{0,2}\s|^\s{0,3}[A-Z]{1,5}(?:-[A-Z0-9]{1,10}){1,4}\s/;

/** What a heading or label says about the lines below it; `part` where it names anything else. */
export function scopeOf(heading: string): Scope {
  const key = labelKey(heading.replace(LEADING_NUMBER, '').replace(/\([^)]*\)/g, ' '));
  if (WHOLE.has(key)) return 'whole';
  if (TALK.has(key)) return 'talk';
  const bare = key.replace(QUALIFIERS, '');
  if (key !== 'release notes' && (bare === '' || WHOLE.has(bare))) return 'whole';
  if (TALK.has(bare)) return 'talk';
  const halves = key.split(/ (?:and|und|et|y|e) /);
  if (halves.length > 1 && halves.every((half) => WHOLE.has(half) || WHOLE.has(half.replace(QUALIFIERS, ''))))
    return 'whole';
  return 'part';
}

const NAMES_RELEASE =
  /\b(?:release|launch|go live|golive|ga|rollout|ship|go no go|gonogo|lanzamiento|lançamento|sortie|livegang|mise en production)\b|发布|上线|リリース/;

/** True for "Release manager" and "Launch date": the label itself says that it is about the release. */
export function namesRelease(label: string): boolean {
  return NAMES_RELEASE.test(labelKey(label));
}
