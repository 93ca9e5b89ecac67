/** The words of a list, parted by blanks or line ends, as a set. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
