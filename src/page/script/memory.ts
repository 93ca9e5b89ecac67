/** What the browser remembers for the reader under a name; nothing where it remembers nothing or must not. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`stet ${name}`);
  } catch {
    return null;
  }
}

/** Has the browser remember something for the reader, where it may. */
export function remember(name: string, value: string | number): void {
  try {
    localStorage.setItem(`stet ${name}`, String(value));
  } catch {
    // The page works without.
  }
}
