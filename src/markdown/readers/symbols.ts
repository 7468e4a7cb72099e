import { lazily } from '../../domain/lazily';

/** Pictures in front of words. */
export const LEADING_SYMBOLS = lazily(() => /^(?:[\s\p{So}]|\uFE0F)+/u);
