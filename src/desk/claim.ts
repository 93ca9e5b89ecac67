const held = new Set<string>();

/**
 * Claims a draft for this window, until it closes, so that two windows of one browser do not write over each other.
 *
 * Where the browser has no locks (a page without HTTPS) every claim is granted.
 */
export async function claim(draft: string): Promise<boolean> {
  if (held.has(draft) || !('locks' in navigator)) return true;
  const granted = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(`stet-draft/${draft}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? null : new Promise(() => {});
    });
  });
  if (granted) held.add(draft);
  return granted;
}
