import type { Command } from '../../src/record/command.ts';
import { paragraph, people, publishing, saidBy, statementOf } from '../samples/flood.ts';
import { Site } from './site.ts';

const open: Command = {
  kind: 'open-story',
  title: 'فيضان على النهر: الماء يرتفع عند الجسر الأعلى',
  summary: 'ما قيل عن الطرق والأعداد منذ صباح الأحد.',
  language: 'ar',
  zone: 'Asia/Amman',
};

const post = (
  headline: string,
  text: string,
  more: Partial<{ key: boolean; pinned: boolean; language: string }> = {},
) => ({
  headline,
  body: paragraph(text),
  language: 'ar',
  key: false,
  pinned: false,
  ...more,
});

/** What it comes about by. */
export const arabicCommands: Command[] = [
  open,
  publishing({
    post: post('الماء يرتفع', 'قالت سلطة المياه إن النهر بلغ 6.4 أمتار عند الجسر الأعلى.', { key: true, pinned: true }),
    parties: [
      { ref: 'new-1', name: 'رئيسة البلدية', sort: 'person', role: null },
      { ref: 'new-2', name: 'الإطفاء', sort: 'body', role: null },
      { ref: 'new-3', name: 'Fire service', sort: 'body', role: null },
    ],
    subjects: [
      { ref: 'new-1', name: 'من غادروا المدينة السفلى', terms: { kind: 'figure' }, sides: [] },
      {
        ref: 'new-2',
        name: 'الطريق فوق السد الشرقي',
        terms: { kind: 'route', aim: 'people-out', from: 'المدينة السفلى', through: [], to: null },
        sides: [],
      },
    ],
  }),
  publishing({
    post: post('عددان مختلفان', 'تذكر رئيسة البلدية عدداً، ويذكر الإطفاء عدداً آخر.'),
    statements: [
      saidBy('party-1', { by: { party: 'party-1', as: 'رئيسة البلدية', role: 'البلدية' } }),
      saidBy('party-2', { by: { party: 'party-2', as: 'الإطفاء', role: null }, value: people(280) }),
      statementOf({
        subject: 'subject-2',
        value: { kind: 'route', state: 'proposed', reason: null, people: null, window: null },
      }),
    ],
  }),
  publishing({ post: post('In English', 'A post in another language, (with brackets).', { language: 'en' }) }),
  {
    kind: 'correct-post',
    seen: 0,
    post: 'post-1',
    headline: 'الماء يرتفع',
    body: paragraph('قالت سلطة المياه إن النهر بلغ 6.2 أمتار عند الجسر الأعلى.'),
    note: 'كان العدد خطأ.',
  },
];

/** A story written from right to left. */
export function arabicStory(): Site {
  return new Site(...arabicCommands);
}
