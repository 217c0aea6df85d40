import { english } from '../answers/en.ts'
import { applies, handsIn, isInvited, isMoved, isToldNews, withdraws } from '../candidate.ts'
import { asksToGrade, grades } from '../grading.ts'
import { interview } from '../hire.ts'
import { isAskedForReferees, referee } from '../referees.ts'
import { type Beat, someone, type World } from '../world.ts'

/** The day shift, in English. Marko has had no word for eight days; one of Sofia's referees has declined. */
export function dayStory(world: World): Beat[] {
  const { at } = world.clock
  const marko = someone(world, 'marko')
  const sofia = someone(world, 'sofia')
  const jonah = someone(world, 'jonah')
  const priya = someone(world, 'priya')
  const asked = (['tomasz', 'dorina', 'viktor'] as const).map((grader, index) =>
    asksToGrade(world, at(39, `10:0${index}`), 'day', grader),
  )
  const erik = referee(sofia, {
    name: 'Erik Sandberg',
    relation: 'manager',
    company: 'Hotel Brygga',
    host: 'brygga',
    named: at(6, '20:10'),
  })
  const hanna = referee(sofia, {
    name: 'Hanna Wik',
    relation: 'peer',
    company: 'Hotel Brygga',
    host: 'brygga',
    named: at(6, '20:14'),
  })
  const oskar = referee(sofia, {
    name: 'Oskar Nyman',
    relation: 'peer',
    company: 'Hotel Brygga',
    host: 'brygga',
    named: at(6, '20:19'),
  })
  return [
    ...asked,

    applies(marko, at(23, '16:02')),
    isInvited(marko, at(22, '09:25')),
    ...handsIn(marko, at(17, '10:15'), english.marko, {
      aids: 'A dictionary, and a translator for two words',
    }),
    isToldNews(marko, at(13, '09:50')),
    ...grades(marko, at(12, '19:50'), 'viktor'),
    ...grades(marko, at(12, '15:10'), 'dorina'),
    ...grades(marko, at(12, '12:40'), 'tomasz'),
    isMoved(marko, at(8, '10:00'), 'interview'),
    interview(marko, { invited: at(8, '10:12'), back: -2, time: '11:00', by: 'mirela' }).invited,

    applies(sofia, at(20, '11:37')),
    isInvited(sofia, at(19, '09:40')),
    ...handsIn(sofia, at(14, '09:05'), english.sofia, { pasted: { 's03-first-fifty': 310 } }),
    ...grades(sofia, at(12, '19:10'), 'viktor'),
    ...grades(sofia, at(12, '14:30'), 'dorina'),
    ...grades(sofia, at(11, '13:15'), 'tomasz'),
    isMoved(sofia, at(7, '09:25'), 'references'),
    isAskedForReferees(sofia, at(7, '09:26')),
    erik.asked,
    hanna.asked,
    oskar.asked,
    ...erik.answers(at(4, '08:50'), {
      role: 'Front office manager',
      months: 24,
      ratings: [6, 6, 5, 6, 5, 6],
      most: 'explains-patiently',
      least: 'steady-under-pressure',
      again: 'yes',
      text: 'Guests asked for her. On the two nights when everything broke at once she came to me early, and that was right.',
    }),
    hanna.declines(at(3, '17:20')),

    applies(jonah, at(10, '14:44')),
    isInvited(jonah, at(9, '09:10')),
    ...handsIn(jonah, at(3, '17:45'), english.jonah),

    applies(priya, at(18, '18:51')),
    isInvited(priya, at(17, '09:35')),
    withdraws(priya, at(13, '12:08')),
  ]
}
