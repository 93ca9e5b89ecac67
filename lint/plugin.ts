import { docComment } from './doc-comment.ts';
import { importDirection } from './import-direction.ts';
import { noBarrel } from './no-barrel.ts';
import { pureMiddle } from './pure-middle.ts';

/** The house rules, as oxlint loads them from `.oxlintrc.json`; each says in its message why it holds. */
export default {
  meta: { name: 'stet' },
  rules: {
    'import-direction': importDirection,
    'pure-middle': pureMiddle,
    'no-barrel': noBarrel,
    'doc-comment': docComment,
  },
};
