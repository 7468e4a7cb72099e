import { Notice } from 'obsidian';
import { reasonOf } from '../../domain/reason-of';
import { FOLLOW_UP_WORDING } from '../../presentation/follow-ups-wording';

/**
 * Puts a text on the clipboard and says so (where there is something to say), or why it could not be. True when it is
 * there.
 */
export async function copyText(text: string, said: string | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    new Notice(FOLLOW_UP_WORDING.copyFailed(reasonOf(error)));
    return false;
  }
  if (said !== null) new Notice(said);
  return true;
}
