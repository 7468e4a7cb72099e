import { later, type CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import type { NoteFacts } from '../domain/note-facts';
import { baseName } from '../domain/note-path';
import { partyKey } from '../domain/party';
import type { Release } from '../domain/release';

/** A follow-up in the light of one party. */
export interface PartyFollowUp {
  readonly followUp: FollowUp;
  /** The release's title; null for work of no release. */
  readonly release: string | null;
}

/** A person or team with all that is open with them. */
export interface Stakeholder {
  /** One key for all ways to write the name. */
  readonly key: string;
  readonly name: string;
  /** Path of their page; null while they have none. */
  readonly page: string | null;
  /** The folder of their page: Product, Engineering, GTM; null without a page. */
  readonly area: string | null;
  readonly owes: readonly PartyFollowUp[];
  readonly owed: readonly PartyFollowUp[];
  readonly unclear: readonly PartyFollowUp[];
  /** Titles of the releases ahead in which they have a part. */
  readonly releases: readonly string[];
  /** The newest dated note that names them. */
  readonly lastContact: CalendarDate | null;
}

/** What stakeholders are made of. */
export interface StakeholderSources {
  readonly releases: readonly {
    readonly release: Release;
    readonly title: string;
    readonly followUps: readonly FollowUp[];
  }[];
  readonly loose: readonly FollowUp[];
  /** Notes with aliases of a page. */
  readonly notes: Iterable<NoteFacts>;
  /** Pages of people and teams. */
  readonly pages: readonly string[];
}

interface Party {
  name: string;
  page: string | null;
  readonly owes: PartyFollowUp[];
  readonly owed: PartyFollowUp[];
  readonly unclear: PartyFollowUp[];
  readonly releases: Set<string>;
  lastContact: CalendarDate | null;
}

/** Everybody whom the notes name as owner or counterpart, and every page; sorted by name. */
export function stakeholdersOf({ releases, loose, notes, pages }: StakeholderSources): Stakeholder[] {
  const parties = new Map<string, Party>();
  const aliases = new Map<string, string>();
  const party = (name: string): Party => {
    const key = aliases.get(partyKey(name)) ?? partyKey(name);
    const known = parties.get(key);
    if (known) return known;
    const fresh: Party = {
      name: baseName(name.replace(/^@/, '')),
      page: null,
      owes: [],
      owed: [],
      unclear: [],
      releases: new Set(),
      lastContact: null,
    };
    parties.set(key, fresh);
    return fresh;
  };
  for (const page of pages) {
    const own = party(baseName(page));
    own.name = baseName(page);
    own.page ??= page;
  }
  const byPath = new Set(pages);
  for (const facts of notes)
    if (byPath.has(facts.path))
      for (const alias of facts.aliases) aliases.set(partyKey(alias), partyKey(baseName(facts.path)));
  const take = (followUp: FollowUp, release: string | null): void => {
    if (followUp.who === null) return;
    const own = party(followUp.who);
    if (release !== null) own.releases.add(release);
    for (const { asOf, weak } of followUp.evidence) if (!weak) own.lastContact = later(own.lastContact, asOf);
    if (followUp.state === 'open')
      own[followUp.direction === 'they-owe' ? 'owes' : followUp.direction === 'we-owe' ? 'owed' : 'unclear'].push({
        followUp,
        release,
      });
  };
  for (const { release, title, followUps } of releases) {
    for (const owner of release.owner?.value ?? []) party(owner).releases.add(title);
    for (const followUp of followUps) take(followUp, title);
  }
  for (const followUp of loose) take(followUp, null);
  return [...parties]
    .map(([key, own]) => ({
      key,
      name: own.name,
      page: own.page,
      area: own.page === null ? null : (own.page.split('/').slice(-2, -1)[0] ?? null),
      owes: own.owes,
      owed: own.owed,
      unclear: own.unclear,
      releases: [...own.releases].sort(),
      lastContact: own.lastContact,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
