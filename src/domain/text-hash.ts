/**
 * A short fingerprint of a text (FNV-1a, 32 bits, base 36): the same on every device; for telling apart, not for
 * secrets.
 */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
