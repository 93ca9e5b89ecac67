/*
 * The words by which a line of a page shows what it is. They are those of page-making in general, of no outlet, and
 * each pattern is anchored or bounded, so that it reads a line once.
 */

/** A label over or before links to other pages. */
export const label =
  /^(related( (stories|articles?|news|posts?|links|content|coverage|topics|reading|videos?))?|read (more|also|next|on)|see (also|more)|also (read|see|on|from|in)|you (may|might) (also )?(like|be interested in)|more (great|top|recent|popular) .*|more( (from|on|news|stories|like this|in|about)\b.*)?|recommended( (for you|reading|stories))?|don[’']t miss|must reads?|most (read|popular|viewed)|trending( now)?|popular|latest( (news|stories|headlines))?|watch( (now|more|next))?|what to read next|up next|further reading|in case you missed it|editors?[’']?s? picks?|top stories|join the conversation|lees ook|lesen sie auch|mehr zum thema|(à )?lire aussi|leia (também|mais)|veja também|leggi anche|читайте также|смотрите также|lea también|te puede interesar)\b[^.]{0,30}[:.…]*$/i;

/** A link to another page with its label before it. */
export const labelled =
  /^(related|read more|read also|also read|see more|see also|also see|also|more|watch|don[’']t miss|must read|read|recommended|up next|next|video|gallery|photos|listen|click here|in pics|lees ook|lesen sie auch|(à )?lire aussi|leia (também|mais)|veja também|leggi anche|читайте также|lea también)\s*[:|>»–—-]\s*\S/i;

/** What asks readers to subscribe, follow, share or write in. */
export const asking =
  /^(click here|subscribe (to|now|today)|sign up (for|to|here|now)|get (the latest|our|breaking|access to|alerts|more)\b.*\b(inbox|newsletters?|app|email|subscri\w+|alerts)|follow (us|him|her|them|@\w+|ap’s|[\w .’']{2,40}) on (twitter|facebook|instagram)|like us on|download (the|our) .*app|share (this|on)|tweet this|(like|enjoyed) this (story|article)|join our|(have|got) a (news )?tip|email (us|him|her) at|send (us )?(your )?(tips|comments)|support (our|independent)|become a (member|subscriber)|to (continue|keep) reading\b|already (a )?(subscriber|member|subscribed)\b|start your (free )?trial\b|(this|our) (article|story|content) is (only |available |reserved |exclusive )*(for|to) (our )?(subscribers|members)\b|(join|subscribe|register|sign up|sign in|log in)\b[^.!?]{0,60}\b(unlimited|to (continue|keep) reading|for (just|only|as little as) [£$€])|do you have a story|contact (us|the (author|writer|reporter)))|\b(sign up|subscribe)\b[^.]{0,80}\bnewsletters?\b|\bnewsletters?\b[^.]{0,80}\b(inbox|sign up|subscribe)\b/i;

/** What is no more than a button, a notice of an advertisement, or the name of one of these. */
export const button =
  /^(advert|advertisement|advertising|ad|ads|sponsored( content)?|publicidade|publicidad|pubblicità|publicité|anzeige|werbung|реклама|iklan|continue reading( the main story)?|article continues (below|after)( advertisement)?|story continues below.*|scroll (down )?to continue.*|close|share|tweet|facebook|twitter|email|print|comments?|reply|topics|tags:?|listen|loading\W*)$/i;

/** Who wrote or helped, or what the outlet earns, in a sentence of its own. */
export const signed =
  /^\(?(additional )?(reporting|writing|editing) by \p{Lu}|\bcontributed (reporting|to this (report|story|article))\b[^.]{0,30}\.?$|^write to [^.]{2,40} at \S+@|^reach (the (reporters?|author)|\p{Lu}\S+) |\bmay (earn|receive) (an? )?(affiliate )?commission|^sources?\s?: .{2,60}$|^((last )?updated|published|posted)\b.{0,20}\d.{0,40}$|^\d+ min(ute)?s? read$|^(reading time|tempo de leitura|lesezeit|temps de lecture|tiempo de lectura)\b.{0,30}$/iu;

/** By whom something is, in a line of its own. */
export const by = /^([Bb]y|von|por|par|di|door|av|от)\s+\p{Lu}[^.!?]{2,70}$/u;

/** A credit at the end of a line, which only a caption has. */
export const credit =
  /(\((image|photo|photos|picture|pic|file|getty|ap|reuters|afp|epa|image credit|photo credit|credit|source|photograph)\b[^()]{0,80}\)|\b(getty images|ap photo|afp photo|image credit|photo credit|shutterstock)\b[^.]{0,40})[|.]?$|^©(?!.*rights reserved)|^(photos?|photographs?|images?|pictures?|fotos?|фото)( credit| courtesy)?( by\b| ©|:)|\bphotos? ©/i;

/** One of a row of pictures. */
export const numbered = /^(image|photo|picture|slide|foto|bild|фото) \d+ ?(of|\/|von|de|из) ?\d+$/i;

/** An address of the web, and nothing else. */
export const bareAddress = /^(https?:\/\/|www\.)\S+$/;

/** Who wrote something, by a line that says “By …”. */
export function authorsIn(text: string): string[] {
  if (!/^by \p{Lu}/iu.test(text) || text.length > 200) return [];
  const names = text
    .slice(3)
    .replaceAll(/ in \p{Lu}[^\s,&|•]{0,30}(?: \p{Lu}[^\s,&|•]{0,30}){0,2}/gu, '')
    .split(/, | and | & | \| | • /)
    .map((name) => name.trim());
  const end = names.findIndex((name) => !/^\p{Lu}[^\s\d]*( [^\s\d]+){1,3}$/u.test(name));
  return end < 0 ? names : names.slice(0, end);
}

const months = 'january february march april may june july august september october november december'.split(' ');
const monthName = `(${months.map((month) => `${month}|${month.slice(0, 3)}\\.?`).join('|')}|sept\\.?)`;
const fullDate = new RegExp(
  `\\b((19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b|\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthName},? (\\d{4})\\b|\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
  'i',
);

/** Whether a line says when the page came out: a year and another number, in a few words. */
export function isDated(text: string): boolean {
  return (
    text.length < 90 && /\b(19|20)\d\d\b/.test(text) && (text.match(/\d+/g)?.length ?? 0) > 1 && !/[.!?]$/.test(text)
  );
}

/** The first full date in a line, such as `2022-03-09`; `null` where day and month could be taken for each other. */
export function dateIn(text: string): string | null {
  const found = fullDate.exec(text.slice(0, 500));
  if (!found) return null;
  const [, year, , month, day, dayFirst, monthSecond, lastYear, monthFirst, daySecond, endYear] = found;
  if (year !== undefined) return `${year}-${month}-${day}`;
  const name = (monthSecond ?? monthFirst)!.slice(0, 3).toLowerCase();
  const number = months.findIndex((one) => one.startsWith(name)) + 1;
  const two = (value: number | string): string => String(value).padStart(2, '0');
  return `${lastYear ?? endYear}-${two(number)}-${two(dayFirst ?? daySecond!)}`;
}
