import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isCommonWord } from '#app/domain/common-words.ts'
import { folded, isSpelled, spellingOf } from '#app/domain/spelling.ts'

const is = (name: string, written: string) => isSpelled(folded(written), spellingOf(name))
/** Each word is the first one, as its bearers write it. */
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

test.each(
  lines(`
    Pavel Павел Павла Павлу Павлом Paveli Pavelit Pavel’s
    Павел Pavel Paveli
    Novák Novak Новак Новака Новаку Novaku
    Новак Novák Novak
    Maria Мария Марии Марией Марию Marija Mariya
    Мария Maria Marija Mariia
    Иванова Ivanova
    Ivanova Иванова Ивановой Иванову
    Ivanov Иванов Ивановым
    Łukasz Lukasz
    Wróbel Wrobel
    Müller Mueller Muller Мюллер Мюллера
    Mueller Müller
    Мюллер Müller Mueller
    О’Нил О'Нил О´Нил O'Neil ONeil
    O'Neil О’Нил O’Neil
    Юлия Yulia Julia Iuliia Juliya
    Yuliya Юлия Юлии Юлию
    Щербаков Shcherbakov
    Shcherbakov Щербаков Щербакову
    Сергей Sergey Sergei Sergej
    Sergei Sergey Сергея Сергею
    Khabibullin Хабибуллин Хабибуллина
    Хабибуллин Habibulin Khabibullin
    Жуков Zhukov Žukov Zukov
    Žukov Жуков Жукова
    Цветков Tsvetkov Cvetkov
    Чехов Chekhov Čechov
    Čechov Чехов
    Шевченко Shevchenko Ševčenko
    Ševčenko Шевченко Shevchenko
    Шарич Šarić Saric
    Milošević Милошевич Milosevic
    Ольга Olga
    Olga Ольга Ольги Ольгой
    Татьяна Tatiana Tatyana Tatjana
    Tatjana Татьяна Татьяной
    Natalya Наталья Наталье
    Фёдор Fyodor Fedor Федора
    Fedor Фёдор Фёдора
    Семёнов Semyonov Semenov Semjonov
    Горбачёв Gorbachev Gorbachov Gorbachyov
    Евгений Evgeny Yevgeniy Evgenii
    Evgenii Евгений Евгению
    Dmitrii Dmitry Дмитрий Дмитрия
    Александр Alexander Aleksandr
    Alexander Александр Александра
    Ковальский Kowalski Kowalsky
    Dostoevsky Достоевский Достоевского
    Белый Bely Belyi
    Elira Elirës Elirën Элира Элиры
    Çela Cela Чела
    Xhaka Джака
    Hoxha Ходжа Hoxhës
    Gjergj Gjergji Гьергь
    Шпреса Shpresa
    Agim Agimit Агим Агиму
    Arbër Арбер Arberit
    Kelmendi Кельменди Kelmendit
    Джон John
    John Джон Джону
    Schmidt Шмидт
    Björn Bjorn Bjoern Бьёрн
    Søren Soren
    Илья Ilya Ilia
    Максим Maxim Maksim
    Шпак Shpak
  `),
)('%s in other letters and with its endings', (name = '', ...written) => {
  for (const one of written) expect(is(name, one), `${name} ${one}`).toBe(true)
})

test.each(
  lines(`
    Вера Верно Вероятно Ferry worse
    Maria Море Марина Mare
    Pavel Panel Павлин
    Mark Market Маркет
    Rosa Rose’s-garden Роскошь
    Анна Они Ann
    Will While Вилка
    Jeta Итого Этого
  `),
)('%s is not every word that is like it', (name = '', ...others) => {
  for (const one of others) expect(is(name, one), `${name} ${one}`).toBe(false)
})

const names = `
  Pavel Novák Maria Ivanova Мария Иванова Will Marsh Вера Соколова Elira Gashi Besart Çela Łukasz Müller О’Нил Иван Петров
  Сергей Кузнецов Анна Смирнова Дмитрий Попов Елена Волкова Андрей Морозов Ольга Новикова Алексей Татьяна Козлова Михаил
  Лебедев Наталья Николай Орлов Юлия Роман Марков Ким Ли Артём Белый Ксения Виктор Дарья Кирилл Полина Максим Чан Ян Лев
  Хан Надежда Любовь Слава Agim Drita Besnik Arben Shpresa Mira Ana Ilir Teuta Vjosa Luan Erion Liri Krasniqi Hoxha Shehu
  Leka Dita Rama Basha Nora Lule Yll Jeta Besa Fatmir Valon John Smith Mary James Brown Michael Sarah Oliver White Jack
  Grace Martin Green Ben Tom Sue Ann Pat Rob Art Kim Lee Chan Singh Ali Khan Omar Jan Hans Inés Luca Rossi Björn Zoë Noah
  Leon Max Rosa Lena Ivo Ida Eva Ada Ira Pia Mia Lia Nina Dana Sara Tina Rita Lola Lora Per Dan Ron Don Ray Sam Tim Jim Joe
  Moe Hal Cal Val Gil Liz Fay May Joy Ада Ида Ева Алла Зоя Рита Лина Дана Рада Света Катя Маша Саша Паша Миша Коля Петя
`
  .trim()
  .split(/\s+/)

/** Everything that is read in a scenario, in three languages. */
const texts = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:yaml|md)$/.test(path))
  .map((path) => readFileSync(join('scenarios', path), 'utf8'))
  .join('\n')

test('no word of our scenarios is taken for one of a hundred and fifty names, unless it is known to be a word', () => {
  const all = new Set(texts.match(/\p{L}[\p{L}\p{M}]+/gu))
  const capitals = [...all].filter((word) => /^\p{Lu}\p{Ll}/u.test(word) && all.has(word.toLowerCase()))
  expect(capitals.length).toBeGreaterThan(1000)
  const taken = names.flatMap((name) => {
    const spelling = spellingOf(name)
    return capitals.flatMap((word) => {
      const small = folded(word)
      return isSpelled(small, spelling) && small !== spelling.word && !isCommonWord(small)
        ? [`${name} ${word}`]
        : []
    })
  })
  expect(taken).toEqual([])
})

test('no name takes long, however it is made', () => {
  const parts = 'ие ни njî нн сш ое иие eiei ou ей tsch sš ck цс ох ue уи лль ff вф ij gh аи'.split(' ')
  const before = process.cpuUsage()
  for (const one of parts) for (const two of parts) is(one.repeat(15), `${two.repeat(15).slice(0, 29)}x`)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(500)
})
