import { setOf } from '../word-sets.ts';

/** Behind these stands where something is. */
export const locatives = setOf(`
  in at near from to outside inside into around across toward towards throughout through via within between off leaving
  entering reached reach reaching left visit visiting visited beyond over under onto against along`);
/** Behind these a place is less sure. */
export const weakLocatives = setOf('of for by with on and or about than');
/** Words before a place's name that narrow it: a capital there is no first name. */
export const narrowing = setOf(`
  north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern
  southeastern southwestern central upper lower greater downtown inner outer mid rural suburban metro metropolitan upstate
  modern post pre occupied mainland`);
/** Words that name a side of a place, or the whole of it. */
export const sides = setOf(`
  north south east west northern southern eastern western northeast northwest southeast southwest central upper lower
  greater downtown inner`);
/** Capital words behind a place's name that are offices or bodies of that place: the place stays one. */
export const branches = setOf(`
  police sheriff sheriffs fire jail mayor president governor secretary minister premier coroner attorney prosecutor ambassador
  senator senators army navy parliament government military troops forces superior circuit public mayoral council councillor
  councilman councilwoman commissioner commissioners board planning detention correctional supreme department parks housing
  authorities authority embassy consulate prime foreign defence defense health interior high democrat democrats republican
  republicans rep sen gov lt district community state states city county senate house division highway transportation
  legislature assembly congress commission agency bureau national native resident residents`);
/** Capital words behind a place's name that make both the name of something else, or of somebody. */
export const makers = setOf(`
  university college school hospital bank times post news herald tribune journal gazette chronicle globe press daily street st
  road rd avenue ave drive dr lane ln boulevard blvd court ct place highway parkway pike trail way square bridge hall center
  centre park stadium arena theatre theater church cathedral museum library institute foundation fund association society club
  company corp inc co ltd group bay river creek lake falls valley island islands beach mountain mountains hills ridge forest
  canyon peninsula desert sea ocean gulf airport station hotel inn restaurant academy elementary middle memorial
  administration conference convention treaty agreement accords declaration day league cup open derby marathon festival
  airlines airways united fc virus disease fever flu syndrome`);
/** Capital words behind a division's own name. */
export const divisions = setOf(`
  province region oblast county district parish prefecture governorate republic territory municipality township
  raion island islands peninsula regency canton emirate voivodeship borough`);
/** Small words within a place's name. */
export const joiners = setOf('of de del la le du da do des el al on upon the and sur am an der den');
/** What a place is called by its kind: “village of X”, “X district”. */
export const generics = setOf(`
  city town village hamlet suburb district province region state county municipality port island settlement community
  neighbourhood neighborhood area outskirts capital resort oblast raion prefecture parish airport border suburbs provinces
  districts regions villages towns cities counties coast north south east west northeast northwest southeast southwest
  centre center streets government mayor governor people residents`);
/** Whom or what a town's name stands before. */
export const townsfolk = setOf(`
  man woman men women teen teenager boy girl resident residents native family couple student students police officer
  officers firefighters sheriff mayor council councillors officials school schools hospital court prosecutors home homes
  house apartment street park church museum campus office offices plant factory branch headquarters streets`);
/** Names in capitals that some table has for a place, and that English uses for something else. */
export const notPlaces = new Set(['white house', 'city park', 'far north', 'the atlantic', 'red cross', 'high court']);
/** Verbs of saying and deciding: a town before them is its government, or somebody. */
export const speaks = setOf(`
  said says say told announced warned warns accused accuses denied denies insisted insists claimed claims added wrote
  argued argues replied vowed pledged urged urges rejected rejects condemned condemns believes thinks wants hopes fears
  agreed disagreed ordered testified pleaded noted explained recalled asked demands demanded refuses refused`);
/** Verbs before which a name that few know is rather somebody's. */
export const auxiliaries = setOf('has had does did was is who');
/** Titles and offices before a name: what follows is somebody. */
export const titles = setOf(`
  mr mrs ms miss dr sir dame lord lady prof professor rev reverend father sister brother saint president mayor senator sen
  rep representative gov governor judge justice sheriff chief officer deputy sergeant sgt lt lieutenant captain capt
  colonel col general gen major maj private pvt corporal director superintendent councilman councilwoman councilor
  councillor commissioner secretary minister chancellor king queen prince princess pope bishop archbishop coach
  detective det inspector constable trooper attorney prosecutor spokesman spokeswoman spokesperson coroner agent
  congressman congresswoman doctor nurse trustee pastor`);
/** Words with a capital that are no place by themselves, though some village has the name. */
export const neverAlone = setOf(`
  the a an of in on at to and or but for by with from as is was are were be this that these those it he she they we you i his
  her its their our my your what who when where why how if so no not all some many most more one two three four five six seven
  eight nine ten first second third last next new old man men woman women people police fire school church court state city
  town county country president mayor king queen god lord day victory night morning sunday monday tuesday wednesday thursday
  friday saturday january february march april may june july august september october november december spring summer autumn
  fall winter north south east west central university college hospital bank street road avenue park center centre union
  congress senate house party club team board council department office news times post star sun mail mirror guardian
  independent orange best ready male deal hope christian muslim islam jewish catholic internet both de la le les las los el
  san santa st mount lake river bay island english general major senator minister also after before during since while there
  here now then today yesterday still however yes please same side other such each every any art army force forces media
  western eastern northern southern midland metro free federal liberal national royal grand upper lower nice community white
  black green brown gray grey red blue price page long short big little high low middle chance battle fair rich lucky power
  bill christmas easter thanksgiving war world life love money business sports opinion features classifieds home contact
  search copyright associated delta can will would could should might must do does did has have had let get come go see
  according despite because although until unless whether though among under over into about between nov dec oct sept aug feb
  jan apr mon tue wed thu fri sat`);
