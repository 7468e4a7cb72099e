import type { Stakeholder } from '../../index/stakeholders';
import { managedBlocks } from '../../markdown/managed-block';
import { STAKEHOLDER_BLOCK } from '../../presentation/stakeholder-page';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import { addOverview, draftStakeholderPage } from '../../workflows/stakeholder-pages';
import { ChooseModal } from '../forms/choose-modal';
import type { Desk } from './desk';

/** Lists people and teams; opens the page of the chosen one, or offers to make it. */
export function openStakeholder(desk: Desk): void {
  const options = desk.stakeholders().map((party) => ({
    value: party,
    text: party.name,
    note: [
      party.page === null ? WORDS.stakeholderPage.none : '',
      WORDS.stakeholderPage.has(party.owes.length, party.owed.length),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  new ChooseModal(desk.app, WORDS.stakeholderPlaceholder, options, (party) => {
    const { page } = party;
    if (page === null) offerPage(desk, party);
    else desk.attempt(() => openPage(desk, page, party));
  }).open();
}

/** A page is offered where it would go; nothing is made before a folder is chosen. */
function offerPage(desk: Desk, party: Stakeholder): void {
  const { workspace } = desk.settings.current();
  const areas = (workspace.functions.length > 0 ? workspace.functions : ['']).map((area) => ({
    value: area,
    text: area === '' ? workspace.folders.relationships : area,
    note: '',
  }));
  new ChooseModal(desk.app, WORDS.stakeholderArea(party.name), areas, (area) => {
    const draft = draftStakeholderPage(party, area, desk.settings.current());
    desk.attempt(() => desk.makeAndOpen(WORDS.commands.openStakeholder, draft ? { ...draft, cursor: null } : null));
  }).open();
}

/** Opens a page; where it has no overview yet, adding one is offered. */
async function openPage(desk: Desk, page: string, party: Stakeholder): Promise<boolean> {
  if (managedBlocks((await desk.store.read(page)) ?? '').some(({ name }) => name === STAKEHOLDER_BLOCK)) {
    await desk.open(page, null);
    return true;
  }
  const ways = [
    { value: false, text: WORDS.openOnly, note: '' },
    { value: true, text: WORDS.addOverview, note: '' },
  ];
  new ChooseModal(desk.app, party.name, ways, (adds) =>
    desk.attempt(async () => {
      if (adds) await addOverview(desk.writer, page, party);
      await desk.open(page, null);
      return true;
    }),
  ).open();
  return true;
}
