/** How much a post holds at most: its headline, and each part of its body. */
export const postLimits = {
  /** Characters of a headline. */
  headline: 300,
  /** Paragraphs, quotations and lists of a body. */
  blocks: 500,
  /** Items of a list. */
  items: 200,
  /** Stretches of one style in a paragraph, a quotation or an item. */
  runs: 2000,
  /** Characters of one such stretch. */
  characters: 20_000,
} as const;
