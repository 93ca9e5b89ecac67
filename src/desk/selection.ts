/** A stretch of the clean text that is selected on the screen. */
export interface Selected {
  start: number;
  end: number;
}

/**
 * The stretch of the clean text that a selection covers, in UTF-16 units; `null` where it is empty or elsewhere.
 *
 * Each element with `data-start` holds one text node that stands at that place of the clean text.
 */
export function selectedIn(container: HTMLElement, selection: Selection | null): Selected | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(container) || !container.contains(range.commonAncestorContainer)) return null;
  const start = placeOf(container, range.startContainer, range.startOffset);
  const end = placeOf(container, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function placeOf(container: HTMLElement, node: Node, offset: number): number | null {
  const own = node instanceof Text ? startOf(node) : null;
  if (own !== null) return own + offset;
  // Between elements: the start of the first text after that point, or else the end of the last before it.
  const point = document.createRange();
  point.setStart(node, offset);
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let before: number | null = null;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const start = text instanceof Text ? startOf(text) : null;
    if (start === null) continue;
    if (point.comparePoint(text, 0) >= 0) return start;
    before = start + (text.textContent?.length ?? 0);
  }
  return before;
}

function startOf(text: Text): number | null {
  const start = text.parentElement?.dataset['start'];
  return start === undefined ? null : Number(start);
}
