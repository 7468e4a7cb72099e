/** What a status update keeps to, in the order of its checks. */
export type StatusRule =
  'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'S11' | 'S12' | 'S13' | 'S14';

/** S3: an executive's text has at most so many words. */
export const EXECUTIVE_WORDS = 120;
/** S3: a short text has at most so many characters. */
export const SHORT_CHARACTERS = 280;
