import { albanian } from '../answers/sq.ts'
import { applies, handsIn, isInvited, isMoved, isToldNews } from '../candidate.ts'
import { grades } from '../grading.ts'
import { interview, isDecided, offer } from '../hire.ts'
import { isAskedForReferees, referee } from '../referees.ts'
import { type Beat, someone, type World } from '../world.ts'

/** At the offer: it was made two days ago and is open. */
export function teutasStory(world: World): Beat[] {
  const { at, day } = world.clock
  const teuta = someone(world, 'teuta')
  const people = [
    {
      who: { name: 'Vjollca Kraja', relation: 'manager', company: 'Shoqata Era', host: 'era' },
      said: {
        role: 'Kryetare e shoqatës',
        months: 48,
        ratings: [7, 7, 7, 6, 6, 6],
        text: 'Kur faqja binte, anëtarët morën prej saj një email para se ta vinin re. I lexonin deri në fund.',
      },
    },
    {
      who: { name: 'Luan Prenga', relation: 'peer', company: 'Shoqata Era', host: 'era' },
      said: {
        role: 'Vullnetar',
        months: 26,
        ratings: [6, 7, 7, 7, null, 6],
        text: 'Shpjegon pa ta bërë veten të vogël. Nuk di të thotë jo, kjo e lodh.',
      },
    },
    {
      who: { name: 'Sara Muja', relation: 'customer', company: 'Librari Muja', host: 'muja' },
      said: { role: '', months: 14, ratings: [7, 6, 7, 6, 5, null], text: '' },
    },
  ] as const
  const referees = people.map(({ who, said }, index) => {
    const one = referee(teuta, { ...who, named: at(25, `20:1${index}`) })
    const answered = one.answers(at(23 - index, '19:30'), {
      ...said,
      most: 'thinks-ahead',
      least: 'steady-under-pressure',
      again: 'gladly',
    })
    return [one.asked, ...answered, ...(index === 0 ? [one.verified(at(20, '09:50'))] : [])]
  })
  const talk = interview(teuta, { invited: at(19, '09:31'), back: 13, time: '10:00', by: 'mirela' })
  return [
    applies(teuta, at(33, '22:17')),
    isInvited(teuta, at(32, '09:05')),
    ...handsIn(teuta, at(29, '20:00'), albanian.teuta),
    ...grades(teuta, at(27, '19:20'), 'viktor'),
    ...grades(teuta, at(26, '15:30'), 'dorina'),
    isMoved(teuta, at(26, '17:10'), 'references'),
    isAskedForReferees(teuta, at(26, '17:11')),
    ...referees.flat(),
    isMoved(teuta, at(19, '09:30'), 'interview'),
    talk.invited,
    talk.noted(
      at(13, '10:55'),
      'Pse mbështetja: katër vjet nga ana tjetër e saj. I mban mend përgjigjet e mira fjalë për fjalë.\nKlienti i zemëruar: shkroi së pari çfarë ka parë, pastaj çfarë bën. Tri rreshta.\nPremtimi i thyer: e di si shkruhet kur nuk ka lajme.\nPyetja miqësore: „Këtë nuk e them. Çfarë po mendoni të bëni me të?“\nDo të vijë edhe të mërkurave nëse duhet; t’i ruajmë pushimin.',
    ),
    isMoved(teuta, at(12, '09:20'), 'decision'),
    isToldNews(teuta, at(6, '09:45')),
    isDecided(teuta, at(3, '16:05'), {
      kind: 'offer',
      reasonCode: 'work-shown',
      reason:
        'Përgjigjet më të plota nga të gjitha: çdo premtim ka ditë dhe orë, dhe i kujton edhe ata që nuk pyetën. Të tria referencat thonë të njëjtën gjë.',
    }),
    offer(teuta, at(2, '10:30'), {
      seat: 1,
      pay: 900,
      answerBy: day(-5),
      note: 'Tri turnet e para i bëni bashkë me Agimin. Nëse dita e fillimit nuk ju përshtatet, na shkruani para se të përgjigjeni.',
    }).made,
  ]
}
