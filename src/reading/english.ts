import { setOf } from './word-sets.ts';

/*
 * The words of English that reading goes by. Words only: no names of places, people or bodies.
 */
/** Words at which a noun phrase, read backwards or forwards, ends. */
export const phraseEnds = setOf(`
  and but or nor so yet because since while as when whenever where wherever after before until till if unless though although
  whereas whether that which who whom whose what how why than then is are was were be been being am has have had having do does
  did will would shall should can could may might must to it he she they we you i him them us me not there here said says told
  however meanwhile instead also just only even still already ago later earlier today yesterday tomorrow tonight now once
  again`);
/** Words between a subject and its verb. */
export const betweenSubjectAndVerb = setOf(`
  has have had also later then already again first recently repeatedly previously earlier further always once even still just
  now today yesterday tonight since who is was are were been be all both each himself herself themselves itself`);
/** Words before a noun phrase. */
export const prepositions = setOf(`
  in on at from by with without near for of to into onto over under during between among against about amid across around
  through throughout via despite inside outside off along within beyond like unlike following according towards toward per`);
/** Words that open a noun phrase. */
export const determiners = setOf(`
  the a an this that these those his her its their our my your some any many several few most another both each every no all
  two three four five six seven eight nine ten dozens hundreds thousands one`);
/** Small words within a surname. */
export const particles = setOf('de da di del della der den van von bin ibn al el la le du dos das zu ter ten y of');
/** Titles that stay with the name. */
export const honorifics = setOf('mr mrs ms miss mx dr sir dame lord lady prof professor rev');
/** Titles of a woman. */
export const femaleTitles = setOf('mrs ms miss dame lady madame');
/** Titles of a man. */
export const maleTitles = setOf('mr sir lord');
/** Names of days and months, and their short forms. */
export const weekdaysAndMonths = setOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec`);
/** Names of months, and their short forms. */
export const months = setOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
  oct nov dec`);
/** Words that, with a weekday or alone, say when something was said. */
export const timeWords = setOf(`
  on late early last this next morning afternoon evening night noon midday midnight week month year day days weeks ago hours
  yesterday today tonight earlier later overnight`);
/** What people are called by their office or work; a phrase that ends so is a person. */
export const roles = setOf(`
  president vice-president minister premier chancellor secretary director chief head chair chairman chairwoman chairperson
  spokesman spokeswoman spokesperson adviser advisor aide ambassador envoy diplomat commissioner mayor governor senator
  congressman congresswoman councillor deputy leader officer official general colonel major captain lieutenant sergeant
  admiral commander commandant marshal superintendent inspector constable sheriff judge prosecutor lawyer attorney solicitor
  barrister professor doctor nurse surgeon scientist hydrologist seismologist meteorologist forecaster analyst expert
  economist engineer researcher author writer journalist reporter editor correspondent teacher headteacher farmer resident
  witness survivor victim volunteer firefighter paramedic soldier pilot driver owner manager boss ceo founder coordinator
  co-ordinator administrator representative king queen prince princess pope bishop archbishop priest imam rabbi pastor
  emperor mp activist campaigner neighbour neighbor mother father son daughter brother sister wife husband man woman boy girl
  student worker shopkeeper landlord tenant coach player captain candidate lawmaker legislator nominee strategist pollster
  historian critic actor actress singer member specialist`);
/** Words of the names of bodies: what holds one of them is no person. */
export const bodies = setOf(`
  council ministry department agency government parliament police military army navy forces force office service services
  authority authorities commission committee court union organisation organization party company corporation bank university
  institute group team board bureau administration association federation foundation charity hospital school brigade command
  watchdog regulator union officials residents spokesmen campaign statement report crew union centre center fund network
  newspaper paper magazine channel station embassy assembly senate congress cabinet city town village state country region
  district county nation kingdom republic observatory society church staff`);
/** Things that bear words: what stands on them was not said. */
export const bearers = setOf(
  'sign signs banner banners placard placards poster posters plaque label sticker graffiti slogan headline t-shirt',
);
/** Before a quotation these say that it is a name, a title or words on something. */
export const namers = setOf(`
  word words phrase term name named nicknamed titled entitled labelled labeled marked inscribed reading slogan so-called
  codenamed code-named operation song film book album novel play poem show series painting hashtag payable dubbed`);
/** After a quotation these say that it stands on something. */
export const writtenOn = setOf(
  'written painted scrawled daubed inscribed emblazoned printed engraved carved sprayed etched stencilled tattooed embroidered stitched',
);
/** On what or in what one speaks. */
export const channels = setOf(`
  video statement interview speech address briefing broadcast post posts message tweet call letter email e-mail conference site
  website page channel account radio television tv app media podcast blog release debate article column newspaper memo
  livestream programme program documentary note`);
/** To whom one speaks in public. */
export const audiences = setOf(`
  mps reporters journalists lawmakers senators parliament committee congress council conference court newspaper radio television
  agency audience crowd inquiry jury peers assembly broadcaster channel magazine programme viewers supporters delegates
  ministers press rally summit`);
/** Verbs of doing: with “to” and quoted words, the words are the doer's stated purpose. */
export const undertakings = setOf(
  'launched launches launching began begins started starts ordered orders mounted mounts undertook announced announces vowed',
);
/** Nouns that look like verbs of saying; as a verb they need a subject that cannot go with the noun. */
export const alsoNouns = setOf(`
  claims reports estimates demands offers calls comments notes remarks promises pledges orders requests questions projects
  forecasts posts tweets appeals vows states challenges contests labels brands repeats claim report estimate demand offer
  call comment note remark promise pledge order request question project forecast post tweet appeal vow state challenge`);
/** Verbs that push words away: the words before them are not the speaker's. */
export const rejecting = setOf('denies disputes refuses');
/** Abbreviations that do not end a sentence. */
export const abbreviations = setOf(`
  mr mrs ms dr st gen lt col sgt capt maj cmdr adm prof rev gov sen rep hon no nos vs etc e.g i.e jr sr inc ltd co corp dept est
  approx jan feb mar apr jun jul aug sep sept oct nov dec messrs fr supt insp pc a.m p.m`);
/** Words so common that no English text of some length is without them. */
export const commonest = setOf(
  'the of and to in a is that for on was with as by at from are it his be has have said not were this which will',
);
