import { expect, test } from 'vitest';
import { floodCast, floodReport, given, minute, posting, saidBy } from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import { deskView } from '../views/desk-view.ts';
import { besidePost, besideStatement, isConfirmed, takeDownCommand } from './taking-down.ts';

const record = given(floodCast, posting('They left.', { statements: [saidBy('party-1')] }));
const view = deskView(record, minute(30));
const post = view.posts.at(0)!;
const statement = post.statements.at(0)!;
const report = statement.report!;

test('[E27] a name that is typed confirms only the thing that has it', () => {
  expect([' post-1 ', 'post-1'].map((typed) => isConfirmed(typed, 'post-1'))).toEqual([true, true]);
  expect(['', 'post', 'post-11', 'Post-1'].map((typed) => isConfirmed(typed, 'post-1'))).not.toContain(true);
});

test('[E27] what may hold a post’s or a statement’s words is named: its statements, and each report once', () => {
  expect(besidePost(post).map(({ id }) => id)).toEqual([statement.id, report.id]);
  expect(besideStatement(statement)).toEqual([{ id: report.id, words: floodReport.title }]);
});

test('[E27] what is taken down is what was named, and it is not offered again', () => {
  const after = further(record, takeDownCommand([statement.id, report.id], 'privacy', view.revision));
  const left = deskView(after, minute(30)).posts.at(0)!;
  expect([left.removed, besidePost(left)]).toEqual([null, []]);
});
