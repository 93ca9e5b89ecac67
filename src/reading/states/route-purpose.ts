/** Words of what a way is for: people out of danger, aid in; one of them anywhere in a report tells what its ways are. */
const purpose =
  /\b(?:evacu\w+|humanitarian|refugees?|displaced|besieged|siege|fle(?:d|e|es|eing)|airlift\w*|(?:safe|green) (?:corridors?|routes?|passages?)|(?:aid|relief|rescue) (?:agenc\w+|columns?|convoys?|efforts?|flights?|goods|operations?|supplies|teams?|trucks?|workers?)|(?:ordered|told|urged|asked|advised) to leave|to safety)\b/i;
/** What people are got out of. */
const danger =
  /\b(?:flood(?:s|ed|ing|waters?)?|wildfires?|bushfires?|smoke|flames|shell(?:ed|ing|fire)|bombard\w+|landslides?|earthquakes?|erupt\w*|hurricanes?|typhoons?|cyclones?|tsunami)\b/i;
/** Who is got out, and what parties say of a way they offer each other. */
const announced =
  /\b(?:residents|civilians|inhabitants|villagers|evacuees|trapped|stranded|agree(?:d|s|ment)|announc(?:ed|es)|approv(?:ed|es)|propos(?:ed|es)|accept(?:ed|s)|refus(?:ed|es)|reject(?:ed|s)|guarant(?:ees?|eed)|coordinated|planned|there (?:is|are) (?:also )?(?:a |\d+ |\w+ )?(?:\w+ )?routes?|(?:goes|go|runs?|leads?|pass(?:es)?) through)\b|\bfrom the (?:city|town|village|settlement) of\b/i;
/** Ways of every day, and what goes on them. */
const ordinary =
  '(?:bus|coach|train|tram|rail|railway|ferry|shipping|trade|trading|commuter|cycle|cycling|bicycle|bike|walking|hiking|running|marathon|race|relay|parade|pilgrim|pilgrimage|tourist|scenic|school|mail|postal|delivery|export|import|patrol|smuggling|drug|supply|migrant|migration|caravan) (?:routes?|passages?)';
const ordinaryRoute = new RegExp(String.raw`\b${ordinary}\b`, 'i');
const road = `(?:${ordinary}|roads?|highways?|motorways?|streets?|trains?|railways?|railway lines?|traffic)`;
const ends = '(?:from|between)(?: the (?:city|town|village|settlement) of)? $';
const roadBefore = new RegExp(String.raw`\b${road} ${ends}`, 'i');
/** On such a road people or aid go, or it is for them. */
const goneBefore = new RegExp(
  String.raw`\b(?:along|by|on|via|over|down|took|take|taking|use|used|using|evacuation|humanitarian|safe|green|aid|relief|escape|exit) (?:the |a |an )?(?:[\w-]+ )?${road} ${ends}`,
  'i',
);

/** Whether words of a report say what its ways are for. */
export const isPurposeful = (words: string): boolean => purpose.test(words) || danger.test(words);

/** Whether a sentence of a report that is purposeful or not can speak of a way out or in, and not of one of every day. */
export const hasPurpose = (words: string, isOfPurpose: boolean): boolean =>
  (isOfPurpose || announced.test(words)) && !ordinaryRoute.test(words);

/** Whether the words right before the start of a way make it a road and no more: “the road from”, and not “along the road from”. */
export const isRoad = (before: string): boolean => roadBefore.test(before) && !goneBefore.test(before);
