import { albanian } from '../answers/sq.ts'
import { applies, handsIn, isInvited, isMoved, isNoted } from '../candidate.ts'
import { asksToGrade, grades } from '../grading.ts'
import { interview } from '../hire.ts'
import { isAskedForReferees, referee } from '../referees.ts'
import { type Beat, someone, type World } from '../world.ts'
import { earlierStory } from './earlier.ts'
import { teutasStory } from './teuta.ts'

/** The evening shift, in Albanian: three seats, of which one is filled and one offered. */
export function eveningStory(world: World): Beat[] {
  const { at } = world.clock
  const begun: Beat[] = [
    asksToGrade(world, at(59, '11:05'), 'evening', 'viktor'),
    asksToGrade(world, at(59, '11:06'), 'evening', 'dorina'),
  ]
  const lule = someone(world, 'lule')
  const besnik = someone(world, 'besnik')
  const ana = someone(world, 'ana')
  const dritan = someone(world, 'dritan')
  const lately: Beat[] = [
    applies(lule, world.clock.earlierToday),

    applies(besnik, at(16, '23:12')),
    isMoved(besnik, at(12, '09:40'), 'screening'),
    isNoted(besnik, at(12, '09:44'), 'Ta pyesim në anglisht para se ta ftojmë: B1 është pak për chat-in.'),

    applies(ana, at(7, '21:05')),
    isMoved(ana, at(5, '10:20'), 'screening'),
    isInvited(ana, at(2, '09:15')),

    applies(dritan, at(12, '17:48')),
    isInvited(dritan, at(10, '09:30')),
    ...handsIn(dritan, at(4, '19:25'), albanian.dritan),
    ...grades(dritan, at(2, '20:10'), 'viktor'),
  ]
  return [...begun, ...lately, ...elirasStory(world), ...teutasStory(world), ...earlierStory(world)]
}

/** At the decision: two of three references are in, the interview is held. */
function elirasStory(world: World): Beat[] {
  const { at } = world.clock
  const elira = someone(world, 'elira')
  const ilir = referee(elira, {
    name: 'Ilir Basha',
    relation: 'manager',
    company: 'Klinika Drini',
    host: 'drini',
    named: at(16, '19:02'),
  })
  const besa = referee(elira, {
    name: 'Besa Dema',
    relation: 'peer',
    company: 'Klinika Drini',
    host: 'drini',
    named: at(16, '19:06'),
  })
  const agron = referee(elira, {
    name: 'Agron Hila',
    relation: 'customer',
    company: 'Optika Hila',
    host: 'hila',
    named: at(8, '20:31'),
  })
  const talk = interview(elira, { invited: at(10, '10:06'), back: 6, time: '11:00', by: 'mirela' })
  return [
    applies(elira, at(27, '20:41')),
    isInvited(elira, at(26, '09:10')),
    ...handsIn(elira, at(23, '18:30'), albanian.elira),
    ...grades(elira, at(21, '19:40'), 'viktor'),
    ...grades(elira, at(20, '14:15'), 'dorina'),
    isMoved(elira, at(17, '09:30'), 'references'),
    isAskedForReferees(elira, at(17, '09:31')),
    ilir.asked,
    besa.asked,
    ...ilir.answers(at(15, '08:20'), {
      role: 'Drejtor i klinikës',
      months: 30,
      ratings: [7, 6, 7, 5, 5, 5],
      most: 'steady-under-pressure',
      least: 'thinks-ahead',
      again: 'gladly',
      text: 'Pacientët e kërkonin me emër. Kur diçka nuk shkonte, e mësoja prej saj para se ta dëgjoja nga të tjerët.',
    }),
    ilir.verified(at(14, '10:12')),
    ...besa.answers(at(13, '21:44'), {
      role: 'Infermiere në të njëjtin turn',
      months: 22,
      ratings: [7, 6, 6, 6, null, 5],
      most: 'explains-patiently',
      least: 'thinks-ahead',
      again: 'gladly',
      text: 'Dy vjet në të njëjtin banak. Nuk e kam parë t’i kthejë zërin askujt, as kur do ta kisha bërë unë.',
    }),
    isMoved(elira, at(10, '10:05'), 'interview'),
    talk.invited,
    agron.asked,
    agron.opens(at(5, '13:05')),
    talk.noted(
      at(6, '11:58'),
      'Pse mbështetja: tregoi recepsionin. Njerëzit durojnë, mjafton ta dinë sa. Pa fjalë të mëdha.\nKlienti i zemëruar: e la të mbaronte, e tha me fjalët e veta, pyeti vetëm një gjë.\nPremtimi i thyer: një ditë e kishte harruar një rezultat; e mori vetë pacientin në telefon para se ta vinte re ai.\nPyetja miqësore për partnerët: tha qetë se këtë nuk e tregon, dhe çfarë mund të tregojë.\nPërgjigjen e vet për pagesën e shkurtoi me gojë në tri fjali, pa e humbur orën.',
    ),
    isMoved(elira, at(5, '09:20'), 'decision'),
    isNoted(elira, at(5, '09:24'), 'Pyeti nëse e diela mund të ndërrohet me të mërkurën. Agimi thotë po.'),
  ]
}
