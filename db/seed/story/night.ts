import { russian } from '../answers/ru.ts'
import { applies, handsIn, isInvited, isMoved, saves, starts } from '../candidate.ts'
import { asksToGrade, grades } from '../grading.ts'
import { interview } from '../hire.ts'
import { type Beat, someone, type World } from '../world.ts'

/** Nights and weekends, in Russian. Two graders read one answer of Nina's differently; a third is asked. */
export function nightStory(world: World): Beat[] {
  const { at, minutesAgo } = world.clock
  const pavel = someone(world, 'pavel')
  const nina = someone(world, 'nina')
  const kirill = someone(world, 'kirill')
  const talk = interview(pavel, { invited: at(14, '10:31'), back: 8, time: '09:30', by: 'agim' })
  return [
    asksToGrade(world, at(44, '15:10'), 'night', 'viktor'),
    asksToGrade(world, at(44, '15:11'), 'night', 'tomasz'),

    applies(pavel, at(24, '05:20')),
    isInvited(pavel, at(23, '09:45')),
    ...handsIn(pavel, at(20, '07:10'), russian.pavel),
    ...grades(pavel, at(18, '19:15'), 'viktor'),
    ...grades(pavel, at(17, '13:05'), 'tomasz'),
    isMoved(pavel, at(14, '10:30'), 'interview'),
    talk.invited,
    talk.noted(
      at(8, '10:20'),
      'Why support? The night when somebody asked him what he saw on the screen. Told in two minutes, without polish.\nAngry customer: slowed down and wrote: “I am reading your log, give me four minutes.” Came back after three.\nBroken promise: writes before the hour, not after it.\nFriendly question about partners: did not bite, asked why I wanted to know.\nAsked about rest after three nights in a row. We owe him a clear answer.',
    ),
    isMoved(pavel, at(6, '09:35'), 'decision'),

    applies(nina, at(14, '23:40')),
    isInvited(nina, at(12, '09:20')),
    ...handsIn(nina, at(5, '22:05'), russian.nina),
    asksToGrade(world, at(4, '10:05'), 'night', 'dorina'),
    ...grades(nina, at(3, '19:05'), 'viktor'),
    ...grades(nina, at(2, '12:30'), 'tomasz'),

    applies(kirill, at(6, '16:33')),
    isInvited(kirill, at(4, '10:15')),
    starts(kirill, minutesAgo(14)),
    saves(kirill, minutesAgo(6), 's01-sales-page', {
      findings: [
        {
          id: 'f1',
          part: 'p04',
          wrong: 'Вверху {{price}}, в итоге заказа {{total}}.',
          why: 'Похоже на уловку.',
          fix: 'Оставить одну цену.',
        },
      ],
      test: '',
    }),
    saves(kirill, minutesAgo(1), 's01-sales-page', {
      findings: [
        {
          id: 'f1',
          part: 'p04',
          wrong: 'Вверху {{price}}, в итоге заказа {{total}}.',
          why: 'Похоже на уловку, в последний момент уходят.',
          fix: 'Оставить одну цену.',
        },
        { id: 'f2', part: 'p02', wrong: 'Отсчёт у каждого начинается заново.', why: '', fix: '' },
      ],
      test: '',
    }),
  ]
}
