import type { Purpose } from './draft.ts';

/** What the desk calls a draft by its purpose. */
export interface PurposeWords {
  /** The box's heading. */
  title: string;
  /** The draft in the list of unfinished ones. */
  draft: string;
  /** The field of the text. */
  text: string;
  /** The field that says why, and what stands below it; `null` where nothing is asked. */
  note: { label: string; hint: string; missing: string } | null;
  publish: string;
  leave: string;
}

/** What the desk calls a draft: a correction says that something was wrong, a clarification that nothing was. */
export function purposeWords(purpose: Purpose): PurposeWords {
  switch (purpose.kind) {
    case 'new':
      return {
        title: 'Write',
        draft: 'New post',
        text: 'What happened',
        note: null,
        publish: 'Publish',
        leave: 'Throw away',
      };
    case 'clarify':
      return {
        title: `Clarify ${purpose.post}`,
        draft: `Clarification of ${purpose.post}`,
        text: 'What the post says now',
        note: {
          label: 'What is clearer now',
          hint: 'Readers see it with the clarification. If something was wrong, correct the post instead.',
          missing: 'It is not said what is clearer.',
        },
        publish: 'Publish the clarification',
        leave: 'Leave it as it is',
      };
    case 'correct':
    case 'correct-statement': {
      const id = 'post' in purpose ? purpose.post : purpose.statement;
      return {
        title: `Correct ${id}`,
        draft: `Correction of ${id}`,
        text: 'What the post says now',
        note: {
          label: 'What was wrong',
          hint: 'Readers see it with the correction.',
          missing: 'It is not said what was wrong.',
        },
        publish: 'Publish the correction',
        leave: 'Leave it uncorrected',
      };
    }
  }
}
