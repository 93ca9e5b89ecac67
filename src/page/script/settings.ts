import { pressButton, word } from './notice.ts';
import { byId } from './place.ts';
import { recall, remember } from './memory.ts';

/** Lets the reader choose how new updates come, and whether the key `.` shows them. */
export function offerSettings(): void {
  const box = byId('settings')!;
  box.hidden = false;
  for (const input of box.querySelectorAll('input')) {
    input.checked = recall(input.name) !== null ? recall(input.name) === '1' : input.name === 'key';
    input.addEventListener('change', () => remember(input.name, input.checked ? 1 : ''));
  }
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key === '.' && !ctrlKey && !metaKey && !altKey && recall('key') !== '') pressButton();
  });
}

/** Offers what is new since the last visit, where there was one and something is. */
export function offerLastVisit(story: string, revision: number): void {
  const seen = Number(recall(`at ${story}`));
  if (!seen || seen >= revision || byId('since')) return;
  const link = document.createElement('a');
  link.href = `?since=${seen}`;
  link.textContent = word('seen');
  const line = document.createElement('p');
  line.id = 'seen';
  line.append(link);
  byId('masthead')!.after(line);
}
