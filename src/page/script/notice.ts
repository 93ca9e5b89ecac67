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

let [said, how] = ['', ''];

function draw(): void {
  const text = `${how} ${said}`.trim();
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

/** Says by the name of its words how it stands with following the story; nothing where there is nothing to say. */
export function sayHow(name: string): void {
  how = word(name);
  draw();
}

/** Does what the button would do. */
export function pressButton(): void {
  press();
}
