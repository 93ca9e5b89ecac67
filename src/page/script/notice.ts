import { byId } from './place.ts';

const box = byId('live')!;
const [status, button] = [box.querySelector('p')!, box.querySelector('button')!];
const plurals = new Intl.PluralRules(document.body.lang || document.documentElement.lang);

let press = (): void => {};
button.addEventListener('click', () => press());

/** Our words for the script, by name; `#` in them becomes a number. */
export function word(name: string, number = 0): string {
  return (box.dataset[name] ?? '').replace('#', String(number));
}

/** The words that say how many updates wait. */
export function waitingWords(number: number): string {
  return word(plurals.select(number) === 'one' ? 'one' : 'other', number);
}

let [said, lost] = ['', ''];

function draw(): void {
  const text = `${lost} ${said}`.trim();
  if (status.textContent !== text) status.textContent = text;
}

/** Says something politely, with a button where there is something to do. */
export function say(text: string, label = '', act: () => void = () => {}): void {
  said = text;
  draw();
  button.hidden = !label;
  button.textContent = label;
  press = act;
}

/** Says whether the page has lost its server. */
export function sayLost(isLost: boolean): void {
  lost = isLost ? word('offline') : '';
  draw();
}

/** Does what the button would do. */
export function pressButton(): void {
  press();
}
