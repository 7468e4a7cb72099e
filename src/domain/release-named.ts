import { type Release, titleOf } from './release';

/** True for a release that a person means by these words: its name, its version (with or without "v"), or both. */
export function isNamed(release: Pick<Release, 'id' | 'key' | 'name' | 'version'>, words: string): boolean {
  // "v2.5 (Atlas)" is how plans write "v2.5 Atlas".
  const bare = (text: string): string =>
    text
      .replace(/[()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .replace(/^v(?=\d)/, '');
  const wanted = bare(words);
  const { id, key, name, version } = release;
  return (
    wanted !== '' &&
    [titleOf(release), version, name, key, id].some((known) => known !== null && bare(known) === wanted)
  );
}
