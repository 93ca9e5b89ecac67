import { documentHtml, topHtml } from './document.ts';
import { html } from './html.ts';
import { wordsFor } from './words.ts';

/** What went wrong, for people: the sentence, the likely cause and the next step. */
export interface Problem {
  /** HTTP's number for it. */
  status: number;
  title: string;
  detail: string;
  why: string | null;
  next: string | null;
}

/** A problem as a whole HTML document. */
export function renderProblemPage({ status, title, detail, why, next }: Problem): string {
  const words = wordsFor('en');
  return documentHtml(
    { title, description: null, language: words.language, address: null, script: null },
    html`${topHtml(words, [{ address: '/', words: words.allStories }])}
      <main>
      <h1>${title}</h1>
      <p>${detail}</p>
      ${why && html`<p>${why}</p>`}
      ${next && html`<p><b>${words.problemNext}:</b> ${next}</p>`}
      <p><small>${status}</small></p>
      </main>`,
  );
}
