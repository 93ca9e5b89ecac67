import { setOf } from '../word-sets.ts';

/*
 * What verbs of saying, thinking, wanting and judging are built with. Words of English only.
 */

/** What may follow a verb that attributes. */
export interface Frame {
  /** It may stand behind or within the words it attributes: “…, she said”. */
  quotes: boolean;
  /** A clause. */
  clause: boolean;
  /** A noun phrase and what goes with it. */
  noun: boolean;
  /** An infinitive. */
  infinitive: boolean;
  /** Somebody is told before it is said what: “told reporters that …”. */
  hearer: boolean;
}

/** The frame of a verb that only its preposition makes attribute. */
export const bare: Frame = { quotes: false, clause: false, noun: false, infinitive: false, hearer: false };

const frames = new Map<string, Frame>();
const prepositionsOf = new Map<string, Set<string>>();

/** Adds verbs: `q`uotes, `c`lause, `n`oun, `i`nfinitive, `h`earer. */
function add(letters: string, verbs: string): void {
  for (const verb of verbs.trim().split(/\s+/)) {
    const before = frames.get(verb);
    frames.set(verb, {
      quotes: letters.includes('q') || (before?.quotes ?? false),
      clause: letters.includes('c') || (before?.clause ?? false),
      noun: letters.includes('n') || (before?.noun ?? false),
      infinitive: letters.includes('i') || (before?.infinitive ?? false),
      hearer: letters.includes('h') || (before?.hearer ?? false),
    });
  }
}

add(
  'qcn',
  `report claim explain declare announce confirm acknowledge admit concede recall predict reveal disclose allege lament
   reiterate repeat stress emphasize emphasise estimate promise pledge vow suggest recommend note state assert argue warn
   caution testify recount echo bemoan proclaim indicate tout propose deny insist mention demand protest`,
);
add(
  'qc',
  `say add write reply respond comment remark observe continue conclude contend maintain complain joke quip muse opine shout
   yell whisper chant exclaim tweet post boast brag counter retort confess charge signal interject stipulate reason
   speculate surmise affirm answer shrug scoff sneer grumble rap preach point decree gush fume vent gloat agree
   wonder blog hint press thunder bellow blurt intone snap deadpan read`,
);
add('qcnh', 'tell ask remind assure inform');
add('cnih', 'urge');
add(
  'c',
  `imply hint think believe feel guess suspect assume figure doubt know realize realise understand learn worry wonder agree
   disagree find show demonstrate rule determine decide see hear fear hope expect anticipate imagine remember forget notice
   discover pray bet fret deem posit theorize hypothesize project forecast intend wish prefer`,
);
add('n', 'hope fear expect doubt understand anticipate remember forecast project regret foresee imagine dispute deem');
add(
  'i',
  `want wish like love hate prefer seek plan intend aim hope expect promise refuse decline agree offer threaten vow pledge
   demand propose claim aspire decide opt swear ask vote`,
);
add(
  'n',
  `favor favour oppose back endorse reject dismiss refute criticize criticise condemn denounce attack slam blast rip mock
   ridicule praise applaud hail laud defend decry assail question accuse blame describe call label brand dub portray depict
   characterize characterise view regard consider cite quote discuss highlight outline welcome thank express voice admire
   respect reference deride denigrate disparage disavow disown rebuke lambaste lambast bash chide scold hammer skewer
   trash vilify demonize insult admonish champion advocate ponder contemplate mull paraphrase summarize summarise liken
   compare equate contrast credit fault cheer relish resent envy despise loathe detest adore envision envisage
   rebut repudiate rate laugh order request seek support want`,
);

add('qcn', 'email text retweet estimate calculate');
add('n', 'paint pronounce identify name address promote share resist convince judge illustrate list document');

function preps(list: string): void {
  for (const entry of list.trim().split(/\n\s*/)) {
    const [verb = '', ...words] = entry.split(' ');
    prepositionsOf.set(verb, new Set([...(prepositionsOf.get(verb) ?? []), ...words]));
  }
}

preps(`refer to
  talk about of
  speak about of against
  point to out
  focus on
  lean toward towards
  bristle at
  scoff at
  balk at
  marvel at
  laugh at
  zero in
  call for on
  think about of
  complain about of
  worry about over
  warn of about against
  look for at
  push for
  argue for against
  vote for against
  appeal to for
  respond to
  comment on
  agree with on to
  disagree with on over
  object to
  believe in
  care about
  know about of
  hear of about
  wonder about
  dream of
  boast of about
  brag about
  allude to
  ask about for
  insist on
  elaborate on
  plead for
  lobby for against
  campaign for against on
  apologize for
  apologise for
  react to
  rail against
  joke about
  lie about
  testify about
  write about of
  learn about of
  hope for
  wish for
  approve of
  disapprove of
  long for
  plan for on
  opine on
  reflect on
  inquire about
  gloat about over
  rally behind
  side with
  sympathize with
  identify with
  gush about over
  commit to
  advocate for
  express in
  delight in
  dwell on
  vouch for
  lay out
  brush off aside
  look to
  stand by
  tell of
  hint at
  expand on
  touch on
  acquiesce to
  lash out-at
  speak out-against out-for out-about up-for
  come out-against out-for
  push back-against back-on
  fire back-at
  hit back-at out-at
  open up-about
  weigh in-on
  sound off-on
  double down-on
  walk back
  play down up`);

/** The frame of a verb's base form, if it attributes. */
export const frameOf = (lemma: string): Frame | undefined => frames.get(lemma);

/** The prepositions that make a verb attribute what follows them: “called for”. */
export const prepositionsWith = (lemma: string): ReadonlySet<string> | undefined => prepositionsOf.get(lemma);

/** Things that show numbers: with them, verbs of showing take a noun. */
export const figureBearers = setOf(`
  poll polls survey surveys study studies data polling analysis figures records documents results numbers statistics tally
  average averages index ranking rankings model slide chart research
  census filings forecast forecasts estimates`);
/** What such things do. */
export const showing = setOf('show find put give reveal indicate suggest estimate project list see conclude');
/** Verbs that leave it to their object what is thought or said: “expressed concern about”. */
export const lightVerbs = setOf(
  'express voice raise have make issue offer show give hold take repeat reiterate signal harbor harbour deliver share cast draw pay place throw put lay feel',
);
/** Objects of such verbs. */
export const attitudes =
  setOf(`concern concerns support opposition interest confidence hope hopes doubt doubts regret frustration outrage
  anger fear fears worry worries skepticism scepticism disappointment sympathy condolences gratitude question questions comment
  comments remark remarks statement statements claim claims argument arguments reference references promise promises pledge
  plea call calls appeal request demand demands accusation accusations allegation allegations opinion opinions view views
  announcement suggestion reservations sentiment optimism dismay surprise shock solidarity admiration desire willingness
  enthusiasm faith trust contempt disdain respect criticism unease objections alarm preference thanks appreciation intention plans
  idea position stance speech warning issue mention case attention blame swipe shot shots credit
  feelings regrets apology apologies compliment`);
