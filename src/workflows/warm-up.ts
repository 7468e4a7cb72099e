import { mayMatter } from '../markdown/note-kind';
import { readNoteInSteps } from '../markdown/read-note';
import type { Clock } from '../ports/clock';
import { readerOptions, type Settings } from '../settings/settings';
import type { Slices } from './read-in-slices';

/** Short texts that between them use each of the reader's larger patterns. */
const LESSONS = [
  'One line.',
  '# A title\n\nA line of text.',
  'Thursday',
  '---\ndate: 2026-01-05\nowner: Ann\n---\n# 2026-01-05 - Weekly',
  '## Release: v1.2 (Name)\n- Target date: Feb 15\n- Owner: [[Ann Lee]]',
  '## Checklist\n- [x] One thing\n- [ ] Another by Friday ✅ 2026-01-05',
  '## Dependencies\n- [[Team]] needs 3 days notice\n- Support will update docs, ETA Feb 12',
  '## Risks\n- One critical bug still open',
  '## Action items\n- [ ] Ann to call Bob (Owner: Ann)',
  '| Release | Target |\n|-|-|\n| v1.2 | 2026-03-01 |',
];

/**
 * Lets the reader meet its patterns in small pieces: an engine compiles a pattern at its first use and again at its
 * second, which would otherwise hold up the screen for the whole of the first real note.
 */
export async function warmUp(settings: Settings, clock: Clock, slice: Slices): Promise<void> {
  const today = clock.today();
  for (let round = 0; round < 2; round++) {
    for (const lesson of LESSONS) {
      mayMatter(lesson, settings.vocabulary);
      await slice.rest();
      const steps = readNoteInSteps('Lesson.md', lesson, readerOptions(settings, today));
      while (!steps.next().done) await slice.rest();
      await slice.rest();
    }
  }
}
