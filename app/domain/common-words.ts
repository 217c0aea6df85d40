import { folded } from './spelling.ts'

/**
 * Words of the three languages that are names as well, or look like one in other letters or with an ending: Will, Вера,
 * Drita; "Mirë" is no case of Mira, and "Can" is not Чан. Where one of them begins a sentence it is taken for the word.
 */
const words = `
a about add adds after all also am an and any are art as ask at back be best better bill both but by call came close can case chat come
dan dawn day dear did do don done down each early else even ever every faith far few file fine first for frank free from
gay get give given go god good got grace grant had has have he head help hence her here hi him his home honest hope how
i if in into is it its jack job join joy just keen keep know last late lee less let like line long look love low made mark
may me mean mine miss more most much must my nan near need new next nick nine no none nor not note now of off old on once one
only open or other our out over own page pat per pin please price rare read rich right rob robin rose sales same sandy
say see send she show shown since so some soon sorry still stone such summer sunny sure take team tell ten than thank time times
that the their them then there these they thing this those though time to too tom two under until up us use van very via
violet want was way we well went were what when where which while who why within will wish with work write year yes yet you
your young april august june may autumn von der den del della de la le el al bin ben da di du dos ter

а авось аня без благо бог больше бы был была были было быть в вам вами восемь вас ваш ваша ваше ваши верно верю вера верой веры
вес весь во вот все всё всем всего вы где да дал дать даже дан для до его её ей ему жду кому чему если есть ещё же за завтра зря и из
или им ими иначе итак итого их к как какой карта ким клад ко когда кто куда лев лён ли лишь любовь любовью любви май марка марка март мир
мира миру мне мной мои мой мол море моя мы на над надежда надежды надеждой надо нам нами нас наш наша не него неё ней
нет ни но новая нового новое новый нуль о об оба один ой он она они оно от очень пан пара пока после при про просто раз
рад рада рано россия россии россию россией роза розы роман романа сам сама сами свет света светлана свой себе сей сегодня семь сила скоро слава славу
славы сон спасибо стоп суд так там та тема тем тема тому того то тогда того тоже той только том тот ту тут ты у уж уже успех хан хотя
чан час чем что чтобы чуть шаг эта эти этим этого этому это этой этот эту я ян яна

agim agimi ai aj aje ana anë ani apo ardhje art ata atë ato atij atje aty ajo bani bash besa besë besim besimi bëj bën bëra
bora bukur burim burimi cila cili dal dhe dielli dita ditë ditën ditës do drita dritë drite duhet dy edhe ende erë eshtë është
fal fatmir fillim flaka flamur fort gëzim gëzimi ishte iu ja jam janë jap jeni jeta jetë jo ju juaj ka kam kanë kemi keni
kjo ku kuq kur ky liri lira linja linjë lule lulja ma mal mali marr marrë mbi me mend më mira mire mirë mirënjohje mo mos mua mund në nëse nga
ne ni një njeri nuk nur pa para pas pasi paq per për pra prej pyetja pyetje qart qartë qëndrim sa saj sasi sasia se së si sipas sot sonte shpresa
shpresë tani te të ti tim tjetër uji unë valë vera verë verës vjen vlera vetë viti vitin vitit yll ylli yllin zanë zemra zot zoti
`

/** Of these, those that with a capital are a name before they are a word. */
const names = `
dan ben faith frank grace jack joy lee nick pat robin rose sandy sue tom violet
вера лев любовь марк надежда роза роман рада света светлана слава хан чан ян яна
agim ana besa bora dielli drita fatmir flaka flamur gëzim lira lule lulja mira shpresa vera yll zanë
`

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(folded))
const common = set(words)
const oftenNames = set(names)

/** Both ask for a folded word. */
export const isCommonWord = (word: string): boolean => common.has(word)
export const isOftenName = (word: string): boolean => oftenNames.has(word)
