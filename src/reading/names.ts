import { attribute, type Element } from './dom.ts';

/** What the names in an element's markup say of it, where they say that it is not the article's own text. */
export type Role = 'outside' | 'promotion' | 'byline' | 'caption' | 'standfirst';

/** Whole names or parts of names between hyphens; a hyphen in the list may be missing in the name. */
const list = (words: string): RegExp =>
  new RegExp(`(?:^|[ -])(?:${words.trim().replaceAll('-', '-?').split(/\s+/).join('|')})(?=$|[ -])`);

/*
 * The words with which people name the parts of a page. They are general words of page-making; those of one outlet
 * have no place here. What stands first wins.
 */
const roles: [Role, RegExp][] = [
  [
    'outside',
    list(`
      nav navbar navigation menu breadcrumbs? pagination pager paging masthead toolbar skip-link
      comments? commentlist disqus respond reply replies
      sidebar side-bar (?:left|right|side)-rail rightcol widget-(?:area|title|container) (?:sidebar|footer)-widgets? footer foot colophon
      popup modal overlay lightbox cookies? consent gdpr login sign-in register
      sr-only screen-reader(?:-text)? visually-hidden noprint no-print tooltip popover hover-card rollover dropdown
      shares? sharing share-this share-bar share-tools sharedaddy addthis addtoany social social-media socials follow follow-us
      ads? adverts? advertisements? advertising ad-slot ad-unit ad-container sponsor sponsored dfp gpt leaderboard
      taboola outbrain zergnet revcontent
      video-player audio-player jw-player player-(?:wrapper|container) carousel slider slideshow gallery
      print-(?:only|link|button) poll quiz star-rating votes? survey
    `),
  ],
  [
    'promotion',
    list(`
      relateds? related-(?:posts|articles|links|content|stories) recirc recirculation recommend recommended recommendations
      promos? promotion promoted newsletters? subscribe subscription sign-up
      trending popular most-popular most-read latest more-(?:stories|from|news) read-more read-also see-also also-read also-like
      you-may next-article next-post next-up up-next prev-next teasers? upsell donate donation cta call-to-action app-download
    `),
  ],
  [
    'caption',
    list(`
      captions? figcaption cutline (?:wp|image|img|photo|media)-caption(?:-text)? (?:photo|image|img|media)-credit
    `),
  ],
  [
    'byline',
    list(`
      bylines? authors? author-(?:info|bio|box) about-author bio contributors? credits? timestamp
      datetime date-time pub-?date (?:publish|published|post|entry)-date meta (?:entry|post|article|story)-meta postmetadata
      tags? tag-list tags-links (?:entry|post)-tags categories category-list topics keywords (?:post|article)-info
      (?:entry|post|article)-footer copyright
    `),
  ],
  ['standfirst', list('standfirst dek deck subdeck sub-head sub-headline sub-title strapline article-summary tagline')],
];
const hovering = list('tooltip popover hover-card rollover sr-only screen-reader(?:-text)? visually-hidden');
const body = list('(?:article|story|post)-(?:body|content|text) entry-content (?:body|main)-text');

/** Names of what a page or a post is filed under or has somewhere: `category-polls`, `has-sidebar`. */
const filed = /(?<= )(?:(?:tag|category)-(?!list|links|cloud)|(?:has|with|no|is|format|type|status)-)[^ ]*/g;

/** The names that an element bears, in lower case, their parts apart by hyphens. */
function namesOf(element: Element): string {
  let names = '';
  for (const { name, value } of element.attrs) {
    if (name === 'class' || name === 'id' || name === 'itemprop') names += ` ${value.slice(0, 300)}`;
  }
  return names
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[_:.-]+/g, '-')
    .replaceAll(filed, ' ')
    .trim();
}

/** What an element's names say of it; `null` where they say nothing. */
export function roleOf(element: Element): Role | null {
  const names = namesOf(element);
  if (names === '') return null;
  for (const [role, words] of roles) if (words.test(names)) return role;
  return null;
}

/** Whether an element shows only under a pointer, or is only heard. */
export const isHovering = (element: Element): boolean => hovering.test(namesOf(element));

/** Whether an element is named as the body of an article. */
export const isNamedBody = (element: Element): boolean =>
  attribute(element, 'itemprop') === 'articleBody' || body.test(namesOf(element));
