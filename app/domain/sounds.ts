/** How names sound, and how each sound is written: by passport, by scholars, by everybody else. Of folded words. */

const rows = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

/** How a sound is written: in Latin letters, and in Cyrillic ones. */
export type Sound = readonly [latin: readonly string[], cyrillic: readonly string[]]

/** A letter before a question mark may be left out. */
function spelledOut(way: string): string[] {
  const at = way.indexOf('?')
  if (at < 0) return [way]
  return [way.slice(0, at - 1), way.slice(0, at)].flatMap((begin) => spelledOut(begin + way.slice(at + 1)))
}
const ways = (list = '') => list.split('|').flatMap(spelledOut)
const sounds = (lines: string) =>
  new Map(
    rows(lines).map(([sign = '', latin, cyrillic]): [string, Sound] => [sign, [ways(latin), ways(cyrillic)]]),
  )

/** A sign before $ is the end of a word. */
const fromLatin = sounds(`
  shch shch|sch|šč|sh щ|шч
  tsch tsch|tch|ch|č ч
  sch sch|sh|š ш|щ|сх
  tch tch|ch|č ч
  dzh dzh|dž|i|xh|g дж
  ioe ioe? ие|иэ|е|э|ио
  sh sh|š|sch ш|щ
  ch ch|č ч|х|ш|к|ц
  zh zh|ž|i ж
  kh kh|h|ch|x х
  ts ts|tz|c ц|тс
  tz ts|tz|c ц|тц
  ph ph|f ф
  th th|t т|з|с|ф
  ck ck|k к
  qu qu|kw|kv кв|ку?
  xh xh|i|dzh|dž дж
  gh gh? г
  gi gi|g|di ги|г|дж|джи
  ff ff?|v фф?|в
  wh wh|w|v в|у
  ia ia и?я|иа
  iu iu и?ю|иу|у
  io io|e ио|е|о
  ie i?e и?е|э|и
  ei ee|ei|ai|i аи|еи|эи|и
  ue ue?|i ю|у|и|уе|уэ
  oe oe?|e е|э|о|ое|оэ
  ae ae?|e е|э|а|ае|аэ|аи
  ee ee|i|e и|ее?
  oo oo|u|o у|оо?
  ou ou|u|oo у|о|оу|ау
  er$ er р|ер|эр
  a a а|э
  b b бб?
  c c|č|k к|ц|ч|с
  č č|c|ch|tch ч|ц
  d d дд?
  e e е|э
  f f|ph ф
  g g|gh г|дж|ж
  h h|kh х|г|
  i i|ee|ei и
  k k|c|ck|q кк?
  l l лл?
  m m мм?
  n n нн?
  ov$ oe?v|ev|ioe?v ов|ев
  o oe? о
  p p пп?
  q q|k|c к|ч
  r r рр?
  s s|š сс?|ш|з
  š š|s|sh ш|с
  t t|th тт?
  u ue? у|ю
  v v|w|ff в|ф
  w w|v в|у
  x x|ks кс|х|дз
  z z|ž з|ж|ц
  ž ž|z|zh ж|з
`)
const fromCyrillic = sounds(`
  дж i|di|dzh|g|gi|xh|dž дж
  др$ de?r др
  в$ v|w|ff? в
  кс x|ks|cs кс
  ия ia и?я
  иа ia и?я|иа
  ию iue? и?ю
  я i?a я
  ю i?ue? ю
  же zhe|zho|že|žo|ze|ie|ge же
  че che|cho|chio|če|čo|ce|co|qe че
  ше she|sho|še|šo|se ше
  ще shche|shcho|sche|scho ще
  е i?e|ioe?|oe е
  э ae?|e э|е
  а a а
  б bb? б
  в v|w в
  г g|gh|h г
  д dd? д
  ж zh|ž|z|i|g ж
  з zz?|s з
  и i|ee|ei и
  к k|c|ck|q к
  л ll? л
  м mm? м
  н nn? н
  о oh? о
  п pp? п
  р rr? р
  с ss?|c с
  т tt?|th т
  у u|oo|ou|w у
  ф ff?|ph|th ф
  х kh|h|ch|x х
  ц ts|tz|c|z ц
  ч ch|č|c|tch|tsch|q ч
  ш sh|š|s|sch ш
  щ shch|sch|šč|sh щ
`)
/** j as in English and Spanish, at the beginning of a name. */
const firstJ: Record<string, readonly string[]> = {
  i: ['дж', 'ж', 'х'],
  ia: ['джа', 'дже', 'джеи', 'джэи'],
  ie: ['дже'],
  io: ['джо', 'хо'],
  iu: ['джу', 'ху'],
}

export const isCyrillic = (word: string) => /[а-я]/.test(word)

export function soundsOf(word: string, j = false): Sound[] {
  const found: Sound[] = []
  const table = isCyrillic(word) ? fromCyrillic : fromLatin
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at)
    const [sign = ''] = rest
    const twice = /^([^aeiouаеоу])\1/u.test(rest)
    const long = [4, 3, 2].map((length) => rest.slice(0, length)).find((one) => table.has(one))
    const last = table.get(`${rest}$`)
    const own = last ?? table.get(long ?? sign) ?? ([[sign], [sign]] satisfies Sound)
    if (twice && !long) found.push([doubled(own[0]), doubled(own[1])])
    else found.push(j && at === 0 ? [own[0], [...own[1], ...(firstJ[long ?? sign] ?? [])]] : own)
    at += last ? rest.length : (long?.length ?? (twice ? 2 * sign.length : sign.length))
  }
  return found
}
/** нн is written nn, and n as well. */
const doubled = (list: readonly string[]) => [...new Set([...list, ...list.map((one) => one + one)])]
